"""The declarations of objectives: of a project (项目支出绩效目标申报表) and of a department (部门整体支出)."""

import datetime as dt
from typing import Annotated, Any, ClassVar, final

from attrs import frozen

from perfreport.classification import Horizon, ProjectCategory, ProjectNature
from perfreport.errors import InvalidValue, shown
from perfreport.model._fields import NOTHING_MORE, DocumentExtra, Extra, Year, checked
from perfreport.model._sources import DEPARTMENT_GOALS, HEAD, PROJECT_GOALS, SYSTEM
from perfreport.model.funding import Funding
from perfreport.model.indicators import IndicatorTree
from perfreport.model.narrative import Passage
from perfreport.model.results import Signature
from perfreport.money import Presentation
from perfreport.names import Term

__all__ = ["DepartmentDeclaration", "GoalPlan", "ProjectDeclaration", "Task"]


def _in_order(owner: str, names: tuple[str, str], first: Any, last: Any) -> None:
    """Refuse a span that ends before it begins; checks of single fields know nothing of each other."""
    if first is not None and last is not None and last < first:
        raise InvalidValue(owner, names[1], f"expected nothing before {names[0]} {first}, not {shown(str(last))}")


@final
@frozen(kw_only=True, field_transformer=checked)
class GoalPlan:
    """What is to be reached within one span of time: the money, the goal and its indicators (总体目标, 绩效指标)."""

    SOURCE: ClassVar = f"{PROJECT_GOALS}, 中期目标"

    #: The years that a medium-term goal spans: 中期目标 (20XX年-20XX年).
    first_year: Annotated[Year | None, Term("起始年度", "First year")] = None
    last_year: Annotated[Year | None, Term("截止年度", "Last year")] = None
    #: 中期资金总额 or 年度资金总额, with its sources
    funding: Annotated[Funding | None, Term("项目资金", "Funds", f"{PROJECT_GOALS}, 资金总额")] = None
    goal: Annotated[str | None, Term("总体目标", "Overall goal", PROJECT_GOALS)] = None
    indicators: Annotated[IndicatorTree | None, Term("绩效指标", "Indicators", PROJECT_GOALS, silent=True)] = None
    extra: Extra = NOTHING_MORE

    def __attrs_post_init__(self) -> None:
        _in_order("GoalPlan", ("first_year", "last_year"), self.first_year, self.last_year)


@final
@frozen(kw_only=True, field_transformer=checked)
class ProjectDeclaration:
    """
    项目支出绩效目标申报表: what a project is to achieve (财预〔2015〕88号).

    A complete form names the department, the unit, the nature and the span of the project and has annual objectives.
    """

    SOURCE: ClassVar = PROJECT_GOALS

    year: Annotated[Year, Term("年度", "Fiscal year", f"{PROJECT_GOALS}, 表头")]
    name: Annotated[str, Term("项目名称", "Project")]
    code: Annotated[str | None, Term("项目代码", "Project code", f"{SYSTEM} pro_code")] = None
    department: Annotated[str | None, Term("主管部门", "Department in charge")] = None
    department_code: Annotated[str | None, Term("主管部门代码", "Code of the department")] = None
    unit: Annotated[str | None, Term("实施单位", "Implementing unit")] = None
    nature: Annotated[ProjectNature | None, Term("项目属性", "Nature of the project")] = None
    category: Annotated[ProjectCategory | None, Term("项目类别", "Category of the project", SYSTEM)] = None
    start: Annotated[dt.date | None, Term("计划开始日期", "Start")] = None
    end: Annotated[dt.date | None, Term("计划完成日期", "End")] = None
    #: How the form prints its money; some forms are in 元.
    presentation: Annotated[Presentation | None, Term("金额列示", "Presentation of money", HEAD)] = None
    #: 项目概述, 立项依据, 实施主体, 实施方案 and the like
    description: Annotated[
        tuple[Passage, ...], Term("项目说明", "Description", "项目绩效目标申报表, 项目概述、立项依据、实施方案")
    ] = ()
    medium_term: Annotated[GoalPlan | None, Term("中期目标", "Medium-term objectives")] = None
    annual: Annotated[GoalPlan | None, Term("年度目标", "Annual objectives")] = None
    signature: Annotated[Signature | None, Term("填报信息", "Signature", f"{PROJECT_GOALS}, 表尾")] = None
    extra: DocumentExtra = NOTHING_MORE

    def __attrs_post_init__(self) -> None:
        _in_order("ProjectDeclaration", ("start", "end"), self.start, self.end)

    def of(self, horizon: Horizon) -> GoalPlan | None:
        """Return the objectives of *horizon*; `None` where the form is silent."""
        objectives: GoalPlan | None = getattr(self, horizon.key)
        return objectives

    @property
    def called(self) -> str:
        """The name of the project."""
        return self.name


@final
@frozen(kw_only=True, field_transformer=checked)
class Task:
    """One of the main tasks of the year (年度主要任务)."""

    SOURCE: ClassVar = f"{DEPARTMENT_GOALS}, 年度主要任务"

    name: Annotated[str, Term("任务名称", "Task")]
    content: Annotated[str | None, Term("主要内容", "Content")] = None
    #: 预算金额: 总额, 财政拨款, 其他资金
    funding: Annotated[Funding | None, Term("预算金额", "Funds")] = None
    extra: Extra = NOTHING_MORE

    @property
    def called(self) -> str:
        """The name of the task."""
        return self.name


@final
@frozen(kw_only=True, field_transformer=checked)
class DepartmentDeclaration:
    """
    部门（单位）整体支出绩效目标申报表: what a department is to achieve (财预〔2015〕88号).

    A complete form has tasks with their money, and annual objectives.
    """

    SOURCE: ClassVar = DEPARTMENT_GOALS

    year: Annotated[Year, Term("年度", "Fiscal year", f"{DEPARTMENT_GOALS}, 表头")]
    department: Annotated[str, Term("部门（单位）名称", "Department")]
    department_code: Annotated[str | None, Term("预算单位编码", "Code of the department", f"{SYSTEM} dept_code")] = None
    #: How the form prints its money.
    presentation: Annotated[Presentation | None, Term("金额列示", "Presentation of money", HEAD)] = None
    tasks: Annotated[tuple[Task, ...], Term("年度主要任务", "Main tasks of the year")] = ()
    #: 金额合计 of the tasks
    tasks_total: Annotated[Funding | None, Term("金额合计", "Total of the tasks")] = None
    #: 中期目标, where the form has them beside the annual ones
    medium_term: Annotated[GoalPlan | None, Term("中期目标", "Medium-term objectives")] = None
    #: 年度总体目标 and 年度绩效指标
    annual: Annotated[
        GoalPlan | None, Term("年度目标", "Annual objectives", f"{DEPARTMENT_GOALS}, 年度总体目标、年度绩效指标")
    ] = None
    signature: Annotated[Signature | None, Term("填报信息", "Signature", f"{DEPARTMENT_GOALS}, 表尾")] = None
    extra: DocumentExtra = NOTHING_MORE

    def of(self, horizon: Horizon) -> GoalPlan | None:
        """Return the objectives of *horizon*; `None` where the form is silent."""
        objectives: GoalPlan | None = getattr(self, horizon.key)
        return objectives
