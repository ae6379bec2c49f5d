"""What goes wrong, as data with a place in it; sentences are rendered later, in the reader's language."""

from collections.abc import Mapping
from enum import StrEnum
from typing import final

from attrs import field, frozen

from perfreport.frozenmap import FrozenMap
from perfreport.places import Place, Step

__all__ = ["Finding", "Problem", "ProblemKind", "Reason", "Severity", "because", "escaped", "filled", "printable"]


@final
class Severity(StrEnum):
    """How much a finding weighs; members compare by weight through `rank`."""

    #: 提示: worth knowing, and nothing has to be changed.
    NOTE = "note"
    #: 警告: doubtful; a person should look and explain.
    WARNING = "warning"
    #: 错误: cannot be true as it is printed.
    ERROR = "error"

    @property
    def rank(self) -> int:
        """The weight as a number: 0 for a note, 1 for a warning, 2 for an error."""
        return list(Severity).index(self)


@final
@frozen
class Finding:
    """
    One thing that a rule found in a report: which rule, how grave, where, and the figures it saw.

    A finding holds no sentence: `perfreport.messages.render` makes one for a reader's locale.
    """

    #: The permanent code of the rule, such as ``SUM001``.
    code: str
    severity: Severity
    #: JSON Pointer to the place in the report, such as ``/budgets/general_public/expenditure``.
    pointer: str
    #: What the rule saw, by name: `Money`, `Quantity`, `Rate`, words and tuples of these.
    facts: FrozenMap[str, object] = field(factory=FrozenMap)
    #: The names along the pointer, as far as the document has them: they say the same place and are not compared.
    steps: tuple[Step, ...] = field(default=(), eq=False, repr=False)

    @property
    def place(self) -> Place:
        """Where in the report it is, with the names along the way if they are known."""
        return Place(self.pointer, self.steps)


@final
@frozen
class Reason:
    """
    Why something was refused, as facts: an English sentence with its facts in braces, and the facts.

    The sentence names the reason; `perfreport.messages.problems` says it in the reader's language. A fact may be a
    reason itself, or a tuple of words.

    >>> str(because("expected a whole number from {low} to {high}", low=1, high=12))
    'expected a whole number from 1 to 12'
    """

    template: str
    facts: FrozenMap[str, object] = field(factory=FrozenMap)

    def __str__(self) -> str:
        return filled(self.template, self.facts)


def because(template: str, /, **facts: object) -> Reason:
    """Return the reason that *template*, a literal of the source, names, with its *facts*."""
    return Reason(template, FrozenMap(facts))


def filled(template: str, facts: Mapping[str, object], comma: str = ", ") -> str:
    """Return *template* with *facts* in its braces, the words of a tuple with *comma* between them."""
    return template.format_map(
        {name: comma.join(map(str, fact)) if isinstance(fact, tuple) else fact for name, fact in facts.items()}
    )


@final
class ProblemKind(StrEnum):
    """What kind of thing is wrong with an input."""

    #: 缺少: something that has to be there is not.
    MISSING = "missing"
    #: 类型: text stands where a mapping is expected, and the like.
    TYPE = "type"
    #: 取值: of the right type, and yet not what can stand there.
    VALUE = "value"
    #: 重复: a key stands twice.
    DUPLICATE = "duplicate"
    #: 超限: larger or deeper than is read.
    LIMIT = "limit"
    #: 语法: not of its format.
    SYNTAX = "syntax"


@final
@frozen
class Problem:
    """One reason why an input could not be read as a report, with its place in the input."""

    #: JSON Pointer to the place in the input.
    pointer: str
    kind: ProblemKind
    #: What was given, what was expected, and how to put it right.
    reason: Reason

    @property
    def given(self) -> str | None:
        """What was given, as `perfreport.errors.shown` shows it; `None` where that does not matter or nothing was."""
        given = self.reason.facts.get("given")
        return given if isinstance(given, str) else None

    @property
    def sentence(self) -> Reason:
        """Its place and its reason together."""
        return because("{place}: {why}", place=printable(self.pointer) or because("(whole document)"), why=self.reason)

    def __str__(self) -> str:
        return str(self.sentence)


#: How much of a pointer a message shows.
_SHOWN_POINTER = 200


def printable(pointer: str) -> str:
    """Return *pointer* as a message may show it: `escaped`, and not too long."""
    return escaped(pointer if len(pointer) <= _SHOWN_POINTER else pointer[:_SHOWN_POINTER] + "…")


def escaped(text: str) -> str:
    """Return *text* on one line, without what a terminal would obey or no file could hold."""
    return "".join(mark if mark.isprintable() else mark.encode("unicode_escape").decode() for mark in text)
