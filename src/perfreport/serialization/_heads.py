"""What every document says first: the version of its schema, and which form it is."""

import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from perfreport.errors import InvalidValue, UnsupportedSchema, shown
from perfreport.findings import ProblemKind, because
from perfreport.frozenmap import FrozenMap
from perfreport.model import CLASSES, Document, PerformanceReport, is_document
from perfreport.serialization._refusals import Inside, Refused, no

__all__ = ["FORMS", "SCHEMA", "declared", "heading", "kind_of", "word_of"]

#: The schema version that this release writes; it reads the ones before it too.
SCHEMA: Final = 2

Tree: TypeAlias = Mapping[str, object]

_CAPITAL = re.compile("(?<!^)([A-Z])")

#: The forms that stand alone, by the word that their files say under ``form``; a report says none.
FORMS: FrozenMap[str, type[Document]] = FrozenMap(
    {
        _CAPITAL.sub(r"-\1", kind.__name__).lower(): kind
        for kind in CLASSES
        if is_document(kind) and kind is not PerformanceReport
    }
)
_WORDS: Final[dict[type, str]] = {kind: word for word, kind in FORMS.items()}


def word_of(kind: type) -> str | None:
    """
    Return the word that files of this *kind* say under ``form``; `None` for a report.

    Raises:
        InvalidValue: if it is the class of no document.
    """
    if kind is not PerformanceReport and kind not in _WORDS:
        known = ("PerformanceReport", *(form.__name__ for form in FORMS.values()))
        reason = because("expected one of {values}, not {given}", values=known, given=_named(kind))
        raise InvalidValue("serialization", "kind", reason)
    return _WORDS.get(kind)


def heading(document: Document) -> dict[str, object]:
    """Return what a file of *document* says first."""
    word = word_of(type(document))
    return {"schema": SCHEMA} if word is None else {"schema": SCHEMA, "form": word}


def declared(tree: Tree, inside: Inside) -> int:
    """
    Return the version of the schema that *tree* declares.

    Raises:
        UnsupportedSchema: if this release does not read it.
    """
    said = tree.get("schema")
    if said is None:
        says = because("missing; a document of this release says schema: {schema}", schema=SCHEMA)
        inside.add(("schema",), no(ProblemKind.MISSING, says))
        return SCHEMA
    # YAML says it as text; True is no 1.
    for version in range(1, SCHEMA + 1):
        if said in (version, str(version)) and not isinstance(said, bool | float):
            return version
    raise UnsupportedSchema(shown(said), tuple(range(1, SCHEMA + 1)))


def kind_of(tree: Tree, wanted: type[Any] | None) -> type[Any]:
    """
    Return the class of the document that *tree* says it is.

    Raises:
        Refused: if that is no form that is known, or another kind than is *wanted*.
    """
    form = tree.get("form")
    found = PerformanceReport if form is None else FORMS.get(form) if isinstance(form, str) else None
    if found is not None and wanted in (None, found):
        return found
    # Read as something else, a form would only seem to lack what it is not made of.
    raise _another(form, found, None if wanted is None else word_of(wanted))


def _another(form: object, found: type | None, word: str | None) -> Refused:
    if word is not None:
        if form is None:
            return no(ProblemKind.MISSING, "missing; expected form: {word}", word=word)
        return no(ProblemKind.VALUE, "expected form: {word}, not {given}", form, word=word)
    if found is None:
        return no(ProblemKind.VALUE, "{given} is no form; the forms are {values}", form, values=tuple(FORMS))
    return no(
        ProblemKind.VALUE, "this is a form, {given}, and no report; load it with kind={kind}", form, kind=found.__name__
    )


def _named(kind: object) -> str:
    return kind.__name__ if isinstance(kind, type) else shown(kind)
