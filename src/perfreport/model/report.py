"""The report itself, its cover, and the department that wrote it."""

import datetime as dt
from typing import Annotated, ClassVar, final

from attrs import frozen

from perfreport.model._fields import NOTHING_MORE, DocumentExtra, Extra, Year, checked
from perfreport.model._sources import ACCOUNTS, HEAD, OUTLINE, PROJECT, SYSTEM
from perfreport.model.accounts import FinalAccounts
from perfreport.model.attachments import Attachments
from perfreport.model.budget import Budgets
from perfreport.model.goals import Goals
from perfreport.model.narrative import Narrative
from perfreport.model.results import Result
from perfreport.money import Presentation
from perfreport.names import Term

__all__ = ["Cover", "Department", "PerformanceReport"]


@final
@frozen(kw_only=True, field_transformer=checked)
class Department:
    """The department or unit that reports (部门, 单位)."""

    SOURCE: ClassVar = f"{OUTLINE} 一（一）"

    #: The name as the report prints it; it may be a short one.
    name: Annotated[str, Term("单位名称", "Name")]
    full_name: Annotated[str | None, Term("单位全称", "Full name", f"{OUTLINE}, 封面")] = None
    #: 预算单位编码, opaque
    code: Annotated[
        str | None, Term("单位编码", "Budget unit code", f"{SYSTEM} agency_code", heading="预算单位编码")
    ] = None
    #: Where the department is, from the province down: 湖南省株洲市芦淞区
    region: Annotated[str | None, Term("行政区划", "Region", "GB/T 2260")] = None
    duties: Annotated[tuple[str, ...], Term("主要职责", "Duties")] = ()
    extra: Extra = NOTHING_MORE


@final
@frozen(kw_only=True, field_transformer=checked)
class Cover:
    """What stands on the cover page (封面)."""

    SOURCE: ClassVar = f"{OUTLINE}, 封面"

    title: Annotated[str | None, Term("标题", "Title")] = None
    department: Annotated[str | None, Term("封面单位", "Department on the cover")] = None
    year: Annotated[Year | None, Term("封面年度", "Year on the cover")] = None
    date: Annotated[dt.date | None, Term("日期", "Date")] = None
    extra: Extra = NOTHING_MORE


@final
@frozen(kw_only=True, field_transformer=checked)
class PerformanceReport:
    """
    A department's report on what its money achieved in a year (部门整体支出绩效自评报告, the outline in ten chapters).

    Only the year and the department have to be known. Whatever else the document does not say is `None`.
    """

    SOURCE: ClassVar = "预算法 art. 14"

    year: Annotated[Year, Term("年度", "Fiscal year", f"{PROJECT}, 表头")]
    department: Annotated[Department, Term("部门", "Department", f"{OUTLINE} 一（一）")]
    #: How the document prints its money, as it declares it (单位：万元).
    presentation: Annotated[Presentation | None, Term("金额列示", "Presentation of money", HEAD)] = None
    cover: Annotated[Cover | None, Term("封面", "Cover", f"{OUTLINE}, 封面")] = None
    goals: Annotated[Goals | None, Term("绩效目标", "Performance goals", f"{OUTLINE} 一（二）", silent=True)] = None
    budgets: Annotated[Budgets | None, Term("预算", "Budgets", f"{OUTLINE} 二至五; 预算法 art. 5", silent=True)] = None
    final_accounts: Annotated[FinalAccounts | None, Term("收入支出决算总表", "Final accounts", ACCOUNTS)] = None
    narrative: Annotated[Narrative | None, Term("文字说明", "Narrative", f"{OUTLINE} 六至十", silent=True)] = None
    #: 自评得分 and 等级 of the department as a whole
    result: Annotated[Result | None, Term("自评结果", "Result", f"{OUTLINE} 六")] = None
    #: 批复日期: when the finance authority approved the final accounts
    approved: Annotated[dt.date | None, Term("批复日期", "Approved on")] = None
    #: 公开日期: when the report was published
    published: Annotated[dt.date | None, Term("公开日期", "Published on")] = None
    attachments: Annotated[Attachments | None, Term("附件", "Forms", f"{OUTLINE}, 附件", silent=True)] = None
    extra: DocumentExtra = NOTHING_MORE
