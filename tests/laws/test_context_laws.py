"""What holds in every decimal context that a program may have set: the same results, the same words."""

import decimal
from collections.abc import Callable, Iterable
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from inspect import signature
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

import perfreport.testing as strategies
from perfreport.classification import BudgetStage
from perfreport.cli._commands import perfreport as command
from perfreport.consolidation import Blank, consolidate, cross_table, sum_by_level
from perfreport.errors import PerfReportError
from perfreport.messages import contradiction, localize, render
from perfreport.model import (
    Budget,
    BudgetLine,
    Budgets,
    Department,
    Expenditure,
    FunctionalLine,
    Indicator,
    PerformanceReport,
    Project,
    Projects,
)
from perfreport.money import Interval, Money, Presentation, Unit, Wording, allocate, bounds, total
from perfreport.notation import find_amounts, parse_heading
from perfreport.numerals import Numeral, exact, round_half_up, summed
from perfreport.quantity import Actual, Quantity, Rate, Target
from perfreport.reconciliation import judge, judge_rate, reconcile, reconcile_identities
from perfreport.reconciliation.equations import Identity
from perfreport.rules import check
from perfreport.scoring import (
    GradeScheme,
    ScoringPolicy,
    execution_score,
    grade,
    graded_differently,
    score,
    total_score,
)
from perfreport.serialization import dumps, loads
from perfreport.testing._breaking import BREAKERS
from tests.cases.laws import WHOLE, one_in

#: What is computed, by name, so that a failure says what it was.
Calls = dict[str, Callable[[], object]]

ROUNDINGS = [
    decimal.ROUND_CEILING, decimal.ROUND_DOWN, decimal.ROUND_FLOOR, decimal.ROUND_HALF_DOWN, decimal.ROUND_HALF_EVEN,
    decimal.ROUND_HALF_UP, decimal.ROUND_UP, decimal.ROUND_05UP,
]  # fmt: skip
TRAPS = [
    decimal.Clamped, decimal.DivisionByZero, decimal.FloatOperation, decimal.Inexact, decimal.InvalidOperation,
    decimal.Overflow, decimal.Rounded, decimal.Subnormal, decimal.Underflow,
]  # fmt: skip
CONTEXTS = st.builds(
    Context,
    prec=st.integers(1, 50),
    rounding=st.sampled_from(ROUNDINGS),
    Emin=st.integers(-9, 0),
    Emax=st.integers(0, 9),
    capitals=st.integers(0, 1),
    clamp=st.integers(0, 1),
    flags=st.just([]),
    traps=st.just(TRAPS) | st.just([]) | st.lists(st.sampled_from(TRAPS), unique=True),
)
LOCALES = localize.LOCALES
LONG = st.integers(-(10**24), 10**24) | st.integers(-(10**36), 10**36)


@st.composite
def amounts(draw: st.DrawFn) -> Money:
    """Draw amounts of every size, with up to 12 decimals of a 元."""
    unit, decimals = draw(st.sampled_from(Unit)), draw(st.integers(0, 12))
    digits = draw(LONG) % 10 ** (24 + decimals)
    amount = Decimal(f"{draw(st.sampled_from(['', '-']))}{digits}E-{decimals + unit.power}")
    return Money(f"{amount:f}", unit)


MONEY = strategies.money() | amounts()
NUMBERS = st.builds(lambda digits, places: Decimal(f"{digits}E-{places}"), LONG, st.integers(0, 12))
POINTS = st.builds(lambda cents: Decimal(f"{cents}E-2"), st.integers(0, 12_000))
QUANTITIES = strategies.quantities() | st.builds(
    Quantity, NUMBERS.filter(lambda number: abs(number) < 10**32), st.sampled_from(["%", "万人次", ""])
)
CELLS = st.text("0123456789.,%万亿人次≥≤>约～-至年月日 ", max_size=16)


def outcome(call: Callable[[], object]) -> tuple[object, ...]:
    """Return what *call* gives back, or the error of the library that it raises."""
    try:
        result = call()
    except PerfReportError as error:
        return type(error), str(error)
    return type(result), result


def assert_untouched(calls: Calls, around: Context) -> None:
    """Assert that every one of *calls* does in the context *around* what it does in the usual one, and leaves it so."""
    for name, call in calls.items():
        expected = outcome(call)
        with localcontext(around) as current:
            before = str(current)
            found = outcome(call)
            assert decimal.getcontext() is current, name
            assert str(current) == before, name
        assert found == expected, name
        assert repr(found) == repr(expected), name


@example((Money("0.0000001", Unit.YUAN), Money(0, Unit.YUAN)), Decimal(0), 0, Wording(), Context(capitals=0)).via(
    "an exponent is written in the letter of the context"
)
@given(st.tuples(MONEY, MONEY), NUMBERS, st.integers(-(10**9), 10**9), strategies.wordings(), CONTEXTS)
def test_amounts(two: tuple[Money, Money], factor: Decimal, times: int, wording: Wording, around: Context) -> None:
    a, b = two
    calls: Calls = {
        "add": lambda: a + b, "subtract": lambda: a - b, "negate": lambda: -a, "abs": lambda: abs(a),
        "multiply": lambda: a * times, "multiply exactly": lambda: a * factor, "equal": lambda: a == b,
        "order": lambda: (a < b, a <= b, a > b, a >= b), "hash": lambda: hash(a), "total": lambda: total([a, b, a, b]),
        "to": lambda: [a.to(unit) for unit in Unit], "in_unit": lambda: [a.in_unit(unit) for unit in Unit],
        "text": lambda: (str(a), repr(a)), "parse": lambda: Money.parse(str(a)), "words": lambda: a.in_words(wording),
        "read words": lambda: Money.from_words(a.in_words(wording)), "exact": lambda: exact(factor),
        "build": lambda: Money(factor, Unit.WAN), "numeral": lambda: Numeral.parse(f"{a.amount:f}万").value,
        "summed": lambda: summed([factor, a.amount, b.amount]),
        "round": lambda: round_half_up(Fraction(a.amount) / 7, 5),
    }  # fmt: skip
    assert_untouched(calls, around)


@given(MONEY, MONEY, strategies.presentations(), st.lists(POINTS, max_size=4), CONTEXTS)
def test_pages(a: Money, b: Money, page: Presentation, weights: list[Decimal], around: Context) -> None:
    calls: Calls = {
        "step": lambda: (page.step, page.step_of(a)), "round": lambda: page.round(a), "figure": lambda: page.figure(a),
        "print": lambda: page.print(a), "interval": lambda: page.interval(a), "in": lambda: b in page.interval(a),
        "read": lambda: page.interval(page.print(a)), "tolerance": lambda: page.tolerance(7),
        "interval of": lambda: Interval.of(page.round(a), page.step), "bounds": lambda: bounds(a, page.step_of(a), 12),
        "allocate": lambda: allocate(page.round(a), weights, page),
    }  # fmt: skip
    assert_untouched(calls, around)


@given(
    st.lists(MONEY, min_size=2, max_size=4),
    st.none() | strategies.presentations(),
    POINTS,
    st.integers(-3, 3),
    CONTEXTS,
)
def test_judgements(
    parts: list[Money], page: Presentation | None, percent: Decimal, steps: int, around: Context
) -> None:
    whole = total(parts) if page is None else page.round(total(parts)) + page.step * steps
    identity = Identity(("whole",), whole, tuple(((str(at),), part) for at, part in enumerate(parts)), page)
    judged = reconcile_identities([("SUM", identity)])
    calls: Calls = {
        "judge": lambda: judge(whole, parts, page), "judge_rate": lambda: judge_rate(percent, parts[0], parts[1], page),
        "reconcile": lambda: reconcile_identities([("SUM", identity)]),
        "contradiction": lambda: [contradiction(each, known) for each in judged.conflicts for known in LOCALES],
    }  # fmt: skip
    assert_untouched(calls, around)


@given(st.tuples(QUANTITIES, QUANTITIES), st.tuples(MONEY, MONEY), CELLS, CONTEXTS)
def test_quantities(counted: tuple[Quantity, Quantity], two: tuple[Money, Money], cell: str, around: Context) -> None:
    (q, r), (a, b) = counted, two
    rate = Rate.of(a, b)
    calls: Calls = {
        "parse": lambda: Quantity.parse(str(q)), "value": lambda: (q.value, q.base_unit), "equal": lambda: q == r,
        "hash": lambda: hash(q), "text": lambda: str(q), "rate": lambda: (rate.value, rate.percent(4), rate.print()),
        "share": lambda: str(Rate.of(q, r)), "target": lambda: (Target.parse(cell), Target.parse(cell).value),
        "actual": lambda: (Actual.parse(cell), Actual.parse(cell).value), "numeral": lambda: Numeral.parse(cell).value,
        "money": lambda: Money.parse(cell, Unit.WAN), "found": lambda: find_amounts(f"支出{a}，其中{b}，{cell}万元"),
        "heading": lambda: parse_heading(f"（一）产出指标（{cell}分）"),
        "localized": lambda: [
            (localize.money(a, known), localize.quantity(q, known), localize.rate(rate, known)) for known in LOCALES
        ],
    }  # fmt: skip
    assert_untouched(calls, around)


@given(
    strategies.single_indicators(), strategies.scoring_policies(), strategies.grade_schemes(),
    st.tuples(POINTS, POINTS, st.builds(Rate, MONEY, MONEY)), CONTEXTS,
)  # fmt: skip
def test_scores(
    indicator: Indicator,
    policy: ScoringPolicy,
    scheme: GradeScheme,
    given_points: tuple[Decimal, Decimal, Rate],
    around: Context,
) -> None:
    stated, weight, rate = given_points
    calls: Calls = {
        "score": lambda: score(indicator, policy), "gap": lambda: score(indicator, policy).gap,
        "total": lambda: total_score([score(indicator, policy), stated, weight]),
        "execution": lambda: execution_score(rate, weight, policy, stated=stated),
        "execution gap": lambda: execution_score(rate, weight, policy, stated=stated).gap,
        "grade": lambda: grade(stated, scheme, full=weight), "rounded": lambda: graded_differently(stated, scheme),
        "grade of total": lambda: grade(total_score([stated, weight]), scheme),
    }  # fmt: skip
    assert_untouched(calls, around)


def everything(report: PerformanceReport) -> Calls:
    """Return what is done with a whole report, up to its page."""
    found = check(report)
    conflicts = reconcile(report).conflicts
    text = dumps(report, "yaml")

    def page(*arguments: str) -> tuple[int, str]:
        with TemporaryDirectory() as directory:
            file = Path(directory, "report.yaml")
            file.write_bytes(text)
            done = CliRunner().invoke(command, [*arguments, str(file)])
        assert done.exception is None or isinstance(done.exception, SystemExit)
        return done.exit_code, done.output.replace(directory, "")

    return {
        "check": lambda: check(report),
        "render": lambda: [render(finding, known) for finding in found for known in LOCALES],
        "reconcile": lambda: reconcile(report),
        "contradiction": lambda: [contradiction(each, known) for each in conflicts for known in LOCALES],
        "dumps": lambda: (dumps(report, "json"), dumps(report, "yaml")),
        "loads": lambda: loads(text, "yaml"),
        "show": lambda: page("show"),
        "check a file": lambda: page("check"),
    }


@one_in(25)
@given(strategies.reports(max_forms=1), CONTEXTS)
def test_reports(report: PerformanceReport, around: Context) -> None:
    assert_untouched(everything(report), around)


@WHOLE
@given(st.sampled_from(sorted(BREAKERS)).flatmap(lambda key: strategies.breaking(*key)), CONTEXTS)
def test_findings(report: PerformanceReport, around: Context) -> None:
    assert_untouched(everything(report), around)


@WHOLE
@given(st.lists(strategies.functional_lines(), max_size=3), st.lists(MONEY, min_size=10, max_size=10), CONTEXTS)
def test_sums_of_tables(lines: list[FunctionalLine], figures: list[Money], around: Context) -> None:
    units = [large(figures[:5]), large(figures[5:])]
    calls: Calls = {
        "levels": lambda: [sum_by_level(lines, digits, blank) for digits in (3, 5) for blank in Blank],
        "table": lambda: cross_table(lines, BudgetStage.EXECUTED, blank=Blank.ZERO),
        "units": lambda: consolidate(units, Department(name="某局")),
    }
    assert_untouched(calls, around)


#: The strategies that need nothing given.
DRAWN = [
    name
    for name in strategies.__all__
    if name != "assert_same"
    and all(said.default is not said.empty for said in signature(getattr(strategies, name)).parameters.values())
]
#: One digit, no exponent, and an error for whatever is not exact.
STRICTEST = Context(prec=1, Emin=0, Emax=0, traps=TRAPS)


@given(st.data(), CONTEXTS | st.just(STRICTEST), st.sampled_from(DRAWN))
def test_strategies_draw_in_every_context(data: st.DataObject, around: Context, name: str) -> None:
    with localcontext(around):
        drawn = data.draw(getattr(strategies, name)())
    if isinstance(drawn, PerformanceReport):
        assert reconcile(drawn).conflicts == ()


def large(executed: Iterable[Money]) -> PerformanceReport:
    """Return a report with a total, its two parts, and what the projects of the second come to."""
    whole, basic, project, *items = (BudgetLine(executed=amount) for amount in executed)
    listed = Projects(total=project, items=tuple(Project(name="项目", amounts=item) for item in items))
    account = Budget(expenditure=Expenditure(total=whole, basic=basic, project=project), projects=listed)
    return PerformanceReport(year=2022, department=Department(name="某局"), budgets=Budgets(general_public=account))


MOST = "9" * 24 + "元"
LARGE = [
    ("28 digits", [f"{'1234567890' * 2}.12345678元"] * 5),
    ("36 digits", [f"{'9' * 24}.{'9' * 12}元", "0.000000000001元", f"{'9' * 24}元", "1元", "2元"]),
    ("24 digits, and sums beyond them", [MOST] * 9),
    ("24 digits against nothing", ["-" + MOST, MOST, MOST, MOST, "0元"]),
    ("hundreds of millions", [f"{'9' * 15}.99亿元", f"{'9' * 15}.99亿元", "0.01亿元", f"{'9' * 15}亿元", MOST]),
]


@pytest.mark.parametrize("digits", [digits for _, digits in LARGE], ids=[name for name, _ in LARGE])
@one_in(50)
@given(around=CONTEXTS)
def test_the_longest_amounts(digits: Iterable[str], around: Context) -> None:
    report = large(map(Money.parse, digits))
    calls = everything(report)
    assert check(report)
    assert reconcile(report).conflicts
    assert_untouched(calls, around)


def test_a_sum_beyond_what_can_be_stated_is_told_to_the_last_digit() -> None:
    (finding,) = [each for each in check(large(map(Money.parse, ("1元", MOST, MOST)))) if each.code == "SUM001"]
    assert f"CN¥{2 * (10**24 - 1):,}" in render(finding, "en")
    assert f"{2 * (10**24 - 1):,}元" in render(finding, "zh-CN")


@given(st.lists(amounts(), min_size=2, max_size=6), st.none() | strategies.presentations())
def test_the_sums_of_amounts_that_can_be_stated_are_never_refused(
    stated: list[Money], page: Presentation | None
) -> None:
    whole, *parts = stated
    identity = Identity(("whole",), whole, tuple(((str(at),), part) for at, part in enumerate(parts)), page)
    for conflict in reconcile_identities([("SUM", identity)]).conflicts:
        assert contradiction(conflict, "en")
    assert total(parts) - whole == total([*parts, -whole])
