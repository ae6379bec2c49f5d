"""
Reports as JSON and YAML: bytes to a raw tree, the raw tree to a report, and back.

Every document says ``schema: 1``. Amounts are ``{"amount": "38.26", "unit": "万元"}`` in JSON and 38.26万元 in YAML,
and both are read in both. Keys that are not known are kept and written back. The same report gives the same bytes.
"""

import os
from pathlib import Path
from secrets import token_hex
from typing import Literal, TypeAlias

from attrs import evolve

from perfreport.errors import InvalidDocument, InvalidValue, UnreadableFile, UnsupportedSchema, shown
from perfreport.findings import Problem
from perfreport.model import PerformanceReport
from perfreport.serialization import _structure, _trees
from perfreport.serialization._structure import converter

__all__ = ["SCHEMA", "Format", "converter", "dump", "dumps", "load", "loads"]

#: The schema version that this release writes, and the only one that it reads.
SCHEMA = 1

Format: TypeAlias = Literal["json", "yaml"]

_FORMATS: dict[str, Format] = {"json": "json", "yaml": "yaml"}
_SUFFIXES: dict[str, Format] = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}


def loads(data: bytes | str, format: Format) -> PerformanceReport:  # noqa: A002 - the word that users look for
    """
    Return the report that *data* holds; bytes are UTF-8, with or without a byte order mark.

    Raises:
        InvalidDocument: with every problem of the document, each with its JSON Pointer.
        UnsupportedSchema: if the document declares another schema version.
        InvalidValue: if *format* is neither ``json`` nor ``yaml``.
        MissingExtra: for YAML without the extra ``yaml``.
    """
    tree = _trees.parse(data, _known(format))
    if not isinstance(tree, dict):
        reason = f"expected a mapping with schema, year and department, not {shown(tree)}"
        raise InvalidDocument((Problem("", "type", reason),))
    declared = tree.pop("schema", None)
    if declared is None:
        missing = Problem("/schema", "missing", f"missing; a report of this release says schema: {SCHEMA}")
        _, problems = _structure.read(tree)
        raise InvalidDocument((missing, *problems))
    if isinstance(declared, bool) or str(declared) != str(SCHEMA):
        raise UnsupportedSchema(shown(declared), (SCHEMA,))
    report, problems = _structure.read(tree)
    if report is None:
        raise InvalidDocument(tuple(problems))
    return report


def dumps(report: PerformanceReport, format: Format) -> bytes:  # noqa: A002 - as above
    """
    Return *report* as UTF-8 bytes, keys in the order of the fields, what is not stated left out.

    Raises:
        InvalidValue: if *format* is neither ``json`` nor ``yaml``, or the report is too deep or too large to be read.
        MissingExtra: for YAML without the extra ``yaml``.
    """
    kind = _known(format)
    return _trees.render({"schema": SCHEMA, **_structure.write(report, kind)}, kind)


def load(path: str | os.PathLike[str]) -> PerformanceReport:
    """
    Return the report in the file at *path*; its suffix (.json, .yaml, .yml) tells the format.

    Raises:
        UnreadableFile: if the file cannot be read, or has another suffix.
        LoadError: as for `loads`, with the file named.
    """
    kind = _format_of(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(_trees.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFile(os.fspath(path), _reason(error, "read")) from error
    try:
        return loads(data, kind)
    except (InvalidDocument, UnsupportedSchema) as error:
        raise evolve(error, source=os.fspath(path)) from None


def dump(report: PerformanceReport, path: str | os.PathLike[str]) -> None:
    """
    Write *report* to the file at *path*, in the format of its suffix; on any error the old file stays as it was.

    Raises:
        UnreadableFile: if the file cannot be written, or has another suffix than .json, .yaml, .yml.
        MissingExtra: for YAML without the extra ``yaml``.
    """
    data = dumps(report, _format_of(path))
    try:
        _replace(Path(os.path.realpath(path)), data)
    except (OSError, ValueError) as error:
        raise UnreadableFile(os.fspath(path), _reason(error, "written")) from error


def _replace(target: Path, data: bytes) -> None:
    """Put *data* in the place of *target* in one step, so that nobody ever reads half of it."""
    mode = target.stat().st_mode & 0o777 if target.exists() else None
    temporary = target.with_name(f".perfreport-{token_hex(8)}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _known(format: str) -> Format:  # noqa: A002 - as above
    if format not in _FORMATS:
        raise InvalidValue("serialization", "format", f"expected 'json' or 'yaml', not {shown(format)}")
    return _FORMATS[format]


def _format_of(path: str | os.PathLike[str]) -> Format:
    found = _SUFFIXES.get(Path(path).suffix.lower())
    if found is None:
        raise UnreadableFile(os.fspath(path), "its name ends in none of .json, .yaml, .yml, which tell the format")
    return found


def _reason(error: OSError | ValueError, done: str) -> str:
    # A name with a null byte is a ValueError; everything else that goes wrong with files is an OSError.
    told = error.strerror if isinstance(error, OSError) else None
    return f"cannot be {done}: {(told or str(error)).lower()}"
