"""Money by budget, by stage, by category and by project."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias, final

from attrs import field, frozen

from perfreport.checks import each, is_a, optional, said, within
from perfreport.classification import BudgetKind, BudgetStage, ExpenditureCategory, FundingSource
from perfreport.errors import InvalidValue
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import Extra, unknown_keys
from perfreport.model.nil import Nil
from perfreport.money import Money
from perfreport.quantity import Quantity, Rate

__all__ = ["BudgetAccount", "BudgetLine", "Budgets", "Expenditure", "FundingLine", "Project", "Projects"]

Way: TypeAlias = tuple[str | int, ...]

#: The fiscal years that a report can speak of.
YEARS = (1949, 2199)


@final
@frozen(kw_only=True)
class BudgetLine:
    """
    One row of a money table: the same item at every stage of the year (年初预算数, 全年预算数, 全年执行数 and so on).

    A stage that the document does not state is `None`. A budget that it does not qualify is `unspecified`.
    """

    #: 上报数
    proposed: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 年初预算数
    original: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 年度调整数; it may be negative
    adjustment: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 全年预算数
    adjusted: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 到位数
    received: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 全年执行数
    executed: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 全年预计执行数, on monitoring forms
    expected: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 结余数
    unspent: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 决算数
    final_account: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 预算数, where the document does not say which
    unspecified: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 执行率 as it is printed; `rate` computes it
    execution_rate: Quantity | None = field(default=None, validator=optional(is_a(Quantity)))
    #: 占比 as it is printed: the share of the row in its total
    share: Quantity | None = field(default=None, validator=optional(is_a(Quantity)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)

    @classmethod
    def from_stages(cls, figures: Mapping[BudgetStage, Money | None]) -> "BudgetLine":
        """Return the row with these figures."""
        return cls(
            proposed=figures.get(BudgetStage.PROPOSED),
            original=figures.get(BudgetStage.ORIGINAL),
            adjustment=figures.get(BudgetStage.ADJUSTMENT),
            adjusted=figures.get(BudgetStage.ADJUSTED),
            received=figures.get(BudgetStage.RECEIVED),
            executed=figures.get(BudgetStage.EXECUTED),
            expected=figures.get(BudgetStage.EXPECTED),
            unspent=figures.get(BudgetStage.UNSPENT),
            final_account=figures.get(BudgetStage.FINAL_ACCOUNT),
            unspecified=figures.get(BudgetStage.UNSPECIFIED),
        )

    def at(self, stage: BudgetStage) -> Money | None:
        """Return the figure of *stage*; `None` where the document is silent."""
        figure: Money | None = getattr(self, stage.key)
        return figure

    def stated(self) -> Iterator[tuple[BudgetStage, Money]]:
        """Yield every stage that has a figure, with the figure, in the order of the year."""
        for stage in BudgetStage:
            if (figure := self.at(stage)) is not None:
                yield stage, figure

    @property
    def budget_stage(self) -> BudgetStage | None:
        """
        The stage that an execution rate divides by: 全年预算数 (财预〔2020〕10号), else what the document has instead.

        That is an unspecified budget, then the money received, then 年初预算数; `None` when no budget is stated.
        """
        preferred = (BudgetStage.ADJUSTED, BudgetStage.UNSPECIFIED, BudgetStage.RECEIVED, BudgetStage.ORIGINAL)
        return next((stage for stage in preferred if self.at(stage) is not None), None)

    def rate(self, basis: BudgetStage | None = None) -> Rate | None:
        """Return 预算执行率 over *basis* (`budget_stage` unless given); `None` when a figure of it is not stated."""
        basis = self.budget_stage if basis is None else basis
        budget = None if basis is None else self.at(basis)
        return None if self.executed is None or budget is None else Rate.of(self.executed, budget, basis=basis)


@final
@frozen(kw_only=True)
class FundingLine:
    """The money that one source gives (资金来源)."""

    source: FundingSource = field(validator=is_a(FundingSource))
    #: The words of the document, where they are not those of the source: 省、地配套.
    label: str | None = field(default=None, validator=optional(said))
    #: 资金性质代码, opaque
    code: str | None = field(default=None, validator=optional(said))
    amounts: BudgetLine = field(factory=BudgetLine, validator=is_a(BudgetLine))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class Project:
    """One project that money was budgeted for or spent on (项目)."""

    name: str = field(validator=said)
    #: 项目代码, opaque
    code: str | None = field(default=None, validator=optional(said))
    amounts: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    funding: tuple[FundingLine, ...] = field(default=(), validator=each(is_a(FundingLine)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class Projects:
    """The projects of one budget, with the total that the document prints over them (项目支出合计)."""

    total: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    items: tuple[Project, ...] = field(default=(), validator=each(is_a(Project)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class Expenditure:
    """Expenditure by category; each `ExpenditureCategory` names a field."""

    #: 支出合计
    total: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 基本支出
    basic: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 人员经费
    personnel: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 公用经费
    public: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 项目支出
    project: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 经营支出
    business: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 上缴上级支出
    remitted: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 对附属单位补助支出
    subsidies: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)

    @classmethod
    def from_categories(cls, lines: Mapping[ExpenditureCategory, BudgetLine | None]) -> "Expenditure":
        """Return the table with these rows."""
        return cls(
            total=lines.get(ExpenditureCategory.TOTAL),
            basic=lines.get(ExpenditureCategory.BASIC),
            personnel=lines.get(ExpenditureCategory.PERSONNEL),
            public=lines.get(ExpenditureCategory.PUBLIC),
            project=lines.get(ExpenditureCategory.PROJECT),
            business=lines.get(ExpenditureCategory.BUSINESS),
            remitted=lines.get(ExpenditureCategory.REMITTED),
            subsidies=lines.get(ExpenditureCategory.SUBSIDIES),
        )

    def line(self, category: ExpenditureCategory) -> BudgetLine | None:
        """Return the row of *category*; `None` where the document is silent."""
        line: BudgetLine | None = getattr(self, category.key)
        return line


@final
@frozen(kw_only=True)
class BudgetAccount:
    """What a report says of one of the four budgets: a chapter such as 一般公共预算支出情况."""

    #: The year that the chapter names for its figures, where it names one.
    year: int | None = field(default=None, validator=optional(within(*YEARS)))
    #: 年初结转和结余
    opening_balance: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 财政拨款收入
    revenue: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    expenditure: Expenditure | None = field(default=None, validator=optional(is_a(Expenditure)))
    #: 年末结转和结余
    closing_balance: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 年末结转资金: what is used in the next year for what it was given for
    carry_over: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 年末结余资金: what is left over
    surplus: Money | None = field(default=None, validator=optional(is_a(Money)))
    projects: Projects | Nil | None = field(default=None, validator=optional(is_a(Projects, Nil)))
    #: The chapter says 「无」 although it has figures: doubtful, and so kept for a rule to find.
    says_none: bool = field(default=False, validator=is_a(bool))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)

    def __attrs_post_init__(self) -> None:
        if self.says_none and not self.has_figures:
            reason = "an account without figures that says 「无」 is NIL; this is for one that has figures all the same"
            raise InvalidValue("BudgetAccount", "says_none", reason)

    def lines(self) -> Iterator[tuple[Way, BudgetLine]]:
        """Yield every row of the account with the way that leads to it."""
        projects = self.projects if isinstance(self.projects, Projects) else Projects()
        found: list[tuple[Way, BudgetLine | None]] = [(("revenue",), self.revenue)]
        if self.expenditure is not None:
            found += [(("expenditure", row.key), self.expenditure.line(row)) for row in ExpenditureCategory]
        found.append((("projects", "total"), projects.total))
        for index, project in enumerate(projects.items):
            found.append((("projects", "items", index, "amounts"), project.amounts))
            for place, funding in enumerate(project.funding):
                found.append((("projects", "items", index, "funding", place, "amounts"), funding.amounts))
        return ((way, line) for way, line in found if line is not None)

    @property
    def has_figures(self) -> bool:
        """Whether the chapter states any figure."""
        balances = (self.opening_balance, self.closing_balance, self.carry_over, self.surplus)
        return any(balance is not None for balance in balances) or any(any(line.stated()) for _, line in self.lines())


@final
@frozen(kw_only=True)
class Budgets:
    """The four budgets of a department, and their total where one is printed; each `BudgetKind` names a field."""

    #: 一般公共预算
    general_public: BudgetAccount | Nil | None = field(default=None, validator=optional(is_a(BudgetAccount, Nil)))
    #: 政府性基金预算
    government_fund: BudgetAccount | Nil | None = field(default=None, validator=optional(is_a(BudgetAccount, Nil)))
    #: 国有资本经营预算
    state_capital: BudgetAccount | Nil | None = field(default=None, validator=optional(is_a(BudgetAccount, Nil)))
    #: 社会保险基金预算
    social_insurance: BudgetAccount | Nil | None = field(default=None, validator=optional(is_a(BudgetAccount, Nil)))
    #: 财政拨款合计: general public budget, government-managed funds and state capital operations together
    total: BudgetAccount | None = field(default=None, validator=optional(is_a(BudgetAccount)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)

    def of(self, kind: BudgetKind) -> BudgetAccount | Nil | None:
        """Return what the document says of the budget *kind*."""
        account: BudgetAccount | Nil | None = getattr(self, kind.key)
        return account

    def accounts(self) -> Iterator[tuple[str, BudgetAccount]]:
        """Yield every account that is there, the total last, each with the name of its field."""
        for name in (*(kind.key for kind in BudgetKind), "total"):
            account = getattr(self, name)
            if isinstance(account, BudgetAccount):
                yield name, account
