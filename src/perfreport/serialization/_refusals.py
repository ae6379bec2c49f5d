"""What is wrong with a raw tree while it is read: the first problems with their ways, and how many there are."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple, NoReturn, TypeAlias, Union, final

from attrs import NOTHING

from perfreport.errors import InvalidDocument, PerfReportError, shown
from perfreport.findings import Problem, ProblemKind, Reason
from perfreport.frozenmap import FrozenMap
from perfreport.places import Way, pointer, way_of
from perfreport.serialization import _limits

__all__ = ["MISSING", "Inside", "Refused", "bound", "no", "refuse", "too_deep", "too_many"]

_SURROGATE = re.compile("[\ud800-\udfff]")


class _Fault(NamedTuple):
    """One thing that is wrong; what is said of it is made only where it is kept."""

    kind: ProblemKind
    said: str | Reason
    given: object
    facts: Mapping[str, object]

    def reason(self) -> Reason:
        if isinstance(self.said, Reason):
            return self.said
        given = {} if self.given is NOTHING else {"given": shown(self.given)}
        return Reason(self.said, FrozenMap({**given, **self.facts}))


#: One thing that is wrong, or those inside a value with the ways that lead to them.
_Held: TypeAlias = Union[_Fault, "list[tuple[Way, _Held]]"]


class Refused(PerfReportError):
    """Why a value could not be structured."""

    def __init__(self, held: _Held, count: int = 1) -> None:
        self.held = held
        self.count = count

    def document(self) -> InvalidDocument:
        """Return the error that names every problem that is kept by its JSON Pointer."""
        found: list[Problem] = []
        waiting: list[tuple[Way, _Held]] = [((), self.held)]
        while waiting and len(found) < _limits.MAX_PROBLEMS:
            way, held = waiting.pop()
            if isinstance(held, _Fault):
                # A mark for what no message could show.
                found.append(Problem(_SURROGATE.sub("\ufffd", pointer(way)), held.kind, held.reason()))
            else:
                waiting += [((*way, *steps), inner) for steps, inner in reversed(held)]
        return InvalidDocument(tuple(found), more=self.count - len(found))

    @property
    def lines(self) -> tuple[Reason, ...]:
        """Its sentence, and a line for each of the first problems."""
        return self.document().lines


@final
class Inside:
    """
    Collects what is wrong inside one value.

    Ways are built from the steps of each level only when all is read, and only for what is kept: however many
    problems there are, and however deep, they cost no more than the values that have them.
    """

    def __init__(self) -> None:
        self.count = 0
        self._held: list[tuple[Way, _Held]] = []

    def add(self, steps: Iterable[str | int], refused: Refused) -> None:
        """Add what is wrong behind *steps*."""
        if self.count < _limits.MAX_PROBLEMS:
            self._held.append((tuple(steps), refused.held))
        self.count += refused.count

    def read(
        self, steps: Way, into: dict[str, Any], given: object, hook: Callable[[Any, Any], Any], kind: object
    ) -> None:
        """Put what *hook* makes of *given* *into* the values, under the last of *steps*; or add why it is nothing."""
        try:
            into[str(steps[-1])] = hook(given, kind)
        except Refused as refused:
            self.add(steps, refused)

    def stop(self, index: int, given: int) -> None:
        """Say that of *given* items those from *index* on were not read: before all else, so that it is seen."""
        unread = no(
            ProblemKind.LIMIT,
            "more than {most:,} problems in this list; of its {given:,} items those from number {index:,} on were not "
            "read",
            most=_limits.MAX_COUNTED,
            given=given,
            index=index + 1,
        )
        self._held.insert(0, ((), unread.held))
        self.count += 1

    def add_all(self, error: InvalidDocument) -> None:
        """Add the problems of *error*."""
        for problem in error.problems:
            self.add(way_of(problem.pointer), Refused(_Fault(problem.kind, problem.reason, NOTHING, {})))
        self.count += error.more

    def refused(self) -> Refused:
        """Return the error that all this is."""
        return Refused(self._held, self.count)


def no(kind: ProblemKind, said: str | Reason, given: object = NOTHING, /, **facts: object) -> Refused:
    """Return the error that says by *said*, a literal template or a reason, what is wrong with *given*."""
    return Refused(_Fault(kind, said, given, facts))


#: What has to be there is not.
MISSING: Final = no(ProblemKind.MISSING, "missing")


def refuse(steps: Sequence[str | int], refused: Refused) -> NoReturn:
    """Refuse the whole document for what is wrong behind *steps*."""
    inside = Inside()
    inside.add(steps, refused)
    raise inside.refused().document()


def bound(key: str, length: int, steps: Iterable[str | int | None]) -> None:
    """Refuse the document if *key*, behind *steps* whose keys have *length* characters, is too long."""
    if len(key) <= _limits.MAX_KEY and len(key) + length <= _limits.MAX_WAY:
        return
    way = [step for step in steps if step is not None]
    if len(key) > _limits.MAX_KEY:
        refuse(way, no(ProblemKind.LIMIT, "a key of more than {most:,} characters: {given}", key, most=_limits.MAX_KEY))
    refuse(
        way,
        no(ProblemKind.LIMIT, "the keys on the way have more than {most:,} characters together", most=_limits.MAX_WAY),
    )


def too_deep() -> Refused:
    """Return the error that says how deep a document may be."""
    return no(ProblemKind.LIMIT, "nested deeper than {most} levels", most=_limits.MAX_DEPTH)


def too_many() -> Refused:
    """Return the error that says how many values a document may hold."""
    return no(ProblemKind.LIMIT, "more than {most:,} values", most=_limits.MAX_NODES)
