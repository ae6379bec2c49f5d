"""The scripts for tool builders run, and say what they are there to show."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

ROOT = Path(__file__).resolve().parent.parent
EXPECTED = {
    "build_and_check.py": "SUM001 error /budgets/general_public/expenditure/total/executed",
    "judge_a_table.py": "326.72万元 against 326.71万元: rounding, up to 0.02万元 may be rounding",
    "convert.py": "公开网页 {'amount': '38.26', 'unit': '万元'}",
    "explain_problems.py": "/budgets/general_public/revenue/executed: ",
    "test_with_strategies.py": "holds",
}


def test_every_script_is_known() -> None:
    assert {script.name for script in (ROOT / "examples").glob("*.py")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_script(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", ROOT / "examples" / name], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert EXPECTED[name] in done.stdout


PAGES = [
    page
    for page in sorted([*ROOT.glob("README*.md"), *ROOT.glob("docs/**/*.md")])
    if "```python" in page.read_text("utf-8")
]
PARSER = Sybil(parsers=[PythonCodeBlockParser()])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_page(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The examples of a page are one session, so they are one test: nothing may run them in another order.
    monkeypatch.chdir(ROOT)
    for example in PARSER.parse(page).examples():
        example.evaluate()


def test_the_pages_have_examples() -> None:
    assert sum(len(list(PARSER.parse(page).examples())) for page in PAGES) >= 12


def test_both_commands_stand_in_the_readme_as_one_line_each() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    for name in ("main job", "tests"):
        found = re.findall(rf"^<!-- command: {name} -->\n```bash\n(.+)\n```$", text, re.MULTILINE)
        assert len(found) == 1
        assert not found[0].startswith(("$", "#"))
