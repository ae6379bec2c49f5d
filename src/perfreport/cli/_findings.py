"""Findings for people and for machines."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from rich.console import RenderableType

from perfreport import messages
from perfreport.cli._output import indented, said
from perfreport.cli._words import say
from perfreport.findings import Finding, Severity
from perfreport.localize import language_of
from perfreport.money import Money
from perfreport.quantity import Quantity, Rate
from perfreport.vocabulary import WORDS

__all__ = ["as_data", "as_text"]

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WORST_FIRST = sorted(Severity, key=lambda severity: -severity.rank)


def as_text(findings: Sequence[Finding], locale: str) -> Iterator[RenderableType]:
    """Yield *findings* as lines for a reader of *locale*, the worst first, and a count."""
    for finding in sorted(findings, key=lambda finding: -finding.severity.rank):
        word = (_word(finding.severity, locale), _STYLES[finding.severity])
        yield said(word, " ", (finding.code, "bold"), " ", messages.title(finding, locale))
        yield indented(said(messages.place(finding.pointer, locale), style="dim"), 4)
        yield indented(said(messages.render(finding, locale)), 4)
    yield said(_count(findings, locale) if findings else say("all-well", locale), style="bold")


def as_data(finding: Finding, locale: str) -> dict[str, object]:
    """Return *finding* as plain data with its message for a reader of *locale*."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "pointer": finding.pointer,
        "facts": _plain(finding.facts),
        "message": messages.render(finding, locale),
    }


def _word(severity: Severity, locale: str) -> str:
    return WORDS["Severity"][severity].label(language_of(locale))


def _count(findings: Sequence[Finding], locale: str) -> str:
    numbers = Counter(finding.severity for finding in findings)
    plural = "s" if language_of(locale) == "en" else ""
    counts = [
        say("count", locale, number=number, word=_word(severity, locale) + (plural if number != 1 else ""))
        for severity, number in ((severity, numbers[severity]) for severity in _WORST_FIRST)
    ]
    return say("counts", locale, counts=say("and", locale).join(counts))


def _plain(fact: object) -> object:
    match fact:
        case Money():
            return {"amount": f"{fact.amount:f}", "unit": fact.unit.value}
        case Quantity():
            return str(fact)
        case Rate():
            percent = fact.percent()
            return {
                "percent": None if percent is None else f"{percent:f}",
                "numerator": _plain(fact.numerator),
                "denominator": _plain(fact.denominator),
                "basis": None if fact.basis is None else str(fact.basis),
            }
        case Enum():
            return fact.value
        case Mapping():
            return {str(name): _plain(item) for name, item in fact.items()}
        case tuple():
            return [_plain(item) for item in fact]
        case None | bool() | int():
            return fact
        case _:
            return str(fact)
