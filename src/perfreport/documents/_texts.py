"""Chapters in words: texts under their headings, with the figures that stand in them, and goals."""

from collections.abc import Iterator
from typing import Any

from perfreport.documents._reading import Scribe
from perfreport.documents.blocks import Block, Cell, CellKind, Listing, Paragraph
from perfreport.model import Figure, Goal, Passage
from perfreport.places import Way

__all__ = ["listing", "passages"]


def listing(scribe: Scribe, items: tuple[object, ...], way: Way) -> Iterator[Block]:
    """Yield texts or words as a list with numbers."""
    cells = (scribe.cell((*way, number), item) for number, item in enumerate(items))
    yield Listing(tuple(Paragraph((cell,)) for cell in cells if cell is not None))


def passages(scribe: Scribe, items: tuple[Any, ...], way: Way) -> Iterator[Block]:
    """Yield passages with all that stands in them, or goals as a list with numbers."""
    if all(isinstance(item, Goal) for item in items):
        yield Listing(tuple(_goal(scribe, item, (*way, number)) for number, item in enumerate(items)))
        return
    # A stack instead of recursion: how deep a text nests is not ours to trust.
    stack: list[tuple[Way, Passage, int]] = [
        ((*way, number), item, 0) for number, item in reversed(list(enumerate(items))) if isinstance(item, Passage)
    ]
    while stack:
        here, passage, depth = stack.pop()
        yield from _passage(scribe, passage, here, depth)
        inside = enumerate(passage.points)
        stack += reversed([((*here, "points", number), point, depth + 1) for number, point in inside])


def _passage(scribe: Scribe, passage: Passage, way: Way, depth: int) -> Iterator[Paragraph]:
    inner = depth
    if passage.title is not None:
        yield Paragraph((Cell(passage.title, (*way, "title"), CellKind.LABEL),), depth)
        inner += 1
    if passage.text is not None:
        yield Paragraph((Cell(passage.text, (*way, "text")),), inner)
    if not (passage.title or passage.text or passage.figures or passage.points):
        yield Paragraph((Cell(scribe.say("no-heading"), None, CellKind.ADDED),), depth)
    for number, figure in enumerate(passage.figures):
        yield Paragraph(_figure(scribe, figure, (*way, "figures", number)), inner + 1)


def _figure(scribe: Scribe, figure: Figure, way: Way) -> tuple[Cell, ...]:
    stated = (scribe.cell((*way, name), getattr(figure, name)) for name in ("about", "quantity"))
    cells = tuple(filter(None, stated))
    if figure.year is None:
        return cells
    return (*cells, Cell(scribe.say("year-of", year=figure.year), (*way, "year")))


def _goal(scribe: Scribe, goal: Goal, way: Way) -> Paragraph:
    text = Cell(goal.text, (*way, "text"))
    if goal.project is None:
        return Paragraph((text,))
    project = scribe.say("goal-of", project=goal.project)
    return Paragraph((text, Cell(project, (*way, "project"))))
