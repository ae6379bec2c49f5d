"""The account of all revenue and expenditure (收入支出决算总表), with the balances at both ends of the year."""

from typing import Annotated, ClassVar, final

from attrs import frozen

from perfreport.model._fields import NOTHING_MORE, Extra, checked
from perfreport.model._sources import ACCOUNTS, SPENDING
from perfreport.model.lines import BudgetLine, EconomicLine, Expenditure, FunctionalLine, FundingLine
from perfreport.names import Term

__all__ = ["Balance", "FinalAccounts"]


@final
@frozen(kw_only=True, field_transformer=checked)
class Balance:
    """
    结转和结余 at one end of the year.

    结转资金 is bound to what it was given for and is used in the next year; 结余资金 is left over and free.
    """

    SOURCE: ClassVar = "预算法实施条例 art. 50"

    total: Annotated[BudgetLine | None, Term("结转和结余", "Carry-over and surplus", ACCOUNTS)] = None
    carry_over: Annotated[BudgetLine | None, Term("结转资金", "Carry-over")] = None
    surplus: Annotated[BudgetLine | None, Term("结余资金", "Surplus")] = None
    #: 其中: 财政拨款结转和结余
    appropriation: Annotated[
        BudgetLine | None, Term("财政拨款结转和结余", "Carry-over and surplus of appropriations", f"财政拨款{ACCOUNTS}")
    ] = None
    extra: Extra = NOTHING_MORE


@final
@frozen(kw_only=True, field_transformer=checked)
class FinalAccounts:
    """收入支出决算总表: where all the money of the year came from, and where it went; both sides have one total."""

    SOURCE: ClassVar = ACCOUNTS

    #: 本年收入, one row for each source in the order of the table
    revenue: Annotated[tuple[FundingLine, ...], Term("本年收入", "Revenue by source")] = ()
    revenue_total: Annotated[BudgetLine | None, Term("本年收入合计", "Revenue of the year")] = None
    reserves_used: Annotated[BudgetLine | None, Term("使用非财政拨款结余（含专用结余）", "Reserves used")] = None
    opening_balance: Annotated[Balance | None, Term("年初结转和结余", "Opening balance")] = None
    #: 总计 of the revenue side
    inflow_total: Annotated[BudgetLine | None, Term("收入总计", "Grand total of revenue", f"{ACCOUNTS}, 总计")] = None
    #: 本年支出, by category; its total is 本年支出合计
    expenditure: Annotated[Expenditure | None, Term("本年支出", "Expenditure by category", silent=True)] = None
    #: 支出决算表: expenditure by function (类, 款, 项), subtotals among them
    functions: Annotated[tuple[FunctionalLine, ...], Term("按功能分类", "By function", SPENDING, silent=True)] = ()
    #: 基本支出决算表: basic expenditure by economic item (类, 款), subtotals among them
    economic: Annotated[
        tuple[EconomicLine, ...], Term("按经济分类", "By economic item", f"基本{SPENDING}", silent=True)
    ] = ()
    surplus_distributed: Annotated[BudgetLine | None, Term("结余分配", "Surplus distributed")] = None
    closing_balance: Annotated[Balance | None, Term("年末结转和结余", "Closing balance")] = None
    #: 总计 of the expenditure side
    outflow_total: Annotated[BudgetLine | None, Term("支出总计", "Grand total of expenditure", f"{ACCOUNTS}, 总计")] = (
        None
    )
    extra: Extra = NOTHING_MORE
