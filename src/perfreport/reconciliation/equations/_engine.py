"""How the rows of the table of equations are found in a document."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeAlias, final

from attrs import fields, frozen

from perfreport.model import NIL, Expenditure, walk
from perfreport.money import Money, Presentation
from perfreport.places import Way
from perfreport.reconciliation.equations._core import Family, Identity, Levels, Placed, Relation, Sum

__all__ = ["equations"]


#: Yields every value of a kind, with its way and its page.
Each: TypeAlias = Callable[[type], Iterable[tuple[Way, Any, Presentation | None]]]


@final
@frozen
class _Spot:
    """What an equation compares: where it stands, what is there, and what kind of value belongs there."""

    way: Way
    #: An amount, a row or a table of amounts; `None` where the document is silent.
    held: Any
    kind: type

    def under(self, name: str, kind: type) -> "_Spot":
        return _Spot((*self.way, name), None if self.held is None else getattr(self.held, name), kind)

    def at(self, column: str) -> Placed:
        """Return the figure in one column; an amount stands for itself in all of them."""
        if self.kind is Money:
            return self.way, self.held
        return (*self.way, column), None if self.held is None else getattr(self.held, column)

    def columns(self) -> list[str]:
        """Return the columns in which a row states an amount."""
        if self.held is None or self.kind is Money:
            return []
        return [name for name in _amounts(self.kind) if getattr(self.held, name) is not None]


def equations(family: Family, each: Each) -> Iterator[Identity | Relation]:
    """
    Yield the equations of *family* in a document, those of which some figure is silent too.

    *each* yields what stands in the document by kind, as `perfreport.model.walk.each` does.
    """
    for row in family.equations:
        for owner in row.owners:
            for way, held, page in each(owner):
                here = _Spot(way, held, owner)
                yield from _levels(row, here, page) if isinstance(row, Levels) else _sums(row, here, page)


def _sums(row: Sum, owner: _Spot, page: Presentation | None) -> Iterator[Identity | Relation]:
    parts = [found for path in row.parts for found in _follow(owner, path, row)]
    listed = any("*" in path for path in row.parts)
    # A table that has none of the rows has no such sum, and an empty list comes to nothing that anybody said; but what
    # only repeats a figure says something of it where it is silent itself, and budgets that are all none come to zero.
    if len(parts) != 1 and (parts or listed) and all(part.held is None for part in parts):
        return
    parts += [found for path in row.optional for found in _follow(owner, path) if found.held is not None]
    wholes = [found for path in row.whole for found in _follow(owner, path)]
    taken_off = [found for path in row.taken_off for found in _follow(owner, path)]
    if wholes:
        yield from _tables(wholes, parts, taken_off, row.columns, page)


def _levels(row: Levels, owner: _Spot, page: Presentation | None) -> Iterator[Identity | Relation]:
    codes = [item.code for item in getattr(owner.held, row.rows)]
    # A list in which a code stands twice is two tables, and which part belongs to which cannot be told.
    if len(set(codes)) < len(codes):
        return
    rows = list(zip(codes, _follow(owner, f"{row.rows}.*.{row.amounts}"), strict=True))
    for above, below in row.digits:
        parts: dict[str, list[_Spot]] = {}
        for code, spot in rows:
            if len(code) == below:
                parts.setdefault(code[:above], []).append(spot)
        for code, spot in rows:
            if code in parts:
                yield from _tables([spot], parts[code], [], None, page)


def _follow(owner: _Spot, path: str, row: Sum | None = None) -> list[_Spot]:
    """Return what stands at the end of *path*; nothing behind a 「无」."""
    found = [owner]
    for step in path.split("."):
        if step == "*":
            found = [item for spot in found for item in _items(spot, row)]
        else:
            kind = _kind(found[0].kind, step) if found else object
            found = [spot.under(step, kind) for spot in found if spot.held is not NIL]
    return [spot for spot in found if spot.held is not NIL]


def _items(spot: _Spot, row: Sum | None) -> list[_Spot]:
    listed: Sequence[Any] = spot.held if isinstance(spot.held, tuple) else ()
    numbers = range(len(listed)) if row is None or row.picked is None else row.picked(listed)
    return [_Spot((*spot.way, number), listed[number], spot.kind) for number in numbers]


@cache
def _kind(owner: type, name: str) -> type:
    """Return the class of values that a field holds, itself or in a list."""
    return next(kind for kind in walk.held(owner)[name] if kind is Money or hasattr(kind, "__attrs_attrs__"))


@cache
def _amounts(kind: type) -> tuple[str, ...]:
    """Return the fields of a row that hold amounts."""
    return tuple(field.name for field in fields(kind) if Money in walk.held(kind).get(field.name, ()))


def _tables(
    wholes: Sequence[_Spot],
    parts: Sequence[_Spot],
    taken_off: Sequence[_Spot],
    columns: tuple[str, ...] | None,
    page: Presentation | None,
) -> Iterator[Identity | Relation]:
    """Yield a whole against its parts: tables row by row, rows column by column."""
    if wholes[0].kind is not Expenditure:
        yield from _rows(wholes, parts, taken_off, columns, page)
        return
    for name in (field.name for field in fields(Expenditure) if field.name != "extra"):
        kind = _kind(Expenditure, name)
        sides = [[spot.under(name, kind) for spot in side] for side in (wholes, parts, taken_off)]
        yield from _rows(sides[0], sides[1], sides[2], columns, page)


def _rows(
    wholes: Sequence[_Spot],
    parts: Sequence[_Spot],
    taken_off: Sequence[_Spot],
    columns: tuple[str, ...] | None,
    page: Presentation | None,
) -> Iterator[Identity | Relation]:
    # A column of which the whole is silent is that of its first part.
    first = next((part for part in parts if part.held is not None), None)
    speaking = [*wholes, *([] if first is None else [first])]
    stated = dict.fromkeys(column for spot in speaking for column in spot.columns())
    one = all(spot.kind is Money for spot in speaking)
    for column in columns or ([""] if one else list(stated)):
        figures = [spot.at(column) for spot in wholes]
        total = next((figure for figure in figures if figure[1] is not None), figures[-1])
        off = [spot.at(column) for spot in taken_off]
        added = [spot.at(column) for spot in parts]
        added += [(way, None if money is None else -money) for way, money in off]
        yield from _stated(total, added, page, frozenset(way for way, _ in off))


def _stated(
    whole: Placed, parts: Sequence[Placed], page: Presentation | None, taken_off: frozenset[Way]
) -> Iterator[Identity | Relation]:
    """Yield the identity of these figures, or the relation between them where one is silent."""
    way, total = whole
    known = tuple((place, money) for place, money in parts if money is not None)
    if total is not None and len(known) == len(parts):
        yield Identity(way, total, known, page, taken_off)
    elif parts and (known or total is not None):
        yield Relation(way, total, tuple(parts), page, taken_off)
