"""What Hypothesis calls when it is imported: tell it which strategy draws which of our types."""

from collections.abc import Callable
from importlib import import_module

from hypothesis import strategies as st

__all__ = ["register"]

#: The strategies of types that are no classes of the model, by room and name.
_STRATEGIES = {
    "perfreport.findings": {"Finding": "findings"},
    "perfreport.model": {"Document": "documents"},
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
    for kind in import_module("perfreport.model").CLASSES:
        st.register_type_strategy(kind, _of_the_model)
    for module, types in _STRATEGIES.items():
        room = import_module(module)
        for name, strategy in types.items():
            st.register_type_strategy(getattr(room, name), _named(strategy))


def _of_the_model(kind: type) -> "st.SearchStrategy[object]":
    strategy: st.SearchStrategy[object] = import_module("perfreport.testing._makers").strategy(kind)
    return strategy


def _named(name: str) -> "Callable[[type], st.SearchStrategy[object]]":
    def made(_: type) -> "st.SearchStrategy[object]":
        strategy: st.SearchStrategy[object] = getattr(import_module("perfreport.testing"), name)()
        return strategy

    return made
