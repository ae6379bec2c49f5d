"""
Documents of older schemas as today's: raw tree to raw tree; and where what stands in them stood.

Schema 2 renamed keys. They are renamed where schema 1 had them, and nowhere else: what a document says beyond the
known keys stays as it is.
"""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from perfreport.findings import ProblemKind, because
from perfreport.frozenmap import FrozenMap
from perfreport.places import Way
from perfreport.serialization._refusals import Inside, no

__all__ = ["migrated", "written"]

#: The keys of an object that were renamed, or behind which one was: what each is called now, and the shape of its
#: value ('' where nothing inside it changed). A list is of the shape of its items.
_Shape: TypeAlias = Mapping[str, tuple[str, str]]

_HORIZONS: Final[_Shape] = {"medium_term": ("medium_term", "form"), "annual": ("annual", "form")}
_SHAPES: Final[FrozenMap[str, _Shape]] = FrozenMap(
    {
        "": {},
        "report": {
            "forms": ("attachments", "attachments"),
            "budgets": ("budgets", "budgets"),
            "final_accounts": ("final_accounts", "final_accounts"),
        },
        "attachments": {
            "department_self_evaluation": ("department_self_evaluation", "form"),
            "project_self_evaluations": ("project_self_evaluations", "form"),
            "department_declaration": ("department_declaration", "department_declaration"),
            "project_declarations": ("project_declarations", "project_declaration"),
            "monitoring": ("monitoring", "form"),
            "evaluations": ("evaluations", "form"),
        },
        # The forms that have funds and indicators; the objectives of one horizon have them too.
        "form": {"funds": ("funding", ""), "indicators": ("indicators", "levels")},
        "project_declaration": _HORIZONS,
        "department_declaration": {**_HORIZONS, "tasks": ("tasks", "task")},
        "task": {"funds": ("funding", "")},
        "levels": {"groups": ("levels", "levels")},
        "budgets": {
            name: (name, "budget")
            for name in ("general_public", "government_fund", "state_capital", "social_insurance", "total")
        },
        "budget": {"projects": ("projects", "projects")},
        "projects": {"items": ("items", "project")},
        "project": {"funding": ("sources", "")},
        "final_accounts": {"opening": ("opening_balance", ""), "closing": ("closing_balance", "")},
    }
)
#: The shapes of whole documents, by the word under ``form``.
_DOCUMENTS: Final[FrozenMap[str | None, str]] = FrozenMap(
    {
        None: "report",
        "department-declaration": "department_declaration",
        "department-self-evaluation": "form",
        "evaluation-report": "form",
        "project-declaration": "project_declaration",
        "project-monitoring": "form",
        "project-self-evaluation": "form",
    }
)


def migrated(tree: Mapping[str, object]) -> dict[str, object]:
    """
    Return a document of schema 1 as one of schema 2; *tree* stays as it is, and its keys keep their order.

    Raises:
        InvalidDocument: if a key that schema 1 did not know would be taken for one of schema 2.
    """
    inside = Inside()
    found: dict[str, object] = _renamed(tree, _document(tree), (), inside)
    if inside.count:
        raise inside.refused().document()
    return {key: 2 if key == "schema" else item for key, item in found.items()}


def written(tree: Mapping[str, object], way: Way) -> Way:
    """Return the way that *way*, which leads through the migrated *tree*, was in the document of schema 1."""
    steps: list[str | int] = []
    shape = _document(tree)
    for step in way:
        if isinstance(step, int):
            steps.append(step)
            continue
        old, shape = next(((old, inner) for old, (new, inner) in _SHAPES[shape].items() if new == step), (step, ""))
        steps.append(old)
    return tuple(steps)


def _document(tree: Mapping[str, object]) -> str:
    form = tree.get("form")
    return _DOCUMENTS.get(form, "") if form is None or isinstance(form, str) else ""


def _renamed(node: Any, shape: str, way: Way, inside: Inside) -> Any:
    if isinstance(node, list):
        return [_renamed(item, shape, (*way, index), inside) for index, item in enumerate(node)]
    keys = _SHAPES[shape]
    if not keys or not isinstance(node, dict | Mapping):
        return node
    for old, (new, _) in keys.items():
        if new != old and new in node:
            clash = because(
                "schema 1 has no such key, and schema 2 says by it what {key} said; give it another name", key=old
            )
            inside.add((*way, new), no(ProblemKind.VALUE, clash))
    found: dict[str, object] = {}
    for key, item in node.items():
        name, inner = keys.get(key, (key, ""))
        found[name] = _renamed(item, inner, (*way, key), inside) if inner else item
    return found
