"""Weights and scores (分值, 得分), and the other exact numbers that forms hold."""

from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from attrs import Attribute

from perfreport._checks import refuse
from perfreport.numerals import exact

__all__ = ["Points", "Score", "points"]


def points(value: str | int | Decimal | None) -> Decimal | None:
    """
    Return *value* as an exact number, `None` for silence.

    Raises:
        InvalidNumber: for floats, bools and whatever is no printed number.
    """
    return None if value is None else exact(value)


def _not_negative(instance: object, attribute: "Attribute[Any]", value: Decimal) -> None:
    if value < 0:
        raise refuse(instance, attribute, value, "expected a number that is not negative, not {given}")


#: A weight (分值), or the size of a building.
Points: TypeAlias = Annotated[Decimal, _not_negative]
#: A score (得分) as stated: one below zero is doubtful, and so kept for a rule to find.
Score: TypeAlias = Decimal
