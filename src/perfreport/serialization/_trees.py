"""Bytes to raw trees of dicts, lists and scalars, and back; whatever the bytes are, in bounded time and depth."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from math import inf, isfinite
from types import ModuleType
from typing import Any, Literal, NoReturn

from perfreport.errors import InvalidDocument, InvalidValue, MissingExtra, shown
from perfreport.findings import Problem
from perfreport.places import pointer

__all__ = ["MAX_BYTES", "Plain", "parse", "render"]

#: A report with 40 projects and 200 indicators takes 70 KB.
MAX_BYTES = 8 * 2**20
MAX_DEPTH = 64
MAX_NODES = 500_000
#: Keys are names; a document of long ones, or of long ways through many of them, would make its every problem long.
MAX_KEY = 100
MAX_WAY = 1_000

#: The longest number that is read, in characters with its sign, point and exponent; longer ones are text.
MAX_NUMBER = 40

_SURROGATE = re.compile("[\ud800-\udfff]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")


class Plain(str):
    """An unquoted YAML scalar: text for fields of the model; a number, a bool or `None` where no field is known."""

    __slots__ = ()

    def resolved(self) -> object:
        """Return the number, bool or `None` that the scalar writes, or its text where that would lose a digit."""
        if self in ("true", "false"):
            return self == "true"
        if self in ("", "~", "null", "Null", "NULL"):
            return None
        if len(self) > MAX_NUMBER or not (found := _NUMBER.fullmatch(self)):
            return str(self)
        number = float(self) if any(found.groups()) else int(self)
        # YAML writes 1.0e+22 where Python writes 1e+22.
        written = (repr(number), re.sub("^(-?[0-9]+)e", r"\1.0e", repr(number)))
        return number if self in written else str(self)


def parse(data: bytes | str, kind: Literal["json", "yaml"]) -> object:
    """
    Return the raw tree in *data*.

    Raises:
        InvalidDocument: if *data* is too large or too deep, not UTF-8, not of this format, or repeats a key.
    """
    if len(data) > MAX_BYTES:
        _refuse("limit", f"larger than the {MAX_BYTES // 2**20} MiB that are read")
    text = _decoded(data) if isinstance(data, bytes) else data.removeprefix("\ufeff")
    if not text.strip():
        _refuse("syntax", "the document is empty")
    surrogate = _SURROGATE.search(text)
    if surrogate:
        _refuse("syntax", f"a lone surrogate at character {surrogate.start() + 1}; save the text as UTF-8 again")
    return _parse_json(text) if kind == "json" else _parse_yaml(text)


def render(tree: object, kind: Literal["json", "yaml"]) -> bytes:
    """
    Return *tree* as UTF-8 bytes that end with a line break.

    Raises:
        InvalidValue: if *tree* is so deep or so large that it could not be read again.
    """
    if (excess := _excess(tree)) is not None:
        raise InvalidValue("PerformanceReport", "", f"{excess}, which is not read again")
    data = _render_json(tree) if kind == "json" else _render_yaml(tree)
    if len(data) > MAX_BYTES:
        raise InvalidValue("PerformanceReport", "", f"larger than {MAX_BYTES // 2**20} MiB, which is not read again")
    return data


def _render_json(tree: object) -> bytes:
    return (json.dumps(tree, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _render_yaml(tree: object) -> bytes:
    yaml = _yaml()
    # Trees are written out in full: an object that stands at two places is no reason for an alias.
    unaliased = type("Dumper", (getattr(yaml, "CSafeDumper", yaml.SafeDumper),), {"ignore_aliases": lambda *_: True})
    options = {"allow_unicode": True, "sort_keys": False, "width": 110, "encoding": "utf-8"}
    rendered: bytes = yaml.dump(tree, Dumper=unaliased, **options)
    return rendered


def _excess(tree: object) -> str | None:
    """Return what there is too much of in *tree* for it to be read again."""
    level: list[tuple[int, object]] = [(0, tree)]
    nodes = 0
    for _ in range(MAX_DEPTH + 1):
        containers = [(way, node) for way, node in level if isinstance(node, dict | list)]
        if not containers:
            return f"more than {MAX_NODES:,} values" if nodes > MAX_NODES else None
        level = []
        for way, node in containers:
            items = node.items() if isinstance(node, dict) else (("", item) for item in node)
            level += [(way + len(key), item) for key, item in items]
            if isinstance(node, dict) and max(map(len, node), default=0) > MAX_KEY:
                return f"a key of more than {MAX_KEY:,} characters"
        if max((way for way, _ in level), default=0) > MAX_WAY:
            return f"keys on one way of more than {MAX_WAY:,} characters together"
        nodes += len(level)
    return f"nested deeper than {MAX_DEPTH} levels"


def _refuse(kind: str, reason: str, place: str = "") -> NoReturn:
    raise InvalidDocument((Problem(place, kind, reason),))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "GBK" if _is_gbk(data) else "another encoding"
        _refuse("syntax", f"not UTF-8 at byte {error.start + 1:,}; it looks like {hint}: save it as UTF-8")


def _is_gbk(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


class _Object(dict[str, object]):
    """A JSON object that remembers which of its keys stood in it twice."""

    twice: tuple[str, ...] = ()


class _Unreadable(str):
    """The reason why a JSON number is not read, standing in its place until the walk knows where that is."""

    __slots__ = ()


def _parse_json(text: str) -> object:
    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        found = _Object(items)
        if len(found) < len(items):
            times = Counter(key for key, _ in items)
            found.twice = tuple(key for key in found if times[key] > 1)
        return found

    def fraction(digits: str) -> object:
        number = float(digits) if len(digits) <= MAX_NUMBER else inf
        with suppress(ArithmeticError):
            if isfinite(number) and Decimal(repr(number)) == Decimal(digits):
                return number
        return _Unreadable(f"the number {shown(digits)} would lose digits; write it as text")

    def integer(digits: str) -> object:
        short = len(digits.lstrip("-")) < MAX_NUMBER
        return int(digits) if short else _Unreadable(f"the number {shown(digits)} is too long; write it as text")

    def constant(word: str) -> object:
        return _Unreadable(f"{word} is not a number that JSON can hold; write the figure as text")

    try:
        tree: object = json.loads(
            text, object_pairs_hook=pairs, parse_float=fraction, parse_int=integer, parse_constant=constant
        )
    except json.JSONDecodeError as error:
        _refuse("syntax", f"not JSON at line {error.lineno}, column {error.colno}: {error.msg}")
    except RecursionError:
        _refuse("limit", f"nested deeper than {MAX_DEPTH} levels")
    _judge(tree)
    return tree


def _judge(tree: object) -> None:
    """Refuse a JSON tree that is too deep or too large, repeats a key, or holds what no report can."""
    problems: list[Problem] = []
    stack: list[tuple[tuple[str | int, ...], object]] = [((), tree)]
    nodes = 0
    while stack:
        way, node = stack.pop()
        if len(way) >= MAX_DEPTH:
            _refuse("limit", f"nested deeper than {MAX_DEPTH} levels", _place(way[:3]))
        if isinstance(node, _Object):
            problems.extend(Problem(_place((*way, key)), "duplicate", "the key stands twice") for key in node.twice)
        items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for key, item in items:
            nodes += 1
            if isinstance(key, str):
                _bound_key(key, way)
            if isinstance(item, dict | list):
                stack.append(((*way, key), item))
            problems.extend(Problem(_place((*way, key)), "value", reason) for reason in _faults(key, item))
        if nodes > MAX_NODES:
            _refuse("limit", f"more than {MAX_NODES:,} values")
    if problems:
        raise InvalidDocument(tuple(sorted(problems, key=lambda problem: problem.pointer)))


def _bound_key(key: str, way: Sequence[str | int]) -> None:
    if len(key) > MAX_KEY:
        _refuse("limit", f"a key of more than {MAX_KEY:,} characters: {shown(key)}", _place(way))
    if len(key) + _length(way) > MAX_WAY:
        _refuse("limit", f"the keys on the way have more than {MAX_WAY:,} characters together", _place(way))


def _length(way: Sequence[str | int]) -> int:
    return sum(len(step) for step in way if isinstance(step, str))


def _faults(key: str | int, item: object) -> Iterator[str]:
    if isinstance(item, _Unreadable):
        yield str(item)
    if any(isinstance(part, str) and _SURROGATE.search(part) for part in (key, item)):
        yield "a lone surrogate, which no file can hold"


def _place(way: Sequence[str | int]) -> str:
    """Return the JSON Pointer of *way*, with a mark for what no message could show."""
    return _SURROGATE.sub("\ufffd", pointer(way))


def _parse_yaml(text: str) -> object:
    yaml = _yaml()
    builder = _Builder(yaml)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            builder.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        _refuse(
            "syntax", f"not YAML{place}: {getattr(error, 'problem', None) or 'a character that YAML does not allow'}"
        )
    if builder.problems:
        raise InvalidDocument(tuple(builder.problems))
    return builder.tree


class _Builder:
    """Builds a raw tree from YAML events, so that nothing is resolved, repeated or followed on the way."""

    def __init__(self, yaml: ModuleType) -> None:
        self.tree: object = None
        self.problems: list[Problem] = []
        self._yaml = yaml
        self._documents = 0
        self._nodes = 0
        #: The containers that are open, and for each the step that leads from it to what comes next.
        self._open: list[dict[str, object] | list[object]] = []
        self._steps: list[str | int | None] = []

    def take(self, event: Any) -> None:
        yaml = self._yaml
        match event:
            case yaml.ScalarEvent():
                self._put(Plain(event.value) if event.implicit[0] else event.value, event)
            case yaml.MappingStartEvent():
                self._enter({}, event)
            case yaml.SequenceStartEvent():
                self._enter([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
                self._steps.pop()
                self._advance()
            case yaml.AliasEvent():
                _refuse("syntax", f"an alias (*{shown(event.anchor)}); write the value out", self._here())
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    _refuse("syntax", "more than one YAML document (---) in one file")

    def _enter(self, container: dict[str, object] | list[object], event: Any) -> None:
        if len(self._open) >= MAX_DEPTH:
            _refuse("limit", f"nested deeper than {MAX_DEPTH} levels", _place(self._way()[:3]))
        self._put(container, event)
        self._open.append(container)
        self._steps.append(0 if isinstance(container, list) else None)

    def _put(self, value: object, event: Any) -> None:
        """Put *value* where the document is: as the whole of it, into a list, as a key, or under the key before it."""
        if event.tag not in (None, "!"):
            _refuse("syntax", f"a tag ({shown(event.tag)}); write the plain value", self._here())
        if not self._open:
            self.tree = value
            return
        parent, step = self._open[-1], self._steps[-1]
        if isinstance(parent, dict) and step is None:
            self._begin(parent, value)
            return
        self._nodes += 1
        if self._nodes > MAX_NODES:
            _refuse("limit", f"more than {MAX_NODES:,} values")
        if isinstance(parent, list):
            parent.append(value)
        else:
            parent[str(step)] = value
        if not isinstance(value, dict | list):
            self._advance()

    def _begin(self, parent: dict[str, object], key: object) -> None:
        if not isinstance(key, str):
            _refuse("syntax", "a key that is not text", self._here())
        _bound_key(key, self._way())
        self._steps[-1] = str(key)
        if key in parent:
            self.problems.append(Problem(self._here(), "duplicate", "the key stands twice"))

    def _advance(self) -> None:
        """Go on behind the value that is complete: to the next item of a list, or to the next key."""
        if self._steps:
            step = self._steps[-1]
            self._steps[-1] = step + 1 if isinstance(step, int) else None

    def _way(self) -> list[str | int]:
        return [step for step in self._steps if step is not None]

    def _here(self) -> str:
        return _place(self._way())


def _yaml() -> ModuleType:
    try:
        import yaml  # noqa: PLC0415 - an extra, imported only where it is used
    except ImportError:
        raise MissingExtra("yaml", "reading and writing YAML") from None
    return yaml
