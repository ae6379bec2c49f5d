"""A comparison that is stricter than equality: digits and units as stated, types, and the order of keys."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import attrs

from perfreport.findings import pointer

__all__ = ["assert_same"]


def assert_same(a: object, b: object) -> None:
    """
    Assert that *a* and *b* are the same to the last digit, and name the path of the first difference.

    Money of 1.5万元 equals 15000元 and 1.50万元, and is the same as neither.

    Raises:
        AssertionError: with the JSON Pointer of the first difference, and what stands there on both sides.
    """
    difference = next(_differences((), a, b), None)
    if difference is not None:
        way, left, right = difference
        msg = f"at {pointer(way) or '(the value itself)'}: {left!r} is not the same as {right!r}"
        raise AssertionError(msg)


def _differences(
    way: tuple[str | int, ...], a: object, b: object
) -> Iterator[tuple[tuple[str | int, ...], object, object]]:
    kind = type(a)
    if kind is not type(b):
        yield way, a, b
    elif isinstance(a, Decimal) and isinstance(b, Decimal):
        if a.as_tuple() != b.as_tuple():
            yield way, a, b
    elif attrs.has(kind):
        for attribute in attrs.fields(kind):
            yield from _differences((*way, attribute.name), getattr(a, attribute.name), getattr(b, attribute.name))
    elif isinstance(a, Mapping) and isinstance(b, Mapping):
        if list(a) != list(b):
            yield way, a, b
        for key in a.keys() & b.keys():
            yield from _differences((*way, str(key)), a[key], b[key])
    elif isinstance(a, tuple | list) and isinstance(b, tuple | list):
        for index, (left, right) in enumerate(zip(a, b, strict=False)):
            yield from _differences((*way, index), left, right)
        if len(a) != len(b):
            yield way, a, b
    elif a != b:
        yield way, a, b
