"""Numbers as a reader of each locale writes them."""

from decimal import Context, Decimal, localcontext

import pytest

from perfreport import Money, Presentation, Quantity, Rate, Unit
from perfreport.errors import InvalidValue
from perfreport.messages import localize

LOCALES = localize.LOCALES


PAGE = Presentation(Unit.WAN, 2)


class TestNumbers:
    """Figures keep their digits; the unit is the report's, the separators the reader's."""

    @pytest.mark.parametrize(
        ("amount", "zh", "en"),
        [
            (Money.wan("38.26"), "38.26万元", "CN¥382,600"),
            (Money.wan("1234567.80"), "1,234,567.80万元", "CN¥12,345,678,000"),
            (Money.yi("1.5"), "1.5亿元", "CN¥150,000,000"),
            (Money.qian("-12"), "-12千元", "-CN¥12,000"),
            (Money.yuan("0"), "0元", "CN¥0"),
            (Money.yuan("-0.5"), "-0.5元", "-CN¥0.50"),
            (Money.yuan("1234.5"), "1,234.5元", "CN¥1,234.50"),
            (Money.yuan("1234.567"), "1,234.567元", "CN¥1,234.567"),
            (Money.yuan("100.00"), "100.00元", "CN¥100"),
            (Money.yuan(10**23), f"{10**23:,}元", f"CN¥{10**23:,}"),
            (Money.yuan("0.000000000001"), "0.000000000001元", "CN¥0.000000000001"),
        ],
    )
    def test_money_as_stated(self, amount: Money, zh: str, en: str) -> None:
        assert [localize.money(amount, locale) for locale in LOCALES] == [zh, en]

    @pytest.mark.parametrize(
        ("amount", "page", "zh", "en"),
        [
            (Money.yuan("404449.99"), PAGE, "40.44万元", "CN¥404,400"),
            (Money.yuan("404450.00"), PAGE, "40.45万元", "CN¥404,500"),
            (Money.yuan("-49.99"), PAGE, "0.00万元", "CN¥0"),
            (Money.yuan("-50.00"), PAGE, "-0.01万元", "-CN¥100"),
            (Money.yi("1.5"), PAGE, "15000.00万元", "CN¥150,000,000"),
            (Money.yi("1.5"), Presentation(Unit.WAN, 0, grouping=True), "15,000万元", "CN¥150,000,000"),
            (Money.yuan("0.125"), Presentation(Unit.YUAN, 2), "0.13元", "CN¥0.13"),
        ],
    )
    def test_money_as_a_page_prints_it(self, amount: Money, page: Presentation, zh: str, en: str) -> None:
        assert [localize.money(amount, locale, page) for locale in LOCALES] == [zh, en]
        assert page.print(amount) == zh

    @pytest.mark.parametrize(
        ("text", "zh", "en"),
        [
            ("超100%", "超100%", "more than 100%"),
            ("不低于95%", "不低于95%", "at least 95%"),
            ("=3个", "=3个", "exactly 3个"),
            ("不超过1.50万元", "不超过1.50万元", "at most 1.50万元"),
            ("低于5%", "低于5%", "less than 5%"),
            ("约51名", "约51名", "about 51名"),
            ("约超3个", "约超3个", "about more than 3个"),
            ("1万人次", "1万人次", "1万人次"),
            ("12345678", "12345678", "12,345,678"),
            ("-1,234.50元/人", "-1234.50元/人", "-1,234.50元/人"),
        ],
    )
    def test_quantities(self, text: str, zh: str, en: str) -> None:
        assert [localize.quantity(Quantity.parse(text), locale) for locale in LOCALES] == [zh, en]

    def test_a_comparison_is_a_word_of_the_list_and_no_text(self) -> None:
        # A mere ">" would be equal to Operator.ABOVE and yet be left out of an English sentence.
        with pytest.raises(InvalidValue, match="operator"):
            Quantity("1", "%", ">")  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("part", "whole", "places", "text"),
        [
            ("40.44", "38.26", 2, "105.70%"),
            ("40.44", "38.26", 0, "106%"),
            ("1", "8", 1, "12.5%"),
            ("1", "8", 0, "13%"),
            ("-123456", "1", 2, "-12,345,600.00%"),
            ("-1", "1000000", 2, "0.00%"),
            ("0", "5", 2, "0.00%"),
            ("5", "0", 2, "—"),
        ],
    )
    def test_rates(self, part: str, whole: str, places: int, text: str) -> None:
        rate = Rate.of(Money.wan(part), Money.wan(whole))
        assert [localize.rate(rate, locale, places) for locale in LOCALES] == [text] * 2

    @pytest.mark.parametrize(
        ("items", "zh", "en"),
        [
            ([], "", ""),
            (["甲"], "甲", "甲"),
            (["甲", "乙"], "甲和乙", "甲 and 乙"),
            (("甲", "乙", "丙"), "甲、乙和丙", "甲, 乙, and 丙"),
        ],
    )
    def test_lists(self, items: list[str], zh: str, en: str) -> None:
        assert [localize.sequence(items, locale) for locale in LOCALES] == [zh, en]

    @pytest.mark.parametrize("digits", ["0.1", "0.10", "123456789012345678.12", "1E+3", "-7"])
    def test_digits_are_never_rounded_or_added(self, digits: str) -> None:
        amount = Money.wan(Decimal(digits))
        assert localize.money(amount).replace(",", "") == str(amount)

    @pytest.mark.parametrize("locale", LOCALES)
    def test_no_figure_is_too_long_and_no_context_shortens_one(self, locale: str) -> None:
        long = "12345678901234567890123.123456789012"
        with localcontext(Context(prec=5, traps=[])):
            amount = localize.money(Money.yuan(long), locale)
            counted = localize.quantity(Quantity("12345678901234567890123456789012.5", "人"), locale)
            assert localize.rate(Rate.of(Money.yuan(long), Money.yuan("0.01")), locale, 20).endswith("%")
        assert long in amount.replace(",", "")
        assert "12345678901234567890123456789012.5人" in counted.replace(",", "")
