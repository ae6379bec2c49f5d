"""Money by budget and by project."""

from typing import Annotated, ClassVar, final

from attrs import frozen

from perfreport.classification import BudgetKind
from perfreport.errors import InvalidValue
from perfreport.model import walk
from perfreport.model._fields import NOTHING_MORE, Extra, Year, checked
from perfreport.model._sources import ACCOUNTS, BASIC_SPENDING, OUTLINE, PROJECT, SPENDING, SYSTEM
from perfreport.model.lines import BudgetLine, EconomicLine, Expenditure, FunctionalLine, FundingLine
from perfreport.model.nil import Nil
from perfreport.money import Money
from perfreport.names import Term

__all__ = ["Budget", "Budgets", "Project", "Projects"]


@final
@frozen(kw_only=True, field_transformer=checked)
class Project:
    """One project that money was budgeted for or spent on (项目)."""

    name: Annotated[str, Term("项目名称", "Project", f"{PROJECT}, 项目名称")]
    code: Annotated[str | None, Term("项目代码", "Project code", f"{SYSTEM} pro_code")] = None
    amounts: Annotated[BudgetLine | None, Term("金额", "Amounts", f"{PROJECT}, 年度资金总额", silent=True)] = None
    sources: Annotated[tuple[FundingLine, ...], Term("资金来源", "Funding", f"{PROJECT}, 其中", silent=True)] = ()
    extra: Extra = NOTHING_MORE

    @property
    def called(self) -> str:
        """The name of the project."""
        return self.name


@final
@frozen(kw_only=True, field_transformer=checked)
class Projects:
    """The projects of one budget, with the total that the document prints over them (项目支出合计)."""

    SOURCE: ClassVar = f"{OUTLINE} 二（二）"

    total: Annotated[BudgetLine | None, Term("项目支出合计", "Total of the projects")] = None
    items: Annotated[tuple[Project, ...], Term("项目明细", "Projects", silent=True)] = ()
    extra: Extra = NOTHING_MORE


@final
@frozen(kw_only=True, field_transformer=checked)
class Budget:
    """What a report says of one of the four budgets: a chapter such as 一般公共预算支出情况."""

    SOURCE: ClassVar = ACCOUNTS

    #: The year that the chapter names for its figures, where it names one.
    year: Annotated[Year | None, Term("数据年度", "Year of the figures", f"{OUTLINE} 二")] = None
    opening_balance: Annotated[Money | None, Term("年初结转和结余", "Opening balance")] = None
    revenue: Annotated[BudgetLine | None, Term("财政拨款收入", "Revenue from appropriations")] = None
    expenditure: Annotated[Expenditure | None, Term("支出情况", "Expenditure", f"{OUTLINE} 二（一）", silent=True)] = (
        None
    )
    #: 支出 by function (类, 款, 项), subtotals among them
    functions: Annotated[
        tuple[FunctionalLine, ...], Term("按功能分类", "By function", f"一般公共预算财政拨款{SPENDING}", silent=True)
    ] = ()
    #: 基本支出 by economic item (类, 款), subtotals among them
    economic: Annotated[
        tuple[EconomicLine, ...], Term("按经济分类", "By economic item", BASIC_SPENDING, silent=True)
    ] = ()
    closing_balance: Annotated[Money | None, Term("年末结转和结余", "Closing balance")] = None
    #: 年末结转资金: what is used in the next year for what it was given for
    carry_over: Annotated[Money | None, Term("年末结转资金", "Carry-over", "预算法实施条例 art. 50")] = None
    #: 年末结余资金: what is left over
    surplus: Annotated[Money | None, Term("年末结余资金", "Surplus", "预算法实施条例 art. 50")] = None
    projects: Annotated[Projects | Nil | None, Term("项目支出情况", "Projects", f"{OUTLINE} 二（二）", silent=True)] = (
        None
    )
    #: The chapter says 「无」 although it has figures: doubtful, and so kept for a rule to find.
    says_none: Annotated[bool, Term("写有「无」", "Says 「无」", f"{OUTLINE} 三至五")] = False
    extra: Extra = NOTHING_MORE

    def __attrs_post_init__(self) -> None:
        if self.says_none and not self.has_figures:
            reason = "an account without figures that says 「无」 is NIL; this is for one that has figures all the same"
            raise InvalidValue("Budget", "says_none", reason)

    @property
    def has_figures(self) -> bool:
        """Whether the chapter states any figure."""
        return next(walk.each(self, Money), None) is not None


@final
@frozen(kw_only=True, field_transformer=checked)
class Budgets:
    """The four budgets of a department, and their total where one is printed; each `BudgetKind` names a field."""

    general_public: Annotated[
        Budget | Nil | None, Term("一般公共预算", "General public budget", f"{OUTLINE} 二; 预算法 art. 6")
    ] = None
    government_fund: Annotated[
        Budget | Nil | None, Term("政府性基金预算", "Government-managed fund budget", f"{OUTLINE} 三; 预算法 art. 9")
    ] = None
    state_capital: Annotated[
        Budget | Nil | None,
        Term("国有资本经营预算", "State capital operations budget", f"{OUTLINE} 四; 预算法 art. 10"),
    ] = None
    social_insurance: Annotated[
        Budget | Nil | None, Term("社会保险基金预算", "Social insurance fund budget", f"{OUTLINE} 五; 预算法 art. 11")
    ] = None
    #: 财政拨款合计: general public budget, government-managed funds and state capital operations together
    total: Annotated[
        Budget | None,
        Term("财政拨款合计", "Government appropriations, total", f"财政拨款{ACCOUNTS}, 合计", heading="合计"),
    ] = None
    extra: Extra = NOTHING_MORE

    def of(self, kind: BudgetKind) -> Budget | Nil | None:
        """Return what the document says of the budget *kind*."""
        account: Budget | Nil | None = getattr(self, kind.key)
        return account
