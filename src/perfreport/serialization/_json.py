"""JSON text to raw trees, and back."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from math import inf, isfinite
from typing import Final

from perfreport.findings import ProblemKind, Reason, because
from perfreport.frozenmap import FrozenMap
from perfreport.serialization import _limits
from perfreport.serialization._refusals import Inside, bound, no, refuse, too_deep, too_many

__all__ = ["parse", "render"]

_SURROGATE = re.compile("[\ud800-\udfff]")
_LOSSY: Final = because("the number {given} would lose digits; write it as text")
_LONG: Final = because("the number {given} is too long; write it as text")
_CONSTANT: Final = because("{given} is not a number that JSON can hold; write the figure as text")
#: What Python's reader says most often.
_TOLD: Final = FrozenMap(
    {
        str(told): told
        for told in (
            because("Expecting value"),
            because("Expecting property name enclosed in double quotes"),
            because("Expecting ':' delimiter"),
            because("Expecting ',' delimiter"),
            because("Extra data"),
            because("Unterminated string starting at"),
            because("Invalid control character at"),
            because("Invalid \\escape"),
        )
    }
)


class _Repeating(dict[str, object]):
    """A JSON object some of whose keys stood in it twice."""

    __slots__ = ("twice",)

    twice: tuple[str, ...]


class _Unreadable(str):
    """A JSON number that is not read, standing in its place until the walk knows where that is."""

    __slots__ = ("why",)

    why: Reason


def parse(text: str) -> object:
    """
    Return the raw tree that *text* writes.

    Raises:
        InvalidDocument: if it is no JSON, too deep or too large, repeats a key, or holds a number that would change.
    """
    try:
        tree: object = json.loads(
            text, object_pairs_hook=_pairs, parse_float=_fraction, parse_int=_integer, parse_constant=_constant
        )
    except json.JSONDecodeError as error:
        words = _TOLD.get(error.msg) or error.msg
        place = {"line": error.lineno, "column": error.colno, "words": words}
        refuse((), no(ProblemKind.SYNTAX, "not JSON at line {line}, column {column}: {words}", **place))
    except RecursionError:
        refuse((), too_deep())
    # Surrogates that stand in the text itself are refused before; only escapes can write more.
    _judge(tree, escaped="\\u" in text)
    return tree


def render(tree: object) -> bytes:
    """Return *tree* as UTF-8 bytes that end with a line break."""
    return (json.dumps(tree, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _pairs(items: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(items)
    if len(found) == len(items):
        return found
    repeating = _Repeating(found)
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for key, _ in items:
        if key in seen:
            twice[key] = None
        seen.add(key)
    repeating.twice = tuple(twice)
    return repeating


def _unreadable(why: Reason, digits: str) -> _Unreadable:
    found = _Unreadable(digits)
    found.why = why
    return found


def _fraction(digits: str) -> object:
    number = float(digits) if len(digits) <= _limits.MAX_NUMBER else inf
    with suppress(ArithmeticError):
        if isfinite(number) and Decimal(repr(number)) == Decimal(digits):
            return number
    return _unreadable(_LOSSY, digits)


def _integer(digits: str) -> object:
    short = len(digits.lstrip("-")) < _limits.MAX_NUMBER
    return int(digits) if short else _unreadable(_LONG, digits)


def _constant(word: str) -> object:
    return _unreadable(_CONSTANT, word)


def _judge(tree: object, *, escaped: bool) -> None:
    """Refuse a tree that is too deep or too large, repeats a key, or holds what no report can."""
    inside = Inside()
    # The steps to where the walk is, and how many characters the keys among them have.
    steps: list[str | int] = []
    lengths = [0]
    waiting = [_items(tree, steps, inside)]
    nodes = 0
    while waiting:
        above = lengths[-1]
        for key, item in waiting[-1]:
            nodes += 1
            if nodes > _limits.MAX_NODES:
                refuse((), too_many())
            length = above + len(key) if isinstance(key, str) else above
            # No key is too long on a way that is shorter than one may be.
            if length > _limits.MAX_KEY and isinstance(key, str):
                bound(key, above, steps)
            if escaped or isinstance(item, _Unreadable):
                _judge_text(key, item, steps, inside)
            if isinstance(item, dict | list):
                if len(waiting) >= _limits.MAX_DEPTH:
                    refuse((*steps, key)[:3], too_deep())
                if not item:
                    continue
                steps.append(key)
                lengths.append(length)
                waiting.append(_items(item, steps, inside))
                break
        else:
            waiting.pop()
            lengths.pop()
            # The document itself is behind no step.
            del steps[-1:]
    if inside.count:
        raise inside.refused().document()


def _items(node: object, steps: list[str | int], inside: Inside) -> Iterator[tuple[str | int, object]]:
    if isinstance(node, _Repeating):
        for key in node.twice:
            inside.add((*steps, key), no(ProblemKind.DUPLICATE, "the key stands twice"))
    if isinstance(node, dict):
        return iter(node.items())
    return iter(enumerate(node)) if isinstance(node, list) else iter(())


def _judge_text(key: str | int, item: object, steps: list[str | int], inside: Inside) -> None:
    if _is_half(key) or _is_half(item):
        inside.add((*steps, key), no(ProblemKind.VALUE, "a lone surrogate, which no file can hold"))
    if isinstance(item, _Unreadable):
        inside.add((*steps, key), no(ProblemKind.VALUE, item.why.template, str(item)))


def _is_half(part: object) -> bool:
    return isinstance(part, str) and _SURROGATE.search(part) is not None
