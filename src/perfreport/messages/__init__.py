"""Findings as sentences: the template that stands beside the rule, filled with the facts for a reader's locale."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_args

from attrs import fields_dict, has, resolve_types

from perfreport.findings import Finding
from perfreport.messages import localize
from perfreport.messages.localize import language_of
from perfreport.model import Nil, PerformanceReport
from perfreport.money import Money
from perfreport.names import Language
from perfreport.places import Place
from perfreport.quantity import Quantity, Rate
from perfreport.reconcile import Conflict, Suggestion
from perfreport.rules import STANDARD, Case, Rule
from perfreport.vocabulary import FIELDS, WORDS

__all__ = [
    "contradiction",
    "fact",
    "heading",
    "manual",
    "meant",
    "place",
    "remedy",
    "render",
    "source",
    "template",
    "title",
]

_TOGETHER = ("以下数字不能同时成立：{figures}。{meant}", "These figures cannot all be right: {figures}. {meant}")
_MEANT = (
    "{place}可能应为{value}（所列{printed}，{slip}）{settled}",
    "{place} may have been meant to be {value} (printed {printed}: {slip}){settled}",
)
_COMPUTED = (
    "若只有{place}有误，应为{value}（所列{printed}，按其他数字推算）{settled}",
    "If only {place} is wrong, it should be {value} (printed {printed}; what the others add up to){settled}",
)
_SETTLED = ("，改后全部相符", "; everything then agrees")
_ARTICLES = re.compile(r" art\. ([0-9]+(?:, [0-9]+)*)")


def render(finding: Finding, locale: str = "zh_Hans_CN", rules: Iterable[Rule] = STANDARD) -> str:
    """
    Return what *finding* says to a reader of *locale*.

    Raises:
        KeyError: if no rule in *rules* has its code.
    """
    case = _rule(finding.code, rules).cases[str(finding.facts.get("case", ""))]
    return template(case, locale).format_map({name: fact(value, locale) for name, value in finding.facts.items()})


def title(finding: Finding, locale: str = "zh_Hans_CN", rules: Iterable[Rule] = STANDARD) -> str:
    """Return the title of the rule that made *finding*."""
    return heading(_rule(finding.code, rules), locale)


def template(case: Case, locale: str = "zh_Hans_CN") -> str:
    """Return the sentence of *case*, with its facts in braces."""
    return case.en if language_of(locale) == "en" else case.zh


def heading(rule: Rule, locale: str = "zh_Hans_CN") -> str:
    """Return the title of *rule*."""
    return rule.title_en if language_of(locale) == "en" else rule.title_zh


def remedy(rule: Rule, locale: str = "zh_Hans_CN") -> str:
    """Return how to put right what *rule* finds; '' if it does not say."""
    return rule.remedy_en if language_of(locale) == "en" else rule.remedy_zh


def manual(rule: Rule, locale: str = "zh_Hans_CN") -> str:
    """Return the manual page of *rule*; in English, if it has none for a reader of Chinese."""
    return rule.manual_zh if rule.manual_zh and language_of(locale) == "zh" else rule.manual


def source(cited: str, locale: str = "zh_Hans_CN") -> str:
    """
    Return a source of a rule as a reader of *locale* cites it.

    >>> source("预算法实施条例 art. 5, 40")
    '预算法实施条例第5、40条'
    """
    if language_of(locale) == "en":
        return cited
    return _ARTICLES.sub(lambda found: f"第{found[1].replace(', ', '、')}条", cited)


def contradiction(conflict: Conflict, locale: str = "zh_Hans_CN") -> str:
    """Return which figures cannot all be right, and what one of them was most likely meant to be."""
    english = language_of(locale) == "en"
    figures = [f"{place(figure.pointer, locale)} {fact(figure.money, locale)}" for figure in conflict.figures]
    likeliest = [meant(suggestion, locale) + ("." if english else "。") for suggestion in conflict.suggestions[:1]]
    return _TOGETHER[english].format(figures=("; " if english else "；").join(figures), meant="".join(likeliest))


def meant(suggestion: Suggestion, locale: str = "zh_Hans_CN") -> str:
    """Return what a figure may have been meant to be, and why."""
    language = language_of(locale)
    terms = WORDS["SlipKind"]
    return (_MEANT if suggestion.kinds else _COMPUTED)[language == "en"].format(
        place=place(suggestion.pointer, locale),
        printed=fact(suggestion.printed, locale),
        value=fact(suggestion.value, locale),
        slip="".join(terms[kind.value].label(language) for kind in suggestion.kinds[:1]),
        settled=_SETTLED[language == "en"] if suggestion.settles else "",
    )


def fact(value: object, locale: str = "zh_Hans_CN") -> str:
    """Return one fact of a finding as text: money, a quantity, a rate, a word of a closed list, a tuple of these."""
    match value:
        case Money():
            return localize.money(value, locale)
        case Quantity():
            return localize.quantity(value, locale)
        case Rate():
            return localize.rate(value, locale)
        case Place():
            return place(value.pointer, locale)
        case StrEnum():
            words = WORDS.get(type(value).__name__)
            # A word of somebody else's list is its own label.
            return value.value if words is None else words[value.value].label(language_of(locale))
        case Nil():
            return value.value
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


def place(pointer: str, locale: str = "zh_Hans_CN") -> str:
    """
    Return the place that a JSON Pointer into a report names, in words.

    >>> place("/budgets/general_public/expenditure/total")
    '预算 › 一般公共预算 › 支出情况 › 支出合计'
    """
    language = language_of(locale)
    if not pointer:
        return "the whole document" if language == "en" else "整份文件"
    names: list[str] = []
    kind: Any = PerformanceReport
    for part in (part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]):
        if part.isdecimal() and names:
            names[-1] += f" {int(part) + 1}" if language == "en" else f"第{int(part) + 1}项"
            continue
        names.append(_label(kind, part, language))
        kind = _held(kind, part)
    return " › ".join(names)


def _rule(code: str, rules: Iterable[Rule]) -> Rule:
    for known in rules:
        if known.code == code:
            return known
    raise KeyError(code)


def _label(kind: Any, part: str, language: Language) -> str:
    terms: Mapping[str, Any] = FIELDS.get(getattr(kind, "__name__", ""), {})
    return terms[part].label(language) if part in terms else part


def _held(kind: Any, part: str) -> object:
    """Return the class of values that the field *part* of *kind* holds, itself or in a tuple."""
    attribute = (
        fields_dict(resolve_types(kind, include_extras=False)).get(part)
        if isinstance(kind, type) and has(kind)
        else None
    )
    held = [attribute.type if attribute is not None else None]
    while held:
        inner = held.pop()
        if isinstance(inner, type) and has(inner):
            return inner
        held.extend(get_args(inner))
    return None
