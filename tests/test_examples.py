"""The scripts for tool builders run, and every example and every output on a page is what really happens."""

import os
import re
import runpy
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

from tests.cases.console import run
from tests.cases.laws import SEVERAL

ROOT = Path(__file__).resolve().parent.parent
EXPECTED = {
    "build_and_check.py": "SUM001 error /budgets/general_public/expenditure/total/executed",
    "judge_a_table.py": "326.72万元 against 326.71万元: rounding, up to 0.02万元 may be rounding",
    "consolidate_units.py": "服务中心 None",
    "convert.py": "公开网页 {'amount': '38.26', 'unit': '万元'}",
    "explain_problems.py": "/budgets/general_public/revenue/executed: ",
    "score_a_form.py": "参训人员满意度: states 9, earns 9.47 (ratio)",
    "own_rule.py": "“青年大学习”全年平均参学率超100%，请说明分母。",
    "test_with_strategies.py": "holds",
}


@pytest.fixture(autouse=True)
def _few() -> Iterator[None]:
    """An example that draws reports shows how that is done; it need not draw many."""
    settings.register_profile("few", SEVERAL)
    settings.load_profile("few")
    yield
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


def test_every_script_is_known() -> None:
    assert {script.name for script in (ROOT / "examples").glob("*.py")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_script(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    runpy.run_path(str(ROOT / "examples" / name), run_name="__main__")
    assert EXPECTED[name] in capsys.readouterr().out


TEXTS = {
    page.relative_to(ROOT).as_posix(): page.read_text("utf-8")
    for page in sorted([*ROOT.glob("README*.md"), *ROOT.glob("docs/**/*.md")])
}
PAGES = [name for name, text in TEXTS.items() if "```python" in text]
PARSER = Sybil(parsers=[PythonCodeBlockParser()])
#: What the examples of a page print, and what a command prints that stands in the first line.
PRINTED = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SESSIONS = [
    (name, command, shown)
    for name, text in TEXTS.items()
    for command, shown in re.findall(r"^```console\n\$ perfreport (.+)\n((?:.*\n)*?)```$", text, re.MULTILINE)
]


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    # The examples of a page are one session, so they are one test: nothing may run them in another order.
    monkeypatch.chdir(ROOT)
    for example in PARSER.parse(ROOT / name).examples():
        example.evaluate()
    printed = capsys.readouterr().out
    assert [shown for shown in PRINTED.findall(TEXTS[name]) if shown not in printed] == []


@pytest.mark.parametrize(("name", "command", "shown"), SESSIONS)
def test_command(name: str, command: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = run(*shlex.split(command))
    assert done.stderr == ""
    # Three dots on a line of their own stand for what the page leaves out.
    kept = ".*".join(re.escape(part) for part in re.split(r"^…\n", shown, flags=re.MULTILINE))
    assert re.fullmatch(kept, done.stdout, re.DOTALL), f"{name}: {done.stdout}"


def test_the_pages_have_examples() -> None:
    assert sum(len(list(PARSER.parse(ROOT / name).examples())) for name in PAGES) >= 18
    assert sum(len(PRINTED.findall(TEXTS[name])) for name in PAGES) >= 3
    assert len(SESSIONS) >= 2


def test_both_commands_stand_in_the_readme_as_one_line_each() -> None:
    for name in ("main job", "tests"):
        found = re.findall(rf"^<!-- command: {name} -->\n```bash\n(.+)\n```$", TEXTS["README.md"], re.MULTILINE)
        assert len(found) == 1
        assert not found[0].startswith(("$", "#"))


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_what_the_readme_links_to_is_there(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", TEXTS[name])
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
