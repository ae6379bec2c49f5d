"""Documents as text, and the problems that they are refused for."""

import json
from typing import Any

import pytest

from perfreport import Department, PerformanceReport, loads
from perfreport.errors import InvalidDocument
from perfreport.serialization import Format

FORMATS: tuple[Format, ...] = ("json", "yaml")
BOTH = pytest.mark.parametrize("kind", FORMATS)
REPORT = PerformanceReport(year=2022, department=Department(name="某局"))

Tree = dict[str, Any]


def document(**parts: object) -> Tree:
    """Return the raw tree of a small report with other *parts*."""
    return {"schema": 2, "year": 2022, "department": {"name": "某局"}, **parts}


def revenue(executed: object) -> Tree:
    """Return a report whose one amount is *executed*."""
    return document(budgets={"general_public": {"revenue": {"executed": executed}}})


def refused(data: bytes | str, kind: Format = "json") -> InvalidDocument:
    """Return the error that *data* ends in."""
    with pytest.raises(InvalidDocument) as caught:
        loads(data, kind)
    assert caught.value.problems
    assert len(str(caught.value)) < 20_000
    return caught.value


def places(data: bytes | str | Tree, kind: Format = "json") -> list[tuple[str, str]]:
    """Return the pointer and the kind of every problem of *data*."""
    text = json.dumps(data) if isinstance(data, dict) else data
    return [(problem.pointer, problem.kind) for problem in refused(text, kind).problems]


AMOUNT = "/budgets/general_public/revenue/executed"
