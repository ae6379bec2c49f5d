"""A place is named by the words that stand there, and no longer than a person needs to find it."""

from typing import Any

import pytest
from attrs import evolve

from perfreport import (
    Budget,
    BudgetLine,
    Budgets,
    Department,
    Expenditure,
    FundingSource,
    Money,
    Narrative,
    PerformanceReport,
    Project,
    Quantity,
    Severity,
    messages,
)
from perfreport.classification import IndicatorKind
from perfreport.findings import Finding
from perfreport.model import (
    CLASSES,
    Attachments,
    EconomicLine,
    Figure,
    FunctionalLine,
    Funding,
    FundingLine,
    Goal,
    Goals,
    Indicator,
    IndicatorLevel,
    IndicatorTree,
    Passage,
    Projects,
    ProjectSelfEvaluation,
    walk,
)
from perfreport.model.document import is_document
from perfreport.places import Place, Step, way_of

TEN = BudgetLine(executed=Money.wan("10.00"), final_account=Money.wan("10.00"))
FORM = ProjectSelfEvaluation(
    year=2022,
    name="青年活动",
    funding=Funding(
        total=TEN,
        sources=(
            FundingLine(source=FundingSource.CURRENT_APPROPRIATION, amounts=TEN),
            FundingLine(source=FundingSource.LOCAL, label="区级配套", amounts=TEN),
        ),
    ),
    indicators=IndicatorTree(
        levels=(
            IndicatorLevel(
                kind=IndicatorKind.OUTPUT,
                levels=(IndicatorLevel(name="数量", indicators=(Indicator(name="活动场次", score="9"),)),),
            ),
        )
    ),
)
REPORT = PerformanceReport(
    year=2022,
    department=Department(name="某局", duties=("宣传", "教育")),
    goals=Goals(overall=(Goal(text="完成全年任务"),)),
    budgets=Budgets(
        general_public=Budget(
            functions=(
                FunctionalLine(code="201"),
                FunctionalLine(code="21201", name="城乡社区管理事务", expenditure=Expenditure(basic=TEN)),
            ),
            economic=(EconomicLine(code="301", name="工资福利支出", amounts=TEN),),
            projects=Projects(total=TEN, items=(Project(name="“青年说”活动", amounts=TEN),)),
        )
    ),
    narrative=Narrative(
        achievements=(
            Passage(
                title="聚焦主责",
                points=(
                    Passage(
                        title="突出思想引领",
                        figures=(Figure(about="参学率", quantity=Quantity.parse("95%")),),
                    ),
                ),
            ),
            Passage(text="本部门全年共开展各类活动五十余场次，\n覆盖青少年一万余人次，社会反响良好。"),
            Passage(figures=(Figure(about="甲", quantity=Quantity.parse("1个")),)),
            Passage(title="2022年工作"),
        )
    ),
    attachments=Attachments(project_self_evaluations=(FORM,)),
)

BY_NAME = [
    (
        "/budgets/general_public/functions/1/expenditure/basic/final_account",
        "一般公共预算 › 21201 城乡社区管理事务 › 基本支出 › 决算数",
        "General public budget › 21201 城乡社区管理事务 › Basic expenditure › Final account",
    ),
    ("/budgets/general_public/functions/0/name", "一般公共预算 › 201 › 科目名称", "General public budget › 201 › Name"),
    (
        "/budgets/general_public/economic/0/amounts/executed",
        "一般公共预算 › 301 工资福利支出 › 全年执行数",
        "General public budget › 301 工资福利支出 › Executed",
    ),
    (
        "/budgets/general_public/projects/items/0/amounts/executed",
        "一般公共预算 › “‘青年说’活动” › 全年执行数",
        "General public budget › “‘青年说’活动” › Executed",
    ),
    (
        "/budgets/general_public/projects/total/executed",
        "一般公共预算 › 项目支出合计 › 全年执行数",
        "General public budget › Total of the projects › Executed",
    ),
    ("/budgets/general_public/projects", "一般公共预算 › 项目支出情况", "General public budget › Projects"),
    ("/goals/overall/0", "年度整体支出绩效目标 › “完成全年任务”", "Overall goals of the year › “完成全年任务”"),
    ("/department/duties/1", "部门 › 主要职责第2项", "Department › Duties 2"),
    (
        "/narrative/achievements/0/points/0/figures/0/quantity",
        "部门整体支出绩效情况 › “聚焦主责” › “突出思想引领” › “参学率” › 数量",
        "Achievements › “聚焦主责” › “突出思想引领” › “参学率” › Quantity",
    ),
    # A long text is cut, a line break is a blank, and a number at the beginning needs no marks.
    (
        "/narrative/achievements/1",
        "部门整体支出绩效情况 › “本部门全年共开展各类活动五十余场次， 覆盖青少年…”",
        "Achievements › “本部门全年共开展各类活动五十余场次， 覆盖青少年…”",
    ),
    ("/narrative/achievements/2", "部门整体支出绩效情况第3项", "Achievements 3"),
    ("/narrative/achievements/3", "部门整体支出绩效情况 › 2022年工作", "Achievements › 2022年工作"),
    (
        "/attachments/project_self_evaluations/0/indicators/levels/0/levels/0/indicators/0/score",
        "项目支出绩效自评表 › “青年活动” › 产出指标 › “数量” › “活动场次” › 得分",
        "Self-evaluations of projects › “青年活动” › Output › “数量” › “活动场次” › Score",
    ),
    (
        "/attachments/project_self_evaluations/0/funding/sources/0/amounts/executed",
        "项目支出绩效自评表 › “青年活动” › 项目资金 › 当年财政拨款 › 全年执行数",
        "Self-evaluations of projects › “青年活动” › Funds › Appropriation of the year › Executed",
    ),
    (
        "/attachments/project_self_evaluations/0/funding/sources/1",
        "项目支出绩效自评表 › “青年活动” › 项目资金 › “区级配套”",
        "Self-evaluations of projects › “青年活动” › Funds › “区级配套”",
    ),
    # What is not there has the labels of its fields.
    (
        "/budgets/state_capital/projects/items/4/amounts/executed",
        "国有资本经营预算 › 项目明细第5项 › 全年执行数",
        "State capital operations budget › Projects 5 › Executed",
    ),
    ("/result/score", "自评结果 › 总分", "Result › Total score"),
]


class TestNames:
    """Where the document is known, its items are called by what they bear."""

    @pytest.mark.parametrize(("pointer", "zh", "en"), BY_NAME)
    def test_table(self, pointer: str, zh: str, en: str) -> None:
        assert messages.place(pointer, "zh", REPORT) == zh
        assert messages.place(pointer, "en", REPORT) == en

    @pytest.mark.parametrize(("pointer", "zh", "_"), BY_NAME)
    def test_a_place_and_a_finding_bring_their_names_along(self, pointer: str, zh: str, _: str) -> None:
        place = walk.place(REPORT, way_of(pointer))
        assert place.pointer == pointer
        assert messages.place(place) == messages.fact(place) == zh
        assert messages.place(Finding("SUM001", Severity.NOTE, pointer, steps=place.steps)) == zh

    def test_a_form_that_stands_alone_has_its_own_labels(self) -> None:
        assert messages.place("/funding/total/executed", "zh", FORM) == "项目资金 › 年度资金总额 › 全年执行数"
        assert messages.place("/name", "zh", FORM) == "项目名称"
        assert messages.place("/name", "zh", kind=ProjectSelfEvaluation) == "项目名称"
        assert messages.place("/indicators/levels/0/weight", "en", FORM) == "Output › Weight"

    @pytest.mark.parametrize("name", ["\x1b[31m红", "a\u2028b", " \n ", "“", "x" * 100_000, "{x}", "\ud800"])
    def test_any_name_can_be_shown(self, name: str) -> None:
        place = Place("/a/0", (Step("PerformanceReport", "a", 0, name),))
        assert 0 < len(messages.place(place)) < 40

    def test_a_word_of_somebody_elses_list_is_its_own_label(self) -> None:
        assert messages.place(Place("/a/0", (Step("Ours", "a", 0, Severity.NOTE),)), "zh") == "a › 提示"

    def test_the_names_of_a_finding_say_no_other_place(self) -> None:
        bare = Finding("SUM001", Severity.NOTE, "/narrative/achievements/0")
        assert evolve(bare, steps=walk.place(REPORT, way_of(bare.pointer)).steps) == bare


class TestLabels:
    """Where only the pointer is known, fields have their labels and items their numbers."""

    @pytest.mark.parametrize(
        ("pointer", "zh", "en"),
        [
            ("", "整份文件", "the whole document"),
            ("/year", "年度", "Fiscal year"),
            ("/budgets", "预算", "Budgets"),
            ("/presentation/unit", "金额列示 › 金额单位", "Presentation of money › Unit"),
            ("/cover/date", "封面 › 日期", "Cover › Date"),
            ("/department/duties/3", "部门 › 主要职责第4项", "Department › Duties 4"),
            (
                "/budgets/general_public/expenditure/total/executed",
                "一般公共预算 › 支出合计 › 全年执行数",
                "General public budget › Total expenditure › Executed",
            ),
            (
                "/budgets/total/opening_balance/amount",
                "财政拨款合计 › 年初结转和结余 › 数额",
                "Government appropriations, total › Opening balance › Amount",
            ),
            (
                "/budgets/total/projects/items/0/sources/11/amounts",
                "财政拨款合计 › 项目明细第1项 › 资金来源第12项 › 金额",
                "Government appropriations, total › Projects 1 › Funding 12 › Amounts",
            ),
            (
                "/narrative/problems/0/points/1/figures/0/quantity/amount",
                "存在的问题及原因分析第1项 › 分项第2项 › 文中数据第1项 › 数量 › 数值",
                "Problems and their causes 1 › Points 2 › Figures 1 › Quantity › Number",
            ),
            # What is not known keeps its key.
            ("/more/a~1b/~01", "more › a/b › ~1", "more › a/b › ~1"),
            ("/department/more/0", "部门 › more第1项", "Department › more 1"),
        ],
    )
    def test_table(self, pointer: str, zh: str, en: str) -> None:
        assert messages.place(pointer) == zh
        assert messages.place(pointer, "en") == en

    @pytest.mark.parametrize(
        "pointer",
        ["/", "//", "/0", "/year/0/1", "/\n", "/budgets/²", "/budgets/００", "/a/" + "9" * 5000, "x", "/a/0/0"],
    )
    @pytest.mark.parametrize("document", [None, REPORT, FORM, 1])
    def test_any_pointer_has_a_name(self, pointer: str, document: Any) -> None:
        assert isinstance(messages.place(pointer, "zh", document), str)

    @pytest.mark.parametrize("locale", ["zh", "en"])
    @pytest.mark.parametrize("kind", [kind for kind in CLASSES if is_document(kind)], ids=lambda kind: kind.__name__)
    def test_what_a_place_leaves_out_tells_no_two_apart(self, kind: type, locale: str) -> None:
        ways = {
            tuple(0 if step == "*" else step for step in way)
            for wanted in walk.kinds(kind)
            for way in walk.ways(kind, wanted)
        }
        names = [messages.place(walk.place_in(kind, way), locale) for way in ways]
        assert len(set(names)) == len(names) > 200
