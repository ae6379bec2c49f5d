"""What `perfreport show` makes of a report, on any console."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from unicodedata import category

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import perfreport
from perfreport import (
    Budget,
    BudgetLine,
    Budgets,
    BudgetStage,
    Department,
    Expenditure,
    Goal,
    Money,
    Narrative,
    PerformanceReport,
    Project,
    Quantity,
)
from perfreport.cli import _output, _page
from perfreport.documents import CellKind, cells, compose
from perfreport.model import Figure, Goals, Passage, Projects
from perfreport.serialization import _limits
from perfreport.testing import reports
from tests.cases.console import CLEAN, LUSONG, LUSONG_COUNTS, WRONG, exact, run, shown, spending
from tests.cases.laws import SEVERAL
from tests.cases.planted import planted
from tests.cases.tables import together

FIRST_LINES = """\
团区委  2022年度部门整体支出绩效自评报告
行政区划：湖南省株洲市芦淞区   单位：万元

一、部门基本情况
主要职责
  1  领导全区共青团，在全区中心工作中当好助手和生力军
"""

MONEY = """
二、一般公共预算支出情况
支出 40.44万元，预算数（未注明口径） 38.26万元，执行率 105.70%
数据年度：2022

项目           预算数   全年执行数   执行率（计算）   占支出合计（计算）
────────────────────────────────────────────────────────────────────────
财政拨款收入                 40.44
支出合计        38.26        40.44          105.70%              100.00%
  基本支出                   30.33                                75.00%
    人员经费                 24.62                                60.88%
    公用经费                  5.71                                14.12%
  项目支出                   10.12                                25.02%

项目支出情况
项目名称                 全年执行数   占项目支出（计算）
────────────────────────────────────────────────────────
五四活动项目                   5.70               56.32%
青少年保护工作经费项目         0.98                9.68%
“芦淞青年说”活动经费            1.5               14.82%
少先队工作项目经费             1.94               19.17%
合计                          10.12              100.00%

三、政府性基金预算支出情况  无

四、国有资本经营预算支出情况  无

五、社会保险基金预算支出情况  无

"""
FORM = LUSONG.with_name("training-project-2022.yaml")


class TestShow:
    """What `perfreport show` makes of a report."""

    def test_a_real_report_is_a_page(self) -> None:
        done = run("show", LUSONG)
        assert done.exit_code == 0
        assert done.stdout.startswith(FIRST_LINES)
        assert MONEY in done.stdout
        assert "\n  1  围绕中心工作加强政治引领，挖掘身边典型\n" in done.stdout
        assert "\n      “青年大学习”全年平均参学率  超100%\n" in done.stdout
        assert "\n      获市级“双红双优”表彰的团组织和个人  8个（2021年）\n" in done.stdout
        assert "\n十、其他需要说明的情况  无\n" in done.stdout
        assert done.stdout.endswith(f"\n{LUSONG_COUNTS}\n")

    def test_a_form_that_stands_alone_is_a_page(self) -> None:
        done = run("show", FORM)
        assert done.stdout.startswith("青年培训项目  2022年度项目支出绩效自评表\n")
        assert re.search(
            r"^年度资金总额 +38\.26 +40\.44 +38\.31 +94\.73% +94\.73% +10 +9\.47$", done.stdout, re.MULTILINE
        )
        assert re.search(r"^    参训人数 +★ +≥300人 +280人 +20 +18\.67$", done.stdout, re.MULTILINE)
        assert "\n总分值：100   总分：94.14   评价等级：优\n" in done.stdout
        assert "\n检查结果\n" in done.stdout

    def test_a_form_is_json_that_can_be_read_again(self) -> None:
        tree = exact(run("show", FORM, "--format", "json").stdout)
        form = perfreport.load(FORM)
        again = perfreport.loads(json.dumps(tree["report"]), "json")
        assert perfreport.dumps(again, "json") == perfreport.dumps(form, "json")

    def test_the_findings_read_as_those_of_check(self) -> None:
        found = run("check", LUSONG).stdout.split("\n", 1)[1]
        assert run("show", LUSONG).stdout.endswith("检查结果\n" + found)

    def test_in_english_the_page_is_english_and_what_the_report_says_stays_chinese(self) -> None:
        lines = run("show", LUSONG, "--locale", "en").stdout.splitlines()
        assert "Spent CN¥404,400, 105.70% of CN¥382,600 (Budget, stage not stated)" in lines
        assert [line.split() for line in lines if "Basic" in line] == [["Basic", "expenditure", "30.33", "75.00%"]]
        assert [line.split() for line in lines if line.startswith("五四")] == [["五四活动项目", "5.70", "56.32%"]]
        assert "5. Social insurance fund budget  “无” (none)" in lines
        assert "Goals of special funds  not stated" in lines

    def test_an_error_is_told_by_the_exit_code(self, saved: Callable[..., str]) -> None:
        assert run("show", saved(WRONG)).exit_code == 1

    def test_a_file_that_cannot_be_read_is_no_page(self) -> None:
        done = run("show", "missing.yaml", "--format", "json")
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.startswith("missing.yaml: ")

    def test_json_has_the_report_and_its_findings(self) -> None:
        tree = exact(run("show", LUSONG, "--format", "json").stdout)
        report = perfreport.load(LUSONG, perfreport.PerformanceReport)
        assert perfreport.dumps(perfreport.loads(json.dumps(tree["report"]), "json"), "json") == perfreport.dumps(
            report, "json"
        )
        assert tree["findings"] == exact(run("check", LUSONG, "--format", "json").stdout)[0]["findings"]

    def test_json_may_be_larger_than_what_is_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_limits, "MAX_BYTES", LUSONG.stat().st_size)
        assert run("show", LUSONG, "--format", "json").exit_code == 0

    @pytest.mark.parametrize("columns", [40, 80, 120])
    def test_every_value_of_a_form_is_shown_however_wide_the_console(self, columns: int) -> None:
        form = planted(perfreport.ProjectSelfEvaluation)
        text = re.sub(r"\s", "", shown(form, columns=columns))
        stated = [cell for cell in cells(compose(form)) if cell.way is not None]
        # Texts may be broken, figures never are.
        pieces = [cell.text if cell.kind is CellKind.FIGURE else cell.text[:4] for cell in stated]
        assert [piece for piece in pieces if piece not in text] == []


def _wide() -> PerformanceReport:
    figures = {stage: Money.wan(f"{index}23456789.01") for index, stage in enumerate(BudgetStage, 1)}
    line = evolve(BudgetLine.from_stages(figures), execution_rate=Quantity.parse("97.4%"))
    name = "名字很长的项目，用来看窄的终端如何折行（数字仍须完整），" * 2
    projects = Projects(items=(Project(name=name, amounts=line),))
    goals = Goals(overall=(Goal(text="目标的文字也会折行，标点不在行首；" * 9, project=name),))
    report = spending(Budget(expenditure=Expenditure(total=line), projects=projects))
    return evolve(report, goals=goals)


class TestLayout:
    """Columns stand under each other and lines are broken as Chinese is, however wide the console."""

    @together("columns", [0, 10, 40, 80, 300])
    @together("locale", ["zh_Hans_CN", "en"])
    def test_no_number_is_broken_or_cut_and_no_line_is_too_long(self, columns: int, locale: str) -> None:
        text = shown(_wide(), locale, columns=columns)
        room = min(max(columns, 40), 120) if columns else 100
        assert max(map(cell_len, text.splitlines())) <= room
        for index, _ in enumerate(BudgetStage, 1):
            assert len(re.findall(rf"(?<![0-9.]){index}23456789\.01(?![0-9.])", text)) >= 2
        assert "97.4%" in text

    def test_a_table_may_be_wider_than_the_page_before_a_number_is_cut(self) -> None:
        huge = "9" * 19 + ".123456789012"
        account = Budget(revenue=BudgetLine(executed=Money.wan(huge)))
        assert huge in shown(spending(account), columns=40)

    def test_no_line_begins_with_a_mark_that_closes(self) -> None:
        lines = [line.strip() for line in shown(_wide(), columns=50).splitlines()]
        assert [line for line in lines if line[:1] and line[0] in "，。；：、）」』”"] == []
        assert [line for line in lines if line[-1:] and line[-1] in "（「『“"] == []

    def test_what_follows_a_number_stays_to_the_right_of_it(self) -> None:
        lines = shown(_wide(), columns=60).splitlines()
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
        report = perfreport.load(LUSONG, perfreport.PerformanceReport)
        _output.emit(*_page.page(report, perfreport.check(report), "en"))
        text = held.getvalue().decode()
        assert "\x1b[" in text
        assert "\x1b" not in re.sub(r"\x1b\[[0-9;]*m", "", text)


class TestWhateverAReportSays:
    """Texts of a report are printed and never obeyed."""

    def test_markup_and_emoji_codes_are_words(self) -> None:
        name = "[red]甲[/red] [/] :smile: [link=file:///]乙"
        budgets = Budgets(
            general_public=Budget(
                projects=Projects(items=(Project(name=name, amounts=BudgetLine(executed=Money.wan(1))),))
            )
        )
        goals = Goals(overall=(Goal(text=name),))
        narrative = Narrative(achievements=(Passage(title=name, figures=(Figure(about=name, quantity=Quantity(1)),)),))
        department = Department(name=name, full_name=name, region=name)
        report = PerformanceReport(year=2022, department=department, budgets=budgets, goals=goals, narrative=narrative)
        assert shown(report).count(name) == 6
        assert f"“{name}”" in shown(evolve(report, narrative=Narrative(achievements=(Passage(title=name),))))

    def test_line_breaks_make_no_lines_and_marks_that_turn_the_text_areshown(self) -> None:
        report = evolve(CLEAN, department=Department(name="甲\r\n共 0 个错误\t\u202e乙\u2028丙\u200b"))
        assert shown(report).startswith("甲 共 0 个错误 \\u202e乙\\u2028丙\\u200b  2022年度")

    def test_characters_newer_than_python_and_wide_spaces_are_left_alone(self) -> None:
        name = "甲\u3000\U000323b0\ue000乙"
        assert shown(evolve(CLEAN, department=Department(name=name))).startswith(name)

    def test_a_file_name_is_not_obeyed_either(self, tmp_path: Path) -> None:
        good, bad = tmp_path / "a\x1b[31m.json", tmp_path / "b\x1b]0;x\x07.json"
        perfreport.dump(CLEAN, good)
        done = run("check", good, bad)
        assert "a\\x1b[31m.json" in done.stdout
        assert "b\\x1b]0;x\\x07.json" in done.stderr
        assert "\x1b" not in done.output

    @SEVERAL
    @given(
        reports(),
        st.sampled_from(["utf-8", "gbk", "ascii", "big5"]),
        st.sampled_from([0, 20, 80, 200]),
        st.sampled_from(["zh_Hans_CN", "en"]),
    )
    def test_every_report_can_be_shown_on_every_console(
        self, report: PerformanceReport, encoding: str, columns: int, locale: str
    ) -> None:
        text = shown(report, locale, encoding, columns)
        assert {"Cc", "Cf", "Cs", "Zl", "Zp"}.isdisjoint(category(mark) for mark in text.replace("\n", ""))
