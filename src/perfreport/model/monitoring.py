"""The monitoring form (项目支出绩效目标执行监控表): how a project stands in the course of the year."""

from typing import Annotated, ClassVar, final

from attrs import frozen

from perfreport.model._fields import NOTHING_MORE, DocumentExtra, Month, Year, checked
from perfreport.model._sources import HEAD, MONITORING, SYSTEM
from perfreport.model.funding import Funding
from perfreport.model.indicators import IndicatorTree
from perfreport.model.results import GoalOutcome, Signature
from perfreport.money import Presentation
from perfreport.names import Term

__all__ = ["ProjectMonitoring"]


@final
@frozen(kw_only=True, field_transformer=checked)
class ProjectMonitoring:
    """
    项目支出绩效目标执行监控表 (财预〔2019〕136号).

    In its money block `executed` is what was spent from January to `month`, and `expected` what is thought to be spent
    by the end of the year; its indicators hold their `Progress`.
    """

    SOURCE: ClassVar = MONITORING

    year: Annotated[Year, Term("年度", "Fiscal year", f"{MONITORING}, 表头")]
    name: Annotated[str, Term("项目名称", "Project")]
    #: The last month that the form covers: 7 for 1-7月.
    month: Annotated[Month | None, Term("监控截止月份", "Last month covered", f"{MONITORING}, 1-X月执行数")] = None
    code: Annotated[str | None, Term("项目代码", "Project code", f"{SYSTEM} pro_code")] = None
    department: Annotated[str | None, Term("主管部门", "Department in charge")] = None
    department_code: Annotated[str | None, Term("主管部门代码", "Code of the department")] = None
    unit: Annotated[str | None, Term("实施单位", "Implementing unit")] = None
    #: How the form prints its money.
    presentation: Annotated[Presentation | None, Term("金额列示", "Presentation of money", HEAD)] = None
    #: 年度资金总额 and its sources
    funding: Annotated[Funding | None, Term("项目资金", "Funds")] = None
    goal: Annotated[GoalOutcome | None, Term("年度总体目标", "Overall goal of the year")] = None
    indicators: Annotated[IndicatorTree | None, Term("绩效指标", "Indicators", silent=True)] = None
    signature: Annotated[Signature | None, Term("填报信息", "Signature", f"{MONITORING}, 表尾")] = None
    extra: DocumentExtra = NOTHING_MORE

    @property
    def called(self) -> str:
        """The name of the project."""
        return self.name
