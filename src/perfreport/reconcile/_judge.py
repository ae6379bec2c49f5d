"""One equation or one rate judged by itself."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import final

from perfreport.money import Money, Presentation, Unit, step
from perfreport.money import total as summed
from perfreport.numerals import EXACT, exponent_of
from perfreport.quantity import Rate

__all__ = ["Verdict", "bounds", "judge", "judge_rate", "steps_of"]

_FEN = Decimal("0.01")


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

    Every figure stands for the whole 分 that print so on the page of *presentation* (see `Presentation.interval`); the
    verdict is `Verdict.ROUNDING` when some of those amounts add up. With one step for all figures that is a gap of at
    most `Presentation.tolerance`. Without a presentation, each unit takes the finest step among its figures.

    >>> judge(Money.wan("40.44"), [Money.wan("30.33"), Money.wan("10.12")], Presentation(Unit.WAN))
    <Verdict.ROUNDING: 'rounding'>
    """
    if summed(parts) == total:
        return Verdict.EXACT
    figures = (total, *parts)
    steps = steps_of(figures, presentation)
    low, high = zip(*map(bounds, figures, steps), strict=True)
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

    >>> judge_rate(Decimal("105.70"), Money.wan("40.44"), Money.wan("38.26"), Presentation(Unit.WAN))
    <Verdict.EXACT: 'exact'>
    """
    places = max(0, -exponent_of(printed)) if places is None else places
    figures = (numerator, denominator)
    steps = steps_of(figures, presentation)
    above, below = (tuple(map(Fraction, bounds(figure, step))) for figure, step in zip(figures, steps, strict=True))
    least, most = below[0] if below[0] > 0 else Fraction(_FEN), below[1]
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


def _cut_off(printed: Fraction, steps: int, above: tuple[Fraction, ...], below: tuple[Fraction, Fraction]) -> bool:
    """Tell whether a quotient of the amounts, cut off towards zero after its last decimal, is *printed*."""
    near, far = printed, printed + (Fraction(1, steps) if printed >= 0 else -Fraction(1, steps))
    low = min(min(near, far) / 100 * divisor for divisor in below)
    high = max(max(near, far) / 100 * divisor for divisor in below)
    # The cut keeps the end that is printed, and leaves out the one beyond it.
    from_low = low <= above[1] if printed >= 0 else low < above[1]
    to_high = above[0] < high if printed >= 0 else above[0] <= high
    return from_low and to_high


def bounds(figure: Money, grid: Money) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest number of 元, in whole 分, that prints as *figure* at the step *grid*."""
    yuan, whole = figure.to(Unit.YUAN), grid.to(Unit.YUAN)
    if whole <= _FEN:
        return yuan, yuan
    near = EXACT.multiply(whole, Decimal("0.5"))
    far = EXACT.subtract(near, _FEN)
    if not yuan:
        return -far, far
    towards, away = (near, far) if yuan > 0 else (far, near)
    return EXACT.subtract(yuan, towards), EXACT.add(yuan, away)


def steps_of(figures: Sequence[Money], presentation: Presentation | None) -> list[Money]:
    """Return the step of each figure on its page; without a page, the finest one among the figures of its unit."""
    if presentation is not None:
        return [presentation.step_of(figure) for figure in figures]
    finest: dict[Unit, int] = {}
    for figure in figures:
        finest[figure.unit] = min(finest.get(figure.unit, 0), exponent_of(figure.amount))
    return [step(figure.unit, finest[figure.unit]) for figure in figures]
