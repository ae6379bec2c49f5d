"""Which codes of other books stand for a code: the government's economic classification, and COFOG."""

from functools import cache
from typing import final

from attrs import field, frozen

from perfreport._checks import SAID, Each, IsA, OrNone
from perfreport.codes.books._codes import upwards
from perfreport.codes.books._entries import Confidence, UnitKind
from perfreport.codes.books._files import book, rows
from perfreport.frozenmap import FrozenMap

__all__ = [
    "CofogMatch",
    "Correspondence",
    "cofog_mapping",
    "cofog_match",
    "cofog_of",
    "economic_mapping",
    "government_code",
]


@final
@frozen(kw_only=True)
class Correspondence:
    """What an item of the department economic classification becomes in the government economic classification."""

    department: str = field(validator=SAID)
    #: For administrative bodies; `None` where they have no such spending.
    administrative: str | None = field(default=None, validator=OrNone(SAID))
    #: For public institutions.
    institution: str | None = field(default=None, validator=OrNone(SAID))
    confidence: Confidence = field(validator=IsA(Confidence))
    note: str | None = field(default=None, validator=OrNone(SAID))

    def code(self, kind: UnitKind) -> str | None:
        """Return the government code for this kind of unit."""
        return self.administrative if kind is UnitKind.ADMINISTRATIVE else self.institution


@cache
def economic_mapping() -> FrozenMap[str, Correspondence]:
    """Return every correspondence that is known, by department code; the list is of 款 alone."""
    return FrozenMap(
        {
            row["department_code"]: Correspondence(
                department=row["department_code"],
                administrative=row["administrative"] or None,
                institution=row["institution"] or None,
                confidence=Confidence(row["confidence"]),
                note=row["note"] or None,
            )
            for row in rows("economic_mapping")
        }
    )


def government_code(department_code: str, unit_kind: UnitKind, year: int) -> str | None:
    """
    Return the code of the government's economic classification for spending of a unit of this kind.

    `None` where no correspondence is known, or one of the codes was not in force in *year*. `economic_mapping` says how
    sure a correspondence is.

    >>> government_code("30201", UnitKind.ADMINISTRATIVE, 2024), government_code("30201", UnitKind.INSTITUTION, 2024)
    ('50201', '50502')
    """
    found = economic_mapping().get(department_code)
    code = None if found is None else found.code(unit_kind)
    if code is None or book("department-economic").get(department_code, year) is None:
        return None
    return None if book("government-economic").get(code, year) is None else code


@final
@frozen(kw_only=True)
class CofogMatch:
    """The functions of COFOG that a functional code, with all below it, belongs to."""

    functional: str = field(validator=SAID)
    #: One code, several among which the purpose decides, or none: then it depends on what the code does not say.
    cofog: tuple[str, ...] = field(validator=Each(SAID))
    confidence: Confidence = field(validator=IsA(Confidence))
    note: str | None = field(default=None, validator=OrNone(SAID))


@cache
def cofog_mapping() -> FrozenMap[str, CofogMatch]:
    """Return every match, by functional code."""
    return FrozenMap(
        {
            row["functional_code"]: CofogMatch(
                functional=row["functional_code"],
                cofog=tuple(row["cofog"].split()),
                confidence=Confidence(row["confidence"]),
                note=row["note"] or None,
            )
            for row in rows("functional_cofog")
        }
    )


def cofog_match(functional_code: str) -> CofogMatch | None:
    """Return the match of the longest code that *functional_code* is, or is below of; `None` where there is none."""
    mapping = cofog_mapping()
    return next((mapping[code] for code in upwards(functional_code) if code in mapping), None)


def cofog_of(functional_code: str) -> tuple[str, ...]:
    """
    Return the codes of COFOG that are recommended for *functional_code*; none where none can be.

    >>> cofog_of("2040501"), cofog_of("2010101"), cofog_of("2210201")
    (('03.3',), ('01.1', '01.3'), ())
    """
    found = cofog_match(functional_code)
    return () if found is None else found.cofog
