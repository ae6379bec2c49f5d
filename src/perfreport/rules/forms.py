"""FORM: what the outline of the report asks for, and statements about the whole document."""

import re
from collections.abc import Iterator

from perfreport.classification import BudgetKind, FundingSource, GoalKind
from perfreport.findings import Severity
from perfreport.model import NIL, BudgetAccount, Budgets, Goals, PerformanceReport, Projects
from perfreport.rules._core import Case, Rule, Seen, rule

__all__ = ["RULES"]

_YEAR = re.compile("(?<![0-9])((?:19|20)[0-9]{2})(?=年)")
_SOURCES = {
    FundingSource.GENERAL_PUBLIC_APPROPRIATION: BudgetKind.GENERAL_PUBLIC,
    FundingSource.GOVERNMENT_FUND_APPROPRIATION: BudgetKind.GOVERNMENT_FUND,
    FundingSource.STATE_CAPITAL_APPROPRIATION: BudgetKind.STATE_CAPITAL,
}


@rule(
    "FORM001",
    cites=["部门整体支出绩效自评报告提纲 二至五", "E27"],
    title=("四本预算逐一说明", "Each of the four budgets is spoken of"),
    remedy=(
        "补充该预算的收支情况；没有的，写明「无」。",
        "Add the figures of this budget; where there are none, say 「无」.",
    ),
    cases={
        "silent": Case(
            Severity.WARNING, "没有{kind}的内容，也没有写「无」。", "Nothing is said of the {kind}, not even 「无」."
        ),
        "empty": Case(
            Severity.WARNING,
            "{kind}一章没有数字，也没有写「无」。",
            "The chapter on the {kind} has no figure and does not say 「无」.",
        ),
    },
)
def every_budget_is_spoken_of(report: PerformanceReport) -> Iterator[Seen]:
    """
    Each of the four budgets has a chapter with figures, or one that says 「无」.

    An empty chapter leaves the reader to guess whether there was nothing or something was forgotten. The social
    insurance fund budget is not part of a department's budget, so 「无」 is what nearly every department writes there.
    """
    budgets = report.budgets or Budgets()
    for kind in BudgetKind:
        account = budgets.of(kind)
        if account is None:
            yield Seen(("budgets", kind.key), {"kind": kind}, "silent")
        elif isinstance(account, BudgetAccount) and not account.has_figures:
            yield Seen(("budgets", kind.key), {"kind": kind}, "empty")


@rule(
    "FORM002",
    cites=["E27"],
    title=("写「无」的预算没有金额", "A budget that says 「无」 has no amount"),
    remedy=("删去「无」，或改正金额。", "Take 「无」 out, or correct the amount."),
    cases={
        "chapter": Case(
            Severity.ERROR,
            "{kind}一章写「无」，却列有金额。",
            "The chapter on the {kind} says 「无」 and has amounts all the same.",
        ),
        "total": Case(
            Severity.ERROR,
            "财政拨款合计写「无」，却列有金额。",
            "The total of appropriations says 「无」 and has amounts all the same.",
        ),
        "funding": Case(
            Severity.ERROR,
            "{kind}一章写「无」，而本项目有{source} {amount}。",
            "The chapter on the {kind} says 「无」, but this project has {amount} of {source}.",
        ),
    },
)
def nothing_means_nothing(report: PerformanceReport) -> Iterator[Seen]:
    """
    A budget of which the report says 「无」 has no amount anywhere in it.

    Neither in its own chapter nor as the source of a project's money.
    """
    budgets = report.budgets or Budgets()
    for name, account in budgets.accounts():
        if account.says_none:
            kind = next((kind for kind in BudgetKind if kind.key == name), None)
            yield Seen(("budgets", name), *(({"kind": kind}, "chapter") if kind else ({}, "total")))
        items = account.projects.items if isinstance(account.projects, Projects) else ()
        for index, project in enumerate(items):
            for place, line in enumerate(project.funding):
                kind = _SOURCES.get(line.source)
                spent = next((money for _, money in line.amounts.stated() if money.amount), None)
                if kind is not None and spent is not None and budgets.of(kind) is NIL:
                    way = ("budgets", name, "projects", "items", index, "funding", place)
                    yield Seen(way, {"kind": kind, "source": line.source, "amount": spent}, "funding")


@rule(
    "FORM003",
    cites=["部门整体支出绩效自评报告提纲 一（二）"],
    title=("标题所列目标均有内容", "Every kind of goal that is announced is there"),
    remedy=("补充该类绩效目标；没有的，写明「无」。", "Add the goals of this kind; where there are none, say 「无」."),
    cases={
        "": Case(
            Severity.WARNING,
            "标题列有{kind}，正文没有该项内容，也没有写「无」。",
            "The heading announces goals of the kind “{kind}”; none stands in the text, not even 「无」.",
        )
    },
)
def announced_goals_are_there(report: PerformanceReport) -> Iterator[Seen]:
    """
    Every kind of goal that the heading announces is followed by goals of that kind, or by 「无」.

    The outline names three kinds in one heading, and the one a department does not have is easily left out in silence.
    """
    goals = report.goals or Goals()
    for kind in GoalKind:
        if kind in goals.announced and not goals.of(kind):
            yield Seen(("goals", kind.key), {"kind": kind})


@rule(
    "FORM004",
    cites=["E28"],
    title=("年度前后一致", "The report speaks of one year"),
    remedy=("核对年度，改正有误的一处。", "Correct the year that is wrong."),
    cases={
        "": Case(
            Severity.ERROR,
            "此处为{found}年，而报告年度是{year}年。",
            "The year here is {found}, but the report is on {year}.",
        )
    },
)
def one_year_throughout(report: PerformanceReport) -> Iterator[Seen]:
    """
    The year on the cover, in the title and of the amounts is the year of the report.

    Running text may name other years: a prize won for the year before is no contradiction.
    """
    found: list[tuple[tuple[str, ...], int | None]] = []
    if report.cover is not None:
        found.append((("cover", "year"), report.cover.year))
        titled = [int(year) for year in _YEAR.findall(report.cover.title or "")]
        found += [(("cover", "title"), titled[0])] if titled and report.year not in titled else []
    if report.budgets is not None:
        found += [(("budgets", name, "year"), account.year) for name, account in report.budgets.accounts()]
    for way, year in found:
        if year is not None and year != report.year:
            yield Seen(way, {"found": year, "year": report.year})


RULES: tuple[Rule, ...] = (
    every_budget_is_spoken_of,
    nothing_means_nothing,
    announced_goals_are_there,
    one_year_throughout,
)
