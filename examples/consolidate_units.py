"""Add up the reports of two units, and see who was silent where the sum is not known."""

from perfreport import Budget, BudgetLine, Budgets, Department, Expenditure, Money, PerformanceReport
from perfreport.consolidation import consolidate

wan = Money.wan


def unit(name: str, spent: str, project: str | None) -> PerformanceReport:
    """Return the report of a unit that spent so much."""
    rows = Expenditure(
        total=BudgetLine(executed=wan(spent)),
        project=None if project is None else BudgetLine(executed=wan(project)),
    )
    budgets = Budgets(general_public=Budget(expenditure=rows))
    return PerformanceReport(year=2023, department=Department(name=name), budgets=budgets)


whole = consolidate([unit("局本级", "80.10", "12.00"), unit("服务中心", "38.32", None)], Department(name="某局"))
rows = whole.report.budgets.general_public.expenditure
print(rows.total.executed, rows.project.executed)
for part in whole.parts("/budgets/general_public/expenditure/project/executed"):
    print(part.unit.name, part.amount)
