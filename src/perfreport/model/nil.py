"""The statement that there is nothing: neither silence nor zero."""

from enum import Enum
from typing import Any, Final, final

from attrs import Attribute

from perfreport.checks import Validator, each, is_a, refuse

__all__ = ["NIL", "Nil", "nil_or_each"]


@final
class Nil(Enum):
    """The type of `NIL`, which stands where a document says 「无」."""

    NIL = "无"

    def __repr__(self) -> str:
        return "NIL"


#: 「无」: the document says that there is none. Silence is `None`, and zero is an amount.
NIL: Final = Nil.NIL


def nil_or_each(kind: type) -> Validator:
    """Accept `None`, `NIL` and tuples of *kind*."""
    listed = each(is_a(kind))

    def validate(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if value is None or value is NIL:
            return
        if not isinstance(value, tuple):
            raise refuse(instance, attribute, value, f"None, NIL or a tuple of {kind.__name__}")
        listed(instance, attribute, value)

    return validate
