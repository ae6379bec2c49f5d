"""A rule as a value: its permanent code, where it comes from, what it says, and the function that looks."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from inspect import cleandoc, signature
from typing import Any, TypeAlias, final

from attrs import Attribute, field, frozen

from perfreport._checks import SAID, IsA, OrNone, refuse
from perfreport.findings import Finding, Severity
from perfreport.frozenmap import FrozenMap
from perfreport.model import Document, is_document
from perfreport.places import Way
from perfreport.rules._index import Index
from perfreport.scoring import MOF_2020, NATIONAL, GradeScheme, ScoringPolicy

__all__ = ["Case", "Rule", "Seen", "Setting", "collected", "rule"]

_CODE = re.compile("[A-Z]{3,6}[0-9]{3}")


@final
@frozen
class Case:
    """One thing that a rule can say: how grave it is, and the sentence, with facts in braces."""

    severity: Severity
    zh: str
    en: str


@final
@frozen
class Seen:
    """What a rule saw at one place: the way to it, the facts, and which of the rule's cases it is."""

    way: tuple[str | int, ...]
    facts: Mapping[str, object] = field(factory=dict)
    case: str = ""


def _document(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    kind: Any = type(value)
    if not is_document(kind):
        raise refuse(instance, attribute, value, "a report or a form")


@final
@frozen(kw_only=True)
class Setting:
    """What a report is judged by besides itself: the year before, and what differs from place to place."""

    #: The document of the same department on the year before, for the rules that compare.
    previous: Document | None = field(default=None, validator=OrNone(_document))
    #: How totals are graded.
    grades: GradeScheme = field(default=NATIONAL, validator=IsA(GradeScheme))
    #: How indicators are scored.
    policy: ScoringPolicy = field(default=MOF_2020, validator=IsA(ScoringPolicy))
    #: The usual weights of cost, output, outcome and satisfaction, each list for one kind of form; none: any will do.
    weights: tuple[tuple[int, int, int, int], ...] = (
        (0, 50, 30, 10),
        (20, 40, 20, 10),
        (0, 50, 40, 0),
        (20, 40, 30, 0),
    )
    #: The ways to the sections that a report has to have.
    required: tuple[Way, ...] = ()
    #: What asks for these sections.
    outline: str | None = field(default=None, validator=OrNone(SAID))


#: Looks at the index of a document, and at its setting if the rule says so.
Look: TypeAlias = Callable[..., Iterator[Seen]]


_USUAL = Setting()


@final
@frozen(kw_only=True)
class Rule:
    """Something that a document should satisfy; made by the decorator `rule`."""

    #: Letters of the family and a number; never used again for another rule.
    code: str
    #: Laws, standards and forms that say so.
    cites: tuple[str, ...]
    title_zh: str
    title_en: str
    #: How to put it right.
    remedy_zh: str
    remedy_en: str
    #: What it can say, by name; a rule with one case calls it ''.
    cases: FrozenMap[str, Case]
    #: The manual page, in English and in Chinese; the latter may be missing.
    manual: str
    manual_zh: str = ""
    #: What it is called in code.
    name: str = ""
    look: Look = field(repr=False)
    #: Whether it looks at the setting too.
    looks_around: bool = False

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")

    @property
    def severity(self) -> Severity:
        """The gravest of its cases."""
        return max((case.severity for case in self.cases.values()), key=lambda severity: severity.rank)

    def check(self, document: Document | Index, setting: Setting = _USUAL) -> Iterator[Finding]:
        """Yield what the rule finds in *document* or in its index, judged in its *setting*."""
        index = document if isinstance(document, Index) else Index(document)
        for seen in self.look(index, setting) if self.looks_around else self.look(index):
            facts = {**seen.facts, "case": seen.case} if seen.case else seen.facts
            place = index.place(seen.way)
            yield Finding(self.code, self.cases[seen.case].severity, place.pointer, FrozenMap(facts), steps=place.steps)


def rule(  # noqa: PLR0913 - one for each part of a rule
    code: str,
    *,
    cites: Iterable[str],
    title: tuple[str, str],
    remedy: tuple[str, str],
    cases: Mapping[str, Case],
    manual_zh: str = "",
) -> Callable[[Look], Rule]:
    """
    Make a `Rule` of a function that yields what it saw; its docstring becomes the manual page.

    The function is given the `Index` of a document, and also the `Setting` if it takes two arguments.

    *title* and *remedy* are given in Chinese and in English; *manual_zh* is the manual page in Chinese.

    Raises:
        TypeError: if the code is not letters and three digits, or the function has no docstring.
    """

    def make(look: Look) -> Rule:
        manual = cleandoc(look.__doc__ or "").strip()
        if not _CODE.fullmatch(code) or not manual:
            msg = f"{code}: a rule has a code such as SUM001 and a docstring, which is its manual page"
            raise TypeError(msg)
        return Rule(
            code=code,
            cites=tuple(cites),
            title_zh=title[0],
            title_en=title[1],
            remedy_zh=remedy[0],
            remedy_en=remedy[1],
            cases=FrozenMap(cases),
            manual=manual,
            manual_zh=manual_zh,
            name=str(getattr(look, "__name__", "")),
            look=look,
            looks_around=len(signature(look).parameters) > 1,
        )

    return make


def collected(names: Mapping[str, object]) -> tuple[Rule, ...]:
    """Return the rules among *names*, those of a module, in the order in which they were made."""
    return tuple(held for held in names.values() if isinstance(held, Rule))
