"""Every value that a document states stands on its page, once and as stated."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from attrs import has
from hypothesis import given
from hypothesis import strategies as st

from perfreport import Money, Presentation, Quantity, Unit, testing
from perfreport.documents import Block, compose
from perfreport.documents import cells as cells_of
from perfreport.layouts import Layout
from perfreport.model import CLASSES, NIL, Document, Nil, is_document, walk
from perfreport.model._fields import hints
from perfreport.names import Term
from perfreport.places import Way
from perfreport.quantity import Actual, Target
from perfreport.vocabulary import WORDS
from tests.cases.laws import WHOLE
from tests.cases.planted import UNKNOWN, planted

KINDS = [kind for kind in CLASSES if is_document(kind)]
EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
LEAVES = (Money, Quantity, Presentation)
#: Fields that stand within words of the page: （2021年）, （项目：甲）; and one that is a remark.
_IN_WORDS = {"year", "project", "says_none"}
DRAWN = st.one_of(
    testing.reports(),
    testing.base_data(),
    testing.project_self_evaluations(),
    testing.department_self_evaluations(),
    testing.project_declarations(),
    testing.department_declarations(),
    testing.project_monitoring(),
    testing.evaluation_reports(),
)


def _stated(value: Any, way: Way = ()) -> Iterator[tuple[Way, str]]:
    """Yield the way of every value that *value* states, and the text that has to stand on a page in Chinese."""
    match value:
        case None | False | ():
            return
        case tuple() if isinstance(value[0], StrEnum):
            yield way, "、".join(WORDS[type(word).__name__][word].zh for word in value if isinstance(word, StrEnum))
        case tuple():
            for number, item in enumerate(value):
                yield from _stated(item, (*way, number))
        case Target() | Actual():
            columns = {(*way, "nature"): value.nature, (*way, "measure"): value.measure, way: value.raw or None}
            yield from ((place, text) for place, text in columns.items() if text is not None)
        case _ if _names(value) and not isinstance(value, LEAVES):
            for name in _names(value):
                yield from _stated(getattr(value, name), (*way, name))
        case _:
            yield way, "★" * int(str(value)) if way[-1] == "stars" else _text(value)


def _names(value: object) -> list[str]:
    """Return the names of the fields of a value, without that of its unknown keys."""
    kind: Any = type(value)
    return [name for name in hints(kind) if name != "extra"] if has(type(value)) else []


def _text(value: object) -> str:
    match value:
        case True:
            return ""
        case Money():
            return f"{value.amount:f}"
        case Presentation():
            return value.unit
        case StrEnum():
            return WORDS[type(value).__name__][value].zh
        case Decimal():
            return f"{value:f}"
        case dt.date():
            return f"{value.year}年{value.month}月{value.day}日"
        case _:
            return "无" if value is NIL else str(value)


def _shown(blocks: tuple[Block, ...]) -> dict[Way, str]:
    """Return the text at every way that a page shows, each of which it shows once."""
    shown = [cell for cell in cells_of(blocks) if cell.way is not None]
    assert [way for way, often in Counter(cell.way for cell in shown).items() if often > 1] == []
    return {cell.way: cell.text for cell in shown if cell.way is not None}


def _bare(text: str) -> str:
    """Return *text* without the commas between thousands."""
    return text.replace(",", "")


def _is_said(text: str, shown: str, way: Way) -> bool:
    """Tell whether *shown* is *text*: with the unit of an amount, where the page has another, and in brackets."""
    if way[-1] in _IN_WORDS:
        return text in shown
    return _bare(shown) == _bare(text) or _bare(shown) in {_bare(text) + unit.value for unit in Unit}


def _assert_all_shown(document: object, blocks: tuple[Block, ...]) -> None:
    shown, stated = _shown(blocks), dict(_stated(document))
    assert stated.keys() - shown.keys() == set()
    assert [(way, text, shown[way]) for way, text in stated.items() if not _is_said(text, shown[way], way)] == []


@EVERY_KIND
class TestEveryField:
    """Whatever can be said in a document can be seen on its page."""

    def test_what_is_planted_stands_at_every_way_of_the_model(self, kind: type) -> None:
        ways = {tuple("*" if isinstance(step, int) else step for step in way) for way, _ in _stated(planted(kind))}
        whole = {way for leaf in (*LEAVES, Target, Actual) for way in walk.ways(kind, leaf)}
        single = {way for leaf in (Decimal, dt.date, bool) for way in walk.ways(kind, leaf)}
        inside = {way for way in single if any(way[:length] in whole for length in range(len(way)))}
        assert whole | (single - inside) <= ways

    def test_every_value_stands_in_one_cell_that_knows_its_way_as_stated(self, kind: type) -> None:
        document = planted(kind)
        stated = dict(_stated(document)).keys()
        blocks = compose(document)
        assert _shown(blocks).keys() == _shown(compose(document, "en")).keys() == stated
        _assert_all_shown(document, blocks)

    def test_what_a_layout_leaves_out_comes_last(self, kind: type) -> None:
        document = planted(kind)
        blocks = compose(document, layout=Layout(kind=kind, title=Term("{year}年", "{year}"), parts=()))
        _assert_all_shown(document, blocks)

    def test_every_key_that_is_not_known_is_shown(self, kind: type) -> None:
        document = planted(kind, unknown=True)
        blocks = compose(document)
        shown = _shown(blocks)
        _assert_all_shown(document, blocks)
        extras = {(*way, UNKNOWN): extra[UNKNOWN] for way, extra in _extras(document)}
        assert {way: (shown[*way, 0], shown[*way, 1, "内"]) for way in extras} == {
            way: (first, str(second["内"])) for way, (first, second) in extras.items()
        }

    def test_where_a_document_says_that_there_is_none_the_page_says_so(self, kind: type) -> None:
        document = planted(kind)
        ways = [way for way in walk.ways(kind, Nil) if "*" not in way]
        outer = [way for way in ways if any(way == other[: len(way)] and way != other for other in ways)]
        for chosen in (outer, [way for way in ways if way not in outer]):
            nothing = document
            for way in chosen:
                nothing = walk.put(nothing, way, NIL)
            shown = _shown(compose(nothing))
            assert {shown[way] for way in chosen} <= {"无"}


def _extras(value: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _extras(item, (*way, number))
    elif hasattr(value, "extra"):
        yield way, value.extra
        for name in _names(value):
            yield from _extras(getattr(value, name), (*way, name))


class TestEveryDocument:
    """Documents as people write them, with much left unsaid."""

    @WHOLE
    @given(DRAWN)
    def test_every_value_is_shown_once_and_as_stated_and_nothing_else(self, document: Document) -> None:
        _assert_all_shown(document, compose(document))
        more = _shown(compose(document, "en")).keys() - dict(_stated(document)).keys()
        # Keys that are not known stand in no field.
        assert [way for way in more if walk.get(document, way) is not None] == []
