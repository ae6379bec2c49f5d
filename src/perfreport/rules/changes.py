"""TEXT: what the text says of the change from the year before."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from perfreport.findings import Severity
from perfreport.model import Passage
from perfreport.money import Money, bounds, decimals_of, step
from perfreport.notation import FoundAmount, find_amounts
from perfreport.numerals import exponent_of
from perfreport.quantity import Quantity
from perfreport.rules._core import Case, Rule, Seen, collected, rule
from perfreport.rules._index import Index

__all__ = ["RULES"]

_MORE = "增加|增长|上升|提高"
_LESS = "减少|下降|降低|压减|节约"
_NEAR = 40
_COMPARED = re.compile(
    r"^[，,；;。]?(?:与|比|较|同比)?(?:上年|去年|上一年|[0-9]{4}年)?(?:度|同期)?(?:决算数?|执行数?|预算数?|支出)?(?:相比)?[，,]?"
    rf"(?P<verb>{_MORE}|{_LESS})了?(?:约为?)?$"
)
_ALONE = re.compile(rf"(?P<verb>{_MORE}|{_LESS})了?$")
_PERCENT = re.compile(
    rf"^[，,、；;（(]?(?:同比|比上年|较上年)?(?P<verb>{_MORE}|{_LESS})?(?:了|率?为|幅度?为|达到?)?"
    r"(?P<number>[0-9]{1,9}(?:\.[0-9]{1,9})?)[%％]"
)


@rule(
    "TEXT004",
    cites=["部门决算公开, 增减变化说明"],
    title=("增减额与增减幅度相符", "A change in money and its rate agree"),
    manual_zh=(
        "正文写明金额、比上年增减额和增减幅度的，三者应当相符。幅度是增减额除以上年金额。三个数均按取整之前可能"
        "的范围核对；截去尾数的幅度也算相符。只核对通行的写法：支出…万元，比上年增加…万元，增长…%。"
    ),
    remedy=("按上年数重新计算增减幅度。", "Compute the rate over last year's figure again."),
    cases={
        "direction": Case(
            Severity.ERROR,
            "“{text}”：金额与幅度一增一减。",
            "“{text}”: the amount and its rate go opposite ways.",
        ),
        "mismatch": Case(
            Severity.ERROR,
            "本年{current}、增减{change}，幅度所列{printed}，与计算不符。",
            "With {current} this year and a change of {change}, the rate cannot be {printed}.",
        ),
    },
)
def changes_match_their_rates(index: Index) -> Iterator[Seen]:
    """
    Where the text gives an amount, its change from the year before, and the rate of that change, the three agree.

    The rate divides the change by what the amount was before it. All three are taken for what prints so; a rate that
    was cut off is right. Only the plain form is judged: 支出…万元，比上年增加…万元，增长…%.
    """
    for way, passage, _ in index.each(Passage):
        text = passage.text or ""
        before: FoundAmount | None = None
        for found in find_amounts(text):
            if (seen := _judged(text, before, found)) is not None:
                case, facts = seen
                yield Seen((*way, "text"), facts, case)
            before = found


def _judged(text: str, before: FoundAmount | None, change: FoundAmount) -> tuple[str, dict[str, object]] | None:
    """Return the case and the facts of a change that is not right; `None` for one that is, or is not understood."""
    start, end = change.span
    verb = _ALONE.search(text, max(0, start - _NEAR), start)
    percent = _PERCENT.match(text[end : end + _NEAR])
    if verb is None or percent is None or not _is_plain(change):
        return None
    rises = verb["verb"] in _MORE.split("|")
    if percent["verb"] is not None and (percent["verb"] in _MORE.split("|")) != rises:
        return "direction", {"text": text[verb.start() : end + percent.end()]}
    if before is None or not _is_plain(before) or start - before.span[1] > _NEAR:
        return None
    if _COMPARED.match(text[before.span[1] : start]) is None:
        return None
    printed = Decimal(percent["number"])
    if _agree(before.money, change.money, printed, rises=rises):
        return None
    return "mismatch", {"current": before.money, "change": change.money, "printed": Quantity(printed, "%")}


def _is_plain(found: FoundAmount) -> bool:
    return found.per is None and not found.about and found.money.amount > 0


def _agree(current: Money, change: Money, printed: Decimal, *, rises: bool) -> bool:
    """Tell whether some amounts that print so have a change of *printed* per cent, rounded or cut off."""
    places = decimals_of((current, change))
    (least, most), (low, high) = (
        bounds(each, step(each.unit, exponent_of(each.amount)), places) for each in (change, current)
    )
    # What it was before: the less there was of it, the larger the rate.
    small, large = (low - most, high - least) if rises else (low + most, high + least)
    if small <= 0:
        return True
    digit = Fraction(1, 10 ** max(0, -exponent_of(printed)))
    # From half a step below, where rounding begins, to a whole step above, where cutting off ends.
    return least * 100 <= (Fraction(printed) + digit) * large and (Fraction(printed) - digit / 2) * small <= most * 100


RULES: tuple[Rule, ...] = collected(globals())
