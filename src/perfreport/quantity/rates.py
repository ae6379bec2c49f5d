"""Rates that keep what they divide."""

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, final

from attrs import field, frozen

from perfreport.errors import InvalidValue
from perfreport.findings import because
from perfreport.money import Money, Unit
from perfreport.names import Term
from perfreport.numerals import round_half_up
from perfreport.quantity.amounts import Quantity

__all__ = ["Rate"]


def _comparable(rate: "Rate", _: object, denominator: "Money | Quantity") -> None:
    numerator = rate.numerator
    if isinstance(numerator, Money) and isinstance(denominator, Money):
        return
    if isinstance(numerator, Quantity) and isinstance(denominator, Quantity):
        if numerator.base_unit == denominator.base_unit:
            return
        upper, lower = (unit or because("no unit") for unit in (numerator.base_unit, denominator.base_unit))
        reason = because("{upper} cannot be divided by {lower}", upper=upper, lower=lower)
        raise InvalidValue("Rate", "denominator", reason)
    raise InvalidValue("Rate", "denominator", because("expected two amounts of money, or two quantities of one unit"))


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

    numerator: Annotated[Money | Quantity, Term("分子", "Numerator", "perfreport")]
    denominator: Annotated[Money | Quantity, Term("分母", "Denominator", "perfreport")] = field(validator=_comparable)
    #: What the denominator is, such as a `BudgetStage`; `None` where it needs no saying.
    basis: Annotated[str | None, Term("口径", "Basis", "perfreport")] = None

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
