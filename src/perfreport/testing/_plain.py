"""Plain reports in which nothing is found, to make one thing wrong in."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from perfreport.classification import Grade
from perfreport.model import (
    NIL,
    Attachments,
    BaseData,
    Budget,
    Budgets,
    Department,
    FinalAccounts,
    PerformanceReport,
    ProjectSelfEvaluation,
    Result,
)
from perfreport.money import Money, Presentation, Unit
from perfreport.numerals import EXACT

__all__ = ["AMOUNTS", "GAPS", "YEAR", "account", "base_with", "final", "form_with", "plain_report", "wan"]

YEAR = 2022
#: Amounts in 万元 with two decimals, and gaps that no rounding explains.
AMOUNTS = st.integers(10_000, 10**7).map(lambda cents: EXACT.divide(cents, 100))
GAPS = st.integers(1_000, 9_000).map(lambda cents: EXACT.divide(cents, 100))


def plain_report(**given: Any) -> PerformanceReport:
    """Return a report in which nothing is found, with what is *given*."""
    nothing = Budgets(general_public=NIL, government_fund=NIL, state_capital=NIL, social_insurance=NIL)
    result = Result(weight=Decimal(100), score=Decimal(96), grade=Grade.EXCELLENT)
    page = Presentation(Unit.WAN, 2)
    stated: dict[str, Any] = {"budgets": nothing, "result": result, "presentation": page, **given}
    return PerformanceReport(year=YEAR, department=Department(name="某局"), **stated)


def account(**parts: Any) -> PerformanceReport:
    """Return a plain report on one account of the general public budget."""
    general = Budget(**parts)
    budgets = Budgets(general_public=general, government_fund=NIL, state_capital=NIL, social_insurance=NIL)
    return plain_report(budgets=budgets)


def wan(amount: Decimal) -> Money:
    """Return *amount* 万元 with two decimals."""
    return Money(EXACT.quantize(amount, Decimal("0.01")), Unit.WAN)


def final(**parts: Any) -> PerformanceReport:
    """Return a plain report with final accounts."""
    return plain_report(final_accounts=FinalAccounts(**parts))


def form_with(**parts: Any) -> PerformanceReport:
    """Return a plain report with the self-evaluation of one project."""
    return plain_report(
        attachments=Attachments(project_self_evaluations=(ProjectSelfEvaluation(year=YEAR, name="项目", **parts),))
    )


def base_with(**parts: Any) -> PerformanceReport:
    """Return a plain report with base data."""
    return plain_report(attachments=Attachments(base_data=BaseData(year=YEAR, **parts)))
