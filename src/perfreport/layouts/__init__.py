"""
Where every field of a report or a form stands, as data that pages are composed by.

A `Layout` says order, columns and other wordings, and nothing that a field says itself: labels are the terms of the
fields. There is one for each form and edition; what a place prints otherwise is a change to the national one.
"""

from perfreport.layouts._derived import derived
from perfreport.layouts.forms import FORMS
from perfreport.layouts.parts import (
    Attached,
    Cells,
    Column,
    Computed,
    Grid,
    Items,
    Layout,
    Line,
    Lines,
    Part,
    Passages,
    Section,
    Share,
    Slot,
    Summary,
    Tree,
)
from perfreport.layouts.report import REPORT

__all__ = [
    "LAYOUTS",
    "Attached",
    "Cells",
    "Column",
    "Computed",
    "Grid",
    "Items",
    "Layout",
    "Line",
    "Lines",
    "Part",
    "Passages",
    "Section",
    "Share",
    "Slot",
    "Summary",
    "Tree",
    "layout_of",
]

#: The national layouts, that of the report first.
LAYOUTS: tuple[Layout, ...] = (REPORT, *FORMS)
_OF = {layout.kind: layout for layout in LAYOUTS}


def layout_of(kind: type) -> Layout:
    """Return the national layout of documents of *kind*; one derived from its types where it has none of its own."""
    return _OF.get(kind) or derived(kind)
