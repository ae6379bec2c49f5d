"""Raw leaves to values and back: text, numbers, dates, words of closed lists, amounts, quantities, cells."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from perfreport._checks import fault
from perfreport.errors import InvalidMoney, InvalidNumber, InvalidQuantity
from perfreport.findings import ProblemKind, Reason, because
from perfreport.money import Money, Unit
from perfreport.numerals import exact
from perfreport.quantity import Actual, Quantity, Target
from perfreport.serialization._refusals import MISSING, Inside, no
from perfreport.serialization._yaml import Plain

__all__ = ["LEAVES", "cell_tree", "money_tree"]

_INTEGER = re.compile("-?[0-9]{1,18}")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COLUMNS = ("raw", "nature", "measure")
_UNITS = {unit.value: unit for unit in Unit}


def _word(given: object, kind: Any) -> object:
    if isinstance(given, str):
        # Not the Plain that a document may hold, but the member.
        with suppress(ValueError):
            return kind(str(given))
    words = tuple(member.value for member in kind)
    raise no(ProblemKind.VALUE, "expected one of {values}, not {given}", given, values=words)


def _text(given: object, _: object) -> str:
    if not isinstance(given, str):
        raise no(ProblemKind.TYPE, "expected text, not {given}", given)
    if isinstance(given, Plain) and given.resolved() is None:
        raise no(ProblemKind.TYPE, "expected text, not null; leave the key out, or put the word in quotes")
    if (reason := fault(given)) is not None:
        raise no(ProblemKind.VALUE, reason)
    return str(given)


def _whole(given: object, _: object) -> int:
    if isinstance(given, str) and _INTEGER.fullmatch(given):
        return int(given)
    if isinstance(given, bool) or not isinstance(given, int):
        raise no(ProblemKind.TYPE, "expected a whole number, not {given}", given)
    return given


def _flag(given: object, _: object) -> bool:
    value = given.resolved() if isinstance(given, Plain) else given
    if not isinstance(value, bool):
        raise no(ProblemKind.TYPE, "expected true or false, not {given}", given)
    return value


def _day(given: object, _: object) -> date:
    if isinstance(given, str) and _DAY.fullmatch(given):
        with suppress(ValueError):
            return date.fromisoformat(given)
    raise no(ProblemKind.VALUE, "expected a date such as 2023-03-15, not {given}", given)


def _number(given: object, _: object) -> Decimal:
    if isinstance(given, bool | float) or not isinstance(given, str | int):
        raise no(ProblemKind.TYPE, 'expected a number as text, such as "9.50", not {given}', given)
    try:
        return exact(str(given) if isinstance(given, str) else given)
    except InvalidNumber as error:
        raise no(ProblemKind.VALUE, error.sentence) from None


def _cell(given: object, kind: type[Target] | type[Actual]) -> Target | Actual:
    """Read a cell: its text, or a mapping where the sign or the unit has a column of its own."""
    if not isinstance(given, Mapping):
        return kind(_text(given, str))
    columns: dict[str, str] = {}
    inside = Inside()
    for name in _COLUMNS:
        if name in given:
            inside.read((name,), columns, given[name], _text, str)
    if not inside.count and not columns:
        inside.add(("raw",), MISSING)
    if inside.count:
        raise inside.refused()
    return kind(columns.get("raw", ""), nature=columns.get("nature"), measure=columns.get("measure"))


def _quantity(given: object, _: object) -> Quantity:
    try:
        return Quantity.parse(_text(given, str))
    except InvalidQuantity as error:
        raise no(ProblemKind.VALUE, error.sentence) from None


def _money(given: object, _: object) -> Money:
    if isinstance(given, Mapping):
        return _money_of_parts(given)
    if not isinstance(given, str):
        raise no(ProblemKind.TYPE, "{given} is not an amount of money: {expected}", given, expected=_amounts())
    try:
        return Money.parse(given)
    except InvalidMoney as error:
        told = because("{why}; {expected}", given=error.given, why=error.sentence, expected=_amounts())
        raise no(ProblemKind.VALUE, told) from None


def _amounts() -> Reason:
    return because('give it as text such as "38.26万元", or as {{"amount": "38.26", "unit": "万元"}}')


def _money_of_parts(given: Mapping[str, object]) -> Money:
    inside = Inside()
    for key in ("amount", "unit"):
        if key not in given:
            inside.add((key,), MISSING)
    amount, unit = given.get("amount"), given.get("unit")
    stated = _UNITS.get(unit) if isinstance(unit, str) else None
    if "unit" in given and stated is None:
        words = tuple(_UNITS)
        inside.add(("unit",), no(ProblemKind.VALUE, "expected one of {values}, not {given}", unit, values=words))
    if "amount" in given and not isinstance(amount, str):
        refused = no(ProblemKind.TYPE, 'expected the figure as text, such as "38.26", not {given}', amount)
        inside.add(("amount",), refused)
    if inside.count or stated is None:
        raise inside.refused()
    try:
        return Money(str(amount), stated)
    except InvalidMoney as error:
        inside.add(("amount",), no(ProblemKind.VALUE, error.sentence))
        raise inside.refused() from None


LEAVES: dict[type, Callable[[Any, Any], object]] = {
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


def cell_tree(cell: Target | Actual, *, always: bool = False) -> Any:
    """Return a cell as documents write it: its text alone, if no other column says anything and not *always*."""
    columns = {"raw": cell.raw or None, "nature": cell.nature, "measure": cell.measure}
    stated = {name: text for name, text in columns.items() if text is not None}
    return stated if always or stated.keys() != {"raw"} else cell.raw


def money_tree(money: Money) -> dict[str, object]:
    """Return an amount as JSON documents write it."""
    return {"amount": f"{money.amount:f}", "unit": money.unit.value}
