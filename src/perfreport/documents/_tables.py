"""Tables and labelled values of a layout: a row for each line that says something, a column for each that is filled."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import TypeAlias, final

from attrs import evolve, frozen

from perfreport.classification import BudgetStage
from perfreport.documents._reading import BLANK, Scribe, found, term_of
from perfreport.documents.blocks import Cell, CellKind, Table
from perfreport.layouts import Cells, Column, Computed, Grid, Line, Lines, Share, Slot, Tree
from perfreport.messages import localize
from perfreport.model import BudgetLine, IndicatorLevel, IndicatorTree, walk
from perfreport.places import Way
from perfreport.quantity import Rate

__all__ = ["grid", "pairs", "tree", "way_to"]

#: The stages whose shares are shown, the first that the whole states.
_SHARED = (
    BudgetStage.EXECUTED, BudgetStage.FINAL_ACCOUNT, BudgetStage.ADJUSTED, BudgetStage.UNSPECIFIED,
    BudgetStage.RECEIVED, BudgetStage.ORIGINAL, BudgetStage.PROPOSED, BudgetStage.EXPECTED,
)  # fmt: skip
_MONEY = frozenset({*(stage.key for stage in BudgetStage), "execution_rate"})
#: A computed column and the row that it takes for the whole.
_Shares: TypeAlias = tuple[Share, BudgetLine]


@final
@frozen(kw_only=True)
class _Row:
    label: Cell
    #: What the columns of the row begin at; the first that has a column fills it.
    roots: tuple[tuple[Way, object], ...]
    #: Whether it is shown as a share of the whole.
    shared: bool = False


#: A cell, and the object that its column begins at.
_Filled: TypeAlias = tuple[Cell, object]


def way_to(path: str) -> Way:
    """Return the way of a path."""
    return tuple(path.split(".")) if path else ()


def pairs(scribe: Scribe, held: object, way: Way, part: Cells) -> Iterator[Table]:
    """Yield the labels and values of *part* that are stated, as a table without heads."""
    rows: list[tuple[Cell, ...]] = []
    for slots in part.rows:
        row: list[Cell] = []
        for slot in slots:
            if (filled := _at(scribe, ((way, held),), slot)) is not None:
                row += [Cell(_head(scribe, held, slot), None, CellKind.LABEL), filled[0]]
        rows += [tuple(row)] if row else []
    if rows:
        yield Table((), tuple(rows))


def _head(scribe: Scribe, held: object, column: Column) -> str:
    """Return what is printed beside or over a value, where *held* is what it belongs to."""
    if isinstance(column, Computed):
        return scribe.label(column.term)
    term = column.heading or term_of(type(held), column.path)
    return column.path if term is None else scribe.label(term)


def _at(scribe: Scribe, roots: Sequence[tuple[Way, object]], column: Column) -> _Filled | None:
    for way, held in roots:
        if isinstance(column, Computed):
            cell = _computed(scribe, held, column)
        else:
            there = found(held, column.path)
            cell = None if there is None else scribe.cell((*way, *way_to(column.path)), there[1])
        if cell is not None:
            return cell, held
    return None


def _computed(scribe: Scribe, held: object, column: Computed) -> Cell | None:
    there = found(held, column.path)
    compute = None if there is None else getattr(there[1], column.method, None)
    value = compute() if callable(compute) else None
    return Cell(localize.rate(value, scribe.language), None, CellKind.ADDED) if isinstance(value, Rate) else None


def grid(scribe: Scribe, held: object, way: Way, part: Grid) -> Iterator[Table]:
    """Yield the table of *part*, if a row of it says something."""
    base = held
    if part.path:
        there = found(held, part.path)
        if there is None:
            return
        base = there[1]
    at = (*way, *way_to(part.path))
    rows = [row for line in part.rows for row in _lines(scribe, base, at, line)]
    head = part.head or term_of(type(held), part.path)
    whole = None if part.share is None else next(filter(None, (_line(base, path) for path in part.share.whole)), None)
    shares = None if part.share is None or whole is None else (part.share, whole)
    yield from _table(scribe, "" if head is None else scribe.label(head), rows, part.columns, shares)


def _line(held: object, path: str) -> BudgetLine | None:
    there = found(held, path)
    return there[1] if there is not None and isinstance(there[1], BudgetLine) else None


def _lines(scribe: Scribe, held: object, way: Way, line: Line | Lines) -> Iterator[_Row]:
    there = found(held, line.path)
    if there is None:
        return
    at = (*way, *way_to(line.path))
    if isinstance(line, Line):
        label = Cell(_head(scribe, held, Slot(line.path, line.heading)), None, CellKind.LABEL, line.depth)
        roots = ((at, there[1]), *(((way, held),) if line.beside else ()))
        yield _Row(label=label, roots=roots, shared=line.shared)
        return
    for number, item in enumerate(there[1] if isinstance(there[1], tuple) else ()):
        place = (*at, number)
        stated = ((path, found(item, path)) for path in line.amounts)
        amounts = [((*place, *way_to(path)), held_there[1]) for path, held_there in stated if held_there is not None]
        label = _named(scribe, item, place, line.label, line.depth)
        yield _Row(label=label, roots=((place, item), *amounts), shared=line.shared and not line.depth)
        for below in line.below:
            yield from _lines(scribe, item, place, below)


def _named(scribe: Scribe, item: object, way: Way, paths: Sequence[str], depth: int) -> Cell:
    """Return what an item is called: the first of its labels that is stated."""
    named = (_at(scribe, ((way, item),), Slot(path)) for path in paths)
    return evolve(next((filled[0] for filled in named if filled is not None), BLANK), depth=depth)


def tree(scribe: Scribe, held: object, way: Way, part: Tree) -> Iterator[Table]:
    """Yield the indicators of *part* with the levels that they stand under, each level once."""
    there = found(held, part.path)
    if there is None or not isinstance(there[1], IndicatorTree):
        return
    term = term_of(type(held), part.path)
    rows: list[_Row] = []
    for inner, level, _ in walk.each(there[1], IndicatorLevel):
        at = (*way, *way_to(part.path), *inner)
        rows += _level(scribe, at, level, len(inner) // 2 - 1)
    yield from _table(scribe, "" if term is None else scribe.label(term), rows, part.columns)


def _level(scribe: Scribe, way: Way, level: IndicatorLevel, depth: int) -> Iterator[_Row]:
    yield _Row(label=_named(scribe, level, way, ("name", "kind"), depth), roots=((way, level),))
    for number, each in enumerate(level.indicators):
        at = (*way, "indicators", number)
        yield _Row(label=_named(scribe, each, at, ("name",), depth + 1), roots=((at, each),))


def _table(
    scribe: Scribe, title: str, rows: Sequence[_Row], columns: Sequence[Column], shares: _Shares | None = None
) -> Iterator[Table]:
    """Yield the rows under the columns that are filled; a row that says nothing and heads nothing is left out."""
    filled = [(column, [_fill(scribe, row, column) for row in rows]) for column in columns]
    kept = [(column, cells) for column, cells in filled if any(cells)]
    shown = [
        (head, [None if cell is None else cell[0] for cell in cells])
        for head, (_, cells) in zip(_heads(scribe, kept), kept, strict=True)
    ]
    if shares is not None and (share := _shares_of(scribe, rows, *shares)) is not None:
        # A share stands beside the money that it is a share of.
        place = max((index for index, (column, _) in enumerate(kept, 1) if _is_money(column)), default=len(kept))
        shown.insert(place, share)
    stated = [row.label.way is not None or any(cells[index] for _, cells in shown) for index, row in enumerate(rows)]
    lines = [index for index, said in enumerate(stated) if said or _heads_one(rows, stated, index)]
    if lines:
        yield Table(
            head=tuple(Cell(head, None, CellKind.LABEL) for head in (title, *(head for head, _ in shown))),
            rows=tuple((rows[line].label, *(cells[line] or BLANK for _, cells in shown)) for line in lines),
            kinds=(CellKind.LABEL, *(_kind_of(cells) for _, cells in shown)),
        )


def _heads_one(rows: Sequence[_Row], stated: Sequence[bool], index: int) -> bool:
    """Tell whether a deeper row, which says something, stands under this one."""
    deeper = takewhile(lambda below: rows[below].label.depth > rows[index].label.depth, range(index + 1, len(rows)))
    return any(stated[below] for below in deeper)


def _fill(scribe: Scribe, row: _Row, column: Column) -> _Filled | None:
    filled = _at(scribe, row.roots, column)
    # What the row is called by is not said a second time.
    return None if filled is None or (filled[0].way is not None and filled[0].way == row.label.way) else filled


def _is_money(column: Column) -> bool:
    return isinstance(column, Computed) or column.path in _MONEY


def _kind_of(cells: Iterable[Cell | None]) -> CellKind:
    """Return what a column holds: one text among figures makes it a column of texts."""
    kinds = [cell.kind for cell in cells if cell is not None]
    return CellKind.TEXT if CellKind.TEXT in kinds else kinds[0]


def _heads(scribe: Scribe, kept: Sequence[tuple[Column, Sequence[_Filled | None]]]) -> Iterator[str]:
    """Yield what stands over each column, by the first row that fills it; a group says its stages if it has several."""
    stages = {_last(column) for column, _ in kept if isinstance(column, Slot) and column.group}
    for column, cells in kept:
        held = next(cell[1] for cell in cells if cell is not None)
        own = _head(scribe, held, column)
        if isinstance(column, Slot) and column.group:
            group = _head(scribe, held, Slot(column.group))
            yield group if len(stages) == 1 else scribe.say("bracketed", text=group, by=own)
        else:
            yield own


def _last(column: Column) -> str:
    return column.path.rpartition(".")[2]


def _shares_of(
    scribe: Scribe, rows: Sequence[_Row], share: Share, whole: BudgetLine
) -> tuple[str, list[Cell | None]] | None:
    """Return the computed column of shares, where more than the whole itself has one."""
    stage = next((stage for stage in _SHARED if whole.at(stage) is not None), None)
    if stage is None:
        return None
    cells = [_share(scribe, row, whole, stage) for row in rows]
    if sum(cell is not None for cell in cells) <= 1:
        return None
    head = scribe.label(share.term)
    named = term_of(BudgetLine, stage.key)
    if stage is not BudgetStage.EXECUTED and named is not None:
        head = scribe.say("bracketed", text=head, by=scribe.label(named))
    return head, cells


def _share(scribe: Scribe, row: _Row, whole: BudgetLine, stage: BudgetStage) -> Cell | None:
    line = next((held for _, held in row.roots if isinstance(held, BudgetLine)), None)
    part, total = None if line is None else line.at(stage), whole.at(stage)
    if not row.shared or part is None or total is None:
        return None
    return Cell(localize.rate(Rate.of(part, total), scribe.language), None, CellKind.ADDED)
