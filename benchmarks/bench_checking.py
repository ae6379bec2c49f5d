"""
What checking costs, beside what decoding costs: ``python -m pytest benchmarks/bench_checking.py``.

The first group is a report with 40 projects, each with a form of five indicators; the second is final accounts with
more and more rows by function. Within a group, the number in brackets is the ratio to the fastest.
"""

from decimal import Decimal
from typing import Any

import pytest

import perfreport
from perfreport import (
    NIL,
    Actual,
    Budget,
    BudgetLine,
    Budgets,
    Department,
    Expenditure,
    Indicator,
    Money,
    PerformanceReport,
    Presentation,
    Project,
    Target,
    Unit,
)
from perfreport.classification import Grade, IndicatorKind
from perfreport.model import (
    Attachments,
    FinalAccounts,
    FunctionalLine,
    Funding,
    IndicatorLevel,
    IndicatorTree,
    Projects,
    ProjectSelfEvaluation,
    Result,
)
from perfreport.reconciliation import reconcile
from perfreport.serialization import converter

PAGE = Presentation(Unit.WAN, 2)
PROJECTS, INDICATORS = 40, 5


def wan(fen: int) -> Money:
    return Money(Decimal(fen).scaleb(-2), Unit.WAN)


def row(fen: int) -> BudgetLine:
    return BudgetLine(original=wan(fen), adjusted=wan(fen), executed=wan(fen))


def form(at: int) -> ProjectSelfEvaluation:
    """Return the self-evaluation of one project, with five indicators."""
    indicators = tuple(
        Indicator(name=f"指标{place}", weight="18", target=Target("≥95%"), actual=Actual("96%"), score="18")
        for place in range(INDICATORS)
    )
    group = IndicatorLevel(kind=IndicatorKind.OUTPUT, weight="90", score="90", indicators=indicators)
    return ProjectSelfEvaluation(
        year=2024,
        name=f"项目{at}",
        presentation=PAGE,
        funding=Funding(total=row(1000 + at), weight="10", score="10"),
        goal=None,
        indicators=IndicatorTree(levels=(group,)),
        result=Result(weight=Decimal(100), score=Decimal(100), grade=Grade.EXCELLENT),
    )


def department() -> PerformanceReport:
    """Return a report with forty projects and two hundred indicators."""
    amounts = [1000 + at for at in range(PROJECTS)]
    items = tuple(Project(name=f"项目{at}", amounts=row(amount)) for at, amount in enumerate(amounts))
    rows = {"total": row(sum(amounts) + 5000), "basic": row(5000), "project": row(sum(amounts))}
    general = Budget(expenditure=Expenditure(**rows), projects=Projects(total=row(sum(amounts)), items=items))
    return PerformanceReport(
        year=2024,
        department=Department(name="某局"),
        presentation=PAGE,
        budgets=Budgets(general_public=general, government_fund=NIL, state_capital=NIL, social_insurance=NIL),
        result=Result(score=Decimal(100), grade=Grade.EXCELLENT),
        attachments=Attachments(project_self_evaluations=tuple(form(at) for at in range(PROJECTS))),
    )


def accounts(lines: int) -> PerformanceReport:
    """Return final accounts with about so many rows by function, subtotals among them."""
    rows: dict[str, int] = {}
    for at in range(lines):
        code = f"2{at // 400 % 100:02}{at // 20 % 20:02}{at % 20:02}"
        for length in (3, 5, 7):
            rows[code[:length]] = rows.get(code[:length], 0) + at
    functions = tuple(
        FunctionalLine(code=code, expenditure=Expenditure(total=row(fen), project=row(fen)))
        for code, fen in sorted(rows.items())
    )
    return PerformanceReport(
        year=2022,
        department=Department(name="某局"),
        presentation=PAGE,
        final_accounts=FinalAccounts(functions=functions),
    )


REPORT = department()
CONVERTER = converter("json")
TREE = CONVERTER.unstructure(REPORT)


@pytest.mark.benchmark(group="40 projects, 200 indicators")
class TestOneReport:
    def test_decoding(self, benchmark: Any) -> None:
        assert benchmark(CONVERTER.structure, TREE, PerformanceReport) == REPORT

    def test_all_rules_and_the_joint_check(self, benchmark: Any) -> None:
        found, joint = benchmark(lambda: (perfreport.check(REPORT), reconcile(REPORT)))
        assert joint.feasible
        assert found == ()


@pytest.mark.benchmark(group="rows by function, per row")
@pytest.mark.parametrize("lines", [100, 1_000, 10_000])
def test_growth(benchmark: Any, lines: int) -> None:
    report = accounts(lines)
    benchmark.extra_info["rows"] = lines
    benchmark.pedantic(lambda: (perfreport.check(report), reconcile(report)), rounds=3, iterations=1)
