"""Whatever an input is, reading it ends in a report or in one error that names every problem and its place."""

import json
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from perfreport import PerformanceReport, dump, dumps, loads
from perfreport.errors import InvalidValue, MissingExtra, UnsupportedSchema
from perfreport.frozenmap import FrozenMap
from perfreport.serialization import Format, converter
from tests.cases.documents import AMOUNT, BOTH, REPORT, Tree, document, places, refused, revenue
from tests.cases.tables import together


class TestShape:
    """What is not a report is told by its place and by what was expected."""

    @together(
        ("text", "kind"),
        [
            ("[]", "json"), ("[1]", "json"), ("1", "json"), ('"text"', "json"), ("null", "json"), ("true", "json"),
            ("NaN", "json"), ("-Infinity", "json"), ("1e999", "json"), ("1.5", "json"), ('"\\ud800"', "json"),
            ("- a", "yaml"), ("text", "yaml"), ("~", "yaml"), ("---", "yaml"), ("# only\n# comments\n", "yaml"),
        ],
    )  # fmt: skip
    def test_not_a_mapping(self, text: str, kind: Format) -> None:
        assert places(text, kind) == [("", "type")]
        assert "expected a mapping with schema, year and department" in str(refused(text, kind))

    @together(
        ("text", "kind"),
        [
            ("", "json"), (" \n\t", "json"), (b"", "json"), (b"\xef\xbb\xbf", "json"), ("# comment", "json"),
            ("{", "json"), ("{} {}", "json"), ("{'a': 1}", "json"), ('{"a": 01}', "json"), ('{"a": 1_000}', "json"),
            ('{"a": "\x01"}', "json"), ('{"a": 1,}', "json"), ('{"a": inf}', "json"), ("\ud800", "json"),
            ("", "yaml"), (" \n", "yaml"), (b"\xef\xbb\xbf", "yaml"), ("a: b: c", "yaml"), ("\ta: 1", "yaml"),
            ("a: [1", "yaml"), ("a: 1\na", "yaml"), ("a: '", "yaml"), ("a: \x01", "yaml"), ("a: \x00", "yaml"),
            ("a: @b", "yaml"), ("%YAML 9.9\n---\na: 1", "yaml"), ("a: \udfff", "yaml"),
        ],
    )  # fmt: skip
    def test_not_of_the_format(self, text: str | bytes, kind: Format) -> None:
        assert places(text, kind) == [("", "syntax")]

    def test_a_syntax_error_names_line_and_column(self) -> None:
        assert "not JSON at line 2, column 6" in str(refused('{\n"a": }'))
        assert "not YAML at line 2, column 5" in str(refused("a: 1\nb: c: d", "yaml"))

    def test_everything_that_must_be_there(self) -> None:
        assert places("{}") == [("/schema", "missing"), ("/year", "missing"), ("/department", "missing")]
        assert places({"schema": 2, "department": {}}) == [("/year", "missing"), ("/department/name", "missing")]

    def test_without_a_schema_the_other_problems_are_told_too(self) -> None:
        assert places({"year": "x", "department": {"name": "a"}}) == [("/schema", "missing"), ("/year", "type")]

    @together("declared", [0, 3, -1, 10**38, "3", "2.0", 1.5, True, False, [], {}, [1]])
    def test_another_schema(self, declared: object) -> None:
        with pytest.raises(UnsupportedSchema) as caught:
            loads(json.dumps(document(schema=declared)), "json")
        assert caught.value.supported == (1, 2)
        assert len(str(caught.value)) < 200

    def test_yaml_without_its_package(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setitem(sys.modules, "yaml", None)
        asks = r"reading and writing YAML needs an extra: pip install 'perfreport-cn\[yaml\]'"
        with pytest.raises(MissingExtra, match=asks):
            loads("schema: 2", "yaml")
        with pytest.raises(MissingExtra, match=asks):
            dump(REPORT, tmp_path / "a.yaml")
        assert list(tmp_path.iterdir()) == []
        assert loads(dumps(REPORT, "json"), "json") == REPORT

    @pytest.mark.parametrize("kind", ["toml", "JSON", "", ".json", None])
    def test_another_format(self, kind: Any) -> None:
        with pytest.raises(ValueError, match="expected one of json, yaml, not "):
            loads("{}", kind)
        with pytest.raises(ValueError, match="expected one of json, yaml, not "):
            dumps(REPORT, kind)


class TestValues:
    """Every value that cannot stand where it stands is listed with its place."""

    @together(
        ("parts", "found"),
        [
            ({"year": "2022年"}, [("/year", "type")]),
            ({"year": 2022.0}, [("/year", "type")]),
            ({"year": True}, [("/year", "type")]),
            ({"year": None}, [("/year", "type")]),
            ({"year": 1948}, [("/year", "value")]),
            ({"year": 10**18}, [("/year", "value")]),
            ({"year": "9" * 19}, [("/year", "type")]),
            ({"department": None}, [("/department", "type")]),
            ({"department": "某局"}, [("/department", "type")]),
            ({"department": []}, [("/department", "type")]),
            ({"department": {"name": 1}}, [("/department/name", "type")]),
            ({"department": {"name": None}}, [("/department/name", "type")]),
            ({"department": {"name": ""}}, [("/department/name", "value")]),
            ({"department": {"name": " \n"}}, [("/department/name", "value")]),
            ({"department": {"name": "\x07"}}, [("/department/name", "value")]),
            ({"department": {"name": "\ufffe"}}, [("/department/name", "value")]),
            ({"department": {"name": "x" * 100_001}}, [("/department/name", "value")]),
            ({"department": {"name": "a", "duties": "b"}}, [("/department/duties", "type")]),
            ({"department": {"name": "a", "duties": {}}}, [("/department/duties", "type")]),
            (
                {"department": {"name": "a", "duties": ["b", 1, "", None]}},
                [("/department/duties/1", "type"), ("/department/duties/2", "value"), ("/department/duties/3", "type")],
            ),
            ({"presentation": {}}, [("/presentation/unit", "missing")]),
            ({"presentation": {"unit": "万"}}, [("/presentation/unit", "value")]),
            ({"presentation": {"unit": ["万元"]}}, [("/presentation/unit", "value")]),
            ({"presentation": {"unit": "万元", "places": 9}}, [("/presentation/places", "value")]),
            ({"presentation": {"unit": "万元", "grouping": 1}}, [("/presentation/grouping", "type")]),
            ({"cover": {"date": "2023-02-30"}}, [("/cover/date", "value")]),
            ({"cover": {"date": "2023年3月15日"}}, [("/cover/date", "value")]),
            ({"cover": {"date": 20230315}}, [("/cover/date", "value")]),
            (
                {"goals": {"announced": ["overall", "none", 1]}},
                [("/goals/announced/1", "value"), ("/goals/announced/2", "value")],
            ),
            ({"goals": {"overall": "有"}}, [("/goals/overall", "type")]),
            ({"goals": {"overall": [{}, "x"]}}, [("/goals/overall/0/text", "missing"), ("/goals/overall/1", "type")]),
            ({"budgets": {"total": "无"}}, [("/budgets/total", "type")]),
            ({"budgets": {"general_public": True}}, [("/budgets/general_public", "type")]),
            ({"budgets": {"general_public": {"says_none": True}}}, [("/budgets/general_public/says_none", "value")]),
            (
                {"budgets": {"total": {"projects": {"items": [{"name": "a", "sources": [{"source": "bank"}, {}]}]}}}},
                [
                    ("/budgets/total/projects/items/0/sources/0/source", "value"),
                    ("/budgets/total/projects/items/0/sources/1/source", "missing"),
                ],
            ),
            (
                {"narrative": {"problems": [{"points": [{"figures": [{"about": "a", "quantity": "几名"}]}]}]}},
                [("/narrative/problems/0/points/0/figures/0/quantity", "value")],
            ),
            # Several fields of one object, each for itself.
            (
                {"year": 1, "cover": {"year": 2, "date": 3, "title": ""}},
                [("/cover/title", "value"), ("/cover/year", "value"), ("/cover/date", "value"), ("/year", "value")],
            ),
        ],
    )  # fmt: skip
    def test_table(self, parts: Tree, found: list[tuple[str, str]]) -> None:
        assert sorted(places(document(**parts))) == sorted(found)

    @together(
        ("given", "problem"),
        [
            (38.26, (AMOUNT, "type")),
            (38, (AMOUNT, "type")),
            (True, (AMOUNT, "type")),
            ([], (AMOUNT, "type")),
            ("", (AMOUNT, "value")),
            ("38.26", (AMOUNT, "value")),
            ("38.26万人", (AMOUNT, "value")),
            ("XXX万元", (AMOUNT, "value")),
            ("—", (AMOUNT, "value")),
            ("1e5元", (AMOUNT, "value")),
            ("NaN元", (AMOUNT, "value")),
            ("9" * 25 + "元", (AMOUNT, "value")),
            ("9" * 90 + "元", (AMOUNT, "value")),
            # Sums of digits that no decimal holds.
            ("1" * 70 + "亿1万元", (AMOUNT, "value")),
            ("壹" * 70 + "元壹角", (AMOUNT, "value")),
            ("壹" * 20 + "元壹角", (AMOUNT, "value")),
            ({}, (f"{AMOUNT}/amount", "missing")),
            ({"amount": "1"}, (f"{AMOUNT}/unit", "missing")),
            ({"unit": "元"}, (f"{AMOUNT}/amount", "missing")),
            ({"amount": 1, "unit": "元"}, (f"{AMOUNT}/amount", "type")),
            ({"amount": 1.5, "unit": "元"}, (f"{AMOUNT}/amount", "type")),
            ({"amount": None, "unit": "元"}, (f"{AMOUNT}/amount", "type")),
            ({"amount": "1", "unit": "USD"}, (f"{AMOUNT}/unit", "value")),
            ({"amount": "1", "unit": 4}, (f"{AMOUNT}/unit", "value")),
            ({"amount": "1万", "unit": "元"}, (f"{AMOUNT}/amount", "value")),
            ({"amount": "1E+999999999", "unit": "元"}, (f"{AMOUNT}/amount", "value")),
            ({"amount": "0.0000000000001", "unit": "元"}, (f"{AMOUNT}/amount", "value")),
        ],
    )
    def test_amounts(self, given: object, problem: tuple[str, str]) -> None:
        assert problem in places(revenue(given))

    def test_a_number_is_no_amount_and_the_message_shows_what_is(self) -> None:
        assert '{"amount": "38.26", "unit": "万元"}' in str(refused(json.dumps(revenue(38.26))))
        text = "schema: 2\nyear: 2022\ndepartment: {name: a}\nbudgets: {total: {revenue: {executed: 38.26}}}"
        assert places(text, "yaml") == [("/budgets/total/revenue/executed", "value")]

    @pytest.mark.parametrize("empty", ["null", "~", "", "Null", "NULL"])
    def test_yaml_that_says_nothing_is_no_text(self, empty: str) -> None:
        head = "schema: 2\nyear: 2022\n"
        assert places(f"{head}department: {{name: {empty}}}", "yaml") == [("/department/name", "type")]
        silent = loads(f"{head}department: {{name: a, full_name: {empty}}}", "yaml", PerformanceReport)
        assert silent.department.full_name is None
        # Whoever means the word writes it as text.
        said = loads(f"{head}department: {{name: '{empty or '空'}'}}", "yaml", PerformanceReport)
        assert said.department.name == (empty or "空")

    def test_two_thousand_bad_values(self) -> None:
        error = refused(json.dumps(document(department={"name": "a", "duties": [1] * 2000})))
        assert [problem.pointer for problem in error.problems] == [
            f"/department/duties/{index}" for index in range(100)
        ]
        assert error.more == 1900
        lines = str(error).splitlines()
        assert lines[0] == "not a report, 2000 problem(s):"
        assert len(lines) == 22
        assert lines[-1] == "  … and 1980 more"

    def test_a_key_named_extra_is_a_key_like_others(self) -> None:
        tree = document(extra={"a": 1}, department={"name": "a", "extra": 5})
        report = loads(json.dumps(tree), "json", PerformanceReport)
        assert report.extra == {"extra": FrozenMap({"a": 1})}
        assert report.department.extra == {"extra": 5}
        assert json.loads(dumps(report, "json")) == tree

    @pytest.mark.parametrize(
        "parts", [{"extra": {"a": 1}}, {"year": "x"}, {"presentation": {"unit": "万元", "b": [{}]}}]
    )
    def test_the_callers_data_stays_as_it_was(self, parts: Tree) -> None:
        tree = document(**parts)
        del tree["schema"]
        before = deepcopy(tree)
        try:
            converter().structure(tree, PerformanceReport)
        except Exception:  # noqa: BLE001 - what is raised is shown elsewhere
            assert parts == {"year": "x"}
        assert tree == before


class TestNumbers:
    """No number of a document loses a digit on the way in."""

    @together(
        "digits",
        [
            "NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1e-999", "0.1234567890123456789",
            "1e99999999999999999999", "0e99999999999999999999", "1e-99999999999999999999",
            "9" * 41, "-" + "9" * 40, "9" * 5000, "1." + "1" * 5000,
        ],
    )  # fmt: skip
    def test_what_python_would_round_is_refused(self, digits: str) -> None:
        text = f'{{"schema": 2, "year": 2022, "department": {{"name": "a"}}, "more": [0, {digits}]}}'
        assert places(text) == [("/more/1", "value")]

    def test_a_huge_year(self) -> None:
        assert places(f'{{"schema": 2, "department": {{"name": "a"}}, "year": {"9" * 30}}}') == [("/year", "value")]
        assert places(f'{{"schema": 2, "department": {{"name": "a"}}, "year": {"9" * 300}}}') == [("/year", "value")]

    @pytest.mark.parametrize("digits", ["0", "-1", "1.5", "-0.0", "1e22", "1E-7", "5e-324", "9" * 39, "1e300", "0.1"])
    @BOTH
    def test_what_python_holds_exactly_is_kept_in_either_format(self, digits: str, kind: Format) -> None:
        text = f'{{"schema": 2, "year": 2022, "department": {{"name": "a"}}, "more": {digits}}}'
        report = loads(text, "json")
        back = loads(dumps(report, kind), kind).extra["more"]
        assert repr(back) == repr(json.loads(digits))

    @pytest.mark.parametrize("number", [10**39, -(10**39), 10**4000])
    def test_an_integer_that_no_document_holds_is_no_unknown_value(self, number: int) -> None:
        with pytest.raises(InvalidValue, match="extra"):
            evolve(REPORT, extra=FrozenMap({"more": number}))
