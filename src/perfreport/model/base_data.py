"""The base data of a department (部门整体支出绩效评价基础数据表): staff, costs, procurement and buildings."""

from decimal import Decimal
from typing import final

from attrs import field, frozen

from perfreport.checks import each, is_a, optional, said, within
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import Extra, no_heading, unknown_keys
from perfreport.model.lines import YEARS
from perfreport.model.points import not_negative, points
from perfreport.model.results import Signature
from perfreport.money import Money, Presentation
from perfreport.quantity import Quantity, Rate

__all__ = [
    "BaseData",
    "Buildings",
    "NamedCost",
    "Procurement",
    "ProjectCosts",
    "PublicCosts",
    "Staffing",
    "ThreePublic",
    "Yearly",
]

_MOST_STAFF = 10**9


@final
@frozen(kw_only=True)
class Staffing:
    """财政供养人员情况: how many posts there are, and how many people."""

    #: 编制数, in 人
    authorized: int | None = field(default=None, validator=optional(within(0, _MOST_STAFF)))
    #: 实际在职人数, in 人
    actual: int | None = field(default=None, validator=optional(within(0, _MOST_STAFF)))
    #: 控制率 as printed; `rate` computes it
    control_rate: Quantity | None = field(default=None, validator=optional(is_a(Quantity)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)

    def rate(self) -> Rate | None:
        """Return 在职人员控制率, actual over authorized; `None` when one of them is not stated."""
        if self.actual is None or self.authorized is None:
            return None
        return Rate.of(Quantity(self.actual, "人"), Quantity(self.authorized, "人"), basis="authorized")


@final
@frozen(kw_only=True)
class Yearly:
    """One row of costs: 上年决算数, 本年预算数, 本年决算数."""

    #: 上年决算数
    previous: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 本年预算数
    budget: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 本年决算数
    final_account: Money | None = field(default=None, validator=optional(is_a(Money)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)

    def control_rate(self) -> Rate | None:
        """Return 控制率, the final account over the budget; `None` when one of them is not stated."""
        if self.final_account is None or self.budget is None:
            return None
        return Rate.of(self.final_account, self.budget, basis="budget")

    def change_rate(self) -> Rate | None:
        """Return 变动率, the growth over the year before; `None` when one of the years is not stated."""
        if self.final_account is None or self.previous is None:
            return None
        return Rate.of(self.final_account - self.previous, self.previous, basis="previous")


@final
@frozen(kw_only=True)
class NamedCost:
    """A row of costs that has a name: one project, one special fund."""

    name: str = field(validator=said)
    costs: Yearly = field(factory=Yearly, validator=is_a(Yearly))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class ThreePublic:
    """“三公”经费: official vehicles, official overseas travel, official hospitality."""

    #: “三公”经费合计
    total: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 公务用车购置和维护经费
    vehicles: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 公车购置
    vehicle_purchase: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 公车运行维护
    vehicle_running: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 出国经费
    overseas: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 公务接待
    hospitality: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class ProjectCosts:
    """项目支出: all expenditure that is not basic, by the three groups of the form."""

    #: 项目支出合计
    total: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 业务工作专项
    business: tuple[NamedCost, ...] = field(default=(), validator=each(is_a(NamedCost)))
    #: 运行维护专项
    maintenance: tuple[NamedCost, ...] = field(default=(), validator=each(is_a(NamedCost)))
    #: 省级（市级）专项资金
    special_funds: tuple[NamedCost, ...] = field(default=(), validator=each(is_a(NamedCost)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class PublicCosts:
    """公用经费: goods and services of basic expenditure; the rows under it are not exhaustive (其中)."""

    #: 公用经费合计
    total: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 办公经费
    office: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 水费、电费、差旅费
    utilities_and_travel: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 会议费、培训费, where they stand in one row
    meetings_and_training: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 会议费
    meetings: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 培训费
    training: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class Procurement:
    """政府采购: goods, works and services; it overlaps the other rows."""

    #: 政府采购金额
    total: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 货物
    goods: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 工程
    works: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 服务
    services: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 授予中小企业合同金额
    small_business: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class Buildings:
    """楼堂馆所控制情况: the building projects that were completed in the year."""

    #: 批复规模, in ㎡
    approved_area: Decimal | None = field(default=None, converter=points, validator=not_negative)
    #: 实际规模, in ㎡
    actual_area: Decimal | None = field(default=None, converter=points, validator=not_negative)
    #: 规模控制率 as printed; `area_rate` computes it
    area_control_rate: Quantity | None = field(default=None, validator=optional(is_a(Quantity)))
    #: 预算投资
    approved_investment: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 实际投资
    actual_investment: Money | None = field(default=None, validator=optional(is_a(Money)))
    #: 投资概算控制率 as printed; `investment_rate` computes it
    investment_control_rate: Quantity | None = field(default=None, validator=optional(is_a(Quantity)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)

    def area_rate(self) -> Rate | None:
        """Return 规模控制率, actual over approved; `None` when one of them is not stated."""
        if self.actual_area is None or self.approved_area is None:
            return None
        return Rate.of(Quantity(self.actual_area, "㎡"), Quantity(self.approved_area, "㎡"), basis="approved")

    def investment_rate(self) -> Rate | None:
        """Return 投资概算控制率, actual over budgeted; `None` when one of them is not stated."""
        if self.actual_investment is None or self.approved_investment is None:
            return None
        return Rate.of(self.actual_investment, self.approved_investment, basis="approved")


@final
@frozen(kw_only=True)
class BaseData:
    """部门整体支出绩效评价基础数据表: the figures behind the report of a department, on one page."""

    #: 年度
    year: int = field(validator=within(*YEARS))
    #: 填报单位
    department: str | None = field(default=None, validator=optional(said))
    #: How the form prints its money.
    presentation: Presentation | None = field(default=None, validator=optional(is_a(Presentation)))
    #: 财政供养人员情况
    staffing: Staffing | None = field(default=None, validator=optional(is_a(Staffing)))
    #: “三公”经费
    three_public: ThreePublic | None = field(default=None, validator=optional(is_a(ThreePublic)))
    #: 项目支出
    projects: ProjectCosts | None = field(default=None, validator=optional(is_a(ProjectCosts)))
    #: 公用经费
    public_costs: PublicCosts | None = field(default=None, validator=optional(is_a(PublicCosts)))
    #: 政府采购金额
    procurement: Procurement | None = field(default=None, validator=optional(is_a(Procurement)))
    #: 部门基本支出预算调整; it may be negative
    basic_adjustment: Yearly | None = field(default=None, validator=optional(is_a(Yearly)))
    #: 楼堂馆所控制情况
    buildings: Buildings | None = field(default=None, validator=optional(is_a(Buildings)))
    #: 厉行节约保障措施
    thrift: str | None = field(default=None, validator=optional(said))
    signature: Signature | None = field(default=None, validator=optional(is_a(Signature)))
    extra: Extra = field(factory=FrozenMap, validator=[unknown_keys, no_heading])
