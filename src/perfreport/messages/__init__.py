"""
Findings as sentences: what stands beside the rule, filled with the facts, in the language of a reader.

A reader is the name of a locale, or a `Language` of one's own: whatever that lacks is said in English.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Any

from perfreport.findings import Finding
from perfreport.messages import localize
from perfreport.messages.catalogues import language_of, say
from perfreport.messages.languages import Language, Reader
from perfreport.messages.places import place, word
from perfreport.model import Nil
from perfreport.money import Money
from perfreport.places import Place
from perfreport.quantity import Quantity, Rate
from perfreport.reconciliation import Conflict, Suggestion
from perfreport.rules import STANDARD, Case, Rule

__all__ = [
    "Language",
    "Reader",
    "contradiction",
    "fact",
    "heading",
    "language_of",
    "manual",
    "meant",
    "place",
    "remedy",
    "render",
    "say",
    "source",
    "sources",
    "template",
    "title",
]

_EQUATION = re.compile("E[0-9]+")
#: How values are written that readers of each locale write in their own way.
_WRITTEN: tuple[tuple[type, Callable[[Any, Reader], str]], ...] = (
    (Money, localize.money),
    (Quantity, localize.quantity),
    (Rate, localize.rate),
    (dt.date, localize.date),
)


def render(finding: Finding, locale: Reader = "zh_Hans_CN", rules: Iterable[Rule] = STANDARD) -> str:
    """
    Return what *finding* says to a reader of *locale*.

    Raises:
        KeyError: if no rule in *rules* has its code.
    """
    case = _rule(finding.code, rules).cases[str(finding.facts.get("case", ""))]
    return template(case, locale).format_map({name: fact(value, locale) for name, value in finding.facts.items()})


def title(finding: Finding, locale: Reader = "zh_Hans_CN", rules: Iterable[Rule] = STANDARD) -> str:
    """Return the title of the rule that made *finding*."""
    return heading(_rule(finding.code, rules), locale)


def template(case: Case, locale: Reader = "zh_Hans_CN") -> str:
    """Return the sentence of *case*, with its facts in braces."""
    return language_of(locale).pick(case.zh, case.en)


def heading(rule: Rule, locale: Reader = "zh_Hans_CN") -> str:
    """Return the title of *rule*."""
    return language_of(locale).pick(rule.title_zh, rule.title_en)


def remedy(rule: Rule, locale: Reader = "zh_Hans_CN") -> str:
    """Return how to put right what *rule* finds; '' if it does not say."""
    return language_of(locale).pick(rule.remedy_zh, rule.remedy_en)


def manual(rule: Rule, locale: Reader = "zh_Hans_CN") -> str:
    """Return the manual page of *rule*; in English, if it has none in the language."""
    return language_of(locale).pick(rule.manual_zh, rule.manual)


def source(cited: str, locale: Reader = "zh_Hans_CN") -> str:
    """
    Return a source of a rule as a reader of *locale* cites it.

    >>> source("预算法实施条例 art. 5, 40")
    '《预算法实施条例》第五条、第四十条'
    """
    return language_of(locale).cite(cited)


def sources(rule: Rule, locale: Reader = "zh_Hans_CN") -> str:
    """Return where *rule* comes from, its sources in one line; numbers of our own equations are none."""
    cites = [source(cited, locale) for cited in rule.cites if not _EQUATION.fullmatch(cited)]
    return say("semicolon", locale).join(cites)


def contradiction(conflict: Conflict, locale: Reader = "zh_Hans_CN", document: object = None) -> str:
    """
    Return which figures cannot all be right, and what one of them was most likely meant to be.

    Places are named by what stands in the *document*, if it is given.
    """
    figures = [f"{place(figure.pointer, locale, document)} {fact(figure.money, locale)}" for figure in conflict.figures]
    likeliest = [
        meant(suggestion, locale, document) + say("full-stop", locale) for suggestion in conflict.suggestions[:1]
    ]
    joined = say("semicolon", locale).join(figures)
    return say("together", locale, figures=joined, meant="".join(likeliest)).rstrip()


def meant(suggestion: Suggestion, locale: Reader = "zh_Hans_CN", document: object = None) -> str:
    """Return what a figure may have been meant to be, and why; its place is named as by `place`."""
    return say(
        "meant" if suggestion.kinds else "computed",
        locale,
        place=place(suggestion.pointer, locale, document),
        printed=fact(suggestion.printed, locale),
        value=fact(suggestion.value, locale),
        slip="".join(fact(kind, locale) for kind in suggestion.kinds[:1]),
        settled=say("settled", locale) if suggestion.settles else "",
    )


def fact(value: object, locale: Reader = "zh_Hans_CN") -> str:
    """Return one fact of a finding as text: a figure, a date, a place, a word of a closed list, a tuple of these."""
    for kind, written in _WRITTEN:
        if isinstance(value, kind):
            return written(value, locale)
    match value:
        case Place():
            return place(value, locale)
        case StrEnum():
            return word(value, language_of(locale))
        case Nil():
            return say("nil", locale)
        case Decimal():
            return f"{value:f}"
        case tuple() if all(isinstance(item, Money) for item in value):
            return " + ".join(
                f"({shown})" if shown.startswith("-") else shown for shown in (fact(item, locale) for item in value)
            )
        case tuple():
            return localize.sequence([fact(item, locale) for item in value], locale)
        case _:
            return str(value)


def _rule(code: str, rules: Iterable[Rule]) -> Rule:
    for known in rules:
        if known.code == code:
            return known
    raise KeyError(code)
