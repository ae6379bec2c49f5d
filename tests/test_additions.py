"""
What an addition costs: a field is its line, a form its class and its layout, a rule one place, a sum one row.

Each is made to a copy of the library, and everything that follows from the declarations has to know of it there.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import perfreport

SOURCE = Path(perfreport.__file__).parent

#: The lines that are added, by the file and a pattern of the line that they follow.
ADDED = {
    "a field": [
        (
            "model/budget.py",
            '    name: Annotated.*"Project".*\n',
            '    sponsor: Annotated[str | None, Term("项目归口科室", "Sponsor", "项目支出表")] = None\n',
        )
    ],
    "a stage": [
        ("classification/budget.py", '    RECEIVED = "received"\n', '    FROZEN = "frozen"\n'),
        (
            "model/lines.py",
            "    received: Annotated.*\n",
            '    frozen: Annotated[Money | None, Term("冻结数", "Frozen", "预算管理一体化规范")] = None\n',
        ),
    ],
    "a form": [
        (
            "model/attachments.py",
            "from perfreport.model.base_data import BaseData\n",
            "from perfreport.model.transfer import TransferSelfEvaluation\n",
        ),
        (
            "model/attachments.py",
            "    evaluations: Annotated.*\n",
            (
                "    transfers: Annotated[tuple[TransferSelfEvaluation, ...], "
                'Term("转移支付绩效自评表", "Transfers", "转移支付")] = ()\n'
            ),
        ),
        (
            "model/__init__.py",
            "from perfreport.model.report import Cover, Department, PerformanceReport\n",
            "from perfreport.model.transfer import TransferSelfEvaluation\n",
        ),
        ("model/__init__.py", '    "ThreePublic",\n', '    "TransferSelfEvaluation",\n'),
        (
            "layouts/forms.py",
            "FORMS.* = \\(\n",
            (
                "    Layout(\n"
                "        kind=TransferSelfEvaluation,\n"
                '        title=Term("{name}  {year}年度转移支付绩效自评表", "{name}: transfer, {year}"),\n'
                "        parts=(FUNDING, INDICATORS, RESULT),\n"
                "    ),\n"
            ),
        ),
        ("layouts/forms.py", "    ThreePublic,\n\\)\n", "from perfreport.model import TransferSelfEvaluation\n"),
    ],
    "a rule": [
        (
            "rules/texts.py",
            "_WHOLE = 100\n",
            (
                '@rule(\n    "TEXT999",\n    cites=["归口管理"],\n'
                '    title=("写明归口科室", "A project has a sponsor"),\n'
                '    remedy=("补写。", "Add it."),\n'
                '    cases={"": Case(Severity.NOTE, "{name}没有归口科室。", "{name} has no sponsor.")},\n)\n'
                "def projects_have_a_sponsor(index: Index) -> Iterator[Seen]:\n"
                '    """A project has a sponsor."""\n'
                "    for way, project, _ in index.each(Project):\n"
                "        if project.sponsor is None:\n"
                '            yield Seen(way, {"name": project.name})\n\n\n'
            ),
        ),
        ("rules/texts.py", "from perfreport.money import Money, Unit\n", "from perfreport.model import Project\n"),
    ],
    "a sum": [
        (
            "reconciliation/equations/_table.py",
            "FAMILIES: .* = \\(\n",
            (
                '    Family(\n        code="SUM999",\n        name="projects_are_their_sources",\n'
                '        equations=(Sum(owners=(Project,), whole=("amounts",), parts=("sources.*.amounts",)),),\n'
                '        cites=("项目支出表",),\n'
                '        title=("项目金额等于资金来源之和", "A project is the sum of its sources"),\n'
                '        manual=("项目金额等于各资金来源之和。", "A project is the sum of its sources."),\n    ),\n'
            ),
        ),
        (
            "reconciliation/equations/_table.py",
            "from perfreport.reconciliation.equations._core import Family, Levels, Sum\n",
            "from perfreport.model import Project\n",
        ),
    ],
}
#: The module of the form: its class, and nothing else.
FORM = '''"""The self-evaluation of a transfer payment."""

from typing import Annotated, ClassVar, final

from attrs import frozen

from perfreport.model._fields import NOTHING_MORE, DocumentExtra, Year, checked
from perfreport.model.funding import Funding
from perfreport.model.indicators import IndicatorTree
from perfreport.model.results import Result
from perfreport.money import Presentation
from perfreport.names import Term


@final
@frozen(kw_only=True, field_transformer=checked)
class TransferSelfEvaluation:
    """转移支付绩效自评表."""

    SOURCE: ClassVar = "转移支付绩效自评表"

    year: Annotated[Year, Term("年度", "Fiscal year")]
    name: Annotated[str, Term("转移支付名称", "Transfer")]
    presentation: Annotated[Presentation | None, Term("金额列示", "Presentation of money")] = None
    funding: Annotated[Funding | None, Term("项目资金", "Funds")] = None
    indicators: Annotated[IndicatorTree | None, Term("绩效指标", "Indicators")] = None
    result: Annotated[Result | None, Term("自评结果", "Result")] = None
    extra: DocumentExtra = NOTHING_MORE
'''
#: What is asked of the library with the additions, in a process of its own.
ASKED = '''
from perfreport import BudgetStage, check, dumps, loads, reconcile
from perfreport.documents import compose
from perfreport.documents.blocks import cells
from perfreport.errors import InvalidDocument
from perfreport.messages import place, render
from perfreport.model import PerformanceReport, Project, TransferSelfEvaluation, walk
from perfreport.reconciliation.equations import FAMILIES
from perfreport.rules import STANDARD
from perfreport.serialization import FORMS
from perfreport.testing import assert_same
from perfreport.vocabulary import FIELDS, WORDS
from hypothesis import find, settings, strategies as st, Phase

FEW = settings(database=None, derandomize=True, phases=[Phase.generate])
text = """
schema: 2
year: 2022
department: {name: 某局}
presentation: {unit: 万元, places: 2}
budgets:
  general_public:
    projects:
      items:
        - name: 甲
          sponsor: 预算科
          amounts: {executed: 3.00万元, frozen: 1.00万元}
          sources: [{source: other, amounts: {executed: 1.00万元}}]
        - {name: 乙}
"""
report = loads(text, "yaml")

# A field: its check, its names, its place on the page, in files and in draws.
project = report.budgets.general_public.projects.items[0]
assert project.sponsor == "预算科"
assert FIELDS["Project"]["sponsor"].zh == "项目归口科室"
try:
    loads(text.replace("预算科", "[]"), "yaml")
except InvalidDocument as error:
    assert [problem.pointer for problem in error.problems] == ["/budgets/general_public/projects/items/0/sponsor"]
else:
    raise AssertionError("a list is no text")
assert_same(loads(dumps(report, "json"), "json"), report)
assert ("budgets", "general_public", "projects", "items", 0, "sponsor") in {cell.way for cell in cells(compose(report))}
assert find(st.from_type(Project), lambda drawn: drawn.sponsor is not None, settings=FEW).sponsor
assert place("/budgets/general_public/projects/items/0/sponsor", document=report).endswith("项目归口科室")

# A stage: a column of every row, in its place of the year, with its word.
assert [stage.key for stage, _ in project.amounts.stated()] == ["frozen", "executed"]
assert BudgetStage("frozen").key == "frozen" and WORDS["BudgetStage"]["frozen"].zh == "冻结数"
assert any(cell.text == "1.00" and cell.way[-1] == "frozen" for cell in cells(compose(report)) if cell.way)

# A rule, and a sum: found, told, and judged together with all others.
codes = {rule.code for rule in STANDARD}
assert {"TEXT999", "SUM999"} <= codes
found = {finding.code: finding for finding in check(report)}
assert render(found["TEXT999"]) == "乙没有归口科室。"
assert found["SUM999"].pointer == "/budgets/general_public/projects/items/0/amounts/executed"
assert any("SUM999" in conflict.codes for conflict in reconcile(report).conflicts)
assert FAMILIES[0].code == "SUM999"

# A form: alone and attached, read, shown, checked like its kin, drawn.
form = """
schema: 2
form: transfer-self-evaluation
year: 2022
name: 某转移支付
funding: {total: {adjusted: 10.00万元, executed: 20.00万元, execution_rate: 50%}, weight: "10", score: "12"}
indicators:
  levels:
    - {name: 产出, indicators: [{name: 合格率, target: ≥95%, actual: 90%, weight: "50", score: "50"}]}
result: {weight: "100", score: "62"}
"""
assert FORMS["transfer-self-evaluation"] is TransferSelfEvaluation
alone = loads(form, "yaml")
assert {"RATE001", "RATE002", "SCORE001", "SCORE003", "SCORE007", "SCORE009"} <= {each.code for each in check(alone)}
assert "某转移支付  2022年度转移支付绩效自评表" in {cell.text for cell in cells(compose(alone))} | {
    "".join(cell.text for cell in compose(alone)[0].cells)
}
assert walk.kinds(PerformanceReport).count(TransferSelfEvaluation) == 1
assert find(st.from_type(TransferSelfEvaluation), lambda drawn: True, settings=FEW).year
'''


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where a copy of the library stands that has every addition."""
    root = tmp_path_factory.mktemp("changed")
    shutil.copytree(SOURCE, root / "perfreport", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "perfreport/model/transfer.py").write_text(FORM, "utf-8")
    for additions in ADDED.values():
        for name, after, lines in additions:
            path = root / "perfreport" / name
            text = path.read_text("utf-8")
            (found,) = re.finditer(after, text)
            path.write_text(text[: found.end()] + lines + text[found.end() :], "utf-8")
    return root


def test_everything_follows_from_what_is_declared(changed: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(changed), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", ASKED], env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    assert done.returncode == 0
