"""What Hypothesis calls when it is imported: tell it which strategy draws which of our types."""

from importlib import import_module

from hypothesis import strategies as st

__all__ = ["register"]

_STRATEGIES = {
    "perfreport.findings": {"Finding": "findings"},
    "perfreport.model": {
        "Balance": "balances",
        "BaseData": "base_data",
        "Budget": "single_budgets",
        "BudgetLine": "budget_lines",
        "Budgets": "budgets",
        "Buildings": "buildings",
        "Cover": "covers",
        "Department": "departments",
        "DepartmentDeclaration": "department_declarations",
        "DepartmentSelfEvaluation": "department_self_evaluations",
        "EconomicLine": "economic_lines",
        "EvaluationOutline": "evaluation_outlines",
        "EvaluationReport": "evaluation_reports",
        "Expenditure": "expenditures",
        "Figure": "figures",
        "FinalAccounts": "final_accounts",
        "Attachments": "attachments",
        "FunctionalLine": "functional_lines",
        "FundingLine": "funding_lines",
        "Funding": "funding",
        "Goal": "single_goals",
        "Goals": "goals",
        "Indicator": "single_indicators",
        "IndicatorLevel": "indicator_levels",
        "IndicatorTree": "indicator_trees",
        "NamedCost": "named_costs",
        "Narrative": "narratives",
        "GoalPlan": "goal_plans",
        "GoalOutcome": "goal_outcomes",
        "Passage": "passages",
        "PerformanceReport": "reports",
        "Procurement": "procurement",
        "Progress": "progresses",
        "Project": "single_projects",
        "ProjectCosts": "project_costs",
        "ProjectDeclaration": "project_declarations",
        "ProjectMonitoring": "project_monitoring",
        "ProjectSelfEvaluation": "project_self_evaluations",
        "Projects": "projects",
        "PublicCosts": "public_costs",
        "Result": "results",
        "Signature": "signatures",
        "SpendingItem": "spending_items",
        "Staffing": "staffing",
        "Task": "tasks",
        "ThreePublic": "three_public",
        "CostRow": "cost_rows",
    },
    "perfreport.money": {
        "Interval": "intervals",
        "Money": "money",
        "Presentation": "presentations",
        "Wording": "wordings",
    },
    "perfreport.quantity": {
        "Actual": "actuals",
        "Deadline": "deadlines",
        "Quantity": "quantities",
        "Rate": "rates",
        "Target": "targets",
    },
    "perfreport.consolidation": {"Consolidation": "consolidations", "Part": "parts"},
    "perfreport.scoring": {
        "GradeScheme": "grade_schemes",
        "Score": "scores",
        "ScoringPolicy": "scoring_policies",
        "Total": "totals",
    },
}


def register() -> None:
    """Register the strategy of every public type; none is made before it is asked for."""
    for module, types in _STRATEGIES.items():
        room = import_module(module)
        for name, strategy in types.items():
            st.register_type_strategy(getattr(room, name), _deferred(strategy))


def _deferred(name: str) -> "st.SearchStrategy[object]":
    def draw() -> "st.SearchStrategy[object]":
        strategy: st.SearchStrategy[object] = getattr(import_module("perfreport.testing"), name)()
        return strategy

    return st.deferred(draw)
