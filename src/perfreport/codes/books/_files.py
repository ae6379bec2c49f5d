"""The code books as they lie in the package: tables of text with one heading line, columns parted by tabs."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from perfreport.codes.books._book import Book
from perfreport.codes.books._entries import Entry, Level, Source

__all__ = ["book", "rows"]


def rows(name: str) -> Iterator[Mapping[str, str]]:
    """Yield the rows of one table by their columns; a cell that is empty says nothing."""
    text = files("perfreport.codes.books").joinpath("data", f"{name}.tsv").read_text("utf-8")
    heading, *lines = text.splitlines()
    columns = heading.split("\t")
    for line in lines:
        yield dict(zip(columns, line.split("\t"), strict=True))


@cache
def book(name: str) -> Book:
    """Return the book of this name, read when it is first asked for."""
    (edition,) = (row for row in rows("books") if row["name"] == name)
    return Book(
        name=name,
        edition=edition["edition"],
        first_year=int(edition["first_year"]),
        last_year=_year(edition["last_year"]),
        entries=tuple(_entry(row) for row in rows(edition["table"]) if row["system"] == name),
    )


def _year(cell: str) -> int | None:
    return int(cell) if cell else None


def _entry(row: Mapping[str, str]) -> Entry:
    return Entry(
        code=row["code"],
        name_zh=row["name_zh"] or None,
        name_en=row["name_en"] or None,
        level=Level(row["level"]),
        parent=row["parent"] or None,
        first_year=_year(row["first_year"]),
        last_year=_year(row["last_year"]),
        source=Source(row["source"]),
        gfsm=tuple(row["gfsm"].split()),
        note=row["note"] or None,
    )
