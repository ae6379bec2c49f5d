"""
Reports and forms as JSON and YAML: bytes to a raw tree, the raw tree to a value, and back.

Every document says ``schema: 2``, and a form that stands alone says which it is: ``form: project-self-evaluation``.
Documents of schema 1 are read too. Amounts are ``{"amount": "38.26", "unit": "万元"}`` in JSON and 38.26万元 in YAML,
and both are read in both. Keys that are not known are kept and written back. The same report gives the same bytes.
"""

import os
from typing import Any, TypeVar, overload

from attrs import evolve

from perfreport.errors import InvalidDocument, UnsupportedSchema
from perfreport.model import Document
from perfreport.serialization import _files, _structure, _trees
from perfreport.serialization._heads import FORMS, SCHEMA, word_of
from perfreport.serialization._structure import converter
from perfreport.serialization.formats import Format, Notation, notation_of

__all__ = ["FORMS", "SCHEMA", "Format", "converter", "dump", "dumps", "load", "loads"]

Wanted = TypeVar("Wanted")


@overload
def loads(data: bytes | str, format: Format) -> Document: ...
@overload
def loads(data: bytes | str, format: Format, kind: type[Wanted]) -> Wanted: ...
def loads(data: bytes | str, format: Format, kind: type[Any] | None = None) -> Any:  # noqa: A002 - users' word
    """
    Return the report or form that *data* holds, as its head says; bytes are UTF-8, with or without byte order mark.

    With a *kind*, a document of another kind is refused.

    Raises:
        InvalidDocument: with the problems of the document, each with its JSON Pointer; of very many the first.
        UnsupportedSchema: if the document declares a schema version that this release does not read.
        InvalidValue: if *format* is neither ``json`` nor ``yaml``, or *kind* neither a report nor one of `FORMS`.
        MissingExtra: for YAML without the extra ``yaml``.
    """
    return _read(data, notation_of(format), kind)


def dumps(report: Document, format: Format) -> bytes:  # noqa: A002 - as above
    """
    Return *report*, or a form, as UTF-8 bytes, keys in the order of the fields, what is not stated left out.

    Raises:
        InvalidValue: if *format* is neither ``json`` nor ``yaml``, or the report is too deep or too large to be read.
        MissingExtra: for YAML without the extra ``yaml``.
    """
    notation = notation_of(format)
    return _trees.render(_structure.write(report, notation.name), notation)


@overload
def load(path: str | os.PathLike[str]) -> Document: ...
@overload
def load(path: str | os.PathLike[str], kind: type[Wanted]) -> Wanted: ...
def load(path: str | os.PathLike[str], kind: type[Any] | None = None) -> Any:
    """
    Return the report or form in the file at *path*, as its head says; the suffix (.json, .yaml, .yml) is the format.

    With a *kind*, a document of another kind is refused.

    Raises:
        UnreadableFile: if the file cannot be read, or has another suffix.
        LoadError: as for `loads`, with the file named.
        InvalidValue: if *kind* is neither a report nor one of `FORMS`.
        MissingExtra: for YAML without the extra ``yaml``.
    """
    format_ = _files.format_of(path)
    data = _files.read(path)
    try:
        return _read(data, notation_of(format_), kind)
    except (InvalidDocument, UnsupportedSchema) as error:
        raise evolve(error, source=os.fspath(path)) from None


def dump(report: Document, path: str | os.PathLike[str]) -> None:
    """
    Write *report*, or a form, to the file at *path*, in the format of its suffix; on any error the old file stays.

    Raises:
        UnreadableFile: if the file cannot be written, or has another suffix than .json, .yaml, .yml.
        InvalidValue: if the report is too deep or too large to be read.
        MissingExtra: for YAML without the extra ``yaml``.
    """
    _files.write(path, dumps(report, _files.format_of(path)))


def _read(data: bytes | str, notation: Notation, kind: type[Any] | None) -> Any:
    if kind is not None:
        # A class that no document has is the caller's mistake, whatever the document is.
        word_of(kind)
    return _structure.read(_trees.parse(data, notation), kind)
