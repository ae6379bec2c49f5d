"""The code books say what they know, keep apart what they do not, and are rebuilt without a surprise."""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from perfreport.codes import books
from perfreport.codes.books import (
    Book,
    CodeOutcome,
    Entry,
    Level,
    Source,
    cofog,
    department_economic,
    functional,
    government_economic,
    judge_code,
    normal_code,
)
from perfreport.errors import InvalidValue
from perfreport.numerals import round_half_up

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "data" / "code_books"
FILES = {"functional": "functional_classification", "economic": "economic_classification"}
SCRIPT = ROOT / "scripts" / "build_code_books.py"


def _entry(code: str, name: str = "甲", **other: Any) -> Entry:
    level = {3: Level.CLASS, 5: Level.GROUP, 7: Level.ITEM}[len(code)]
    given = {"parent": code[:-2] if len(code) > 3 else None, "source": Source.DOCUMENT, "name_en": None, **other}
    return Entry(code=code, name_zh=name, level=level, **given)


def _book(*entries: Entry) -> Book:
    return Book(name="ours", edition="ours", first_year=2020, last_year=2024, entries=entries)


class TestBooks:
    @pytest.mark.parametrize(
        ("book", "rows"),
        [(functional, 499), (department_economic, 109), (government_economic, 81), (cofog, 188)],
    )
    def test_each_book_is_read_once_and_is_whole(self, book: Callable[[], Book], rows: int) -> None:
        assert book() is book()
        assert len(book()) == len(list(book())) == rows
        assert [entry.code for entry in book()] == sorted(entry.code for entry in book())

    def test_a_row_says_what_the_list_says(self) -> None:
        entry = functional().get("2012902", 2024)
        assert entry is not None
        assert (entry.name_zh, entry.level, entry.parent) == ("一般行政管理事务", Level.ITEM, "20129")
        assert entry.source.confirmed
        tax = department_economic().get("30240", 2024)
        assert tax is not None
        assert tax.gfsm == ("282",)
        mixed = government_economic().get("505", 2024)
        assert mixed is not None
        assert mixed.gfsm == ("21", "22")

    @pytest.mark.parametrize(
        ("code", "years", "others"),
        [
            ("2013901", [2024, 2025], [2023, 2022]),
            ("20140", [2024], [2023]),
            ("2014004", [2024], [2023]),
            ("21017", [2024], [2023]),
            ("21018", [2024], [2023]),
            ("2010308", [2018, 2022, 2023], [2024]),
            ("21016", [2019, 2023], [2018, 2024]),
            ("218", [2008, 2013], [2014]),
            ("2012901", [2010, 2022, 2024, 2026], []),
            ("999", [], [2024]),
            ("", [], [2024]),
        ],
    )
    def test_a_code_is_found_in_the_years_that_nothing_speaks_against(
        self, code: str, years: list[int], others: list[int]
    ) -> None:
        assert [year for year in years if functional().get(code, year) is None] == []
        assert [year for year in others if functional().get(code, year) is not None] == []

    def test_only_the_years_of_the_edition_are_covered(self) -> None:
        assert [year for year in range(2015, 2030) if functional().covers(year)] == [2024]
        assert [year for year in range(2015, 2030) if department_economic().covers(year)] == list(range(2018, 2025))
        assert [year for year in (1998, 1999, 2050) if cofog().covers(year)] == [1999, 2050]

    def test_up_and_down(self) -> None:
        book = functional()
        assert [entry.code for entry in book.children("20806", 2024)] == []
        assert [entry.code for entry in book.children("20816", 2024)] == ["2081602"]
        assert [entry.code for entry in book.children("20139", 2024)][:2] == ["2013901", "2013902"]
        assert book.children("20139", 2023) == ()
        assert book.children("", 2024) == ()
        parent = book.parent("2012901", 2024)
        assert parent is not None
        assert parent.name_zh == "群众团体事务"
        assert book.parent("201", 2024) is None
        assert book.parent("999", 2024) is None
        assert "218" in {entry.code for entry in book.roots(2013)} - {entry.code for entry in book.roots(2024)}
        assert len(book.roots(2024)) == 30
        assert [entry.code for entry in cofog().children("01.1", 2024)] == ["01.1.1", "01.1.2", "01.1.3"]

    def test_labels_fall_back_on_the_language_that_there_is(self) -> None:
        assert functional().label("20106", 2024) == "财政事务"
        assert functional().label("20106", 2024, "en") == "Fiscal affairs"
        assert cofog().label("01.1.2", 2024, "zh") == "Financial and fiscal affairs"
        assert _book(_entry("201")).label("201", 2024, "en") == "甲"
        assert functional().label("20199999", 2024) is None

    def test_what_is_in_a_book(self) -> None:
        assert "2012901" in functional()
        assert "2012" not in functional()
        assert None not in functional()

    def test_remarks_are_notes_and_no_part_of_a_name(self) -> None:
        moved = functional().get("2010308", 2022)
        assert moved is not None
        assert (moved.name_en, moved.note) == ("Petition affairs", "moved to 20140")
        service = cofog().get("07.1.1", 2024)
        assert service is not None
        assert (service.name_en, service.note) == ("Pharmaceutical products", "individual service")


class TestABookRefusesWhatContradictsItself:
    def test_a_code_twice_in_a_year(self) -> None:
        with pytest.raises(InvalidValue, match="201 stands twice in one year"):
            _book(_entry("201", last_year=2022), _entry("201", "乙", first_year=2022))

    @pytest.mark.parametrize(
        "parents",
        [
            (),
            (_entry("201", first_year=2024),),
            (_entry("201", last_year=2021),),
            (_entry("201", last_year=2021), _entry("201", first_year=2023)),
        ],
    )
    def test_a_code_without_the_one_above_it(self, parents: tuple[Entry, ...]) -> None:
        with pytest.raises(InvalidValue, match="20101 is in force in a year in which 201 is not"):
            _book(*parents, _entry("20101"))

    def test_a_renamed_code_is_two_rows(self) -> None:
        book = _book(_entry("201", last_year=2021), _entry("201", "乙", first_year=2022), _entry("20101"))
        assert [book.label("201", year) for year in (2021, 2022)] == ["甲", "乙"]

    @pytest.mark.parametrize(
        "wrong",
        [
            {"name": " "},
            {"first_year": 2024, "last_year": 2023},
            {"first_year": 1900},
            {"source": "document"},
            {"gfsm": "21"},
            {"note": ""},
        ],
    )
    def test_a_row_that_says_nothing_sensible(self, wrong: dict[str, Any]) -> None:
        with pytest.raises(InvalidValue):
            _entry("201", **wrong)

    def test_a_row_without_any_name(self) -> None:
        with pytest.raises(InvalidValue, match="no name"):
            Entry(code="201", name_zh=None, name_en=None, level=Level.CLASS, source=Source.MEMORY)


class TestJudging:
    """What a book does not know, it does not judge."""

    @pytest.mark.parametrize(
        ("code", "name", "year", "outcome", "confirmed"),
        [
            ("20106", "财政事务", 2024, CodeOutcome.AGREES, True),
            ("20106", None, 2024, CodeOutcome.AGREES, True),
            ("20106", " 财政 事务\n", 2024, CodeOutcome.AGREES, True),
            ("20103", "政府办公厅(室)及相关机构事务", 2024, CodeOutcome.AGREES, True),
            ("201", "一般公共服务", 2024, CodeOutcome.AGREES, True),
            ("20106", "Fiscal affairs", 2024, CodeOutcome.AGREES, True),
            ("20106", "税收事务", 2024, CodeOutcome.NAME_DIFFERS, True),
            ("20107", "财政事务", 2024, CodeOutcome.NAME_DIFFERS, False),
            ("20106", "", 2024, CodeOutcome.NAME_DIFFERS, True),
            ("2019999", "其他", 2024, CodeOutcome.UNKNOWN, False),
            ("2010308", "信访事务", 2024, CodeOutcome.UNKNOWN, False),
            ("20106", "税收事务", 2022, CodeOutcome.NOT_JUDGED, False),
            ("20106", "税收事务", 2025, CodeOutcome.NOT_JUDGED, False),
            ("20106", "税收事务", None, CodeOutcome.NOT_JUDGED, False),
        ],
    )
    def test_table(
        self, code: str, name: str | None, year: int | None, outcome: CodeOutcome, *, confirmed: bool
    ) -> None:
        verdict = judge_code(functional(), code, name, year)
        assert (verdict.outcome, verdict.confirmed) == (outcome, confirmed)

    def test_the_row_that_a_verdict_rests_on_is_there(self) -> None:
        verdict = judge_code(department_economic(), "30212", "因公出国(境)费", 2022)
        assert verdict.outcome is CodeOutcome.AGREES
        assert verdict.entry is department_economic().get("30212", 2022)

    def test_which_sources_are_confirmed(self) -> None:
        assert [source for source in Source if source.confirmed] == [Source.DOCUMENT, Source.PUBLISHED]


class TestNormalCode:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("201", "201"),
            ("20113", "20113"),
            ("2130335", "2130335"),
            (" ２０１１３０１ ", "2011301"),
            ("201 13 01", "2011301"),
            ("201\t13\n01", "2011301"),
            ("201\u300013", "20113"),
            ("301 01", "30101"),
            ("公共安全支出（204类）司法（06款）行政运行（01项）", "2040601"),
            ("（204类）司法（06款）", "20406"),
            ("公共安全支出(204类)", "204"),
            ("一般公共服务支出（201类）政府办公厅（室）及相关机构事务（03款）机关服务（03项）", "2010303"),
        ],
    )
    def test_read(self, text: str, code: str) -> None:
        assert normal_code(text) == code

    @pytest.mark.parametrize(
        "text",
        [
            "", " ", "-", "2", "20", "2011", "201130", "20113010", "201 1 01", "301 2", "20 113 01", "201 13 01 02",
            "201.13.01", "201-13-01", "20101 01", "x201", "205教育支出", "²01",
            # Parts that are missing, in another order, of another length, or with something else's digits beside them.
            "公共安全支出（类）司法（款）行政运行（项）", "公共安全支出（204类）司法（款）行政运行（01项）",
            "公共安全支出（204类）行政运行（01项）",
            "司法（06款）行政运行（01项）", "司法（06款）公共安全支出（204类）",
            "（204类）（204类）", "（204类）（6款）", "（20406款）",
            "2024年公共安全支出（204类）",
            "公共安全支出（204类）司法（06款）行政运行（01项）12.5万元",
            "（204类" * 50,
        ],
    )  # fmt: skip
    def test_left_alone(self, text: str) -> None:
        assert normal_code(text) is None

    @pytest.mark.parametrize("given", [None, 201, b"201", ["201"]])
    def test_what_is_no_text_is_no_code(self, given: Any) -> None:
        assert normal_code(given) is None


def _after(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT / "src")
    return done.stdout.strip()


class TestLightness:
    def test_the_closed_lists_load_no_books(self) -> None:
        assert (
            _after("import sys, perfreport.classification as c; print([n for n in sys.modules if 'books' in n])")
            == "[]"
        )

    def test_a_book_is_read_when_it_is_asked_for(self) -> None:
        code = (
            "from perfreport.codes import books; size = lambda: books._files.book.cache_info().currsize;"
            "before = size(); books.functional(); print(before, size())"
        )
        assert _after(code) == "0 1"

    def test_the_module_offers_what_it_lists(self) -> None:
        assert [name for name in books.__all__ if not hasattr(books, name)] == []


class TestHonesty:
    def test_the_page_shows_the_share_of_rows_by_source(self) -> None:
        page = Path(__file__).parent.parent.joinpath("docs", "reference", "code-books.md").read_text("utf-8")
        for load in (functional, department_economic, government_economic, cofog):
            book = load()
            counted = Counter(entry.source for entry in book)
            shares = [
                f"{counted[source]} ({round_half_up(Fraction(100 * counted[source], len(book)), 0)}%)"
                for source in Source
            ]
            assert f"| {book.name} | {len(book)} | {' | '.join(shares)} |" in page
