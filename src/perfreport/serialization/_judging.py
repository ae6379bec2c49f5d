"""
What the fields of an object refuse when some of them are wrong.

Checks run only when all fields are there and right, and stop at the first that refuses; so they are asked one by one,
and so is what the class says of several fields together.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, final

from attrs import NOTHING, Attribute, Factory, fields, frozen

from perfreport.errors import InvalidValue, PerfReportError
from perfreport.findings import ProblemKind
from perfreport.frozenmap import FrozenMap
from perfreport.serialization._refusals import Inside, no

__all__ = ["Judge", "add"]

#: What says that a field has no value to fall back on, or one that has to be made.
_NO_DEFAULTS: Final[tuple[type, ...]] = (type(NOTHING), type(Factory(list)))


@final
@frozen(kw_only=True)
class Judge:
    """The checks of one class."""

    kind: type
    #: The fields that have checks. Unknown keys are not among them: those of a document are plain already.
    checked: FrozenMap[str, "Attribute[Any]"]
    #: What fields hold of which a document says nothing; pairs, as they are gone through for every object.
    silent: tuple[tuple[str, object], ...]
    #: What the class refuses of several fields together.
    agree: Callable[[Any], None] | None

    @classmethod
    def of(cls, kind: type) -> "Judge":
        """Return the checks of *kind*."""
        return cls(
            kind=kind,
            checked=FrozenMap(
                {field.name: field for field in fields(kind) if field.validator is not None and field.name != "extra"}
            ),
            silent=tuple(
                (field.name, field.default) for field in fields(kind) if not isinstance(field.default, _NO_DEFAULTS)
            ),
            agree=getattr(kind, "__attrs_post_init__", None),
        )

    def add(self, values: Mapping[str, object], given: Mapping[str, object], inside: Inside) -> None:
        """Add what is refused of *values*, which are those that could be made of what was *given*."""
        blank: Any = object.__new__(self.kind)
        for name, value in values.items():
            object.__setattr__(blank, name, value)
        for name in values:
            if name in self.checked:
                self._check(blank, self.checked[name], inside)
        if self.agree is not None:
            # What was given and is wrong is no silence: a check that needs it does not find it.
            for name, value in self.silent:
                if name not in given:
                    object.__setattr__(blank, name, value)
            _try(self.agree, (blank,), inside)

    def _check(self, blank: object, field: "Attribute[Any]", inside: Inside) -> None:
        if not _try(field.validator, (blank, field, getattr(blank, field.name)), inside):
            object.__delattr__(blank, field.name)


def _try(check: Any, given: tuple[object, ...], inside: Inside) -> bool:
    """Tell whether *check* refuses nothing; add what it refuses, and pass over one that needs a field that is wrong."""
    try:
        check(*given)
    except PerfReportError as error:
        add(error, inside)
        return False
    except AttributeError:
        return True
    return True


def add(error: PerfReportError, inside: Inside) -> None:
    """Add what a class said against its values."""
    if isinstance(error, InvalidValue):
        inside.add((error.field,) if error.field else (), no(ProblemKind.VALUE, error.reason))
    else:
        inside.add((), no(ProblemKind.VALUE, error.sentence))
