"""What `perfreport check` says of files, and of those that cannot be read."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from perfreport import Money, Quantity, Rate
from perfreport.cli._data import plain
from perfreport.frozenmap import FrozenMap
from tests.cases.console import CLEAN, LUSONG, LUSONG_COUNTS, WRONG, exact, run


class TestCheck:
    """What `perfreport check` says of files."""

    def test_findings_stand_under_their_file_the_worst_first_and_are_counted(self) -> None:
        done = run("check", LUSONG)
        lines = done.stdout.splitlines()
        assert done.exit_code == 0
        assert lines[0] == str(LUSONG)
        heads = [tuple(line.split(" ")[:2]) for line in lines if not line.startswith(" ")][1:-1]
        assert {("警告", "RATE002"), ("警告", "FORM003"), ("警告", "TEXT001"), ("提示", "SUM001")} <= set(heads)
        assert [word for word, _ in heads] == sorted((word for word, _ in heads), key=["错误", "警告", "提示"].index)
        assert lines[1:3] == ["警告 RATE002 执行数不超过预算数", "    一般公共预算 › 支出合计"]
        assert "    “深化团的改革，夯实基层基础”只有标题，没有内容。" in lines
        assert lines[-1] == LUSONG_COUNTS

    def test_an_error_is_told_by_the_exit_code(self, saved: Callable[..., str]) -> None:
        done = run("check", "--select", "SUM001", saved(WRONG))
        assert done.exit_code == 1
        assert "错误 SUM001" in done.stdout
        assert done.stdout.splitlines()[-1] == "共 1 个错误、0 个警告、0 个提示、1 处勾稽矛盾"

    @pytest.mark.parametrize(("locale", "words"), [("zh_Hans_CN", "未发现问题"), ("en", "nothing found")])
    def test_a_file_in_which_nothing_is_found_says_so(self, saved: Callable[..., str], locale: str, words: str) -> None:
        done = run("check", "--locale", locale, path := saved(CLEAN))
        assert (done.exit_code, done.stdout.splitlines()) == (0, [path, words])

    def test_english_counts_one_and_many(self, saved: Callable[..., str]) -> None:
        done = run("check", "--locale", "en", "--select", "SUM001", saved(WRONG))
        assert done.stdout.splitlines()[-1] == "1 error, 0 warnings, 0 notes, 1 contradiction"

    @pytest.mark.parametrize("spelling", ["zh-CN", "zh_Hans", "zh_SG.UTF-8"])
    def test_any_spelling_of_a_locale_will_do(self, spelling: str) -> None:
        assert "40.44万元" in run("check", LUSONG, "--locale", spelling).stdout

    def test_a_locale_in_traditional_characters_is_told_what_there_is(self) -> None:
        done = run("check", LUSONG, "--locale", "zh-TW")
        assert done.exit_code == 2
        assert "expected one of zh_Hans_CN, en, not 'zh-TW' (traditional characters are not" in done.stderr

    def test_files_that_cannot_be_read_keep_no_other_from_being_checked(self, saved: Callable[..., str]) -> None:
        wrong, clean = saved(WRONG), saved(CLEAN, "b.yaml")
        done = run("check", "missing.json", wrong, "report.docx", clean)
        assert done.exit_code == 2
        assert [line for line in done.stdout.splitlines() if line.endswith((".json", ".yaml"))] == [wrong, clean]
        assert done.stdout.splitlines()[-1].startswith("4 个文件：共 ")
        assert done.stdout.endswith("；2 个文件未能检查\n")
        assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["missing.json", "report.docx"]
        assert "\n\n" + clean in done.stdout
        assert not done.stdout.startswith("\n")

    def test_json_has_every_file_and_every_fact_exactly(self, saved: Callable[..., str]) -> None:
        clean = saved(CLEAN)
        done = run("check", "--format", "json", LUSONG, "missing.json", clean)
        first, missing, last = exact(done.stdout)
        assert done.exit_code == 2
        error = done.stderr.rstrip("\n")
        assert missing == {
            "file": "missing.json",
            "profile": "national",
            "findings": [],
            "contradictions": [],
            "error": error,
        }
        assert last == {"file": clean, "profile": "national", "findings": [], "contradictions": []}
        assert first["file"] == str(LUSONG)
        assert all(
            list(found) == ["code", "severity", "pointer", "place", "facts", "message"] for found in first["findings"]
        )
        facts = {found["code"]: found["facts"] for found in first["findings"]}
        assert facts["SUM001"] == {
            "case": "rounding",
            "total": {"amount": "40.44", "unit": "万元"},
            "parts": [{"amount": "30.33", "unit": "万元"}, {"amount": "10.12", "unit": "万元"}],
            "sum": {"amount": "40.45", "unit": "万元"},
            "gap": {"amount": "0.01", "unit": "万元"},
        }
        assert facts["RATE002"]["rate"] == {
            "percent": "105.70",
            "numerator": {"amount": "40.44", "unit": "万元"},
            "denominator": {"amount": "38.26", "unit": "万元"},
            "basis": "unspecified",
        }
        assert facts["FORM003"] == {"kind": "special-fund"}

    def test_json_holds_facts_of_every_kind(self) -> None:
        undefined = Rate.of(Money.wan(1), Money.wan(0))
        counted = Rate.of(Quantity.parse("1名"), Quantity.parse("4名"), basis="名额")
        facts = {
            "rates": (undefined, counted),
            "map": FrozenMap({"year": 2022, "flag": True, "no": None}),
            "other": b"",
        }
        one = {"amount": "1", "unit": "万元"}
        assert plain(FrozenMap(facts)) == {
            "rates": [
                {"percent": None, "numerator": one, "denominator": one | {"amount": "0"}, "basis": None},
                {"percent": "25.00", "numerator": "1名", "denominator": "4名", "basis": "名额"},
            ],
            "map": {"year": 2022, "flag": True, "no": None},
            "other": "b''",
        }


DOCUMENT = '{"schema": 2, "year": 2022, "department": {"name": "某局"}}'


class TestFilesThatCannotBeRead:
    """Each is one message that names the file, and exit code 2."""

    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("missing.yaml", None, "cannot be read: no such file or directory"),
            ("a.docx", b"", "its name ends in none of .json, .yaml, .yml"),
            ("gbk.yaml", "部门: 财政局".encode("gbk"), "it looks like GBK: save it as UTF-8"),
            ("empty.json", b"", "the document is empty"),
            ("nested.json", b"[" * 100_000, "nested deeper than 64 levels"),
            ("nested.yaml", b"[" * 10_000, "nested deeper than 64 levels"),
            ("broken.json", b"{", "not JSON at line 1, column 2"),
            ("newer.json", DOCUMENT.replace("2", "3", 1).encode(), "/schema: schema 3 is not known"),
            ("wrong.json", DOCUMENT.replace("2022", '"x"').encode(), "/year: expected a whole number"),
        ],
    )
    @pytest.mark.parametrize("verb", ["check", "show"])
    def test_it_is_named_with_the_reason(
        self, tmp_path: Path, verb: str, name: str, data: bytes | None, reason: str
    ) -> None:
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        done = run(verb, path)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.startswith(f"{path}: ")
        assert reason in done.stderr

    def test_a_directory_is_none(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").mkdir()
        done = run("check", tmp_path / "a.yaml", tmp_path)
        assert done.exit_code == 2
        assert len(done.stderr.splitlines()) == 2

    def test_twenty_problems_are_listed_and_the_rest_counted(self, tmp_path: Path) -> None:
        path = tmp_path / "many.json"
        path.write_text(json.dumps(json.loads(DOCUMENT) | {"goals": {"overall": [{"text": ""}] * 50}}), "utf-8")
        lines = run("check", path).stderr.splitlines()
        assert len(lines) == 22
        assert lines[1].startswith("  - /goals/overall/0/text: ")
        assert lines[-1] == "  … and 30 more"

    def test_a_byte_order_mark_is_no_obstacle(self, tmp_path: Path) -> None:
        path = tmp_path / "bom.json"
        path.write_bytes(b"\xef\xbb\xbf" + DOCUMENT.encode())
        assert run("check", path).exit_code == 0
