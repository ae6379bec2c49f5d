#!/usr/bin/env python3
"""
Rebuild the code books of the package from tables in CSV: ``python scripts/build_code_books.py DIRECTORY``.

``--export DIRECTORY`` writes the present books as such tables, to be edited and built again. Everything is checked
before anything is written: codes that stand twice, codes without the code above them, names that changed, words and
years that mean nothing. docs/reference/code-books.md says what the columns are.
"""

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

Row: TypeAlias = dict[str, str]

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "perfreport" / "codes" / "books" / "data"

ENTRY = ("code", "name_zh", "name_en", "level", "parent", "first_year", "last_year", "source", "system", "gfsm", "note")
#: The columns of each table of the package, and the table in CSV that it is built from.
TABLES = {
    "functional": ("functional_classification", ENTRY),
    "economic": ("economic_classification", ENTRY),
    "cofog": ("cofog", ENTRY),
    "economic_mapping": (
        "economic_mapping",
        ("department_code", "administrative", "institution", "confidence", "note"),
    ),
    "functional_cofog": ("functional_cofog", ("functional_code", "cofog", "confidence", "note")),
    "books": ("books", ("name", "table", "edition", "first_year", "last_year")),
}
#: Tables that are kept as they are when the directory has none.
KEPT = ("functional_cofog", "books")
#: What a column is called in other people's tables.
RENAMED = {
    "gfsm2014": "gfsm",
    "government_code_admin_body": "administrative",
    "government_code_public_institution": "institution",
}
SYSTEMS = {"部门预算支出经济分类": "department-economic", "政府预算支出经济分类": "government-economic"}
LEVELS = {"类": "class", "款": "group", "项": "item"}
#: The books: their table, and what their edition is called.
BOOKS = {
    "functional": ("functional", "政府收支分类科目, 支出功能分类"),
    "department-economic": ("economic", "部门预算支出经济分类科目"),
    "government-economic": ("economic", "政府预算支出经济分类科目"),
    "cofog": ("cofog", "Classification of the Functions of Government"),
}
COFOG_YEAR = 1999
#: Groups that are known to be new, with everything below them, where a list only says of which edition it is.
BEGINNINGS = {"20139": 2024, "20140": 2024, "21017": 2024, "21018": 2024}
SOURCES = ("document", "published", "memory", "memory-low")
CONFIDENCES = ("high", "medium", "low", "recommended")
DOUBTFUL_YEAR = "the year is uncertain"

_FUNCTIONAL = re.compile(r"[0-9]{3}(?:[0-9]{2}){0,2}")
_ECONOMIC = re.compile(r"[0-9]{3}(?:[0-9]{2})?")
_COFOG = re.compile(r"[0-9]{2}(?:\.[0-9]){0,2}")
_EDITION = re.compile(r"(?:(<=)([0-9]{4})|([0-9]{4})(?:-([0-9]{4}))?)(\??)")
_REFORM = re.compile(r"([0-9]{4}) reform list, as amended to ([0-9]{4})")
_KIND_OF_SERVICE = re.compile(r" *\((CS|IS)\)$")
#: What English names say in brackets that is no part of the name.
_REMARK = re.compile(r" \(((?:abolished|moved to|replaced by)[^()]*)\)$")
_SERVICES = {"CS": "collective service", "IS": "individual service"}


def main(arguments: list[str] | None = None) -> int:
    """Build or export the books; 1 if the tables have problems, which are then all listed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("directory", type=Path, help="where the tables in CSV are")
    parser.add_argument("--export", action="store_true", help="write the present books as CSV instead")
    parser.add_argument("--allow-renames", action="store_true", help="accept codes whose name has changed")
    parser.add_argument("--data", type=Path, default=DATA, help="the data of the package")
    given = parser.parse_args(arguments)
    present = {name: list(_stored(given.data / f"{name}.tsv")) for name in TABLES}
    if given.export:
        _export(present, given.directory)
        return 0
    built, problems = build(given.directory, present, allow_renames=given.allow_renames)
    if problems:
        sys.stderr.write(f"{len(problems)} problem(s), nothing is written:\n")
        sys.stderr.writelines(f"  - {problem}\n" for problem in problems)
        return 1
    given.data.mkdir(parents=True, exist_ok=True)
    for name, rows in built.items():
        columns = TABLES[name][1]
        lines = ("\t".join(cells) for cells in (columns, *([row[column] for column in columns] for row in rows)))
        (given.data / f"{name}.tsv").write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")
        sys.stdout.write(f"{name}.tsv: {len(rows)} rows\n")
    return 0


def build(
    directory: Path, present: Mapping[str, list[Row]], *, allow_renames: bool = False
) -> tuple[dict[str, list[Row]], list[str]]:
    """Return the tables that the CSV in *directory* make, and everything that is wrong with them."""
    problems: list[str] = []
    read = {name: _read(directory / f"{table}.csv", problems) for name, (table, _) in TABLES.items()}
    for name, rows in read.items():
        if rows is None and name not in KEPT:
            problems.append(f"{TABLES[name][0]}.csv: not found")
    unread = bool(problems)
    books, entries = _entries(read, present["books"], problems)
    built = {
        **entries,
        **{
            name: present[name] if rows is None else [_row(row, TABLES[name][1]) for row in rows]
            for name, rows in read.items()
            if name in ("economic_mapping", "functional_cofog")
        },
        "books": books,
    }
    # Rows that could not be read would be missed everywhere.
    if not unread:
        problems += _problems(built)
        if not allow_renames:
            problems += _renames(built, present)
    for rows in built.values():
        rows.sort(key=_place)
    return {name: built[name] for name in TABLES}, problems


def _place(row: Row) -> tuple[str, str]:
    """Return what a table is sorted by: its first column, and the years."""
    return next(iter(row.values())), row.get("first_year", "")


def _stored(path: Path) -> Iterator[Row]:
    if path.exists():
        heading, *lines = path.read_text("utf-8").splitlines()
        for line in lines:
            yield dict(zip(heading.split("\t"), line.split("\t"), strict=True))


def _export(present: Mapping[str, list[Row]], directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    for name, (table, columns) in TABLES.items():
        with (directory / f"{table}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(present[name])


def _read(path: Path, problems: list[str]) -> list[Row] | None:
    """Return the rows of one table in CSV; `None` when there is no such file."""
    if not path.exists():
        return None
    rows: list[Row] = []
    try:
        # Spreadsheets put a byte order mark in front.
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for line, raw in enumerate(csv.DictReader(stream, strict=True), start=2):
                if None in raw or None in raw.values():
                    problems.append(f"{path.name}, row {line}: as many cells as columns are needed")
                    continue
                row = {RENAMED.get(column, column): cell.strip() for column, cell in raw.items()}
                unprintable = [column for column, cell in row.items() if not cell.isprintable()]
                problems += [f"{path.name}, row {line}: {column} has a tab or a line break" for column in unprintable]
                rows.append(row)
    except (UnicodeDecodeError, csv.Error) as error:
        problems.append(f"{path.name}: {error}")
    return rows


def _row(row: Row, columns: Iterable[str]) -> Row:
    return {column: row.get(column, "") for column in columns}


def _entries(
    read: Mapping[str, list[Row] | None], stored: list[Row], problems: list[str]
) -> tuple[list[Row], dict[str, list[Row]]]:
    """Return the books, and their rows by table, with levels, years and systems in our words."""
    books = {row["name"]: row for row in stored}
    entries: dict[str, list[Row]] = {}
    for table in ("functional", "economic", "cofog"):
        entries[table] = []
        by_system: dict[str, list[Row]] = {}
        for raw in read[table] or []:
            row = _row(raw, (*ENTRY, "edition"))
            row["system"] = SYSTEMS.get(row["system"], row["system"]) or table
            row["gfsm"] = row["gfsm"].replace("/", " ")
            row["level"] = LEVELS.get(row["level"], row["level"])
            if (found := _REMARK.search(row["name_en"])) is not None:
                row["name_en"] = row["name_en"][: found.start()]
                row["note"] = "; ".join(filter(None, (row["note"], found[1])))
            by_system.setdefault(row["system"], []).append(row)
        for system, rows in by_system.items():
            if BOOKS.get(system, ("", ""))[0] != table:
                problems.append(f"{TABLES[table][0]}.csv: {system!r} is no book of this table")
                continue
            years = _cofog(rows) if system == "cofog" else _dated(rows, problems)
            if years is not None:
                books[system] = _book(system, *years)
            entries[table] += [_row(row, ENTRY) for row in rows]
    given = read["books"]
    return list(books.values()) if given is None else [_row(row, TABLES["books"][1]) for row in given], entries


def _book(system: str, first: str, last: str) -> Row:
    table, title = BOOKS[system]
    years = first if last in ("", first) else f"{first}-{last}"
    return {"name": system, "table": table, "edition": f"{title} ({years})", "first_year": first, "last_year": last}


def _cofog(rows: list[Row]) -> tuple[str, str]:
    for row in rows:
        code = row["code"]
        if (found := _KIND_OF_SERVICE.search(row["name_en"])) is not None:
            row["name_en"] = row["name_en"][: found.start()]
            row["note"] = _SERVICES[found[1]]
        row["level"] = ("class", "group", "item")[min(code.count("."), 2)]
        row["parent"] = code.rpartition(".")[0]
        row["first_year"] = row["first_year"] or str(COFOG_YEAR)
        row["source"] = row["source"] or "published"
    return str(COFOG_YEAR), ""


def _dated(rows: list[Row], problems: list[str]) -> tuple[str, str] | None:
    """Turn the edition of each row into years, and return those of the book; `None` when the rows say them."""
    editions = Counter(row["edition"] for row in rows if row["edition"])
    if not editions:
        return None
    (usual, _), *_ = editions.most_common()
    reform = _REFORM.fullmatch(usual)
    book = (reform[1], reform[2]) if reform else (usual[:4], usual[:4])
    for row in rows:
        edition = row["edition"]
        found = _EDITION.fullmatch(edition)
        if edition == usual:
            row["first_year"] = reform[1] if reform else _beginning(row["code"])
        elif found is None:
            problems.append(f"{row['code']}: edition {edition!r} is neither a year, a span nor a list")
        else:
            _, until, since, end, doubtful = found.groups()
            row["first_year"], row["last_year"] = since or "", until or end or ""
            if doubtful:
                row["note"] = "; ".join(filter(None, (row["note"], DOUBTFUL_YEAR)))
    return book


def _beginning(code: str) -> str:
    return next((str(year) for group, year in BEGINNINGS.items() if code.startswith(group)), "")


def _problems(built: Mapping[str, list[Row]]) -> Iterator[str]:
    by_book: dict[str, list[Row]] = {name: [] for name in BOOKS}
    for table in ("functional", "economic", "cofog"):
        for row in built[table]:
            by_book[row["system"]].append(row)
    for name, rows in by_book.items():
        yield from _of_book(name, rows)
    for row in built["books"]:
        if row["name"] not in BOOKS or BOOKS[row["name"]][0] != row["table"]:
            yield f"books: {row['name']!r} in table {row['table']!r} is no book"
        if not row["edition"] or _span(row) is None or not row["first_year"]:
            yield f"books: {row['name']} needs an edition and years"
    listed = Counter(row["name"] for row in built["books"])
    yield from (f"books: {name} stands {listed[name]} times" for name in BOOKS if listed[name] != 1)
    known = {name: {row["code"] for row in rows} for name, rows in by_book.items()}
    yield from _of_mapping(built, known)


def _of_book(name: str, rows: list[Row]) -> Iterator[str]:
    by_code: dict[str, list[Row]] = {}
    for row in rows:
        by_code.setdefault(row["code"], []).append(row)
    shape = _COFOG if name == "cofog" else _ECONOMIC if name.endswith("economic") else _FUNCTIONAL
    for row in rows:
        where = f"{name} {row['code'] or '(no code)'}"
        if not shape.fullmatch(row["code"]):
            yield f"{where}: not the shape of a code"
            continue
        yield from (f"{where}: {fault}" for fault in _of_row(row, dotted=name == "cofog"))
        span = _span(row)
        if span is None:
            yield f"{where}: {row['first_year']!r} to {row['last_year']!r} are no years in order"
        elif row["parent"] and not _fills(span, filter(None, map(_span, by_code.get(row["parent"], ())))):
            yield f"{where}: an orphan, {row['parent']} is not in force in all of its years"
    for code, same in by_code.items():
        spans = sorted(filter(None, map(_span, same)))
        if any(before[1] >= after[0] for before, after in pairwise(spans)):
            yield f"{name} {code}: stands twice in one year"


def _of_row(row: Row, *, dotted: bool) -> Iterator[str]:
    code = row["code"]
    depth = code.count(".") if dotted else (len(code) - 3) // 2
    parent = code.rpartition(".")[0] if dotted else code[: 3 + 2 * (depth - 1)] if depth else ""
    if row["level"] != ("class", "group", "item")[depth]:
        yield f"level {row['level']!r} does not go with its length"
    if row["parent"] != parent:
        yield f"the code above it is {parent!r}, not {row['parent']!r}"
    if not (row["name_en"] if dotted else row["name_zh"]):
        yield "no name"
    if row["source"] not in SOURCES:
        yield f"source {row['source']!r} is none of {', '.join(SOURCES)}"


def _span(row: Row) -> tuple[int, int] | None:
    """Return the first and the last year, with far ones for those that are not known; `None` if they mean nothing."""
    cells = (row["first_year"], row["last_year"])
    if any(cell and not re.fullmatch("[12][0-9]{3}", cell) for cell in cells):
        return None
    first, last = int(cells[0] or 0), int(cells[1] or 9999)
    return (first, last) if first <= last else None


def _fills(needed: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    year = needed[0]
    for first, last in sorted(spans):
        if first > year:
            return False
        year = max(year, last + 1)
    return year > needed[1]


def _of_mapping(built: Mapping[str, list[Row]], known: Mapping[str, set[str]]) -> Iterator[str]:
    for table, column, book, targets in (
        ("economic_mapping", "department_code", "department-economic", "government-economic"),
        ("functional_cofog", "functional_code", "functional", "cofog"),
    ):
        twice = Counter(row[column] for row in built[table])
        yield from (f"{table} {code}: stands twice" for code, times in twice.items() if times > 1)
        for row in built[table]:
            where = f"{table} {row[column]}"
            if row[column] not in known[book]:
                yield f"{where}: {book} has no such code"
            if row["confidence"] not in CONFIDENCES:
                yield f"{where}: confidence {row['confidence']!r} is none of {', '.join(CONFIDENCES)}"
            cells = (row["administrative"], row["institution"]) if "institution" in row else row["cofog"].split()
            yield from (f"{where}: {targets} has no {code}" for code in cells if code and code not in known[targets])


def _renames(built: Mapping[str, list[Row]], present: Mapping[str, list[Row]]) -> Iterator[str]:
    for table in ("functional", "economic", "cofog"):
        for row in built[table]:
            for old in present[table]:
                if (old["system"], old["code"]) == (row["system"], row["code"]) and _meet(old, row):
                    before, after = (each["name_zh"] or each["name_en"] for each in (old, row))
                    if before != after:
                        yield f"{row['system']} {row['code']}: was {before}, is {after} (--allow-renames accepts it)"


def _meet(one: Row, other: Row) -> bool:
    spans = _span(one), _span(other)
    return None not in spans and max(span[0] for span in spans if span) <= min(span[1] for span in spans if span)


if __name__ == "__main__":
    sys.exit(main())
