"""A rule as a value: its permanent code, where it comes from, what it says, and the function that looks."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from inspect import cleandoc
from typing import TypeAlias, final

from attrs import field, frozen

from perfreport.findings import Finding, Severity, pointer
from perfreport.frozenmap import FrozenMap
from perfreport.model import PerformanceReport

__all__ = ["Case", "Rule", "Seen", "rule"]

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


Look: TypeAlias = Callable[[PerformanceReport], Iterator[Seen]]


@final
@frozen(kw_only=True)
class Rule:
    """Something that a report should satisfy; made by the decorator `rule`."""

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
    #: The manual page.
    manual: str
    look: Look = field(repr=False)

    @property
    def severity(self) -> Severity:
        """The gravest of its cases."""
        return max((case.severity for case in self.cases.values()), key=lambda severity: severity.rank)

    def check(self, report: PerformanceReport) -> Iterator[Finding]:
        """Yield what the rule finds in *report*."""
        for seen in self.look(report):
            facts = {**seen.facts, "case": seen.case} if seen.case else seen.facts
            yield Finding(self.code, self.cases[seen.case].severity, pointer(seen.way), FrozenMap(facts))


def rule(
    code: str,
    *,
    cites: Iterable[str],
    title: tuple[str, str],
    remedy: tuple[str, str],
    cases: Mapping[str, Case],
) -> Callable[[Look], Rule]:
    """
    Make a `Rule` of a function that yields what it saw; its docstring becomes the manual page.

    *title* and *remedy* are given in Chinese and in English.

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
            look=look,
        )

    return make
