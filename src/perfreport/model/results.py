"""What the self-evaluation and evaluation forms have in common: goals met, results, and who signed."""

from datetime import date
from decimal import Decimal
from typing import final

from attrs import field, frozen

from perfreport.checks import is_a, optional, said
from perfreport.classification import Grade
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import Extra, unknown_keys
from perfreport.model.points import not_negative, points

__all__ = ["OverallGoal", "Result", "Signature"]


@final
@frozen(kw_only=True)
class OverallGoal:
    """The goal of the year, as it was set and as it was met (年度总体目标)."""

    #: 预期目标
    expected: str | None = field(default=None, validator=optional(said))
    #: 实际完成情况
    actual: str | None = field(default=None, validator=optional(said))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class Result:
    """What a form comes to (总分, 评价等级), and what was said of it."""

    #: 总分 of the weights, 100 unless the form says otherwise
    weight: Decimal | None = field(default=None, converter=points, validator=not_negative)
    #: 总分 of the scores, as stated
    score: Decimal | None = field(default=None, converter=points)
    #: 评价等级
    grade: Grade | None = field(default=None, validator=optional(is_a(Grade)))
    #: The grade in the words of the document, where they are not those of the list: 优秀.
    grade_text: str | None = field(default=None, validator=optional(said))
    #: 主管部门评分 or 复核分
    reviewed_score: Decimal | None = field(default=None, converter=points)
    #: 处理意见
    opinion: str | None = field(default=None, validator=optional(said))
    #: 主管部门审核意见
    department_opinion: str | None = field(default=None, validator=optional(said))
    #: 财政部门审核意见
    finance_opinion: str | None = field(default=None, validator=optional(said))
    #: 偏差分析及整改措施
    deviation: str | None = field(default=None, validator=optional(said))
    #: 结果应用建议
    suggested_use: str | None = field(default=None, validator=optional(said))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class Signature:
    """The foot of a form: who filled it in, and when."""

    #: 填表人
    preparer: str | None = field(default=None, validator=optional(said))
    #: 联系电话
    phone: str | None = field(default=None, validator=optional(said))
    #: 填报日期
    date: "date | None" = field(default=None, validator=optional(is_a(date)))
    #: 单位负责人
    head: str | None = field(default=None, validator=optional(said))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)
