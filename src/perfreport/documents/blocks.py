"""
A page as blocks: headings, paragraphs, lists and tables, with the way of every value that stands in them.

It is what every format writes. Nothing of it knows what a report is, and no format knows more than this.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TypeAlias, final

from attrs import frozen

from perfreport.places import Way

__all__ = ["Block", "Cell", "CellKind", "Heading", "Listing", "Note", "Paragraph", "Table", "cells"]


@final
class CellKind(Enum):
    """What a piece of text on a page is."""

    #: What a form prints: a label, a heading.
    LABEL = "label"
    #: What the document says in words.
    TEXT = "text"
    #: A number that the document states.
    FIGURE = "figure"
    #: What the page adds: a rate that was computed, a remark that a chapter is silent.
    ADDED = "added"


@final
@frozen
class Cell:
    """A piece of text; where it shows a value, the way of that value in the document."""

    text: str
    way: Way | None = None
    kind: CellKind = CellKind.TEXT
    #: How far it is moved to the right, in steps.
    depth: int = 0


@final
@frozen
class Heading:
    """A heading, 1 for the title of the page; what follows its first cells is a remark beside it."""

    level: int
    cells: tuple[Cell, ...]
    remark: tuple[Cell, ...] = ()


@final
@frozen
class Paragraph:
    """A line of text in one or several cells, which may be broken wherever a text may be."""

    cells: tuple[Cell, ...]
    depth: int = 0


@final
@frozen
class Listing:
    """Paragraphs with numbers before them."""

    items: tuple[Paragraph, ...]


@final
@frozen
class Table:
    """
    A table: one row of heads, and rows of as many cells; without heads it is labels with their values beside them.

    The first column has the labels of the rows. A cell with nothing in it has the text ''.
    """

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    #: What each column holds: figures stand to the right.
    kinds: tuple[CellKind, ...] = ()


@final
@frozen
class Note:
    """What the page says itself, of figures that it shows elsewhere."""

    text: str


Block: TypeAlias = Heading | Listing | Note | Paragraph | Table


def cells(blocks: Iterable[Block]) -> Iterator[Cell]:
    """Yield every cell of *blocks* in reading order; a note has none."""
    for block in blocks:
        match block:
            case Heading():
                yield from (*block.cells, *block.remark)
            case Paragraph():
                yield from block.cells
            case Listing():
                yield from cells(block.items)
            case Table():
                yield from block.head
                for row in block.rows:
                    yield from row
