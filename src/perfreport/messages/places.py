"""Places in a document as a person finds them: by the words that stand there."""

import re
from enum import StrEnum

from perfreport.findings import Finding
from perfreport.messages.catalogues import language_of, say
from perfreport.messages.languages import Language, Reader
from perfreport.model import PerformanceReport, walk
from perfreport.places import Place, Step, way_of
from perfreport.vocabulary import FIELDS, WORDS

__all__ = ["place", "word"]

#: So many characters of a name are shown: a heading or a goal may be a whole paragraph.
_SHOWN = 24
#: What begins with its number, as a code does, needs no marks to be told from a label.
_NUMBERED = re.compile("[0-9]")
_BETWEEN = " › "


def place(
    where: str | Place | Finding,
    locale: Reader = "zh_Hans_CN",
    document: object = None,
    *,
    kind: type = PerformanceReport,
) -> str:
    """
    Return a place in words, as short as a person still finds it.

    *where* is a JSON Pointer, a place, or a finding. Items are called by the names that they bear if the place knows
    them, or if the *document* is given; else they are numbered, and the fields are those of a document of *kind*.

    >>> place("/budgets/general_public/expenditure/total")
    '一般公共预算 › 支出合计'
    """
    language = language_of(locale)
    found = where.place if isinstance(where, Finding) else where
    pointer = found if isinstance(found, str) else found.pointer
    if not pointer:
        return say("whole-document", language)
    steps = () if isinstance(found, str) else found.steps
    if not steps:
        way = way_of(pointer)
        steps = (walk.place_in(kind, way) if document is None else walk.place(document, way)).steps
    names: list[str] = []
    for number, step in enumerate(steps, 1):
        names += _names(step, language, is_last=number == len(steps))
    return _BETWEEN.join(names)


def word(value: StrEnum, language: Language) -> str:
    """Return what a word of a closed list is called; a word of somebody else's list is its own label."""
    words = WORDS.get(type(value).__name__)
    return words[value.value].label(language) if words is not None and value.value in words else value.value


def _names(step: Step, language: Language, *, is_last: bool) -> list[str]:
    fields = FIELDS.get(step.owner)
    term = None if fields is None else fields.get(step.field)
    label = step.field if term is None else term.label(language)
    if step.called is None:
        if step.item is not None:
            return [say("item-of", language, label=label, number=step.item + 1)]
        return [] if term is not None and term.silent and not is_last else [label]
    return [*([] if term is not None and term.silent else [label]), _called(step.called, language)]


def _called(name: str | StrEnum, language: Language) -> str:
    if isinstance(name, StrEnum):
        return word(name, language)
    text = " ".join(name[: 2 * _SHOWN].split())
    text = text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
    if _NUMBERED.match(text):
        return text
    # Marks inside marks are single ones.
    return say("quoted", language, text=text.replace("“", "‘").replace("”", "’"))
