"""What holds for every cell of targets and actual values."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from perfreport import Actual, Target
from perfreport.numerals import tidy
from perfreport.quantity import MeasureKind, Operator
from perfreport.quantity._dates import by_patterns, read_period
from perfreport.quantity.comparisons import AFTER, BEFORE
from perfreport.quantity.units import UNITS as KNOWN
from perfreport.quantity.units import is_unit, normal_unit
from tests.cases.tables import together

#: What cells are made of, so that nearly right notations are drawn often.
PIECES = st.sampled_from(
    [
        *BEFORE, *AFTER, "约", "左右", "余", "0", "1", "5", "95", "100", "2025", "38.26", "1,234", "９５",
        ".", ",", "-", "~", "至", "+",
        "%", "％", "百分比", "百分之", "人", "人次", "万元", "元/人*月", "起", "天", "内",
        "年", "月", "日", "底", "前", "季度", "上半年",
        "定性", "优良中低差", "显著提升", "完成", "无", "不适用", "★", "(", ")", "（", "）",
        "**", "XX", "20XX", " ", "\n", "每", "达到", "不", "、", "·", "—", "〜", "(≥**人)", "不含", "之间", "A",
    ]
)  # fmt: skip
CELLS = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=60)
LONG = st.lists(PIECES, max_size=160).map(lambda pieces: "".join(pieces)[:500]) | st.text(max_size=500)
COLUMNS = (
    st.none()
    | st.sampled_from(["≥", "=", "≤", "正向", "反向指标", "定性", "%", "万元", "优良中低差", ""])
    | st.text(max_size=8)
)
NUMBERS = st.decimals(0, 10**9, places=2) | st.integers(0, 10**9).map(Decimal)
UNITS = st.sampled_from(["%", "人", "人次", "万元", "元/人·月", "场次", "个工作日", "万起", "平方米", ""])


def plain(number: Decimal, unit: str) -> None:
    """Leave out what may well be a year, or the month of one: 2021, 2021.06."""
    assume(unit or not 1900 <= number < 2200)


def reads(cell: str, operator: Operator | None, number: Decimal, unit: str) -> None:
    """Assert that *cell* is read as one figure."""
    read = Target(cell)
    assert (read.operator, read.value, read.unit) == (operator, number, unit)


class TestEveryCell:
    """Reading never raises, keeps what is printed, and reads no number that is not there."""

    @given(CELLS, COLUMNS, COLUMNS)
    def test_reading_never_raises_and_keeps_the_text(self, cell: str, nature: str | None, measure: str | None) -> None:
        read = Target(cell, nature=nature, measure=measure)
        assert (read.raw, read.nature, read.measure) == (cell, nature, measure)
        assert read.operator is None or isinstance(read.operator, Operator)
        assert Actual(cell, nature=nature, measure=measure).reading == read.reading

    @given(CELLS, COLUMNS, COLUMNS)
    def test_the_digits_of_every_number_stand_in_the_text(
        self, cell: str, nature: str | None, measure: str | None
    ) -> None:
        read = Target(cell, nature=nature, measure=measure)
        for number in (read.value, read.low, read.high):
            if number is not None:
                assert f"{number.copy_abs():f}" in tidy(cell).replace(",", "")

    @given(CELLS, COLUMNS, COLUMNS)
    def test_each_kind_has_its_parts_and_no_others(self, cell: str, nature: str | None, measure: str | None) -> None:
        read = Target(cell, nature=nature, measure=measure)
        numbered = (MeasureKind.THRESHOLD, MeasureKind.EQUALITY, MeasureKind.NUMBER)
        assert (read.value is not None) == (read.kind in numbered)
        assert (read.low is not None) == (read.high is not None) == (read.kind is MeasureKind.INTERVAL)
        assert (read.deadline is not None) == (read.kind is MeasureKind.DEADLINE)
        assert read.low is None or read.high is None or read.low <= read.high
        if read.kind is MeasureKind.EQUALITY:
            assert read.operator is Operator.EXACTLY
        if read.kind in (MeasureKind.NUMBER, MeasureKind.INTERVAL, MeasureKind.TEXT, MeasureKind.QUALITATIVE):
            assert read.operator is None

    @given(LONG)
    def test_long_cells_are_read_like_any_other(self, cell: str) -> None:
        read = Target.parse(cell)
        assert (str(read), read.nature, read.measure) == (cell, None, None)
        assert Target.parse(str(read)) == read
        assert Target.parse(str(read)).reading == read.reading

    @given(CELLS)
    def test_blanks_around_a_cell_say_nothing(self, cell: str) -> None:
        assert Target(f"  {cell} ").reading == Target(cell).reading


class TestEveryNotation:
    """A sign, a number and a unit are read back, however they are written."""

    @given(st.sampled_from(sorted(BEFORE)), NUMBERS, UNITS, st.sampled_from(["", " "]))
    def test_a_sign_in_front(self, sign: str, number: Decimal, unit: str, blank: str) -> None:
        plain(number, unit)
        reads(f"{sign}{blank}{number:f}{blank}{unit}", BEFORE[sign], number, unit)
        reads(f"满意情况{sign}{blank}{number:f}{unit}", BEFORE[sign], number, unit)
        reads(f"★名称（{sign}{number:f}{unit}）", BEFORE[sign], number, unit)

    @given(st.sampled_from(sorted(BEFORE)), NUMBERS, UNITS.filter(bool))
    def test_a_sign_typed_twice_a_unit_ahead_or_in_brackets(self, sign: str, number: Decimal, unit: str) -> None:
        reads(f"{sign}{sign}{number:f}{unit}", BEFORE[sign], number, unit)
        reads(f"{unit}{sign}{number:f}", BEFORE[sign], number, unit)
        reads(f"{sign}{number:f}（{unit}）", BEFORE[sign], number, unit)
        reads(f"达到{number:f}{unit}", None, number, unit)
        reads(f"{number:f}{unit}", None, number, unit)

    @given(st.sampled_from(sorted(AFTER)), NUMBERS, UNITS.filter(bool))
    def test_a_word_behind(self, word: str, number: Decimal, unit: str) -> None:
        reads(f"{number:f}{unit}{word}", AFTER[word], number, unit)
        reads(f"{number:f}{unit}（含）{word}", AFTER[word], number, unit)

    @given(NUMBERS, UNITS)
    def test_grouped_and_full_width_digits(self, number: Decimal, unit: str) -> None:
        plain(number, unit)
        wide = f"{number:f}".translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))
        for text in (f"≥{number:,f}{unit}", f"≥{wide}{unit}"):
            reads(text, Operator.AT_LEAST, number, unit)

    @given(NUMBERS, UNITS, st.sampled_from(["≥", "≤", "=", "＝"]))
    def test_columns_of_their_own_say_the_same(self, number: Decimal, unit: str, sign: str) -> None:
        plain(number, unit)
        apart, together = Target(f"{number:f}", nature=sign, measure=unit), Target(f"{sign}{number:f}{unit}")
        assert apart.reading == together.reading

    @given(NUMBERS, NUMBERS, UNITS, st.sampled_from("~～〜-—至"))
    def test_an_interval(self, one: Decimal, other: Decimal, unit: str, joint: str) -> None:
        low, high = sorted((one, other))
        plain(low, unit)
        # Without a unit, 1.10-12.31 may be days.
        assume(unit or joint in "~～〜" or not 1 <= low < 13)
        read = Target(f"{low:f}{joint}{high:f}{unit}")
        assert (read.kind, read.low, read.high, read.unit) == (MeasureKind.INTERVAL, low, high, unit)

    @given(st.text(max_size=30))
    def test_a_unit_in_its_normal_form_stays(self, text: str) -> None:
        unit = normal_unit(text)
        assert normal_unit(unit) == unit or not is_unit(unit)


@together(
    "piece",
    [
        "≥",
        "9",
        "9,",
        "9月",
        "2025年",
        "(",
        "★",
        "**",
        "XX",
        "每",
        "人·",
        "定性",
        "以上",
        " ",
        "\n",
        "~9",
        "不",
        "约",
        "每人9",
    ],
)
def test_a_very_long_cell_is_read_like_any_other(piece: str) -> None:
    for cell in (piece * 20_000, f"≥{piece * 20_000}", f"{piece * 20_000}%"):
        assert Target(cell).raw == cell


class TestCellsOfTheCommonShape:
    """
    What has the shape of most cells is read without the grammar, and as the grammar reads it.

    A blank in front says nothing, and is not of that shape: such a cell goes the way of all others.
    """

    @staticmethod
    def same(cell: str) -> None:
        """Assert that both ways read *cell* as the same, to the last digit."""
        assert repr(Target(cell).reading) == repr(Target(f" {cell}").reading)

    @given(st.lists(PIECES | st.sampled_from(KNOWN), max_size=6).map("".join) | st.text(max_size=60))
    def test_every_cell_is_read_as_with_a_blank_in_front(self, cell: str) -> None:
        self.same(cell)

    @given(
        st.sampled_from(["", *BEFORE]),
        st.from_regex(r"[0-9]{1,20}(\.[0-9]{1,10})?", fullmatch=True) | st.integers(1890, 2210).map(str),
        st.sampled_from(KNOWN),
    )
    def test_a_figure_is_read_as_with_a_blank_in_front(self, sign: str, digits: str, unit: str) -> None:
        self.same(f"{sign}{digits}{unit}")

    @pytest.mark.parametrize("digits", ["0", "5", "20", "0.50", "1.1", "12.31", "2021", "2021.6", "100000000000000"])
    def test_no_unit_and_no_sign_is_read_otherwise(self, digits: str) -> None:
        for unit in KNOWN:
            self.same(f"{digits}{unit}")
            self.same(f"≥{digits}{unit}")
        for sign in BEFORE:
            self.same(f"{sign}{digits}%")
            self.same(f"{sign}{digits}人次")

    @pytest.mark.parametrize("unit", KNOWN)
    def test_every_unit_is_written_as_it_is(self, unit: str) -> None:
        assert normal_unit(f" {unit}") == normal_unit(unit) == unit
        assert is_unit(unit)


class TestDates:
    """Most cells are told apart from dates by the characters that they do not have."""

    @given(
        st.lists(
            PIECES | st.sampled_from([*"年月日号季半底末内度./-~至到四1第", "20", "2024", "12", "当年", "截至"]),
            max_size=10,
        ).map("".join)
        | st.text("0129年月日号季半底末内度./-~到前第一上当本全", max_size=12)
    )
    def test_what_has_no_sign_of_a_date_is_none_by_any_pattern(self, text: str) -> None:
        assert read_period(text) == by_patterns(text)
