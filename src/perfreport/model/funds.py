"""The money block of a form (项目资金, 年度预算申请): rows by source and by nature, with weight and score."""

from decimal import Decimal
from typing import final

from attrs import field, frozen

from perfreport.checks import each, is_a, optional, said
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import Extra, unknown_keys
from perfreport.model.lines import BudgetLine, Expenditure, FundingLine
from perfreport.model.points import not_negative, points

__all__ = ["Funds", "SpendingItem"]


@final
@frozen(kw_only=True)
class SpendingItem:
    """One thing that the money of a project was spent on (项目支出明细)."""

    name: str = field(validator=said)
    amounts: BudgetLine = field(factory=BudgetLine, validator=is_a(BudgetLine))
    #: 凭证号
    vouchers: str | None = field(default=None, validator=optional(said))
    #: 备注
    remark: str | None = field(default=None, validator=optional(said))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class Funds:
    """
    The money block of a form, whatever columns and rows it has.

    The columns are the stages of a `BudgetLine`; the rows are the total, its sources, and expenditure by its nature.
    """

    #: 年度资金总额
    total: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 其中: 当年财政拨款, 上年结转资金, 其他资金; on department forms 按收入性质分
    sources: tuple[FundingLine, ...] = field(default=(), validator=each(is_a(FundingLine)))
    #: 按支出性质分: 基本支出, 项目支出
    expenditure: Expenditure | None = field(default=None, validator=optional(is_a(Expenditure)))
    #: 项目支出明细
    items: tuple[SpendingItem, ...] = field(default=(), validator=each(is_a(SpendingItem)))
    #: 分值 of the execution rate
    weight: Decimal | None = field(default=None, converter=points, validator=not_negative)
    #: 得分 of the execution rate, as stated
    score: Decimal | None = field(default=None, converter=points)
    #: 偏差原因 of the execution
    reason: str | None = field(default=None, validator=optional(said))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)
