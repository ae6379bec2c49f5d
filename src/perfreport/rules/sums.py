"""SUM: figures that add up to other figures of the same report (勾稽关系)."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias, final

from attrs import frozen

from perfreport.classification import BudgetKind, BudgetStage, ExpenditureCategory
from perfreport.findings import Severity
from perfreport.model import NIL, BudgetAccount, BudgetLine, PerformanceReport, Projects
from perfreport.money import Money, total
from perfreport.reconcile import Verdict, judge
from perfreport.rules._core import Case, Rule, Seen, rule

__all__ = ["IDENTITIES", "RULES", "Identity"]

Way: TypeAlias = tuple[str | int, ...]


@final
@frozen
class Identity:
    """A stated figure that stated parts add up to, with the way to each."""

    way: Way
    total: Money
    parts: tuple[tuple[Way, Money], ...]


def _accounts(report: PerformanceReport) -> Iterator[tuple[Way, BudgetAccount]]:
    if report.budgets is not None:
        for name, account in report.budgets.accounts():
            yield ("budgets", name), account


def _at(line: BudgetLine | None, stage: BudgetStage) -> Money | None:
    return None if line is None else line.at(stage)


def _stated(way: Way, whole: Money | None, parts: list[tuple[Way, Money | None]]) -> Iterator[Identity]:
    """Yield the identity if every figure of it is stated: silence is never zero."""
    known = tuple((place, money) for place, money in parts if money is not None)
    if whole is not None and len(known) == len(parts) > 0:
        yield Identity(way, whole, known)


def _categories(report: PerformanceReport, whole: ExpenditureCategory) -> Iterator[Identity]:
    """Yield *whole* against its parts; a row of the table that is silent keeps its stage from being judged."""
    for way, account in _accounts(report):
        if account.expenditure is None or (line := account.expenditure.line(whole)) is None:
            continue
        optional = (ExpenditureCategory.BUSINESS, ExpenditureCategory.REMITTED, ExpenditureCategory.SUBSIDIES)
        rows = {part: account.expenditure.line(part) for part in whole.parts}
        needed = [(part, row) for part, row in rows.items() if row is not None or part not in optional]
        for stage, stated in line.stated():
            parts = [
                ((*way, "expenditure", part.key, stage.key), row.at(stage) if row else None) for part, row in needed
            ]
            yield from _stated((*way, "expenditure", whole.key, stage.key), stated, parts)


def _project_sums(report: PerformanceReport) -> Iterator[Identity]:
    for way, account in _accounts(report):
        projects = account.projects
        if not isinstance(projects, Projects):
            continue
        row = account.expenditure.project if account.expenditure else None
        for stage in BudgetStage:
            over = (
                (projects.total, ("projects", "total"))
                if _at(projects.total, stage) is not None
                else (row, ("expenditure", "project"))
            )
            parts = [
                ((*way, "projects", "items", index, "amounts", stage.key), _at(project.amounts, stage))
                for index, project in enumerate(projects.items)
            ]
            yield from _stated((*way, *over[1], stage.key), _at(over[0], stage), parts)


def _balances(report: PerformanceReport) -> Iterator[Identity]:
    for way, account in _accounts(report):
        spent = account.expenditure.total if account.expenditure else None
        for stage in (BudgetStage.EXECUTED, BudgetStage.FINAL_ACCOUNT):
            out = _at(spent, stage)
            parts = [
                ((*way, "opening_balance"), account.opening_balance),
                ((*way, "revenue", stage.key), _at(account.revenue, stage)),
                ((*way, "expenditure", "total", stage.key), None if out is None else -out),
            ]
            yield from _stated((*way, "closing_balance"), account.closing_balance, parts)


def _columns(report: PerformanceReport) -> Iterator[Identity]:
    budgets = report.budgets
    if budgets is None or budgets.total is None:
        return
    kinds = (BudgetKind.GENERAL_PUBLIC, BudgetKind.GOVERNMENT_FUND, BudgetKind.STATE_CAPITAL)
    columns = [(kind, budgets.of(kind)) for kind in kinds if budgets.of(kind) is not NIL]
    if any(column is None for _, column in columns):
        return
    figures = [_column(account) for _, account in columns if isinstance(account, BudgetAccount)]
    for place, whole in _column(budgets.total).items():
        if not columns:
            # All three say that there is none: their sum is not unknown, it is nothing.
            yield Identity(("budgets", "total", *place), whole, ())
        parts: list[tuple[Way, Money | None]] = [
            (("budgets", kind.key, *place), column.get(place))
            for (kind, _), column in zip(columns, figures, strict=True)
        ]
        yield from _stated(("budgets", "total", *place), whole, parts)


def _column(account: BudgetAccount) -> dict[Way, Money]:
    spent = account.expenditure.total if account.expenditure else None
    lines = ((("revenue",), account.revenue), (("expenditure", "total"), spent))
    figures: dict[Way, Money] = {
        (*way, stage.key): money for way, line in lines if line is not None for stage, money in line.stated()
    }
    balances = {"opening_balance": account.opening_balance, "closing_balance": account.closing_balance}
    return figures | {(name,): money for name, money in balances.items() if money is not None}


def _repeated(report: PerformanceReport) -> Iterator[Identity]:
    for way, account in _accounts(report):
        if isinstance(account.projects, Projects) and account.projects.total and account.expenditure:
            for stage, money in account.projects.total.stated():
                row = _at(account.expenditure.project, stage)
                yield from _stated(
                    (*way, "projects", "total", stage.key), money, [((*way, "expenditure", "project", stage.key), row)]
                )


#: The sums that each rule of this family judges, as equations between stated figures.
IDENTITIES: dict[str, Callable[[PerformanceReport], Iterator[Identity]]] = {
    "SUM001": partial(_categories, whole=ExpenditureCategory.TOTAL),
    "SUM002": partial(_categories, whole=ExpenditureCategory.BASIC),
    "SUM003": _project_sums,
    "SUM004": _balances,
    "SUM005": _columns,
    "SUM006": _repeated,
}


_CASES = {
    "rounding": Case(
        Severity.NOTE,
        "各项之和{parts} = {sum}，与所列{total}相差{gap}，在四舍五入的尾差范围内。",
        "The parts {parts} = {sum} differ from the stated {total} by {gap}, which rounding explains.",
    ),
    "mismatch": Case(
        Severity.ERROR,
        "各项之和{parts} = {sum}，与所列{total}相差{gap}，四舍五入不能解释。",
        "The parts {parts} = {sum} differ from the stated {total} by {gap}, more than rounding explains.",
    ),
}
_REMEDY = (
    "核对所列数字与账表，改正有误的一项；如属尾差，可注明“因四舍五入存在尾差”。",
    "Compare each figure with the accounts and correct the wrong one; where it is rounding, a footnote may say so.",
)


def _judged(report: PerformanceReport, code: str) -> Iterator[Seen]:
    for identity in IDENTITIES[code](report):
        parts = tuple(money for _, money in identity.parts)
        verdict = judge(identity.total, parts, report.presentation)
        if verdict is not Verdict.EXACT:
            summed = total(parts)
            facts = {"total": identity.total, "parts": parts, "sum": summed, "gap": summed - identity.total}
            yield Seen(identity.way, facts, verdict.value)


@rule(
    "SUM001",
    cites=["预算法实施条例 art. 5, 40", "支出决算表", "E1"],
    title=("支出合计等于各类支出之和", "Total expenditure is the sum of its categories"),
    remedy=_REMEDY,
    cases=_CASES,
)
def total_is_sum_of_categories(report: PerformanceReport) -> Iterator[Seen]:
    """
    Total expenditure equals basic plus project expenditure, plus the other rows that the table has.

    支出合计 = 基本支出 + 项目支出 (+ 经营支出 + 上缴上级支出 + 对附属单位补助支出). Each figure is rounded for itself,
    so a gap that rounding explains is a note and no error. Stages are judged one by one; a stage at which any of the
    rows is silent is not judged.
    """
    yield from _judged(report, "SUM001")


@rule(
    "SUM002",
    cites=["预算法实施条例 art. 5", "E2"],
    title=("基本支出等于人员经费与公用经费之和", "Basic expenditure is personnel plus public running costs"),
    remedy=_REMEDY,
    cases=_CASES,
)
def basic_is_sum_of_its_parts(report: PerformanceReport) -> Iterator[Seen]:
    """
    Basic expenditure equals personnel expenditure plus public running costs.

    基本支出 = 人员经费 + 公用经费, with the same allowance for rounding as SUM001.
    """
    yield from _judged(report, "SUM002")


@rule(
    "SUM003",
    cites=["E3"],
    title=("项目支出合计等于所列项目之和", "The total of the projects is their sum"),
    remedy=_REMEDY,
    cases=_CASES,
)
def projects_add_up(report: PerformanceReport) -> Iterator[Seen]:
    """
    The total printed over the projects equals the sum of the projects that are listed.

    Where no total stands over the list, the project row of the expenditure table takes its place. A list in which a
    project is silent at a stage is not judged at that stage.
    """
    yield from _judged(report, "SUM003")


@rule(
    "SUM004",
    cites=["财政拨款收入支出决算总表", "E8"],
    title=("年初结转加收入减支出等于年末结转", "Opening balance plus revenue less expenditure is the closing balance"),
    remedy=_REMEDY,
    cases=_CASES,
)
def balances_carry_forward(report: PerformanceReport) -> Iterator[Seen]:
    """
    The balance carried into the year, plus revenue, less expenditure, is the balance carried out of it.

    年初结转和结余 + 财政拨款收入 - 支出合计 = 年末结转和结余, judged where all four are stated at one stage.
    """
    yield from _judged(report, "SUM004")


@rule(
    "SUM005",
    cites=["财政拨款收入支出决算总表", "E8"],
    title=("财政拨款合计等于三本预算之和", "The total of appropriations is the sum of the three budgets"),
    remedy=_REMEDY,
    cases=_CASES,
)
def budgets_add_up(report: PerformanceReport) -> Iterator[Seen]:
    """
    The total column equals the general public budget plus government-managed funds plus state capital operations.

    Judged for revenue, total expenditure and both balances. A budget that says 「无」 adds nothing; one that is silent
    keeps the sum from being judged.
    """
    yield from _judged(report, "SUM005")


@rule(
    "SUM006",
    cites=["E3"],
    title=("两处项目支出合计一致", "The project total that stands twice is one figure"),
    remedy=_REMEDY,
    cases=_CASES,
)
def project_total_agrees(report: PerformanceReport) -> Iterator[Seen]:
    """
    Project expenditure in the table of categories equals the total printed over the list of projects.

    The two are one figure printed twice, so no difference between them is rounding when both have the same unit.
    """
    yield from _judged(report, "SUM006")


RULES: tuple[Rule, ...] = (
    total_is_sum_of_categories,
    basic_is_sum_of_its_parts,
    projects_add_up,
    balances_carry_forward,
    budgets_add_up,
    project_total_agrees,
)
