"""The closed lists by which money and performance are told apart."""

from perfreport.classification.budget import (
    BudgetKind,
    BudgetStage,
    ExpenditureCategory,
    FundingSource,
    ProjectCategory,
    ProjectNature,
)
from perfreport.classification.performance import (
    Achievement,
    DeviationCause,
    EvaluationKind,
    GoalKind,
    Grade,
    Horizon,
    IndicatorKind,
    Likelihood,
)

__all__ = [
    "Achievement",
    "BudgetKind",
    "BudgetStage",
    "DeviationCause",
    "EvaluationKind",
    "ExpenditureCategory",
    "FundingSource",
    "GoalKind",
    "Grade",
    "Horizon",
    "IndicatorKind",
    "Likelihood",
    "ProjectCategory",
    "ProjectNature",
]
