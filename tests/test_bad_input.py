"""Whatever an input is, reading it ends in a report or in one error that names every problem and its place."""

import codecs
import json
import os
import stat
import sys
from collections.abc import Mapping
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from perfreport import (
    Department,
    Narrative,
    Passage,
    PerformanceReport,
    Presentation,
    Unit,
    dump,
    dumps,
    load,
    loads,
)
from perfreport.errors import InvalidDocument, InvalidValue, LoadError, MissingExtra, UnreadableFile, UnsupportedSchema
from perfreport.frozenmap import FrozenMap
from perfreport.serialization import Format, converter
from perfreport.serialization import _trees as trees

FORMATS: tuple[Format, ...] = ("json", "yaml")
BOTH = pytest.mark.parametrize("kind", FORMATS)
REPORT = PerformanceReport(year=2022, department=Department(name="某局"))

Tree = dict[str, Any]


def document(**parts: object) -> Tree:
    """Return the raw tree of a small report with other *parts*."""
    return {"schema": 1, "year": 2022, "department": {"name": "某局"}, **parts}


def revenue(executed: object) -> Tree:
    """Return a report whose one amount is *executed*."""
    return document(budgets={"general_public": {"revenue": {"executed": executed}}})


def refused(data: bytes | str, kind: Format = "json") -> InvalidDocument:
    """Return the error that *data* ends in."""
    with pytest.raises(InvalidDocument) as caught:
        loads(data, kind)
    assert caught.value.problems
    assert len(str(caught.value)) < 20_000
    return caught.value


def places(data: bytes | str | Tree, kind: Format = "json") -> list[tuple[str, str]]:
    """Return the pointer and the kind of every problem of *data*."""
    text = json.dumps(data) if isinstance(data, dict) else data
    return [(problem.pointer, problem.kind) for problem in refused(text, kind).problems]


AMOUNT = "/budgets/general_public/revenue/executed"


class TestShape:
    """What is not a report is told by its place and by what was expected."""

    @pytest.mark.parametrize(
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

    @pytest.mark.parametrize(
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
        assert places({"schema": 1, "department": {}}) == [("/year", "missing"), ("/department/name", "missing")]

    def test_without_a_schema_the_other_problems_are_told_too(self) -> None:
        assert places({"year": "x", "department": {"name": "a"}}) == [("/schema", "missing"), ("/year", "type")]

    @pytest.mark.parametrize("declared", [0, 2, -1, 10**38, "2", "1.0", 1.5, True, False, [], {}, [1]])
    def test_another_schema(self, declared: object) -> None:
        with pytest.raises(UnsupportedSchema) as caught:
            loads(json.dumps(document(schema=declared)), "json")
        assert caught.value.supported == (1,)
        assert len(str(caught.value)) < 200

    def test_yaml_without_its_package(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setitem(sys.modules, "yaml", None)
        asks = r"reading and writing YAML needs an extra: pip install 'perfreport-cn\[yaml\]'"
        with pytest.raises(MissingExtra, match=asks):
            loads("schema: 1", "yaml")
        with pytest.raises(MissingExtra, match=asks):
            dump(REPORT, tmp_path / "a.yaml")
        assert list(tmp_path.iterdir()) == []
        assert loads(dumps(REPORT, "json"), "json") == REPORT

    @pytest.mark.parametrize("kind", ["toml", "JSON", "", ".json", None])
    def test_another_format(self, kind: Any) -> None:
        with pytest.raises(ValueError, match="expected 'json' or 'yaml'"):
            loads("{}", kind)
        with pytest.raises(ValueError, match="expected 'json' or 'yaml'"):
            dumps(REPORT, kind)


class TestValues:
    """Every value that cannot stand where it stands is listed with its place."""

    @pytest.mark.parametrize(
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
                {"budgets": {"total": {"projects": {"items": [{"name": "a", "funding": [{"source": "bank"}, {}]}]}}}},
                [
                    ("/budgets/total/projects/items/0/funding/0/source", "value"),
                    ("/budgets/total/projects/items/0/funding/1/source", "missing"),
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

    @pytest.mark.parametrize(
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
        text = "schema: 1\nyear: 2022\ndepartment: {name: a}\nbudgets: {total: {revenue: {executed: 38.26}}}"
        assert places(text, "yaml") == [("/budgets/total/revenue/executed", "value")]

    @pytest.mark.parametrize("empty", ["null", "~", "", "Null", "NULL"])
    def test_yaml_that_says_nothing_is_no_text(self, empty: str) -> None:
        head = "schema: 1\nyear: 2022\n"
        assert places(f"{head}department: {{name: {empty}}}", "yaml") == [("/department/name", "type")]
        assert loads(f"{head}department: {{name: a, full_name: {empty}}}", "yaml").department.full_name is None
        # Whoever means the word writes it as text.
        assert loads(f"{head}department: {{name: '{empty or '空'}'}}", "yaml").department.name == (empty or "空")

    def test_two_thousand_bad_values(self) -> None:
        error = refused(json.dumps(document(department={"name": "a", "duties": [1] * 2000})))
        assert [problem.pointer for problem in error.problems] == [
            f"/department/duties/{index}" for index in range(2000)
        ]
        lines = str(error).splitlines()
        assert lines[0] == "not a report, 2000 problem(s):"
        assert len(lines) == 22
        assert lines[-1] == "  … and 1980 more"

    def test_a_key_named_extra_is_a_key_like_others(self) -> None:
        tree = document(extra={"a": 1}, department={"name": "a", "extra": 5})
        report = loads(json.dumps(tree), "json")
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

    @pytest.mark.parametrize(
        "digits",
        [
            "NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1e-999", "0.1234567890123456789",
            "1e99999999999999999999", "0e99999999999999999999", "1e-99999999999999999999",
            "9" * 41, "-" + "9" * 40, "9" * 5000, "1." + "1" * 5000,
        ],
    )  # fmt: skip
    def test_what_python_would_round_is_refused(self, digits: str) -> None:
        text = f'{{"schema": 1, "year": 2022, "department": {{"name": "a"}}, "more": [0, {digits}]}}'
        assert places(text) == [("/more/1", "value")]

    def test_a_huge_year(self) -> None:
        assert places(f'{{"schema": 1, "department": {{"name": "a"}}, "year": {"9" * 30}}}') == [("/year", "value")]
        assert places(f'{{"schema": 1, "department": {{"name": "a"}}, "year": {"9" * 300}}}') == [("/year", "value")]

    @pytest.mark.parametrize("digits", ["0", "-1", "1.5", "-0.0", "1e22", "1E-7", "5e-324", "9" * 39, "1e300", "0.1"])
    @BOTH
    def test_what_python_holds_exactly_is_kept_in_either_format(self, digits: str, kind: Format) -> None:
        text = f'{{"schema": 1, "year": 2022, "department": {{"name": "a"}}, "more": {digits}}}'
        report = loads(text, "json")
        back = loads(dumps(report, kind), kind).extra["more"]
        assert repr(back) == repr(json.loads(digits))

    @pytest.mark.parametrize("number", [10**39, -(10**39), 10**4000])
    def test_an_integer_that_no_document_holds_is_no_unknown_value(self, number: int) -> None:
        with pytest.raises(InvalidValue, match="extra"):
            evolve(REPORT, extra=FrozenMap({"more": number}))


class TestKeys:
    """A key stands once; nothing is merged, repeated or followed."""

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ('{"a": 1, "a": 1}', ["/a"]),
            ('{"a": 1, "b": 2, "a": 3, "b": 4, "a": 5}', ["/a", "/b"]),
            ('{"x": [{"a": {"b": 1, "b": 2}}]}', ["/x/0/a/b"]),
            ('{"a/b": {"c~d": 1, "c~d": 2}}', ["/a~1b/c~0d"]),
            ('{"": 1, "": 2}', ["/"]),
            ('[{"a": 1}, {"a": 1, "a": 1}]', ["/1/a"]),
        ],
    )
    @BOTH
    def test_a_key_that_stands_twice(self, text: str, found: list[str], kind: Format) -> None:
        # JSON is YAML too, and is judged like it; YAML tells of every repetition.
        assert [(place, "duplicate") for place in found] == sorted(set(places(text, kind)))

    def test_a_key_that_stands_twice_deep_in_yaml(self) -> None:
        text = "a:\n  b:\n    c:\n      - name: x\n      - name: y\n        name: z\n    year: 1\n    year: 2\n"
        assert places(text, "yaml") == [("/a/b/c/1/name", "duplicate"), ("/a/b/year", "duplicate")]

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("a: &x 1\nb: *x", "/b"),
            ("a: {b: &x 1, c: {d: *x}}", "/a/c/d"),
            ("a: [&x 1, *x]", "/a/1"),
            ("a: [[&x 1], [2, *x]]", "/a/1/1"),
            ("base: &x {b: 1}\nc:\n  <<: *x", "/c/<<"),
            ("&x a: *x", "/a"),
        ],
    )
    def test_yaml_aliases_and_merge_keys(self, text: str, place: str) -> None:
        assert places(text, "yaml") == [(place, "syntax")]
        assert "alias" in str(refused(text, "yaml"))

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("!!python/object/apply:os.system [echo]", ""),
            ("a: !!python/name:os.system", "/a"),
            ("a: [1, !!int '2']", "/a/1"),
            ("a: {b: !mine {c: 1}}", "/a/b"),
            ("a: !!str 1", "/a"),
            ("a: !!binary aGk=", "/a"),
            ("a: !!set {x}", "/a"),
        ],
    )
    def test_yaml_tags(self, text: str, place: str) -> None:
        assert places(text, "yaml") == [(place, "syntax")]
        assert "tag" in str(refused(text, "yaml"))

    @pytest.mark.parametrize(("text", "place"), [("a: 1\n---\nb: 2", ""), ("---\na: 1\n...\n---\n", "")])
    def test_several_yaml_documents(self, text: str, place: str) -> None:
        assert places(text, "yaml") == [(place, "syntax")]
        assert "more than one YAML document" in str(refused(text, "yaml"))

    @pytest.mark.parametrize(
        ("text", "place"), [("[a]: 1", ""), ("{a: 1}: 1", ""), ("? - a\n: 1", ""), ("a: [{b: 1, [c]: 2}]", "/a/0")]
    )
    def test_yaml_keys_that_are_no_text(self, text: str, place: str) -> None:
        assert places(text, "yaml") == [(place, "syntax")]

    @pytest.mark.parametrize("key", ["schema", "year", "department"])
    def test_an_unknown_key_cannot_pass_for_what_a_report_writes_itself(self, key: str) -> None:
        with pytest.raises(InvalidValue, match="extra"):
            evolve(REPORT, extra=FrozenMap({key: 7}))

    @pytest.mark.parametrize(
        "extra",
        [
            # A field that is an object with unknown keys of its own, and one that is no object.
            {"department": FrozenMap({"a": 1})},
            {"year": FrozenMap({"a": 1})},
        ],
    )
    def test_unknown_keys_inside_stand_only_in_a_leaf(self, extra: Mapping[str, object]) -> None:
        with pytest.raises(InvalidValue, match="extra"):
            evolve(REPORT, extra=FrozenMap(extra))

    def test_unknown_keys_inside_a_leaf_are_none_of_its_own(self) -> None:
        page = evolve(REPORT, presentation=Presentation(Unit.WAN))
        assert evolve(page, extra=FrozenMap({"presentation": FrozenMap({"a": 1})})).extra
        with pytest.raises(InvalidValue, match="extra"):
            evolve(page, extra=FrozenMap({"presentation": FrozenMap({"unit": "元"})}))

    def test_a_problem_beside_unknown_keys_inside_a_leaf_is_told_alone(self) -> None:
        assert places(document(presentation={"unit": "?", "a": 1})) == [("/presentation/unit", "value")]
        assert places(document(presentation={"unit": "元", "a": 1}, year=1)) == [("/year", "value")]


class TestText:
    """Bytes are UTF-8; what no file can hold is refused, and what the file holds instead is named."""

    @BOTH
    def test_a_byte_order_mark_is_accepted(self, kind: Format) -> None:
        data = dumps(REPORT, kind)
        assert loads(codecs.BOM_UTF8 + data, kind) == REPORT
        assert loads("\ufeff" + data.decode(), kind) == REPORT

    @pytest.mark.parametrize(
        ("encoding", "name"), [("gbk", "GBK"), ("gb18030", "GBK"), ("utf-16", "UTF-16"), ("big5", "save it as UTF-8")]
    )
    @BOTH
    def test_another_encoding_is_named(self, encoding: str, name: str, kind: Format) -> None:
        error = refused(dumps(REPORT, kind).decode().encode(encoding), kind)
        assert [problem.kind for problem in error.problems] == ["syntax"]
        assert name in str(error)

    @pytest.mark.parametrize(
        "data", [b"\xff", b"\xc3(", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\x80" * 10_000, bytes(range(256))]
    )
    @BOTH
    def test_bytes_of_no_encoding(self, data: bytes, kind: Format) -> None:
        assert places(data, kind) == [("", "syntax")]

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ('{"a": "\\ud800"}', ["/a"]),
            ('{"a": ["ok", "x\\udfffy"]}', ["/a/1"]),
            ('{"\\ud800": 1}', ["/\ufffd"]),
            ('{"\\ud800": {"\\udc00": {"b": NaN}}}', ["/\ufffd", "/\ufffd/\ufffd", "/\ufffd/\ufffd/b"]),
            ('{"\\ud800": 1, "\\ud800": 2}', ["/\ufffd", "/\ufffd"]),
        ],
    )
    def test_lone_surrogates_in_escapes(self, text: str, found: list[str]) -> None:
        error = refused(text)
        assert [problem.pointer for problem in error.problems] == found
        assert str(error).encode("utf-8")

    def test_a_surrogate_pair_in_escapes_is_one_character(self) -> None:
        text = json.dumps(document(department={"name": "\U00020bb7"}))
        assert "\\ud842" in text
        assert loads(text, "json").department.name == "\U00020bb7"

    @pytest.mark.parametrize("key", ["a\nb", "\x1b[2J", "\u202e"])
    @BOTH
    def test_a_key_cannot_break_the_message(self, key: str, kind: Format) -> None:
        text = json.dumps({key: 1})[:-1] + f", {json.dumps(key)}: 2}}"
        lines = str(refused(text, kind)).splitlines()
        assert len(lines) == 2
        assert all(line.isprintable() for line in lines)

    @pytest.mark.parametrize(
        "text", ["a: *" + "k" * 100_000, "a: !" + "k" * 100_000, '? "' + "k" * 100_000 + '"\n: *x']
    )
    def test_a_message_is_short_whatever_it_speaks_of(self, text: str) -> None:
        assert len(str(refused(text, "yaml"))) < 2000


class TestSize:
    """These inputs are read to their end or refused; none of them takes all the time or memory there is."""

    @pytest.mark.parametrize("opening", ["[", '{"a":', "[[[{", "- ", "? ", "[? ", "a: ", "{"])
    @pytest.mark.parametrize("size", [5_000_000, 10_000_000])
    @BOTH
    def test_nested_brackets(self, opening: str, size: int, kind: Format) -> None:
        error = refused(opening * (size // len(opening)), kind)
        assert len(error.problems) == 1
        assert error.problems[0].kind in ("limit", "syntax")

    @BOTH
    def test_brackets_that_close(self, kind: Format) -> None:
        assert places("[" * 60_000 + "]" * 60_000, kind)[0][1] == "limit"

    @pytest.mark.parametrize(("depth", "kind"), [(depth, kind) for depth in (65, 100, 900) for kind in FORMATS])
    def test_one_level_too_many(self, depth: int, kind: Format) -> None:
        assert [problem[1] for problem in places("[" * depth + "]" * depth, kind)] == ["limit"]

    @BOTH
    def test_the_deepest_document_is_read(self, kind: Format) -> None:
        # The document itself is the first level.
        more: object = 1
        for _ in range(trees.MAX_DEPTH - 1):
            more = {"a": more}
        report = loads(json.dumps(document(more=more)), kind)
        assert loads(dumps(report, kind), kind) == report

    @BOTH
    def test_the_deepest_passage_is_written_and_read(self, kind: Format) -> None:
        passage = Passage(text="甲")
        for _ in range((trees.MAX_DEPTH - 4) // 2):
            passage = Passage(points=(passage,))
        report = evolve(REPORT, narrative=Narrative(problems=(passage,)))
        assert loads(dumps(report, kind), kind) == report

    @pytest.mark.parametrize("depth", [70, 5000])
    @BOTH
    def test_what_could_not_be_read_again_is_not_written(self, depth: int, kind: Format) -> None:
        passage = Passage(text="甲")
        for _ in range(depth):
            passage = Passage(points=(passage,))
        with pytest.raises(InvalidValue, match="deep"):
            dumps(evolve(REPORT, narrative=Narrative(problems=(passage,))), kind)

    @BOTH
    def test_more_values_than_are_read_again_are_not_written(
        self, kind: Format, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(trees, "MAX_NODES", 1000)
        with pytest.raises(InvalidValue, match="1,000 values"):
            dumps(evolve(REPORT, department=Department(name="甲", duties=("乙",) * 1000)), kind)

    @BOTH
    def test_keys_are_no_values(self, kind: Format, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(trees, "MAX_NODES", 1000)
        report = loads(json.dumps(document(more={f"k{index}": 1 for index in range(900)})), kind)
        assert loads(dumps(report, kind), kind) == report

    @BOTH
    def test_more_bytes_than_are_read_again_are_not_written(
        self, kind: Format, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        data = dumps(REPORT, kind)
        monkeypatch.setattr(trees, "MAX_BYTES", len(data))
        assert loads(dumps(REPORT, kind), kind) == REPORT
        monkeypatch.setattr(trees, "MAX_BYTES", len(data) - 1)
        with pytest.raises(InvalidDocument, match="larger"):
            loads(data, kind)
        with pytest.raises(InvalidValue, match="larger"):
            dumps(REPORT, kind)

    @pytest.mark.parametrize("length", [300, 100_000])
    @BOTH
    def test_a_key_that_is_too_long_to_be_read_again_is_not_written(self, length: int, kind: Format) -> None:
        # Either no report has it, or no document of it is written.
        with pytest.raises(InvalidValue):
            dumps(evolve(REPORT, extra=FrozenMap({"more": FrozenMap({"k" * length: 1})})), kind)

    @given(st.integers(1, 64), st.integers(1, 120), st.booleans(), st.sampled_from(FORMATS))
    @example(depth=1, length=trees.MAX_KEY, in_lists=False, kind="json")
    @example(depth=1, length=trees.MAX_KEY, in_lists=False, kind="yaml")
    @example(depth=63, length=1, in_lists=False, kind="yaml")
    def test_what_is_written_is_read_again(self, depth: int, length: int, in_lists: bool, kind: Format) -> None:
        more: object = 1
        for _ in range(depth):
            more = FrozenMap({"k" * length: (more,) if in_lists else more})
        try:
            report = evolve(REPORT, extra=FrozenMap({"more": more}))
            data = dumps(report, kind)
        except InvalidValue:
            return
        assert loads(data, kind) == report

    def test_more_than_are_read(self, tmp_path: Path) -> None:
        assert places(b" " * (trees.MAX_BYTES + 1)) == [("", "limit")]
        path = tmp_path / "large.json"
        path.write_bytes(b" " * (trees.MAX_BYTES + 1))
        with pytest.raises(InvalidDocument, match=r"large\.json.*\n.*larger than the 8 MiB"):
            load(path)

    @pytest.mark.parametrize("item", ["1,", "[],", "{},", '"",', '{"a": 1},'])
    @BOTH
    def test_more_values_than_are_read(self, item: str, kind: Format, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(trees, "MAX_NODES", 1000)
        assert places("[" + item * 1000 + "1]", kind) == [("", "limit")]

    @BOTH
    def test_a_file_full_of_values(self, kind: Format) -> None:
        assert places("[" + "1," * 4_000_000 + "1]", kind) == [("", "limit")]

    @BOTH
    def test_very_many_keys_of_which_one_stands_twice(self, kind: Format) -> None:
        keys = ", ".join(f'"k{index}": 0' for index in range(200_000))
        assert places(f'{{{keys}, "k7": 1}}', kind) == [("/k7", "duplicate")]

    @BOTH
    def test_one_key_very_many_times(self, kind: Format) -> None:
        keys = ", ".join('"k": 0' for _ in range(100_000))
        assert {place for place, _ in places(f"{{{keys}}}", kind)} == {"/k"}

    @pytest.mark.parametrize(("length", "depth"), [(200_000, 1), (900, 50), (190, 50), (90, 55)])
    @BOTH
    def test_long_keys_on_the_way_to_many_problems(self, length: int, depth: int, kind: Format) -> None:
        # Every problem carries its place, and half a million of them fit into a file: 5 KB each would be 2.5 GB.
        inside = ", ".join(f'"{index}": 1, "{index}": 2' for index in range(1000))
        error = refused(f'{{"{"k" * length}": ' * depth + f"{{{inside}}}" + "}" * depth, kind)
        assert max(len(problem.pointer) for problem in error.problems) < 2500

    @pytest.mark.parametrize(
        "text",
        [
            "a: &a [1,1]\nb: &b [*a,*a]\nc: &c [*b,*b]",
            "a" * 8_000_000,
            '"' + "a\n" * 4_000_000 + '"',
            "# x\n" * 2_000_000,
            "---\n" * 2_000_000,
            "!" * 8_000_000,
            "&a " * 2_500_000,
            "a: " * 2_500_000,
            "".join(f"%TAG !{index}! a\n" for index in range(20_000)) + "---\na: 1",
            "'" * 8_000_000,
            "|\n" + " a\n" * 2_500_000,
            "\n" * 8_000_000 + "a",
        ],
        ids=lambda text: text[:12].strip(),
    )
    def test_yaml_bombs(self, text: str) -> None:
        assert refused(text, "yaml").problems

    @given(st.text(st.sampled_from("{}[]:,-?&*!|>'\"#%@ \n\ta1~\ud800\x00"), max_size=60))
    def test_any_text_gives_a_report_or_one_load_error(self, text: str) -> None:
        for kind in FORMATS:
            with pytest.raises(LoadError):
                loads(text, kind)

    @given(st.binary(max_size=60))
    def test_any_bytes_give_a_report_or_one_load_error(self, data: bytes) -> None:
        for kind in FORMATS:
            with pytest.raises(LoadError):
                loads(data, kind)

    @given(
        st.dictionaries(
            st.sampled_from(["year", "department", "presentation", "cover", "goals", "budgets", "narrative", "more"]),
            st.recursive(
                st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5)
                | st.sampled_from(["无", "1万元", "1e5元", "万元", "general_public"]),
                lambda inner: st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        ["name", "unit", "amount", "year", "overall", "text", "general_public", "total", "projects",
                         "items", "revenue", "executed", "problems", "points", "figures", "quantity", "extra", "k"]
                    ),
                    inner,
                    max_size=4,
                ),
                max_leaves=12,
            ),
        )
    )  # fmt: skip
    def test_any_tree_gives_a_report_that_can_be_written_again_or_one_load_error(self, tree: Tree) -> None:
        text = json.dumps({"schema": 1, **tree})
        for kind in FORMATS:
            try:
                report = loads(text, kind)
            except InvalidDocument as error:
                str(error).encode()
            else:
                assert loads(dumps(report, kind), kind) == report


class TestFiles:
    """An error names the file that it speaks of, and is of one family."""

    @pytest.mark.parametrize("name", ["report", "report.txt", "report.json.bak", ".json", "json", "report.toml", ""])
    def test_another_suffix(self, name: str, tmp_path: Path) -> None:
        for act in (load, partial(dump, REPORT)):
            with pytest.raises(UnreadableFile, match=r"\.json, \.yaml, \.yml"):
                act(tmp_path / name)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("name", ["a.JSON", "a.Yaml", "a.YML"])
    def test_a_suffix_in_capitals(self, name: str, tmp_path: Path) -> None:
        dump(REPORT, tmp_path / name)
        assert load(tmp_path / name) == REPORT

    def test_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableFile, match=r"none\.json: cannot be read: no such file") as caught:
            load(tmp_path / "none.json")
        assert caught.value.path == str(tmp_path / "none.json")
        assert isinstance(caught.value.__cause__, OSError)

    def test_a_missing_folder(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableFile, match=r"a\.json: cannot be written: no such file"):
            dump(REPORT, tmp_path / "none" / "a.json")

    def test_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").mkdir()
        with pytest.raises(UnreadableFile, match=r"a\.json: cannot be read: is a directory"):
            load(tmp_path / "a.json")
        with pytest.raises(UnreadableFile, match=r"a\.json: cannot be written: is a directory"):
            dump(REPORT, tmp_path / "a.json")
        assert [path.name for path in tmp_path.iterdir()] == ["a.json"]

    def test_a_path_under_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(UnreadableFile, match="cannot be read: not a directory"):
            load(tmp_path / "file" / "a.json")
        with pytest.raises(UnreadableFile, match="cannot be written: not a directory"):
            dump(REPORT, tmp_path / "file" / "a.json")

    def test_no_permission(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        # The superuser may read everything, so the system's answer is played.
        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("pathlib.Path.open", refuse)
        with pytest.raises(UnreadableFile, match=r"a\.json: cannot be read: permission denied"):
            load(tmp_path / "a.json")

    @pytest.mark.parametrize("name", ["a\0.json", "\0.yaml"])
    def test_a_name_that_no_file_has(self, name: str, tmp_path: Path) -> None:
        for act in (load, partial(dump, REPORT)):
            with pytest.raises(UnreadableFile):
                act(tmp_path / name)

    def test_a_name_as_long_as_names_may_be(self, tmp_path: Path) -> None:
        # 255 bytes: a Chinese title gets there with 83 characters.
        path = tmp_path / ("绩" * 83 + "a.json")
        dump(REPORT, path)
        assert load(path) == REPORT
        with pytest.raises(UnreadableFile, match="too long"):
            dump(REPORT, tmp_path / ("绩" * 84 + "a.json"))

    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (b"", InvalidDocument),
            (b"[", InvalidDocument),
            (b"\xff\xfe", InvalidDocument),
            (b"{}", InvalidDocument),
            (b'{"schema": 2}', UnsupportedSchema),
        ],
    )
    @pytest.mark.parametrize("suffix", ["json", "yaml", "yml"])
    def test_the_message_names_the_file(self, data: bytes, kind: type[LoadError], suffix: str, tmp_path: Path) -> None:
        path = tmp_path / f"某局.{suffix}"
        path.write_bytes(data)
        for spelled in (path, str(path)):
            with pytest.raises(LoadError) as caught:
                load(spelled)
            assert type(caught.value) is kind
            assert str(caught.value).startswith(f"{path}: ")
            assert getattr(caught.value, "source") == str(path)  # noqa: B009 - only two of the three have it

    def test_a_path_may_be_anything_with_a_path(self, tmp_path: Path) -> None:
        class Place(os.PathLike[str]):
            def __fspath__(self) -> str:
                return str(tmp_path / "a.yaml")

        dump(REPORT, Place())
        assert load(Place()) == REPORT


class TestWriting:
    """On any error the old file stays byte for byte, and no other file is left."""

    OLD = b"what stood here before"

    @pytest.fixture
    def old(self, tmp_path: Path) -> Path:
        path = tmp_path / "a.json"
        path.write_bytes(self.OLD)
        return path

    @pytest.mark.parametrize(
        "error", [OSError(28, "No space left on device"), PermissionError(13, "Permission denied")]
    )
    @pytest.mark.parametrize("call", ["os.replace", "os.chmod"])
    def test_a_failure_of_the_system(
        self, call: str, error: OSError, old: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr(call, fail)
        with pytest.raises(UnreadableFile, match=r"a\.json: cannot be written: ") as caught:
            dump(REPORT, old)
        assert caught.value.__cause__ is error
        assert old.read_bytes() == self.OLD
        assert list(old.parent.iterdir()) == [old]

    @pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, SystemExit])
    def test_an_interruption(self, error: type[BaseException], old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr("os.replace", fail)
        with pytest.raises(error):
            dump(REPORT, old)
        assert old.read_bytes() == self.OLD
        assert list(old.parent.iterdir()) == [old]

    def test_a_report_that_cannot_be_written(self, old: Path) -> None:
        passage = Passage(text="甲")
        for _ in range(80):
            passage = Passage(points=(passage,))
        with pytest.raises(InvalidValue):
            dump(evolve(REPORT, narrative=Narrative(problems=(passage,))), old)
        assert old.read_bytes() == self.OLD
        assert list(old.parent.iterdir()) == [old]

    def test_a_new_file_that_cannot_be_written(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.replace", fail)
        with pytest.raises(UnreadableFile):
            dump(REPORT, tmp_path / "a.json")
        assert list(tmp_path.iterdir()) == []

    def test_writing_over_a_file(self, old: Path) -> None:
        dump(REPORT, old)
        assert old.read_bytes() == dumps(REPORT, "json")
        assert list(old.parent.iterdir()) == [old]

    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o666, 0o400])
    def test_an_old_file_keeps_its_permissions(self, mode: int, old: Path) -> None:
        old.chmod(mode)
        dump(REPORT, old)
        assert stat.S_IMODE(old.stat().st_mode) == mode
        assert load(old) == REPORT

    @pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
    def test_a_new_file_gets_the_permissions_that_new_files_get(self, mask: int, mode: int, tmp_path: Path) -> None:
        before = os.umask(mask)
        try:
            dump(REPORT, tmp_path / "a.json")
            assert os.umask(mask) == mask
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == mode

    def test_a_link_stays_a_link(self, old: Path, tmp_path: Path) -> None:
        (tmp_path / "other").mkdir()
        link = tmp_path / "other" / "link.json"
        link.symlink_to(old)
        dump(REPORT, link)
        assert link.is_symlink()
        assert old.read_bytes() == dumps(REPORT, "json")
        assert [path.name for path in link.parent.iterdir()] == ["link.json"]

    def test_a_link_to_nothing_yet(self, tmp_path: Path) -> None:
        link = tmp_path / "link.json"
        link.symlink_to(tmp_path / "new.json")
        dump(REPORT, link)
        assert link.is_symlink()
        assert load(tmp_path / "new.json") == REPORT

    def test_the_suffix_of_the_link_tells_the_format(self, tmp_path: Path) -> None:
        link = tmp_path / "link.yaml"
        link.symlink_to(tmp_path / "data.bin")
        dump(REPORT, link)
        assert load(link) == REPORT
        assert (tmp_path / "data.bin").read_bytes() == dumps(REPORT, "yaml")
