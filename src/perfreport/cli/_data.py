"""Facts as plain data, for programs."""

from collections.abc import Mapping
from enum import Enum

from perfreport.money import Money
from perfreport.places import Place
from perfreport.quantity import Quantity, Rate

__all__ = ["plain"]


def plain(fact: object) -> object:
    """Return *fact* as JSON holds it: amounts as text, with their unit."""
    match fact:
        case Money():
            return {"amount": f"{fact.amount:f}", "unit": fact.unit.value}
        case Quantity():
            return str(fact)
        case Rate():
            percent = fact.percent()
            return {
                "percent": None if percent is None else f"{percent:f}",
                "numerator": plain(fact.numerator),
                "denominator": plain(fact.denominator),
                "basis": None if fact.basis is None else str(fact.basis),
            }
        case Enum():
            return fact.value
        case Place():
            return fact.pointer
        case Mapping():
            return {str(name): plain(item) for name, item in fact.items()}
        case tuple():
            return [plain(item) for item in fact]
        case None | bool() | int():
            return fact
        case _:
            return str(fact)
