"""
One walk through every document, by the types of its fields: what stands where, and on which page it is printed.

No class is named here, so that whatever is added to the model is found wherever it can stand.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from attrs import evolve, has

from perfreport.errors import InvalidValue, shown
from perfreport.findings import because
from perfreport.frozenmap import FrozenMap
from perfreport.model._fields import hints
from perfreport.money import Presentation
from perfreport.places import Place, Step, Way, pointer, way_of

__all__ = ["at", "each", "get", "held", "is_object", "kinds", "objects", "place", "place_in", "put", "ways"]

Wanted = TypeVar("Wanted")


def each(document: object, wanted: type[Wanted]) -> Iterator[tuple[Way, Wanted, Presentation | None]]:
    """
    Yield every value of the type *wanted* in *document*, in its order, with its way and the page that it is printed on.

    The page is that of the nearest form or report around it that declares one; `None` where none does. Values inside
    others of their kind are found too; keys that are not known are not looked into.
    """
    sought: Any = wanted
    return (found for found in _through(document, sought) if type(found[1]) is sought)


def objects(document: object) -> Iterator[tuple[Way, Any, Presentation | None]]:
    """Yield every object of *document* that has keys, as `each` yields those of one class; leaves are none of them."""
    for found in _through(document, None):
        kind: Any = type(found[1])
        if is_object(kind):
            yield found


def _through(document: object, wanted: type | None) -> Iterator[tuple[Way, Any, Presentation | None]]:
    """Yield what stands on the ways to the values that are *wanted*, and these; all objects if no kind is."""
    # A stack instead of recursion: how deep a document nests is not ours to trust.
    stack: list[tuple[Way, Any, Presentation | None]] = [((), document, None)]
    while stack:
        way, value, page = stack.pop()
        if type(value) is tuple:
            stack += [((*way, number), value[number], page) for number in range(len(value) - 1, -1, -1)]
            continue
        kind: Any = type(value)
        names, declares = _leading(kind, wanted)
        if declares:
            page = value.presentation or page
        yield way, value, page
        for name in names:
            if (inner := getattr(value, name)) is not None:
                stack.append(((*way, name), inner, page))


def get(document: object, place: str | Way) -> object:
    """Return what stands at *place*, a JSON Pointer or a way; `None` where nothing does."""
    value: Any = document
    for step in way_of(place) if isinstance(place, str) else place:
        kind: Any = type(value)
        if isinstance(value, tuple):
            value = value[step] if isinstance(step, int) and 0 <= step < len(value) else None
        elif has(kind) and step in hints(kind):
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


def _put(inside: Any, way: Way, value: object, place: object) -> Any:
    if not way:
        return value
    step, *rest = way
    if isinstance(inside, tuple) and isinstance(step, int) and 0 <= step <= len(inside):
        inner = inside[step] if step < len(inside) else None
        return (*inside[:step], _put(inner, tuple(rest), value, place), *inside[step + 1 :])
    kind: Any = type(inside)
    if has(kind) and step in hints(kind):
        return evolve(inside, **{str(step): _put(getattr(inside, str(step)), tuple(rest), value, place)})
    raise InvalidValue(kind.__name__, "", because("nothing stands at {given}", given=shown(str(place))))


def place(document: object, way: Way) -> Place:
    """Return *way* as a place: its pointer, the names of its fields, and those of its items that *document* has."""
    return Place(pointer(way), _steps(type(document), document, way))


def place_in(kind: type, way: Way) -> Place:
    """Return *way* as a place in any document of *kind*: the names of its fields, and the numbers of its items."""
    return Place(pointer(way), _steps(kind, None, way))


def _steps(kind: type, document: object, way: Way) -> tuple[Step, ...]:
    owner: type | None = kind
    value: Any = document
    rows: list[tuple[str, str, int | None, Any]] = []
    for name in way:
        # A number is the item of the field before it; a number after a number is somebody's key.
        if isinstance(name, int) and rows and rows[-1][2] is None:
            value = value[name] if isinstance(value, tuple) and name < len(value) else None
            rows[-1] = (*rows[-1][:2], name, getattr(value, "called", None))
        else:
            rows.append(("" if owner is None else owner.__name__, str(name), None, None))
            value = getattr(value, str(name), None) if has(type(value)) else None
            owner = None if owner is None else _object_in(owner, str(name))
    return tuple(Step(*row) for row in rows)


def _object_in(kind: type, name: str) -> type | None:
    """Return the class of the objects that a field of *kind* holds, itself or in a list."""
    inside = held(kind).get(name, ()) if has(kind) else ()
    return next((inner for inner in inside if has(inner)), None)


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
                names, _ = _leading(hint, wanted)
                stack += [((*way, name), inside[name], (*above, hint)) for name in names]
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
def held(kind: type) -> FrozenMap[str, tuple[type, ...]]:
    """Return the types of the values that each field of *kind* can hold, itself or in a list."""
    return FrozenMap(
        {name: tuple(dict.fromkeys(_classes(hint))) for name, hint in hints(kind).items() if name != "extra"}
    )


@cache
def kinds(kind: type) -> tuple[type, ...]:
    """Return *kind* and every type of value that can stand somewhere in it, in the order of its fields."""
    waiting, seen = [kind], {kind: None}
    while waiting:
        inside = held(waiting.pop(0)).values()
        new = [inner for found in inside for inner in found if inner not in seen]
        seen |= dict.fromkeys(new)
        waiting += [inner for inner in new if has(inner)]
    return tuple(seen)


@cache
def is_object(kind: type) -> bool:
    """Tell whether values of *kind* have keys of their own in a document, known and unknown; leaves have none."""
    return has(kind) and "extra" in hints(kind)


@cache
def _leading(kind: type, wanted: type | None) -> tuple[tuple[str, ...], bool]:
    """Return the fields of *kind* behind which a *wanted* can stand, the last first, and whether it declares a page."""
    if not has(kind):
        return (), False
    names = [name for name, found in held(kind).items() if any(_leads(inner, wanted) for inner in found)]
    return tuple(reversed(names)), Presentation in held(kind).get("presentation", ())


def _leads(kind: type, wanted: type | None) -> bool:
    if wanted is None:
        return is_object(kind)
    return kind is wanted or (has(kind) and wanted in kinds(kind))
