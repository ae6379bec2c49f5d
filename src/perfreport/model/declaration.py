"""The declarations of objectives: of a project (项目支出绩效目标申报表) and of a department (部门整体支出)."""

from datetime import date
from typing import Any, final

from attrs import Attribute, field, frozen

from perfreport.checks import each, is_a, optional, refuse, said, within
from perfreport.classification import Horizon, ProjectCategory, ProjectNature
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import Extra, no_heading, unknown_keys
from perfreport.model.funds import Funds
from perfreport.model.indicators import Indicators
from perfreport.model.lines import YEARS
from perfreport.model.narrative import Passage
from perfreport.model.results import Signature
from perfreport.money import Presentation

__all__ = ["DepartmentDeclaration", "Objectives", "ProjectDeclaration", "Task"]


def _not_before(first: str) -> Any:
    """Accept `None` and what does not lie before the field *first*."""

    def validate(instance: object, attribute: "Attribute[Any]", value: Any) -> None:
        start = getattr(instance, first)
        if value is not None and start is not None and value < start:
            raise refuse(instance, attribute, str(value), f"nothing before {first} {start}")

    return validate


@final
@frozen(kw_only=True)
class Objectives:
    """What is to be reached within one span of time: the money, the goal and its indicators (总体目标, 绩效指标)."""

    #: The years that a medium-term goal spans: 中期目标 (20XX年-20XX年).
    first_year: int | None = field(default=None, validator=optional(within(*YEARS)))
    last_year: int | None = field(default=None, validator=[optional(within(*YEARS)), _not_before("first_year")])
    #: 中期资金总额 or 年度资金总额, with its sources
    funds: Funds | None = field(default=None, validator=optional(is_a(Funds)))
    #: 总体目标
    goal: str | None = field(default=None, validator=optional(said))
    #: 绩效指标, each with its target
    indicators: Indicators | None = field(default=None, validator=optional(is_a(Indicators)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class ProjectDeclaration:
    """
    项目支出绩效目标申报表: what a project is to achieve (财预〔2015〕88号).

    A complete form names the department, the unit, the nature and the span of the project and has annual objectives.
    """

    #: 年度
    year: int = field(validator=within(*YEARS))
    #: 项目名称
    name: str = field(validator=said)
    #: 项目代码, opaque
    code: str | None = field(default=None, validator=optional(said))
    #: 主管部门
    department: str | None = field(default=None, validator=optional(said))
    #: 主管部门代码, opaque
    department_code: str | None = field(default=None, validator=optional(said))
    #: 实施单位
    unit: str | None = field(default=None, validator=optional(said))
    #: 项目属性
    nature: ProjectNature | None = field(default=None, validator=optional(is_a(ProjectNature)))
    #: 项目类别
    category: ProjectCategory | None = field(default=None, validator=optional(is_a(ProjectCategory)))
    #: 计划开始日期
    start: date | None = field(default=None, validator=optional(is_a(date)))
    #: 计划完成日期
    end: date | None = field(default=None, validator=[optional(is_a(date)), _not_before("start")])
    #: How the form prints its money; some forms are in 元.
    presentation: Presentation | None = field(default=None, validator=optional(is_a(Presentation)))
    #: 项目概述, 立项依据, 实施主体, 实施方案 and the like
    description: tuple[Passage, ...] = field(default=(), validator=each(is_a(Passage)))
    #: 中期目标
    medium_term: Objectives | None = field(default=None, validator=optional(is_a(Objectives)))
    #: 年度目标
    annual: Objectives | None = field(default=None, validator=optional(is_a(Objectives)))
    signature: Signature | None = field(default=None, validator=optional(is_a(Signature)))
    extra: Extra = field(factory=FrozenMap, validator=[unknown_keys, no_heading])

    def of(self, horizon: Horizon) -> Objectives | None:
        """Return the objectives of *horizon*; `None` where the form is silent."""
        objectives: Objectives | None = getattr(self, horizon.key)
        return objectives


@final
@frozen(kw_only=True)
class Task:
    """One of the main tasks of the year (年度主要任务)."""

    #: 任务名称
    name: str = field(validator=said)
    #: 主要内容
    content: str | None = field(default=None, validator=optional(said))
    #: 预算金额: 总额, 财政拨款, 其他资金
    funds: Funds | None = field(default=None, validator=optional(is_a(Funds)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class DepartmentDeclaration:
    """
    部门（单位）整体支出绩效目标申报表: what a department is to achieve (财预〔2015〕88号).

    A complete form has tasks with their money, and annual objectives.
    """

    #: 年度
    year: int = field(validator=within(*YEARS))
    #: 部门（单位）名称
    department: str = field(validator=said)
    #: 预算单位编码, opaque
    department_code: str | None = field(default=None, validator=optional(said))
    #: How the form prints its money.
    presentation: Presentation | None = field(default=None, validator=optional(is_a(Presentation)))
    #: 年度主要任务
    tasks: tuple[Task, ...] = field(default=(), validator=each(is_a(Task)))
    #: 金额合计 of the tasks
    tasks_total: Funds | None = field(default=None, validator=optional(is_a(Funds)))
    #: 中期目标, where the form has them beside the annual ones
    medium_term: Objectives | None = field(default=None, validator=optional(is_a(Objectives)))
    #: 年度总体目标 and 年度绩效指标
    annual: Objectives | None = field(default=None, validator=optional(is_a(Objectives)))
    signature: Signature | None = field(default=None, validator=optional(is_a(Signature)))
    extra: Extra = field(factory=FrozenMap, validator=[unknown_keys, no_heading])

    def of(self, horizon: Horizon) -> Objectives | None:
        """Return the objectives of *horizon*; `None` where the form is silent."""
        objectives: Objectives | None = getattr(self, horizon.key)
        return objectives
