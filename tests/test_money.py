"""The notations in which published reports print amounts, and what looks like an amount and is none."""

import pytest

from perfreport.errors import InvalidMoney
from perfreport.money import Money, Presentation, Unit, total
from perfreport.testing import assert_same
from tests.cases.tables import together


class TestParse:
    @together(
        ("text", "amount"),
        [
            ("38.26万元", Money.wan("38.26")),
            ("1.5万元", Money.wan("1.5")),
            ("153.550567万元", Money.wan("153.550567")),
            ("2595.6208万元", Money.wan("2595.6208")),
            ("220万元", Money.wan("220")),
            ("1,720.00万元", Money.wan("1720.00")),
            ("1，720.00万元", Money.wan("1720.00")),
            ("1 720.00万元", Money.wan("1720.00")),
            ("968.191 8万元", Money.wan("968.1918")),
            ("38.26 万元", Money.wan("38.26")),
            ("38.26\n万元", Money.wan("38.26")),
            ("38.26万\n元", Money.wan("38.26")),
            ("38.26万\r\n  元", Money.wan("38.26")),
            ("38.\n26万元", Money.wan("38.26")),
            ("38.26\u3000万 元", Money.wan("38.26")),
            ("350万", Money.wan("350")),
            ("5.8万", Money.wan("5.8")),
            ("14280元", Money.yuan("14280")),
            ("1329120.67元", Money.yuan("1329120.67")),
            ("12.35亿元", Money.yi("12.35")),
            ("3亿", Money.yi("3")),
            ("46.5萬元", Money.wan("46.5")),
            ("1.2億元", Money.yi("1.2")),
            ("３８．２６万元", Money.wan("38.26")),
            ("0万元", Money.wan("0")),
            ("0.00 万元", Money.wan("0.00")),
            ("-0.00万元", Money.wan("0.00")),
            ("-5.2万元", Money.wan("-5.2")),
            ("－5.2万元", Money.wan("-5.2")),
            ("负三十万元", Money.wan("-30")),
            ("+5万元", Money.wan("5")),
            ("5千元", Money.qian("5")),
            ("5百万元", Money.wan("500")),
            ("3千万元", Money.wan("3000")),
            ("1.2万亿元", Money.yi("12000")),
            ("12亿3456万元", Money.wan("123456")),
            ("3亿5000万", Money.wan("35000")),
            ("三十八万二千六百元", Money.yuan("382600")),
            ("三十八点二六万元", Money.wan("38.26")),
            ("三亿五千万元", Money.wan("35000")),
            ("肆拾万肆仟肆佰元整", Money.yuan("404400")),
            ("人民币陆仟零柒元壹角肆分", Money.yuan("6007.14")),
            ("¥404,400.00", Money.yuan("404400.00")),
            ("￥404400", Money.yuan("404400")),
            ("-¥404,400.00", Money.yuan("-404400.00")),
            ("¥-5", Money.yuan("-5")),
            ("CN¥40.44万", Money.wan("40.44")),
            ("RMB 300", Money.yuan("300")),
            ("rmb 300元", Money.yuan("300")),
            ("CNY300", Money.yuan("300")),
            ("人民币 38.26 万元", Money.wan("38.26")),
            ("404400元人民币", Money.yuan("404400")),
            ("300元整", Money.yuan("300")),
        ],
    )
    def test_notations(self, text: str, amount: Money) -> None:
        assert_same(Money.parse(text), amount)

    @together(
        "text",
        [
            "1万人次",
            "7万起",
            "2万粒",
            "50名",
            "13家",
            "100%",
            "1.05‰",
            "〔2020〕10号",
            "财预〔2020〕10号",
            "2020165号",
            "2022年",
            "300元/人",
            "300/人",
            "每平方米5元",
            "5000元以上",
            "单价 100 万元(含)以上设备",
            "约40万元",
            "超100万元",
            "XXX万元",
            "*万元",
            "万元",
            "元",
            "点击查看",
            "(略)",
            "—",
            "-",
            "/",
            "无",
            "",
            " ",
            "\n",
            "38.26",
            "3千",
            "38.26.5万元",
            "89+82万元",
            "13.113.10100.00%",
            "1,23万元",
            "1,2345万元",
            "1_000元",
            "1E5元",
            "NaN元",
            "0x10元",
            "三万五元",
            "3万5元",
            "38.万元",
            ".5万元",
            "--5万元",
            "¥",
            "¥¥5",
            "5美元",
            "5万美元",
            "5角",
            "(38.26)万元",
            "38.26万元38.26万元",
            "9" * 30 + "元",
        ],
    )
    def test_what_is_no_amount_is_refused(self, text: str) -> None:
        with pytest.raises(InvalidMoney) as refused:
            Money.parse(text)
        assert str(refused.value.reason)

    @pytest.mark.parametrize(
        ("text", "amount"),
        [
            ("38.26", Money.wan("38.26")),
            ("1,720.00", Money.wan("1720.00")),
            ("¥38.26", Money.wan("38.26")),
            # A unit in the head of the table and in the cell is not scaled twice.
            ("38.26万元", Money.wan("38.26")),
            ("38.26万", Money.wan("38.26")),
            ("382600元", Money.yuan("382600")),
            ("0.5亿元", Money.yi("0.5")),
        ],
    )
    def test_the_unit_of_a_table_is_for_figures_without_one(self, text: str, amount: Money) -> None:
        assert_same(Money.parse(text, Unit.WAN), amount)

    @pytest.mark.parametrize("text", ["3千", "50名", "—", "", "无"])
    def test_the_unit_of_a_table_makes_no_amounts(self, text: str) -> None:
        with pytest.raises(InvalidMoney):
            Money.parse(text, Unit.WAN)


def test_a_sum_is_stated_in_the_finer_unit() -> None:
    assert_same(Money.wan("1.5") + Money.yi("3"), Money.wan("30001.5"))
    assert_same(Money.yuan(1) - Money.yi("0.5"), Money.yuan("-49999999"))


def test_conversion_is_exact_both_ways() -> None:
    assert_same(Money.wan("38.26").in_unit(Unit.YUAN), Money.yuan("382600"))
    assert_same(Money.yuan("382600").in_unit(Unit.WAN), Money.wan("38.2600"))
    assert str(Money.yuan("0.01").to(Unit.YI)) == "1E-10"
    assert Money.wan("123456.7891").to(Unit.YUAN) == 1234567891


class TestSizes:
    """What is stated has a limit; what is computed of it has another, that no sum of figures reaches."""

    MOST = "9" * 24

    @pytest.mark.parametrize(("amount", "unit"), [("1" + "0" * 24, Unit.YUAN), ("1" + "0" * 20, Unit.WAN)])
    def test_larger_amounts_cannot_be_stated(self, amount: str, unit: Unit) -> None:
        with pytest.raises(InvalidMoney, match=r"below 10\^24 元"):
            Money(amount, unit)

    def test_sums_and_multiples_may_be_larger(self) -> None:
        most = Money.yuan(self.MOST)
        assert str(most + most) == f"{2 * int(self.MOST)}元"
        assert most + most - most == most
        assert total([most] * 1000) == most * 1000
        assert str((most * 10**6).in_unit(Unit.YI)) == f"{'9' * 22}.{'99000000'}亿元"
        assert Presentation(Unit.YI, 0).print(most) == f"1{'0' * 16}亿元"

    def test_even_they_have_an_end(self) -> None:
        with pytest.raises(InvalidMoney, match=r"below 10\^32 元"):
            _ = Money.yuan(self.MOST) * 10**9

    def test_the_smallest_amounts_are_shown_without_an_exponent(self) -> None:
        assert repr(Money.yuan("0.000000000001")) == "Money.yuan('0.000000000001')"
        assert repr(-Money.yuan("0.00")) == "Money.yuan('0.00')"
