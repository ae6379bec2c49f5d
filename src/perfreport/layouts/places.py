"""What a place prints otherwise than the nation: a layout of its own is the national one with a few words changed."""

from collections.abc import Callable, Mapping

from attrs import evolve

from perfreport.errors import InvalidValue, shown
from perfreport.findings import because
from perfreport.frozenmap import FrozenMap
from perfreport.layouts.forms import FORMS
from perfreport.layouts.parts import Cells, Column, Grid, Layout, Part, Section, Slot, Tree
from perfreport.model import ProjectSelfEvaluation
from perfreport.names import Term

__all__ = ["SICHUAN", "renamed", "with_column"]


def renamed(layout: Layout, headings: Mapping[str, Term]) -> Layout:
    """
    Return *layout* with other words over some fields: what was printed before leads to the field still.

    A field is named by the path of its part and its own within it: ``funding.original``, ``indicators.target``.

    Raises:
        InvalidValue: if no cell and no column of *layout* has such a path.
    """
    left = set(headings)

    def named(path: str, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        found: list[Column] = []
        for column in columns:
            whole = _joined(path, column.path)
            if isinstance(column, Slot) and whole in headings:
                left.discard(whole)
                former = () if column.heading is None else (column.heading.printed,)
                aliases = tuple(word for word in (*former, *column.aliases) if word != headings[whole].printed)
                found.append(evolve(column, heading=headings[whole], aliases=aliases))
            else:
                found.append(column)
        return tuple(found)

    changed = _changed(layout, named)
    _refuse(left)
    return changed


def with_column(layout: Layout, path: str, column: Column, after: str) -> Layout:
    """
    Return *layout* with one more column in the table at *path*, to the right of the column *after*.

    Raises:
        InvalidValue: if no table of *layout* at *path* has the column *after*.
    """
    left = {_joined(path, after)}

    def widened(base: str, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        slots = [index for index, each in enumerate(columns, 1) if isinstance(each, Slot) and each.path == after]
        if not slots or base != path:
            return columns
        left.clear()
        return (*columns[: slots[0]], column, *columns[slots[0] :])

    changed = _changed(layout, widened)
    _refuse(left)
    return changed


def _refuse(left: set[str]) -> None:
    if left:
        reason = because("nothing in it stands at {places}", places=tuple(map(shown, sorted(left))))
        raise InvalidValue("Layout", "parts", reason)


def _joined(*paths: str) -> str:
    return ".".join(filter(None, paths))


#: What is done with the columns that stand at a path.
_Change = Callable[[str, tuple[Column, ...]], tuple[Column, ...]]


def _changed(layout: Layout, change: _Change) -> Layout:
    return evolve(layout, parts=tuple(_part("", part, change) for part in layout.parts))


def _part(base: str, part: Part, change: _Change) -> Part:
    match part:
        case Section():
            path = _joined(base, part.path)
            return evolve(part, parts=tuple(_part(path, inner, change) for inner in part.parts))
        case Cells():
            return evolve(part, rows=tuple(change(base, row) for row in part.rows))
        case Grid() | Tree():
            return evolve(part, columns=change(_joined(base, part.path), part.columns))
        case _:
            return part


_NATIONAL = {layout.kind: layout for layout in FORMS}

_SICHUAN_PROJECT = renamed(
    _NATIONAL[ProjectSelfEvaluation],
    {
        "funding.original": Term("年初预算", "Original budget"),
        "funding.adjusted": Term("调整后预算数", "Adjusted budget"),
        "funding.executed": Term("预算执行数", "Executed"),
        "funding.execution_rate": Term("预算执行率", "Execution rate"),
        "funding.weight": Term("权重", "Weight"),
        "indicators.weight": Term("权重", "Weight"),
    },
)
#: Sichuan since 2023 (form 510000_0013zp): other words over the money, and a weight that is called 权重.
SICHUAN: FrozenMap[type, Layout] = FrozenMap({layout.kind: layout for layout in (_SICHUAN_PROJECT,)})
