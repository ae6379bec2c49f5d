"""A page says what the document says: digits as stated, 无 for 「无」, blank for silence, and whose words are whose."""

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from perfreport import (
    NIL,
    Budget,
    BudgetLine,
    Budgets,
    Department,
    Expenditure,
    Goal,
    Money,
    Narrative,
    PerformanceReport,
    Presentation,
    Quantity,
    Unit,
)
from perfreport.classification import FundingSource, IndicatorKind
from perfreport.documents import Block, Cell, CellKind, Heading, Listing, Note, Paragraph, Table, cells, compose
from perfreport.frozenmap import FrozenMap
from perfreport.model import (
    Attachments,
    BaseData,
    CostRow,
    FunctionalLine,
    Funding,
    FundingLine,
    Goals,
    Indicator,
    IndicatorLevel,
    IndicatorTree,
    Passage,
    ProjectCosts,
    ProjectDeclaration,
    ProjectSelfEvaluation,
    Result,
    Staffing,
    ThreePublic,
)
from perfreport.quantity import Target

PAGE = Presentation(Unit.WAN, 2)
REPORT = PerformanceReport(year=2022, department=Department(name="甲局"), presentation=PAGE)


def _spending(budget: Budget, page: Presentation | None = PAGE) -> PerformanceReport:
    return evolve(REPORT, presentation=page, budgets=Budgets(general_public=budget))


def _revenue(money: Money, page: Presentation | None = PAGE, locale: str = "zh_Hans_CN") -> str:
    blocks = compose(_spending(Budget(revenue=BudgetLine(executed=money)), page), locale)
    way = ("budgets", "general_public", "revenue", "executed")
    return next(cell.text for cell in cells(blocks) if cell.way == way)


def _headings(blocks: tuple[Block, ...]) -> dict[str, str]:
    """Return what stands beside each heading."""
    found = [block for block in blocks if isinstance(block, Heading)]
    return {"".join(cell.text for cell in each.cells): "".join(cell.text for cell in each.remark) for each in found}


def _tables(blocks: tuple[Block, ...]) -> list[list[list[str]]]:
    """Return the text of every table that has heads."""
    found = [block for block in blocks if isinstance(block, Table) and block.head]
    return [[[cell.text for cell in row] for row in (table.head, *table.rows)] for table in found]


class TestFigures:
    """Digits are those of the document; a unit stands in the cell where the head of the page says another."""

    @pytest.mark.parametrize(
        ("money", "shown"),
        [
            (Money.wan("1.5"), "1.5"),
            (Money.wan("1.50"), "1.50"),
            (Money.wan("1234.567"), "1234.567"),
            (Money.wan("-3"), "-3"),
            (Money.yuan("15000"), "15,000元"),
            (Money.yuan(0), "0元"),
        ],
    )
    def test_money_is_as_stated(self, money: Money, shown: str) -> None:
        assert _revenue(money) == shown

    def test_thousands_are_grouped_where_the_page_groups_them(self) -> None:
        assert _revenue(Money.wan("1234.5"), Presentation(Unit.WAN, grouping=True)) == "1,234.5"

    @pytest.mark.parametrize(("locale", "shown"), [("zh_Hans_CN", "1.5万元"), ("en", "CN¥15,000")])
    def test_without_a_unit_in_the_head_every_figure_has_its_own(self, locale: str, shown: str) -> None:
        assert _revenue(Money.wan("1.5"), None, locale) == shown

    def test_the_unit_stands_in_the_head(self) -> None:
        assert Cell("万元", ("presentation",)) in cells(compose(REPORT))

    def test_a_form_may_print_in_another_unit_than_the_report_around_it(self) -> None:
        form = ProjectSelfEvaluation(year=2022, name="甲", funding=Funding(total=BudgetLine(executed=Money.yuan(5))))
        own = evolve(form, presentation=Presentation(Unit.YUAN))
        report = evolve(REPORT, attachments=Attachments(project_self_evaluations=(form, own)))
        way = ("attachments", "project_self_evaluations")
        shown = {cell.way: cell.text for cell in cells(compose(report))}
        assert shown[*way, 0, "funding", "total", "executed"] == "5元"
        assert shown[*way, 1, "funding", "total", "executed"] == "5"

    def test_rates_and_shares_that_were_computed_say_so_and_have_no_way(self) -> None:
        total = BudgetLine(adjusted=Money.wan(4), executed=Money.wan(3), execution_rate=Quantity.parse("80%"))
        spent = Expenditure(total=total, basic=BudgetLine(executed=Money.wan(1)))
        (table,) = _tables(compose(_spending(Budget(expenditure=spent))))
        assert table == [
            ["项目", "全年预算数", "全年执行数", "执行率", "执行率（计算）", "占支出合计（计算）"],
            ["支出合计", "4", "3", "80%", "75.00%", "100.00%"],
            ["基本支出", "", "1", "", "", "33.33%"],
        ]
        added = [cell for cell in cells(compose(_spending(Budget(expenditure=spent)))) if cell.text == "75.00%"]
        assert [(cell.way, cell.kind) for cell in added] == [(None, CellKind.ADDED)]

    def test_shares_are_those_of_the_stage_that_is_stated(self) -> None:
        spent = Expenditure(total=BudgetLine(final_account=Money.wan(4)), basic=BudgetLine(final_account=Money.wan(3)))
        (table,) = _tables(compose(_spending(Budget(expenditure=spent))))
        assert table[0] == ["项目", "决算数", "占支出合计（计算）（决算数）"]
        assert table[2] == ["基本支出", "3", "75.00%"]

    def test_the_summary_says_what_was_spent_of_which_budget(self) -> None:
        line = BudgetLine(unspecified=Money.wan("38.26"), executed=Money.wan("40.44"))
        blocks = compose(_spending(Budget(expenditure=Expenditure(total=line))))
        assert Note("支出 40.44万元，预算数（未注明口径） 38.26万元，执行率 105.70%") in blocks
        for silent in (Budget(), Budget(expenditure=Expenditure(total=BudgetLine(original=Money.wan(1))))):
            assert not [each for each in compose(_spending(silent)) if isinstance(each, Note)]

    def test_a_rate_over_nothing_is_a_dash(self) -> None:
        line = BudgetLine(adjusted=Money.wan(0), executed=Money.wan(0))
        (table,) = _tables(compose(_spending(Budget(expenditure=Expenditure(total=line)))))
        assert table[1][-1] == "—"


class TestSilence:
    """What is not said, what is said to be none, and what is empty are three things."""

    def test_chapters_tell_them_apart(self) -> None:
        report = evolve(
            REPORT,
            budgets=Budgets(government_fund=NIL, state_capital=Budget()),
            goals=Goals(overall=NIL, project=()),
            narrative=Narrative(achievements=(), problems=NIL, measures=(Passage(),)),
        )
        found = _headings(compose(report))
        assert found["二、一般公共预算支出情况"] == "未说明"
        assert found["三、政府性基金预算支出情况"] == "无"
        assert found["四、国有资本经营预算支出情况"] == "没有数字"
        assert found["年度整体支出绩效目标"] == "无"
        assert found["部门专项资金绩效目标"] == "未说明"
        assert found["其他项目支出绩效目标"] == "没有内容"
        assert found["部门整体支出绩效情况"] == "没有内容"
        assert found["专项资金支出绩效情况"] == "未说明"
        assert found["七、存在的问题及原因分析"] == "无"
        assert "（无标题）" in [cell.text for cell in cells(compose(report))]

    def test_a_list_that_cannot_be_said_to_be_empty_is_silent(self) -> None:
        assert "项目说明" not in _headings(compose(ProjectDeclaration(year=2022, name="甲")))

    def test_an_account_that_says_none_over_figures_shows_both(self) -> None:
        budget = Budget(revenue=BudgetLine(executed=Money.wan(3)), says_none=True)
        blocks = compose(_spending(budget))
        assert _headings(blocks)["二、一般公共预算支出情况"] == "写有「无」"
        assert _tables(blocks) == [[["项目", "全年执行数"], ["财政拨款收入", "3"]]]

    def test_columns_and_rows_that_say_nothing_are_left_out(self) -> None:
        lines = (FundingLine(source=FundingSource.OTHER, amounts=BudgetLine(executed=Money.wan(1))),)
        form = ProjectSelfEvaluation(year=2022, name="甲", funding=Funding(total=BudgetLine(), sources=lines))
        assert _tables(compose(form)) == [[["项目资金", "全年执行数"], ["年度资金总额", ""], ["其他资金", "1万元"]]]


class TestTables:
    """A row for each thing, called by what it is called."""

    def test_a_block_of_costs_has_its_heading_if_a_row_of_it_says_something(self) -> None:
        costs = CostRow(previous=Money.wan("4.00"), budget=Money.wan(4), final_account=Money.wan("3.20"))
        three_public = ThreePublic(total=CostRow(), vehicles=CostRow(), overseas=costs)
        form = BaseData(
            year=2022, three_public=three_public, projects=ProjectCosts(total=CostRow()), basic_adjustment=costs
        )
        (table,) = _tables(compose(form))
        assert table == [
            ["经费控制情况", "上年决算数", "本年预算数", "本年决算数", "控制率（计算）", "变动率（计算）"],
            ["“三公”经费", "", "", "", "", ""],
            ["出国经费", "4.00万元", "4万元", "3.20万元", "80.00%", "-20.00%"],
            ["部门基本支出预算调整", "4.00万元", "4万元", "3.20万元", "80.00%", "-20.00%"],
        ]

    def test_a_rate_that_the_form_states_stands_beside_the_one_that_is_computed(self) -> None:
        staffing = Staffing(authorized=12, actual=11, control_rate=Quantity.parse("92%"))
        (table,) = (each for each in compose(BaseData(year=2022, staffing=staffing)) if isinstance(each, Table))
        assert [cell.text for cell in table.rows[0]] == [
            "编制数", "12", "实际在职人数", "11", "控制率", "92%", "控制率（计算）", "91.67%",
        ]  # fmt: skip

    def test_a_source_goes_by_its_own_words_and_says_its_kind_beside_them(self) -> None:
        amounts = BudgetLine(executed=Money.wan(1))
        lines = (
            FundingLine(source=FundingSource.LOCAL, label="省、地配套", amounts=amounts),
            FundingLine(source=FundingSource.OTHER, amounts=amounts),
        )
        form = ProjectSelfEvaluation(year=2022, name="甲", funding=Funding(sources=lines))
        (table,) = _tables(compose(form))
        assert table == [
            ["项目资金", "资金来源", "全年执行数"],
            ["省、地配套", "地方资金", "1万元"],
            ["其他资金", "", "1万元"],
        ]

    def test_functions_have_a_column_for_each_category_and_stage(self) -> None:
        spent = Expenditure(total=BudgetLine(executed=Money.wan(3)), basic=BudgetLine(executed=Money.wan(1)))
        row = FunctionalLine(code="201", name="一般公共服务支出", expenditure=spent)
        (table,) = _tables(compose(_spending(Budget(functions=(row,)))))
        assert table == [["按功能分类", "科目名称", "支出合计", "基本支出"], ["201", "一般公共服务支出", "3", "1"]]
        twice = evolve(row, expenditure=evolve(spent, basic=BudgetLine(adjusted=Money.wan(2))))
        (table,) = _tables(compose(_spending(Budget(functions=(row, twice)))))
        assert table[0] == [
            "按功能分类",
            "科目名称",
            "支出合计（全年执行数）",
            "基本支出（全年预算数）",
            "基本支出（全年执行数）",
        ]

    def test_indicators_stand_under_their_levels_each_level_once(self) -> None:
        indicator = Indicator(
            name="参训人数", stars=2, target=Target.parse("300", nature="≥", measure="人"), weight="20", score="18.67"
        )
        level = IndicatorLevel(kind=IndicatorKind.QUANTITY, indicators=(indicator, Indicator(name="场次")))
        tree = IndicatorTree(levels=(IndicatorLevel(name="产出", weight="50", levels=(level,)),))
        blocks = compose(ProjectSelfEvaluation(year=2022, name="甲", indicators=tree))
        (table,) = _tables(blocks)
        assert table == [
            ["绩效指标", "核心", "指标性质", "年度指标值", "度量单位", "分值", "得分"],
            ["产出", "", "", "", "", "50", ""],
            ["数量指标", "", "", "", "", "", ""],
            ["参训人数", "★★", "≥", "300", "人", "20", "18.67"],
            ["场次", "", "", "", "", "", ""],
        ]
        (found,) = (block for block in blocks if isinstance(block, Table) and block.head)
        assert [row[0].depth for row in found.rows] == [0, 1, 2, 2]
        assert found.kinds[:4] == (CellKind.LABEL, CellKind.TEXT, CellKind.TEXT, CellKind.TEXT)


class TestTexts:
    """What is said in words is said in full."""

    def test_goals_and_duties_are_lists(self) -> None:
        report = evolve(
            REPORT,
            department=Department(name="甲局", duties=("一", "二")),
            goals=Goals(overall=(Goal(text="开展培训", project="青年培训"),)),
        )
        found = [[_said(item) for item in each.items] for each in compose(report) if isinstance(each, Listing)]
        assert found == [["一", "二"], ["开展培训（项目：青年培训）"]]

    def test_passages_stand_under_their_headings_however_deep(self) -> None:
        deep = Passage(text="底")
        for _ in range(2000):
            deep = Passage(title="层", points=(deep,))
        blocks = compose(evolve(REPORT, narrative=Narrative(problems=(deep,))))
        paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
        assert [paragraph.depth for paragraph in paragraphs] == list(range(2001))
        assert _said(paragraphs[-1]) == "底"

    def test_words_of_the_library_are_in_the_readers_language_and_those_of_the_document_are_not(self) -> None:
        form = ProjectSelfEvaluation(year=2022, name="甲项目", result=Result(opinion="同意"))
        texts = [cell.text for cell in cells(compose(form, "en"))]
        assert texts == ["甲项目", ": self-evaluation of the project, ", "2022", "Opinion", "同意"]

    def test_a_date_is_written_as_the_reader_writes_it(self) -> None:
        report = evolve(REPORT, approved=dt.date(2023, 8, 1))
        assert "2023年8月1日" in [cell.text for cell in cells(compose(report))]
        assert "2023-08-01" in [cell.text for cell in cells(compose(report, "en"))]

    @pytest.mark.parametrize(
        ("value", "text"), [(None, "null"), (True, "true"), (12, "12"), ((), "[]"), (FrozenMap(), "{}"), ("甲", "甲")]
    )
    def test_what_stands_under_a_key_that_is_not_known_is_shown_plainly(self, value: Any, text: str) -> None:
        blocks = compose(evolve(REPORT, extra=FrozenMap({"备案号": value})))
        assert blocks[-1] == Table((), ((Cell("备案号", None, CellKind.LABEL), Cell(text, ("备案号",))),))
        assert _headings(blocks)["未识别的内容"] == ""


def _said(paragraph: Paragraph) -> str:
    return "".join(cell.text for cell in paragraph.cells)
