"""How a figure may have come to be printed wrong, read backwards from what is printed (笔误)."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import final

from perfreport.money import Money, bounds, decimals_of, step
from perfreport.money.amounts import computed
from perfreport.numerals import exponent_of, round_half_up
from perfreport.reconciliation._system import Statement

__all__ = ["SlipKind", "misread", "printed"]


@final
class SlipKind(StrEnum):
    """What people do to figures when they type them."""

    #: Two digits that stand next to each other have changed places: 38.62 for 38.26.
    SWAPPED = "swapped"
    #: 元 under a head of 万元, or the other way round.
    UNIT = "unit"
    #: The decimal point stands one to three digits off.
    POINT = "point"
    #: A minus is missing or too many.
    SIGN = "sign"
    #: A part is listed twice.
    LISTED_TWICE = "listed-twice"
    #: A digit was typed twice: 388.26 for 38.26.
    DOUBLED = "doubled"
    #: A digit is missing: 3.26 for 38.26.
    DROPPED = "dropped"
    #: The figure of another row stands here.
    WRONG_ROW = "wrong-row"
    #: One digit is another: 33.26 for 38.26.
    MISTYPED = "mistyped"


_DIGITS = "0123456789"
#: Longer figures are not searched for slips.
_MOST_DIGITS = 24
_MOVES = [(SlipKind.POINT, power) for power in (-3, -2, -1, 1, 2, 3)] + [(SlipKind.UNIT, -4), (SlipKind.UNIT, 4)]


def misread(statement: Statement, low: int, high: int, places: int) -> Iterator[tuple[SlipKind, Money]]:
    """
    Yield the figures that were meant, if one slip made them what is printed and they are to be *low* to *high*.

    A figure is to be between them after rounding, so one that prints like an amount between them will do.
    """
    unit = _unit(statement.money, places)
    half = Fraction(statement.grid.amount) * unit / 2
    least, most = low - half, high + half
    text = f"{statement.money.amount.copy_abs():f}"
    sign = -1 if statement.money.amount.is_signed() else 1
    if len(text) > _MOST_DIGITS:
        return
    decimals = max(0, -exponent_of(statement.grid.amount), -exponent_of(statement.money.amount))
    for kind, digits in _between(text, decimals, sign * least / unit, sign * most / unit):
        meant = computed(Decimal(digits).copy_sign(statement.money.amount), statement.money.unit)
        if _fits(meant, statement, low, high, places):
            yield kind, meant
    stated = Fraction(statement.money.amount) * unit
    if not stated:
        return
    if _fits(-statement.money, statement, low, high, places):
        yield SlipKind.SIGN, -statement.money
    # What was cut off when a figure was moved is not known.
    own = unit * Fraction(10) ** exponent_of(statement.money.amount) / 2
    for kind, power in _MOVES:
        start, end = ((stated + beside) * Fraction(10) ** power for beside in (-own, own))
        start, end = max(start, least), min(end, most)
        if start <= end:
            meant = printed(statement, (start + end) / 2, places)
            if _fits(meant, statement, low, high, places):
                yield kind, meant


def printed(statement: Statement, amount: Fraction, places: int) -> Money:
    """Return *amount* as the page of *statement* prints it."""
    decimals = max(0, -exponent_of(statement.grid.amount))
    return computed(round_half_up(amount / _unit(statement.money, places), decimals), statement.money.unit)


def _fits(money: Money, statement: Statement, low: int, high: int, places: int) -> bool:
    """Tell whether some amount from *low* to *high* prints as *money* where *statement* stands."""
    finer = max(places, decimals_of([money]))
    least, most = bounds(money, min(step(money.unit, exponent_of(money.amount)), statement.grid), finer)
    times = int(10 ** (finer - places))
    return least <= high * times and low * times <= most


def _unit(money: Money, places: int) -> int:
    """Return how much one unit of *money* is in the amounts of the system."""
    return int(10 ** (money.unit.power + places))


def _between(text: str, decimals: int, one: Fraction, other: Fraction) -> Iterator[tuple[SlipKind, str]]:
    """Yield the edits of *text* that lie between *one* and *other* and have no more *decimals*."""
    low, high = sorted((one, other))
    start, end = ceil(low * 10**decimals), floor(high * 10**decimals)
    for kind, digits in _edits(text):
        whole, _, behind = digits.partition(".")
        if len(behind) <= decimals and start <= int(whole + behind) * 10 ** (decimals - len(behind)) <= end:
            yield kind, digits


def _edits(text: str) -> Iterator[tuple[SlipKind, str]]:
    """Yield what *text* may have been before one slip of the fingers."""
    at = [place for place, mark in enumerate(text) if mark != "."]
    seen = {text}
    for one, other in pairwise(at):
        changed = list(text)
        changed[one], changed[other] = changed[other], changed[one]
        yield from _new(SlipKind.SWAPPED, "".join(changed), seen)
    for one, other in pairwise(at):
        if text[one] == text[other] and len(at) > 1:
            yield from _new(SlipKind.DOUBLED, text[:one] + text[one + 1 :], seen)
    for place in range(len(text) + 1):
        for digit in _DIGITS:
            yield from _new(SlipKind.DROPPED, text[:place] + digit + text[place:], seen)
    for place in at:
        for digit in _DIGITS:
            yield from _new(SlipKind.MISTYPED, text[:place] + digit + text[place + 1 :], seen)


def _new(kind: SlipKind, text: str, seen: set[str]) -> Iterator[tuple[SlipKind, str]]:
    # 038.26 and .26 are nothing that anybody meant to type.
    if text not in seen and not text.startswith(".") and not (text.startswith("0") and text[1:2].isdecimal()):
        seen.add(text)
        yield kind, text
