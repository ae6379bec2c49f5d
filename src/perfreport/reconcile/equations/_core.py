"""An equation, and how the rows of a report are put into one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, final

from attrs import frozen

from perfreport.classification import BudgetStage
from perfreport.model import Budget, BudgetLine, Expenditure, PerformanceReport
from perfreport.money import Money, Presentation
from perfreport.places import Way

__all__ = ["Equations", "Identity", "Placed", "Relation", "accounts", "at", "lines", "stated", "tables"]

#: A place and what is stated there.
Placed: TypeAlias = tuple[Way, Money | None]
Equations: TypeAlias = Iterator["Identity | Relation"]


@final
@frozen
class Identity:
    """A stated figure that stated parts add up to, with the way to each."""

    way: Way
    total: Money
    #: A part that is taken off is negative here.
    parts: tuple[tuple[Way, Money], ...]
    #: How the page of these figures prints money; `None` where it is not declared.
    presentation: Presentation | None = None
    #: The parts that are taken off; what is printed there has the other sign.
    taken_off: frozenset[Way] = frozenset()


@final
@frozen
class Relation:
    """An `Identity` of which some figure is not stated: it may be any amount, and is never zero for that."""

    way: Way
    total: Money | None
    parts: tuple[Placed, ...]
    presentation: Presentation | None = None
    taken_off: frozenset[Way] = frozenset()


def stated(
    way: Way,
    whole: Money | None,
    parts: Sequence[Placed],
    presentation: Presentation | None,
    taken_off: frozenset[Way] = frozenset(),
) -> Equations:
    """Yield the identity of these figures, or the relation between them where one is silent."""
    known = tuple((place, money) for place, money in parts if money is not None)
    if whole is not None and len(known) == len(parts) > 0:
        yield Identity(way, whole, known, presentation, taken_off)
    elif parts and (known or whole is not None):
        yield Relation(way, whole, tuple(parts), presentation, taken_off)


def lines(
    whole: tuple[Way, BudgetLine | None],
    parts: Iterable[tuple[Way, BudgetLine | None]],
    presentation: Presentation | None,
) -> Equations:
    """Yield a row against the rows that are its parts, stage by stage."""
    way, line = whole
    rows = list(parts)
    # A stage of which the whole is silent is that of its first part.
    speaking = (line, next((row for _, row in rows if row is not None), None))
    for stage in dict.fromkeys(stage for each in speaking if each is not None for stage, _ in each.stated()):
        found = [((*place, stage.key), at(row, stage)) for place, row in rows]
        yield from stated((*way, stage.key), at(line, stage), found, presentation)


def at(line: BudgetLine | None, stage: BudgetStage) -> Money | None:
    return None if line is None else line.at(stage)


def accounts(report: PerformanceReport) -> Iterator[tuple[Way, Budget]]:
    if report.budgets is not None:
        for name, account in report.budgets.accounts():
            yield ("budgets", name), account


def tables(report: PerformanceReport) -> Iterator[tuple[Way, Expenditure]]:
    """Yield every table of expenditure by category: of the accounts and of single functions."""
    for way, account in accounts(report):
        if account.expenditure is not None:
            yield (*way, "expenditure"), account.expenditure
        for index, row in enumerate(account.functions):
            yield (*way, "functions", index, "expenditure"), row.expenditure
    if (held := report.final_accounts) is not None:
        if held.expenditure is not None:
            yield ("final_accounts", "expenditure"), held.expenditure
        for index, row in enumerate(held.functions):
            yield ("final_accounts", "functions", index, "expenditure"), row.expenditure
