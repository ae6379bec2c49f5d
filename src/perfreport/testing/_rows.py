"""Rows of money tables on the grid of a page: drawn in steps, summed in steps, and only then made into money."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from hypothesis import strategies as st

from perfreport.classification import BudgetStage
from perfreport.model import BudgetLine
from perfreport.quantity import Quantity, Rate
from perfreport.testing._derived import BOOLEANS, STEPS, Drawing, by_type, money_at

__all__ = [
    "SPENT",
    "Row",
    "budget_line",
    "drawn_row",
    "line_of",
    "percent",
    "portion",
    "rest_of",
    "shares_of",
    "split",
    "sum_of",
    "table_stages",
]

#: The figures of one row in steps of a page, by stage.
Row: TypeAlias = Mapping[BudgetStage, int]

SPENT = (BudgetStage.EXECUTED, BudgetStage.FINAL_ACCOUNT)
#: What is unspent is left of the first of these that a table has.
_LEFT_OF = (BudgetStage.RECEIVED, BudgetStage.ADJUSTED, BudgetStage.UNSPECIFIED, BudgetStage.ORIGINAL)
_QUARTERS = st.integers(0, 4)


@cache
def table_stages() -> st.SearchStrategy[tuple[BudgetStage, ...]]:
    """Draw the stages of one table: what was spent, and some of the other columns."""
    others = st.sets(st.sampled_from([stage for stage in BudgetStage if stage is not BudgetStage.EXECUTED]), max_size=3)
    return others.map(lambda drawn: tuple(stage for stage in BudgetStage if stage in {BudgetStage.EXECUTED, *drawn}))


def budget_line(at: Drawing) -> BudgetLine:
    """Draw a row that belongs to no table."""
    row = drawn_row(at, at.draw(table_stages()))
    return line_of(at, row, rated=at.draw(BOOLEANS))


def drawn_row(at: Drawing, stages: Sequence[BudgetStage]) -> Row:
    """
    Draw one row of a table with these *stages*.

    Every budget is what was spent and what was left of it; the final account is what was spent; an adjustment leads
    from the original to the adjusted budget, and what is unspent is what is left of the budget.
    """
    executed = at.draw(STEPS)
    # No budget is so far above what was spent that its unit would seem to have slipped, nor is it once it was split.
    most = 500 * executed or 100
    return _tied({stage: executed + (0 if stage in SPENT else min(at.draw(STEPS), most)) for stage in stages})


def _tied(row: Row) -> Row:
    """Return *row* with the stages that follow from others: what the year added, and what is left."""
    found = dict(row)
    if found.keys() >= {BudgetStage.ADJUSTMENT, BudgetStage.ORIGINAL, BudgetStage.ADJUSTED}:
        found[BudgetStage.ADJUSTMENT] = found[BudgetStage.ADJUSTED] - found[BudgetStage.ORIGINAL]
    budget = next((found[stage] for stage in _LEFT_OF if stage in found), None)
    if BudgetStage.UNSPENT in found and budget is not None:
        found[BudgetStage.UNSPENT] = budget - found[BudgetStage.EXECUTED]
    return found


def sum_of(rows: Iterable[Row], stages: Sequence[BudgetStage]) -> Row:
    listed = list(rows)
    return {stage: sum(row[stage] for row in listed) for stage in stages}


def rest_of(row: Row, parts: Sequence[Row]) -> Row:
    """Return what *parts* leave of *row*."""
    return {stage: steps - sum(part[stage] for part in parts) for stage, steps in row.items()}


def portion(row: Row, share: int, whole: int) -> Row:
    """
    Return *share* of *whole* parts of *row*, rounded down.

    What was spent is taken apart from what was left of each budget. Were each figure rounded down for itself, what is
    left of the row after some portions could have a smaller budget than was spent of it.
    """
    spent = row.get(BudgetStage.EXECUTED, 0)
    part = spent * share // whole
    return _tied({stage: part + (steps - spent) * share // whole for stage, steps in row.items()})


def split(at: Drawing, row: Row, count: int) -> list[Row]:
    """Split *row* into *count* rows that add up to it, none of which is overspent if *row* is not."""
    share = at.draw(_QUARTERS)
    parts = [portion(row, share, 4 * count)] * (count - 1)
    return [*parts, rest_of(row, parts)]


def line_of(at: Drawing, row: Row, *, rated: bool = False, **given: Any) -> BudgetLine:
    """Return *row* as a row of the page, with the execution rate that follows from it where it is *rated*."""
    figures: dict[str, Any] = {
        stage.key: money_at(at.page, row[stage]) if stage in row else None for stage in BudgetStage
    }
    rate = BudgetLine(**figures).rate() if rated else None
    return by_type(at, BudgetLine, **{"execution_rate": percent(rate), "share": None, **given, **figures})


def shares_of(at: Drawing, rows: Sequence[Row], whole: Row) -> list[Quantity | None]:
    """Return the shares of *rows* in *whole* as a table prints them, or none of them."""
    stage = BudgetStage.EXECUTED if BudgetStage.EXECUTED in whole else next(iter(whole))
    if not at.draw(BOOLEANS) or not whole[stage]:
        return [None] * len(rows)
    total = money_at(at.page, whole[stage])
    return [percent(Rate.of(money_at(at.page, row[stage]), total)) for row in rows]


def percent(rate: Rate | None) -> Quantity | None:
    """Return *rate* as it is printed; nothing where nothing can be divided."""
    found = None if rate is None else rate.percent()
    return None if found is None else Quantity(found, "%")
