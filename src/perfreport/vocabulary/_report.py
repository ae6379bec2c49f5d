"""The names of the fields of a report in ten chapters, and of the leaves that all classes share."""

from perfreport.vocabulary._terms import Table
from perfreport.vocabulary._terms import table as _table

__all__ = ["REPORT"]

_OUTLINE = "部门整体支出绩效自评报告提纲"
_FORM_A = "项目支出绩效自评表 (财预〔2020〕10号)"
_ACCOUNTS = "收入支出决算总表"
_OURS = "perfreport"

#: The fields of each class.
REPORT: dict[str, Table] = {
    "PerformanceReport": _table(
        year=("年度", "Fiscal year", f"{_FORM_A}, 表头"),
        department=("部门", "Department", f"{_OUTLINE} 一（一）"),
        presentation=("金额列示", "Presentation of money", "表头 单位：万元"),
        cover=("封面", "Cover", f"{_OUTLINE}, 封面"),
        goals=("绩效目标", "Performance goals", f"{_OUTLINE} 一（二）"),
        budgets=("预算", "Budgets", f"{_OUTLINE} 二至五; 预算法 art. 5"),
        final_accounts=("收入支出决算总表", "Final accounts", _ACCOUNTS),
        narrative=("文字说明", "Narrative", f"{_OUTLINE} 六至十"),
        result=("自评结果", "Result", f"{_OUTLINE} 六"),
        approved=("批复日期", "Approved on", "预算法 art. 14"),
        published=("公开日期", "Published on", "预算法 art. 14"),
        forms=("附件", "Forms", f"{_OUTLINE}, 附件"),
    ),
    "Department": _table(
        name=("单位名称", "Name", f"{_OUTLINE} 一（一）"),
        full_name=("单位全称", "Full name", f"{_OUTLINE}, 封面"),
        code=("预算单位编码", "Budget unit code", "预算管理一体化规范 agency_code"),
        region=("行政区划", "Region", "GB/T 2260"),
        duties=("主要职责", "Duties", f"{_OUTLINE} 一（一）"),
    ),
    "Cover": _table(
        title=("标题", "Title", f"{_OUTLINE}, 封面"),
        department=("封面单位", "Department on the cover", f"{_OUTLINE}, 封面"),
        year=("封面年度", "Year on the cover", f"{_OUTLINE}, 封面"),
        date=("日期", "Date", f"{_OUTLINE}, 封面"),
    ),
    "Presentation": _table(
        unit=("金额单位", "Unit", "表头 单位：万元"),
        places=("小数位数", "Decimals", _OURS),
        grouping=("千分位", "Thousands grouped", _OURS),
    ),
    "Money": _table(
        amount=("金额", "Amount", "GB/T 15835"),
        unit=("单位", "Unit", "表头 单位：万元"),
    ),
    "Goals": _table(
        announced=("标题所列目标", "Kinds announced", f"{_OUTLINE} 一（二）, 标题"),
        overall=("年度整体支出绩效目标", "Overall goals of the year", f"{_OUTLINE} 一（二）1"),
        special_fund=("部门专项资金绩效目标", "Goals of special funds", f"{_OUTLINE} 一（二）2"),
        project=("其他项目支出绩效目标", "Goals of other projects", f"{_OUTLINE} 一（二）3"),
    ),
    "Goal": _table(
        text=("目标内容", "Goal", f"{_FORM_A}, 年度总体目标"),
        project=("对应项目", "Project", f"{_FORM_A}, 项目名称"),
    ),
    "Budgets": _table(
        general_public=("一般公共预算", "General public budget", f"{_OUTLINE} 二; 预算法 art. 6"),
        government_fund=("政府性基金预算", "Government-managed fund budget", f"{_OUTLINE} 三; 预算法 art. 9"),
        state_capital=("国有资本经营预算", "State capital operations budget", f"{_OUTLINE} 四; 预算法 art. 10"),
        social_insurance=("社会保险基金预算", "Social insurance fund budget", f"{_OUTLINE} 五; 预算法 art. 11"),
        total=("财政拨款合计", "Government appropriations, total", "财政拨款收入支出决算总表, 合计"),
    ),
    "BudgetAccount": _table(
        year=("数据年度", "Year of the figures", f"{_OUTLINE} 二"),
        opening_balance=("年初结转和结余", "Opening balance", _ACCOUNTS),
        revenue=("财政拨款收入", "Revenue from appropriations", _ACCOUNTS),
        expenditure=("支出情况", "Expenditure", f"{_OUTLINE} 二（一）"),
        functions=("按功能分类", "By function", "一般公共预算财政拨款支出决算表"),
        economic=("按经济分类", "By economic item", "一般公共预算财政拨款基本支出决算表"),
        closing_balance=("年末结转和结余", "Closing balance", _ACCOUNTS),
        carry_over=("年末结转资金", "Carry-over", "预算法实施条例 art. 50"),
        surplus=("年末结余资金", "Surplus", "预算法实施条例 art. 50"),
        projects=("项目支出情况", "Projects", f"{_OUTLINE} 二（二）"),
        says_none=("写有「无」", "Says 「无」", f"{_OUTLINE} 三至五"),
    ),
    "Expenditure": _table(
        total=("支出合计", "Total expenditure", "支出决算表; 预算法实施条例 art. 5"),
        basic=("基本支出", "Basic expenditure", "支出决算表; 预算法实施条例 art. 5"),
        personnel=("人员经费", "Personnel expenditure", "预算法实施条例 art. 5"),
        public=("公用经费", "Public running costs", "预算法实施条例 art. 5"),
        project=("项目支出", "Project expenditure", "支出决算表; 预算法实施条例 art. 5"),
        business=("经营支出", "Business expenditure", "支出决算表"),
        remitted=("上缴上级支出", "Remitted to the superior unit", "支出决算表"),
        subsidies=("对附属单位补助支出", "Subsidies to subordinate units", "支出决算表"),
    ),
    "BudgetLine": _table(
        proposed=("上报数", "Proposed", "预算编制 一上、二上"),
        original=("年初预算数", "Original budget", f"{_FORM_A}, 年初预算数"),
        adjustment=("年度调整数", "Adjustment", "预算管理一体化规范 year_adj_amt"),
        adjusted=("全年预算数", "Adjusted budget", f"{_FORM_A}, 全年预算数"),
        received=("到位数", "Received", "项目支出绩效评价指标体系框架, 资金到位率"),
        executed=("全年执行数", "Executed", f"{_FORM_A}, 全年执行数"),
        expected=("全年预计执行数", "Expected for the year", "项目支出绩效目标执行监控表"),
        unspent=("结余数", "Unspent", "项目资金情况表, 结余"),
        final_account=("决算数", "Final account", "支出决算表"),
        unspecified=("预算数（未注明口径）", "Budget, stage not stated", _OURS),
        execution_rate=("执行率", "Execution rate", f"{_FORM_A}, 执行率"),
        share=("占比", "Share", "收入构成、支出构成"),
    ),
    "Projects": _table(
        total=("项目支出合计", "Total of the projects", f"{_OUTLINE} 二（二）"),
        items=("项目明细", "Projects", f"{_OUTLINE} 二（二）"),
    ),
    "Project": _table(
        name=("项目名称", "Project", f"{_FORM_A}, 项目名称"),
        code=("项目代码", "Project code", "预算管理一体化规范 pro_code"),
        amounts=("项目资金", "Amounts", f"{_FORM_A}, 年度资金总额"),
        funding=("资金来源", "Funding", f"{_FORM_A}, 其中"),
    ),
    "FundingLine": _table(
        source=("资金来源", "Source", f"{_FORM_A}, 其中"),
        label=("来源原文", "Source as printed", _OURS),
        code=("资金性质代码", "Code of the source", "预算管理一体化规范 found_type_code"),
        amounts=("资金", "Amounts", f"{_FORM_A}, 其中"),
    ),
    "FunctionalLine": _table(
        code=("功能分类科目编码", "Functional code", "支出决算表"),
        name=("科目名称", "Name", "支出决算表"),
        expenditure=("支出", "Expenditure", "支出决算表"),
    ),
    "EconomicLine": _table(
        code=("经济分类科目编码", "Economic code", "一般公共预算财政拨款基本支出决算表"),
        name=("科目名称", "Name", "一般公共预算财政拨款基本支出决算表"),
        amounts=("金额", "Amounts", "一般公共预算财政拨款基本支出决算表"),
    ),
    "Narrative": _table(
        achievements=("部门整体支出绩效情况", "Achievements", f"{_OUTLINE} 六（一）"),
        special_funds=("专项资金支出绩效情况", "Performance of special funds", f"{_OUTLINE} 六（二）"),
        problems=("存在的问题及原因分析", "Problems and their causes", f"{_OUTLINE} 七"),
        measures=("下一步改进措施", "Measures to improve", f"{_OUTLINE} 八"),
        disclosure=("绩效自评结果拟应用和公开情况", "Use and disclosure of the results", f"{_OUTLINE} 九"),
        other=("其他需要说明的情况", "Other matters", f"{_OUTLINE} 十"),
    ),
    "Passage": _table(
        title=("小标题", "Heading", f"{_OUTLINE} 六"),
        text=("正文", "Text", f"{_OUTLINE} 六"),
        figures=("文中数据", "Figures", f"{_OUTLINE} 六"),
        points=("分项", "Points", f"{_OUTLINE} 六"),
    ),
    "Figure": _table(
        about=("数据内容", "About", f"{_OUTLINE} 六"),
        quantity=("数量", "Quantity", f"{_OUTLINE} 六"),
        year=("所属年度", "Year", f"{_OUTLINE} 六"),
    ),
    "Quantity": _table(
        amount=("数值", "Number", "GB/T 15835"),
        unit=("计量单位", "Unit", f"{_FORM_A}, 年度指标值"),
        operator=("比较词", "Comparison", f"{_FORM_A}, 年度指标值"),
        about=("约数", "Approximate", "GB/T 15835"),
    ),
    "Rate": _table(
        numerator=("分子", "Numerator", _OURS),
        denominator=("分母", "Denominator", _OURS),
        basis=("口径", "Basis", _OURS),
    ),
}  # fmt: skip
