"""Documents that say something wherever something can be said, and no two things the same."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from itertools import count
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from attrs import has

from perfreport import Money, Presentation, Quantity, Unit
from perfreport._checks import Within
from perfreport.frozenmap import FrozenMap
from perfreport.model import GoalPlan, Nil, ProjectDeclaration
from perfreport.model._fields import hints
from perfreport.quantity import Actual, Target

__all__ = ["UNKNOWN", "planted"]

#: A key that no class has; what stands under it is planted too.
UNKNOWN = "未知项"
_LEAVES = (Money, Quantity, Presentation, Target, Actual)
#: What may not contradict other fields of its class.
_ORDERED: dict[type, dict[str, object]] = {
    GoalPlan: {"first_year": 2001, "last_year": 2009},
    ProjectDeclaration: {"start": dt.date(2001, 1, 1), "end": dt.date(2002, 1, 1)},
}


def planted(kind: type, *, unknown: bool = False) -> Any:
    """Return a *kind* with a value at every way, two in every list, and where asked for a key that is not known."""
    return _made(kind, count(100), (), unknown=unknown)


def _made(hint: Any, number: Iterator[int], above: tuple[type, ...], *, unknown: bool) -> Any:
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        within = next((said for said in hint.__metadata__ if isinstance(said, Within)), None)
        if within is not None and inside[0] is int:
            return within.low + next(number) % (within.high - within.low + 1)
        return _made(inside[0], number, above, unknown=unknown)
    if origin in (Union, UnionType):
        part = next(part for part in inside if part not in (NoneType, Nil))
        return _made(part, number, above, unknown=unknown)
    if origin is tuple:
        items = (_made(inside[0], number, above, unknown=unknown) for _ in range(2))
        return tuple(item for item in items if item is not None)
    if has(hint) and hint not in _LEAVES:
        # A class that holds itself is inside itself once.
        return _object(hint, number, above, unknown=unknown) if above.count(hint) <= 1 else None
    return _leaf(hint, next(number))


def _object(kind: type, number: Iterator[int], above: tuple[type, ...], *, unknown: bool) -> Any:
    made = {
        name: _made(hint, number, (*above, kind), unknown=unknown)
        for name, hint in hints(kind).items()
        if name != "extra"
    }
    said = {name: value for name, value in made.items() if value is not None} | _ORDERED.get(kind, {})
    if unknown:
        said["extra"] = FrozenMap({UNKNOWN: (f"词{next(number)}", FrozenMap({"内": next(number)}))})
    return kind(**said)


def _leaf(kind: type, number: int) -> object:
    if issubclass(kind, Enum):
        words = list(kind)
        return words[number % len(words)]
    if kind in (Target, Actual):
        return kind(f"≥{number}人", nature=f"性质{number}", measure=f"单位{number}")
    return {
        Money: Money(Decimal(number), Unit.WAN),
        Quantity: Quantity(number, "%"),
        Presentation: Presentation(Unit.WAN, 2),
        Decimal: Decimal(number),
        dt.date: dt.date(2000, 1, 1) + dt.timedelta(days=number),
        bool: True,
        int: number,
        str: f"词{number}",
    }[kind]
