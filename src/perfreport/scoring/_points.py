"""The points of indicators and of the execution rate."""

import re
from decimal import Decimal
from fractions import Fraction

from perfreport.classification import Achievement, IndicatorKind
from perfreport.errors import InvalidValue, shown
from perfreport.findings import because
from perfreport.model import Indicator
from perfreport.money import Money, Unit
from perfreport.numerals import exact, exponent_of, round_half_up
from perfreport.quantity import Actual, Deadline, MeasureKind, Operator, Rate, Target
from perfreport.scoring._numbers import FULL, MET, NOTHING, Judged, measured, satisfied, step
from perfreport.scoring._policy import MOF_2020, ScoringPolicy
from perfreport.scoring._results import Score, Why

__all__ = ["execution_score", "score"]

#: An execution rate weighs no more than this; full marks are 100 nearly everywhere.
MAX_WEIGHT = 10_000

_SILENT = (MeasureKind.PLACEHOLDER, MeasureKind.NOT_GIVEN)

_BLANK = re.compile(r"\s+")
_CLAUSE = re.compile("[，,。；;]")
#: The official words, as a clause of their own: 未能达成年度指标 and 达成年度指标的80% are none of them.
_OFFICIAL = {
    re.compile("达成(?:年度|预期)指标|基本达成目标"): Achievement.ACHIEVED,
    re.compile("部分达成(?:(?:年度|预期)指标)?(?:并具有一定效果)?|部分实现目标"): Achievement.PARTLY_ACHIEVED,
    re.compile("未达成(?:(?:年度|预期)指标)?(?:且效果较差)?|实现目标程度较低"): Achievement.NOT_ACHIEVED,
}


def score(indicator: Indicator, policy: ScoringPolicy = MOF_2020, *, kind: IndicatorKind | None = None) -> Score:
    """
    Return the points of *indicator* under *policy*; the score that it states stays beside them.

    *kind* is that of the level above, where the indicator has none of its own: a cost without a sign is not scored,
    and satisfaction may be scored in steps.

    What was printed is compared as it was printed. An actual value without a unit takes that of its target, and the
    other way round, unless the two are nearer to each other without it (10500 for 1万人次, 0.9 for 95%). An actual
    value that is only bounded (≥97%, often copied from the target) is decided where every value that it allows earns
    the same. Nothing that was not understood is ever scored, and never as 0.

    >>> from perfreport.quantity import Actual, Target
    >>> indicator = Indicator(
    ...     name="参训率", weight=Decimal(10), target=Target.parse("≥95%"), actual=Actual.parse("90%")
    ... )
    >>> score(indicator).points
    Decimal('9.47')
    """
    if indicator.weight is None:
        judged = Judged(Why.UNDECIDED_NO_WEIGHT)
    elif not indicator.weight:
        judged = Judged(Why.NO_POINTS, NOTHING)
    else:
        judged = _judged(indicator, indicator.kind or kind, policy)
    return _scored(judged, indicator.weight, indicator.score, policy, capped=policy.capped)


def execution_score(
    rate: Rate,
    weight: Decimal = Decimal(10),
    policy: ScoringPolicy = MOF_2020,
    *,
    stated: Decimal | None = None,
) -> Score:
    """
    Return the points of an execution rate (预算执行率) under *policy*; over no budget they are not decided.

    Of a table with several funds, the amounts are summed first and divided then: the rate of the sums is scored, and
    not the mean of the rates.

    Raises:
        InvalidValue: if *rate* does not divide money, or *weight* is not between 0 and 10,000.
        InvalidNumber: if *weight* is not a number that people print.

    >>> execution_score(Rate.of(Money.wan("94.73"), Money.wan("100"))).points
    Decimal('9.47')
    """
    if not isinstance(rate.denominator, Money):
        raise InvalidValue("execution_score", "rate", because("expected a Rate of two amounts of money"))
    if not 0 <= exact(weight) <= MAX_WEIGHT:
        reason = because("expected {low} to {high:,}, not {given}", low=0, high=MAX_WEIGHT, given=shown(weight))
        raise InvalidValue("execution_score", "weight", reason)
    value = rate.value if rate.denominator.to(Unit.YUAN) > 0 else None
    judged = _executed(value, policy) if weight else Judged(Why.NO_POINTS, NOTHING)
    capped = policy.execution_capped or policy.execution_steps is not None
    return _scored(judged, weight, stated, policy, capped=capped)


def _executed(rate: Fraction | None, policy: ScoringPolicy) -> Judged:
    if rate is None:
        return Judged(Why.UNDECIDED_NO_BUDGET)
    if policy.execution_steps is not None:
        if rate > 1:
            return Judged(Why.UNDECIDED_OVER_BUDGET)
        return Judged(Why.STEP, step(policy.execution_steps, rate))
    if rate < 0 and not policy.negative_actual_is_zero:
        return Judged(Why.UNDECIDED_NEGATIVE_ACTUAL)
    if rate > 1:
        return Judged(Why.CAPPED, FULL) if policy.execution_capped else Judged(Why.ABOVE_WEIGHT, rate)
    return MET if rate == 1 else Judged(Why.RATIO, max(rate, NOTHING))


def _scored(
    judged: Judged, weight: Decimal | None, stated: Decimal | None, policy: ScoringPolicy, *, capped: bool
) -> Score:
    nothing = round_half_up(NOTHING, policy.places)
    if weight is None:
        return Score(why=judged.why, weight=None, least=nothing, most=None, stated=stated)
    if judged.share is not None:
        earned = judged.share * Fraction(weight)
        points = _rounded(earned, weight, policy)
        return Score(
            why=judged.why, weight=weight, exact=earned, least=points, most=points, flags=judged.flags, stated=stated
        )
    whole = _rounded(Fraction(weight), weight, policy)
    if judged.achievement is None:
        most = whole if capped else None
        return Score(why=judged.why, weight=weight, least=nothing, most=most, stated=stated)
    upper, middle = (
        _rounded(Fraction(share) * Fraction(weight), weight, policy)
        for share in (policy.achieved_from, policy.partly_from)
    )
    least, most = {
        Achievement.ACHIEVED: (upper, whole),
        Achievement.PARTLY_ACHIEVED: (middle, upper),
        Achievement.NOT_ACHIEVED: (nothing, middle),
    }[judged.achievement]
    # Where rounding or the policy leaves a band no width, the band is that one point.
    is_open = judged.achievement is not Achievement.ACHIEVED and least < most
    return Score(why=judged.why, weight=weight, least=least, most=most, most_open=is_open, stated=stated)


def _rounded(earned: Fraction, weight: Decimal, policy: ScoringPolicy) -> Decimal:
    """Round once; full points are the weight as stated, and rounding never lifts a score above it."""
    points = round_half_up(earned, policy.places)
    if earned == weight:
        return weight if exponent_of(weight) < -policy.places else points
    return min(points, weight) if earned < weight else points


def _judged(indicator: Indicator, kind: IndicatorKind | None, policy: ScoringPolicy) -> Judged:
    target, actual = indicator.target, indicator.actual
    stepped = satisfied(kind, target, actual, policy)
    if stepped is not None:
        return stepped
    if target is None or target.kind in _SILENT:
        return Judged(Why.UNDECIDED_NO_TARGET)
    if target.kind in (MeasureKind.QUALITATIVE, MeasureKind.TEXT):
        return _in_words(indicator)
    if actual is None or actual.kind in _SILENT:
        return Judged(Why.UNDECIDED_NO_ACTUAL)
    if target.about or actual.about:
        return Judged(Why.UNDECIDED_APPROXIMATE)
    if target.kind is MeasureKind.DEADLINE:
        return _dated(target, actual, policy)
    return measured(indicator.name, kind, target, actual, policy)


def _in_words(indicator: Indicator) -> Judged:
    actual = indicator.actual
    achievement = indicator.achievement
    if achievement is None and (actual is None or actual.kind in _SILENT):
        return Judged(Why.UNDECIDED_NO_ACTUAL)
    if achievement is None and actual is not None:
        achievement = _said(actual.raw)
    return Judged(Why.UNDECIDED_TARGET_TEXT if achievement is None else Why.BAND, achievement=achievement)


def _said(text: str) -> Achievement | None:
    """Return what the official words in *text* say; `None` where there are none, or more than one of them."""
    clauses = _CLAUSE.split(_BLANK.sub("", text))
    found = {meant for words, meant in _OFFICIAL.items() if any(map(words.fullmatch, clauses))}
    return found.pop() if len(found) == 1 else None


def _dated(target: Target, actual: Actual, policy: ScoringPolicy) -> Judged:
    if actual.kind is not MeasureKind.DEADLINE:
        return Judged(Why.UNDECIDED_ACTUAL_TEXT)
    due, done = _day(target.deadline), _day(actual.deadline)
    begins = None if target.since is None else _day(target.since)
    wrong_way = {target.operator, actual.operator} & {Operator.ABOVE, Operator.AT_LEAST}
    early = target.since is not None and (begins is None or done is None or done < begins)
    if due is None or done is None or wrong_way or early:
        return Judged(Why.UNDECIDED_DATE)
    strict = target.operator is Operator.BELOW and not policy.met_at_equality
    if done < due or (done == due and (actual.operator is Operator.BELOW or not strict)):
        return MET
    return Judged(Why.UNDECIDED_LATE)


def _day(deadline: Deadline | None) -> tuple[int, int, int] | None:
    if deadline is None or deadline.year is None or deadline.month is None or deadline.day is None:
        return None
    return deadline.year, deadline.month, deadline.day
