"""Bytes to raw trees of dicts, lists and scalars, and back; whatever the bytes are, in bounded time and depth."""

import re

from perfreport.errors import InvalidValue
from perfreport.findings import ProblemKind, Reason, because
from perfreport.serialization import _limits
from perfreport.serialization._refusals import no, refuse
from perfreport.serialization.formats import Notation

__all__ = ["parse", "render"]

_SURROGATE = re.compile("[\ud800-\udfff]")


def parse(data: bytes | str, notation: Notation) -> object:
    """
    Return the raw tree in *data*.

    Raises:
        InvalidDocument: if *data* is too large or too deep, not UTF-8, not of this format, or repeats a key.
        MissingExtra: for YAML without the extra ``yaml``.
    """
    if len(data) > _limits.MAX_BYTES:
        refuse((), no(ProblemKind.LIMIT, "larger than the {most} MiB that are read", most=_limits.MAX_BYTES // 2**20))
    text = _decoded(data) if isinstance(data, bytes) else data.removeprefix("\ufeff")
    if not text.strip():
        refuse((), no(ProblemKind.SYNTAX, "the document is empty"))
    if (found := _SURROGATE.search(text)) is not None:
        again = because("a lone surrogate at character {number:,}; save the text as UTF-8 again", number=found.end())
        refuse((), no(ProblemKind.SYNTAX, again))
    return notation.parse(text)


def render(tree: object, notation: Notation) -> bytes:
    """
    Return *tree* as UTF-8 bytes that end with a line break.

    Raises:
        InvalidValue: if *tree* is so deep or so large that it could not be read again.
        MissingExtra: for YAML without the extra ``yaml``.
    """
    if (excess := _excess(tree)) is not None:
        raise InvalidValue("PerformanceReport", "", because("{what}, which is not read again", what=excess))
    data = notation.render(tree)
    if len(data) > _limits.MAX_BYTES:
        excess = because("larger than {most} MiB", most=_limits.MAX_BYTES // 2**20)
        raise InvalidValue("PerformanceReport", "", because("{what}, which is not read again", what=excess))
    return data


def _excess(tree: object) -> Reason | None:
    """Return what there is too much of in *tree* for it to be read again."""
    level: list[tuple[int, object]] = [(0, tree)]
    nodes = 0
    for _ in range(_limits.MAX_DEPTH + 1):
        containers = [(way, node) for way, node in level if isinstance(node, dict | list)]
        if not containers:
            return because("more than {most:,} values", most=_limits.MAX_NODES) if nodes > _limits.MAX_NODES else None
        level = []
        for way, node in containers:
            items = node.items() if isinstance(node, dict) else (("", item) for item in node)
            level += [(way + len(key), item) for key, item in items]
            if isinstance(node, dict) and max(map(len, node), default=0) > _limits.MAX_KEY:
                return because("a key of more than {most:,} characters", most=_limits.MAX_KEY)
        if max((way for way, _ in level), default=0) > _limits.MAX_WAY:
            return because("keys on one way of more than {most:,} characters together", most=_limits.MAX_WAY)
        nodes += len(level)
    return because("nested deeper than {most} levels", most=_limits.MAX_DEPTH)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        looks = because("not UTF-8 at byte {number:,}; it looks like {encoding}: save it as UTF-8",
                        number=error.start + 1, encoding=_encoding(data))  # fmt: skip
        refuse((), no(ProblemKind.SYNTAX, looks))


def _encoding(data: bytes) -> str | Reason:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return because("another encoding")
    return "GBK"
