"""Why something was refused, as sentences: reasons, the problems of a document, and whatever the library raises."""

from enum import StrEnum

from perfreport.errors import PerfReportError, Shown
from perfreport.findings import Problem, Reason, filled
from perfreport.messages.catalogues import language_of, say
from perfreport.messages.languages import Language, Reader
from perfreport.messages.places import word

__all__ = ["error", "problem", "reason"]


def reason(reason: Reason, locale: Reader = "zh_Hans_CN") -> str:
    """
    Return the sentence that *reason* names, for a reader of *locale*; in English where the language lacks it.

    >>> from perfreport.findings import because
    >>> reason(because("expected a whole number from {low} to {high}, not {given}", low=1, high=12, given="13"))
    '应为1至12的整数，而不是13'
    """
    language = language_of(locale)
    return filled(
        language.pick("", reason.template),
        {name: _fact(fact, language) for name, fact in reason.facts.items()},
        say("and", language),
    )


def problem(problem: Problem, locale: Reader = "zh_Hans_CN") -> str:
    """Return the place and the reason of *problem* on one line, for a reader of *locale*."""
    return reason(problem.sentence, locale)


def error(error: PerfReportError, locale: Reader = "zh_Hans_CN") -> str:
    """Return what *error* says to a reader of *locale*: a sentence, and a line for each thing that it lists."""
    return "\n".join(reason(line, locale) for line in error.lines)


def _fact(fact: object, language: Language) -> object:
    match fact:
        case Reason():
            return reason(fact, language)
        case Shown():
            return language.given(fact)
        case StrEnum():
            return word(fact, language)
        case tuple():
            return tuple(str(_fact(item, language)) for item in fact)
    return fact
