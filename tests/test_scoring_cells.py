"""What the cells of an indicator say, word by word, and what it scores."""

from decimal import Decimal

import pytest
from attrs import evolve

from perfreport.classification import Achievement, IndicatorKind
from perfreport.scoring import MOF_2020, MOF_2021, Flag, ScoringPolicy, Why, score
from tests.cases.scores import EVERY_POLICY, RATIO_POLICIES, STRICT, indicator, scored
from tests.cases.tables import together


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

    @together(
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

    @together(
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

    @together(
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

    @together(
        ("actual", "points"),
        [
            ("100%", "10.00"), ("90%", "10.00"), ("89.99%", "8.00"), ("80%", "8.00"), ("79.99%", "5.00"),
            ("60%", "5.00"), ("59.99%", "0.00"), ("0%", "0.00"), ("≥90%", "10.00"),
            ("85%~88%", "8.00"), ("≤50%", "0.00"),
        ],
    )  # fmt: skip
    @together("kind", [IndicatorKind.SATISFACTION, IndicatorKind.SERVICE_SATISFACTION])
    @together("target", ["≥95%", "95", None])
    def test_steps(self, actual: str, points: str, kind: IndicatorKind, target: str | None) -> None:
        found = scored("10", target, actual, MOF_2021, kind=kind)
        assert (str(found.points), found.why) == (points, Why.STEP)

    def test_steps_are_shares_of_the_weight(self) -> None:
        assert scored("5", "≥95%", "85%", MOF_2021, kind=IndicatorKind.SATISFACTION).points == Decimal("4.00")
        assert scored("5", "≥95%", "85", MOF_2021, kind=IndicatorKind.SATISFACTION).points == Decimal("4.00")

    @together(
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
