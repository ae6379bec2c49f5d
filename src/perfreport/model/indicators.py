"""Indicators (绩效指标): an open tree of levels with targets, actual values, weights and scores."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar, final

from attrs import field, frozen

from perfreport.classification import Achievement, DeviationCause, IndicatorKind, Likelihood
from perfreport.errors import InvalidValue
from perfreport.model import walk
from perfreport.model._fields import NOTHING_MORE, Extra, Points, Stars, checked, points
from perfreport.model._sources import MONITORING, PROJECT, SYSTEM
from perfreport.names import Term
from perfreport.numerals import summed
from perfreport.places import Way
from perfreport.quantity import Actual, Target

__all__ = ["Indicator", "IndicatorLevel", "IndicatorTree", "Progress"]


@final
@frozen(kw_only=True, field_transformer=checked)
class Progress:
    """How an indicator stands in the course of the year (财预〔2019〕136号, 项目支出绩效目标执行监控表)."""

    SOURCE: ClassVar = MONITORING

    actual: Annotated[Actual | None, Term("1-X月执行情况", "Reached so far")] = None
    expected: Annotated[Actual | None, Term("全年预计完成情况", "Expected for the year")] = None
    #: 偏差原因分析: the causes that are ticked
    causes: Annotated[
        tuple[DeviationCause, ...], Term("偏差原因", "Causes of deviation", f"{MONITORING}, 偏差原因分析")
    ] = ()
    likelihood: Annotated[Likelihood | None, Term("完成目标可能性", "Likelihood of meeting the target")] = None
    extra: Extra = NOTHING_MORE


@final
@frozen(kw_only=True, field_transformer=checked)
class Indicator:
    """
    One indicator of the third level (三级指标).

    The score is the one that the document states; `perfreport.scoring` computes one beside it and overwrites nothing.
    """

    #: 三级指标, without the stars that mark a core indicator
    name: Annotated[str, Term("指标名称", "Indicator", f"{PROJECT}, 三级指标", heading="三级指标")]
    code: Annotated[str | None, Term("绩效指标代码", "Indicator code", f"{SYSTEM} perf_ind_code")] = None
    #: The second level, or the first where there is no second; what stands above it in the tree says so too.
    kind: Annotated[IndicatorKind | None, Term("二级指标", "Kind", f"{PROJECT}, 二级指标")] = None
    #: How many stars mark it as a core indicator (★ to ★★★); `None` for none.
    stars: Annotated[
        Stars | None,
        Term("核心指标星级", "Stars of a core indicator", "项目支出核心绩效目标和指标 (财预〔2021〕101号)"),
    ] = None
    #: 年度指标值, in a set of medium-term objectives the 中期指标值
    target: Annotated[Target | None, Term("年度指标值", "Target value", f"{PROJECT}, 年度指标值")] = None
    actual: Annotated[Actual | None, Term("实际完成值", "Actual value", f"{PROJECT}, 实际完成值")] = None
    #: How an indicator without a number was judged.
    achievement: Annotated[Achievement | None, Term("达成情况", "Achievement", "财预〔2020〕10号, 定性指标得分")] = None
    #: 分值 or 权重
    weight: Annotated[Points | None, Term("分值", "Weight", f"{PROJECT}, 分值")] = field(default=None, converter=points)
    #: 得分 as stated
    score: Annotated[Decimal | None, Term("得分", "Score", f"{PROJECT}, 得分")] = field(default=None, converter=points)
    #: 扣分, where a form has it
    deduction: Annotated[Decimal | None, Term("扣分", "Deduction", f"{PROJECT}, 绩效指标, 扣分")] = field(
        default=None, converter=points
    )
    #: 复核分: the score that a reviewer gave
    reviewed_score: Annotated[Decimal | None, Term("复核分", "Reviewed score", f"{PROJECT}, 绩效指标, 复核分")] = field(
        default=None, converter=points
    )
    #: 偏差原因分析及改进措施, also called 未完成原因分析
    reason: Annotated[
        str | None,
        Term("偏差原因分析及改进措施", "Reason for deviation and measures", f"{PROJECT}, 偏差原因分析及改进措施"),
    ] = None
    standard: Annotated[str | None, Term("评（扣）分标准", "Scoring standard", f"{SYSTEM} kpi_evalstd")] = None
    explanation: Annotated[str | None, Term("指标解释", "Explanation", f"{SYSTEM} explain")] = None
    remark: Annotated[str | None, Term("备注", "Remark", f"{SYSTEM} kpi_remark")] = None
    #: How it stands in the course of the year, on monitoring forms.
    progress: Annotated[Progress | None, Term("执行监控", "Progress", MONITORING)] = None
    extra: Extra = NOTHING_MORE

    @property
    def called(self) -> str:
        """The name of the indicator."""
        return self.name


#: A line of its own: a type that is quoted has no room for it.
_BELOW = Term("下级指标", "Levels below", f"{PROJECT}, 二级指标", silent=True)


@final
@frozen(kw_only=True, field_transformer=checked)
class IndicatorLevel:
    """A first or second level (一级指标, 二级指标) with what stands under it; it has a kind, a name, or both."""

    SOURCE: ClassVar = f"{PROJECT}, 一级指标、二级指标"

    kind: Annotated[IndicatorKind | None, Term("指标类别", "Kind")] = None
    #: The words of the document, where they are not those of the kind: 项目完成指标.
    name: Annotated[str | None, Term("指标名称", "Name")] = None
    #: The weight that is printed for the level: 产出指标（50分）
    weight: Annotated[Points | None, Term("分值", "Weight", f"{PROJECT}, 分值")] = field(default=None, converter=points)
    #: The score that is printed for the level.
    score: Annotated[Decimal | None, Term("得分", "Score", f"{PROJECT}, 得分")] = field(default=None, converter=points)
    levels: "Annotated[tuple[IndicatorLevel, ...], _BELOW]" = ()
    indicators: Annotated[
        tuple[Indicator, ...], Term("三级指标", "Indicators", f"{PROJECT}, 三级指标", silent=True)
    ] = ()
    extra: Extra = NOTHING_MORE

    def __attrs_post_init__(self) -> None:
        if self.kind is None and self.name is None:
            raise InvalidValue("IndicatorLevel", "name", "a level has a kind or a name")

    @property
    def called(self) -> str | None:
        """The level in the words of the document, or in those of the list."""
        return self.name or self.kind


@final
@frozen(kw_only=True, field_transformer=checked)
class IndicatorTree:
    """The indicators of one form (绩效指标), by level."""

    levels: Annotated[tuple[IndicatorLevel, ...], Term("一级指标", "Levels", f"{PROJECT}, 绩效指标", silent=True)] = ()
    extra: Extra = NOTHING_MORE

    def each(self) -> Iterator[tuple[Way, Indicator]]:
        """Yield every indicator with the way that leads to it."""
        return ((way, indicator) for way, indicator, _ in walk.each(self, Indicator))

    @property
    def weight(self) -> Decimal | None:
        """The weights of all indicators together; `None` where there is none or one is not stated."""
        weights = [indicator.weight for _, indicator in self.each()]
        stated = [weight for weight in weights if weight is not None]
        return summed(stated) if weights and len(stated) == len(weights) else None
