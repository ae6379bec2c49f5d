"""Findings for people and for machines."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from perfreport import messages
from perfreport.cli._words import say
from perfreport.findings import Finding, Severity
from perfreport.localize import language_of
from perfreport.money import Money
from perfreport.quantity import Quantity, Rate
from perfreport.vocabulary import WORDS

__all__ = ["as_data", "as_text"]

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def as_text(findings: Sequence[Finding], locale: str) -> Iterator[RenderableType]:
    """Yield *findings* as lines for a reader of *locale*, the worst first, and a count."""
    language = language_of(locale)
    for finding in sorted(findings, key=lambda finding: -finding.severity.rank):
        word = WORDS["Severity"][finding.severity].label(language)
        yield Text.assemble(
            (word, _STYLES[finding.severity]), " ", (finding.code, "bold"), " ", messages.title(finding, locale)
        )
        yield Padding(Text(messages.place(finding.pointer, locale), style="dim"), (0, 0, 0, 4))
        yield Padding(Text(messages.render(finding, locale)), (0, 0, 0, 4))
    counts = Counter(finding.severity for finding in findings)
    numbers = {f"{severity.value}s": counts[severity] for severity in Severity}
    yield Text(say("count", locale, **numbers) if findings else say("all-well", locale), style="bold")


def as_data(finding: Finding, locale: str) -> dict[str, object]:
    """Return *finding* as plain data with its message for a reader of *locale*."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "pointer": finding.pointer,
        "facts": _plain(finding.facts),
        "message": messages.render(finding, locale),
    }


def _plain(fact: object) -> object:
    match fact:
        case Money():
            return {"amount": f"{fact.amount:f}", "unit": fact.unit.value}
        case Quantity():
            return str(fact)
        case Rate():
            percent = fact.percent()
            shown = None if percent is None else f"{percent:f}"
            return {
                "percent": shown,
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
