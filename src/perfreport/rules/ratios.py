"""RATE: rates that are printed beside the figures that they divide, and shares that make a whole."""

from collections.abc import Iterator
from fractions import Fraction

from perfreport.findings import Severity
from perfreport.model import BudgetLine, Buildings, Figure, Funding, Procurement, Staffing
from perfreport.money import Money, Presentation
from perfreport.numerals import exponent_of, summed
from perfreport.places import Way
from perfreport.quantity import Quantity, Rate
from perfreport.reconciliation import Verdict, judge_rate
from perfreport.rules._core import Case, Rule, Seen, collected, rule
from perfreport.rules._index import Index
from perfreport.rules.rates import is_percentage

__all__ = ["RULES"]

_WHOLE = 100


@rule(
    "RATE003",
    cites=["财预〔2013〕53号", "部门整体支出绩效评价基础数据表"],
    title=("控制率与所列数字相符", "A printed control rate is that of the printed figures"),
    manual_zh=(
        "控制率等于实际数除以核定数，以四舍五入可以判断的程度为限。在职人员控制率＝实际在职人数÷编制数，规模控"
        "制率＝实际规模÷批复规模，投资概算控制率＝实际投资÷预算投资。"
    ),
    remedy=("按实际数除以编制数或批复数重新计算。", "Divide the actual figure by the authorized one again."),
    cases={
        "": Case(
            Severity.ERROR,
            "所列控制率{printed}，而{actual} ÷ {approved} = {rate}。",
            "The printed rate is {printed}, but {actual} ÷ {approved} = {rate}.",
        )
    },
)
def control_rates_match_their_figures(index: Index) -> Iterator[Seen]:
    """
    A printed control rate is actual over authorized, as far as rounding lets one know.

    在职人员控制率 = 实际在职人数 / 编制数; 规模控制率 = 实际规模 / 批复规模; 投资概算控制率 = 实际投资 / 预算投资.
    """
    rates: list[tuple[Way, Quantity | None, Rate | None, Presentation | None]] = []
    for way, staff, page in index.each(Staffing):
        rates.append(((*way, "control_rate"), staff.control_rate, staff.rate(), page))
    for way, built, page in index.each(Buildings):
        rates.append(((*way, "area_control_rate"), built.area_control_rate, built.area_rate(), page))
        rates.append(((*way, "investment_control_rate"), built.investment_control_rate, built.investment_rate(), page))
    for way, printed, rate, page in rates:
        if is_percentage(printed) and rate is not None and not _holds(printed, rate, page):
            facts = {"printed": printed, "actual": rate.numerator, "approved": rate.denominator, "rate": rate}
            yield Seen(way, facts)


def _holds(printed: Quantity, rate: Rate, page: Presentation | None) -> bool:
    """Tell whether *printed* is the rate, rounded or cut off; that of counts is exact."""
    if isinstance(rate.numerator, Money) and isinstance(rate.denominator, Money):
        return judge_rate(printed.amount, rate.numerator, rate.denominator, page) is not Verdict.MISMATCH
    places = max(0, -exponent_of(printed.amount))
    return rate.percent(places) == printed.amount


@rule(
    "RATE004",
    cites=["项目支出绩效自评表, 项目资金"],
    title=("占比合计为100%", "Shares make a whole"),
    manual_zh=(
        "资金栏内各来源旁所列的占比，合计为100%。各占比分别四舍五入，几项相加，允许相差末位的项数之半（舍去零头）。"
    ),
    remedy=("核对各项占比。", "Compute the shares again."),
    cases={
        "": Case(
            Severity.WARNING,
            "各项占比合计{sum}%，与100%相差超出四舍五入的范围。",
            "The shares come to {sum}%, further from 100% than rounding explains.",
        )
    },
)
def shares_make_a_whole(index: Index) -> Iterator[Seen]:
    """
    The shares that are printed beside all sources of a money block come to 100%.

    Each is rounded for itself, so n shares may miss it by n / 2 steps of the last decimal, rounded down.
    """
    for way, block, _ in index.each(Funding):
        shares = [source.amounts.share for source in block.sources]
        stated = [share for share in shares if is_percentage(share)]
        if len(stated) < 2 or len(stated) < len(shares):  # noqa: PLR2004 - one share makes no sum
            continue
        together = summed(share.amount for share in stated)
        steps = max(max(0, -exponent_of(share.amount)) for share in stated)
        if abs(Fraction(together) - _WHOLE) * 10**steps > len(stated) // 2:
            yield Seen((*way, "sources"), {"sum": together})


@rule(
    "RATE005",
    cites=["部门整体支出绩效评价基础数据表"],
    title=("实际在职人数不超过编制数", "No more people than posts"),
    manual_zh="实际在职人数不超过编制数。超编可能有合理原因，因此只作警告。",
    remedy=("核对编制数与实际在职人数；确属超编的，说明原因。", "Compare posts and people; explain it where it is so."),
    cases={
        "": Case(
            Severity.WARNING,
            "实际在职{actual}人，编制{authorized}人，超出{over}人。",
            "There are {actual} people on {authorized} posts: {over} more.",
        )
    },
)
def people_fit_their_posts(index: Index) -> Iterator[Seen]:
    """
    A department has no more people than authorized posts.

    It may have good reasons to, so this is a warning.
    """
    for way, staff, _ in index.each(Staffing):
        if staff.actual is not None and staff.authorized is not None and staff.actual > staff.authorized:
            over = staff.actual - staff.authorized
            yield Seen(way, {"actual": staff.actual, "authorized": staff.authorized, "over": over})


@rule(
    "RATE006",
    cites=["项目支出绩效自评表, 预算执行率"],
    title=("预算数为零的，不列执行率", "There is no rate over nothing"),
    manual_zh="预算数为零的，除0以外不列执行率。系统在不能相除时打印0；其他数字说明所用的分母不是表上的预算数。",
    remedy=("删去执行率，或改正预算数。", "Take the rate out, or correct the budget."),
    cases={
        "": Case(
            Severity.ERROR,
            "预算数是{budget}，不能作分母，所列执行率却是{printed}。",
            "The budget is {budget} and divides nothing, but a rate of {printed} is printed.",
        )
    },
)
def no_rate_over_nothing(index: Index) -> Iterator[Seen]:
    """
    A row whose budget is 0 prints no execution rate other than 0.

    Systems print 0 where nothing can be divided; any other rate has another denominator than the form says.
    """
    for way, line, _ in index.each(BudgetLine):
        basis = line.budget_stage
        budget = line.at(basis) if basis is not None else None
        printed = line.execution_rate
        if printed is not None and budget is not None and not budget.amount and printed.amount:
            yield Seen((*way, "execution_rate"), {"budget": budget, "printed": printed})


@rule(
    "RATE007",
    cites=["部门整体支出绩效评价基础数据表"],
    title=("政府采购执行率与采购数相符", "The procurement rate is that of the printed figures"),
    manual_zh="正文所列的政府采购执行率，等于实际采购金额除以采购预算，以四舍五入可以判断的程度为限。",
    remedy=("按实际采购金额除以采购预算数重新计算。", "Divide what was procured by the procurement budget again."),
    cases={
        "": Case(
            Severity.ERROR,
            "正文所列政府采购执行率{printed}，而{procured} ÷ {budget} = {rate}。",
            "The text gives a procurement rate of {printed}, but {procured} ÷ {budget} = {rate}.",
        )
    },
)
def procurement_rates_match_their_figures(index: Index) -> Iterator[Seen]:
    """政府采购执行率 in the text is what was procured over the procurement budget, as far as rounding lets one know."""
    for _, bought, page in index.each(Procurement):
        rate = bought.total.control_rate() if bought.total else None
        if rate is None:
            continue
        for way, figure, _ in index.each(Figure):
            asked = figure.about == "政府采购执行率" and figure.year in (None, index.year)
            if asked and is_percentage(figure.quantity) and not _holds(figure.quantity, rate, page):
                facts = {"procured": rate.numerator, "budget": rate.denominator, "rate": rate}
                yield Seen(way, {"printed": figure.quantity, **facts})


RULES: tuple[Rule, ...] = collected(globals())
