"""
Docstrings and signatures as they are meant.

Our docstrings have one section, ``Raises:``; it becomes the fields that Sphinx knows. Napoleon would do that, and would
also take the first words of an attribute's comment for its type. Defaults that attrs fills in become an ellipsis, and
long values are left out. What a type is annotated with is for the library; the words of the fields have a page.
"""

import re
import sys
from ast import JoinedStr, unparse
from typing import get_type_hints

from docutils.nodes import Element
from sphinx.addnodes import desc_annotation, desc_signature
from sphinx.application import Sphinx
from sphinx.pycode.ast import _UnparseVisitor

from perfreport.model import CLASSES

__all__ = ["setup"]

_DEFAULT = re.compile(r"attr_dict\['\w+'\]\.default|NOTHING")
_LONGEST_VALUE = 60
_ENTRY = re.compile(r" {4}(\w+): (.*)")


def _fields(lines: list[str]) -> list[str]:
    """Return the lines of a docstring with its entries under Raises as fields."""
    if "Raises:" not in lines:
        return lines
    start = lines.index("Raises:")
    written = lines[:start]
    for at, line in enumerate(lines[start + 1 :], start + 1):
        if line and not line.startswith(" "):
            return [*written, "", *lines[at:]]
        found = _ENTRY.fullmatch(line)
        written.append(f":raises {found[1]}: {found[2]}" if found else line)
    return written


def _process(_: Sphinx, __: str, ___: str, ____: object, _____: object, lines: list[str]) -> None:
    lines[:] = _fields(lines)


def _shorten(
    _: Sphinx, __: str, ___: str, ____: object, _____: object, signature: str | None, returns: str | None
) -> tuple[str | None, str | None] | None:
    return None if signature is None else (_DEFAULT.sub("...", signature), returns)


def _plain_types(_: Sphinx) -> None:
    """Take what is annotated out of the types of the model, once the library has read it."""
    for kind in CLASSES:
        names = vars(sys.modules[kind.__module__])
        for holder in (kind, kind.__init__):
            holder.__annotations__ = get_type_hints(holder, names)


def _without_long_values(_: Sphinx, __: str, ___: str, content: Element) -> None:
    """Take values that are longer than a line out of signatures: a table of a hundred rules is none."""
    for signature in content.parent.findall(desc_signature):
        for part in list(signature.findall(desc_annotation)):
            if part.astext().startswith(" = ") and len(part.astext()) > _LONGEST_VALUE:
                part.parent.remove(part)


def _f_string(_: object, node: JoinedStr) -> str:
    return unparse(node)


def setup(app: Sphinx) -> dict[str, bool]:
    """Process every docstring before it is parsed."""
    # Sphinx cannot write down an f-string that stands in a type, and would lose every comment of its module.
    _UnparseVisitor.visit_JoinedStr = _f_string
    app.connect("builder-inited", _plain_types)
    app.connect("autodoc-process-docstring", _process)
    app.connect("autodoc-process-signature", _shorten)
    app.connect("object-description-transform", _without_long_values)
    return {"parallel_read_safe": True}
