"""
Numbers for a reader of a locale, by Babel.

Rounding and units are ours (四舍五入; 万元); grouping, separators, the currency sign and the order of the parts are
Babel's. Locales are ``zh_Hans_CN``, ``zh_Hant`` and ``en``, in any spelling that Babel reads (``zh-CN``, ``zh_TW``).
"""

from collections.abc import Sequence
from functools import lru_cache

from babel import Locale, parse_locale
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from perfreport.errors import InvalidValue, shown
from perfreport.findings import because
from perfreport.money import Money, Presentation, Unit
from perfreport.names import Language
from perfreport.numerals import exponent_of
from perfreport.quantity import Operator, Quantity, Rate
from perfreport.vocabulary import WORDS

__all__ = ["LOCALES", "language_of", "locale_of", "money", "quantity", "rate", "sequence"]

#: The locales in which the library speaks, as Babel writes them.
LOCALES = ("zh_Hans_CN", "zh_Hant", "en")

_TRADITIONAL_PLACES = ("TW", "HK", "MO")
_TRADITIONAL = str.maketrans("万亿", "萬億")


@lru_cache(maxsize=64)
def locale_of(name: str) -> Locale:
    """
    Return the locale for *name*: Simplified or Traditional Chinese, or English.

    Raises:
        InvalidValue: if *name* is no locale, or of another language.

    >>> str(locale_of("zh-CN"))
    'zh_Hans_CN'
    """
    try:
        language, territory, script, *_ = parse_locale(name.partition(".")[0].replace("-", "_"))
    except ValueError:
        language, territory, script = "", None, None
    if language == "en":
        return Locale("en")
    if language != "zh":
        reason = because("expected one of {values}, not {given}", values=tuple(LOCALES), given=shown(name))
        raise InvalidValue("localize", "locale", reason)
    # Babel's own negotiation takes zh-CN for English; the script, stated or implied by the place, cannot be mistaken.
    traditional = script == "Hant" or (script is None and territory in _TRADITIONAL_PLACES)
    return Locale("zh", script="Hant") if traditional else Locale("zh", "CN", "Hans")


def language_of(name: str) -> Language:
    """Return the language in which messages for the locale *name* are written."""
    return "en" if locale_of(name).language == "en" else "zh"


def money(amount: Money, locale: str = "zh_Hans_CN", presentation: Presentation | None = None) -> str:
    """
    Return *amount* for a reader of *locale*: as stated, or rounded as *presentation* prints.

    Chinese keeps the unit of the report (38.26万元, 38.26萬元); English states 元 with the currency sign.

    >>> money(Money.wan("38.26"), "en")
    'CN¥382,600'
    """
    where = locale_of(locale)
    shown_amount = amount if presentation is None else presentation.round(amount)
    grouping = presentation is None or presentation.grouping
    if where.language == "en":
        yuan = shown_amount.to(Unit.YUAN)
        # A fraction of a 元 is written as 分 are, .50 and not .5; an amount of whole 元 has no decimals at all.
        places = max(2, -exponent_of(yuan)) if yuan != yuan.to_integral_value() else 0
        return format_currency(
            yuan, "CNY", f"¤{_pattern(places)}", where, currency_digits=False, decimal_quantization=False
        )
    number = shown_amount.amount
    pattern = _pattern(-exponent_of(number), grouping=grouping)
    text = format_decimal(number, pattern, where, decimal_quantization=False) + shown_amount.unit
    return text.translate(_TRADITIONAL) if where.script == "Hant" else text


def quantity(value: Quantity, locale: str = "zh_Hans_CN") -> str:
    """Return *value* for a reader of *locale*; the unit stays as it is printed."""
    where = locale_of(locale)
    if where.language == "zh":
        return str(value)
    number = format_decimal(value.amount, _pattern(-exponent_of(value.amount)), where, decimal_quantization=False)
    words = ["about"] if value.about else []
    words += [WORDS["Operator"][value.operator].en] if isinstance(value.operator, Operator) else []
    return " ".join([*words, f"{number}{value.unit}"])


def rate(value: Rate, locale: str = "zh_Hans_CN", places: int = 2) -> str:
    """Return *value* in per cent, rounded half up to *places*; — where it is undefined."""
    percent = value.percent(places)
    if percent is None:
        return "—"
    return format_decimal(percent, _pattern(places), locale_of(locale), decimal_quantization=False) + "%"


def sequence(items: Sequence[str], locale: str = "zh_Hans_CN") -> str:
    """Return *items* as a list in a sentence: 甲、乙和丙."""
    return format_list(list(items), locale=locale_of(locale))


def _pattern(places: int, *, grouping: bool = True) -> str:
    return ("#,##0" if grouping else "0") + ("." + "0" * places if places > 0 else "")
