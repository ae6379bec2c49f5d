"""
Equations without circles, judged exactly.

What an equation says of one of its figures is the sum of what the others allow. Going from the leaves to a root and
back tells, for every figure, which amounts all the rest leaves it; if nothing is left anywhere, the figures contradict
each other.
"""

from collections.abc import Iterator, Sequence
from typing import final

from attrs import frozen

from perfreport.reconciliation._core import Core, Shape, core_of
from perfreport.reconciliation._system import Equation, Span, System, met

__all__ = ["Rooted", "Tree", "trees"]


@final
@frozen(kw_only=True)
class Tree:
    """Equations that hang together without a circle, and what they leave each figure."""

    equations: tuple[int, ...]
    #: What all other statements leave a figure, whatever is printed there itself.
    left: dict[int, Span]
    core: Core | None


def trees(system: System, spans: Sequence[Span], equations: Sequence[int]) -> Iterator[Tree]:
    """Yield the trees that *equations*, which have no circle, are."""
    places: dict[int, list[int]] = {}
    for index in equations:
        for number, _ in system.equations[index].terms:
            places.setdefault(number, []).append(index)
    seen: set[int] = set()
    for start in equations:
        if start not in seen:
            root = _root(system.equations[start])
            rooted = Rooted(system, spans, places, root)
            seen.update(rooted.order)
            yield rooted.judged()


def _root(equation: Equation) -> int:
    """Return a figure that can be told from the others: one that stands once."""
    return next((number for number, factor in equation.terms if abs(factor) == 1), equation.terms[0][0])


def _times(span: Span, factor: int) -> Span:
    if span is None:
        return None
    one, other = span[0] * factor, span[1] * factor
    return (one, other) if factor > 0 else (other, one)


class Rooted:
    """One tree with a root: the equations from the root on, and for each what stands below it."""

    def __init__(self, system: System, spans: Sequence[Span], places: dict[int, list[int]], root: int) -> None:
        self.system, self.spans, self.root = system, spans, root
        #: The equations, each after the one above it.
        self.order: list[int] = []
        self.above: dict[int, int] = {}
        #: The figures below an equation, with the factors that make their sum the figure above it.
        self.parts: dict[int, list[tuple[int, int]]] = {}
        #: The equations below a figure.
        self.below: dict[int, list[int]] = {}
        waiting: list[tuple[int, int | None]] = [(root, None)]
        while waiting:
            number, over = waiting.pop()
            self.below[number] = [index for index in places.get(number, ()) if index != over]
            for index in self.below[number]:
                terms = system.equations[index].terms
                sign = -next(factor for other, factor in terms if other == number)
                self.above[index] = number
                self.parts[index] = [(other, factor * sign) for other, factor in terms if other != number]
                self.order.append(index)
                waiting += [(other, index) for other, _ in self.parts[index]]

    def judged(self) -> Tree:
        up: dict[int, Span] = {}
        held: dict[int, Span] = {}
        for index in reversed(self.order):
            for number, _ in self.parts[index]:
                held[number] = met(self.spans[number], *(up[other] for other in self.below[number]))
            up[index] = _summed([_times(held[number], factor) for number, factor in self.parts[index]])
        from_below = [up[index] for index in self.below[self.root]]
        left: dict[int, Span] = {self.root: met(*from_below)}
        down: dict[int, Span] = {}
        for index in self.order:
            above = self.above[index]
            beside = [up[other] for other in self.below[above] if other != index]
            # The root has nothing above it.
            over = [down[above]] if above in down else []
            whole = met(self.spans[above], *beside, *over)
            for number, factor, others in self._without_each(index, held):
                implied = None if whole is None or others is None else (whole[0] - others[1], whole[1] - others[0])
                # A figure that stands twice in an equation is only bounded by its own statements.
                down[number] = _times(implied, factor) if abs(factor) == 1 else self.spans[number]
                left[number] = met(down[number], *(up[other] for other in self.below[number]))
        feasible = met(self.spans[self.root], *from_below) is not None
        return Tree(equations=tuple(self.order), left=left, core=None if feasible else core_of(self.shape()))

    def shape(self) -> Shape:
        return Shape(system=self.system, root=self.root, order=self.order, parts=self.parts, below=self.below)

    def _without_each(self, index: int, held: dict[int, Span]) -> Iterator[tuple[int, int, Span]]:
        """Yield each figure below an equation with its factor and the sum of what stands beside it."""
        spans = [_times(held[number], factor) for number, factor in self.parts[index]]
        empty = sum(span is None for span in spans)
        low = sum(span[0] for span in spans if span is not None)
        high = sum(span[1] for span in spans if span is not None)
        for (number, factor), span in zip(self.parts[index], spans, strict=True):
            if span is None:
                yield number, factor, (low, high) if empty == 1 else None
            else:
                yield number, factor, None if empty else (low - span[0], high - span[1])


def _summed(spans: Sequence[Span]) -> Span:
    low = high = 0
    for span in spans:
        if span is None:
            return None
        low, high = low + span[0], high + span[1]
    return low, high
