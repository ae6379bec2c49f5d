"""The real report in examples/lusong-2022.yaml: every amount, every count, and what the rules find in it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import attrs
import pytest

import perfreport
from perfreport import (
    NIL,
    Budget,
    BudgetKind,
    BudgetLine,
    Budgets,
    BudgetStage,
    Expenditure,
    Money,
    Narrative,
    Presentation,
    Quantity,
    Rate,
    Unit,
)
from perfreport.classification import GoalKind
from perfreport.messages import render
from perfreport.model import Figure, Goals, Passage, Projects, walk
from perfreport.model.narrative import SECTIONS
from perfreport.money import Interval, total
from perfreport.places import pointer
from perfreport.quantity import Operator
from perfreport.reconciliation import Verdict, judge, judge_rate
from perfreport.serialization import Format
from perfreport.testing import assert_same

PATH = Path(__file__).resolve().parent.parent / "examples" / "lusong-2022.yaml"
REPORT = perfreport.load(PATH, perfreport.PerformanceReport)

#: The twelve amounts that the report prints, with all their digits, by the place where each belongs.
AMOUNTS = {
    "/budgets/general_public/expenditure/total/unspecified": "38.26万元",
    "/budgets/general_public/revenue/executed": "40.44万元",
    "/budgets/general_public/expenditure/total/executed": "40.44万元",
    "/budgets/general_public/expenditure/project/executed": "10.12万元",
    "/budgets/general_public/expenditure/basic/executed": "30.33万元",
    "/budgets/general_public/expenditure/personnel/executed": "24.62万元",
    "/budgets/general_public/expenditure/public/executed": "5.71万元",
    "/budgets/general_public/projects/total/executed": "10.12万元",
    "/budgets/general_public/projects/items/0/amounts/executed": "5.70万元",
    "/budgets/general_public/projects/items/1/amounts/executed": "0.98万元",
    "/budgets/general_public/projects/items/2/amounts/executed": "1.5万元",
    "/budgets/general_public/projects/items/3/amounts/executed": "1.94万元",
}

#: The counts that its text prints, by the passage in which each stands.
COUNTS = [
    ("/achievements/0/points/0", "超100%"),
    ("/achievements/0/points/0", "51名"),
    ("/achievements/0/points/1", "8个"),
    ("/achievements/0/points/2", "13家"),
    ("/achievements/0/points/2", "50名"),
    ("/achievements/0/points/2", "100周年"),
    ("/achievements/0/points/2", "100周年"),
    ("/achievements/2/points/0", "3年"),
    ("/achievements/2/points/1", "8届"),
    ("/special_funds/0", "360名"),
    ("/special_funds/1", "83个"),
    ("/special_funds/1", "10个"),
    ("/special_funds/1", "16个"),
    ("/special_funds/1", "80场"),
    ("/special_funds/1", "1万人次"),
    ("/special_funds/3", "1个"),
]

#: What else the report calls by name, and its ordinals, which are no counts.
NAMES = [
    "“青年大学习”", "“青先锋•青浪强音长株潭都市圈青年大思政课”", "“喜迎党的二十大•永远跟党走•奋进新征程”",
    "“双红双优”", "“争做好队员”", "“3•5”学雷锋", "“白关丝瓜节”", "“航博会”", "“干部能力提升年”", "“芦淞青年说”",
    "“青关爱”", "“平安芦淞青春普法益起来”", "“七彩假期•情暖童心”", "“智慧团建”", "“青年之家”", "“双减”",
    "“雏鹰”少先队名师工作室", "小青竹中队", "“全国优秀少先队集体”", "何家坳枫溪学校", "王塔冲", "七斗冲", "区委",
    "区政府", "区委组织部", "区委党校", "团市委", "共青团中央", "教育部", "全国少工委", "芦淞区人民政府官网", "首站",
    "二十大", "第八届", "第一名", "小学组", "初中组",
    "《关于表彰2022年度全国优秀少先队员、全国优秀少先队辅导员、全国优秀少先队集体的决定》",
]  # fmt: skip

wan = Money.wan
T = TypeVar("T")


def stated(kind: type[T], value: object) -> T:
    assert isinstance(value, kind)
    return value


NARRATIVE = stated(Narrative, REPORT.narrative)
BUDGETS = stated(Budgets, REPORT.budgets)
GOALS = stated(Goals, REPORT.goals)
PAGE = stated(Presentation, REPORT.presentation)
ACCOUNT = stated(Budget, BUDGETS.general_public)
TABLE = stated(Expenditure, ACCOUNT.expenditure)
TOTAL = stated(BudgetLine, TABLE.total)


def executed(line: BudgetLine | None) -> Money:
    return stated(Money, stated(BudgetLine, line).executed)


BUDGET = stated(Money, TOTAL.unspecified)
SPENT, BASIC, PERSONNEL, PUBLIC, PROJECT = map(
    executed, (TABLE.total, TABLE.basic, TABLE.personnel, TABLE.public, TABLE.project)
)
PROJECTS = {item.name: executed(item.amounts) for item in stated(Projects, ACCOUNT.projects).items}


def leaves(value: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str, object]]:
    """Yield what stands in *value*, down to amounts and quantities, each with its pointer."""
    kind = type(value)
    if attrs.has(kind) and kind not in (Money, Quantity):
        for attribute in attrs.fields(kind):
            yield from leaves(getattr(value, attribute.name), (*way, attribute.name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from leaves(item, (*way, index))
    else:
        yield pointer(way), value


def test_every_amount_stands_at_its_place_with_its_digits() -> None:
    assert {place: str(value) for place, value in leaves(REPORT) if isinstance(value, Money)} == AMOUNTS


def test_amounts_in_yuan() -> None:
    amounts = [Money.parse(text) for text in AMOUNTS.values()]
    assert [money.to(Unit.YUAN) for money in amounts] == [
        382_600, 404_400, 404_400, 101_200, 303_300, 246_200, 57_100, 101_200, 57_000, 9_800, 15_000, 19_400,
    ]  # fmt: skip
    assert len(set(amounts)) == 10


def test_every_count_stands_in_its_passage() -> None:
    passages = walk.each(NARRATIVE, Passage)
    assert [(pointer(way), str(count.quantity)) for way, passage, _ in passages for count in passage.figures] == COUNTS


def test_counts_are_numbers() -> None:
    assert Quantity.parse("1万人次").value == 10_000
    assert Quantity.parse("超100%") == Quantity(100, "%", Operator.ABOVE)


def test_a_count_of_another_year_says_so() -> None:
    counts = [count for _, count, _ in walk.each(NARRATIVE, Figure)]
    assert [(str(count.quantity), count.year) for count in counts if count.year is not None] == [("8个", 2021)]


def test_every_name_stands() -> None:
    texts = "\n".join(value for _, value in leaves(REPORT) if isinstance(value, str))
    assert [name for name in NAMES if name not in texts] == []


def test_structure() -> None:
    assert REPORT.year == ACCOUNT.year == 2022
    assert (REPORT.department.name, REPORT.department.region) == ("团区委", "湖南省株洲市芦淞区")
    assert len(REPORT.department.duties) == 7
    assert list(PROJECTS) == ["五四活动项目", "青少年保护工作经费项目", "“芦淞青年说”活动经费", "少先队工作项目经费"]
    assert GOALS.announced == tuple(GoalKind)
    assert [len(stated(tuple, goals)) for goals in (GOALS.overall, GOALS.project)] == [4, 4]
    sections = {section: getattr(NARRATIVE, section) for section in SECTIONS}
    points = {name: [len(one.points) for one in held] for name, held in sections.items() if held is not NIL}
    assert points == {
        "achievements": [3, 2, 2, 0],
        "special_funds": [0, 0, 0, 0],
        "problems": [0],
        "measures": [0],
        "disclosure": [0],
    }


def test_one_heading_stands_alone() -> None:
    alone = [
        (pointer(way), passage.title)
        for way, passage, _ in walk.each(NARRATIVE, Passage)
        if not (passage.text or passage.figures or passage.points)
    ]
    assert alone == [("/achievements/3", "深化团的改革，夯实基层基础")]


def test_four_chapters_say_none() -> None:
    none = [place for place, value in leaves(REPORT) if value is NIL]
    assert none == [*(f"/budgets/{kind.key}" for kind in list(BudgetKind)[1:]), "/narrative/other"]


def test_what_the_report_does_not_say_is_none_and_never_zero() -> None:
    silent = {place for place, value in leaves(REPORT) if value is None}
    assert {"/cover", "/goals/special_fund", "/department/full_name", "/department/code", "/budgets/total"} <= silent
    assert {f"/budgets/general_public/{end}_balance" for end in ("opening", "closing")} <= silent
    assert {f"/budgets/general_public/expenditure/total/{stage}" for stage in ("original", "adjusted")} <= silent
    assert all(line.execution_rate is None for _, line, _ in walk.each(ACCOUNT, BudgetLine))
    assert not [place for place, value in leaves(REPORT) if isinstance(value, Money) and value == Money.yuan(0)]


def test_sums_and_differences() -> None:
    parts = BASIC + PROJECT
    assert [str(parts), str(parts - SPENT)] == ["40.45万元", "0.01万元"]
    assert PERSONNEL + PUBLIC == BASIC
    assert total(PROJECTS.values()) == PROJECT
    assert str(SPENT - BUDGET) == "2.18万元"
    assert executed(ACCOUNT.revenue) == SPENT


def test_amounts_in_words() -> None:
    assert SPENT.in_words() == "人民币肆拾万肆仟肆佰元整"
    assert Money.from_words("人民币肆拾万零肆仟肆佰元整") == SPENT


def test_rates() -> None:
    rate = stated(Rate, TOTAL.rate())
    assert rate == Rate.of(SPENT, BUDGET, basis=BudgetStage.UNSPECIFIED)
    assert rate.value == Fraction(4044, 3826)
    assert [rate.percent(), rate.percent(11)] == [Decimal("105.70"), Decimal("105.69785676947")]
    assert Rate.of(SPENT - BUDGET, BUDGET).percent() == Decimal("5.70")


def test_shares() -> None:
    assert [str(Rate.of(part, SPENT)) for part in (BASIC, PROJECT)] == ["75.00%", "25.02%"]
    assert [str(Rate.of(part, BASIC)) for part in (PERSONNEL, PUBLIC)] == ["81.17%", "18.83%"]
    shares = [str(Rate.of(part, PROJECT)) for part in PROJECTS.values()]
    assert shares == ["56.32%", "9.68%", "14.82%", "19.17%"]


def test_printed_figures_are_intervals() -> None:
    assert PAGE.interval(SPENT) == Interval(wan("40.435"), wan("40.445"), includes_high=False)
    assert PAGE.interval(wan("1.5")) == Interval(wan("1.495"), wan("1.505"), includes_high=False)
    assert [PAGE.tolerance(parts) for parts in (2, len(PROJECTS))] == [wan("0.01"), wan("0.02")]


def test_verdicts() -> None:
    parts = [BASIC, PROJECT]
    assert judge(SPENT, parts, PAGE) is Verdict.ROUNDING
    assert judge(wan("40.43"), parts, PAGE) is Verdict.MISMATCH
    assert judge(BASIC, [PERSONNEL, PUBLIC], PAGE) is Verdict.EXACT
    assert judge(PROJECT, list(PROJECTS.values()), PAGE) is Verdict.EXACT
    rates = [judge_rate(Decimal(rate), SPENT, BUDGET, PAGE) for rate in ("105.70", "105.71", "105.74")]
    assert rates == [Verdict.EXACT, Verdict.ROUNDING, Verdict.MISMATCH]


def test_findings() -> None:
    found = [(finding.code, finding.severity.value, finding.pointer) for finding in perfreport.check(REPORT)]
    assert found == [
        ("SUM001", "note", "/budgets/general_public/expenditure/total/executed"),
        ("RATE002", "warning", "/budgets/general_public/expenditure/total"),
        ("FORM003", "warning", "/goals/special_fund"),
        ("FORM008", "warning", "/result"),
        ("TEXT001", "warning", "/narrative/achievements/3"),
        ("TEXT002", "warning", "/narrative/achievements/0/points/0/figures/0"),
        ("PAGE001", "warning", "/budgets/general_public/projects/items/2/amounts/executed"),
    ]
    perfreport.require(REPORT)


def test_facts_of_the_findings() -> None:
    sums, rates, goals, result, texts, share, odd = (dict(finding.facts) for finding in perfreport.check(REPORT))
    assert sums == {
        "case": "rounding",
        "total": wan("40.44"),
        "parts": (wan("30.33"), wan("10.12")),
        "sum": wan("40.45"),
        "gap": wan("0.01"),
    }
    assert rates == {
        "case": "either",
        "executed": wan("40.44"),
        "budget": wan("38.26"),
        "rate": Rate.of(wan("40.44"), wan("38.26"), basis=BudgetStage.UNSPECIFIED),
        "excess": wan("2.18"),
        "revenue": wan("40.44"),
        "other_rate": Rate.of(wan("40.44"), wan("40.44"), basis=BudgetStage.ADJUSTED),
    }
    assert goals == {"kind": GoalKind.SPECIAL_FUND}
    assert result == {"case": "nothing"}
    assert texts == {"title": "深化团的改革，夯实基层基础"}
    assert share == {"about": "“青年大学习”全年平均参学率", "quantity": Quantity.parse("超100%")}
    assert odd == {"usual": 2, "figure": wan("1.5"), "printed": "1.5万元", "decimals": 1}


def test_findings_say_their_figures() -> None:
    sums, rates, *_ = (render(finding) for finding in perfreport.check(REPORT))
    assert [text for text in ("30.33万元", "10.12万元", "40.45万元", "40.44万元", "0.01万元") if text not in sums] == []
    assert [text for text in ("38.26万元", "105.70%", "2.18万元", "100.00%") if text not in rates] == []


def test_a_swapped_digit_is_an_error() -> None:
    swapped = attrs.evolve(TABLE, basic=BudgetLine(executed=wan("33.03")))
    budgets = attrs.evolve(BUDGETS, general_public=attrs.evolve(ACCOUNT, expenditure=swapped))
    findings = perfreport.check(attrs.evolve(REPORT, budgets=budgets))
    assert [finding.code for finding in findings if finding.severity == "error"] == ["SUM001", "SUM002"]


@pytest.mark.parametrize("kind", ["json", "yaml"])
def test_round_trip(kind: Format) -> None:
    written = perfreport.dumps(REPORT, kind)
    again = perfreport.loads(written, kind)
    assert_same(again, REPORT)
    assert perfreport.dumps(again, kind) == written


@pytest.mark.parametrize("name", ["copy.yaml", "copy.yml", "copy.json"])
def test_round_trip_of_files(tmp_path: Path, name: str) -> None:
    perfreport.dump(REPORT, tmp_path / name)
    assert_same(perfreport.load(tmp_path / name), REPORT)


def test_the_file_has_no_key_that_is_not_known() -> None:
    assert [place for place, value in leaves(REPORT) if place.endswith("/extra") and value] == []
