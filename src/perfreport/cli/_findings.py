"""Findings for people and for machines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from string import Formatter

from rich.console import RenderableType

from perfreport import messages
from perfreport.cli import _joint
from perfreport.cli._data import plain
from perfreport.cli._output import indented, said, width
from perfreport.findings import Finding, Severity
from perfreport.messages import Reader, say
from perfreport.money import Money
from perfreport.quantity import Quantity, Rate
from perfreport.reconciliation import Conflict
from perfreport.rules import STANDARD, Rule

__all__ = ["as_data", "as_text", "counted", "severity_style", "severity_word"]

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WORST_FIRST = sorted(Severity, key=lambda severity: -severity.rank)
_INDENT = 4
#: What stands between a place and what is said of it on the same line.
_BETWEEN = "  "


def as_text(
    findings: Sequence[Finding],
    locale: Reader,
    rules: Iterable[Rule] = STANDARD,
    conflicts: Sequence[Conflict] = (),
    document: object = None,
) -> Iterator[RenderableType]:
    """
    Yield *findings* as lines for a reader of *locale*, the worst first, the *conflicts* of figures, and a count.

    Those of one rule and one severity stand under one heading; how to put it right and the source follow once a rule.
    The figures of *conflicts* are named by what stands in the *document*, if it is given.
    """
    known = {rule.code: rule for rule in rules}
    groups: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in sorted(findings, key=lambda finding: -finding.severity.rank):
        groups.setdefault((finding.severity, finding.code), []).append(finding)
    told: set[str] = set()
    for (severity, code), group in groups.items():
        rule = known[code]
        often = say("places", locale, number=len(group)) if len(group) > 1 else ""
        word = (severity_word(severity, locale), severity_style(severity))
        yield said(word, " ", (code, "bold"), " ", messages.heading(rule, locale), (often, "dim"))
        yield from _group(group, rule, locale)
        if code not in told:
            yield from (indented(said(line, style="dim"), _INDENT) for line in _explained(rule, severity, locale))
            told.add(code)
    yield from _joint.as_text(conflicts, locale, document)
    well = not findings and not conflicts
    yield said(say("all-well", locale) if well else counted(findings, len(conflicts), locale), style="bold")


def as_data(finding: Finding, locale: Reader, rules: Iterable[Rule] = STANDARD) -> dict[str, object]:
    """Return *finding* as plain data with its message for a reader of *locale*."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "pointer": finding.pointer,
        "place": messages.place(finding, locale),
        "facts": plain(finding.facts),
        "message": messages.render(finding, locale, rules),
    }


def severity_word(severity: Severity, locale: Reader) -> str:
    """Return the name of *severity* for a reader of *locale*."""
    return messages.fact(severity, locale)


def severity_style(severity: Severity) -> str:
    """Return how the name of *severity* looks on a terminal."""
    return _STYLES[severity]


def counted(findings: Iterable[Finding], conflicts: int, locale: Reader) -> str:
    """Return how many *findings* there are of each severity, and how many *conflicts*, if there are any."""
    numbers = Counter(finding.severity for finding in findings)
    counts = [say(f"counted-{severity}", locale, number=numbers[severity]) for severity in _WORST_FIRST]
    if conflicts:
        counts.append(say("counted-contradiction", locale, number=conflicts))
    return say("counts", locale, counts=say("and", locale).join(counts))


def _explained(rule: Rule, severity: Severity, locale: Reader) -> list[str]:
    """Return how to put right what *rule* finds, and where it comes from; on one line where there is room."""
    key = "remedy-of-error" if severity is Severity.ERROR else "remedy"
    lines = [say(key, locale, remedy=remedy)] if (remedy := messages.remedy(rule, locale)) else []
    lines += [say("source", locale, cites=cites)] if (cites := messages.sources(rule, locale)) else []
    joined = say("space", locale).join(lines)
    return [joined] if _cells(joined) <= width() - _INDENT else lines


def _group(group: Sequence[Finding], rule: Rule, locale: Reader) -> Iterator[RenderableType]:
    """Yield the place of each finding and what is said of it: side by side where there is room for all of them."""
    places = [messages.place(finding, locale) for finding in group]
    # Of several findings, what is said stands further to the right than where, so that the eye finds the next one.
    inner = _INDENT if len(group) == 1 else 2 * _INDENT
    sentences = _aligned(group, rule, locale, width() - inner)
    if len(group) > 1 and len(set(sentences)) == 1:
        yield from (indented(said(place, style="dim"), _INDENT) for place in places)
        yield indented(said(sentences[0]), _INDENT)
        return
    beside = max(map(_cells, places))
    if len(group) > 1 and _INDENT + beside + len(_BETWEEN) + max(map(_cells, sentences)) <= width():
        for place, sentence in zip(places, sentences, strict=True):
            yield indented(said((_padded(place, beside) + _BETWEEN, "dim"), sentence), _INDENT)
        return
    for place, sentence in zip(places, sentences, strict=True):
        yield indented(said(place, style="dim"), _INDENT)
        yield indented(said(sentence), inner)


def _aligned(group: Sequence[Finding], rule: Rule, locale: Reader, room: int) -> list[str]:
    """Return what is said of each finding; sentences that differ in figures only have them under each other."""
    plain = [messages.render(finding, locale, (rule,)) for finding in group]
    cases = {str(finding.facts.get("case", "")) for finding in group}
    facts = [value for finding in group for name, value in finding.facts.items() if name != "case"]
    if len(group) == 1 or len(cases) > 1 or not all(map(_is_figure, facts)):
        return plain
    template = messages.template(rule.cases[cases.pop()], locale)
    columns: list[list[str]] = []
    for literal, name, _, _ in Formatter().parse(template):
        columns.append([literal] * len(group))
        if name is not None:
            shown = [messages.fact(finding.facts[name], locale) for finding in group]
            widest = max(map(_cells, shown))
            columns.append([_padded(text, widest, right=True) for text in shown])
    padded = ["".join(parts) for parts in zip(*columns, strict=True)]
    return padded if max(map(_cells, padded)) <= room else plain


def _is_figure(value: object) -> bool:
    if isinstance(value, tuple):
        return all(isinstance(item, Money) for item in value)
    return isinstance(value, Money | Quantity | Rate | Decimal | int)


def _cells(text: str) -> int:
    return said(text).cells


def _padded(text: str, cells: int, *, right: bool = False) -> str:
    blank = " " * (cells - _cells(text))
    return blank + text if right else text + blank
