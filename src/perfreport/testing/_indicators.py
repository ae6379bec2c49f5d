"""Strategies for indicators: cells that can be read, weights that add up, scores that follow from them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import floor

from attrs import evolve
from hypothesis import strategies as st

from perfreport.classification import Achievement, DeviationCause, IndicatorKind, Likelihood
from perfreport.model import Indicator, IndicatorLevel, IndicatorTree, Progress
from perfreport.numerals import EXACT, summed
from perfreport.quantity import Actual, Deadline, Target
from perfreport.scoring import score
from perfreport.testing._rows import NOTHING
from perfreport.testing._values import texts

__all__ = [
    "actuals", "deadlines", "drawn_indicators", "indicator_levels", "indicator_trees", "progresses",
    "single_indicators", "targets",
]  # fmt: skip

_FIRST = (IndicatorKind.COST, IndicatorKind.OUTPUT, IndicatorKind.OUTCOME, IndicatorKind.SATISFACTION)
_UNITS = ("%", "人", "个", "次", "万元", "元/人·月", "人次", "工作日", "")
_NUMBERS = st.builds(
    lambda steps, places: EXACT.scaleb(Decimal(steps), -places), st.integers(1, 10**6), st.integers(0, 2)
)
_WORDS = ("显著提升", "效果明显", "达成年度指标", "部分达成年度指标并具有一定效果", "优", "完成", "/", "XX人", "9月前")
_MOST = Decimal(100)


@cache
def deadlines() -> st.SearchStrategy[Deadline]:
    """Draw dates, complete and incomplete."""
    complete = st.dates(date(1900, 1, 1), date(2199, 12, 31))
    return complete.map(lambda day: Deadline(day.year, day.month, day.day)) | st.sampled_from(
        [Deadline(2025), Deadline(None, 9), Deadline(2025, 12), Deadline(None, 2, 29), Deadline(None, None, 10)]
    )


@cache
def _cells() -> st.SearchStrategy[tuple[str, str | None, str | None]]:
    """Draw what a cell says, and what the columns beside it say."""
    signs = st.sampled_from(["≥", "≤", "=", ">", "<", "不低于", ""])
    numbers = _NUMBERS.map(lambda number: f"{number:f}")
    units = st.sampled_from(_UNITS)
    one = st.builds(lambda sign, number, unit: (f"{sign}{number}{unit}", None, None), signs, numbers, units)
    parted = st.builds(lambda sign, number, unit: (number, sign or None, unit or None), signs, numbers, units)
    between = st.builds(
        lambda low, high, unit: (f"{low}{unit}~{EXACT.add(low, high)}{unit}", None, None), _NUMBERS, _NUMBERS, units
    )
    words = (st.sampled_from(_WORDS) | texts()).map(lambda word: (word, None, None))
    blank = st.sampled_from([("", "≥", "%"), ("优", "定性", "优良中低差")])
    return st.one_of(one, parted, between, words, blank)


@cache
def targets() -> st.SearchStrategy[Target]:
    """Draw the cells of targets: numbers with and without sign and unit, intervals, dates, words."""
    return _cells().map(lambda cell: Target(cell[0], nature=cell[1], measure=cell[2]))


@cache
def actuals() -> st.SearchStrategy[Actual]:
    """Draw the cells of actual values."""
    return _cells().map(lambda cell: Actual(cell[0], nature=cell[1], measure=cell[2]))


@cache
def progresses() -> st.SearchStrategy[Progress]:
    """Draw how an indicator stands in the course of the year."""
    return st.builds(
        Progress,
        actual=st.none() | actuals(),
        expected=st.none() | actuals(),
        causes=st.lists(st.sampled_from(DeviationCause), unique=True, max_size=2).map(tuple),
        likelihood=st.none() | st.sampled_from(Likelihood),
        extra=NOTHING,
    )


def single_indicators(weight: Decimal | None = None) -> st.SearchStrategy[Indicator]:
    """Draw an indicator of *weight* (any up to 100 unless given), with the score that follows from its values."""
    weights = _points(_MOST) if weight is None else st.just(weight)
    return st.builds(
        _scored,
        st.builds(
            Indicator,
            name=texts(),
            code=st.sampled_from([None, "11000001"]),
            kind=st.none() | st.sampled_from([kind for kind in IndicatorKind if kind.first in _FIRST]),
            stars=st.sampled_from([None, None, 1, 3]),
            target=targets(),
            actual=actuals(),
            achievement=st.none() | st.sampled_from(Achievement),
            weight=weights,
            reason=st.none() | texts(),
            remark=st.none() | texts(),
            extra=NOTHING,
        ),
        st.integers(0, 100),
    )


def indicator_levels(weight: Decimal | None = None) -> st.SearchStrategy[IndicatorLevel]:
    """Draw a second level whose indicators add up to *weight* (any up to 100 unless given)."""

    @st.composite
    def drawn(draw: st.DrawFn) -> IndicatorLevel:
        whole = draw(_points(_MOST)) if weight is None else weight
        second = draw(st.sampled_from([kind for first in _FIRST for kind in first.parts]))
        return _group(draw, second, whole, draw(st.integers(1, 2)))

    return drawn()


def indicator_trees(weight: Decimal = Decimal(90), *, max_size: int = 4) -> st.SearchStrategy[IndicatorTree]:
    """Draw the indicators of a form, up to *max_size* of them, whose weights add up to *weight*."""

    @st.composite
    def drawn(draw: st.DrawFn) -> IndicatorTree:
        return drawn_indicators(draw, weight, draw(st.integers(1, max_size)))

    return drawn()


def drawn_indicators(draw: st.DrawFn, weight: Decimal, size: int) -> IndicatorTree:
    """Draw a tree of *size* indicators whose weights add up to *weight*."""
    firsts = draw(st.lists(st.sampled_from(_FIRST), unique=True, min_size=1, max_size=min(size, len(_FIRST))))
    sizes = [size // len(firsts) + (at < size % len(firsts)) for at in range(len(firsts))]
    groups = []
    for kind, part, count in zip(firsts, _parts(draw, weight, len(firsts)), sizes, strict=True):
        second = draw(st.sampled_from(kind.parts))
        group = _group(draw, second, part, count)
        # Unusual weights of first levels are noted where all of them are printed; that of outcome never is.
        printed = part if kind is not IndicatorKind.OUTCOME and draw(st.booleans()) else None
        groups.append(IndicatorLevel(kind=kind, weight=printed, levels=(group,)))
    return IndicatorTree(levels=tuple(groups))


def _group(draw: st.DrawFn, kind: IndicatorKind, weight: Decimal, size: int) -> IndicatorLevel:
    found = tuple(evolve(draw(single_indicators(part)), kind=kind) for part in _parts(draw, weight, size))
    return IndicatorLevel(kind=kind, indicators=tuple(_scored(indicator, 100) for indicator in found))


def _scored(indicator: Indicator, share: int) -> Indicator:
    """
    Return *indicator* with a score that its values allow: the points, or *share* per cent of the way up.

    Where the target was missed or far exceeded, a reason is given.
    """
    points = score(indicator)
    if points.points is not None:
        missed = indicator.weight is not None and points.points < indicator.weight
        reason = indicator.reason or ("延至次年" if missed or points.flags else None)
        return evolve(indicator, score=points.points, reason=reason)
    if points.least is None or points.most is None:
        return indicator
    least, most = Fraction(points.least), Fraction(points.most)
    within = summed((points.least, EXACT.divide(floor((most - least) * share), 100)))
    return evolve(indicator, score=within if points.allows(within) else points.least)


def _points(most: Decimal) -> st.SearchStrategy[Decimal]:
    return st.integers(1, int(EXACT.scaleb(most, 2))).map(lambda cents: EXACT.divide(cents, 100))


def _parts(draw: st.DrawFn, whole: Decimal, count: int) -> Sequence[Decimal]:
    """Draw *count* numbers of two decimals that add up to *whole*."""
    cents = int(EXACT.scaleb(whole, 2))
    cuts = sorted(draw(st.lists(st.integers(0, cents), min_size=count - 1, max_size=count - 1)))
    return [EXACT.divide(high - low, 100) for low, high in zip([0, *cuts], [*cuts, cents], strict=True)]
