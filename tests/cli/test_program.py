"""The program in a process of its own: consoles, options, and what it needs."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

import pytest

import perfreport
from perfreport import cli
from perfreport.cli import _commands
from tests.cases.console import LUSONG, SOURCE, WRONG, exact, run, shown

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


def process(
    *arguments: str | Path, variables: Mapping[str, str] | None = None, stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    """Run Python in a process of its own."""
    removed = ("LANG", "LC_ALL", "LC_CTYPE", "PYTHONIOENCODING", "PYTHONUTF8")
    kept = {name: value for name, value in os.environ.items() if name not in removed}
    environment = kept | {"PYTHONPATH": str(SOURCE)} | dict(variables or {"LC_ALL": "C.UTF-8"})
    line = [sys.executable, *map(str, arguments)]
    return subprocess.run(line, env=environment, check=False, stdout=stdout, stderr=subprocess.PIPE)


def without(module: str) -> subprocess.CompletedProcess[bytes]:
    """Run the package as if *module* were not installed."""
    blocked = f"import runpy, sys; sys.modules[{module!r}] = None; runpy.run_module('perfreport', run_name='__main__')"
    return process("-c", blocked)


class TestConsoles:
    """Whatever the encoding of the console, and wherever the output goes, nothing fails."""

    @CONSOLES
    def test_the_page_keeps_its_lines_and_figures(self, variables: Mapping[str, str], encoding: str) -> None:
        done = process(*MODULE, "show", LUSONG, "--locale", "en", variables=variables)
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
        done = process(*MODULE, *arguments, variables=variables)
        assert done.returncode == 2
        assert exact(done.stdout.decode(encoding)) == exact(run(*arguments).stdout)

    def test_gbk_shows_chinese(self) -> None:
        text = shown(perfreport.load(LUSONG, perfreport.PerformanceReport), encoding="gbk")
        assert "支出 40.44万元，预算数（未注明口径） 38.26万元，执行率 105.70%\n" in text
        assert "“3·5”志愿服务" in text
        assert "一般公共预算 > 支出合计" in text
        assert "\\" not in text

    def test_ascii_shows_numbers_of_characters_whole(self) -> None:
        text = shown(perfreport.load(LUSONG, perfreport.PerformanceReport), encoding="ascii")
        assert "40.44\\u4e07\\u5143" in text
        assert not re.search(r"\\(?!u[0-9a-f]{4})", text)

    def test_errors_and_their_file_names_are_shown_too(self) -> None:
        done = process(*MODULE, "check", "缺.json", variables={"PYTHONIOENCODING": "ascii"})
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(b"\\u7f3a.json: \\u65e0\\u6cd5\\u8bfb\\u53d6")

    def test_a_reader_that_has_left_is_no_failure(self) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        try:
            done = process(*MODULE, "check", LUSONG, LUSONG, stdout=writing)
        finally:
            os.close(writing)
        assert (done.returncode, done.stderr) == (0, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    @pytest.mark.parametrize("arguments", [("show", LUSONG), ("check", "--help")], ids=["show", "help"])
    def test_a_full_disk_is_one_message(self, arguments: tuple[str | Path, ...]) -> None:
        with Path("/dev/full").open("wb") as full:
            done = process(*MODULE, *arguments, stdout=full.fileno())
        assert (done.returncode, done.stderr) == (2, b"output: cannot be written: no space left on device\n")

    @pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
    def test_output_may_be_closed(self) -> None:
        closing = 'exec "$0" -m perfreport show "$1" >&- 2>&-'
        environment = os.environ | {"PYTHONPATH": str(SOURCE)}
        done = subprocess.run(["/bin/sh", "-c", closing, sys.executable, str(LUSONG)], env=environment, check=False)
        assert done.returncode == 0


class TestProgram:
    """The program itself: its options, its usage, and what it needs."""

    def test_python_runs_the_package_and_it_tells_its_version(self) -> None:
        done = process(*MODULE, "--version")
        assert (done.returncode, done.stdout.split()[-1].decode()) == (0, perfreport.__version__)

    @pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["check", "--help"], ["show", "-h"]])
    def test_help_is_at_hand_and_any_console_can_show_it(self, arguments: list[str]) -> None:
        done = run(*arguments)
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
        done = run(*arguments)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "Usage: " in done.stderr

    def test_an_unknown_locale_is_told_the_known_ones(self) -> None:
        assert "expected one of zh_Hans_CN, en, not 'fr'" in run("check", "a.json", "--locale", "fr").stderr

    @pytest.mark.parametrize("module", ["click", "rich"])
    def test_without_the_extra_it_says_what_to_install(self, module: str) -> None:
        done = without(module)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr == b"the command line needs an extra: pip install 'perfreport-cn[cli]'\n"

    def test_any_other_module_that_is_missing_is_no_extra(self) -> None:
        assert b"ModuleNotFoundError: import of perfreport.messages" in without("perfreport.messages").stderr

    def test_without_yaml_a_yaml_file_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "yaml", None)
        done = run("check", LUSONG)
        assert done.exit_code == 2
        assert "pip install 'perfreport-cn[yaml]'" in done.stderr

    def test_main_exits_with_the_code_of_the_command(
        self, saved: Callable[..., str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "argv", ["perfreport", "check", saved(WRONG)])
        with pytest.raises(SystemExit) as caught:
            cli.main()
        assert caught.value.code == 1

    def test_an_interrupt_is_told_from_errors_that_were_found(
        self, saved: Callable[..., str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupted(*_: object) -> NoReturn:
            raise KeyboardInterrupt

        monkeypatch.setattr(_commands, "every", interrupted)
        done = run("check", saved(WRONG))
        assert (done.exit_code, done.stdout) == (130, "")
