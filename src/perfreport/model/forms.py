"""The forms that are attached to a report (附件)."""

from typing import TypeAlias, final

from attrs import field, frozen

from perfreport.checks import each, is_a, optional
from perfreport.frozenmap import FrozenMap
from perfreport.model.base_data import BaseData
from perfreport.model.declaration import DepartmentDeclaration, ProjectDeclaration
from perfreport.model.evaluation import EvaluationReport
from perfreport.model.extra import Extra, unknown_keys
from perfreport.model.monitoring import ProjectMonitoring
from perfreport.model.self_evaluation import DepartmentSelfEvaluation, ProjectSelfEvaluation

__all__ = ["Form", "Forms"]

#: Every form that stands alone as well as inside a report.
Form: TypeAlias = (
    DepartmentSelfEvaluation
    | ProjectSelfEvaluation
    | DepartmentDeclaration
    | ProjectDeclaration
    | BaseData
    | ProjectMonitoring
    | EvaluationReport
)


@final
@frozen(kw_only=True)
class Forms:
    """The forms that are attached to a report; each of them also stands alone."""

    #: 部门整体支出绩效评价基础数据表
    base_data: BaseData | None = field(default=None, validator=optional(is_a(BaseData)))
    #: 部门整体支出绩效自评表
    department_self_evaluation: DepartmentSelfEvaluation | None = field(
        default=None, validator=optional(is_a(DepartmentSelfEvaluation))
    )
    #: 项目支出绩效自评表, one for each project
    project_self_evaluations: tuple[ProjectSelfEvaluation, ...] = field(
        default=(), validator=each(is_a(ProjectSelfEvaluation))
    )
    #: 部门（单位）整体支出绩效目标申报表
    department_declaration: DepartmentDeclaration | None = field(
        default=None, validator=optional(is_a(DepartmentDeclaration))
    )
    #: 项目支出绩效目标申报表, one for each project
    project_declarations: tuple[ProjectDeclaration, ...] = field(default=(), validator=each(is_a(ProjectDeclaration)))
    #: 项目支出绩效目标执行监控表, one for each project
    monitoring: tuple[ProjectMonitoring, ...] = field(default=(), validator=each(is_a(ProjectMonitoring)))
    #: 绩效评价报告
    evaluations: tuple[EvaluationReport, ...] = field(default=(), validator=each(is_a(EvaluationReport)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)
