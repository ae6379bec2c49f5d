"""What a department set out to achieve (绩效目标)."""

from typing import Annotated, final

from attrs import frozen

from perfreport.classification import GoalKind
from perfreport.model._fields import NOTHING_MORE, Extra, checked
from perfreport.model._sources import OUTLINE, PROJECT
from perfreport.model.nil import Nil
from perfreport.names import Term

__all__ = ["Goal", "Goals"]


@final
@frozen(kw_only=True, field_transformer=checked)
class Goal:
    """One performance goal in the words of the department."""

    text: Annotated[str, Term("目标内容", "Goal", f"{PROJECT}, 年度总体目标")]
    #: The name of the project that the goal belongs to, where the document says so.
    project: Annotated[str | None, Term("对应项目", "Project", f"{PROJECT}, 项目名称")] = None
    extra: Extra = NOTHING_MORE

    @property
    def called(self) -> str:
        """The words of the goal: several goals may belong to one project."""
        return self.text


@final
@frozen(kw_only=True, field_transformer=checked)
class Goals:
    """The goals of a report by kind; each `GoalKind` names a field."""

    #: The kinds that the heading of the section announces.
    announced: Annotated[
        tuple[GoalKind, ...], Term("标题所列目标", "Kinds announced", f"{OUTLINE} 一（二）, 标题")
    ] = ()
    overall: Annotated[
        tuple[Goal, ...] | Nil | None, Term("年度整体支出绩效目标", "Overall goals of the year", f"{OUTLINE} 一（二）1")
    ] = None
    special_fund: Annotated[
        tuple[Goal, ...] | Nil | None, Term("部门专项资金绩效目标", "Goals of special funds", f"{OUTLINE} 一（二）2")
    ] = None
    project: Annotated[
        tuple[Goal, ...] | Nil | None, Term("其他项目支出绩效目标", "Goals of other projects", f"{OUTLINE} 一（二）3")
    ] = None
    extra: Extra = NOTHING_MORE

    def of(self, kind: GoalKind) -> tuple[Goal, ...] | Nil | None:
        """Return the goals of *kind*."""
        goals: tuple[Goal, ...] | Nil | None = getattr(self, kind.key)
        return goals
