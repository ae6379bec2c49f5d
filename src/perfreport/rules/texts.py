"""TEXT: what the written sections of a report say."""

import re
from collections.abc import Iterator

from perfreport.classification import ExpenditureCategory
from perfreport.errors import InvalidMoney
from perfreport.findings import Severity
from perfreport.model import Budget, Figure, Passage
from perfreport.money import Money, Unit
from perfreport.quantity import Operator
from perfreport.reconciliation import Verdict, judge
from perfreport.rules._core import Case, Rule, Seen, collected, rule
from perfreport.rules._index import Index
from perfreport.vocabulary import FIELDS, WORDS

__all__ = ["RULES"]


@rule(
    "TEXT001",
    cites=["部门整体支出绩效自评报告提纲 六"],
    title=("标题之下有内容", "Something stands under every heading"),
    manual_zh="列有标题的段落，应有正文、数字或分项。只有标题的，多半是正文移到别处后留下的。",
    remedy=("补充正文，或删去标题。", "Write the text, or take the heading out."),
    cases={
        "": Case(
            Severity.WARNING,
            "“{title}”只有标题，没有内容。",
            "“{title}” is a heading with nothing under it.",
        )
    },
)
def headings_have_a_body(index: Index) -> Iterator[Seen]:
    """
    A titled passage has text, figures or points of its own.

    A bare heading is most often what is left when a text was moved to another section.
    """
    for way, passage, _ in index.each(Passage):
        if passage.title is not None and not (passage.text or passage.figures or passage.points):
            yield Seen(way, {"title": passage.title})


@rule(
    "TEXT002",
    cites=["部门整体支出绩效自评报告提纲 六"],
    title=("比率不超过100%", "A share of a whole is not more than the whole"),
    manual_zh=(
        "正文中的参与率、合格率、满意度等比率，不超过100%。这类比率是部分除以整体；增长率、完成率可以超过100%，"
        "不在此列。"
    ),
    remedy=("注明分母，或改正数字。", "Say what it is a share of, or correct it."),
    cases={
        "": Case(
            Severity.WARNING,
            "{about}：{quantity}；部分不会多于整体。",
            "{about}: {quantity}; a part is not more than the whole.",
        )
    },
)
def shares_are_within_the_whole(index: Index) -> Iterator[Seen]:
    """
    A rate of taking part, of passing or of satisfaction in the text is not more than 100%.

    Such a rate divides a part by its whole. Rates of growth and of completion may well be more, and are left alone.
    """
    for way, figure, _ in index.each(Figure):
        quantity = figure.quantity
        above = quantity.amount > _WHOLE or (quantity.amount == _WHOLE and quantity.operator is Operator.ABOVE)
        if quantity.unit in ("%", "％") and above and _SHARE.search(figure.about):
            yield Seen(way, {"about": figure.about, "quantity": quantity})


@rule(
    "TEXT003",
    cites=["部门决算公开, 正文与表格"],
    title=("正文数字与表格一致", "A figure of the text is that of the table"),
    manual_zh=(
        "正文中的金额，名称与一般公共预算表的一行完全相同的，应为该行的金额。核对报告年度的支出合计、基本支出、"
        "人员经费、公用经费、项目支出和财政拨款收入。两处单位可以不同，四舍五入的差异不算错；表中列有几个口径的，"
        "与其中之一相符即可。"
    ),
    remedy=("核对正文与表格，改正有误的一处。", "Compare text and table, and correct the wrong one."),
    cases={
        "": Case(
            Severity.ERROR,
            "正文“{about}”是{stated}，表中是{table}。",
            "The text says {about} {stated}, the table {table}.",
        )
    },
)
def text_agrees_with_the_table(index: Index) -> Iterator[Seen]:
    """
    An amount in the text that is named exactly like a row of the general public budget is the amount of that row.

    支出合计, 基本支出, 人员经费, 公用经费, 项目支出 and 财政拨款收入, of the year of the report. The two may be printed
    in different units, so rounding is allowed for; where the table states several stages, one of them has to agree.
    """
    account = index.at(("budgets", "general_public"))
    if not isinstance(account, Budget):
        return
    rows = {term.zh: account.expenditure.line(row) for row, term in _ROWS.items()} if account.expenditure else {}
    rows[FIELDS["Budget"]["revenue"].zh] = account.revenue
    for way, figure, _ in index.each(Figure):
        line, stated = rows.get(figure.about), _money(figure)
        table = [amount for _, amount in line.stated()] if line is not None else []
        # What the forms say of their projects is not said of the department.
        if way[0] != "narrative" or stated is None or not table or figure.year not in (None, index.year):
            continue
        if all(judge(amount, [stated]) is Verdict.MISMATCH for amount in table):
            yield Seen(way, {"about": figure.about, "stated": stated, "table": tuple(table)})


def _money(figure: Figure) -> Money | None:
    """Return the amount of money that *figure* exactly is; `None` also where it is more than any amount."""
    quantity = figure.quantity
    units = {unit.value: unit for unit in Unit}
    if quantity.unit not in units or quantity.operator is not None or quantity.about:
        return None
    try:
        return Money(quantity.amount, units[quantity.unit])
    except InvalidMoney:
        return None


_WHOLE = 100
_SHARE = re.compile("(?:参与|参学|参训|合格|达标|满意|覆盖|出勤|普及|入学|优良|通过|签约)[率度]")
_ROWS = {category: WORDS["ExpenditureCategory"][category] for category in ExpenditureCategory}

RULES: tuple[Rule, ...] = collected(globals())
