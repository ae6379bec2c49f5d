"""
Money as a report states it, and the page that it is printed on.

An amount keeps the digits and the unit that were printed (38.26万元); it compares, adds and hashes by its value in 元.
All arithmetic is exact. A `Presentation` says how a page prints, and so how much a printed figure can hide.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import final

from attrs import Attribute, field, frozen

from perfreport import words
from perfreport.checks import is_a, within
from perfreport.errors import InvalidMoney, InvalidNumber, InvalidValue, shown
from perfreport.numerals import EXACT, Numeral, exact, exponent_of, plain, tidy
from perfreport.words import Wording

__all__ = ["Interval", "Money", "Presentation", "Unit", "Wording", "allocate", "total"]

#: Amounts are below 10 to this power of 元, and have at most `MAX_DECIMALS` decimals of a 元.
MAX_INTEGER_DIGITS = 24
MAX_DECIMALS = 12
#: The most decimals that a page prints.
MAX_PLACES = 8

_ROUNDING = Context(prec=60, rounding=ROUND_HALF_UP, traps=[InvalidOperation])
_CURRENCY = re.compile(r"([+-]?) *(?:CN[¥￥]|[¥￥]|RMB|CNY|人民币) *", re.IGNORECASE)
_YUAN = re.compile(r"(?:元|圆|圓)(?:整|正)? *(?:人民币)?")
_ONE_FEN = Decimal("0.01")


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
    if exponent_of(money.amount) + unit.power < -MAX_DECIMALS:
        raise InvalidMoney(shown(money.amount), f"an amount has at most {MAX_DECIMALS} decimals of a 元")


@final
@frozen(eq=False, repr=False)
class Money:
    """
    An exact amount of 人民币, with the digits and in the unit in which it was stated.

    Equality, order and hash go by the amount in 元, so ``Money.wan("1.5") == Money.yuan(15000)``. A sum is stated in
    the finer unit of its two amounts. Zero is an amount like others and is true as a condition: ask ``is not None``
    whether something was stated. Floats, bools, NaN, infinities, exponents and absurd sizes are refused.

    Raises:
        InvalidMoney: if *amount* or *unit* is not what an amount is made of.

    >>> Money.wan("38.26") + Money.yuan(21800)
    Money.yuan('404400')
    """

    amount: Decimal = field(converter=_amount)
    unit: Unit = field(validator=_stated)

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
        return self if unit is self.unit else Money(self.to(unit), unit)

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
        return Money(EXACT.add(self.to(unit), other.to(unit)), unit)

    def __sub__(self, other: "Money") -> "Money":
        return self + -other if isinstance(other, Money) else NotImplemented

    def __neg__(self) -> "Money":
        return Money(self.amount.copy_negate(), self.unit)

    def __abs__(self) -> "Money":
        return Money(self.amount.copy_abs(), self.unit)

    def __mul__(self, factor: int | Decimal) -> "Money":
        """Return the exact multiple; a product with more digits than an amount may have is refused."""
        if not isinstance(factor, int | Decimal | float):
            return NotImplemented
        try:
            return Money(EXACT.multiply(self.amount, _amount(factor)), self.unit)
        except Inexact:
            raise InvalidMoney(shown(factor), "the product has more digits than an amount may have") from None

    __rmul__ = __mul__

    def __repr__(self) -> str:
        return f"Money.{self.unit.name.lower()}('{self.amount}')"

    def __str__(self) -> str:
        return f"{self.amount:f}{self.unit}"


def total(amounts: Iterable[Money]) -> Money:
    """
    Return the sum of *amounts*, stated in the finest of their units; the sum of none is 0元.

    >>> total([Money.wan("5.70"), Money.wan("0.98"), Money.wan("1.5"), Money.wan("1.94")])
    Money.wan('10.12')
    """
    sums: dict[Unit, Decimal] = {}
    for money in amounts:
        sums[money.unit] = EXACT.add(sums.get(money.unit, Decimal(0)), money.amount)
    result: Money | None = None
    for unit, amount in sums.items():
        result = Money(amount, unit) if result is None else result + Money(amount, unit)
    return Money.yuan(0) if result is None else result


@cache
def step(unit: Unit, exponent: int) -> Money:
    """Return the distance between two neighbouring figures whose last digit is this power of ten."""
    return Money(Decimal(1).scaleb(exponent), unit)


@final
@frozen
class Interval:
    """The amounts that one printed figure can stand for."""

    low: Money
    high: Money
    #: Whether `low` and `high` themselves belong to it.
    includes_low: bool = True
    includes_high: bool = True

    def __contains__(self, money: Money) -> bool:
        above = self.low <= money if self.includes_low else self.low < money
        return above and (money <= self.high if self.includes_high else money < self.high)


@final
@frozen
class Presentation:
    """
    How a page prints money: the unit, how many decimals, and whether thousands are grouped.

    Rounding is half up, ties away from zero (四舍五入), and a negative zero is never printed. Under it a printed figure
    is the `interval` of the amounts that print so.

    >>> Presentation(Unit.WAN, 2).print(Money.yuan(404400))
    '40.44万元'
    """

    unit: Unit = field(validator=is_a(Unit))
    places: int = field(default=2, validator=within(0, MAX_PLACES))
    grouping: bool = field(default=False, validator=is_a(bool))

    @property
    def step(self) -> Money:
        """The distance between two neighbouring figures: 0.01万元 for 万元 with two decimals."""
        return step(self.unit, -self.places)

    def round(self, money: Money) -> Money:
        """Return the amount that is printed for *money*."""
        return Money(_ROUNDING.quantize(money.to(self.unit), self.step.amount), self.unit)

    def figure(self, money: Money) -> str:
        """Return *money* as a table with the unit in its head shows it: digits only."""
        return f"{self.round(money).amount:{',' if self.grouping else ''}f}"

    def print(self, money: Money) -> str:
        """Return *money* as running text on this page shows it: digits and unit."""
        return self.figure(money) + self.unit

    def step_of(self, money: Money) -> Money:
        """
        Return the step at which *money* stands on this page.

        A figure in the page's unit is as exact as the page, and more exact when more digits were typed. A figure in
        another unit did not come off this grid: it is as exact as its own digits.
        """
        exponent = exponent_of(money.amount)
        return step(money.unit, min(exponent, -self.places) if money.unit is self.unit else exponent)

    def interval(self, figure: Money | str) -> Interval:
        """
        Return the amounts that *figure*, as printed on this page, can stand for: half a step to either side.

        The end towards zero belongs to it, the other does not: [p - u/2, p + u/2) above zero, mirrored below it, and
        (-u/2, u/2) for a printed zero. A text is read first, with the page's unit where it carries none.
        """
        money = Money.parse(figure, self.unit) if isinstance(figure, str) else figure
        half = self.step_of(money) * Decimal("0.5")
        zero = Money(0, money.unit)
        return Interval(money - half, money + half, includes_low=money > zero, includes_high=money < zero)

    def tolerance(self, parts: int) -> Money:
        """
        Return the largest gap between a printed total and the sum of *parts* printed parts that rounding explains.

        It is ⌊n/2⌋ steps, and nothing where the step is 0.01元 or finer: amounts are whole 分 and nothing was rounded.
        """
        if self.step <= Money.yuan(_ONE_FEN):
            return Money(0, self.unit)
        return self.step * (parts // 2)


def allocate(whole: Money, weights: Sequence[int | Decimal], presentation: Presentation) -> tuple[Money, ...]:
    """
    Return *whole* shared out by *weights* on the grid of *presentation*, by largest remainder.

    The shares add up to *whole*; each differs from its exact share by less than a step. Equal remainders are served in
    order. A negative whole is shared like its opposite.

    Raises:
        InvalidMoney: if *whole* does not stand on the grid.
        InvalidValue: if there are no weights, one is negative, or all are zero.

    >>> allocate(Money.wan("10.00"), [1, 1, 1], Presentation(Unit.WAN))
    (Money.wan('3.34'), Money.wan('3.33'), Money.wan('3.33'))
    """
    if presentation.round(whole) != whole:
        raise InvalidMoney(
            shown(str(whole)), f"it is not a multiple of {presentation.step}, so it cannot be shared out"
        )
    exact_weights = [_amount(weight) for weight in weights]
    if not exact_weights or min(exact_weights) < 0 or not any(exact_weights):
        raise InvalidValue("allocate", "weights", "expected weights of 0 or more, with one above 0")
    lowest = min(exponent_of(weight) for weight in exact_weights)
    shares_of = [int(weight.scaleb(-lowest)) for weight in exact_weights]
    steps = int(whole.to(presentation.unit).scaleb(presentation.places))
    divided = [divmod(abs(steps) * share, sum(shares_of)) for share in shares_of]
    left = abs(steps) - sum(floor for floor, _ in divided)
    served = sorted(range(len(divided)), key=lambda index: -divided[index][1])[:left]
    counts = [floor + (index in served) for index, (floor, _) in enumerate(divided)]
    return tuple(presentation.step * (-count if steps < 0 else count) for count in counts)
