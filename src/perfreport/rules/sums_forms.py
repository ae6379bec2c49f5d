"""SUM: figures of the forms that add up to other figures."""

from collections.abc import Iterator

from perfreport.model import PerformanceReport
from perfreport.rules._core import Rule, Seen, rule
from perfreport.rules._sums import CASES, REMEDY, judged

__all__ = ["RULES"]


@rule(
    "SUM017",
    cites=["项目支出绩效自评表, 项目资金", "E11"],
    title=("年度资金总额等于各项来源之和", "The funds are the sum of their sources"),
    manual_zh="年度资金总额等于当年财政拨款、上年结转资金与其他资金之和。凡有资金栏的表，按同样办法核对。",
    remedy=REMEDY,
    cases=CASES,
)
def funds_are_the_sum_of_their_sources(report: PerformanceReport) -> Iterator[Seen]:
    """
    The total of a money block equals the sum of its sources.

    年度资金总额 = 当年财政拨款 + 上年结转资金 + 其他资金, and in the same way on every form with such a block.
    """
    yield from judged(report, "SUM017")


@rule(
    "SUM018",
    cites=["部门整体支出绩效自评表", "E12"],
    title=("年度资金总额等于基本支出与项目支出之和", "The funds are basic plus project expenditure"),
    manual_zh="年度资金总额等于基本支出与项目支出之和。按支出性质分列资金的表，才作判断。",
    remedy=REMEDY,
    cases=CASES,
)
def funds_are_basic_and_project(report: PerformanceReport) -> Iterator[Seen]:
    """
    The total of a money block equals basic expenditure plus project expenditure.

    Judged where the form splits its funds by the nature of expenditure (按支出性质分).
    """
    yield from judged(report, "SUM018")


@rule(
    "SUM019",
    cites=["部门（单位）整体支出绩效目标申报表"],
    title=("任务金额合计等于各项任务之和", "The tasks come to their total"),
    manual_zh="任务金额合计等于各项任务之和。有任务没有填列金额的，不作判断。",
    remedy=REMEDY,
    cases=CASES,
)
def tasks_come_to_their_total(report: PerformanceReport) -> Iterator[Seen]:
    """
    The total of the main tasks equals the sum of the tasks.

    A list in which a task is silent is not judged.
    """
    yield from judged(report, "SUM019")


@rule(
    "SUM020",
    cites=["部门整体支出绩效评价基础数据表", "E14"],
    title=("“三公”经费等于三项之和", "The total is vehicles, overseas travel and hospitality"),
    manual_zh="“三公”经费等于公务用车、出国、公务接待三项经费之和。上年决算数、本年预算数、本年决算数逐栏核对。",
    remedy=REMEDY,
    cases=CASES,
)
def three_public_add_up(report: PerformanceReport) -> Iterator[Seen]:
    """
    “三公”经费 equals official vehicles plus overseas travel plus hospitality.

    Judged column by column: the year before, the budget, the final account.
    """
    yield from judged(report, "SUM020")


@rule(
    "SUM021",
    cites=["部门整体支出绩效评价基础数据表", "E14"],
    title=("公务用车经费等于购置与运行维护之和", "Vehicles are bought and run"),
    manual_zh="公务用车购置和维护经费等于公车购置与公车运行维护之和，逐栏核对。",
    remedy=REMEDY,
    cases=CASES,
)
def vehicles_are_bought_and_run(report: PerformanceReport) -> Iterator[Seen]:
    """
    The cost of official vehicles equals purchase plus running and maintenance.

    Judged column by column.
    """
    yield from judged(report, "SUM021")


@rule(
    "SUM022",
    cites=["部门决算, 政府采购支出", "E15"],
    title=("政府采购等于货物、工程、服务之和", "Procurement is goods, works and services"),
    manual_zh="政府采购金额等于货物、工程、服务之和。授予中小企业的合同金额已含在三类之内，不再相加。",
    remedy=REMEDY,
    cases=CASES,
)
def procurement_adds_up(report: PerformanceReport) -> Iterator[Seen]:
    """
    Procurement equals goods plus works plus services.

    Contracts with small businesses are a part of each of them and are not added.
    """
    yield from judged(report, "SUM022")


@rule(
    "SUM023",
    cites=["部门整体支出绩效评价基础数据表"],
    title=("项目支出合计等于各专项之和", "The projects of the base data come to their total"),
    manual_zh="基础数据表的项目支出合计等于业务工作专项、运行维护专项与专项资金之和，逐栏核对。",
    remedy=REMEDY,
    cases=CASES,
)
def project_costs_add_up(report: PerformanceReport) -> Iterator[Seen]:
    """
    Project expenditure of the base data equals the sum of the projects in its three groups.

    业务工作专项 + 运行维护专项 + 专项资金, column by column.
    """
    yield from judged(report, "SUM023")


RULES: tuple[Rule, ...] = (
    funds_are_the_sum_of_their_sources,
    funds_are_basic_and_project,
    tasks_come_to_their_total,
    three_public_add_up,
    vehicles_are_bought_and_run,
    procurement_adds_up,
    project_costs_add_up,
)
