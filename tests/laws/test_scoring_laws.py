"""What holds for all scores, totals and grades, whatever was printed and under every policy."""

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import assume, example, given
from hypothesis import strategies as st

from perfreport.classification import Achievement, Grade, IndicatorKind
from perfreport.model import Indicator
from perfreport.money import Money
from perfreport.quantity import Actual, Operator, Rate, Target
from perfreport.scoring import (
    MOF_2020,
    MOF_2021,
    POLICIES,
    SCHEMES,
    GradeScheme,
    NoRatio,
    OverAchievement,
    Score,
    ScoringPolicy,
    execution_score,
    grade,
    graded_differently,
    score,
    total_score,
)

#: Policies that neither take points off for over-achievement nor lift the cap.
PLAIN = [
    *POLICIES.values(),
    evolve(MOF_2020, over_achievement=OverAchievement.IGNORE, places=0),
    evolve(MOF_2020, pass_line=Decimal("0.25"), places=4, unsigned=Operator.AT_LEAST),
    evolve(
        MOF_2020,
        negative_target=NoRatio.ALL_OR_NOTHING,
        zero_positive_target=NoRatio.ALL_OR_NOTHING,
        unsigned=Operator.AT_MOST,
    ),
    evolve(MOF_2021, zero_target=NoRatio.UNDECIDED, negative_actual_is_zero=False, unsigned=None),
]
STRICT = [evolve(policy, met_at_equality=False) for policy in PLAIN]
REDUCING = [evolve(policy, over_achievement=OverAchievement.REDUCE) for policy in PLAIN]
LIFTED = [evolve(policy, capped=False) for policy in PLAIN]
EVERY = [*PLAIN, *STRICT, *REDUCING, *LIFTED]

NUMBERS = st.decimals(-50, 300, places=2) | st.sampled_from([Decimal(0), Decimal(60), Decimal(95), Decimal(100)])
POSITIVE = st.decimals(Decimal("0.01"), 300, places=2)
#: A worse and a better number where more is better.
PAIRS = st.tuples(NUMBERS, NUMBERS).map(sorted)
WEIGHTS = st.decimals(0, 100, places=2) | st.decimals(0, 10, places=4) | st.sampled_from([Decimal(0), Decimal("0.01")])
SIGNS = st.sampled_from(["≥", ">", "=", "≤", "<", ""])
UNITS = st.sampled_from(["%", "人", "万元", ""])
KINDS = st.none() | st.sampled_from(IndicatorKind)
#: Cells as forms have them, and cells that nobody ever had.
CELLS = (
    st.builds("{}{}{}".format, SIGNS, NUMBERS, UNITS)
    | st.builds("{}~{}{}".format, NUMBERS, NUMBERS, UNITS)
    | st.sampled_from(
        [
            "2022年12月31日前",
            "2022年3月1日",
            "9月前",
            "显著提升",
            "达成年度指标",
            "部分达成",
            "约95%",
            "—",
            "≥**%",
            "7.07万起",
            "",
        ]
    )
    | st.text(max_size=12)
    | st.text("0123456789.,-+~≥≤=<>%万亿人元年月日前约XX无", max_size=12)
)


def scored(policy: ScoringPolicy, target: str, actual: str, weight: Decimal = Decimal(10)) -> Score:
    one = Indicator(name="指标", weight=weight, target=Target.parse(target), actual=Actual.parse(actual))
    return score(one, policy)


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    target, actual = draw(st.none() | CELLS.map(Target.parse)), draw(st.none() | CELLS.map(Actual.parse))
    return Indicator(
        name=draw(st.sampled_from(["指标", "培训成本"])),
        kind=draw(KINDS),
        target=target if target is None or (target.raw.isprintable() and target.raw.strip()) else None,
        actual=actual if actual is None or (actual.raw.isprintable() and actual.raw.strip()) else None,
        achievement=draw(st.none() | st.sampled_from(Achievement)),
        weight=draw(st.none() | WEIGHTS),
        score=draw(st.none() | WEIGHTS),
    )


class TestAScoreLiesBetweenNothingAndItsWeight:
    @given(indicators(), st.sampled_from([*PLAIN, *STRICT, *REDUCING]))
    def test_and_its_bounds_hold_it(self, one: Indicator, policy: ScoringPolicy) -> None:
        found = score(one, policy)
        assert found.weight == one.weight
        if one.weight is None:
            assert (found.points, found.least, found.most) == (None, Decimal(0), None)
            return
        assert found.most is not None
        assert 0 <= found.least <= found.most <= one.weight
        if found.points is not None:
            assert found.exact is not None
            assert 0 <= found.exact <= one.weight
            assert found.least == found.points == found.most
            assert abs(Fraction(found.points) - found.exact) * 2 <= Fraction(1, 10**policy.places)
        elif found.why.undecided:
            assert (found.least, found.most_open) == (Decimal(0), False)
            assert abs(found.most - one.weight) * 2 <= Decimal(1).scaleb(-policy.places)

    @given(indicators(), st.sampled_from(LIFTED))
    def test_and_without_the_cap_not_below_nothing(self, one: Indicator, policy: ScoringPolicy) -> None:
        found = score(one, policy)
        assert found.least >= 0
        assert found.most is None or found.least <= found.most


class TestNoCellIsEverRefused:
    @given(indicators(), st.sampled_from(EVERY), KINDS)
    def test_and_what_the_document_states_stays(
        self, one: Indicator, policy: ScoringPolicy, kind: IndicatorKind | None
    ) -> None:
        before = repr(one)
        found = score(one, policy, kind=kind)
        assert found.stated is one.score
        assert repr(one) == before
        assert (found.gap is None) or (one.score is not None and found.allows(one.score - found.gap))
        assert found.gap is None or found.allows(one.score or Decimal(0)) == (found.gap == 0)

    @given(CELLS, CELLS, st.sampled_from(EVERY))
    @example("≥" + "9" * 32, "0.000000000000000000000001", MOF_2020)
    @example("≥0.000000000000000000000001", "9" * 32 + "万亿", LIFTED[0])
    @example("≥0.000000000000000000000001亿元", "9" * 32 + "亿元", REDUCING[0])
    def test_whatever_was_printed(self, target: str, actual: str, policy: ScoringPolicy) -> None:
        assume(target.strip() and target.isprintable())
        assume(actual.strip() and actual.isprintable())
        for weight in (Decimal("9" * 32), Decimal("0.000000000000000000000001")):
            assert scored(policy, target, actual, weight).least >= 0


class TestABetterActualValueNeverEarnsLess:
    """Better is more under ≥, > and =, less under ≤ and <, and nearer for an interval."""

    @given(st.sampled_from(PLAIN), st.sampled_from("≥>="), NUMBERS, PAIRS, WEIGHTS)
    def test_more_where_more_is_better(
        self, policy: ScoringPolicy, sign: str, target: Decimal, actual: list[Decimal], weight: Decimal
    ) -> None:
        # Of a target of 0 to be met exactly, less is better.
        assume(sign != "=" or target != 0)
        worse, better = (scored(policy, f"{sign}{target}", f"{value}", weight).points for value in actual)
        assert worse is None or better is None or worse <= better
        assert target <= 0 or actual[0] < 0 or None not in (worse, better)

    @given(st.sampled_from(PLAIN), st.sampled_from("≤<"), NUMBERS, PAIRS, WEIGHTS)
    def test_less_where_less_is_better(
        self, policy: ScoringPolicy, sign: str, target: Decimal, actual: list[Decimal], weight: Decimal
    ) -> None:
        better, worse = (scored(policy, f"{sign}{target}", f"{value}", weight).points for value in actual)
        assert worse is None or better is None or worse <= better
        assert target <= 0 or None not in (worse, better)

    @given(st.sampled_from(STRICT), POSITIVE, PAIRS)
    def test_but_for_the_number_itself_under_a_sign_that_is_read_strictly(
        self, policy: ScoringPolicy, target: Decimal, actual: list[Decimal]
    ) -> None:
        assume(target not in actual)
        worse, better = (scored(policy, f">{target}", f"{value}").points for value in actual)
        assert worse is None or better is None or worse <= better
        assert scored(policy, f">{target}", f"{target}").points == 0

    @given(st.sampled_from(PLAIN), POSITIVE, POSITIVE, NUMBERS, NUMBERS)
    def test_nearer_to_an_interval(
        self, policy: ScoringPolicy, low: Decimal, high: Decimal, one: Decimal, other: Decimal
    ) -> None:
        low, high = sorted([low, high])
        # On either side of the interval by itself: the two sides have ratios of their own.
        assume((one < low and other < low) or (one > high and other > high))
        near, far = sorted([one, other], key=lambda actual: max(low - actual, actual - high))
        better, worse = (scored(policy, f"{low}~{high}", f"{actual}") for actual in (near, far))
        assert worse.points is None or better.points is None or worse.points <= better.points
        assert scored(policy, f"{low}~{high}", f"{high}").points == 10

    @given(NUMBERS, NUMBERS)
    def test_in_the_steps_of_a_survey(self, one: Decimal, other: Decimal) -> None:
        worse, better = (
            score(
                Indicator(
                    name="满意度",
                    kind=IndicatorKind.SATISFACTION,
                    weight=Decimal(10),
                    target=Target.parse("≥95%"),
                    actual=Actual.parse(f"{actual}%"),
                ),
                MOF_2021,
            ).points
            for actual in sorted([one, other])
        )
        assert worse is not None
        assert better is not None
        assert worse <= better

    @given(st.sampled_from(PLAIN), st.decimals(-10, 200, places=2), st.decimals(-10, 200, places=2), WEIGHTS)
    def test_in_the_execution_of_a_budget(
        self, policy: ScoringPolicy, one: Decimal, other: Decimal, weight: Decimal
    ) -> None:
        worse, better = (
            execution_score(Rate.of(Money.wan(spent), Money.wan(100)), weight, policy) for spent in sorted([one, other])
        )
        assert worse.points is None or better.points is None or worse.points <= better.points
        assert all(0 <= found.least <= (found.most or 0) <= weight for found in (worse, better))


@pytest.mark.parametrize("policy", EVERY)
class TestEdges:
    """The edges of the rules hold under every policy: 0.6w, 0.8w, a target of 0, twice the target."""

    def test_each_band_begins_where_the_one_below_it_ends(self, policy: ScoringPolicy) -> None:
        for weight in map(Decimal, ("10", "15", "3.33", "0.07", "100", "33.3333")):
            low, middle, high = (
                score(Indicator(name="指标", weight=weight, target=Target.parse("显著提升"), achievement=said), policy)
                for said in (Achievement.NOT_ACHIEVED, Achievement.PARTLY_ACHIEVED, Achievement.ACHIEVED)
            )
            assert (low.least, low.most, middle.most) == (Decimal(0), middle.least, high.least)
            assert abs(middle.least - weight * policy.partly_from) * 2 <= Decimal(1).scaleb(-policy.places)
            assert abs(high.least - weight * policy.achieved_from) * 2 <= Decimal(1).scaleb(-policy.places)
            assert low.allows(Decimal(0))
            assert middle.allows(middle.least)
            assert high.allows(high.least)
            assert not middle.allows(high.least) or middle.least == high.least
            assert not low.allows(middle.least) or middle.least == 0

    def test_a_target_of_zero(self, policy: ScoringPolicy) -> None:
        for target in ("=0", "≤0"):
            for actual, points in (("0", 10), ("0.01", 0), ("1", 0), ("-1", 10)):
                found = scored(policy, target, actual).points
                assert found == (None if policy.zero_target is NoRatio.UNDECIDED else points)

    def test_twice_the_target_where_less_is_better(self, policy: ScoringPolicy) -> None:
        for target in ("≤20", "<20", "≤0.01", "<150"):
            assert scored(policy, target, f"{2 * Decimal(target[1:])}").points == 0

    def test_twice_the_target_where_more_is_better(self, policy: ScoringPolicy) -> None:
        line = policy.pass_line or Decimal(0)
        for target in ("≥20", ">20", "=20"):
            found = scored(policy, target, "40").exact
            if policy in REDUCING:
                assert found == 10 * max(Fraction(0), 1 - (2 - Fraction(policy.over_threshold)))
            else:
                lifted = policy in LIFTED and target != "=20"
                assert found == (10 * Fraction(2 - line) / Fraction(1 - line) if lifted else 10)

    def test_six_and_eight_tenths_of_the_way(self, policy: ScoringPolicy) -> None:
        line = policy.pass_line or Decimal(0)
        for reached in (Decimal("0.6"), Decimal("0.8")):
            for target, actual in (("≥50", 50 * reached), ("≤50", 50 * (2 - reached))):
                found = scored(policy, target, f"{actual}")
                assert found.exact == 10 * Fraction(reached - line) / Fraction(1 - line)


class TestOverAchievement:
    @given(st.sampled_from(REDUCING), POSITIVE, POSITIVE, POSITIVE, WEIGHTS)
    def test_reducing_takes_ever_more_off_and_stops_at_nothing(
        self, policy: ScoringPolicy, target: Decimal, one: Decimal, other: Decimal, weight: Decimal
    ) -> None:
        least, most = (target * policy.over_threshold + extra for extra in sorted([one, other]))
        less, more = (scored(policy, f"≥{target:f}", f"{actual:f}", weight).points for actual in (least, most))
        assert less is not None
        assert more is not None
        assert 0 <= more <= less <= weight

    @given(st.sampled_from(REDUCING), POSITIVE, st.fractions(1, Fraction("1.2")), WEIGHTS)
    def test_up_to_the_threshold_nothing_is_taken_off(
        self, policy: ScoringPolicy, target: Decimal, times: Fraction, weight: Decimal
    ) -> None:
        actual = target * (1 + Decimal(int((times - 1) * 100)) / 100)
        assert scored(policy, f"≥{target:f}", f"{actual:f}", weight).points == scored(policy, "≥1", "1", weight).points

    @given(st.sampled_from(LIFTED), st.sampled_from("≥>"), POSITIVE, POSITIVE)
    def test_without_the_cap_the_score_is_proportional(
        self, policy: ScoringPolicy, sign: str, target: Decimal, actual: Decimal
    ) -> None:
        line = Fraction(policy.pass_line or 0)
        rate = Fraction(actual) / Fraction(target)
        assert scored(policy, f"{sign}{target}", f"{actual}").exact == 10 * max(Fraction(0), (rate - line) / (1 - line))


class TestTheUnitDoesNotMatter:
    @given(st.sampled_from(EVERY), st.sampled_from("≥>=≤<"), NUMBERS, NUMBERS, st.integers(1, 10**6))
    def test_both_numbers_in_a_finer_unit_earn_the_same(
        self, policy: ScoringPolicy, sign: str, target: Decimal, actual: Decimal, factor: int
    ) -> None:
        coarse = scored(policy, f"{sign}{target}元", f"{actual}元")
        assert scored(policy, f"{sign}{target * factor}元", f"{actual * factor}元") == coarse

    @given(st.sampled_from(EVERY), st.sampled_from("≥>=≤<"), NUMBERS, NUMBERS, WEIGHTS)
    def test_a_scale_word_is_as_good_as_its_zeros(
        self, policy: ScoringPolicy, sign: str, target: Decimal, actual: Decimal, weight: Decimal
    ) -> None:
        plain = scored(policy, f"{sign}{target * 10_000:.0f}人", f"{actual * 10_000:.0f}人", weight)
        assert scored(policy, f"{sign}{target}万人", f"{actual * 10_000:.0f}人", weight) == plain
        assert scored(policy, f"{sign}{target * 10_000:.0f}人", f"{actual}万人", weight) == plain
        assert scored(policy, f"{sign}{target}万人", f"{actual}万人", weight) == plain


class TestABoundIsDecidedOnlyWhereAllItsValuesAgree:
    @given(st.sampled_from(EVERY), st.builds("{}{}人".format, SIGNS, NUMBERS), NUMBERS, POSITIVE)
    @example(REDUCING[0], "≥10人", Decimal(10), Decimal(10))
    @example(STRICT[0], ">10人", Decimal(10), Decimal(10))
    @example(STRICT[0], "<10人", Decimal(10), Decimal(10))
    def test_every_value_on_one_side_earns_the_same(
        self, policy: ScoringPolicy, target: str, end: Decimal, distance: Decimal
    ) -> None:
        for sign, values in (
            ("≥", [end, end + distance]),
            (">", [end + distance]),
            ("≤", [end, end - distance]),
            ("<", [end - distance]),
        ):
            decided = scored(policy, target, f"{sign}{end}人").points
            assert decided is None or {scored(policy, target, f"{value}人").points for value in values} == {decided}

    @given(st.sampled_from(EVERY), SIGNS, NUMBERS, st.tuples(NUMBERS, NUMBERS, NUMBERS).map(sorted))
    def test_every_value_of_an_interval_earns_the_same(
        self, policy: ScoringPolicy, sign: str, target: Decimal, values: list[Decimal]
    ) -> None:
        low, value, high = values
        decided = scored(policy, f"{sign}{target}人", f"{low}~{high}人").points
        assert decided is None or decided == scored(policy, f"{sign}{target}人", f"{value}人").points


class TestTotals:
    @given(st.lists(indicators(), max_size=3), st.sampled_from([*PLAIN, *REDUCING]), st.data())
    def test_a_total_bounds_every_choice_of_its_scores(
        self, held: list[Indicator], policy: ScoringPolicy, data: st.DataObject
    ) -> None:
        assume(all(one.weight is not None for one in held))
        scores = [score(one, policy) for one in held]
        chosen = [data.draw(st.sampled_from([found.least, found.most or Decimal(0)])) for found in scores]
        total, places = total_score(scores, 6), total_score(chosen, 6).points
        assert total.most is not None
        assert places is not None
        assert total.least <= places <= total.most
        assert (total.points is None) == any(found.points is None for found in scores)

    @given(st.lists(WEIGHTS, max_size=8), st.lists(WEIGHTS, max_size=8))
    def test_a_total_of_totals_is_the_total(self, some: list[Decimal], others: list[Decimal]) -> None:
        parts = [total_score(some, 8).least, total_score(others, 8).least]
        assert total_score(parts).points == total_score([*some, *others]).points


TOTALS = st.decimals(0, 100, places=3) | st.sampled_from([Decimal(edge) for edge in (0, 60, 70, 75, 80, 90, 100)])


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
class TestGrades:
    @given(one=TOTALS, other=TOTALS)
    def test_a_higher_total_never_has_a_worse_grade(self, scheme: GradeScheme, one: Decimal, other: Decimal) -> None:
        order = [label for _, label in scheme.bands]
        lower, higher = (grade(total, scheme) for total in sorted([one, other]))
        assert isinstance(lower, Grade)
        assert isinstance(higher, Grade)
        assert order.index(higher) <= order.index(lower)

    @given(total=TOTALS, full=st.integers(1, 1000))
    def test_bands_go_with_full_marks(self, scheme: GradeScheme, total: Decimal, full: int) -> None:
        exact = evolve(scheme, rounded=False)
        assert grade(Fraction(total) * full / 100, exact, full=Decimal(full)) is grade(total, exact)

    @given(total=TOTALS)
    def test_only_rounding_grades_differently(self, scheme: GradeScheme, total: Decimal) -> None:
        printed = grade(total, scheme)
        assert graded_differently(total, scheme) == (printed is not grade(total, evolve(scheme, rounded=False)))
        assert grade(round(total, 2), scheme) is not None
        assert not graded_differently(round(total, 2), scheme)
