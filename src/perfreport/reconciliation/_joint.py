"""All printed figures judged together (联合勾稽)."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TypeGuard, final

from attrs import field, frozen

from perfreport.model import Document
from perfreport.money import Money
from perfreport.places import pointer
from perfreport.reconciliation._core import Core, repeated
from perfreport.reconciliation._slips import SlipKind, misread, printed
from perfreport.reconciliation._system import Span, Statement, System, met
from perfreport.reconciliation._tree import Tree, trees
from perfreport.reconciliation.equations import Identity, Relation, relations

__all__ = ["Conflict", "Reconciliation", "Suggestion", "Suspect", "reconcile", "reconcile_identities"]

#: After so many conflicts of one component, the rest of it is no longer judged.
MOST_CONFLICTS = 50
#: Slips are looked for in so many figures of a conflict.
MOST_SUSPECTS = 200


@final
@frozen(kw_only=True)
class Suspect:
    """A figure that contradicts others, and the amounts that would restore agreement if only it was wrong."""

    #: JSON Pointer to the figure.
    pointer: str
    money: Money
    #: The least and the greatest amount as the page prints it; `None` where no amount will do.
    low: Money | None = None
    high: Money | None = None
    #: Whether all figures that hang together with it then agree, and not only those of this conflict.
    settles: bool = False


@final
@frozen(kw_only=True)
class Suggestion:
    """A figure, what it may have been meant to be, and the slips that make the one of the other."""

    pointer: str
    printed: Money
    value: Money
    #: The slips that explain it, the likeliest first; none where it is only what the others add up to.
    kinds: tuple[SlipKind, ...] = ()
    #: Whether all figures that hang together with it then agree.
    settles: bool = False


@final
@frozen(kw_only=True)
class Conflict:
    """Printed figures that cannot all be right; without any one of them, the others agree."""

    #: The codes of the equations that they are in.
    codes: tuple[str, ...]
    #: JSON Pointers to the wholes of these equations.
    wholes: tuple[str, ...]
    figures: tuple[Suspect, ...]
    #: Values that would restore agreement, the likeliest first.
    suggestions: tuple[Suggestion, ...] = field(repr=False)
    #: Whether all equations that hang together were judged as one; a table of rows and columns is judged by
    #: groups without circles.
    judged_jointly: bool


@final
@frozen(kw_only=True)
class Reconciliation:
    """What the figures of a document say to each other."""

    #: How many figures and equations were judged.
    figures: int
    equations: int
    #: Whether every equation was judged together with all that hang together with it.
    judged_jointly: bool
    conflicts: tuple[Conflict, ...] = ()

    @property
    def feasible(self) -> bool:
        """Whether some amounts print as all the figures do; where not judged jointly, whether none was found wrong."""
        return not self.conflicts


def reconcile(document: Document) -> Reconciliation:
    """
    Judge all printed figures of *document*, a report or a form, together.

    Each figure stands for the amounts that print so, and all equations between them have to hold for some of these
    amounts at once. A figure that is not stated is never zero: it may be anything, and only links what it stands in.
    """
    return reconcile_identities(relations(document))


def reconcile_identities(listed: Iterable[tuple[str, Identity | Relation]]) -> Reconciliation:
    """
    Judge the figures of these equations together; each comes with the code of its family.

    Where the equations have no circle the judgement is exact, and the figures of a conflict are the fewest that
    contradict each other. Where they have, every group without a circle is judged, and `judged_jointly` says so.
    """
    system = System.of(listed)
    spans = system.spans()
    conflicts: list[Conflict] = []
    jointly = True
    for component in system.components():
        forests = system.forests(component)
        once = all(abs(factor) == 1 for index in component for _, factor in system.equations[index].terms)
        whole = once and [len(forest) for forest in forests] == [len(component)]
        jointly = jointly and whole
        conflicts += _Component(system, spans, forests, jointly=whole).conflicts()
    used = {number for equation in system.equations for number, _ in equation.terms}
    for number, span in enumerate(spans):
        if span is None and number not in used:
            conflicts.append(_Component(system, spans, [], jointly=True).repeated(number))
    # That a silent figure is another one is no judgement.
    twice = {number for number in system.same if len(system.figures[number]) > 1}
    return Reconciliation(
        figures=sum(len(system.figures[number]) for number in used | twice),
        equations=len(system.equations) + sum(len(system.same[number]) for number in twice),
        judged_jointly=jointly,
        conflicts=tuple(conflicts),
    )


class _Component:
    """Equations that hang together, in groups without circles."""

    def __init__(
        self, system: System, spans: Sequence[Span], forests: Sequence[Sequence[int]], *, jointly: bool
    ) -> None:
        self.system, self.spans, self.jointly = system, spans, jointly
        self.trees = [tree for forest in forests for tree in trees(system, spans, forest)]
        self.numbers: dict[Statement, int] = {}

    def conflicts(self) -> Iterator[Conflict]:
        """Yield the conflicts, the one with the fewest figures first, until the rest agrees."""
        waiting = [tree for tree in self.trees if tree.core is not None]
        if not waiting:
            return
        numbers = {number for tree in self.trees for number in tree.left}
        self.numbers = {one: number for number in numbers for one in self.system.figures[number]}
        for _ in range(MOST_CONFLICTS):
            if not waiting:
                return
            cores = [tree.core for tree in waiting if tree.core is not None]
            core = min(cores, key=lambda core: (len(core.statements), core.statements[0][0].place))
            conflict = self._conflict(core)
            yield conflict
            if any(figure.settles for figure in conflict.figures):
                return
            # The other groups see the same figures again; what the conflict rests on has been told.
            told = {one for one, _ in core.statements}
            waiting = [
                part
                for other in waiting
                for part in (self._rest(other, other.core) if _rests_on(other.core, told) else [other])
                if part.core is not None
            ]

    def repeated(self, number: int) -> Conflict:
        """Return the conflict of a figure that is printed more than once, and differently."""
        self.numbers = dict.fromkeys(self.system.figures[number], number)
        return self._conflict(repeated(self.system.figures[number]))

    def _rest(self, tree: Tree, core: Core) -> Iterator[Tree]:
        """Yield what is left of a tree without its conflict."""
        # A figure that is printed differently twice spoils every equation that it is in.
        wrong = set() if core.equations else {self.numbers[statement] for statement, _ in core.statements}
        yield from trees(
            self.system,
            self.spans,
            [
                index
                for index in tree.equations
                if index not in core.equations
                and wrong.isdisjoint(number for number, _ in self.system.equations[index].terms)
            ],
        )

    def _conflict(self, core: Core) -> Conflict:
        suspects: list[Suspect] = []
        suggestions: list[tuple[tuple[object, ...], Suggestion]] = []
        for at, (statement, _) in enumerate(core.statements):
            settling = self._left(statement)
            span = settling or core.needed(at)
            low, high = (printed(statement, Fraction(end), self.system.places) for end in span)
            where = pointer(statement.way)
            settles = settling is not None
            suspects.append(Suspect(pointer=where, money=statement.money, low=low, high=high, settles=settles))
            if at >= MOST_SUSPECTS:
                continue
            middle = printed(statement, Fraction(sum(span) // 2), self.system.places)
            for value, kinds in self._values(statement, span, middle, core).items():
                kinds.sort(key=_RANKS.index)
                rank = _RANKS.index(kinds[0]) if kinds else len(_RANKS)
                suggestion = Suggestion(
                    pointer=where, printed=statement.money, value=value, kinds=tuple(kinds), settles=settles
                )
                suggestions.append(((not settles, rank, abs(value - middle), statement.place), suggestion))
        numbers = [self.numbers[statement] for statement, _ in core.statements]
        twice = dict.fromkeys(number for number in numbers if numbers.count(number) > 1)
        equations = [self.system.equations[index] for index in sorted(core.equations)]
        equations += [equation for number in twice for equation in self.system.same.get(number, ())]
        return Conflict(
            codes=tuple(dict.fromkeys(equation.code for equation in equations)),
            wholes=tuple(dict.fromkeys(pointer(equation.way) for equation in equations)),
            figures=tuple(suspects),
            suggestions=tuple(suggestion for _, suggestion in sorted(suggestions, key=lambda pair: pair[0])),
            judged_jointly=self.jointly,
        )

    def _left(self, statement: Statement) -> Span:
        """Return the amounts of one statement with which everything agrees; `None` if more than it is wrong."""
        number = self.numbers[statement]
        spans: list[Span] = [(one.low, one.high) for one in self.system.figures[number] if one is not statement]
        for tree in self.trees:
            if number in tree.left:
                spans.append(tree.left[number])
            elif tree.core is not None:
                return None
        return met(*spans)

    def _values(
        self, statement: Statement, span: tuple[int, int], middle: Money, core: Core
    ) -> dict[Money, list[SlipKind]]:
        """Return what a figure may have been meant to be, each with the slips that explain it."""
        found: dict[Money, list[SlipKind]] = {}
        for kind, value in misread(statement, *span, self.system.places):
            found.setdefault(value, []).append(kind)
        if statement.money.amount:
            for index in core.equations:
                for kind, meant in self._rows(statement, span, index):
                    found.setdefault(middle if meant is None else meant, []).append(kind)
        found.setdefault(middle, [])
        return {value: list(dict.fromkeys(kinds)) for value, kinds in found.items()}

    def _rows(self, statement: Statement, span: tuple[int, int], index: int) -> Iterator[tuple[SlipKind, Money | None]]:
        """Yield whether the figure of another row of an equation stands here too."""
        terms = dict(self.system.equations[index].terms)
        own = terms.get(self.numbers[statement])
        for number, factor in terms.items():
            same = number != self.numbers[statement] and any(
                one.money == statement.money for one in self.system.figures[number]
            )
            if own is not None and same:
                if factor == own == 1 and span[0] <= 0 <= span[1]:
                    yield SlipKind.LISTED_TWICE, statement.money * 0
                yield SlipKind.WRONG_ROW, None


#: The likeliest first.
_RANKS = tuple(SlipKind)


def _rests_on(core: Core | None, statements: set[Statement]) -> TypeGuard[Core]:
    """Tell whether *core* has one of *statements*."""
    return core is not None and not statements.isdisjoint(one for one, _ in core.statements)
