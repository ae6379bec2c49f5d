"""YEAR: what a report says of this year against what the last report said, and dates that the law sets."""

from collections.abc import Iterator
from datetime import timedelta

from perfreport.findings import Severity
from perfreport.model import Balance, Budget, CostRow, FinalAccounts
from perfreport.money import Money
from perfreport.places import Way
from perfreport.reconciliation import Verdict, judge
from perfreport.rules._core import Case, Rule, Seen, Setting, collected, rule
from perfreport.rules._index import Index

__all__ = ["RULES"]

_DAYS = 20


@rule(
    "YEAR001",
    cites=["部门决算"],
    title=("年初结转等于上年年末结转", "The year opens with what the last one closed with"),
    manual_zh=(
        "年初结转和结余，等于上年报告的年末结转和结余。需要同一部门上一年度的报告；已说明调整年初数原因的，可以"
        "不作处理。"
    ),
    remedy=("核对两年的结转数；有调整的，说明原因。", "Compare both years; explain adjustments."),
    cases={
        "": Case(
            Severity.ERROR,
            "年初结转和结余{opening}，上年年末是{closing}，相差{gap}。",
            "The year opens with {opening}, but the last one closed with {closing}: {gap} apart.",
        )
    },
)
def year_opens_as_the_last_one_closed(index: Index, setting: Setting) -> Iterator[Seen]:
    """
    The balance carried into the year is the balance that the report of the year before carried out of it.

    Needs that report, of the same department on the year before; where a restatement was explained, the finding can be
    put aside.
    """
    before = setting.previous
    if before is None or before.year != index.year - 1:
        return
    last = Index(before)
    for way, opening in _balances(index, "opening_balance"):
        closing = dict(_balances(last, "closing_balance")).get(way)
        if closing is not None and opening != closing:
            gap = opening - closing
            facts = {"opening": opening, "closing": closing, "gap": -gap if gap.amount < 0 else gap}
            yield Seen(_opening_way(way), facts)


def _balances(index: Index, side: str) -> Iterator[tuple[Way, Money]]:
    """Yield the balances at one end of the year, by a way that both ends share."""
    for way, account, _ in index.each(Budget):
        balance: Money | None = getattr(account, side)
        if balance is not None:
            yield way, balance
    for way, accounts, _ in index.each(FinalAccounts):
        held: Balance | None = getattr(accounts, side)
        line = held.total if held is not None else None
        if line is not None and (figure := line.final_account or line.executed) is not None:
            yield way, figure


def _opening_way(way: Way) -> Way:
    return (*way, "opening_balance") if way[0] == "budgets" else (*way, "opening_balance", "total")


@rule(
    "YEAR002",
    cites=["预算法 art. 14"],
    title=("批复后二十日内公开", "Published within twenty days"),
    manual_zh="报告应在财政部门批复后二十日内公开，且不早于批复。两个日期均已填列的，才作判断。",
    remedy=("核对日期；逾期公开的，说明原因。", "Check the dates; explain a late publication."),
    cases={
        "late": Case(
            Severity.WARNING,
            "{approved}批复，{published}公开，相隔{days}日，超过二十日。",
            "Approved on {approved} and published on {published}: {days} days, more than twenty.",
        ),
        "early": Case(
            Severity.ERROR,
            "{published}公开，早于{approved}批复。",
            "Published on {published}, before it was approved on {approved}.",
        ),
    },
)
def published_in_time(index: Index) -> Iterator[Seen]:
    """
    A report is published within twenty days after the finance authority approved it, and not before.

    Judged where both dates are stated.
    """
    report = index.report
    if report is None or report.approved is None or report.published is None:
        return
    days = report.published - report.approved
    facts = {"approved": report.approved, "published": report.published}
    if days > timedelta(_DAYS):
        yield Seen(("published",), {**facts, "days": days.days}, "late")
    elif days < timedelta(0):
        yield Seen(("published",), facts, "early")


@rule(
    "YEAR003",
    cites=["部门整体支出绩效评价基础数据表"],
    title=("上年决算数与上年报告一致", "The figures of last year are those of its report"),
    manual_zh=(
        "基础数据表的上年决算数，等于上年报告中的本年决算数。需要上一年度的报告；两处单位可以不同，四舍五入的差"
        "异不算错。"
    ),
    remedy=("核对两年的决算数；有调整的，说明原因。", "Compare both reports; explain restatements."),
    cases={
        "": Case(
            Severity.ERROR,
            "上年决算数是{stated}，上年报告的决算数是{reported}。",
            "The figure of last year is {stated} here, and {reported} in the report of that year.",
        )
    },
)
def last_year_is_what_its_report_says(index: Index, setting: Setting) -> Iterator[Seen]:
    """
    上年决算数 in the base data is 本年决算数 in the base data of the year before.

    Needs that report. The two may be printed in different units, so rounding is allowed for.
    """
    before = setting.previous
    if before is None or before.year != index.year - 1:
        return
    reported = {way: row for way, row, _ in Index(before).each(CostRow)}
    for way, row, _ in index.each(CostRow):
        last = reported[way].final_account if way in reported else None
        if row.previous is not None and last is not None and judge(row.previous, [last]) is Verdict.MISMATCH:
            yield Seen((*way, "previous"), {"stated": row.previous, "reported": last})


RULES: tuple[Rule, ...] = collected(globals())
