"""The forms of a report that are scored, with the ways to them; what rules of several families look at."""

from collections.abc import Iterator
from typing import TypeAlias

from perfreport.classification import IndicatorKind
from perfreport.model import (
    DepartmentSelfEvaluation,
    EvaluationReport,
    Indicator,
    IndicatorLevel,
    IndicatorTree,
    PerformanceReport,
    ProjectSelfEvaluation,
)
from perfreport.places import Way

__all__ = ["SCORE_AGAIN", "Scored", "kind_above", "scored", "with_indicators"]

Scored: TypeAlias = ProjectSelfEvaluation | DepartmentSelfEvaluation | EvaluationReport

#: What to do with a score that does not follow.
SCORE_AGAIN = ("按评分办法重新计算得分。", "Compute the score again by the rule that is used.")


def scored(report: PerformanceReport) -> Iterator[tuple[Way, Scored]]:
    """Yield every self-evaluation and evaluation that is attached to *report*."""
    if (forms := report.attachments) is None:
        return
    if forms.department_self_evaluation is not None:
        yield ("attachments", "department_self_evaluation"), forms.department_self_evaluation
    for at, form in enumerate(forms.project_self_evaluations):
        yield ("attachments", "project_self_evaluations", at), form
    for at, evaluation in enumerate(forms.evaluations):
        yield ("attachments", "evaluations", at), evaluation


def with_indicators(report: PerformanceReport) -> Iterator[tuple[Way, Scored, IndicatorTree]]:
    """Yield every scored form that has indicators."""
    for way, form in scored(report):
        if form.indicators is not None and any(form.indicators.each()):
            yield (*way, "indicators"), form, form.indicators


def kind_above(found: IndicatorTree, way: Way, indicator: Indicator) -> IndicatorKind | None:
    """Return the kind of *indicator*: its own, or that of the nearest level above it that has one."""
    if indicator.kind is not None:
        return indicator.kind
    kind: IndicatorKind | None = None
    level: IndicatorTree | IndicatorLevel = found
    for step in way:
        if isinstance(step, int) and step < len(level.levels):
            level = level.levels[step]
            kind = level.kind or kind
        elif step == "indicators":
            break
    return kind
