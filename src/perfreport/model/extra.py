"""What a document said beyond the fields that are known, kept so that it can be written back."""

from math import isfinite
from typing import Annotated, Any, Final, TypeAlias

from attrs import Attribute, AttrsInstance, fields

from perfreport._checks import refuse
from perfreport.frozenmap import FrozenMap
from perfreport.money import Money, Presentation
from perfreport.quantity import Actual, Target

__all__ = ["NOTHING_MORE", "DocumentExtra", "Extra"]

#: How deep unknown values may be nested.
MAX_DEPTH = 64
#: The first whole number that has more digits than documents are read with.
_TOO_LARGE: int = 10**39


def unknown_keys(instance: AttrsInstance, attribute: "Attribute[Any]", value: object) -> None:
    """Accept a `FrozenMap` of plain values: text, whole and finite numbers, bools, `None`, tuples and maps of these."""
    # Nearly every object has none: what follows is not worked out for them.
    if value is NOTHING_MORE:
        return
    if not isinstance(value, FrozenMap) or not _is_plain(value, MAX_DEPTH):
        raise refuse(
            instance,
            attribute,
            value,
            "expected a FrozenMap of plain values (see perfreport.frozenmap.freeze), not {given}",
        )
    known = {known.name for known in fields(type(instance))} - {attribute.name}
    for key in known & value.keys():
        if not _is_inside(getattr(instance, key), value[key]):
            raise refuse(instance, attribute, key, "expected keys that are not names of fields, not {given}")


def no_heading(instance: object, attribute: "Attribute[Any]", value: FrozenMap[str, object]) -> None:
    """Accept extra keys that do not stand at the head of every document."""
    if found := {"schema", "form"} & value.keys():
        raise refuse(
            instance, attribute, min(found), "expected keys that a document does not write itself, not {given}"
        )


def _is_inside(leaf: object, inside: object) -> bool:
    """Tell whether *inside* can be unknown keys of *leaf*; those of a leaf that was taken out go with it."""
    if not isinstance(inside, FrozenMap):
        return False
    if leaf is None:
        return True
    return isinstance(leaf, Money | Presentation | Target | Actual) and inside.keys().isdisjoint(
        known.name for known in fields(type(leaf)) if known.init
    )


def _is_plain(value: object, depth: int) -> bool:
    match value:
        case None | bool():
            return True
        case int():
            return -_TOO_LARGE < value < _TOO_LARGE
        case str():
            return not any("\ud800" <= character <= "\udfff" for character in value)
        case float():
            return isfinite(value)
        case FrozenMap():
            return depth > 0 and all(_is_text(key) and _is_plain(item, depth - 1) for key, item in value.items())
        case tuple():
            return depth > 0 and all(_is_plain(item, depth - 1) for item in value)
        case _:
            return False


def _is_text(key: object) -> bool:
    return isinstance(key, str) and _is_plain(key, 0)


#: Unknown keys of one object and their values. Under the name of a known field stand the unknown keys *inside* it,
#: where its value is a leaf (an amount, a presentation) that has no ``extra`` of its own.
Extra: TypeAlias = Annotated[FrozenMap[str, object], unknown_keys]
#: The same of a whole document, where the keys of its head are no unknown ones.
DocumentExtra: TypeAlias = Annotated[Extra, no_heading]

NOTHING_MORE: Final[FrozenMap[str, object]] = FrozenMap()
