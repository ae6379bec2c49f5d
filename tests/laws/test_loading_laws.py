"""What holds for every file: it is a document, or every error says where; and old files are read as today's."""

import json
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import perfreport
from perfreport.errors import InvalidDocument, LoadError
from perfreport.findings import ProblemKind
from perfreport.model import PerformanceReport
from perfreport.places import Way, way_of
from perfreport.serialization import FORMS, Format
from perfreport.serialization.migrations import migrated, written
from perfreport.testing import assert_same
from tests.cases.aged import aged
from tests.cases.documents import FORMATS
from tests.cases.laws import HALF, SEVERAL, WHOLE

KINDS: tuple[type[Any], ...] = (PerformanceReport, *FORMS.values())
DOCUMENTS: st.SearchStrategy[Any] = st.one_of([st.from_type(kind) for kind in KINDS])
#: What stands where something else is expected: wrong types, sizes, words, dates, blanks, halves of characters.
FAULTS: tuple[Any, ...] = (
    None, True, 0, -1, 13, 1948, 10**30, 1.5, float("nan"), float("inf"), "", " ", "x", "无", "1e999", "NaN", "\x07",
    "\ud800", "2024-13-01", "1949-01-01", "2199-12-31", "general_public", "38.26万元", "1" * 50, [], {}, [[]], [{}],
    {"amount": 1}, {"amount": "1", "unit": "吨"}, {"raw": ""}, {"x": {"x": {}}}, [None, "", 1, {}],
)  # fmt: skip
#: A key that is written twice.
TWICE = "twice: "
TWO = ['"t": 1', '"t": 2']


@st.composite
def _trees(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the raw tree of a document of any kind, today's or of schema 1."""
    document: Any = draw(DOCUMENTS)
    tree: dict[str, Any] = json.loads(perfreport.dumps(document, "json"))
    return aged(tree) if draw(st.booleans()) else tree


def _places(node: Any, way: Way = ()) -> Iterator[Way]:
    """Yield the way of everything in a raw tree."""
    yield way
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, item in items:
        yield from _places(item, (*way, step))


def _at(tree: Any, way: Way) -> Any:
    for step in way:
        tree = tree[step]
    return tree


def _spoilt(data: st.DataObject, tree: Any) -> None:
    """Plant one fault somewhere in *tree*."""
    way = data.draw(st.sampled_from([way for way in _places(tree) if way]))
    held, step = _at(tree, way[:-1]), way[-1]
    match data.draw(st.sampled_from(["replace", "replace", "leave out", "twice", "unknown"])):
        case "replace":
            held[step] = deepcopy(data.draw(st.sampled_from(FAULTS)))
        case "leave out":
            del held[step]
        case "twice" if isinstance(step, str):
            held[TWICE + step.removeprefix(TWICE)] = deepcopy(data.draw(st.sampled_from(FAULTS)))
        case _ if isinstance(held, dict):
            held[data.draw(st.sampled_from(["end", "form", "schema", "levels", "funding", "x"]))] = data.draw(
                st.sampled_from(FAULTS)
            )


class TestFaultsTogether:
    """However many things are wrong with a file at once, it is refused in the documented way."""

    @HALF
    @given(st.data())
    def test_any_faults_give_a_document_or_one_load_error(self, data: st.DataObject) -> None:
        tree = data.draw(_trees())
        for _ in range(data.draw(st.integers(2, 5))):
            _spoilt(data, tree)
            assume(tree)
        text = json.dumps(tree).replace(f'"{TWICE}', '"')
        for kind in FORMATS:
            with suppress(LoadError):
                assert perfreport.dumps(perfreport.loads(text, kind), kind)

    @HALF
    @given(st.data())
    def test_every_problem_stands_in_the_file(self, data: st.DataObject) -> None:
        tree = data.draw(_trees())
        for _ in range(2):
            _spoilt(data, tree)
            assume(tree)
        assume(TWICE not in (text := json.dumps(tree)))
        try:
            perfreport.loads(text, "json")
        except InvalidDocument as error:
            for problem in error.problems:
                # What is missing does not stand there, and what it is missing from does.
                _at(tree, tuple(way_of(problem.pointer.replace("\ufffd", "\ud800")))[:-1])
        except LoadError:
            return


class TestOldDocuments:
    """A document of schema 1 is the same document."""

    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
    @SEVERAL
    @given(data=st.data())
    def test_it_is_read_as_it_is_read_in_schema_2(self, kind: type[Any], data: st.DataObject) -> None:
        document = data.draw(st.from_type(kind))
        tree = json.loads(perfreport.dumps(document, "json"))
        old = aged(tree)
        assert list(_keys(migrated(old))) == list(_keys(tree))
        assert migrated(old) == tree
        form: Format = data.draw(st.sampled_from(FORMATS))
        texts = [json.dumps(each, ensure_ascii=False) for each in (old, tree)]
        assert_same(*(perfreport.loads(text, form) for text in texts))

    @WHOLE
    @given(st.data())
    def test_migrating_leaves_unknown_keys_as_they_are_wherever_they_stand(self, data: st.DataObject) -> None:
        document: Any = data.draw(DOCUMENTS)
        old = aged(json.loads(perfreport.dumps(document, "json")))
        before = deepcopy(old)
        new = migrated(old)
        assert old == before
        way = data.draw(st.sampled_from([way for way in _places(new) if isinstance(_at(new, way), dict)]))
        unknown = {"groups": [{"funds": 1}], "forms": {"funds": {"groups": []}}, "funding": 1, "opening": 2}
        _at(old, written(old, way))["未知"] = unknown
        _at(new, way)["未知"] = unknown
        assert migrated(old) == new

    @WHOLE
    @given(st.data())
    def test_every_way_leads_back(self, data: st.DataObject) -> None:
        document: Any = data.draw(DOCUMENTS)
        old = aged(json.loads(perfreport.dumps(document, "json")))
        assert [written(old, way) for way in _places(migrated(old))] == list(_places(old))


def _keys(node: Any) -> Iterator[str]:
    """Yield the keys of a raw tree in their order."""
    if isinstance(node, dict):
        for key, item in node.items():
            yield key
            yield from _keys(item)
    elif isinstance(node, list):
        for item in node:
            yield from _keys(item)


def _twice(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Write lists and objects of *children*, an object perhaps with a key that stands in it twice."""
    lists = st.lists(children, max_size=3).map(lambda items: f"[{', '.join(items)}]")
    pairs = st.lists(children, max_size=3).map(lambda items: [f'"k{at}": {item}' for at, item in enumerate(items)])
    objects = st.tuples(pairs, st.sampled_from([[], TWO]), st.booleans())
    return lists | objects.map(lambda said: f"{{{', '.join(said[1] + said[0] if said[2] else said[0] + said[1])}}}")


class TestPlaces:
    """The ways of two parsers lead to the same places."""

    @given(st.recursive(st.just("1"), _twice, max_leaves=12))
    def test_yaml_and_json_find_doubled_keys_at_the_same_places(self, text: str) -> None:
        def found(kind: Format) -> set[str]:
            try:
                perfreport.loads(f'{{"more": {text}}}', kind)
            except InvalidDocument as error:
                return {problem.pointer for problem in error.problems if problem.kind is ProblemKind.DUPLICATE}
            return set()

        assert found("json") == found("yaml")
