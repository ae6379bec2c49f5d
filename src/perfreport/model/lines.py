"""Rows of money tables: one item at every stage of the year, by source, by category, by code."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, final

from attrs import field, frozen

from perfreport.classification import BudgetStage, ExpenditureCategory, FundingSource
from perfreport.model._fields import NOTHING_MORE, Extra, checked
from perfreport.model._sources import BASIC_SPENDING, OURS, PROJECT, SPENDING, SYSTEM
from perfreport.money import Money
from perfreport.names import Term
from perfreport.quantity import Quantity, Rate

__all__ = ["BudgetLine", "EconomicLine", "Expenditure", "FunctionalLine", "FundingLine"]


@final
@frozen(kw_only=True, field_transformer=checked)
class BudgetLine:
    """
    One row of a money table: the same item at every stage of the year (年初预算数, 全年预算数, 全年执行数 and so on).

    A stage that the document does not state is `None`. A budget that it does not qualify is `unspecified`.
    """

    proposed: Annotated[Money | None, Term("上报数", "Proposed", "预算编制 一上、二上")] = None
    original: Annotated[Money | None, Term("年初预算数", "Original budget", f"{PROJECT}, 年初预算数")] = None
    #: 年度调整数; it may be negative
    adjustment: Annotated[Money | None, Term("年度调整数", "Adjustment", f"{SYSTEM} year_adj_amt")] = None
    adjusted: Annotated[Money | None, Term("全年预算数", "Adjusted budget", f"{PROJECT}, 全年预算数")] = None
    received: Annotated[Money | None, Term("到位数", "Received", "项目支出绩效评价指标体系框架, 资金到位率")] = None
    executed: Annotated[Money | None, Term("全年执行数", "Executed", f"{PROJECT}, 全年执行数")] = None
    #: 全年预计执行数, on monitoring forms
    expected: Annotated[Money | None, Term("全年预计执行数", "Expected for the year", "项目支出绩效目标执行监控表")] = (
        None
    )
    unspent: Annotated[Money | None, Term("结余数", "Unspent", "项目资金情况表, 结余")] = None
    final_account: Annotated[Money | None, Term("决算数", "Final account", SPENDING)] = None
    #: 预算数, where the document does not say which
    unspecified: Annotated[
        Money | None, Term("预算数（未注明口径）", "Budget, stage not stated", OURS, heading="预算数")
    ] = None
    #: 执行率 as it is printed; `rate` computes it
    execution_rate: Annotated[Quantity | None, Term("执行率", "Execution rate", f"{PROJECT}, 执行率")] = None
    #: 占比 as it is printed: the share of the row in its total
    share: Annotated[Quantity | None, Term("占比", "Share", "收入构成、支出构成")] = None
    extra: Extra = NOTHING_MORE

    @classmethod
    def from_stages(cls, figures: Mapping[BudgetStage, Money | None]) -> "BudgetLine":
        """Return the row with these figures."""
        stated: dict[str, Any] = {stage.key: money for stage, money in figures.items()}
        return cls(**stated)

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
@frozen(kw_only=True, field_transformer=checked)
class FundingLine:
    """The money that one source gives (资金来源)."""

    SOURCE: ClassVar = f"{PROJECT}, 其中"

    source: Annotated[FundingSource, Term("来源", "Source", heading="资金来源")]
    #: The words of the document, where they are not those of the source: 省、地配套.
    label: Annotated[str | None, Term("来源原文", "Source as printed", OURS)] = None
    code: Annotated[str | None, Term("资金性质代码", "Code of the source", f"{SYSTEM} found_type_code")] = None
    amounts: Annotated[BudgetLine, Term("金额", "Amounts", silent=True)] = field(factory=BudgetLine)
    extra: Extra = NOTHING_MORE

    @property
    def called(self) -> str:
        """The source in the words of the document, or in those of the list."""
        return self.label or self.source


@final
@frozen(kw_only=True, field_transformer=checked)
class Expenditure:
    """Expenditure by category; each `ExpenditureCategory` names a field."""

    SOURCE: ClassVar = f"{SPENDING}; 预算法实施条例 art. 5"

    total: Annotated[BudgetLine | None, Term("支出合计", "Total expenditure")] = None
    basic: Annotated[BudgetLine | None, Term("基本支出", "Basic expenditure")] = None
    personnel: Annotated[BudgetLine | None, Term("人员经费", "Personnel expenditure", "预算法实施条例 art. 5")] = None
    public: Annotated[BudgetLine | None, Term("公用经费", "Public running costs", "预算法实施条例 art. 5")] = None
    project: Annotated[BudgetLine | None, Term("项目支出", "Project expenditure")] = None
    business: Annotated[BudgetLine | None, Term("经营支出", "Business expenditure", SPENDING)] = None
    remitted: Annotated[BudgetLine | None, Term("上缴上级支出", "Remitted to the superior unit", SPENDING)] = None
    subsidies: Annotated[BudgetLine | None, Term("对附属单位补助支出", "Subsidies to subordinate units", SPENDING)] = (
        None
    )
    extra: Extra = NOTHING_MORE

    def line(self, category: ExpenditureCategory) -> BudgetLine | None:
        """Return the row of *category*; `None` where the document is silent."""
        line: BudgetLine | None = getattr(self, category.key)
        return line


@final
@frozen(kw_only=True, field_transformer=checked)
class FunctionalLine:
    """One row of 支出决算表: what was spent on one function, in all and by category."""

    SOURCE: ClassVar = SPENDING

    #: 功能分类科目编码, opaque: 201, 20129, 2012901
    code: Annotated[str, Term("功能分类科目编码", "Functional code")]
    #: 科目名称 as printed
    name: Annotated[str | None, Term("科目名称", "Name")] = None
    #: 本年支出合计, 基本支出, 项目支出 and the other columns
    expenditure: Annotated[Expenditure, Term("支出", "Expenditure", silent=True)] = field(factory=Expenditure)
    extra: Extra = NOTHING_MORE

    @property
    def called(self) -> str:
        """The code, and the name where one is printed: 21201 城乡社区管理事务."""
        return self.code if self.name is None else f"{self.code} {self.name}"


@final
@frozen(kw_only=True, field_transformer=checked)
class EconomicLine:
    """One row of 基本支出决算表: what was spent on one economic item."""

    SOURCE: ClassVar = BASIC_SPENDING

    #: 经济分类科目编码, opaque: 301, 30101
    code: Annotated[str, Term("经济分类科目编码", "Economic code")]
    #: 科目名称 as printed
    name: Annotated[str | None, Term("科目名称", "Name")] = None
    amounts: Annotated[BudgetLine, Term("金额", "Amounts", silent=True)] = field(factory=BudgetLine)
    extra: Extra = NOTHING_MORE

    @property
    def called(self) -> str:
        """The code, and the name where one is printed: 21201 城乡社区管理事务."""
        return self.code if self.name is None else f"{self.code} {self.name}"
