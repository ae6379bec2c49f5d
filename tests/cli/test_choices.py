"""Which rules are applied, in how many processes, and how far it has come."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from perfreport import Budget, Budgets, Money, PerformanceReport, Severity
from perfreport.cli import _checking
from perfreport.cli._checking import Choice
from perfreport.errors import InvalidPlugin
from perfreport.messages.sarif import Checked
from perfreport.rules import Case, Rule, Seen, Setting, plugins, rule
from perfreport.rules.profiles import PROFILES
from tests.cases.console import LUSONG, TWICE_WRONG, run


def _codes(*arguments: str | Path) -> list[str]:
    """Return the codes that are found, in order, each once."""
    (result,) = json.loads(run("check", "--format", "json", *arguments).stdout)
    return list(dict.fromkeys(found["code"] for found in result["findings"]))


class TestSelection:
    """Options say which rules apply, and by whose forms."""

    def test_codes_and_families_are_chosen_and_left_out(self, saved: Callable[..., str]) -> None:
        path = saved(TWICE_WRONG)
        assert {"SUM001", "TEXT001"} <= set(_codes(path))
        assert _codes("--select", "SUM001", path) == ["SUM001"]
        assert set(_codes("--select", "SUM, text001", path)) >= {"SUM001", "TEXT001"}
        assert _codes("--select", "SUM001", "--select", "TEXT", "--ignore", "SUM", path) == ["TEXT001"]
        assert "SUM001" not in _codes("--ignore", "SUM001,TEXT", path)

    def test_a_word_that_names_no_rule_is_wrong_usage(self, saved: Callable[..., str]) -> None:
        for option in ("--select", "--ignore"):
            done = run("check", option, "SUM999", saved(TWICE_WRONG))
            assert (done.exit_code, done.stdout) == (2, "")
            assert "SUM999" in done.stderr

    def test_the_profile_is_the_setting_and_json_names_it(
        self, saved: Callable[..., str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = saved(TWICE_WRONG)
        seen: list[Setting] = []

        def checked(path: str, _: object, setting: Setting) -> Checked:
            seen.append(setting)
            return Checked(file=path)

        monkeypatch.setattr(_checking, "checked", checked)
        done = run("check", "--profile", "hunan", "--format", "json", path)
        assert json.loads(done.stdout) == [{"file": path, "profile": "hunan", "findings": [], "contradictions": []}]
        assert seen == [PROFILES["hunan"].setting]

    def test_an_unknown_profile_is_told_the_known_ones(self) -> None:
        done = run("check", "--profile", "mars", "a.json")
        assert done.exit_code == 2
        assert all(f"'{key}'" in done.stderr for key in PROFILES)

    def test_the_year_before_is_compared(self, saved: Callable[..., str]) -> None:
        account = Budget(opening_balance=Money.wan("5.00"), closing_balance=Money.wan("3.00"))
        report = evolve(TWICE_WRONG, budgets=Budgets(general_public=account))
        now, before = saved(report), saved(evolve(report, year=2021), "before.json")
        assert "YEAR001" not in _codes(now)
        assert "YEAR001" in _codes("--previous", before, now)

    def test_the_year_before_is_that_of_one_file(self, saved: Callable[..., str]) -> None:
        done = run("check", "--previous", LUSONG, saved(TWICE_WRONG), LUSONG)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "--previous" in done.stderr

    def test_a_year_before_that_cannot_be_read_is_told(self, saved: Callable[..., str]) -> None:
        done = run("check", "--previous", "gone.yaml", saved(TWICE_WRONG))
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == "gone.yaml: cannot be read: no such file or directory\n"

    @pytest.mark.parametrize("jobs", ["0", "-1", "62", "many"])
    def test_jobs_are_a_number_that_makes_sense(self, jobs: str) -> None:
        done = run("check", "--jobs", jobs, "a.json")
        assert done.exit_code == 2
        assert "--jobs" in done.stderr


class TestJobs:
    """Several processes say what one says, in the same order."""

    @pytest.mark.parametrize("layout", ["text", "json"])
    def test_the_output_is_the_same(self, saved: Callable[..., str], layout: str) -> None:
        files = [saved(TWICE_WRONG), "missing.json", str(LUSONG), saved(evolve(TWICE_WRONG, year=2021), "b.yaml")]
        options = ("check", "--format", layout, "--select", "SUM,TEXT,RATE")
        one, two = run(*options, *files), run(*options, "--jobs", "2", *files)
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

        files = [saved(TWICE_WRONG), str(LUSONG)]
        expected = run("check", *files)
        monkeypatch.setattr(_checking, "ProcessPoolExecutor", Broken)
        assert run("check", "--jobs", "8", *files).stdout == expected.stdout

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
        done = run("show", path := saved(TWICE_WRONG))
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == f"{path}: rule OURS001 failed: ValueError: no 2022\\x1b[31m\n"

    def test_what_it_finds_is_shown_everywhere(
        self, saved: Callable[..., str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def look(_: PerformanceReport) -> Iterator[Seen]:
            yield Seen(("department",))

        monkeypatch.setattr(plugins, "rules", lambda: (evolve(fails, look=look),))
        path = saved(TWICE_WRONG)
        assert "提示 OURS001 失败" in run("check", path).stdout
        assert "提示 OURS001 失败" in run("show", path).stdout
        assert _codes(path)[-1] == "OURS001"

    @pytest.mark.parametrize("arguments", [("check", "a.json"), ("show", LUSONG), ("rules",)])
    def test_a_broken_plug_in_is_one_message(
        self, arguments: tuple[str | Path, ...], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def rules() -> tuple[Rule, ...]:
            raise InvalidPlugin("ours of ours", "no rules")

        monkeypatch.setattr(plugins, "rules", rules)
        done = run(*arguments)
        assert (done.exit_code, done.stdout, done.stderr) == (2, "", "plug-in ours of ours: no rules\n")

    def test_it_is_told_with_its_code_and_the_file(
        self, saved: Callable[..., str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(plugins, "rules", lambda: (fails,))
        path = saved(TWICE_WRONG)
        done = run("check", path, LUSONG)
        assert done.exit_code == 2
        assert done.stderr.splitlines() == [
            f"{file}: rule OURS001 failed: ValueError: no 2022\\x1b[31m" for file in (path, LUSONG)
        ]
        assert done.stdout == "2 个文件：共 0 个错误、0 个警告、0 个提示；2 个文件未能检查\n"
        assert run("check", "--ignore", "OURS", path).stderr == ""


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
        assert run("check", saved(TWICE_WRONG), LUSONG).stderr == ""
