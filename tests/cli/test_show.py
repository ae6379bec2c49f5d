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
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

import perfreport
from perfreport import (
    NIL,
    Budget,
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
    Unit,
)
from perfreport.cli import _output, _page
from perfreport.model import Attachments, BaseData, CostRow, Staffing, ThreePublic
from perfreport.serialization import _limits
from perfreport.testing import reports
from tests.cases.console import CLEAN, LUSONG, LUSONG_COUNTS, WRONG, exact, run, shown, spending

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
        done = run("show", LUSONG)
        assert done.exit_code == 0
        assert done.stdout.startswith(FIRST_LINES)
        assert "      “青年大学习”全年平均参学率  超100%\n" in done.stdout
        assert "      获市级“双红双优”表彰的团组织和个人  8个（2021年）\n" in done.stdout
        assert "\n其他需要说明的情况  无\n" in done.stdout
        assert done.stdout.endswith(f"\n{LUSONG_COUNTS}\n")

    def test_the_findings_read_as_those_of_check(self) -> None:
        found = run("check", LUSONG).stdout.split("\n", 1)[1]
        assert run("show", LUSONG).stdout.endswith("检查结果\n" + found)

    def test_in_english_the_page_is_english_and_what_the_report_says_stays_chinese(self) -> None:
        lines = run("show", LUSONG, "--locale", "en").stdout.splitlines()
        assert "Spent CN¥404,400, 105.70% of CN¥382,600 (Budget, stage not stated)" in lines
        assert "  Basic expenditure                                         30.33    75.00%" in lines
        assert "1  五四活动项目                 5.70    56.32%" in lines
        assert "Social insurance fund budget  none (「无」)" in lines
        assert "Goals of special funds  not stated" in lines

    def test_an_error_is_told_by_the_exit_code(self, saved: Callable[..., str]) -> None:
        assert run("show", saved(WRONG)).exit_code == 1

    def test_a_file_that_cannot_be_read_is_no_page(self) -> None:
        done = run("show", "missing.yaml", "--format", "json")
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.startswith("missing.yaml: ")

    def test_json_has_the_report_and_its_findings(self) -> None:
        tree = exact(run("show", LUSONG, "--format", "json").stdout)
        report = perfreport.load(LUSONG)
        assert perfreport.dumps(perfreport.loads(json.dumps(tree["report"]), "json"), "json") == perfreport.dumps(
            report, "json"
        )
        assert tree["findings"] == exact(run("check", LUSONG, "--format", "json").stdout)[0]["findings"]

    def test_json_may_be_larger_than_what_is_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_limits, "MAX_BYTES", LUSONG.stat().st_size)
        assert run("show", LUSONG, "--format", "json").exit_code == 0

    def test_silence_nothing_and_emptiness_are_told_apart(self) -> None:
        budgets = Budgets(government_fund=NIL, state_capital=Budget())
        goals = Goals(overall=NIL, project=())
        narrative = Narrative(achievements=(), problems=NIL, measures=(Passage(),))
        lines = shown(evolve(CLEAN, budgets=budgets, goals=goals, narrative=narrative)).splitlines()
        for line in (
            "一般公共预算  未说明", "政府性基金预算  无", "国有资本经营预算  没有数字",
            "年度整体支出绩效目标  无", "部门专项资金绩效目标  未说明", "其他项目支出绩效目标  没有内容",
            "部门整体支出绩效情况  没有内容", "专项资金支出绩效情况  未说明", "存在的问题及原因分析  无", "（无标题）",
        ):  # fmt: skip
            assert line in lines

    def test_projects_may_be_none_or_empty_and_may_be_silent(self) -> None:
        row = Expenditure(project=BudgetLine(executed=Money.wan(3)))
        assert "\n项目支出情况  无\n" in shown(spending(Budget(expenditure=row, projects=NIL)))
        assert "\n项目支出情况  没有内容\n" in shown(spending(Budget(projects=Projects())))
        assert "\n项目支出情况  未说明\n" in shown(spending(Budget(expenditure=row)))
        assert "项目支出情况" not in shown(CLEAN)

    def test_an_account_that_says_none_over_figures_shows_both(self) -> None:
        text = shown(spending(Budget(revenue=BudgetLine(executed=Money.wan(3)), says_none=True)))
        assert "一般公共预算  写有「无」\n" in text
        assert re.search(r"^财政拨款收入 +3\.00$", text, re.MULTILINE)

    def test_balances_and_the_total_column_areshown(self) -> None:
        account = Budget(opening_balance=Money.wan("1.20"), closing_balance=Money.yuan(0))
        text = shown(evolve(CLEAN, budgets=Budgets(general_public=account, total=account)))
        assert text.count("年初结转和结余 1.20万元\n年末结转和结余 0元\n") == 2
        assert "\n财政拨款合计\n" in text

    def test_the_printed_rate_stands_beside_the_computed_one(self) -> None:
        line = BudgetLine(adjusted=Money.wan("4.00"), executed=Money.wan("3.00"), execution_rate=Quantity.parse("80%"))
        text = shown(spending(Budget(expenditure=Expenditure(total=line))))
        assert re.search(r"全年预算数 +全年执行数 +占支出合计 +执行率 +所列执行率\n", text)
        assert re.search(r"4\.00 +3\.00 +100\.00% +75\.00% +80%\n", text)

    def test_projects_show_their_sources_and_their_share_of_the_row_without_a_total(self) -> None:
        amounts = BudgetLine(executed=Money.wan("1.00"))
        funding = FundingLine(source=FundingSource.CARRY_OVER, amounts=amounts)
        account = Budget(
            expenditure=Expenditure(project=BudgetLine(executed=Money.wan("4.00"))),
            projects=Projects(items=(Project(name="甲", amounts=amounts, sources=(funding,)), Project(name="乙"))),
        )
        lines = shown(spending(account)).splitlines()
        at = next(index for index, line in enumerate(lines) if line.startswith("项目支出情况"))
        rows = [re.sub(" {3,}", " | ", line) for line in lines[at + 2 : at + 5]]
        assert rows == ["1  甲 | 1.00 | 25.00%", " | 上年结转资金 | 1.00", "2  乙"]

    def test_shares_say_of_what_when_nothing_was_executed(self) -> None:
        total, basic = BudgetLine(final_account=Money.wan("4.00")), BudgetLine(final_account=Money.wan("3.00"))
        text = shown(spending(Budget(expenditure=Expenditure(total=total, basic=basic))))
        assert "\n支出 4.00万元\n" in text
        assert re.search(r"决算数 +占支出合计（决算数）\n", text)
        assert re.search(r"  基本支出 +3\.00 +75\.00%\n", text)

    def test_figures_off_the_grid_of_the_page_show_all_that_was_stated(self) -> None:
        total, basic = BudgetLine(executed=Money.wan("1234.567")), BudgetLine(executed=Money.yuan("10000"))
        project = BudgetLine(executed=Money.yuan("12345"))
        account = Budget(expenditure=Expenditure(total=total, basic=basic, project=project))
        text = shown(spending(account, Presentation(Unit.WAN, 2, grouping=True)))
        assert re.search(r"支出合计 +1,234\.567 ", text)
        assert re.search(r"基本支出 +1\.00 ", text)
        assert re.search(r"项目支出 +12,345元 ", text)

    @pytest.mark.parametrize(("locale", "amount"), [("zh_Hans_CN", "1.50万元"), ("en", "CN¥15,000")])
    def test_without_a_unit_in_the_head_every_figure_has_its_own(self, locale: str, amount: str) -> None:
        account = Budget(revenue=BudgetLine(executed=Money.wan("1.50")))
        text = shown(spending(account, None), locale)
        assert "单位" not in text
        assert amount + "\n" in text

    def test_forms_show_their_money_their_indicators_and_their_result(self) -> None:
        form = perfreport.load(LUSONG.with_name("training-project-2022.yaml"), perfreport.ProjectSelfEvaluation)
        costs = CostRow(previous=Money.wan("4.00"), final_account=Money.wan("3.20"))
        base = BaseData(
            year=2022, staffing=Staffing(authorized=12, actual=11), three_public=ThreePublic(overseas=costs)
        )
        attached = Attachments(project_self_evaluations=(form,), base_data=base)
        page = shown(evolve(CLEAN, attachments=attached))
        for line in (
            "项目支出绩效自评表  青年培训项目",
            "  上年结转资金",
            "总分 94.14、评价等级 优",
            "编制数 12、实际在职人数 11、控制率 91.67%",
            "  出国经费",
        ):
            assert line in page
        assert re.search(r"★参训人数 +≥300人 +280人 +20 +18\.67$", page, re.MULTILINE)

    def test_a_rate_over_nothing_is_a_dash(self) -> None:
        line = BudgetLine(adjusted=Money.wan(0), executed=Money.wan(0))
        text = shown(spending(Budget(expenditure=Expenditure(total=line))))
        assert re.search(r"支出合计 +0\.00 +0\.00 +— +—\n", text)


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

    @pytest.mark.parametrize("columns", [0, 10, 40, 80, 300])
    @pytest.mark.parametrize("locale", ["zh_Hans_CN", "en"])
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
        text = shown(report, locale, encoding, columns)
        assert {"Cc", "Cf", "Cs", "Zl", "Zp"}.isdisjoint(category(mark) for mark in text.replace("\n", ""))
