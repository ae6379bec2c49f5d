"""Equations between the rows of functional and economic codes."""

from collections.abc import Iterable, Iterator, Sequence

from perfreport.classification import ExpenditureCategory
from perfreport.model import EconomicLine, FunctionalLine, PerformanceReport
from perfreport.places import Way
from perfreport.reconcile.equations._core import Equations, accounts, lines, tables

__all__ = ["economic_against_table", "economic_levels", "functional_levels", "functions_against_table"]

#: 类 and 款 of functional codes, 类 of economic codes, by their digits: each is the sum of the codes of the next.
_FUNCTIONAL_LEVELS = ((3, 5), (5, 7))
_ECONOMIC_LEVELS = ((3, 5),)


def _coded(report: PerformanceReport) -> Iterator[tuple[Way, tuple[FunctionalLine, ...], tuple[EconomicLine, ...]]]:
    for way, account in accounts(report):
        yield way, account.functions, account.economic
    if (held := report.final_accounts) is not None:
        yield ("final_accounts",), held.functions, held.economic


def functional_levels(report: PerformanceReport) -> Equations:
    for way, functions, _ in _coded(report):
        for whole, parts in _levels([row.code for row in functions], _FUNCTIONAL_LEVELS):
            for category in ExpenditureCategory:
                row = (
                    (*way, "functions", whole, "expenditure", category.key),
                    functions[whole].expenditure.line(category),
                )
                below = [
                    ((*way, "functions", at, "expenditure", category.key), functions[at].expenditure.line(category))
                    for at in parts
                ]
                yield from lines(row, below, report.presentation)


def economic_levels(report: PerformanceReport) -> Equations:
    for way, _, economic in _coded(report):
        for whole, parts in _levels([row.code for row in economic], _ECONOMIC_LEVELS):
            row = ((*way, "economic", whole, "amounts"), economic[whole].amounts)
            below = [((*way, "economic", at, "amounts"), economic[at].amounts) for at in parts]
            yield from lines(row, below, report.presentation)


def _levels(codes: Sequence[str], levels: Iterable[tuple[int, int]]) -> Iterator[tuple[int, list[int]]]:
    """Yield where each code with parts stands, and where its parts of the next level stand."""
    # A list in which a code stands twice is two tables, and which part belongs to which cannot be told.
    if len(set(codes)) < len(codes):
        return
    for above, below in levels:
        parts: dict[str, list[int]] = {}
        for at, code in enumerate(codes):
            if len(code) == below:
                parts.setdefault(code[:above], []).append(at)
        yield from ((at, parts[code]) for at, code in enumerate(codes) if code in parts)


def functions_against_table(report: PerformanceReport) -> Equations:
    """Yield the rows of an account by category against its functions: those of the highest level that is listed."""
    whole = {way: table for way, table in tables(report) if "functions" not in way}
    for way, functions, _ in _coded(report):
        table = whole.get((*way, "expenditure"))
        at = _highest([row.code for row in functions])
        for category in ExpenditureCategory if table is not None and at else ():
            rows = [
                ((*way, "functions", index, "expenditure", category.key), functions[index].expenditure.line(category))
                for index in at
            ]
            row = table.line(category) if table is not None else None
            yield from lines(((*way, "expenditure", category.key), row), rows, report.presentation)


def economic_against_table(report: PerformanceReport) -> Equations:
    """Yield personnel costs against 301 and 303, where these are listed and nothing else makes them up."""
    whole = {way: table for way, table in tables(report) if "functions" not in way}
    for way, _, economic in _coded(report):
        table = whole.get((*way, "expenditure"))
        codes = [row.code for row in economic]
        at = [index for index in _highest(codes) if codes[index][:3] in ("301", "303")]
        if table is not None and at:
            rows = [((*way, "economic", index, "amounts"), economic[index].amounts) for index in at]
            yield from lines(((*way, "expenditure", "personnel"), table.personnel), rows, report.presentation)


def _highest(codes: Sequence[str]) -> list[int]:
    """Return where the codes stand that no other code contains; nothing if a code stands twice."""
    if len(set(codes)) < len(codes):
        return []
    known = set(codes)
    return [at for at, code in enumerate(codes) if not any(code[:digits] in known for digits in range(1, len(code)))]
