"""The closed lists by which performance is told apart: goals, indicators, achievements, grades, causes, evaluations."""

from enum import StrEnum
from typing import final

from perfreport.classification.keyed import Keyed

__all__ = [
    "Achievement",
    "DeviationCause",
    "EvaluationKind",
    "GoalKind",
    "Grade",
    "Horizon",
    "IndicatorKind",
    "Likelihood",
]


@final
class GoalKind(Keyed):
    """The three kinds of performance goals that a department's report announces."""

    #: 年度整体支出绩效目标
    OVERALL = "overall"
    #: 部门专项资金绩效目标
    SPECIAL_FUND = "special-fund"
    #: 其他项目支出绩效目标
    PROJECT = "project"


@final
class Horizon(Keyed):
    """The two spans of time that a declaration of objectives speaks of."""

    #: 中期目标
    MEDIUM_TERM = "medium-term"
    #: 年度目标
    ANNUAL = "annual"


@final
class IndicatorKind(StrEnum):
    """
    The official first and second levels of indicators (一级指标, 二级指标).

    They come from 财预〔2020〕10号 and 财预〔2021〕101号 (output, outcome, satisfaction, cost), from the framework for
    evaluations of projects (decision, process) and from that for departments of 财预〔2013〕53号 (input, effect). Local
    levels have no kind but a name.
    """

    #: 产出指标
    OUTPUT = "output"
    #: 效益指标
    OUTCOME = "outcome"
    #: 满意度指标
    SATISFACTION = "satisfaction"
    #: 成本指标, a level of its own since 财预〔2021〕101号
    COST = "cost"
    #: 决策
    DECISION = "decision"
    #: 过程
    PROCESS = "process"
    #: 投入
    INPUT = "input"
    #: 效果
    EFFECT = "effect"
    #: 数量指标
    QUANTITY = "quantity"
    #: 质量指标
    QUALITY = "quality"
    #: 时效指标
    TIMELINESS = "timeliness"
    #: 成本指标 as a part of output, as 财预〔2020〕10号 has it
    OUTPUT_COST = "output-cost"
    #: 经济效益指标
    ECONOMIC_BENEFIT = "economic-benefit"
    #: 社会效益指标
    SOCIAL_BENEFIT = "social-benefit"
    #: 生态效益指标
    ECOLOGICAL_BENEFIT = "ecological-benefit"
    #: 可持续影响指标
    SUSTAINABLE_IMPACT = "sustainable-impact"
    #: 服务对象满意度指标
    SERVICE_SATISFACTION = "service-satisfaction"
    #: 经济成本指标
    ECONOMIC_COST = "economic-cost"
    #: 社会成本指标
    SOCIAL_COST = "social-cost"
    #: 生态环境成本指标
    ECOLOGICAL_COST = "ecological-cost"
    #: 项目立项
    PROJECT_APPROVAL = "project-approval"
    #: 绩效目标
    PERFORMANCE_GOALS = "performance-goals"
    #: 资金投入
    FUNDING_INPUT = "funding-input"
    #: 资金管理
    FUND_MANAGEMENT = "fund-management"
    #: 组织实施
    IMPLEMENTATION = "implementation"
    #: 项目效益
    PROJECT_BENEFIT = "project-benefit"
    #: 目标设定
    GOAL_SETTING = "goal-setting"
    #: 预算配置
    BUDGET_ALLOCATION = "budget-allocation"
    #: 预算执行
    BUDGET_EXECUTION = "budget-execution"
    #: 预算管理
    BUDGET_MANAGEMENT = "budget-management"
    #: 资产管理
    ASSET_MANAGEMENT = "asset-management"
    #: 职责履行
    DUTIES = "duties"
    #: 履职效益
    DUTY_BENEFIT = "duty-benefit"

    @property
    def first(self) -> "IndicatorKind":
        """The first level that this kind belongs to; a first level belongs to itself."""
        return _FIRST.get(self, self)

    @property
    def level(self) -> int:
        """1 for a first level, 2 for a second."""
        return 2 if self in _FIRST else 1

    @property
    def parts(self) -> "tuple[IndicatorKind, ...]":
        """The second levels that belong to this first level, in the order of the official forms."""
        return tuple(kind for kind, first in _FIRST.items() if first is self)


_PARTS = {
    IndicatorKind.OUTPUT: "quantity quality timeliness output-cost duties",
    IndicatorKind.OUTCOME: "economic-benefit social-benefit ecological-benefit sustainable-impact project-benefit",
    IndicatorKind.SATISFACTION: "service-satisfaction",
    IndicatorKind.COST: "economic-cost social-cost ecological-cost",
    IndicatorKind.DECISION: "project-approval performance-goals funding-input",
    IndicatorKind.PROCESS: "fund-management implementation budget-execution budget-management asset-management",
    IndicatorKind.INPUT: "goal-setting budget-allocation",
    IndicatorKind.EFFECT: "duty-benefit",
}
_FIRST = {IndicatorKind(part): first for first, parts in _PARTS.items() for part in parts.split()}


@final
class Achievement(StrEnum):
    """The three bands in which an indicator without a number is judged (财预〔2020〕10号)."""

    #: 达成年度指标: 100% to 80%
    ACHIEVED = "achieved"
    #: 部分达成年度指标并具有一定效果: below 80% to 60%
    PARTLY_ACHIEVED = "partly-achieved"
    #: 未达成年度指标且效果较差: below 60%
    NOT_ACHIEVED = "not-achieved"


@final
class Grade(StrEnum):
    """The word in which a result is summed up (评价等级); which words are used is a matter of the scheme."""

    #: 优
    EXCELLENT = "excellent"
    #: 良
    GOOD = "good"
    #: 中
    FAIR = "fair"
    #: 差
    POOR = "poor"
    #: 合格
    PASS = "pass"  # noqa: S105 - a grade
    #: 不合格
    FAIL = "fail"


@final
class DeviationCause(StrEnum):
    """What a monitoring form gives as the cause of a deviation (财预〔2019〕136号, 偏差原因)."""

    #: 经费保障
    FUNDING = "funding"
    #: 制度保障
    RULES = "rules"
    #: 人员保障
    STAFF = "staff"
    #: 硬件条件保障
    EQUIPMENT = "equipment"
    #: 其他
    OTHER = "other"


@final
class Likelihood(StrEnum):
    """Whether a target will still be met (财预〔2019〕136号, 完成目标可能性)."""

    #: 确定能
    CERTAIN = "certain"
    #: 有可能
    POSSIBLE = "possible"
    #: 完全不可能
    IMPOSSIBLE = "impossible"


@final
class EvaluationKind(StrEnum):
    """Who evaluates (财预〔2020〕10号)."""

    #: 单位自评
    SELF = "self"
    #: 部门评价
    DEPARTMENT = "department"
    #: 财政评价
    FINANCE = "finance"
