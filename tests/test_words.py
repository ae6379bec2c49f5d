"""Amounts in words are written by the rules, and read in every form that the rules allow."""

from decimal import Decimal
from itertools import product
from typing import Any, Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perfreport.errors import InvalidMoney, InvalidNumber, InvalidValue
from perfreport.money import Money, Wording
from perfreport.money.words import from_words, in_words
from perfreport.testing import wordings
from tests.cases.tables import together

YUANS: tuple[Literal["元", "圆"], ...] = ("元", "圆")
ENDINGS: tuple[Literal["整", "正"], ...] = ("整", "正")
FLAGS = (False, True)
EVERY_WORDING = [
    Wording(currency=currency, yuan=yuan, ending=ending, ending_after_jiao=after, zero_at_wan=wan, zero_at_yuan=zero)
    for currency, yuan, ending, after, wan, zero in product(FLAGS, YUANS, ENDINGS, FLAGS, FLAGS, FLAGS)
]
PLAIN = Wording(currency=False)
LEAST = Wording(currency=False, ending_after_jiao=False, zero_at_yuan=False)
MOST = Wording(currency=False, zero_at_wan=True)

#: The amounts that the regulations spell themselves: what is written by default, and what else is allowed.
EXAMPLES = [
    ("1409.50", "壹仟肆佰零玖元伍角整", ["壹仟肆佰零玖元伍角"]),
    ("6007.14", "陆仟零柒元壹角肆分", []),
    ("1680.32", "壹仟陆佰捌拾元零叁角贰分", ["壹仟陆佰捌拾元叁角贰分"]),
    (
        "107000.53", "壹拾万柒仟元零伍角叁分",
        ["壹拾万零柒仟元伍角叁分", "壹拾万柒仟元伍角叁分", "壹拾万零柒仟元零伍角叁分"],
    ),
    ("16409.02", "壹万陆仟肆佰零玖元零贰分", []),
    ("325.04", "叁佰贰拾伍元零肆分", []),
    ("404400.00", "肆拾万肆仟肆佰元整", ["肆拾万零肆仟肆佰元整"]),
    ("0", "零元整", []),
]  # fmt: skip


class TestExamples:
    """The examples of the regulations, word for word."""

    @together(("amount", "words", "others"), EXAMPLES)
    def test_they_are_written_so(self, amount: str, words: str, others: list[str]) -> None:
        assert in_words(Decimal(amount), PLAIN) == words
        assert in_words(Decimal(amount), Wording()) == f"人民币{words}"
        assert Money.yuan(amount).in_words() == f"人民币{words}"
        assert len(others) == len(set(others) - {words})

    @together(("amount", "words", "others"), EXAMPLES)
    def test_they_are_read_so(self, amount: str, words: str, others: list[str]) -> None:
        for form in (words, *others):
            for spelled in (form, f"人民币{form}", form.replace("元", "圆"), form.replace("整", "正")):
                assert from_words(spelled) == Decimal(amount)

    @together(("amount", "words", "others"), EXAMPLES)
    def test_every_allowed_form_is_written_by_some_wording(self, amount: str, words: str, others: list[str]) -> None:
        forms = {in_words(Decimal(amount), wording) for wording in EVERY_WORDING if not wording.currency}
        plain = {form.replace("圆", "元").replace("正", "整") for form in forms}
        assert plain == {words, *others}


class TestWriting:
    """Where the rules leave a choice, the wording takes it."""

    @together(
        ("amount", "wording", "words"),
        [
            ("0.05", PLAIN, "伍分"),
            ("0.50", PLAIN, "伍角整"),
            ("0.55", PLAIN, "伍角伍分"),
            ("0.50", LEAST, "伍角"),
            ("10", PLAIN, "壹拾元整"),
            ("10.01", PLAIN, "壹拾元零壹分"),
            ("10.10", PLAIN, "壹拾元零壹角整"),
            ("10.10", LEAST, "壹拾元壹角"),
            ("11.10", PLAIN, "壹拾壹元壹角整"),
            ("100001", PLAIN, "壹拾万零壹元整"),
            ("100000", PLAIN, "壹拾万元整"),
            ("404400", MOST, "肆拾万零肆仟肆佰元整"),
            ("100000000", PLAIN, "壹亿元整"),
            ("100000001", PLAIN, "壹亿零壹元整"),
            ("100005000", PLAIN, "壹亿零伍仟元整"),
            ("1050000000", PLAIN, "壹拾亿伍仟万元整"),
            ("1050000000", MOST, "壹拾亿零伍仟万元整"),
            ("1000000000000", PLAIN, "壹万亿元整"),
            ("9900000000000000.99", PLAIN, "玖仟玖佰万亿元零玖角玖分"),
            ("-1", PLAIN, "负壹元整"),
            ("-0.01", Wording(), "人民币负壹分"),
            ("1.5", Wording(yuan="圆", ending="正"), "人民币壹圆伍角正"),
            # Digits beyond 分 that are zero are none.
            ("1.500", PLAIN, "壹元伍角整"),
        ],
    )
    def test_table(self, amount: str, wording: Wording, words: str) -> None:
        assert in_words(Decimal(amount), wording) == words

    @pytest.mark.parametrize("amount", ["0.001", "1.005", "-0.009", "0.000000000001"])
    def test_less_than_a_fen_has_no_form(self, amount: str) -> None:
        with pytest.raises(InvalidValue, match="not a whole number of 分"):
            in_words(Decimal(amount), Wording())
        with pytest.raises(InvalidValue, match="not a whole number of 分"):
            Money.yuan(amount).in_words()

    @pytest.mark.parametrize("amount", ["10000000000000000", "-10000000000000000.00", "1" * 24])
    def test_amounts_that_are_too_large_have_no_form(self, amount: str) -> None:
        with pytest.raises(InvalidValue, match=r"10\^16"):
            Money.yuan(amount).in_words()

    def test_money_of_any_unit_is_written_in_yuan(self) -> None:
        assert Money.wan("38.26").in_words(PLAIN) == "叁拾捌万贰仟陆佰元整"
        assert Money.yi("0.00000001").in_words(PLAIN) == "壹元整"

    @pytest.mark.parametrize(
        "choice",
        [
            {"yuan": "块"},
            {"ending": "完"},
            {"ending": ""},
            {"currency": 1},
            {"zero_at_wan": None},
            {"zero_at_yuan": "y"},
        ],
    )
    def test_there_is_no_other_choice(self, choice: dict[str, Any]) -> None:
        with pytest.raises(InvalidValue, match="Wording"):
            Wording(**choice)


class TestReading:
    """What departs from the rules is refused, and the message gives a right form."""

    @together(
        ("text", "amount"),
        [
            ("人民币 肆拾万 肆仟肆佰 元整", "404400"),
            ("人民币肆拾万\n肆仟肆佰元整", "404400"),
            ("肆拾萬肆仟肆佰圓正", "404400"),
            ("貳佰陸拾參元整", "263"),
            ("叄拾元整", "30"),
            ("壹億元整", "100000000"),
            ("負壹元整", "-1"),
            ("人民币负伍分", "-0.05"),
        ],
    )
    def test_variants_of_characters_and_blanks(self, text: str, amount: str) -> None:
        assert from_words(text) == Decimal(amount)

    @together(
        ("text", "right"),
        [
            # The ending is missing, or stands where none belongs.
            ("肆拾万肆仟肆佰元", "人民币肆拾万肆仟肆佰元整"),
            ("人民币伍元壹分整", "人民币伍元零壹分"),
            ("叁元伍角贰分正", "人民币叁元伍角贰分"),
            # A 零 is missing, or stands where none belongs.
            ("叁佰贰拾伍元肆分", "人民币叁佰贰拾伍元零肆分"),
            ("壹仟零肆佰元整", None),
            ("壹元零伍角整", "人民币壹元伍角整"),
            ("壹亿伍仟元整", None),
            ("零伍角整", "人民币伍角整"),
            ("零元伍角整", "人民币伍角整"),
            ("零元零伍分", "人民币伍分"),
            # Digits of everyday writing, or in a row.
            ("四十万四千四百元整", "人民币肆拾万肆仟肆佰元整"),
            ("肆零肆肆零零元整", "人民币肆拾万肆仟肆佰元整"),
            ("两佰元整", "人民币贰佰元整"),
            # 壹 belongs before 拾.
            ("拾元整", "人民币壹拾元整"),
            # There is no less than nothing.
            ("负零元整", "人民币零元整"),
        ],
    )
    def test_wrong_forms(self, text: str, right: str | None) -> None:
        with pytest.raises(InvalidNumber) as caught:
            from_words(text)
        if right is not None:
            assert str(caught.value.reason) == f"the rules spell this amount {right}"
        with pytest.raises(InvalidMoney):
            Money.from_words(text)

    @together(
        "text",
        [
            "", " ", "人民币", "元整", "整", "人民币元整", "负", "负元整", "角", "404400元整", "人民币404400.00元",
            "肆拾万肆仟肆佰", "壹元贰元整", "壹角贰元整", "壹分贰角", "拾角整", "壹拾角整", "壹元拾分", "壹毛",
            "伍块整",
            "人民币人民币壹元整", "壹元整人民币", "壹元整整", "负负壹元整", "壹元负伍角整", "壹元整。", "另",
            "壹元另伍分",
            "壹元○伍分", "abc", "壹" * 79 + "元整", "零分", "零角整", "壹元零角", "壹元伍角零分",
        ],
    )  # fmt: skip
    def test_what_is_no_amount_in_words(self, text: str) -> None:
        with pytest.raises(InvalidNumber):
            from_words(text)

    @together("digits", [17, 20, 58, 59, 60, 70])
    @together("ending", ["元整", "元壹角", "元零壹分"])
    def test_a_row_of_digits_of_any_length_is_an_invalid_number(self, digits: int, ending: str) -> None:
        for digit in "壹玖一九":
            with pytest.raises(InvalidNumber):
                from_words(digit * digits + ending)
            with pytest.raises(InvalidMoney):
                Money.from_words(digit * digits + ending)

    def test_the_first_amount_that_is_too_large(self) -> None:
        with pytest.raises(InvalidNumber, match=r"10\^16"):
            from_words("壹" + "零" * 16 + "元整")

    @pytest.mark.parametrize("ending", ["元壹角", "元零壹分"])
    def test_a_row_of_digits_in_a_document(self, ending: str) -> None:
        with pytest.raises(InvalidMoney):
            Money.parse("壹" * 70 + ending)

    @pytest.mark.parametrize("given", [None, 5, b"", ["壹元整"]])
    def test_only_text_is_read(self, given: Any) -> None:
        with pytest.raises(InvalidMoney, match="expected text"):
            Money.from_words(given)

    def test_a_message_is_short(self) -> None:
        with pytest.raises(InvalidNumber) as caught:
            from_words("壹" * 1_000_000)
        assert len(str(caught.value)) < 300


FEN = st.integers(-(10**18) + 1, 10**18 - 1).map(lambda fen: Decimal(fen).scaleb(-2))
#: Amounts with zeros at every place, where the rules differ.
SPARSE = st.lists(st.sampled_from("0001500"), min_size=1, max_size=18).map(
    lambda digits: Decimal("".join(digits)).scaleb(-2)
)


class TestLaws:
    """Every wording of every amount is read back as that amount."""

    @together("wording", EVERY_WORDING)
    @together("amount", [row[0] for row in EXAMPLES])
    def test_every_wording_of_the_examples(self, amount: str, wording: Wording) -> None:
        assert from_words(in_words(Decimal(amount), wording)) == Decimal(amount)

    @given(FEN | SPARSE, wordings())
    @example(Decimal("9999999999999999.99"), Wording())
    def test_reading_inverts_writing(self, amount: Decimal, wording: Wording) -> None:
        words = in_words(amount, wording)
        assert from_words(words) == amount
        assert from_words(f"{words[:3]}\n{words[3:]}") == amount

    @given(FEN | SPARSE)
    def test_two_amounts_have_two_spellings(self, amount: Decimal) -> None:
        # Leaving out what may be left out never makes one amount look like another.
        amount = min(amount, Decimal("9999999999999999.98"))
        assert in_words(amount, LEAST) != in_words(amount + Decimal("0.01"), LEAST)

    @given(st.text(st.sampled_from("零壹贰伍玖拾佰仟万亿元圆角分整正负人民币一十〇"), max_size=14))
    def test_what_is_read_is_what_some_wording_writes(self, text: str) -> None:
        try:
            amount = from_words(text)
        except InvalidNumber:
            return
        assert text in {in_words(amount, wording) for wording in EVERY_WORDING}

    @given(st.text(max_size=90))
    def test_any_text_is_an_amount_or_an_invalid_number(self, text: str) -> None:
        try:
            amount = from_words(text)
        except InvalidNumber:
            return
        assert amount == amount.quantize(Decimal("0.01"))
