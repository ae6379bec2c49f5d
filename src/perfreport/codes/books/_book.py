"""A code book: rows that are looked up by code and year, and what may be said of a code that a document prints."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise
from typing import final

from attrs import field, frozen

from perfreport._checks import SAID, Each, IsA, OrNone, Within
from perfreport.codes.books._entries import Entry, Named
from perfreport.errors import InvalidValue
from perfreport.frozenmap import FrozenMap

__all__ = ["Book", "CodeOutcome", "CodeVerdict", "judge_code"]

#: Years before and after all others, for beginnings and ends that are not known.
_EVER, _NEVER = 0, 9999


def _grouped(rows: Iterable[tuple[str, Entry]]) -> FrozenMap[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for key, entry in rows:
        found.setdefault(key, []).append(entry)
    return FrozenMap({key: tuple(entries) for key, entries in found.items()})


def _begin(entry: Entry) -> int:
    return _EVER if entry.first_year is None else entry.first_year


def _end(entry: Entry) -> int:
    return _NEVER if entry.last_year is None else entry.last_year


def _fill(entry: Entry, rows: Iterable[Entry]) -> bool:
    """Tell whether *rows* together are in force in every year in which *entry* is."""
    year = _begin(entry)
    for row in sorted(rows, key=_begin):
        if _begin(row) > year:
            return False
        year = max(year, _end(row) + 1)
    return year > _end(entry)


@final
@frozen(kw_only=True)
class Book:
    """
    The codes of one classification.

    A book says what it knows. A code that it lacks is unknown, not wrong. `get` finds what is in force in a year as far
    as is known, in any year; only of the years that the book `covers` it can be said what a code means.
    """

    name: str = field(validator=SAID)
    #: The list that the rows are of, as a reader may be told.
    edition: str = field(validator=SAID)
    #: The years of which the edition speaks; a book with no last year is of a list that does not change.
    first_year: int = field(validator=Within(1949, 2199))
    last_year: int | None = field(validator=OrNone(Within(1949, 2199)))
    #: Sorted by code, then by year.
    entries: tuple[Entry, ...] = field(repr=False, validator=Each(IsA(Entry)))
    _by_code: FrozenMap[str, tuple[Entry, ...]] = field(init=False, repr=False, eq=False)
    _by_parent: FrozenMap[str, tuple[Entry, ...]] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        by_code = _grouped((entry.code, entry) for entry in self.entries)
        for code, rows in by_code.items():
            ordered = sorted(rows, key=_begin)
            if any(_end(before) >= _begin(after) for before, after in pairwise(ordered)):
                raise InvalidValue("Book", "entries", f"{code} stands twice in one year")
        for entry in self.entries:
            if entry.parent is not None and not _fill(entry, by_code.get(entry.parent, ())):
                reason = f"{entry.code} is in force in a year in which {entry.parent} is not"
                raise InvalidValue("Book", "entries", reason)
        object.__setattr__(self, "_by_code", by_code)
        object.__setattr__(self, "_by_parent", _grouped((entry.parent or "", entry) for entry in self.entries))

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def covers(self, year: int) -> bool:
        """Tell whether the edition speaks of *year*."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def get(self, code: str, year: int) -> Entry | None:
        """Return what *code* is in *year*, as far as is known; `None` for a code that the book does not know then."""
        return next((entry for entry in self._by_code.get(code, ()) if entry.in_force(year)), None)

    def parent(self, code: str, year: int) -> Entry | None:
        """Return the row above *code*; `None` at the top, and for unknown codes."""
        entry = self.get(code, year)
        return None if entry is None or entry.parent is None else self.get(entry.parent, year)

    def children(self, code: str, year: int) -> tuple[Entry, ...]:
        """Return the rows right below *code* in *year*, by code; the list may be incomplete."""
        return tuple(entry for entry in self._by_parent.get(code, ()) if entry.in_force(year)) if code else ()

    def roots(self, year: int) -> tuple[Entry, ...]:
        """Return the rows at the top in *year*, by code."""
        return tuple(entry for entry in self._by_parent.get("", ()) if entry.in_force(year))

    def label(self, code: str, year: int, language: Named = "zh") -> str | None:
        """Return the name of *code*, in the other language where the book lacks this one; `None` if it is unknown."""
        entry = self.get(code, year)
        return None if entry is None else entry.name(language)


@final
class CodeOutcome(StrEnum):
    """What a code book says of a code and the name that is printed beside it."""

    #: The book does not know the code in this year; it may still be right.
    UNKNOWN = "unknown"
    #: The book does not speak of this year.
    NOT_JUDGED = "not-judged"
    #: The code is known, and the printed name is its name (or none is printed).
    AGREES = "agrees"
    #: The code is known by another name.
    NAME_DIFFERS = "name-differs"


@final
@frozen(kw_only=True)
class CodeVerdict:
    """The outcome for one printed code, and the row that it rests on."""

    outcome: CodeOutcome = field(validator=IsA(CodeOutcome))
    #: The row that was found; `None` when there is none, or none was asked for.
    entry: Entry | None = field(default=None, validator=OrNone(IsA(Entry)))

    @property
    def confirmed(self) -> bool:
        """Whether the verdict rests on a row that somebody has published."""
        return self.entry is not None and self.entry.source.confirmed


_BRACKETS = str.maketrans("()〈〉﹙﹚", "（）（）（）", " \t\r\n\u00a0\u3000")
#: Endings that printed tables leave out or shorten: 一般公共服务(支出), 因公出国（境）费(用).
_ENDINGS = ("支出", "用")


def _plain(name: str) -> str:
    name = name.translate(_BRACKETS)
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return name


def judge_code(book: Book, code: str, name: str | None, year: int | None) -> CodeVerdict:
    """
    Return what *book* says of *code*, printed with *name* in a document of *year*.

    Names are compared without blanks, with any brackets, and without a 支出 at their end. No name agrees with any.

    >>> from perfreport.codes.books import functional
    >>> judge_code(functional(), "20106", "税收事务", 2024).outcome
    <CodeOutcome.NAME_DIFFERS: 'name-differs'>
    """
    if year is None or not book.covers(year):
        return CodeVerdict(outcome=CodeOutcome.NOT_JUDGED)
    entry = book.get(code, year)
    if entry is None:
        return CodeVerdict(outcome=CodeOutcome.UNKNOWN)
    known = {_plain(each) for each in (entry.name_zh, entry.name_en) if each is not None}
    agrees = name is None or _plain(name) in known
    return CodeVerdict(outcome=CodeOutcome.AGREES if agrees else CodeOutcome.NAME_DIFFERS, entry=entry)
