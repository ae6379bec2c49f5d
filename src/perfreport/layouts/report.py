"""The report in ten chapters (部门整体支出绩效自评报告)."""

from perfreport.classification import BudgetKind, ExpenditureCategory
from perfreport.layouts._common import MONEY, RESULT, SOURCES, expenditure
from perfreport.layouts.parts import (
    Attached,
    Cells,
    Grid,
    Items,
    Layout,
    Line,
    Lines,
    Part,
    Passages,
    Section,
    Share,
    Slot,
    Summary,
)
from perfreport.model import Attachments, PerformanceReport
from perfreport.model._fields import hints
from perfreport.names import Term

__all__ = ["REPORT"]

_OF_TOTAL = Term("占支出合计（计算）", "Share of total (computed)")
_OF_PROJECTS = Term("占项目支出（计算）", "Share of projects (computed)")

#: 支出 by function: the columns of each row are the categories, each at its stages.
_BY_CATEGORY = tuple(
    Slot(f"expenditure.{category.key}.{column.path}", group=f"expenditure.{category.key}")
    for category in ExpenditureCategory
    for column in MONEY
    if isinstance(column, Slot)
)


def _by_code(path: str) -> tuple[Grid, Grid]:
    """Return the tables of expenditure by function and by economic item."""
    functions = Lines(f"{path}functions", label=("code",))
    economic = Lines(f"{path}economic", label=("code",))
    return (
        Grid("", (functions,), (Slot("name"), *_BY_CATEGORY), head=Term("按功能分类", "By function")),
        Grid("", (economic,), (Slot("name"), *MONEY), head=Term("按经济分类", "By economic item")),
    )


_PROJECTS = Grid(
    "",
    (
        Lines("items", label=("name",), below=(SOURCES,)),
        Line("total", heading=Term("合计", "Total"), aliases=("项目支出合计",)),
    ),
    (Slot("code"), Slot("source"), *MONEY),
    share=Share(_OF_PROJECTS, ("total",)),
    head=Term("项目名称", "Project"),
)
#: What a chapter on one of the budgets has.
_BUDGET: tuple[Part, ...] = (
    Summary("expenditure.total"),
    Cells(((Slot("year"), Slot("opening_balance")),)),
    Grid(
        "",
        (Line("revenue", shared=False, aliases=("本年收入",)), *expenditure("expenditure")),
        MONEY,
        share=Share(_OF_TOTAL, ("expenditure.total",)),
        head=Term("项目", "Item"),
    ),
    Cells(((Slot("closing_balance"), Slot("carry_over"), Slot("surplus")),)),
    *_by_code(""),
    Section("projects", (_PROJECTS,)),
)


def _budget(kind: BudgetKind, number: int) -> Section:
    named = {
        BudgetKind.GENERAL_PUBLIC: Term("一般公共预算支出情况", "General public budget"),
        BudgetKind.GOVERNMENT_FUND: Term("政府性基金预算支出情况", "Government-managed fund budget"),
        BudgetKind.STATE_CAPITAL: Term("国有资本经营预算支出情况", "State capital operations budget"),
        BudgetKind.SOCIAL_INSURANCE: Term("社会保险基金预算支出情况", "Social insurance fund budget"),
    }
    heading = named[kind]
    aliases = (heading.zh.removesuffix("情况"), heading.zh.removesuffix("支出情况"))
    return Section(f"budgets.{kind.key}", _BUDGET, heading, aliases, number=number, demanded=True, remark="says_none")


_BALANCE = ("total", "carry_over", "surplus", "appropriation")


def _balance(path: str) -> tuple[Line, ...]:
    return (Line(path), *(Line(f"{path}.{name}", 1) for name in _BALANCE))


_ACCOUNTS: tuple[Part, ...] = (
    Grid(
        "",
        (
            Lines("revenue", label=("label", "source")),
            Line("revenue_total"),
            Line("reserves_used"),
            *_balance("opening_balance"),
            Line("inflow_total"),
            *expenditure("expenditure"),
            Line("surplus_distributed"),
            *_balance("closing_balance"),
            Line("outflow_total"),
        ),
        (Slot("source"), Slot("code"), *MONEY),
        head=Term("项目", "Item"),
    ),
    *_by_code(""),
)

_GOALS: tuple[Part, ...] = (
    Cells(((Slot("announced"),),)),
    Passages("overall", demanded=True),
    Passages("special_fund", demanded=True),
    Passages("project", demanded=True),
)

#: 部门整体支出绩效自评报告, the outline of 2022.
REPORT = Layout(
    kind=PerformanceReport,
    title=Term("{department.name}  {year}年度部门整体支出绩效自评报告",
               "{department.name}: performance self-evaluation report, {year}"),
    parts=(
        Cells(
            (
                (
                    Slot("department.full_name"),
                    Slot("department.code"),
                    Slot("department.region"),
                    Slot("approved"),
                    Slot("published"),
                    Slot("presentation", heading=Term("单位", "Unit"), aliases=("金额单位",)),
                ),
                (Slot("cover.title"), Slot("cover.department"), Slot("cover.year"), Slot("cover.date")),
            )
        ),
        Section(
            "",
            (
                Section("department", (Items("duties"),), Term("主要职责", "Duties")),
                Section("goals", _GOALS, demanded=True),
            ),
            Term("部门基本情况", "The department"),
            aliases=("部门（单位）基本情况", "部门概况"),
            number=1,
        ),
        *(_budget(kind, number) for number, kind in enumerate(BudgetKind, 2)),
        Section("budgets.total", _BUDGET, Term("财政拨款合计", "Government appropriations, total"), remark="says_none"),
        Section("final_accounts", _ACCOUNTS),
        Section(
            "",
            (
                RESULT,
                Passages("narrative.achievements", demanded=True),
                Passages("narrative.special_funds", demanded=True),
            ),
            Term("资金使用及绩效情况", "Use of the money, and performance"),
            aliases=("部门整体支出绩效情况",),
            number=6,
        ),
        Passages("narrative.problems", number=7, demanded=True, aliases=("存在的主要问题",)),
        Passages("narrative.measures", number=8, demanded=True, aliases=("改进措施和有关建议",)),
        Passages(
            "narrative.disclosure",
            number=9,
            demanded=True,
            aliases=("部门整体支出绩效自评结果拟应用和公开情况",),
        ),
        Passages("narrative.other", number=10, demanded=True),
        *(Attached(f"attachments.{name}") for name in hints(Attachments) if name != "extra"),
    ),
)  # fmt: skip
