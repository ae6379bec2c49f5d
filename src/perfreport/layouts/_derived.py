"""The layout of a class that has none of its own, derived from the types of its fields."""

from typing import Any

from attrs import has

from perfreport.layouts._common import FUNDING, INDICATORS
from perfreport.layouts.parts import Attached, Cells, Grid, Items, Layout, Lines, Part, Passages, Section, Slot
from perfreport.model import Funding, Goal, IndicatorTree, Passage, is_document
from perfreport.model._fields import hints
from perfreport.model.walk import classes
from perfreport.money import Money, Presentation
from perfreport.names import Term
from perfreport.quantity import Quantity

__all__ = ["derived"]

#: Values in one cell, although they have fields.
_LEAVES = (Money, Presentation, Quantity)
#: How far inside each other objects get sections of their own; what is deeper stands with what no part shows.
_DEEPEST = 3


def derived(kind: type) -> Layout:
    """Return a layout that shows every field of *kind* as a labelled value, a table, a chapter or a section."""
    return Layout(kind=kind, title=Term("{year}年度" + kind.__name__, kind.__name__ + " {year}"), parts=_parts(kind, 0))


def _parts(kind: type, depth: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    for name, hint in hints(kind).items():
        if name == "extra" or (depth == 0 and name == "year"):
            continue
        found = _part(name, hint, depth)
        if isinstance(found, Slot):
            # What stands side by side in the class stands in one row.
            last = parts[-1] if parts else None
            row = (*last.rows[0], found) if isinstance(last, Cells) else (found,)
            parts[-1:] = [Cells((row,))] if isinstance(last, Cells) else [*parts[-1:], Cells((row,))]
        else:
            parts.append(found)
    return tuple(parts)


def _part(name: str, hint: Any, depth: int) -> Part | Slot:
    inner, listed = _held(hint)
    if inner is Funding and name == "funding":
        return FUNDING
    if inner is IndicatorTree and name == "indicators":
        return INDICATORS
    if inner in (Passage, Goal) and listed:
        return Passages(name)
    if inner is None:
        return Items(name) if str in classes(hint) and listed else Slot(name)
    if is_document(inner):
        return Attached(name)
    if listed:
        columns = [each for each in hints(inner) if each != "extra"]
        return Grid("", (Lines(name, label=tuple(columns[:1])),), tuple(map(Slot, columns[1:])))
    return Section(name, _parts(inner, depth + 1) if depth < _DEEPEST else ())


def _held(hint: Any) -> tuple[type | None, bool]:
    """Return the class that a field holds, if it has fields itself, and whether it holds several."""
    listed = "tuple[" in str(hint)
    found = next((each for each in classes(hint) if has(each) and each not in _LEAVES), None)
    return found, listed
