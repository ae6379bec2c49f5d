"""Codes that lead to other books, and sums that codes define."""

import pytest
from attrs import evolve

from perfreport.codes.books import (
    AGGREGATES,
    Confidence,
    Entry,
    Level,
    Source,
    UnitKind,
    cofog_match,
    cofog_of,
    department_economic,
    economic_mapping,
    government_code,
    government_economic,
)
from perfreport.errors import InvalidValue
from tests.cases.tables import together


class TestMappings:
    @together(
        ("code", "administrative", "institution"),
        [
            ("30101", "50101", "50501"),
            ("30107", None, "50501"),
            ("30217", "50206", "50502"),
            ("31013", "50303", "50601"),
            ("30913", "50403", "50602"),
            ("30302", "50905", "50905"),
            ("302", None, None),
            ("99999", None, None),
            ("", None, None),
        ],
    )
    def test_government_codes(self, code: str, administrative: str | None, institution: str | None) -> None:
        assert government_code(code, UnitKind.ADMINISTRATIVE, 2024) == administrative
        assert government_code(code, UnitKind.INSTITUTION, 2024) == institution

    def test_before_the_reform_there_is_none(self) -> None:
        assert government_code("30101", UnitKind.ADMINISTRATIVE, 2018) == "50101"
        assert government_code("30101", UnitKind.ADMINISTRATIVE, 2017) is None

    def test_a_code_that_the_government_has_not_yet_is_not_given(self, monkeypatch: pytest.MonkeyPatch) -> None:
        only = Entry(code="501", name_zh="甲", name_en=None, level=Level.CLASS, source=Source.MEMORY)
        older = evolve(government_economic(), entries=(only,))
        held = {"department-economic": department_economic(), "government-economic": older}
        monkeypatch.setattr("perfreport.codes.books._mappings.book", held.__getitem__)
        assert government_code("30101", UnitKind.ADMINISTRATIVE, 2024) is None

    def test_how_sure_a_correspondence_is(self) -> None:
        assert len(economic_mapping()) == 99
        assert economic_mapping()["30311"].confidence is Confidence.LOW
        assert economic_mapping()["30311"].note == "could be 50901 in some editions"
        assert economic_mapping()["30101"].confidence is Confidence.HIGH

    @together(
        ("code", "functions"),
        [
            ("201", ("01.1", "01.3")),
            ("2010101", ("01.1", "01.3")),
            ("2011308", ("04.1",)),
            ("2012901", ("01.1", "01.6")),
            ("204", ("03",)),
            ("2040501", ("03.3",)),
            ("2080505", ("10.2",)),
            ("2210201", ()),
            ("2210101", ("06.1", "10.6")),
            ("227", ()),
            ("999", ()),
            ("20", ()),
            ("2011", ()),
            ("", ()),
            ("２０１", ()),
        ],
    )
    def test_functions_of_government(self, code: str, functions: tuple[str, ...]) -> None:
        assert cofog_of(code) == functions

    def test_no_function_and_no_match_are_two_things(self) -> None:
        match = cofog_match("2210201")
        assert match is not None
        assert (match.functional, match.confidence) == ("22102", Confidence.RECOMMENDED)
        assert cofog_match("999") is None


class TestAggregates:
    def test_three_public_is_the_sum_of_its_parts(self) -> None:
        parts = ("overseas-travel", "vehicles", "hospitality")
        codes = [code for part in parts for code in AGGREGATES[part].codes]
        assert sorted(AGGREGATES["three-public"].codes) == sorted(codes)
        vehicles = {*AGGREGATES["vehicle-purchase"].codes, *AGGREGATES["vehicle-running"].codes}
        assert set(AGGREGATES["vehicles"].codes) == vehicles

    @pytest.mark.parametrize(
        ("name", "code", "holds"),
        [
            ("three-public", "30217", True),
            ("three-public", "31013", True),
            ("three-public", "30913", True),
            ("three-public", "30239", False),
            ("three-public", "302", False),
            ("personnel", "301", True),
            ("personnel", "30101", True),
            ("personnel", "3010101", True),
            ("personnel", "30201", False),
            ("personnel", "3010", False),
            ("personnel", "301 01", False),
            ("personnel", "", False),
            ("public", "31002", True),
            ("public", "30701", False),
            ("office-running", "30201", True),
        ],
    )
    def test_what_belongs_to_one(self, name: str, code: str, *, holds: bool) -> None:
        assert AGGREGATES[name].holds(code) is holds

    def test_every_code_is_in_the_book(self) -> None:
        codes = {code for aggregate in AGGREGATES.values() for code in (*aggregate.codes, *aggregate.extras)}
        assert {code for code in codes if code not in department_economic()} == set()

    def test_extras_are_counted_in_when_asked_for(self) -> None:
        public = AGGREGATES["public"]
        assert public.widened("307").codes == ("302", "310", "307")
        assert public.widened("307").extras == ("309", "399")
        assert public.widened().holds("39999")
        with pytest.raises(InvalidValue, match="expected one of 307, 309, 399, not '303'"):
            public.widened("303")

    def test_running_costs_are_those_of_administrative_bodies(self) -> None:
        assert AGGREGATES["office-running"].unit_kinds == (UnitKind.ADMINISTRATIVE,)
        assert [name for name, held in AGGREGATES.items() if held.basic_only] == [
            "personnel",
            "public",
            "office-running",
        ]
