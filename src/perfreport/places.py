"""Places in a document: the way that leads to a value, the JSON Pointer that writes it, and the names along it."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeAlias, final

from attrs import frozen

__all__ = ["Place", "Step", "Way", "pointer", "way_of"]

#: Names of fields and numbers of items, from the whole document to a value.
Way: TypeAlias = tuple[str | int, ...]

# A longer number is no item of any list, but somebody's key.
_NUMBER = re.compile("[0-9]{1,18}")


def pointer(way: Iterable[str | int]) -> str:
    """
    Return the JSON Pointer (RFC 6901) of *way*; no step is the whole document, ''.

    >>> pointer(["projects", 0, "a/b"])
    '/projects/0/a~1b'
    """
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in way)


def way_of(pointer: str) -> Way:
    """
    Return the way that a JSON Pointer writes; a step of digits alone is the number of an item.

    >>> way_of("/projects/0/a~1b")
    ('projects', 0, 'a/b')
    """
    steps = (step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])
    return tuple(int(step) if _NUMBER.fullmatch(step) else step for step in steps)


@final
@frozen
class Step:
    """One step of a way as a person names it: the field, and which of its items."""

    #: The class that has the field.
    owner: str
    field: str
    #: The number of the item, where the field holds several.
    item: int | None = None
    #: What the item is called: 21201 城乡社区管理事务; `None` where it has no name.
    called: str | StrEnum | None = None


@final
@frozen
class Place:
    """A place in a document: its JSON Pointer, and the steps that a person would name."""

    pointer: str
    steps: tuple[Step, ...] = ()
