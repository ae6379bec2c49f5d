"""The languages that come with the library, one file for each, and what is said in a language."""

from functools import lru_cache

from babel import Locale, parse_locale

from perfreport.errors import InvalidValue, shown
from perfreport.messages.catalogues.en import EN
from perfreport.messages.catalogues.zh import ZH
from perfreport.messages.languages import Language, Reader

__all__ = ["EN", "LANGUAGES", "ZH", "babel_of", "language_of", "say"]

#: Every language that has a catalogue.
LANGUAGES = (ZH, EN)

#: Where Chinese is written in traditional characters unless the locale says otherwise.
_TRADITIONAL_PLACES = ("TW", "HK", "MO")


def language_of(reader: Reader) -> Language:
    """
    Return the language of *reader*: the catalogue for a locale in any spelling (``zh-CN``), or the language itself.

    Raises:
        InvalidValue: if it is no locale, or one of a language or a script that has no catalogue.

    >>> language_of("zh-CN").locale
    'zh_Hans_CN'
    """
    return _catalogue(reader) if isinstance(reader, str) else reader


@lru_cache(maxsize=64)
def _catalogue(name: str) -> Language:
    try:
        spoken, territory, script, *_ = parse_locale(name.partition(".")[0].replace("-", "_"))
    except ValueError:
        spoken, territory, script = "", None, None
    # Babel's own negotiation takes zh-CN for English; the script, stated or implied by the place, cannot be mistaken.
    if script is None and spoken == "zh" and territory in _TRADITIONAL_PLACES:
        script = "Hant"
    for language in LANGUAGES:
        own = babel_of(language)
        if own.language == spoken and own.script in (None, script or own.script):
            return language
    expected = f"expected one of {', '.join(language.locale for language in LANGUAGES)}, not {shown(name)}"
    if script == "Hant":
        expected += " (traditional characters are not written here: zh_Hans_CN has simplified ones)"
    raise InvalidValue("messages", "locale", expected)


@lru_cache(maxsize=64)
def _babel(locale: str) -> Locale:
    return Locale.parse(locale)


def babel_of(language: Language) -> Locale:
    """Return the locale by which Babel writes numbers and lists in *language*."""
    return _babel(language.locale)


def say(key: str, reader: Reader, **facts: object) -> str:
    """
    Return the words *key* in the language of *reader*, filled with *facts*; in English if it lacks them.

    Raises:
        KeyError: if no catalogue has such words, or they need a fact that is not given.

    >>> say("counted-error", "en", number=2)
    '2 errors'
    """
    number = facts.get("number")
    for language in (language_of(reader), EN):
        form = babel_of(language).plural_form(number) if isinstance(number, int) else "other"
        for name in (f"{key}.{form}", f"{key}.other", key):
            if name in language.words:
                return language.words[name].format_map(facts)
    raise KeyError(key)
