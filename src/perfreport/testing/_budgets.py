"""
Money by budget, by stage, by category and by project.

Parts are drawn and totals computed from them; what was spent stays within what was budgeted.
"""

from collections.abc import Sequence
from typing import final

from attrs import frozen
from hypothesis import strategies as st

from perfreport.classification import BudgetStage, ExpenditureCategory, FundingSource
from perfreport.model import (
    NIL,
    Balance,
    Budget,
    BudgetLine,
    Budgets,
    Expenditure,
    FinalAccounts,
    FundingLine,
    Nil,
    Project,
    Projects,
)
from perfreport.money import Money, total
from perfreport.testing._coded import Rows, economic_items, functions, table_of
from perfreport.testing._derived import BOOLEANS, STEPS, Drawing, by_type, money_at
from perfreport.testing._rows import (
    SPENT,
    Row,
    drawn_row,
    line_of,
    portion,
    rest_of,
    shares_of,
    sum_of,
    table_stages,
)

__all__ = ["balance", "budgets", "expenditure", "final_accounts", "project", "projects", "single_budget"]

_PROJECT_SOURCES = st.lists(
    st.sampled_from([FundingSource.CURRENT_APPROPRIATION, FundingSource.CARRY_OVER, FundingSource.OTHER]),
    unique=True,
    max_size=3,
)
_REVENUE = (
    FundingSource.GENERAL_PUBLIC_APPROPRIATION,
    FundingSource.INSTITUTION_INCOME,
    FundingSource.OTHER,
)
_NO_PROJECTS = st.sampled_from([None, NIL])
_SIXTHS, _OTHERS = st.integers(0, 6), st.integers(0, 2)
_ACCOUNTED = st.sampled_from([(BudgetStage.FINAL_ACCOUNT,), (BudgetStage.ADJUSTED, BudgetStage.EXECUTED)])
_BESIDE = (ExpenditureCategory.BUSINESS, ExpenditureCategory.REMITTED, ExpenditureCategory.SUBSIDIES)


@final
@frozen
class _Column:
    """One budget, with the rows of its expenditure in steps."""

    budget: Budget
    rows: Rows


def project(at: Drawing) -> Project:
    """Draw a project whose sources add up to its amounts."""
    return _project(at, at.draw(table_stages()))[0]


def projects(at: Drawing) -> Projects:
    """Draw a list of one project or more, with the total over it."""
    stages = at.draw(table_stages())
    found = [_project(at, stages) for _ in range(at.draw(st.integers(1, at.max_projects)))]
    over = line_of(at, sum_of([row for _, row in found], stages), rated=at.draw(BOOLEANS))
    return by_type(at, Projects, total=over, items=tuple(each for each, _ in found))


def expenditure(at: Drawing) -> Expenditure:
    """Draw expenditure by category, each total the sum of its parts."""
    stages = at.draw(table_stages())
    return table_of(at, _categories(at, stages, drawn_row(at, stages)), rated=at.draw(BOOLEANS))


def single_budget(at: Drawing) -> Budget:
    """Draw what a report says of one budget: categories, projects and balances that agree with each other."""
    return _column(at, at.draw(table_stages())).budget


def budgets(at: Drawing) -> Budgets:
    """Draw the four budgets, each with figures or said to be none, and sometimes the total over them."""
    stages, totalled = at.draw(table_stages()), at.draw(BOOLEANS)

    def column() -> _Column:
        # Columns that have a total stand in one table, and so have its stages.
        return _column(at, stages if totalled else at.draw(table_stages()))

    general = column()
    fund, capital = (column() if at.draw(BOOLEANS) else None for _ in range(2))
    return by_type(
        at,
        Budgets,
        general_public=general.budget,
        government_fund=fund.budget if fund else NIL,
        state_capital=capital.budget if capital else NIL,
        social_insurance=single_budget(at) if at.draw(BOOLEANS) else NIL,
        total=_total(at, [each for each in (general, fund, capital) if each], stages) if totalled else None,
    )


def balance(at: Drawing) -> Balance:
    """Draw a balance: its total is carry-over and surplus together, and the appropriation is a part of it."""
    stages = at.draw(table_stages())
    return _balance(at, _even(at, stages), _even(at, stages))


def final_accounts(at: Drawing) -> FinalAccounts:
    """Draw an account of all revenue and expenditure, both sides of which come to one grand total."""
    stages = at.draw(_ACCOUNTED)
    rows = _categories(at, stages, drawn_row(at, stages))
    distributed, carried, left = (_even(at, stages) for _ in range(3))
    whole = sum_of([rows[ExpenditureCategory.TOTAL], distributed, carried, left], stages)
    # What went out had to come in: the first source takes what the others do not give.
    opening, old, reserves, *others = (_sixth(at, whole) for _ in range(3 + at.draw(_OTHERS)))
    sources = [rest_of(whole, [opening, old, reserves, *others]), *others]
    revenue = sum_of(sources, stages)
    return by_type(
        at,
        FinalAccounts,
        revenue=_lines(at, _REVENUE, sources, revenue),
        revenue_total=line_of(at, revenue),
        reserves_used=line_of(at, reserves),
        opening_balance=_balance(at, opening, old),
        inflow_total=line_of(at, whole),
        expenditure=table_of(at, rows, rated=at.draw(BOOLEANS)),
        functions=functions(at, rows, stages),
        economic=economic_items(at, rows, stages),
        surplus_distributed=line_of(at, distributed),
        closing_balance=_balance(at, carried, left),
        outflow_total=line_of(at, whole),
    )


def _even(at: Drawing, stages: Sequence[BudgetStage]) -> Row:
    """Draw a row that has one figure at every stage."""
    return dict.fromkeys(stages, at.draw(STEPS))


def _sixth(at: Drawing, whole: Row) -> Row:
    """Draw a row of which six fit into *whole*."""
    return portion(whole, at.draw(_SIXTHS), 36)


def _balance(at: Drawing, carry_over: Row, surplus: Row) -> Balance:
    whole = sum_of([carry_over, surplus], list(carry_over))
    lines = {"total": whole, "carry_over": carry_over, "surplus": surplus, "appropriation": _sixth(at, whole)}
    return by_type(at, Balance, **{name: line_of(at, row) for name, row in lines.items()})


def _lines(at: Drawing, sources: Sequence[FundingSource], rows: Sequence[Row], whole: Row) -> tuple[FundingLine, ...]:
    """Return *rows*, which come to *whole*, as what these *sources* give."""
    found = zip(sources, rows, shares_of(at, rows, whole), strict=False)
    return tuple(
        by_type(at, FundingLine, source=source, amounts=line_of(at, row, share=share)) for source, row, share in found
    )


def _project(at: Drawing, stages: Sequence[BudgetStage]) -> tuple[Project, Row]:
    sources = at.draw(_PROJECT_SOURCES)
    rows = [drawn_row(at, stages) for _ in sources]
    row = sum_of(rows, stages) if rows else drawn_row(at, stages)
    amounts = line_of(at, row, rated=at.draw(BOOLEANS))
    return by_type(at, Project, amounts=amounts, sources=_lines(at, sources, rows, row) if rows else ()), row


def _categories(at: Drawing, stages: Sequence[BudgetStage], spent: Row) -> Rows:
    """Draw the rows of a table of expenditure of which *spent* is that of projects."""
    personnel, public = drawn_row(at, stages), drawn_row(at, stages)
    rows = {
        ExpenditureCategory.BASIC: sum_of([personnel, public], stages),
        ExpenditureCategory.PERSONNEL: personnel,
        ExpenditureCategory.PUBLIC: public,
        ExpenditureCategory.PROJECT: spent,
    }
    rows |= {category: drawn_row(at, stages) for category in _BESIDE if at.draw(BOOLEANS)}
    parts = [row for category, row in rows.items() if category.parent is ExpenditureCategory.TOTAL]
    return rows | {ExpenditureCategory.TOTAL: sum_of(parts, stages)}


def _column(at: Drawing, stages: Sequence[BudgetStage]) -> _Column:
    found = [_project(at, stages) for _ in range(at.draw(st.integers(0, at.max_projects)))]
    unlisted: Nil | None = None if found else at.draw(_NO_PROJECTS)
    # Who says that there are no projects spent nothing on them.
    row = sum_of([amounts for _, amounts in found], stages) if found or unlisted is NIL else drawn_row(at, stages)
    rows = _categories(at, stages, row)
    spent = rows[ExpenditureCategory.TOTAL]
    opening, surplus = at.draw(STEPS), at.draw(STEPS)
    closing = opening + surplus
    balanced, parted = at.draw(BOOLEANS), at.draw(BOOLEANS)
    carried = at.draw(st.integers(0, closing)) if parted else 0
    items = tuple(each for each, _ in found)
    budget = by_type(
        at,
        Budget,
        opening_balance=money_at(at.page, opening) if balanced else None,
        revenue=line_of(at, {stage: spent[stage] + surplus for stage in stages if stage in SPENT}),
        expenditure=table_of(at, rows, rated=at.draw(BOOLEANS)),
        functions=functions(at, rows, stages),
        economic=economic_items(at, rows, stages),
        closing_balance=money_at(at.page, closing) if balanced else None,
        carry_over=money_at(at.page, carried) if parted else None,
        surplus=money_at(at.page, closing - carried) if parted else None,
        projects=_listed(at, items, row) if items else unlisted,
        says_none=False,
    )
    return _Column(budget, rows)


def _listed(at: Drawing, items: tuple[Project, ...], row: Row) -> Projects:
    return by_type(at, Projects, total=line_of(at, row) if at.draw(BOOLEANS) else None, items=items)


def _total(at: Drawing, columns: Sequence[_Column], stages: Sequence[BudgetStage]) -> Budget:
    """Return the total column: the sum of what every column states."""
    rows = {
        category: sum_of(parts, stages)
        for category in ExpenditureCategory
        if (parts := [column.rows[category] for column in columns if category in column.rows])
    }
    held = [column.budget for column in columns]
    listed = [account.projects for account in held]
    items = tuple(item for each in listed if isinstance(each, Projects) for item in each.items)
    return by_type(
        at,
        Budget,
        opening_balance=_sum([account.opening_balance for account in held]),
        revenue=_sum_of_lines(at, [account.revenue for account in held]),
        expenditure=table_of(at, rows, rated=at.draw(BOOLEANS)),
        functions=functions(at, rows, stages),
        economic=economic_items(at, rows, stages),
        closing_balance=_sum([account.closing_balance for account in held]),
        carry_over=_sum([account.carry_over for account in held]),
        surplus=_sum([account.surplus for account in held]),
        # Where one column lists no projects, the others do not make up the whole.
        projects=None if None in listed else _listed(at, items, rows[ExpenditureCategory.PROJECT]) if items else NIL,
        says_none=False,
    )


def _sum(figures: Sequence[Money | None]) -> Money | None:
    known = [figure for figure in figures if figure is not None]
    return total(known) if len(known) == len(figures) else None


def _sum_of_lines(at: Drawing, lines: Sequence[BudgetLine | None]) -> BudgetLine:
    figures = {stage.key: _sum([line.at(stage) if line else None for line in lines]) for stage in BudgetStage}
    return by_type(at, BudgetLine, **figures, execution_rate=None, share=None)
