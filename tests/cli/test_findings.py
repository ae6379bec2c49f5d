"""Findings as people read them: grouped by cause, the worst first, with the figures aligned."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from rich.cells import cell_len

import perfreport
from perfreport import (
    NIL,
    Budget,
    BudgetLine,
    Budgets,
    Department,
    Expenditure,
    Money,
    PerformanceReport,
    Presentation,
    Severity,
    Unit,
    messages,
)
from perfreport.cli import _findings
from perfreport.findings import Finding
from perfreport.frozenmap import FrozenMap
from perfreport.model import walk
from perfreport.places import way_of
from perfreport.rules import STANDARD, Rule
from tests.cases.console import TWICE_WRONG, run, terminal


def _text(
    findings: list[Finding], locale: str = "zh_Hans_CN", columns: int = 100, rules: tuple[Rule, ...] = STANDARD
) -> list[str]:
    """Return what a terminal of this width shows of *findings*, without its count."""
    return terminal(lambda: _findings.as_text(findings, locale, rules), columns).splitlines()[:-1]


class TestGroups:
    """What one rule finds stands under one heading, and is explained once."""

    def test_the_heading_counts_the_places_and_the_remedy_comes_once(self, saved: Callable[..., str]) -> None:
        lines = run("check", "--select", "SUM001", saved(TWICE_WRONG)).stdout.splitlines()[1:-1]
        assert lines[:7] == [
            "错误 SUM001 支出合计等于各类支出之和（2处）",
            "    一般公共预算 › 支出合计 › 全年执行数",
            "        各项之和50.00万元 + 7.00万元 = 57.00万元，与所列100.00万元相差-43.00万元，四舍五入不能解释。",
            "    政府性基金预算 › 支出合计 › 全年执行数",
            "        各项之和 1.00万元 + 3.00万元 =  4.00万元，与所列  8.00万元相差 -4.00万元，四舍五入不能解释。",
            "    整改建议：核对所列数字与账表，改正有误的一项；如属尾差，可注明“因四舍五入存在尾差”。",
            "    依据：《预算法实施条例》第五条、第四十条；参照“支出决算表”。",
        ]

    @pytest.mark.parametrize("locale", ["zh_Hans_CN", "en"])
    @pytest.mark.parametrize("columns", [40, 60, 80, 100, 120])
    def test_no_line_is_wider_than_the_terminal(self, locale: str, columns: int) -> None:
        findings = list(perfreport.check(TWICE_WRONG))
        assert max(map(cell_len, _text(findings, locale, columns))) <= columns

    def test_a_place_and_what_is_said_of_it_share_a_line_where_there_is_room(self) -> None:
        findings = [
            evolve(found, steps=walk.place(TWICE_WRONG, way_of(found.pointer)).steps)
            for found in perfreport.check(TWICE_WRONG)
            if found.code == "TEXT001"
        ]
        assert _text(findings, "en", 100)[1:3] == [
            "    Achievements › “甲”        “甲” is a heading with nothing under it.",
            "    Achievements › “乙项工作”  “乙项工作” is a heading with nothing under it.",
        ]
        narrow = _text(findings, "en", 60)
        at = narrow.index("    Achievements › “甲”")
        assert narrow[at + 1] == "        “甲” is a heading with nothing under it."

    def test_one_thing_that_is_said_of_many_places_is_said_once(self) -> None:
        finding = Finding("TEXT001", Severity.WARNING, "/narrative/achievements/0", FrozenMap({"title": "甲"}))
        lines = _text([finding, evolve(finding, pointer="/narrative/achievements/1")], "en")
        assert lines[1:4] == [
            "    Achievements 1",
            "    Achievements 2",
            "    “甲” is a heading with nothing under it.",
        ]

    def test_sentences_without_room_to_align_stay_as_they_are(self) -> None:
        findings = [found for found in perfreport.check(TWICE_WRONG) if found.code == "SUM001"]
        said = " ".join(line.strip() for line in _text(findings, "en", 60))
        for finding in findings:
            assert messages.render(finding, "en") in said

    def test_cases_that_differ_are_not_aligned(self) -> None:
        findings = [found for found in perfreport.check(TWICE_WRONG) if found.code == "SUM001"]
        facts = FrozenMap({**findings[1].facts, "case": "rounding"})
        mixed = [findings[0], evolve(findings[1], facts=facts)]
        assert f"        {messages.render(mixed[1], 'zh')}" in _text(mixed, columns=120)

    def test_a_rule_that_is_error_here_and_note_there_has_two_headings_and_one_remedy(self) -> None:
        error, other = (found for found in perfreport.check(TWICE_WRONG) if found.code == "SUM001")
        note = evolve(other, severity=Severity.NOTE, facts=FrozenMap({**other.facts, "case": "rounding"}))
        lines = _text([note, error])
        assert [line.split()[0] for line in lines if "SUM001" in line] == ["错误", "提示"]
        assert sum(line.startswith("    整改建议：") for line in lines) == 1

    def test_aligning_adds_nothing_but_blanks(self) -> None:
        findings = [found for found in perfreport.check(TWICE_WRONG) if found.code == "SUM001"]
        known = {each.code: each for each in STANDARD}
        for locale in ("zh_Hans_CN", "en"):
            aligned = _findings._aligned(findings, known["SUM001"], locale, 1000)
            plain = [messages.render(found, locale) for found in findings]
            assert len({cell_len(line) for line in aligned}) == 1
            assert ["".join(line.split()) for line in aligned] == ["".join(line.split()) for line in plain]

    def test_a_rule_without_remedy_or_source_says_neither(self) -> None:
        bare = evolve(STANDARD[0], remedy_zh="", remedy_en="", cites=())
        (error, _) = (found for found in perfreport.check(TWICE_WRONG) if found.code == "SUM001")
        assert not any("建议" in line or "依据" in line for line in _text([error], rules=(bare,)))


class TestTogether:
    """What contradicts what, and what was likely meant, follows the findings."""

    @staticmethod
    def _swapped(**rows: str) -> PerformanceReport:
        amounts = {"total": "40.44", "basic": "33.03", "project": "10.11", "personnel": "24.62", "public": "5.71"}
        amounts |= rows
        lines: dict[str, Any] = {name: BudgetLine(executed=Money.wan(amount)) for name, amount in amounts.items()}
        general = Budget(expenditure=Expenditure(**lines))
        return PerformanceReport(
            year=2022,
            department=Department(name="某局"),
            presentation=Presentation(Unit.WAN, 2),
            budgets=Budgets(general_public=general, government_fund=NIL, state_capital=NIL, social_insurance=NIL),
        )

    def test_the_likeliest_amount_of_each_figure_is_told(self, saved: Callable[..., str]) -> None:
        done = run("check", "--locale", "en", saved(self._swapped()))
        assert done.exit_code == 1
        told = done.stdout[done.stdout.index("Contradiction") :].splitlines()
        above = "    General public budget › "
        assert told[:4] == [
            "Contradiction SUM002 These figures cannot all be right",
            f"{above}Basic expenditure › Executed      CN¥330,300",
            f"{above}Personnel expenditure › Executed  CN¥246,200",
            f"{above}Public running costs › Executed    CN¥57,100",
        ]
        assert told[4:6] == [
            f"{above}Basic expenditure › Executed: CN¥330,300 was probably meant to be",
            "    CN¥303,300 (neighbouring digits exchanged); everything then agrees",
        ]
        assert sum(line.startswith(f"    By these figures alone, {above.strip()}") for line in told) == 2
        assert told[-1] == "2 errors, 0 warnings, 0 notes, 1 contradiction"

    def test_sums_that_are_not_chosen_are_not_judged(self, saved: Callable[..., str]) -> None:
        assert "勾稽矛盾" not in run("check", "--ignore", "SUM", saved(self._swapped())).stdout

    def test_what_only_together_cannot_be_is_an_error(self, saved: Callable[..., str]) -> None:
        path = saved(self._swapped(total="10.01", basic="5.00", project="5.00", personnel="2.00", public="2.99"))
        done = run("check", "--select", "SUM", "--format", "json", path)
        ((only,),) = [result["contradictions"] for result in json.loads(done.stdout)]
        assert done.exit_code == 1
        assert {found["severity"] for result in json.loads(done.stdout) for found in result["findings"]} == {"note"}
        assert only["codes"] == ["SUM001", "SUM002"]
        assert only["judged_jointly"] is True
        assert [figure["printed"]["amount"] for figure in only["figures"]] == ["10.01", "5.00", "2.00", "2.99"]
        assert only["figures"][0] | {"pointer": ""} == {
            "pointer": "",
            "place": "一般公共预算 › 支出合计 › 全年执行数",
            "printed": {"amount": "10.01", "unit": "万元"},
            "low": {"amount": "9.99", "unit": "万元"},
            "high": {"amount": "10.00", "unit": "万元"},
            "settles": True,
        }
        assert len(only["suggestions"]) == 3


class TestSummary:
    """Several files end with one line for all of them."""

    @pytest.mark.parametrize(
        ("locale", "line"),
        [
            ("zh_Hans_CN", "2 个文件：共 2 个错误、2 个警告、0 个提示、2 处勾稽矛盾"),
            ("en", "2 files: 2 errors, 2 warnings, 0 notes, 2 contradictions"),
        ],
    )
    def test_it_counts_what_was_found(self, saved: Callable[..., str], locale: str, line: str) -> None:
        rules = ("--select", "SUM001,TEXT001", "--ignore", "TEXT002")
        clean = saved(evolve(TWICE_WRONG, budgets=None, narrative=None), "b.json")
        assert run("check", "--locale", locale, *rules, saved(TWICE_WRONG), clean).stdout.splitlines()[-2:] == [
            "",
            line,
        ]

    def test_one_file_has_none(self, saved: Callable[..., str]) -> None:
        assert "个文件" not in run("check", saved(TWICE_WRONG)).stdout


class TestSarif:
    """`--format sarif` writes one log for all files."""

    def test_files_keep_the_paths_that_they_were_given(
        self, saved: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        saved(TWICE_WRONG, "甲 乙.json")
        monkeypatch.chdir(tmp_path)
        done = run("check", "--format", "sarif", "./甲 乙.json", "gone.json")
        assert done.exit_code == 2
        (log,) = json.loads(done.stdout)["runs"]
        assert [each["location"]["uri"] for each in log["artifacts"]] == ["%E7%94%B2%20%E4%B9%99.json", "gone.json"]
        assert str(tmp_path) not in done.stdout
        assert log["tool"]["driver"]["version"] == perfreport.__version__
        assert log["invocations"][0]["executionSuccessful"] is False

    def test_only_the_rules_that_apply_are_described(self, saved: Callable[..., str]) -> None:
        done = run("check", "--format", "sarif", "--select", "SUM001,TEXT001", saved(TWICE_WRONG))
        (log,) = json.loads(done.stdout)["runs"]
        assert [rule["id"] for rule in log["tool"]["driver"]["rules"]] == ["SUM001", "TEXT001"]
        assert [result["ruleIndex"] for result in log["results"]] == [0, 0, 1, 1]
        assert done.exit_code == 1
