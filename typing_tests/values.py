"""What type checkers see of values: checked, never run."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal, assert_type

from perfreport import (
    NIL,
    Budget,
    BudgetKind,
    BudgetLine,
    Budgets,
    BudgetStage,
    Expenditure,
    ExpenditureCategory,
    FundingSource,
    Goal,
    Money,
    Narrative,
    PerformanceReport,
    Presentation,
    Project,
    Quantity,
    Rate,
    Unit,
)
from perfreport.classification import GoalKind
from perfreport.model import Figure, FundingLine, Goals, Nil, Passage, Projects, walk
from perfreport.money import Interval, Wording, allocate, total
from perfreport.places import Way
from perfreport.quantity import Operator
from perfreport.reconciliation import Verdict, judge


def money(amount: Money, other: Money, others: list[Money]) -> None:
    assert_type(Money.wan("38.26"), Money)
    assert_type(Money.yuan(404400), Money)
    assert_type(Money.yi(Decimal("1.5")), Money)
    assert_type(Money.parse("38.26", Unit.WAN), Money)
    assert_type(Money.from_words("零元整"), Money)
    assert_type(amount.amount, Decimal)
    assert_type(amount.unit, Unit)
    assert_type(amount.to(Unit.YUAN), Decimal)
    assert_type(amount.in_unit(Unit.YUAN), Money)
    assert_type(amount.in_words(Wording(yuan="圆")), str)
    assert_type(amount + amount, Money)
    assert_type(amount - amount, Money)
    assert_type(-amount, Money)
    assert_type(abs(amount), Money)
    assert_type(amount * 2, Money)
    assert_type(Decimal("0.5") * amount, Money)
    assert_type(amount < other, bool)
    assert_type(amount >= other, bool)
    assert_type(total(others), Money)
    assert_type(max(others), Money)
    assert_type(sorted(others), list[Money])
    assert_type(allocate(amount, [1, Decimal(2)], Presentation(Unit.WAN)), tuple[Money, ...])


def refused_money(amount: Money) -> None:
    # What is no amount, no factor and no addend is an error before anything runs.
    Money.wan(38.26)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Money.parse(b"1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    amount + 1  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    amount * 1.5  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    amount / 2  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    _ = amount < 1  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    amount.amount = Decimal(1)  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def presentation(page: Presentation, amount: Money) -> None:
    assert_type(page.print(amount), str)
    assert_type(page.figure(amount), str)
    assert_type(page.round(amount), Money)
    assert_type(page.step, Money)
    assert_type(page.tolerance(3), Money)
    assert_type(page.interval("40.44"), Interval)
    assert_type(page.interval(amount).low, Money)
    assert_type(amount in page.interval(amount), bool)
    assert_type(judge(amount, [amount, amount], page), Verdict)
    assert_type(judge(amount, (amount,)), Verdict)


def rates(part: Money, whole: Money, count: Quantity) -> None:
    assert_type(Rate.of(part, whole), Rate)
    assert_type(Rate.of(count, count, basis="planned"), Rate)
    assert_type(Rate.of(part, whole).value, Fraction | None)
    assert_type(Rate.of(part, whole).percent(), Decimal | None)
    assert_type(Rate.of(part, whole).print(), str)
    assert_type(Rate.of(part, whole).numerator, Money | Quantity)
    assert_type(count.operator, Operator | None)
    assert_type(count.value, Decimal)
    assert_type(Quantity.parse("超100%"), Quantity)


def lines(line: BudgetLine, funding: FundingLine) -> None:
    assert_type(line.executed, Money | None)
    assert_type(line.execution_rate, Quantity | None)
    assert_type(line.at(BudgetStage.ADJUSTED), Money | None)
    assert_type(line.budget_stage, BudgetStage | None)
    assert_type(line.rate(), Rate | None)
    assert_type(line.rate(BudgetStage.ORIGINAL), Rate | None)
    assert_type(line.stated(), Iterator[tuple[BudgetStage, Money]])
    assert_type(funding.source, FundingSource)
    assert_type(funding.amounts, BudgetLine)


def reports(report: PerformanceReport) -> None:
    assert_type(report.year, int)
    assert_type(report.presentation, Presentation | None)
    assert_type(report.budgets, Budgets | None)
    assert_type(report.goals, Goals | None)
    assert_type(report.narrative, Narrative | None)
    assert_type(report.department.duties, tuple[str, ...])
    if report.budgets is not None:
        assert_type(report.budgets.general_public, Budget | Nil | None)
        assert_type(report.budgets.total, Budget | None)
        assert_type(report.budgets.of(BudgetKind.STATE_CAPITAL), Budget | Nil | None)
    if report.goals is not None:
        assert_type(report.goals.overall, tuple[Goal, ...] | Nil | None)
        assert_type(report.goals.of(GoalKind.PROJECT), tuple[Goal, ...] | Nil | None)
        assert_type(report.goals.announced, tuple[GoalKind, ...])
    if report.narrative is not None:
        assert_type(report.narrative.problems, tuple[Passage, ...] | Nil | None)


def a_walk_through_a_document(report: PerformanceReport) -> None:
    assert_type(walk.each(report, Budget), Iterator[tuple[Way, Budget, Presentation | None]])
    assert_type(walk.each(report.narrative, Passage), Iterator[tuple[Way, Passage, Presentation | None]])
    assert_type(walk.put(report, "/year", 2023), PerformanceReport)


def none_and_silence(account: Budget | Nil | None) -> None:
    # Silence, 「无」 and an account are told apart by identity.
    if account is None:
        assert_type(account, None)
    elif account is NIL:
        assert_type(account, Literal[Nil.NIL])
    else:
        assert_type(account, Budget)
        assert_type(account.revenue, BudgetLine | None)
        assert_type(account.projects, Projects | Nil | None)
        assert_type(account.expenditure, Expenditure | None)


def inside(expenditure: Expenditure, projects: Projects, project: Project, passage: Passage) -> None:
    assert_type(expenditure.line(ExpenditureCategory.BASIC), BudgetLine | None)
    assert_type(ExpenditureCategory.BASIC.parent, ExpenditureCategory | None)
    assert_type(ExpenditureCategory.BASIC.parts, tuple[ExpenditureCategory, ...])
    assert_type(projects.items, tuple[Project, ...])
    assert_type(project.sources, tuple[FundingLine, ...])
    assert_type(passage.points, tuple[Passage, ...])
    assert_type(passage.figures, tuple[Figure, ...])
    assert_type(passage.figures[0].quantity, Quantity)


def refused_values(money: Money) -> None:
    BudgetLine(money)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    BudgetLine(executed="1万元")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Projects(items=[])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Budgets(total=NIL)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    PerformanceReport(year=2022)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    Wording(ending="完")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Presentation("万元")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
