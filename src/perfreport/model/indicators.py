"""Indicators (绩效指标): an open tree of levels with targets, actual values, weights and scores."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, final

from attrs import Attribute, field, frozen

from perfreport.checks import Validator, each, fault, is_a, optional, refuse, said, within
from perfreport.classification import Achievement, DeviationCause, IndicatorKind, Likelihood
from perfreport.errors import InvalidValue
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import Extra, unknown_keys
from perfreport.model.lines import Way
from perfreport.model.points import not_negative, points
from perfreport.quantity import Actual, Target

__all__ = ["Indicator", "IndicatorGroup", "Indicators", "Progress"]

#: The most stars that mark a core indicator.
MAX_STARS = 5


def _cell(kind: type[Target] | type[Actual]) -> Validator:
    """Accept `None` and cells of *kind* that every format can hold."""
    is_one = is_a(kind)

    def validate(instance: object, attribute: "Attribute[Any]", value: Target | Actual | None) -> None:
        if value is None:
            return
        is_one(instance, attribute, value)
        columns = [column for column in (value.nature, value.measure) if column is not None]
        # A blank cell says something only through the columns beside it.
        texts = columns + [value.raw] * bool(value.raw or not columns)
        expected = next(filter(None, map(fault, texts)), None)
        if expected is not None:
            raise refuse(instance, attribute, value.raw, expected)

    return validate


@final
@frozen(kw_only=True)
class Progress:
    """How an indicator stands in the course of the year (财预〔2019〕136号, 项目支出绩效目标执行监控表)."""

    #: 1-X月执行情况
    actual: Actual | None = field(default=None, validator=_cell(Actual))
    #: 全年预计完成情况
    expected: Actual | None = field(default=None, validator=_cell(Actual))
    #: 偏差原因分析: the causes that are ticked
    causes: tuple[DeviationCause, ...] = field(default=(), validator=each(is_a(DeviationCause)))
    #: 完成目标可能性
    likelihood: Likelihood | None = field(default=None, validator=optional(is_a(Likelihood)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class Indicator:
    """
    One indicator of the third level (三级指标).

    The score is the one that the document states; `perfreport.scoring` computes one beside it and overwrites nothing.
    """

    #: 三级指标, without the stars that mark a core indicator
    name: str = field(validator=said)
    #: 绩效指标代码, opaque
    code: str | None = field(default=None, validator=optional(said))
    #: The second level, or the first where there is no second; what stands above it in the tree says so too.
    kind: IndicatorKind | None = field(default=None, validator=optional(is_a(IndicatorKind)))
    #: How many stars mark it as a core indicator (★ to ★★★); `None` for none.
    stars: int | None = field(default=None, validator=optional(within(1, MAX_STARS)))
    #: 年度指标值, in a set of medium-term objectives the 中期指标值
    target: Target | None = field(default=None, validator=_cell(Target))
    #: 实际完成值
    actual: Actual | None = field(default=None, validator=_cell(Actual))
    #: How an indicator without a number was judged.
    achievement: Achievement | None = field(default=None, validator=optional(is_a(Achievement)))
    #: 分值 or 权重
    weight: Decimal | None = field(default=None, converter=points, validator=not_negative)
    #: 得分 as stated
    score: Decimal | None = field(default=None, converter=points)
    #: 扣分, where a form has it
    deduction: Decimal | None = field(default=None, converter=points)
    #: 复核分: the score that a reviewer gave
    reviewed_score: Decimal | None = field(default=None, converter=points)
    #: 偏差原因分析及改进措施, also called 未完成原因分析
    reason: str | None = field(default=None, validator=optional(said))
    #: 评（扣）分标准
    standard: str | None = field(default=None, validator=optional(said))
    #: 指标解释
    explanation: str | None = field(default=None, validator=optional(said))
    #: 备注
    remark: str | None = field(default=None, validator=optional(said))
    #: How it stands in the course of the year, on monitoring forms.
    progress: Progress | None = field(default=None, validator=optional(is_a(Progress)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


def _groups(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    each(is_a(IndicatorGroup))(instance, attribute, value)


@final
@frozen(kw_only=True)
class IndicatorGroup:
    """A first or second level (一级指标, 二级指标) with what stands under it; it has a kind, a name, or both."""

    kind: IndicatorKind | None = field(default=None, validator=optional(is_a(IndicatorKind)))
    #: The words of the document, where they are not those of the kind: 项目完成指标.
    name: str | None = field(default=None, validator=optional(said))
    #: The weight that is printed for the level: 产出指标（50分）
    weight: Decimal | None = field(default=None, converter=points, validator=not_negative)
    #: The score that is printed for the level.
    score: Decimal | None = field(default=None, converter=points)
    groups: "tuple[IndicatorGroup, ...]" = field(default=(), validator=_groups)
    indicators: tuple[Indicator, ...] = field(default=(), validator=each(is_a(Indicator)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)

    def __attrs_post_init__(self) -> None:
        if self.kind is None and self.name is None:
            raise InvalidValue("IndicatorGroup", "name", "a level has a kind or a name")


@final
@frozen(kw_only=True)
class Indicators:
    """The indicators of one form (绩效指标), by level."""

    groups: tuple[IndicatorGroup, ...] = field(default=(), validator=each(is_a(IndicatorGroup)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)

    def walk(self) -> Iterator[tuple[Way, IndicatorGroup]]:
        """Yield every level, those inside others too, each with the way that leads to it."""
        # A stack instead of recursion: how deep a document nests is not ours to trust.
        stack: list[tuple[Way, IndicatorGroup]] = _numbered((), self.groups)
        while stack:
            way, group = stack.pop()
            yield way, group
            stack += _numbered(way, group.groups)

    def each(self) -> Iterator[tuple[Way, Indicator]]:
        """Yield every indicator with the way that leads to it."""
        for way, group in self.walk():
            for index, indicator in enumerate(group.indicators):
                yield (*way, "indicators", index), indicator

    @property
    def weight(self) -> Decimal | None:
        """The weights of all indicators together; `None` where there is none or one is not stated."""
        weights = [indicator.weight for _, indicator in self.each()]
        stated = [weight for weight in weights if weight is not None]
        return sum(stated, Decimal(0)) if weights and len(stated) == len(weights) else None


def _numbered(way: Way, groups: tuple[IndicatorGroup, ...]) -> list[tuple[Way, IndicatorGroup]]:
    return [((*way, "groups", index), group) for index, group in reversed(list(enumerate(groups)))]
