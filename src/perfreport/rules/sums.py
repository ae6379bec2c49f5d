"""SUM: figures of the budgets that add up to other figures of the same report (勾稽关系)."""

from collections.abc import Iterator

from perfreport.model import PerformanceReport
from perfreport.rules._core import Rule, Seen, rule
from perfreport.rules._sums import CASES, REMEDY, judged

__all__ = ["RULES"]


@rule(
    "SUM001",
    cites=["预算法实施条例 art. 5, 40", "支出决算表", "E1"],
    title=("支出合计等于各类支出之和", "Total expenditure is the sum of its categories"),
    manual_zh=(
        "支出合计等于基本支出与项目支出之和；表内列有经营支出、上缴上级支出、对附属单位补助支出的，一并计入。各"
        "数分别四舍五入，尾差能够解释的只作提示，不算错误。年初预算数、全年预算数、执行数等口径分别核对；某一口"
        "径有一项没有填列的，该口径不作判断。"
    ),
    remedy=REMEDY,
    cases=CASES,
)
def total_is_sum_of_categories(report: PerformanceReport) -> Iterator[Seen]:
    """
    Total expenditure equals basic plus project expenditure, plus the other rows that the table has.

    支出合计 = 基本支出 + 项目支出 (+ 经营支出 + 上缴上级支出 + 对附属单位补助支出). Each figure is rounded for itself,
    so a gap that rounding explains is a note and no error. Stages are judged one by one; a stage at which any of the
    rows is silent is not judged.
    """
    yield from judged(report, "SUM001")


@rule(
    "SUM002",
    cites=["预算法实施条例 art. 5", "E2"],
    title=("基本支出等于人员经费与公用经费之和", "Basic expenditure is personnel plus public running costs"),
    manual_zh="基本支出等于人员经费与公用经费之和。尾差的处理与SUM001相同。",
    remedy=REMEDY,
    cases=CASES,
)
def basic_is_sum_of_its_parts(report: PerformanceReport) -> Iterator[Seen]:
    """
    Basic expenditure equals personnel expenditure plus public running costs.

    基本支出 = 人员经费 + 公用经费, with the same allowance for rounding as SUM001.
    """
    yield from judged(report, "SUM002")


@rule(
    "SUM003",
    cites=["部门整体支出绩效自评报告提纲 二", "E3"],
    title=("项目支出合计等于所列项目之和", "The total of the projects is their sum"),
    manual_zh=(
        "项目支出合计等于所列各项目之和。项目清单没有合计的，以支出表中的项目支出为合计。某一口径有项目没有填列"
        "的，该口径不作判断。"
    ),
    remedy=REMEDY,
    cases=CASES,
)
def projects_add_up(report: PerformanceReport) -> Iterator[Seen]:
    """
    The total printed over the projects equals the sum of the projects that are listed.

    Where no total stands over the list, the project row of the expenditure table takes its place. A list in which a
    project is silent at a stage is not judged at that stage.
    """
    yield from judged(report, "SUM003")


@rule(
    "SUM004",
    cites=["财政拨款收入支出决算总表", "E8"],
    title=("年初结转加收入减支出等于年末结转", "Opening balance plus revenue less expenditure is the closing balance"),
    manual_zh="年初结转和结余加财政拨款收入，减支出合计，等于年末结转和结余。四项在同一口径均已填列的，才作判断。",
    remedy=REMEDY,
    cases=CASES,
)
def balances_carry_forward(report: PerformanceReport) -> Iterator[Seen]:
    """
    The balance carried into the year, plus revenue, less expenditure, is the balance carried out of it.

    年初结转和结余 + 财政拨款收入 - 支出合计 = 年末结转和结余, judged where all four are stated at one stage.
    """
    yield from judged(report, "SUM004")


@rule(
    "SUM005",
    cites=["财政拨款收入支出决算总表", "E8"],
    title=("财政拨款合计等于三本预算之和", "The total of appropriations is the sum of the three budgets"),
    manual_zh=(
        "合计栏等于一般公共预算、政府性基金预算与国有资本经营预算之和。收入、支出合计和年初、年末结转和结余分别"
        "核对。写「无」的预算不增加金额；没有填列的预算不能当作零，合计不作判断。"
    ),
    remedy=REMEDY,
    cases=CASES,
)
def budgets_add_up(report: PerformanceReport) -> Iterator[Seen]:
    """
    The total column equals the general public budget plus government-managed funds plus state capital operations.

    Judged for revenue, total expenditure and both balances. A budget that says 「无」 adds nothing; one that is silent
    keeps the sum from being judged.
    """
    yield from judged(report, "SUM005")


@rule(
    "SUM006",
    cites=["部门整体支出绩效自评报告提纲 二", "E3"],
    title=("两处项目支出合计一致", "The project total that stands twice is one figure"),
    manual_zh="支出表中的项目支出，等于项目清单上的合计。两处是同一个数，单位相同时不存在四舍五入的尾差。",
    remedy=REMEDY,
    cases=CASES,
)
def project_total_agrees(report: PerformanceReport) -> Iterator[Seen]:
    """
    Project expenditure in the table of categories equals the total printed over the list of projects.

    The two are one figure printed twice, so no difference between them is rounding when both have the same unit.
    """
    yield from judged(report, "SUM006")


RULES: tuple[Rule, ...] = (
    total_is_sum_of_categories,
    basic_is_sum_of_its_parts,
    projects_add_up,
    balances_carry_forward,
    budgets_add_up,
    project_total_agrees,
)
