"""
One walk through every document, by the types of its fields: what stands where, and on which page it is printed.

No class is named here, so that whatever is added to the model is found wherever it can stand.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args

from attrs import evolve, has

from perfreport.errors import InvalidValue, shown
from perfreport.findings import because
from perfreport.model._fields import hints
from perfreport.money import Presentation
from perfreport.places import Place, Step, Way, pointer, way_of

__all__ = ["at", "each", "get", "place", "put", "ways"]

Wanted = TypeVar("Wanted")


def each(document: object, wanted: type[Wanted]) -> Iterator[tuple[Way, Wanted, Presentation | None]]:
    """
    Yield every value of the type *wanted* in *document*, in its order, with its way and the page that it is printed on.

    The page is that of the nearest form or report around it that declares one; `None` where none does. Values inside
    others of their kind are found too; keys that are not known are not looked into.
    """
    # A stack instead of recursion: how deep a document nests is not ours to trust.
    stack: list[tuple[Way, Any, Presentation | None]] = [((), document, None)]
    while stack:
        way, value, page = stack.pop()
        if isinstance(value, tuple):
            stack += [((*way, number), item, page) for number, item in reversed(list(enumerate(value)))]
            continue
        own = getattr(value, "presentation", None)
        page = own if isinstance(own, Presentation) else page
        if type(value) is wanted:
            yield way, value, page
        names = _leading(type(value), wanted) if has(type(value)) else ()
        stack += [((*way, name), held, page) for name in reversed(names) if (held := getattr(value, name)) is not None]


def get(document: object, place: str | Way) -> object:
    """Return what stands at *place*, a JSON Pointer or a way; `None` where nothing does."""
    value: Any = document
    for step in way_of(place) if isinstance(place, str) else place:
        if isinstance(value, tuple):
            value = value[step] if isinstance(step, int) and 0 <= step < len(value) else None
        elif has(type(value)) and step in hints(type(value)):
            value = getattr(value, str(step))
        else:
            return None
    return value


def at(document: object, place: str | Way) -> object:
    """
    Return what stands at *place*, a JSON Pointer or a way.

    Raises:
        InvalidValue: if nothing stands there.
    """
    found = get(document, place)
    if found is None:
        where = place if isinstance(place, str) else pointer(place)
        raise InvalidValue(type(document).__name__, "", because("nothing stands at {given}", given=shown(where)))
    return found


def put(document: Wanted, place: str | Way, value: object) -> Wanted:
    """
    Return a copy of *document* in which *value* stands at *place*, a JSON Pointer or a way.

    `None` takes out what an optional field holds. A number that is the length of a list adds an item to it.

    Raises:
        InvalidValue: if *place* leads nowhere, or *value* cannot stand there.
    """
    changed: Wanted = _put(document, way_of(place) if isinstance(place, str) else place, value, place)
    return changed


def _put(held: Any, way: Way, value: object, place: object) -> Any:
    if not way:
        return value
    step, *rest = way
    if isinstance(held, tuple) and isinstance(step, int) and 0 <= step <= len(held):
        inner = held[step] if step < len(held) else None
        return (*held[:step], _put(inner, tuple(rest), value, place), *held[step + 1 :])
    if has(type(held)) and step in hints(type(held)):
        return evolve(held, **{str(step): _put(getattr(held, str(step)), tuple(rest), value, place)})
    raise InvalidValue(type(held).__name__, "", because("nothing stands at {given}", given=shown(str(place))))


def place(document: object, way: Way) -> Place:
    """Return *way* as a place: its pointer, and the names of its fields and items, as far as *document* has them."""
    steps: list[Step] = []
    value: Any = document
    for name in way:
        if isinstance(value, tuple) and isinstance(name, int):
            value = value[name] if 0 <= name < len(value) else None
            if steps:
                steps[-1] = evolve(steps[-1], item=name, called=_called(value))
        else:
            owner = type(value).__name__
            value = getattr(value, str(name), None) if has(type(value)) else None
            steps.append(Step(owner, str(name)))
    return Place(pointer(way), tuple(steps))


def _called(value: object) -> str | StrEnum | None:
    """Return what an item of a list is called: the words that it bears itself."""
    called: str | StrEnum | None = getattr(value, "called", None)
    return called


def ways(kind: type, wanted: type) -> Iterator[tuple[str, ...]]:
    """
    Yield every way through the fields of *kind* on which a *wanted* can stand, `*` for the number of an item.

    A class that holds itself is gone through once more, and no further.
    """
    stack: list[tuple[tuple[str, ...], Any, tuple[type, ...]]] = [((), kind, ())]
    while stack:
        way, hint, above = stack.pop()
        if hint is wanted and way:
            yield way
        if isinstance(hint, type) and has(hint):
            if above.count(hint) < 2:  # noqa: PLR2004 - once, and once inside itself
                inside = hints(hint)
                names = _leading(hint, wanted)
                stack += [((*way, name), inside[name], (*above, hint)) for name in reversed(names)]
            continue
        is_list = getattr(hint, "__origin__", None) is tuple
        stack += [((*way, "*") if is_list else way, part, above) for part in reversed(_parts(hint))]


def _parts(hint: Any) -> list[Any]:
    """Return the types that a type is made of; what is annotated is not one of them."""
    inside = get_args(hint)
    return list(inside[:1] if hasattr(hint, "__metadata__") else inside)


def _classes(hint: Any) -> Iterator[type]:
    waiting = [hint]
    while waiting:
        found = waiting.pop()
        if isinstance(found, type) and not get_args(found):
            yield found
        waiting += _parts(found)


@cache
def _held(kind: type) -> dict[str, frozenset[type]]:
    """Return the types of values that each field of *kind* can hold."""
    return {name: frozenset(_classes(hint)) for name, hint in hints(kind).items() if name != "extra"}


@cache
def _reaches(kind: type, wanted: type) -> bool:
    """Tell whether a *wanted* can stand somewhere in a *kind*."""
    waiting, seen = [kind], {kind}
    while waiting:
        for held in _held(waiting.pop()).values():
            if wanted in held:
                return True
            new = {inner for inner in held if has(inner)} - seen
            seen |= new
            waiting += new
    return False


@cache
def _leading(kind: type, wanted: type) -> tuple[str, ...]:
    """Return the fields of *kind* behind which a *wanted* can stand."""
    return tuple(
        name
        for name, held in _held(kind).items()
        if wanted in held or any(has(inner) and _reaches(inner, wanted) for inner in held)
    )
