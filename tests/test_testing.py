"""The strategies are a product: every public type has one, and Hypothesis knows them."""

import enum
import inspect
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import perfreport
from perfreport import (
    Department,
    Money,
    PerformanceReport,
    Presentation,
    Project,
    Projects,
    consolidation,
    model,
    quantity,
    scoring,
)
from perfreport.testing import assert_same, money, projects, reports, single_budgets

#: The values of the rooms that people build with.
TYPES = [
    getattr(room, name)
    for room in (perfreport, consolidation, model, quantity, scoring)
    for name in room.__all__
    if inspect.isclass(getattr(room, name)) and not issubclass(getattr(room, name), Exception)
    # What values have in common is no value.
    if not getattr(getattr(room, name), "_is_protocol", False)
]


class TestStrategies:
    @pytest.mark.parametrize("kind", sorted(set(TYPES), key=str), ids=lambda kind: kind.__name__)
    def test_every_public_type_can_be_drawn(self, kind: type) -> None:
        @settings(max_examples=5, database=None)
        @given(st.from_type(kind))
        def drawn(value: object) -> None:
            assert type(value) is kind

        drawn()

    def test_a_report_can_be_drawn_with_the_entry_point_alone(self) -> None:
        script = (
            "from hypothesis import given, settings, strategies as st\n"
            "from perfreport import PerformanceReport\n"
            "@settings(max_examples=1, database=None)\n"
            "@given(st.from_type(PerformanceReport))\n"
            "def drawn(report): assert report.budgets\n"
            "drawn()"
        )
        subprocess.run([sys.executable, "-c", script], check=True)

    @given(st.data())
    def test_money_stays_within_its_bounds(self, data: st.DataObject) -> None:
        low, high = sorted((data.draw(money(places=2)), data.draw(money(places=2))))
        drawn = data.draw(money(low, high, unit=perfreport.Unit.YUAN, places=2))
        assert low <= drawn <= high

    @given(projects(max_size=3))
    def test_projects_add_up(self, drawn: Projects) -> None:
        assert drawn.total is not None
        amounts = [project.amounts for project in drawn.items]
        for stage, stated in drawn.total.stated():
            assert perfreport.total(line.at(stage) or Money.yuan(0) for line in amounts if line) == stated

    @given(st.from_type(Project))
    def test_funding_adds_up_to_the_project(self, project: Project) -> None:
        assert project.amounts is not None
        for stage, stated in project.amounts.stated() if project.sources else ():
            given_ = [line.amounts.at(stage) for line in project.sources]
            assert perfreport.total(amount for amount in given_ if amount is not None) == stated

    @given(single_budgets(Presentation(perfreport.Unit.WAN, 2), year=2022))
    def test_figures_stand_on_the_page(self, account: perfreport.Budget) -> None:
        for _, line in account.lines():
            for _, figure in line.stated():
                assert (figure.unit, figure.amount.as_tuple().exponent) == (perfreport.Unit.WAN, -2)


class TestAssertSame:
    @given(reports(with_unknown=True))
    def test_what_is_the_same_passes(self, report: PerformanceReport) -> None:
        assert_same(report, evolve(report))

    @pytest.mark.parametrize(
        ("a", "b", "place"),
        [
            (Money.wan("1.5"), Money.wan("1.50"), "/amount"),
            (Money.wan("1.5"), Money.yuan(15000), "/amount"),
            (Money.wan("1"), Money.yuan("1"), "/unit"),
            (Decimal(1), Decimal("1.0"), "(the value itself)"),
            (1, True, "(the value itself)"),
            ((1, 2), (1, 2, 3), "(the value itself)"),
            ((1, (2,)), (1, (3,)), "/1/0"),
            ({"a": 1, "b": 2}, {"b": 2, "a": 1}, "(the value itself)"),
            ({"a": [1]}, {"a": [2]}, "/a/0"),
            (Department(name="甲"), Department(name="乙"), "/name"),
            (Department(name="甲"), Money.yuan(1), "(the value itself)"),
        ],
    )
    def test_the_first_difference_is_named(self, a: object, b: object, place: str) -> None:
        with pytest.raises(AssertionError) as different:
            assert_same(a, b)
        assert str(different.value).startswith(f"at {place}: ")

    @given(reports())
    def test_it_is_stricter_than_equality(self, report: PerformanceReport) -> None:
        line = perfreport.BudgetLine(executed=Money.wan("1.5"))
        assert line == evolve(line, executed=Money.wan("1.50"))
        with pytest.raises(AssertionError, match=r"^at /executed/amount: "):
            assert_same(line, evolve(line, executed=Money.wan("1.50")))
        assert_same(report, report)


def test_nil_is_one_thing_and_says_so() -> None:
    assert repr(perfreport.NIL) == "NIL"
    assert isinstance(perfreport.NIL, enum.Enum)


@pytest.mark.parametrize("held", ["无", [], ["x"], (1,), 0, False])
def test_goals_are_a_tuple_or_nil_or_silent(held: Any) -> None:
    with pytest.raises(perfreport.PerfReportError, match=r"Goals\.overall"):
        perfreport.Goals(overall=held)


@pytest.mark.parametrize("missing", ["hypothesis"])
def test_without_hypothesis_the_extra_is_named(missing: str) -> None:
    script = f"import sys; sys.modules[{missing!r}] = None\nimport perfreport.testing"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False)
    assert "pip install 'perfreport-cn[testing]'" in done.stderr
