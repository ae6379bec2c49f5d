"""
The one section that our docstrings have: ``Raises:``, turned into the fields that Sphinx knows.

Napoleon would do it, and would also take the first words of an attribute's comment for its type.
"""

import re

from sphinx.application import Sphinx

__all__ = ["setup"]

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


def setup(app: Sphinx) -> dict[str, bool]:
    """Process every docstring before it is parsed."""
    app.connect("autodoc-process-docstring", _process)
    return {"parallel_read_safe": True}
