"""Whatever can stand in a document is found there, wherever it stands."""

from enum import StrEnum
from typing import Any

import pytest
from attrs import NOTHING, evolve, fields, has
from hypothesis import given
from hypothesis import strategies as st

from perfreport import Money, PerformanceReport, check
from perfreport.model import CLASSES, BudgetLine, Document, IndicatorLevel, is_document, walk
from perfreport.model._fields import hints
from perfreport.money import Presentation, Unit
from perfreport.places import pointer, way_of
from perfreport.quantity import Quantity
from perfreport.rules import STANDARD
from perfreport.testing import assert_same, reports
from tests.cases.laws import SEVERAL

DOCUMENTS = [kind for kind in CLASSES if is_document(kind)]
#: A row in which every rule of single rows finds something.
WRONG = BudgetLine(
    original=Money.wan("100.00"),
    adjustment=Money.wan("10.00"),
    adjusted=Money.wan("120.00"),
    executed=Money.wan("1200000.00"),
    execution_rate=Quantity("50.00", "%"),
)
#: The same over nothing.
OVER_NOTHING = BudgetLine(adjusted=Money.wan("0.00"), execution_rate=Quantity("50.00", "%"))
ROW_RULES = {"SUM016", "RATE001", "RATE002", "PAGE003"}
RULES = tuple(rule for rule in STANDARD if rule.code in {*ROW_RULES, "RATE006"})
#: Money that comes in, or is left: what is more of it than was planned is no overspending.
NO_SPENDING = {"revenue", "revenue_total", "reserves_used", "opening_balance", "inflow_total", "closing_balance"}


#: What a field that has to be there holds at its plainest.
_PLAIN: dict[str, Any] = {"year": 2022, "department": "某局", "code": "20129"}


def _plainest(kind: type) -> Any:
    """Return the value of *kind* that says the least."""
    given: dict[str, Any] = {"name": "产出"} if kind is IndicatorLevel else {}
    for field in fields(kind):
        if field.default is NOTHING:
            held = walk.held(kind)[field.name]
            inner = next((one for one in held if has(one)), None)
            words = next((list(one) for one in held if issubclass(one, StrEnum)), [])
            given[field.name] = _plainest(inner) if inner else words[0] if words else _PLAIN.get(field.name, "某项")
    return kind(**given)


def _planted(kind: type, way: tuple[str, ...], value: object) -> tuple[Any, tuple[str | int, ...]]:
    """Return the plainest document of *kind* with *value* at *way*, and the way with its numbers."""
    document: Any = _plainest(kind)
    numbered = tuple(0 if step == "*" else step for step in way)
    for length in range(1, len(way)):
        if walk.get(document, numbered[:length]) is None and way[length] != "*":
            document = walk.put(document, numbered[:length], _plainest(_kind_at(kind, way[:length])))
    return walk.put(document, numbered, value), numbered


def _kind_at(kind: type, way: tuple[str, ...]) -> type:
    for step in way:
        if step != "*":
            kind = next(held for held in walk.held(kind)[step] if has(held))
    return kind


ROWS = [(kind, way) for kind in DOCUMENTS for way in walk.ways(kind, BudgetLine)]


class TestEveryRow:
    """The same wrong row is found wherever a row can stand, in a report and in a form that stands alone."""

    def test_rows_stand_in_many_places(self) -> None:
        reached = {".".join(way) for kind, way in ROWS if kind is PerformanceReport}
        assert {
            "budgets.general_public.expenditure.total",
            "budgets.general_public.functions.*.expenditure.project",
            "budgets.total.economic.*.amounts",
            "budgets.state_capital.projects.items.*.sources.*.amounts",
            "final_accounts.functions.*.expenditure.basic",
            "final_accounts.closing_balance.carry_over",
            "attachments.project_self_evaluations.*.funding.items.*.amounts",
            "attachments.department_self_evaluation.funding.expenditure.basic",
            "attachments.department_declaration.tasks.*.funding.sources.*.amounts",
        } <= reached

    def test_a_wrong_row_is_found(self) -> None:
        missed = []
        for kind, way in ROWS:
            document, numbered = _planted(kind, way, WRONG)
            at = pointer(numbered)
            found = {finding.code for finding in check(document, RULES) if finding.pointer.startswith(at)}
            expected = ROW_RULES - ({"RATE002"} if not NO_SPENDING.isdisjoint(way) else set())
            if not expected <= found:
                missed.append((kind.__name__, at, expected - found))
        assert missed == []

    def test_a_rate_over_nothing_is_found(self) -> None:
        missed = []
        for kind, way in ROWS:
            document, numbered = _planted(kind, way, OVER_NOTHING)
            place = pointer((*numbered, "execution_rate"))
            if "RATE006" not in {finding.code for finding in check(document, RULES) if finding.pointer == place}:
                missed.append((kind.__name__, place))
        assert missed == []


class TestWalk:
    """Every value is found with its way, its page, and nothing twice."""

    @SEVERAL
    @given(reports())
    def test_what_is_found_stands_where_its_way_leads(self, report: PerformanceReport) -> None:
        for kind in (Money, BudgetLine, str, Quantity):
            found = [(way, value) for way, value, _ in walk.each(report, kind)]
            assert all(walk.at(report, way) is value for way, value in found)
            assert len({way for way, _ in found}) == len(found)
            assert all(way_of(pointer(way)) == way for way, _ in found)

    @SEVERAL
    @given(reports())
    def test_the_objects_are_the_values_of_every_class(self, report: PerformanceReport) -> None:
        found = [way for way, value, _ in walk.objects(report) if type(value) in CLASSES]
        assert sorted(found, key=str) == sorted(
            (way for kind in CLASSES for way, _, _ in walk.each(report, kind)), key=str
        )
        assert len(found) == len(list(walk.objects(report)))

    @SEVERAL
    @given(reports(), st.data())
    def test_what_is_put_is_there_and_nothing_else_changes(
        self, report: PerformanceReport, data: st.DataObject
    ) -> None:
        figures = [way for way, _, _ in walk.each(report, Money)]
        way = data.draw(st.sampled_from(figures))
        changed = walk.put(report, pointer(way), Money.yuan(7))
        assert walk.get(changed, way) == Money.yuan(7)
        assert_same(walk.put(changed, way, walk.at(report, way)), report)

    @SEVERAL
    @given(reports())
    def test_every_figure_is_counted(self, report: PerformanceReport) -> None:
        def count(value: Any) -> int:
            if isinstance(value, tuple):
                return sum(map(count, value))
            if not has(type(value)):
                return 0
            inside = (getattr(value, field.name) for field in fields(type(value)) if field.name != "extra")
            return int(isinstance(value, Money)) + (0 if isinstance(value, Money) else sum(map(count, inside)))

        assert len(list(walk.each(report, Money))) == count(report)

    def test_the_page_is_that_of_the_nearest_form(self) -> None:
        page = Presentation(Unit.YUAN)
        kind, way = next((kind, way) for kind, way in ROWS if "project_self_evaluations" in way)
        document, numbered = _planted(kind, way, WRONG)
        assert {found for _, _, found in walk.each(document, Money)} == {None}
        form: Any = walk.at(document, numbered[:3])
        document = walk.put(document, numbered[:3], evolve(form, presentation=page))
        assert {found for _, _, found in walk.each(document, Money)} == {page}

    @pytest.mark.parametrize("kind", DOCUMENTS)
    def test_nothing_stands_where_no_way_leads(self, kind: type[Document]) -> None:
        document = _plainest(kind)
        assert walk.get(document, "/nowhere") is None
        assert walk.get(document, "/year/0") is None
        with pytest.raises(Exception, match="nothing stands at"):
            walk.at(document, "/nowhere")
        with pytest.raises(Exception, match="nothing stands at"):
            walk.put(document, "/nowhere", 1)
        assert set(hints(kind)) >= {"year", "extra"}
