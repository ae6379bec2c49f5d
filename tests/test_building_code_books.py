"""The script that builds the code books refuses what contradicts itself, and writes all or nothing."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "data" / "code_books"
FILES = {"functional": "functional_classification", "economic": "economic_classification"}
SCRIPT = ROOT / "scripts" / "build_code_books.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_code_books", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "csv"))


def _written(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(data.glob("*"))}


def _edit(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


class TestBuilding:
    """The data files are rebuilt from tables in CSV, all or nothing."""

    def test_the_present_books_are_rebuilt_byte_for_byte(self, script: ModuleType, tmp_path: Path) -> None:
        assert script.main(["--export", str(tmp_path / "csv")]) == 0
        assert script.main([str(tmp_path / "csv"), "--data", str(tmp_path / "data")]) == 0
        assert _written(tmp_path / "data") == _written(script.DATA)

    def test_the_command_runs(self, tables: Path, tmp_path: Path) -> None:
        command = [sys.executable, "-X", "utf8", SCRIPT, tables, "--data", tmp_path / "data"]
        done = subprocess.run(list(map(str, command)), capture_output=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines()[0] == "functional.tsv: 6 rows"

    def test_editions_become_years(self, script: ModuleType, tables: Path, tmp_path: Path) -> None:
        assert script.main([str(tables), "--data", str(tmp_path / "data")]) == 0
        rows = [line.split("\t") for line in (tmp_path / "data" / "functional.tsv").read_text("utf-8").splitlines()]
        years = {row[0]: (row[5], row[6], row[10]) for row in rows[1:]}
        assert years == {
            "201": ("", "", ""),
            "20103": ("", "", ""),
            "2010308": ("", "2023", "moved to 20140"),
            "20140": ("2024", "", ""),
            "2014004": ("2024", "", ""),
            "20141": ("2025", "", "the year is uncertain"),
        }
        editions = [line.split("\t") for line in (tmp_path / "data" / "books.tsv").read_text("utf-8").splitlines()]
        assert {row[0]: row[3:] for row in editions[1:]} == {
            "cofog": ["1999", ""],
            "department-economic": ["2018", "2024"],
            "functional": ["2024", "2024"],
            "government-economic": ["2018", "2024"],
        }

    def test_building_twice_changes_nothing_and_order_does_not_matter(
        self, script: ModuleType, tables: Path, tmp_path: Path
    ) -> None:
        data = tmp_path / "data"
        assert script.main([str(tables), "--data", str(data)]) == 0
        before = _written(data)
        for table in tables.glob("*.csv"):
            heading, *lines = table.read_text("utf-8").splitlines()
            # As a spreadsheet would save it: with a byte order mark, and other line ends.
            table.write_bytes("\r\n".join(["\ufeff" + heading, *reversed(lines), ""]).encode())
        assert script.main([str(tables), "--data", str(data)]) == 0
        assert _written(data) == before

    def test_tables_that_are_not_given_are_kept(self, script: ModuleType, tables: Path, tmp_path: Path) -> None:
        data = tmp_path / "data"
        assert script.main([str(tables), "--data", str(data)]) == 0
        before = _written(data)
        (tables / "functional_cofog.csv").unlink()
        assert script.main([str(tables), "--data", str(data)]) == 0
        assert _written(data) == before

    @pytest.mark.parametrize(
        ("edit", "problem"),
        [
            (("functional", "20140,信访", "20103,信访"), "functional 20103: stands twice in one year"),
            (("functional", "20140,信访", "20142,信访"), "functional 2014004: an orphan, 20140 is not"),
            (("functional", "款,201,2024,memory\n2014004", "款,201,<=2023,memory\n2014004"), "an orphan, 20140"),
            (("functional", "项,20140", "款,20140"), "2014004: level 'group' does not go with its length"),
            (("functional", "项,20140", "项,20103"), "2014004: the code above it is '20140', not '20103'"),
            (("functional", "2014004,", "201404,"), "functional 201404: not the shape of a code"),
            (("functional", "2014004,信访业务", "2014004,"), "functional 2014004: no name"),
            (("functional", "信访业务", "信访\t业务"), "row 6: name_zh has a tab or a line break"),
            (("functional", "<=2023,memory", "<=2023,hearsay"), "2010308: source 'hearsay' is none of"),
            (("functional", "2025?", "soon"), "20141: edition 'soon' is neither a year, a span nor"),
            (("functional", "<=2023", "2023-2020"), "2010308: '2023' to '2020' are no years in order"),
            (("functional", ",published", ""), "row 2: as many cells as columns are needed"),
            (("functional", '"Data affairs, new"', '"Data affairs'), "functional_classification.csv: "),
            (("economic", "30201,办公费", "3020101,办公费"), "3020101: not the shape of a code"),
            (("economic", "Office costs,款,502", "Office costs,款,501"), "50201: the code above it is '502'"),
            (("economic", "政府预算支出经济分类,21/22", "别的,21/22"), "'别的' is no book of this table"),
            (("cofog", "01.1,", "02.1,"), "cofog 02.1: an orphan, 02 is not in force"),
            (("cofog", "01.1.1,Executive and legislative organs  (CS)", "01.1.1,"), "cofog 01.1.1: no name"),
            (("economic_mapping", "50201", "50299"), "economic_mapping 30201: government-economic has no 50299"),
            (("economic_mapping", "30201,", "30299,"), "economic_mapping 30299: department-economic has no such code"),
            (("economic_mapping", "high", "sure"), "economic_mapping 30201: confidence 'sure' is none of"),
            (("economic_mapping", "30201,50201,,high,\n", "30201,50201,,high,\n" * 2), "30201: stands twice"),
            (("functional_cofog", "201,01.1", "201,01.2"), "functional_cofog 201: cofog has no 01.2"),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_told_and_nothing_is_written(
        self,
        script: ModuleType,
        tables: Path,
        capsys: pytest.CaptureFixture[str],
        edit: tuple[str, str, str],
        problem: str,
    ) -> None:
        table, before, after = edit
        _edit(tables / f"{FILES.get(table, table)}.csv", before, after)
        data = tables / "data"
        assert script.main([str(tables), "--data", str(data)]) == 1
        assert problem in capsys.readouterr().err
        assert not data.exists()

    def test_all_problems_are_told_at_once(
        self, script: ModuleType, tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        _edit(tables / "functional_classification.csv", "20140,信访", "20142,信访")
        _edit(tables / "functional_classification.csv", "2025?", "soon")
        _edit(tables / "cofog.csv", "01.1,", "02.1,")
        _edit(tables / "economic_mapping.csv", "high", "sure")
        assert script.main([str(tables), "--data", str(tmp_path / "data")]) == 1
        assert capsys.readouterr().err == (
            "6 problem(s), nothing is written:\n"
            "  - 20141: edition 'soon' is neither a year, a span nor a list\n"
            "  - functional 2014004: an orphan, 20140 is not in force in all of its years\n"
            "  - cofog 02.1: an orphan, 02 is not in force in all of its years\n"
            "  - cofog 01.1.1: an orphan, 01.1 is not in force in all of its years\n"
            "  - economic_mapping 30201: confidence 'sure' is none of high, medium, low, recommended\n"
            "  - functional_cofog 201: cofog has no 01.1\n"
        )

    def test_a_table_that_is_missing_and_one_that_is_no_text(
        self, script: ModuleType, tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tables / "cofog.csv").unlink()
        (tables / "economic_mapping.csv").write_bytes("编码".encode("gbk"))
        assert script.main([str(tables), "--data", str(tmp_path / "data")]) == 1
        told = capsys.readouterr().err
        assert "cofog.csv: not found" in told
        assert "economic_mapping.csv: 'utf-8' codec can't decode" in told

    def test_a_name_changes_only_when_that_is_allowed(
        self, script: ModuleType, tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        data = tmp_path / "data"
        assert script.main([str(tables), "--data", str(data)]) == 0
        before = _written(data)
        _edit(tables / "functional_classification.csv", "信访业务", "信访接待")
        _edit(tables / "cofog.csv", "01,General", "01,Other")
        assert script.main([str(tables), "--data", str(data)]) == 1
        told = capsys.readouterr().err
        assert "functional 2014004: was 信访业务, is 信访接待" in told
        assert "cofog 01: was General public services, is Other public services" in told
        assert _written(data) == before
        assert script.main([str(tables), "--data", str(data), "--allow-renames"]) == 0
        assert "信访接待" in (data / "functional.tsv").read_text("utf-8")

    def test_a_book_needs_an_edition_and_years(
        self, script: ModuleType, tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tables / "books.csv").write_text(
            "name,table,edition,first_year,last_year\nfunctional,functional,,2024,2024\nother,cofog,x,1999,\n", "utf-8"
        )
        assert script.main([str(tables), "--data", str(tmp_path / "data")]) == 1
        told = capsys.readouterr().err
        assert "books: functional needs an edition and years" in told
        assert "books: 'other' in table 'cofog' is no book" in told
        assert "books: cofog stands 0 times" in told
