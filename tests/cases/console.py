"""The command line, run inside the process, and what it shows."""

import io
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from rich.console import RenderableType

import perfreport
from perfreport import (
    NIL,
    Budget,
    BudgetLine,
    Budgets,
    Department,
    Expenditure,
    Money,
    Narrative,
    PerformanceReport,
    Presentation,
    Unit,
)
from perfreport.cli import _output, _page
from perfreport.cli._commands import perfreport as command
from perfreport.model import Document, Passage

LUSONG = Path(__file__).parents[2] / "examples" / "lusong-2022.yaml"
SOURCE = Path(perfreport.__file__).parent.parent

_LUSONG_FOUND = Counter(
    finding.severity.value for finding in perfreport.check(perfreport.load(LUSONG, perfreport.PerformanceReport))
)
LUSONG_COUNTS = f"共 {_LUSONG_FOUND['error']} 个错误、{_LUSONG_FOUND['warning']} 个警告、{_LUSONG_FOUND['note']} 个提示"

PAGE = Presentation(Unit.WAN, 2)

#: Nothing can be found in it.
CLEAN = PerformanceReport(
    year=2022,
    department=Department(name="甲局"),
    presentation=PAGE,
    budgets=Budgets(general_public=NIL, government_fund=NIL, state_capital=NIL, social_insurance=NIL),
)


def spending(account: Budget, presentation: Presentation | None = PAGE) -> PerformanceReport:
    """Return a report of which only the general public budget has figures."""
    assert CLEAN.budgets is not None
    return evolve(CLEAN, presentation=presentation, budgets=evolve(CLEAN.budgets, general_public=account))


#: 3 + 3 is not 7: an error.
WRONG = spending(
    Budget(
        expenditure=Expenditure(
            total=BudgetLine(executed=Money.wan("7.00")),
            basic=BudgetLine(executed=Money.wan("3.00")),
            project=BudgetLine(executed=Money.wan("3.00")),
        ),
        projects=NIL,
    )
)


def run(*arguments: str | Path) -> Result:
    """Run the command line inside this process."""
    return CliRunner().invoke(command, list(map(str, arguments)))


def terminal(page: Callable[[], Iterable[RenderableType]], columns: int = 100, encoding: str = "utf-8") -> str:
    """Return what a console of this encoding shows of a page; it is a terminal if it has columns."""
    held = io.BytesIO()
    stream = io.TextIOWrapper(held, encoding=encoding)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        patch.setattr(stream, "isatty", lambda: columns > 0)
        patch.setenv("COLUMNS", str(columns))
        patch.setenv("TERM", "dumb")
        _output.emit(*page())
    return held.getvalue().decode(encoding)


def shown(report: Document, locale: str = "zh_Hans_CN", encoding: str = "utf-8", columns: int = 0) -> str:
    """Return the page of a report on such a console."""
    return terminal(lambda: _page.page(report, perfreport.check(report), locale), columns, encoding)


def _no_float(digits: str) -> object:
    raise AssertionError(digits)


def exact(text: str) -> Any:
    """Return JSON in which no number has a fraction: amounts are text."""
    return json.loads(text, parse_float=_no_float)


def _budget(total: str, basic: str, project: str) -> Budget:
    whole, running, projects = (BudgetLine(executed=Money.wan(amount)) for amount in (total, basic, project))
    return Budget(expenditure=Expenditure(total=whole, basic=running, project=projects))


#: Two sums that do not come out, figures of different lengths; and two headings with nothing under them.
TWICE_WRONG = PerformanceReport(
    year=2022,
    department=Department(name="甲局"),
    budgets=Budgets(
        general_public=_budget("100.00", "50.00", "7.00"),
        government_fund=_budget("8.00", "1.00", "3.00"),
        state_capital=NIL,
        social_insurance=NIL,
    ),
    narrative=Narrative(achievements=(Passage(title="甲"), Passage(title="乙项工作"))),
)
