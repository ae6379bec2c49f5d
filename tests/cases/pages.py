"""Rates, forms and texts that break a rule, and such that only come near."""

from attrs import evolve

from perfreport import (
    NIL,
    BudgetKind,
    BudgetLine,
    BudgetStage,
    Department,
    Expenditure,
    Finding,
    FundingSource,
    Goal,
    Money,
    Narrative,
    PerformanceReport,
    Rate,
    Severity,
)
from perfreport.classification import GoalKind
from perfreport.model import Cover, Figure, Goals, Passage
from tests.cases.reports import GENERAL, account, found, funded, line, percent, report, spent, wan

OVER = {
    "executed": wan("40.44"), "budget": wan("38.26"), "excess": wan("2.18"),
    "rate": Rate(wan("40.44"), wan("38.26"), BudgetStage.UNSPECIFIED),
}  # fmt: skip


#: What breaks a rule: the report, and all that the standard rules find in it.
BREAKING: list[tuple[str, PerformanceReport, list[Finding]]] = [
    (
        "RATE001",
        line(original=wan("50.00"), adjusted=wan("40.00"), executed=wan("38.26"), execution_rate=percent("95.70%")),
        [
            found(
                "RATE001",
                Severity.ERROR,
                f"{GENERAL}/expenditure/total/execution_rate",
                "mismatch",
                printed=percent("95.70%"),
                executed=wan("38.26"),
                budget=wan("40.00"),
                basis=BudgetStage.ADJUSTED,
                rate=Rate(wan("38.26"), wan("40.00"), BudgetStage.ADJUSTED),
            )
        ],
    ),
    (
        "RATE001 in the funding of a project",
        report(
            funded(
                FundingSource.OTHER,
                BudgetLine(received=Money.yuan("200.00"), executed=Money.yuan("100.00"), execution_rate=percent("51%")),
            ),
            presentation=None,
        ),
        [
            found(
                "RATE001",
                Severity.ERROR,
                f"{GENERAL}/projects/items/0/sources/0/amounts/execution_rate",
                "mismatch",
                printed=percent("51%"),
                executed=Money.yuan("100.00"),
                budget=Money.yuan("200.00"),
                basis=BudgetStage.RECEIVED,
                rate=Rate(Money.yuan("100.00"), Money.yuan("200.00"), BudgetStage.RECEIVED),
            )
        ],
    ),
    (
        "RATE006: a rate over nothing",
        report(
            account(revenue=BudgetLine(original=wan("0.00"), executed=wan("0.00"), execution_rate=percent("100%"))),
        ),
        [
            found(
                "RATE006",
                Severity.ERROR,
                f"{GENERAL}/revenue/execution_rate",
                budget=wan("0.00"),
                printed=percent("100%"),
            )
        ],
    ),
    (
        "RATE002 declared",
        line(adjusted=wan("38.26"), executed=wan("40.44")),
        [
            found(
                "RATE002",
                Severity.WARNING,
                f"{GENERAL}/expenditure/total",
                "declared",
                **{**OVER, "rate": Rate(wan("40.44"), wan("38.26"), BudgetStage.ADJUSTED)},
                basis=BudgetStage.ADJUSTED,
            )
        ],
    ),
    (
        "RATE002 unspecified",
        line(unspecified=wan("38.26"), executed=wan("40.44")),
        [found("RATE002", Severity.WARNING, f"{GENERAL}/expenditure/total", "unspecified", **OVER)],
    ),
    (
        "RATE002 either",
        report(
            account(
                revenue=spent("40.44"),
                expenditure=Expenditure(total=BudgetLine(unspecified=wan("38.26"), executed=wan("40.44"))),
            )
        ),
        [
            found(
                "RATE002",
                Severity.WARNING,
                f"{GENERAL}/expenditure/total",
                "either",
                **OVER,
                revenue=wan("40.44"),
                other_rate=Rate(wan("40.44"), wan("40.44"), BudgetStage.ADJUSTED),
            )
        ],
    ),
    (
        "RATE002 for a row that is not held against the revenue",
        report(
            account(
                revenue=spent("40.44"),
                expenditure=Expenditure(basic=BudgetLine(unspecified=wan("38.26"), executed=wan("40.44"))),
            )
        ),
        [found("RATE002", Severity.WARNING, f"{GENERAL}/expenditure/basic", "unspecified", **OVER)],
    ),
    (
        "FORM001 silent",
        report(NIL, NIL, None, NIL),
        [found("FORM001", Severity.WARNING, "/budgets/state_capital", "silent", kind=BudgetKind.STATE_CAPITAL)],
    ),
    (
        "FORM001 empty",
        report(account(year=2022)),
        [found("FORM001", Severity.WARNING, GENERAL, "empty", kind=BudgetKind.GENERAL_PUBLIC)],
    ),
    (
        "FORM001 of a report without budgets",
        PerformanceReport(year=2022, department=Department(name="某局")),
        [found("FORM001", Severity.WARNING, f"/budgets/{kind.key}", "silent", kind=kind) for kind in BudgetKind],
    ),
    (
        "FORM002 chapter",
        report(account(revenue=spent("1.00"), says_none=True)),
        [found("FORM002", Severity.ERROR, GENERAL, "chapter", kind=BudgetKind.GENERAL_PUBLIC)],
    ),
    (
        "FORM002 total",
        report(account(revenue=spent("1.00")), total=account(revenue=spent("1.00"), says_none=True)),
        [found("FORM002", Severity.ERROR, "/budgets/total", "total")],
    ),
    (
        "FORM002 funding",
        report(
            funded(FundingSource.GOVERNMENT_FUND_APPROPRIATION, BudgetLine(proposed=wan("0"), executed=wan("1.50")))
        ),
        [
            found(
                "FORM002",
                Severity.ERROR,
                f"{GENERAL}/projects/items/0/sources/0",
                "sources",
                kind=BudgetKind.GOVERNMENT_FUND,
                source=FundingSource.GOVERNMENT_FUND_APPROPRIATION,
                amount=wan("1.50"),
            )
        ],
    ),
    (
        "FORM003 silent",
        report(goals=Goals(announced=(GoalKind.PROJECT, GoalKind.OVERALL), overall=(Goal(text="甲"),))),
        [found("FORM003", Severity.WARNING, "/goals/project", kind=GoalKind.PROJECT)],
    ),
    (
        "FORM003 empty",
        report(goals=Goals(announced=(GoalKind.SPECIAL_FUND,), special_fund=())),
        [found("FORM003", Severity.WARNING, "/goals/special_fund", kind=GoalKind.SPECIAL_FUND)],
    ),
    (
        "FORM004 on the cover",
        report(cover=Cover(year=2021)),
        [found("FORM004", Severity.ERROR, "/cover/year", found=2021, year=2022)],
    ),
    (
        "FORM004 in the title",
        report(cover=Cover(title="2021年度部门整体支出绩效自评报告")),
        [found("FORM004", Severity.ERROR, "/cover/title", found=2021, year=2022)],
    ),
    (
        "FORM004 of an account",
        report(total=account(year=2023, revenue=spent("0"))),
        [found("FORM004", Severity.ERROR, "/budgets/total/year", found=2023, year=2022)],
    ),
    (
        "TEXT001",
        report(
            narrative=Narrative(
                problems=(Passage(text="甲", points=(Passage(title="一是"), Passage(title="二是", text="乙"))),)
            )
        ),
        [found("TEXT001", Severity.WARNING, "/narrative/problems/0/points/0", title="一是")],
    ),
]


#: What comes near to breaking a rule, and does not.
NEAR: list[tuple[str, PerformanceReport]] = [
    (
        "RATE001 is right",
        line(adjusted=wan("40.44"), executed=wan("40.44"), execution_rate=percent("100%")),
    ),
    (
        "RATE001 was computed before its amounts were rounded",
        # 0.03 ÷ 0.07 is 42.86 %, but 0.0295 ÷ 0.0749 is 39.39 %.
        line(adjusted=wan("0.07"), executed=wan("0.03"), execution_rate=percent("39.39%")),
    ),
    ("RATE001 has no budget", line(executed=wan("40.44"), execution_rate=percent("1%"))),
    ("RATE001 has no amount that was spent", line(adjusted=wan("40.44"), execution_rate=percent("1%"))),
    (
        "RATE001: a bound is no rate",
        line(adjusted=wan("40.44"), executed=wan("40.44"), execution_rate=percent("不低于95%")),
    ),
    ("RATE001: about is no rate", line(adjusted=wan("40.44"), executed=wan("40.44"), execution_rate=percent("约95%"))),
    (
        "RATE001: a number without a percent sign is no rate",
        line(adjusted=wan("40.44"), executed=wan("40.44"), execution_rate=percent("1")),
    ),
    ("RATE002 spends all", line(adjusted=wan("38.26"), executed=wan("38.26"))),
    (
        "RATE002 spends more than the original budget, and less than the adjusted one",
        line(original=wan("30.00"), adjusted=wan("40.44"), executed=wan("38.26")),
    ),
    (
        "RATE006: nothing of nothing",
        line(original=wan("0.00"), executed=wan("0.00"), execution_rate=percent("0.00%")),
    ),
    (
        "RATE002 spends more only by rounding",
        evolve(line(adjusted=wan("38.26"), executed=Money.yuan("382649.99")), presentation=None),
    ),
    ("RATE002 has no budget", line(executed=wan("38.26"))),
    ("FORM001 has a figure of zero", report(account(closing_balance=wan("0")))),
    (
        "FORM002: an amount of zero is none",
        report(funded(FundingSource.GOVERNMENT_FUND_APPROPRIATION, BudgetLine(executed=wan("0.00")))),
    ),
    (
        "FORM002: another source says nothing of the four budgets",
        report(funded(FundingSource.OTHER, BudgetLine(executed=wan("1")))),
    ),
    (
        "FORM002: the source is the budget that has figures",
        report(funded(FundingSource.GENERAL_PUBLIC_APPROPRIATION, BudgetLine(executed=wan("1")))),
    ),
    ("FORM003 says none", report(goals=Goals(announced=(GoalKind.PROJECT,), project=NIL))),
    ("FORM003 announced nothing", report(goals=Goals())),
    (
        "FORM004 names the year",
        report(account(year=2022, revenue=spent("0")), cover=Cover(year=2022, title="2022年度报告")),
    ),
    ("FORM004 names the year among others", report(cover=Cover(title="2021年至2022年报告"))),
    ("FORM004: a number is no year", report(cover=Cover(title="财预2020号，120215年"))),
    (
        "FORM004: running text may name other years",
        report(narrative=Narrative(achievements=(Passage(text="2021年度考核优秀"),))),
    ),
    ("TEXT001 has a text", report(narrative=Narrative(problems=(Passage(title="一是", text="甲"),)))),
    (
        "TEXT001 has points",
        report(narrative=Narrative(problems=(Passage(title="一是", points=(Passage(text="甲"),)),))),
    ),
    (
        "TEXT001 has figures",
        report(
            narrative=Narrative(
                problems=(Passage(title="一是", figures=(Figure(about="甲", quantity=percent("1名")),)),)
            )
        ),
    ),
    ("TEXT001 has no title", report(narrative=Narrative(problems=(Passage(),), measures=NIL, other=()))),
]
