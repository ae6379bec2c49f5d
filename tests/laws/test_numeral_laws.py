"""What holds for every numeral: it is read exactly, in bounded time, or refused."""

import unicodedata
from decimal import Decimal
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from perfreport.errors import InvalidNumber
from perfreport.numerals import MAX_DECIMALS, MAX_INTEGER_DIGITS, Numeral, exact, exponent_of, tidy

NUMERAL_TEXT = st.text(
    st.sampled_from("0123456789０９,，.．+-－负 \n\u2009十百千万亿萬億零一二五九两〇壹拾点²e_"), max_size=24
)


class TestLaws:
    """Whatever is given, there is one number or one kind of error."""

    @given(st.one_of(st.text(), NUMERAL_TEXT))
    @example("1" * 70 + "亿1万")
    @example("1" * 32 + "亿1." + "1" * 30 + "万")
    @example("零点" + "一" * 78)
    def test_any_text_is_a_number_or_an_invalid_number(self, text: str) -> None:
        try:
            read = Numeral.parse(text)
        except InvalidNumber:
            return
        assert read.digits.is_finite()
        assert read.digits.adjusted() < MAX_INTEGER_DIGITS
        assert -MAX_DECIMALS <= exponent_of(read.digits) <= 0
        assert read.value == read.digits.scaleb(read.power)

    @given(NUMERAL_TEXT)
    @example("12亿3456.5万")
    @example("０，００１")
    def test_the_digits_of_an_arabic_number_are_those_of_the_text(self, text: str) -> None:
        try:
            read = Numeral.parse(text)
        except InvalidNumber:
            return
        # 3亿5万 is 3,0005万: only zeros may be added, and those in front fall away.
        printed = [str(unicodedata.decimal(mark)) for mark in text if unicodedata.decimal(mark, None)]
        if printed:
            assert [digit for digit in str(read.digits) if digit in "123456789"] == printed

    @given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30, places=6))
    def test_what_python_prints_is_read_back(self, number: Decimal) -> None:
        for text in (f"{number:f}", f"{number:,f}"):
            assert str(exact(text)) == f"{number or abs(number):f}"
            assert Numeral.parse(text).digits == number

    @given(
        st.one_of(
            st.integers(),
            st.integers(0, 500_000).map(lambda bits: 1 << bits),
            st.floats(),
            st.decimals(),
            st.builds(
                lambda digits, power: Decimal(f"{digits}E{power}"), st.integers(), st.integers(-(10**17), 10**17)
            ),
            st.sampled_from(["NaN", "sNaN", "-sNaN123", "Infinity", "-0", "0E-999999"]).map(Decimal),
            st.text(),
            NUMERAL_TEXT,
            st.binary(),
            st.fractions(),
            st.complex_numbers(),
            st.none(),
            st.lists(st.integers()),
        )
    )
    def test_any_object_is_exact_or_an_invalid_number(self, given_value: Any) -> None:
        try:
            number = exact(given_value)
        except InvalidNumber:
            return
        assert isinstance(given_value, str) or number == given_value
        assert -MAX_DECIMALS <= exponent_of(number) <= 0
        assert not (number.is_zero() and number.is_signed())
        assert "E" not in str(number) or number.adjusted() < -6

    @given(st.text(max_size=80))
    def test_tidying_twice_changes_nothing_more(self, text: str) -> None:
        assert tidy(tidy(text)) == tidy(text)


class TestShortNumbers:
    """Digits that need no folding are read at once, and as all others are."""

    @given(st.from_regex(r"[0-9]{0,17}[.]{0,2}[0-9]{0,10}", fullmatch=True))
    def test_digits_are_read_as_with_a_blank_in_front(self, text: str) -> None:
        def read(digits: str) -> str | None:
            try:
                return repr(exact(digits))
            except InvalidNumber:
                return None

        assert read(text) == read(f" {text}")
