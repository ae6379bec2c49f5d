"""A document as a page: blocks in the order of its layout, with every value that the document states."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import fields_dict

from perfreport.documents import _tables, _texts
from perfreport.documents._reading import Reader, found, leaves, names_in, term_of, unknown
from perfreport.documents.blocks import Block, Cell, CellKind, Heading, Note, Table, cells
from perfreport.layouts import (
    Cells,
    Grid,
    Layout,
    Part,
    Passages,
    Section,
    Summary,
    Tree,
    layout_of,
)
from perfreport.messages import localize, place
from perfreport.model import NIL, BudgetLine, Document, walk
from perfreport.model._fields import terms
from perfreport.money import Presentation
from perfreport.places import Way

__all__ = ["compose"]

_NUMERALS = "一二三四五六七八九十"
_FILLED = re.compile(r"\{([a-z_.]+)\}")


def compose(document: Document, locale: str = "zh_Hans_CN", layout: Layout | None = None) -> tuple[Block, ...]:
    """
    Return the page of *document* for a reader of *locale*, as *layout* has it; without one, as its official form.

    Every value that the document states stands on the page once, as stated, in a cell with its way: what the layout
    leaves out comes last, and so do keys that are not known. Silence is blank, and 「无」 is 无.
    """
    reader = Reader(locale=locale)
    blocks = [*_document(reader, document, (), layout or layout_of(type(document)))]
    rows = tuple(
        (Cell(place(walk.place(document, way), locale), None, CellKind.LABEL), Cell(text, way))
        for way, text in unknown(document)
    )
    if rows:
        blocks += [_heading(reader.below(), reader.words("未识别的内容", "Keys that are not known")), Table((), rows)]
    return tuple(blocks)


def _heading(reader: Reader, text: str, *remark: Cell) -> Heading:
    return Heading(reader.level, (Cell(text, None, CellKind.LABEL),), remark)


def _document(reader: Reader, document: Any, way: Way, layout: Layout) -> Iterator[Block]:
    own = getattr(document, "presentation", None)
    reader = reader.on(own if isinstance(own, Presentation) else None)
    blocks: list[Block] = [Heading(reader.level, tuple(_title(reader, document, way, layout)))]
    blocks += _parts(reader.below(), document, way, layout.parts)
    shown = {cell.way for cell in cells(blocks)}
    left = (reader.cell(place, value) for place, value in leaves(document, way) if place not in shown)
    rows = tuple(
        (Cell(place(walk.place(document, cell.way[len(way) :]), reader.locale), None, CellKind.LABEL), cell)
        for cell in left
        if cell is not None and cell.way is not None
    )
    yield from blocks
    if rows:
        yield _heading(reader.below(), reader.words("其他", "Other"))
        yield Table((), rows)


def _title(reader: Reader, document: object, way: Way, layout: Layout) -> Iterator[Cell]:
    """Yield the pieces of the title, each value in a cell of its own."""
    for index, piece in enumerate(_FILLED.split(reader.label(layout.title))):
        if index % 2:
            there = found(document, piece)
            cell = None if there is None else reader.cell((*way, *_tables.way_to(piece)), there[1])
            yield from filter(None, (cell,))
        elif piece:
            yield Cell(piece, None, CellKind.LABEL)


def _parts(reader: Reader, held: object, way: Way, parts: Iterable[Part]) -> Iterator[Block]:
    for part in parts:
        yield from _part(reader, held, way, part)


def _part(reader: Reader, held: object, way: Way, part: Part) -> Iterator[Block]:
    match part:
        case Cells():
            yield from _tables.pairs(reader, held, way, part)
        case Grid():
            yield from _tables.grid(reader, held, way, part)
        case Tree():
            yield from _tables.tree(reader, held, way, part)
        case Section():
            yield from _section(reader, held, way, part)
        case Passages():
            yield from _passages(reader, held, way, part)
        case Summary():
            yield from _summary(reader, found(held, part.path))
        case _:
            there = found(held, part.path)
            yield from _held(reader, () if there is None else there[1], (*way, *_tables.way_to(part.path)))


def _held(reader: Reader, value: object, way: Way) -> Iterator[Block]:
    """Yield documents inside a document, or a list of texts."""
    listed = value if isinstance(value, tuple) else ()
    if listed and not names_in(listed[0]):
        yield from _texts.listing(reader, listed, way)
        return
    each = (
        [((*way, number), item) for number, item in enumerate(listed)] if isinstance(value, tuple) else [(way, value)]
    )
    for at, document in each:
        yield from _document(reader, document, at, layout_of(type(document)))


def _section(reader: Reader, held: object, way: Way, part: Section) -> Iterator[Block]:
    there = found(held, part.path) if part.path else (held, held)
    at = (*way, *_tables.way_to(part.path))
    value = None if there is None else there[1]
    inside = [*_parts(reader.below(), value, at, part.parts)] if names_in(value) else []
    if not inside and not part.demanded and value is not NIL:
        return
    remarks: list[Cell] = []
    if value is NIL or value is None or (not inside and part.path):
        remarks.append(_remark(reader, value, at, empty=("没有数字", "no figures")))
    if part.remark and (noted := found(value, part.remark)) is not None and noted[1] is True:
        term = term_of(type(value), part.remark)
        text = part.remark if term is None else reader.label(term)
        remarks.append(Cell(text, (*at, *_tables.way_to(part.remark))))
    yield _heading(reader, _named(reader, held, part), *remarks)
    yield from inside


def _passages(reader: Reader, held: object, way: Way, part: Passages) -> Iterator[Block]:
    there = found(held, part.path)
    value: Any = None if there is None else there[1]
    if there is not None and value == () and _is_silence(there[0], part.path.rpartition(".")[2]):
        value = None
    if value is None and not part.demanded:
        return
    at = (*way, *_tables.way_to(part.path))
    if isinstance(value, tuple) and value:
        yield _heading(reader, _named(reader, held, part))
        yield from _texts.passages(reader, value, at)
    else:
        remark = _remark(reader, value, at, empty=("没有内容", "nothing stands here"))
        yield _heading(reader, _named(reader, held, part), remark)


def _is_silence(owner: Any, name: str) -> bool:
    """Tell whether a field is a list and nothing else, so that an empty one is silence."""
    return fields_dict(type(owner))[name].default == ()


def _remark(reader: Reader, value: object, way: Way, empty: tuple[str, str]) -> Cell:
    """Return what stands beside a heading with nothing under it."""
    if value is NIL:
        return Cell(reader.say("nil"), way)
    words = ("未说明", "not stated") if value is None else empty
    return Cell(reader.words(*words), None, CellKind.ADDED)


def _named(reader: Reader, held: object, part: Section | Passages) -> str:
    term = part.heading or term_of(type(held), part.path)
    named = part.path if term is None else reader.label(term)
    if not part.number:
        return named
    return reader.say("chapter", chinese=_NUMERALS[part.number - 1], number=part.number, named=named)


def _summary(reader: Reader, there: tuple[object, object] | None) -> Iterator[Note]:
    line = there[1] if there is not None else None
    if not isinstance(line, BudgetLine):
        return
    spent = line.final_account if line.executed is None else line.executed
    if spent is None:
        return
    amount = localize.money(spent, reader.locale)
    words = reader.say("expenditure", amount=amount)
    rate, stage = line.rate(), line.budget_stage
    if rate is not None and stage is not None and (budget := line.at(stage)) is not None:
        term = terms(BudgetLine)[stage.key]
        basis = reader.words(term.zh, term.en)
        of, share = localize.money(budget, reader.locale), localize.rate(rate, reader.locale)
        words += reader.say("against", basis=basis, budget=of, rate=share)
    yield Note(words)
