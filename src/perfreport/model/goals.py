"""What a department set out to achieve (绩效目标)."""

from typing import final

from attrs import field, frozen

from perfreport.checks import each, is_a, optional, said
from perfreport.classification import GoalKind
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import Extra, unknown_keys
from perfreport.model.nil import Nil, nil_or_each

__all__ = ["Goal", "Goals"]


@final
@frozen(kw_only=True)
class Goal:
    """One performance goal in the words of the department."""

    text: str = field(validator=said)
    #: The name of the project that the goal belongs to, where the document says so.
    project: str | None = field(default=None, validator=optional(said))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class Goals:
    """The goals of a report by kind; each `GoalKind` names a field."""

    #: The kinds that the heading of the section announces.
    announced: tuple[GoalKind, ...] = field(default=(), validator=each(is_a(GoalKind)))
    #: 年度整体支出绩效目标
    overall: tuple[Goal, ...] | Nil | None = field(default=None, validator=nil_or_each(Goal))
    #: 部门专项资金绩效目标
    special_fund: tuple[Goal, ...] | Nil | None = field(default=None, validator=nil_or_each(Goal))
    #: 其他项目支出绩效目标
    project: tuple[Goal, ...] | Nil | None = field(default=None, validator=nil_or_each(Goal))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)

    def of(self, kind: GoalKind) -> tuple[Goal, ...] | Nil | None:
        """Return the goals of *kind*."""
        goals: tuple[Goal, ...] | Nil | None = getattr(self, kind.key)
        return goals
