"""
The table of equations (勾稽关系): which figures add up to which, who says so, and how it is told.

A row here is all that an equation needs: its rule, its place in the joint judgement and its manual page follow.
"""

from perfreport.model import (
    Balance,
    Budget,
    BudgetLine,
    Budgets,
    DepartmentDeclaration,
    Expenditure,
    FinalAccounts,
    Funding,
    Procurement,
    ProjectCosts,
    ThreePublic,
)
from perfreport.reconciliation.equations._core import Family, Levels, Sum
from perfreport.reconciliation.equations._picks import highest, personnel

__all__ = ["FAMILIES"]

#: What has tables by function and by economic item.
_ACCOUNTS = (Budget, FinalAccounts)

#: The families of equations, by the codes of the rules that judge them.
FAMILIES: tuple[Family, ...] = (
    Family(
        code="SUM001",
        name="total_is_sum_of_categories",
        equations=(
            Sum(
                owners=(Expenditure,),
                whole=("total",),
                parts=("basic", "project"),
                optional=("business", "remitted", "subsidies"),
            ),
        ),
        cites=("预算法实施条例 art. 5, 40", "支出决算表"),
        title=("支出合计等于各类支出之和", "Total expenditure is the sum of its categories"),
        manual=(
            (
                "支出合计等于基本支出与项目支出之和；表内列有经营支出、上缴上级支出、对附属单位补助支出的，一并计入"
                "。各数分别四舍五入，尾差能够解释的只作提示，不算错误。年初预算数、全年预算数、执行数等口径分别核对"
                "；某一口径有一项没有填列的，该口径不作判断。"
            ),
            (
                "Total expenditure equals basic plus project expenditure, plus the other rows that the table has.\n\n"
                "支出合计 = 基本支出 + 项目支出 (+ 经营支出 + 上缴上级支出 + 对附属单位补助支出). Each figure is "
                "rounded for itself, so a gap that rounding explains is a note and no error. Stages are judged one "
                "by one; a stage at which any of the rows is silent is not judged."
            ),
        ),
    ),
    Family(
        code="SUM002",
        name="basic_is_sum_of_its_parts",
        equations=(Sum(owners=(Expenditure,), whole=("basic",), parts=("personnel", "public")),),
        cites=("预算法实施条例 art. 5",),
        title=("基本支出等于人员经费与公用经费之和", "Basic expenditure is personnel plus public running costs"),
        manual=(
            "基本支出等于人员经费与公用经费之和。尾差的处理与SUM001相同。",
            (
                "Basic expenditure equals personnel expenditure plus public running costs.\n\n"
                "基本支出 = 人员经费 + 公用经费, with the same allowance for rounding as SUM001."
            ),
        ),
    ),
    Family(
        code="SUM003",
        name="projects_add_up",
        equations=(
            Sum(owners=(Budget,), whole=("projects.total", "expenditure.project"), parts=("projects.items.*.amounts",)),
        ),
        cites=("部门整体支出绩效自评报告提纲 二",),
        title=("项目支出合计等于所列项目之和", "The total of the projects is their sum"),
        manual=(
            (
                "项目支出合计等于所列各项目之和。项目清单没有合计的，以支出表中的项目支出为合计。某一口径有项目没有"
                "填列的，该口径不作判断。"
            ),
            (
                "The total printed over the projects equals the sum of the projects that are listed.\n\n"
                "Where no total stands over the list, the project row of the expenditure table takes its place. A "
                "list in which a project is silent at a stage is not judged at that stage."
            ),
        ),
    ),
    Family(
        code="SUM004",
        name="balances_carry_forward",
        equations=(
            Sum(
                owners=(Budget,),
                whole=("closing_balance",),
                parts=("opening_balance", "revenue"),
                taken_off=("expenditure.total",),
                columns=("executed", "final_account"),
            ),
        ),
        cites=("财政拨款收入支出决算总表",),
        title=(
            "年初结转加收入减支出等于年末结转",
            "Opening balance plus revenue less expenditure is the closing balance",
        ),
        manual=(
            "年初结转和结余加财政拨款收入，减支出合计，等于年末结转和结余。四项在同一口径均已填列的，才作判断。",
            (
                "The balance carried into the year, plus revenue, less expenditure, is the balance carried out of "
                "it.\n\n"
                "年初结转和结余 + 财政拨款收入 - 支出合计 = 年末结转和结余, judged where all four are stated at "
                "one stage."
            ),
        ),
    ),
    Family(
        code="SUM005",
        name="budgets_add_up",
        equations=(
            *(
                Sum(
                    owners=(Budgets,),
                    whole=(f"total.{figure}",),
                    parts=tuple(
                        f"{budget}.{figure}" for budget in ("general_public", "government_fund", "state_capital")
                    ),
                )
                for figure in ("revenue", "expenditure.total", "opening_balance", "closing_balance")
            ),
        ),
        cites=("财政拨款收入支出决算总表",),
        title=("财政拨款合计等于三本预算之和", "The total of appropriations is the sum of the three budgets"),
        manual=(
            (
                "合计栏等于一般公共预算、政府性基金预算与国有资本经营预算之和。收入、支出合计和年初、年末结转和结余"
                "分别核对。写「无」的预算不增加金额；没有填列的预算不能当作零，合计不作判断。"
            ),
            (
                "The total column equals the general public budget plus government-managed funds plus state "
                "capital operations.\n\n"
                "Judged for revenue, total expenditure and both balances. A budget that says 「无」 adds nothing; "
                "one that is silent keeps the sum from being judged."
            ),
        ),
    ),
    Family(
        code="SUM006",
        name="project_total_agrees",
        equations=(Sum(owners=(Budget,), whole=("projects.total",), parts=("expenditure.project",)),),
        cites=("部门整体支出绩效自评报告提纲 二",),
        title=("两处项目支出合计一致", "The project total that stands twice is one figure"),
        manual=(
            "支出表中的项目支出，等于项目清单上的合计。两处是同一个数，单位相同时不存在四舍五入的尾差。",
            (
                "Project expenditure in the table of categories equals the total printed over the list of projects.\n\n"
                "The two are one figure printed twice, so no difference between them is rounding when both have "
                "the same unit."
            ),
        ),
    ),
    Family(
        code="SUM007",
        name="functional_levels_add_up",
        equations=(Levels(owners=_ACCOUNTS, rows="functions", amounts="expenditure", digits=((3, 5), (5, 7))),),
        cites=("支出决算表",),
        title=("类、款、项逐级相加一致", "Each level of functions is the sum of the next"),
        manual=(
            "功能分类的类等于所属款之和，款等于所属项之和，逐栏核对。同一编码在表内重复出现的，该表不作判断。",
            (
                "Each functional class equals the sum of its groups, and each group the sum of its items.\n\n"
                "类 = 款之和, 款 = 项之和, column by column. A table in which a code stands twice is not judged."
            ),
        ),
    ),
    Family(
        code="SUM008",
        name="functions_come_to_the_account",
        equations=(Sum(owners=_ACCOUNTS, whole=("expenditure",), parts=("functions.*.expenditure",), picked=highest),),
        cites=("支出决算表",),
        title=("各功能分类之和等于支出合计", "The functions come to the expenditure of the account"),
        manual=(
            "按功能分类列示的各栏之和，等于所细分的支出行。以表内最高一级科目相加。",
            (
                "Each column of the table by function adds up to the row of the account that it splits.\n\n"
                "Judged over the highest level of codes that the table lists."
            ),
        ),
    ),
    Family(
        code="SUM009",
        name="economic_levels_add_up",
        equations=(Levels(owners=_ACCOUNTS, rows="economic", amounts="amounts", digits=((3, 5),)),),
        cites=("基本支出决算表",),
        title=("经济分类类级等于款级之和", "Each economic class is the sum of its items"),
        manual=(
            "经济分类的类级科目等于所属款级科目之和，如301等于各301xx之和。同一编码在表内重复出现的，该表不作判断。",
            (
                "Each economic class equals the sum of its items: 301 is the sum of 301xx.\n\n"
                "A table in which a code stands twice is not judged."
            ),
        ),
    ),
    Family(
        code="SUM010",
        name="personnel_is_301_and_303",
        equations=(
            Sum(owners=_ACCOUNTS, whole=("expenditure.personnel",), parts=("economic.*.amounts",), picked=personnel),
        ),
        cites=("部门决算, 人员经费",),
        title=("人员经费等于301与303之和", "Personnel expenditure is 301 plus 303"),
        manual=(
            "人员经费等于工资福利支出（301）与对个人和家庭的补助（303）之和。表内列有这些科目的，才作判断。",
            (
                "Personnel expenditure equals wages and welfare (301) plus subsidies to individuals and families "
                "(303).\n\n"
                "人员经费 = 301 工资福利支出 + 303 对个人和家庭的补助, where the table lists them."
            ),
        ),
    ),
    Family(
        code="SUM011",
        name="revenue_adds_up",
        equations=(Sum(owners=(FinalAccounts,), whole=("revenue_total",), parts=("revenue.*.amounts",)),),
        cites=("收入支出决算总表",),
        title=("本年收入合计等于各项收入之和", "Revenue of the year is the sum of its sources"),
        manual=(
            "本年收入合计等于各项来源的收入之和。某一口径有来源没有填列的，该口径不作判断。",
            (
                "Revenue of the year equals the sum of the rows by source.\n\n"
                "A table in which a source is silent at a stage is not judged there."
            ),
        ),
    ),
    Family(
        code="SUM012",
        name="inflow_adds_up",
        equations=(
            Sum(
                owners=(FinalAccounts,),
                whole=("inflow_total",),
                parts=("revenue_total", "reserves_used", "opening_balance.total"),
            ),
        ),
        cites=("收入支出决算总表",),
        title=("收入总计等于收入、使用结余与年初结转之和", "The grand total of revenue is the sum of its rows"),
        manual=(
            "收入总计等于本年收入合计、使用非财政拨款结余（含专用结余）与年初结转和结余之和。",
            (
                "The grand total equals revenue of the year, reserves used and the opening balance.\n\n"
                "本年收入合计 + 使用非财政拨款结余（含专用结余） + 年初结转和结余 = 总计."
            ),
        ),
    ),
    Family(
        code="SUM013",
        name="outflow_adds_up",
        equations=(
            Sum(
                owners=(FinalAccounts,),
                whole=("outflow_total",),
                parts=("expenditure.total", "surplus_distributed", "closing_balance.total"),
            ),
        ),
        cites=("收入支出决算总表",),
        title=("支出总计等于支出、结余分配与年末结转之和", "The grand total of expenditure is the sum of its rows"),
        manual=(
            "支出总计等于本年支出合计、结余分配与年末结转和结余之和。",
            (
                "The grand total equals expenditure of the year, surplus distributed and the closing balance.\n\n"
                "本年支出合计 + 结余分配 + 年末结转和结余 = 总计."
            ),
        ),
    ),
    Family(
        code="SUM014",
        name="both_sides_agree",
        equations=(Sum(owners=(FinalAccounts,), whole=("inflow_total",), parts=("outflow_total",)),),
        cites=("收入支出决算总表",),
        title=("收入总计等于支出总计", "Both sides come to one grand total"),
        manual=(
            "收入总计等于支出总计。两处是同一个数，单位相同时不存在四舍五入的尾差。",
            (
                "The grand total of revenue equals that of expenditure.\n\n"
                "It is one figure printed twice, so no difference is rounding when both have one unit."
            ),
        ),
    ),
    Family(
        code="SUM015",
        name="balances_are_carry_over_and_surplus",
        equations=(
            Sum(owners=(Budget,), whole=("closing_balance",), parts=("carry_over", "surplus")),
            Sum(owners=(Balance,), whole=("total",), parts=("carry_over", "surplus")),
        ),
        cites=("预算法实施条例 art. 50",),
        title=("结转结余等于结转资金与结余资金之和", "A balance is carry-over plus surplus"),
        manual=(
            "年末结转和结余等于结转资金与结余资金之和；决算表的年初、年末分别核对。",
            (
                "The balance at the end of the year equals what is carried over plus what is left over.\n\n"
                "年末结转和结余 = 结转资金 + 结余资金; in the final accounts at both ends of the year."
            ),
        ),
    ),
    Family(
        code="SUM016",
        name="adjusted_is_original_plus_adjustment",
        equations=(Sum(owners=(BudgetLine,), whole=("adjusted",), parts=("original", "adjustment")),),
        cites=("预算管理一体化规范",),
        title=("全年预算数等于年初预算数加调整数", "The adjusted budget is the original one plus the adjustment"),
        manual=(
            "全年预算数等于年初预算数加年度调整数。报告和各表中三项均已填列的，逐行核对。",
            (
                "The adjusted budget of a row equals its original budget plus the year's adjustment.\n\n"
                "全年预算数 = 年初预算数 + 年度调整数, judged in every row that states all three, of the accounts "
                "and of the forms."
            ),
        ),
    ),
    Family(
        code="SUM017",
        name="funds_are_the_sum_of_their_sources",
        equations=(Sum(owners=(Funding,), whole=("total",), parts=("sources.*.amounts",)),),
        cites=("项目支出绩效自评表, 项目资金",),
        title=("年度资金总额等于各项来源之和", "The funds are the sum of their sources"),
        manual=(
            "年度资金总额等于当年财政拨款、上年结转资金与其他资金之和。凡有资金栏的表，按同样办法核对。",
            (
                "The total of a money block equals the sum of its sources.\n\n"
                "年度资金总额 = 当年财政拨款 + 上年结转资金 + 其他资金, and in the same way on every form with "
                "such a block."
            ),
        ),
    ),
    Family(
        code="SUM018",
        name="funds_are_basic_and_project",
        equations=(Sum(owners=(Funding,), whole=("total",), parts=("expenditure.basic", "expenditure.project")),),
        cites=("部门整体支出绩效自评表",),
        title=("年度资金总额等于基本支出与项目支出之和", "The funds are basic plus project expenditure"),
        manual=(
            "年度资金总额等于基本支出与项目支出之和。按支出性质分列资金的表，才作判断。",
            (
                "The total of a money block equals basic expenditure plus project expenditure.\n\n"
                "Judged where the form splits its funds by the nature of expenditure (按支出性质分)."
            ),
        ),
    ),
    Family(
        code="SUM019",
        name="tasks_come_to_their_total",
        equations=(
            Sum(owners=(DepartmentDeclaration,), whole=("tasks_total.total",), parts=("tasks.*.funding.total",)),
        ),
        cites=("部门（单位）整体支出绩效目标申报表",),
        title=("任务金额合计等于各项任务之和", "The tasks come to their total"),
        manual=(
            "任务金额合计等于各项任务之和。有任务没有填列金额的，不作判断。",
            (
                "The total of the main tasks equals the sum of the tasks.\n\n"
                "A list in which a task is silent is not judged."
            ),
        ),
    ),
    Family(
        code="SUM020",
        name="three_public_add_up",
        equations=(Sum(owners=(ThreePublic,), whole=("total",), parts=("vehicles", "overseas", "hospitality")),),
        cites=("部门整体支出绩效评价基础数据表",),
        title=("“三公”经费等于三项之和", "The total is vehicles, overseas travel and hospitality"),
        manual=(
            "“三公”经费等于公务用车、出国、公务接待三项经费之和。上年决算数、本年预算数、本年决算数逐栏核对。",
            (
                "“三公”经费 equals official vehicles plus overseas travel plus hospitality.\n\n"
                "Judged column by column: the year before, the budget, the final account."
            ),
        ),
    ),
    Family(
        code="SUM021",
        name="vehicles_are_bought_and_run",
        equations=(Sum(owners=(ThreePublic,), whole=("vehicles",), parts=("vehicle_purchase", "vehicle_running")),),
        cites=("部门整体支出绩效评价基础数据表",),
        title=("公务用车经费等于购置与运行维护之和", "Vehicles are bought and run"),
        manual=(
            "公务用车购置和维护经费等于公车购置与公车运行维护之和，逐栏核对。",
            "The cost of official vehicles equals purchase plus running and maintenance.\n\nJudged column by column.",
        ),
    ),
    Family(
        code="SUM022",
        name="procurement_adds_up",
        equations=(Sum(owners=(Procurement,), whole=("total",), parts=("goods", "works", "services")),),
        cites=("部门决算, 政府采购支出",),
        title=("政府采购等于货物、工程、服务之和", "Procurement is goods, works and services"),
        manual=(
            "政府采购金额等于货物、工程、服务之和。授予中小企业的合同金额已含在三类之内，不再相加。",
            (
                "Procurement equals goods plus works plus services.\n\n"
                "Contracts with small businesses are a part of each of them and are not added."
            ),
        ),
    ),
    Family(
        code="SUM023",
        name="project_costs_add_up",
        equations=(
            Sum(
                owners=(ProjectCosts,),
                whole=("total",),
                parts=("business.*.costs", "maintenance.*.costs", "special_funds.*.costs"),
            ),
        ),
        cites=("部门整体支出绩效评价基础数据表",),
        title=("项目支出合计等于各专项之和", "The projects of the base data come to their total"),
        manual=(
            "基础数据表的项目支出合计等于业务工作专项、运行维护专项与专项资金之和，逐栏核对。",
            (
                "Project expenditure of the base data equals the sum of the projects in its three groups.\n\n"
                "业务工作专项 + 运行维护专项 + 专项资金, column by column."
            ),
        ),
    ),
)
