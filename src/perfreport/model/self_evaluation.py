"""The self-evaluation forms: of a project (项目支出绩效自评表) and of a department (部门整体支出绩效自评表)."""

from typing import Annotated, ClassVar, final

from attrs import frozen

from perfreport.model._fields import NOTHING_MORE, DocumentExtra, Year, checked
from perfreport.model._sources import DEPARTMENT, HEAD, PROJECT, SYSTEM
from perfreport.model.funding import Funding
from perfreport.model.indicators import IndicatorTree
from perfreport.model.results import GoalOutcome, Result, Signature
from perfreport.money import Presentation
from perfreport.names import Term

__all__ = ["DepartmentSelfEvaluation", "ProjectSelfEvaluation"]


@final
@frozen(kw_only=True, field_transformer=checked)
class ProjectSelfEvaluation:
    """
    项目支出绩效自评表: what the money of one project achieved (财预〔2020〕10号, annex 1).

    A complete form has all fields up to `indicators`; only the year and the name have to be known here.
    """

    SOURCE: ClassVar = PROJECT

    year: Annotated[Year, Term("年度", "Fiscal year", f"{PROJECT}, 表头")]
    name: Annotated[str, Term("项目名称", "Project")]
    code: Annotated[str | None, Term("项目代码", "Project code", f"{SYSTEM} pro_code")] = None
    department: Annotated[str | None, Term("主管部门", "Department in charge")] = None
    department_code: Annotated[str | None, Term("主管部门代码", "Code of the department", f"{SYSTEM} dept_code")] = None
    unit: Annotated[str | None, Term("实施单位", "Implementing unit")] = None
    unit_code: Annotated[str | None, Term("实施单位代码", "Code of the unit", f"{SYSTEM} agency_code")] = None
    #: How the form prints its money.
    presentation: Annotated[Presentation | None, Term("金额列示", "Presentation of money", HEAD)] = None
    funding: Annotated[Funding | None, Term("项目资金", "Funds")] = None
    goal: Annotated[GoalOutcome | None, Term("年度总体目标", "Overall goal of the year")] = None
    indicators: Annotated[IndicatorTree | None, Term("绩效指标", "Indicators", silent=True)] = None
    #: 总分 and what follows from it
    result: Annotated[Result | None, Term("自评结果", "Result", f"{PROJECT}, 表尾", heading="总分")] = None
    signature: Annotated[Signature | None, Term("填报信息", "Signature", f"{PROJECT}, 表尾")] = None
    extra: DocumentExtra = NOTHING_MORE

    @property
    def called(self) -> str:
        """The name of the project."""
        return self.name


@final
@frozen(kw_only=True, field_transformer=checked)
class DepartmentSelfEvaluation:
    """
    部门整体支出绩效自评表: what all the money of a department achieved.

    A complete form has all fields up to `indicators`; only the year and the department have to be known here.
    """

    SOURCE: ClassVar = DEPARTMENT

    year: Annotated[Year, Term("年度", "Fiscal year", f"{DEPARTMENT}, 表头")]
    department: Annotated[str, Term("预算部门（单位）名称", "Department")]
    department_code: Annotated[str | None, Term("预算单位编码", "Code of the department", f"{SYSTEM} agency_code")] = (
        None
    )
    #: How the form prints its money.
    presentation: Annotated[Presentation | None, Term("金额列示", "Presentation of money", HEAD)] = None
    #: 年度预算申请, by the nature of revenue and of expenditure
    funding: Annotated[Funding | None, Term("年度预算申请", "Funds")] = None
    goal: Annotated[GoalOutcome | None, Term("年度总体目标", "Overall goal of the year")] = None
    indicators: Annotated[IndicatorTree | None, Term("绩效指标", "Indicators", silent=True)] = None
    #: 总分 and what follows from it
    result: Annotated[Result | None, Term("自评结果", "Result", f"{DEPARTMENT}, 表尾", heading="总分")] = None
    signature: Annotated[Signature | None, Term("填报信息", "Signature", f"{DEPARTMENT}, 表尾")] = None
    extra: DocumentExtra = NOTHING_MORE
