"""SUM: figures of tables by code and of the final accounts that add up to other figures."""

from collections.abc import Iterator

from perfreport.model import PerformanceReport
from perfreport.rules._core import Rule, Seen, rule
from perfreport.rules._sums import CASES, REMEDY, judged

__all__ = ["RULES"]


@rule(
    "SUM007",
    cites=["支出决算表", "E4"],
    title=("类、款、项逐级相加一致", "Each level of functions is the sum of the next"),
    manual_zh="功能分类的类等于所属款之和，款等于所属项之和，逐栏核对。同一编码在表内重复出现的，该表不作判断。",
    remedy=REMEDY,
    cases=CASES,
)
def functional_levels_add_up(report: PerformanceReport) -> Iterator[Seen]:
    """
    Each functional class equals the sum of its groups, and each group the sum of its items.

    类 = 款之和, 款 = 项之和, column by column. A table in which a code stands twice is not judged.
    """
    yield from judged(report, "SUM007")


@rule(
    "SUM008",
    cites=["支出决算表", "E1", "E4"],
    title=("各功能分类之和等于支出合计", "The functions come to the expenditure of the account"),
    manual_zh="按功能分类列示的各栏之和，等于所细分的支出行。以表内最高一级科目相加。",
    remedy=REMEDY,
    cases=CASES,
)
def functions_come_to_the_account(report: PerformanceReport) -> Iterator[Seen]:
    """
    Each column of the table by function adds up to the row of the account that it splits.

    Judged over the highest level of codes that the table lists.
    """
    yield from judged(report, "SUM008")


@rule(
    "SUM009",
    cites=["基本支出决算表", "E5"],
    title=("经济分类类级等于款级之和", "Each economic class is the sum of its items"),
    manual_zh=(
        "经济分类的类级科目等于所属款级科目之和，如301等于各301xx之和。同一编码在表内重复出现的，该表不作判断。"
    ),
    remedy=REMEDY,
    cases=CASES,
)
def economic_levels_add_up(report: PerformanceReport) -> Iterator[Seen]:
    """
    Each economic class equals the sum of its items: 301 is the sum of 301xx.

    A table in which a code stands twice is not judged.
    """
    yield from judged(report, "SUM009")


@rule(
    "SUM010",
    cites=["部门决算, 人员经费", "E5"],
    title=("人员经费等于301与303之和", "Personnel expenditure is 301 plus 303"),
    manual_zh="人员经费等于工资福利支出（301）与对个人和家庭的补助（303）之和。表内列有这些科目的，才作判断。",
    remedy=REMEDY,
    cases=CASES,
)
def personnel_is_301_and_303(report: PerformanceReport) -> Iterator[Seen]:
    """
    Personnel expenditure equals wages and welfare (301) plus subsidies to individuals and families (303).

    人员经费 = 301 工资福利支出 + 303 对个人和家庭的补助, where the table lists them.
    """
    yield from judged(report, "SUM010")


@rule(
    "SUM011",
    cites=["收入支出决算总表", "E6"],
    title=("本年收入合计等于各项收入之和", "Revenue of the year is the sum of its sources"),
    manual_zh="本年收入合计等于各项来源的收入之和。某一口径有来源没有填列的，该口径不作判断。",
    remedy=REMEDY,
    cases=CASES,
)
def revenue_adds_up(report: PerformanceReport) -> Iterator[Seen]:
    """
    Revenue of the year equals the sum of the rows by source.

    A table in which a source is silent at a stage is not judged there.
    """
    yield from judged(report, "SUM011")


@rule(
    "SUM012",
    cites=["收入支出决算总表", "E6"],
    title=("收入总计等于收入、使用结余与年初结转之和", "The grand total of revenue is the sum of its rows"),
    manual_zh="收入总计等于本年收入合计、使用非财政拨款结余（含专用结余）与年初结转和结余之和。",
    remedy=REMEDY,
    cases=CASES,
)
def inflow_adds_up(report: PerformanceReport) -> Iterator[Seen]:
    """
    The grand total equals revenue of the year, reserves used and the opening balance.

    本年收入合计 + 使用非财政拨款结余（含专用结余） + 年初结转和结余 = 总计.
    """
    yield from judged(report, "SUM012")


@rule(
    "SUM013",
    cites=["收入支出决算总表", "E7"],
    title=("支出总计等于支出、结余分配与年末结转之和", "The grand total of expenditure is the sum of its rows"),
    manual_zh="支出总计等于本年支出合计、结余分配与年末结转和结余之和。",
    remedy=REMEDY,
    cases=CASES,
)
def outflow_adds_up(report: PerformanceReport) -> Iterator[Seen]:
    """
    The grand total equals expenditure of the year, surplus distributed and the closing balance.

    本年支出合计 + 结余分配 + 年末结转和结余 = 总计.
    """
    yield from judged(report, "SUM013")


@rule(
    "SUM014",
    cites=["收入支出决算总表", "E7"],
    title=("收入总计等于支出总计", "Both sides come to one grand total"),
    manual_zh="收入总计等于支出总计。两处是同一个数，单位相同时不存在四舍五入的尾差。",
    remedy=REMEDY,
    cases=CASES,
)
def both_sides_agree(report: PerformanceReport) -> Iterator[Seen]:
    """
    The grand total of revenue equals that of expenditure.

    It is one figure printed twice, so no difference is rounding when both have one unit.
    """
    yield from judged(report, "SUM014")


@rule(
    "SUM015",
    cites=["预算法实施条例 art. 50", "E13"],
    title=("结转结余等于结转资金与结余资金之和", "A balance is carry-over plus surplus"),
    manual_zh="年末结转和结余等于结转资金与结余资金之和；决算表的年初、年末分别核对。",
    remedy=REMEDY,
    cases=CASES,
)
def balances_are_carry_over_and_surplus(report: PerformanceReport) -> Iterator[Seen]:
    """
    The balance at the end of the year equals what is carried over plus what is left over.

    年末结转和结余 = 结转资金 + 结余资金; in the final accounts at both ends of the year.
    """
    yield from judged(report, "SUM015")


@rule(
    "SUM016",
    cites=["预算管理一体化规范", "E10"],
    title=("全年预算数等于年初预算数加调整数", "The adjusted budget is the original one plus the adjustment"),
    manual_zh="全年预算数等于年初预算数加年度调整数。报告和各表中三项均已填列的，逐行核对。",
    remedy=REMEDY,
    cases=CASES,
)
def adjusted_is_original_plus_adjustment(report: PerformanceReport) -> Iterator[Seen]:
    """
    The adjusted budget of a row equals its original budget plus the year's adjustment.

    全年预算数 = 年初预算数 + 年度调整数, judged in every row that states all three, of the accounts and of the forms.
    """
    yield from judged(report, "SUM016")


RULES: tuple[Rule, ...] = (
    functional_levels_add_up,
    functions_come_to_the_account,
    economic_levels_add_up,
    personnel_is_301_and_303,
    revenue_adds_up,
    inflow_adds_up,
    outflow_adds_up,
    both_sides_agree,
    balances_are_carry_over_and_surplus,
    adjusted_is_original_plus_adjustment,
)
