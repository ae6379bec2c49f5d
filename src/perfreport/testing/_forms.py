"""The forms that are attached to a report, alone and together; every total is the sum of its parts."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from perfreport.classification import BudgetStage, ExpenditureCategory, FundingSource
from perfreport.model import (
    DepartmentDeclaration,
    DepartmentSelfEvaluation,
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
    Task,
)
from perfreport.numerals import summed
from perfreport.scoring import execution_score, grade
from perfreport.testing._coded import Rows, table_of
from perfreport.testing._derived import BOOLEANS, POINTS, Drawing, by_type, silent_or, text
from perfreport.testing._indicators import evaluated_tree, monitored_tree, planned_tree
from perfreport.testing._rows import Row, drawn_row, line_of, portion, rest_of, shares_of, split, sum_of, table_stages

__all__ = [
    "department_declaration",
    "department_self_evaluation",
    "evaluation_report",
    "funding",
    "goal_plan",
    "project_declaration",
    "project_monitoring",
    "project_self_evaluation",
    "result",
]

_ORIGINAL = (BudgetStage.ORIGINAL,)
_EXECUTED = (BudgetStage.ORIGINAL, BudgetStage.ADJUSTED, BudgetStage.EXECUTED)
_MONITORED = (BudgetStage.ORIGINAL, BudgetStage.EXECUTED, BudgetStage.EXPECTED)
_SOURCES = (FundingSource.CURRENT_APPROPRIATION, FundingSource.CARRY_OVER, FundingSource.OTHER)
_BESIDE = (ExpenditureCategory.BUSINESS, ExpenditureCategory.REMITTED, ExpenditureCategory.SUBSIDIES)
_EXECUTION, _FULL = Decimal(10), Decimal(100)
_QUARTERS, _SEVERAL, _FEW, _YEARS = st.integers(0, 4), st.integers(1, 3), st.integers(1, 2), st.integers(0, 3)


def funding(at: Drawing) -> Funding:
    """Draw the money block of a form: the total is the sum of its sources, and of basic and project expenditure."""
    stages = at.draw(table_stages())
    return _funds(at, drawn_row(at, stages))


def result(at: Drawing) -> Result:
    """Draw a result whose grade is that of its score."""
    return _result(at, at.draw(POINTS))


def goal_plan(at: Drawing) -> GoalPlan:
    """Draw what is to be reached within one span of time; nothing of it is reached or scored yet."""
    last = at.year + at.draw(_YEARS)
    found = by_type(
        at,
        GoalPlan,
        funding=_funds(at, drawn_row(at, _ORIGINAL)),
        goal=text(at),
        indicators=planned_tree(at, _FULL - _EXECUTION, 1),
    )
    return evolve(found, last_year=last) if found.last_year is not None else found


def project_self_evaluation(at: Drawing) -> ProjectSelfEvaluation:
    """Draw the self-evaluation of a project: weights add up to 100, and scores follow from the values."""
    return by_type(at, ProjectSelfEvaluation, **_evaluated(at))


def department_self_evaluation(at: Drawing) -> DepartmentSelfEvaluation:
    """Draw the self-evaluation of a department, consistent like those of projects."""
    return by_type(at, DepartmentSelfEvaluation, **_evaluated(at))


def project_declaration(at: Drawing) -> ProjectDeclaration:
    """Draw the declaration of the objectives of a project."""
    end = date(at.year + at.draw(_YEARS), 12, 31)
    start = silent_or(at, lambda at: date(at.year, 1, 1))
    return by_type(at, ProjectDeclaration, start=start, end=end, annual=goal_plan(at))


def department_declaration(at: Drawing) -> DepartmentDeclaration:
    """Draw the declaration of the objectives of a department; the total of the tasks is their sum."""
    rows = [drawn_row(at, _ORIGINAL) for _ in range(at.draw(_FEW))]
    tasks = tuple(by_type(at, Task, funding=_funds(at, row)) for row in rows)
    return by_type(
        at,
        DepartmentDeclaration,
        tasks=tasks,
        tasks_total=_funds(at, sum_of(rows, _ORIGINAL)),
        annual=goal_plan(at),
    )


def project_monitoring(at: Drawing) -> ProjectMonitoring:
    """Draw a monitoring form: targets, and how they stand; nothing is scored yet."""
    spent = _funds(at, drawn_row(at, _MONITORED))
    return by_type(at, ProjectMonitoring, funding=spent, indicators=monitored_tree(at, _FULL - _EXECUTION, 1))


def evaluation_report(at: Drawing) -> EvaluationReport:
    """Draw an evaluation report: weights add up to 100, and the score is the sum of the scores."""
    found = evaluated_tree(at, _FULL, at.draw(_FEW))
    return by_type(
        at,
        EvaluationReport,
        first_year=silent_or(at, lambda at: at.year - at.draw(_YEARS)),
        funding=silent_or(at, lambda at: _funds(at, drawn_row(at, _EXECUTED))),
        indicators=found,
        result=_result(at, _sum(found)),
    )


def _funds(at: Drawing, row: Row, **given: Any) -> Funding:
    """Draw a money block whose total is *row*, with whatever is *given*: by source, and sometimes by nature."""
    rows = split(at, row, at.draw(_SEVERAL))
    sources = zip(_SOURCES, rows, shares_of(at, rows, row), strict=False)
    return by_type(
        at,
        Funding,
        total=line_of(at, row, rated=True),
        sources=tuple(
            by_type(at, FundingLine, source=source, amounts=line_of(at, part, share=share))
            for source, part, share in sources
        ),
        expenditure=silent_or(at, lambda at: _by_nature(at, row)),
        **{"weight": None, "score": None, "reason": None, **given},
    )


def _by_nature(at: Drawing, total: Row) -> Expenditure:
    """Draw the rows by nature: basic and project expenditure are the whole, and what stands beside them is nothing."""
    basic = portion(total, at.draw(_QUARTERS), 4)
    personnel = portion(basic, at.draw(_QUARTERS), 4)
    rows: Rows = {
        ExpenditureCategory.TOTAL: total,
        ExpenditureCategory.BASIC: basic,
        ExpenditureCategory.PERSONNEL: personnel,
        ExpenditureCategory.PUBLIC: rest_of(basic, [personnel]),
        ExpenditureCategory.PROJECT: rest_of(total, [basic]),
    }
    if at.draw(BOOLEANS):
        rows = {**rows, **{category: dict.fromkeys(total, 0) for category in _BESIDE}}
    return table_of(at, rows)


def _evaluated(at: Drawing) -> dict[str, Any]:
    """Draw what the self-evaluations have in common, as far as it must agree."""
    row = drawn_row(at, _EXECUTED)
    rate = line_of(at, row).rate()
    points = execution_score(rate).points if rate else None
    found = evaluated_tree(at, _FULL - _EXECUTION, at.draw(st.integers(*at.indicators)))
    total = None if points is None else _sum(found, points)
    reason = silent_or(at, text)
    return {
        "funding": _funds(at, row, weight=_EXECUTION, score=points, reason=reason),
        "indicators": found,
        "result": _result(at, total),
    }


def _sum(found: IndicatorTree, execution: Decimal = Decimal(0)) -> Decimal | None:
    """Return what the scores of *found* and the *execution* score come to; `None` where one of them is not known."""
    scores: Sequence[Decimal | None] = [each.score for _, each in found.each()]
    known = [points for points in scores if points is not None]
    return summed((*known, execution)) if len(known) == len(scores) else None


def _result(at: Drawing, score: Decimal | None) -> Result:
    return by_type(at, Result, weight=_FULL, score=score, grade=None if score is None else grade(score))
