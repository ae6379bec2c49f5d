"""
One grammar for the numbers that people print.

It reads thousands commas and thin-space groups, full-width digits, signs, line breaks that a page put inside, the
scale words 千 万 亿 and Chinese numerals, plain and formal. Everything else that reads a number uses it. What could
mean two numbers (三万五, 1,23,4) is refused, so that no reading is ever a wrong number.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_EVEN, Context, Decimal, Inexact, InvalidOperation, Overflow
from enum import Enum
from fractions import Fraction
from typing import final

from attrs import frozen

from perfreport.errors import InvalidNumber, shown
from perfreport.findings import because

__all__ = ["Numeral", "Zero", "chinese_integer", "exact", "spell", "summed", "tidy"]

#: Texts longer than this are not read at all.
MAX_CHARACTERS = 80
#: Numbers of 10 to this power and above are refused.
MAX_INTEGER_DIGITS = 32
#: Numbers with more decimals than this are refused.
MAX_DECIMALS = 24
_MAX_BITS = (10**MAX_INTEGER_DIGITS).bit_length()


def exact_context(digits: int) -> Context:
    """Return a decimal context that refuses instead of rounding, and takes nothing from the one around it."""
    return Context(
        prec=digits, rounding=ROUND_HALF_EVEN, Emin=-999_999, Emax=999_999, capitals=1, clamp=0, flags=[],
        traps=[Inexact, InvalidOperation, Overflow],
    )  # fmt: skip


#: The decimal context of all arithmetic: exact, whatever the caller has set.
EXACT = exact_context(60)
#: A sum has more digits than its numbers: those of any number of printed ones fit.
_SUMS = exact_context(120)

_FOLDED = str.maketrans(
    "０１２３４５６７８９，．＋－−﹣–\u3000\u00a0\u2009\u202f萬億兩負○",
    "0123456789,.+----    万亿两负〇",
    "\u200b\u2060\ufeff",
)
_LINE_BREAK = re.compile(r"[ \t]*[\r\n\v\f\x85\u2028\u2029]+[ \t]*")

_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?![0-9])"
_FRACTION = r"(?:\.(?:[0-9]{3}(?: [0-9]{3})* [0-9]{1,3}|[0-9]+)(?![0-9]))"
_PLAIN = re.compile(rf"([+-]?) *({_DIGITS}{_FRACTION}?)")
# Nearly every number that is printed: no character to fold, no sign, and within every bound whatever its digits are.
_SHORT = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,8})?")
_SEGMENT = re.compile(rf" *({_DIGITS})({_FRACTION}?) *((?:[十百千]?(?:万亿|万|亿)|[百千])?)")

#: What a scale word multiplies by, as a power of ten.
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}

_PLAIN_DIGITS = "零一二三四五六七八九"
_FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLAIN_PLACES = ("", "十", "百", "千")
_FORMAL_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")
_TRILLIONS = 3
_THOUSAND = 1000
_TO_PLAIN = str.maketrans("壹贰貳叁叄參肆伍陆陸柒捌玖拾佰仟两〇", "一二二三三三四五六六七八九十百千二零")
_CHINESE = re.compile(r"[零一二三四五六七八九十百千万亿]+")
_CHINESE_DECIMAL = re.compile(
    r"([零一二三四五六七八九十百千万亿]+)点([零一二三四五六七八九]+)((?:[十百千]?(?:万亿|万|亿))?)"
)


def exact(value: str | int | Decimal) -> Decimal:
    """
    Return *value* as an exact, finite `Decimal` without exponent; a text is one plain printed number.

    Text may have a sign, full-width digits and thousands groups, and neither exponents, underscores, scale words nor
    units. Digits stay as printed: ``"1.50"`` keeps its zero. A negative zero loses its sign.

    Raises:
        InvalidNumber: for floats, bools, NaN, infinities and whatever is too long or too large to be a printed figure.

    >>> exact("1,234.50")
    Decimal('1234.50')
    """
    if isinstance(value, bool | float) or not isinstance(value, str | int | Decimal):
        reason = (
            because("it is not exact; give the figure as text, such as '38.26'")
            if isinstance(value, float)
            else because("expected text, an int or a Decimal, not {kind}", kind=type(value).__name__)
        )
        raise InvalidNumber(shown(value), reason)
    if isinstance(value, int):
        if value.bit_length() > _MAX_BITS:
            raise InvalidNumber(shown(value), because("it has more than {most} digits", most=MAX_INTEGER_DIGITS))
        return _bounded(Decimal(value), value)
    if isinstance(value, Decimal):
        return _bounded(value, value)
    if _SHORT.fullmatch(value) is not None:
        return Decimal(value)
    found = _PLAIN.fullmatch(tidy(value))
    if found is None:
        raise InvalidNumber(shown(value), because("expected digits such as 1234.50 or 1,234.50"))
    sign, digits = found.groups()
    return _bounded(Decimal(sign + _bare(digits)), value)


def tidy(text: str) -> str:
    """
    Return *text* with full-width and variant characters folded, line breaks taken out and outer blanks stripped.

    Raises:
        InvalidNumber: if *text* is no text, or longer than any printed number.
    """
    if not isinstance(text, str):
        raise InvalidNumber(shown(text), because("expected text, not {kind}", kind=type(text).__name__))
    if len(text) > MAX_CHARACTERS:
        raise InvalidNumber(shown(text), because("it is longer than {most} characters", most=MAX_CHARACTERS))
    return _LINE_BREAK.sub("", text).translate(_FOLDED).strip(" \t")


@final
@frozen
class Numeral:
    """A number as printed: the digits, and the power of ten that a scale word adds to them."""

    #: The digits before the scale word, as printed: 38.26 of 38.26万.
    digits: Decimal
    #: 0 where no scale word stands, 3 for 千, 4 for 万, 8 for 亿.
    power: int = 0

    @property
    def value(self) -> Decimal:
        """The number itself: 382600 for 38.26万."""
        return plain(EXACT.scaleb(self.digits, self.power))

    @classmethod
    def parse(cls, text: str) -> "Numeral":
        """
        Return the number that all of *text* prints.

        Raises:
            InvalidNumber: if *text* is not one number, or could mean two.

        >>> Numeral.parse("1,234.5万")
        Numeral(digits=Decimal('1234.5'), power=4)
        >>> Numeral.parse("三亿五千万").value
        Decimal('350000000')
        """
        found, rest = cls.lead(text)
        if rest:
            raise InvalidNumber(shown(text), because("{rest} is not part of a number", rest=shown(rest)))
        return found

    @classmethod
    def lead(cls, text: str) -> tuple["Numeral", str]:
        """
        Return the number at the start of *text* and what follows it, tidied.

        Raises:
            InvalidNumber: if *text* does not start with one number.
        """
        tidied = tidy(text)
        unsigned = tidied.lstrip("+-负").lstrip(" ")
        sign = tidied[: len(tidied) - len(unsigned)].rstrip(" ")
        if len(sign) > 1:
            raise InvalidNumber(shown(text), because("it has more than one sign"))
        read = _arabic if unsigned[:1].isascii() and unsigned[:1].isdigit() else _chinese
        try:
            digits, power, rest = read(unsigned, text)
        except Inexact:
            raise InvalidNumber(
                shown(text), because("it has more than {most} digits", most=MAX_INTEGER_DIGITS)
            ) from None
        if rest[:1] == ".":
            raise InvalidNumber(shown(text), because("a decimal point stands without its decimals"))
        signed = digits.copy_negate() if sign in ("-", "负") else digits
        return cls(_bounded(signed, text), power), rest.lstrip(" ")


def chinese_integer(text: str) -> int:
    """
    Return the whole number that *text* spells in Chinese numerals, plain or formal.

    Digits alone are read by position (二〇二二 is 2022).

    Raises:
        InvalidNumber: if *text* spells no number, or could mean two (三万五).

    >>> chinese_integer("三千零五")
    3005
    """
    word = tidy(text).translate(_TO_PLAIN)
    if not _CHINESE.fullmatch(word) or len(word) > MAX_INTEGER_DIGITS:
        raise InvalidNumber(shown(text), because("expected Chinese numerals such as 三十八"))
    if all(character in _PLAIN_DIGITS for character in word):
        return int("".join(str(_PLAIN_DIGITS.index(character)) for character in word))
    number = _sum_of_places(word)
    if number >= 10**16 or not re.fullmatch(_pattern(number), word):
        raise InvalidNumber(
            shown(text), because("Chinese numerals are complete and in order, such as 三万五千 or 三千零五")
        )
    return number


class Zero(Enum):
    """Whether a 零 between two places of a spelled number must be written or may be left out."""

    #: Inside a group of four places: 三千零五.
    ALWAYS = "always"
    #: After a whole group of zeros: 一亿零五千.
    USUAL = "usual"
    #: After a zero in the last place of a group: 四十万(零)四千.
    OPTIONAL = "optional"


def spell(number: int, *, formal: bool = False) -> Iterator[str | Zero]:
    """
    Yield the parts of *number* in Chinese numerals, with a `Zero` wherever a 零 belongs or may stand.

    *number* is at least 0 and below 10¹⁶; *formal* takes 壹贰叁 and 拾佰仟.
    """
    digits = _FORMAL_DIGITS if formal else _PLAIN_DIGITS
    places = _FORMAL_PLACES if formal else _PLAIN_PLACES
    if number == 0:
        yield digits[0]
    begun = skipped = False
    last_place_zero = False
    for index in range(len(_GROUPS) - 1, -1, -1):
        group = number // 10_000**index % 10_000
        # 万亿 leaves its 亿 to the 亿 group that follows, if there is one.
        name = "万" if index == _TRILLIONS and number // 10**8 % 10_000 else _GROUPS[index]
        if not group:
            skipped = begun
            continue
        if begun and group < _THOUSAND:
            yield Zero.ALWAYS
        elif skipped:
            yield Zero.USUAL
        elif begun and last_place_zero:
            yield Zero.OPTIONAL
        yield from _spell_group(group, digits, places)
        yield name
        begun, skipped, last_place_zero = True, False, group % 10 == 0


def plain(number: Decimal) -> Decimal:
    """Return *number* with no positive exponent and no negative zero; its decimals stay."""
    if not number:
        number = number.copy_abs()
    return EXACT.quantize(number, Decimal(1)) if exponent_of(number) > 0 else number


def exponent_of(number: Decimal) -> int:
    """Return the power of ten of the last digit of a finite *number*: -2 for 38.26."""
    exponent = number.as_tuple().exponent
    if isinstance(exponent, str):
        raise InvalidNumber(shown(number), because("it is not finite"))
    return exponent


def summed(numbers: Iterable[Decimal]) -> Decimal:
    """
    Return the exact sum of *numbers*, with the decimals of the longest of them; that of none is 0.

    >>> summed([Decimal("9.47"), Decimal("47.5")])
    Decimal('56.97')
    """
    result = Decimal(0)
    for number in numbers:
        result = _SUMS.add(result, number)
    return result


def round_half_up(number: Fraction, places: int) -> Decimal:
    """Return *number* with *places* decimals, ties away from zero (四舍五入); never a negative zero."""
    scaled = abs(number) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    # Written down and read again: however long it is, no context shortens that.
    return Decimal(f"{whole if number >= 0 else -whole}E{-places}")


def _bounded(number: Decimal, given: object) -> Decimal:
    if not number.is_finite():
        raise InvalidNumber(shown(given), because("it is not finite"))
    # `adjusted` costs nothing however large the exponent is; only then may the digits be touched.
    if number.adjusted() >= MAX_INTEGER_DIGITS:
        raise InvalidNumber(
            shown(given), because("it has more than {most} digits before the point", most=MAX_INTEGER_DIGITS)
        )
    if number.adjusted() < -MAX_DECIMALS:
        raise InvalidNumber(shown(given), because("it has more than {most} decimals", most=MAX_DECIMALS))
    try:
        number = EXACT.plus(number)
    except Inexact:
        raise InvalidNumber(shown(given), because("it has more than {most} decimals", most=MAX_DECIMALS)) from None
    if exponent_of(number) < -MAX_DECIMALS:
        raise InvalidNumber(shown(given), because("it has more than {most} decimals", most=MAX_DECIMALS))
    return plain(number)


def _bare(digits: str) -> str:
    return digits.replace(",", "").replace(" ", "")


def _arabic(text: str, given: str) -> tuple[Decimal, int, str]:
    """Read one or more segments such as 12亿3456万; each is below the unit of the one before it."""
    total = Decimal(0)
    power = 0
    above: int | None = None
    while (found := _SEGMENT.match(text)) is not None:
        whole, fraction, scale = found.groups()
        next_power = sum(map(_POWERS.__getitem__, scale))
        if above is not None:
            digits = len(_bare(whole))
            room = above - next_power
            if digits > room or (not scale and digits != room):
                reason = because("the parts of a number with several scale words descend, such as 3亿5000万")
                raise InvalidNumber(shown(given), reason)
        segment = Decimal(_bare(whole + fraction))
        total = EXACT.add(EXACT.scaleb(total, power - next_power), segment) if above is not None else segment
        power = above = next_power
        text = text[found.end() :]
        if fraction or not scale:
            break
    return total, power, text


def _chinese(text: str, given: str) -> tuple[Decimal, int, str]:
    word = text.translate(_TO_PLAIN)
    fractional = _CHINESE_DECIMAL.match(word)
    if fractional is not None:
        whole, decimals, scale = fractional.groups()
        digits = "".join(str(_PLAIN_DIGITS.index(character)) for character in decimals)
        number = Decimal(f"{chinese_integer(whole)}.{digits}")
        return number, sum(map(_POWERS.__getitem__, scale)), text[fractional.end() :]
    found = _CHINESE.match(word)
    if found is None:
        raise InvalidNumber(shown(given), because("expected digits or Chinese numerals"))
    power = _POWERS[found.group()[-1]] if found.group()[-1] in "万亿" else 0
    return Decimal(chinese_integer(found.group()) // 10**power), power, text[found.end() :]


def _sum_of_places(word: str) -> int:
    """Add up the places of *word* without judging their order; `chinese_integer` judges by spelling the sum again."""
    total = group = digit = 0
    for character in word:
        if character in _PLAIN_DIGITS:
            digit = _PLAIN_DIGITS.index(character)
        elif character in "十百千":
            group += (digit or 1) * 10 ** _POWERS[character]
            digit = 0
        else:
            below = 10 ** _POWERS[character]
            total = (total + group + digit) * below if character == "亿" else total + (group + digit) * below
            group = digit = 0
    return total + group + digit


def _pattern(number: int) -> str:
    # A 零 may be missing only where its absence cannot make another number: 三万五 is said for 35,000.
    parts = ("零?" if part is Zero.OPTIONAL else "零" if isinstance(part, Zero) else part for part in spell(number))
    return re.sub("^一十", "一?十", "".join(parts))


def _spell_group(group: int, digits: str, places: tuple[str, ...]) -> Iterator[str | Zero]:
    begun = zero = False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if not digit:
            zero = begun
            continue
        if zero:
            yield Zero.ALWAYS
        yield digits[digit]
        yield places[place]
        begun, zero = True, False
