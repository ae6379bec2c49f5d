"""What Hypothesis calls when it is imported: tell it which strategy draws which of our types."""

from importlib import import_module

from hypothesis import strategies as st

__all__ = ["register"]

_STRATEGIES = {
    "perfreport.findings": {"Finding": "findings"},
    "perfreport.model": {
        "BudgetAccount": "budget_accounts",
        "BudgetLine": "budget_lines",
        "Budgets": "budgets",
        "Cover": "covers",
        "Department": "departments",
        "Expenditure": "expenditures",
        "Figure": "figures",
        "FundingLine": "funding_lines",
        "Goal": "single_goals",
        "Goals": "goals",
        "Narrative": "narratives",
        "Passage": "passages",
        "PerformanceReport": "reports",
        "Project": "single_projects",
        "Projects": "projects",
    },
    "perfreport.money": {
        "Interval": "intervals",
        "Money": "money",
        "Presentation": "presentations",
        "Wording": "wordings",
    },
    "perfreport.quantity": {"Quantity": "quantities", "Rate": "rates"},
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
