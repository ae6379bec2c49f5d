"""What one row of a code book says, and how sure it is."""

from enum import StrEnum
from typing import Any, Literal, TypeAlias, final

from attrs import Attribute, field, frozen

from perfreport._checks import SAID, Check, Each, IsA, OrNone, Within, refuse
from perfreport.errors import InvalidValue

__all__ = ["Confidence", "Entry", "Level", "Named", "Source", "UnitKind"]

#: The languages in which the lists have names.
Named: TypeAlias = Literal["zh", "en"]

#: The years in which a row may begin or end.
_YEARS = (1949, 2199)


@final
class Level(StrEnum):
    """How deep a code stands in its book; COFOG calls the three levels division, group and class."""

    #: 类
    CLASS = "class"
    #: 款
    GROUP = "group"
    #: 项
    ITEM = "item"


@final
class Source(StrEnum):
    """Where a row of a code book was seen."""

    #: Code and name stand together in published budgets or accounts.
    DOCUMENT = "document"
    #: Code and name stand in a published template or list.
    PUBLISHED = "published"
    #: Known, and not yet confirmed by a document.
    MEMORY = "memory"
    #: As `MEMORY`, and doubtful.
    MEMORY_LOW = "memory-low"

    @property
    def confirmed(self) -> bool:
        """Whether somebody has published the row."""
        return self in (Source.DOCUMENT, Source.PUBLISHED)


@final
class Confidence(StrEnum):
    """How sure it is that one code stands for another."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    #: Our own proposal, where nobody has published a correspondence.
    RECOMMENDED = "recommended"


@final
class UnitKind(StrEnum):
    """The two kinds of budget units, whose spending has different codes in the government's economic classification."""

    #: 行政机关和参公单位: administrative bodies, and institutions managed like them
    ADMINISTRATIVE = "administrative"
    #: 事业单位: other public institutions
    INSTITUTION = "institution"


_YEAR: Check = OrNone(Within(*_YEARS))


_TEXT: Check = OrNone(SAID)


def _named(instance: "Entry", attribute: "Attribute[Any]", value: str | None) -> None:
    if value is None and instance.name_zh is None:
        raise InvalidValue("Entry", "", f"{instance.code} has no name in any language")
    _TEXT(instance, attribute, value)


def _ordered(instance: "Entry", attribute: "Attribute[Any]", value: int | None) -> None:
    _YEAR(instance, attribute, value)
    if value is not None and instance.first_year is not None and value < instance.first_year:
        raise refuse(instance, attribute, value, f"no year before {instance.first_year}")


@final
@frozen(kw_only=True)
class Entry:
    """One row of a code book: a code, its names, and the years in which it is known to be in force or not."""

    #: As printed, without blanks: 2012901, 30201, 01.1.1.
    code: str = field(validator=SAID)
    #: The name in the official list; `None` where only an English list is at hand.
    name_zh: str | None = field(validator=_TEXT)
    #: A translation of ours for the Chinese books; the official name for COFOG.
    name_en: str | None = field(validator=_named)
    level: Level = field(validator=IsA(Level))
    #: The code one level above; `None` at the top.
    parent: str | None = field(default=None, validator=_TEXT)
    #: The first year in which the code is in force; `None` where its beginning is not known.
    first_year: int | None = field(default=None, validator=_YEAR)
    #: The last year in which the code is in force; `None` where no end is known.
    last_year: int | None = field(default=None, validator=_ordered)
    source: Source = field(validator=IsA(Source))
    #: Codes of GFSM 2014 that the item belongs to; several where it is mixed.
    gfsm: tuple[str, ...] = field(default=(), validator=Each(SAID))
    #: What a user should know before relying on the row.
    note: str | None = field(default=None, validator=_TEXT)

    def in_force(self, year: int) -> bool:
        """Tell whether nothing is known that would put the code out of force in *year*."""
        begun = self.first_year is None or self.first_year <= year
        return begun and (self.last_year is None or year <= self.last_year)

    def name(self, language: Named) -> str:
        """Return the name in *language*, or in the other one where the list has no such name."""
        names = (self.name_zh, self.name_en) if language == "zh" else (self.name_en, self.name_zh)
        return next(name for name in names if name is not None)
