"""The evaluation report (项目支出绩效评价报告): the framework of indicators, and the outline in seven chapters."""

from typing import Annotated, ClassVar, final

from attrs import frozen

from perfreport.classification import EvaluationKind
from perfreport.model._fields import NOTHING_MORE, DocumentExtra, Extra, Year, checked
from perfreport.model._sources import EVALUATION, FRAMEWORK, HEAD, SYSTEM
from perfreport.model.funding import Funding
from perfreport.model.indicators import IndicatorTree
from perfreport.model.narrative import Passage
from perfreport.model.nil import Nil
from perfreport.model.results import Result
from perfreport.money import Presentation
from perfreport.names import Term

__all__ = ["EvaluationOutline", "EvaluationReport"]


@final
@frozen(kw_only=True, field_transformer=checked)
class EvaluationOutline:
    """The chapters of an evaluation report (绩效评价报告参考提纲); an empty tuple is a heading without a text."""

    #: 一（一）项目概况
    overview: Annotated[tuple[Passage, ...] | Nil | None, Term("项目概况", "The project", f"{EVALUATION} 一（一）")] = (
        None
    )
    #: 一（二）项目绩效目标
    goals: Annotated[tuple[Passage, ...] | Nil | None, Term("项目绩效目标", "Its goals", f"{EVALUATION} 一（二）")] = (
        None
    )
    #: 二（一）绩效评价目的、对象和范围
    purpose: Annotated[
        tuple[Passage, ...] | Nil | None,
        Term("绩效评价目的、对象和范围", "Purpose, subject and scope", f"{EVALUATION} 二（一）"),
    ] = None
    #: 二（二）绩效评价原则、评价指标体系、评价方法、评价标准
    methods: Annotated[
        tuple[Passage, ...] | Nil | None,
        Term("绩效评价原则、指标体系、方法和标准", "Principles and methods", f"{EVALUATION} 二（二）"),
    ] = None
    #: 二（三）绩效评价工作过程
    procedure: Annotated[
        tuple[Passage, ...] | Nil | None, Term("绩效评价工作过程", "Procedure", f"{EVALUATION} 二（三）")
    ] = None
    #: 三、综合评价情况及评价结论
    conclusion: Annotated[
        tuple[Passage, ...] | Nil | None, Term("综合评价情况及评价结论", "Findings and conclusion", f"{EVALUATION} 三")
    ] = None
    #: 四（一）项目决策情况
    decision: Annotated[
        tuple[Passage, ...] | Nil | None, Term("项目决策情况", "Decision", f"{EVALUATION} 四（一）")
    ] = None
    #: 四（二）项目过程情况
    process: Annotated[tuple[Passage, ...] | Nil | None, Term("项目过程情况", "Process", f"{EVALUATION} 四（二）")] = (
        None
    )
    #: 四（三）项目产出情况
    output: Annotated[tuple[Passage, ...] | Nil | None, Term("项目产出情况", "Output", f"{EVALUATION} 四（三）")] = None
    #: 四（四）项目效益情况
    outcome: Annotated[tuple[Passage, ...] | Nil | None, Term("项目效益情况", "Outcome", f"{EVALUATION} 四（四）")] = (
        None
    )
    #: 五、主要经验及做法、存在的问题及原因分析
    experience: Annotated[
        tuple[Passage, ...] | Nil | None,
        Term("主要经验及做法、存在的问题及原因分析", "Experience and problems", f"{EVALUATION} 五"),
    ] = None
    #: 六、有关建议
    suggestions: Annotated[tuple[Passage, ...] | Nil | None, Term("有关建议", "Suggestions", f"{EVALUATION} 六")] = None
    #: 七、其他需要说明的问题
    other: Annotated[
        tuple[Passage, ...] | Nil | None, Term("其他需要说明的问题", "Other matters", f"{EVALUATION} 七")
    ] = None
    extra: Extra = NOTHING_MORE


@final
@frozen(kw_only=True, field_transformer=checked)
class EvaluationReport:
    """
    绩效评价报告: what a department or the finance authority found (财预〔2020〕10号, annexes 2 and 3).

    Its indicators are a framework such as `perfreport.model.frameworks.PROJECT`, with weights, scores and findings.
    """

    SOURCE: ClassVar = f"{EVALUATION}, 封面"

    year: Annotated[Year, Term("年度", "Fiscal year")]
    #: What is evaluated: 项目名称 or 部门（单位）名称.
    name: Annotated[str, Term("评价对象", "What is evaluated")]
    #: The first year that is evaluated, where there are several.
    first_year: Annotated[Year | None, Term("评价起始年度", "First year evaluated", f"{EVALUATION} 二（一）")] = None
    #: 部门评价 or 财政评价
    kind: Annotated[EvaluationKind | None, Term("评价类型", "Kind of evaluation", "财预〔2020〕10号")] = None
    code: Annotated[str | None, Term("项目代码", "Project code", f"{SYSTEM} pro_code")] = None
    department: Annotated[str | None, Term("主管部门", "Department in charge")] = None
    #: 评价机构, where a third party evaluates
    evaluator: Annotated[str | None, Term("评价机构", "Evaluator")] = None
    #: How the report prints its money.
    presentation: Annotated[Presentation | None, Term("金额列示", "Presentation of money", HEAD)] = None
    funding: Annotated[Funding | None, Term("资金投入和使用情况", "Funds", f"{EVALUATION} 一（一）")] = None
    indicators: Annotated[
        IndicatorTree | None, Term("绩效评价指标体系", "Framework of indicators", FRAMEWORK, silent=True)
    ] = None
    outline: Annotated[EvaluationOutline | None, Term("评价报告正文", "Chapters", EVALUATION, silent=True)] = None
    #: 评价结论: score and grade
    result: Annotated[Result | None, Term("评价结论", "Result", f"{EVALUATION} 三")] = None
    extra: DocumentExtra = NOTHING_MORE

    @property
    def called(self) -> str:
        """What is evaluated."""
        return self.name
