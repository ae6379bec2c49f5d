"""The statement that there is nothing: neither silence nor zero."""

from enum import Enum
from typing import Final, final

__all__ = ["NIL", "Nil"]


@final
class Nil(Enum):
    """The type of `NIL`, which stands where a document says 「无」."""

    NIL = "无"

    def __repr__(self) -> str:
        return "NIL"


#: 「无」: the document says that there is none. Silence is `None`, and zero is an amount.
NIL: Final = Nil.NIL
