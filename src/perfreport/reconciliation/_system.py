"""
The figures of a document as intervals, and its equations between them.

Amounts are whole numbers here: of the finest decimal of a 元 that any figure needs, and at least of 分.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from math import gcd
from typing import TypeAlias, TypeVar, final

from attrs import field, frozen

from perfreport.money import Money, bounds, decimals_of, steps_of
from perfreport.places import Way
from perfreport.reconciliation.equations import Identity, Relation

__all__ = ["Equation", "Span", "Statement", "System", "joined", "met"]

#: The least and the greatest amount; `None` where no amount is possible.
Span: TypeAlias = tuple[int, int] | None
K = TypeVar("K", bound=Hashable)

#: What a figure may be that is stated nowhere: anything that anybody could state, and much more.
_ANYTHING = (-(10**80), 10**80)


def met(*spans: Span) -> Span:
    """Return what all *spans* have in common."""
    low = high = None
    for span in spans:
        if span is None:
            return None
        low = span[0] if low is None else max(low, span[0])
        high = span[1] if high is None else min(high, span[1])
    return None if low is None or high is None or low > high else (low, high)


@final
@frozen(kw_only=True)
class Statement:
    """One printed figure: where it stands, and the amounts that print so."""

    way: Way
    #: How many statements stand before it.
    place: int
    money: Money
    #: The step at which the page prints such figures.
    grid: Money
    low: int
    high: int


@final
@frozen(kw_only=True)
class Equation:
    """Figures that add up to nothing, each with its factor; the whole has the factor -1."""

    code: str
    way: Way
    #: By the number of the figure.
    terms: tuple[tuple[int, int], ...]


@final
@frozen(kw_only=True)
class System:
    """
    Figures and equations.

    What is printed twice is one figure with two statements, and what is stated nowhere a figure without any.
    """

    figures: tuple[tuple[Statement, ...], ...]
    equations: tuple[Equation, ...]
    #: What says that the statements of a figure are the same, by the number of the figure.
    same: dict[int, tuple[Equation, ...]] = field(factory=dict)
    #: How many decimals of a 元 one unit of the amounts is.
    places: int

    @classmethod
    def of(cls, identities: Iterable[tuple[str, Identity | Relation]]) -> "System":
        """Return the system of these equations, each with the code of its family."""
        listed = list(identities)
        same = joined(
            (identity.way, identity.parts[0][0])
            for _, identity in listed
            if len(identity.parts) == 1 and identity.parts[0][0] not in identity.taken_off
        )
        listed = list(_telling(listed, same))
        statements, places = _statements([identity for _, identity in listed])
        numbers: dict[Way, int] = {}
        figures: list[list[Statement]] = []
        for way in dict.fromkeys(way for _, each in listed for way in (each.way, *(part for part, _ in each.parts))):
            first = same.get(way, way)
            if first not in numbers:
                numbers[first] = len(figures)
                figures.append([])
            numbers[way] = numbers[first]
            if way in statements:
                figures[numbers[first]].append(statements[way])
        found: dict[frozenset[tuple[int, int]], Equation] = {}
        equal: dict[int, tuple[Equation, ...]] = {}
        for code, identity in listed:
            terms: dict[int, int] = {numbers[identity.way]: -1}
            for way, _ in identity.parts:
                factor = -1 if way in identity.taken_off else 1
                terms[numbers[way]] = terms.get(numbers[way], 0) + factor
            shared = gcd(*terms.values()) or 1
            kept = tuple((number, factor // shared) for number, factor in terms.items() if factor)
            if not kept:
                number = numbers[identity.way]
                equal[number] = (*equal.get(number, ()), Equation(code=code, way=identity.way, terms=()))
            else:
                # One that says the same as another adds nothing.
                found.setdefault(frozenset(kept), Equation(code=code, way=identity.way, terms=kept))
        return cls(figures=tuple(map(tuple, figures)), equations=tuple(found.values()), same=equal, places=places)

    def spans(self) -> list[Span]:
        """Return for each figure what all of its statements allow."""
        return [met(*((one.low, one.high) for one in figure)) if figure else _ANYTHING for figure in self.figures]

    def components(self) -> list[list[int]]:
        """Return the numbers of the equations that hang together, in the order of the document."""
        first = joined(
            (("figure", number), ("equation", index))
            for index, equation in enumerate(self.equations)
            for number, _ in equation.terms
        )
        found: dict[Hashable, list[int]] = {}
        for index in range(len(self.equations)):
            found.setdefault(first.get(("equation", index), ("equation", index)), []).append(index)
        return list(found.values())

    def forests(self, equations: Sequence[int]) -> list[list[int]]:
        """
        Return *equations* in groups without circles; one group, if there is no circle among them.

        A group with a circle would have figures that two ways lead to, which intervals alone do not decide.
        """
        groups: list[tuple[_Sets[int], list[int]]] = []
        for index in equations:
            numbers = [number for number, _ in self.equations[index].terms]
            once = [abs(factor) == 1 for _, factor in self.equations[index].terms]
            if not all(once):
                # A figure that stands twice in an equation: judged alone, or not at all.
                if any(once):
                    groups.append((_Sets(), [index]))
                continue
            fitting = (group for group in groups if len({group[0].find(number) for number in numbers}) == len(numbers))
            sets, members = next(fitting, (_Sets(), []))
            if not members:
                groups.append((sets, members))
            for number in numbers[1:]:
                sets.join(numbers[0], number)
            members.append(index)
        return [members for _, members in groups]


class _Sets(dict[K, K]):
    """Sets that grow together, each named by one of its members."""

    def find(self, member: K) -> K:
        first = member
        while (above := self.get(first, first)) != first:
            first = above
        while (above := self.get(member, member)) != first:
            self[member], member = first, above
        return first

    def join(self, one: K, other: K) -> None:
        self[self.find(other)] = self.find(one)


def joined(pairs: Iterable[tuple[K, K]]) -> dict[K, K]:
    """Return for each member of *pairs* the one that names all that hang together with it."""
    sets: _Sets[K] = _Sets()
    members: dict[K, None] = {}
    for one, other in pairs:
        sets.join(one, other)
        members |= {one: None, other: None}
    return {member: sets.find(member) for member in members}


def _telling(
    listed: Sequence[tuple[str, Identity | Relation]], same: Mapping[Way, Way]
) -> Iterator[tuple[str, Identity | Relation]]:
    """Yield what says something: a silent figure that stands in no other equation leaves the rest of it free."""
    ways = [{same.get(way, way) for way in (each.way, *(part for part, _ in each.parts))} for _, each in listed]
    stated = {
        same.get(way, way)
        for _, each in listed
        for way, money in ((each.way, each.total), *each.parts)
        if money is not None
    }
    places: dict[Way, set[int]] = {}
    for index, found in enumerate(ways):
        # What is only said to be the same as another is no equation.
        for way in found - stated if len(found) > 1 else ():
            places.setdefault(way, set()).add(index)
    free = [way for way, indices in places.items() if len(indices) == 1]
    dropped: set[int] = set()
    while free:
        for index in places[free.pop()] - dropped:
            dropped.add(index)
            for way in ways[index] - stated:
                places[way].discard(index)
                free += [way] if len(places[way]) == 1 else []
    return (each for index, each in enumerate(listed) if index not in dropped)


def _statements(identities: Sequence[Identity | Relation]) -> tuple[dict[Way, Statement], int]:
    stated = [
        [(way, -money if way in identity.taken_off else money) for way, money in signed if money is not None]
        for identity in identities
        for signed in [[(identity.way, identity.total), *identity.parts]]
    ]
    places = decimals_of(money for figures in stated for _, money in figures)
    found: dict[Way, tuple[Money, Money, int, int]] = {}
    for identity, figures in zip(identities, stated, strict=True):
        page = identity.presentation
        for (way, money), step in zip(figures, steps_of([money for _, money in figures], page), strict=True):
            low, high = bounds(money, step, places)
            grid = page.step if page is not None and page.unit is money.unit else step
            if way in found:
                # Where it stands in several tables, the finest of them says how exact it is.
                _, _, least, most = found[way]
                low, high = max(low, least), min(high, most)
            found[way] = (money, grid, low, high)
    return {
        way: Statement(way=way, place=place, money=money, grid=grid, low=low, high=high)
        for place, (way, (money, grid, low, high)) in enumerate(found.items())
    }, places
