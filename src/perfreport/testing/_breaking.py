"""Reports that break one rule and no other, for every rule: a plain report in which one thing is made wrong."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from perfreport.classification import BudgetStage, FundingSource, GoalKind, Grade, IndicatorKind
from perfreport.errors import InvalidValue, shown
from perfreport.model import (
    NIL,
    Attachments,
    BaseData,
    Budget,
    BudgetLine,
    Budgets,
    CostRow,
    Cover,
    Expenditure,
    Figure,
    Funding,
    FundingLine,
    GoalOutcome,
    GoalPlan,
    Goals,
    Indicator,
    IndicatorLevel,
    IndicatorTree,
    Narrative,
    Passage,
    PerformanceReport,
    Procurement,
    Project,
    ProjectDeclaration,
    Projects,
    Result,
    Staffing,
)
from perfreport.money import Money
from perfreport.numerals import EXACT, round_half_up
from perfreport.quantity import Actual, Quantity, Target
from perfreport.rules import Setting
from perfreport.rules.profiles import PROFILES
from perfreport.testing._breaking_codes import CODE_BREAKERS
from perfreport.testing._breaking_sums import Breaker, sum_breakers
from perfreport.testing._plain import AMOUNTS, GAPS, YEAR, account, base_with, form_with, plain_report, wan
from perfreport.testing._values import texts

__all__ = ["BREAKERS", "breaking", "breaking_profiles", "breaking_years"]

_FULL = Decimal(100)
_WITHIN = st.integers(1, 9_000).map(lambda cents: EXACT.divide(cents, 100))


def breaking(code: str, case: str | None = None) -> st.SearchStrategy[PerformanceReport]:
    """
    Draw reports that break the rule *code*, in the way of *case* where it is given, and no other rule.

    A rule that compares two years cannot be broken by one report; `breaking_years` draws both.

    Raises:
        InvalidValue: if no rule of the library has the code, or the rule no such case.
    """
    found = [breaker for (known, kind), breaker in BREAKERS.items() if known == code and case in (None, kind)]
    if not found:
        raise InvalidValue("breaking", "code", f"expected the code and the case of a rule, not {shown((code, case))}")
    return st.one_of([st.composite(breaker)() for breaker in found])


@st.composite
def breaking_profiles(draw: st.DrawFn) -> tuple[PerformanceReport, Setting]:
    """Draw a report and a setting which break FORM009 and nothing else."""
    profiles = [profile.setting for profile in PROFILES.values() if profile.setting.required]
    return plain_report(), draw(st.sampled_from(profiles))


def breaking_years(code: str = "YEAR001") -> st.SearchStrategy[tuple[PerformanceReport, PerformanceReport]]:
    """
    Draw a report and that of the year before which break a rule of two years, and nothing else.

    Raises:
        InvalidValue: if *code* is neither YEAR001 nor YEAR003.
    """
    breakers = {"YEAR001": _other_balance, "YEAR003": _other_costs}
    if code not in breakers:
        raise InvalidValue("breaking_years", "code", f"expected {' or '.join(breakers)}, not {shown(code)}")
    return st.composite(breakers[code])()


def _other_balance(draw: st.DrawFn) -> tuple[PerformanceReport, PerformanceReport]:
    stated, gap = draw(AMOUNTS), draw(GAPS)
    before = evolve(account(closing_balance=wan(EXACT.add(stated, gap))), year=YEAR - 1)
    return account(opening_balance=wan(stated)), before


def _other_costs(draw: st.DrawFn) -> tuple[PerformanceReport, PerformanceReport]:
    stated, gap = draw(AMOUNTS), draw(GAPS)
    last = Procurement(goods=CostRow(final_account=wan(EXACT.add(stated, gap))))
    before = plain_report(attachments=Attachments(base_data=BaseData(year=YEAR - 1, procurement=last)))
    return base_with(procurement=Procurement(goods=CostRow(previous=wan(stated)))), evolve(before, year=YEAR - 1)


def _spent(amount: Decimal) -> BudgetLine:
    return BudgetLine(executed=wan(amount))


def _whole(line: BudgetLine, **account_parts: Any) -> PerformanceReport:
    return account(expenditure=Expenditure(total=line), **account_parts)


def _over(draw: st.DrawFn, stage: BudgetStage) -> tuple[BudgetLine, Decimal]:
    """Draw a row that spent more than its budget at *stage*."""
    budget, more = draw(AMOUNTS), draw(GAPS)
    spent = EXACT.add(budget, more)
    return BudgetLine.from_stages({stage: wan(budget), BudgetStage.EXECUTED: wan(spent)}), spent


def _wrong_rate(draw: st.DrawFn) -> PerformanceReport:
    budget, executed = sorted((draw(AMOUNTS), draw(AMOUNTS)), reverse=True)
    line = BudgetLine(adjusted=wan(budget), executed=wan(executed))
    percent = round_half_up(Fraction(executed) / Fraction(budget) * 100, 2)
    return _whole(evolve(line, execution_rate=Quantity(EXACT.add(percent, 5), "%")))


def _cut_off_rate(draw: st.DrawFn) -> PerformanceReport:
    # 2/3 of an amount that is large enough for its rate to be known to the last decimal.
    third = draw(st.integers(10**7, 10**9))
    line = BudgetLine(adjusted=wan(Decimal(3 * third)), executed=wan(Decimal(2 * third)))
    return _whole(evolve(line, execution_rate=Quantity("66.66", "%")))


def _met(weight: str, score: str | None = None, **given: Any) -> Indicator:
    cells = {"target": Target("≥95%"), "actual": Actual("96%"), **given}
    return Indicator(name="合格率", weight=weight, score=weight if score is None else score, **cells)


def _indicators(*found: Indicator, weight: Any = None, score: Any = None) -> IndicatorTree:
    group = IndicatorLevel(kind=IndicatorKind.QUANTITY, weight=weight, score=score, indicators=found)
    return IndicatorTree(levels=(group,))


def _scored(*found: Indicator, total: Any = "100", grade: Grade = Grade.EXCELLENT, **level: Any) -> PerformanceReport:
    result = Result(weight=_FULL, score=total, grade=grade)
    return form_with(indicators=_indicators(*found, **level), result=result)


def _unusual(draw: st.DrawFn) -> PerformanceReport:
    output = draw(st.integers(1, 49))
    weights = {IndicatorKind.OUTPUT: output, IndicatorKind.OUTCOME: 80 - output, IndicatorKind.SATISFACTION: 10}
    groups = tuple(
        IndicatorLevel(kind=kind, weight=str(weight), indicators=(_met(str(weight)),))
        for kind, weight in weights.items()
    )
    result = Result(weight=_FULL, score=_FULL, grade=Grade.EXCELLENT)
    execution = Funding(weight=Decimal(10), score=Decimal(10))
    return form_with(funding=execution, indicators=IndicatorTree(levels=groups), result=result)


def _wrong_execution(draw: st.DrawFn) -> PerformanceReport:
    budget = draw(AMOUNTS)
    line = BudgetLine(adjusted=wan(budget), executed=wan(budget))
    points = draw(st.integers(100, 999).map(lambda cents: EXACT.divide(cents, 100)))
    result = Result(weight=_FULL, score=EXACT.add(90, points), grade=Grade.EXCELLENT)
    funds = Funding(total=line, weight=Decimal(10), score=points)
    return form_with(funding=funds, indicators=_indicators(_met("90")), result=result)


def _goals_of(kind: GoalKind) -> PerformanceReport:
    return plain_report(goals=Goals(announced=(kind,)))


def _budgets(**given: Any) -> PerformanceReport:
    nothing: dict[str, Any] = dict.fromkeys(
        ("general_public", "government_fund", "state_capital", "social_insurance"), NIL
    )
    return plain_report(budgets=Budgets(**(nothing | given)))


def _declared(**parts: Any) -> PerformanceReport:
    return plain_report(
        attachments=Attachments(project_declarations=(ProjectDeclaration(year=YEAR, name="项目", **parts),))
    )


def _said(*figures: Figure, **given: Any) -> PerformanceReport:
    passage = Passage(text="情况如下", figures=figures) if figures else Passage(**given)
    return plain_report(narrative=Narrative(achievements=(passage,)))


def _changed(draw: st.DrawFn, way: str, *, wrong: bool) -> PerformanceReport:
    change, more = draw(AMOUNTS), draw(AMOUNTS)
    rate = round_half_up(Fraction(change) / Fraction(more) * 100 + (5 if wrong else 0), 2)
    text = f"支出{wan(EXACT.add(change, more))}，比上年增加{wan(change)}，{way}{rate}%。"
    return plain_report(narrative=Narrative(achievements=(Passage(text=text),)))


def _procured(draw: st.DrawFn) -> PerformanceReport:
    budget, spent = draw(AMOUNTS), draw(AMOUNTS)
    rate = round_half_up(Fraction(spent) / Fraction(budget) * 100 + 5, 2)
    bought = Procurement(total=CostRow(budget=wan(budget), final_account=wan(spent)))
    figure = Figure(about="政府采购执行率", quantity=Quantity(rate, "%"))
    return evolve(_said(figure), attachments=base_with(procurement=bought).attachments)


def _odd_decimals(draw: st.DrawFn) -> PerformanceReport:
    amounts = [wan(draw(AMOUNTS)) for _ in range(draw(st.integers(3, 5)))]
    odd = draw(st.integers(0, len(amounts) - 1))
    amounts[odd] = Money.wan(f"{draw(st.integers(1, 99))}.{draw(st.integers(1, 9))}")
    items = tuple(Project(name="项目", amounts=BudgetLine(executed=amount)) for amount in amounts)
    return account(projects=Projects(items=items))


def _text_and_table(draw: st.DrawFn) -> PerformanceReport:
    amount, gap = draw(AMOUNTS), draw(GAPS)
    figure = Figure(about="支出合计", quantity=Quantity(wan(EXACT.add(amount, gap)).amount, "万元"))
    passage = Passage(text="情况如下", figures=(figure,))
    return evolve(_whole(_spent(amount)), narrative=Narrative(achievements=(passage,)))


def _shares(draw: st.DrawFn) -> PerformanceReport:
    share = draw(st.integers(10, 49))
    sources = tuple(
        FundingLine(source=source, amounts=BudgetLine(share=Quantity(share, "%")))
        for source in (FundingSource.CARRY_OVER, FundingSource.OTHER)
    )
    return form_with(funding=Funding(sources=sources))


def _slipped(draw: st.DrawFn) -> PerformanceReport:
    small = draw(AMOUNTS)
    return _whole(BudgetLine(adjusted=wan(EXACT.multiply(small, 10_000)), executed=wan(small)))


def _published(draw: st.DrawFn, *, late: bool) -> PerformanceReport:
    approved = draw(st.dates(date(2023, 2, 1), date(2023, 10, 1)))
    days = draw(st.integers(21, 90)) if late else -draw(st.integers(1, 90))
    return plain_report(approved=approved, published=approved + timedelta(days))


def _total_says_none(draw: st.DrawFn) -> PerformanceReport:
    total = Budget(revenue=BudgetLine(proposed=wan(draw(AMOUNTS))), says_none=True)
    held = Budget(revenue=BudgetLine(proposed=None), opening_balance=wan(draw(AMOUNTS)))
    return _budgets(general_public=held, total=total)


def _from_nothing(draw: st.DrawFn) -> PerformanceReport:
    row = _spent(draw(AMOUNTS))
    funding = (FundingLine(source=FundingSource.GOVERNMENT_FUND_APPROPRIATION, amounts=row),)
    items = (Project(name="项目", amounts=row, sources=funding),)
    return account(projects=Projects(items=items))


def _either(draw: st.DrawFn) -> PerformanceReport:
    line, spent = _over(draw, BudgetStage.UNSPECIFIED)
    return _whole(line, revenue=_spent(spent))


def _levels_weigh(draw: st.DrawFn) -> PerformanceReport:
    weight = str(EXACT.subtract(99, draw(_WITHIN)))
    inner = IndicatorLevel(kind=IndicatorKind.QUANTITY, indicators=(_met("60"), _met("30")))
    last = IndicatorLevel(kind=IndicatorKind.QUALITY, weight=weight, indicators=(_met("6"), _met("4")))
    result = Result(weight=_FULL, score=_FULL, grade=Grade.EXCELLENT)
    return form_with(indicators=IndicatorTree(levels=(inner, last)), result=result)


def _scored_out(draw: st.DrawFn, *, above: bool) -> PerformanceReport:
    points = EXACT.add(11, draw(_WITHIN)) if above else draw(_WITHIN).copy_negate()
    # An indicator in words, with a reason: nothing says what its score should be.
    odd = Indicator(name="影响", weight="10", score=points, reason="另有说明")
    return _scored(odd, _met("90"), total=None)


def _missed(draw: st.DrawFn) -> PerformanceReport:
    reached = draw(st.integers(90, 99))
    return _scored(
        _met("100", str(reached), target=Target("≥100人"), actual=Actual(f"{reached}人")), total=str(reached)
    )


#: What breaks each case of each rule.
BREAKERS: Mapping[tuple[str, str], Breaker] = (
    {
        (code, case): breaker
        for case in ("mismatch", "rounding", "roundings")
        for code, breaker in sum_breakers(case).items()
    }
    | CODE_BREAKERS
    | {
        ("RATE001", "mismatch"): _wrong_rate,
        ("RATE001", "truncated"): _cut_off_rate,
        ("RATE002", "declared"): lambda draw: _whole(_over(draw, BudgetStage.ADJUSTED)[0]),
        ("RATE002", "unspecified"): lambda draw: _whole(_over(draw, BudgetStage.UNSPECIFIED)[0]),
        ("RATE002", "either"): _either,
        ("RATE003", ""): lambda draw: base_with(
            staffing=Staffing(authorized=100, actual=draw(st.integers(1, 90)), control_rate=Quantity("95.5", "%"))
        ),
        ("RATE004", ""): _shares,
        ("RATE005", ""): lambda draw: base_with(staffing=Staffing(authorized=10, actual=draw(st.integers(11, 99)))),
        ("RATE006", ""): lambda draw: _whole(
            BudgetLine(adjusted=wan(Decimal(0)), executed=None, execution_rate=Quantity(draw(st.integers(1, 100)), "%"))
        ),
        ("RATE007", ""): _procured,
        ("SCORE001", ""): lambda draw: _scored(_met(str(EXACT.subtract(99, draw(_WITHIN)))), total=None),
        ("SCORE002", ""): _levels_weigh,
        ("SCORE003", "above"): lambda draw: _scored_out(draw, above=True),
        ("SCORE003", "below"): lambda draw: _scored_out(draw, above=False),
        ("SCORE004", ""): lambda draw: _scored(_met("100"), total=str(99 - draw(st.integers(0, 8)))),
        ("SCORE005", ""): lambda draw: _scored(
            _met("100"), grade=draw(st.sampled_from([Grade.GOOD, Grade.FAIR, Grade.POOR]))
        ),
        ("SCORE006", ""): _unusual,
        ("SCORE007", "points"): lambda draw: _scored(
            _met("10", str(9 - draw(st.integers(0, 8)))), _met("90"), total=None, grade=Grade.EXCELLENT
        ),
        ("SCORE007", "band"): lambda draw: _scored(
            _met("10", str(5 - draw(st.integers(0, 4))), target=Target("显著提升"), actual=Actual("达成年度指标")),
            _met("90"),
            total=None,
        ),
        ("SCORE008", ""): _wrong_execution,
        ("SCORE009", "missed"): _missed,
        ("SCORE009", "exceeded"): lambda draw: _scored(
            _met("100", target=Target("≥10人"), actual=Actual(f"{draw(st.integers(20, 99))}人"))
        ),
        ("SCORE010", ""): lambda draw: _scored(_met("60"), _met("40"), score=str(99 - draw(st.integers(0, 90)))),
        ("FORM001", "silent"): lambda draw: _budgets(
            **{draw(st.sampled_from(["government_fund", "state_capital"])): None}
        ),
        ("FORM001", "empty"): lambda draw: _budgets(social_insurance=Budget(year=draw(st.just(YEAR)))),
        ("FORM002", "chapter"): lambda draw: _budgets(
            government_fund=Budget(revenue=_spent(draw(AMOUNTS)), says_none=True)
        ),
        ("FORM002", "total"): _total_says_none,
        ("FORM002", "sources"): _from_nothing,
        ("FORM003", ""): lambda draw: _goals_of(draw(st.sampled_from(GoalKind))),
        ("FORM004", ""): lambda draw: plain_report(cover=Cover(year=YEAR + draw(st.sampled_from([-1, 1])))),
        ("FORM005", ""): lambda draw: account(expenditure=Expenditure(project=_spent(draw(AMOUNTS))), projects=NIL),
        ("FORM006", ""): lambda draw: form_with(goal=GoalOutcome(expected=draw(texts()))),
        ("FORM007", ""): lambda draw: _declared(department=draw(texts()), annual=GoalPlan()),
        ("FORM008", "nothing"): lambda draw: plain_report(
            **draw(st.sampled_from([{"result": None, "narrative": Narrative()}, {"result": Result(weight=_FULL)}]))
        ),
        ("FORM008", "no-score"): lambda draw: plain_report(result=Result(grade=draw(st.sampled_from(Grade)))),
        ("FORM008", "no-grade"): lambda draw: plain_report(result=Result(score=draw(_WITHIN))),
        ("TEXT001", ""): lambda draw: _said(title=draw(texts())),
        ("TEXT002", ""): lambda draw: _said(
            Figure(about="参学率", quantity=Quantity(draw(st.integers(101, 300)), "%"))
        ),
        ("TEXT003", ""): _text_and_table,
        ("TEXT004", "direction"): lambda draw: _changed(draw, "下降", wrong=False),
        ("TEXT004", "mismatch"): lambda draw: _changed(
            draw, draw(st.sampled_from(["", "增长", "同比增长"])), wrong=True
        ),
        ("PAGE001", ""): _odd_decimals,
        ("PAGE002", ""): lambda draw: _whole(BudgetLine(executed=Money.yuan(draw(st.integers(10**6, 10**9))))),
        ("PAGE003", ""): _slipped,
        ("YEAR002", "late"): lambda draw: _published(draw, late=True),
        ("YEAR002", "early"): lambda draw: _published(draw, late=False),
    }
)
