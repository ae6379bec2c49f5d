"""
A typed, exact core for Chinese budget performance reports (预算绩效).

The nouns of a report and five verbs stand here (load, dump, check, require, reconcile); everything else is reached by
its module. Names are imported when they are first used, so ``import perfreport`` costs little.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from perfreport.classification import BudgetKind, BudgetStage, ExpenditureCategory, FundingSource
    from perfreport.errors import PerfReportError
    from perfreport.findings import Finding, Severity
    from perfreport.model import (
        NIL,
        Budget,
        BudgetLine,
        Budgets,
        Department,
        Document,
        Expenditure,
        FinalAccounts,
        Funding,
        Goal,
        Indicator,
        IndicatorTree,
        Narrative,
        PerformanceReport,
        Project,
        ProjectSelfEvaluation,
    )
    from perfreport.money import Money, Presentation, Unit
    from perfreport.quantity import Actual, Quantity, Rate, Target
    from perfreport.reconciliation import reconcile
    from perfreport.rules import check, require
    from perfreport.serialization import dump, dumps, load, loads

__version__ = "0.1.0"

__all__ = [
    "NIL",
    "Actual",
    "Budget",
    "BudgetKind",
    "BudgetLine",
    "BudgetStage",
    "Budgets",
    "Department",
    "Document",
    "Expenditure",
    "ExpenditureCategory",
    "FinalAccounts",
    "Finding",
    "Funding",
    "FundingSource",
    "Goal",
    "Indicator",
    "IndicatorTree",
    "Money",
    "Narrative",
    "PerfReportError",
    "PerformanceReport",
    "Presentation",
    "Project",
    "ProjectSelfEvaluation",
    "Quantity",
    "Rate",
    "Severity",
    "Target",
    "Unit",
    "check",
    "dump",
    "dumps",
    "load",
    "loads",
    "reconcile",
    "require",
]

_ROOMS = {
    "classification": ("BudgetKind", "BudgetStage", "ExpenditureCategory", "FundingSource"),
    "errors": ("PerfReportError",),
    "findings": ("Finding", "Severity"),
    "model": (
        "Budget",
        "BudgetLine",
        "Budgets",
        "Department",
        "Document",
        "Expenditure",
        "FinalAccounts",
        "Funding",
        "Goal",
        "Indicator",
        "IndicatorTree",
        "NIL",
        "Narrative",
        "PerformanceReport",
        "Project",
        "ProjectSelfEvaluation",
    ),
    "money": ("Money", "Presentation", "Unit"),
    "quantity": ("Actual", "Quantity", "Rate", "Target"),
    "reconciliation": ("reconcile",),
    "rules": ("check", "require"),
    "serialization": ("dump", "dumps", "load", "loads"),
}
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
