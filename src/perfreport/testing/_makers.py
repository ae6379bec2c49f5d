"""Every class whose figures must agree, with the maker that draws it; the others are drawn by their types."""

from collections.abc import Callable
from decimal import localcontext
from typing import Any, TypeVar

from hypothesis import strategies as st

from perfreport import model
from perfreport.frozenmap import FrozenMap
from perfreport.money import Presentation
from perfreport.numerals import EXACT
from perfreport.testing import _base_data, _budgets, _coded, _forms, _indicators, _reports, _rows, _words
from perfreport.testing._derived import Drawing, drawn
from perfreport.testing._values import presentations

__all__ = ["MAKERS", "made", "strategy"]

Made = TypeVar("Made")

MAKERS: FrozenMap[type, Callable[[Drawing], Any]] = FrozenMap(
    {
        model.Balance: _budgets.balance,
        model.Budget: _budgets.single_budget,
        model.BudgetLine: _rows.budget_line,
        model.Budgets: _budgets.budgets,
        model.Buildings: _base_data.buildings,
        model.Cover: _reports.cover,
        model.DepartmentDeclaration: _forms.department_declaration,
        model.DepartmentSelfEvaluation: _forms.department_self_evaluation,
        model.EconomicLine: _coded.economic_line,
        model.EvaluationReport: _forms.evaluation_report,
        model.Expenditure: _budgets.expenditure,
        model.Figure: _words.figure,
        model.FinalAccounts: _budgets.final_accounts,
        model.FunctionalLine: _coded.functional_line,
        model.Funding: _forms.funding,
        model.GoalPlan: _forms.goal_plan,
        model.Goals: _words.goals,
        model.Indicator: _indicators.indicator,
        model.IndicatorLevel: _indicators.indicator_level,
        model.IndicatorTree: _indicators.indicator_tree,
        model.Passage: _words.passage,
        model.PerformanceReport: _reports.report,
        model.Procurement: _base_data.procurement,
        model.Project: _budgets.project,
        model.ProjectCosts: _base_data.project_costs,
        model.ProjectDeclaration: _forms.project_declaration,
        model.ProjectMonitoring: _forms.project_monitoring,
        model.ProjectSelfEvaluation: _forms.project_self_evaluation,
        model.Projects: _budgets.projects,
        model.PublicCosts: _base_data.public_costs,
        model.Result: _forms.result,
        model.Staffing: _base_data.staffing,
        model.ThreePublic: _base_data.three_public,
    }
)
_YEARS = st.integers(2010, 2030)


def strategy(
    kind: type[Made], presentation: Presentation | None = None, year: int | None = None, **limits: Any
) -> st.SearchStrategy[Made]:
    """Draw values of *kind* on the page of *presentation* and on *year*, or on any where these are not given."""
    return made(lambda at: drawn(at, kind), presentation, year, **limits)


@st.composite
def made(
    draw: st.DrawFn,
    /,
    maker: Callable[[Drawing], Made],
    presentation: Presentation | None = None,
    year: int | None = None,
    **limits: Any,
) -> Made:
    """Draw what *maker* makes."""
    page = draw(presentations()) if presentation is None else presentation
    on = draw(_YEARS) if year is None else year
    # The numbers that are drawn are the same in whatever decimal context a test runs.
    with localcontext(EXACT):
        return maker(Drawing(draw=draw, page=page, year=on, makers=MAKERS, **limits))
