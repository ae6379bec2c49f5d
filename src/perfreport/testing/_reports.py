"""
Strategies for reports and all that they are made of.

What they draw is consistent: parts are drawn and totals computed from them, what was spent stays within what was
budgeted, and nothing is filtered. To break one rule, `attrs.evolve` a draw.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TypeAlias, TypeVar

from attrs import evolve
from hypothesis import strategies as st

from perfreport.classification import BudgetStage, ExpenditureCategory, FundingSource, GoalKind
from perfreport.frozenmap import FrozenMap
from perfreport.model import (
    NIL,
    BudgetAccount,
    BudgetLine,
    Budgets,
    Cover,
    Department,
    Expenditure,
    Figure,
    FundingLine,
    Goal,
    Goals,
    Narrative,
    Nil,
    Passage,
    PerformanceReport,
    Project,
    Projects,
)
from perfreport.money import Money, Presentation, total
from perfreport.quantity import Quantity
from perfreport.testing._values import presentations, quantities, texts, unknown

__all__ = [
    "budget_accounts",
    "budget_lines",
    "budgets",
    "covers",
    "departments",
    "expenditures",
    "figures",
    "funding_lines",
    "goals",
    "narratives",
    "passages",
    "projects",
    "reports",
    "single_goals",
    "single_projects",
]

#: The figures of one row in steps of a presentation, by stage.
_Row: TypeAlias = Mapping[BudgetStage, int]

Made = TypeVar("Made")

_LIMIT = 10**9
_BOOLEANS = st.booleans()
_YEARS = st.integers(2010, 2030)
_SPENT = (BudgetStage.EXECUTED, BudgetStage.FINAL_ACCOUNT)
_PROJECT_SOURCES = st.lists(
    st.sampled_from([FundingSource.CURRENT_APPROPRIATION, FundingSource.CARRY_OVER, FundingSource.OTHER]),
    unique=True,
    max_size=3,
)
_PROJECT_CODES = st.sampled_from([None, "51092324T000010263357"])
_NO_PROJECTS = st.sampled_from([None, NIL])
_STEPS = st.integers(0, _LIMIT)
_NOTHING = st.just(FrozenMap[str, object]())


@cache
def departments() -> st.SearchStrategy[Department]:
    """Draw departments."""
    return st.builds(
        Department,
        name=texts(),
        full_name=st.none() | texts(),
        code=st.none() | st.sampled_from(["219001", "010", "906017"]),
        region=st.none() | texts(),
        duties=_tuples(texts()),
        extra=_NOTHING,
    )


@cache
def covers(year: int = 2022) -> st.SearchStrategy[Cover]:
    """Draw covers of a report on *year*."""
    return st.builds(
        Cover,
        title=st.none() | st.just(f"{year}年度部门整体支出绩效自评报告") | st.just("部门整体支出绩效自评报告"),
        department=st.none() | texts(),
        year=st.sampled_from([None, year]),
        date=st.none() | st.dates(date(1950, 1, 1), date(2199, 12, 31)),
        extra=_NOTHING,
    )


@cache
def single_goals() -> st.SearchStrategy[Goal]:
    """Draw goals."""
    return st.builds(Goal, text=texts(), project=st.none() | texts(), extra=_NOTHING)


@cache
def goals() -> st.SearchStrategy[Goals]:
    """Draw the goals of a report: whatever kind is announced is there, or said to be none."""
    held = st.none() | st.just(NIL) | _tuples(single_goals(), min_size=1)
    return st.builds(_goals, st.fixed_dictionaries(dict.fromkeys(GoalKind, held)), st.sets(st.sampled_from(GoalKind)))


@cache
def figures() -> st.SearchStrategy[Figure]:
    """Draw figures that stand in a text."""
    years = st.none() | st.integers(1990, 2030)
    return st.builds(Figure, about=texts(), quantity=quantities(), year=years, extra=_NOTHING)


@cache
def passages(depth: int = 1) -> st.SearchStrategy[Passage]:
    """Draw passages with points inside them up to *depth* deep; under every heading stands a text."""
    points: st.SearchStrategy[tuple[Passage, ...]] = _tuples(passages(depth - 1)) if depth else st.just(())
    return st.builds(
        Passage,
        title=st.none() | texts(),
        text=texts(),
        figures=_tuples(figures()),
        points=points,
        extra=_NOTHING,
    )


@cache
def narratives() -> st.SearchStrategy[Narrative]:
    """Draw the written sections of a report."""
    section = st.none() | st.just(NIL) | _tuples(passages())
    names = ("achievements", "special_funds", "problems", "measures", "disclosure", "other")
    return st.builds(Narrative, extra=_NOTHING, **dict.fromkeys(names, section))


def budget_lines(presentation: Presentation | None = None) -> st.SearchStrategy[BudgetLine]:
    """Draw rows of a money table, spent within what was budgeted, on the grid of *presentation*."""
    return _on_page(presentation, lambda draw, page: _line(page, _row(draw, draw(_stages())), rated=draw(_BOOLEANS)))


def funding_lines(presentation: Presentation | None = None) -> st.SearchStrategy[FundingLine]:
    """Draw what one source gives."""
    lines = budget_lines(presentation)
    return st.builds(FundingLine, source=st.sampled_from(FundingSource), amounts=lines, extra=_NOTHING)


def single_projects(presentation: Presentation | None = None) -> st.SearchStrategy[Project]:
    """Draw projects whose funding adds up to their amounts."""
    return _on_page(presentation, lambda draw, page: _project(draw, page, draw(_stages()))[0])


def projects(presentation: Presentation | None = None, *, max_size: int = 4) -> st.SearchStrategy[Projects]:
    """Draw a list of one to *max_size* projects, with the total over it."""

    def drawn(draw: st.DrawFn, page: Presentation) -> Projects:
        stages = draw(_stages())
        found = [_project(draw, page, stages) for _ in range(draw(st.integers(1, max_size)))]
        total = _line(page, _sum([row for _, row in found], stages), rated=draw(_BOOLEANS))
        return Projects(total=total, items=tuple(project for project, _ in found))

    return _on_page(presentation, drawn)


def expenditures(presentation: Presentation | None = None) -> st.SearchStrategy[Expenditure]:
    """Draw expenditure by category, each total the sum of its parts."""

    def drawn(draw: st.DrawFn, page: Presentation) -> Expenditure:
        stages = draw(_stages())
        return _expenditure(draw, page, stages, _row(draw, stages))[0]

    return _on_page(presentation, drawn)


def budget_accounts(
    presentation: Presentation | None = None, *, year: int | None = None, max_projects: int = 4
) -> st.SearchStrategy[BudgetAccount]:
    """Draw what a report says of one budget: categories, projects and balances that agree with each other."""
    return _on_page(presentation, lambda draw, page: _account(draw, page, year, max_projects))


def budgets(
    presentation: Presentation | None = None, *, year: int | None = None, max_projects: int = 4
) -> st.SearchStrategy[Budgets]:
    """Draw the four budgets, each with figures or said to be none, and sometimes the total over them."""

    def drawn(draw: st.DrawFn, page: Presentation) -> Budgets:
        general = _account(draw, page, year, max_projects)
        fund, capital, insurance = (
            _account(draw, page, year, max_projects) if draw(_BOOLEANS) else NIL for _ in range(3)
        )
        columns = [column for column in (general, fund, capital) if isinstance(column, BudgetAccount)]
        return Budgets(
            general_public=general,
            government_fund=fund,
            state_capital=capital,
            social_insurance=insurance,
            total=_total(columns) if draw(_BOOLEANS) else None,
        )

    return _on_page(presentation, drawn)


@st.composite
def reports(draw: st.DrawFn, *, max_projects: int = 4, with_unknown: bool = False) -> PerformanceReport:
    """
    Draw reports that satisfy every rule; *with_unknown* gives them keys that no field has.

    Every figure stands on the grid of the presentation, which the report may or may not declare.
    """
    year = draw(_YEARS)
    page = draw(presentations())
    report = PerformanceReport(
        year=year,
        department=draw(departments()),
        presentation=page if draw(_BOOLEANS) else None,
        cover=draw(covers(year)) if draw(_BOOLEANS) else None,
        goals=draw(goals()) if draw(_BOOLEANS) else None,
        budgets=draw(budgets(page, year=year, max_projects=max_projects)),
        narrative=draw(narratives()) if draw(_BOOLEANS) else None,
    )
    if not with_unknown:
        return report
    department = evolve(report.department, extra=draw(unknown()))
    return evolve(report, department=department, extra=draw(unknown()))


@st.composite
def _on_page(
    draw: st.DrawFn, presentation: Presentation | None, made: Callable[[st.DrawFn, Presentation], Made]
) -> Made:
    return made(draw, draw(presentations()) if presentation is None else presentation)


def _tuples(
    items: st.SearchStrategy[Made], *, min_size: int = 0, max_size: int = 2
) -> st.SearchStrategy[tuple[Made, ...]]:
    return st.lists(items, min_size=min_size, max_size=max_size).map(tuple)


def _goals(held: Mapping[GoalKind, tuple[Goal, ...] | Nil | None], announced: AbstractSet[GoalKind]) -> Goals:
    there = tuple(kind for kind in GoalKind if kind in announced and held[kind] is not None)
    overall, special_fund, project = (held[kind] for kind in GoalKind)
    return Goals(announced=there, overall=overall, special_fund=special_fund, project=project)


@cache
def _stages() -> st.SearchStrategy[tuple[BudgetStage, ...]]:
    """Draw the stages of one table: what was spent, and some of the other columns."""
    others = st.sets(st.sampled_from([stage for stage in BudgetStage if stage is not BudgetStage.EXECUTED]), max_size=3)
    return others.map(lambda drawn: tuple(stage for stage in BudgetStage if stage in {BudgetStage.EXECUTED, *drawn}))


def _row(draw: st.DrawFn, stages: Sequence[BudgetStage]) -> _Row:
    """Draw one row: every budget is what was spent and what was left of it; the final account is what was spent."""
    executed = draw(_STEPS)
    return {stage: executed + (0 if stage in _SPENT else draw(_STEPS)) for stage in stages}


def _sum(rows: Sequence[_Row], stages: Sequence[BudgetStage]) -> _Row:
    return {stage: sum(row[stage] for row in rows) for stage in stages}


def _money(page: Presentation, steps: int) -> Money:
    return Money(Decimal(steps).scaleb(-page.places), page.unit)


def _line(page: Presentation, row: _Row, *, rated: bool = False) -> BudgetLine:
    line = BudgetLine.from_stages({stage: _money(page, steps) for stage, steps in row.items()})
    rate = line.rate() if rated else None
    percent = None if rate is None else rate.percent()
    return line if percent is None else evolve(line, execution_rate=Quantity(percent, "%"))


def _project(draw: st.DrawFn, page: Presentation, stages: Sequence[BudgetStage]) -> tuple[Project, _Row]:
    sources = draw(_PROJECT_SOURCES)
    rows = [_row(draw, stages) for _ in sources]
    row = _sum(rows, stages) if rows else _row(draw, stages)
    funding = zip(sources, rows, strict=True)
    project = Project(
        name=draw(texts()),
        code=draw(_PROJECT_CODES),
        amounts=_line(page, row, rated=draw(_BOOLEANS)),
        funding=tuple(FundingLine(source=source, amounts=_line(page, part)) for source, part in funding),
    )
    return project, row


def _expenditure(
    draw: st.DrawFn, page: Presentation, stages: Sequence[BudgetStage], project: _Row
) -> tuple[Expenditure, _Row]:
    personnel, public = _row(draw, stages), _row(draw, stages)
    basic = _sum([personnel, public], stages)
    rows = {
        ExpenditureCategory.BASIC: basic,
        ExpenditureCategory.PERSONNEL: personnel,
        ExpenditureCategory.PUBLIC: public,
        ExpenditureCategory.PROJECT: project,
    }
    others = (ExpenditureCategory.BUSINESS, ExpenditureCategory.REMITTED, ExpenditureCategory.SUBSIDIES)
    rows |= {category: _row(draw, stages) for category in others if draw(_BOOLEANS)}
    total = _sum([row for category, row in rows.items() if category.parent is ExpenditureCategory.TOTAL], stages)
    rows[ExpenditureCategory.TOTAL] = total
    rated = draw(_BOOLEANS)
    return Expenditure.from_categories({row: _line(page, rows[row], rated=rated) for row in rows}), total


def _account(draw: st.DrawFn, page: Presentation, year: int | None, max_projects: int) -> BudgetAccount:
    stages = draw(_stages())
    found = [_project(draw, page, stages) for _ in range(draw(st.integers(0, max_projects)))]
    row = _sum([amounts for _, amounts in found], stages) if found else _row(draw, stages)
    expenditure, spent = _expenditure(draw, page, stages, row)
    total = _line(page, row) if draw(_BOOLEANS) else None
    opening, surplus = draw(_STEPS), draw(_STEPS)
    balanced = draw(_BOOLEANS)
    return BudgetAccount(
        year=year if draw(_BOOLEANS) else None,
        opening_balance=_money(page, opening) if balanced else None,
        revenue=_line(page, {stage: spent[stage] + surplus for stage in stages if stage in _SPENT}),
        expenditure=expenditure,
        closing_balance=_money(page, opening + surplus) if balanced else None,
        projects=Projects(total=total, items=tuple(project for project, _ in found)) if found else draw(_NO_PROJECTS),
    )


def _total(columns: Sequence[BudgetAccount]) -> BudgetAccount:
    """Return the total column: the sum of what every column states."""

    def summed(figures: Sequence[Money | None]) -> Money | None:
        known = [figure for figure in figures if figure is not None]
        return total(known) if len(known) == len(figures) else None

    def line(rows: Sequence[BudgetLine | None]) -> BudgetLine:
        return BudgetLine.from_stages(
            {stage: summed([row.at(stage) if row else None for row in rows]) for stage in BudgetStage}
        )

    spent = [column.expenditure.total if column.expenditure else None for column in columns]
    return BudgetAccount(
        opening_balance=summed([column.opening_balance for column in columns]),
        revenue=line([column.revenue for column in columns]),
        expenditure=Expenditure(total=line(spent)),
        closing_balance=summed([column.closing_balance for column in columns]),
    )
