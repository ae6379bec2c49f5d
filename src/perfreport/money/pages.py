"""
The pages that money is printed on, and what a printed figure may stand for.

The one answer to that: amounts are whole 分, or as fine as the finest figure that stands among them. At a step of more
than 0.01元 a figure stands for the amounts up to half a step to either side; the end towards zero belongs to it, the
other does not, and a printed zero has neither. At a finer step nothing was rounded, and it stands for itself.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import cache
from typing import Annotated, final

from attrs import field, frozen

from perfreport._checks import IsA, Within
from perfreport.errors import InvalidMoney, InvalidValue, shown
from perfreport.money.amounts import Money, Unit, computed
from perfreport.names import Term
from perfreport.numerals import EXACT, exact, exponent_of, plain

__all__ = ["Interval", "Presentation", "allocate", "bounds", "decimals_of", "step", "steps_of"]

#: The most decimals that a page prints.
MAX_PLACES = 8
#: The decimals of a 元 that amounts have, unless one is stated finer: they are whole 分.
FEN_PLACES = 2

_ROUNDING = Context(
    prec=60, rounding=ROUND_HALF_UP, Emin=-999_999, Emax=999_999, capitals=1, clamp=0, flags=[],
    traps=[InvalidOperation],
)  # fmt: skip


@cache
def step(unit: Unit, exponent: int) -> Money:
    """Return the distance between two neighbouring figures whose last digit is this power of ten."""
    return Money(EXACT.scaleb(Decimal(1), exponent), unit)


def steps_of(figures: Sequence[Money], presentation: "Presentation | None" = None) -> list[Money]:
    """Return the step of each figure on its page; without a page, the finest one among the figures of its unit."""
    if presentation is not None:
        return [presentation.step_of(figure) for figure in figures]
    finest: dict[Unit, int] = {}
    for figure in figures:
        finest[figure.unit] = min(finest.get(figure.unit, 0), exponent_of(figure.amount))
    return [step(figure.unit, finest[figure.unit]) for figure in figures]


def decimals_of(figures: Iterable[Money]) -> int:
    """Return how many decimals of a 元 the amounts behind *figures* have: 2, or those of the finest figure."""
    return max([FEN_PLACES, *(-exponent_of(figure.amount) - figure.unit.power for figure in figures)])


def bounds(figure: Money, grid: Money, places: int = FEN_PLACES) -> tuple[int, int]:
    """
    Return the least and the greatest amount that prints as *figure* at the step *grid*.

    Amounts are counted in units of 10⁻ᵖ 元, where *places* is p, at least the `decimals_of` the figure: in 分, unless
    more is asked for.

    >>> bounds(Money.wan("40.44"), Money.wan("0.01"))
    (40435000, 40444999)
    """
    amount, half = _reach(figure, grid, places)
    # The end away from zero belongs to the next figure.
    return (amount - half + (amount <= 0), amount + half - (amount >= 0)) if half else (amount, amount)


def _reach(figure: Money, grid: Money, places: int) -> tuple[int, int]:
    """Return what *figure* is in units of 10⁻ᵖ 元, and half a step; 0 where nothing was rounded."""
    whole = _count(grid, places)
    return _count(figure, places), whole // 2 if whole > 10 ** (places - FEN_PLACES) else 0


def _count(money: Money, places: int) -> int:
    return int(EXACT.scaleb(money.amount, money.unit.power + places))


@final
@frozen
class Interval:
    """The amounts that one printed figure can stand for."""

    low: Money
    high: Money
    #: Whether `low` and `high` themselves belong to it.
    includes_low: bool = True
    includes_high: bool = True

    @classmethod
    def of(cls, figure: Money, grid: Money) -> "Interval":
        """
        Return the amounts that print as *figure* at the step *grid*: those between its `bounds`, however fine.

        >>> str(Interval.of(Money.wan("40.44"), Money.wan("0.01")).high)
        '40.445万元'
        """
        places = decimals_of([figure])
        amount, half = _reach(figure, grid, places)
        if not half:
            return cls(figure, figure)
        low, high = (_amount(end, places, figure.unit) for end in (amount - half, amount + half))
        return cls(low, high, includes_low=amount > 0, includes_high=amount < 0)

    def __contains__(self, money: Money) -> bool:
        above = self.low <= money if self.includes_low else self.low < money
        return above and (money <= self.high if self.includes_high else money < self.high)


def _amount(count: int, places: int, unit: Unit) -> Money:
    """Return an amount that was counted in units of 10⁻ᵖ 元, without zeros after its decimals."""
    return computed(plain(EXACT.normalize(EXACT.scaleb(Decimal(count), -places - unit.power))), unit)


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
        return computed(plain(_ROUNDING.quantize(money.to(self.unit), self.step.amount)), self.unit)

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
        (-u/2, u/2) for a printed zero. Where the step is 0.01元 or finer nothing was rounded, and only the figure
        itself belongs to it. A text is read first, with the page's unit where it carries none.
        """
        money = Money.parse(figure, self.unit) if isinstance(figure, str) else figure
        return Interval.of(money, self.step_of(money))

    def tolerance(self, parts: int) -> Money:
        """
        Return the largest gap between a printed total and the sum of *parts* printed parts that rounding explains.

        It is ⌊n/2⌋ steps, and nothing where the step is 0.01元 or finer: amounts are whole 分 and nothing was rounded.
        """
        _, half = _reach(self.step, self.step, FEN_PLACES)
        return self.step * (parts // 2 if half else 0)


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
    exact_weights = [exact(weight) for weight in weights]
    if not exact_weights or min(exact_weights) < 0 or not any(exact_weights):
        raise InvalidValue("allocate", "weights", "expected weights of 0 or more, with one above 0")
    lowest = min(exponent_of(weight) for weight in exact_weights)
    shares_of = [int(EXACT.scaleb(weight, -lowest)) for weight in exact_weights]
    steps = int(EXACT.scaleb(whole.to(presentation.unit), presentation.places))
    divided = [divmod(abs(steps) * share, sum(shares_of)) for share in shares_of]
    left = abs(steps) - sum(floor for floor, _ in divided)
    served = sorted(range(len(divided)), key=lambda index: -divided[index][1])[:left]
    counts = [floor + (index in served) for index, (floor, _) in enumerate(divided)]
    return tuple(presentation.step * (-count if steps < 0 else count) for count in counts)
