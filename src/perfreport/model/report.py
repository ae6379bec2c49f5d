"""The report itself, its cover, and the department that wrote it."""

from datetime import date
from typing import final

from attrs import field, frozen

from perfreport.checks import each, is_a, optional, said, within
from perfreport.frozenmap import FrozenMap
from perfreport.model.accounts import FinalAccounts
from perfreport.model.budget import Budgets
from perfreport.model.extra import Extra, no_heading, unknown_keys
from perfreport.model.forms import Forms
from perfreport.model.goals import Goals
from perfreport.model.lines import YEARS
from perfreport.model.narrative import Narrative
from perfreport.model.results import Result
from perfreport.money import Presentation

__all__ = ["Cover", "Department", "PerformanceReport"]


@final
@frozen(kw_only=True)
class Department:
    """The department or unit that reports (部门, 单位)."""

    #: The name as the report prints it; it may be a short one.
    name: str = field(validator=said)
    full_name: str | None = field(default=None, validator=optional(said))
    #: 预算单位编码, opaque
    code: str | None = field(default=None, validator=optional(said))
    #: Where the department is, from the province down: 湖南省株洲市芦淞区
    region: str | None = field(default=None, validator=optional(said))
    #: 主要职责
    duties: tuple[str, ...] = field(default=(), validator=each(said))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class Cover:
    """What stands on the cover page (封面)."""

    title: str | None = field(default=None, validator=optional(said))
    department: str | None = field(default=None, validator=optional(said))
    year: int | None = field(default=None, validator=optional(within(*YEARS)))
    date: "date | None" = field(default=None, validator=optional(is_a(date)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class PerformanceReport:
    """
    A department's report on what its money achieved in a year (部门整体支出绩效自评报告, the outline in ten chapters).

    Only the year and the department have to be known. Whatever else the document does not say is `None`.
    """

    year: int = field(validator=within(*YEARS))
    department: Department = field(validator=is_a(Department))
    #: How the document prints its money, as it declares it (单位：万元).
    presentation: Presentation | None = field(default=None, validator=optional(is_a(Presentation)))
    cover: Cover | None = field(default=None, validator=optional(is_a(Cover)))
    goals: Goals | None = field(default=None, validator=optional(is_a(Goals)))
    budgets: Budgets | None = field(default=None, validator=optional(is_a(Budgets)))
    #: 收入支出决算总表
    final_accounts: FinalAccounts | None = field(default=None, validator=optional(is_a(FinalAccounts)))
    narrative: Narrative | None = field(default=None, validator=optional(is_a(Narrative)))
    #: 自评得分 and 等级 of the department as a whole
    result: Result | None = field(default=None, validator=optional(is_a(Result)))
    #: 批复日期: when the finance authority approved the final accounts
    approved: "date | None" = field(default=None, validator=optional(is_a(date)))
    #: 公开日期: when the report was published
    published: "date | None" = field(default=None, validator=optional(is_a(date)))
    #: 附件
    forms: Forms | None = field(default=None, validator=optional(is_a(Forms)))
    extra: Extra = field(factory=FrozenMap, validator=[unknown_keys, no_heading])
