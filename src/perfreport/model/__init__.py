"""
The nouns of a performance report: what a department says of its money and of what the money achieved.

Three things are kept apart everywhere. `None`: the document does not say. `NIL` (「无」): it says that there is none.
``Money.yuan(0)``: it says zero. Keys of a document that are not known are kept in ``extra`` and written back.
"""

from perfreport.model.budget import BudgetAccount, BudgetLine, Budgets, Expenditure, FundingLine, Project, Projects
from perfreport.model.goals import Goal, Goals
from perfreport.model.narrative import Figure, Narrative, Passage
from perfreport.model.nil import NIL, Nil
from perfreport.model.report import Cover, Department, PerformanceReport

__all__ = [
    "NIL",
    "BudgetAccount",
    "BudgetLine",
    "Budgets",
    "Cover",
    "Department",
    "Expenditure",
    "Figure",
    "FundingLine",
    "Goal",
    "Goals",
    "Narrative",
    "Nil",
    "Passage",
    "PerformanceReport",
    "Project",
    "Projects",
]
