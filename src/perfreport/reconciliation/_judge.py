"""One equation or one rate judged by itself."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import final

from perfreport.money import Money, Presentation, bounds, decimals_of, steps_of
from perfreport.money import total as summed
from perfreport.numerals import exponent_of
from perfreport.quantity import Rate

__all__ = ["Verdict", "judge", "judge_rate"]


@final
class Verdict(StrEnum):
    """What a comparison of printed figures shows."""

    #: The figures agree as they are printed.
    EXACT = "exact"
    #: They differ by no more than rounding each figure for itself explains (尾差).
    ROUNDING = "rounding"
    #: A rate was cut off instead of rounded: 94.72% of 94.7297%.
    TRUNCATED = "truncated"
    #: No amounts that print so agree: a figure is wrong.
    MISMATCH = "mismatch"


def judge(total: Money, parts: Sequence[Money], presentation: Presentation | None = None) -> Verdict:
    """
    Judge whether the printed *total* is the sum of the printed *parts*.

    Every figure stands for the whole 分 that print so on the page of *presentation* (see `Presentation.interval`), or
    for finer amounts where one of them is stated finer; the verdict is `Verdict.ROUNDING` when some of those amounts
    add up. With one step for all figures that is a gap of at most `Presentation.tolerance`. Without a presentation,
    each unit takes the finest step among its figures.

    >>> from perfreport import Unit
    >>> judge(Money.wan("40.44"), [Money.wan("30.33"), Money.wan("10.12")], Presentation(Unit.WAN))
    <Verdict.ROUNDING: 'rounding'>
    """
    if summed(parts) == total:
        return Verdict.EXACT
    low, high = zip(*_bounds((total, *parts), presentation), strict=True)
    return Verdict.ROUNDING if sum(low[1:]) <= high[0] and low[0] <= sum(high[1:]) else Verdict.MISMATCH


def judge_rate(
    printed: Decimal,
    numerator: Money,
    denominator: Money,
    presentation: Presentation | None = None,
    places: int | None = None,
) -> Verdict:
    """
    Judge whether *printed* per cent is *numerator* over *denominator*, as they are printed.

    A rate is computed before its amounts are rounded, so it only has to meet the interval of quotients of the amounts
    that print so. *places* are the decimals of the rate, those that were typed unless given. A rate that was cut off
    after its last decimal is `Verdict.TRUNCATED`. A rate over nothing, or over less, is a mismatch.

    >>> from perfreport import Unit
    >>> judge_rate(Decimal("105.70"), Money.wan("40.44"), Money.wan("38.26"), Presentation(Unit.WAN))
    <Verdict.EXACT: 'exact'>
    """
    places = max(0, -exponent_of(printed)) if places is None else places
    above, below = _bounds((numerator, denominator), presentation)
    least, most = max(below[0], 1), below[1]
    if most < least:
        return Verdict.MISMATCH
    if Rate.of(numerator, denominator).percent(places) == printed:
        return Verdict.EXACT
    half = Fraction(1, 2 * 10**places)
    low = min((Fraction(printed) - half) / 100 * divisor for divisor in (least, most))
    high = max((Fraction(printed) + half) / 100 * divisor for divisor in (least, most))
    # Like an amount, a printed rate stands for the end of its interval that lies towards zero, and not for the other.
    from_low = low <= above[1] if printed > 0 else low < above[1]
    to_high = above[0] <= high if printed < 0 else above[0] < high
    if from_low and to_high:
        return Verdict.ROUNDING
    return Verdict.TRUNCATED if _cut_off(Fraction(printed), 10**places, above, (least, most)) else Verdict.MISMATCH


def _cut_off(printed: Fraction, steps: int, above: tuple[int, int], below: tuple[int, int]) -> bool:
    """Tell whether a quotient of the amounts, cut off towards zero after its last decimal, is *printed*."""
    near, far = printed, printed + (Fraction(1, steps) if printed >= 0 else -Fraction(1, steps))
    low = min(min(near, far) / 100 * divisor for divisor in below)
    high = max(max(near, far) / 100 * divisor for divisor in below)
    # The cut keeps the end that is printed, and leaves out the one beyond it.
    from_low = low <= above[1] if printed >= 0 else low < above[1]
    to_high = above[0] < high if printed >= 0 else above[0] <= high
    return from_low and to_high


def _bounds(figures: Sequence[Money], presentation: Presentation | None) -> list[tuple[int, int]]:
    """Return the least and the greatest amount behind each figure, all in the same small unit."""
    places = decimals_of(figures)
    return [bounds(figure, step, places) for figure, step in zip(figures, steps_of(figures, presentation), strict=True)]
