"""The monitoring form (项目支出绩效目标执行监控表): how a project stands in the course of the year."""

from typing import final

from attrs import field, frozen

from perfreport.checks import is_a, optional, said, within
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import Extra, no_heading, unknown_keys
from perfreport.model.funds import Funds
from perfreport.model.indicators import Indicators
from perfreport.model.lines import YEARS
from perfreport.model.results import OverallGoal, Signature
from perfreport.money import Presentation

__all__ = ["ProjectMonitoring"]


@final
@frozen(kw_only=True)
class ProjectMonitoring:
    """
    项目支出绩效目标执行监控表 (财预〔2019〕136号).

    In its money block `executed` is what was spent from January to `month`, and `expected` what is thought to be spent
    by the end of the year; its indicators hold their `Progress`.
    """

    #: 年度
    year: int = field(validator=within(*YEARS))
    #: 项目名称
    name: str = field(validator=said)
    #: The last month that the form covers: 7 for 1-7月.
    month: int | None = field(default=None, validator=optional(within(1, 12)))
    #: 项目代码, opaque
    code: str | None = field(default=None, validator=optional(said))
    #: 主管部门
    department: str | None = field(default=None, validator=optional(said))
    #: 主管部门代码, opaque
    department_code: str | None = field(default=None, validator=optional(said))
    #: 实施单位
    unit: str | None = field(default=None, validator=optional(said))
    #: How the form prints its money.
    presentation: Presentation | None = field(default=None, validator=optional(is_a(Presentation)))
    #: 年度资金总额 and its sources
    funds: Funds | None = field(default=None, validator=optional(is_a(Funds)))
    #: 年度总体目标
    goal: OverallGoal | None = field(default=None, validator=optional(is_a(OverallGoal)))
    #: 绩效指标
    indicators: Indicators | None = field(default=None, validator=optional(is_a(Indicators)))
    signature: Signature | None = field(default=None, validator=optional(is_a(Signature)))
    extra: Extra = field(factory=FrozenMap, validator=[unknown_keys, no_heading])
