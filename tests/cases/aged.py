"""Documents of schema 1, made of today's by the model: the migration is proved by what does not know its table."""

from types import NoneType
from typing import Any, get_args

from attrs import has

from perfreport.model import PerformanceReport
from perfreport.model._fields import hints
from perfreport.serialization import FORMS

#: What the fields that have another key today were called.
OLD: dict[tuple[str, str], str] = {
    ("PerformanceReport", "attachments"): "forms",
    ("Project", "sources"): "funding",
    ("FinalAccounts", "opening_balance"): "opening",
    ("FinalAccounts", "closing_balance"): "closing",
    ("IndicatorTree", "levels"): "groups",
    ("IndicatorLevel", "levels"): "groups",
    ("GoalPlan", "funding"): "funds",
    ("Task", "funding"): "funds",
    ("EvaluationReport", "funding"): "funds",
    ("ProjectMonitoring", "funding"): "funds",
    ("ProjectSelfEvaluation", "funding"): "funds",
    ("DepartmentSelfEvaluation", "funding"): "funds",
}


def aged(tree: dict[str, Any]) -> dict[str, Any]:
    """Return the document of schema 2 in *tree* as schema 1 wrote it."""
    kind = FORMS[tree["form"]] if "form" in tree else PerformanceReport
    found: dict[str, Any] = _aged(tree, kind)
    return found | {"schema": 1}


def _aged(node: Any, hint: Any) -> Any:
    kind = _class_in(hint)
    if kind is None:
        return node
    if isinstance(node, list):
        return [_aged(item, kind) for item in node]
    if not isinstance(node, dict):
        return node
    inside = hints(kind)
    return {OLD.get((kind.__name__, key), key): _aged(item, inside.get(key)) for key, item in node.items()}


def _class_in(hint: Any) -> type | None:
    waiting = [hint]
    while waiting:
        part = waiting.pop()
        if isinstance(part, type) and part is not NoneType and has(part):
            return part
        waiting += get_args(part)[:1] if hasattr(part, "__metadata__") else get_args(part)
    return None
