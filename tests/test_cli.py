"""The command line: what people and programs read, how it exits, and that no file and no console makes it fail."""

import io
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

import perfreport
from perfreport import (
    NIL,
    BudgetAccount,
    BudgetLine,
    Budgets,
    BudgetStage,
    Department,
    Expenditure,
    Figure,
    FundingLine,
    FundingSource,
    Goal,
    Goals,
    Money,
    Narrative,
    Passage,
    PerformanceReport,
    Presentation,
    Project,
    Projects,
    Quantity,
    Rate,
    Unit,
    cli,
    plugins,
)
from perfreport.cli import _findings, _output, _page
from perfreport.cli._commands import perfreport as command
from perfreport.frozenmap import FrozenMap
from perfreport.model import BaseData, Forms, Staffing, ThreePublic, Yearly
from perfreport.serialization import _trees
from perfreport.testing import reports

LUSONG = Path(__file__).parent.parent / "examples" / "lusong-2022.yaml"
SOURCE = Path(perfreport.__file__).parent.parent

_LUSONG_FOUND = Counter(finding.severity.value for finding in perfreport.check(perfreport.load(LUSONG)))
LUSONG_COUNTS = f"共 {_LUSONG_FOUND['error']} 个错误、{_LUSONG_FOUND['warning']} 个警告、{_LUSONG_FOUND['note']} 个提示"

#: Nothing can be found in it.
CLEAN = PerformanceReport(
    year=2022,
    department=Department(name="甲局"),
    presentation=Presentation(Unit.WAN, 2),
    budgets=Budgets(general_public=NIL, government_fund=NIL, state_capital=NIL, social_insurance=NIL),
)


PAGE = Presentation(Unit.WAN, 2)


def _spending(account: BudgetAccount, presentation: Presentation | None = PAGE) -> PerformanceReport:
    assert CLEAN.budgets is not None
    return evolve(CLEAN, presentation=presentation, budgets=evolve(CLEAN.budgets, general_public=account))


#: 3 + 3 is not 7: an error.
WRONG = _spending(
    BudgetAccount(
        expenditure=Expenditure(
            total=BudgetLine(executed=Money.wan("7.00")),
            basic=BudgetLine(executed=Money.wan("3.00")),
            project=BudgetLine(executed=Money.wan("3.00")),
        ),
        projects=NIL,
    )
)


@pytest.fixture(autouse=True)
def _no_plug_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    # What else is installed beside the library is not judged here.
    monkeypatch.setattr(plugins, "rules", lambda: ())


@pytest.fixture
def saved(tmp_path: Path) -> Callable[..., str]:
    def save(report: PerformanceReport, name: str = "a.json") -> str:
        perfreport.dump(report, tmp_path / name)
        return str(tmp_path / name)

    return save


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, list(map(str, arguments)))


def _shown(report: PerformanceReport, locale: str = "zh_Hans_CN", encoding: str = "utf-8", columns: int = 0) -> str:
    """Return the page of a report on a console of this encoding, and on a terminal if it has columns."""
    held = io.BytesIO()
    stream = io.TextIOWrapper(held, encoding=encoding)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        patch.setattr(stream, "isatty", lambda: columns > 0)
        patch.setenv("COLUMNS", str(columns))
        patch.setenv("TERM", "dumb")
        _output.emit(*_page.page(report, perfreport.check(report), locale))
    return held.getvalue().decode(encoding)


def _no_float(digits: str) -> object:
    raise AssertionError(digits)


def _json(text: str) -> Any:
    return json.loads(text, parse_float=_no_float)


class TestCheck:
    """What `perfreport check` says of files."""

    def test_findings_stand_under_their_file_the_worst_first_and_are_counted(self) -> None:
        done = _run("check", LUSONG)
        lines = done.stdout.splitlines()
        assert done.exit_code == 0
        assert lines[0] == str(LUSONG)
        heads = [tuple(line.split(" ")[:2]) for line in lines if not line.startswith(" ")][1:-1]
        assert {("警告", "RATE002"), ("警告", "FORM003"), ("警告", "TEXT001"), ("提示", "SUM001")} <= set(heads)
        assert [word for word, _ in heads] == sorted((word for word, _ in heads), key=["错误", "警告", "提示"].index)
        assert lines[1:3] == ["警告 RATE002 执行数不超过预算数", "    预算 › 一般公共预算 › 支出情况 › 支出合计"]
        assert "    “深化团的改革，夯实基层基础”只有标题，没有内容。" in lines
        assert lines[-1] == LUSONG_COUNTS

    def test_an_error_is_told_by_the_exit_code(self, saved: Callable[..., str]) -> None:
        done = _run("check", "--select", "SUM001", saved(WRONG))
        assert done.exit_code == 1
        assert "错误 SUM001" in done.stdout
        assert done.stdout.splitlines()[-1] == "共 1 个错误、0 个警告、0 个提示"

    @pytest.mark.parametrize(("locale", "words"), [("zh_Hans_CN", "未发现问题"), ("en", "nothing found")])
    def test_a_file_in_which_nothing_is_found_says_so(self, saved: Callable[..., str], locale: str, words: str) -> None:
        done = _run("check", "--locale", locale, path := saved(CLEAN))
        assert (done.exit_code, done.stdout.splitlines()) == (0, [path, words])

    def test_english_counts_one_and_many(self, saved: Callable[..., str]) -> None:
        done = _run("check", "--locale", "en", "--select", "SUM001", saved(WRONG))
        assert done.stdout.splitlines()[-1] == "1 error, 0 warnings, 0 notes"

    @pytest.mark.parametrize("spelling", ["zh-TW", "zh_Hant", "zh_HK"])
    def test_any_spelling_of_a_locale_will_do(self, spelling: str) -> None:
        assert "40.44萬元" in _run("check", LUSONG, "--locale", spelling).stdout

    def test_files_that_cannot_be_read_keep_no_other_from_being_checked(self, saved: Callable[..., str]) -> None:
        wrong, clean = saved(WRONG), saved(CLEAN, "b.yaml")
        done = _run("check", "missing.json", wrong, "report.docx", clean)
        assert done.exit_code == 2
        assert [line for line in done.stdout.splitlines() if line.endswith((".json", ".yaml"))] == [wrong, clean]
        assert done.stdout.splitlines()[-1].startswith("4 个文件：共 ")
        assert done.stdout.endswith("；2 个文件未能检查\n")
        assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["missing.json", "report.docx"]
        assert "\n\n" + clean in done.stdout
        assert not done.stdout.startswith("\n")

    def test_json_has_every_file_and_every_fact_exactly(self, saved: Callable[..., str]) -> None:
        clean = saved(CLEAN)
        done = _run("check", "--format", "json", LUSONG, "missing.json", clean)
        first, missing, last = _json(done.stdout)
        assert done.exit_code == 2
        error = done.stderr.rstrip("\n")
        assert missing == {
            "file": "missing.json",
            "profile": "national",
            "findings": [],
            "contradictions": [],
            "error": error,
        }
        assert last == {"file": clean, "profile": "national", "findings": [], "contradictions": []}
        assert first["file"] == str(LUSONG)
        assert all(list(found) == ["code", "severity", "pointer", "facts", "message"] for found in first["findings"])
        facts = {found["code"]: found["facts"] for found in first["findings"]}
        assert facts["SUM001"] == {
            "case": "rounding",
            "total": {"amount": "40.44", "unit": "万元"},
            "parts": [{"amount": "30.33", "unit": "万元"}, {"amount": "10.12", "unit": "万元"}],
            "sum": {"amount": "40.45", "unit": "万元"},
            "gap": {"amount": "0.01", "unit": "万元"},
        }
        assert facts["RATE002"]["rate"] == {
            "percent": "105.70",
            "numerator": {"amount": "40.44", "unit": "万元"},
            "denominator": {"amount": "38.26", "unit": "万元"},
            "basis": "unspecified",
        }
        assert facts["FORM003"] == {"kind": "special-fund"}

    def test_json_holds_facts_of_every_kind(self) -> None:
        undefined = Rate.of(Money.wan(1), Money.wan(0))
        counted = Rate.of(Quantity.parse("1名"), Quantity.parse("4名"), basis="名额")
        facts = {
            "rates": (undefined, counted),
            "map": FrozenMap({"year": 2022, "flag": True, "no": None}),
            "other": b"",
        }
        one = {"amount": "1", "unit": "万元"}
        assert _findings._plain(FrozenMap(facts)) == {
            "rates": [
                {"percent": None, "numerator": one, "denominator": one | {"amount": "0"}, "basis": None},
                {"percent": "25.00", "numerator": "1名", "denominator": "4名", "basis": "名额"},
            ],
            "map": {"year": 2022, "flag": True, "no": None},
            "other": "b''",
        }


FIRST_LINES = """\
团区委  2022年度部门整体支出绩效自评报告
湖南省株洲市芦淞区  单位：万元

一般公共预算
支出 40.44万元，预算数（未注明口径） 38.26万元，执行率 105.70%

项目           预算数（未注明口径）   全年执行数   占支出合计    执行率
───────────────────────────────────────────────────────────────────────
财政拨款收入                               40.44
支出合计                      38.26        40.44      100.00%   105.70%
  基本支出                                 30.33       75.00%
    人员经费                               24.62       60.88%
    公用经费                                5.71       14.12%
  项目支出                                 10.12       25.02%

项目支出情况                全年执行数   占项目支出
───────────────────────────────────────────────────
1  五四活动项目                   5.70       56.32%
2  青少年保护工作经费项目         0.98        9.68%
3  “芦淞青年说”活动经费           1.50       14.82%
4  少先队工作项目经费             1.94       19.17%
合计                             10.12      100.00%

政府性基金预算  无

国有资本经营预算  无

社会保险基金预算  无

"""


class TestShow:
    """What `perfreport show` makes of a report."""

    def test_a_real_report_is_a_page(self) -> None:
        done = _run("show", LUSONG)
        assert done.exit_code == 0
        assert done.stdout.startswith(FIRST_LINES)
        assert "      “青年大学习”全年平均参学率  超100%\n" in done.stdout
        assert "      获市级“双红双优”表彰的团组织和个人  8个（2021年）\n" in done.stdout
        assert "\n其他需要说明的情况  无\n" in done.stdout
        assert done.stdout.endswith(f"\n{LUSONG_COUNTS}\n")

    def test_the_findings_read_as_those_of_check(self) -> None:
        found = _run("check", LUSONG).stdout.split("\n", 1)[1]
        assert _run("show", LUSONG).stdout.endswith("检查结果\n" + found)

    def test_in_english_the_page_is_english_and_what_the_report_says_stays_chinese(self) -> None:
        lines = _run("show", LUSONG, "--locale", "en").stdout.splitlines()
        assert "Spent CN¥404,400, 105.70% of CN¥382,600 (Budget, stage not stated)" in lines
        assert "  Basic expenditure                                         30.33    75.00%" in lines
        assert "1  五四活动项目                 5.70    56.32%" in lines
        assert "Social insurance fund budget  none (「无」)" in lines
        assert "Goals of special funds  not stated" in lines

    def test_an_error_is_told_by_the_exit_code(self, saved: Callable[..., str]) -> None:
        assert _run("show", saved(WRONG)).exit_code == 1

    def test_a_file_that_cannot_be_read_is_no_page(self) -> None:
        done = _run("show", "missing.yaml", "--format", "json")
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.startswith("missing.yaml: ")

    def test_json_has_the_report_and_its_findings(self) -> None:
        tree = _json(_run("show", LUSONG, "--format", "json").stdout)
        report = perfreport.load(LUSONG)
        assert perfreport.dumps(perfreport.loads(json.dumps(tree["report"]), "json"), "json") == perfreport.dumps(
            report, "json"
        )
        assert tree["findings"] == _json(_run("check", LUSONG, "--format", "json").stdout)[0]["findings"]

    def test_json_may_be_larger_than_what_is_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_trees, "MAX_BYTES", LUSONG.stat().st_size)
        assert _run("show", LUSONG, "--format", "json").exit_code == 0

    def test_silence_nothing_and_emptiness_are_told_apart(self) -> None:
        budgets = Budgets(government_fund=NIL, state_capital=BudgetAccount())
        goals = Goals(overall=NIL, project=())
        narrative = Narrative(achievements=(), problems=NIL, measures=(Passage(),))
        lines = _shown(evolve(CLEAN, budgets=budgets, goals=goals, narrative=narrative)).splitlines()
        for line in (
            "一般公共预算  未说明", "政府性基金预算  无", "国有资本经营预算  没有数字",
            "年度整体支出绩效目标  无", "部门专项资金绩效目标  未说明", "其他项目支出绩效目标  没有内容",
            "部门整体支出绩效情况  没有内容", "专项资金支出绩效情况  未说明", "存在的问题及原因分析  无", "（无标题）",
        ):  # fmt: skip
            assert line in lines

    def test_projects_may_be_none_or_empty_and_may_be_silent(self) -> None:
        row = Expenditure(project=BudgetLine(executed=Money.wan(3)))
        assert "\n项目支出情况  无\n" in _shown(_spending(BudgetAccount(expenditure=row, projects=NIL)))
        assert "\n项目支出情况  没有内容\n" in _shown(_spending(BudgetAccount(projects=Projects())))
        assert "\n项目支出情况  未说明\n" in _shown(_spending(BudgetAccount(expenditure=row)))
        assert "项目支出情况" not in _shown(CLEAN)

    def test_an_account_that_says_none_over_figures_shows_both(self) -> None:
        text = _shown(_spending(BudgetAccount(revenue=BudgetLine(executed=Money.wan(3)), says_none=True)))
        assert "一般公共预算  写有「无」\n" in text
        assert re.search(r"^财政拨款收入 +3\.00$", text, re.MULTILINE)

    def test_balances_and_the_total_column_are_shown(self) -> None:
        account = BudgetAccount(opening_balance=Money.wan("1.20"), closing_balance=Money.yuan(0))
        text = _shown(evolve(CLEAN, budgets=Budgets(general_public=account, total=account)))
        assert text.count("年初结转和结余 1.20万元\n年末结转和结余 0元\n") == 2
        assert "\n财政拨款合计\n" in text

    def test_the_printed_rate_stands_beside_the_computed_one(self) -> None:
        line = BudgetLine(adjusted=Money.wan("4.00"), executed=Money.wan("3.00"), execution_rate=Quantity.parse("80%"))
        text = _shown(_spending(BudgetAccount(expenditure=Expenditure(total=line))))
        assert re.search(r"全年预算数 +全年执行数 +占支出合计 +执行率 +所列执行率\n", text)
        assert re.search(r"4\.00 +3\.00 +100\.00% +75\.00% +80%\n", text)

    def test_projects_show_their_sources_and_their_share_of_the_row_without_a_total(self) -> None:
        amounts = BudgetLine(executed=Money.wan("1.00"))
        funding = FundingLine(source=FundingSource.CARRY_OVER, amounts=amounts)
        account = BudgetAccount(
            expenditure=Expenditure(project=BudgetLine(executed=Money.wan("4.00"))),
            projects=Projects(items=(Project(name="甲", amounts=amounts, funding=(funding,)), Project(name="乙"))),
        )
        lines = _shown(_spending(account)).splitlines()
        at = next(index for index, line in enumerate(lines) if line.startswith("项目支出情况"))
        rows = [re.sub(" {3,}", " | ", line) for line in lines[at + 2 : at + 5]]
        assert rows == ["1  甲 | 1.00 | 25.00%", " | 上年结转资金 | 1.00", "2  乙"]

    def test_shares_say_of_what_when_nothing_was_executed(self) -> None:
        total, basic = BudgetLine(final_account=Money.wan("4.00")), BudgetLine(final_account=Money.wan("3.00"))
        text = _shown(_spending(BudgetAccount(expenditure=Expenditure(total=total, basic=basic))))
        assert "\n支出 4.00万元\n" in text
        assert re.search(r"决算数 +占支出合计（决算数）\n", text)
        assert re.search(r"  基本支出 +3\.00 +75\.00%\n", text)

    def test_figures_off_the_grid_of_the_page_show_all_that_was_stated(self) -> None:
        total, basic = BudgetLine(executed=Money.wan("1234.567")), BudgetLine(executed=Money.yuan("10000"))
        project = BudgetLine(executed=Money.yuan("12345"))
        account = BudgetAccount(expenditure=Expenditure(total=total, basic=basic, project=project))
        text = _shown(_spending(account, Presentation(Unit.WAN, 2, grouping=True)))
        assert re.search(r"支出合计 +1,234\.567 ", text)
        assert re.search(r"基本支出 +1\.00 ", text)
        assert re.search(r"项目支出 +12,345元 ", text)

    @pytest.mark.parametrize(("locale", "shown"), [("zh_Hans_CN", "1.50万元"), ("en", "CN¥15,000")])
    def test_without_a_unit_in_the_head_every_figure_has_its_own(self, locale: str, shown: str) -> None:
        account = BudgetAccount(revenue=BudgetLine(executed=Money.wan("1.50")))
        text = _shown(_spending(account, None), locale)
        assert "单位" not in text
        assert shown + "\n" in text

    def test_forms_show_their_money_their_indicators_and_their_result(self) -> None:
        form = perfreport.load(LUSONG.with_name("training-project-2022.yaml"), perfreport.ProjectSelfEvaluation)
        costs = Yearly(previous=Money.wan("4.00"), final_account=Money.wan("3.20"))
        base = BaseData(
            year=2022, staffing=Staffing(authorized=12, actual=11), three_public=ThreePublic(overseas=costs)
        )
        attached = Forms(project_self_evaluations=(form,), base_data=base)
        shown = _shown(evolve(CLEAN, forms=attached))
        for line in (
            "项目支出绩效自评表  青年培训项目",
            "  上年结转资金",
            "总分 94.14、评价等级 优",
            "编制数 12、实际在职人数 11、控制率 91.67%",
            "  出国经费",
        ):
            assert line in shown
        assert re.search(r"★参训人数 +≥300人 +280人 +20 +18\.67$", shown, re.MULTILINE)

    def test_a_rate_over_nothing_is_a_dash(self) -> None:
        line = BudgetLine(adjusted=Money.wan(0), executed=Money.wan(0))
        text = _shown(_spending(BudgetAccount(expenditure=Expenditure(total=line))))
        assert re.search(r"支出合计 +0\.00 +0\.00 +— +—\n", text)


def _wide() -> PerformanceReport:
    figures = {stage: Money.wan(f"{index}23456789.01") for index, stage in enumerate(BudgetStage, 1)}
    line = evolve(BudgetLine.from_stages(figures), execution_rate=Quantity.parse("97.4%"))
    name = "名字很长的项目，用来看窄的终端如何折行（数字仍须完整），" * 2
    projects = Projects(items=(Project(name=name, amounts=line),))
    goals = Goals(overall=(Goal(text="目标的文字也会折行，标点不在行首；" * 9, project=name),))
    report = _spending(BudgetAccount(expenditure=Expenditure(total=line), projects=projects))
    return evolve(report, goals=goals)


class TestLayout:
    """Columns stand under each other and lines are broken as Chinese is, however wide the console."""

    @pytest.mark.parametrize("columns", [0, 10, 40, 80, 300])
    @pytest.mark.parametrize("locale", ["zh_Hans_CN", "en"])
    def test_no_number_is_broken_or_cut_and_no_line_is_too_long(self, columns: int, locale: str) -> None:
        text = _shown(_wide(), locale, columns=columns)
        room = min(max(columns, 40), 120) if columns else 100
        assert max(map(cell_len, text.splitlines())) <= room
        for index, _ in enumerate(BudgetStage, 1):
            assert len(re.findall(rf"(?<![0-9.]){index}23456789\.01(?![0-9.])", text)) >= 2
        assert "97.4%" in text

    def test_a_table_may_be_wider_than_the_page_before_a_number_is_cut(self) -> None:
        huge = "9" * 19 + ".123456789012"
        account = BudgetAccount(revenue=BudgetLine(executed=Money.wan(huge)))
        assert huge in _shown(_spending(account), columns=40)

    def test_no_line_begins_with_a_mark_that_closes(self) -> None:
        lines = [line.strip() for line in _shown(_wide(), columns=50).splitlines()]
        assert [line for line in lines if line[:1] and line[0] in "，。；：、）」』”"] == []
        assert [line for line in lines if line[-1:] and line[-1] in "（「『“"] == []

    def test_what_follows_a_number_stays_to_the_right_of_it(self) -> None:
        lines = _shown(_wide(), columns=60).splitlines()
        at = next(index for index, line in enumerate(lines) if line.startswith("  1  目标"))
        assert lines[at + 1].startswith("     ")
        assert lines[at + 1].strip()

    def test_a_terminal_gets_colour_and_nothing_else_it_obeys(self, monkeypatch: pytest.MonkeyPatch) -> None:
        held = io.BytesIO()
        stream = io.TextIOWrapper(held, encoding="utf-8")
        monkeypatch.setattr(sys, "stdout", stream)
        monkeypatch.setattr(stream, "isatty", lambda: True)
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("NO_COLOR", raising=False)
        report = perfreport.load(LUSONG)
        _output.emit(*_page.page(report, perfreport.check(report), "en"))
        text = held.getvalue().decode()
        assert "\x1b[" in text
        assert "\x1b" not in re.sub(r"\x1b\[[0-9;]*m", "", text)


class TestWhateverAReportSays:
    """Texts of a report are printed and never obeyed."""

    def test_markup_and_emoji_codes_are_words(self) -> None:
        name = "[red]甲[/red] [/] :smile: [link=file:///]乙"
        budgets = Budgets(
            general_public=BudgetAccount(
                projects=Projects(items=(Project(name=name, amounts=BudgetLine(executed=Money.wan(1))),))
            )
        )
        goals = Goals(overall=(Goal(text=name),))
        narrative = Narrative(achievements=(Passage(title=name, figures=(Figure(about=name, quantity=Quantity(1)),)),))
        department = Department(name=name, full_name=name, region=name)
        report = PerformanceReport(year=2022, department=department, budgets=budgets, goals=goals, narrative=narrative)
        assert _shown(report).count(name) == 6
        assert f"“{name}”" in _shown(evolve(report, narrative=Narrative(achievements=(Passage(title=name),))))

    def test_line_breaks_make_no_lines_and_marks_that_turn_the_text_are_shown(self) -> None:
        report = evolve(CLEAN, department=Department(name="甲\r\n共 0 个错误\t\u202e乙\u2028丙\u200b"))
        assert _shown(report).startswith("甲 共 0 个错误 \\u202e乙\\u2028丙\\u200b  2022年度")

    def test_characters_newer_than_python_and_wide_spaces_are_left_alone(self) -> None:
        name = "甲\u3000\U000323b0\ue000乙"
        assert _shown(evolve(CLEAN, department=Department(name=name))).startswith(name)

    def test_a_file_name_is_not_obeyed_either(self, tmp_path: Path) -> None:
        good, bad = tmp_path / "a\x1b[31m.json", tmp_path / "b\x1b]0;x\x07.json"
        perfreport.dump(CLEAN, good)
        done = _run("check", good, bad)
        assert "a\\x1b[31m.json" in done.stdout
        assert "b\\x1b]0;x\\x07.json" in done.stderr
        assert "\x1b" not in done.output

    @settings(max_examples=12)
    @given(
        reports(),
        st.sampled_from(["utf-8", "gbk", "ascii", "big5"]),
        st.sampled_from([0, 20, 80, 200]),
        st.sampled_from(["zh_Hans_CN", "zh_Hant", "en"]),
    )
    def test_every_report_can_be_shown_on_every_console(
        self, report: PerformanceReport, encoding: str, columns: int, locale: str
    ) -> None:
        text = _shown(report, locale, encoding, columns)
        assert {"Cc", "Cf", "Cs", "Zl", "Zp"}.isdisjoint(category(mark) for mark in text.replace("\n", ""))


#: Consoles that are not UTF-8, with what they are.
CONSOLES = pytest.mark.parametrize(
    ("variables", "encoding"),
    [
        ({"PYTHONIOENCODING": "gbk"}, "gbk"),
        ({"PYTHONIOENCODING": "ascii"}, "ascii"),
        ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, "ascii"),
        ({"LANG": "C"}, "utf-8"),
    ],
    ids=["gbk", "ascii", "C", "LANG=C"],
)


MODULE = ("-m", "perfreport")


def _process(
    *arguments: str | Path, variables: Mapping[str, str] | None = None, stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    """Run Python in a process of its own."""
    removed = ("LANG", "LC_ALL", "LC_CTYPE", "PYTHONIOENCODING", "PYTHONUTF8")
    kept = {name: value for name, value in os.environ.items() if name not in removed}
    environment = kept | {"PYTHONPATH": str(SOURCE)} | dict(variables or {"LC_ALL": "C.UTF-8"})
    line = [sys.executable, *map(str, arguments)]
    return subprocess.run(line, env=environment, check=False, stdout=stdout, stderr=subprocess.PIPE)


def _without(module: str) -> subprocess.CompletedProcess[bytes]:
    """Run the package as if *module* were not installed."""
    blocked = f"import runpy, sys; sys.modules[{module!r}] = None; runpy.run_module('perfreport', run_name='__main__')"
    return _process("-c", blocked)


class TestConsoles:
    """Whatever the encoding of the console, and wherever the output goes, nothing fails."""

    @CONSOLES
    def test_the_page_keeps_its_lines_and_figures(self, variables: Mapping[str, str], encoding: str) -> None:
        done = _process(*MODULE, "show", LUSONG, "--locale", "en", variables=variables)
        assert (done.returncode, done.stderr) == (0, b"")
        text = done.stdout.decode(encoding)
        sign = {"gbk": "CN￥", "ascii": "CNY "}.get(encoding, "CN¥")
        assert f"Spent {sign}404,400, 105.70% of {sign}382,600 (Budget, stage not stated)\n" in text
        assert re.search(r"^  Basic expenditure +30\.33 +75\.00%$", text, re.MULTILINE)
        assert ("─" in text) == (encoding == "utf-8")

    @pytest.mark.parametrize("encoding", ["gbk", "ascii"])
    def test_json_is_the_same_document(self, encoding: str) -> None:
        variables = {"PYTHONIOENCODING": encoding}
        arguments = ("check", LUSONG, "missing.json", "--format", "json", "--select", "SUM,TEXT,RATE")
        done = _process(*MODULE, *arguments, variables=variables)
        assert done.returncode == 2
        assert _json(done.stdout.decode(encoding)) == _json(_run(*arguments).stdout)

    def test_gbk_shows_chinese(self) -> None:
        text = _shown(perfreport.load(LUSONG), encoding="gbk")
        assert "支出 40.44万元，预算数（未注明口径） 38.26万元，执行率 105.70%\n" in text
        assert "“3·5”志愿服务" in text
        assert "预算 > 一般公共预算" in text
        assert "\\" not in text

    def test_ascii_shows_numbers_of_characters_whole(self) -> None:
        text = _shown(perfreport.load(LUSONG), encoding="ascii")
        assert "40.44\\u4e07\\u5143" in text
        assert not re.search(r"\\(?!u[0-9a-f]{4})", text)

    def test_errors_and_their_file_names_are_shown_too(self) -> None:
        done = _process(*MODULE, "check", "缺.json", variables={"PYTHONIOENCODING": "ascii"})
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(b"\\u7f3a.json: cannot be read")

    def test_a_reader_that_has_left_is_no_failure(self) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        try:
            done = _process(*MODULE, "check", LUSONG, LUSONG, stdout=writing)
        finally:
            os.close(writing)
        assert (done.returncode, done.stderr) == (0, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    @pytest.mark.parametrize("arguments", [("show", LUSONG), ("check", "--help")], ids=["show", "help"])
    def test_a_full_disk_is_one_message(self, arguments: tuple[str | Path, ...]) -> None:
        with Path("/dev/full").open("wb") as full:
            done = _process(*MODULE, *arguments, stdout=full.fileno())
        assert (done.returncode, done.stderr) == (2, b"output: cannot be written: no space left on device\n")

    @pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
    def test_output_may_be_closed(self) -> None:
        closing = 'exec "$0" -m perfreport show "$1" >&- 2>&-'
        environment = os.environ | {"PYTHONPATH": str(SOURCE)}
        done = subprocess.run(["/bin/sh", "-c", closing, sys.executable, str(LUSONG)], env=environment, check=False)
        assert done.returncode == 0


DOCUMENT = '{"schema": 1, "year": 2022, "department": {"name": "某局"}}'


class TestFilesThatCannotBeRead:
    """Each is one message that names the file, and exit code 2."""

    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("missing.yaml", None, "cannot be read: no such file or directory"),
            ("a.docx", b"", "its name ends in none of .json, .yaml, .yml"),
            ("gbk.yaml", "部门: 财政局".encode("gbk"), "it looks like GBK: save it as UTF-8"),
            ("empty.json", b"", "the document is empty"),
            ("nested.json", b"[" * 100_000, "nested deeper than 64 levels"),
            ("nested.yaml", b"[" * 10_000, "nested deeper than 64 levels"),
            ("broken.json", b"{", "not JSON at line 1, column 2"),
            ("newer.json", DOCUMENT.replace("1", "2", 1).encode(), "/schema: schema 2 is not known"),
            ("wrong.json", DOCUMENT.replace("2022", '"x"').encode(), "/year: expected a whole number"),
        ],
    )
    @pytest.mark.parametrize("verb", ["check", "show"])
    def test_it_is_named_with_the_reason(
        self, tmp_path: Path, verb: str, name: str, data: bytes | None, reason: str
    ) -> None:
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        done = _run(verb, path)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.startswith(f"{path}: ")
        assert reason in done.stderr

    def test_a_directory_is_none(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").mkdir()
        done = _run("check", tmp_path / "a.yaml", tmp_path)
        assert done.exit_code == 2
        assert len(done.stderr.splitlines()) == 2

    def test_twenty_problems_are_listed_and_the_rest_counted(self, tmp_path: Path) -> None:
        path = tmp_path / "many.json"
        path.write_text(json.dumps(json.loads(DOCUMENT) | {"goals": {"overall": [{"text": ""}] * 50}}), "utf-8")
        lines = _run("check", path).stderr.splitlines()
        assert len(lines) == 22
        assert lines[1].startswith("  - /goals/overall/0/text: ")
        assert lines[-1] == "  … and 30 more"

    def test_a_byte_order_mark_is_no_obstacle(self, tmp_path: Path) -> None:
        path = tmp_path / "bom.json"
        path.write_bytes(b"\xef\xbb\xbf" + DOCUMENT.encode())
        assert _run("check", path).exit_code == 0


class TestProgram:
    """The program itself: its options, its usage, and what it needs."""

    def test_python_runs_the_package_and_it_tells_its_version(self) -> None:
        done = _process(*MODULE, "--version")
        assert (done.returncode, done.stdout.split()[-1].decode()) == (0, perfreport.__version__)

    @pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["check", "--help"], ["show", "-h"]])
    def test_help_is_at_hand_and_any_console_can_show_it(self, arguments: list[str]) -> None:
        done = _run(*arguments)
        assert done.exit_code == 0
        assert done.stdout.startswith("Usage: ")
        assert done.stdout.isascii()

    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["check"],
            ["show"],
            ["show", "a.json", "b.json"],
            ["frob"],
            ["check", "a.json", "--format", "xml"],
            ["check", "a.json", "--locale", "fr"],
            ["check", "a.json", "--locale", ""],
        ],
        ids=" ".join,
    )
    def test_wrong_usage_is_told_apart(self, arguments: list[str]) -> None:
        done = _run(*arguments)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "Usage: " in done.stderr

    def test_an_unknown_locale_is_told_the_known_ones(self) -> None:
        assert "expected one of zh_Hans_CN, zh_Hant, en, not 'fr'" in _run("check", "a.json", "--locale", "fr").stderr

    @pytest.mark.parametrize("module", ["click", "rich"])
    def test_without_the_extra_it_says_what_to_install(self, module: str) -> None:
        done = _without(module)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr == b"the command line needs an extra: pip install 'perfreport-cn[cli]'\n"

    def test_any_other_module_that_is_missing_is_no_extra(self) -> None:
        assert b"ModuleNotFoundError: import of perfreport.messages" in _without("perfreport.messages").stderr

    def test_without_yaml_a_yaml_file_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "yaml", None)
        done = _run("check", LUSONG)
        assert done.exit_code == 2
        assert "pip install 'perfreport-cn[yaml]'" in done.stderr

    def test_main_exits_with_the_code_of_the_command(
        self, saved: Callable[..., str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "argv", ["perfreport", "check", saved(WRONG)])
        with pytest.raises(SystemExit) as caught:
            cli.main()
        assert caught.value.code == 1
