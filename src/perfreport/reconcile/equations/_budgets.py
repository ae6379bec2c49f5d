"""Equations of the budgets and the final accounts."""

from collections.abc import Mapping

from perfreport.classification import BudgetKind, BudgetStage, ExpenditureCategory
from perfreport.model import NIL, Balance, Budget, BudgetLine, PerformanceReport, Projects
from perfreport.money import Money
from perfreport.places import Way
from perfreport.reconcile.equations._core import Equations, Identity, Placed, accounts, at, lines, stated, tables

__all__ = [
    "balances",
    "both_sides",
    "categories",
    "closing",
    "columns",
    "final_accounts",
    "project_sums",
    "repeated",
]

_OPTIONAL = (ExpenditureCategory.BUSINESS, ExpenditureCategory.REMITTED, ExpenditureCategory.SUBSIDIES)


def categories(report: PerformanceReport, whole: ExpenditureCategory) -> Equations:
    """Yield *whole* against its parts; a row of the table that is silent keeps its stage from being judged."""
    for way, table in tables(report):
        rows = {part: table.line(part) for part in whole.parts}
        if all(row is None for row in rows.values()):
            continue
        needed = [((*way, part.key), row) for part, row in rows.items() if row is not None or part not in _OPTIONAL]
        yield from lines(((*way, whole.key), table.line(whole)), needed, report.presentation)


def project_sums(report: PerformanceReport) -> Equations:
    for way, account in accounts(report):
        projects = account.projects
        if not isinstance(projects, Projects):
            continue
        row = account.expenditure.project if account.expenditure else None
        for stage in BudgetStage:
            over: tuple[BudgetLine | None, Way] = (
                (projects.total, ("projects", "total"))
                if at(projects.total, stage) is not None
                else (row, ("expenditure", "project"))
            )
            parts: list[Placed] = [
                ((*way, "projects", "items", index, "amounts", stage.key), at(project.amounts, stage))
                for index, project in enumerate(projects.items)
            ]
            yield from stated((*way, *over[1], stage.key), at(over[0], stage), parts, report.presentation)


def balances(report: PerformanceReport) -> Equations:
    for way, account in accounts(report):
        spent = account.expenditure.total if account.expenditure else None
        for stage in (BudgetStage.EXECUTED, BudgetStage.FINAL_ACCOUNT):
            out = at(spent, stage)
            place = (*way, "expenditure", "total", stage.key)
            parts: list[Placed] = [
                ((*way, "opening_balance"), account.opening_balance),
                ((*way, "revenue", stage.key), at(account.revenue, stage)),
                (place, None if out is None else -out),
            ]
            closing, page = account.closing_balance, report.presentation
            yield from stated((*way, "closing_balance"), closing, parts, page, frozenset((place,)))


def columns(report: PerformanceReport) -> Equations:
    budgets = report.budgets
    if budgets is None or budgets.total is None:
        return
    kinds = (BudgetKind.GENERAL_PUBLIC, BudgetKind.GOVERNMENT_FUND, BudgetKind.STATE_CAPITAL)
    columns = [(kind, budgets.of(kind)) for kind in kinds if budgets.of(kind) is not NIL]
    if any(column is None for _, column in columns):
        return
    figures = [_column(account) for _, account in columns if isinstance(account, Budget)]
    for place, whole in _column(budgets.total).items():
        if not columns:
            # All three say that there is none: their sum is not unknown, it is nothing.
            yield Identity(("budgets", "total", *place), whole, (), report.presentation)
        parts: list[Placed] = [
            (("budgets", kind.key, *place), column.get(place))
            for (kind, _), column in zip(columns, figures, strict=True)
        ]
        yield from stated(("budgets", "total", *place), whole, parts, report.presentation)


def _column(account: Budget) -> dict[Way, Money]:
    spent = account.expenditure.total if account.expenditure else None
    lines = ((("revenue",), account.revenue), (("expenditure", "total"), spent))
    figures: dict[Way, Money] = {
        (*way, stage.key): money for way, line in lines if line is not None for stage, money in line.stated()
    }
    balances = {"opening_balance": account.opening_balance, "closing_balance": account.closing_balance}
    return figures | {(name,): money for name, money in balances.items() if money is not None}


def repeated(report: PerformanceReport) -> Equations:
    for way, account in accounts(report):
        if isinstance(account.projects, Projects) and account.expenditure is not None:
            row = ((*way, "expenditure", "project"), account.expenditure.project)
            yield from lines(((*way, "projects", "total"), account.projects.total), [row], report.presentation)


def closing(report: PerformanceReport) -> Equations:
    for way, account in accounts(report):
        parts: list[Placed] = [((*way, "carry_over"), account.carry_over), ((*way, "surplus"), account.surplus)]
        yield from stated((*way, "closing_balance"), account.closing_balance, parts, report.presentation)
    held = report.final_accounts
    for side in ("opening_balance", "closing_balance") if held is not None else ():
        balance: Balance | None = getattr(held, side)
        if balance is not None and (balance.carry_over is not None or balance.surplus is not None):
            way = ("final_accounts", side)
            rows = [((*way, "carry_over"), balance.carry_over), ((*way, "surplus"), balance.surplus)]
            yield from lines(((*way, "total"), balance.total), rows, report.presentation)


def final_accounts(report: PerformanceReport, whole: str) -> Equations:
    """Yield one of the totals of 收入支出决算总表 against its rows."""
    held = report.final_accounts
    if held is None:
        return
    way = ("final_accounts",)
    sources: list[tuple[Way, BudgetLine | None]] = [
        ((*way, "revenue", at, "amounts"), row.amounts) for at, row in enumerate(held.revenue)
    ]
    opening, closing = held.opening_balance, held.closing_balance
    parts: Mapping[str, list[tuple[Way, BudgetLine | None]]] = {
        "revenue_total": sources,
        "inflow_total": [
            ((*way, "revenue_total"), held.revenue_total),
            ((*way, "reserves_used"), held.reserves_used),
            ((*way, "opening_balance", "total"), opening.total if opening else None),
        ],
        "outflow_total": [
            ((*way, "expenditure", "total"), held.expenditure.total if held.expenditure else None),
            ((*way, "surplus_distributed"), held.surplus_distributed),
            ((*way, "closing_balance", "total"), closing.total if closing else None),
        ],
    }
    yield from lines(((*way, whole), getattr(held, whole)), parts[whole], report.presentation)


def both_sides(report: PerformanceReport) -> Equations:
    held = report.final_accounts
    if held is not None:
        outflow = (("final_accounts", "outflow_total"), held.outflow_total)
        yield from lines((("final_accounts", "inflow_total"), held.inflow_total), [outflow], report.presentation)
