"""Raw trees to values and back, by cattrs; every problem is found with its place, and unknown keys are kept."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs
from attrs import NOTHING, evolve, fields, fields_dict
from cattrs import Converter

from perfreport.errors import InvalidDocument, InvalidValue, PerfReportError
from perfreport.findings import ProblemKind, because
from perfreport.frozenmap import FrozenMap, freeze
from perfreport.model import NIL, Document, Nil
from perfreport.model.extra import NOTHING_MORE
from perfreport.money import Money, Presentation
from perfreport.places import pointer, way_of
from perfreport.quantity import Actual, Quantity, Target
from perfreport.serialization import _limits
from perfreport.serialization._heads import SCHEMA, declared, heading, kind_of, word_of
from perfreport.serialization._judging import Judge, add
from perfreport.serialization._leaves import LEAVES, cell_tree, money_tree
from perfreport.serialization._refusals import MISSING, Inside, Refused, no
from perfreport.serialization._yaml import Plain
from perfreport.serialization.formats import Format, notation_of
from perfreport.serialization.migrations import migrated, written

__all__ = ["converter", "read", "write"]


def read(tree: object, wanted: type[Any] | None = None, made: Converter | None = None) -> Any:
    """
    Return the document in *tree*: the one that its head says it is, which is of the class *wanted* if one is.

    Raises:
        InvalidDocument: with every problem, each where it stands in *tree*.
        UnsupportedSchema: if the document declares another schema version.
    """
    if not isinstance(tree, Mapping):
        raise _no_document(tree, wanted).document()
    inside = Inside()
    version = declared(tree, inside)
    try:
        kind = kind_of(tree, wanted)
    except Refused as refused:
        inside.add(("form",), refused)
        raise inside.refused().document() from None
    today = tree if version == SCHEMA else migrated(tree)
    body = {key: item for key, item in today.items() if key not in ("schema", "form")}
    try:
        document = (made or converter()).structure(body, kind)
    except Refused as refused:
        inside.add((), refused)
    else:
        if not inside.count:
            return document
    error = inside.refused().document()
    raise error if version == SCHEMA else _as_written(error, tree)


def _no_document(given: object, wanted: type[Any] | None) -> Refused:
    if wanted is None or word_of(wanted) is None:
        return no(ProblemKind.TYPE, "expected a mapping with schema, year and department, not {given}", given)
    return no(ProblemKind.TYPE, "expected a mapping with schema, form and year, not {given}", given)


def _as_written(error: InvalidDocument, tree: Mapping[str, object]) -> InvalidDocument:
    """Return *error* with the keys of an older schema in its pointers: they speak of what stands in the file."""
    problems = tuple(
        evolve(problem, pointer=pointer(written(tree, way_of(problem.pointer)))) for problem in error.problems
    )
    return evolve(error, problems=problems)


def write(document: Document, kind: Format) -> dict[str, object]:
    """
    Return the raw tree of a report or form, with its head, as documents of this *kind* write it.

    Raises:
        InvalidValue: if *document* is none, or what stands in it is nested deeper than Python can follow.
    """
    try:
        tree: dict[str, object] = converter(kind).unstructure(document, unstructure_as=Document)
    except RecursionError:
        raise InvalidValue(type(document).__name__, "narrative", because("nested too deep to be written")) from None
    return tree


@cache
def converter(kind: Format = "json") -> Converter:
    """
    Return the cattrs converter for the values of this library; copy it for classes of your own that hold them.

    It reads both notations of an amount; *kind* decides which one it writes. For `Document` it reads and writes whole
    documents, with their heads.
    """
    made = Converter(detailed_validation=False)
    # The factories are handed the converter that asks, so that a copy finds the hooks that were added to it.
    made.register_structure_hook_factory(attrs.has, _reader_of)
    made.register_structure_hook_factory(_is_union, _either)
    made.register_structure_hook_factory(_is_tuple, _each)
    for leaf, structure in LEAVES.items():
        made.register_structure_hook(leaf, structure)
    made.register_structure_hook_factory(_is_document, _document_reader)
    made.register_unstructure_hook_factory(attrs.has, _writer_of)
    made.register_unstructure_hook(StrEnum, lambda word: word.value)
    made.register_unstructure_hook(Money, notation_of(kind).amount)
    made.register_unstructure_hook(Quantity, str)
    made.register_unstructure_hook(Decimal, "{:f}".format)
    made.register_unstructure_hook(Target, cell_tree)
    made.register_unstructure_hook(Actual, cell_tree)
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook_factory(_is_document, _document_writer)
    return made


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, UnionType)


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_document(kind: Any) -> bool:
    return kind is Document


def _document_reader(_: object, made: Converter) -> Callable[[object, object], object]:
    def structure(given: object, _: object) -> object:
        try:
            return read(given, None, made)
        except InvalidDocument as error:
            inside = Inside()
            inside.add_all(error)
            raise inside.refused() from None

    return structure


def _document_writer(_: object, made: Converter) -> Callable[[Any], dict[str, object]]:
    return lambda document: {**heading(document), **made.unstructure(document)}


def _reader_of(kind: type, made: Converter) -> Callable[[object, object], object]:
    attributes = [
        attribute for attribute in fields(attrs.resolve_types(kind, include_extras=False)) if attribute.name != "extra"
    ]
    # Gone through for every object, and there may be hundreds of thousands.
    wanted = [(attribute.name, attribute.type, attribute.default is NOTHING) for attribute in attributes]
    names = {attribute.name for attribute in attributes}
    leaves = {attribute.name: inner for attribute in attributes if (inner := _leaf_keys(attribute.type))}
    keeps_extra = "extra" in fields_dict(kind)
    judge = Judge.of(kind)

    def structure(given: object, _: object) -> object:
        # What a parser makes is told apart at once; to look whether something else is a mapping takes its time.
        if not isinstance(given, dict) and not isinstance(given, Mapping):
            raise no(ProblemKind.TYPE, "expected a mapping, not {given}", given)
        inside = Inside()
        values: dict[str, object] = {}
        for name, inner, required in wanted:
            if name in given:
                inside.read((name,), values, given[name], made.structure, inner)
            elif required:
                inside.add((name,), MISSING)
        if keeps_extra:
            values["extra"] = _unknown(given, names, leaves)
        error: PerfReportError | None = None
        if not inside.count:
            try:
                return kind(**values)
            except PerfReportError as refused:
                # With its traceback it would hold what holds it, and only the garbage collector would find them.
                error = refused.with_traceback(None)
        judge.add(values, given, inside)
        if error is not None and not inside.count:
            add(error, inside)
        raise inside.refused()

    return structure


def _unknown(
    given: Mapping[str, object], names: AbstractSet[str], leaves: Mapping[str, set[str]]
) -> FrozenMap[str, object]:
    """Return the keys of *given* that are not *names*, and under a name those that its leaf does not know."""
    found = {key: item for key, item in given.items() if key not in names}
    for name, known in leaves.items():
        leaf = given.get(name)
        if isinstance(leaf, Mapping) and (inside := {key: leaf[key] for key in leaf if key not in known}):
            found[name] = inside
    return FrozenMap({key: freeze(_resolved(item)) for key, item in found.items()}) if found else NOTHING_MORE


def _either(kind: object, made: Converter) -> Callable[[object, object], object]:
    options = get_args(kind)
    (inner,) = (option for option in options if option not in (NoneType, Nil))

    def structure(given: object, _: object) -> object:
        if NoneType in options and (given is None or (isinstance(given, Plain) and given.resolved() is None)):
            return None
        if Nil in options and isinstance(given, str) and given.strip(" 。.") == NIL.value:
            return NIL
        return made.structure(given, inner)

    return structure


def _each(kind: object, made: Converter) -> Callable[[object, object], object]:
    inner = get_args(kind)[0]

    def structure(given: object, _: object) -> object:
        if not isinstance(given, list | tuple):
            raise no(ProblemKind.TYPE, "expected a list, not {given}", given)
        items: list[object] = []
        inside = Inside()
        for index, item in enumerate(given):
            if inside.count > _limits.MAX_COUNTED:
                inside.stop(index, len(given))
                break
            try:
                items.append(made.structure(item, inner))
            except Refused as refused:
                inside.add((index,), refused)
        if inside.count:
            raise inside.refused()
        return tuple(items)

    return structure


def _leaf_keys(kind: object) -> set[str]:
    """Return the keys of the leaf that a field of this type holds as a mapping, if it holds one."""
    for leaf in (Money, Presentation, Target, Actual):
        if kind is leaf or leaf in get_args(kind):
            return {attribute.name for attribute in fields(leaf) if attribute.init}
    return set()


def _writer_of(kind: type, made: Converter) -> Callable[[Any], dict[str, object]]:
    attributes = [
        attribute for attribute in fields(attrs.resolve_types(kind, include_extras=False)) if attribute.name != "extra"
    ]
    names = {attribute.name for attribute in attributes}
    documents = {attribute.name for attribute in attributes if Document in (attribute.type, *get_args(attribute.type))}

    def unstructure(value: Any) -> dict[str, object]:
        tree: dict[str, object] = {}
        extra: Mapping[str, object] = getattr(value, "extra", {})
        for attribute in attributes:
            held = getattr(value, attribute.name)
            if keeps_silent and held == attribute.default:
                continue
            as_type = Document if attribute.name in documents and held is not None else None
            raw: Any
            raw = (
                [made.unstructure(item, as_type) for item in held]
                if isinstance(held, tuple)
                else made.unstructure(held, as_type)
            )
            if attribute.name in extra:
                raw = {**_keyed(held, raw), **_thawed(extra[attribute.name])}
            tree[attribute.name] = raw
        return tree | {key: _thawed(item) for key, item in extra.items() if key not in names}

    keeps_silent = "extra" in fields_dict(kind)
    return unstructure


def _keyed(held: object, raw: dict[str, object]) -> dict[str, object]:
    """Return a leaf as a mapping, so that unknown keys can stand beside its own."""
    match held:
        case Money():
            return money_tree(held)
        case Target() | Actual():
            columns: dict[str, object] = cell_tree(held, always=True)
            return columns
    return raw


def _resolved(node: object) -> object:
    match node:
        case Plain():
            return node.resolved()
        case dict():
            return {key: _resolved(item) for key, item in node.items()}
        case list():
            return [_resolved(item) for item in node]
    return node


def _thawed(node: object) -> Any:
    match node:
        case FrozenMap():
            return {key: _thawed(item) for key, item in node.items()}
        case tuple():
            return [_thawed(item) for item in node]
    return node
