"""The forms that are attached to a report (附件)."""

from typing import Annotated, final

from attrs import frozen

from perfreport.model._fields import NOTHING_MORE, Extra, checked
from perfreport.model._sources import (
    BASE_DATA,
    DEPARTMENT,
    DEPARTMENT_GOALS,
    EVALUATION,
    MONITORING,
    PROJECT,
    PROJECT_GOALS,
)
from perfreport.model.base_data import BaseData
from perfreport.model.declaration import DepartmentDeclaration, ProjectDeclaration
from perfreport.model.evaluation import EvaluationReport
from perfreport.model.monitoring import ProjectMonitoring
from perfreport.model.self_evaluation import DepartmentSelfEvaluation, ProjectSelfEvaluation
from perfreport.names import Term

__all__ = ["Attachments"]


@final
@frozen(kw_only=True, field_transformer=checked)
class Attachments:
    """The forms that are attached to a report; each of them also stands alone."""

    base_data: Annotated[BaseData | None, Term("部门整体支出绩效评价基础数据表", "Base data", BASE_DATA)] = None
    department_self_evaluation: Annotated[
        DepartmentSelfEvaluation | None, Term("部门整体支出绩效自评表", "Self-evaluation of the department", DEPARTMENT)
    ] = None
    #: 项目支出绩效自评表, one for each project
    project_self_evaluations: Annotated[
        tuple[ProjectSelfEvaluation, ...], Term("项目支出绩效自评表", "Self-evaluations of projects", PROJECT)
    ] = ()
    #: 部门（单位）整体支出绩效目标申报表
    department_declaration: Annotated[
        DepartmentDeclaration | None,
        Term("部门整体支出绩效目标申报表", "Objectives of the department", DEPARTMENT_GOALS),
    ] = None
    #: 项目支出绩效目标申报表, one for each project
    project_declarations: Annotated[
        tuple[ProjectDeclaration, ...], Term("项目支出绩效目标申报表", "Objectives of projects", PROJECT_GOALS)
    ] = ()
    #: 项目支出绩效目标执行监控表, one for each project
    monitoring: Annotated[
        tuple[ProjectMonitoring, ...], Term("项目支出绩效目标执行监控表", "Monitoring of projects", MONITORING)
    ] = ()
    evaluations: Annotated[tuple[EvaluationReport, ...], Term("绩效评价报告", "Evaluation reports", EVALUATION)] = ()
    extra: Extra = NOTHING_MORE
