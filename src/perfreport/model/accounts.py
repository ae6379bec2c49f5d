"""The account of all revenue and expenditure (收入支出决算总表), with the balances at both ends of the year."""

from typing import final

from attrs import field, frozen

from perfreport.checks import each, is_a, optional
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import Extra, unknown_keys
from perfreport.model.lines import BudgetLine, EconomicLine, Expenditure, FunctionalLine, FundingLine

__all__ = ["Balance", "FinalAccounts"]


@final
@frozen(kw_only=True)
class Balance:
    """
    结转和结余 at one end of the year.

    结转资金 is bound to what it was given for and is used in the next year; 结余资金 is left over and free.
    """

    #: 结转和结余合计
    total: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 结转资金
    carry_over: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 结余资金
    surplus: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 其中: 财政拨款结转和结余
    appropriation: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class FinalAccounts:
    """收入支出决算总表: where all the money of the year came from, and where it went; both sides have one total."""

    #: 本年收入, one row for each source in the order of the table
    revenue: tuple[FundingLine, ...] = field(default=(), validator=each(is_a(FundingLine)))
    #: 本年收入合计
    revenue_total: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 使用非财政拨款结余（含专用结余）
    reserves_used: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 年初结转和结余
    opening: Balance | None = field(default=None, validator=optional(is_a(Balance)))
    #: 总计 of the revenue side
    inflow_total: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 本年支出, by category; its total is 本年支出合计
    expenditure: Expenditure | None = field(default=None, validator=optional(is_a(Expenditure)))
    #: 支出决算表: expenditure by function (类, 款, 项), subtotals among them
    functions: tuple[FunctionalLine, ...] = field(default=(), validator=each(is_a(FunctionalLine)))
    #: 基本支出决算表: basic expenditure by economic item (类, 款), subtotals among them
    economic: tuple[EconomicLine, ...] = field(default=(), validator=each(is_a(EconomicLine)))
    #: 结余分配
    surplus_distributed: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    #: 年末结转和结余
    closing: Balance | None = field(default=None, validator=optional(is_a(Balance)))
    #: 总计 of the expenditure side
    outflow_total: BudgetLine | None = field(default=None, validator=optional(is_a(BudgetLine)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)
