"""Bytes to raw trees of dicts, lists and scalars, and back; whatever the bytes are, in bounded time and depth."""

import json
import re
from decimal import Decimal
from math import inf, isfinite
from types import ModuleType
from typing import Any, Literal, NoReturn

from perfreport.errors import InvalidDocument, MissingExtra, shown
from perfreport.findings import Problem, pointer

__all__ = ["MAX_BYTES", "Plain", "parse", "render"]

#: A report with 40 projects and 200 indicators takes 70 KB.
MAX_BYTES = 8 * 2**20
MAX_DEPTH = 64
MAX_NODES = 500_000

#: The longest JSON number that is read; longer ones are text.
MAX_NUMBER = 40

_SURROGATE = re.compile("[\ud800-\udfff]")
_INTEGER = re.compile("-?(?:0|[1-9][0-9]{0,17})")
_FRACTION = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")


class Plain(str):
    """An unquoted YAML scalar: text for fields of the model; a number, a bool or `None` where no field is known."""

    __slots__ = ()

    def resolved(self) -> object:
        """Return the number, bool or `None` that the scalar writes, or its text where that would lose a digit."""
        match self:
            case "true" | "false":
                return self == "true"
            case "" | "~" | "null":
                return None
        if _INTEGER.fullmatch(self):
            return int(self) if str(int(self)) == self else str(self)
        if _FRACTION.fullmatch(self):
            return float(self) if repr(float(self)) == self else str(self)
        return str(self)


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
    """Return *tree* as UTF-8 bytes that end with a line break."""
    if kind == "json":
        return (json.dumps(tree, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()
    yaml = _yaml()
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    # Trees are written out in full: an object that stands at two places is no reason for an alias.
    unaliased = type("Dumper", (dumper,), {"ignore_aliases": lambda _self, _data: True})
    options = {"allow_unicode": True, "sort_keys": False, "width": 110, "encoding": "utf-8"}
    rendered: bytes = yaml.dump(tree, Dumper=unaliased, **options)
    return rendered


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
            keys = [key for key, _ in items]
            found.twice = tuple(key for key in found if keys.count(key) > 1)
        return found

    def fraction(digits: str) -> object:
        number = float(digits) if len(digits) <= MAX_NUMBER else inf
        kept = isfinite(number) and Decimal(repr(number)) == Decimal(digits)
        return number if kept else _Unreadable(f"the number {shown(digits)} would lose digits; write it as text")

    def integer(digits: str) -> object:
        short = len(digits) <= MAX_NUMBER
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
        if len(way) > MAX_DEPTH:
            _refuse("limit", f"nested deeper than {MAX_DEPTH} levels", pointer(way[:3]))
        if isinstance(node, _Object):
            problems.extend(Problem(pointer((*way, key)), "duplicate", "the key stands twice") for key in node.twice)
        items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for key, item in items:
            nodes += 1
            if isinstance(item, dict | list):
                stack.append(((*way, key), item))
            elif isinstance(item, _Unreadable):
                problems.append(Problem(pointer((*way, key)), "value", str(item)))
            if any(isinstance(part, str) and _SURROGATE.search(part) for part in (key, item)):
                problems.append(
                    Problem(
                        _SURROGATE.sub("\ufffd", pointer((*way, key))),
                        "value",
                        "a lone surrogate, which no file can hold",
                    )
                )
        if nodes > MAX_NODES:
            _refuse("limit", f"more than {MAX_NODES:,} values")
    if problems:
        raise InvalidDocument(tuple(sorted(problems, key=lambda problem: problem.pointer)))


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
        self._open: list[dict[str, object] | list[object]] = []
        self._keys: list[str | None] = []

    def take(self, event: object) -> None:
        yaml = self._yaml
        match event:
            case yaml.ScalarEvent():
                self._place(Plain(event.value) if event.implicit[0] else event.value, event)
            case yaml.MappingStartEvent():
                self._enter({}, event)
            case yaml.SequenceStartEvent():
                self._enter([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
                self._keys.pop()
            case yaml.AliasEvent():
                _refuse("syntax", f"an alias (*{event.anchor}); write the value out", self._way())
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    _refuse("syntax", "more than one YAML document (---) in one file")

    def _enter(self, container: dict[str, object] | list[object], event: object) -> None:
        if len(self._open) >= MAX_DEPTH:
            _refuse("limit", f"nested deeper than {MAX_DEPTH} levels", self._way()[:80])
        self._place(container, event)
        self._open.append(container)
        self._keys.append(None)

    def _place(self, value: object, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            _refuse("limit", f"more than {MAX_NODES:,} values")
        if event.tag not in (None, "!"):
            _refuse("syntax", f"a tag ({shown(event.tag)}); write the plain value", self._way())
        if not self._open:
            self.tree = value
            return
        parent = self._open[-1]
        if isinstance(parent, list):
            parent.append(value)
            return
        key = self._keys[-1]
        if key is not None:
            parent[key] = value
            self._keys[-1] = None
        elif not isinstance(value, str):
            _refuse("syntax", "a key that is not text", self._way())
        elif value in parent:
            self.problems.append(Problem(f"{self._way()}{pointer([value])}", "duplicate", "the key stands twice"))
            self._keys[-1] = str(value)
        else:
            self._keys[-1] = str(value)

    def _way(self) -> str:
        parts: list[str | int] = []
        for container, key in zip(self._open, self._keys, strict=True):
            if isinstance(container, list):
                parts.append(max(0, len(container) - 1))
            elif key is not None:
                parts.append(key)
        return pointer(parts)


def _yaml() -> ModuleType:
    try:
        import yaml  # noqa: PLC0415 - an extra, imported only where it is used
    except ImportError:
        raise MissingExtra("yaml", "reading and writing YAML") from None
    return yaml
