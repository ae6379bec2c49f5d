"""FORM: what the outline of the report asks for, and statements about the whole document."""

import re
from collections.abc import Iterator

from attrs import fields_dict

from perfreport.classification import BudgetKind, FundingSource, GoalKind
from perfreport.findings import Severity
from perfreport.model import (
    NIL,
    BaseData,
    Budget,
    Budgets,
    Cover,
    FundingLine,
    GoalPlan,
    Goals,
    IndicatorTree,
    ProjectDeclaration,
)
from perfreport.places import Way
from perfreport.rules._core import Case, Rule, Seen, Setting, collected, rule
from perfreport.rules._index import Index

__all__ = ["RULES"]

_YEAR = re.compile("(?<![0-9])((?:19|20)[0-9]{2})(?=年)")
_SOURCES = {
    FundingSource.GENERAL_PUBLIC_APPROPRIATION: BudgetKind.GENERAL_PUBLIC,
    FundingSource.GOVERNMENT_FUND_APPROPRIATION: BudgetKind.GOVERNMENT_FUND,
    FundingSource.STATE_CAPITAL_APPROPRIATION: BudgetKind.STATE_CAPITAL,
}


@rule(
    "FORM001",
    cites=["部门整体支出绩效自评报告提纲 二至五"],
    title=("四本预算逐一说明", "Each of the four budgets is spoken of"),
    manual_zh=(
        "四本预算各有一章，列出数字，或者写「无」。空白的一章，看不出是确实没有，还是漏填。社会保险基金预算不属"
        "于部门预算，部门一般写「无」。"
    ),
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
def every_budget_is_spoken_of(index: Index) -> Iterator[Seen]:
    """
    Each of the four budgets has a chapter with figures, or one that says 「无」.

    An empty chapter leaves the reader to guess whether there was nothing or something was forgotten. The social
    insurance fund budget is not part of a department's budget, so 「无」 is what nearly every department writes there.
    """
    if index.report is None:
        return
    budgets = index.report.budgets or Budgets()
    for kind in BudgetKind:
        account = budgets.of(kind)
        if account is None:
            yield Seen(("budgets", kind.key), {"kind": kind}, "silent")
        elif isinstance(account, Budget) and not account.has_figures:
            yield Seen(("budgets", kind.key), {"kind": kind}, "empty")


@rule(
    "FORM002",
    cites=["部门整体支出绩效自评报告提纲 二至五"],
    title=("写「无」的预算没有金额", "A budget that says 「无」 has no amount"),
    manual_zh="写「无」的预算，在报告各处均不应有金额：本章不列金额，也不作为项目的资金来源。",
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
        "sources": Case(
            Severity.ERROR,
            "{kind}一章写「无」，而本项目有{source} {amount}。",
            "The chapter on the {kind} says 「无」, but this project has {amount} of {source}.",
        ),
    },
)
def nothing_means_nothing(index: Index) -> Iterator[Seen]:
    """
    A budget of which the report says 「无」 has no amount anywhere in it.

    Neither in its own chapter nor as the source of a project's money.
    """
    for way, account, _ in index.each(Budget):
        if account.says_none:
            kind = next((kind for kind in BudgetKind if kind.key == way[-1]), None)
            yield Seen(way, *(({"kind": kind}, "chapter") if kind else ({}, "total")))
    for around, budgets, _ in index.each(Budgets):
        for way, line, _ in index.each(FundingLine):
            kind = _SOURCES.get(line.source)
            spent = next((money for _, money in line.amounts.stated() if money.amount), None)
            if way[: len(around)] == around and kind is not None and spent is not None and budgets.of(kind) is NIL:
                yield Seen(way, {"kind": kind, "source": line.source, "amount": spent}, "sources")


@rule(
    "FORM003",
    cites=["部门整体支出绩效自评报告提纲 一（二）"],
    title=("标题所列目标均有内容", "Every kind of goal that is announced is there"),
    manual_zh=(
        "标题列出的各类绩效目标，正文均应有相应内容，或者写「无」。提纲把三类目标列在一个标题之内，部门没有的一"
        "类容易漏写。"
    ),
    remedy=("补充该类绩效目标；没有的，写明「无」。", "Add the goals of this kind; where there are none, say 「无」."),
    cases={
        "": Case(
            Severity.WARNING,
            "标题列有{kind}，正文没有该项内容，也没有写「无」。",
            "The heading announces goals of the kind “{kind}”; none stands in the text, not even 「无」.",
        )
    },
)
def announced_goals_are_there(index: Index) -> Iterator[Seen]:
    """
    Every kind of goal that the heading announces is followed by goals of that kind, or by 「无」.

    The outline names three kinds in one heading, and the one a department does not have is easily left out in silence.
    """
    for way, goals, _ in index.each(Goals):
        for kind in GoalKind:
            if kind in goals.announced and not goals.of(kind):
                yield Seen((*way, kind.key), {"kind": kind})


@rule(
    "FORM004",
    cites=["部门整体支出绩效自评报告提纲, 封面"],
    title=("年度前后一致", "The report speaks of one year"),
    manual_zh="封面、标题和金额所属的年度，均为报告年度。正文可以提到其他年度：上一年度获得的表彰并不矛盾。",
    remedy=("核对年度，改正有误的一处。", "Correct the year that is wrong."),
    cases={
        "": Case(
            Severity.ERROR,
            "此处为{found}年，而报告年度是{year}年。",
            "The year here is {found}, but the report is on {year}.",
        )
    },
)
def one_year_throughout(index: Index) -> Iterator[Seen]:
    """
    The year on the cover, in the title and of the amounts is the year of the report.

    Running text may name other years: a prize won for the year before is no contradiction.
    """
    if index.report is None:
        return
    found: list[tuple[Way, int | None]] = []
    for way, cover, _ in index.each(Cover):
        found.append(((*way, "year"), cover.year))
        titled = [int(year) for year in _YEAR.findall(cover.title or "")]
        found += [((*way, "title"), titled[0])] if titled and index.year not in titled else []
    found += [((*way, "year"), account.year) for way, account, _ in index.each(Budget)]
    # Declarations are made for years to come; what looks back is on the year of the report.
    looking_back = [*index.scored, *index.each(BaseData)]
    found += [((*way, "year"), form.year) for way, form, _ in looking_back]
    for way, year in found:
        if year is not None and year != index.year:
            yield Seen(way, {"found": year, "year": index.year})


@rule(
    "FORM005",
    cites=["部门整体支出绩效自评报告提纲 二"],
    title=("写「无」的项目没有支出", "Projects that are said to be none cost nothing"),
    manual_zh="项目一节写「无」的，项目支出应为零，或者不列。",
    remedy=("列出项目，或改正项目支出。", "List the projects, or correct project expenditure."),
    cases={
        "": Case(
            Severity.ERROR,
            "项目一节写「无」，项目支出却是{amount}。",
            "The projects are said to be none, but project expenditure is {amount}.",
        )
    },
)
def no_projects_cost_nothing(index: Index) -> Iterator[Seen]:
    """Where the section on projects says 「无」, project expenditure is 0 or not stated."""
    for way, account, _ in index.each(Budget):
        row = account.expenditure.project if account.expenditure else None
        if account.projects is NIL and row is not None:
            for stage, figure in row.stated():
                if figure.amount:
                    yield Seen((*way, "expenditure", "project", stage.key), {"amount": figure})
                    break


@rule(
    "FORM006",
    cites=["财预〔2015〕88号"],
    title=("绩效目标有绩效指标", "Every goal has an indicator"),
    manual_zh="填有绩效目标的表，至少有一项绩效指标。只写在报告正文中的目标不作判断：提纲没有安排填写指标的位置。",
    remedy=("将目标细化、量化为绩效指标。", "Break the goal down into indicators."),
    cases={
        "": Case(Severity.WARNING, "有绩效目标，没有绩效指标。", "There is a goal, and no indicator to measure it by.")
    },
)
def goals_have_indicators(index: Index) -> Iterator[Seen]:
    """
    Every form that states a goal has one indicator or more.

    Goals that stand only in the text of a report are not judged: its outline has no place for indicators.
    """
    for way, goal, indicators in _goals(index):
        if goal is not None and (indicators is None or not any(indicators.each())):
            yield Seen((*way, "indicators"), {})


@rule(
    "FORM007",
    cites=["财预〔2015〕88号"],
    title=("项目有绩效目标", "Every project has a goal"),
    manual_zh=("申报绩效目标的项目，应说明要达到的目标。只核对申报表；不申报目标的项目类别（人员类、公用经费）除外。"),
    remedy=("补充绩效目标。", "Add the goal."),
    cases={"": Case(Severity.WARNING, "项目“{name}”没有绩效目标。", "The project “{name}” has no goal.")},
)
def projects_have_a_goal(index: Index) -> Iterator[Seen]:
    """
    Every project whose objectives are declared states what it is to achieve.

    Judged on declarations: a project of a category that declares no objectives (人员类, 公用经费) needs none.
    """
    for way, form, _ in index.each(ProjectDeclaration):
        spans = [objectives for objectives in (form.annual, form.medium_term) if objectives is not None]
        exempt = form.category is not None and not form.category.has_objectives
        if not exempt and all(objectives.goal is None for objectives in spans):
            yield Seen(way, {"name": form.name})


def _goals(index: Index) -> Iterator[tuple[Way, str | None, IndicatorTree | None]]:
    """Yield every goal that stands beside indicators, with these."""
    for way, form, _ in index.forms:
        if {"goal", "indicators"} <= fields_dict(type(form)).keys():
            yield way, form.goal.expected if form.goal else None, form.indicators
    for way, plan, _ in index.each(GoalPlan):
        yield way, plan.goal, plan.indicators


@rule(
    "FORM008",
    cites=["财预〔2020〕10号"],
    title=("自评报告有自评得分和等级", "A self-evaluation says what it comes to"),
    manual_zh=(
        "自评报告应有自评得分和评价等级，写在报告内或部门自评表内。只核对说明绩效情况的报告，即有绩效目标、文字"
        "说明或部门自评表的报告。"
    ),
    remedy=("补充自评得分和评价等级。", "State the score and the grade."),
    cases={
        "nothing": Case(
            Severity.WARNING,
            "自评报告没有自评得分，也没有评价等级。",
            "The self-evaluation states neither a score nor a grade.",
        ),
        "no-score": Case(Severity.WARNING, "有评价等级，没有自评得分。", "There is a grade, and no score."),
        "no-grade": Case(Severity.WARNING, "有自评得分，没有评价等级。", "There is a score, and no grade."),
    },
)
def self_evaluations_come_to_something(index: Index) -> Iterator[Seen]:
    """
    A self-evaluation report states its score and its grade, in the report or on the form of the department.

    Only a report that tells what was achieved is asked: one with goals, a narrative or the form of the department.
    """
    report = index.report
    if report is None:
        return
    form = report.attachments.department_self_evaluation if report.attachments else None
    if report.goals is None and report.narrative is None and report.result is None and form is None:
        return
    results = [result for result in (report.result, form.result if form else None) if result is not None]
    scored_at_all = any(result.score is not None for result in results)
    graded = any(result.grade is not None or result.grade_text is not None for result in results)
    if not scored_at_all or not graded:
        case = "no-score" if graded else "no-grade" if scored_at_all else "nothing"
        yield Seen(("result",), {}, case)


@rule(
    "FORM009",
    cites=["各地报告提纲"],
    title=("提纲要求的内容齐全", "The sections that the outline asks for are there"),
    manual_zh=(
        "报告应有当地提纲要求的各个部分。提纲由所选地区的设置确定；全国通行的设置没有这项要求。写「无」的部分视为已有。"
    ),
    remedy=("补充该部分；确无内容的，写「无」。", "Add the section; where there is nothing to say, write 「无」."),
    cases={
        "": Case(
            Severity.WARNING,
            "{outline}要求有“{section}”，报告没有。",
            "{outline} asks for {section}; the report has none.",
        )
    },
)
def required_sections_are_there(index: Index, setting: Setting) -> Iterator[Seen]:
    """
    A report has every section that the outline of its place asks for.

    The outline belongs to the profile; none is asked for nationally. A section that says 「无」 is there.
    """
    for way in setting.required if index.report else ():
        if index.at(way) in (None, ()):
            yield Seen(way, {"outline": setting.outline or "", "section": index.place(way)})


RULES: tuple[Rule, ...] = collected(globals())
