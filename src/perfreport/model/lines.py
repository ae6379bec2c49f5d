"""Rows of money tables: one item at every stage of the year, by source, by category, by code."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias, final

from attrs import field, frozen

from perfreport.checks import is_a, optional, said
from perfreport.classification import BudgetStage, ExpenditureCategory, FundingSource
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import Extra, unknown_keys
from perfreport.money import Money
from perfreport.quantity import Quantity, Rate

__all__ = ["YEARS", "BudgetLine", "EconomicLine", "Expenditure", "FunctionalLine", "FundingLine", "Way"]

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
class FunctionalLine:
    """One row of 支出决算表: what was spent on one function, in all and by category."""

    #: 功能分类科目编码, opaque: 201, 20129, 2012901
    code: str = field(validator=said)
    #: 科目名称 as printed
    name: str | None = field(default=None, validator=optional(said))
    #: 本年支出合计, 基本支出, 项目支出 and the other columns
    expenditure: Expenditure = field(factory=Expenditure, validator=is_a(Expenditure))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class EconomicLine:
    """One row of 基本支出决算表: what was spent on one economic item."""

    #: 经济分类科目编码, opaque: 301, 30101
    code: str = field(validator=said)
    #: 科目名称 as printed
    name: str | None = field(default=None, validator=optional(said))
    amounts: BudgetLine = field(factory=BudgetLine, validator=is_a(BudgetLine))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)
