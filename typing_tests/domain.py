"""What type checkers see of quantities, forms, scores, sums and codes: checked, never run."""

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_type

from perfreport import Indicator, Money, PerformanceReport, Rate, loads
from perfreport.classification import Grade, IndicatorKind
from perfreport.consolidation import Consolidation, Part, consolidate
from perfreport.consolidation.sums import CrossTable, cross_table, sum_by_level, sum_of_amounts
from perfreport.model import (
    Attachments,
    Department,
    Document,
    EconomicLine,
    FunctionalLine,
    IndicatorTree,
    ProjectSelfEvaluation,
)
from perfreport.notation import FoundAmount, Heading, find_amounts, parse_heading
from perfreport.quantity import Actual, Deadline, MeasureKind, Operator, Target
from perfreport.reconciliation import Verdict, judge_rate
from perfreport.reconciliation.equations import Identity, identities
from perfreport.scoring import (
    MOF_2020,
    NATIONAL,
    Score,
    ScoringPolicy,
    Total,
    execution_score,
    grade,
    score,
    total_score,
)


def targets(target: Target, actual: Actual) -> None:
    assert_type(Target.parse("≥95%"), Target)
    assert_type(Actual.parse("96", measure="%"), Actual)
    assert_type(target.kind, MeasureKind)
    assert_type(target.operator, Operator | None)
    assert_type(target.value, Decimal | None)
    assert_type(target.unit, str)
    assert_type(target.deadline, Deadline | None)
    assert_type(actual.raw, str)
    Target.parse(95)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def forms(text: bytes, held: Attachments, listed: IndicatorTree) -> None:
    assert_type(loads(text, "json"), Document)
    assert_type(loads(text, "json", ProjectSelfEvaluation), ProjectSelfEvaluation)
    assert_type(held.project_self_evaluations, tuple[ProjectSelfEvaluation, ...])
    assert_type(listed.each(), Iterator[tuple[tuple[str | int, ...], Indicator]])


def scores(indicator: Indicator, policy: ScoringPolicy, scored: Score, added: Total) -> None:
    assert_type(score(indicator), Score)
    assert_type(score(indicator, policy, kind=IndicatorKind.QUANTITY), Score)
    assert_type(scored.points, Decimal | None)
    assert_type(execution_score(Rate(Money.wan(1), Money.wan(1)), Decimal(10), MOF_2020), Score)
    assert_type(total_score([scored, Decimal(10)]), Total)
    assert_type(grade(Decimal(95), NATIONAL), Grade | None)
    assert_type(added.points, Decimal | None)


def sums(report: PerformanceReport, rows: list[EconomicLine], functions: list[FunctionalLine]) -> None:
    assert_type(sum_of_amounts([Money.wan(1), None]), Money | None)
    assert_type(sum_by_level(rows, 3), tuple[EconomicLine, ...])
    assert_type(sum_by_level(functions, 3), tuple[FunctionalLine, ...])
    assert_type(cross_table(functions), CrossTable)
    assert_type(consolidate([report], Department(name="某局")), Consolidation)
    assert_type(consolidate([report], Department(name="某局")).parts("/budgets"), tuple[Part, ...])
    assert_type(identities(report), Iterator[tuple[str, Identity]])
    assert_type(judge_rate(Decimal(1), Money.wan(1), Money.wan(1)), Verdict)


def text(words: str) -> None:
    assert_type(find_amounts(words), list[FoundAmount])
    assert_type(find_amounts(words)[0].money, Money)
    assert_type(parse_heading(words), Heading | None)
    find_amounts(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
