"""Scores of execution, totals and grades."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from perfreport.classification import Grade
from perfreport.errors import InvalidNumber, InvalidValue
from perfreport.money import Money
from perfreport.quantity import Quantity, Rate
from perfreport.scoring import (
    DEPLOYED,
    DEPLOYED_80_70_60,
    MOF_2020,
    MOF_2021,
    NATIONAL,
    POLICIES,
    SCHEMES,
    SHANGHAI,
    GradeScheme,
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
from tests.cases.scores import REDUCE, indicator, rate, scored
from tests.cases.tables import together


class TestExecution:
    @together(
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
    @together(
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

    @together(
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
            ("over_threshold", Decimal(1), "a Decimal above 1 and to 1000, not "),
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

    @together(
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
