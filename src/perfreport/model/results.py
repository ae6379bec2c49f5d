"""What the self-evaluation and evaluation forms have in common: goals met, results, and who signed."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, ClassVar, final

from attrs import field, frozen

from perfreport.classification import Grade
from perfreport.model._fields import NOTHING_MORE, Extra, Points, checked, points
from perfreport.model._sources import BASE_DATA, OURS, PROJECT, SYSTEM
from perfreport.names import Term

__all__ = ["GoalOutcome", "Result", "Signature"]


@final
@frozen(kw_only=True, field_transformer=checked)
class GoalOutcome:
    """The goal of the year, as it was set and as it was met (年度总体目标)."""

    SOURCE: ClassVar = f"{PROJECT}, 年度总体目标"

    expected: Annotated[str | None, Term("预期目标", "Goal as set")] = None
    actual: Annotated[str | None, Term("实际完成情况", "Goal as met")] = None
    extra: Extra = NOTHING_MORE


@final
@frozen(kw_only=True, field_transformer=checked)
class Result:
    """What a form comes to (总分, 评价等级), and what was said of it."""

    SOURCE: ClassVar = f"{PROJECT}, 总分"

    #: 总分 of the weights, 100 unless the form says otherwise
    weight: Annotated[Points | None, Term("总分值", "Total weight", heading="分值")] = field(
        default=None, converter=points
    )
    #: 总分 of the scores, as stated
    score: Annotated[Decimal | None, Term("总分", "Total score", heading="得分")] = field(
        default=None, converter=points
    )
    grade: Annotated[Grade | None, Term("评价等级", "Grade", "财预〔2020〕10号")] = None
    #: The grade in the words of the document, where they are not those of the list: 优秀.
    grade_text: Annotated[str | None, Term("等级原文", "Grade as printed", OURS)] = None
    #: 主管部门评分 or 复核分
    reviewed_score: Annotated[Decimal | None, Term("主管部门评分", "Score of the reviewer", f"{SYSTEM} dept_score")] = (
        field(default=None, converter=points)
    )
    opinion: Annotated[str | None, Term("处理意见", "Opinion", f"{SYSTEM} dept_suggest")] = None
    department_opinion: Annotated[
        str | None, Term("主管部门审核意见", "Opinion of the department", f"{SYSTEM} dep_aud_opinion")
    ] = None
    finance_opinion: Annotated[
        str | None, Term("财政部门审核意见", "Opinion of the finance authority", f"{SYSTEM} mof_aud_opinion")
    ] = None
    deviation: Annotated[
        str | None, Term("偏差分析及整改措施", "Deviation and rectification", f"{SYSTEM} devi_analy")
    ] = None
    suggested_use: Annotated[
        str | None, Term("结果应用建议", "Suggested use of the result", f"{SYSTEM} application_advise")
    ] = None
    extra: Extra = NOTHING_MORE


@final
@frozen(kw_only=True, field_transformer=checked)
class Signature:
    """The foot of a form: who filled it in, and when."""

    SOURCE: ClassVar = f"{BASE_DATA}, 表尾"

    preparer: Annotated[str | None, Term("填表人", "Prepared by")] = None
    phone: Annotated[str | None, Term("联系电话", "Telephone")] = None
    date: Annotated[dt.date | None, Term("填报日期", "Date")] = None
    head: Annotated[str | None, Term("单位负责人", "Head of the unit")] = None
    extra: Extra = NOTHING_MORE
