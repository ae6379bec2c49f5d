"""What breaks the rules of the family SUM: a total that its two parts miss."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import evolve
from hypothesis import strategies as st

from perfreport.classification import BudgetStage, FundingSource
from perfreport.model import (
    NIL,
    Attachments,
    Balance,
    Budget,
    BudgetLine,
    Budgets,
    CostRow,
    DepartmentDeclaration,
    EconomicLine,
    Expenditure,
    FunctionalLine,
    Funding,
    FundingLine,
    NamedCost,
    PerformanceReport,
    Procurement,
    Project,
    ProjectCosts,
    Projects,
    Task,
    ThreePublic,
)
from perfreport.money import Money, Presentation, Unit
from perfreport.numerals import EXACT, summed
from perfreport.testing._plain import AMOUNTS, GAPS, YEAR, account, base_with, final, form_with, plain_report, wan

__all__ = ["Breaker", "sum_breakers"]

Breaker: TypeAlias = Callable[[st.DrawFn], PerformanceReport]

_CENT = Decimal("0.01")


def _sums(draw: st.DrawFn, case: str) -> tuple[Decimal, Decimal, Decimal]:
    """Draw two parts and a total that they miss, by rounding or by more."""
    one, other = draw(AMOUNTS), draw(AMOUNTS)
    return summed((one, other, _CENT if case != "mismatch" else draw(GAPS))), one, other


def sum_breakers(case: str) -> Mapping[str, Breaker]:  # noqa: C901, PLR0915 - one small function for each rule
    """Return what breaks each rule of sums in the way of *case*: by a mismatch, by rounding, by rounding twice."""
    twice = case == "roundings"

    def spent(amount: Decimal) -> BudgetLine:
        return BudgetLine(executed=wan(amount), final_account=wan(amount) if twice else None)

    def yearly(amount: Decimal) -> CostRow:
        return CostRow(budget=wan(amount) if twice else None, final_account=wan(amount))

    def table(draw: st.DrawFn, *rows: str) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        lines: dict[str, Any] = {name: spent(amount) for name, amount in zip(rows, (whole, one, other), strict=True)}
        return account(expenditure=Expenditure(**lines))

    def function(code: str, amount: Decimal) -> FunctionalLine:
        return FunctionalLine(code=code, expenditure=Expenditure(total=spent(amount)))

    def item(code: str, amount: Decimal) -> EconomicLine:
        return EconomicLine(code=code, amounts=spent(amount))

    def source(amount: Decimal, kind: FundingSource = FundingSource.OTHER) -> FundingLine:
        return FundingLine(source=kind, amounts=spent(amount))

    def project_list(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        listed = tuple(Project(name="项目", amounts=spent(amount)) for amount in (one, other))
        return account(projects=Projects(items=listed, total=spent(whole)))

    def balances(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        out = draw(AMOUNTS)
        return account(
            opening_balance=wan(one),
            revenue=spent(EXACT.add(other, out)),
            expenditure=Expenditure(total=spent(out)),
            closing_balance=wan(whole),
        )

    def columns(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        budgets = Budgets(
            general_public=Budget(revenue=spent(one)),
            government_fund=Budget(revenue=spent(other)),
            state_capital=NIL,
            social_insurance=NIL,
            total=Budget(revenue=spent(whole)),
        )
        return plain_report(budgets=budgets)

    def functions(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        rows = zip(("20129", "2012901", "2012902"), (whole, one, other), strict=True)
        return account(functions=tuple(function(code, amount) for code, amount in rows))

    def functions_of_table(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        rows = (function("2012901", one), function("2012902", other))
        return account(expenditure=Expenditure(total=spent(whole)), functions=rows)

    def items(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        return account(economic=(item("301", whole), item("30101", one), item("30102", other)))

    def personnel(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        rows = (item("301", one), item("303", other))
        return account(expenditure=Expenditure(personnel=spent(whole)), economic=rows)

    def revenue(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        sources = (source(one, FundingSource.INSTITUTION_INCOME), source(other))
        return final(revenue=sources, revenue_total=spent(whole))

    def inflow(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        opening = Balance(total=spent(other))
        reserves = spent(Decimal(0))
        return final(
            revenue_total=spent(one), reserves_used=reserves, opening_balance=opening, inflow_total=spent(whole)
        )

    def outflow(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        return final(
            expenditure=Expenditure(total=spent(one)),
            surplus_distributed=spent(Decimal(0)),
            closing_balance=Balance(total=spent(other)),
            outflow_total=spent(whole),
        )

    def carried(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        return final(closing_balance=Balance(total=spent(whole), carry_over=spent(one), surplus=spent(other)))

    def adjusted(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        line = BudgetLine(original=wan(one), adjustment=wan(other), adjusted=wan(whole))
        codes = ("2012901", "2080505") if twice else ("2012901",)
        rows = tuple(FunctionalLine(code=code, expenditure=Expenditure(total=line)) for code in codes)
        return account(functions=rows)

    def sources(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        return form_with(
            funding=Funding(total=spent(whole), sources=(source(one, FundingSource.CARRY_OVER), source(other)))
        )

    def natures(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        return form_with(
            funding=Funding(total=spent(whole), expenditure=Expenditure(basic=spent(one), project=spent(other)))
        )

    def tasks(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        listed = tuple(Task(name="任务", funding=Funding(total=spent(amount))) for amount in (one, other))
        total = Funding(total=spent(whole))
        form = DepartmentDeclaration(year=YEAR, department="某局", tasks=listed, tasks_total=total)
        return plain_report(attachments=Attachments(department_declaration=form))

    def three_public(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        costs = ThreePublic(
            total=yearly(whole), vehicles=yearly(one), overseas=yearly(Decimal(0)), hospitality=yearly(other)
        )
        return base_with(three_public=costs)

    def vehicles(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        costs = ThreePublic(vehicles=yearly(whole), vehicle_purchase=yearly(one), vehicle_running=yearly(other))
        return base_with(three_public=costs)

    def procured(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        nothing = yearly(Decimal(0))
        costs = Procurement(total=yearly(whole), goods=yearly(one), works=nothing, services=yearly(other))
        return base_with(procurement=costs)

    def costs(draw: st.DrawFn) -> PerformanceReport:
        whole, one, other = _sums(draw, case)
        listed = tuple(NamedCost(name="专项", costs=yearly(amount)) for amount in (one, other))
        return base_with(projects=ProjectCosts(total=yearly(whole), business=listed))

    def printed_twice(draw: st.DrawFn) -> tuple[BudgetLine, BudgetLine]:
        # The same figure in two units agrees within rounding; in one unit, it is the same or wrong.
        exact = draw(st.integers(10**6, 10**9).filter(lambda cents: cents % 100))
        if case == "mismatch":
            stated = EXACT.divide(exact, 100)
            return spent(stated), spent(EXACT.add(stated, draw(GAPS)))
        yuan = Money(Decimal(exact), Unit.YUAN)
        rounded = Presentation(Unit.WAN, 2).round(yuan)
        stages = (BudgetStage.EXECUTED, BudgetStage.FINAL_ACCOUNT) if twice else (BudgetStage.EXECUTED,)
        return BudgetLine.from_stages(dict.fromkeys(stages, rounded)), BudgetLine.from_stages(
            dict.fromkeys(stages, yuan)
        )

    def repeated(draw: st.DrawFn) -> PerformanceReport:
        whole, row = printed_twice(draw)
        report = account(projects=Projects(total=whole), expenditure=Expenditure(project=row))
        # Two units on one page would be noted, so the page declares none.
        return evolve(report, presentation=None)

    def both_sides(draw: st.DrawFn) -> PerformanceReport:
        one, other = printed_twice(draw)
        return evolve(final(inflow_total=one, outflow_total=other), presentation=None)

    found: dict[str, Breaker] = {
        "SUM001": lambda draw: table(draw, "total", "basic", "project"),
        "SUM002": lambda draw: table(draw, "basic", "personnel", "public"),
        "SUM003": project_list,
        "SUM004": balances,
        "SUM005": columns,
        "SUM006": repeated,
        "SUM007": functions,
        "SUM008": functions_of_table,
        "SUM009": items,
        "SUM010": personnel,
        "SUM011": revenue,
        "SUM012": inflow,
        "SUM013": outflow,
        "SUM014": both_sides,
        "SUM015": carried,
        "SUM016": adjusted,
        "SUM017": sources,
        "SUM018": natures,
        "SUM019": tasks,
        "SUM020": three_public,
        "SUM021": vehicles,
        "SUM022": procured,
        "SUM023": costs,
    }
    return found
