"""The money block of a form (项目资金, 年度预算申请): rows by source and by nature, with weight and score."""

from decimal import Decimal
from typing import Annotated, ClassVar, final

from attrs import field, frozen

from perfreport.model._fields import NOTHING_MORE, Extra, Points, checked, points
from perfreport.model._sources import DEPARTMENT, PROJECT
from perfreport.model.lines import BudgetLine, Expenditure, FundingLine
from perfreport.names import Term

__all__ = ["Funding", "SpendingItem"]


@final
@frozen(kw_only=True, field_transformer=checked)
class SpendingItem:
    """One thing that the money of a project was spent on (项目支出明细)."""

    SOURCE: ClassVar = "项目支出明细表"

    name: Annotated[str, Term("支出内容", "Item")]
    amounts: Annotated[BudgetLine, Term("支出金额", "Amounts", silent=True)] = field(factory=BudgetLine)
    vouchers: Annotated[str | None, Term("凭证号", "Vouchers")] = None
    remark: Annotated[str | None, Term("备注", "Remark")] = None
    extra: Extra = NOTHING_MORE

    @property
    def called(self) -> str:
        """What the money was spent on."""
        return self.name


@final
@frozen(kw_only=True, field_transformer=checked)
class Funding:
    """
    The money block of a form, whatever columns and rows it has.

    The columns are the stages of a `BudgetLine`; the rows are the total, its sources, and expenditure by its nature.
    """

    total: Annotated[BudgetLine | None, Term("年度资金总额", "Total of the year", f"{PROJECT}, 项目资金")] = None
    #: 其中: 当年财政拨款, 上年结转资金, 其他资金; on department forms 按收入性质分
    sources: Annotated[
        tuple[FundingLine, ...],
        Term("资金来源", "Sources", f"{PROJECT}, 其中; {DEPARTMENT}, 按收入性质分", silent=True),
    ] = ()
    #: 按支出性质分: 基本支出, 项目支出
    expenditure: Annotated[
        Expenditure | None, Term("按支出性质分", "Expenditure by nature", DEPARTMENT, silent=True)
    ] = None
    items: Annotated[
        tuple[SpendingItem, ...], Term("项目支出明细", "What the money was spent on", "项目支出明细表")
    ] = ()
    #: 分值 of the execution rate
    weight: Annotated[
        Points | None, Term("执行率分值", "Weight of the execution rate", f"{PROJECT}, 分值", heading="分值")
    ] = field(default=None, converter=points)
    #: 得分 of the execution rate, as stated
    score: Annotated[
        Decimal | None, Term("执行率得分", "Score of the execution rate", f"{PROJECT}, 得分", heading="得分")
    ] = field(default=None, converter=points)
    #: 偏差原因 of the execution
    reason: Annotated[str | None, Term("预算执行偏差原因", "Reason for the deviation", "项目支出绩效自评表, 原因")] = (
        None
    )
    extra: Extra = NOTHING_MORE
