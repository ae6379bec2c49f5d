"""`perfreport rules`: the list, and manual pages with examples that fail as they say."""

import json
import sys

import pytest
from attrs import evolve
from rich.cells import cell_len

import perfreport
from perfreport import messages
from perfreport.cli import _manual
from perfreport.rules import STANDARD, Rule, plugins
from tests.cases.console import run, terminal
from tests.cases.tables import together

CODES = [rule.code for rule in STANDARD]
KNOWN = {rule.code: rule for rule in STANDARD}


def _page(rule: Rule, locale: str = "zh_Hans_CN", columns: int = 100) -> str:
    return terminal(lambda: _manual.page(rule, locale), columns)


class TestList:
    """Without a code, rules are listed."""

    def test_every_rule_has_its_line(self) -> None:
        done = run("rules", "--locale", "en")
        lines = done.stdout.splitlines()
        assert done.exit_code == 0
        assert [line.split()[0] for line in lines] == CODES
        for line, rule in zip(lines, STANDARD, strict=True):
            assert line.split(maxsplit=2)[1:] == [rule.severity.value, rule.title_en]

    def test_a_family_lists_its_own(self) -> None:
        lines = run("rules", "score").stdout.splitlines()
        assert [line.split()[0] for line in lines] == [code for code in CODES if code.startswith("SCORE")]
        assert lines[0].split() == ["SCORE001", "错误", "分值合计等于总分"]

    def test_families_and_codes_together_are_a_list(self) -> None:
        lines = run("rules", "YEAR", "SUM001").stdout.splitlines()
        assert {line.split()[0] for line in lines} == {"SUM001", *(code for code in CODES if code.startswith("YEAR"))}

    def test_rules_of_plug_ins_are_listed_too(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(plugins, "rules", lambda: (evolve(STANDARD[0], code="OURS001"),))
        assert run("rules").stdout.splitlines()[-1].startswith("OURS001")

    @pytest.mark.parametrize(("name", "near"), [("SUN001", "SUM001"), ("SCOER", "SCORE"), ("RATE0O2", "RATE002")])
    def test_an_unknown_name_is_told_near_ones(self, name: str, near: str) -> None:
        done = run("rules", name)
        assert (done.exit_code, done.stdout) == (2, "")
        assert name in done.stderr
        assert near in done.stderr


class TestPage:
    """A code prints its manual page."""

    @together("code", CODES)
    @together("locale", ["zh_Hans_CN", "en"])
    def test_it_says_what_why_by_whom_how_it_fails_and_what_to_do(self, code: str, locale: str) -> None:
        rule = KNOWN[code]
        english = locale == "en"
        page = _page(rule, locale)
        shown = "".join(page.split())
        parts = [
            code,
            messages.manual(rule, locale),
            *(messages.source(cited, locale) for cited in rule.cites),
            rule.remedy_en if english else rule.remedy_zh,
        ]
        parts += [rule.title_en if english else rule.title_zh, _manual.example_of(rule)]
        for part in parts:
            assert "".join(part.split()) in shown
        headings = (
            ["What and why", "What it can say", "An example that fails", "What is found in it", "Suggested fix"]
            if english
            else ["说明", "可能的结论", "反例", "反例的检查结果", "处理建议"]
        )
        lines = page.splitlines()
        assert [heading for heading in headings if not any(line.startswith(heading) for line in lines)] == []

    @together("code", CODES)
    def test_its_example_fails_as_gravely_as_the_rule_can(self, code: str) -> None:
        rule = KNOWN[code]
        profile, found = _manual.failing(rule, _manual.example_of(rule))
        assert found
        assert (profile == "national") == (code != "FORM009")
        assert max(finding.severity.rank for finding in found) == rule.severity.rank
        shown = "".join(_page(rule, "en", 40).split())
        assert "".join(messages.render(found[0], "en").split()) in shown

    @pytest.mark.parametrize("columns", [40, 80, 120])
    @pytest.mark.parametrize("locale", ["zh_Hans_CN", "en"])
    def test_no_line_is_wider_than_the_terminal(self, columns: int, locale: str) -> None:
        for rule in STANDARD:
            assert max(map(cell_len, _page(rule, locale, columns).splitlines())) <= columns

    def test_an_example_that_only_a_profile_refuses_says_which(self) -> None:
        assert "\nWhat is found in it (--profile hunan)\n" in _page(KNOWN["FORM009"], "en")

    def test_an_example_that_breaks_nothing_is_shown_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        example = "schema: 2\nyear: 2022\ndepartment: {name: 某局}\n"
        monkeypatch.setattr(_manual, "_examples", lambda: {"SUM001": example})
        shown = _page(KNOWN["SUM001"], "en")
        assert "An example that fails" in shown
        assert "What is found in it" not in shown

    def test_codes_may_be_in_small_letters_and_several(self) -> None:
        both = run("rules", "sum001", "sum002").stdout
        assert both == "\n".join(run("rules", code).stdout for code in ("SUM001", "SUM002"))

    def test_an_example_is_a_file_that_can_be_checked(self) -> None:
        assert "\n    schema: 2\n    year: 2022\n" in run("rules", "SUM001").stdout
        report = perfreport.loads(_manual.example_of(KNOWN["SUM001"]), "yaml")
        assert perfreport.dumps(report, "json")

    def test_a_rule_may_bring_its_own_page_and_no_example(self) -> None:
        bare = evolve(
            STANDARD[0],
            code="OURS001",
            manual="One.\n\n* two\n* three",
            manual_zh="",
            remedy_zh="",
            remedy_en="",
            cites=(),
        )
        shown = _page(bare)
        assert "\n    One.\n    * two\n    * three\n" in shown
        for heading in ("反例", "处理建议", "依据"):
            assert heading not in shown

    def test_without_yaml_the_example_stands_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "yaml", None)
        done = run("rules", "SUM001", "--locale", "en")
        assert done.exit_code == 0
        assert "An example that fails" in done.stdout
        assert "What is found in it" not in done.stdout


class TestJson:
    """Programs get all of it."""

    @pytest.mark.parametrize("locale", ["zh_Hans_CN", "en"])
    def test_every_part_has_its_key(self, locale: str) -> None:
        rules = json.loads(run("rules", "--format", "json", "--locale", locale).stdout)
        assert [rule["code"] for rule in rules] == CODES
        for data, rule in zip(rules, STANDARD, strict=True):
            assert list(data) == ["code", "severity", "title", "cases", "manual", "remedy", "cites", "example"]
            assert data["title"] == (rule.title_en if locale == "en" else rule.title_zh)
            assert set(data["cases"]) == set(rule.cases)
            assert data["example"]

    def test_a_rule_without_an_example_has_null(self) -> None:
        assert _manual.as_data(evolve(STANDARD[0], code="OURS001"), "en")["example"] is None
