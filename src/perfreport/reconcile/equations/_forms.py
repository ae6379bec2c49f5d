"""Equations of the forms: their money blocks, their tasks and the base data."""

from collections.abc import Iterator, Sequence

from attrs import fields

from perfreport.model import BaseData, BudgetLine, CostRow, Funding, GoalPlan, NamedCost, PerformanceReport
from perfreport.money import Presentation
from perfreport.places import Way
from perfreport.reconcile.equations._core import Equations, Placed, accounts, lines, stated

__all__ = ["adjustments", "costs", "fund_natures", "fund_sources", "funds", "money_lines", "page_of", "tasks"]

_YEARLY = tuple(field.name for field in fields(CostRow) if field.name != "extra")


def money_lines(report: PerformanceReport) -> Iterator[tuple[Way, BudgetLine, Presentation | None]]:
    """Yield every row of a money table of the report and its forms."""
    for way, account in accounts(report):
        yield from (((*way, *place), line, report.presentation) for place, line in account.lines())
    for way, block, presentation in funds(report):
        if block.total is not None:
            yield (*way, "total"), block.total, presentation
        for at, source in enumerate(block.sources):
            yield (*way, "sources", at, "amounts"), source.amounts, presentation


def page_of(report: PerformanceReport, way: Way) -> Presentation | None:
    """Return how the page prints money that holds the figure at *way*: that of its form, or of the report."""
    value: object = report
    for step in way[:3] if way[:1] == ("attachments",) else ():
        value = value[step] if isinstance(value, tuple) and isinstance(step, int) else getattr(value, str(step), None)
        if isinstance(page := getattr(value, "presentation", None), Presentation):
            return page
    return report.presentation


def adjustments(report: PerformanceReport) -> Equations:
    for way, line, presentation in money_lines(report):
        parts: list[Placed] = [((*way, "original"), line.original), ((*way, "adjustment"), line.adjustment)]
        yield from stated((*way, "adjusted"), line.adjusted, parts, presentation)


def funds(report: PerformanceReport) -> Iterator[tuple[Way, Funding, Presentation | None]]:
    """Yield every money block of the forms, with the way to it and the page that it is printed on."""
    forms = report.attachments
    if forms is None:
        return
    for name in (field.name for field in fields(type(forms)) if field.name != "extra"):
        held = getattr(forms, name)
        numbered = isinstance(held, tuple)
        for at, form in enumerate(held if numbered else (held,)):
            way: Way = ("attachments", name, at) if numbered else ("attachments", name)
            page: Presentation | None = getattr(form, "presentation", None) or report.presentation
            blocks = [
                ((*way, "funding"), getattr(form, "funding", None)),
                ((*way, "tasks_total"), getattr(form, "tasks_total", None)),
            ]
            for horizon in ("medium_term", "annual"):
                objectives = getattr(form, horizon, None)
                blocks.append(
                    ((*way, horizon, "funding"), objectives.funding if isinstance(objectives, GoalPlan) else None)
                )
            blocks += [
                ((*way, "tasks", index, "funding"), task.funding)
                for index, task in enumerate(getattr(form, "tasks", ()))
            ]
            yield from ((place, block, page) for place, block in blocks if block is not None)


def fund_sources(report: PerformanceReport) -> Equations:
    for way, block, presentation in funds(report):
        rows = [((*way, "sources", at, "amounts"), source.amounts) for at, source in enumerate(block.sources)]
        yield from lines(((*way, "total"), block.total), rows, presentation)


def fund_natures(report: PerformanceReport) -> Equations:
    for way, block, presentation in funds(report):
        table = block.expenditure
        if table is not None and (table.basic is not None or table.project is not None):
            rows = [((*way, "expenditure", name), getattr(table, name)) for name in ("basic", "project")]
            yield from lines(((*way, "total"), block.total), rows, presentation)


def tasks(report: PerformanceReport) -> Equations:
    form = report.attachments.department_declaration if report.attachments else None
    if form is None or form.tasks_total is None or not form.tasks:
        return
    way = ("attachments", "department_declaration")
    rows = [
        ((*way, "tasks", at, "funding", "total"), task.funding.total if task.funding else None)
        for at, task in enumerate(form.tasks)
    ]
    page = form.presentation or report.presentation
    yield from lines(((*way, "tasks_total", "total"), form.tasks_total.total), rows, page)


def costs(report: PerformanceReport, row: tuple[str, str], parts: Sequence[str]) -> Equations:
    """Yield a row of the base data, given by its block and its name, against the rows that make it up."""
    block, whole = row
    form = report.attachments.base_data if report.attachments else None
    table = getattr(form, block) if form is not None else None
    if form is None or table is None:
        return
    way = ("attachments", "base_data", block)
    found: list[tuple[Way, CostRow | None]] = []
    for name in parts:
        held: CostRow | tuple[NamedCost, ...] | None = getattr(table, name)
        if isinstance(held, tuple):
            found += [((*way, name, index, "costs"), each.costs) for index, each in enumerate(held)]
        else:
            found.append(((*way, name), held))
    yield from _columns_of_costs(((*way, whole), getattr(table, whole)), found, form, report)


def _columns_of_costs(
    whole: tuple[Way, CostRow | None],
    rows: Sequence[tuple[Way, CostRow | None]],
    form: BaseData,
    report: PerformanceReport,
) -> Equations:
    way, total = whole
    if all(row is None for _, row in rows):
        return
    for column in _YEARLY:
        parts: list[Placed] = [((*place, column), getattr(row, column, None)) for place, row in rows]
        page = form.presentation or report.presentation
        yield from stated((*way, column), getattr(total, column, None), parts, page)
