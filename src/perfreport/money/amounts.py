"""Amounts of money as they are stated (38.26万元): they compare, add and hash by their value in 元, exactly."""

import re
from collections.abc import Iterable
from decimal import Decimal, Inexact
from enum import StrEnum
from typing import Annotated, final

from attrs import Attribute, field, frozen

from perfreport.errors import InvalidMoney, InvalidNumber, shown
from perfreport.money import words
from perfreport.money.words import Wording
from perfreport.names import Term
from perfreport.numerals import EXACT, Numeral, exact, exponent_of, plain, tidy

__all__ = ["Money", "Unit", "total"]

#: Stated amounts are below 10 to this power of 元, and have at most `MAX_DECIMALS` decimals of a 元.
MAX_INTEGER_DIGITS = 24
MAX_DECIMALS = 12
#: What is computed of amounts is below 10 to this power of 元: no document has figures enough to reach it by sums.
MAX_COMPUTED_DIGITS = 32

_CURRENCY = re.compile(r"([+-]?) *(?:CN[¥￥]|[¥￥]|RMB|CNY|人民币) *", re.IGNORECASE)
_YUAN = re.compile(r"(?:元|圆|圓)(?:整|正)? *(?:人民币)?")


@final
class Unit(StrEnum):
    """A unit in which amounts of money are stated."""

    #: The base unit.
    YUAN = "元"
    #: 1,000 元.
    QIAN = "千元"
    #: 10,000 元, the unit of most department reports.
    WAN = "万元"
    #: 100,000,000 元, the unit of government-level reports.
    YI = "亿元"

    @property
    def power(self) -> int:
        """How many 元 one of it is, as a power of ten: 0, 3, 4 or 8."""
        return _POWERS[self]


_POWERS = {Unit.YUAN: 0, Unit.QIAN: 3, Unit.WAN: 4, Unit.YI: 8}


def _amount(value: str | int | Decimal) -> Decimal:
    try:
        return exact(value)
    except InvalidNumber as error:
        raise InvalidMoney(error.given, error.reason) from None


def _stated(money: "Money", _: "Attribute[Unit]", unit: Unit) -> None:
    if not isinstance(unit, Unit):
        raise InvalidMoney(shown(unit), "expected a Unit, such as Unit.WAN")
    if money.amount and money.amount.adjusted() + unit.power >= MAX_INTEGER_DIGITS:
        raise InvalidMoney(shown(money.amount), f"an amount is below 10^{MAX_INTEGER_DIGITS} 元")
    _few_decimals(money.amount, unit)


def _few_decimals(amount: Decimal, unit: Unit) -> None:
    if exponent_of(amount) + unit.power < -MAX_DECIMALS:
        raise InvalidMoney(shown(amount), f"an amount has at most {MAX_DECIMALS} decimals of a 元")


@final
@frozen(eq=False, repr=False)
class Money:
    """
    An exact amount of 人民币, with the digits and in the unit in which it was stated.

    Equality, order and hash go by the amount in 元, so ``Money.wan("1.5") == Money.yuan(15000)``. A sum is stated in
    the finer unit of its two amounts. Zero is an amount like others and is true as a condition: ask ``is not None``
    whether something was stated. Floats, bools, NaN, infinities, exponents and absurd sizes are refused: a stated
    amount is below 10²⁴ 元. What is computed of amounts may be larger, below 10³² 元, so that nobody has to fear the
    sum of figures that could be stated.

    Raises:
        InvalidMoney: if *amount* or *unit* is not what an amount is made of.

    >>> Money.wan("38.26") + Money.yuan(21800)
    Money.yuan('404400')
    """

    amount: Annotated[Decimal, Term("数额", "Amount", "GB/T 15835")] = field(converter=_amount)
    unit: Annotated[Unit, Term("单位", "Unit", "表头 单位：万元")] = field(validator=_stated)

    @classmethod
    def yuan(cls, amount: str | int | Decimal) -> "Money":
        """Return an amount stated in 元."""
        return cls(amount, Unit.YUAN)

    @classmethod
    def qian(cls, amount: str | int | Decimal) -> "Money":
        """Return an amount stated in 千元."""
        return cls(amount, Unit.QIAN)

    @classmethod
    def wan(cls, amount: str | int | Decimal) -> "Money":
        """Return an amount stated in 万元."""
        return cls(amount, Unit.WAN)

    @classmethod
    def yi(cls, amount: str | int | Decimal) -> "Money":
        """Return an amount stated in 亿元."""
        return cls(amount, Unit.YI)

    @classmethod
    def parse(cls, text: str, unit: Unit | None = None) -> "Money":
        """
        Return the amount that all of *text* prints; *unit* is that of the table for figures that carry none.

        Read are 38.26万元, 1,720.00 万, 萬元, 亿元, ¥404,400.00, 人民币, full-width digits, Chinese numerals, amounts
        in words, and line breaks anywhere. A figure with a unit of its own is never scaled twice.

        Raises:
            InvalidMoney: for everything else: counts (1万人次), document numbers, placeholders, empty cells.

        >>> Money.parse("1,720.00万")
        Money.wan('1720.00')
        >>> Money.parse("38.26", Unit.WAN)
        Money.wan('38.26')
        """
        try:
            return cls._parse(text, unit)
        except InvalidNumber as error:
            raise InvalidMoney(shown(text), error.reason) from None

    @classmethod
    def from_words(cls, text: str) -> "Money":
        """
        Return the amount that *text* writes in words (大写金额), in any of the allowed forms.

        Raises:
            InvalidMoney: if *text* departs from the rules; the message says how they spell the amount.

        >>> Money.from_words("人民币肆拾万零肆仟肆佰元整")
        Money.yuan('404400.00')
        """
        try:
            return cls.yuan(words.from_words(text))
        except InvalidNumber as error:
            raise InvalidMoney(error.given, error.reason) from None

    @classmethod
    def _parse(cls, text: str, unit: Unit | None) -> "Money":
        tidied = tidy(text)
        currency = _CURRENCY.match(tidied)
        if tidied.endswith(("角", "分", "角整", "角正")):
            return cls.from_words(tidied)
        number, rest = Numeral.lead(currency.group(1) + tidied[currency.end() :] if currency else tidied)
        has_yuan = _YUAN.fullmatch(rest)
        if rest and not has_yuan:
            raise InvalidMoney(shown(text), f"{shown(rest)} is not a unit of money")
        if not has_yuan and number.power < Unit.WAN.power:
            # A currency sign says 元 only where no table says otherwise; 千 alone may count anything.
            if unit is not None and not number.power:
                return cls(number.digits, unit)
            if not currency:
                raise InvalidMoney(shown(text), "it has no unit such as 元 or 万元")
        stated = max((known for known in Unit if known.power <= number.power), key=lambda known: known.power)
        return cls(plain(EXACT.scaleb(number.digits, number.power - stated.power)), stated)

    def to(self, unit: Unit) -> Decimal:
        """Return the exact number of *unit* that the amount is."""
        return plain(EXACT.scaleb(self.amount, self.unit.power - unit.power))

    def in_unit(self, unit: Unit) -> "Money":
        """Return the same amount stated in *unit*."""
        return self if unit is self.unit else computed(self.to(unit), unit)

    def in_words(self, wording: Wording = Wording()) -> str:  # noqa: B008 - immutable, and so safe to share
        """
        Return the amount in words (大写金额), such as 人民币肆拾万肆仟肆佰元整.

        Raises:
            InvalidValue: if the amount has a fraction of a 分, or is 10¹⁶ 元 or more.
        """
        return words.in_words(self.to(Unit.YUAN), wording)

    def __eq__(self, other: object) -> bool:
        return self.to(Unit.YUAN) == other.to(Unit.YUAN) if isinstance(other, Money) else NotImplemented

    def __lt__(self, other: "Money") -> bool:
        return self.to(Unit.YUAN) < other.to(Unit.YUAN) if isinstance(other, Money) else NotImplemented

    def __le__(self, other: "Money") -> bool:
        return self.to(Unit.YUAN) <= other.to(Unit.YUAN) if isinstance(other, Money) else NotImplemented

    def __gt__(self, other: "Money") -> bool:
        return self.to(Unit.YUAN) > other.to(Unit.YUAN) if isinstance(other, Money) else NotImplemented

    def __ge__(self, other: "Money") -> bool:
        return self.to(Unit.YUAN) >= other.to(Unit.YUAN) if isinstance(other, Money) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.to(Unit.YUAN))

    def __add__(self, other: "Money") -> "Money":
        if not isinstance(other, Money):
            return NotImplemented
        unit = min(self.unit, other.unit, key=lambda known: known.power)
        return computed(EXACT.add(self.to(unit), other.to(unit)), unit)

    def __sub__(self, other: "Money") -> "Money":
        return self + -other if isinstance(other, Money) else NotImplemented

    def __neg__(self) -> "Money":
        return computed(plain(self.amount.copy_negate()), self.unit)

    def __abs__(self) -> "Money":
        return computed(self.amount.copy_abs(), self.unit)

    def __mul__(self, factor: int | Decimal) -> "Money":
        """Return the exact multiple; a product with more digits than an amount may have is refused."""
        if not isinstance(factor, int | Decimal | float):
            return NotImplemented
        try:
            product = plain(EXACT.multiply(self.amount, _amount(factor)))
        except Inexact:
            raise InvalidMoney(shown(factor), "the product has more digits than an amount may have") from None
        _few_decimals(product, self.unit)
        return computed(product, self.unit)

    __rmul__ = __mul__

    def __repr__(self) -> str:
        return f"Money.{self.unit.name.lower()}('{self.amount:f}')"

    def __str__(self) -> str:
        return f"{self.amount:f}{self.unit}"


def computed(amount: Decimal, unit: Unit) -> Money:
    """Return what was computed of amounts, exactly and without an exponent: all that is left to check is its size."""
    if amount.adjusted() + unit.power >= MAX_COMPUTED_DIGITS:
        raise InvalidMoney(shown(amount), f"what is computed of amounts is below 10^{MAX_COMPUTED_DIGITS} 元")
    money = object.__new__(Money)
    object.__setattr__(money, "amount", amount)
    object.__setattr__(money, "unit", unit)
    return money


def total(amounts: Iterable[Money]) -> Money:
    """
    Return the sum of *amounts*, stated in the finest of their units; the sum of none is 0元.

    >>> total([Money.wan("5.70"), Money.wan("0.98"), Money.wan("1.5"), Money.wan("1.94")])
    Money.wan('10.12')
    """
    sums: dict[Unit, Decimal] = {}
    for money in amounts:
        sums[money.unit] = EXACT.add(sums.get(money.unit, _NOTHING), money.amount)
    result: Money | None = None
    for unit, amount in sums.items():
        result = computed(amount, unit) if result is None else result + computed(amount, unit)
    return computed(_NOTHING, Unit.YUAN) if result is None else result


_NOTHING = Decimal(0)
