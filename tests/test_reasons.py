"""Why something was refused is data: every sentence stands in the source, and has its Chinese."""

import ast
import pickle
import re
from pathlib import Path
from string import Formatter

import pytest

import perfreport
from perfreport import Money, PerformanceReport, loads
from perfreport.errors import (
    InvalidDocument,
    InvalidMoney,
    InvalidValue,
    MissingExtra,
    Noncompliant,
    PerfReportError,
    UnknownRule,
    UnreadableFile,
    UnsupportedSchema,
    shown,
)
from perfreport.findings import Finding, Problem, ProblemKind, Reason, Severity, because
from perfreport.frozenmap import FrozenMap
from perfreport.messages import problems
from perfreport.messages.catalogues import ZH
from tests.cases.documents import document, refused

SOURCE = Path(perfreport.__file__).parent
#: Where the template stands among the arguments of the functions that make reasons.
_MAKERS = {"because": 0, "Reason": 0, "no": 1, "refuse": 3}
#: The functions that are handed a template or a reason by others.
_HANDED_ON = {"_checks.py": 1, "findings.py": 1, "_refusals.py": 1, "_json.py": 1}


def _templates() -> tuple[dict[str, str], dict[str, int]]:
    """Return every template with the file that it stands in, and how many reasons are made of something else."""
    found: dict[str, str] = {}
    others: dict[str, int] = {}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            made = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if isinstance(node, ast.Call) and made in _MAKERS and len(node.args) > _MAKERS[made]:
                said = node.args[_MAKERS[made]]
                if isinstance(said, ast.Constant) and isinstance(said.value, str):
                    found[said.value] = path.name
                # A reason that was made elsewhere may be handed on; a text may not.
                elif made != "no" or (isinstance(said, ast.Attribute) and said.attr == "template"):
                    others[path.name] = others.get(path.name, 0) + 1
    return found, others


REASONS = ZH.texts
TEMPLATES, OTHERS = _templates()


def _braces(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


class TestTemplates:
    """The templates are the reasons' names, and so they are all known."""

    def test_every_template_is_a_literal(self) -> None:
        assert OTHERS == _HANDED_ON
        assert len(TEMPLATES) > 150

    def test_every_template_has_its_chinese_and_nothing_else_has(self) -> None:
        assert sorted(set(TEMPLATES) - set(REASONS)) == []
        assert sorted(set(REASONS) - set(TEMPLATES)) == []

    @pytest.mark.parametrize("template", REASONS)
    def test_both_languages_hold_the_same_facts(self, template: str) -> None:
        assert _braces(REASONS[template]) == _braces(template)

    @pytest.mark.parametrize("template", [template for template in REASONS if re.search("[a-z]{3}", template)])
    def test_a_sentence_is_translated(self, template: str) -> None:
        words = re.sub(r"\{[^{}]*\}", "", template)
        assert REASONS[template] != template or not re.search("[a-z]{3} [a-z]", words)


class TestLanguages:
    """A reason, a problem and an error say the same in every language, with the facts as they are."""

    def test_the_words_of_a_check(self) -> None:
        with pytest.raises(InvalidValue) as caught:
            PerformanceReport(year=13, department=None)  # type: ignore[arg-type]
        reason = caught.value.reason
        assert (reason.facts["low"], reason.facts["high"], reason.facts["given"]) == (1949, 2199, "13")
        assert problems.reason(reason) == "应为1949至2199的整数，而不是13"
        assert problems.reason(reason, "en") == str(reason) == "expected a whole number from 1949 to 2199, not 13"

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ("13", "“13”"),
            ("it's", "“it's”"),
            ("x" * 100, f"“{'x' * 60}”等（共100个字符）"),
            (10**61, "203位的二进制整数"),
            ([], "列表"),
            ({}, "键值结构"),
            ((), "元组"),
            (object(), "object类型的值"),
            (None, "空值"),
            (True, "true"),
            (1.5, "1.5"),
        ],
    )
    def test_what_was_given(self, given: object, said: str) -> None:
        told = because("expected text, not {given}", given=shown(given))
        assert problems.reason(told) == f"应为文本，而不是{said}"

    def test_reasons_inside_reasons_and_lists_of_words(self) -> None:
        with pytest.raises(InvalidMoney) as caught:
            Money.parse("38.26")
        assert problems.error(caught.value) == "“38.26”不是金额：没有元、万元等单位"
        told = because("expected one of {values}, not {given}", values=("元", "万元"), given=shown("吨"))
        assert problems.reason(told) == "应为以下之一：元、万元；而不是“吨”"
        assert str(told) == "expected one of 元, 万元, not '吨'"

    def test_a_sentence_that_has_no_chinese_is_said_in_english(self) -> None:
        assert problems.reason(Reason("ours: {number}", FrozenMap({"number": 1}))) == "ours: 1"

    def test_a_problem_is_one_line(self) -> None:
        problem = Problem("/a\nb", ProblemKind.MISSING, because("missing"))
        assert problems.problem(problem) == r"/a\nb: 缺少必填内容"
        assert problems.problem(Problem("", ProblemKind.MISSING, because("missing"))) == "（整份文件）: 缺少必填内容"

    @pytest.mark.parametrize(
        ("error", "chinese"),
        [
            (UnreadableFile("a.json", because("cannot be read: {why}", why=because("is a directory"))),
             "a.json: 无法读取：是目录而不是文件"),
            (UnsupportedSchema("3", (1, 2), "a.json"),
             "a.json: /schema: 本版本无法识别schema 3（可识别：1、2）；请尝试更新perfreport-cn"),
            (MissingExtra("yaml", because("reading and writing YAML")),
             "读写YAML需要安装附加组件：pip install 'perfreport-cn[yaml]'"),
            (UnknownRule((("SUM01", ("SUM001", "SUM")), ("X", ()))),
             ("2个规则名称无法识别：\n  - “SUM01”：是否指SUM001、SUM？\n"
              "  - “X”：应为规则代码（如SUM001）或规则类别（如SUM）")),
            (Noncompliant((Finding("SUM001", Severity.ERROR, "/budgets"),)),
             "共1处问题：\n  - SUM001 错误，位于/budgets"),
            (PerfReportError("words"), "words"),
        ],
        ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
    )  # fmt: skip
    def test_an_error(self, error: PerfReportError, chinese: str) -> None:
        assert problems.error(error) == chinese
        assert problems.error(error, "en") == str(error)

    def test_a_document_with_many_problems(self) -> None:
        error = refused(f'{{"schema": 2, "year": 2022, "department": {{"name": "甲", "duties": {[1] * 200}}}}}')
        lines = problems.error(error).splitlines()
        assert lines[0] == "无法读取为报告或表格，共200处问题："
        assert lines[1] == "  - /department/duties/0: 应为文本，而不是1"
        assert lines[-1] == "  ……另有180项"
        assert len(lines) == 22


class TestProblems:
    """A problem says as data what was given and what was expected."""

    def test_what_was_given_and_what_was_expected(self) -> None:
        tree = '{"schema": 2, "year": 13, "department": {}, "presentation": {"unit": "吨"}}'
        found = {problem.pointer: problem for problem in refused(tree).problems}
        assert (found["/year"].kind, found["/year"].given) == (ProblemKind.VALUE, "13")
        assert found["/year"].reason.facts["high"] == 2199
        assert (found["/department/name"].kind, found["/department/name"].given) == (ProblemKind.MISSING, None)
        assert found["/presentation/unit"].reason.facts["values"] == ("元", "千元", "万元", "亿元")
        assert found["/presentation/unit"].given == "'吨'"

    def test_errors_with_reasons_travel_between_processes(self) -> None:
        with pytest.raises(InvalidDocument) as caught:
            loads(str(document(year=1)).replace("'", '"'), "json")
        again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
        assert (again.problems, str(again)) == (caught.value.problems, str(caught.value))
