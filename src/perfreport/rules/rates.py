"""RATE: rates and the figures that they divide."""

from collections.abc import Iterator
from typing import TypeGuard

from perfreport.classification import BudgetStage
from perfreport.findings import Severity
from perfreport.model import Budget, BudgetLine
from perfreport.money import Money
from perfreport.places import Way
from perfreport.quantity import Quantity, Rate
from perfreport.reconciliation import Verdict, judge, judge_rate
from perfreport.rules._core import Case, Rule, Seen, collected, rule
from perfreport.rules._index import Index

__all__ = ["RULES", "is_percentage"]

#: Rows of money that comes in or is there already, and of what is left.
_COMES_IN = {"revenue", "revenue_total", "reserves_used", "opening_balance", "inflow_total", "closing_balance"}


@rule(
    "RATE001",
    cites=["财预〔2020〕10号"],
    title=("执行率与所列金额相符", "A printed execution rate is that of the printed amounts"),
    manual_zh=(
        "所列执行率等于执行数除以预算数，以四舍五入可以判断的程度为限。执行率按取整之前的金额计算，因此只要落在"
        "所列金额可能对应的商的区间之内，就不算错。分母取全年预算数；文中没有的，依次取未注明口径的预算数、到位"
        "数、年初预算数。"
    ),
    remedy=(
        "按所注明的预算口径重新计算执行率，并核对执行数与预算数。",
        "Compute the rate again on the budget that the form names, and compare both amounts with the accounts.",
    ),
    cases={
        "mismatch": Case(
            Severity.ERROR,
            "所列执行率{printed}，而{executed} ÷ {budget}（{basis}）= {rate}。",
            "The printed rate is {printed}, but {executed} ÷ {budget} ({basis}) = {rate}.",
        ),
        "truncated": Case(
            Severity.NOTE,
            "所列执行率{printed}是截去尾数所得；{executed} ÷ {budget}（{basis}）四舍五入为{rate}。",
            "The printed rate of {printed} was cut off; {executed} ÷ {budget} ({basis}) rounds to {rate}.",
        ),
    },
)
def rate_matches_amounts(index: Index) -> Iterator[Seen]:
    """
    A printed execution rate equals the amount executed over the budget, as far as rounding lets one know.

    The rate was computed before its amounts were rounded, so it only has to meet the interval of quotients of the
    amounts that print so. The denominator is the adjusted budget (全年预算数); where the document has none, its
    unspecified budget, then the money received, then the original budget.
    """
    for way, line, page in index.each(BudgetLine):
        printed, spent = line.execution_rate, _spent(line)
        if spent is None or not is_percentage(printed):
            continue
        executed, budget, basis = spent
        if not budget.amount and not executed.amount and not printed.amount:
            # Systems print 0 for a rate over nothing.
            continue
        verdict = judge_rate(printed.amount, executed, budget, page)
        if verdict in (Verdict.MISMATCH, Verdict.TRUNCATED):
            rate = Rate.of(executed, budget, basis=basis)
            facts = {"printed": printed, "executed": executed, "budget": budget, "basis": basis, "rate": rate}
            yield Seen((*way, "execution_rate"), facts, verdict.value)


@rule(
    "RATE002",
    cites=["财预〔2020〕10号", "预算法 art. 13"],
    title=("执行数不超过预算数", "No more is spent than was budgeted"),
    manual_zh=(
        "同一行的执行数不超过预算数，四舍五入能够解释的除外。预算执行率的分母有多种口径，因此结论写明所用的是哪"
        "一种。文中只说“预算”的，两种理解都列出：或为年初预算数，以本年收入为全年预算数；或为全年预算数，则已"
        "超支。"
    ),
    remedy=(
        "注明“预算”是年初预算数还是全年预算数；如有年中追加，列出调整数；如确属超支，说明原因。",
        "Say which budget is meant, the original or the adjusted one; state adjustments; explain overspending.",
    ),
    cases={
        "declared": Case(
            Severity.WARNING,
            "执行{executed}，为{basis} {budget}的{rate}，超出{excess}。",
            "{executed} was spent, {rate} of the {basis} of {budget}: {excess} more.",
        ),
        "unspecified": Case(
            Severity.WARNING,
            "执行{executed}，为预算{budget}的{rate}，超出{excess}。文中未说明是哪一预算："
            "若为年初预算数，则缺年中调整数；若为全年预算数，则属超支。",
            "{executed} was spent, {rate} of the budget of {budget}: {excess} more. The document does not say which "
            "budget it means: if the original one, the adjustment is missing; if the adjusted one, it was overspent.",
        ),
        "either": Case(
            Severity.WARNING,
            "执行{executed}，为预算{budget}的{rate}，超出{excess}。文中未说明是哪一预算："
            "若为年初预算数，则全年预算数可能是收入{revenue}，执行率{other_rate}；若为全年预算数，则超支，执行率{rate}。",
            "{executed} was spent, {rate} of the budget of {budget}: {excess} more. The document does not say which "
            "budget it means: if the original one, the adjusted budget may be the revenue of {revenue}, and the rate "
            "{other_rate}; if the adjusted one, it was overspent at {rate}.",
        ),
    },
)
def spending_stays_within_budget(index: Index) -> Iterator[Seen]:
    """
    The amount executed does not exceed the budget of the same row by more than rounding explains.

    预算执行率 has more than one denominator in use, so the finding names the one that it took. Where the document
    speaks of 「预算」 and does not say which, the finding names both readings: as the original budget, with the year's
    revenue as the adjusted one; or as the adjusted budget, which was then overspent.
    """
    for way, line, page in index.each(BudgetLine):
        # More revenue than was expected is no overspending.
        if not _COMES_IN.isdisjoint(way) or (spent := _spent(line)) is None:
            continue
        executed, budget, basis = spent
        if executed > budget and judge(executed, [budget], page) is Verdict.MISMATCH:
            facts: dict[str, object] = {"executed": executed, "budget": budget, "excess": executed - budget}
            facts |= {"rate": Rate.of(executed, budget, basis=basis)}
            yield Seen(way, *_reading(basis, executed, _revenue_of(index, way), facts))


def _spent(line: BudgetLine) -> tuple[Money, Money, BudgetStage] | None:
    """Return what was spent, of which budget, and what that budget is; `None` where the row is silent on either."""
    basis = line.budget_stage
    budget = None if basis is None else line.at(basis)
    return None if basis is None or budget is None or line.executed is None else (line.executed, budget, basis)


def _reading(
    stage: BudgetStage, executed: Money, revenue: Money | None, facts: dict[str, object]
) -> tuple[dict[str, object], str]:
    if stage is not BudgetStage.UNSPECIFIED:
        return facts | {"basis": stage}, "declared"
    if revenue is None:
        return facts, "unspecified"
    return facts | {"revenue": revenue, "other_rate": Rate.of(executed, revenue, basis=BudgetStage.ADJUSTED)}, "either"


def _revenue_of(index: Index, way: Way) -> Money | None:
    """Return the revenue that a row of total expenditure can be held against."""
    account = index.at(way[:-2]) if way[-2:] == ("expenditure", "total") else None
    return account.revenue.executed if isinstance(account, Budget) and account.revenue is not None else None


def is_percentage(printed: Quantity | None) -> TypeGuard[Quantity]:
    """Tell whether *printed* is one number in per cent, and no bound or guess."""
    return printed is not None and printed.unit in ("%", "％") and printed.operator is None and not printed.about


RULES: tuple[Rule, ...] = collected(globals())
