"""Weights and scores (分值, 得分), and the other exact numbers that forms hold."""

from decimal import Decimal
from typing import Any

from attrs import Attribute

from perfreport.checks import refuse
from perfreport.numerals import exact

__all__ = ["not_negative", "points"]


def points(value: str | int | Decimal | None) -> Decimal | None:
    """
    Return *value* as an exact number, `None` for silence.

    Raises:
        InvalidNumber: for floats, bools and whatever is no printed number.
    """
    return None if value is None else exact(value)


def not_negative(instance: object, attribute: "Attribute[Any]", value: Decimal | None) -> None:
    """Accept `None` and numbers from 0 up."""
    if value is not None and value < 0:
        raise refuse(instance, attribute, value, "a number that is not negative")
