"""Validators for the fields of values: each refuses with an `InvalidValue` that names the class and the field."""

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from attrs import Attribute

from perfreport.errors import InvalidValue, shown

#: What attrs calls with the instance, the field and the value.
Validator: TypeAlias = Callable[[Any, "Attribute[Any]", Any], None]

__all__ = ["Validator", "each", "fault", "is_a", "one_of", "optional", "refuse", "said", "within"]

#: The longest text that one field holds.
MAX_TEXT = 100_000
# Control characters other than line breaks and tabs, and halves of surrogate pairs: no file could hold them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def refuse(instance: object, attribute: "Attribute[Any]", value: object, expected: str) -> InvalidValue:
    """Return the error that says that *value* is not what the field expects."""
    return InvalidValue(type(instance).__name__, attribute.name, f"expected {expected}, not {shown(value)}")


def is_a(*types: type) -> Validator:
    """Accept instances of exactly these types: a bool is not an int here."""
    expected = " or ".join(kind.__name__ for kind in types)

    def validate(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if type(value) not in types:
            raise refuse(instance, attribute, value, f"a value of type {expected}")

    return validate


def one_of(*values: object) -> Validator:
    """Accept one of these *values*."""
    expected = " or ".join(map(str, values))

    def validate(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if value not in values:
            raise refuse(instance, attribute, value, expected)

    return validate


def fault(value: str) -> str | None:
    """Return what a text should have been if no field can hold it: it is blank, too long, or no format can write it."""
    if not value.strip():
        return "text that is not blank (leave the field out when nothing is said)"
    if len(value) > MAX_TEXT:
        return f"at most {MAX_TEXT:,} characters"
    return "text without control characters or lone surrogates" if _UNPRINTABLE.search(value) else None


def said(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Accept text that says something and that every format can hold."""
    expected = fault(value) if isinstance(value, str) else "text"
    if expected is not None:
        raise refuse(instance, attribute, value, expected)


def within(low: int, high: int) -> Validator:
    """Accept whole numbers from *low* to *high*."""

    def validate(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if type(value) is not int or not low <= value <= high:
            raise refuse(instance, attribute, value, f"a whole number from {low} to {high}")

    return validate


def optional(validator: Validator) -> Validator:
    """Accept `None`, the silence of a document, and whatever *validator* accepts."""

    def validate(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if value is not None:
            validator(instance, attribute, value)

    return validate


def each(validator: Validator) -> Validator:
    """Accept tuples of whatever *validator* accepts; other sequences could change."""

    def validate(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, tuple):
            raise refuse(instance, attribute, value, "a tuple")
        for item in value:
            validator(instance, attribute, item)

    return validate
