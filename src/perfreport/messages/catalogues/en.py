"""English, for readers who know budgets and no Chinese; it has every word, and others fall back on it."""

import re

from perfreport.frozenmap import FrozenMap
from perfreport.messages.languages import Language

__all__ = ["EN"]

_ARTICLES = re.compile(r"(?P<law>\S+) art\. (?P<numbers>[0-9]+(?:, [0-9]+)*)")
_LAWS = FrozenMap({
    "预算法": "Budget Law",
    "预算法实施条例": "Regulations on the Implementation of the Budget Law",
})  # fmt: skip


def _cite(cited: str) -> str:
    """Return a source with the name of the law in English before its own."""
    found = _ARTICLES.fullmatch(cited)
    if found is None:
        return cited
    law, numbers = found["law"], found["numbers"]
    name = f"{_LAWS[law]} ({law})" if law in _LAWS else law
    return f"{name}, {'arts.' if ', ' in numbers else 'art.'} {numbers}"


EN = Language(
    locale="en",
    tag="en-US",
    cite=_cite,
    words=FrozenMap({
        "about": "about {quantity}",
        "against": ", {rate} of {budget} ({basis})",
        "all-well": "nothing found",
        "and": ", ",
        "bracketed": "{text} ({by})",
        "by-profile": " (--profile {profile})",
        "chapter": "{number}. {label}",
        "checking": "checking",
        "cites": "Source",
        "computed": "By these figures alone, {place} should be {value} (printed {printed}){settled}",
        "contradiction": "Contradiction {codes} These figures cannot all be right",
        "counted-contradiction.one": "{number} contradiction",
        "counted-contradiction.other": "{number} contradictions",
        "counted-error.one": "{number} error",
        "counted-error.other": "{number} errors",
        "counted-note.one": "{number} note",
        "counted-note.other": "{number} notes",
        "counted-warning.one": "{number} warning",
        "counted-warning.other": "{number} warnings",
        "counts": "{counts}",
        "date": "{date}",
        "example": "An example that fails",
        "expenditure": "Spent {amount}",
        "findings": "Findings",
        "found": "What is found in it",
        "full-stop": ".",
        "goal-of": " (project: {project})",
        "item-of": "{label} {number}",
        "manual": "What and why",
        "meant": "{place}: {printed} was probably meant to be {value} ({slip}){settled}",
        "nil": "“无” (none)",
        "no-figures": "no figures",
        "no-heading": "(no heading)",
        "no-text": "no text",
        "not-stated": "not stated",
        "other": "Other",
        "places.one": " ({number} place)",
        "places.other": " ({number} places)",
        "quoted": "“{text}”",
        "remedy": "Suggested fix: {remedy}",
        "remedy-of-error": "Suggested fix: {remedy}",
        "says": "What it can say",
        "semicolon": "; ",
        "settled": "; everything then agrees",
        "source": "Source: {cites}.",
        "space": " ",
        "summary": "{files} files: {counts}{rest}",
        "to-do": "Suggested fix",
        "together": "These figures cannot all be right: {figures}. {meant}",
        "unknown-keys": "Keys that are not known",
        "unread": "; {number} could not be checked",
        "whole-document": "the whole document",
        "year-of": "({year})",
        "yes": "yes",
    }),
)  # fmt: skip
