"""Build a report in code, and print what the rules find in it."""

from perfreport import (
    NIL,
    Budget,
    BudgetLine,
    Budgets,
    Department,
    Expenditure,
    Money,
    PerformanceReport,
    Presentation,
    Unit,
    check,
    messages,
)

wan = Money.wan
report = PerformanceReport(
    year=2023,
    department=Department(name="某局"),
    presentation=Presentation(Unit.WAN, places=2),
    budgets=Budgets(
        general_public=Budget(
            expenditure=Expenditure(
                total=BudgetLine(adjusted=wan("125.00"), executed=wan("118.42")),
                basic=BudgetLine(executed=wan("80.10")),
                # 38.23 was typed for 38.32.
                project=BudgetLine(executed=wan("38.23")),
            ),
        ),
        government_fund=NIL,
        state_capital=NIL,
        social_insurance=NIL,
    ),
)

for finding in check(report):
    print(finding.code, finding.severity, finding.pointer)
    print("  ", messages.render(finding, "en"))
