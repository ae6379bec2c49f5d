"""What holds for all amounts of money."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from operator import add, ge, gt, le, lt, mul, sub
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfreport.errors import InvalidMoney
from perfreport.money import Money, Unit, Wording, total
from perfreport.testing import assert_same, money, wordings
from tests.cases.tables import together

FEN = st.integers(-(10**17), 10**17).map(lambda fen: Money.yuan(Decimal(fen).scaleb(-2)))


class TestAmountsAreAnOrderedGroup:
    @given(money(), money(), money())
    def test_addition_is_associative(self, a: Money, b: Money, c: Money) -> None:
        assert_same((a + b) + c, a + (b + c))

    @given(money(), money())
    def test_addition_is_commutative(self, a: Money, b: Money) -> None:
        assert_same(a + b, b + a)

    @given(money())
    def test_zero_is_neutral_and_every_amount_has_an_opposite(self, a: Money) -> None:
        zero = Money(0, a.unit)
        assert_same(a + zero, a)
        assert a + -a == zero
        assert a - a == zero

    @given(money(), money(), money())
    def test_order_is_kept_by_addition(self, a: Money, b: Money, c: Money) -> None:
        assert (a <= b) == (a + c <= b + c)

    @given(money(), money())
    def test_order_is_total(self, a: Money, b: Money) -> None:
        assert [a < b, a == b, a > b].count(True) == 1
        assert (a <= b) == (a < b or a == b)
        assert (a >= b) == (a > b or a == b)

    @given(money(), st.integers(-50, 50), st.integers(-50, 50))
    def test_multiples_distribute(self, a: Money, m: int, n: int) -> None:
        assert a * (m + n) == a * m + n * a

    @given(money())
    def test_absolute_amounts_are_never_negative(self, a: Money) -> None:
        assert abs(a) >= Money.yuan(0)
        assert abs(a) in (a, -a)


class TestAnAmountIsOneAmountInEveryUnit:
    @given(money(), st.sampled_from(Unit))
    def test_restating_changes_nothing_but_the_statement(self, a: Money, unit: Unit) -> None:
        assert a.in_unit(unit) == a
        assert hash(a.in_unit(unit)) == hash(a)
        assert a.in_unit(unit).unit is unit
        assert a.in_unit(unit).amount == a.to(unit)

    @given(money(), money())
    def test_equal_amounts_have_equal_hashes(self, a: Money, b: Money) -> None:
        assert (a != b) or hash(a) == hash(b)


class TestEveryAmountCanBeWrittenAndReadBack:
    @given(money())
    def test_repr_evaluates(self, a: Money) -> None:
        assert_same(eval(repr(a), {"Money": Money}), a)  # noqa: S307 - that is the law

    @given(money())
    def test_text_parses(self, a: Money) -> None:
        assert_same(Money.parse(str(a)), a)

    @given(money())
    def test_pickle_keeps_it(self, a: Money) -> None:
        assert_same(pickle.loads(pickle.dumps(a)), a)  # noqa: S301 - our own bytes

    @given(FEN, wordings())
    def test_words_round_trip_in_every_wording(self, a: Money, wording: Wording) -> None:
        assert Money.from_words(a.in_words(wording)) == a
        assert Money.parse(a.in_words(wording)) == a

    @given(st.text() | st.text("0123456789.,-+ 零一二三十百千万亿点元角分整¥人民币人次〔〕%\n"))
    def test_parse_gives_an_amount_or_says_why_not(self, text: str) -> None:
        try:
            amount = Money.parse(text)
        except InvalidMoney:
            return
        assert_same(Money.parse(str(amount)), amount)


class TestSums:
    @given(st.lists(money(), max_size=8))
    def test_the_bulk_sum_is_the_plain_sum(self, amounts: list[Money]) -> None:
        plain = Money.yuan(0)
        for amount in amounts:
            plain = plain + amount
        assert total(amounts) == plain

    @given(st.lists(money(), min_size=1, max_size=8))
    def test_the_sum_is_stated_in_the_finest_unit(self, amounts: list[Money]) -> None:
        assert total(amounts).unit.power == min(amount.unit.power for amount in amounts)

    def test_the_sum_of_nothing_is_nothing(self) -> None:
        assert_same(total([]), Money.yuan(0))


HOSTILE: list[Any] = [
    1.5, float("nan"), float("inf"), True, None, b"1", [], "1_000", "1E5", "1e-5", "NaN", "Infinity", "", " ", "1,23,4",
    "0x10",
    "９" * 100, "1" * 10**6, "-" * 50, Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), Decimal("1E+999999"),
    Decimal("1E-999999"), Decimal("0E+999999"), Decimal(f"1.{'3' * 200}"), 10**100_000, -(10**25), "1.5万元", "½", "²",
]  # fmt: skip


@together(
    "value",
    HOSTILE,
)
def test_what_is_not_an_exact_figure_is_refused_with_a_reason(value: Any) -> None:
    with pytest.raises(InvalidMoney) as refused:
        Money.wan(value)
    assert str(refused.value.reason)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize("unit", ["万元", None, 4])
def test_a_unit_is_a_unit(unit: Any) -> None:
    with pytest.raises(InvalidMoney, match="expected a Unit"):
        Money("1", unit)


@pytest.mark.parametrize("factor", [1.5, True, Decimal("NaN"), Decimal("1" * 31 + "." + "1" * 24)])
def test_amounts_are_multiplied_exactly_or_not_at_all(factor: Any) -> None:
    with pytest.raises(InvalidMoney):
        mul(Money.wan("1111111111111111.1111111111111111"), factor)


@pytest.mark.parametrize("operation", [add, sub, lt, le, gt, ge])
def test_amounts_do_not_mix_with_bare_numbers(operation: Callable[[Any, Any], object]) -> None:
    with pytest.raises(TypeError):
        operation(Money.yuan(1), 1)


def test_amounts_are_multiplied_by_numbers_only() -> None:
    two: Any = "2"
    with pytest.raises(TypeError):
        mul(Money.yuan(1), two)
    assert Money.yuan(1) != 1
