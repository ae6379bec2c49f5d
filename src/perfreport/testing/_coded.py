"""Expenditure by code: an account's rows split into functions and economic items, with subtotals."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from hypothesis import strategies as st

from perfreport.classification import BudgetStage, ExpenditureCategory
from perfreport.codes.books import Book, department_economic, functional
from perfreport.model import EconomicLine, Expenditure, FunctionalLine
from perfreport.testing._derived import BOOLEANS, Drawing, by_type
from perfreport.testing._rows import Row, drawn_row, line_of, split, sum_of, table_stages

__all__ = ["Rows", "economic_items", "economic_line", "functional_line", "functions", "table_of"]

Rows: TypeAlias = Mapping[ExpenditureCategory, Row]

_FUNCTIONS = ("2012901", "2012902", "2080505")
_PERSONNEL, _PUBLIC = ("30101", "30301"), ("30201", "31002")
_FUNCTION_CODES, _ECONOMIC_CODES = st.sampled_from(_FUNCTIONS), st.sampled_from([*_PERSONNEL, *_PUBLIC])


@cache
def _names(book: Callable[[], Book], code: str) -> st.SearchStrategy[str | None]:
    """Draw what may stand beside a code: nothing, or its name."""
    return st.sampled_from([None, *(entry.name("zh") for entry in book() if entry.code == code)])


def functional_line(at: Drawing) -> FunctionalLine:
    """Draw a row of expenditure by function."""
    project = drawn_row(at, at.draw(table_stages()))
    rows = {ExpenditureCategory.TOTAL: project, ExpenditureCategory.PROJECT: project}
    return _function(at, at.draw(_FUNCTION_CODES), rows)


def economic_line(at: Drawing) -> EconomicLine:
    """Draw a row of basic expenditure by economic item."""
    return _economic(at, at.draw(_ECONOMIC_CODES), drawn_row(at, at.draw(table_stages())))


def functions(at: Drawing, rows: Rows, stages: Sequence[BudgetStage]) -> tuple[FunctionalLine, ...]:
    """Split the *rows* of an account into functions, subtotals among them; sometimes there are none."""
    if not at.draw(BOOLEANS):
        return ()
    parts = {category: split(at, row, 3) for category, row in rows.items() if not category.parts}
    tables = [_summed({category: rows[index] for category, rows in parts.items()}, rows, stages) for index in range(3)]
    coded: dict[str, Rows] = dict(zip(_FUNCTIONS, tables, strict=True))
    group = {category: sum_of([tables[0][category], tables[1][category]], stages) for category in rows}
    if at.draw(BOOLEANS):
        coded |= {"201": group, "20129": group, "208": tables[2]}
    return tuple(_function(at, code, coded[code]) for code in sorted(coded))


def economic_items(at: Drawing, rows: Rows, stages: Sequence[BudgetStage]) -> tuple[EconomicLine, ...]:
    """Split personnel and public costs of the *rows* of an account into economic items; sometimes there are none."""
    if not at.draw(BOOLEANS):
        return ()
    personnel = zip(_PERSONNEL, split(at, rows[ExpenditureCategory.PERSONNEL], 2), strict=True)
    public = zip(_PUBLIC, split(at, rows[ExpenditureCategory.PUBLIC], 2), strict=True)
    coded = dict([*personnel, *public])
    if at.draw(BOOLEANS):
        coded |= {code[:3]: sum_of([row], stages) for code, row in coded.items()}
    return tuple(_economic(at, code, coded[code]) for code in sorted(coded))


def table_of(at: Drawing, rows: Rows, *, rated: bool = False) -> Expenditure:
    """Return *rows* as a table of expenditure."""
    lines = {
        category.key: line_of(at, rows[category], rated=rated) if category in rows else None
        for category in ExpenditureCategory
    }
    return by_type(at, Expenditure, **lines)


def _summed(parts: Mapping[ExpenditureCategory, Row], rows: Rows, stages: Sequence[BudgetStage]) -> Rows:
    """Return *parts* with the categories above them, as far as *rows* has them."""
    found = dict(parts)
    for whole in (ExpenditureCategory.BASIC, ExpenditureCategory.TOTAL):
        if whole in rows:
            found[whole] = sum_of([found[part] for part in whole.parts if part in found], stages)
    return found


def _function(at: Drawing, code: str, rows: Rows) -> FunctionalLine:
    name = at.draw(_names(functional, code))
    return by_type(at, FunctionalLine, code=code, name=name, expenditure=table_of(at, rows))


def _economic(at: Drawing, code: str, row: Row) -> EconomicLine:
    name = at.draw(_names(department_economic, code))
    return by_type(at, EconomicLine, code=code, name=name, amounts=line_of(at, row))
