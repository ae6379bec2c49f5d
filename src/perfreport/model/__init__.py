"""
The nouns of a performance report: what a department says of its money and of what the money achieved.

Three things are kept apart everywhere. `None`: the document does not say. `NIL` (「无」): it says that there is none.
``Money.yuan(0)``: it says zero. Keys of a document that are not known are kept in ``extra`` and written back.
"""

from attrs import has

from perfreport.model.accounts import Balance, FinalAccounts
from perfreport.model.attachments import Attachments
from perfreport.model.base_data import (
    BaseData,
    Buildings,
    CostRow,
    NamedCost,
    Procurement,
    ProjectCosts,
    PublicCosts,
    Staffing,
    ThreePublic,
)
from perfreport.model.budget import Budget, Budgets, Project, Projects
from perfreport.model.declaration import DepartmentDeclaration, GoalPlan, ProjectDeclaration, Task
from perfreport.model.document import Document, is_document
from perfreport.model.evaluation import EvaluationOutline, EvaluationReport
from perfreport.model.funding import Funding, SpendingItem
from perfreport.model.goals import Goal, Goals
from perfreport.model.indicators import Indicator, IndicatorLevel, IndicatorTree, Progress
from perfreport.model.lines import BudgetLine, EconomicLine, Expenditure, FunctionalLine, FundingLine
from perfreport.model.monitoring import ProjectMonitoring
from perfreport.model.narrative import Figure, Narrative, Passage
from perfreport.model.nil import NIL, Nil
from perfreport.model.report import Cover, Department, PerformanceReport
from perfreport.model.results import GoalOutcome, Result, Signature
from perfreport.model.self_evaluation import DepartmentSelfEvaluation, ProjectSelfEvaluation

__all__ = [
    "CLASSES",
    "NIL",
    "Attachments",
    "Balance",
    "BaseData",
    "Budget",
    "BudgetLine",
    "Budgets",
    "Buildings",
    "CostRow",
    "Cover",
    "Department",
    "DepartmentDeclaration",
    "DepartmentSelfEvaluation",
    "Document",
    "EconomicLine",
    "EvaluationOutline",
    "EvaluationReport",
    "Expenditure",
    "Figure",
    "FinalAccounts",
    "FunctionalLine",
    "Funding",
    "FundingLine",
    "Goal",
    "GoalOutcome",
    "GoalPlan",
    "Goals",
    "Indicator",
    "IndicatorLevel",
    "IndicatorTree",
    "NamedCost",
    "Narrative",
    "Nil",
    "Passage",
    "PerformanceReport",
    "Procurement",
    "Progress",
    "Project",
    "ProjectCosts",
    "ProjectDeclaration",
    "ProjectMonitoring",
    "ProjectSelfEvaluation",
    "Projects",
    "PublicCosts",
    "Result",
    "Signature",
    "SpendingItem",
    "Staffing",
    "Task",
    "ThreePublic",
    "is_document",
]

#: Every class that documents are made of, by its name.
CLASSES: tuple[type, ...] = tuple(kind for kind in map(globals().get, __all__) if isinstance(kind, type) and has(kind))
