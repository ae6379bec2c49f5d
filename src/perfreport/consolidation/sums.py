"""
Rows added up: by the levels of their codes, and across functions and categories.

A figure that one of the rows does not state is not taken for zero, and its sum is `None`; tables whose blank cells mean
nothing was spent are added up with ``blank=Blank.ZERO``.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Any, TypeVar, final

from attrs import field, fields, frozen

from perfreport._checks import Each, IsA
from perfreport.classification import BudgetStage, ExpenditureCategory
from perfreport.errors import InvalidValue, shown
from perfreport.findings import because
from perfreport.model import Balance, BudgetLine, EconomicLine, Expenditure, FunctionalLine
from perfreport.money import Money, total

__all__ = [
    "Blank",
    "CrossTable",
    "cross_table",
    "leaves",
    "sum_by_level",
    "sum_of_amounts",
    "sum_of_lines",
    "sum_of_tables",
]

Table = TypeVar("Table", Expenditure, Balance)
Coded = TypeVar("Coded", FunctionalLine, EconomicLine)


@final
class Blank(StrEnum):
    """What a blank cell of a table means."""

    #: Nothing is said: the sum is not known.
    UNKNOWN = "unknown"
    #: Nothing was spent: the blank adds nothing.
    ZERO = "zero"


def sum_of_amounts(stated: Sequence[Money | None], blank: Blank = Blank.UNKNOWN) -> Money | None:
    """Return the sum of *stated*; `None` where it is not known."""
    known = [amount for amount in stated if amount is not None]
    if len(known) < len(stated) and (blank is Blank.UNKNOWN or not known):
        return None
    return total(known)


def sum_of_lines(stated: Sequence[BudgetLine | None], blank: Blank = Blank.UNKNOWN) -> BudgetLine | None:
    """Return the row that *stated* rows add up to; a row that one of them lacks is kept, its figures not known."""
    if all(line is None for line in stated):
        return None
    return BudgetLine.from_stages(
        {stage: sum_of_amounts([line and line.at(stage) for line in stated], blank) for stage in BudgetStage}
    )


def sum_of_tables(kind: type[Table], stated: Sequence[Table | None], blank: Blank = Blank.UNKNOWN) -> Table | None:
    """Return the table that *stated* tables of one *kind* add up to, row by row."""
    if all(table is None for table in stated):
        return None
    rows: dict[str, Any] = {
        row.name: sum_of_lines([getattr(table, row.name, None) for table in stated], blank)
        for row in fields(kind)
        if row.name != "extra"
    }
    return kind(**rows)


def leaves(lines: Iterable[Coded]) -> tuple[Coded, ...]:
    """Return the rows that are no subtotals: those whose code no other code begins with."""
    rows = tuple(lines)
    # In the order of the codes, a subtotal stands right before a row that begins with it.
    codes = sorted({row.code for row in rows})
    subtotals = {code for code, following in pairwise(codes) if following.startswith(code)}
    return tuple(row for row in rows if row.code not in subtotals)


def sum_by_level(lines: Iterable[Coded], digits: int, blank: Blank = Blank.UNKNOWN) -> tuple[Coded, ...]:
    """
    Return one row for each code of *digits* digits (3 for 类, 5 for 款, 7 for 项), the sum of the rows below it.

    Subtotals are not counted twice: only `leaves` are added. A row whose code is shorter stays as it is. A row keeps
    its name where a row with its code is among *lines*. Rows come in the order of their codes.

    Raises:
        InvalidValue: if *digits* is not positive.

    >>> one = BudgetLine(executed=Money.wan(1))
    >>> rows = [EconomicLine(code=code, amounts=one) for code in ("30101", "30102", "30201")]
    >>> [(row.code, str(row.amounts.executed)) for row in sum_by_level(rows, 3)]
    [('301', '2万元'), ('302', '1万元')]
    """
    if digits < 1:
        reason = because("expected a positive number of digits, not {given}", given=shown(digits))
        raise InvalidValue("sum_by_level", "digits", reason)
    rows = tuple(lines)
    names = {row.code: row.name for row in reversed(rows)}
    grouped: dict[str, list[Coded]] = {}
    for row in leaves(rows):
        grouped.setdefault(row.code[:digits], []).append(row)
    return tuple(_sum_of_rows(code, names.get(code), grouped[code], blank) for code in sorted(grouped))


def _sum_of_rows(code: str, name: str | None, rows: Sequence[Coded], blank: Blank) -> Coded:
    first = rows[0]
    if isinstance(first, FunctionalLine):
        tables = [row.expenditure for row in rows if isinstance(row, FunctionalLine)]
        expenditure = sum_of_tables(Expenditure, tables, blank) or Expenditure()
        return FunctionalLine(code=code, name=name, expenditure=expenditure)
    amounts = sum_of_lines([row.amounts for row in rows if isinstance(row, EconomicLine)], blank)
    return EconomicLine(code=code, name=name, amounts=amounts or BudgetLine())


@final
@frozen(kw_only=True)
class CrossTable:
    """Functions against categories at one stage: the shape of the published 支出决算表."""

    stage: BudgetStage = field(validator=IsA(BudgetStage))
    #: One row for each code, in the order of the codes.
    rows: tuple[FunctionalLine, ...] = field(validator=Each(IsA(FunctionalLine)))
    columns: tuple[ExpenditureCategory, ...] = field(validator=Each(IsA(ExpenditureCategory)))
    blank: Blank = field(default=Blank.UNKNOWN, validator=IsA(Blank))

    def cell(self, code: str, category: ExpenditureCategory) -> Money | None:
        """Return the figure of *code* in the column of *category*; `None` where there is none."""
        return next((self._figure(row, category) for row in self.rows if row.code == code), None)

    def column_sum(self, category: ExpenditureCategory) -> Money | None:
        """Return the sum of the column of *category*; `None` where it is not known."""
        return sum_of_amounts([self._figure(row, category) for row in self.rows], self.blank)

    def row_sum(self, code: str) -> Money | None:
        """Return the sum of the columns of *code* that are parts of the total; `None` where it is not known."""
        parts = [column for column in self.columns if column.parent is ExpenditureCategory.TOTAL]
        return sum_of_amounts([self.cell(code, part) for part in parts], self.blank)

    def _figure(self, row: FunctionalLine, category: ExpenditureCategory) -> Money | None:
        line = row.expenditure.line(category)
        return None if line is None else line.at(self.stage)


def cross_table(
    lines: Iterable[FunctionalLine],
    stage: BudgetStage = BudgetStage.FINAL_ACCOUNT,
    *,
    digits: int = 7,
    blank: Blank = Blank.UNKNOWN,
) -> CrossTable:
    """Return functions of *digits* digits against the categories that occur at *stage*."""
    rows = sum_by_level(lines, digits, blank)
    columns = tuple(
        category
        for category in ExpenditureCategory
        if any((line := row.expenditure.line(category)) is not None and line.at(stage) is not None for row in rows)
    )
    return CrossTable(stage=stage, rows=rows, columns=columns, blank=blank)
