"""Money by budget and by project."""

from collections.abc import Iterator
from typing import final

from attrs import field, frozen

from perfreport.checks import each, is_a, optional, said, within
from perfreport.classification import BudgetKind, ExpenditureCategory
from perfreport.errors import InvalidValue
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import Extra, unknown_keys
from perfreport.model.lines import YEARS, BudgetLine, EconomicLine, Expenditure, FunctionalLine, FundingLine, Way
from perfreport.model.nil import Nil
from perfreport.money import Money

__all__ = ["BudgetAccount", "Budgets", "Project", "Projects"]


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
class BudgetAccount:
    """What a report says of one of the four budgets: a chapter such as 一般公共预算支出情况."""

    #: The year that the chapter names for its figures, where it names one.
    year: int | None = field(default=None, validator=optional(within(*YEARS)))
    #: 年初结转和结余
    opening_balance: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 财政拨款收入
    revenue: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    expenditure: Expenditure | None = field(default=None, validator=optional(is_a(Expenditure)))
    #: 支出 by function (类, 款, 项), subtotals among them
    functions: tuple[FunctionalLine, ...] = field(default=(), validator=each(is_a(FunctionalLine)))
    #: 基本支出 by economic item (类, 款), subtotals among them
    economic: tuple[EconomicLine, ...] = field(default=(), validator=each(is_a(EconomicLine)))
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
        for index, function in enumerate(self.functions):
            way = ("functions", index, "expenditure")
            found += [((*way, row.key), function.expenditure.line(row)) for row in ExpenditureCategory]
        found += [(("economic", index, "amounts"), item.amounts) for index, item in enumerate(self.economic)]
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
