"""What goes wrong, as data with a place in it; sentences are rendered later, in the reader's language."""

from enum import StrEnum
from typing import final

from attrs import field, frozen

from perfreport.frozenmap import FrozenMap
from perfreport.places import Place, Step

__all__ = ["Finding", "Problem", "Reason", "Severity", "escaped", "printable"]


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

    The sentence names the reason; `perfreport.messages` says it in the reader's language.

    >>> str(Reason("expected a whole number from {low} to {high}", FrozenMap({"low": 1, "high": 12})))
    'expected a whole number from 1 to 12'
    """

    template: str
    facts: FrozenMap[str, object] = field(factory=FrozenMap)

    def __str__(self) -> str:
        return self.template.format_map(self.facts)


@final
@frozen
class Problem:
    """One reason why an input could not be read as a report, with its place in the input."""

    #: JSON Pointer to the place in the input.
    pointer: str
    #: What kind of problem: ``missing``, ``type``, ``value``, ``duplicate``, ``limit``, ``syntax``.
    kind: str
    #: What was given, what was expected, and how to put it right, in one English sentence.
    reason: str

    def __str__(self) -> str:
        return f"{printable(self.pointer) or '(whole document)'}: {self.reason}"


#: How much of a pointer a message shows.
_SHOWN_POINTER = 200


def printable(pointer: str) -> str:
    """Return *pointer* as a message may show it: `escaped`, and not too long."""
    return escaped(pointer if len(pointer) <= _SHOWN_POINTER else pointer[:_SHOWN_POINTER] + "…")


def escaped(text: str) -> str:
    """Return *text* on one line, without what a terminal would obey or no file could hold."""
    return "".join(mark if mark.isprintable() else mark.encode("unicode_escape").decode() for mark in text)
