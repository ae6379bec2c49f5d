"""Parts that several layouts have in common: money blocks, indicators, heads and feet."""

from perfreport.classification import BudgetStage, ExpenditureCategory
from perfreport.layouts.parts import Cells, Column, Computed, Grid, Line, Lines, Share, Slot, Tree
from perfreport.names import Term

__all__ = [
    "FUNDING",
    "FUNDING_COLUMNS",
    "INDICATORS",
    "MONEY",
    "PROGRESS",
    "RESULT",
    "SIGNATURE",
    "SOURCES",
    "expenditure",
    "funding_rows",
]

_SHARE = Term("占比（计算）", "Share (computed)")
_ALIASES = {
    BudgetStage.ORIGINAL: ("年初预算", "年初批复数", "预算数（年初）"),
    BudgetStage.ADJUSTED: ("全年预算数（A）", "全年（调整）预算数", "调整后预算数", "变动后预算数"),
    BudgetStage.EXECUTED: ("全年执行数（B）", "执行数", "预算执行数", "实际支出"),
    BudgetStage.RECEIVED: ("实际到位数",),
    BudgetStage.UNSPENT: ("结余",),
}
#: The columns of money from left to right: budgets before what became of them.
MONEY: tuple[Column, ...] = (
    *(
        Slot(stage.key, aliases=_ALIASES.get(stage, ()))
        for stage in sorted(BudgetStage, key=lambda stage: stage is not BudgetStage.UNSPECIFIED)
    ),
    Slot("execution_rate", aliases=("执行率（B/A）", "预算执行率", "进度")),
    Computed("rate", Term("执行率（计算）", "Rate (computed)")),
    Slot("share"),
)


def expenditure(path: str) -> tuple[Line, ...]:
    """Return the rows of expenditure by category, a part under what it is a part of."""
    return _parts(path, 0, ExpenditureCategory.TOTAL)


def _parts(path: str, depth: int, category: ExpenditureCategory, step: int = 1) -> tuple[Line, ...]:
    below = (row for part in category.parts for row in _parts(path, depth + step, part))
    return (Line(f"{path}.{category.key}", depth), *below)


def funding_rows(path: str = "") -> tuple[Line | Lines, ...]:
    """Return what stands under the total of a money block: its sources, expenditure by its nature, and single items."""
    return (
        Lines(f"{path}sources", label=("label", "source"), depth=1),
        # Beside the sources: by whatever it is told apart, the money is that of the total.
        *_parts(f"{path}expenditure", 1, ExpenditureCategory.TOTAL, step=0),
        Lines(f"{path}items", label=("name",), depth=1),
    )


#: 其中: 当年财政拨款, 上年结转资金, 其他资金.
SOURCES = Lines("sources", label=("label", "source"), depth=1)
#: The columns of a money block: what its rows are, their money, and the weight and score of its execution.
FUNDING_COLUMNS: tuple[Column, ...] = (
    Slot("source"),
    Slot("code"),
    *MONEY,
    Slot("weight", Term("分值", "Weight"), aliases=("权重",)),
    Slot("score", Term("得分", "Score"), aliases=("得分（20分*执行率）",)),
    Slot("reason", Term("原因", "Reason"), aliases=("偏差原因",)),
    Slot("vouchers"),
    Slot("remark"),
)
#: The money block of a form: its total, its sources, expenditure by its nature, and single items.
FUNDING = Grid(
    "funding",
    rows=(Line("total", beside=True, aliases=("资金总额", "总额", "合计")), *funding_rows()),
    columns=FUNDING_COLUMNS,
    share=Share(_SHARE, ("total",)),
)

_LEFT = (
    Slot("code"),
    Slot("kind"),
    Slot("stars", heading=Term("核心", "Core")),
    Slot("target.nature", aliases=("符号", "计算符号")),
    Slot("target", aliases=("指标值", "目标值")),
    Slot("target.measure", aliases=("单位",)),
    Slot("actual.nature", Term("完成值性质", "Nature of the value")),
    Slot("actual", aliases=("完成值", "全年实际值")),
    Slot("actual.measure", Term("完成值单位", "Unit of the value")),
)
#: How indicators stand in the course of the year.
PROGRESS = (
    Slot("progress.actual.nature", Term("执行情况性质", "Nature so far")),
    Slot("progress.actual"),
    Slot("progress.actual.measure", Term("执行情况单位", "Unit so far")),
    Slot("progress.expected.nature", Term("预计情况性质", "Nature expected")),
    Slot("progress.expected"),
    Slot("progress.expected.measure", Term("预计情况单位", "Unit expected")),
    Slot("progress.causes"),
    Slot("progress.likelihood"),
)
#: 绩效指标, level by level.
INDICATORS = Tree(
    "indicators",
    (
        *_LEFT,
        *PROGRESS,
        Slot("achievement"),
        Slot("weight", aliases=("权重", "权重占比")),
        Slot("score", aliases=("自评分", "单项得分")),
        Slot("deduction"),
        Slot("reviewed_score"),
        Slot("reason", aliases=("未完成原因及改进措施", "未完成原因及拟采取的改进措施", "未完成原因分析", "说明")),
        Slot("standard", aliases=("评价标准",)),
        Slot("explanation"),
        Slot("remark"),
    ),
)
#: 总分, and what was said of it.
RESULT = Cells(
    (
        (
            Slot("result.weight", heading=Term("总分值", "Total weight")),
            Slot("result.score", heading=Term("总分", "Total score"), aliases=("自评得分", "得分")),
            Slot("result.grade"),
            Slot("result.grade_text"),
            Slot("result.reviewed_score", aliases=("复核分", "财政审核评分")),
        ),
        (Slot("result.opinion"),),
        (Slot("result.department_opinion"),),
        (Slot("result.finance_opinion"),),
        (Slot("result.deviation"),),
        (Slot("result.suggested_use"),),
    )
)
#: The foot of a form.
SIGNATURE = Cells(
    (
        (
            Slot("signature.preparer"),
            Slot("signature.phone"),
            Slot("signature.date"),
            Slot("signature.head", aliases=("单位负责人签字",)),
        ),
    )
)
