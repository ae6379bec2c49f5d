"""Every rule finds what it is for, and nothing else."""

import pickle
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from perfreport import (
    NIL,
    BudgetAccount,
    BudgetKind,
    BudgetLine,
    Budgets,
    BudgetStage,
    Cover,
    Department,
    Expenditure,
    Figure,
    Finding,
    FundingLine,
    FundingSource,
    Goal,
    GoalKind,
    Goals,
    Grade,
    Money,
    Narrative,
    Nil,
    Passage,
    PerformanceReport,
    Presentation,
    Project,
    Projects,
    Quantity,
    Rate,
    Result,
    Severity,
    Unit,
    check,
    require,
)
from perfreport.errors import Noncompliant
from perfreport.frozenmap import FrozenMap
from perfreport.rules import STANDARD, Case, Rule, Seen, rule

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


def account(**parts: Any) -> BudgetAccount:
    """Return an account in which only these *parts* are stated."""
    return BudgetAccount(**parts)


def report(
    general: BudgetAccount | Nil | None = NIL,
    fund: BudgetAccount | Nil | None = NIL,
    capital: BudgetAccount | Nil | None = NIL,
    insurance: BudgetAccount | Nil | None = NIL,
    total: BudgetAccount | None = None,
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


def funded(source: FundingSource, amounts: BudgetLine) -> BudgetAccount:
    """Return an account with one project that one source pays for."""
    return account(
        projects=Projects(items=(Project(name="甲", funding=(FundingLine(source=source, amounts=amounts),)),))
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


OVER = {
    "executed": wan("40.44"), "budget": wan("38.26"), "excess": wan("2.18"),
    "rate": Rate(wan("40.44"), wan("38.26"), BudgetStage.UNSPECIFIED),
}  # fmt: skip

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
                f"{GENERAL}/projects/items/0/funding/0/amounts/execution_rate",
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
                f"{GENERAL}/projects/items/0/funding/0",
                "funding",
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


BROKEN = pytest.mark.parametrize(
    ("broken", "findings"), [row[1:] for row in BREAKING], ids=[row[0] for row in BREAKING]
)


class TestFindings:
    """Each rule finds what it is for, at its place, with the figures that it saw."""

    @BROKEN
    def test_what_breaks_a_rule_is_found_by_that_rule_alone(
        self, broken: PerformanceReport, findings: list[Finding]
    ) -> None:
        assert list(check(broken)) == findings

    @BROKEN
    def test_the_figures_are_as_printed(self, broken: PerformanceReport, findings: list[Finding]) -> None:
        # Equality of money forgives digits and units; what is shown must not.
        for seen, expected in zip(check(broken), findings, strict=True):
            assert {name: repr(fact) for name, fact in seen.facts.items()} == {
                name: repr(fact) for name, fact in expected.facts.items()
            }

    @pytest.mark.parametrize("near", [row[1] for row in NEAR], ids=[row[0] for row in NEAR])
    def test_what_only_comes_near_is_not_found(self, near: PerformanceReport) -> None:
        assert check(near) == ()

    def test_a_silent_budget_keeps_the_columns_from_being_judged(self) -> None:
        silent = report(account(revenue=spent("2.00")), None, NIL, total=account(revenue=spent("9.00")))
        assert [finding.code for finding in check(silent)] == ["FORM001"]

    def test_every_rule_has_a_near_miss_above(self) -> None:
        by_hand = {finding.code for _, _, findings in BREAKING for finding in findings}
        assert {name.split()[0].rstrip(":") for name, _ in NEAR} >= by_hand

    @BROKEN
    def test_the_place_is_there(self, broken: PerformanceReport, findings: list[Finding]) -> None:
        for finding in findings:
            held: Any = broken
            for step in finding.pointer.split("/")[1:]:
                if held is None:
                    # A chapter that is missing, in a report that has no budgets at all.
                    assert finding.code == "FORM001"
                    break
                held = held[int(step)] if isinstance(held, tuple) else getattr(held, step)

    @pytest.mark.parametrize("findings", [row[2] for row in BREAKING], ids=[row[0] for row in BREAKING])
    def test_findings_are_hashable_and_pickle(self, findings: list[Finding]) -> None:
        assert pickle.loads(pickle.dumps(findings)) == findings  # noqa: S301 - bytes of our own
        assert len(set(findings)) == len(findings)


class TestRequire:
    """`check` returns whatever it finds; only `require` raises, and only for errors."""

    @BROKEN
    def test_only_errors_are_raised(self, broken: PerformanceReport, findings: list[Finding]) -> None:
        errors = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
        if errors:
            with pytest.raises(Noncompliant) as caught:
                require(broken)
            assert caught.value.findings == errors
        else:
            require(broken)

    def test_only_the_given_rules_are_applied(self) -> None:
        broken = report(account(expenditure=rows(total="9", basic="1", project="1")), None)
        assert [finding.code for finding in check(broken)] == ["SUM001", "FORM001"]
        assert [finding.code for finding in check(broken, [BY_CODE["FORM001"]])] == ["FORM001"]
        require(broken, [BY_CODE["FORM001"]])
        require(broken, [])

    def test_findings_come_in_the_order_of_the_rules(self) -> None:
        broken = report(account(expenditure=rows(total="9", basic="1", project="1")), None)
        assert [finding.code for finding in check(broken, reversed(STANDARD))] == ["FORM001", "SUM001"]


CASES: Mapping[str, Case] = {"": Case(Severity.ERROR, "{name}太长。", "{name} is too long.")}


def _make(code: str) -> Any:
    return rule(code, cites=["ours"], title=("短名", "A short name"), remedy=("改名。", "Rename it."), cases=CASES)


def _short_name(given: PerformanceReport) -> Iterator[Seen]:
    """The name of a department has one character."""
    if len(given.department.name) > 1:
        yield Seen(("department", "name"), {"name": given.department.name})


class TestOwnRules:
    """People write rules of their own and use them like the standard ones."""

    def test_a_rule_of_ones_own(self) -> None:
        mine = _make("OURS001")(_short_name)
        assert isinstance(mine, Rule)
        assert mine.manual == "The name of a department has one character."
        expected = found("OURS001", Severity.ERROR, "/department/name", name="某局")
        assert check(report(), (*STANDARD, mine)) == (expected,)
        with pytest.raises(Noncompliant):
            require(report(), (*STANDARD, mine))
        assert check(evolve(report(), department=Department(name="局")), (*STANDARD, mine)) == ()

    def test_the_manual_page_is_not_indented(self) -> None:
        def look(_: PerformanceReport) -> Iterator[Seen]:
            """
            First line.

            More.
            """
            yield from ()

        assert _make("OURS002")(look).manual == "First line.\n\nMore."

    @pytest.mark.parametrize(
        "code", ["", "SUM1", "SUM0001", "sum001", "SU001", "SUMMING001", "SUM001 ", "SUM-001", "SUM٠٠١", "001"]
    )
    def test_another_code_is_refused(self, code: str) -> None:
        with pytest.raises(TypeError, match="a code such as SUM001"):
            _make(code)(_short_name)

    @pytest.mark.parametrize("text", [None, "", "  \n "])
    def test_a_rule_without_a_manual_page_is_refused(self, text: str | None) -> None:
        def look(_: PerformanceReport) -> Iterator[Seen]:
            yield from ()

        look.__doc__ = text
        with pytest.raises(TypeError, match="a docstring, which is its manual page"):
            _make("OURS001")(look)

    def test_places_with_slashes_are_escaped(self) -> None:
        @rule("OURS003", cites=["ours"], title=("甲", "A"), remedy=("乙。", "B."), cases=CASES)
        def look(_: PerformanceReport) -> Iterator[Seen]:
            """One."""
            yield Seen(("a/b", 0, "c~d"), {"name": "x"})

        assert [finding.pointer for finding in check(report(), [look])] == ["/a~1b/0/c~0d"]
