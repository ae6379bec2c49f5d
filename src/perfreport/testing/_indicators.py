"""Indicators: cells that can be read, weights that add up, scores that follow from them."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from perfreport.classification import IndicatorKind
from perfreport.model import Indicator, IndicatorLevel, IndicatorTree, Progress
from perfreport.numerals import EXACT, summed
from perfreport.scoring import score
from perfreport.testing._cells import actuals, targets
from perfreport.testing._derived import BOOLEANS, Drawing, by_type, drawn

__all__ = ["evaluated_tree", "indicator", "indicator_level", "indicator_tree", "monitored_tree", "planned_tree"]

_FIRST = (IndicatorKind.COST, IndicatorKind.OUTPUT, IndicatorKind.OUTCOME, IndicatorKind.SATISFACTION)
_KINDS = st.sampled_from([kind for kind in IndicatorKind if kind.first in _FIRST])
_PARTS = {first: st.sampled_from(first.parts) for first in _FIRST}
_SECOND = st.sampled_from([kind for first in _FIRST for kind in first.parts])
_WEIGHTS = st.integers(1, 10_000).map(lambda cents: EXACT.scaleb(Decimal(cents), -2))
_SHARES = st.integers(0, 100)
#: What only the end of the year can tell.
_REACHED = ("actual", "achievement", "score", "deduction", "reviewed_score", "reason")

#: Draws an indicator of a weight and a kind.
_Made = Callable[[Drawing, Decimal, IndicatorKind], Indicator]


def indicator(at: Drawing, weight: Decimal | None = None) -> Indicator:
    """Draw an indicator of *weight* (any unless given), with the score that follows from its values."""
    kind = at.draw(_KINDS) if at.draw(BOOLEANS) else None
    return _scored(at, at.draw(_WEIGHTS) if weight is None else weight, kind)


def indicator_level(at: Drawing, weight: Decimal | None = None) -> IndicatorLevel:
    """Draw a second level whose indicators add up to *weight* (any unless given)."""
    whole = at.draw(_WEIGHTS) if weight is None else weight
    return _level(at, at.draw(_SECOND), whole, at.draw(st.integers(1, 2)), _scored)


def indicator_tree(at: Drawing, weight: Decimal = Decimal(90), most: int = 4) -> IndicatorTree:
    """Draw the indicators of a form, up to *most* of them, whose weights add up to *weight*."""
    return evaluated_tree(at, weight, at.draw(st.integers(1, most)))


def evaluated_tree(at: Drawing, weight: Decimal, size: int) -> IndicatorTree:
    """Draw *size* indicators whose weights add up to *weight*, each with the score that its values earn."""
    return _tree(at, weight, size, _scored)


def planned_tree(at: Drawing, weight: Decimal, size: int) -> IndicatorTree:
    """Draw *size* indicators of which nothing is reached or scored yet."""
    return _tree(at, weight, size, _planned)


def monitored_tree(at: Drawing, weight: Decimal, size: int) -> IndicatorTree:
    """Draw *size* indicators of which nothing is scored yet, each with its progress."""
    return _tree(at, weight, size, _monitored)


def _tree(at: Drawing, weight: Decimal, size: int, made: _Made) -> IndicatorTree:
    firsts = at.draw(_firsts(min(size, len(_FIRST))))
    sizes = [size // len(firsts) + (index < size % len(firsts)) for index in range(len(firsts))]
    levels = []
    for kind, part, count in zip(firsts, _parts(at, weight, len(firsts)), sizes, strict=True):
        below = _level(at, at.draw(_PARTS[kind]), part, count, made)
        # Unusual weights of first levels are noted where all of them are printed; that of outcome never is.
        shown = part if kind is not IndicatorKind.OUTCOME and at.draw(BOOLEANS) else None
        levels.append(by_type(at, IndicatorLevel, kind=kind, levels=(below,), indicators=(), weight=shown, score=None))
    return by_type(at, IndicatorTree, levels=tuple(levels))


def _level(at: Drawing, kind: IndicatorKind, weight: Decimal, size: int, made: _Made) -> IndicatorLevel:
    found = tuple(made(at, part, kind) for part in _parts(at, weight, size))
    scores = [each.score for each in found if each.score is not None]
    shown = at.draw(BOOLEANS)
    return by_type(
        at,
        IndicatorLevel,
        kind=kind,
        levels=(),
        indicators=found,
        weight=weight if shown else None,
        score=summed(scores) if shown and len(scores) == len(found) else None,
    )


def _scored(at: Drawing, weight: Decimal, kind: IndicatorKind | None) -> Indicator:
    """
    Draw an indicator with a score that its values allow: the points, or some way up between the least and the most.

    Where the target was missed or far exceeded, a reason is given.
    """
    cells = {"target": at.draw(targets()), "actual": at.draw(actuals())}
    found = by_type(at, Indicator, weight=weight, kind=kind, score=None, progress=None, **cells)
    points = score(found)
    if points.points is not None:
        missed = points.points < weight
        reason = found.reason or ("延至次年" if missed or points.flags else None)
        return evolve(found, score=points.points, reason=reason)
    if points.least is None or points.most is None:
        return found
    least, most = (int(EXACT.scaleb(end, 2)) for end in (points.least, points.most))
    within = EXACT.scaleb(Decimal(least + (most - least) * at.draw(_SHARES) // 100), -2)
    return evolve(found, score=within if points.allows(within) else points.least)


def _planned(at: Drawing, weight: Decimal, kind: IndicatorKind, progress: Progress | None = None) -> Indicator:
    reached: Mapping[str, Any] = dict.fromkeys(_REACHED)
    target = at.draw(targets())
    return by_type(at, Indicator, weight=weight, kind=kind, target=target, progress=progress, **reached)


def _monitored(at: Drawing, weight: Decimal, kind: IndicatorKind) -> Indicator:
    return _planned(at, weight, kind, drawn(at, Progress))


@cache
def _firsts(most: int) -> st.SearchStrategy[list[IndicatorKind]]:
    return st.lists(st.sampled_from(_FIRST), unique=True, min_size=1, max_size=most)


@cache
def _cuts(most: int, count: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(0, most), min_size=count, max_size=count)


def _parts(at: Drawing, whole: Decimal, count: int) -> Sequence[Decimal]:
    """Draw *count* numbers of two decimals that add up to *whole*."""
    cents = int(whole * 100)
    cuts = sorted(at.draw(_cuts(cents, count - 1))) if count > 1 else []
    return [EXACT.scaleb(Decimal(high - low), -2) for low, high in zip([0, *cuts], [*cuts, cents], strict=True)]
