"""Small reports with one thing in them, and the findings that they lead to."""

from decimal import Decimal
from typing import Any

from perfreport import (
    NIL,
    Budget,
    BudgetLine,
    Budgets,
    Department,
    Expenditure,
    Finding,
    FundingSource,
    Money,
    PerformanceReport,
    Presentation,
    Project,
    Quantity,
    Severity,
    Unit,
)
from perfreport.classification import Grade
from perfreport.frozenmap import FrozenMap
from perfreport.model import FundingLine, Nil, Projects, Result
from perfreport.rules import STANDARD

PAGE = Presentation(Unit.WAN, 2)
GOOD = Result(score=Decimal(95), grade=Grade.EXCELLENT)
BY_CODE = {known.code: known for known in STANDARD}
wan = Money.wan


def spent(amount: str | Money | None) -> BudgetLine | None:
    """Return a row that states what was executed, in 万元 unless given with its unit; no row for no amount."""
    if amount is None:
        return None
    return BudgetLine(executed=wan(amount) if isinstance(amount, str) else amount)


def rows(**amounts: str | Money | None) -> Expenditure:
    """Return expenditure whose rows state what was executed."""
    lines: dict[str, Any] = {name: spent(amount) for name, amount in amounts.items()}
    return Expenditure(**lines)


def listed(*amounts: str | Money | None, total: str | Money | None = None) -> Projects:
    """Return projects that state what was executed; ``None`` is a project that is silent."""
    items = tuple(Project(name=f"项目{place}", amounts=spent(amount)) for place, amount in enumerate(amounts, 1))
    return Projects(total=spent(total), items=items)


def account(**parts: Any) -> Budget:
    """Return an account in which only these *parts* are stated."""
    return Budget(**parts)


def report(
    general: Budget | Nil | None = NIL,
    fund: Budget | Nil | None = NIL,
    capital: Budget | Nil | None = NIL,
    insurance: Budget | Nil | None = NIL,
    total: Budget | None = None,
    **parts: Any,
) -> PerformanceReport:
    """Return a report of 2022 that breaks no rule until a part does."""
    budgets = Budgets(
        general_public=general, government_fund=fund, state_capital=capital, social_insurance=insurance, total=total
    )
    return PerformanceReport(
        year=2022,
        department=Department(name="某局"),
        budgets=budgets,
        **{"presentation": PAGE, "result": GOOD, **parts},
    )


def line(**parts: Any) -> PerformanceReport:
    """Return a report whose total expenditure is one row of these *parts*."""
    return report(account(expenditure=Expenditure(total=BudgetLine(**parts))))


def funded(source: FundingSource, amounts: BudgetLine) -> Budget:
    """Return an account with one project that one source pays for."""
    return account(
        projects=Projects(items=(Project(name="甲", sources=(FundingLine(source=source, amounts=amounts),)),))
    )


def percent(text: str) -> Quantity:
    """Return a printed rate."""
    return Quantity.parse(text)


GENERAL = "/budgets/general_public"
EXECUTED = f"{GENERAL}/expenditure/total/executed"


def gap(  # noqa: PLR0913, PLR0917 - one for each fact
    code: str, way: str, whole: Money, parts: list[Money], summed: Money, case: str
) -> Finding:
    """Return the finding that a sum does not come out."""
    severity = {"rounding": Severity.NOTE, "mismatch": Severity.ERROR}[case]
    return found(code, severity, way, case, total=whole, parts=tuple(parts), sum=summed, gap=summed - whole)


def found(code: str, severity: Severity, way: str, case: str = "", **facts: object) -> Finding:
    """Return a finding; the facts hold the case where the rule has several."""
    return Finding(code, severity, way, FrozenMap({**({"case": case} if case else {}), **facts}))
