"""The evaluation report (项目支出绩效评价报告): the framework of indicators, and the outline in seven chapters."""

from typing import final

from attrs import field, frozen

from perfreport.checks import is_a, optional, said, within
from perfreport.classification import EvaluationKind
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import Extra, no_heading, unknown_keys
from perfreport.model.funds import Funds
from perfreport.model.indicators import Indicators
from perfreport.model.lines import YEARS
from perfreport.model.narrative import Passage
from perfreport.model.nil import Nil, nil_or_each
from perfreport.model.results import Result
from perfreport.money import Presentation

__all__ = ["EvaluationOutline", "EvaluationReport"]


@final
@frozen(kw_only=True)
class EvaluationOutline:
    """The chapters of an evaluation report (绩效评价报告参考提纲); an empty tuple is a heading without a text."""

    #: 一（一）项目概况
    overview: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 一（二）项目绩效目标
    goals: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 二（一）绩效评价目的、对象和范围
    purpose: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 二（二）绩效评价原则、评价指标体系、评价方法、评价标准
    methods: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 二（三）绩效评价工作过程
    procedure: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 三、综合评价情况及评价结论
    conclusion: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 四（一）项目决策情况
    decision: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 四（二）项目过程情况
    process: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 四（三）项目产出情况
    output: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 四（四）项目效益情况
    outcome: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 五、主要经验及做法、存在的问题及原因分析
    experience: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 六、有关建议
    suggestions: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 七、其他需要说明的问题
    other: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class EvaluationReport:
    """
    绩效评价报告: what a department or the finance authority found (财预〔2020〕10号, annexes 2 and 3).

    Its indicators are a framework such as `perfreport.model.frameworks.PROJECT`, with weights, scores and findings.
    """

    #: 年度
    year: int = field(validator=within(*YEARS))
    #: What is evaluated: 项目名称 or 部门（单位）名称.
    name: str = field(validator=said)
    #: The first year that is evaluated, where there are several.
    first_year: int | None = field(default=None, validator=optional(within(*YEARS)))
    #: 部门评价 or 财政评价
    kind: EvaluationKind | None = field(default=None, validator=optional(is_a(EvaluationKind)))
    #: 项目代码, opaque
    code: str | None = field(default=None, validator=optional(said))
    #: 主管部门
    department: str | None = field(default=None, validator=optional(said))
    #: 评价机构, where a third party evaluates
    evaluator: str | None = field(default=None, validator=optional(said))
    #: How the report prints its money.
    presentation: Presentation | None = field(default=None, validator=optional(is_a(Presentation)))
    #: 资金投入和使用情况
    funds: Funds | None = field(default=None, validator=optional(is_a(Funds)))
    #: 绩效评价指标体系
    indicators: Indicators | None = field(default=None, validator=optional(is_a(Indicators)))
    outline: EvaluationOutline | None = field(default=None, validator=optional(is_a(EvaluationOutline)))
    #: 评价结论: score and grade
    result: Result | None = field(default=None, validator=optional(is_a(Result)))
    extra: Extra = field(factory=FrozenMap, validator=[unknown_keys, no_heading])
