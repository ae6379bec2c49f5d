"""
Values drawn by the types of their fields, so that a field of a class is drawn as soon as it is there.

Where figures have to agree with each other, a maker written by hand takes the place of the type; it gives the fields
that must agree and leaves the others to their types.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, TypeVar, Union, final, get_args, get_origin

from attrs import evolve, frozen, has
from hypothesis import strategies as st

from perfreport._checks import Within
from perfreport.model import NIL, Nil, is_document
from perfreport.model._fields import Year, hints
from perfreport.money import Money, Presentation
from perfreport.numerals import EXACT
from perfreport.quantity import Actual, Quantity, Target
from perfreport.testing._cells import actuals, targets
from perfreport.testing._values import quantities, texts

__all__ = ["BOOLEANS", "POINTS", "STEPS", "Drawing", "by_type", "drawn", "money_at", "silent_or", "text"]

Made = TypeVar("Made")

BOOLEANS = st.booleans()
#: Amounts, in steps of the page that they are printed on.
STEPS = st.integers(0, 10**9)
#: Points with two decimals.
POINTS = st.integers(0, 10_000).map(lambda cents: EXACT.scaleb(Decimal(cents), -2))
_DATES = st.dates(dt.date(1950, 1, 1), dt.date(2199, 12, 31))
_WORDS = st.sampled_from(["预算", "绩效", "某局", "一、项目", "资金A1", "完成\n良好", "“二”：", "010"])
#: Plain words most of the time: wild ones cost ten times as much to draw.
_TEXTS = st.one_of(_WORDS, _WORDS, _WORDS, texts())
_IN_FOUR = st.integers(0, 3)
#: What a list holds at most, and how deep a class stands inside itself.
_MOST, _DEPTH = 2, 2


@final
@frozen(kw_only=True)
class Drawing:
    """What the values of one document share while they are drawn."""

    draw: st.DrawFn
    #: The page that all money is printed on.
    page: Presentation
    #: The year that the document is on.
    year: int
    #: What draws the classes whose figures must agree.
    makers: "Mapping[type, Callable[[Drawing], Any]]"
    max_projects: int = 4
    #: How many there are at most of each form that a report can have several of.
    max_forms: int = 1
    #: How many indicators a self-evaluation has, at least and at most.
    indicators: tuple[int, int] = (1, 4)
    #: The classes around a value that can stand inside themselves.
    around: tuple[type, ...] = ()


_Recipe: TypeAlias = Callable[[Drawing], Any]


def drawn(at: Drawing, kind: type[Made]) -> Made:
    """Draw a *kind*: by its maker where it has one, else by the types of its fields."""
    maker = at.makers.get(kind)
    made: Made = by_type(at, kind) if maker is None else maker(at)
    return made


def by_type(at: Drawing, kind: type[Made], /, **given: Any) -> Made:
    """
    Draw a *kind* with the fields that are *given*, and the others by their types.

    Fields that may be silent are so half of the time, and no key is unknown. A year is that of the document, and money
    stands on its page.
    """
    drawn_kind: Any = kind
    open_ = [(name, recipe, silent) for name, recipe, silent in _recipes(drawn_kind) if name not in given]
    if _holds_itself(drawn_kind):
        at = evolve(at, around=(*at.around, kind))
    for name, recipe, silent in open_:
        given[name] = recipe(at) if not silent or at.draw(BOOLEANS) else None
    return kind(**given)


def text(at: Drawing) -> str:
    """Draw text for a field."""
    return at.draw(_TEXTS)


def silent_or(at: Drawing, recipe: Callable[[Drawing], Made]) -> Made | None:
    """Draw nothing, or what *recipe* draws."""
    return recipe(at) if at.draw(BOOLEANS) else None


def money_at(page: Presentation, steps: int) -> Money:
    """Return *steps* of *page* as money."""
    return Money(EXACT.scaleb(Decimal(steps), -page.places), page.unit)


@cache
def _upto(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)


@cache
def _recipes(kind: type) -> Sequence[tuple[str, _Recipe, bool]]:
    """Return how each field of *kind* is drawn, and whether it may be silent."""
    return [
        (name, _recipe(hint), NoneType in get_args(_bare(hint)))
        for name, hint in hints(kind).items()
        if name != "extra"
    ]


@cache
def _holds_itself(kind: type) -> bool:
    return any(kind in get_args(_bare(hint)) for hint in hints(kind).values())


def _bare(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _recipe(hint: Any) -> _Recipe:
    """Return what draws values of a type, silence aside."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        checks = [check for check in inside[1:] if isinstance(check, Within)]
        if checks and checks[0] in get_args(Year):
            return _year
        return _from(st.integers(checks[0].low, checks[0].high)) if checks else _recipe(inside[0])
    if origin in (Union, UnionType):
        (part,) = (part for part in inside if part not in (NoneType, Nil))
        recipe = _recipe(part)
        return (lambda at: recipe(at) if at.draw(_IN_FOUR) else NIL) if Nil in inside else recipe
    if origin is tuple:
        return _several(inside[0])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _from(st.sampled_from(hint))
    return _LEAVES[hint] if hint in _LEAVES else _class(hint)


def _from(strategy: st.SearchStrategy[Any]) -> _Recipe:
    return lambda at: at.draw(strategy)


def _class(kind: type) -> _Recipe:
    if not has(kind):
        msg = f"no strategy draws a field of the type {kind}"
        raise TypeError(msg)
    return lambda at: drawn(at, kind)


def _several(item: Any) -> _Recipe:
    recipe, repeats = _recipe(item), not (isinstance(item, type) and issubclass(item, Enum))

    def several(at: Drawing) -> tuple[Any, ...]:
        most = 0 if at.around.count(item) >= _DEPTH else at.max_forms if is_document(item) else _MOST
        found = [recipe(at) for _ in range(at.draw(_upto(most)))]
        # Words of a list are ticked once.
        return tuple(found if repeats else dict.fromkeys(found))

    return several


def _year(at: Drawing) -> int:
    return at.year


_LEAVES: Mapping[Any, _Recipe] = {
    str: text,
    bool: _from(BOOLEANS),
    Decimal: _from(POINTS),
    dt.date: _from(_DATES),
    Money: lambda at: money_at(at.page, at.draw(STEPS)),
    Presentation: lambda at: at.page,
    Quantity: _from(quantities()),
    Target: _from(targets()),
    Actual: _from(actuals()),
}
