"""What indicators and narratives measure: counted or measured quantities, and rates that keep what they divide."""

import re
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import final

from attrs import Attribute, field, frozen

from perfreport.checks import is_a, optional
from perfreport.errors import InvalidNumber, InvalidQuantity, InvalidValue, shown
from perfreport.money import Money, Unit
from perfreport.numerals import EXACT, Numeral, exact, plain, round_half_up, tidy

__all__ = ["Operator", "Quantity", "Rate"]


@final
class Operator(StrEnum):
    """How a stated number bounds what it speaks of; the value is the sign itself."""

    #: 超, 超过, 高于, 大于, 余, 多
    ABOVE = ">"
    #: 不低于, 不少于, 以上 (which in Chinese law includes the number)
    AT_LEAST = ">="
    #: 等于
    EXACTLY = "="
    #: 不超过, 不高于, 以内, 以下 (which include the number)
    AT_MOST = "<="
    #: 低于, 小于, 不足
    BELOW = "<"


_ABOUT = "约"
#: The words in front of a number; the first of each sign is the one that is written.
_BEFORE: dict[str, Operator] = {
    "超": Operator.ABOVE, "超过": Operator.ABOVE, "高于": Operator.ABOVE, "大于": Operator.ABOVE,
    "多于": Operator.ABOVE, ">": Operator.ABOVE, "＞": Operator.ABOVE,
    "不低于": Operator.AT_LEAST, "不少于": Operator.AT_LEAST, "不小于": Operator.AT_LEAST, "至少": Operator.AT_LEAST,
    "≥": Operator.AT_LEAST, "≧": Operator.AT_LEAST, ">=": Operator.AT_LEAST,
    "=": Operator.EXACTLY, "＝": Operator.EXACTLY, "等于": Operator.EXACTLY,
    "不超过": Operator.AT_MOST, "不高于": Operator.AT_MOST, "不大于": Operator.AT_MOST, "不多于": Operator.AT_MOST,
    "至多": Operator.AT_MOST, "≤": Operator.AT_MOST, "≦": Operator.AT_MOST, "<=": Operator.AT_MOST,
    "低于": Operator.BELOW, "小于": Operator.BELOW, "少于": Operator.BELOW, "不足": Operator.BELOW,
    "<": Operator.BELOW, "＜": Operator.BELOW,
}  # fmt: skip
_WRITTEN = {operator: word for word, operator in reversed(_BEFORE.items())}
_AFTER = {"以上": Operator.AT_LEAST, "以内": Operator.AT_MOST, "以下": Operator.AT_MOST}
_PREFIX = re.compile("|".join(sorted(map(re.escape, _BEFORE), key=len, reverse=True)))
_SUFFIX = re.compile("(以上|以内|以下|左右)$")
_SCALE = re.compile("([十百千]?(?:万亿|万|亿))?(.*)")
_SCALE_WORDS = {1: "十", 2: "百", 3: "千", 4: "万", 5: "十万", 6: "百万", 7: "千万", 8: "亿", 9: "十亿", 10: "百亿",
                11: "千亿", 12: "万亿", 13: "十万亿", 14: "百万亿", 15: "千万亿"}  # fmt: skip
_POWERS = {word: power for power, word in _SCALE_WORDS.items()}
# What a unit may not look like, so that the text of a quantity has one reading.
_UNIT = re.compile(
    r"(?![余多点])[^\s0-9０-９,.，．;；。:：()（）\[\]〔〕【】<>=＞＜＝≥≤≧≦+＋－-]{1,20}(?<!以上|以内|以下|左右)"
)


def _number(value: str | int | Decimal) -> Decimal:
    try:
        return exact(value)
    except InvalidNumber as error:
        raise InvalidQuantity(error.given, error.reason) from None


def _unit(_: object, __: "Attribute[str]", unit: str) -> None:
    if not isinstance(unit, str) or (unit and not _UNIT.fullmatch(unit)):
        raise InvalidQuantity(shown(unit), "expected a unit of at most 20 characters, such as 人次 or %")


@final
@frozen(eq=False)
class Quantity:
    """
    A number with its unit and the comparison that was said with it: 超100%, 1万人次, 51名.

    The digits stay as printed and a scale word stays with the unit; `value` and `base_unit` resolve it. Equality and
    hash go by these, by the comparison and by `about`.

    >>> Quantity.parse("1万人次").value
    Decimal('10000')
    """

    amount: Decimal = field(converter=_number)
    #: The unit as printed, '' where none was.
    unit: str = field(default="", validator=_unit)
    operator: Operator | None = field(default=None, validator=optional(is_a(Operator)))
    #: 约, 近, 左右: the number is approximate.
    about: bool = field(default=False, validator=is_a(bool))

    @classmethod
    def parse(cls, text: str) -> "Quantity":
        """
        Return the quantity that all of *text* prints.

        Raises:
            InvalidQuantity: if *text* is not one number with a unit.

        >>> Quantity.parse("超100%")
        Quantity(amount=Decimal('100'), unit='%', operator=<Operator.ABOVE: '>'>, about=False)
        """
        try:
            rest = tidy(text)
            about = rest[:1] in ("约", "近")
            rest = rest[about:].lstrip(" ")
            operator = None
            if (before := _PREFIX.match(rest)) is not None:
                operator, rest = _BEFORE[before.group()], rest[before.end() :]
            if (after := _SUFFIX.search(rest)) is not None:
                operator, about = _AFTER.get(after.group(), operator), about or after.group() == "左右"
                rest = rest[: after.start()].rstrip(" ")
            number, unit = Numeral.lead(rest)
        except InvalidNumber as error:
            raise InvalidQuantity(shown(text), error.reason) from None
        if unit[:1] in ("余", "多"):
            operator, unit = Operator.ABOVE, unit[1:]
        return cls(number.digits, _SCALE_WORDS.get(number.power, "") + unit, operator, about)

    @property
    def value(self) -> Decimal:
        """The number with its scale word resolved: 10000 for 1万人次."""
        scale = _split(self.unit)[0]
        return plain(EXACT.scaleb(self.amount, _POWERS.get(scale, 0)))

    @property
    def base_unit(self) -> str:
        """The unit without its scale word: 人次 for 1万人次."""
        return _split(self.unit)[1]

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Quantity) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __str__(self) -> str:
        word = "" if self.operator is None else _WRITTEN[self.operator]
        return f"{_ABOUT if self.about else ''}{word}{self.amount:f}{self.unit}"

    def _key(self) -> tuple[object, ...]:
        return self.value, self.base_unit, self.operator, self.about


def _split(unit: str) -> tuple[str, str]:
    found = _SCALE.fullmatch(unit)
    return (found.group(1) or "", found.group(2)) if found else ("", unit)


def _comparable(rate: "Rate", _: object, denominator: "Money | Quantity") -> None:
    numerator = rate.numerator
    if isinstance(numerator, Money) and isinstance(denominator, Money):
        return
    if isinstance(numerator, Quantity) and isinstance(denominator, Quantity):
        if numerator.base_unit == denominator.base_unit:
            return
        reason = f"{numerator.base_unit or 'no unit'} cannot be divided by {denominator.base_unit or 'no unit'}"
        raise InvalidValue("Rate", "denominator", reason)
    raise InvalidValue("Rate", "denominator", "expected two amounts of money, or two quantities of one unit")


@final
@frozen
class Rate:
    """
    One figure as a share of another, exact, and never without what it divides.

    预算执行率 has more than one denominator in use; `basis` says which one this is. Over nothing a rate is undefined:
    its `value` is `None`, not 0.

    >>> rate = Rate.of(Money.wan("40.44"), Money.wan("38.26"), basis="unspecified")
    >>> str(rate)
    '105.70%'
    """

    numerator: Money | Quantity
    denominator: Money | Quantity = field(validator=_comparable)
    #: What the denominator is, such as a `BudgetStage`; `None` where it needs no saying.
    basis: str | None = None

    @classmethod
    def of(cls, part: Money | Quantity, whole: Money | Quantity, *, basis: str | None = None) -> "Rate":
        """
        Return *part* as a share of *whole*.

        Raises:
            InvalidValue: if the two are not both money, or not quantities of one unit.
        """
        return cls(part, whole, basis)

    @property
    def value(self) -> Fraction | None:
        """The exact quotient; `None` over nothing."""
        below = _fraction(self.denominator)
        return _fraction(self.numerator) / below if below else None

    def percent(self, places: int = 2) -> Decimal | None:
        """Return the rate in per cent, rounded half up to *places* decimals; `None` over nothing."""
        value = self.value
        return None if value is None else round_half_up(value * 100, places)

    def print(self, places: int = 2) -> str:
        """Return the rate as a page prints it, such as 105.70%; — over nothing."""
        percent = self.percent(places)
        return "—" if percent is None else f"{percent:f}%"

    def __str__(self) -> str:
        return self.print()


def _fraction(figure: Money | Quantity) -> Fraction:
    return Fraction(figure.to(Unit.YUAN) if isinstance(figure, Money) else figure.value)
