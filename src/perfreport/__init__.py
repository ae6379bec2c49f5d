"""
A typed, exact core for Chinese budget performance reports (预算绩效).

The nouns of a report and five verbs stand here; everything else is reached by its module. Names are imported when they
are first used, so ``import perfreport`` costs little.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from perfreport.classification import (
        Achievement,
        BudgetKind,
        BudgetStage,
        ExpenditureCategory,
        FundingSource,
        GoalKind,
        Grade,
        IndicatorKind,
    )
    from perfreport.consolidation import consolidate
    from perfreport.errors import PerfReportError
    from perfreport.findings import Finding, Severity
    from perfreport.model import (
        NIL,
        Attachments,
        BaseData,
        Budget,
        BudgetLine,
        Budgets,
        Cover,
        Department,
        DepartmentDeclaration,
        DepartmentSelfEvaluation,
        EvaluationReport,
        Expenditure,
        Figure,
        FinalAccounts,
        Funding,
        FundingLine,
        Goal,
        GoalOutcome,
        GoalPlan,
        Goals,
        Indicator,
        IndicatorLevel,
        IndicatorTree,
        Narrative,
        Nil,
        Passage,
        PerformanceReport,
        Project,
        ProjectDeclaration,
        ProjectMonitoring,
        Projects,
        ProjectSelfEvaluation,
        Result,
    )
    from perfreport.money import Money, Presentation, Unit, allocate, total
    from perfreport.quantity import Actual, Operator, Quantity, Rate, Target
    from perfreport.reconcile import Verdict, judge
    from perfreport.rules import check, require
    from perfreport.scoring import grade, score
    from perfreport.serialization import dump, dumps, load, loads

__version__ = "0.1.0"

__all__ = [
    "NIL",
    "Achievement",
    "Actual",
    "Attachments",
    "BaseData",
    "Budget",
    "BudgetKind",
    "BudgetLine",
    "BudgetStage",
    "Budgets",
    "Cover",
    "Department",
    "DepartmentDeclaration",
    "DepartmentSelfEvaluation",
    "EvaluationReport",
    "Expenditure",
    "ExpenditureCategory",
    "Figure",
    "FinalAccounts",
    "Finding",
    "Funding",
    "FundingLine",
    "FundingSource",
    "Goal",
    "GoalKind",
    "GoalOutcome",
    "GoalPlan",
    "Goals",
    "Grade",
    "Indicator",
    "IndicatorKind",
    "IndicatorLevel",
    "IndicatorTree",
    "Money",
    "Narrative",
    "Nil",
    "Operator",
    "Passage",
    "PerfReportError",
    "PerformanceReport",
    "Presentation",
    "Project",
    "ProjectDeclaration",
    "ProjectMonitoring",
    "ProjectSelfEvaluation",
    "Projects",
    "Quantity",
    "Rate",
    "Result",
    "Severity",
    "Target",
    "Unit",
    "Verdict",
    "allocate",
    "check",
    "consolidate",
    "dump",
    "dumps",
    "grade",
    "judge",
    "load",
    "loads",
    "require",
    "score",
    "total",
]

_ROOMS = {
    "classification": (
        "Achievement",
        "BudgetKind",
        "BudgetStage",
        "ExpenditureCategory",
        "FundingSource",
        "GoalKind",
        "Grade",
        "IndicatorKind",
    ),
    "consolidation": ("consolidate",),
    "errors": ("PerfReportError",),
    "findings": ("Finding", "Severity"),
    "model": (
        "NIL",
        "BaseData",
        "Budget",
        "BudgetLine",
        "Budgets",
        "Cover",
        "Department",
        "DepartmentDeclaration",
        "DepartmentSelfEvaluation",
        "EvaluationReport",
        "Expenditure",
        "Figure",
        "FinalAccounts",
        "Attachments",
        "FundingLine",
        "Funding",
        "Goal",
        "Goals",
        "Indicator",
        "IndicatorLevel",
        "IndicatorTree",
        "Narrative",
        "Nil",
        "GoalPlan",
        "GoalOutcome",
        "Passage",
        "PerformanceReport",
        "Project",
        "ProjectDeclaration",
        "ProjectMonitoring",
        "ProjectSelfEvaluation",
        "Projects",
        "Result",
    ),
    "money": ("Money", "Presentation", "Unit", "allocate", "total"),
    "quantity": ("Actual", "Operator", "Quantity", "Rate", "Target"),
    "reconcile": ("Verdict", "judge"),
    "rules": ("check", "require"),
    "scoring": ("grade", "score"),
    "serialization": ("dump", "dumps", "load", "loads"),
}  # fmt: skip
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    room = _ROOM_OF.get(name)
    if room is None:
        msg = f"module 'perfreport' has no attribute {name!r}"
        raise AttributeError(msg)
    value = globals()[name] = getattr(import_module(f"perfreport.{room}"), name)
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
