"""Strategies for expenditure by code: an account's rows split into functions and economic items, with subtotals."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from hypothesis import strategies as st

from perfreport.classification import BudgetStage, ExpenditureCategory
from perfreport.codes.books import Book, department_economic, functional
from perfreport.model import EconomicLine, Expenditure, FunctionalLine
from perfreport.money import Presentation
from perfreport.testing._rows import BOOLEANS, Row, drawn_row, line_of, on_page, sum_of, table_stages, tied

__all__ = ["Rows", "drawn_economic", "drawn_functions", "economic_lines", "functional_lines"]

Rows: TypeAlias = Mapping[ExpenditureCategory, Row]

_FUNCTIONS = ("2012901", "2012902", "2080505")
_PERSONNEL, _PUBLIC = ("30101", "30301"), ("30201", "31002")


def _names(book: Book, code: str) -> st.SearchStrategy[str | None]:
    """Draw what may stand beside a code: nothing, or its name."""
    return st.sampled_from([None, *(entry.name("zh") for entry in book if entry.code == code)])


def functional_lines(presentation: Presentation | None = None) -> st.SearchStrategy[FunctionalLine]:
    """Draw rows of expenditure by function."""

    def drawn(draw: st.DrawFn, page: Presentation) -> FunctionalLine:
        project = drawn_row(draw, draw(table_stages()))
        rows = {ExpenditureCategory.TOTAL: project, ExpenditureCategory.PROJECT: project}
        return _function(draw, page, draw(st.sampled_from(_FUNCTIONS)), rows)

    return on_page(presentation, drawn)


def economic_lines(presentation: Presentation | None = None) -> st.SearchStrategy[EconomicLine]:
    """Draw rows of basic expenditure by economic item."""

    def drawn(draw: st.DrawFn, page: Presentation) -> EconomicLine:
        row = drawn_row(draw, draw(table_stages()))
        code = draw(st.sampled_from(_PERSONNEL))
        return EconomicLine(code=code, name=draw(_names(department_economic(), code)), amounts=line_of(page, row))

    return on_page(presentation, drawn)


def drawn_functions(
    draw: st.DrawFn, page: Presentation, rows: Rows, stages: Sequence[BudgetStage]
) -> tuple[FunctionalLine, ...]:
    """Split the *rows* of an account into functions, subtotals among them; sometimes there are none."""
    if not draw(BOOLEANS):
        return ()
    split = {category: _split(draw, row, 3) for category, row in rows.items() if not category.parts}
    tables = [_summed({category: parts[at] for category, parts in split.items()}, rows, stages) for at in range(3)]
    coded: dict[str, Rows] = dict(zip(_FUNCTIONS, tables, strict=True))
    group = {category: sum_of([tables[0][category], tables[1][category]], stages) for category in rows}
    if draw(BOOLEANS):
        coded |= {"201": group, "20129": group, "208": tables[2]}
    return tuple(_function(draw, page, code, coded[code]) for code in sorted(coded))


def drawn_economic(
    draw: st.DrawFn, page: Presentation, rows: Rows, stages: Sequence[BudgetStage]
) -> tuple[EconomicLine, ...]:
    """Split personnel and public costs of the *rows* of an account into economic items; sometimes there are none."""
    if not draw(BOOLEANS):
        return ()
    personnel = zip(_PERSONNEL, _split(draw, rows[ExpenditureCategory.PERSONNEL], 2), strict=True)
    public = zip(_PUBLIC, _split(draw, rows[ExpenditureCategory.PUBLIC], 2), strict=True)
    coded = dict([*personnel, *public])
    if draw(BOOLEANS):
        coded |= {code[:3]: sum_of([row], stages) for code, row in coded.items()}
    return tuple(
        EconomicLine(code=code, name=draw(_names(department_economic(), code)), amounts=line_of(page, coded[code]))
        for code in sorted(coded)
    )


def _split(draw: st.DrawFn, row: Row, count: int) -> list[Row]:
    """Split *row* into *count* rows that add up to it."""
    share = draw(st.integers(0, 4))
    parts = [tied({stage: steps * share // (4 * count) for stage, steps in row.items()}) for _ in range(count - 1)]
    return [*parts, {stage: steps - sum(part[stage] for part in parts) for stage, steps in row.items()}]


def _summed(parts: dict[ExpenditureCategory, Row], rows: Rows, stages: Sequence[BudgetStage]) -> Rows:
    """Return *parts* with the categories above them, as far as *rows* has them."""
    found = dict(parts)
    for whole in (ExpenditureCategory.BASIC, ExpenditureCategory.TOTAL):
        if whole in rows:
            found[whole] = sum_of([found[part] for part in whole.parts if part in found], stages)
    return found


def _function(draw: st.DrawFn, page: Presentation, code: str, rows: Rows) -> FunctionalLine:
    lines = {category: line_of(page, row) for category, row in rows.items()}
    return FunctionalLine(
        code=code, name=draw(_names(functional(), code)), expenditure=Expenditure.from_categories(lines)
    )
