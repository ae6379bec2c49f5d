"""A comparison that is stricter than equality: digits and units as stated, types, and the order of keys."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

import attrs

from perfreport.places import pointer

__all__ = ["assert_same"]

Way: TypeAlias = tuple[str | int, ...]


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


def _differences(way: Way, a: object, b: object) -> Iterator[tuple[Way, object, object]]:
    kind: Any = type(a)
    taken_apart = _taken_apart(kind)
    if kind is not type(b) or taken_apart is None:
        if kind is not type(b) or not _alike(a, b):
            yield way, a, b
        return
    left, right = taken_apart(a), taken_apart(b)
    for (step, one), (other_step, other) in zip(left, right, strict=False):
        yield from _differences((*way, step), one, other) if step == other_step else [(way, a, b)]
    if len(left) != len(right):
        yield way, a, b


def _alike(a: object, b: object) -> bool:
    return a.as_tuple() == b.as_tuple() if isinstance(a, Decimal) and isinstance(b, Decimal) else a == b


@cache
def _taken_apart(kind: type) -> Callable[[Any], list[tuple[str | int, object]]] | None:
    """Return what takes a *kind* apart, each part with the step that leads to it; `None` if it is made of nothing."""
    if attrs.has(kind):
        names = [attribute.name for attribute in attrs.fields(kind)]
        return lambda value: [(name, getattr(value, name)) for name in names]
    if issubclass(kind, Mapping):
        return lambda value: [(str(key), item) for key, item in value.items()]
    return (lambda value: list(enumerate(value))) if issubclass(kind, tuple | list) else None
