"""Why something was refused, as sentences: reasons, the problems of a document, and whatever the library raises."""

import re
from enum import StrEnum
from typing import Final

from perfreport.errors import PerfReportError, Shown
from perfreport.findings import Problem, Reason, filled
from perfreport.messages.catalogues.zh_reasons import REASONS
from perfreport.messages.localize import language_of
from perfreport.vocabulary import WORDS

__all__ = ["error", "problem", "reason"]

_QUOTED: Final = re.compile("""(?P<mark>['"])(?P<text>.*)(?P=mark)(?P<cut>… \\((?P<length>[0-9,]+) characters\\))?""")
_BITS: Final = re.compile("an integer of (?P<bits>[0-9,]+) bits")
_OF_TYPE: Final = re.compile("a value of type (?P<kind>.+)")
#: What stands for values that a file writes in another way than Python shows.
_WORDS: Final = {"None": "空值", "True": "true", "False": "false"}
_TYPES: Final = {"list": "列表", "dict": "键值结构", "tuple": "元组"}


def reason(reason: Reason, locale: str = "zh_Hans_CN") -> str:
    """
    Return the sentence that *reason* names, for a reader of *locale*; in English where the language lacks it.

    >>> from perfreport.findings import because
    >>> reason(because("expected a whole number from {low} to {high}, not {given}", low=1, high=12, given="13"))
    '应为1至12的整数，而不是13'
    """
    if language_of(locale) == "en":
        return str(reason)
    return filled(
        REASONS.get(reason.template, reason.template),
        {name: _fact(fact, locale) for name, fact in reason.facts.items()},
        "、",
    )


def problem(problem: Problem, locale: str = "zh_Hans_CN") -> str:
    """Return the place and the reason of *problem* on one line, for a reader of *locale*."""
    return reason(problem.sentence, locale)


def error(error: PerfReportError, locale: str = "zh_Hans_CN") -> str:
    """Return what *error* says to a reader of *locale*: a sentence, and a line for each thing that it lists."""
    return "\n".join(reason(line, locale) for line in error.lines)


def _fact(fact: object, locale: str) -> object:
    match fact:
        case Reason():
            return reason(fact, locale)
        case Shown():
            return _given(fact)
        case StrEnum() if type(fact).__name__ in WORDS:
            return WORDS[type(fact).__name__][fact.value].label(language_of(locale))
        case tuple():
            return tuple(str(_fact(item, locale)) for item in fact)
    return fact


def _given(shown: str) -> str:
    """Return in Chinese what `perfreport.errors.shown` shows."""
    if found := _QUOTED.fullmatch(shown):
        return f"“{found['text']}”" + (f"等（共{found['length']}个字符）" if found["cut"] else "")
    if found := _BITS.fullmatch(shown):
        return f"{found['bits']}位的二进制整数"
    if found := _OF_TYPE.fullmatch(shown):
        kind = found["kind"]
        return _TYPES.get(kind, f"{kind}类型的值")
    return _WORDS.get(shown, shown)
