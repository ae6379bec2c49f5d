"""A document as a page: blocks in the order of its layout, with every value that the document states."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import fields_dict

from perfreport.documents import _tables, _texts
from perfreport.documents._reading import Scribe, found, leaves, names_in, term_of, unknown
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
from perfreport.messages.languages import Reader
from perfreport.model import NIL, BudgetLine, Document, walk
from perfreport.model._fields import terms
from perfreport.money import Presentation
from perfreport.places import Way

__all__ = ["compose"]

_NUMERALS = "一二三四五六七八九十"
_FILLED = re.compile(r"\{([a-z_.]+)\}")


def compose(document: Document, locale: Reader = "zh_Hans_CN", layout: Layout | None = None) -> tuple[Block, ...]:
    """
    Return the page of *document* for a reader of *locale*, as *layout* has it; without one, as its official form.

    Every value that the document states stands on the page once, as stated, in a cell with its way: what the layout
    leaves out comes last, and so do keys that are not known. Silence is blank, and 「无」 is 无.
    """
    scribe = Scribe(language=localize.language_of(locale))
    blocks = [*_document(scribe, document, (), layout or layout_of(type(document)))]
    rows = tuple(_placed(scribe, document, way, Cell(text, way)) for way, text in unknown(document))
    if rows:
        blocks += [_heading(scribe.below(), scribe.say("unknown-keys")), Table((), rows)]
    return tuple(blocks)


def _heading(scribe: Scribe, text: str, *remark: Cell) -> Heading:
    return Heading(scribe.level, (Cell(text, None, CellKind.LABEL),), remark)


def _placed(scribe: Scribe, document: object, way: Way, cell: Cell) -> tuple[Cell, Cell]:
    """Return a row that names the place of a value, and the value."""
    return Cell(place(walk.place(document, way), scribe.language), None, CellKind.LABEL), cell


def _document(scribe: Scribe, document: Any, way: Way, layout: Layout) -> Iterator[Block]:
    own = getattr(document, "presentation", None)
    scribe = scribe.on(own if isinstance(own, Presentation) else None)
    blocks: list[Block] = [Heading(scribe.level, tuple(_title(scribe, document, way, layout)))]
    blocks += _parts(scribe.below(), document, way, layout.parts)
    shown = {cell.way for cell in cells(blocks)}
    left = (scribe.cell(at, value) for at, value in leaves(document, way) if at not in shown)
    rows = tuple(
        _placed(scribe, document, cell.way[len(way) :], cell)
        for cell in left
        if cell is not None and cell.way is not None
    )
    yield from blocks
    if rows:
        yield _heading(scribe.below(), scribe.say("other"))
        yield Table((), rows)


def _title(scribe: Scribe, document: object, way: Way, layout: Layout) -> Iterator[Cell]:
    """Yield the pieces of the title, each value in a cell of its own."""
    for index, piece in enumerate(_FILLED.split(scribe.label(layout.title))):
        if index % 2:
            there = found(document, piece)
            cell = None if there is None else scribe.cell((*way, *_tables.way_to(piece)), there[1])
            yield from filter(None, (cell,))
        elif piece:
            yield Cell(piece, None, CellKind.LABEL)


def _parts(scribe: Scribe, held: object, way: Way, parts: Iterable[Part]) -> Iterator[Block]:
    for part in parts:
        yield from _part(scribe, held, way, part)


def _part(scribe: Scribe, held: object, way: Way, part: Part) -> Iterator[Block]:
    match part:
        case Cells():
            yield from _tables.pairs(scribe, held, way, part)
        case Grid():
            yield from _tables.grid(scribe, held, way, part)
        case Tree():
            yield from _tables.tree(scribe, held, way, part)
        case Section():
            yield from _section(scribe, held, way, part)
        case Passages():
            yield from _passages(scribe, held, way, part)
        case Summary():
            yield from _summary(scribe, found(held, part.path))
        case _:
            there = found(held, part.path)
            yield from _held(scribe, () if there is None else there[1], (*way, *_tables.way_to(part.path)))


def _held(scribe: Scribe, value: object, way: Way) -> Iterator[Block]:
    """Yield documents inside a document, or a list of texts."""
    listed = value if isinstance(value, tuple) else ()
    if listed and not names_in(listed[0]):
        yield from _texts.listing(scribe, listed, way)
        return
    each = (
        [((*way, number), item) for number, item in enumerate(listed)] if isinstance(value, tuple) else [(way, value)]
    )
    for at, document in each:
        yield from _document(scribe, document, at, layout_of(type(document)))


def _section(scribe: Scribe, held: object, way: Way, part: Section) -> Iterator[Block]:
    there = found(held, part.path) if part.path else (held, held)
    at = (*way, *_tables.way_to(part.path))
    value = None if there is None else there[1]
    inside = [*_parts(scribe.below(), value, at, part.parts)] if names_in(value) else []
    if not inside and not part.demanded and value is not NIL:
        return
    remarks: list[Cell] = []
    if value is NIL or value is None or (not inside and part.path):
        remarks.append(_remark(scribe, value, at, empty="no-figures"))
    if part.remark and (noted := found(value, part.remark)) is not None and noted[1] is True:
        term = term_of(type(value), part.remark)
        text = part.remark if term is None else scribe.label(term)
        remarks.append(Cell(text, (*at, *_tables.way_to(part.remark))))
    yield _heading(scribe, _named(scribe, held, part), *remarks)
    yield from inside


def _passages(scribe: Scribe, held: object, way: Way, part: Passages) -> Iterator[Block]:
    there = found(held, part.path)
    value: Any = None if there is None else there[1]
    if there is not None and value == () and _is_silence(there[0], part.path.rpartition(".")[2]):
        value = None
    if value is None and not part.demanded:
        return
    at = (*way, *_tables.way_to(part.path))
    if isinstance(value, tuple) and value:
        yield _heading(scribe, _named(scribe, held, part))
        yield from _texts.passages(scribe, value, at)
    else:
        remark = _remark(scribe, value, at, empty="no-text")
        yield _heading(scribe, _named(scribe, held, part), remark)


def _is_silence(owner: Any, name: str) -> bool:
    """Tell whether a field is a list and nothing else, so that an empty one is silence."""
    return fields_dict(type(owner))[name].default == ()


def _remark(scribe: Scribe, value: object, way: Way, empty: str) -> Cell:
    """Return what stands beside a heading with nothing under it."""
    if value is NIL:
        return Cell(scribe.say("nil"), way)
    return Cell(scribe.say("not-stated" if value is None else empty), None, CellKind.ADDED)


def _named(scribe: Scribe, held: object, part: Section | Passages) -> str:
    term = part.heading or term_of(type(held), part.path)
    named = part.path if term is None else scribe.label(term)
    if not part.number:
        return named
    return scribe.say("chapter", label=named, numeral=_NUMERALS[part.number - 1], number=part.number)


def _summary(scribe: Scribe, there: tuple[object, object] | None) -> Iterator[Note]:
    line = there[1] if there is not None else None
    if not isinstance(line, BudgetLine):
        return
    spent = line.final_account if line.executed is None else line.executed
    if spent is None:
        return
    amount = localize.money(spent, scribe.language)
    words = scribe.say("expenditure", amount=amount)
    rate, stage = line.rate(), line.budget_stage
    if rate is not None and stage is not None and (budget := line.at(stage)) is not None:
        basis = terms(BudgetLine)[stage.key].label(scribe.language)
        of, share = localize.money(budget, scribe.language), localize.rate(rate, scribe.language)
        words += scribe.say("against", basis=basis, budget=of, rate=share)
    yield Note(words)
