"""
The nouns of a performance report: what a department says of its money and of what the money achieved.

Three things are kept apart everywhere. `None`: the document does not say. `NIL` (「无」): it says that there is none.
``Money.yuan(0)``: it says zero. Keys of a document that are not known are kept in ``extra`` and written back.
"""

from perfreport.model.accounts import Balance, FinalAccounts
from perfreport.model.base_data import (
    BaseData,
    Buildings,
    NamedCost,
    Procurement,
    ProjectCosts,
    PublicCosts,
    Staffing,
    ThreePublic,
    Yearly,
)
from perfreport.model.budget import BudgetAccount, Budgets, Project, Projects
from perfreport.model.declaration import DepartmentDeclaration, Objectives, ProjectDeclaration, Task
from perfreport.model.evaluation import EvaluationOutline, EvaluationReport
from perfreport.model.forms import Form, Forms
from perfreport.model.funds import Funds, SpendingItem
from perfreport.model.goals import Goal, Goals
from perfreport.model.indicators import Indicator, IndicatorGroup, Indicators, Progress
from perfreport.model.lines import BudgetLine, EconomicLine, Expenditure, FunctionalLine, FundingLine
from perfreport.model.monitoring import ProjectMonitoring
from perfreport.model.narrative import Figure, Narrative, Passage
from perfreport.model.nil import NIL, Nil
from perfreport.model.report import Cover, Department, PerformanceReport
from perfreport.model.results import OverallGoal, Result, Signature
from perfreport.model.self_evaluation import DepartmentSelfEvaluation, ProjectSelfEvaluation

__all__ = [
    "NIL",
    "Balance",
    "BaseData",
    "BudgetAccount",
    "BudgetLine",
    "Budgets",
    "Buildings",
    "Cover",
    "Department",
    "DepartmentDeclaration",
    "DepartmentSelfEvaluation",
    "EconomicLine",
    "EvaluationOutline",
    "EvaluationReport",
    "Expenditure",
    "Figure",
    "FinalAccounts",
    "Form",
    "Forms",
    "FunctionalLine",
    "FundingLine",
    "Funds",
    "Goal",
    "Goals",
    "Indicator",
    "IndicatorGroup",
    "Indicators",
    "NamedCost",
    "Narrative",
    "Nil",
    "Objectives",
    "OverallGoal",
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
    "Yearly",
]
