"""The layout of a class that has none of its own, derived from the types of its fields."""

from typing import Any, get_args, get_origin

from attrs import has

from perfreport.layouts._common import FUNDING, INDICATORS, MONEY
from perfreport.layouts.parts import Attached, Cells, Grid, Items, Layout, Lines, Part, Passages, Section, Slot
from perfreport.model import Funding, Goal, IndicatorTree, Passage, is_document
from perfreport.model._fields import hints
from perfreport.model.walk import held
from perfreport.money import Money, Presentation
from perfreport.names import Term
from perfreport.quantity import Actual, Quantity, Target

__all__ = ["derived"]

#: Values in one cell, although they have fields.
_LEAVES = (Money, Presentation, Quantity, Target, Actual)
_YEAR = Slot("year")
#: How far inside each other objects get sections of their own; what is deeper stands with what no part shows.
_DEEPEST = 3


def derived(kind: type) -> Layout:
    """Return a layout that shows every field of *kind* as a labelled value, a table, a chapter or a section."""
    return Layout(kind=kind, title=Term("{year}年度" + kind.__name__, kind.__name__ + " {year}"), parts=_parts(kind, 0))


def _parts(kind: type, depth: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    for name, kinds in held(kind).items():
        found = _part(kind, name, kinds, depth)
        last = parts[-1] if parts else None
        if isinstance(found, Slot) and isinstance(last, Cells):
            # What stands side by side in the class stands in one row.
            parts[-1] = Cells(((*last.rows[0], found),))
        elif found != _YEAR or depth:
            parts.append(Cells(((found,),)) if isinstance(found, Slot) else found)
    return tuple(parts)


def _part(kind: type, name: str, kinds: tuple[type, ...], depth: int) -> Part | Slot:
    inner = next((each for each in kinds if has(each) and each not in _LEAVES), None)
    if inner is Funding and name == FUNDING.path:
        return FUNDING
    if inner is IndicatorTree and name == INDICATORS.path:
        return INDICATORS
    if inner in (Passage, Goal):
        return Passages(name)
    several = _is_list(hints(kind)[name])
    if inner is None:
        return Items(name) if several and str in kinds else Slot(name)
    if is_document(inner):
        return Attached(name)
    if several:
        columns = (*(Slot(each) for each in held(inner)), *MONEY)
        return Grid("", (Lines(name, label=tuple(held(inner))[:1]),), columns)
    return Section(name, _parts(inner, depth + 1) if depth < _DEEPEST else ())


def _is_list(hint: Any) -> bool:
    return get_origin(hint) is tuple or any(map(_is_list, get_args(hint)))
