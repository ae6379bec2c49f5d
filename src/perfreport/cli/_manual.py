"""The rules as a list, and the manual page of each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table

import perfreport as library
from perfreport import messages
from perfreport.cli._findings import severity_style, severity_word
from perfreport.cli._output import Line, said, width
from perfreport.errors import MissingExtra
from perfreport.findings import Finding, Severity
from perfreport.messages import Reader, say
from perfreport.rules import Rule
from perfreport.rules.profiles import PROFILES

__all__ = ["NATIONAL", "as_data", "example_of", "failing", "listed", "page"]

#: The profile that needs no mention.
NATIONAL = "national"

_INDENT = 4
_GAP = 2
#: Every example in the file follows such a line; the second of a rule is the report on the year before.
_MARK = re.compile(r"^--- # ([A-Z]+[0-9]+)(?: previous)?\n", re.MULTILINE)


def listed(rules: Sequence[Rule], locale: Reader) -> Table:
    """Return a table of *rules*: code, severity, title."""
    rows = [
        (said((rule.code, "bold")), _severity(rule.severity, locale), said(messages.heading(rule, locale)))
        for rule in rules
    ]
    return _table(rows, width())


def page(rule: Rule, locale: Reader) -> Iterator[RenderableType]:
    """Yield the manual page of *rule*: what, why, what it can say, an example that fails, what to do, the source."""
    yield said((rule.code, "bold"), "  ", (messages.heading(rule, locale), "bold"))
    yield _severity(rule.severity, locale)
    yield from _section(say("manual", locale), [said(text) for text in _paragraphs(messages.manual(rule, locale))])
    sentences = [
        (_severity(case.severity, locale), said(messages.template(case, locale))) for case in rule.cases.values()
    ]
    yield from _section(say("says", locale), [_table(sentences, width() - _INDENT)])
    if example := example_of(rule):
        yield from _section(say("example", locale), [said(line) for line in example.splitlines()])
        profile, found = failing(rule, example)
        heading = say("found", locale) + ("" if profile == NATIONAL else say("by-profile", locale, profile=profile))
        yield from _section(heading, [said(messages.render(each, locale, (rule,))) for each in found]) if found else ()
    if remedy := messages.remedy(rule, locale):
        yield from _section(say("to-do", locale), [said(remedy)])
    if rule.cites:
        yield from _section(say("cites", locale), [said(messages.source(cited, locale)) for cited in rule.cites])


def as_data(rule: Rule, locale: Reader) -> dict[str, object]:
    """Return *rule* as plain data for a reader of *locale*."""
    return {
        "code": rule.code,
        "severity": rule.severity.value,
        "title": messages.heading(rule, locale),
        "cases": {
            name: {"severity": case.severity.value, "message": messages.template(case, locale)}
            for name, case in rule.cases.items()
        },
        "manual": messages.manual(rule, locale),
        "remedy": messages.remedy(rule, locale),
        "cites": list(rule.cites),
        "example": example_of(rule) or None,
    }


def example_of(rule: Rule) -> str:
    """Return a report in YAML that breaks *rule*, and that of the year before if it compares; '' if none is known."""
    return str(getattr(rule, "example", "")) or _examples().get(rule.code, "")


@lru_cache(maxsize=1)
def _examples() -> Mapping[str, str]:
    text = files("perfreport.cli").joinpath("examples.yaml").read_text("utf-8")
    _, *parts = _MARK.split(text)
    found: dict[str, str] = {}
    for code, example in zip(parts[::2], parts[1::2], strict=True):
        found[code] = f"{found[code]}---\n{example}" if code in found else example
    return found


def failing(rule: Rule, example: str) -> tuple[str, tuple[Finding, ...]]:
    """Return what *rule* finds in *example*, and by which profile: the national one if that is enough."""
    try:
        report, *previous = (library.loads(part, "yaml") for part in re.split("^---\n", example, flags=re.MULTILINE))
    except MissingExtra:
        return NATIONAL, ()
    before = previous[0] if previous else None
    for key, profile in PROFILES.items():
        if found := library.check(report, (rule,), previous=before, setting=profile.setting):
            return key, found
    return NATIONAL, ()


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        lines = paragraph.splitlines()
        # A list keeps its lines; prose is broken again to the width of the page.
        yield from lines if any(line.lstrip().startswith(("* ", "- ", "| ")) for line in lines) else [paragraph]


def _severity(severity: Severity, locale: Reader) -> Line:
    return said((severity_word(severity, locale), severity_style(severity)))


def _section(heading: str, parts: Sequence[RenderableType]) -> Iterator[RenderableType]:
    yield Padding(said((heading, "bold underline")), (1, 0, 0, 0))
    yield from (Padding(part, (0, 0, 0, _INDENT)) for part in parts)


def _table(rows: Sequence[Sequence[Line]], room: int) -> Table:
    """Return *rows* in columns: each as wide as it needs to be, and the last what room is left."""
    *first, last = zip(*rows, strict=True)
    widths = [max(line.cells for line in column) for column in first]
    left = max(1, room - sum(widths) - _GAP * len(widths))
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, _GAP, 0, 0))
    for cells in (*widths, min(left, max(line.cells for line in last))):
        table.add_column(width=cells, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table
