"""How points come about, as values: every freedom that the rules leave is a field of a policy."""

from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias, final

from attrs import Attribute, field, frozen

from perfreport._checks import SAID, Check, IsA, OrNone, Within, refuse
from perfreport.errors import InvalidNumber, InvalidValue
from perfreport.findings import because
from perfreport.frozenmap import FrozenMap
from perfreport.money.pages import MAX_PLACES
from perfreport.numerals import exact
from perfreport.quantity import Operator

__all__ = [
    "DEPLOYED",
    "MOF_2020",
    "MOF_2021",
    "POLICIES",
    "NoRatio",
    "OverAchievement",
    "ScoringPolicy",
    "Steps",
    "decimal",
]

#: Pairs of a rate and the share of the weight that it earns from there on, both descending; below the last it is 0.
Steps: TypeAlias = tuple[tuple[Decimal, Decimal], ...]


@final
class OverAchievement(StrEnum):
    """What happens to an actual value far above its target."""

    #: Full points, and nothing is said.
    IGNORE = "ignore"
    #: Full points and a flag: reasons are asked for.
    FLAG = "flag"
    #: A flag, and points are taken off in proportion to the excess: a local rule without an official formula.
    REDUCE = "reduce"


@final
class NoRatio(StrEnum):
    """How a target is scored to which no ratio exists, because it is 0 or below."""

    #: All points when it is met, none when it is not.
    ALL_OR_NOTHING = "all-or-nothing"
    #: It is not scored.
    UNDECIDED = "undecided"


def decimal(low: str, high: str, *, open_low: bool = False, open_high: bool = False) -> Check:
    """Accept exact Decimals from *low* to *high*, without the ends that are open."""
    least, most = Decimal(low), Decimal(high)
    ends = {
        (False, False): because("a Decimal from {low} to {high}", low=low, high=high),
        (True, False): because("a Decimal above {low} and to {high}", low=low, high=high),
        (False, True): because("a Decimal from {low} to below {high}", low=low, high=high),
        (True, True): because("a Decimal above {low} and below {high}", low=low, high=high),
    }

    def validate(instance: object, attribute: "Attribute[Decimal]", value: object) -> None:
        try:
            number = exact(value) if isinstance(value, Decimal) else None
        except InvalidNumber:
            number = None
        inside = number is not None and least <= number <= most
        if not inside or (open_low and number == least) or (open_high and number == most):
            raise refuse(instance, attribute, value, "expected {what}, not {given}", what=ends[open_low, open_high])

    return validate


_rate = decimal("0", "1", open_low=True)
_share = decimal("0", "1")


def _steps(instance: object, attribute: "Attribute[Steps | None]", steps: object) -> None:
    def refused(given: object) -> InvalidValue:
        expected = because("pairs of Decimals, a rate and a share of the weight, both descending")
        return refuse(instance, attribute, given, "expected {what}, not {given}", what=expected)

    if not isinstance(steps, tuple) or not steps:
        raise refused(steps)
    for step in steps:
        if not isinstance(step, tuple) or len(step) != 2:  # noqa: PLR2004 - a pair
            raise refused(step)
        _rate(instance, attribute, step[0])
        _share(instance, attribute, step[1])
    for above, below in pairwise(steps):
        if above[0] <= below[0] or above[1] < below[1]:
            raise refused(steps)


def _bands_in_order(policy: "ScoringPolicy", _: object, partly_from: Decimal) -> None:
    if partly_from > policy.achieved_from:
        raise InvalidValue("ScoringPolicy", "partly_from", because("the middle band cannot begin above the upper one"))


def _not_both(policy: "ScoringPolicy", _: object, capped: bool) -> None:  # noqa: FBT001 - attrs calls it
    if not capped and policy.over_achievement is OverAchievement.REDUCE:
        reason = because("over-achievement cannot both add points and take them off")
        raise InvalidValue("ScoringPolicy", "capped", reason)


@final
@frozen(kw_only=True)
class ScoringPolicy:
    """
    A way in which points come about, with every freedom of the rules as a field.

    A policy is changed with `attrs.evolve`; the defaults are the rule of 财预〔2020〕10号 as it is usually read.

    Raises:
        InvalidValue: if a field is outside its range, or two fields contradict each other.
    """

    #: The name that files and messages use, such as ``mof-2020``.
    name: str = field(validator=SAID)
    #: Where the rule is written.
    citation: str = field(validator=SAID)
    #: The completion rate below which an indicator earns nothing; from it on, (rate - line) / (1 - line) is earned.
    #: `None`: the rate itself.
    pass_line: Decimal | None = field(default=None, validator=OrNone(decimal("0", "1", open_high=True)))
    #: Whether a target with a strict sign (> or <) is met by its own number. The deployed systems say so. A strict
    #: reading does not, and gives nothing at that one number, although a value just short of it earns its ratio.
    met_at_equality: bool = field(default=True, validator=IsA(bool))
    #: What an actual value of `over_threshold` times its target, or more, leads to. Only targets of which more is
    #: better, or that are to be met exactly, can be over-achieved.
    over_achievement: OverAchievement = field(default=OverAchievement.FLAG, validator=IsA(OverAchievement))
    #: How many times its target an over-achieved value is at least.
    over_threshold: Decimal = field(default=Decimal("1.3"), validator=decimal("1", "1000", open_low=True))
    #: Whether an indicator earns at most its weight. Without the cap more is earned in proportion to the target where
    #: more is better; less of what should be little earns no more.
    capped: bool = field(default=True, validator=[IsA(bool), _not_both])
    #: A target of 0 with =, ≤ or <: met by 0 and below.
    zero_target: NoRatio = field(default=NoRatio.ALL_OR_NOTHING, validator=IsA(NoRatio))
    #: A target of 0 with ≥ or >, which nearly everything meets.
    zero_positive_target: NoRatio = field(default=NoRatio.UNDECIDED, validator=IsA(NoRatio))
    #: A target below 0.
    negative_target: NoRatio = field(default=NoRatio.UNDECIDED, validator=IsA(NoRatio))
    #: Whether an actual value below 0 counts as 0 where a ratio is asked for; if not, it is not scored.
    negative_actual_is_zero: bool = field(default=True, validator=IsA(bool))
    #: The sign that a target without one is taken to have; `None`: it is not scored. 指标性质 goes first, and a cost
    #: without a sign is never scored, because both directions are usual.
    unsigned: Operator | None = field(default=Operator.EXACTLY, validator=OrNone(IsA(Operator)))
    #: Whether an execution rate above 100% earns no more than the weight.
    execution_capped: bool = field(default=True, validator=IsA(bool))
    #: The steps in which an execution rate up to 100% is scored; above, it is not decided. `None`: in proportion.
    execution_steps: Steps | None = field(default=None, validator=OrNone(_steps))
    #: The steps in which the percentage of a satisfaction indicator is scored, whatever its target; `None`: none.
    satisfaction_steps: Steps | None = field(default=None, validator=OrNone(_steps))
    #: The shares of the weight at which 达成年度指标 and 部分达成 begin. Each belongs to its own band.
    achieved_from: Decimal = field(default=Decimal("0.8"), validator=_share)
    partly_from: Decimal = field(default=Decimal("0.6"), validator=[_share, _bands_in_order])
    #: The decimals of a score.
    places: int = field(default=2, validator=Within(0, MAX_PLACES))


#: 财预〔2020〕10号. It asks for fewer points when a target was far exceeded, and gives no formula: here that is a flag.
MOF_2020 = ScoringPolicy(name="mof-2020", citation="财预〔2020〕10号")

#: 财预〔2021〕101号, on trial for central departments: a pass line of 60%, and steps for execution and satisfaction.
MOF_2021 = ScoringPolicy(
    name="mof-2021",
    citation="财预〔2021〕101号",
    pass_line=Decimal("0.6"),
    execution_steps=((Decimal(1), Decimal(1)), (Decimal("0.8"), Decimal("0.7")), (Decimal("0.6"), Decimal("0.5"))),
    satisfaction_steps=(
        (Decimal("0.9"), Decimal(1)),
        (Decimal("0.8"), Decimal("0.8")),
        (Decimal("0.6"), Decimal("0.5")),
    ),
)

#: The formulas of the performance module that several provinces run: as 10号, with the flag at 1.2 times the target.
DEPLOYED = ScoringPolicy(name="deployed", citation="预算管理一体化系统 绩效管理模块", over_threshold=Decimal("1.2"))

#: The policies by name.
POLICIES: FrozenMap[str, ScoringPolicy] = FrozenMap((policy.name, policy) for policy in (MOF_2020, MOF_2021, DEPLOYED))
