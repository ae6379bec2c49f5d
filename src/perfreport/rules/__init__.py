"""
What a document should satisfy: rules as values, and the two verbs that apply them.

`check` returns what it finds, whatever it is; only `require` raises, and only for findings of level error.
"""

from collections.abc import Iterable

from attrs import evolve

from perfreport.errors import Noncompliant
from perfreport.findings import Finding, Severity
from perfreport.model import Document
from perfreport.rules import (
    changes,
    codes,
    forms,
    pages,
    points,
    rates,
    ratios,
    scores,
    sums,
    texts,
    years,
)
from perfreport.rules._core import Case, Rule, Seen, Setting, rule
from perfreport.rules._index import Index

__all__ = ["STANDARD", "Case", "Index", "Rule", "Seen", "Setting", "check", "require", "rule"]

#: The rules that hold everywhere, by code.
STANDARD: tuple[Rule, ...] = (
    *sums.RULES,
    *rates.RULES,
    *ratios.RULES,
    *scores.RULES,
    *points.RULES,
    *codes.RULES,
    *forms.RULES,
    *texts.RULES,
    *changes.RULES,
    *pages.RULES,
    *years.RULES,
)


def check(
    document: Document,
    rules: Iterable[Rule] = STANDARD,
    *,
    previous: Document | None = None,
    setting: Setting | None = None,
) -> tuple[Finding, ...]:
    """
    Return what *rules* find in *document*, a report or a form, in the order of the rules; and raise nothing for it.

    *previous* is the document of the same department on the year before; rules that compare the two need it. A
    *setting* says more: how totals are graded and indicators scored.
    """
    around = setting or Setting()
    if previous is not None:
        around = evolve(around, previous=previous)
    index = Index(document)
    return tuple(finding for applied in rules for finding in applied.check(index, around))


def require(
    document: Document,
    rules: Iterable[Rule] = STANDARD,
    *,
    previous: Document | None = None,
    setting: Setting | None = None,
) -> None:
    """
    Do nothing if *document* has no finding of level error; the arguments are those of `check`.

    Raises:
        Noncompliant: with the findings of level error.
    """
    errors = tuple(
        finding
        for finding in check(document, rules, previous=previous, setting=setting)
        if finding.severity is Severity.ERROR
    )
    if errors:
        raise Noncompliant(errors)
