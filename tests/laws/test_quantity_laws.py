"""What holds for quantities and rates."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfreport.errors import InvalidQuantity, InvalidValue
from perfreport.money import Money, Unit
from perfreport.quantity import Operator, Quantity, Rate
from perfreport.testing import assert_same, money, quantities, rates
from tests.cases.tables import together


class TestAQuantityIsWhatItsTextSays:
    @given(quantities())
    def test_text_parses(self, quantity: Quantity) -> None:
        assert_same(Quantity.parse(str(quantity)), quantity)

    @given(st.text() | st.text("0123456789.,约近超不低于以上以内左右余多%万亿千人次名个≥<=> 点"))
    def test_parse_gives_a_quantity_or_says_why_not(self, text: str) -> None:
        try:
            quantity = Quantity.parse(text)
        except InvalidQuantity:
            return
        assert_same(Quantity.parse(str(quantity)), quantity)

    @given(quantities(), quantities())
    def test_equal_quantities_have_equal_hashes(self, a: Quantity, b: Quantity) -> None:
        assert (a != b) or hash(a) == hash(b)

    @together(
        ("text", "amount", "unit", "operator", "about"),
        [
            ("超100%", "100", "%", Operator.ABOVE, False),
            ("1万人次", "1", "万人次", None, False),
            ("51名", "51", "名", None, False),
            ("100周年", "100", "周年", None, False),
            ("≥ 95 %", "95", "%", Operator.AT_LEAST, False),
            ("不低于3次", "3", "次", Operator.AT_LEAST, False),
            ("95%以上", "95", "%", Operator.AT_LEAST, False),
            ("312万元以内", "312", "万元", Operator.AT_MOST, False),
            ("<=20", "20", "", Operator.AT_MOST, False),
            ("低于5天", "5", "天", Operator.BELOW, False),
            ("＝4场", "4", "场", Operator.EXACTLY, False),
            ("30余家", "30", "家", Operator.ABOVE, False),
            ("200多人次", "200", "人次", Operator.ABOVE, False),
            ("约40%", "40", "%", None, True),
            ("近百分之", None, None, None, None),
            ("40人左右", "40", "人", None, True),
            ("约超40人", "40", "人", Operator.ABOVE, True),
            ("5千克", "5", "千克", None, False),
            ("二十人", "20", "人", None, False),
            ("3，000.50元/人", "3000.50", "元/人", None, False),
            ("第八届", None, None, None, None),
            ("人次", None, None, None, None),
            ("XX名", None, None, None, None),
            ("2020〕10号", None, None, None, None),
            ("3~5个", None, None, None, None),
            ("", None, None, None, None),
            ("9" * 100, None, None, None, None),
        ],
    )
    def test_notations(self, text: str, amount: str | None, unit: str, operator: Operator | None, about: bool) -> None:
        if amount is None:
            with pytest.raises(InvalidQuantity):
                Quantity.parse(text)
        else:
            assert_same(Quantity.parse(text), Quantity(Decimal(amount), unit, operator, about))

    def test_a_scale_word_is_resolved_and_kept(self) -> None:
        served = Quantity.parse("1万人次")
        assert (served.value, served.base_unit, str(served)) == (Decimal(10_000), "人次", "1万人次")
        assert served == Quantity(10_000, "人次")
        assert Quantity.parse("2.5千万元").value == 25_000_000
        # 千克 is a unit and no thousand.
        assert Quantity.parse("5千克").value == 5

    @pytest.mark.parametrize("given_", [1.5, True, None, "1e5", Decimal("NaN")])
    def test_numbers_are_exact(self, given_: Any) -> None:
        with pytest.raises(InvalidQuantity):
            Quantity(given_, "人")

    @together("unit", ["5人", "余人", "人以上", "a b", "x" * 21, 3, "(人)", "\n"])
    def test_a_unit_leaves_the_text_one_reading(self, unit: Any) -> None:
        with pytest.raises(InvalidQuantity):
            Quantity(1, unit)

    def test_other_fields_are_of_their_types(self) -> None:
        yes: Any = 1
        with pytest.raises(InvalidValue, match="about"):
            Quantity(1, "人", None, yes)
        with pytest.raises(InvalidQuantity):
            Quantity.parse(yes)
        assert Quantity(1) != 1


class TestARateKeepsWhatItDivides:
    @given(money(), money())
    def test_it_is_exact(self, part: Money, whole: Money) -> None:
        rate = Rate.of(part, whole, basis="adjusted")
        below = Fraction(whole.to(Unit.YUAN))
        assert (rate.numerator, rate.denominator, rate.basis) == (part, whole, "adjusted")
        if below:
            assert rate.value is not None
            assert rate.value * below == Fraction(part.to(Unit.YUAN))
        else:
            assert rate.value is None

    @given(rates(), st.integers(0, 6))
    def test_it_is_printed_half_up(self, rate: Rate, places: int) -> None:
        percent = rate.percent(places)
        if rate.value is None:
            assert percent is None
            assert rate.print(places) == "—"
            return
        assert percent is not None
        error = abs(Fraction(percent)) - abs(rate.value * 100)
        assert -Fraction(1, 2) < error * 10**places <= Fraction(1, 2)
        assert rate.print(places) == f"{percent:f}%"

    @given(money(), st.sampled_from(Unit), st.sampled_from(Unit))
    def test_units_do_not_matter(self, whole: Money, one: Unit, other: Unit) -> None:
        part = Money.wan("40.44")
        assert Rate.of(part.in_unit(one), whole).value == Rate.of(part, whole.in_unit(other)).value

    @pytest.mark.parametrize(
        ("part", "whole", "printed"),
        [
            ("40.44", "38.26", "105.70%"),
            ("2.18", "38.26", "5.70%"),
            ("30.33", "40.44", "75.00%"),
            ("10.12", "40.44", "25.02%"),
            ("-0.80", "4.00", "-20.00%"),
            ("0", "5", "0.00%"),
            ("5", "0", "—"),
        ],
    )
    def test_worked_rates(self, part: str, whole: str, printed: str) -> None:
        assert str(Rate.of(Money.wan(part), Money.wan(whole))) == printed

    def test_quantities_divide_in_one_unit(self) -> None:
        assert str(Rate.of(Quantity(11, "人"), Quantity(12, "人"))) == "91.67%"
        assert str(Rate.of(Quantity(1, "万人次"), Quantity(20_000, "人次"))) == "50.00%"
        with pytest.raises(InvalidValue, match="人 cannot be divided by 户"):
            Rate.of(Quantity(1, "人"), Quantity(1, "户"))
        with pytest.raises(InvalidValue, match="no unit cannot be divided by 户"):
            Rate.of(Quantity(1), Quantity(1, "户"))

    def test_money_and_quantities_do_not_divide(self) -> None:
        with pytest.raises(InvalidValue, match="two amounts of money, or two quantities"):
            Rate.of(Money.yuan(1), Quantity(1, "元"))
