"""What holds for all codes: those of the books, and those that identify bodies, regions, units and documents."""

import pickle
from collections.abc import Callable
from itertools import cycle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfreport.codes.books import (
    AGGREGATES,
    Book,
    CodeOutcome,
    Level,
    UnitKind,
    cofog,
    cofog_mapping,
    cofog_of,
    department_economic,
    economic_mapping,
    functional,
    government_code,
    government_economic,
    judge_code,
    normal_code,
)
from perfreport.codes.identifiers import (
    CreditCode,
    DocumentNumber,
    FiscalRegionCode,
    ProjectCode,
    RegionCode,
    SupervisionIndex,
    UnitCode,
)
from perfreport.errors import InvalidCode
from tests.cases.laws import HALF
from tests.cases.tables import together

BOOKS = [functional, department_economic, government_economic, cofog]
ALL = pytest.mark.parametrize("load", BOOKS)
YEARS = range(2005, 2031)

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = [3**power % 31 for power in range(17)]


def _checked(code: str) -> str:
    """Return the seventeen characters with the eighteenth, by the formula of the standard."""
    total = sum(ALPHABET.index(character) * weight for character, weight in zip(code, WEIGHTS, strict=True))
    return code + ALPHABET[(31 - total % 31) % 31]


def _texts_of(alphabet: str, size: int) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=size, max_size=size)


DIGITS = "0123456789"
CREDIT_CODES = (
    st.tuples(_texts_of(ALPHABET, 2), _texts_of(DIGITS, 6), _texts_of(ALPHABET, 9)).map("".join).map(_checked)
)
KINDS: dict[Any, st.SearchStrategy[str]] = {
    CreditCode: CREDIT_CODES,
    RegionCode: _texts_of(DIGITS, 6),
    FiscalRegionCode: _texts_of(DIGITS, 9),
    UnitCode: st.integers(1, 7).flatmap(lambda parts: _texts_of(DIGITS, 3 * parts)),
    ProjectCode: st.text(DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=21),
    SupervisionIndex: _texts_of(DIGITS, 17),
    DocumentNumber: st.from_regex(r"[\u4e00-\u9fff]{1,20}〔20[0-9]{2}〕[0-9]{1,6}(-[0-9]{1,4})?号", fullmatch=True),
}
ONE_OF_EACH = st.fixed_dictionaries(KINDS)
BLANKS = st.sampled_from(["", "", "", " ", "\u3000", "\n", "\u200b"])
#: Any text at all, and text that is nearly a code.
ANYTHING = st.one_of(
    st.text(st.characters(exclude_categories=[])),
    st.text("0123456789ABMYXIO类款项号〔〕[]（）() -—年\u3000\ud800０９", max_size=40),
    *KINDS.values(),
)


class TestEveryCodeStandsUnderAnotherOfItsEdition:
    """In every year in which a code is in force, so is the code above it, one level up, whose text it begins with."""

    @ALL
    def test_parents(self, load: Callable[[], Book]) -> None:
        book = load()
        levels = list(Level)
        for year in YEARS:
            for entry in book:
                found = book.get(entry.code, year)
                if found is None or found.parent is None:
                    continue
                parent = book.parent(entry.code, year)
                assert parent is not None, f"{entry.code} in {year}"
                assert entry.code.startswith(parent.code)
                assert levels.index(entry.level) == levels.index(parent.level) + 1

    @ALL
    def test_children_and_roots_make_up_the_book(self, load: Callable[[], Book]) -> None:
        book = load()
        for year in YEARS:
            reached = list(book.roots(year))
            for entry in reached:
                reached += book.children(entry.code, year)
            assert sorted(entry.code for entry in reached) == [entry.code for entry in book if entry.in_force(year)]

    @ALL
    def test_a_book_pickles(self, load: Callable[[], Book]) -> None:
        assert pickle.loads(pickle.dumps(load())) == load()  # noqa: S301 - our own bytes


class TestTheLengthOfACodeIsItsLevel:
    """3, 5 and 7 digits are 类, 款 and 项; COFOG adds a point and a digit for each level."""

    @pytest.mark.parametrize("load", [functional, department_economic, government_economic])
    def test_chinese_books(self, load: Callable[[], Book]) -> None:
        by_length = {3: Level.CLASS, 5: Level.GROUP, 7: Level.ITEM}
        assert [entry.code for entry in load() if by_length[len(entry.code)] is not entry.level] == []
        assert [entry.code for entry in load() if normal_code(entry.code) != entry.code] == []

    def test_cofog(self) -> None:
        assert [entry.code for entry in cofog() if list(Level)[entry.code.count(".")] is not entry.level] == []


class TestMappingsStayInsideTheBooks:
    """A code that stands for another is in the book of that other, in the same year."""

    @given(st.sampled_from(sorted(economic_mapping())), st.sampled_from(UnitKind), st.integers(1949, 2199))
    def test_government_codes(self, code: str, kind: UnitKind, year: int) -> None:
        found = government_code(code, kind, year)
        assert found is None or government_economic().get(found, year) is not None

    @given(ANYTHING, st.sampled_from(UnitKind), st.integers(1949, 2199))
    def test_a_code_that_is_not_in_the_department_book_has_none(self, text: str, kind: UnitKind, year: int) -> None:
        found = government_code(text, kind, year)
        assert found is None or text in department_economic()

    def test_every_correspondence_is_used(self) -> None:
        lost = [
            code
            for code, row in economic_mapping().items()
            for kind in UnitKind
            if government_code(code, kind, 2024) != row.code(kind)
        ]
        assert lost == []

    def test_functions_of_government(self) -> None:
        assert [code for entry in functional() for code in cofog_of(entry.code) if code not in cofog()] == []
        assert [code for code in cofog_mapping() if code not in functional()] == []

    def test_what_a_code_is_its_children_are_unless_they_say_otherwise(self) -> None:
        for entry in functional():
            if entry.parent is not None and entry.code not in cofog_mapping():
                assert cofog_of(entry.code) == cofog_of(entry.parent)


class TestNothingIsHeldAgainstAnUnknownCode:
    """A code that the book lacks is unknown, and a year of which it does not speak is not judged."""

    @given(ANYTHING, st.none() | st.text(), st.none() | st.integers(1949, 2199))
    def test_judging(self, code: str, name: str | None, year: int | None) -> None:
        for load in BOOKS:
            book = load()
            outcome = judge_code(book, code, name, year).outcome
            if year is None or not book.covers(year):
                assert outcome is CodeOutcome.NOT_JUDGED
            elif code not in book:
                assert outcome is CodeOutcome.UNKNOWN

    @ALL
    def test_a_book_agrees_with_itself(self, load: Callable[[], Book]) -> None:
        book = load()
        year = book.last_year or book.first_year
        for entry in book:
            for name in (entry.name_zh, entry.name_en, None):
                if entry.in_force(year):
                    assert judge_code(book, entry.code, name, year).outcome is CodeOutcome.AGREES


class TestNormalCodeNeverGuesses:
    """`normal_code` never raises; it joins digits that stand there, and adds and drops none."""

    @given(ANYTHING)
    def test_any_text(self, text: str) -> None:
        code = normal_code(text)
        if code is not None:
            assert len(code) in (3, 5, 7)
            assert normal_code(code) == code
            folded = text.translate(str.maketrans("０１２３４５６７８９", DIGITS))
            assert "".join(character for character in folded if character.isdecimal()) == code

    @given(
        st.sampled_from([entry.code for entry in functional()]),
        st.sampled_from([" ", "  ", "\u3000", "\t", "\n"]),
    )
    def test_columns_and_names(self, code: str, blank: str) -> None:
        parts = [part for part in (code[:3], code[3:5], code[5:]) if part]
        assert normal_code(blank.join(parts)) == code
        assert normal_code("".join(f"名（{part}{word}）" for part, word in zip(parts, "类款项", strict=False))) == code


class TestAnAggregateHoldsWhatIsBelowItsCodes:
    """Whatever stands below a code of an aggregate belongs to it, and nothing else does."""

    @together("name", AGGREGATES)
    def test_down(self, name: str) -> None:
        aggregate = AGGREGATES[name]
        for entry in department_economic():
            expected = entry.code in aggregate.codes or entry.parent in aggregate.codes
            assert aggregate.holds(entry.code) is expected

    @given(ANYTHING)
    def test_any_text(self, text: str) -> None:
        for aggregate in AGGREGATES.values():
            assert aggregate.holds(text) is False or text.startswith(aggregate.codes)


class TestParsingIsIdempotent:
    """`parse(str(value))` is the value, and its text stays as it is."""

    @HALF
    @given(ONE_OF_EACH)
    def test_canonical(self, texts: dict[Any, str]) -> None:
        for kind, text in texts.items():
            value = kind.parse(text)
            assert str(value) == text
            assert kind.parse(str(value)) == value
            assert hash(kind.parse(str(value))) == hash(value)
            assert eval(repr(value), {kind.__name__: kind}) == value  # noqa: S307 - that is the law
            assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes

    @HALF
    @given(ONE_OF_EACH, st.lists(BLANKS, min_size=40, max_size=40), st.booleans(), st.booleans())
    def test_blanks_wide_characters_and_small_letters_are_folded(
        self, texts: dict[Any, str], blanks: list[str], wide: bool, small: bool
    ) -> None:
        for kind, text in texts.items():
            written = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)}) if wide else text
            # Folding is bounded: a code drowned in blanks is no code.
            spaced = "".join(blank + character for blank, character in zip(cycle(blanks), written, strict=False))
            assert str(kind.parse(spaced.lower() if small else spaced)) == text


class TestIsValidIsParseThatDoesNotRaise:
    """`is_valid(text)` never raises, and is true of exactly the texts that `parse` takes."""

    @given(ANYTHING)
    def test_any_text(self, text: str) -> None:
        for kind in KINDS:
            if kind.is_valid(text):
                value = kind.parse(text)
                assert kind.parse(str(value)) == value
            else:
                with pytest.raises(InvalidCode) as caught:
                    kind.parse(text)
                assert str(caught.value).isprintable()


class TestTheCheckCharacterFindsSlips:
    """
    Any single wrong character is found, and any exchange of two different ones but that of the first and the last.

    The eighteen characters, weighted, add up to a multiple of 31: character i from 1 to 17 weighs 3 to the power of
    i - 1, and the check character weighs 1. 31 is prime and larger than any difference of two values, so one change
    cannot vanish. 3 is a primitive root of 31, so the seventeen weights are different; an exchange changes the sum by
    the difference of the values times that of the weights, which is no multiple of 31 unless the weights are the same.
    Only the first and the last character have the same weight.
    """

    @given(CREDIT_CODES, st.integers(0, 17), st.sampled_from(ALPHABET))
    def test_one_character(self, code: str, at: int, other: str) -> None:
        changed = code[:at] + other + code[at + 1 :]
        assert CreditCode.is_valid(changed) is (changed == code)

    @given(CREDIT_CODES, st.integers(0, 17), st.characters(exclude_categories=[]))
    def test_one_character_of_any_script(self, code: str, at: int, other: str) -> None:
        changed = code[:at] + other + code[at + 1 :]
        if CreditCode.is_valid(changed):
            assert str(CreditCode.parse(changed)) == code

    @given(CREDIT_CODES, st.integers(0, 16))
    def test_two_neighbours(self, code: str, at: int) -> None:
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        assert CreditCode.is_valid(swapped) is (swapped == code)

    @given(CREDIT_CODES, st.integers(0, 17), st.integers(0, 17))
    def test_any_two_but_the_first_and_the_last(self, code: str, one: int, other: int) -> None:
        held = list(code)
        held[one], held[other] = held[other], held[one]
        swapped = "".join(held)
        assert CreditCode.is_valid(swapped) is (swapped == code or {one, other} == {0, 17})

    @given(CREDIT_CODES)
    def test_the_weights_of_the_first_and_the_last_are_the_same(self, code: str) -> None:
        assert CreditCode.is_valid(code[-1] + code[1:-1] + code[0])

    @given(_texts_of(DIGITS, 8), _texts_of(ALPHABET, 9), st.sampled_from(ALPHABET))
    def test_where_no_letters_stand_in_front_python_stdnum_agrees(self, front: str, body: str, last: str) -> None:
        from stdnum.cn import uscc  # noqa: PLC0415 - an extra

        for code in (front + body + last, _checked(front + body)):
            assert CreditCode.is_valid(code) is uscc.is_valid(code)


class TestPartsAreCodesOfTheirOwn:
    """The parts of an identifier are themselves valid, and are parts of its text."""

    @given(KINDS[UnitCode])
    def test_units(self, text: str) -> None:
        unit = UnitCode(text)
        above = unit.parent
        assert text.startswith(str(unit.department))
        assert (above is None) is (unit == unit.department)
        assert above is None or (text.startswith(str(above)) and above.department == unit.department)

    @given(KINDS[RegionCode])
    def test_regions(self, text: str) -> None:
        code = RegionCode(text)
        for above in (code.province, code.prefecture):
            assert above is None or text.startswith(str(above).rstrip("0"))
            assert above is None or above.province == code.province

    @given(CREDIT_CODES)
    def test_credit_codes(self, text: str) -> None:
        code = CreditCode(text)
        assert code.registrar + code.category + str(code.region) + code.organization + text[-1] == text

    @given(
        KINDS[UnitCode], st.sampled_from(["-", "—", "－", ""]), st.from_regex(r"[国省市县区局]{1,5}", fullmatch=True)
    )
    def test_a_cell_is_split_into_its_code_and_its_name(self, text: str, mark: str, name: str) -> None:
        assert UnitCode.split(f"{text}{mark}{name}") == (UnitCode(text), name)
        assert UnitCode.split(f"[{text}]{name}") == (UnitCode(text), name)

    @given(ANYTHING)
    def test_splitting_loses_nothing(self, text: str) -> None:
        for kind in (UnitCode, ProjectCode):
            code, name = kind.split(text)
            assert name in text
            assert code is not None or name == text
