"""
Numbers for a reader of a locale, by Babel.

Rounding and units are ours (四舍五入; 万元); grouping, separators, the currency sign and the order of the parts are
Babel's. Locales are ``zh_Hans_CN`` and ``en``, in any spelling that Babel reads (``zh-CN``, ``en_US``).
"""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal, localcontext

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from perfreport.messages.catalogues import LANGUAGES, babel_of, language_of, say
from perfreport.messages.languages import Reader
from perfreport.messages.places import word
from perfreport.money import Money, Presentation, Unit
from perfreport.numerals import exact_context, exponent_of
from perfreport.quantity import Operator, Quantity, Rate

__all__ = ["LOCALES", "date", "language_of", "locale_of", "money", "quantity", "rate", "sequence"]

#: The locales in which the library speaks, as Babel writes them.
LOCALES = tuple(language.locale for language in LANGUAGES)

#: Babel computes in the context that it is called in; in this one it changes no digit, however many there are.
_EXACT = exact_context(1_000)


def locale_of(reader: Reader) -> Locale:
    """
    Return the locale by which Babel writes for *reader*.

    Raises:
        InvalidValue: if it is no locale, or one that has no catalogue.

    >>> str(locale_of("zh-CN"))
    'zh_Hans_CN'
    """
    return babel_of(language_of(reader))


def money(amount: Money, locale: Reader = "zh_Hans_CN", presentation: Presentation | None = None) -> str:
    """
    Return *amount* for a reader of *locale*: as stated, or rounded as *presentation* prints.

    Chinese keeps the unit of the report (38.26万元); others state 元 with the currency sign.

    >>> money(Money.wan("38.26"), "en")
    'CN¥382,600'
    """
    where = locale_of(locale)
    shown_amount = amount if presentation is None else presentation.round(amount)
    grouping = presentation is None or presentation.grouping
    if not language_of(locale).as_printed:
        yuan = shown_amount.to(Unit.YUAN)
        # A fraction of a 元 is written as 分 are, .50 and not .5; an amount of whole 元 has no decimals at all.
        places = max(2, -exponent_of(yuan)) if yuan != int(yuan) else 0
        with localcontext(_EXACT):
            return format_currency(
                yuan, "CNY", f"¤{_pattern(places)}", where, currency_digits=False, decimal_quantization=False
            )
    return _number(shown_amount.amount, where, grouping=grouping) + shown_amount.unit


def quantity(value: Quantity, locale: Reader = "zh_Hans_CN") -> str:
    """Return *value* for a reader of *locale*; the unit stays as it is printed."""
    language = language_of(locale)
    if language.as_printed:
        return str(value)
    text = _number(value.amount, babel_of(language)) + value.unit
    if isinstance(value.operator, Operator):
        text = f"{word(value.operator, language)} {text}"
    return say("about", language, quantity=text) if value.about else text


def rate(value: Rate, locale: Reader = "zh_Hans_CN", places: int = 2) -> str:
    """Return *value* in per cent, rounded half up to *places*; — where it is undefined."""
    percent = value.percent(places)
    if percent is None:
        return "—"
    return _number(percent, locale_of(locale)) + "%"


def date(value: dt.date, locale: Reader = "zh_Hans_CN") -> str:
    """
    Return *value* with its month in words.

    >>> date(dt.date(2023, 1, 31))
    '2023年1月31日'
    """
    return format_date(value, "long", locale_of(locale))


def sequence(items: Sequence[str], locale: Reader = "zh_Hans_CN") -> str:
    """Return *items* as a list in a sentence: 甲、乙和丙."""
    return format_list(list(items), locale=locale_of(locale))


def _number(number: Decimal, locale: Locale, *, grouping: bool = True) -> str:
    """Return *number* with all of its decimals."""
    pattern = _pattern(-exponent_of(number), grouping=grouping)
    with localcontext(_EXACT):
        return format_decimal(number, pattern, locale, decimal_quantization=False)


def _pattern(places: int, *, grouping: bool = True) -> str:
    return ("#,##0" if grouping else "0") + ("." + "0" * places if places > 0 else "")
