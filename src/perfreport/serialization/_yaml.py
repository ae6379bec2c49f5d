"""YAML text to raw trees, and back; nothing is resolved, repeated or followed on the way."""

import re
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType
from typing import Any

from perfreport.errors import MissingExtra
from perfreport.findings import ProblemKind, because
from perfreport.serialization import _limits
from perfreport.serialization._refusals import Inside, Refused, bound, no, refuse, too_deep, too_many

__all__ = ["Plain", "parse", "render"]

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")
_WHOLE = re.compile("^(-?[0-9]+)e")


class Plain(str):
    """An unquoted YAML scalar: text for fields of the model; a number, a bool or `None` where no field is known."""

    __slots__ = ()

    def resolved(self) -> object:
        """Return the number, bool or `None` that the scalar writes, or its text where that would lose a digit."""
        if self in ("true", "false"):
            return self == "true"
        if self in ("", "~", "null", "Null", "NULL"):
            return None
        if len(self) > _limits.MAX_NUMBER or not (found := _NUMBER.fullmatch(self)):
            return str(self)
        number = float(self) if any(found.groups()) else int(self)
        written = repr(number)
        # YAML writes 1.0e+22 where Python writes 1e+22.
        return number if self == written or self == _WHOLE.sub(r"\1.0e", written) else str(self)


def parse(text: str) -> object:
    """
    Return the raw tree that *text* writes.

    Raises:
        InvalidDocument: if it is no YAML, too deep or too large, repeats a key, or holds what no report can.
        MissingExtra: without the extra ``yaml``.
    """
    yaml = _yaml()
    builder = _Builder(yaml)
    try:
        builder.take(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except yaml.YAMLError as error:
        refuse((), _not_yaml(error))
    if builder.inside.count:
        raise builder.inside.refused().document()
    return builder.tree


def render(tree: object) -> bytes:
    """
    Return *tree* as UTF-8 bytes that end with a line break.

    Raises:
        MissingExtra: without the extra ``yaml``.
    """
    yaml = _yaml()
    # Trees are written out in full: an object that stands at two places is no reason for an alias.
    unaliased = type("Dumper", (getattr(yaml, "CSafeDumper", yaml.SafeDumper),), {"ignore_aliases": lambda *_: True})
    options = {"allow_unicode": True, "sort_keys": False, "width": 110, "encoding": "utf-8"}
    rendered: bytes = yaml.dump(tree, Dumper=unaliased, **options)
    return rendered


def _not_yaml(error: Exception) -> Refused:
    told = getattr(error, "problem", None)
    words = told or because("a character that YAML does not allow")
    if (mark := getattr(error, "problem_mark", None)) is None:
        return no(ProblemKind.SYNTAX, "not YAML: {words}", words=words)
    place = {"line": mark.line + 1, "column": mark.column + 1}
    return no(ProblemKind.SYNTAX, "not YAML at line {line}, column {column}: {words}", words=words, **place)


class _Builder:
    """Builds a raw tree from YAML events, each of which it looks at once."""

    def __init__(self, yaml: ModuleType) -> None:
        self.tree: object = None
        self.inside = Inside()
        self._takers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: lambda event: self._enter({}, event),
            yaml.SequenceStartEvent: lambda event: self._enter([], event),
            yaml.MappingEndEvent: self._leave,
            yaml.SequenceEndEvent: self._leave,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._begin_document,
        }
        self._documents = 0
        self._nodes = 0
        #: The innermost container that is open, the key of it that waits for its value, and how many characters the
        #: keys on the way to it have. Where a list is, its length says: no item costs more than to be put there.
        self._parent: dict[str, object] | list[object] | None = None
        self._key: str | None = None
        self._length = 0
        #: The same three of every container around it; the first is the document, which is none.
        self._outer: list[tuple[dict[str, object] | list[object] | None, str | None, int]] = []

    def take(self, events: Iterable[Any]) -> None:
        """Build what *events* say."""
        takers = self._takers
        for event in events:
            taker = takers.get(type(event))
            if taker is not None:
                taker(event)

    def _scalar(self, event: Any) -> None:
        self._put(Plain(event.value) if event.implicit[0] else event.value, event)

    def _alias(self, event: Any) -> None:
        refuse(tuple(self._way()), no(ProblemKind.SYNTAX, "an alias (*{given}); write the value out", event.anchor))

    def _begin_document(self, _: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            refuse((), no(ProblemKind.SYNTAX, "more than one YAML document (---) in one file"))

    def _enter(self, container: dict[str, object] | list[object], event: Any) -> None:
        if len(self._outer) >= _limits.MAX_DEPTH:
            refuse(tuple(self._way())[:3], too_deep())
        key = self._key
        self._put(container, event)
        self._outer.append((self._parent, key, self._length))
        self._parent, self._key = container, None
        self._length += len(key or "")

    def _leave(self, _: Any) -> None:
        self._parent, _, self._length = self._outer.pop()

    def _put(self, value: object, event: Any) -> None:
        """Put *value* where the document is: as the whole of it, into a list, as a key, or under the key before it."""
        tag = event.tag
        if tag is not None and tag != "!":
            refuse(tuple(self._way()), no(ProblemKind.SYNTAX, "a tag ({given}); write the plain value", tag))
        parent = self._parent
        if isinstance(parent, list):
            parent.append(value)
        elif parent is None:
            self.tree = value
            return
        elif self._key is None:
            self._begin(parent, value)
            return
        else:
            parent[self._key] = value
            self._key = None
        self._nodes += 1
        if self._nodes > _limits.MAX_NODES:
            refuse((), too_many())

    def _begin(self, parent: dict[str, object], key: object) -> None:
        if not isinstance(key, str):
            refuse(tuple(self._way()), no(ProblemKind.SYNTAX, "a key that is not text"))
        bound(key, self._length, self._way())
        self._key = str(key)
        if key in parent:
            self.inside.add(self._way(), no(ProblemKind.DUPLICATE, "the key stands twice"))

    def _way(self) -> Iterator[str | int]:
        """Yield the steps to where the document is."""
        for container, key, _ in self._outer:
            if isinstance(container, list):
                # What is open stands in it already.
                yield len(container) - 1
            elif key is not None:
                yield key
        if isinstance(self._parent, list):
            yield len(self._parent)
        elif self._key is not None:
            yield self._key


def _yaml() -> ModuleType:
    try:
        import yaml  # noqa: PLC0415 - an extra, imported only where it is used
    except ImportError:
        raise MissingExtra("yaml", because("reading and writing YAML")) from None
    return yaml
