"""Rows of money tables on the grid of a page: drawn in steps, summed in steps, and only then made into money."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import TypeAlias, TypeVar

from attrs import evolve
from hypothesis import strategies as st

from perfreport.classification import BudgetStage
from perfreport.frozenmap import FrozenMap
from perfreport.model import BudgetLine
from perfreport.money import Money, Presentation
from perfreport.numerals import EXACT
from perfreport.quantity import Quantity
from perfreport.testing._values import presentations

__all__ = [
    "BOOLEANS",
    "NOTHING",
    "SPENT",
    "STEPS",
    "Row",
    "drawn_row",
    "line_of",
    "money_at",
    "on_page",
    "sum_of",
    "table_stages",
    "tied",
    "tuples",
]

#: The figures of one row in steps of a presentation, by stage.
Row: TypeAlias = Mapping[BudgetStage, int]

Made = TypeVar("Made")

_LIMIT = 10**9
BOOLEANS = st.booleans()
SPENT = (BudgetStage.EXECUTED, BudgetStage.FINAL_ACCOUNT)
STEPS = st.integers(0, _LIMIT)
#: What is unspent is left of the first of these that a table has.
_LEFT_OF = (BudgetStage.RECEIVED, BudgetStage.ADJUSTED, BudgetStage.UNSPECIFIED, BudgetStage.ORIGINAL)
NOTHING = st.just(FrozenMap[str, object]())


@st.composite
def on_page(
    draw: st.DrawFn, presentation: Presentation | None, made: Callable[[st.DrawFn, Presentation], Made]
) -> Made:
    return made(draw, draw(presentations()) if presentation is None else presentation)


def tuples(
    items: st.SearchStrategy[Made], *, min_size: int = 0, max_size: int = 2
) -> st.SearchStrategy[tuple[Made, ...]]:
    return st.lists(items, min_size=min_size, max_size=max_size).map(tuple)


@cache
def table_stages() -> st.SearchStrategy[tuple[BudgetStage, ...]]:
    """Draw the stages of one table: what was spent, and some of the other columns."""
    others = st.sets(st.sampled_from([stage for stage in BudgetStage if stage is not BudgetStage.EXECUTED]), max_size=3)
    return others.map(lambda drawn: tuple(stage for stage in BudgetStage if stage in {BudgetStage.EXECUTED, *drawn}))


def drawn_row(draw: st.DrawFn, stages: Sequence[BudgetStage]) -> Row:
    """
    Draw one row of a table with these *stages*.

    Every budget is what was spent and what was left of it; the final account is what was spent; an adjustment leads
    from the original to the adjusted budget, and what is unspent is what is left of the budget.
    """
    executed = draw(STEPS)
    # No budget is so far above what was spent that its unit would seem to have slipped.
    most = 1000 * executed or 100
    row = {stage: executed + (0 if stage in SPENT else min(draw(STEPS), most)) for stage in stages}
    return tied(row)


def tied(row: Row) -> Row:
    """Return *row* with the stages that follow from others: what the year added, and what is left."""
    found = dict(row)
    if found.keys() >= {BudgetStage.ADJUSTMENT, BudgetStage.ORIGINAL, BudgetStage.ADJUSTED}:
        found[BudgetStage.ADJUSTMENT] = found[BudgetStage.ADJUSTED] - found[BudgetStage.ORIGINAL]
    budget = next((found[stage] for stage in _LEFT_OF if stage in found), None)
    if BudgetStage.UNSPENT in found and budget is not None:
        found[BudgetStage.UNSPENT] = budget - found[BudgetStage.EXECUTED]
    return found


def sum_of(rows: Sequence[Row], stages: Sequence[BudgetStage]) -> Row:
    return {stage: sum(row[stage] for row in rows) for stage in stages}


def money_at(page: Presentation, steps: int) -> Money:
    return Money(EXACT.scaleb(Decimal(steps), -page.places), page.unit)


def line_of(page: Presentation, row: Row, *, rated: bool = False) -> BudgetLine:
    line = BudgetLine.from_stages({stage: money_at(page, steps) for stage, steps in row.items()})
    rate = line.rate() if rated else None
    percent = None if rate is None else rate.percent()
    return line if percent is None else evolve(line, execution_rate=Quantity(percent, "%"))
