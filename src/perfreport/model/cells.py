"""The cells of indicators (指标值, 完成值) as fields hold them."""

from typing import Any, final

from attrs import Attribute, frozen

from perfreport._checks import IsA, fault
from perfreport.errors import InvalidValue
from perfreport.quantity import Actual, Target

__all__ = ["Cell"]


@final
@frozen
class Cell:
    """Accept cells of one kind that every format can hold."""

    kind: type[Target] | type[Actual]

    def __call__(self, instance: object, attribute: "Attribute[Any]", value: Target | Actual) -> None:
        """Raise `InvalidValue` unless *value* is a cell of this kind whose texts say something."""
        IsA(self.kind)(instance, attribute, value)
        columns = [column for column in (value.nature, value.measure) if column is not None]
        # A blank cell says something only through the columns beside it.
        texts = columns + [value.raw] * bool(value.raw or not columns)
        if (reason := next(filter(None, map(fault, texts)), None)) is not None:
            raise InvalidValue(type(instance).__name__, attribute.name, reason)
