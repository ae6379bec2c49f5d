"""The national forms: self-evaluation, declaration, monitoring, base data, and the evaluation report."""

from perfreport.layouts._common import FUNDING, FUNDING_COLUMNS, INDICATORS, RESULT, SIGNATURE, funding_rows
from perfreport.layouts.parts import (
    Cells,
    Computed,
    Grid,
    Layout,
    Line,
    Lines,
    Part,
    Passages,
    Section,
    Slot,
)
from perfreport.model import (
    BaseData,
    DepartmentDeclaration,
    DepartmentSelfEvaluation,
    EvaluationOutline,
    EvaluationReport,
    ProjectCosts,
    ProjectDeclaration,
    ProjectMonitoring,
    ProjectSelfEvaluation,
    PublicCosts,
    ThreePublic,
)
from perfreport.model._fields import hints
from perfreport.model.base_data import Procurement
from perfreport.names import Term

__all__ = ["FORMS"]

_UNIT = Slot("presentation", heading=Term("单位", "Unit"), aliases=("金额单位",))
_DEPARTMENT = Slot("department", aliases=("主管部门及代码",))
_PROJECT_HEAD: tuple[Slot, ...] = (
    Slot("code"),
    _DEPARTMENT,
    Slot("department_code"),
    Slot("unit", aliases=("项目单位",)),
)
_GOAL = Cells(((Slot("goal.expected", aliases=("年度目标",)),), (Slot("goal.actual"),)))

PROJECT_SELF_EVALUATION = Layout(
    kind=ProjectSelfEvaluation,
    title=Term("{name}  {year}年度项目支出绩效自评表", "{name}: self-evaluation of the project, {year}"),
    parts=(
        Cells(((*_PROJECT_HEAD, Slot("unit_code"), _UNIT),)),
        FUNDING,
        _GOAL,
        INDICATORS,
        RESULT,
        SIGNATURE,
    ),
)

DEPARTMENT_SELF_EVALUATION = Layout(
    kind=DepartmentSelfEvaluation,
    title=Term("{department}  {year}年度部门整体支出绩效自评表", "{department}: self-evaluation, {year}"),
    parts=(Cells(((Slot("department_code"), _UNIT),)), FUNDING, _GOAL, INDICATORS, RESULT, SIGNATURE),
)


def _plan(path: str, aliases: tuple[str, ...]) -> Section:
    head = (Slot("first_year"), Slot("last_year"))
    return Section(path, (Cells((head, (Slot("goal"),))), FUNDING, INDICATORS), aliases=aliases)


_PLANS = (
    _plan("medium_term", ("中期绩效目标", "实施期目标")),
    _plan("annual", ("年度绩效目标", "年度总体目标")),
)

PROJECT_DECLARATION = Layout(
    kind=ProjectDeclaration,
    title=Term("{name}  {year}年度项目支出绩效目标申报表", "{name}: objectives of the project, {year}"),
    parts=(
        Cells(
            (
                (*_PROJECT_HEAD, _UNIT),
                (Slot("nature", aliases=("项目性质",)), Slot("category"), Slot("start"), Slot("end")),
            )
        ),
        Passages("description"),
        *_PLANS,
        SIGNATURE,
    ),
)

DEPARTMENT_DECLARATION = Layout(
    kind=DepartmentDeclaration,
    title=Term("{department}  {year}年度部门整体支出绩效目标申报表", "{department}: objectives, {year}"),
    parts=(
        Cells(((Slot("department_code"), _UNIT),)),
        Grid(
            "",
            (
                Lines(
                    "tasks",
                    label=("name",),
                    amounts=("funding.total", "funding"),
                    below=funding_rows("funding."),
                ),
                Line("tasks_total"),
                Line("tasks_total.total", 1, heading=Term("总额", "Total")),
                *funding_rows("tasks_total."),
            ),
            (Slot("content"), *FUNDING_COLUMNS),
            head=Term("年度主要任务", "Main tasks of the year"),
        ),
        *_PLANS,
        SIGNATURE,
    ),
)

MONITORING = Layout(
    kind=ProjectMonitoring,
    title=Term("{name}  {year}年度项目支出绩效目标执行监控表", "{name}: monitoring of the project, {year}"),
    parts=(Cells(((*_PROJECT_HEAD, Slot("month"), _UNIT),)), FUNDING, _GOAL, INDICATORS, SIGNATURE),
)


def _costs(
    path: str, kind: type, named: tuple[str, ...] = (), inner: dict[str, int] | None = None
) -> tuple[Line | Lines, ...]:
    """Return the rows of one block of costs: its heading, and a row for each of its fields."""
    rows: list[Line | Lines] = [Line(path)]
    for name in hints(kind):
        if name in named:
            rows += [Line(f"{path}.{name}", 1), Lines(f"{path}.{name}", label=("name",), amounts=("costs",), depth=2)]
        elif name != "extra":
            rows.append(Line(f"{path}.{name}", (inner or {}).get(name, 1)))
    return tuple(rows)


BASE_DATA = Layout(
    kind=BaseData,
    title=Term("{year}年度部门整体支出绩效评价基础数据表", "Base data of the department, {year}"),
    parts=(
        Cells(((Slot("department"), _UNIT),)),
        Section(
            "staffing",
            (
                Cells(
                    (
                        (
                            Slot("authorized"),
                            Slot("actual"),
                            Slot("control_rate"),
                            Computed("rate", Term("控制率（计算）", "Control rate (computed)")),
                        ),
                    )
                ),
            ),
        ),
        Grid(
            "",
            (
                *_costs("three_public", ThreePublic, inner={"vehicle_purchase": 2, "vehicle_running": 2}),
                *_costs("projects", ProjectCosts, ("business", "maintenance", "special_funds")),
                *_costs("public_costs", PublicCosts),
                *_costs("procurement", Procurement),
                Line("basic_adjustment"),
            ),
            (
                Slot("previous"),
                Slot("budget"),
                Slot("final_account"),
                Computed("control_rate", Term("控制率（计算）", "Control rate (computed)")),
                Computed("change_rate", Term("变动率（计算）", "Change (computed)")),
            ),
            head=Term("经费控制情况", "Control of costs"),
        ),
        Section(
            "buildings",
            (
                Cells(
                    (
                        (
                            Slot("approved_area"),
                            Slot("actual_area"),
                            Slot("area_control_rate"),
                            Computed("area_rate", Term("规模控制率（计算）", "Control rate of the area (computed)")),
                        ),
                        (
                            Slot("approved_investment"),
                            Slot("actual_investment"),
                            Slot("investment_control_rate"),
                            Computed(
                                "investment_rate",
                                Term("投资概算控制率（计算）", "Control rate of the investment (computed)"),
                            ),
                        ),
                    )
                ),
            ),
        ),
        Cells(((Slot("thrift"),),)),
        SIGNATURE,
    ),
)

#: The chapters that hold others, with the first of these.
_OVER = {
    "overview": (1, Term("基本情况", "The project")),
    "purpose": (2, Term("绩效评价工作开展情况", "How it was evaluated")),
    "decision": (4, Term("绩效评价指标分析", "Analysis of the indicators")),
}
_INSIDE = {"overview": ("goals",), "purpose": ("methods", "procedure"), "decision": ("process", "output", "outcome")}
_ALONE = {"conclusion": 3, "experience": 5, "suggestions": 6, "other": 7}


def _chapters() -> tuple[Part, ...]:
    found: list[Part] = []
    for name in hints(EvaluationOutline):
        if name in _OVER:
            number, heading = _OVER[name]
            inside = tuple(Passages(f"outline.{each}") for each in (name, *_INSIDE[name]))
            found.append(Section("", inside, heading, number=number))
        elif name in _ALONE:
            found.append(Passages(f"outline.{name}", number=_ALONE[name]))
    return tuple(found)


EVALUATION = Layout(
    kind=EvaluationReport,
    title=Term("{name}  {year}年度绩效评价报告", "{name}: evaluation report, {year}"),
    parts=(
        Cells(((Slot("code"), Slot("department"), Slot("evaluator"), Slot("kind"), Slot("first_year"), _UNIT),)),
        RESULT,
        FUNDING,
        *_chapters(),
        INDICATORS,
    ),
)

#: The layout of every form that stands alone.
FORMS = (
    PROJECT_SELF_EVALUATION,
    DEPARTMENT_SELF_EVALUATION,
    PROJECT_DECLARATION,
    DEPARTMENT_DECLARATION,
    MONITORING,
    BASE_DATA,
    EVALUATION,
)
