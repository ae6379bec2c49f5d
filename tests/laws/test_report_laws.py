"""What holds for every report."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import perfreport
from perfreport.errors import InvalidValue
from perfreport.frozenmap import FrozenMap
from perfreport.model import Document, PerformanceReport, walk
from perfreport.money import Money
from perfreport.reconciliation.equations import identities
from perfreport.serialization import Format
from perfreport.testing import assert_same, documents, reports
from tests.cases.laws import WHOLE

FORMATS: tuple[Format, ...] = ("json", "yaml")
Way = tuple[str | int, ...]


class TestGeneratedDocumentsAreConsistent:
    @WHOLE
    @given(reports(with_unknown=True))
    def test_a_report_passes_every_rule(self, report: PerformanceReport) -> None:
        assert perfreport.check(report) == ()
        perfreport.require(report)

    @WHOLE
    @given(documents())
    def test_and_so_does_whatever_stands_alone(self, document: Document) -> None:
        assert perfreport.check(document) == ()


class TestSlipsAreFound:
    @WHOLE
    @given(reports(), st.data())
    def test_by_exactly_the_rules_whose_identities_hold_the_figure(
        self, report: PerformanceReport, data: st.DataObject
    ) -> None:
        held = _codes_by_way(report)
        if not held:
            return
        way = data.draw(st.sampled_from(sorted(held, key=str)))
        figure = walk.at(report, way)
        assert isinstance(figure, Money)
        most = max(len(identity.parts) for code, identity in identities(report) if code in held[way])
        steps = (most + 2) * data.draw(st.integers(1, 1000)) * data.draw(st.sampled_from([1, -1]))
        slip = Money(Decimal(steps).scaleb(int(figure.amount.as_tuple().exponent)), figure.unit)
        moved = walk.put(report, way, figure + slip)
        assert _codes_by_way(moved)[way] == held[way]
        found = {finding.code for finding in perfreport.check(moved) if finding.code.startswith("SUM")}
        assert found == held[way]


class TestWritingAndReadingBack:
    @WHOLE
    @given(reports(with_unknown=True), st.sampled_from(FORMATS))
    def test_gives_the_same_report_and_the_same_bytes_in_both_formats(
        self, report: PerformanceReport, decoded: Format
    ) -> None:
        written: dict[Format, bytes] = {kind: perfreport.dumps(report, kind) for kind in FORMATS}
        for kind, data in written.items():
            read = perfreport.loads(data.decode() if kind == decoded else data, kind)
            assert_same(read, report)
            assert {other: perfreport.dumps(read, other) for other in FORMATS} == written


class TestUnknownKeysSurvive:
    @WHOLE
    @given(reports(), st.sampled_from(FORMATS), st.data())
    def test_at_every_object(self, report: PerformanceReport, kind: Format, data: st.DataObject) -> None:
        tree = json.loads(perfreport.dumps(report, "json"))
        objects = list(_objects(tree))
        chosen = data.draw(st.sampled_from(range(len(objects))))
        planted = {"x-unknown": [1, {"extra": "1.50"}, None, True, "2.5"]}
        objects[chosen].update(planted)
        loaded = perfreport.loads(json.dumps(tree), "json")
        written = perfreport.dumps(loaded, kind)
        again = json.loads(perfreport.dumps(perfreport.loads(written, kind), "json"))
        assert again == tree
        assert written.count(b"x-unknown") == 1

    def test_those_inside_an_amount_go_with_the_amount(self) -> None:
        tree = {"opening_balance": {"amount": "1", "unit": "元", "note": "x"}}
        document = {"schema": 2, "year": 2022, "department": {"name": "甲"}, "budgets": {"general_public": tree}}
        report = perfreport.loads(json.dumps(document), "json", PerformanceReport)
        assert json.loads(perfreport.dumps(report, "json")) == document
        assert report.budgets is not None
        account = report.budgets.general_public
        assert isinstance(account, perfreport.Budget)
        without = evolve(
            report, budgets=evolve(report.budgets, general_public=evolve(account, opening_balance=None, year=2022))
        )
        assert "note" not in perfreport.dumps(without, "json").decode()


class TestUnknownValuesArePlain:
    @pytest.mark.parametrize("value", [object(), float("inf"), [1], {"a": 1}, (1, object()), "\ud800"])
    def test_others_are_refused(self, value: object) -> None:
        with pytest.raises(InvalidValue, match="plain values"):
            perfreport.Department(name="甲", extra=FrozenMap({"x": value}))

    def test_a_known_name_is_refused(self) -> None:
        with pytest.raises(InvalidValue, match="not names of fields"):
            perfreport.Department(name="甲", extra=FrozenMap({"code": "1"}))


def _objects(tree: Any) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        yield tree
    for item in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from _objects(item)


def _codes_by_way(report: PerformanceReport) -> dict[Way, set[str]]:
    """Return the codes of the rules that hold each stated figure, by the way to it."""
    held: dict[Way, set[str]] = {}
    for code, identity in identities(report):
        for way in (identity.way, *(way for way, _ in identity.parts)):
            held.setdefault(way, set()).add(code)
    return held
