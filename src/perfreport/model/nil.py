"""The statement that there is nothing: neither silence nor zero."""

from enum import Enum
from typing import Any, Final, final

from attrs import Attribute, frozen

from perfreport._checks import Check

__all__ = ["NIL", "Nil", "NilOr"]


@final
class Nil(Enum):
    """The type of `NIL`, which stands where a document says 「无」."""

    NIL = "无"

    def __repr__(self) -> str:
        return "NIL"


#: 「无」: the document says that there is none. Silence is `None`, and zero is an amount.
NIL: Final = Nil.NIL


@final
@frozen
class NilOr:
    """Accept `NIL` and whatever `check` accepts."""

    check: Check

    def __call__(self, instance: object, attribute: "Attribute[Any]", value: object) -> None:
        """Raise `InvalidValue` unless *value* is `NIL` or passes the check."""
        if value is not NIL:
            self.check(instance, attribute, value)
