"""The base data of a department (部门整体支出绩效评价基础数据表): staff, costs, procurement and buildings."""

from typing import Annotated, ClassVar, final

from attrs import field, frozen

from perfreport.model._fields import NOTHING_MORE, DocumentExtra, Extra, Heads, Points, Year, checked, points
from perfreport.model._sources import BASE_DATA, HEAD
from perfreport.model.results import Signature
from perfreport.money import Money, Presentation
from perfreport.names import Term
from perfreport.quantity import Quantity, Rate

__all__ = [
    "BaseData",
    "Buildings",
    "CostRow",
    "NamedCost",
    "Procurement",
    "ProjectCosts",
    "PublicCosts",
    "Staffing",
    "ThreePublic",
]

_MOST_STAFF = 10**9


@final
@frozen(kw_only=True, field_transformer=checked)
class Staffing:
    """财政供养人员情况: how many posts there are, and how many people."""

    SOURCE: ClassVar = BASE_DATA

    #: 编制数, in 人
    authorized: Annotated[Heads | None, Term("编制数", "Authorized posts")] = None
    #: 实际在职人数, in 人
    actual: Annotated[Heads | None, Term("实际在职人数", "Actual staff")] = None
    #: 控制率 as printed; `rate` computes it
    control_rate: Annotated[Quantity | None, Term("控制率", "Control rate")] = None
    extra: Extra = NOTHING_MORE

    def rate(self) -> Rate | None:
        """Return 在职人员控制率, actual over authorized; `None` when one of them is not stated."""
        if self.actual is None or self.authorized is None:
            return None
        return Rate.of(Quantity(self.actual, "人"), Quantity(self.authorized, "人"), basis="authorized")


@final
@frozen(kw_only=True, field_transformer=checked)
class CostRow:
    """One row of costs: 上年决算数, 本年预算数, 本年决算数."""

    SOURCE: ClassVar = BASE_DATA

    previous: Annotated[Money | None, Term("上年决算数", "Final account of the year before")] = None
    budget: Annotated[Money | None, Term("本年预算数", "Budget of the year")] = None
    final_account: Annotated[Money | None, Term("本年决算数", "Final account of the year")] = None
    extra: Extra = NOTHING_MORE

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
@frozen(kw_only=True, field_transformer=checked)
class NamedCost:
    """A row of costs that has a name: one project, one special fund."""

    SOURCE: ClassVar = f"{BASE_DATA}, 项目支出"

    name: Annotated[str, Term("项目名称", "Name")]
    costs: Annotated[CostRow, Term("经费", "Costs", silent=True)] = field(factory=CostRow)
    extra: Extra = NOTHING_MORE

    @property
    def called(self) -> str:
        """The name of the row."""
        return self.name


@final
@frozen(kw_only=True, field_transformer=checked)
class ThreePublic:
    """“三公”经费: official vehicles, official overseas travel, official hospitality."""

    SOURCE: ClassVar = BASE_DATA

    total: Annotated[CostRow | None, Term("“三公”经费合计", '"Three public" expenditure, total')] = None
    vehicles: Annotated[CostRow | None, Term("公务用车购置和维护经费", "Official vehicles")] = None
    vehicle_purchase: Annotated[CostRow | None, Term("公车购置", "Vehicles bought")] = None
    vehicle_running: Annotated[CostRow | None, Term("公车运行维护", "Vehicles run and maintained")] = None
    overseas: Annotated[CostRow | None, Term("出国经费", "Official overseas travel")] = None
    hospitality: Annotated[CostRow | None, Term("公务接待", "Official hospitality")] = None
    extra: Extra = NOTHING_MORE


@final
@frozen(kw_only=True, field_transformer=checked)
class ProjectCosts:
    """项目支出: all expenditure that is not basic, by the three groups of the form."""

    SOURCE: ClassVar = BASE_DATA

    total: Annotated[CostRow | None, Term("项目支出合计", "Total")] = None
    business: Annotated[tuple[NamedCost, ...], Term("业务工作专项", "Operational projects")] = ()
    maintenance: Annotated[tuple[NamedCost, ...], Term("运行维护专项", "Maintenance projects")] = ()
    special_funds: Annotated[tuple[NamedCost, ...], Term("省级（市级）专项资金", "Special funds")] = ()
    extra: Extra = NOTHING_MORE


@final
@frozen(kw_only=True, field_transformer=checked)
class PublicCosts:
    """公用经费: goods and services of basic expenditure; the rows under it are not exhaustive (其中)."""

    SOURCE: ClassVar = BASE_DATA

    total: Annotated[CostRow | None, Term("公用经费合计", "Total")] = None
    office: Annotated[CostRow | None, Term("办公经费", "Office costs")] = None
    utilities_and_travel: Annotated[CostRow | None, Term("水费、电费、差旅费", "Water, electricity and travel")] = None
    #: 会议费、培训费, where they stand in one row
    meetings_and_training: Annotated[CostRow | None, Term("会议费、培训费", "Meetings and training")] = None
    meetings: Annotated[CostRow | None, Term("会议费", "Meetings", "部门预算支出经济分类 30215")] = None
    training: Annotated[CostRow | None, Term("培训费", "Training", "部门预算支出经济分类 30216")] = None
    extra: Extra = NOTHING_MORE


@final
@frozen(kw_only=True, field_transformer=checked)
class Procurement:
    """政府采购: goods, works and services; it overlaps the other rows."""

    SOURCE: ClassVar = "部门决算, 政府采购支出"

    total: Annotated[CostRow | None, Term("政府采购金额", "Total", BASE_DATA)] = None
    goods: Annotated[CostRow | None, Term("货物", "Goods")] = None
    works: Annotated[CostRow | None, Term("工程", "Works")] = None
    services: Annotated[CostRow | None, Term("服务", "Services")] = None
    small_business: Annotated[CostRow | None, Term("授予中小企业合同金额", "Contracts with small businesses")] = None
    extra: Extra = NOTHING_MORE


@final
@frozen(kw_only=True, field_transformer=checked)
class Buildings:
    """楼堂馆所控制情况: the building projects that were completed in the year."""

    SOURCE: ClassVar = BASE_DATA

    #: 批复规模, in ㎡
    approved_area: Annotated[Points | None, Term("批复规模", "Approved area")] = field(default=None, converter=points)
    #: 实际规模, in ㎡
    actual_area: Annotated[Points | None, Term("实际规模", "Actual area")] = field(default=None, converter=points)
    #: 规模控制率 as printed; `area_rate` computes it
    area_control_rate: Annotated[Quantity | None, Term("规模控制率", "Control rate of the area")] = None
    approved_investment: Annotated[Money | None, Term("预算投资", "Budgeted investment")] = None
    actual_investment: Annotated[Money | None, Term("实际投资", "Actual investment")] = None
    #: 投资概算控制率 as printed; `investment_rate` computes it
    investment_control_rate: Annotated[Quantity | None, Term("投资概算控制率", "Control rate of the investment")] = None
    extra: Extra = NOTHING_MORE

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
@frozen(kw_only=True, field_transformer=checked)
class BaseData:
    """部门整体支出绩效评价基础数据表: the figures behind the report of a department, on one page."""

    SOURCE: ClassVar = BASE_DATA

    year: Annotated[Year, Term("年度", "Fiscal year", f"{BASE_DATA}, 表头")]
    department: Annotated[str | None, Term("填报单位", "Department", f"{BASE_DATA}, 表头")] = None
    #: How the form prints its money.
    presentation: Annotated[Presentation | None, Term("金额列示", "Presentation of money", HEAD)] = None
    staffing: Annotated[Staffing | None, Term("财政供养人员情况", "Staff")] = None
    three_public: Annotated[ThreePublic | None, Term("“三公”经费", '"Three public" expenditure')] = None
    projects: Annotated[ProjectCosts | None, Term("项目支出情况", "Project expenditure", heading="项目支出")] = None
    public_costs: Annotated[PublicCosts | None, Term("公用经费情况", "Public running costs", heading="公用经费")] = None
    #: 政府采购金额
    procurement: Annotated[Procurement | None, Term("政府采购", "Procurement")] = None
    #: 部门基本支出预算调整; it may be negative
    basic_adjustment: Annotated[CostRow | None, Term("部门基本支出预算调整", "Adjustment of the basic budget")] = None
    buildings: Annotated[Buildings | None, Term("楼堂馆所控制情况", "Buildings")] = None
    thrift: Annotated[str | None, Term("厉行节约保障措施", "Measures of thrift")] = None
    signature: Annotated[Signature | None, Term("填报信息", "Signature", f"{BASE_DATA}, 表尾")] = None
    extra: DocumentExtra = NOTHING_MORE
