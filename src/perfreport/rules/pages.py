"""PAGE: how figures are printed: decimals, units, and figures that look as if their unit had slipped."""

from collections import Counter
from collections.abc import Iterator, Mapping

from perfreport.classification import BudgetStage
from perfreport.findings import Severity
from perfreport.model import BudgetLine, Projects
from perfreport.money import Money, Presentation
from perfreport.numerals import exponent_of
from perfreport.places import Way
from perfreport.rules._core import Case, Rule, Seen, collected, rule
from perfreport.rules._index import Index

__all__ = ["RULES"]

#: A figure in 元 that was taken for 万元 is this many times too large; around it a slip is likely.
_SLIP, _LEAST, _MOST = 10_000, 5_000, 20_000
_FEWEST = 3


@rule(
    "PAGE001",
    cites=["GB/T 15835"],
    title=("同一组金额的小数位数一致", "Figures of one list have the same decimals"),
    manual_zh=(
        "同一项目清单中的金额，小数位数一致。位数少的，可能漏了一位。同一口径有三个以上项目以同一单位填列，且除"
        "个别外小数位数相同的，才作判断。"
    ),
    remedy=("统一小数位数，如1.5写作1.50。", "Print all of them with the same decimals: 1.50 for 1.5."),
    cases={
        "": Case(
            Severity.WARNING,
            "同组金额一般为{usual}位小数，{printed}是{decimals}位。",
            "The figures of this list have {usual} decimals; {printed} has {decimals}.",
        )
    },
)
def decimals_are_uniform(index: Index) -> Iterator[Seen]:
    """
    The amounts of one list of projects are printed with the same number of decimals.

    A figure with fewer digits may have lost one. Judged at each stage where three projects or more state a figure in
    one unit and all but a few of them have the same decimals.
    """
    for way, projects, _ in index.each(Projects):
        for stage in BudgetStage:
            stated: dict[Way, Money] = {
                (*way, "items", at, "amounts", stage.key): figure
                for at, project in enumerate(projects.items)
                if project.amounts is not None and (figure := project.amounts.at(stage)) is not None
            }
            yield from _odd_ones(stated)


def _odd_ones(stated: Mapping[Way, Money]) -> Iterator[Seen]:
    """Yield the figures whose decimals are not those of nearly all the others."""
    decimals = {way: max(0, -exponent_of(figure.amount)) for way, figure in stated.items()}
    if len(stated) < _FEWEST or len({figure.unit for figure in stated.values()}) > 1:
        return
    counted = Counter(decimals.values())
    usual = max(counted, key=lambda places: (counted[places], places))
    for way, places in decimals.items():
        if places != usual and counted[usual] * 2 > len(decimals):
            facts = {"usual": usual, "figure": stated[way], "printed": str(stated[way]), "decimals": places}
            yield Seen(way, facts)


@rule(
    "PAGE002",
    cites=["表头 单位：万元"],
    title=("金额单位与表头一致", "Figures have the unit that the page declares"),
    manual_zh=(
        "预算各表中的数字，使用表头所列的单位。用其他单位并不算错，每个数字保留自己的单位；但读者会按同一单位理解。"
    ),
    remedy=("按表头单位列示，或改正表头。", "Print them in the unit of the head, or correct the head."),
    cases={
        "": Case(
            Severity.NOTE,
            "表头单位是{declared}，表内有{count}个数字用其他单位，如{figure}。",
            "The page declares {declared}; figures in another unit: {count}, such as {figure}.",
        )
    },
)
def units_are_those_of_the_page(index: Index) -> Iterator[Seen]:
    """
    The figures of a page are stated in the unit that it declares.

    Another unit is no error, since each figure keeps its own; but a reader of the page takes them all for one.
    """
    found: dict[Way, list[tuple[Way, Money, Presentation]]] = {}
    for way, figure, page in index.each(Money):
        if page is not None and figure.unit is not page.unit:
            found.setdefault(index.page_of(way), []).append((way, figure, page))
    for others in found.values():
        way, figure, page = others[0]
        yield Seen(way, {"declared": page.unit, "count": len(others), "figure": figure})


@rule(
    "PAGE003",
    cites=["表头 单位：万元"],
    title=("同一行的数字在同一量级", "The figures of a row are of one size"),
    manual_zh=(
        "同一行的预算数与执行数，不应相差一万倍左右。这往往是把以元为单位的数字填进了以万元为单位的表。数额很小"
        "的不作判断：预算很大，实际支出不足一百元，也是可能的。"
    ),
    remedy=("核对单位：是否把元当作万元。", "Check the unit: yuan may stand for ten thousand yuan."),
    cases={
        "": Case(
            Severity.WARNING,
            "{large}是{small}的一万倍左右，单位可能有误（元、万元）。",
            "{large} is about ten thousand times {small}; its unit may have slipped (yuan for ten thousand yuan).",
        )
    },
)
def units_have_not_slipped(index: Index) -> Iterator[Seen]:
    """
    The budget of a row is not about ten thousand times what was spent of it, or the other way round.

    That is what a figure in 元 looks like under a head of 万元. Small figures are left alone: less than one hundred 元
    of a large budget may well be all that was spent.
    """
    for way, line, _ in index.each(BudgetLine):
        stage = line.budget_stage
        budget = line.at(stage) if stage is not None else None
        if budget is None or line.executed is None or stage is None:
            continue
        pair = _slipped(budget, line.executed)
        if pair is not None:
            small, large = pair
            yield Seen((*way, stage.key if large is budget else "executed"), {"small": small, "large": large})


def _slipped(budget: Money, executed: Money) -> tuple[Money, Money] | None:
    small, large = sorted((budget, executed))
    if small < Money.yuan(_SLIP // 100):
        return None
    return (small, large) if small * _LEAST <= large <= small * _MOST else None


RULES: tuple[Rule, ...] = collected(globals())
