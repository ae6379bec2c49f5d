"""Raw trees to values and back, by cattrs; every problem is collected with its place, and unknown keys are kept."""

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

import attrs
from attrs import NOTHING, fields, fields_dict
from cattrs import Converter

from perfreport._checks import fault
from perfreport.errors import InvalidMoney, InvalidNumber, InvalidQuantity, InvalidValue, PerfReportError, shown
from perfreport.findings import Problem
from perfreport.frozenmap import FrozenMap, freeze
from perfreport.model import NIL, Nil
from perfreport.money import Money, Presentation, Unit
from perfreport.numerals import exact
from perfreport.places import pointer
from perfreport.quantity import Actual, Quantity, Target
from perfreport.serialization._trees import Plain

__all__ = ["converter", "read", "write"]

#: The way from a value down to the place of a problem, the kind of problem, and the sentence.
Reason: TypeAlias = tuple[tuple[str | int, ...], str, str]

Document = TypeVar("Document")

_INTEGER = re.compile("-?[0-9]{1,18}")
_CELL_KEYS = {"raw", "nature", "measure"}
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class _Refused(PerfReportError):
    """Why a value could not be structured."""

    def __init__(self, *reasons: Reason) -> None:
        super().__init__(*reasons)
        self.reasons = reasons

    def under(self, step: str | int) -> tuple[Reason, ...]:
        return tuple(((step, *way), kind, reason) for way, kind, reason in self.reasons)


def read(tree: Mapping[str, object], kind: type[Document]) -> tuple[Document | None, list[Problem]]:
    """Return the report or form of this *kind* in *tree*, or every reason why it is none."""
    try:
        return converter("json").structure(tree, kind), []
    except _Refused as refused:
        return None, [Problem(pointer(way), kind, reason) for way, kind, reason in refused.reasons]


def write(report: object, kind: Literal["json", "yaml"]) -> dict[str, object]:
    """
    Return the raw tree of a report or form as documents of this *kind* write it.

    Raises:
        InvalidValue: if passages or levels of indicators stand inside each other deeper than Python can follow.
    """
    try:
        tree: dict[str, object] = converter(kind).unstructure(report)
    except RecursionError:
        raise InvalidValue(type(report).__name__, "narrative", "nested too deep to be written") from None
    return tree


@cache
def converter(kind: Literal["json", "yaml"] = "json") -> Converter:
    """
    Return the cattrs converter for the values of this library; copy it for classes of your own that hold them.

    It reads both notations of an amount; *kind* decides which one it writes.
    """
    made = Converter(detailed_validation=False)
    # The factories are handed the converter that asks, so that a copy finds the hooks that were added to it.
    made.register_structure_hook_factory(attrs.has, _reader_of)
    made.register_structure_hook_factory(_is_union, _either)
    made.register_structure_hook_factory(_is_tuple, _each)
    for leaf, structure in _LEAVES.items():
        made.register_structure_hook(leaf, structure)
    made.register_unstructure_hook_factory(attrs.has, _writer_of)
    made.register_unstructure_hook(StrEnum, lambda word: word.value)
    made.register_unstructure_hook(Money, _money_tree if kind == "json" else str)
    made.register_unstructure_hook(Quantity, str)
    made.register_unstructure_hook(Decimal, "{:f}".format)
    made.register_unstructure_hook(Target, _cell_tree)
    made.register_unstructure_hook(Actual, _cell_tree)
    made.register_unstructure_hook(date, date.isoformat)
    return made


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, UnionType)


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _reader_of(kind: type, made: Converter) -> Callable[[object, object], object]:
    attributes = [
        attribute for attribute in fields(attrs.resolve_types(kind, include_extras=False)) if attribute.name != "extra"
    ]
    names = {attribute.name for attribute in attributes}
    leaves = {attribute.name: inner for attribute in attributes if (inner := _leaf_keys(attribute.type))}
    keeps_extra = "extra" in fields_dict(kind)

    def structure(given: object, _: object) -> object:
        if not isinstance(given, Mapping):
            raise _Refused(((), "type", f"expected a mapping, not {shown(given)}"))
        values: dict[str, object] = {}
        reasons: list[Reason] = []
        for attribute in attributes:
            name = attribute.name
            if name in given:
                try:
                    values[name] = made.structure(given[name], attribute.type)
                except _Refused as inner:
                    reasons.extend(inner.under(name))
            elif attribute.default is NOTHING:
                reasons.append(((name,), "missing", "missing"))
        if keeps_extra:
            values["extra"] = _unknown(given, names, leaves)
        refused = _Refused()
        if not reasons:
            try:
                return kind(**values)
            except InvalidValue as error:
                refused = _Refused(((error.field,), "value", error.reason))
        # Validators run only when all else is right, and stop at the first that refuses: ask each for itself.
        reasons.extend(_refusals(kind, values))
        raise _Refused(*reasons) if reasons else refused

    return structure


def _unknown(
    given: Mapping[str, object], names: AbstractSet[str], leaves: Mapping[str, set[str]]
) -> FrozenMap[str, object]:
    """Return the keys of *given* that are not *names*, and under a name those that its leaf does not know."""
    found = {key: item for key, item in given.items() if key not in names}
    for name, known in leaves.items():
        leaf = given.get(name)
        if isinstance(leaf, Mapping) and (inside := {key: leaf[key] for key in leaf if key not in known}):
            found[name] = inside
    return FrozenMap({key: freeze(_resolved(item)) for key, item in found.items()})


def _refusals(kind: type, values: Mapping[str, object]) -> Iterator[Reason]:
    blank: Any = object.__new__(kind)
    for attribute in fields(kind):
        # Unknown keys are judged with the whole object; what a document can hold of them is plain already.
        if attribute.name in values and attribute.name != "extra" and attribute.validator is not None:
            try:
                attribute.validator(blank, attribute, values[attribute.name])
            except InvalidValue as error:
                yield (attribute.name,), "value", error.reason


def _either(kind: object, made: Converter) -> Callable[[object, object], object]:
    options = get_args(kind)
    (inner,) = (option for option in options if option not in (NoneType, Nil))

    def structure(given: object, _: object) -> object:
        if NoneType in options and (given is None or (isinstance(given, Plain) and given.resolved() is None)):
            return None
        if Nil in options and isinstance(given, str) and given.strip(" 。.") == NIL.value:
            return NIL
        return made.structure(given, inner)

    return structure


def _each(kind: object, made: Converter) -> Callable[[object, object], object]:
    inner = get_args(kind)[0]

    def structure(given: object, _: object) -> object:
        if not isinstance(given, list | tuple):
            raise _Refused(((), "type", f"expected a list, not {shown(given)}"))
        items: list[object] = []
        reasons: list[Reason] = []
        for index, item in enumerate(given):
            try:
                items.append(made.structure(item, inner))
            except _Refused as refused:
                reasons.extend(refused.under(index))
        if reasons:
            raise _Refused(*reasons)
        return tuple(items)

    return structure


def _word(given: object, kind: Any) -> object:
    for member in kind:
        if member.value == given:
            return member
    expected = ", ".join(member.value for member in kind)
    raise _Refused(((), "value", f"expected one of {expected}, not {shown(given)}"))


def _text(given: object, _: object) -> str:
    if not isinstance(given, str):
        raise _Refused(((), "type", f"expected text, not {shown(given)}"))
    if isinstance(given, Plain) and given.resolved() is None:
        raise _Refused(((), "type", "expected text, not null; leave the key out, or put the word in quotes"))
    if (expected := fault(given)) is not None:
        raise _Refused(((), "value", f"expected {expected}, not {shown(given)}"))
    return str(given)


def _whole(given: object, _: object) -> int:
    if isinstance(given, str) and _INTEGER.fullmatch(given):
        return int(given)
    if isinstance(given, bool) or not isinstance(given, int):
        raise _Refused(((), "type", f"expected a whole number, not {shown(given)}"))
    return given


def _flag(given: object, _: object) -> bool:
    value = given.resolved() if isinstance(given, Plain) else given
    if not isinstance(value, bool):
        raise _Refused(((), "type", f"expected true or false, not {shown(given)}"))
    return value


def _day(given: object, _: object) -> date:
    if isinstance(given, str) and _DAY.fullmatch(given):
        with suppress(ValueError):
            return date.fromisoformat(given)
    raise _Refused(((), "value", f"expected a date such as 2023-03-15, not {shown(given)}"))


def _number(given: object, _: object) -> Decimal:
    if isinstance(given, bool | float) or not isinstance(given, str | int):
        raise _Refused(((), "type", f'expected a number as text, such as "9.50", not {shown(given)}'))
    try:
        return exact(str(given) if isinstance(given, str) else given)
    except InvalidNumber as error:
        raise _Refused(((), "value", str(error))) from None


def _cell(given: object, kind: type[Target] | type[Actual]) -> Target | Actual:
    """Read a cell: its text, or a mapping where the sign or the unit has a column of its own."""
    if not isinstance(given, Mapping):
        return kind(_text(given, str))
    columns: dict[str, str] = {}
    reasons: list[Reason] = []
    for name in _CELL_KEYS & given.keys():
        try:
            columns[name] = _text(given[name], str)
        except _Refused as refused:
            reasons.extend(refused.under(name))
    if not reasons and not columns:
        reasons.append((("raw",), "missing", "missing"))
    if reasons:
        raise _Refused(*reasons)
    return kind(columns.get("raw", ""), nature=columns.get("nature"), measure=columns.get("measure"))


def _quantity(given: object, _: object) -> Quantity:
    try:
        return Quantity.parse(_text(given, str))
    except InvalidQuantity as error:
        raise _Refused(((), "value", str(error))) from None


def _money(given: object, _: object) -> Money:
    expected = 'give it as text such as "38.26万元", or as {"amount": "38.26", "unit": "万元"}'
    if isinstance(given, Mapping):
        return _money_of_parts(given)
    if not isinstance(given, str):
        raise _Refused(((), "type", f"{shown(given)} is not an amount of money: {expected}"))
    try:
        return Money.parse(given)
    except InvalidMoney as error:
        raise _Refused(((), "value", f"{error}; {expected}")) from None


def _money_of_parts(given: Mapping[str, object]) -> Money:
    reasons: list[Reason] = [((key,), "missing", "missing") for key in ("amount", "unit") if key not in given]
    amount, unit = given.get("amount"), given.get("unit")
    units = [known.value for known in Unit]
    if "unit" in given and unit not in units:
        reasons.append((("unit",), "value", f"expected one of {', '.join(units)}, not {shown(unit)}"))
    if "amount" in given and not isinstance(amount, str):
        reasons.append((("amount",), "type", f'expected the figure as text, such as "38.26", not {shown(amount)}'))
    if reasons:
        raise _Refused(*reasons)
    try:
        return Money(str(amount), Unit(str(unit)))
    except InvalidMoney as error:
        raise _Refused((("amount",), "value", str(error))) from None


_LEAVES: dict[type, Callable[[object, Any], object]] = {
    str: _text,
    int: _whole,
    bool: _flag,
    date: _day,
    StrEnum: _word,
    Quantity: _quantity,
    Decimal: _number,
    Target: _cell,
    Actual: _cell,
    Money: _money,
}


def _leaf_keys(kind: object) -> set[str]:
    """Return the keys of the leaf that a field of this type holds as a mapping, if it holds one."""
    for leaf in (Money, Presentation, Target, Actual):
        if kind is leaf or leaf in get_args(kind):
            return {attribute.name for attribute in fields(leaf) if attribute.init}
    return set()


def _writer_of(kind: type, made: Converter) -> Callable[[Any], dict[str, object]]:
    attributes = [attribute for attribute in fields(kind) if attribute.name != "extra"]
    names = {attribute.name for attribute in attributes}

    def unstructure(value: Any) -> dict[str, object]:
        tree: dict[str, object] = {}
        extra: Mapping[str, object] = getattr(value, "extra", {})
        for attribute in attributes:
            held = getattr(value, attribute.name)
            if keeps_silent and held == attribute.default:
                continue
            written: Any
            written = [made.unstructure(item) for item in held] if isinstance(held, tuple) else made.unstructure(held)
            if attribute.name in extra:
                written = {**_keyed(held, written), **_thawed(extra[attribute.name])}
            tree[attribute.name] = written
        return tree | {key: _thawed(item) for key, item in extra.items() if key not in names}

    keeps_silent = "extra" in fields_dict(kind)
    return unstructure


def _keyed(held: object, written: dict[str, object]) -> dict[str, object]:
    """Return a leaf as a mapping, so that unknown keys can stand beside its own."""
    match held:
        case Money():
            return _money_tree(held)
        case Target() | Actual():
            columns: dict[str, object] = _cell_tree(held, always=True)
            return columns
    return written


def _cell_tree(cell: Target | Actual, *, always: bool = False) -> Any:
    columns = {"raw": cell.raw or None, "nature": cell.nature, "measure": cell.measure}
    stated = {name: text for name, text in columns.items() if text is not None}
    return stated if always or stated.keys() != {"raw"} else cell.raw


def _money_tree(money: Money) -> dict[str, object]:
    return {"amount": f"{money.amount:f}", "unit": money.unit.value}


def _resolved(node: object) -> object:
    match node:
        case Plain():
            return node.resolved()
        case dict():
            return {key: _resolved(item) for key, item in node.items()}
        case list():
            return [_resolved(item) for item in node]
    return node


def _thawed(node: object) -> Any:
    match node:
        case FrozenMap():
            return {key: _thawed(item) for key, item in node.items()}
        case tuple():
            return [_thawed(item) for item in node]
    return node
