"""The self-evaluation forms: of a project (项目支出绩效自评表) and of a department (部门整体支出绩效自评表)."""

from typing import final

from attrs import field, frozen

from perfreport.checks import is_a, optional, said, within
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import Extra, no_heading, unknown_keys
from perfreport.model.funds import Funds
from perfreport.model.indicators import Indicators
from perfreport.model.lines import YEARS
from perfreport.model.results import OverallGoal, Result, Signature
from perfreport.money import Presentation

__all__ = ["DepartmentSelfEvaluation", "ProjectSelfEvaluation"]


@final
@frozen(kw_only=True)
class ProjectSelfEvaluation:
    """
    项目支出绩效自评表: what the money of one project achieved (财预〔2020〕10号, annex 1).

    A complete form has all fields up to `indicators`; only the year and the name have to be known here.
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
    #: 实施单位代码, opaque
    unit_code: str | None = field(default=None, validator=optional(said))
    #: How the form prints its money.
    presentation: Presentation | None = field(default=None, validator=optional(is_a(Presentation)))
    #: 项目资金
    funds: Funds | None = field(default=None, validator=optional(is_a(Funds)))
    #: 年度总体目标
    goal: OverallGoal | None = field(default=None, validator=optional(is_a(OverallGoal)))
    #: 绩效指标
    indicators: Indicators | None = field(default=None, validator=optional(is_a(Indicators)))
    #: 总分 and what follows from it
    result: Result | None = field(default=None, validator=optional(is_a(Result)))
    signature: Signature | None = field(default=None, validator=optional(is_a(Signature)))
    extra: Extra = field(factory=FrozenMap, validator=[unknown_keys, no_heading])


@final
@frozen(kw_only=True)
class DepartmentSelfEvaluation:
    """
    部门整体支出绩效自评表: what all the money of a department achieved.

    A complete form has all fields up to `indicators`; only the year and the department have to be known here.
    """

    #: 年度
    year: int = field(validator=within(*YEARS))
    #: 预算部门（单位）名称
    department: str = field(validator=said)
    #: 预算单位编码, opaque
    department_code: str | None = field(default=None, validator=optional(said))
    #: How the form prints its money.
    presentation: Presentation | None = field(default=None, validator=optional(is_a(Presentation)))
    #: 年度预算申请, by the nature of revenue and of expenditure
    funds: Funds | None = field(default=None, validator=optional(is_a(Funds)))
    #: 年度总体目标
    goal: OverallGoal | None = field(default=None, validator=optional(is_a(OverallGoal)))
    #: 绩效指标
    indicators: Indicators | None = field(default=None, validator=optional(is_a(Indicators)))
    #: 总分 and what follows from it
    result: Result | None = field(default=None, validator=optional(is_a(Result)))
    signature: Signature | None = field(default=None, validator=optional(is_a(Signature)))
    extra: Extra = field(factory=FrozenMap, validator=[unknown_keys, no_heading])
