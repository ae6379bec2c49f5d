"""
The smallest set of statements in a tree that contradict each other.

On the way from the leaves to the root, every bound of a figure is kept together with the statements that it rests on,
and a looser bound only where it rests on fewer. Where a lower bound passes an upper one, the statements of both
contradict each other. With factors of one and no circles, every set that contradicts itself and has none such inside
is found at the topmost figure of its equations.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias, final

from attrs import frozen

from perfreport.reconciliation._system import Statement, System

__all__ = ["Core", "Shape", "core_of", "repeated"]

#: A bound: how many statements it rests on, the least value that they leave, and where it comes from.
_Bound: TypeAlias = tuple[int, int, Any]
#: The bounds of a figure from below, and those of its opposite.
_Bounds: TypeAlias = tuple[list[_Bound], list[_Bound]]
#: More bounds than these are not kept for one figure; the tightest one always is.
_MOST_BOUNDS = 32


@final
@frozen(kw_only=True)
class Core:
    """
    Statements that contradict each other, and no longer do when any one of them is left out.

    The sum of all figures with their signs is nothing by the equations, and more than nothing by the statements.
    """

    statements: tuple[tuple[Statement, int], ...]
    equations: tuple[int, ...]

    def needed(self, place: int) -> tuple[int, int]:
        """Return the amounts of one figure at which the others no longer contradict."""
        others = [item for at, item in enumerate(self.statements) if at != place]
        low = sum(one.low if sign > 0 else -one.high for one, sign in others)
        high = sum(one.high if sign > 0 else -one.low for one, sign in others)
        return (-high, -low) if self.statements[place][1] > 0 else (low, high)


@final
@frozen(kw_only=True)
class Shape:
    """How a tree hangs together, seen from its root."""

    system: System
    root: int
    #: The equations, each after the one above it.
    order: list[int]
    #: The figures below an equation, with the factors that make their sum the figure above it.
    parts: dict[int, list[tuple[int, int]]]
    #: The equations below a figure.
    below: dict[int, list[int]]


def core_of(tree: Shape) -> Core:
    """Return the smallest set of statements of *tree* that contradict each other; there has to be one."""
    pairs: list[tuple[int, int, _Bound, _Bound]] = []
    from_parts: dict[int, _Bounds] = {}
    kept: dict[int, _Bounds] = {}
    for index in reversed(tree.order):
        for number, _ in tree.parts[index]:
            kept[number] = _met(tree, number, from_parts, pairs)
        from_parts[index] = (_implied(index, tree, kept, 1), _implied(index, tree, kept, -1))
    _met(tree, tree.root, from_parts, pairs)
    *_, one, other = min(pairs, key=lambda pair: pair[:2])
    return _read([one, other])


def _met(
    tree: Shape, number: int, from_parts: dict[int, _Bounds], pairs: list[tuple[int, int, _Bound, _Bound]]
) -> _Bounds:
    """Return the bounds of a figure from itself and from what stands below it, and note which pass each other."""
    sources = [_own(tree, number), *(from_parts[index] for index in tree.below[number])]
    passing = [
        (first[0] + second[0], -gap, first, second)
        for one, (lower, _) in enumerate(sources)
        for other, (_, upper) in enumerate(sources)
        # What one equation says of a figure contradicts itself further below, and was found there.
        if one != other or one == 0
        for first in lower
        for second in upper
        if (gap := first[1] + second[1]) > 0
    ]
    if passing:
        pairs.append(min(passing, key=lambda pair: pair[:2]))
    return _sorted_out([b for lower, _ in sources for b in lower]), _sorted_out(
        [b for _, upper in sources for b in upper]
    )


def repeated(figure: Sequence[Statement]) -> Core:
    """Return the two statements of one figure that are furthest apart."""
    lower, upper = _ends(figure)
    return _read([*lower, *upper])


def _own(tree: Shape, number: int) -> _Bounds:
    return _ends(tree.system.figures[number])


def _ends(figure: Sequence[Statement]) -> _Bounds:
    if not figure:
        return [], []
    lowest, highest = max(figure, key=lambda one: one.low), min(figure, key=lambda one: one.high)
    return [(1, lowest.low, (lowest, 1))], [(1, -highest.high, (highest, -1))]


def _implied(index: int, tree: Shape, kept: dict[int, _Bounds], sign: int) -> list[_Bound]:
    """Return the bounds that an equation makes of the bounds of what stands below it."""
    parts = [(kept[number][sign * factor < 0], abs(factor)) for number, factor in tree.parts[index]]
    return [(count, value, (index, origin)) for count, value, origin in _added(parts)]


def _sorted_out(bounds: list[_Bound]) -> list[_Bound]:
    """Return the bounds of which no other rests on fewer statements and is as tight."""
    found: list[_Bound] = []
    for bound in sorted(bounds, key=lambda bound: (bound[0], -bound[1])):
        if not found or bound[1] > found[-1][1]:
            found.append(bound)
    return found if len(found) <= _MOST_BOUNDS else [*found[: _MOST_BOUNDS - 1], found[-1]]


def _added(parts: list[tuple[list[_Bound], int]]) -> list[_Bound]:
    """Return the bounds of a sum of figures, each with its bounds and how often it is added."""
    count = value = 0
    origins: list[Any] = []
    open_parts = []
    for bounds, times in parts:
        if not bounds:
            return []
        if len(bounds) == 1:
            count, value = count + bounds[0][0], value + times * bounds[0][1]
            origins.append(bounds[0][2])
        else:
            open_parts.append((bounds, times))
    found: list[_Bound] = [(count, value, tuple(origins))]
    for bounds, times in open_parts:
        found = _sorted_out(
            [(one[0] + other[0], one[1] + times * other[1], (one[2], other[2])) for one in found for other in bounds]
        )
    return found


def _read(bounds: Sequence[_Bound]) -> Core:
    """Return the statements and equations that *bounds* rest on."""
    statements: dict[Statement, int] = {}
    equations: dict[int, None] = {}
    waiting: list[Any] = [bound[2] for bound in reversed(bounds)]
    while waiting:
        match waiting.pop():
            case (Statement() as statement, int(sign)):
                statements[statement] = sign
            case (int(index), origin):
                equations[index] = None
                waiting.append(origin)
            case origins:
                waiting += reversed(origins)
    in_order = sorted(statements.items(), key=lambda item: item[0].place)
    return Core(statements=tuple(in_order), equations=tuple(equations))
