"""The strategies are a product: every public type has one, and Hypothesis knows them."""

import enum
import inspect
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from decimal import Decimal
from functools import cache
from itertools import chain
from random import Random
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.control import BuildContext
from hypothesis.errors import StopTest
from hypothesis.internal.conjecture.data import ConjectureData

import perfreport
from perfreport import (
    BudgetLine,
    Department,
    Money,
    PerformanceReport,
    Presentation,
    Project,
    consolidation,
    model,
    quantity,
    scoring,
)
from perfreport.model import Projects, walk
from perfreport.money import total
from perfreport.testing import assert_same, breaking, money, projects, reports, single_budgets
from tests.cases.laws import SEVERAL
from tests.cases.tables import together

#: The values of the rooms that people build with.
TYPES = [
    getattr(room, name)
    for room in (perfreport, consolidation, model, quantity, scoring)
    for name in room.__all__
    if inspect.isclass(getattr(room, name)) and not issubclass(getattr(room, name), Exception)
    # What values have in common is no value.
    if not getattr(getattr(room, name), "_is_protocol", False)
]

#: The forms that stand alone. In a report they are drawn in the same way, so that their rows are looked for here.
_FORMS = [kind for kind in model.CLASSES if model.is_document(kind) and kind is not PerformanceReport]
#: What stands in no other class of the model, the dearest to draw last.
_WHOLE: dict[type, st.SearchStrategy[Any]] = {
    **{kind: st.from_type(kind) for kind in (*_FORMS, model.FinalAccounts, model.Budgets)},
    PerformanceReport: reports(max_projects=2),
}
#: As many draws as have to show whatever can be drawn.
_DRAWS = range(100)
_DEFAULTS = {kind: {field.name: field.default for field in fields(kind)} for kind in model.CLASSES}


class TestStrategies:
    @pytest.mark.parametrize("kind", sorted(set(TYPES), key=str), ids=lambda kind: kind.__name__)
    def test_every_public_type_can_be_drawn(self, kind: Any) -> None:
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
            assert total(line.at(stage) or Money.yuan(0) for line in amounts if line) == stated

    @given(st.from_type(Project))
    def test_funding_adds_up_to_the_project(self, project: Project) -> None:
        assert project.amounts is not None
        for stage, stated in project.amounts.stated() if project.sources else ():
            given_ = [line.amounts.at(stage) for line in project.sources]
            assert total(amount for amount in given_ if amount is not None) == stated

    @given(single_budgets(Presentation(perfreport.Unit.WAN, 2), year=2022))
    def test_figures_stand_on_the_page(self, account: perfreport.Budget) -> None:
        for _, line, _ in walk.each(account, BudgetLine):
            for _, figure in line.stated():
                assert (figure.unit, figure.amount.as_tuple().exponent) == (perfreport.Unit.WAN, -2)

    def test_every_field_of_every_class_is_drawn(self) -> None:
        silent = {kind: _fields(kind) for kind in model.CLASSES}
        # That a chapter says 「无」 and has figures all the same is kept for a rule to find.
        chapters = _drawn(breaking("FORM002", "chapter"), range(5))
        for document in chain(chapters, *(_until(silent, kind) for kind in _WHOLE)):
            for _, value, _ in walk.objects(document):
                kind = type(value)
                silent[kind] -= {name for name in silent[kind] if getattr(value, name) != _DEFAULTS[kind][name]}
        assert {kind.__name__: never for kind, never in silent.items() if never} == {}

    @pytest.mark.parametrize("kind", [model.Budgets, model.FinalAccounts, *_FORMS], ids=lambda kind: kind.__name__)
    def test_a_row_is_drawn_wherever_one_can_stand(self, kind: type) -> None:
        silent = {(row, way) for row in (model.BudgetLine, model.CostRow) for way in walk.ways(kind, row)}
        drawn = _drawn(_WHOLE[kind])
        while silent and (document := next(drawn, None)) is not None:
            found = ((row, way) for row in (model.BudgetLine, model.CostRow) for way, _, _ in walk.each(document, row))
            silent -= {(row, tuple("*" if isinstance(step, int) else step for step in way)) for row, way in found}
        assert silent == set()


def _fields(kind: type) -> set[str]:
    """Return the fields of *kind*, save the unknown keys: a draw has none unless it is asked for."""
    return set(_DEFAULTS[kind]) - {"extra"}


def _until(silent: dict[type, set[str]], kind: type) -> Iterator[Any]:
    """Yield draws of *kind* for as long as a field of a class that stands in it is *silent*."""
    drawn = _drawn(_WHOLE[kind])
    while any(silent.get(inner) for inner in walk.kinds(kind)) and (document := next(drawn, None)) is not None:
        yield document


def _drawn(strategy: st.SearchStrategy[Any], draws: Iterable[int] = _DRAWS) -> Iterator[Any]:
    """
    Yield the same draws of *strategy* on every run, each independent of the others, none before it is asked for.

    The engine draws variations of what it has drawn before, which show far less than as many fresh draws.
    """
    return chain.from_iterable(_draw(strategy, number) for number in draws)


@cache
def _draw(strategy: st.SearchStrategy[Any], number: int) -> list[Any]:
    """Return the draw of this *number*, or nothing where it grows too large."""
    data = ConjectureData(random=Random(number))  # noqa: S311 - the same draws on every run are the point
    with BuildContext(data, is_final=False, wrapped_test=_no_test), suppress(StopTest):
        return [data.draw(strategy)]
    return []


def _no_test() -> None:
    """Stand for the test that a draw belongs to."""


class TestShrinking:
    def test_what_does_not_matter_is_left_out(self) -> None:
        few = settings(max_examples=50, derandomize=True, database=None)
        least = find(st.from_type(model.Task), _has_a_table, settings=few)
        row = BudgetLine(executed=Money(Decimal(0), perfreport.Unit.YUAN))
        source = model.FundingLine(source=perfreport.FundingSource.CURRENT_APPROPRIATION, amounts=row)
        rows = model.Expenditure(total=row, basic=row, personnel=row, public=row, project=row)
        funds = model.Funding(total=row, sources=(source,), expenditure=rows)
        assert_same(least, model.Task(name="预算", funding=funds))


def _has_a_table(task: model.Task) -> bool:
    return task.funding is not None and task.funding.expenditure is not None


class TestUnknownKeys:
    def test_they_are_planted_in_objects_of_every_kind(self) -> None:
        planted: set[type] = set()
        inside: set[type] = set()
        drawn, enough = _drawn(reports(with_unknown=True)), False
        while not enough and (document := next(drawn, None)) is not None:
            for _, value, _ in walk.objects(document):
                planted |= {type(value)} if value.extra else set()
                inside |= {type(getattr(value, name)) for name in value.extra.keys() & _fields(type(value))}
            enough = len(planted) > len(model.CLASSES) // 2 and inside >= {Money, Presentation}
        assert enough, (planted, inside)


class TestAssertSame:
    @SEVERAL
    @given(reports(with_unknown=True))
    def test_what_is_the_same_passes(self, report: PerformanceReport) -> None:
        assert_same(report, evolve(report))

    @together(
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

    def test_it_is_stricter_than_equality(self) -> None:
        line = perfreport.BudgetLine(executed=Money.wan("1.5"))
        assert line == evolve(line, executed=Money.wan("1.50"))
        with pytest.raises(AssertionError, match=r"^at /executed/amount: "):
            assert_same(line, evolve(line, executed=Money.wan("1.50")))


def test_nil_is_one_thing_and_says_so() -> None:
    assert repr(perfreport.NIL) == "NIL"
    assert isinstance(perfreport.NIL, enum.Enum)


@pytest.mark.parametrize("held", ["无", [], ["x"], (1,), 0, False])
def test_goals_are_a_tuple_or_nil_or_silent(held: Any) -> None:
    with pytest.raises(perfreport.PerfReportError, match=r"Goals\.overall"):
        model.Goals(overall=held)


@pytest.mark.parametrize("missing", ["hypothesis"])
def test_without_hypothesis_the_extra_is_named(missing: str) -> None:
    script = f"import sys; sys.modules[{missing!r}] = None\nimport perfreport.testing"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False)
    assert "pip install 'perfreport-cn[testing]'" in done.stderr
