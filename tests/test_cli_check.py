"""`perfreport check` on many files: which rules apply, what stands together, and that processes change nothing."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from rich.cells import cell_len

import perfreport
from perfreport import (
    NIL,
    BudgetAccount,
    BudgetLine,
    Budgets,
    Department,
    Expenditure,
    Money,
    Narrative,
    Passage,
    PerformanceReport,
    Presentation,
    Severity,
    Unit,
    messages,
    plugins,
)
from perfreport.cli import _checking, _findings, _output
from perfreport.cli._checking import Choice
from perfreport.cli._commands import perfreport as command
from perfreport.errors import InvalidPlugin
from perfreport.findings import Finding
from perfreport.frozenmap import FrozenMap
from perfreport.rules import STANDARD, Case, Rule, Seen, Setting, rule
from perfreport.rules.profiles import PROFILES
from perfreport.sarif import Checked

LUSONG = Path(__file__).parent.parent / "examples" / "lusong-2022.yaml"


def _budget(total: str, basic: str, project: str) -> BudgetAccount:
    whole, running, projects = (BudgetLine(executed=Money.wan(amount)) for amount in (total, basic, project))
    return BudgetAccount(expenditure=Expenditure(total=whole, basic=running, project=projects))


#: Two sums that do not come out, figures of different lengths; and two headings with nothing under them.
WRONG = PerformanceReport(
    year=2022,
    department=Department(name="甲局"),
    budgets=Budgets(
        general_public=_budget("100.00", "50.00", "7.00"),
        government_fund=_budget("8.00", "1.00", "3.00"),
        state_capital=NIL,
        social_insurance=NIL,
    ),
    narrative=Narrative(achievements=(Passage(title="甲"), Passage(title="乙项工作"))),
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


def _codes(*arguments: str | Path) -> list[str]:
    """Return the codes that are found, in order, each once."""
    (result,) = json.loads(_run("check", "--format", "json", *arguments).stdout)
    return list(dict.fromkeys(found["code"] for found in result["findings"]))


def _text(
    findings: list[Finding], locale: str = "zh_Hans_CN", columns: int = 100, rules: tuple[Rule, ...] = STANDARD
) -> list[str]:
    """Return what a terminal of this width shows of *findings*, without its count."""
    held = io.BytesIO()
    stream = io.TextIOWrapper(held, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        patch.setattr(stream, "isatty", lambda: True)
        patch.setenv("COLUMNS", str(columns))
        patch.setenv("TERM", "dumb")
        _output.emit(*_findings.as_text(findings, locale, rules))
    return held.getvalue().decode().splitlines()[:-1]


class TestGroups:
    """What one rule finds stands under one heading, and is explained once."""

    def test_the_heading_counts_the_places_and_the_remedy_comes_once(self, saved: Callable[..., str]) -> None:
        lines = _run("check", "--select", "SUM001", saved(WRONG)).stdout.splitlines()[1:-1]
        assert lines[:7] == [
            "错误 SUM001 支出合计等于各类支出之和（2处）",
            "    预算 › 一般公共预算 › 支出情况 › 支出合计 › 全年执行数",
            "        各项之和50.00万元 + 7.00万元 = 57.00万元，与所列100.00万元相差-43.00万元，四舍五入不能解释。",
            "    预算 › 政府性基金预算 › 支出情况 › 支出合计 › 全年执行数",
            "        各项之和 1.00万元 + 3.00万元 =  4.00万元，与所列  8.00万元相差 -4.00万元，四舍五入不能解释。",
            "    整改：核对所列数字与账表，改正有误的一项；如属尾差，可注明“因四舍五入存在尾差”。",
            "    依据：预算法实施条例第5、40条；支出决算表。",
        ]

    @pytest.mark.parametrize("locale", ["zh_Hans_CN", "en"])
    @pytest.mark.parametrize("columns", [40, 60, 80, 100, 120])
    def test_no_line_is_wider_than_the_terminal(self, locale: str, columns: int) -> None:
        findings = list(perfreport.check(WRONG))
        assert max(map(cell_len, _text(findings, locale, columns))) <= columns

    def test_a_place_and_what_is_said_of_it_share_a_line_where_there_is_room(self) -> None:
        findings = [found for found in perfreport.check(WRONG) if found.code == "TEXT001"]
        assert _text(findings, "en", 100)[1:3] == [
            "    Narrative › Achievements 1  “甲” is a heading with nothing under it.",
            "    Narrative › Achievements 2  “乙项工作” is a heading with nothing under it.",
        ]
        narrow = _text(findings, "en", 60)
        at = narrow.index("    Narrative › Achievements 1")
        assert narrow[at + 1] == "        “甲” is a heading with nothing under it."

    def test_one_thing_that_is_said_of_many_places_is_said_once(self) -> None:
        finding = Finding("TEXT001", Severity.WARNING, "/narrative/achievements/0", FrozenMap({"title": "甲"}))
        lines = _text([finding, evolve(finding, pointer="/narrative/achievements/1")], "en")
        assert lines[1:4] == [
            "    Narrative › Achievements 1",
            "    Narrative › Achievements 2",
            "    “甲” is a heading with nothing under it.",
        ]

    def test_sentences_without_room_to_align_stay_as_they_are(self) -> None:
        findings = [found for found in perfreport.check(WRONG) if found.code == "SUM001"]
        said = " ".join(line.strip() for line in _text(findings, "en", 60))
        for finding in findings:
            assert messages.render(finding, "en") in said

    def test_cases_that_differ_are_not_aligned(self) -> None:
        findings = [found for found in perfreport.check(WRONG) if found.code == "SUM001"]
        facts = FrozenMap({**findings[1].facts, "case": "rounding"})
        mixed = [findings[0], evolve(findings[1], facts=facts)]
        assert f"        {messages.render(mixed[1], 'zh')}" in _text(mixed, columns=120)

    def test_a_rule_that_is_error_here_and_note_there_has_two_headings_and_one_remedy(self) -> None:
        error, other = (found for found in perfreport.check(WRONG) if found.code == "SUM001")
        note = evolve(other, severity=Severity.NOTE, facts=FrozenMap({**other.facts, "case": "rounding"}))
        lines = _text([note, error])
        assert [line.split()[0] for line in lines if "SUM001" in line] == ["错误", "提示"]
        assert sum(line.startswith("    整改：") for line in lines) == 1

    def test_aligning_adds_nothing_but_blanks(self) -> None:
        findings = [found for found in perfreport.check(WRONG) if found.code == "SUM001"]
        known = {each.code: each for each in STANDARD}
        for locale in ("zh_Hans_CN", "en"):
            aligned = _findings._aligned(findings, known["SUM001"], locale, 1000)
            plain = [messages.render(found, locale) for found in findings]
            assert len({cell_len(line) for line in aligned}) == 1
            assert ["".join(line.split()) for line in aligned] == ["".join(line.split()) for line in plain]

    def test_a_rule_without_remedy_or_source_says_neither(self) -> None:
        bare = evolve(STANDARD[0], remedy_zh="", cites=())
        (error, _) = (found for found in perfreport.check(WRONG) if found.code == "SUM001")
        assert not any("整改" in line or "依据" in line for line in _text([error], rules=(bare,)))


class TestTogether:
    """What contradicts what, and what was likely meant, follows the findings."""

    @staticmethod
    def _swapped(**rows: str) -> PerformanceReport:
        amounts = {"total": "40.44", "basic": "33.03", "project": "10.11", "personnel": "24.62", "public": "5.71"}
        amounts |= rows
        lines: dict[str, Any] = {name: BudgetLine(executed=Money.wan(amount)) for name, amount in amounts.items()}
        general = BudgetAccount(expenditure=Expenditure(**lines))
        return PerformanceReport(
            year=2022,
            department=Department(name="某局"),
            presentation=Presentation(Unit.WAN, 2),
            budgets=Budgets(general_public=general, government_fund=NIL, state_capital=NIL, social_insurance=NIL),
        )

    def test_the_likeliest_amount_of_each_figure_is_told(self, saved: Callable[..., str]) -> None:
        done = _run("check", "--locale", "en", saved(self._swapped()))
        assert done.exit_code == 1
        told = done.stdout[done.stdout.index("Together") :].splitlines()
        above = "    Budgets › General public budget › Expenditure › "
        assert told[:4] == [
            "Together SUM002 These figures cannot all be right",
            f"{above}Basic expenditure › Executed      CN¥330,300",
            f"{above}Personnel expenditure › Executed  CN¥246,200",
            f"{above}Public running costs › Executed    CN¥57,100",
        ]
        assert "to be CN¥303,300 (printed CN¥330,300: neighbouring digits exchanged); everything then agrees" in told[5]
        assert sum(line.startswith(f"    If only {above.strip()}") for line in told) == 2
        assert told[-1] == "2 errors, 0 warnings, 0 notes"

    def test_sums_that_are_not_chosen_are_not_judged(self, saved: Callable[..., str]) -> None:
        assert "勾稽" not in _run("check", "--ignore", "SUM", saved(self._swapped())).stdout

    def test_what_only_together_cannot_be_is_an_error(self, saved: Callable[..., str]) -> None:
        path = saved(self._swapped(total="10.01", basic="5.00", project="5.00", personnel="2.00", public="2.99"))
        done = _run("check", "--select", "SUM", "--format", "json", path)
        ((only,),) = [result["contradictions"] for result in json.loads(done.stdout)]
        assert done.exit_code == 1
        assert {found["severity"] for result in json.loads(done.stdout) for found in result["findings"]} == {"note"}
        assert only["codes"] == ["SUM001", "SUM002"]
        assert only["judged_jointly"] is True
        assert [figure["printed"]["amount"] for figure in only["figures"]] == ["10.01", "5.00", "2.00", "2.99"]
        assert only["figures"][0] | {"pointer": ""} == {
            "pointer": "",
            "printed": {"amount": "10.01", "unit": "万元"},
            "low": {"amount": "9.99", "unit": "万元"},
            "high": {"amount": "10.00", "unit": "万元"},
            "settles": True,
        }
        assert len(only["suggestions"]) == 3


class TestSelection:
    """Options say which rules apply, and by whose forms."""

    def test_codes_and_families_are_chosen_and_left_out(self, saved: Callable[..., str]) -> None:
        path = saved(WRONG)
        assert {"SUM001", "TEXT001"} <= set(_codes(path))
        assert _codes("--select", "SUM001", path) == ["SUM001"]
        assert set(_codes("--select", "SUM, text001", path)) >= {"SUM001", "TEXT001"}
        assert _codes("--select", "SUM001", "--select", "TEXT", "--ignore", "SUM", path) == ["TEXT001"]
        assert "SUM001" not in _codes("--ignore", "SUM001,TEXT", path)

    def test_a_word_that_names_no_rule_is_wrong_usage(self, saved: Callable[..., str]) -> None:
        for option in ("--select", "--ignore"):
            done = _run("check", option, "SUM999", saved(WRONG))
            assert (done.exit_code, done.stdout) == (2, "")
            assert "SUM999" in done.stderr

    def test_the_profile_is_the_setting_and_json_names_it(
        self, saved: Callable[..., str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = saved(WRONG)
        seen: list[Setting] = []

        def checked(path: str, _: object, setting: Setting) -> Checked:
            seen.append(setting)
            return Checked(file=path)

        monkeypatch.setattr(_checking, "checked", checked)
        done = _run("check", "--profile", "hunan", "--format", "json", path)
        assert json.loads(done.stdout) == [{"file": path, "profile": "hunan", "findings": [], "contradictions": []}]
        assert seen == [PROFILES["hunan"].setting]

    def test_an_unknown_profile_is_told_the_known_ones(self) -> None:
        done = _run("check", "--profile", "mars", "a.json")
        assert done.exit_code == 2
        assert all(f"'{key}'" in done.stderr for key in PROFILES)

    def test_the_year_before_is_compared(self, saved: Callable[..., str]) -> None:
        account = BudgetAccount(opening_balance=Money.wan("5.00"), closing_balance=Money.wan("3.00"))
        report = evolve(WRONG, budgets=Budgets(general_public=account))
        now, before = saved(report), saved(evolve(report, year=2021), "before.json")
        assert "YEAR001" not in _codes(now)
        assert "YEAR001" in _codes("--previous", before, now)

    def test_the_year_before_is_that_of_one_file(self, saved: Callable[..., str]) -> None:
        done = _run("check", "--previous", LUSONG, saved(WRONG), LUSONG)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "--previous" in done.stderr

    def test_a_year_before_that_cannot_be_read_is_told(self, saved: Callable[..., str]) -> None:
        done = _run("check", "--previous", "gone.yaml", saved(WRONG))
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == "gone.yaml: cannot be read: no such file or directory\n"

    @pytest.mark.parametrize("jobs", ["0", "-1", "62", "many"])
    def test_jobs_are_a_number_that_makes_sense(self, jobs: str) -> None:
        done = _run("check", "--jobs", jobs, "a.json")
        assert done.exit_code == 2
        assert "--jobs" in done.stderr


class TestJobs:
    """Several processes say what one says, in the same order."""

    @pytest.mark.parametrize("layout", ["text", "json"])
    def test_the_output_is_the_same(self, saved: Callable[..., str], layout: str) -> None:
        files = [saved(WRONG), "missing.json", str(LUSONG), saved(evolve(WRONG, year=2021), "b.yaml")]
        options = ("check", "--format", layout, "--select", "SUM,TEXT,RATE")
        one, two = _run(*options, *files), _run(*options, "--jobs", "2", *files)
        assert (one.exit_code, one.stdout, one.stderr) == (two.exit_code, two.stdout, two.stderr)
        assert one.exit_code == 2

    def test_what_a_process_cannot_do_is_done_here(
        self, saved: Callable[..., str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Broken:
            def __init__(self, jobs: int, **_: object) -> None:
                assert jobs == 2

            def submit(self, *_: object) -> "Future[Any]":
                future: Future[Any] = Future()
                future.set_exception(OSError("ended"))
                return future

            def shutdown(self, **_: object) -> None:
                pass

        files = [saved(WRONG), str(LUSONG)]
        expected = _run("check", *files)
        monkeypatch.setattr(_checking, "ProcessPoolExecutor", Broken)
        assert _run("check", "--jobs", "8", *files).stdout == expected.stdout

    def test_a_process_finds_the_rules_by_itself(self) -> None:
        choice = Choice(profile="national", select=("SUM001",))
        result = _checking._work(str(LUSONG), choice)
        assert {finding.code for finding in result.findings} == {"SUM001"}


@rule(
    "OURS001",
    cites=(),
    title=("失败", "It fails"),
    remedy=("", ""),
    cases={"": Case(Severity.NOTE, "", "")},
)
def fails(report: PerformanceReport) -> Iterator[Seen]:
    """It always fails."""
    msg = f"no {report.year}\x1b[31m"
    raise ValueError(msg)


class TestRulesOfOthers:
    """A rule that fails is a message and no traceback."""

    def test_show_tells_it_too(self, saved: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(plugins, "rules", lambda: (fails,))
        done = _run("show", path := saved(WRONG))
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == f"{path}: rule OURS001 failed: ValueError: no 2022\\x1b[31m\n"

    def test_what_it_finds_is_shown_everywhere(
        self, saved: Callable[..., str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def look(_: PerformanceReport) -> Iterator[Seen]:
            yield Seen(("department",))

        monkeypatch.setattr(plugins, "rules", lambda: (evolve(fails, look=look),))
        path = saved(WRONG)
        assert "提示 OURS001 失败" in _run("check", path).stdout
        assert "提示 OURS001 失败" in _run("show", path).stdout
        assert _codes(path)[-1] == "OURS001"

    @pytest.mark.parametrize("arguments", [("check", "a.json"), ("show", LUSONG), ("rules",)])
    def test_a_broken_plug_in_is_one_message(
        self, arguments: tuple[str | Path, ...], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def rules() -> tuple[Rule, ...]:
            raise InvalidPlugin("ours of ours", "no rules")

        monkeypatch.setattr(plugins, "rules", rules)
        done = _run(*arguments)
        assert (done.exit_code, done.stdout, done.stderr) == (2, "", "plug-in ours of ours: no rules\n")

    def test_it_is_told_with_its_code_and_the_file(
        self, saved: Callable[..., str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(plugins, "rules", lambda: (fails,))
        path = saved(WRONG)
        done = _run("check", path, LUSONG)
        assert done.exit_code == 2
        assert done.stderr.splitlines() == [
            f"{file}: rule OURS001 failed: ValueError: no 2022\\x1b[31m" for file in (path, LUSONG)
        ]
        assert done.stdout == "2 个文件：共 0 个错误、0 个警告、0 个提示；2 个文件未能检查\n"
        assert _run("check", "--ignore", "OURS", path).stderr == ""


class TestSummary:
    """Several files end with one line for all of them."""

    @pytest.mark.parametrize(
        ("locale", "line"),
        [
            ("zh_Hans_CN", "2 个文件：共 2 个错误、2 个警告、0 个提示"),
            ("en", "2 files: 2 errors, 2 warnings, 0 notes"),
        ],
    )
    def test_it_counts_what_was_found(self, saved: Callable[..., str], locale: str, line: str) -> None:
        rules = ("--select", "SUM001,TEXT001", "--ignore", "TEXT002")
        clean = saved(evolve(WRONG, budgets=None, narrative=None), "b.json")
        assert _run("check", "--locale", locale, *rules, saved(WRONG), clean).stdout.splitlines()[-2:] == ["", line]

    def test_one_file_has_none(self, saved: Callable[..., str]) -> None:
        assert "个文件" not in _run("check", saved(WRONG)).stdout


class TestSarif:
    """`--format sarif` writes one log for all files."""

    def test_files_keep_the_paths_that_they_were_given(
        self, saved: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        saved(WRONG, "甲 乙.json")
        monkeypatch.chdir(tmp_path)
        done = _run("check", "--format", "sarif", "./甲 乙.json", "gone.json")
        assert done.exit_code == 2
        (run,) = json.loads(done.stdout)["runs"]
        assert [each["location"]["uri"] for each in run["artifacts"]] == ["%E7%94%B2%20%E4%B9%99.json", "gone.json"]
        assert str(tmp_path) not in done.stdout
        assert run["tool"]["driver"]["version"] == perfreport.__version__
        assert run["invocations"][0]["executionSuccessful"] is False

    def test_only_the_rules_that_apply_are_described(self, saved: Callable[..., str]) -> None:
        done = _run("check", "--format", "sarif", "--select", "SUM001,TEXT001", saved(WRONG))
        (run,) = json.loads(done.stdout)["runs"]
        assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["SUM001", "TEXT001"]
        assert [result["ruleIndex"] for result in run["results"]] == [0, 0, 1, 1]
        assert done.exit_code == 1


class TestProgress:
    """A bar is for people who wait at a terminal."""

    @staticmethod
    def _followed(count: int, locale: str) -> str:
        """Return what a terminal is told while so many files are checked."""
        stream = io.StringIO()
        results = [Checked(file=str(number)) for number in range(count)]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(stream, "isatty", lambda: True)
            patch.setattr(sys, "stderr", stream)
            patch.setenv("TERM", "xterm")
            assert list(_checking.followed(iter(results), count, locale)) == results
        return stream.getvalue()

    @pytest.mark.parametrize(("locale", "word"), [("zh_Hans_CN", "检查"), ("en", "checking")])
    def test_it_counts_files_and_leaves_nothing_behind(self, locale: str, word: str) -> None:
        shown = self._followed(2, locale)
        assert word in shown
        assert "2/2" in shown
        assert shown.endswith("\x1b[1A\x1b[2K")

    def test_one_file_has_none(self) -> None:
        assert self._followed(1, "en") == ""

    def test_no_terminal_has_none(self, saved: Callable[..., str]) -> None:
        assert _run("check", saved(WRONG), LUSONG).stderr == ""
