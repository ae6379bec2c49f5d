"""How one number, or one interval, does against another: the share of its weight that an indicator earns."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from perfreport.classification import Achievement, IndicatorKind
from perfreport.quantity import Actual, Direction, MeasureKind, Operator, Target
from perfreport.quantity.amounts import resolved
from perfreport.scoring._policy import NoRatio, OverAchievement, ScoringPolicy, Steps
from perfreport.scoring._results import Flag, Why

__all__ = ["FULL", "MET", "NOTHING", "NUMERIC", "Judged", "measured", "satisfied", "step"]

#: The kinds of values that are numbers; each has a value, or two ends.
NUMERIC = (MeasureKind.THRESHOLD, MeasureKind.EQUALITY, MeasureKind.NUMBER, MeasureKind.INTERVAL)
#: With the cap lifted, more than this many times the target is a mistake in a unit.
_ABSURD = 1_000_000

#: The units that are shares: a figure without one of them may be the share itself.
_SHARES = {"%": Fraction(1, 100), "‰": Fraction(1, 1000)}
_POSITIVE = (Operator.AT_LEAST, Operator.ABOVE)
_REVERSE = (Operator.AT_MOST, Operator.BELOW)
_STRICT = (Operator.ABOVE, Operator.BELOW)


class Judged(NamedTuple):
    """What share of its weight an indicator earns, or which band; neither where that is not decided."""

    why: Why
    share: Fraction | None = None
    flags: tuple[Flag, ...] = ()
    achievement: Achievement | None = None


class _Span(NamedTuple):
    """The values that an actual value allows: one, or all between two ends, of which one may be missing."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @property
    def number(self) -> Fraction | None:
        """The one value; `None` where there are several."""
        return self.low if self.low == self.high else None

    @property
    def mirrored(self) -> "_Span":
        """The same values below zero for above."""
        low, high = (None if end is None else -end for end in (self.high, self.low))
        return _Span(low, high, self.high_open, self.low_open)


FULL, NOTHING = Fraction(1), Fraction(0)
MET = Judged(Why.MET, FULL)
_BOUNDED = Judged(Why.UNDECIDED_BOUNDED_ACTUAL)
_UNITS = Judged(Why.UNDECIDED_UNITS_DIFFER)


def measured(name: str, kind: IndicatorKind | None, target: Target, actual: Actual, policy: ScoringPolicy) -> Judged:
    """Judge the actual value of an indicator of *name* and *kind* by a target that is a number or an interval."""
    if actual.kind not in NUMERIC:
        return Judged(Why.UNDECIDED_ACTUAL_TEXT)
    scales = _scales(target, actual)
    if scales is None:
        return _UNITS
    low, high = (Fraction(end) * scales[0] for end in _ends(target))
    span = _span(actual, scales[1])
    if target.kind is not MeasureKind.INTERVAL:
        sign = _sign(name, kind, target, policy)
        return Judged(sign) if isinstance(sign, Why) else _compared(span, low, sign, policy)
    if span.low is not None and span.high is not None and low <= span.low and span.high <= high:
        return MET
    if span.high is not None and span.high < low:
        return _compared(span, low, Operator.AT_LEAST, policy)
    if span.low is not None and span.low > high:
        return _compared(span, high, Operator.AT_MOST, policy)
    return _BOUNDED


def satisfied(
    kind: IndicatorKind | None, target: Target | None, actual: Actual | None, policy: ScoringPolicy
) -> Judged | None:
    """Judge a survey in the steps of *policy*; `None` where it has none, or what was measured is no percentage."""
    steps = policy.satisfaction_steps
    if steps is None or kind is None or kind.first is not IndicatorKind.SATISFACTION:
        return None
    if actual is None or actual.kind not in NUMERIC:
        return None
    if target is not None and (target.kind not in NUMERIC or target.direction is Direction.REVERSE):
        return None
    units = {actual.unit, "" if target is None else target.unit} - {""}
    if units != {"%"}:
        # 件 are scored like everything else; a bare 95, or % against 件, is understood by nobody.
        return _UNITS if not units or "%" in units else None
    if target is not None and _scales(target, actual) is None:
        return _UNITS
    if actual.about:
        return Judged(Why.UNDECIDED_APPROXIMATE)
    span = _span(actual, Fraction(1, 100))
    lowest = NOTHING if span.low is None else step(steps, span.low)
    highest = Fraction(steps[0][1]) if span.high is None else step(steps, span.high)
    return Judged(Why.STEP, lowest) if lowest == highest else _BOUNDED


def step(steps: Steps, rate: Fraction) -> Fraction:
    """Return the share of the weight that *rate* earns in *steps*."""
    return next((Fraction(share) for least, share in steps if rate >= least), NOTHING)


def _sign(name: str, kind: IndicatorKind | None, target: Target, policy: ScoringPolicy) -> Operator | Why:
    if target.operator is not None:
        contradicted = target.operator is Operator.EXACTLY and target.direction is Direction.REVERSE
        return Why.UNDECIDED_DIRECTION if contradicted else target.operator
    if target.direction is not None:
        return Operator.AT_LEAST if target.direction is Direction.POSITIVE else Operator.AT_MOST
    is_cost = kind is not None and (kind.first is IndicatorKind.COST or kind is IndicatorKind.OUTPUT_COST)
    if is_cost or "成本" in name:
        return Why.UNDECIDED_UNSIGNED_COST
    return Why.UNDECIDED_UNSIGNED if policy.unsigned is None else policy.unsigned


def _ends(stated: Target | Actual) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest number that is printed."""
    if stated.value is not None:
        return stated.value, stated.value
    assert stated.low is not None  # noqa: S101 - every kind of `NUMERIC` has a value or two ends
    assert stated.high is not None  # noqa: S101
    return stated.low, stated.high


def _span(actual: Actual, scale: Fraction) -> _Span:
    low, high = (Fraction(end) * scale for end in _ends(actual))
    if actual.operator in _POSITIVE:
        return _Span(low, None, low_open=actual.operator in _STRICT)
    if actual.operator in _REVERSE:
        return _Span(None, high, high_open=actual.operator in _STRICT)
    return _Span(low, high)


def _scales(target: Target, actual: Actual) -> tuple[Fraction, Fraction] | None:
    """Return what the printed numbers of both are multiplied with to be in one unit; `None` where there is none."""
    if target.unit and actual.unit:
        differ = target.base_unit and actual.base_unit and target.base_unit != actual.base_unit
        return None if differ else (_scale(target), _scale(actual))
    aim, reached = Fraction(_ends(target)[1]), Fraction(_ends(actual)[1])
    if aim > 0 and reached > 0:
        # One takes the unit of the other. Where they are nearer to each other without it (0.9 and 95%), who knows?
        printed = reached / aim
        shares = (_SHARES.get(stated.unit, _scale(stated)) for stated in (actual, target))
        scaled = printed * next(shares) / next(shares)
        if max(scaled, 1 / scaled) < max(printed, 1 / printed):
            return None
    return FULL, FULL


def _scale(stated: Target | Actual) -> Fraction:
    """Return what the scale word of a unit multiplies by."""
    return Fraction(resolved(Decimal(1), stated.unit))


def _compared(span: _Span, target: Fraction, sign: Operator, policy: ScoringPolicy) -> Judged:
    """Judge the values of *span* by one number; where they earn different shares, that is not decided."""
    met = _met(span, target, sign, policy)
    if target <= 0:
        return _without_ratio(met, target, sign, policy)
    reverse = sign in _REVERSE
    if met:
        return MET if reverse else _exceeded(span, target, sign, policy)
    if met is None:
        return _BOUNDED
    alone = span.number is not None
    if alone and span.low == target:
        return Judged(Why.STRICT_SIGN, NOTHING)
    if not policy.negative_actual_is_zero and (span.low is None or span.low < 0):
        return Judged(Why.UNDECIDED_NEGATIVE_ACTUAL) if alone else _BOUNDED
    # No value meets the target, so the one end that matters is there: `_met` has looked at it.
    best = 2 - (span.low or NOTHING) / target if reverse else (span.high or NOTHING) / target
    earned = _earned(best, policy)
    return earned if alone or not earned.share else _BOUNDED


def _met(span: _Span, target: Fraction, sign: Operator, policy: ScoringPolicy) -> bool | None:
    """Tell whether all values of *span* meet the target, or none; `None` where only some do."""
    if sign in _REVERSE or (sign is Operator.EXACTLY and target == 0):
        span, target = span.mirrored, -target
    strict = sign in _STRICT and not policy.met_at_equality
    if span.low is not None and (span.low > target or (span.low == target and (span.low_open or not strict))):
        return True
    if span.high is not None and (span.high < target or (span.high == target and (span.high_open or strict))):
        return False
    return None


def _without_ratio(met: bool | None, target: Fraction, sign: Operator, policy: ScoringPolicy) -> Judged:  # noqa: FBT001
    choice = policy.zero_positive_target if sign in _POSITIVE else policy.zero_target
    if (policy.negative_target if target < 0 else choice) is NoRatio.UNDECIDED:
        return Judged(Why.UNDECIDED_NEGATIVE_TARGET if target < 0 else Why.UNDECIDED_ZERO_TARGET)
    return _BOUNDED if met is None else Judged(Why.ALL_OR_NOTHING, FULL if met else NOTHING)


def _earned(rate: Fraction, policy: ScoringPolicy) -> Judged:
    """Return what a completion rate earns that is not full, or not capped."""
    rate, line = max(rate, NOTHING), Fraction(policy.pass_line or 0)
    if rate < line:
        return Judged(Why.BELOW_PASS_LINE, NOTHING)
    return Judged(Why.RATIO, (rate - line) / (1 - line))


def _exceeded(span: _Span, target: Fraction, sign: Operator, policy: ScoringPolicy) -> Judged:
    """Judge values that all reach a target, or pass it."""
    least = (span.low or NOTHING) / target
    most = None if span.high is None else span.high / target
    threshold = Fraction(policy.over_threshold)
    flagged = least >= threshold and policy.over_achievement is not OverAchievement.IGNORE
    flags = (Flag.OVER_ACHIEVED,) if flagged else ()
    if sign in _POSITIVE and not policy.capped and most != 1:
        if span.number is None:
            return _BOUNDED
        return _UNITS if least > _ABSURD else Judged(Why.ABOVE_WEIGHT, _earned(least, policy).share, flags)
    if policy.over_achievement is OverAchievement.REDUCE and (most is None or most > threshold):
        share = max(NOTHING, min(FULL, 1 - (least - threshold)))
        return Judged(Why.REDUCED, share, flags) if span.number is not None or not share else _BOUNDED
    return Judged(Why.MET, FULL, flags)
