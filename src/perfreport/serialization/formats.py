"""The formats that documents are read and written in: a row for each."""

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias, final

from attrs import frozen

from perfreport.errors import InvalidValue, shown
from perfreport.findings import because
from perfreport.money import Money
from perfreport.serialization import _json, _yaml
from perfreport.serialization._leaves import money_tree

__all__ = ["FORMATS", "Format", "Notation", "format_of", "notation_of"]

#: The names of the formats, for type checkers.
Format: TypeAlias = Literal["json", "yaml"]


@final
@frozen(kw_only=True)
class Notation:
    """One format: what its files end in, and how its text becomes a raw tree and back."""

    name: Format
    suffixes: tuple[str, ...]
    parse: Callable[[str], object]
    render: Callable[[object], bytes]
    #: How an amount stands in the tree that is written; every way is read.
    amount: Callable[[Money], Any]


#: Every format.
FORMATS: Final[tuple[Notation, ...]] = (
    Notation(name="json", suffixes=(".json",), parse=_json.parse, render=_json.render, amount=money_tree),
    Notation(name="yaml", suffixes=(".yaml", ".yml"), parse=_yaml.parse, render=_yaml.render, amount=str),
)


def notation_of(name: str) -> Notation:
    """
    Return the format of this *name*.

    Raises:
        InvalidValue: if there is none.
    """
    for known in FORMATS:
        if known.name == name:
            return known
    names = tuple(known.name for known in FORMATS)
    raise InvalidValue(
        "serialization", "format", because("expected one of {values}, not {given}", values=names, given=shown(name))
    )


def format_of(suffix: str) -> Format | None:
    """Return the format whose files end in *suffix*, in capitals or not; `None` if there is none."""
    return next((known.name for known in FORMATS if suffix.lower() in known.suffixes), None)
