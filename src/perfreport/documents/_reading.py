"""What stands in a document, and how one value of it is shown to a reader."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, final

from attrs import evolve, frozen, has

from perfreport.documents.blocks import Cell, CellKind
from perfreport.frozenmap import FrozenMap
from perfreport.messages import localize, say
from perfreport.messages.languages import Language
from perfreport.messages.places import word
from perfreport.model import walk
from perfreport.model._fields import hints, terms
from perfreport.money import Money, Presentation
from perfreport.names import Term
from perfreport.places import Way
from perfreport.quantity import Actual, Quantity, Target

__all__ = ["BLANK", "Scribe", "found", "leaves", "names_in", "term_of", "unknown"]

BLANK = Cell("")
#: Values that stand in one cell, although they have fields.
_LEAVES = (Money, Presentation, Quantity)
#: The cell of an indicator, and the columns beside it that some forms have.
_STATED = ("nature", "measure")


@final
@frozen(kw_only=True)
class Scribe:
    """How values are written: in whose language, and in what unit money is where its cell says none."""

    language: Language
    page: Presentation | None = None
    #: The level of the next heading.
    level: int = 1

    def label(self, term: Term) -> str:
        """Return what *term* is called on a page."""
        return self.language.pick(term.printed, term.en)

    def say(self, key: str, **facts: object) -> str:
        """Return words that the page says itself."""
        return say(key, self.language, **facts)

    def below(self) -> "Scribe":
        """Return the scribe of what stands under a heading."""
        return evolve(self, level=self.level + 1)

    def on(self, page: Presentation | None) -> "Scribe":
        """Return the scribe of an object that prints its money as *page* says, if it says so."""
        return self if page is None else evolve(self, page=page)

    def cell(self, way: Way, value: object) -> Cell | None:
        """Return the cell that shows *value* as stated; `None` where nothing is, or what has parts of its own."""
        if names_in(value) and not isinstance(value, (*_LEAVES, Target, Actual)):
            return None
        if way[-1:] == ("stars",) and isinstance(value, int):
            return Cell("★" * value, way, CellKind.TEXT)
        text = self._text(value)
        if not text:
            return None
        return Cell(text, way, CellKind.FIGURE if _is_figure(value) else CellKind.TEXT)

    def money(self, money: Money) -> str:
        """Return *money* with the digits as stated, and with its unit unless the page has that."""
        if self.page is None or money.unit is not self.page.unit:
            return localize.money(money, self.language)
        return f"{money.amount:{',' if self.page.grouping else ''}f}"

    def _text(self, value: object) -> str:
        match value:
            case None | False:
                return ""
            case True:
                return self.say("yes")
            case Money() | Quantity() | Decimal():
                return self._figure(value)
            case Presentation():
                return self._text(value.unit)
            case Target() | Actual():
                return value.raw
            case StrEnum():
                return word(value, self.language)
            case dt.date():
                return self.say("date", year=value.year, month=value.month, day=value.day, date=value.isoformat())
            case tuple():
                return self.say("and").join(map(self._text, value))
            case _:
                return str(value)

    def _figure(self, value: Money | Quantity | Decimal) -> str:
        match value:
            case Money():
                return self.money(value)
            case Quantity():
                return localize.quantity(value, self.language)
            case _:
                return f"{value:f}"


def _is_figure(value: object) -> bool:
    return isinstance(value, Money | Quantity | Decimal) or type(value) is int


def names_in(value: object) -> tuple[str, ...]:
    """Return the names of the fields of *value*, without that of its unknown keys; none where it has no fields."""
    kind: Any = type(value)
    return _names(kind)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(walk.held(kind)) if has(kind) else ()


def found(held: object, path: str) -> tuple[object, object] | None:
    """Return what holds the last field of *path* in *held*, and its value; `None` where nothing stands there."""
    owner: object = None
    value = held
    for name in filter(None, path.split(".")):
        if name not in names_in(value):
            return None
        owner, value = value, getattr(value, name)
    return None if value is None else (owner, value)


def term_of(kind: type, path: str) -> Term | None:
    """Return what the last field of *path* is called, by the types of *kind*."""
    kinds: tuple[type, ...] = (kind,)
    term = None
    for name in filter(None, path.split(".")):
        owner = next((each for each in kinds if has(each) and name in hints(each)), None)
        if owner is None:
            return None
        term, kinds = terms(owner).get(name), walk.held(owner)[name]
    return term


def leaves(document: object, way: Way = ()) -> Iterator[tuple[Way, object]]:
    """Yield every value that *document* states, in its order, with its way."""
    # A stack instead of recursion: how deep a document nests is not ours to trust.
    stack: list[tuple[Way, Any]] = [(way, document)]
    while stack:
        here, value = stack.pop()
        if value is None or value is False or value == ():
            continue
        if isinstance(value, tuple) and not isinstance(value[0], StrEnum):
            stack += [((*here, number), item) for number, item in reversed(list(enumerate(value)))]
        elif isinstance(value, Target | Actual):
            if value.raw:
                yield here, value
            yield from (((*here, name), column) for name in _STATED if (column := getattr(value, name)) is not None)
        elif (names := names_in(value)) and not isinstance(value, _LEAVES):
            stack += [((*here, name), getattr(value, name)) for name in reversed(names)]
        else:
            yield here, value


def unknown(document: object) -> Iterator[tuple[Way, str]]:
    """Yield every value under a key that is not known, with its place in the file and its text."""
    stack: list[tuple[Way, Any, bool]] = [((), document, False)]
    while stack:
        here, value, is_extra = stack.pop()
        inside: list[tuple[Way, Any, bool]] = []
        if isinstance(value, tuple):
            inside = [((*here, number), item, is_extra) for number, item in enumerate(value)]
        elif isinstance(value, FrozenMap):
            inside = [((*here, key), item, True) for key, item in value.items()]
        elif names := names_in(value):
            inside = [((*here, name), getattr(value, name), False) for name in names]
            inside += [((*here, key), item, True) for key, item in getattr(value, "extra", FrozenMap()).items()]
        if inside:
            stack += reversed(inside)
        elif is_extra:
            yield here, _plain(value)


def _plain(value: object) -> str:
    match value:
        case str():
            return value
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case tuple():
            return "[]"
        case FrozenMap():
            return "{}"
        case _:
            return str(value)
