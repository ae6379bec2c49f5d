"""What holds for every page that prints money."""

from decimal import ROUND_HALF_UP, Context, Decimal

import pytest
from babel.numbers import format_decimal, parse_pattern
from hypothesis import assume, example, given
from hypothesis import strategies as st

from perfreport.errors import InvalidMoney, InvalidValue
from perfreport.messages.localize import LOCALES, locale_of
from perfreport.messages.localize import money as localized
from perfreport.money import Interval, Money, Presentation, Unit, allocate, bounds, decimals_of, total
from perfreport.testing import assert_same, money, presentations

WAN2 = Presentation(Unit.WAN, 2)
HALF_UP = Context(prec=60, rounding=ROUND_HALF_UP)
FEN = Money.yuan("0.01")


class TestAPrintedFigureIsTheIntervalOfAmountsThatPrintSo:
    @given(money(), presentations())
    @example(Money.yuan("-50"), WAN2)
    @example(Money.yuan("50"), WAN2)
    @example(Money.yuan("49.99"), WAN2)
    @example(Money.yuan("49.9999"), WAN2)
    @example(Money.yuan("40.444"), Presentation(Unit.YUAN, 2))
    def test_an_amount_lies_in_the_interval_of_its_print(self, a: Money, page: Presentation) -> None:
        # Amounts are whole 分: on a page of 分 or finer nothing is rounded, and a fraction of one was never printed.
        printed = page.step > FEN or page.round(a) == a
        assert (a in page.interval(page.print(a))) == printed
        assert (a in page.interval(page.round(a))) == printed

    @given(st.integers(-(10**15), 10**15), presentations())
    def test_whole_fen_lie_in_the_interval_of_their_print_on_every_page(self, fen: int, page: Presentation) -> None:
        assert FEN * fen in page.interval(page.print(FEN * fen))

    @given(money(), presentations(), st.integers(0, 1000))
    def test_all_of_an_interval_prints_the_same(self, a: Money, page: Presentation, thousandth: int) -> None:
        interval = page.interval(page.round(a))
        inside = interval.low + (interval.high - interval.low) * (Decimal(thousandth).scaleb(-3))
        assert (inside in interval) == (page.print(inside) == page.print(a))

    @given(money(), presentations())
    def test_ends_are_half_open_towards_zero_and_mirrored_below_it(self, a: Money, page: Presentation) -> None:
        printed = page.round(a)
        zero = Money.yuan(0)
        interval, mirrored = page.interval(printed), page.interval(-printed)
        assert (interval.low in interval) == (printed > zero or page.step <= FEN)
        assert (interval.high in interval) == (printed < zero or page.step <= FEN)
        assert interval == Interval(
            -mirrored.high,
            -mirrored.low,
            includes_low=mirrored.includes_high,
            includes_high=mirrored.includes_low,
        )

    @given(money(), presentations())
    def test_a_figure_on_the_grid_is_one_step_wide_and_a_figure_in_fen_is_itself(
        self, a: Money, page: Presentation
    ) -> None:
        interval = page.interval(page.round(a))
        assert interval.high - interval.low == (page.step if page.step > FEN else Money.yuan(0))

    @given(money(), presentations())
    def test_its_bounds_are_the_first_and_the_last_amount_in_it(self, a: Money, page: Presentation) -> None:
        printed = page.round(a)
        places = decimals_of([printed])
        least, most = bounds(printed, page.step_of(printed), places)
        inside = [
            count for count in (least - 1, least, most, most + 1) if _counted(count, places) in page.interval(printed)
        ]
        assert inside == [least, most]


def _counted(count: int, places: int) -> Money:
    """Return an amount that is counted in units of so many decimals of a 元."""
    return Money.yuan(Decimal(count).scaleb(-places, HALF_UP))


class TestPrinting:
    @given(money(), presentations())
    def test_what_chinese_prints_parses_to_the_rounded_amount(self, a: Money, page: Presentation) -> None:
        assert_same(Money.parse(page.print(a)), page.round(a))
        assert_same(Money.parse(localized(a, "zh_Hans_CN", page)), page.round(a))

    @given(money(), presentations())
    def test_an_exact_print_gives_the_amount_back(self, a: Money, page: Presentation) -> None:
        on_grid = Presentation(a.unit, max(0, -int(a.amount.as_tuple().exponent)), page.grouping)
        assert_same(Money.parse(on_grid.print(a)), a)
        assert_same(Money.parse(localized(a, "zh", on_grid)), a)

    @given(money(), presentations())
    def test_it_agrees_with_babel_on_the_same_quantised_number(self, a: Money, page: Presentation) -> None:
        number = a.to(page.unit).quantize(Decimal(1).scaleb(-page.places), context=HALF_UP)
        pattern = parse_pattern(("#,##0" if page.grouping else "0") + ("." + "0" * page.places if page.places else ""))
        printed = format_decimal(number or abs(number), pattern, locale_of("zh"), decimal_quantization=False)
        assert page.figure(a) == printed

    @given(money(), presentations())
    def test_a_negative_zero_is_never_printed(self, a: Money, page: Presentation) -> None:
        printed = page.figure(a)
        assert not (printed.startswith("-") and not printed.strip("-0.,"))

    @given(money(), presentations())
    def test_rounding_twice_is_rounding_once(self, a: Money, page: Presentation) -> None:
        assert_same(page.round(page.round(a)), page.round(a))

    @given(money(), money(), presentations())
    def test_rounding_keeps_the_order(self, a: Money, b: Money, page: Presentation) -> None:
        low, high = sorted((a, b))
        assert page.round(low) <= page.round(high)

    @given(money(), presentations())
    def test_ties_go_away_from_zero(self, a: Money, page: Presentation) -> None:
        on_grid = page.round(a)
        half = page.step * Decimal("0.5")
        away = on_grid + page.step if on_grid >= Money.yuan(0) else on_grid - page.step
        assert page.round(on_grid + half if on_grid >= Money.yuan(0) else on_grid - half) == away

    @pytest.mark.parametrize(
        ("yuan", "printed"),
        [("404400", "40.44万元"), ("-50", "-0.01万元"), ("-49.99", "0.00万元"), ("303450", "30.35万元")],
    )
    def test_worked_figures(self, yuan: str, printed: str) -> None:
        assert WAN2.print(Money.yuan(yuan)) == printed

    def test_every_locale_speaks(self) -> None:
        assert [localized(Money.wan("1234.5"), locale) for locale in LOCALES] == [
            "1,234.5万元",
            "CN¥12,345,000",
        ]


class TestStepOf:
    def test_a_figure_with_fewer_digits_stands_on_the_grid_of_the_page(self) -> None:
        assert WAN2.step_of(Money.wan("1.5")) == Money.wan("0.01")

    def test_a_figure_with_more_digits_is_as_exact_as_they_are(self) -> None:
        assert WAN2.step_of(Money.wan("153.550567")) == Money.wan("0.000001")

    def test_a_figure_in_another_unit_stands_for_itself(self) -> None:
        assert WAN2.step_of(Money.yuan("404400")) == Money.yuan(1)
        assert WAN2.step_of(Money.yi("1.5")) == Money.yi("0.1")


class TestAllocation:
    @given(money(), presentations(), st.lists(st.integers(0, 1000), min_size=1, max_size=12))
    def test_shares_stand_on_the_grid_and_add_up(self, a: Money, page: Presentation, weights: list[int]) -> None:
        assume(any(weights))
        whole = page.round(a)
        shares = allocate(whole, weights, page)
        assert total(shares) == whole
        assert all(page.round(share) == share for share in shares)

    @given(money(), presentations(), st.lists(st.integers(0, 1000), min_size=1, max_size=12))
    def test_every_share_is_within_a_step_of_its_exact_share(
        self, a: Money, page: Presentation, weights: list[int]
    ) -> None:
        assume(any(weights))
        whole = page.round(a)
        for share, weight in zip(allocate(whole, weights, page), weights, strict=True):
            assert abs(share * sum(weights) - whole * weight) < page.step * sum(weights)

    @given(money(), presentations(), st.lists(st.integers(1, 9), min_size=1, max_size=6))
    def test_a_negative_whole_is_shared_like_its_opposite(
        self, a: Money, page: Presentation, weights: list[int]
    ) -> None:
        whole = page.round(a)
        assert allocate(-whole, weights, page) == tuple(-share for share in allocate(whole, weights, page))

    @given(presentations(), st.integers(-1000, 1000))
    def test_a_whole_off_the_grid_is_refused(self, page: Presentation, steps: int) -> None:
        with pytest.raises(InvalidMoney):
            allocate(page.step * steps + page.step * Decimal("0.5"), [1], page)

    @pytest.mark.parametrize("weights", [[], [0, 0], [1, -1]])
    def test_weights_that_share_nothing_out_are_refused(self, weights: list[int]) -> None:
        with pytest.raises(InvalidValue):
            allocate(Money.wan(1), weights, WAN2)

    def test_weights_may_have_decimals(self) -> None:
        shares = allocate(Money.wan("10.12"), [Decimal("0.5"), Decimal("0.25"), Decimal("0.25")], WAN2)
        assert shares == (Money.wan("5.06"), Money.wan("2.53"), Money.wan("2.53"))
