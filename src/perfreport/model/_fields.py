"""What a field of the model accepts and is called, derived from its type; a type says more where it is `Annotated`."""

from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, final, get_args, get_origin, get_type_hints

from attrs import Attribute, evolve, fields, frozen
from attrs.validators import and_

from perfreport._checks import SAID, Check, Each, IsA, OrNone, Within, fault
from perfreport.errors import InvalidValue
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import NOTHING_MORE, DocumentExtra, Extra
from perfreport.model.nil import NIL, Nil
from perfreport.model.points import Points, Score, points
from perfreport.names import Term
from perfreport.quantity import Actual, Target

__all__ = [
    "NOTHING_MORE",
    "DocumentExtra",
    "Extra",
    "Heads",
    "Month",
    "Points",
    "Score",
    "Stars",
    "Year",
    "checked",
    "hints",
    "points",
    "terms",
]

#: The fiscal years that a document can speak of.
Year: TypeAlias = Annotated[int, Within(1949, 2199)]
Month: TypeAlias = Annotated[int, Within(1, 12)]
#: The stars that mark a core indicator.
Stars: TypeAlias = Annotated[int, Within(1, 5)]
#: Posts and people.
Heads: TypeAlias = Annotated[int, Within(0, 10**9)]


@final
@frozen
class _NilOr:
    """Accept `NIL` and whatever `check` accepts."""

    check: Check

    def __call__(self, instance: object, attribute: "Attribute[Any]", value: object) -> None:
        """Raise `InvalidValue` unless *value* is `NIL` or passes the check."""
        if value is not NIL:
            self.check(instance, attribute, value)


@final
@frozen
class _Cell:
    """Accept cells of one kind that every format can hold."""

    kind: type[Target] | type[Actual]

    def __call__(self, instance: object, attribute: "Attribute[Any]", value: Target | Actual) -> None:
        """Raise `InvalidValue` unless *value* is a cell of this kind whose texts say something."""
        IsA(self.kind)(instance, attribute, value)
        columns = [column for column in (value.nature, value.measure) if column is not None]
        # A blank cell says something only through the columns beside it.
        texts = columns + [value.raw] * bool(value.raw or not columns)
        if (reason := next(filter(None, map(fault, texts)), None)) is not None:
            raise InvalidValue(type(instance).__name__, attribute.name, reason)


@cache
def hints(kind: type) -> FrozenMap[str, Any]:
    """Return the type of every field of *kind*, with what is annotated."""
    written = get_type_hints(kind, include_extras=True)
    return FrozenMap({field.name: written[field.name] for field in fields(kind)})


@cache
def terms(kind: type) -> FrozenMap[str, Term]:
    """Return what every field of *kind* is called, and where it comes from."""
    found = {name: _term(hint) for name, hint in hints(kind).items()}
    source: str = getattr(kind, "SOURCE", "")
    return FrozenMap(
        {name: term if term.source else evolve(term, source=source) for name, term in found.items() if term is not None}
    )


def _term(hint: Any) -> Term | None:
    return next((said for said in getattr(hint, "__metadata__", ()) if isinstance(said, Term)), None)


def checked(kind: type, found: "list[Attribute[Any]]") -> "list[Attribute[Any]]":
    """Give every field the check that its type says; attrs calls this for each class (``field_transformer``)."""
    return [field.evolve(validator=_and(_of(kind, field), field.validator)) for field in found]


def _of(kind: type, field: "Attribute[Any]") -> Check | None:
    if not isinstance(field.type, str):
        return _check(field.type)

    # A class that holds itself is not there yet; a field that names a class has a check.
    @cache
    def late() -> Any:
        return _check(get_type_hints(kind, include_extras=True)[field.name])

    def validate(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        late()(instance, attribute, value)

    return validate


def _and(first: Check | None, then: Any) -> Any:
    return then if first is None else first if then is None else and_(first, then)


def _check(hint: Any) -> Check | None:
    """Return the check that a type says; `None` where any value of it will do."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        own = [said for said in inside[1:] if not isinstance(said, Term)]
        # A whole number with bounds is one check.
        base = None if own and inside[0] is int else _check(inside[0])
        for check in own:
            base = _and(base, check)
        return base
    if origin in (Union, UnionType):
        parts = [part for part in inside if part not in (NoneType, Nil)]
        inner = _check(parts[0])
        if inner is not None and Nil in inside:
            inner = _NilOr(inner)
        return OrNone(inner) if inner is not None and NoneType in inside else inner
    if origin is tuple:
        item = _check(inside[0])
        return None if item is None else Each(item)
    if hint is str:
        return SAID
    if hint in (Target, Actual):
        return _Cell(hint)
    # Converted before it is checked, or checked by what is annotated.
    return None if hint is Decimal or origin is FrozenMap else IsA(hint)
