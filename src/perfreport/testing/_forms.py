"""Strategies for the forms that are attached to a report, alone and together; every total is the sum of its parts."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from attrs import evolve
from hypothesis import strategies as st

from perfreport.classification import (
    BudgetStage,
    EvaluationKind,
    ExpenditureCategory,
    FundingSource,
    ProjectCategory,
    ProjectNature,
)
from perfreport.model import (
    NIL,
    Attachments,
    DepartmentDeclaration,
    DepartmentSelfEvaluation,
    EvaluationOutline,
    EvaluationReport,
    Expenditure,
    Funding,
    FundingLine,
    GoalPlan,
    IndicatorTree,
    ProjectDeclaration,
    ProjectMonitoring,
    ProjectSelfEvaluation,
    Result,
    SpendingItem,
    Task,
)
from perfreport.money import Presentation
from perfreport.numerals import EXACT, summed
from perfreport.scoring import execution_score, grade
from perfreport.testing._base_data import base_data
from perfreport.testing._indicators import drawn_indicators, indicator_trees, progresses
from perfreport.testing._narratives import passages
from perfreport.testing._rows import (
    BOOLEANS,
    NOTHING,
    Row,
    drawn_row,
    line_of,
    on_page,
    sum_of,
    table_stages,
    tuples,
)
from perfreport.testing._signatures import goal_outcomes, signatures
from perfreport.testing._values import texts

__all__ = [
    "attachments",
    "department_declarations",
    "department_self_evaluations",
    "evaluation_outlines",
    "evaluation_reports",
    "funding",
    "goal_plans",
    "project_declarations",
    "project_monitoring",
    "project_self_evaluations",
    "spending_items",
    "tasks",
]

Made = TypeVar("Made")

_SILENT_OR = st.none() | texts()
_EXECUTED = (BudgetStage.ORIGINAL, BudgetStage.ADJUSTED, BudgetStage.EXECUTED)
_SOURCES = (FundingSource.CURRENT_APPROPRIATION, FundingSource.CARRY_OVER, FundingSource.OTHER)
_EXECUTION = Decimal(10)
_FULL = Decimal(100)


def spending_items(presentation: Presentation | None = None) -> st.SearchStrategy[SpendingItem]:
    """Draw what the money of a project was spent on."""

    def drawn(draw: st.DrawFn, page: Presentation) -> SpendingItem:
        amounts = line_of(page, drawn_row(draw, (BudgetStage.EXECUTED,)))
        return SpendingItem(name=draw(texts()), amounts=amounts, vouchers=draw(_SILENT_OR), remark=draw(_SILENT_OR))

    return on_page(presentation, drawn)


def funding(presentation: Presentation | None = None) -> st.SearchStrategy[Funding]:
    """Draw the money block of a form: the total is the sum of its sources, and of basic and project expenditure."""
    return on_page(presentation, lambda draw, page: _funds(draw, page, _stages_of(draw), by_nature=draw(BOOLEANS)))


def project_self_evaluations(
    presentation: Presentation | None = None, *, year: int = 2022, min_indicators: int = 1, max_indicators: int = 4
) -> st.SearchStrategy[ProjectSelfEvaluation]:
    """Draw self-evaluations of projects: weights add up to 100, scores follow from the values, the total from them."""

    def drawn(draw: st.DrawFn, page: Presentation) -> ProjectSelfEvaluation:
        return ProjectSelfEvaluation(
            year=year,
            name=draw(texts()),
            code=draw(st.sampled_from([None, "51092324T000010263357"])),
            department=draw(_SILENT_OR),
            unit=draw(_SILENT_OR),
            **_evaluated(draw, page, (min_indicators, max_indicators), by_nature=False),
        )

    return on_page(presentation, drawn)


def department_self_evaluations(
    presentation: Presentation | None = None, *, year: int = 2022, min_indicators: int = 1, max_indicators: int = 4
) -> st.SearchStrategy[DepartmentSelfEvaluation]:
    """Draw self-evaluations of departments, consistent like those of projects."""

    def drawn(draw: st.DrawFn, page: Presentation) -> DepartmentSelfEvaluation:
        evaluated = _evaluated(draw, page, (min_indicators, max_indicators), by_nature=True)
        return DepartmentSelfEvaluation(year=year, department=draw(texts()), **evaluated)

    return on_page(presentation, drawn)


def goal_plans(presentation: Presentation | None = None) -> st.SearchStrategy[GoalPlan]:
    """Draw what is to be reached within one span of time; nothing of it is reached or scored yet."""
    return on_page(presentation, lambda draw, page: _goal_plans(draw, page, (BudgetStage.ORIGINAL,)))


def tasks(presentation: Presentation | None = None) -> st.SearchStrategy[Task]:
    """Draw main tasks of a year."""
    return st.builds(Task, name=texts(), content=_SILENT_OR, funding=st.none() | funding(presentation), extra=NOTHING)


def project_declarations(
    presentation: Presentation | None = None, *, year: int = 2022
) -> st.SearchStrategy[ProjectDeclaration]:
    """Draw declarations of the objectives of projects."""

    def drawn(draw: st.DrawFn, page: Presentation) -> ProjectDeclaration:
        medium = _goal_plans(draw, page, (BudgetStage.ORIGINAL,)) if draw(BOOLEANS) else None
        return ProjectDeclaration(
            year=year,
            name=draw(texts()),
            department=draw(_SILENT_OR),
            unit=draw(_SILENT_OR),
            nature=draw(st.none() | st.sampled_from(ProjectNature)),
            category=draw(st.none() | st.sampled_from([each for each in ProjectCategory if each.has_objectives])),
            start=date(year, 1, 1),
            end=date(year + draw(st.integers(0, 3)), 12, 31),
            presentation=page if draw(BOOLEANS) else None,
            description=draw(tuples(passages(), max_size=1)),
            medium_term=medium and evolve(medium, first_year=year, last_year=year + 2),
            annual=_goal_plans(draw, page, (BudgetStage.ORIGINAL,)),
            signature=draw(st.none() | signatures()),
        )

    return on_page(presentation, drawn)


def department_declarations(
    presentation: Presentation | None = None, *, year: int = 2022
) -> st.SearchStrategy[DepartmentDeclaration]:
    """Draw declarations of the objectives of departments; the total of the tasks is their sum."""

    def drawn(draw: st.DrawFn, page: Presentation) -> DepartmentDeclaration:
        rows = [[drawn_row(draw, _ORIGINAL) for _ in range(2)] for _ in range(draw(st.integers(1, 2)))]
        total = [sum_of([row[place] for row in rows], _ORIGINAL) for place in range(2)]
        return DepartmentDeclaration(
            year=year,
            department=draw(texts()),
            presentation=page if draw(BOOLEANS) else None,
            tasks=tuple(
                Task(name=draw(texts()), content=draw(_SILENT_OR), funding=_given(page, row, _ORIGINAL)) for row in rows
            ),
            tasks_total=_given(page, total, _ORIGINAL),
            annual=_goal_plans(draw, page, _ORIGINAL),
        )

    return on_page(presentation, drawn)


def project_monitoring(
    presentation: Presentation | None = None, *, year: int = 2022
) -> st.SearchStrategy[ProjectMonitoring]:
    """Draw monitoring forms: targets, and how they stand; nothing is scored yet."""

    def drawn(draw: st.DrawFn, page: Presentation) -> ProjectMonitoring:
        stages = (BudgetStage.ORIGINAL, BudgetStage.EXECUTED, BudgetStage.EXPECTED)
        return ProjectMonitoring(
            year=year,
            name=draw(texts()),
            month=draw(st.integers(1, 12)),
            department=draw(_SILENT_OR),
            unit=draw(_SILENT_OR),
            presentation=page if draw(BOOLEANS) else None,
            funding=_funds(draw, page, stages, by_nature=False),
            goal=draw(st.none() | goal_outcomes()),
            indicators=_planned(drawn_indicators(draw, Decimal(90), 1), progress=draw(progresses())),
        )

    return on_page(presentation, drawn)


@cache
def evaluation_outlines() -> st.SearchStrategy[EvaluationOutline]:
    """Draw the chapters of evaluation reports."""
    chapter = st.none() | st.just(NIL) | tuples(passages(0), min_size=1, max_size=1)
    names = ("overview", "goals", "conclusion", "decision", "output", "suggestions", "other")
    return st.builds(EvaluationOutline, extra=NOTHING, **dict.fromkeys(names, chapter))


def evaluation_reports(
    presentation: Presentation | None = None, *, year: int = 2022
) -> st.SearchStrategy[EvaluationReport]:
    """Draw evaluation reports: weights add up to 100, and the score is the sum of the scores."""

    def drawn(draw: st.DrawFn, page: Presentation) -> EvaluationReport:
        found = drawn_indicators(draw, _FULL, draw(st.integers(1, 2)))
        return EvaluationReport(
            year=year,
            name=draw(texts()),
            first_year=draw(st.sampled_from([None, year - 1])),
            kind=draw(st.sampled_from([EvaluationKind.DEPARTMENT, EvaluationKind.FINANCE])),
            evaluator=draw(_SILENT_OR),
            presentation=page if draw(BOOLEANS) else None,
            funding=_funds(draw, page, _EXECUTED, by_nature=False) if draw(BOOLEANS) else None,
            indicators=found,
            outline=draw(st.none() | evaluation_outlines()),
            result=_result(found, None),
        )

    return on_page(presentation, drawn)


def attachments(
    presentation: Presentation | None = None, *, year: int = 2022, max_size: int = 1
) -> st.SearchStrategy[Attachments]:
    """Draw the forms attached to a report, up to *max_size* of each that there may be several of."""

    def drawn(draw: st.DrawFn, page: Presentation) -> Attachments:
        def several(strategy: st.SearchStrategy[Made]) -> tuple[Made, ...]:
            return draw(tuples(strategy, max_size=max_size))

        return Attachments(
            base_data=draw(st.none() | base_data(page, year=year)),
            department_self_evaluation=draw(st.none() | department_self_evaluations(page, year=year)),
            project_self_evaluations=several(project_self_evaluations(page, year=year)),
            department_declaration=draw(st.none() | department_declarations(page, year=year)),
            project_declarations=several(project_declarations(page, year=year)),
            monitoring=several(project_monitoring(page, year=year)),
            evaluations=several(evaluation_reports(page, year=year)),
        )

    return on_page(presentation, drawn)


_ORIGINAL = (BudgetStage.ORIGINAL,)


def _stages_of(draw: st.DrawFn) -> tuple[BudgetStage, ...]:
    return draw(table_stages())


def _funds(draw: st.DrawFn, page: Presentation, stages: tuple[BudgetStage, ...], *, by_nature: bool) -> Funding:
    rows = [drawn_row(draw, stages) for _ in range(draw(st.integers(1, 3)))]
    made = _given(page, rows, stages)
    if not by_nature:
        return made
    total = sum_of(rows, stages)
    share = draw(st.integers(0, 4))
    basic = {stage: steps * share // 4 for stage, steps in total.items()}
    project = {stage: total[stage] - basic[stage] for stage in stages}
    lines = {ExpenditureCategory.BASIC: line_of(page, basic), ExpenditureCategory.PROJECT: line_of(page, project)}
    return evolve(made, expenditure=Expenditure.from_categories(lines))


def _given(page: Presentation, rows: list[Row], stages: tuple[BudgetStage, ...]) -> Funding:
    lines = (
        FundingLine(source=source, amounts=line_of(page, row)) for source, row in zip(_SOURCES, rows, strict=False)
    )
    return Funding(total=line_of(page, sum_of(rows, stages), rated=True), sources=tuple(lines))


def _evaluated(draw: st.DrawFn, page: Presentation, sizes: tuple[int, int], *, by_nature: bool) -> dict[str, Any]:
    spent = _funds(draw, page, _EXECUTED, by_nature=by_nature)
    rate = spent.total.rate() if spent.total else None
    points = execution_score(rate).points if rate else None
    found = drawn_indicators(draw, EXACT.subtract(_FULL, _EXECUTION), draw(st.integers(*sizes)))
    return {
        "presentation": page if draw(BOOLEANS) else None,
        "funding": evolve(spent, weight=_EXECUTION, score=points),
        "goal": draw(st.none() | goal_outcomes()),
        "indicators": found,
        "result": _result(found, points),
        "signature": draw(st.none() | signatures()),
    }


def _result(found: IndicatorTree, execution: Decimal | None) -> Result:
    """Return the result that *found* and the *execution* score come to, as far as all of them are known."""
    scores = [indicator.score for _, indicator in found.each()]
    stated = [score for score in [*scores, execution] if score is not None]
    if len(stated) < len(scores):
        return Result(weight=_FULL)
    total = summed(stated)
    return Result(weight=_FULL, score=total, grade=grade(total))


def _goal_plans(draw: st.DrawFn, page: Presentation, stages: tuple[BudgetStage, ...]) -> GoalPlan:
    planned = _planned(draw(indicator_trees(max_size=1)))
    return GoalPlan(funding=_funds(draw, page, stages, by_nature=False), goal=draw(texts()), indicators=planned)


def _planned(found: IndicatorTree, **given: Any) -> IndicatorTree:
    """Return *found* without what only the end of the year can tell."""
    return evolve(
        found,
        levels=tuple(
            evolve(
                first,
                levels=tuple(
                    evolve(
                        second,
                        indicators=tuple(
                            evolve(each, actual=None, score=None, achievement=None, reason=None, **given)
                            for each in second.indicators
                        ),
                    )
                    for second in first.levels
                ),
            )
            for first in found.levels
        ),
    )
