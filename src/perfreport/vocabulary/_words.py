"""The names of the words of every closed list."""

from typing import TypeAlias

from perfreport.frozenmap import FrozenMap
from perfreport.model import BudgetLine, Budgets, Expenditure, Goals
from perfreport.model._fields import terms
from perfreport.names import Term

__all__ = ["CLOSED_LISTS"]

_FORM_A = "项目支出绩效自评表 (财预〔2020〕10号)"
_CORE = "项目支出核心绩效目标和指标 (财预〔2021〕101号)"
_COMMON = "部门整体支出绩效评价共性指标体系框架 (财预〔2013〕53号)"
_FRAMEWORK = "项目支出绩效评价指标体系框架 (财预〔2020〕10号)"
_GOALS = "项目支出绩效目标申报表 (财预〔2015〕88号)"
_MONITORING = "项目支出绩效目标执行监控表 (财预〔2019〕136号)"
_ROWS = f"{_FORM_A}, 年度指标值"
_ACCOUNTS = "收入支出决算总表"
_OURS = "perfreport"

#: Terms by their keys.
Table: TypeAlias = FrozenMap[str, Term]

#: Fields of a row that are no stages.
_RATES = ("execution_rate", "share")

#: The words of each list.
CLOSED_LISTS: dict[str, Table] = {
    "BudgetKind": FrozenMap({
        key.replace("_", "-"): term for key, term in terms(Budgets).items() if key != "total"
    }),
    "BudgetStage": FrozenMap({
        key.replace("_", "-"): term for key, term in terms(BudgetLine).items() if key not in _RATES
    }),
    "ExpenditureCategory": terms(Expenditure),
    "GoalKind": FrozenMap({
        key.replace("_", "-"): term for key, term in terms(Goals).items() if key != "announced"
    }),
    "FundingSource": FrozenMap({
        "appropriation": Term("财政拨款", "Appropriation", "项目支出绩效目标申报表"),
        "current-appropriation": Term("当年财政拨款", "Appropriation of the year", f"{_FORM_A}, 其中"),
        "general-public-appropriation": Term("一般公共预算财政拨款", "General public budget appropriation", _ACCOUNTS),
        "government-fund-appropriation": Term(
            "政府性基金预算财政拨款", "Government-managed fund appropriation", _ACCOUNTS
        ),
        "state-capital-appropriation": Term(
            "国有资本经营预算财政拨款", "State capital operations appropriation", _ACCOUNTS
        ),
        "social-insurance-fund": Term("社会保险基金", "Social insurance funds", "预算法 art. 11"),
        "higher-transfer": Term("上级转移支付资金", "Transfer from a higher government", "转移支付绩效自评表"),
        "central": Term("中央补助资金", "Central government funds", "转移支付绩效自评表"),
        "provincial": Term("省级资金", "Provincial funds", "转移支付绩效自评表"),
        "municipal": Term("市级资金", "Municipal funds", "转移支付绩效自评表"),
        "county": Term("县级资金", "County funds", "转移支付绩效自评表"),
        "local": Term("地方资金", "Local funds", "转移支付绩效自评表"),
        "carry-over": Term("上年结转资金", "Carry-over from the previous year", f"{_FORM_A}, 其中"),
        "special-account": Term("财政专户管理资金", "Funds managed in special fiscal accounts", "预算管理一体化规范"),
        "superior-subsidy": Term("上级补助收入", "Subsidy from the superior unit", _ACCOUNTS),
        "institution-income": Term("事业收入", "Income of a public institution", _ACCOUNTS),
        "business-income": Term("经营收入", "Business income", _ACCOUNTS),
        "subordinate-remittance": Term("附属单位上缴收入", "Remittances from subordinate units", _ACCOUNTS),
        "unit-funds": Term("单位资金", "The unit's own funds", "预算管理一体化规范"),
        "other": Term("其他资金", "Other funds", f"{_FORM_A}, 其中"),
    }),
    "ProjectNature": FrozenMap({
        "new": Term("新增项目", "new", _GOALS),
        "continuing": Term("延续项目", "continuing", _GOALS),
        "one-off": Term("一次性项目", "one-off", _GOALS),
        "recurrent": Term("经常性项目", "recurrent", _GOALS),
    }),
    "ProjectCategory": FrozenMap({
        "personnel": Term("人员类", "personnel", "预算管理一体化规范"),
        "public": Term("公用经费", "public running costs", "预算管理一体化规范"),
        "other-running": Term("其他运转类", "other running costs", "预算管理一体化规范"),
        "specific-target": Term("特定目标类", "specific target", "预算管理一体化规范"),
    }),
    "Horizon": FrozenMap({
        "medium-term": Term("中期目标", "medium-term", _GOALS),
        "annual": Term("年度目标", "annual", _GOALS),
    }),
    "IndicatorKind": FrozenMap({
        "output": Term("产出指标", "Output", _FORM_A),
        "outcome": Term("效益指标", "Outcome", _FORM_A),
        "satisfaction": Term("满意度指标", "Satisfaction", _FORM_A),
        "cost": Term("成本指标", "Cost", _CORE),
        "decision": Term("决策", "Decision", _FRAMEWORK),
        "process": Term("过程", "Process", _FRAMEWORK),
        "input": Term("投入", "Input", _COMMON),
        "effect": Term("效果", "Effect", _COMMON),
        "quantity": Term("数量指标", "Quantity", _FORM_A),
        "quality": Term("质量指标", "Quality", _FORM_A),
        "timeliness": Term("时效指标", "Timeliness", _FORM_A),
        "output-cost": Term("产出成本指标", "Cost of output", _FORM_A),
        "economic-benefit": Term("经济效益指标", "Economic benefit", _FORM_A),
        "social-benefit": Term("社会效益指标", "Social benefit", _FORM_A),
        "ecological-benefit": Term("生态效益指标", "Ecological benefit", _FORM_A),
        "sustainable-impact": Term("可持续影响指标", "Sustainable impact", _FORM_A),
        "service-satisfaction": Term("服务对象满意度指标", "Satisfaction of those served", _FORM_A),
        "economic-cost": Term("经济成本指标", "Economic cost", _CORE),
        "social-cost": Term("社会成本指标", "Social cost", _CORE),
        "ecological-cost": Term("生态环境成本指标", "Ecological cost", _CORE),
        "project-approval": Term("项目立项", "Approval of the project", _FRAMEWORK),
        "performance-goals": Term("绩效目标", "Performance goals", _FRAMEWORK),
        "funding-input": Term("资金投入", "Funding", _FRAMEWORK),
        "fund-management": Term("资金管理", "Management of the funds", _FRAMEWORK),
        "implementation": Term("组织实施", "Implementation", _FRAMEWORK),
        "project-benefit": Term("项目效益", "Benefit of the project", _FRAMEWORK),
        "goal-setting": Term("目标设定", "Setting of goals", _COMMON),
        "budget-allocation": Term("预算配置", "Allocation of the budget", _COMMON),
        "budget-execution": Term("预算执行", "Execution of the budget", _COMMON),
        "budget-management": Term("预算管理", "Management of the budget", _COMMON),
        "asset-management": Term("资产管理", "Management of assets", _COMMON),
        "duties": Term("职责履行", "Performance of duties", _COMMON),
        "duty-benefit": Term("履职效益", "Benefit of the duties", _COMMON),
    }),
    "Achievement": FrozenMap({
        "achieved": Term("达成年度指标", "achieved", "财预〔2020〕10号"),
        "partly-achieved": Term("部分达成年度指标并具有一定效果", "partly achieved", "财预〔2020〕10号"),
        "not-achieved": Term("未达成年度指标且效果较差", "not achieved", "财预〔2020〕10号"),
    }),
    "Grade": FrozenMap({
        "excellent": Term("优", "excellent", "财预〔2020〕10号"),
        "good": Term("良", "good", "财预〔2020〕10号"),
        "fair": Term("中", "fair", "财预〔2020〕10号"),
        "poor": Term("差", "poor", "财预〔2020〕10号"),
        "pass": Term("合格", "pass", "部门决算, 预算绩效情况 (上海)"),
        "fail": Term("不合格", "fail", "部门决算, 预算绩效情况 (上海)"),
    }),
    "DeviationCause": FrozenMap({
        "funding": Term("经费保障", "funding", _MONITORING),
        "rules": Term("制度保障", "rules", _MONITORING),
        "staff": Term("人员保障", "staff", _MONITORING),
        "equipment": Term("硬件条件保障", "equipment", _MONITORING),
        "other": Term("其他", "other", _MONITORING),
    }),
    "Likelihood": FrozenMap({
        "certain": Term("确定能", "certain", _MONITORING),
        "possible": Term("有可能", "possible", _MONITORING),
        "impossible": Term("完全不可能", "impossible", _MONITORING),
    }),
    "EvaluationKind": FrozenMap({
        "self": Term("单位自评", "self-evaluation", "财预〔2020〕10号"),
        "department": Term("部门评价", "evaluation by the department", "财预〔2020〕10号"),
        "finance": Term("财政评价", "evaluation by the finance authority", "财预〔2020〕10号"),
    }),
    "MeasureKind": FrozenMap({
        "threshold": Term("有界指标值", "number with a bound", _ROWS),
        "equality": Term("等于", "number to be met exactly", _ROWS),
        "number": Term("数值", "number", _ROWS),
        "interval": Term("区间", "interval", _ROWS),
        "deadline": Term("时限", "date", _ROWS),
        "qualitative": Term("定性", "qualitative", _ROWS),
        "text": Term("文字", "text", _ROWS),
        "placeholder": Term("占位符", "placeholder", _ROWS),
        "not-given": Term("未填", "not given", _ROWS),
    }),
    "Direction": FrozenMap({
        "positive": Term("正向", "more is better", "预算管理一体化规范, 指标性质"),
        "reverse": Term("反向", "less is better", "预算管理一体化规范, 指标性质"),
    }),
    "OverAchievement": FrozenMap({
        "ignore": Term("不作处理", "full points", _OURS),
        "flag": Term("提示", "full points and a flag", _OURS),
        "reduce": Term("按偏离度扣分", "points taken off", "财预〔2020〕10号"),
    }),
    "NoRatio": FrozenMap({
        "all-or-nothing": Term("达到得满分，否则不得分", "all points or none", _OURS),
        "undecided": Term("不评分", "not scored", _OURS),
    }),
    "Flag": FrozenMap({
        "over-achieved": Term("大幅超过指标值", "far above the target", "财预〔2020〕10号"),
    }),
    "Why": FrozenMap({
        "met": Term("达到指标值", "the target is met", _OURS),
        "ratio": Term("按完成比例", "in proportion", _OURS),
        "below-pass-line": Term("低于及格线", "below the pass line", _CORE),
        "strict-sign": Term("未严格大于或小于指标值", "not strictly beyond the target", _OURS),
        "all-or-nothing": Term("无比例可算", "no ratio exists", _OURS),
        "reduced": Term("超额扣分", "reduced for over-achievement", _OURS),
        "capped": Term("以分值为限", "capped at the weight", _OURS),
        "above-weight": Term("高于分值", "above the weight", _OURS),
        "step": Term("按档赋分", "in steps", _CORE),
        "band": Term("按评判等级", "in the band of the judgement", _OURS),
        "no-points": Term("不计分", "no points", _OURS),
        "undecided-no-weight": Term("未列分值", "no weight is stated", _OURS),
        "undecided-no-target": Term("未列指标值", "no target is stated", _OURS),
        "undecided-no-actual": Term("未列完成值", "no actual value is stated", _OURS),
        "undecided-target-text": Term("指标值为文字", "the target is in words", _OURS),
        "undecided-actual-text": Term("完成值为文字", "the actual value is in words", _OURS),
        "undecided-units-differ": Term("单位不一致", "the units differ", _OURS),
        "undecided-unsigned": Term("指标值无比较符号", "the target has no sign", _OURS),
        "undecided-unsigned-cost": Term("成本指标值无比较符号", "the target of a cost has no sign", _OURS),
        "undecided-direction": Term("符号与指标性质矛盾", "sign and nature contradict each other", _OURS),
        "undecided-zero-target": Term("指标值为零", "the target is 0", _OURS),
        "undecided-negative-target": Term("指标值为负", "the target is below 0", _OURS),
        "undecided-negative-actual": Term("完成值为负", "the actual value is below 0", _OURS),
        "undecided-approximate": Term("数值为约数", "a value is approximate", _OURS),
        "undecided-bounded-actual": Term("完成值不是确数", "the actual value is only bounded", _OURS),
        "undecided-date": Term("日期不完整", "a date is incomplete", _OURS),
        "undecided-late": Term("逾期", "the date was missed", _OURS),
        "undecided-no-budget": Term("无预算数", "there is no budget", _OURS),
        "undecided-over-budget": Term("超预算", "more than the budget was spent", _OURS),
    }),
    "Operator": FrozenMap({
        ">": Term("超", "more than", "GB/T 15835"),
        ">=": Term("不低于", "at least", "GB/T 15835"),
        "=": Term("等于", "exactly", "GB/T 15835"),
        "<=": Term("不超过", "at most", "GB/T 15835"),
        "<": Term("低于", "less than", "GB/T 15835"),
    }),
    "Unit": FrozenMap({
        "元": Term("元", "yuan", "人民币"),
        "千元": Term("千元", "thousand yuan", "人民币"),
        "万元": Term("万元", "ten thousand yuan", "人民币"),
        "亿元": Term("亿元", "hundred million yuan", "人民币"),
    }),
    "ProblemKind": FrozenMap({
        "missing": Term("缺少", "not there", _OURS),
        "type": Term("类型不符", "of another type", _OURS),
        "value": Term("取值不符", "not such a value", _OURS),
        "duplicate": Term("重复", "stands twice", _OURS),
        "limit": Term("超限", "over a limit", _OURS),
        "syntax": Term("语法有误", "not of its format", _OURS),
    }),
    "Severity": FrozenMap({
        "note": Term("提示", "note", _OURS),
        "warning": Term("警告", "warning", _OURS),
        "error": Term("错误", "error", _OURS),
    }),
    "Blank": FrozenMap({
        "unknown": Term("未知", "not known", _OURS),
        "zero": Term("视为零", "nothing", _OURS),
    }),
    "Level": FrozenMap({
        "class": Term("类", "class", "政府收支分类科目"),
        "group": Term("款", "group", "政府收支分类科目"),
        "item": Term("项", "item", "政府收支分类科目"),
    }),
    "Source": FrozenMap({
        "document": Term("已公开文件", "published accounts", _OURS),
        "published": Term("已公布目录", "a published list", _OURS),
        "memory": Term("未核对", "not yet confirmed", _OURS),
        "memory-low": Term("存疑", "doubtful", _OURS),
    }),
    "Confidence": FrozenMap({
        "high": Term("高", "high", _OURS),
        "medium": Term("中", "medium", _OURS),
        "low": Term("低", "low", _OURS),
        "recommended": Term("建议", "a proposal", _OURS),
    }),
    "UnitKind": FrozenMap({
        "administrative": Term("行政单位", "administrative body", "政府预算支出经济分类科目"),
        "institution": Term("事业单位", "public institution", "政府预算支出经济分类科目"),
    }),
    "CodeOutcome": FrozenMap({
        "unknown": Term("未收录", "not in the book", _OURS),
        "not-judged": Term("不作判断", "not judged", _OURS),
        "agrees": Term("一致", "agrees", _OURS),
        "name-differs": Term("名称不符", "the name differs", _OURS),
    }),
    "SlipKind": FrozenMap({
        "swapped": Term("相邻数字颠倒", "neighbouring digits exchanged", _OURS),
        "unit": Term("元与万元混淆", "yuan and ten thousand yuan confused", _OURS),
        "point": Term("小数点错位", "the decimal point is misplaced", _OURS),
        "sign": Term("正负号错误", "a minus is missing or too many", _OURS),
        "listed-twice": Term("重复列示", "listed twice", _OURS),
        "doubled": Term("多录一位数字", "a digit typed twice", _OURS),
        "dropped": Term("漏录一位数字", "a digit left out", _OURS),
        "wrong-row": Term("错填其他行的数字", "the figure of another row", _OURS),
        "mistyped": Term("一位数字录错", "one digit mistyped", _OURS),
    }),
    "RegionLevel": FrozenMap({
        "nation": Term("国家", "nation", "GB/T 2260"),
        "province": Term("省级", "province", "GB/T 2260"),
        "prefecture": Term("市级", "prefecture", "GB/T 2260"),
        "county": Term("县级", "county", "GB/T 2260"),
        "township": Term("乡级", "township", "GB/T 2260"),
    }),
    "Verdict": FrozenMap({
        "exact": Term("一致", "exact", _OURS),
        "rounding": Term("尾差", "rounding", _OURS),
        "truncated": Term("截尾", "cut off", _OURS),
        "mismatch": Term("不符", "mismatch", _OURS),
    }),
}  # fmt: skip
