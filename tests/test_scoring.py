"""Points, totals and grades: the worked examples of the rules, and everything that is left undecided."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from perfreport.classification import Achievement, Grade, IndicatorKind
from perfreport.errors import InvalidNumber, InvalidValue
from perfreport.model import Indicator
from perfreport.money import Money
from perfreport.quantity import Actual, Operator, Quantity, Rate, Target
from perfreport.scoring import (
    DEPLOYED,
    DEPLOYED_80_70_60,
    MOF_2020,
    MOF_2021,
    NATIONAL,
    POLICIES,
    SCHEMES,
    SHANGHAI,
    Flag,
    GradeScheme,
    NoRatio,
    OverAchievement,
    Score,
    ScoringPolicy,
    Total,
    Why,
    execution_score,
    grade,
    graded_differently,
    score,
    total_score,
)
from perfreport.testing import assert_same

EVERY_POLICY = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
RATIO_POLICIES = pytest.mark.parametrize("policy", [MOF_2020, DEPLOYED], ids=["mof-2020", "deployed"])
STRICT = evolve(MOF_2020, met_at_equality=False)
REDUCE = evolve(MOF_2020, over_achievement=OverAchievement.REDUCE)
LIFTED = evolve(MOF_2020, capped=False)


def indicator(weight: str | None, target: str | None, actual: str | None, **said: Any) -> Indicator:
    return Indicator(
        **{"name": "指标", **said},
        weight=None if weight is None else Decimal(weight),
        target=None if target is None else Target.parse(target),
        actual=None if actual is None else Actual.parse(actual),
    )


def scored(weight: str, target: str | None, actual: str | None, policy: ScoringPolicy = MOF_2020, **said: Any) -> Score:
    return score(indicator(weight, target, actual, **said), policy)


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

    @pytest.mark.parametrize(
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


class TestWords:
    """Qualitative targets have bands, and the official words alone say which."""

    BANDS = pytest.mark.parametrize(
        ("weight", "achievement", "printed"),
        [
            ("10", Achievement.ACHIEVED, "[8.00, 10.00]"),
            ("10", Achievement.PARTLY_ACHIEVED, "[6.00, 8.00)"),
            ("10", Achievement.NOT_ACHIEVED, "[0.00, 6.00)"),
            ("15", Achievement.ACHIEVED, "[12.00, 15.00]"),
            ("15", Achievement.PARTLY_ACHIEVED, "[9.00, 12.00)"),
            ("15", Achievement.NOT_ACHIEVED, "[0.00, 9.00)"),
            ("3.33", Achievement.ACHIEVED, "[2.66, 3.33]"),
            ("3.33", Achievement.PARTLY_ACHIEVED, "[2.00, 2.66)"),
            ("3.33", Achievement.NOT_ACHIEVED, "[0.00, 2.00)"),
            ("0.01", Achievement.PARTLY_ACHIEVED, "[0.01, 0.01]"),
        ],
    )

    @EVERY_POLICY
    @BANDS
    def test_bands(self, policy: ScoringPolicy, weight: str, achievement: Achievement, printed: str) -> None:
        found = scored(weight, "显著提升", "有所提升", policy, achievement=achievement)
        assert f"[{found.least}, {found.most}{')' if found.most_open else ']'}" == printed
        assert (found.points, found.exact, found.why) == (None, None, Why.BAND)
        assert not found.why.undecided

    @pytest.mark.parametrize(
        ("actual", "least"),
        [
            ("达成年度指标", "8.00"),
            ("达成年度指标。", "8.00"),
            ("达成预期指标", "8.00"),
            ("达成年度\n指标，群众反映良好", "8.00"),
            ("部分达成年度指标并具有一定效果", "6.00"),
            ("部分达成", "6.00"),
            ("部分实现目标", "6.00"),
            ("未达成年度指标且效果较差", "0.00"),
            ("基本达成目标", "8.00"),
        ],
    )
    def test_official_words_in_the_actual_value_are_read(self, actual: str, least: str) -> None:
        found = scored("10", "显著提升", actual)
        assert (found.why, str(found.least)) == (Why.BAND, least)

    @pytest.mark.parametrize(
        "actual",
        [
            "显著提升",
            "未能达成年度指标",
            "是否达成年度指标：否",
            "达成年度指标：否",
            "达成年度指标的80%",
            "达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差",
            "达成年度指标；部分达成年度指标并具有一定效果；未达成年度指标且效果较差",
            "其余达成年度指标",
            "优",
        ],
    )
    def test_other_words_are_not_judged(self, actual: str) -> None:
        found = scored("10", "显著提升", actual)
        assert found.why is Why.UNDECIDED_TARGET_TEXT
        assert (found.least, found.most, found.most_open) == (Decimal("0.00"), Decimal("10.00"), False)

    def test_what_the_form_ticked_goes_before_the_words(self) -> None:
        found = scored("10", "显著提升", "达成年度指标", achievement=Achievement.NOT_ACHIEVED)
        assert found.most == Decimal("6.00")

    def test_words_without_an_actual_value(self) -> None:
        assert scored("10", "显著提升", None).why is Why.UNDECIDED_NO_ACTUAL
        assert scored("10", "显著提升", None, achievement=Achievement.ACHIEVED).why is Why.BAND

    def test_the_bands_of_a_policy(self) -> None:
        policy = evolve(MOF_2020, achieved_from=Decimal(1), partly_from=Decimal("0.5"))
        found = scored("10", "显著提升", "达成年度指标", policy)
        assert (found.least, found.most) == (Decimal("10.00"), Decimal("10.00"))
        assert found.points is None


class TestDates:
    @EVERY_POLICY
    @pytest.mark.parametrize(
        ("target", "actual", "why"),
        [
            ("2022年12月31日前", "2022年12月30日", Why.MET),
            ("2022年12月31日前", "2022年12月31日", Why.MET),
            ("≤2022年12月31日", "2022.12.1", Why.MET),
            ("2022年12月31日前", "2022年12月31日前", Why.MET),
            ("<2022年12月31日", "2022年12月31日", Why.MET),
            ("2022年1月1日至2022年12月31日", "2022年1月1日", Why.MET),
            ("2022年12月31日前", "2023年1月5日", Why.UNDECIDED_LATE),
            ("2022年12月31日前", "2022年11月", Why.UNDECIDED_DATE),
            ("2022年12月", "2022年12月3日", Why.UNDECIDED_DATE),
            ("12月31日前", "12月1日", Why.UNDECIDED_DATE),
            ("≥2022年12月31日", "2022年12月1日", Why.UNDECIDED_DATE),
            ("2022年1月1日至2022年12月31日", "2021年3月1日", Why.UNDECIDED_DATE),
            ("2022年1月至2022年12月31日", "2022年3月1日", Why.UNDECIDED_DATE),
            ("2022年12月31日前", "按时完成", Why.UNDECIDED_ACTUAL_TEXT),
            ("2022年12月31日前", "100%", Why.UNDECIDED_ACTUAL_TEXT),
        ],
    )
    def test_on_time_is_all_and_late_is_open(self, policy: ScoringPolicy, target: str, actual: str, why: Why) -> None:
        found = scored("10", target, actual, policy)
        assert found.why is why
        assert found.points == (Decimal("10.00") if why is Why.MET else None)

    @pytest.mark.parametrize(("actual", "why"), [("2022年5月1日", Why.UNDECIDED_LATE), ("<2022年5月1日", Why.MET)])
    def test_a_strict_sign_read_strictly_leaves_the_day_itself_out(self, actual: str, why: Why) -> None:
        assert scored("10", "<2022年5月1日", actual, STRICT).why is why


class TestBoundedActualValues:
    """An actual value that is only bounded is decided where every value that it allows earns the same."""

    @pytest.mark.parametrize(
        ("target", "actual", "points"),
        [
            ("≥95%", "≥97%", "10.00"),
            ("≥95%", "≥95%", "10.00"),
            ("≥95%", ">95%", "10.00"),
            (">95%", "≥95%", "10.00"),
            ("≥95%", "96%~97%", "10.00"),
            ("≥95%", "≥90%", None),
            ("≥95%", "90%~97%", None),
            ("≥95%", "≤97%", None),
            ("≥95%", "≤90%", None),
            ("≥95%", "≤0%", "0.00"),
            ("≥95%", "=90%", "9.47"),
            ("≤20", "≤18", "10.00"),
            ("≤20", "≥40", "0.00"),
            ("≤20", "≥39", None),
            ("≤20", "≥18", None),
            ("=0", "≤0", "10.00"),
            ("=0", ">0", "0.00"),
            ("=0", "≥0", None),
            ("90~95", "91~94", "10.00"),
            ("90~95", "≥200", "0.00"),
            ("90~95", "≥91", None),
            ("90~95", "≤97", None),
            ("90~95", "≤0", "0.00"),
            ("90~95", "94~96", None),
        ],
    )
    def test_bounds(self, target: str, actual: str, points: str | None) -> None:
        found = scored("10", target, actual)
        assert found.points == (None if points is None else Decimal(points))
        assert points is not None or found.why is Why.UNDECIDED_BOUNDED_ACTUAL

    def test_below_the_pass_line_all_values_earn_nothing(self) -> None:
        assert scored("10", "≥95%", "≤50%", MOF_2021).points == Decimal("0.00")
        assert scored("10", "≥95%", "≤58%", MOF_2021).points is None

    def test_a_flag_needs_every_value(self) -> None:
        assert scored("10", "≥10", "≥13").flags == (Flag.OVER_ACHIEVED,)
        assert scored("10", "≥10", "≥12").flags == ()


class TestSatisfaction:
    """101号: 90% earns all, 80% eight tenths, 60% one half."""

    @pytest.mark.parametrize(
        ("actual", "points"),
        [
            ("100%", "10.00"), ("90%", "10.00"), ("89.99%", "8.00"), ("80%", "8.00"), ("79.99%", "5.00"),
            ("60%", "5.00"), ("59.99%", "0.00"), ("0%", "0.00"), ("≥90%", "10.00"),
            ("85%~88%", "8.00"), ("≤50%", "0.00"),
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("kind", [IndicatorKind.SATISFACTION, IndicatorKind.SERVICE_SATISFACTION])
    @pytest.mark.parametrize("target", ["≥95%", "95", None])
    def test_steps(self, actual: str, points: str, kind: IndicatorKind, target: str | None) -> None:
        found = scored("10", target, actual, MOF_2021, kind=kind)
        assert (str(found.points), found.why) == (points, Why.STEP)

    def test_steps_are_shares_of_the_weight(self) -> None:
        assert scored("5", "≥95%", "85%", MOF_2021, kind=IndicatorKind.SATISFACTION).points == Decimal("4.00")
        assert scored("5", "≥95%", "85", MOF_2021, kind=IndicatorKind.SATISFACTION).points == Decimal("4.00")

    @pytest.mark.parametrize(
        ("target", "actual", "why"),
        [
            ("≥95", "90", Why.UNDECIDED_UNITS_DIFFER),
            ("≥95%", "0.9", Why.UNDECIDED_UNITS_DIFFER),
            ("≥0.95", "90%", Why.UNDECIDED_UNITS_DIFFER),
            ("≥95件", "90%", Why.UNDECIDED_UNITS_DIFFER),
            ("≥95%", "约90%", Why.UNDECIDED_APPROXIMATE),
            ("≥95%", "≥85%", Why.UNDECIDED_BOUNDED_ACTUAL),
            ("≥95%", "满意", Why.UNDECIDED_ACTUAL_TEXT),
            ("≥95%", None, Why.UNDECIDED_NO_ACTUAL),
            ("满意", "达成年度指标", Why.BAND),
            ("≤3件", "3件", Why.MET),
            ("≥3件", "3件", Why.MET),
            ("≤5%", "5%", Why.MET),
        ],
    )
    def test_what_is_no_percentage_of_the_content_is_scored_like_others(
        self, target: str, actual: str | None, why: Why
    ) -> None:
        assert scored("10", target, actual, MOF_2021, kind=IndicatorKind.SATISFACTION).why is why

    @RATIO_POLICIES
    def test_10_has_no_steps(self, policy: ScoringPolicy) -> None:
        assert scored("10", "≥95%", "90%", policy, kind=IndicatorKind.SATISFACTION).points == Decimal("9.47")

    def test_the_level_above_says_that_it_is_satisfaction(self) -> None:
        one = indicator("10", "≥95%", "85%")
        assert score(one, MOF_2021, kind=IndicatorKind.SATISFACTION).points == Decimal("8.00")
        assert score(one, MOF_2021, kind=IndicatorKind.OUTCOME).points == Decimal("7.37")


class TestWhatIsNotSaid:
    """Nothing that was not understood is scored, and never as 0."""

    @EVERY_POLICY
    @pytest.mark.parametrize(
        ("target", "actual", "why"),
        [
            (None, "95%", Why.UNDECIDED_NO_TARGET),
            ("—", "95%", Why.UNDECIDED_NO_TARGET),
            ("≥**%", "95%", Why.UNDECIDED_NO_TARGET),
            ("≥95%", None, Why.UNDECIDED_NO_ACTUAL),
            ("≥95%", "/", Why.UNDECIDED_NO_ACTUAL),
            ("≥95%", "已完成", Why.UNDECIDED_ACTUAL_TEXT),
            ("≥95%", "达成年度指标", Why.UNDECIDED_ACTUAL_TEXT),
            ("约95%", "95%", Why.UNDECIDED_APPROXIMATE),
            ("≥95%", "约95%", Why.UNDECIDED_APPROXIMATE),
            ("95%", "2022年", Why.UNDECIDED_ACTUAL_TEXT),
        ],
    )
    def test_undecided(self, policy: ScoringPolicy, target: str | None, actual: str | None, why: Why) -> None:
        found = scored("10", target, actual, policy)
        assert (found.why, found.points, found.exact) == (why, None, None)
        assert (found.least, found.most) == (Decimal("0.00"), Decimal("10.00"))
        assert found.why.undecided

    @EVERY_POLICY
    def test_without_a_weight_nothing_bounds_it(self, policy: ScoringPolicy) -> None:
        found = score(indicator(None, "≥95%", "90%", score=Decimal(9)), policy)
        assert (found.why, found.weight, found.points) == (Why.UNDECIDED_NO_WEIGHT, None, None)
        assert (found.least, found.most, found.gap) == (Decimal("0.00"), None, None)

    @EVERY_POLICY
    def test_a_weight_of_zero_earns_zero_whatever_happened(self, policy: ScoringPolicy) -> None:
        found = scored("0", "显著提升", None, policy)
        assert (found.points, found.why) == (Decimal("0.00"), Why.NO_POINTS)


class TestTheStatedScore:
    def test_it_stays_as_it_is(self) -> None:
        one = indicator("10", "≥95%", "90%", score=Decimal("9.0"))
        found = score(one)
        assert str(found.stated) == "9.0"
        assert str(one.score) == "9.0"
        assert found.gap == Decimal("-0.47")

    @pytest.mark.parametrize(
        ("stated", "gap"),
        [("8.00", "0.01"), ("7.99", "0"), ("7.995", "0"), ("6", "0"), ("5.5", "-0.5"), ("10", "2.01")],
    )
    def test_in_a_band_the_gap_is_the_way_to_the_band(self, stated: str, gap: str) -> None:
        found = scored("10", "显著提升", "部分达成", score=Decimal(stated))
        assert found.gap == Decimal(gap)
        assert found.allows(Decimal(stated)) == (found.gap == 0)

    def test_the_upper_band_holds_both_its_ends(self) -> None:
        gaps = [scored("10", "显著提升", "达成年度指标", score=Decimal(stated)).gap for stated in ("8", "10", "11")]
        assert gaps == [Decimal(0), Decimal(0), Decimal(1)]

    def test_undecided_scores_have_no_gap(self) -> None:
        found = scored("10", "显著提升", "有所提升", score=Decimal(12))
        assert found.gap is None
        assert not found.allows(Decimal(12))

    def test_no_statement_has_no_gap(self) -> None:
        assert scored("10", "≥95%", "90%").gap is None


def rate(executed: str, budget: str) -> Rate:
    return Rate.of(Money.wan(executed), Money.wan(budget))


class TestExecution:
    @pytest.mark.parametrize(
        ("executed", "budget", "policy", "points", "why"),
        [
            ("94.73", "100", MOF_2020, "9.47", Why.RATIO),
            ("94.73", "100", DEPLOYED, "9.47", Why.RATIO),
            ("40.44", "38.26", MOF_2020, "10.00", Why.CAPPED),
            ("40.44", "38.26", evolve(MOF_2020, execution_capped=False), "10.57", Why.ABOVE_WEIGHT),
            ("38.26", "38.26", MOF_2020, "10.00", Why.MET),
            ("0", "38.26", MOF_2020, "0.00", Why.RATIO),
            ("-1", "38.26", MOF_2020, "0.00", Why.RATIO),
            ("100", "100", MOF_2021, "10.00", Why.STEP),
            ("99.99", "100", MOF_2021, "7.00", Why.STEP),
            ("80", "100", MOF_2021, "7.00", Why.STEP),
            ("79.99", "100", MOF_2021, "5.00", Why.STEP),
            ("60", "100", MOF_2021, "5.00", Why.STEP),
            ("59.99", "100", MOF_2021, "0.00", Why.STEP),
        ],
    )
    def test_worked_examples(self, executed: str, budget: str, policy: ScoringPolicy, points: str, why: Why) -> None:
        found = execution_score(rate(executed, budget), policy=policy)
        assert (str(found.points), found.why) == (points, why)

    @pytest.mark.parametrize(
        ("executed", "budget", "policy", "why"),
        [
            ("0", "0", MOF_2020, Why.UNDECIDED_NO_BUDGET),
            ("5", "0", MOF_2021, Why.UNDECIDED_NO_BUDGET),
            ("5", "-5", MOF_2020, Why.UNDECIDED_NO_BUDGET),
            ("40.44", "38.26", MOF_2021, Why.UNDECIDED_OVER_BUDGET),
            ("-1", "5", evolve(MOF_2020, negative_actual_is_zero=False), Why.UNDECIDED_NEGATIVE_ACTUAL),
        ],
    )
    def test_undecided(self, executed: str, budget: str, policy: ScoringPolicy, why: Why) -> None:
        found = execution_score(rate(executed, budget), policy=policy)
        assert (found.why, found.points, found.most) == (why, None, Decimal("10.00"))

    def test_without_the_cap_nothing_bounds_an_undecided_rate(self) -> None:
        assert execution_score(rate("1", "0"), policy=evolve(MOF_2020, execution_capped=False)).most is None

    def test_sums_are_divided_and_not_rates_averaged(self) -> None:
        executed, budget = Money.wan("90") + Money.wan("1"), Money.wan("90") + Money.wan("10")
        assert execution_score(Rate.of(executed, budget)).points == Decimal("9.10")

    def test_the_weight_and_the_stated_score(self) -> None:
        found = execution_score(rate("97.8", "100"), Decimal(20), stated=Decimal(18))
        assert (found.points, found.gap) == (Decimal("19.56"), Decimal("-1.56"))
        assert execution_score(rate("1", "0"), Decimal(0)).points == Decimal("0.00")

    def test_a_rate_of_things_is_none_of_money(self) -> None:
        with pytest.raises(InvalidValue, match="two amounts of money"):
            execution_score(Rate.of(Quantity.parse("9人"), Quantity.parse("10人")))

    @pytest.mark.parametrize("weight", [Decimal(-1), Decimal(10_001)])
    def test_a_weight_is_a_weight(self, weight: Decimal) -> None:
        with pytest.raises(InvalidValue, match="expected 0 to 10,000"):
            execution_score(rate("1", "1"), weight)
        with pytest.raises(InvalidNumber):
            execution_score(rate("1", "1"), Decimal("NaN"))


class TestTotals:
    def test_the_worked_example(self) -> None:
        items: list[Score | Decimal] = [
            execution_score(rate("94.73", "100")),
            Decimal("47.25"),
            Decimal("27.00"),
            Decimal("10.00"),
        ]
        total = total_score(items)
        assert str(total.points) == "93.72"
        assert total.exact == Fraction(9473, 1000) + Fraction("84.25")
        assert grade(total) is Grade.EXCELLENT

    def test_the_printed_points_are_summed(self) -> None:
        total = total_score([scored("10", "≥3", "1")] * 3)
        assert total.points == Decimal("9.99")
        assert total.exact == 10

    def test_what_is_undecided_makes_bounds(self) -> None:
        total = total_score([Decimal(80), scored("10", "显著提升", "部分达成"), scored("5", None, None)])
        assert (total.points, total.exact) == (None, None)
        assert (total.least, total.most, total.most_open) == (Decimal("86.00"), Decimal("93.00"), True)

    def test_without_a_weight_nothing_bounds_the_total(self) -> None:
        total = total_score([Decimal(80), score(indicator(None, "1", "1")), scored("10", "显著提升", "部分达成")])
        assert (total.least, total.most, total.most_open) == (Decimal("86.00"), None, False)
        assert grade(total) is None

    def test_nothing_sums_to_nothing(self) -> None:
        assert_same(total_score([]), Total(exact=Fraction(0), least=Decimal("0.00"), most=Decimal("0.00")))

    def test_places(self) -> None:
        assert str(total_score([Decimal("1.25"), Decimal("1.2")], places=1).points) == "2.5"

    def test_a_band_that_rounding_closes_is_closed(self) -> None:
        total = total_score([scored("0.02", "显著提升", "部分达成")], places=0)
        assert (total.least, total.most, total.most_open) == (Decimal(0), Decimal(0), False)

    @pytest.mark.parametrize("item", [9.5, "9.5", None, 9])
    def test_what_is_no_score_is_refused(self, item: Any) -> None:
        with pytest.raises(InvalidValue, match="expected a Score or a Decimal"):
            total_score([item])


class TestGrades:
    @pytest.mark.parametrize(
        ("scheme", "total", "label"),
        [
            (NATIONAL, "100", Grade.EXCELLENT),
            (NATIONAL, "90.00", Grade.EXCELLENT),
            (NATIONAL, "89.99", Grade.GOOD),
            (NATIONAL, "80", Grade.GOOD),
            (NATIONAL, "79.99", Grade.FAIR),
            (NATIONAL, "60", Grade.FAIR),
            (NATIONAL, "59.99", Grade.POOR),
            (NATIONAL, "0", Grade.POOR),
            (DEPLOYED_80_70_60, "84.47", Grade.EXCELLENT),
            (DEPLOYED_80_70_60, "80", Grade.EXCELLENT),
            (DEPLOYED_80_70_60, "79.99", Grade.GOOD),
            (DEPLOYED_80_70_60, "70", Grade.GOOD),
            (DEPLOYED_80_70_60, "69.99", Grade.FAIR),
            (DEPLOYED_80_70_60, "60", Grade.FAIR),
            (DEPLOYED_80_70_60, "59.99", Grade.POOR),
            (SHANGHAI, "90", Grade.EXCELLENT),
            (SHANGHAI, "89.99", Grade.GOOD),
            (SHANGHAI, "75", Grade.GOOD),
            (SHANGHAI, "74.99", Grade.PASS),
            (SHANGHAI, "60", Grade.PASS),
            (SHANGHAI, "59.99", Grade.FAIL),
            (NATIONAL, "-0.01", None),
            (NATIONAL, "100.01", None),
        ],
    )
    def test_every_edge_belongs_to_the_better_grade(self, scheme: GradeScheme, total: str, label: Grade | None) -> None:
        assert grade(Decimal(total), scheme) is label

    def test_the_printed_total_is_graded_and_the_case_can_be_seen(self) -> None:
        exact = evolve(NATIONAL, rounded=False)
        assert grade(Decimal("89.996")) is Grade.EXCELLENT
        assert grade(Fraction("89.996"), exact) is Grade.GOOD
        assert graded_differently(Decimal("89.996"))
        assert not graded_differently(Decimal("89.994"))
        assert not graded_differently(Decimal("90.00"))

    def test_a_total_of_rounded_points_may_be_graded_differently(self) -> None:
        third = scored("10", "≥3", "1")
        total = total_score([*[third] * 3, Decimal(80)])
        assert (total.points, total.exact) == (Decimal("89.99"), Fraction(90))
        assert grade(total) is Grade.GOOD
        assert graded_differently(total)

    @pytest.mark.parametrize(
        ("total", "label"), [("108", Grade.EXCELLENT), ("107.99", Grade.GOOD), ("71.99", Grade.POOR)]
    )
    def test_bands_go_with_full_marks(self, total: str, label: Grade) -> None:
        assert grade(Decimal(total), full=Decimal(120)) is label

    def test_bounds_within_one_band_have_its_grade(self) -> None:
        band = scored("10", "显著提升", "部分达成")
        assert grade(total_score([Decimal(70), band])) is Grade.FAIR
        assert grade(total_score([Decimal(72), band])) is Grade.FAIR
        assert grade(total_score([Decimal("72.01"), band])) is None
        assert grade(total_score([Decimal(84), band])) is Grade.EXCELLENT
        assert not graded_differently(total_score([Decimal(70), band]))

    def test_the_lowest_band_has_a_bottom(self) -> None:
        assert grade(Total(least=Decimal("0.00"), most=Decimal("0.50"), most_open=True)) is Grade.POOR

    @pytest.mark.parametrize("total", [93, "93", 93.5, None])
    def test_what_is_no_total_is_refused(self, total: Any) -> None:
        with pytest.raises(InvalidValue, match="expected a Decimal, a Fraction or a Total"):
            grade(total)

    def test_full_marks_are_above_zero(self) -> None:
        with pytest.raises(InvalidValue, match="full marks above 0"):
            grade(Decimal(0), full=Decimal(0))
        with pytest.raises(InvalidNumber):
            grade(Decimal("NaN"))


class TestValues:
    """A policy or a scheme that contradicts itself is not built."""

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("name", " "),
            ("citation", ""),
            ("pass_line", Decimal(1)),
            ("pass_line", Decimal("-0.1")),
            ("pass_line", 0.6),
            ("pass_line", Decimal("NaN")),
            ("met_at_equality", 1),
            ("over_achievement", "flag"),
            ("over_threshold", Decimal(1)),
            ("capped", None),
            ("zero_target", "undecided"),
            ("unsigned", "="),
            ("execution_steps", ()),
            ("execution_steps", [(Decimal(1), Decimal(1))]),
            ("execution_steps", ((Decimal(1), Decimal(1), Decimal(1)),)),
            ("execution_steps", ((Decimal(0), Decimal(1)),)),
            ("execution_steps", ((Decimal("0.8"), Decimal(2)),)),
            ("execution_steps", ((Decimal("0.8"), Decimal(1)), (Decimal("0.8"), Decimal("0.5")))),
            ("execution_steps", ((Decimal("0.6"), Decimal(1)), (Decimal("0.8"), Decimal("0.5")))),
            ("satisfaction_steps", ((Decimal("0.8"), Decimal("0.5")), (Decimal("0.6"), Decimal(1)))),
            ("achieved_from", Decimal("0.5")),
            ("partly_from", Decimal("0.9")),
            ("places", 9),
        ],
    )
    def test_a_policy(self, field: str, value: Any) -> None:
        with pytest.raises(InvalidValue, match="ScoringPolicy"):
            evolve(MOF_2020, **{field: value})

    @pytest.mark.parametrize(
        ("field", "value", "expected"),
        [
            ("pass_line", Decimal(1), "a Decimal from 0 to below 1, not "),
            ("over_threshold", Decimal(1), "a Decimal above 1 to 1000, not "),
        ],
    )
    def test_a_refusal_says_what_is_expected(self, field: str, value: Any, expected: str) -> None:
        with pytest.raises(InvalidValue, match=expected):
            evolve(MOF_2020, **{field: value})

    def test_neighbouring_steps_and_bands_may_earn_the_same(self) -> None:
        steps = ((Decimal("0.9"), Decimal(1)), (Decimal("0.5"), Decimal(1)))
        policy = evolve(MOF_2020, execution_steps=steps, partly_from=Decimal("0.8"))
        assert execution_score(rate("50", "100"), policy=policy).points == Decimal("10.00")
        assert scored("10", "显著提升", "部分达成", policy).most == Decimal("8.00")

    def test_a_band_may_be_full_marks_alone(self) -> None:
        perfect = evolve(NATIONAL, bands=((Decimal(100), Grade.EXCELLENT), (Decimal(0), Grade.POOR)))
        assert [grade(Decimal(total), perfect) for total in ("100", "99.99")] == [Grade.EXCELLENT, Grade.POOR]

    def test_a_policy_does_not_add_and_take_off(self) -> None:
        with pytest.raises(InvalidValue, match="both add points and take them off"):
            evolve(REDUCE, capped=False)

    @pytest.mark.parametrize(
        "bands",
        [
            (),
            [(Decimal(0), Grade.POOR)],
            ((Decimal(90), Grade.EXCELLENT),),
            ((Decimal(101), Grade.EXCELLENT), (Decimal(0), Grade.POOR)),
            ((Decimal(60), Grade.EXCELLENT), (Decimal(90), Grade.GOOD), (Decimal(0), Grade.POOR)),
            ((Decimal(60), Grade.GOOD), (Decimal(60), Grade.FAIR), (Decimal(0), Grade.POOR)),
            ((Decimal(60), Grade.GOOD), (Decimal(0), Grade.GOOD)),
            ((Decimal(60), "优"), (Decimal(0), Grade.GOOD)),
            ((60, Grade.GOOD), (Decimal(0), Grade.POOR)),
        ],
    )
    def test_a_scheme(self, bands: Any) -> None:
        with pytest.raises(InvalidValue, match="GradeScheme"):
            evolve(NATIONAL, bands=bands)

    @pytest.mark.parametrize(
        "fields",
        [
            {"least": Decimal(5), "most": Decimal(4)},
            {"least": Decimal(5), "most": Decimal(6), "exact": Fraction(5)},
            {"least": Decimal(5), "most": Decimal(5), "most_open": True},
            {"least": 5, "most": Decimal(5)},
            {"least": Decimal("NaN"), "most": Decimal(5)},
        ],
    )
    def test_a_result(self, fields: dict[str, Any]) -> None:
        with pytest.raises(InvalidValue, match="Total"):
            Total(**fields)
        with pytest.raises(InvalidValue, match="Score"):
            Score(why=Why.BAND, weight=Decimal(10), **fields)

    def test_what_is_offered_is_named_and_cited(self) -> None:
        assert {name: policy.name for name, policy in POLICIES.items()} == {name: name for name in POLICIES}
        assert set(POLICIES) == {"mof-2020", "mof-2021", "deployed"}
        assert {name: scheme.name for name, scheme in SCHEMES.items()} == {name: name for name in SCHEMES}
        assert set(SCHEMES) == {"national", "deployed-80-70-60", "shanghai"}
        assert all(policy.citation for policy in POLICIES.values())
        assert all(scheme.citation for scheme in SCHEMES.values())
