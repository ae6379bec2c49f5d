"""A composed page on a terminal: tables that fit, and texts that are broken as Chinese is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, final

from attrs import frozen
from rich.console import RenderableType
from rich.table import Table as Grid

from perfreport.cli._output import Line, indented, rules, said, width
from perfreport.documents import Block, Cell, CellKind, Heading, Listing, Note, Paragraph, Table

__all__ = ["heading", "rendered"]

#: How far a step to the right is, and how far to the right a text begins at most.
_STEP, _DEEPEST = 2, 12
#: How wide the first column may be even on a narrow page, if a figure fits beside it, and if it does not.
_LABEL_WIDTH, _LEAST_LABEL = 28, 12
#: How narrow a column of texts may be; what is longer is broken.
_LEAST_TEXT = 16
#: How much room lies between two columns, and between two values on one line.
_GAP = 3
#: The headings that have a blank line before them.
_CHAPTER = 2
_STYLES = {CellKind.LABEL: "", CellKind.TEXT: "", CellKind.FIGURE: "cyan", CellKind.ADDED: ""}


def rendered(blocks: Iterable[Block]) -> Iterator[RenderableType]:
    """Yield *blocks* as lines and tables for the terminal that there is."""
    last: Block | None = None
    for block in blocks:
        if last is not None and _is_apart(last, block):
            yield said()
        yield from _one(block)
        last = block


def heading(text: str) -> Iterator[RenderableType]:
    """Yield the heading of a chapter, and the blank line before it."""
    yield said()
    yield from _one(Heading(_CHAPTER, (Cell(text, kind=CellKind.LABEL),)))


def _is_apart(last: Block, block: Block) -> bool:
    """Tell whether a blank line stands between two blocks: before chapters, and around tables with heads."""
    if isinstance(block, Heading):
        return block.level <= _CHAPTER or _has_head(last)
    return _has_head(last) or (_has_head(block) and not isinstance(last, Heading))


def _has_head(block: Block) -> bool:
    return isinstance(block, Table) and bool(block.head)


def _one(block: Block) -> Iterator[RenderableType]:
    match block:
        case Heading():
            style = "bold underline" if block.level == _CHAPTER else "bold"
            remark = [f"  {cell.text}" for cell in block.remark]
            yield said(("".join(cell.text for cell in block.cells), style), *remark)
        case Paragraph():
            yield indented(said(*_run(block.cells)), min(block.depth * _STEP, _DEEPEST))
        case Listing():
            for number, item in enumerate(block.items, 1):
                yield indented(said(f"{number}  ", *_run(item.cells)), _STEP)
        case Note():
            yield said(block.text)
        case _ if block.head:
            yield from _tables(block)
        case _:
            for row in block.rows:
                yield from _pairs(row)


def _run(cells: Sequence[Cell]) -> Iterator[tuple[str, str]]:
    for index, cell in enumerate(cells):
        apart = "  " if index and not cell.text.startswith("（") else ""
        yield apart + cell.text, _STYLES[cell.kind]


def _pairs(row: Sequence[Cell]) -> Iterator[Line]:
    """Yield labels and values on as few lines as they fit on."""
    line: list[str | tuple[str, str]] = []
    for label, value in zip(row[::2], row[1::2], strict=True):
        # A colon as the words before it are written.
        colon = ": " if label.text.isascii() else "："
        pair: list[str | tuple[str, str]] = [(label.text + colon, "dim"), value.text]
        if line and said(*line, *pair).cells + _GAP > width():
            yield said(*line)
            line = []
        line += [" " * _GAP, *pair] if line else pair
    yield said(*line)


@final
@frozen(kw_only=True)
class _Column:
    head: Line
    cells: tuple[Line, ...]
    kind: CellKind
    #: How wide it is with everything on one line, and how wide it has to be.
    full: int
    least: int

    @classmethod
    def of(cls, table: Table, index: int) -> "_Column":
        head = said(table.head[index].text)
        cells = (row[index] for row in table.rows)
        lines = tuple(said(" " * min(cell.depth * _STEP, _DEEPEST) + cell.text) for cell in cells)
        needed = max(line.cells for line in lines)
        full = max(head.cells, needed)
        # A figure is never broken, and a head between its words, or in the middle.
        least = _LEAST_TEXT if table.kinds[index] is CellKind.TEXT else max(needed, _broken(head))
        return cls(head=head, cells=lines, kind=table.kinds[index], full=full, least=min(full, least))


def _broken(head: Line) -> int:
    """Return how wide a head is that is broken."""
    words = head.text.plain.split(" ")
    return max(said(word).cells for word in words) if words[1:] else head.cells // 2 + 2


def _tables(table: Table) -> Iterator[RenderableType]:
    """Yield the table; or as several, each with the columns that the page has room for."""
    first, *others = (_Column.of(table, index) for index in range(len(table.head)))
    narrowest = max((column.least for column in others), default=0)
    labels = min(first.full, max(_LABEL_WIDTH, width() // 3), max(_LEAST_LABEL, width() - _GAP - narrowest))
    for number, (columns, widths) in enumerate(_fitted(others, width() - labels)):
        if number:
            yield said()
        yield _grid(first, labels, columns, widths, every=not number)


def _fitted(columns: Sequence[_Column], room: int) -> Iterator[tuple[list[_Column], list[int]]]:
    """Yield the columns that fit beside each other, with their widths: what is left goes to those that want least."""
    waiting = list(columns)
    while True:
        taken: list[_Column] = []
        spare = room
        while waiting and (not taken or waiting[0].least + _GAP <= spare):
            taken.append(waiting.pop(0))
            spare -= taken[-1].least + _GAP
        widths = [column.least for column in taken]
        for index in sorted(range(len(taken)), key=lambda index: taken[index].full - taken[index].least):
            more = max(0, min(taken[index].full - taken[index].least, spare))
            widths[index] += more
            spare -= more
        yield taken, widths
        if not waiting:
            return


def _grid(first: _Column, labels: int, columns: Sequence[_Column], widths: Sequence[int], *, every: bool) -> Grid:
    grid = Grid(box=rules(), pad_edge=False, show_edge=False, min_width=labels + sum(cells + _GAP for cells in widths))
    grid.add_column(first.head, width=labels, overflow="fold")
    for column, cells in zip(columns, widths, strict=True):
        justify: Literal["left", "right"] = "left" if column.kind is CellKind.TEXT else "right"
        grid.add_column(column.head, width=cells, justify=justify, overflow="fold")
    for label, *row in zip(first.cells, *(column.cells for column in columns), strict=True):
        # A row that says nothing more is not said again.
        if every or any(cell.cells for cell in row):
            grid.add_row(label, *row)
    return grid
