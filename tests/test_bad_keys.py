"""Keys and text that a document must not have, each refused at its place."""

import codecs
import json
from collections.abc import Mapping

import pytest
from attrs import evolve

from perfreport import PerformanceReport, Presentation, Unit, dumps, loads
from perfreport.errors import InvalidValue
from perfreport.frozenmap import FrozenMap
from perfreport.serialization import Format
from tests.cases.documents import BOTH, REPORT, document, places, refused


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
        assert loads(text, "json", PerformanceReport).department.name == "\U00020bb7"

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
