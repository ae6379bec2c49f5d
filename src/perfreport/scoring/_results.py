"""What scoring gives back: scores and totals, decided or bounded, and why."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import final

from attrs import Attribute, field, frozen
from attrs.validators import and_

from perfreport._checks import Each, IsA, OrNone, refuse
from perfreport.errors import InvalidValue, shown
from perfreport.numerals import EXACT, exact, exponent_of, round_half_up, summed

__all__ = ["Flag", "Score", "Total", "Why", "total_score"]


@final
class Why(StrEnum):
    """How a score came about, or why it could not be decided."""

    #: The target is met: all points.
    MET = "met"
    #: The target is not met: points in proportion.
    RATIO = "ratio"
    #: The completion rate is below the pass line of the policy: nothing.
    BELOW_PASS_LINE = "below-pass-line"  # noqa: S105 - a reason
    #: The number of the target itself, under a strict sign that is read strictly: nothing.
    STRICT_SIGN = "strict-sign"
    #: The target is 0 or below, so no ratio exists: all points or none.
    ALL_OR_NOTHING = "all-or-nothing"
    #: The target is far exceeded, and the policy takes points off for it.
    REDUCED = "reduced"
    #: More than the whole is reached, and the policy gives no more than the weight.
    CAPPED = "capped"
    #: More than the whole is reached, and the policy gives more than the weight.
    ABOVE_WEIGHT = "above-weight"
    #: The policy scores the rate in steps.
    STEP = "step"
    #: A band of points that the official words of a qualitative indicator allow.
    BAND = "band"
    #: The indicator carries no points.
    NO_POINTS = "no-points"
    #: No weight is stated.
    UNDECIDED_NO_WEIGHT = "undecided-no-weight"
    #: No target is stated.
    UNDECIDED_NO_TARGET = "undecided-no-target"
    #: No actual value is stated.
    UNDECIDED_NO_ACTUAL = "undecided-no-actual"
    #: The target is in words, and the official words that judge it are not there.
    UNDECIDED_TARGET_TEXT = "undecided-target-text"
    #: The target is a number or a date, and the actual value is neither.
    UNDECIDED_ACTUAL_TEXT = "undecided-actual-text"
    #: Target and actual value are not, or not surely, in one unit.
    UNDECIDED_UNITS_DIFFER = "undecided-units-differ"
    #: The target has no sign, and the policy does not say how it is taken.
    UNDECIDED_UNSIGNED = "undecided-unsigned"
    #: The target of a cost has no sign; both directions are usual.
    UNDECIDED_UNSIGNED_COST = "undecided-unsigned-cost"
    #: The sign says one thing and 指标性质 another.
    UNDECIDED_DIRECTION = "undecided-direction"
    #: The target is 0, and the policy does not score that.
    UNDECIDED_ZERO_TARGET = "undecided-zero-target"
    #: The target is below 0, and the policy does not score that.
    UNDECIDED_NEGATIVE_TARGET = "undecided-negative-target"
    #: The actual value is below 0, and the policy does not score that.
    UNDECIDED_NEGATIVE_ACTUAL = "undecided-negative-actual"
    #: The target or the actual value is approximate (约, 左右).
    UNDECIDED_APPROXIMATE = "undecided-approximate"
    #: The actual value is a bound (≥97%) or an interval, and the values that it allows earn different points.
    UNDECIDED_BOUNDED_ACTUAL = "undecided-bounded-actual"
    #: One of the two dates does not say its year, month and day, or bounds the wrong way.
    UNDECIDED_DATE = "undecided-date"
    #: The deadline was missed; no ratio of dates exists.
    UNDECIDED_LATE = "undecided-late"
    #: There is no budget to divide by.
    UNDECIDED_NO_BUDGET = "undecided-no-budget"
    #: More than the budget was spent; steps do not cover that.
    UNDECIDED_OVER_BUDGET = "undecided-over-budget"

    @property
    def undecided(self) -> bool:
        """Whether nothing but the weight bounds the score."""
        return self.value.startswith("undecided")


@final
class Flag(StrEnum):
    """What a reader should know of a score, whatever its points."""

    #: The actual value reaches the policy's multiple of the target: 10号 asks for reasons, and for fewer points.
    OVER_ACHIEVED = "over-achieved"


def _number(instance: object, attribute: "Attribute[Decimal]", value: object) -> None:
    if not isinstance(value, Decimal) or not value.is_finite():
        raise refuse(instance, attribute, value, "a finite Decimal")


def _bounds(result: "Score | Total", _: object, most: Decimal | None) -> None:
    if most is not None and most < result.least:
        raise InvalidValue(type(result).__name__, "most", "it cannot lie below `least`")
    if result.exact is not None and most != result.least:
        raise InvalidValue(type(result).__name__, "most", "a decided result is its own bounds")
    if result.most_open and most == result.least:
        raise InvalidValue(type(result).__name__, "most_open", "no points would be left")


@final
@frozen(kw_only=True)
class Score:
    """
    The points of one indicator under a policy, how they came about, and the score that was stated.

    A decided score has `points`, and these are its bounds too. A qualitative one has the bounds of its band. An
    undecided one can be anything from 0 to its weight, and is never 0 for want of figures.
    """

    #: How it came about, or why it could not be decided.
    why: Why = field(validator=IsA(Why))
    #: The weight (分值) that was scored; `None` where none is stated.
    weight: Decimal | None = field(validator=OrNone(_number))
    #: The points before rounding; `None` where they are not decided.
    exact: Fraction | None = field(default=None, validator=OrNone(IsA(Fraction)))
    #: The fewest points that can be earned.
    least: Decimal = field(validator=_number)
    #: The most points; `None` where nothing bounds them.
    most: Decimal | None = field(validator=and_(OrNone(_number), _bounds))
    #: Whether `most` itself is not among them, as 8 is not in the middle band of 10 points: [6, 8).
    most_open: bool = field(default=False, validator=IsA(bool))
    #: What else a reader should know.
    flags: tuple[Flag, ...] = field(default=(), validator=Each(IsA(Flag)))
    #: The score that the document states, as it was stated.
    stated: Decimal | None = field(default=None, validator=OrNone(_number))

    @property
    def points(self) -> Decimal | None:
        """The points, rounded once; `None` where they are not decided."""
        return None if self.exact is None else self.least

    @property
    def gap(self) -> Decimal | None:
        """
        How far the stated score lies above what is earned, or below it (negative); `None` where either is unknown.

        Inside a band it is 0; outside, it is the distance to the nearest points of the band that can be printed.
        """
        if self.stated is None or self.most is None or self.why.undecided:
            return None
        if self.allows(self.stated):
            return Decimal(0)
        if self.stated < self.least:
            return summed((self.stated, self.least.copy_negate()))
        step = EXACT.scaleb(Decimal(1), exponent_of(self.most)) if self.most_open else Decimal(0)
        return summed((self.stated, self.most.copy_negate(), step))

    def allows(self, points: Decimal) -> bool:
        """Tell whether *points* are among those that can be earned, as far as that is decided."""
        below = self.most is None or points < self.most or (points == self.most and not self.most_open)
        return self.least <= points and below


@final
@frozen(kw_only=True)
class Total:
    """The sum of scores as a form prints it: of the points as printed, one by one."""

    #: The sum of the points before rounding; `None` where one of them is not decided.
    exact: Fraction | None = field(default=None, validator=OrNone(IsA(Fraction)))
    least: Decimal = field(validator=_number)
    #: `None` where nothing bounds the sum.
    most: Decimal | None = field(validator=and_(OrNone(_number), _bounds))
    #: Whether `most` itself cannot be reached.
    most_open: bool = field(default=False, validator=IsA(bool))

    @property
    def points(self) -> Decimal | None:
        """The sum of the rounded points; `None` where one of them is not decided."""
        return None if self.exact is None else self.least


def total_score(scores: Iterable[Score | Decimal], places: int = 2) -> Total:
    """
    Return the sum of *scores*; a Decimal among them is a score as printed.

    Raises:
        InvalidValue: if something else is among them.
        InvalidNumber: if a Decimal is not a number that people print.

    >>> total_score([Decimal("9.47"), Decimal("47.25"), Decimal("27.00"), Decimal("10.00")]).points
    Decimal('93.72')
    """
    exactly: Fraction | None = Fraction(0)
    least, most, most_open = Fraction(0), Fraction(0), False
    unbounded = False
    for item in scores:
        if isinstance(item, Decimal):
            points = Fraction(exact(item))
            exactly, least, most = exactly if exactly is None else exactly + points, least + points, most + points
        elif isinstance(item, Score):
            exactly = None if exactly is None or item.exact is None else exactly + item.exact
            least, most = least + Fraction(item.least), most + Fraction(item.most or 0)
            most_open, unbounded = most_open or item.most_open, unbounded or item.most is None
        else:
            raise InvalidValue("total_score", "scores", f"expected a Score or a Decimal, not {shown(item)}")
    lowest, highest = round_half_up(least, places), round_half_up(most, places)
    return Total(
        exact=exactly,
        least=lowest,
        most=None if unbounded else highest,
        most_open=most_open and not unbounded and lowest < highest,
    )
