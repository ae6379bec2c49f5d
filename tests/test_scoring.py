"""Points, totals and grades: the worked examples of the rules, and everything that is left undecided."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from perfreport.classification import IndicatorKind
from perfreport.model import Indicator
from perfreport.quantity import Actual, Operator, Target
from perfreport.scoring import (
    DEPLOYED,
    MOF_2020,
    MOF_2021,
    Flag,
    NoRatio,
    OverAchievement,
    ScoringPolicy,
    Why,
    execution_score,
    score,
)
from tests.cases.scores import EVERY_POLICY, LIFTED, RATIO_POLICIES, REDUCE, STRICT, indicator, rate, scored
from tests.cases.tables import together


class TestNumbers:
    """Deployed formulas and 10号: what is met earns all, what is not earns its ratio."""

    @RATIO_POLICIES
    @pytest.mark.parametrize(
        ("cells", "points", "why"),
        [
            (("10", "≥95%", "90%"), "9.47", Why.RATIO),
            (("10", "≥95%", "95%"), "10.00", Why.MET),
            (("10", ">95%", "95%"), "10.00", Why.MET),
            (("10", "16个", "80个"), "10.00", Why.MET),
            (("8", "≤20", "23"), "6.80", Why.RATIO),
            (("8", "≤20", "40"), "0.00", Why.RATIO),
            (("8", "≤20", "39"), "0.40", Why.RATIO),
            (("8", "≤20", "41"), "0.00", Why.RATIO),
            (("8", "≤20", "20"), "8.00", Why.MET),
            (("8", "<20", "20"), "8.00", Why.MET),
            (("8", "≤20", "0"), "8.00", Why.MET),
            (("5", "=4场", "3场"), "3.75", Why.RATIO),
            (("5", "=4场", "4场"), "5.00", Why.MET),
            (("5", "=4场", "5场"), "5.00", Why.MET),
            (("5", "=0", "1"), "0.00", Why.ALL_OR_NOTHING),
            (("5", "=0", "0"), "5.00", Why.ALL_OR_NOTHING),
            (("5", "≤0起", "0起"), "5.00", Why.ALL_OR_NOTHING),
            (("5", "≤0起", "1起"), "0.00", Why.ALL_OR_NOTHING),
            (("10", "=100", "98"), "9.80", Why.RATIO),
            (("10", "≥95%", "0%"), "0.00", Why.RATIO),
            (("10", "≥8%", "-5%"), "0.00", Why.RATIO),
            (("0.5", "≥3", "1"), "0.17", Why.RATIO),
        ],
    )
    def test_worked_examples(self, policy: ScoringPolicy, cells: tuple[str, str, str], points: str, why: Why) -> None:
        found = scored(*cells, policy)
        assert str(found.points) == points
        assert (found.least, found.most, found.most_open) == (found.points, found.points, False)
        assert found.why is why

    def test_the_exact_points_are_kept_and_rounded_once(self) -> None:
        found = scored("10", "≥95%", "90%")
        assert found.exact == Fraction(900, 95)
        assert found.points == Decimal("9.47")
        # Half up: 3.125 of 5.
        assert scored("5", "≥8", "5").points == Decimal("3.13")

    @pytest.mark.parametrize(
        ("actual", "points", "why"),
        [
            ("90%", "7.50", Why.RATIO),
            ("59.9%", "0.00", Why.BELOW_PASS_LINE),
            ("60%", "0.00", Why.RATIO),
            ("80%", "5.00", Why.RATIO),
            ("100%", "10.00", Why.MET),
            ("120%", "10.00", Why.MET),
        ],
    )
    def test_the_pass_line_of_101(self, actual: str, points: str, why: Why) -> None:
        found = scored("10", "=100%", actual, MOF_2021)
        assert (str(found.points), found.why) == (points, why)

    @pytest.mark.parametrize(("actual", "points"), [("28", "0.00"), ("27", "0.50"), ("20", "4.00")])
    def test_the_pass_line_counts_for_less_is_better_too(self, actual: str, points: str) -> None:
        # 28 of ≤20 is a rate of 1 - 8/20 = 0.6.
        assert str(scored("4", "≤20", actual, MOF_2021).points) == points

    @pytest.mark.parametrize(
        ("actual", "points"), [("90%", "10.00"), ("95%", "10.00"), ("92.5%", "10.00"), ("45%", "5.00"), ("98%", "9.68")]
    )
    def test_an_interval_is_met_inside_and_missed_on_either_side(self, actual: str, points: str) -> None:
        assert str(scored("10", "90%~95%", actual).points) == points

    def test_an_interval_that_ends_at_zero_is_met_or_not(self) -> None:
        lenient = evolve(MOF_2020, zero_positive_target=NoRatio.ALL_OR_NOTHING)
        assert scored("10", "0~5", "3").points == Decimal("10.00")
        assert scored("10", "0~5", "-1").why is Why.UNDECIDED_ZERO_TARGET
        assert scored("10", "0~5", "-1", lenient).points == Decimal("0.00")

    def test_an_actual_value_without_a_unit_takes_that_of_the_target(self) -> None:
        assert scored("10", "≥1.2万人次", "0.9").points == Decimal("7.50")
        assert scored("10", "≥95", "90%").points == Decimal("9.47")

    @together(
        ("target", "actual"),
        [
            ("≥1万人次", "10500"),
            ("≥1万人次", "9000"),
            ("≥10500", "1万人次"),
            ("≥70000", "7.07万起"),
            ("≥95%", "0.9"),
            ("≥0.95", "90%"),
            ("≥95%", "1"),
            ("≤5‰", "0.003"),
        ],
    )
    def test_a_unit_that_may_be_missing_leaves_it_undecided(self, target: str, actual: str) -> None:
        assert scored("10", target, actual).why is Why.UNDECIDED_UNITS_DIFFER

    @pytest.mark.parametrize(
        ("target", "actual", "points"),
        [
            ("≥1万人次", "9000人次", "9.00"),
            ("≥10000元", "0.9万元", "9.00"),
            ("≤2万元", "2.3万元", "8.50"),
            ("≥7万", "63000", None),
        ],
    )
    def test_scale_words_on_both_are_resolved(self, target: str, actual: str, points: str | None) -> None:
        found = scored("10", target, actual).points
        assert found == (None if points is None else Decimal(points))

    @pytest.mark.parametrize(("target", "actual"), [("≥95%", "95人"), ("≥100人", "100人次"), ("≤20万元", "18%")])
    def test_two_units_are_not_compared(self, target: str, actual: str) -> None:
        assert scored("10", target, actual).why is Why.UNDECIDED_UNITS_DIFFER


class TestOverAchievement:
    """10号 asks for reasons, and for fewer points without saying how many."""

    @pytest.mark.parametrize(
        ("policy", "actual", "flags"),
        [
            (MOF_2020, "80", (Flag.OVER_ACHIEVED,)),
            (MOF_2020, "20.8", (Flag.OVER_ACHIEVED,)),
            (MOF_2020, "20.7", ()),
            (DEPLOYED, "19.2", (Flag.OVER_ACHIEVED,)),
            (DEPLOYED, "19.1", ()),
            (evolve(MOF_2020, over_achievement=OverAchievement.IGNORE), "80", ()),
        ],
    )
    def test_it_is_flagged_and_costs_nothing(self, policy: ScoringPolicy, actual: str, flags: tuple[Flag, ...]) -> None:
        found = scored("10", "≥16", actual, policy)
        assert (found.points, found.flags) == (Decimal("10.00"), flags)

    def test_less_of_what_should_be_little_is_none(self) -> None:
        assert scored("10", "≤16", "1").flags == ()

    @pytest.mark.parametrize(
        ("actual", "points", "why"),
        [
            ("10", "10.00", Why.MET),
            ("13", "10.00", Why.MET),
            ("15", "8.00", Why.REDUCED),
            ("23", "0.00", Why.REDUCED),
            ("99", "0.00", Why.REDUCED),
            ("9", "9.00", Why.RATIO),
        ],
    )
    def test_a_local_rule_takes_off_the_excess(self, actual: str, points: str, why: Why) -> None:
        found = scored("10", "≥10", actual, REDUCE)
        assert (str(found.points), found.why) == (points, why)

    @pytest.mark.parametrize(
        ("actual", "points"), [("95~99", "0.00"), ("10~13", "10.00"), ("≥23", "0.00"), ("≥10", None), ("12~14", None)]
    )
    def test_a_bound_is_reduced_only_where_all_its_values_are(self, actual: str, points: str | None) -> None:
        found = scored("10", "≥10", actual, REDUCE).points
        assert found == (None if points is None else Decimal(points))


class TestTheCap:
    """An indicator earns at most its weight, unless a local policy says otherwise."""

    @pytest.mark.parametrize(
        ("target", "actual", "points", "why"),
        [
            ("≥100", "120", "12.00", Why.ABOVE_WEIGHT),
            ("≥100", "100", "10.00", Why.MET),
            ("≥100", "90", "9.00", Why.RATIO),
            ("≤100", "50", "10.00", Why.MET),
            ("=100", "120", "10.00", Why.MET),
        ],
    )
    def test_without_it_more_earns_more_where_more_is_better(
        self, target: str, actual: str, points: str, why: Why
    ) -> None:
        found = scored("10", target, actual, LIFTED)
        assert (str(found.points), found.why) == (points, why)

    def test_without_it_nothing_bounds_what_is_undecided(self) -> None:
        found = scored("10", "≥100", "≥100", LIFTED)
        assert found.why is Why.UNDECIDED_BOUNDED_ACTUAL
        assert (found.least, found.most) == (Decimal("0.00"), None)
        assert found.allows(Decimal(1000))

    def test_what_is_a_million_times_the_target_is_in_another_unit(self) -> None:
        assert scored("10", "≥1元", "1000001元", LIFTED).why is Why.UNDECIDED_UNITS_DIFFER
        assert scored("10", "≥1元", "1000000元", LIFTED).points == Decimal(10_000_000)

    def test_it_is_lifted_above_the_pass_line(self) -> None:
        assert scored("10", "≥100", "120", evolve(MOF_2021, capped=False)).points == Decimal("15.00")


class TestTheFreedomsOfAPolicy:
    @pytest.mark.parametrize(("target", "actual"), [(">95", "95"), ("<20", "20")])
    def test_a_strict_sign_read_strictly_gives_nothing_for_its_own_number(self, target: str, actual: str) -> None:
        found = scored("10", target, actual, STRICT)
        assert (found.points, found.why) == (Decimal("0.00"), Why.STRICT_SIGN)

    @pytest.mark.parametrize(("target", "actual"), [(">95", ">95"), ("<20", "<20"), ("≥95", "95"), (">95", "95.01")])
    def test_a_strict_sign_read_strictly_is_met_beyond(self, target: str, actual: str) -> None:
        assert scored("10", target, actual, STRICT).why is Why.MET

    @pytest.mark.parametrize(("target", "points"), [("<0", "0.00"), ("≤0", "10.00"), ("=0", "10.00")])
    def test_zero_under_a_strict_sign(self, target: str, points: str) -> None:
        assert str(scored("10", target, "0", STRICT).points) == points

    @pytest.mark.parametrize(
        ("target", "why"),
        [
            ("≥0", Why.UNDECIDED_ZERO_TARGET),
            (">0", Why.UNDECIDED_ZERO_TARGET),
            ("≥-5%", Why.UNDECIDED_NEGATIVE_TARGET),
            ("≤-5%", Why.UNDECIDED_NEGATIVE_TARGET),
            ("=-5%", Why.UNDECIDED_NEGATIVE_TARGET),
        ],
    )
    @EVERY_POLICY
    def test_targets_without_a_ratio_are_not_scored(self, policy: ScoringPolicy, target: str, why: Why) -> None:
        assert scored("10", target, "3%", policy).why is why

    @pytest.mark.parametrize(
        ("target", "actual", "points"),
        [
            ("≥-5%", "-4%", "10.00"),
            ("≥-5%", "-6%", "0.00"),
            ("≤-5%", "-6%", "10.00"),
            ("≤-5%", "≤0", None),
            ("≥0", "1", "10.00"),
        ],
    )
    def test_or_all_or_nothing_where_a_policy_says_so(self, target: str, actual: str, points: str | None) -> None:
        policy = evolve(MOF_2020, negative_target=NoRatio.ALL_OR_NOTHING, zero_positive_target=NoRatio.ALL_OR_NOTHING)
        assert scored("10", target, actual, policy).points == (None if points is None else Decimal(points))

    def test_a_policy_can_leave_zero_alone(self) -> None:
        policy = evolve(MOF_2020, zero_target=NoRatio.UNDECIDED)
        assert scored("10", "=0", "0", policy).why is Why.UNDECIDED_ZERO_TARGET

    def test_a_policy_can_leave_negative_values_alone(self) -> None:
        policy = evolve(MOF_2020, negative_actual_is_zero=False)
        assert scored("10", "≥8%", "-5%", policy).why is Why.UNDECIDED_NEGATIVE_ACTUAL
        assert scored("10", "≥8%", "≤-5%", policy).why is Why.UNDECIDED_BOUNDED_ACTUAL
        assert scored("10", "≤8%", "-5%", policy).why is Why.MET
        assert scored("10", "≥8%", "0%", policy).points == Decimal("0.00")
        assert execution_score(rate("0", "5"), policy=policy).points == Decimal("0.00")

    @pytest.mark.parametrize(
        ("unsigned", "points"), [(Operator.EXACTLY, "10.00"), (Operator.AT_LEAST, "10.00"), (Operator.AT_MOST, "7.50")]
    )
    def test_a_target_without_a_sign(self, unsigned: Operator, points: str) -> None:
        found = scored("10", "4场", "5场", evolve(MOF_2020, unsigned=unsigned))
        assert str(found.points) == points

    def test_a_target_without_a_sign_can_be_left_alone(self) -> None:
        assert scored("10", "4场", "5场", evolve(MOF_2020, unsigned=None)).why is Why.UNDECIDED_UNSIGNED

    @pytest.mark.parametrize(
        "said",
        [
            {"kind": IndicatorKind.COST},
            {"kind": IndicatorKind.ECONOMIC_COST},
            {"kind": IndicatorKind.OUTPUT_COST},
            {"name": "培训成本"},
        ],
    )
    @EVERY_POLICY
    def test_a_cost_without_a_sign_is_never_scored(self, policy: ScoringPolicy, said: dict[str, Any]) -> None:
        assert scored("10", "20万元", "18万元", policy, **said).why is Why.UNDECIDED_UNSIGNED_COST
        assert scored("10", "≤20万元", "18万元", policy, **said).points == Decimal("10.00")

    def test_the_level_above_says_that_it_is_a_cost(self) -> None:
        one = indicator("10", "20万元", "18万元")
        assert score(one, kind=IndicatorKind.COST).why is Why.UNDECIDED_UNSIGNED_COST
        assert score(evolve(one, kind=IndicatorKind.QUANTITY), kind=IndicatorKind.COST).points == Decimal("9.00")

    @pytest.mark.parametrize(("nature", "points"), [("正向指标", "10.00"), ("反向指标", "5.00")])
    def test_the_column_of_directions_is_a_sign(self, nature: str, points: str) -> None:
        one = Indicator(
            name="数", weight=Decimal(10), target=Target.parse("10", nature=nature), actual=Actual.parse("15")
        )
        assert str(score(one, evolve(MOF_2020, unsigned=None), kind=IndicatorKind.COST).points) == points

    def test_a_sign_that_the_column_of_directions_contradicts_is_left_alone(self) -> None:
        target = Target.parse("=10", nature="反向指标")
        one = Indicator(name="数", weight=Decimal(10), target=target, actual=Actual.parse("15"))
        assert score(one).why is Why.UNDECIDED_DIRECTION

    @pytest.mark.parametrize(("places", "points"), [(0, "9"), (1, "9.5"), (4, "9.4737")])
    def test_the_decimals_of_a_score(self, places: int, points: str) -> None:
        assert str(scored("10", "≥95%", "90%", evolve(MOF_2020, places=places)).points) == points

    @pytest.mark.parametrize(("actual", "points"), [("100", "3.335"), ("99.99", "3.33"), ("99.999", "3.33")])
    def test_full_points_are_the_weight_as_stated(self, actual: str, points: str) -> None:
        assert str(scored("3.335", "≥100", actual).points) == points

    def test_rounding_never_lifts_a_score_above_the_weight(self) -> None:
        assert scored("3.336", "≥100", "99.999").points == Decimal("3.336")
