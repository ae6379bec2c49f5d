"""
Strategies for money by budget, by stage, by category and by project.

Parts are drawn and totals computed from them; what was spent stays within what was budgeted.
"""

from collections.abc import Sequence

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
    Project,
    Projects,
)
from perfreport.money import Money, Presentation, total
from perfreport.testing._coded import Rows, drawn_economic, drawn_functions
from perfreport.testing._rows import (
    BOOLEANS,
    NOTHING,
    SPENT,
    STEPS,
    Row,
    drawn_row,
    line_of,
    money_at,
    on_page,
    sum_of,
    table_stages,
)
from perfreport.testing._values import texts

__all__ = [
    "balances",
    "budget_lines",
    "budgets",
    "drawn_expenditure",
    "expenditures",
    "final_accounts",
    "funding_lines",
    "projects",
    "single_budgets",
    "single_projects",
]

_PROJECT_SOURCES = st.lists(
    st.sampled_from([FundingSource.CURRENT_APPROPRIATION, FundingSource.CARRY_OVER, FundingSource.OTHER]),
    unique=True,
    max_size=3,
)
_PROJECT_CODES = st.sampled_from([None, "51092324T000010263357"])
_REVENUE = (
    FundingSource.GENERAL_PUBLIC_APPROPRIATION,
    FundingSource.INSTITUTION_INCOME,
    FundingSource.OTHER,
)
_NO_PROJECTS = st.sampled_from([None, NIL])


def budget_lines(presentation: Presentation | None = None) -> st.SearchStrategy[BudgetLine]:
    """Draw rows of a money table, spent within what was budgeted, on the grid of *presentation*."""
    return on_page(
        presentation, lambda draw, page: line_of(page, drawn_row(draw, draw(table_stages())), rated=draw(BOOLEANS))
    )


def funding_lines(presentation: Presentation | None = None) -> st.SearchStrategy[FundingLine]:
    """Draw what one source gives."""
    lines = budget_lines(presentation)
    labels = st.none() | texts()
    codes = st.sampled_from([None, "111", "32"])
    sources = st.sampled_from(FundingSource)
    return st.builds(FundingLine, source=sources, label=labels, code=codes, amounts=lines, extra=NOTHING)


def single_projects(presentation: Presentation | None = None) -> st.SearchStrategy[Project]:
    """Draw projects whose funding adds up to their amounts."""
    return on_page(presentation, lambda draw, page: _project(draw, page, draw(table_stages()))[0])


def projects(presentation: Presentation | None = None, *, max_size: int = 4) -> st.SearchStrategy[Projects]:
    """Draw a list of one to *max_size* projects, with the total over it."""

    def drawn(draw: st.DrawFn, page: Presentation) -> Projects:
        stages = draw(table_stages())
        found = [_project(draw, page, stages) for _ in range(draw(st.integers(1, max_size)))]
        total = line_of(page, sum_of([row for _, row in found], stages), rated=draw(BOOLEANS))
        return Projects(total=total, items=tuple(project for project, _ in found))

    return on_page(presentation, drawn)


def expenditures(presentation: Presentation | None = None) -> st.SearchStrategy[Expenditure]:
    """Draw expenditure by category, each total the sum of its parts."""

    def drawn(draw: st.DrawFn, page: Presentation) -> Expenditure:
        stages = draw(table_stages())
        return drawn_expenditure(draw, page, stages, drawn_row(draw, stages))[0]

    return on_page(presentation, drawn)


def single_budgets(
    presentation: Presentation | None = None, *, year: int | None = None, max_projects: int = 4
) -> st.SearchStrategy[Budget]:
    """Draw what a report says of one budget: categories, projects and balances that agree with each other."""
    return on_page(presentation, lambda draw, page: _account(draw, page, year, max_projects))


def budgets(
    presentation: Presentation | None = None, *, year: int | None = None, max_projects: int = 4
) -> st.SearchStrategy[Budgets]:
    """Draw the four budgets, each with figures or said to be none, and sometimes the total over them."""

    def drawn(draw: st.DrawFn, page: Presentation) -> Budgets:
        general = _account(draw, page, year, max_projects)
        fund, capital, insurance = (
            _account(draw, page, year, max_projects) if draw(BOOLEANS) else NIL for _ in range(3)
        )
        columns = [column for column in (general, fund, capital) if isinstance(column, Budget)]
        return Budgets(
            general_public=general,
            government_fund=fund,
            state_capital=capital,
            social_insurance=insurance,
            total=_total(columns) if draw(BOOLEANS) else None,
        )

    return on_page(presentation, drawn)


def balances(presentation: Presentation | None = None) -> st.SearchStrategy[Balance]:
    """Draw balances: the total is carry-over and surplus together, and the appropriation is a part of it."""
    return on_page(presentation, lambda draw, page: _balance(draw, page, draw(table_stages()))[0])


def final_accounts(presentation: Presentation | None = None) -> st.SearchStrategy[FinalAccounts]:
    """Draw accounts of all revenue and expenditure, both sides of which come to one grand total."""

    def drawn(draw: st.DrawFn, page: Presentation) -> FinalAccounts:
        stages = draw(st.sampled_from([(BudgetStage.FINAL_ACCOUNT,), (BudgetStage.ADJUSTED, BudgetStage.EXECUTED)]))
        expenditure, spending = drawn_expenditure(draw, page, stages, drawn_row(draw, stages))
        spent = spending[ExpenditureCategory.TOTAL]
        distributed = _even(draw, stages)
        closing, out = _balance(draw, page, stages)
        total = sum_of([spent, distributed, out], stages)
        # What went out had to come in: the first source takes what the others do not give.
        others = [_share(draw, total) for _ in range(draw(st.integers(0, 2)))]
        opening_steps, reserves = _share(draw, total), _share(draw, total)
        given = sum_of([*others, opening_steps, reserves], stages)
        first = {stage: total[stage] - given[stage] for stage in stages}
        rows = [first, *others]
        return FinalAccounts(
            revenue=tuple(
                FundingLine(source=source, amounts=line_of(page, row))
                for source, row in zip(_REVENUE, rows, strict=False)
            ),
            revenue_total=line_of(page, sum_of(rows, stages)),
            reserves_used=line_of(page, reserves),
            opening_balance=Balance(total=line_of(page, opening_steps)),
            inflow_total=line_of(page, total),
            expenditure=expenditure,
            functions=drawn_functions(draw, page, spending, stages),
            economic=drawn_economic(draw, page, spending, stages),
            surplus_distributed=line_of(page, distributed),
            closing_balance=closing,
            outflow_total=line_of(page, total),
        )

    return on_page(presentation, drawn)


def _even(draw: st.DrawFn, stages: Sequence[BudgetStage]) -> Row:
    """Draw a row that has one figure at every stage."""
    steps = draw(STEPS)
    return dict.fromkeys(stages, steps)


def _share(draw: st.DrawFn, whole: Row) -> Row:
    """Draw a row of which six fit into *whole*."""
    part = draw(st.integers(0, 6))
    return {stage: steps * part // 36 for stage, steps in whole.items()}


def _balance(draw: st.DrawFn, page: Presentation, stages: Sequence[BudgetStage]) -> tuple[Balance, Row]:
    carry_over, surplus = _even(draw, stages), _even(draw, stages)
    total = sum_of([carry_over, surplus], stages)
    appropriation = _share(draw, total)
    balance = Balance(
        total=line_of(page, total),
        carry_over=line_of(page, carry_over),
        surplus=line_of(page, surplus),
        appropriation=line_of(page, appropriation),
    )
    return balance, total


def _project(draw: st.DrawFn, page: Presentation, stages: Sequence[BudgetStage]) -> tuple[Project, Row]:
    sources = draw(_PROJECT_SOURCES)
    rows = [drawn_row(draw, stages) for _ in sources]
    row = sum_of(rows, stages) if rows else drawn_row(draw, stages)
    funding = zip(sources, rows, strict=True)
    project = Project(
        name=draw(texts()),
        code=draw(_PROJECT_CODES),
        amounts=line_of(page, row, rated=draw(BOOLEANS)),
        sources=tuple(FundingLine(source=source, amounts=line_of(page, part)) for source, part in funding),
    )
    return project, row


def drawn_expenditure(
    draw: st.DrawFn, page: Presentation, stages: Sequence[BudgetStage], project: Row
) -> tuple[Expenditure, Rows]:
    personnel, public = drawn_row(draw, stages), drawn_row(draw, stages)
    basic = sum_of([personnel, public], stages)
    rows = {
        ExpenditureCategory.BASIC: basic,
        ExpenditureCategory.PERSONNEL: personnel,
        ExpenditureCategory.PUBLIC: public,
        ExpenditureCategory.PROJECT: project,
    }
    others = (ExpenditureCategory.BUSINESS, ExpenditureCategory.REMITTED, ExpenditureCategory.SUBSIDIES)
    rows |= {category: drawn_row(draw, stages) for category in others if draw(BOOLEANS)}
    total = sum_of([row for category, row in rows.items() if category.parent is ExpenditureCategory.TOTAL], stages)
    rows[ExpenditureCategory.TOTAL] = total
    rated = draw(BOOLEANS)
    return Expenditure.from_categories({row: line_of(page, rows[row], rated=rated) for row in rows}), rows


def _account(draw: st.DrawFn, page: Presentation, year: int | None, max_projects: int) -> Budget:
    stages = draw(table_stages())
    found = [_project(draw, page, stages) for _ in range(draw(st.integers(0, max_projects)))]
    unlisted = None if found else draw(_NO_PROJECTS)
    # Who says that there are no projects spent nothing on them.
    row = sum_of([amounts for _, amounts in found], stages) if found or unlisted is NIL else drawn_row(draw, stages)
    expenditure, rows = drawn_expenditure(draw, page, stages, row)
    spent = rows[ExpenditureCategory.TOTAL]
    total = line_of(page, row) if draw(BOOLEANS) else None
    opening, surplus = draw(STEPS), draw(STEPS)
    balanced, parted = draw(BOOLEANS), draw(BOOLEANS)
    carried = draw(st.integers(0, opening + surplus))
    return Budget(
        year=year if draw(BOOLEANS) else None,
        opening_balance=money_at(page, opening) if balanced else None,
        revenue=line_of(page, {stage: spent[stage] + surplus for stage in stages if stage in SPENT}),
        expenditure=expenditure,
        functions=drawn_functions(draw, page, rows, stages),
        economic=drawn_economic(draw, page, rows, stages),
        closing_balance=money_at(page, opening + surplus) if balanced else None,
        carry_over=money_at(page, carried) if parted else None,
        surplus=money_at(page, opening + surplus - carried) if parted else None,
        projects=Projects(total=total, items=tuple(project for project, _ in found)) if found else unlisted,
    )


def _total(columns: Sequence[Budget]) -> Budget:
    """Return the total column: the sum of what every column states."""

    def summed(figures: Sequence[Money | None]) -> Money | None:
        known = [figure for figure in figures if figure is not None]
        return total(known) if len(known) == len(figures) else None

    def line(rows: Sequence[BudgetLine | None]) -> BudgetLine:
        return BudgetLine.from_stages(
            {stage: summed([row.at(stage) if row else None for row in rows]) for stage in BudgetStage}
        )

    spent = [column.expenditure.total if column.expenditure else None for column in columns]
    return Budget(
        opening_balance=summed([column.opening_balance for column in columns]),
        revenue=line([column.revenue for column in columns]),
        expenditure=Expenditure(total=line(spent)),
        closing_balance=summed([column.closing_balance for column in columns]),
    )
