"""
Reports and forms as JSON and YAML: bytes to a raw tree, the raw tree to a value, and back.

Every document says ``schema: 2``, and a form that stands alone says which it is: ``form: project-self-evaluation``.
Amounts are ``{"amount": "38.26", "unit": "万元"}`` in JSON and 38.26万元 in YAML, and both are read in both. Keys that
are not known are kept and written back. The same report gives the same bytes.
"""

import os
import re
from pathlib import Path
from secrets import token_hex
from typing import Any, Literal, TypeAlias, TypeVar, overload

from attrs import evolve

from perfreport.errors import InvalidDocument, InvalidValue, UnreadableFile, UnsupportedSchema, shown
from perfreport.findings import Problem
from perfreport.frozenmap import FrozenMap
from perfreport.model import CLASSES, Document, PerformanceReport, is_document
from perfreport.serialization import _structure, _trees
from perfreport.serialization._structure import converter

__all__ = ["FORMS", "SCHEMA", "Format", "converter", "dump", "dumps", "load", "loads"]

#: The schema version that this release writes, and the only one that it reads.
SCHEMA = 2

Wanted = TypeVar("Wanted")
Format: TypeAlias = Literal["json", "yaml"]

_FORMATS: dict[str, Format] = {"json": "json", "yaml": "yaml"}
_CAPITAL = re.compile("(?<!^)([A-Z])")
_SUFFIXES: dict[str, Format] = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}


#: The forms that stand alone, by the word that their files say under ``form``; a report says none.
FORMS: FrozenMap[str, type[Document]] = FrozenMap(
    {
        _CAPITAL.sub(r"-\1", kind.__name__).lower(): kind
        for kind in CLASSES
        if is_document(kind) and kind is not PerformanceReport
    }
)
_WORDS: dict[type, str] = {kind: word for word, kind in FORMS.items()}


@overload
def loads(data: bytes | str, format: Format) -> Document: ...
@overload
def loads(data: bytes | str, format: Format, kind: type[Wanted]) -> Wanted: ...
def loads(data: bytes | str, format: Format, kind: type[Any] | None = None) -> Any:  # noqa: A002 - users' word
    """
    Return the report or form that *data* holds, as its head says; bytes are UTF-8, with or without byte order mark.

    With a *kind*, a document of another kind is refused.

    Raises:
        InvalidDocument: with every problem of the document, each with its JSON Pointer.
        UnsupportedSchema: if the document declares another schema version.
        InvalidValue: if *format* is neither ``json`` nor ``yaml``, or *kind* neither a report nor one of `FORMS`.
        MissingExtra: for YAML without the extra ``yaml``.
    """
    wanted = None if kind is None else _word(kind)
    tree = _trees.parse(data, _known(format))
    if not isinstance(tree, dict):
        expected = "schema, year and department" if wanted is None else "schema, form and year"
        reason = f"expected a mapping with {expected}, not {shown(tree)}"
        raise InvalidDocument((Problem("", "type", reason),))
    declared = tree.pop("schema", None)
    if declared is not None and (isinstance(declared, bool) or str(declared) != str(SCHEMA)):
        raise UnsupportedSchema(shown(declared), (SCHEMA,))
    problems = []
    if declared is None:
        problems.append(Problem("/schema", "missing", f"missing; a document of this release says schema: {SCHEMA}"))
    form = tree.pop("form", None)
    found_kind = PerformanceReport if form is None else FORMS.get(form) if isinstance(form, str) else None
    if found_kind is None or (kind is not None and found_kind is not kind):
        # Read as something else, a form would only seem to lack what it is not made of.
        problems.append(Problem("/form", "value", _another(form, wanted)))
        raise InvalidDocument(tuple(problems))
    document, found = _structure.read(tree, found_kind)
    if problems or document is None:
        raise InvalidDocument((*problems, *found))
    return document


def dumps(report: Document, format: Format) -> bytes:  # noqa: A002 - as above
    """
    Return *report*, or a form, as UTF-8 bytes, keys in the order of the fields, what is not stated left out.

    Raises:
        InvalidValue: if *format* is neither ``json`` nor ``yaml``, or the report is too deep or too large to be read.
        MissingExtra: for YAML without the extra ``yaml``.
    """
    kind = _known(format)
    word = _word(type(report))
    head = {"schema": SCHEMA} if word is None else {"schema": SCHEMA, "form": word}
    return _trees.render({**head, **_structure.write(report, kind)}, kind)


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
    """
    format_ = _format_of(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(_trees.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFile(os.fspath(path), _reason(error, "read")) from error
    try:
        return loads(data, format_) if kind is None else loads(data, format_, kind)
    except (InvalidDocument, UnsupportedSchema) as error:
        raise evolve(error, source=os.fspath(path)) from None


def dump(report: Document, path: str | os.PathLike[str]) -> None:
    """
    Write *report*, or a form, to the file at *path*, in the format of its suffix; on any error the old file stays.

    Raises:
        UnreadableFile: if the file cannot be written, or has another suffix than .json, .yaml, .yml.
        MissingExtra: for YAML without the extra ``yaml``.
    """
    data = dumps(report, _format_of(path))
    try:
        _replace(Path(os.path.realpath(path)), data)
    except (OSError, ValueError) as error:
        raise UnreadableFile(os.fspath(path), _reason(error, "written")) from error


def _word(kind: type) -> str | None:
    """Return the word that files of this *kind* say under ``form``."""
    if kind is not PerformanceReport and kind not in _WORDS:
        expected = ", ".join(["PerformanceReport", *(form.__name__ for form in FORMS.values())])
        raise InvalidValue("serialization", "kind", f"expected one of {expected}, not {shown(kind)}")
    return _WORDS.get(kind)


def _another(form: object, word: str | None) -> str:
    if word is None:
        known = FORMS.get(form) if isinstance(form, str) else None
        advice = f"; load it with kind={known.__name__}" if known else f"; the forms are {', '.join(FORMS)}"
        return f"this is a form, {shown(form)}, and no report{advice}"
    return f"expected form: {word}, not {shown(form)}" if form is not None else f"missing; expected form: {word}"


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
