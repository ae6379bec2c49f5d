"""One grammar for printed numbers: what people print is read exactly, and nothing is guessed."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perfreport.errors import InvalidNumber
from perfreport.numerals import (
    MAX_INTEGER_DIGITS,
    Numeral,
    Zero,
    chinese_integer,
    exact,
    exponent_of,
    plain,
    round_half_up,
    spell,
    summed,
)
from tests.cases.tables import together


def written(number: int, *, formal: bool = False, optional: bool = False) -> str:
    """Return *number* in Chinese numerals, with or without each 零 that may be left out."""
    parts = spell(number, formal=formal)
    return "".join(
        ("" if part is Zero.OPTIONAL and not optional else "零") if isinstance(part, Zero) else part for part in parts
    )


class TestParse:
    """`Numeral.parse` reads one printed number and keeps its digits."""

    @together(
        ("text", "digits", "power"),
        [
            ("0", "0", 0),
            ("0.00", "0.00", 0),
            ("38.26", "38.26", 0),
            ("153.550567", "153.550567", 0),
            ("007", "7", 0),
            ("1720.00", "1720.00", 0),
            # Thousands, by commas, full-width commas and thin spaces.
            ("1,720.00", "1720.00", 0),
            ("12,345,678", "12345678", 0),
            ("1，720.00", "1720.00", 0),
            ("1 234 567", "1234567", 0),
            ("1\u2009234\u2009567.89", "1234567.89", 0),
            ("1\u00a0234", "1234", 0),
            ("1,329,120.67", "1329120.67", 0),
            # Numbers that a page broke or spaced.
            ("968.191 8", "968.1918", 0),
            ("0.123 456 789 1", "0.1234567891", 0),
            ("38.\n26", "38.26", 0),
            ("38\r\n.26", "38.26", 0),
            ("1,7\n20", "1720", 0),
            ("5.8 \n 万", "5.8", 4),
            ("\t38.26 ", "38.26", 0),
            ("\u200b38.26\ufeff", "38.26", 0),
            ("3\u2028万", "3", 4),
            # Signs.
            ("-38.26", "-38.26", 0),
            ("+38.26", "38.26", 0),
            ("- 38.26", "-38.26", 0),
            ("−38.26", "-38.26", 0),
            ("－38.26", "-38.26", 0),
            ("–5", "-5", 0),
            ("负5", "-5", 0),
            ("負三", "-3", 0),
            ("-0.00", "0.00", 0),
            # Full-width digits.
            ("３８．２６", "38.26", 0),
            ("１，７２０", "1720", 0),
            # Scale words.
            ("350万", "350", 4),
            ("5.8万", "5.8", 4),
            ("1,720.00 万", "1720.00", 4),
            ("5.8萬", "5.8", 4),
            ("12.34亿", "12.34", 8),
            ("12.34億", "12.34", 8),
            ("5百", "5", 2),
            ("3千", "3", 3),
            ("3十万", "3", 5),
            ("2百万", "2", 6),
            ("2千万", "2", 7),
            ("3万亿", "3", 12),
            ("1千万亿", "1", 15),
            # Several scale words that descend.
            ("3亿5000万", "35000", 4),
            ("12亿3456万", "123456", 4),
            ("12亿3456.5万", "123456.5", 4),
            ("1亿500万", "10500", 4),
            ("3万5000", "35000", 0),
            ("3万0500", "30500", 0),
            ("3万5千", "35", 3),
            ("1万亿2345亿", "12345", 8),
            # Chinese numerals.
            ("〇", "0", 0),
            ("○", "0", 0),
            ("十", "10", 0),
            ("三十八", "38", 0),
            ("两百", "200", 0),
            ("二〇二二", "2022", 0),
            ("三千零五", "3005", 0),
            ("三万", "3", 4),
            ("三万五千", "35000", 0),
            ("三亿五千万", "35000", 4),
            ("三亿", "3", 8),
            ("十亿", "10", 8),
            ("叁拾捌", "38", 0),
            ("贰萬", "2", 4),
            ("三点五", "3.5", 0),
            ("三点五〇", "3.50", 0),
            ("三十八点二六万", "38.26", 4),
            ("一点五千万", "1.5", 7),
            ("零点零五亿", "0.05", 8),
        ],
    )
    def test_read(self, text: str, digits: str, power: int) -> None:
        assert str(Numeral.parse(text)) == str(Numeral(Decimal(digits), power))

    @together(
        "text",
        [
            # Nothing, placeholders and marks of empty cells.
            "", " ", "\n", "-", "+", "--", "—", "/", "*", "无", "XXX", "20xx", "20_", "(略)", "点击查看", "万", "亿",
            "千",
            # Notations of programs.
            "1_000", "1e5", "1E5", "1E+9999999", "0x1F", "NaN", "sNaN", "Infinity", "inf", "1'000", "1/2", "1.5.5",
            # Two numbers, or what could be two.
            "1,23,4", "1,2345", "12,34", "1,234 567", "1 23", "12 34", "1234 567", "13.113.10100.00%", "89+82", "3-5",
            "3~5",
            "5 万 3", "3万5", "3亿5", "3万50000", "1万12345", "3万5万", "3万5亿", "1.5亿3000万", "3千5百万", "3万.5",
            "1万2.5",
            # A point without its decimals, and the other way round.
            "5.", ".5", "5.万", "1,234.", "三点", "点五", "三点五十", "5十", "3.5十",
            # More than one sign, or a sign at the wrong place.
            "--5", "+-5", "-+5", "- -5", "-负5", "5-", "(5)", "（5）", "负", "-万",
            # Numbers with something behind them.
            "38.26元", "100%", "5个", "5 个", "5.8万人次", "38.26万元", "２０２２年", "三个",
            # Digits that are no digits.
            "²", "5²", "①", "Ⅷ", "٣", "๓", "𝟑", "½", "3️⃣",
            # Chinese numerals that could mean two numbers, or are none.
            "三万五", "三百五", "一百五", "三千五", "一亿五千", "三千五十", "百", "百五", "万五", "零十", "十十",
            "三三十",
            "一二百",
            "五十三百", "三万亿亿", "亿万", "一万零", "零一万", "一零万", "三十点", "三点五点五", "一十百",
            "十万十万", "三十万十",
        ],
    )  # fmt: skip
    def test_refused(self, text: str) -> None:
        with pytest.raises(InvalidNumber):
            Numeral.parse(text)

    @together(
        "text",
        [
            "1" * 33, "0." + "1" * 25, "1" * 81, " " * 81, "1" * 10_000_000, "," * 81, "一" * 33, "一" * 80, "亿" * 80,
            "一" + "亿" * 79, "零点" + "一" * 25, "九" * 70 + "点五", "9" * 33 + "万",
            # Sums of segments that are too long for any decimal.
            "1" * 70 + "亿1万", "1" * 32 + "亿1." + "1" * 30 + "万",
        ],
    )  # fmt: skip
    def test_absurd_sizes_are_refused(self, text: str) -> None:
        with pytest.raises(InvalidNumber) as caught:
            Numeral.parse(text)
        assert len(str(caught.value)) < 300

    @pytest.mark.parametrize(
        ("text", "digits"), [("9" * 32, "9" * 32), ("0." + "1" * 24, "0." + "1" * 24), ("0" * 79 + "1", "1")]
    )
    def test_the_largest_that_are_read(self, text: str, digits: str) -> None:
        assert str(Numeral.parse(text).digits) == digits

    @pytest.mark.parametrize("given", [None, 5, 5.0, b"5", ["5"], Decimal(5)])
    def test_only_text_is_read(self, given: Any) -> None:
        with pytest.raises(InvalidNumber, match="expected text, not"):
            Numeral.parse(given)

    @together(
        ("text", "digits", "power", "rest"),
        [
            ("38.26万元", "38.26", 4, "元"),
            ("1万人次", "1", 4, "人次"),
            ("100 %", "100", 0, "%"),
            ("51名", "51", 0, "名"),
            ("1,23,4", "1", 0, ",23,4"),
            ("12 34", "12", 0, "34"),
            ("三十八万元", "38", 4, "元"),
            ("三点五个", "3.5", 0, "个"),
            ("2022年5月", "2022", 0, "年5月"),
            ("3万5000元", "35000", 0, "元"),
        ],
    )
    def test_the_number_at_the_start_of_a_text(self, text: str, digits: str, power: int, rest: str) -> None:
        assert Numeral.lead(text) == (Numeral(Decimal(digits), power), rest)

    @pytest.mark.parametrize(
        ("text", "value"),
        [("38.26万", "382600"), ("3亿5000万", "350000000"), ("0万", "0"), ("0.00万", "0"), ("1.23456万", "12345.6")],
    )
    def test_value(self, text: str, value: str) -> None:
        assert str(Numeral.parse(text).value) == value

    def test_a_numeral_without_a_scale_word_is_its_digits(self) -> None:
        assert Numeral(Decimal("38.26")).value == Decimal("38.26")


class TestExact:
    """`exact` takes what is exact, and keeps its digits."""

    @together(
        ("value", "digits"),
        [
            (0, "0"),
            (-5, "-5"),
            (10**32 - 1, "9" * 32),
            (1 - 10**32, "-" + "9" * 32),
            ("1,234.50", "1234.50"),
            ("１，２３４．５０", "1234.50"),
            (" -0.0 ", "0.0"),
            ("+7", "7"),
            ("1 234", "1234"),
            (Decimal("38.260"), "38.260"),
            (Decimal("1E+3"), "1000"),
            (Decimal("-0"), "0"),
            (Decimal("-0.00"), "0.00"),
            (Decimal("0E+5"), "0"),
            (Decimal("0." + "1" * 24), "0." + "1" * 24),
            (Decimal("1E-24"), "1E-24"),
            (Decimal("9" * 32 + "." + "9" * 24), "9" * 32 + "." + "9" * 24),
        ],
    )
    def test_table(self, value: str | int | Decimal, digits: str) -> None:
        assert str(exact(value)) == digits

    @together(
        "value",
        [
            1.5, 0.0, float("nan"), float("inf"), True, False, None, b"1", [1], (1,), {}, 1j, Fraction(1, 2), int,
            Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), Decimal("1E+32"), Decimal("1E+999999"),
            Decimal("0E+999999"), Decimal("1E-25"), Decimal("1E-999999"), Decimal("0E-999999"),
            Decimal("1E+999999999999999999"), Decimal("1E-999999999999999999"), Decimal("1" * 61),
            Decimal("0." + "1" * 61), Decimal("1." + "1" * 61), Decimal("1." + "0" * 60), Decimal("1." + "0" * 100),
            10**32, -(10**32), 10**4000, "", "1_000", "1e5", "NaN", "５万", "5万", "三", "5元", "1,23,4", "0x10", "²",
            "1.",
            ".5", "--1", "1" * 33, "1" * 81,
        ],
    )  # fmt: skip
    def test_refused(self, value: Any) -> None:
        with pytest.raises(InvalidNumber) as caught:
            exact(value)
        assert len(str(caught.value)) < 300

    def test_an_integer_that_python_itself_does_not_print(self) -> None:
        with pytest.raises(InvalidNumber, match="more than 32 digits"):
            exact(10**100_000)

    def test_a_float_is_told_how_to_be_given(self) -> None:
        with pytest.raises(InvalidNumber, match=r"38\.26 is not a number: it is not exact; give the figure as text"):
            exact(38.26)  # type: ignore[arg-type]

    @pytest.mark.parametrize(("value", "kind"), [(True, "bool"), (None, "NoneType"), (b"1", "bytes"), (1j, "complex")])
    def test_another_type_is_named(self, value: Any, kind: str) -> None:
        with pytest.raises(InvalidNumber, match=f"expected text, an int or a Decimal, not {kind}"):
            exact(value)


class TestChinese:
    """`chinese_integer` reads what `spell` writes, and no more."""

    @together(
        ("text", "number"),
        [
            ("零", 0), ("〇", 0), ("十", 10), ("一十", 10), ("十八", 18), ("一百一十", 110), ("一百零一", 101),
            ("一千零一十", 1010), ("一万", 10**4), ("一万零一", 10_001), ("一万零一百", 10_100), ("一万一千", 11_000),
            ("十万零五百", 100_500), ("四十万四千四百", 404_400), ("四十万零四千四百", 404_400), ("一百万", 10**6),
            ("一千万", 10**7), ("一亿", 10**8), ("一亿零一", 10**8 + 1), ("一亿零五千", 10**8 + 5000),
            ("一亿五千万", 15 * 10**7), ("一亿零五百万", 105 * 10**6), ("十亿零一万", 10**9 + 10**4),
            ("十亿零一万零一", 10**9 + 10_001), ("一万亿", 10**12), ("三万五千亿", 35 * 10**11),
            ("一万亿零三", 10**12 + 3), ("三万五千亿零二百万", 35 * 10**11 + 2 * 10**6),
            ("九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九", 10**16 - 1),
            ("两", 2), ("两千两百", 2200), ("二千二百二十二", 2222), ("壹佰贰拾叁", 123), ("參佰", 300), ("叄拾", 30),
            ("貳佰陸拾", 260), ("一九四九", 1949), ("二〇二二", 2022), ("零零七", 7), ("三\n十\n八", 38),
            (" 三十八 ", 38),
        ],
    )  # fmt: skip
    def test_table(self, text: str, number: int) -> None:
        assert chinese_integer(text) == number

    @together(
        "text",
        [
            "", " ", "5", "三5", "三十八个", "abc", "十十", "百", "零百", "三百五", "三千五十", "一亿亿", "一万万",
            "亿",
            "十零五", "五零十", "一亿零五千万",
        ],
    )  # fmt: skip
    def test_refused(self, text: str) -> None:
        with pytest.raises(InvalidNumber):
            chinese_integer(text)

    def test_the_longest_row_of_digits(self) -> None:
        assert chinese_integer("一" * MAX_INTEGER_DIGITS) == int("1" * MAX_INTEGER_DIGITS)
        with pytest.raises(InvalidNumber):
            chinese_integer("一" * (MAX_INTEGER_DIGITS + 1))

    @together(
        ("number", "parts"),
        [
            (0, ["零"]),
            (10, ["一", "十"]),
            (105, ["一", "百", Zero.ALWAYS, "五"]),
            (404_400, ["四", "十", "万", Zero.OPTIONAL, "四", "千", "四", "百"]),
            (10**8 + 5000, ["一", "亿", Zero.USUAL, "五", "千"]),
            (10**8 + 5, ["一", "亿", Zero.ALWAYS, "五"]),
            (405 * 10**11, ["四", "十", "万", Zero.OPTIONAL, "五", "千", "亿"]),
            (10**12, ["一", "万亿"]),
        ],
    )
    def test_spell(self, number: int, parts: list[str | Zero]) -> None:
        # A place that has no name, that of 元, is an empty part.
        assert [part for part in spell(number) if part] == parts

    @pytest.mark.parametrize(
        ("number", "text"),
        [(0, "零"), (18, "壹拾捌"), (404_400, "肆拾万肆仟肆佰"), (10**15, "壹仟万亿"), (2005, "贰仟零伍")],
    )
    def test_formal(self, number: int, text: str) -> None:
        assert written(number, formal=True) == text

    @given(st.integers(0, 10**16 - 1), st.booleans(), st.booleans())
    @example(number=10**16 - 1, formal=False, optional=False)
    @example(number=10**12, formal=True, optional=False)
    def test_reading_inverts_spelling(self, number: int, formal: bool, optional: bool) -> None:
        assert chinese_integer(written(number, formal=formal, optional=optional)) == number

    @given(st.integers(0, 9999), st.sampled_from([10**4, 10**8, 10**12]))
    def test_reading_inverts_spelling_of_round_numbers(self, group: int, unit: int) -> None:
        assert chinese_integer(written(group * unit)) == group * unit

    @given(st.integers(10, 19))
    def test_ten_may_lose_its_one(self, number: int) -> None:
        assert chinese_integer(written(number).removeprefix("一")) == number

    @given(st.text(st.sampled_from("零一二三四五六七八九十百千万亿两〇壹拾"), max_size=12))
    def test_whatever_is_read_is_spelled_so(self, text: str) -> None:
        try:
            number = chinese_integer(text)
        except InvalidNumber:
            return
        by_position = not set(text) & set("十百千万亿拾")
        plain_text = text.translate(str.maketrans("两〇壹拾", "二零一十"))
        spelled = {written(number), written(number, optional=True)}
        spelled |= {word.removeprefix("一") for word in spelled if word.startswith("一十")}
        assert by_position or plain_text in spelled


class TestParts:
    """The small exact tools that other modules use."""

    @pytest.mark.parametrize(
        ("number", "text"), [("1E+3", "1000"), ("-0", "0"), ("-0.00", "0.00"), ("0E+3", "0"), ("1.50", "1.50")]
    )
    def test_plain(self, number: str, text: str) -> None:
        assert str(plain(Decimal(number))) == text

    @pytest.mark.parametrize(("number", "exponent"), [("38.26", -2), ("38", 0), ("1E+3", 3), ("0.00", -2)])
    def test_exponent(self, number: str, exponent: int) -> None:
        assert exponent_of(Decimal(number)) == exponent

    @pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity"])
    def test_what_is_not_finite_has_no_exponent(self, number: str) -> None:
        with pytest.raises(InvalidNumber, match="not finite"):
            exponent_of(Decimal(number))

    @together(
        ("number", "places", "text"),
        [
            (Fraction(1, 3), 2, "0.33"),
            (Fraction(2, 3), 2, "0.67"),
            (Fraction(1, 8), 2, "0.13"),
            (Fraction(-1, 8), 2, "-0.13"),
            (Fraction(-1, 1000), 2, "0.00"),
            (Fraction(5, 2), 0, "3"),
            (Fraction(-5, 2), 0, "-3"),
            (Fraction(10**30), 2, f"{10**30}.00"),
        ],
    )
    def test_rounding_half_up(self, number: Fraction, places: int, text: str) -> None:
        assert f"{round_half_up(number, places):f}" == text


class TestSums:
    def test_a_sum_has_the_decimals_of_the_longest_number(self) -> None:
        assert str(summed([Decimal("1.5"), Decimal("0.980"), Decimal(2)])) == "4.480"
        assert str(summed([])) == "0"

    def test_numbers_of_every_length_are_added_to_the_last_digit(self) -> None:
        longest = Decimal(f"{'9' * 32}.{'9' * 24}")
        assert summed([longest] * 1000) == Fraction(longest) * 1000
        assert f"{summed([longest, longest.copy_negate()]):f}" == "0." + "0" * 24

    def test_a_rounded_fraction_may_have_any_length(self) -> None:
        assert str(round_half_up(Fraction(10**70, 3), 2)) == "3" * 70 + ".33"
        assert str(round_half_up(Fraction(-1, 1000), 2)) == "0.00"
