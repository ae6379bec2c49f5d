"""The pages that money is printed on, and how much a printed figure can hide."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import cache
from typing import Annotated, final

from attrs import field, frozen

from perfreport._checks import IsA, Within
from perfreport.errors import InvalidMoney, InvalidValue, shown
from perfreport.findings import because
from perfreport.money.amounts import Money, Unit
from perfreport.names import Term
from perfreport.numerals import exact, exponent_of

__all__ = ["Interval", "Presentation", "allocate", "step"]

#: The most decimals that a page prints.
MAX_PLACES = 8

_ROUNDING = Context(prec=60, rounding=ROUND_HALF_UP, traps=[InvalidOperation])
_ONE_FEN = Decimal("0.01")


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

    unit: Annotated[Unit, Term("金额单位", "Unit", "表头 单位：万元")] = field(validator=IsA(Unit))
    places: Annotated[int, Term("小数位数", "Decimals", "perfreport")] = field(
        default=2, validator=Within(0, MAX_PLACES)
    )
    grouping: Annotated[bool, Term("千分位", "Thousands grouped", "perfreport")] = field(
        default=False, validator=IsA(bool)
    )

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
            shown(str(whole)),
            because("it is not a multiple of {step}, so it cannot be shared out", step=presentation.step),
        )
    exact_weights = [exact(weight) for weight in weights]
    if not exact_weights or min(exact_weights) < 0 or not any(exact_weights):
        raise InvalidValue("allocate", "weights", because("expected weights of 0 or more, with one above 0"))
    lowest = min(exponent_of(weight) for weight in exact_weights)
    shares_of = [int(weight.scaleb(-lowest)) for weight in exact_weights]
    steps = int(whole.to(presentation.unit).scaleb(presentation.places))
    divided = [divmod(abs(steps) * share, sum(shares_of)) for share in shares_of]
    left = abs(steps) - sum(floor for floor, _ in divided)
    served = sorted(range(len(divided)), key=lambda index: -divided[index][1])[:left]
    counts = [floor + (index in served) for index, (floor, _) in enumerate(divided)]
    return tuple(presentation.step * (-count if steps < 0 else count) for count in counts)
