"""Sums that do not come out, and sums that do."""

from attrs import evolve

from perfreport import NIL, BudgetLine, Expenditure, Finding, Money, PerformanceReport, Presentation, Unit
from perfreport.model import Projects
from tests.cases.reports import EXECUTED, GENERAL, account, gap, listed, report, rows, spent, wan

#: What breaks a rule: the report, and all that the standard rules find in it.
BREAKING: list[tuple[str, PerformanceReport, list[Finding]]] = [
    (
        "SUM001 rounding",
        report(account(expenditure=rows(total="40.44", basic="30.33", project="10.12"))),
        [gap("SUM001", EXECUTED, wan("40.44"), [wan("30.33"), wan("10.12")], wan("40.45"), "rounding")],
    ),
    (
        "SUM001 mismatch",
        report(account(expenditure=rows(total="40.44", basic="30.33", project="10.13"))),
        [gap("SUM001", EXECUTED, wan("40.44"), [wan("30.33"), wan("10.13")], wan("40.46"), "mismatch")],
    ),
    (
        "SUM001 with every row of the table",
        report(account(expenditure=rows(total="9", basic="1", project="2", business="3", remitted="4", subsidies="5"))),
        [gap("SUM001", EXECUTED, wan("9"), [wan("1"), wan("2"), wan("3"), wan("4"), wan("5")], wan("15"), "mismatch")],
    ),
    (
        "SUM001 at another stage, in another budget",
        report(
            fund=account(
                expenditure=Expenditure(
                    total=BudgetLine(final_account=wan("5.00")),
                    basic=BudgetLine(final_account=wan("1.00")),
                    project=BudgetLine(final_account=wan("3.00")),
                )
            )
        ),
        [
            gap(
                "SUM001",
                "/budgets/government_fund/expenditure/total/final_account",
                wan("5.00"),
                [wan("1.00"), wan("3.00")],
                wan("4.00"),
                "mismatch",
            )
        ],
    ),
    (
        "SUM001 where whole 分 are printed and nothing was rounded",
        report(
            account(expenditure=rows(total=Money.yuan("1.00"), basic=Money.yuan("0.50"), project=Money.yuan("0.49"))),
            presentation=Presentation(Unit.YUAN, 2),
        ),
        [
            gap(
                "SUM001",
                EXECUTED,
                Money.yuan("1.00"),
                [Money.yuan("0.50"), Money.yuan("0.49")],
                Money.yuan("0.99"),
                "mismatch",
            )
        ],
    ),
    (
        "SUM002 mismatch",
        report(account(expenditure=rows(basic="30.33", personnel="24.62", public="5.73"))),
        [
            gap(
                "SUM002",
                f"{GENERAL}/expenditure/basic/executed",
                wan("30.33"),
                [wan("24.62"), wan("5.73")],
                wan("30.35"),
                "mismatch",
            )
        ],
    ),
    (
        "SUM002 rounding, without a presentation",
        report(account(expenditure=rows(basic="30.33", personnel="24.62", public="5.70")), presentation=None),
        [
            gap(
                "SUM002",
                f"{GENERAL}/expenditure/basic/executed",
                wan("30.33"),
                [wan("24.62"), wan("5.70")],
                wan("30.32"),
                "rounding",
            )
        ],
    ),
    (
        "SUM003 against the total of the list",
        report(account(projects=listed("5.70", "0.98", total="10.12"))),
        [
            gap(
                "SUM003",
                f"{GENERAL}/projects/total/executed",
                wan("10.12"),
                [wan("5.70"), wan("0.98")],
                wan("6.68"),
                "mismatch",
            )
        ],
    ),
    (
        "SUM003 against the row of the table",
        report(account(expenditure=rows(project="6.67"), projects=listed("5.70", "0.98"))),
        [
            gap(
                "SUM003",
                f"{GENERAL}/expenditure/project/executed",
                wan("6.67"),
                [wan("5.70"), wan("0.98")],
                wan("6.68"),
                "rounding",
            )
        ],
    ),
    (
        "SUM004 mismatch",
        report(
            account(
                opening_balance=wan("1.00"),
                revenue=spent("40.44"),
                expenditure=rows(total="40.44"),
                closing_balance=wan("0.50"),
            )
        ),
        [
            gap(
                "SUM004",
                f"{GENERAL}/closing_balance",
                wan("0.50"),
                [wan("1.00"), wan("40.44"), wan("-40.44")],
                wan("1.00"),
                "mismatch",
            )
        ],
    ),
    (
        "SUM004 in the final account",
        report(
            account(
                opening_balance=wan("0.00"),
                revenue=BudgetLine(final_account=wan("40.44")),
                expenditure=Expenditure(total=BudgetLine(final_account=wan("40.43"))),
                closing_balance=wan("0.00"),
            )
        ),
        [
            gap(
                "SUM004",
                f"{GENERAL}/closing_balance",
                wan("0.00"),
                [wan("0.00"), wan("40.44"), wan("-40.43")],
                wan("0.01"),
                "rounding",
            )
        ],
    ),
    (
        "SUM005 at every place of the column",
        report(
            account(
                opening_balance=wan("1"), revenue=spent("2"), expenditure=rows(total="3"), closing_balance=wan("0")
            ),
            account(
                opening_balance=wan("0"), revenue=spent("1"), expenditure=rows(total="1"), closing_balance=wan("0")
            ),
            total=account(
                opening_balance=wan("5"), revenue=spent("5"), expenditure=rows(total="5"), closing_balance=wan("5")
            ),
        ),
        [
            gap("SUM005", "/budgets/total/revenue/executed", wan("5"), [wan("2"), wan("1")], wan("3"), "mismatch"),
            gap(
                "SUM005",
                "/budgets/total/expenditure/total/executed",
                wan("5"),
                [wan("3"), wan("1")],
                wan("4"),
                "mismatch",
            ),
            gap("SUM005", "/budgets/total/opening_balance", wan("5"), [wan("1"), wan("0")], wan("1"), "mismatch"),
            gap("SUM005", "/budgets/total/closing_balance", wan("5"), [wan("0"), wan("0")], wan("0"), "mismatch"),
        ],
    ),
    (
        "SUM005 where two of three say none",
        report(account(revenue=spent("2.00")), total=account(revenue=spent("2.01"))),
        [gap("SUM005", "/budgets/total/revenue/executed", wan("2.01"), [wan("2.00")], wan("2.00"), "mismatch")],
    ),
    (
        "SUM005 where all three say none",
        report(total=account(revenue=spent("1.00"))),
        [gap("SUM005", "/budgets/total/revenue/executed", wan("1.00"), [], Money.yuan(0), "mismatch")],
    ),
    (
        "SUM006 mismatch: one figure printed twice was rounded once",
        report(account(expenditure=rows(project="10.12"), projects=Projects(total=spent("10.11")))),
        [gap("SUM006", f"{GENERAL}/projects/total/executed", wan("10.11"), [wan("10.12")], wan("10.12"), "mismatch")],
    ),
    (
        "SUM006 rounding: the same figure in two units",
        report(
            account(expenditure=rows(project=Money.yuan("101249.99")), projects=Projects(total=spent("10.12"))),
            presentation=None,
        ),
        [
            gap(
                "SUM006",
                f"{GENERAL}/projects/total/executed",
                wan("10.12"),
                [Money.yuan("101249.99")],
                Money.yuan("101249.99"),
                "rounding",
            )
        ],
    ),
]


#: What comes near to breaking a rule, and does not.
NEAR: list[tuple[str, PerformanceReport]] = [
    ("a report in which every budget says none", report()),
    ("SUM001 adds up", report(account(expenditure=rows(total="40.45", basic="30.33", project="10.12")))),
    (
        "SUM001 adds up in two units",
        report(
            account(expenditure=rows(total="40.45", basic=Money.yuan("303300.00"), project="10.12")), presentation=None
        ),
    ),
    ("SUM001 has no total", report(account(expenditure=rows(basic="30.33", project="10.12")))),
    ("SUM001 has a silent part, which is not zero", report(account(expenditure=rows(total="40.44", basic="30.33")))),
    (
        "SUM001 has a row of the table that is silent at this stage",
        report(
            account(
                expenditure=evolve(
                    rows(total="40.44", basic="30.33", project="1.00"), business=BudgetLine(original=wan("5.00"))
                )
            )
        ),
    ),
    (
        "SUM001 compares no stage with another",
        report(
            account(
                expenditure=Expenditure(
                    total=BudgetLine(executed=wan("5.00")),
                    basic=BudgetLine(original=wan("1.00")),
                    project=BudgetLine(original=wan("1.00")),
                )
            )
        ),
    ),
    ("SUM001 with zero and a total of the rest", report(account(expenditure=rows(total="5", basic="0", project="5")))),
    ("SUM002 adds up", report(account(expenditure=rows(basic="30.33", personnel="24.62", public="5.71")))),
    ("SUM002 has a silent part", report(account(expenditure=rows(basic="30.33", personnel="24.62")))),
    ("SUM003 adds up", report(account(projects=listed("5.70", "0.98", "1.50", "1.94", total="10.12")))),
    ("SUM003 has a project that is silent", report(account(projects=listed("5.70", None, total="10.12")))),
    ("SUM003 has no total anywhere", report(account(projects=listed("5.70", "0.98")))),
    ("SUM003 has a total over an empty list", report(account(projects=listed(total="10.12")))),
    ("FORM005: no projects cost nothing", report(account(expenditure=rows(project="0.00"), projects=NIL))),
    (
        "SUM004 comes out",
        report(
            account(
                opening_balance=wan("1.00"),
                revenue=spent("40.00"),
                expenditure=rows(total="40.44"),
                closing_balance=wan("0.56"),
            )
        ),
    ),
    (
        "SUM004 has no opening balance, which is not zero",
        report(account(revenue=spent("40.00"), expenditure=rows(total="40.44"), closing_balance=wan("0.56"))),
    ),
    (
        "SUM004 has no closing balance",
        report(account(opening_balance=wan("9.00"), revenue=spent("40.00"), expenditure=rows(total="40.44"))),
    ),
    (
        "SUM004 states revenue and expenditure at two stages",
        report(
            account(
                opening_balance=wan("9.00"),
                revenue=BudgetLine(final_account=wan("1.00")),
                expenditure=rows(total="40.44"),
                closing_balance=wan("0.00"),
            )
        ),
    ),
    (
        "SUM005: a budget that says none adds nothing",
        report(account(revenue=spent("2.00")), NIL, NIL, total=account(revenue=spent("2.00"))),
    ),
    (
        "SUM005: social insurance is no part of the total",
        report(
            account(revenue=spent("2.00")),
            NIL,
            NIL,
            account(revenue=spent("7.00")),
            total=account(revenue=spent("2.00")),
        ),
    ),
    (
        "SUM005: an account that is silent at this place keeps the sum from being judged",
        report(account(revenue=spent("2.00")), account(opening_balance=wan("1")), total=account(revenue=spent("9.00"))),
    ),
    (
        "SUM006 is one figure",
        report(account(expenditure=rows(project="10.12"), projects=Projects(total=spent("10.120")))),
    ),
    ("SUM006 stands once", report(account(expenditure=rows(basic="10.12"), projects=Projects(total=spent("10.11"))))),
]
