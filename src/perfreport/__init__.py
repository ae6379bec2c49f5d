"""
A typed, exact core for Chinese budget performance reports (预算绩效).

The nouns of a report and five verbs stand here; everything else is reached by its module. Names are imported when they
are first used, so ``import perfreport`` costs little.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from perfreport.classification import BudgetKind, BudgetStage, ExpenditureCategory, FundingSource, GoalKind
    from perfreport.errors import PerfReportError
    from perfreport.findings import Finding, Severity
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
    from perfreport.money import Money, Presentation, Unit, allocate, total
    from perfreport.quantity import Operator, Quantity, Rate
    from perfreport.reconcile import Verdict, judge
    from perfreport.rules import check, require
    from perfreport.serialization import dump, dumps, load, loads

__version__ = "0.1.0"

__all__ = [
    "NIL",
    "BudgetAccount",
    "BudgetKind",
    "BudgetLine",
    "BudgetStage",
    "Budgets",
    "Cover",
    "Department",
    "Expenditure",
    "ExpenditureCategory",
    "Figure",
    "Finding",
    "FundingLine",
    "FundingSource",
    "Goal",
    "GoalKind",
    "Goals",
    "Money",
    "Narrative",
    "Nil",
    "Operator",
    "Passage",
    "PerfReportError",
    "PerformanceReport",
    "Presentation",
    "Project",
    "Projects",
    "Quantity",
    "Rate",
    "Severity",
    "Unit",
    "Verdict",
    "allocate",
    "check",
    "dump",
    "dumps",
    "judge",
    "load",
    "loads",
    "require",
    "total",
]

_ROOMS = {
    "classification": ("BudgetKind", "BudgetStage", "ExpenditureCategory", "FundingSource", "GoalKind"),
    "errors": ("PerfReportError",),
    "findings": ("Finding", "Severity"),
    "model": (
        "NIL", "BudgetAccount", "BudgetLine", "Budgets", "Cover", "Department", "Expenditure", "Figure", "FundingLine",
        "Goal", "Goals", "Narrative", "Nil", "Passage", "PerformanceReport", "Project", "Projects",
    ),
    "money": ("Money", "Presentation", "Unit", "allocate", "total"),
    "quantity": ("Operator", "Quantity", "Rate"),
    "reconcile": ("Verdict", "judge"),
    "rules": ("check", "require"),
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
