"""
What fields accept: checks are values, so that their bounds can be read, and each refuses with an `InvalidValue`.

A check is called as attrs calls a validator: with the instance, the field and the value.
"""

import re
from collections.abc import Callable
from typing import Any, TypeAlias, final

from attrs import Attribute, field, frozen

from perfreport.errors import InvalidValue, shown
from perfreport.findings import Reason, because

__all__ = ["MAX_TEXT", "SAID", "Check", "Each", "IsA", "OneOf", "OrNone", "Said", "Within", "fault", "refuse"]

#: What attrs calls with the instance, the field and the value.
Check: TypeAlias = Callable[[Any, "Attribute[Any]", Any], None]

#: The longest text that one field holds.
MAX_TEXT = 100_000
# Control characters other than line breaks and tabs, and halves of surrogate pairs: no file could hold them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def refuse(
    instance: object, attribute: "Attribute[Any]", value: object, template: str, /, **facts: object
) -> InvalidValue:
    """Return the error that says by *template* and its *facts* that *value*, `given`, is not what the field expects."""
    return InvalidValue(type(instance).__name__, attribute.name, because(template, given=shown(value), **facts))


def fault(value: str) -> Reason | None:
    """Return what is wrong with a text that no field can hold: it is blank, too long, or no format can write it."""
    if not value.strip():
        return because(
            "expected text that is not blank (leave the field out when nothing is said), not {given}",
            given=shown(value),
        )
    if len(value) > MAX_TEXT:
        return because("expected at most {most:,} characters, not {given}", most=MAX_TEXT, given=shown(value))
    if _UNPRINTABLE.search(value):
        return because("expected text without control characters or lone surrogates, not {given}", given=shown(value))
    return None


def _kinds(kinds: type | tuple[type, ...]) -> tuple[type, ...]:
    return kinds if isinstance(kinds, tuple) else (kinds,)


@final
@frozen
class IsA:
    """Accept instances of exactly this type, or of one of these: a bool is not an int here."""

    kinds: tuple[type, ...] = field(converter=_kinds)

    def __call__(self, instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if type(value) not in self.kinds:
            types = tuple(kind.__name__ for kind in self.kinds)
            raise refuse(instance, attribute, value, "expected a value of type {types}, not {given}", types=types)


@final
@frozen
class OneOf:
    """Accept one of these values."""

    values: tuple[object, ...]

    def __call__(self, instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if value not in self.values:
            values = tuple(map(str, self.values))
            raise refuse(instance, attribute, value, "expected one of {values}, not {given}", values=values)


@final
@frozen
class Said:
    """Accept text that says something and that every format can hold."""

    most: int = MAX_TEXT

    def __call__(self, instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, str):
            raise refuse(instance, attribute, value, "expected text, not {given}")
        if (reason := fault(value)) is not None:
            raise InvalidValue(type(instance).__name__, attribute.name, reason)


SAID = Said()


@final
@frozen
class Within:
    """Accept whole numbers from `low` to `high`."""

    low: int
    high: int

    def __call__(self, instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if type(value) is not int or not self.low <= value <= self.high:
            raise refuse(
                instance,
                attribute,
                value,
                "expected a whole number from {low} to {high}, not {given}",
                low=self.low,
                high=self.high,
            )


@final
@frozen
class OrNone:
    """Accept `None`, the silence of a document, and whatever `check` accepts."""

    check: Check

    def __call__(self, instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if value is not None:
            self.check(instance, attribute, value)


@final
@frozen
class Each:
    """Accept tuples of whatever `check` accepts; other sequences could change."""

    check: Check

    def __call__(self, instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, tuple):
            raise refuse(instance, attribute, value, "expected a tuple, not {given}")
        for item in value:
            self.check(instance, attribute, item)
