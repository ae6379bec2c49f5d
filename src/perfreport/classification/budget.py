"""The closed lists by which money is told apart: budgets, stages, sources, categories of spending and of projects."""

from enum import StrEnum
from functools import cached_property
from typing import final

from perfreport.classification.keyed import Keyed

__all__ = ["BudgetKind", "BudgetStage", "ExpenditureCategory", "FundingSource", "ProjectCategory", "ProjectNature"]


@final
class BudgetKind(Keyed):
    """The four budgets of the Budget Law (预算法, articles 5 to 11)."""

    #: 一般公共预算
    GENERAL_PUBLIC = "general-public"
    #: 政府性基金预算
    GOVERNMENT_FUND = "government-fund"
    #: 国有资本经营预算
    STATE_CAPITAL = "state-capital"
    #: 社会保险基金预算; not part of a department's budget, so 「无」 is what nearly every unit reports.
    SOCIAL_INSURANCE = "social-insurance"


@final
class BudgetStage(Keyed):
    """The columns of a money table: how far a figure has come between a proposal and the final accounts."""

    #: 上报数
    PROPOSED = "proposed"
    #: 年初预算数, the budget as approved
    ORIGINAL = "original"
    #: 年度调整数, what the year added to the budget or took from it
    ADJUSTMENT = "adjustment"
    #: 全年预算数, after the year's adjustments
    ADJUSTED = "adjusted"
    #: 到位数
    RECEIVED = "received"
    #: 全年执行数
    EXECUTED = "executed"
    #: 全年预计执行数, as monitoring forms have it
    EXPECTED = "expected"
    #: 结余数, what is left of the money
    UNSPENT = "unspent"
    #: 决算数
    FINAL_ACCOUNT = "final-account"
    #: 「预算」 and no more: the document does not say which budget it means.
    UNSPECIFIED = "unspecified"


@final
class ExpenditureCategory(Keyed):
    """The rows of an expenditure account (预算法实施条例, article 5, and 支出决算表)."""

    #: 支出合计
    TOTAL = "total"
    #: 基本支出
    BASIC = "basic"
    #: 人员经费, a part of basic expenditure
    PERSONNEL = "personnel"
    #: 公用经费, a part of basic expenditure
    PUBLIC = "public"
    #: 项目支出
    PROJECT = "project"
    #: 经营支出
    BUSINESS = "business"
    #: 上缴上级支出
    REMITTED = "remitted"
    #: 对附属单位补助支出
    SUBSIDIES = "subsidies"

    @property
    def parent(self) -> "ExpenditureCategory | None":
        """The category that this one is a part of; `None` for the total."""
        if self is ExpenditureCategory.TOTAL:
            return None
        of_basic = self in (ExpenditureCategory.PERSONNEL, ExpenditureCategory.PUBLIC)
        return ExpenditureCategory.BASIC if of_basic else ExpenditureCategory.TOTAL

    @cached_property
    def parts(self) -> "tuple[ExpenditureCategory, ...]":
        """The categories that add up to this one, in the order of the official table."""
        return tuple(category for category in ExpenditureCategory if category.parent is self)


@final
class FundingSource(StrEnum):
    """Where the money of a project or a unit comes from (资金来源)."""

    #: 财政拨款, where neither a year nor a budget is named
    APPROPRIATION = "appropriation"
    #: 当年财政拨款
    CURRENT_APPROPRIATION = "current-appropriation"
    #: 一般公共预算财政拨款
    GENERAL_PUBLIC_APPROPRIATION = "general-public-appropriation"
    #: 政府性基金预算财政拨款
    GOVERNMENT_FUND_APPROPRIATION = "government-fund-appropriation"
    #: 国有资本经营预算财政拨款
    STATE_CAPITAL_APPROPRIATION = "state-capital-appropriation"
    #: 社会保险基金
    SOCIAL_INSURANCE_FUND = "social-insurance-fund"
    #: 上级转移支付资金, from a higher government
    HIGHER_TRANSFER = "higher-transfer"
    #: 中央补助资金
    CENTRAL = "central"
    #: 省级资金
    PROVINCIAL = "provincial"
    #: 市级资金
    MUNICIPAL = "municipal"
    #: 县级资金
    COUNTY = "county"
    #: 地方资金, where no level is named
    LOCAL = "local"
    #: 上年结转资金
    CARRY_OVER = "carry-over"
    #: 财政专户管理资金
    SPECIAL_ACCOUNT = "special-account"
    #: 上级补助收入, from the superior unit and not from a higher government
    SUPERIOR_SUBSIDY = "superior-subsidy"
    #: 事业收入
    INSTITUTION_INCOME = "institution-income"
    #: 事业单位经营收入
    BUSINESS_INCOME = "business-income"
    #: 附属单位上缴收入
    SUBORDINATE_REMITTANCE = "subordinate-remittance"
    #: 单位资金
    UNIT_FUNDS = "unit-funds"
    #: 其他资金
    OTHER = "other"


@final
class ProjectNature(StrEnum):
    """Whether a project is new (项目属性)."""

    #: 新增项目
    NEW = "new"
    #: 延续项目
    CONTINUING = "continuing"
    #: 一次性项目
    ONE_OFF = "one-off"
    #: 经常性项目
    RECURRENT = "recurrent"


@final
class ProjectCategory(StrEnum):
    """The categories of projects that all expenditure is planned in (预算管理一体化规范, 项目类别)."""

    #: 人员类
    PERSONNEL = "personnel"
    #: 公用经费, a kind of 运转类
    PUBLIC = "public"
    #: 其他运转类
    OTHER_RUNNING = "other-running"
    #: 特定目标类
    SPECIFIC_TARGET = "specific-target"

    @property
    def has_objectives(self) -> bool:
        """Whether projects of this category declare performance objectives."""
        return self in (ProjectCategory.OTHER_RUNNING, ProjectCategory.SPECIFIC_TARGET)
