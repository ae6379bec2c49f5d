"""What holds for every amount and every heading that is read from text."""

import re
import unicodedata
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from perfreport.money import Money, Presentation
from perfreport.notation import Heading, find_amounts, parse_heading
from perfreport.numerals import spell
from perfreport.testing import assert_same, money, presentations

#: Whatever may stand around figures, whole words and single characters, in any order.
SOUP = st.lists(
    st.sampled_from(
        [
            *"0123456789.,，0123456789万亿元余多百千十三壹拾角分整点负-—~～约近至到/每%¥＄A_",
            *"第(（）)[〕、。：\n\r\f \t\u3000\u2009\u200b",
            *(
                "万元",
                "亿元",
                "千元",
                "人民币",
                "38.26",
                "1,720.00",
                "用于",
                "人次",
                "元/亩",
                "元旦",
                "左右",
                "每人",
                "平方米",
            ),
            *(
                "一、",
                "（一）",
                "1.",
                "第一部分",
                "......",
                "（10分）",
                " PAGEREF _Toc1 \\h 3",
                "基本情况",
                "\x00",
                "\ud800",
            ),
        ]
    ),
    max_size=30,
).map("".join)
TEXTS = st.one_of(st.text(), SOUP)

#: What stands in front of an amount and behind it; in front of a minus only what lets it be a sign.
BEFORE_SIGN = st.sampled_from(["", "（", "增减：", "合计 ", "增减额为", "38.26万元，", "\n"])
BEFORE = st.one_of(BEFORE_SIGN, st.sampled_from(["预算", "2023年", "共", "1、", "①", "——", "(一)", "占5%，"]))
BEHIND = st.sampled_from(["", "。", "，其中", "用于", " 已", "\n", "（含结转）", "、", "；", "。9月"])

MEASURES = st.sampled_from(
    ["人", "人次", "户", "名", "家", "亩", "株", "粒", "斤", "公斤", "吨", "起", "次", "件", "册", "份", "平方米",
     "公里", "个", "只", "头", "台", "套", "字", "美元", "欧元", "群众", "学生"]
)  # fmt: skip
GAPS = st.sampled_from(["", " ", "\n", "余", "多"])


class TestEveryAmountStandsWhereItWasFound:
    """The text at the span is the raw text, and the spans are ascending and disjoint."""

    @given(TEXTS)
    def test_spans(self, text: str) -> None:
        end = 0
        for amount in find_amounts(text):
            assert text[slice(*amount.span)] == amount.raw
            assert end <= amount.span[0] < amount.span[1]
            end = amount.span[1]


class TestTheDigitsOfAnAmountStandInItsText:
    """No digit is made up, lost or moved: only zeros come and go with scale words."""

    @given(TEXTS)
    def test_digits(self, text: str) -> None:
        for amount in find_amounts(text):
            number = unicodedata.normalize("NFKC", amount.raw).split("元")[0].split("/")[0]
            if re.search("[0-9]", number):
                assert re.sub("[^1-9]", "", str(amount.money.amount)) == re.sub("[^1-9]", "", number)


class TestWhatIsPrintedIsFoundAgain:
    """An amount that a page prints is found among words, with its digits and its unit."""

    @given(money(), presentations(), BEFORE, BEFORE_SIGN, BEHIND)
    def test_by_a_page(self, amount: Money, page: Presentation, before: str, before_sign: str, behind: str) -> None:
        printed = page.print(amount)
        before = before_sign if printed.startswith("-") else before
        assert_same(find_amounts(f"{before}{printed}{behind}")[-1].money, page.round(amount))

    @given(money(), BEFORE, BEFORE_SIGN, BEHIND)
    def test_as_stated(self, amount: Money, before: str, before_sign: str, behind: str) -> None:
        before = before_sign if str(amount).startswith("-") else before
        found = find_amounts(f"{before}{amount}{behind}")[-1]
        assert found.raw == str(amount)
        assert_same(found.money, amount)

    @given(st.lists(money(min_value=Money.yuan(0)), max_size=6))
    def test_all_of_them(self, amounts: list[Money]) -> None:
        found = find_amounts("、".join(f"支出{amount}" for amount in amounts))
        assert [str(one.money) for one in found] == [str(amount) for amount in amounts]


class TestCountsAreNoMoney:
    """A number with 万 and a measure word is a count."""

    @given(st.lists(st.tuples(st.decimals(1, 9999, places=1), GAPS, MEASURES), min_size=1, max_size=4))
    def test_counts(self, counts: list[tuple[Decimal, str, str]]) -> None:
        assert find_amounts("，".join(f"共{number}万{gap}{measure}" for number, gap, measure in counts)) == []


class TestReadingNeverFails:
    """Any text is read, or left alone."""

    @given(TEXTS)
    def test_amounts(self, text: str) -> None:
        find_amounts(text)

    @given(TEXTS, st.sampled_from(["", "一、", "（二）", "3.", "(4)", "第五部分", "、"]))
    def test_headings(self, text: str, mark: str) -> None:
        heading = parse_heading(mark + text)
        assert heading is None or heading.title == heading.title.strip()


def chinese(number: int) -> str:
    return re.sub("^一十", "十", "".join(part for part in spell(number) if isinstance(part, str)))


MARKS = (
    ("第{}部分 ", "第{}部分", "第{}部分：", "第{}部 "),
    ("{}、", "{}、 ", "{}.", "{}．", " {} 、"),
    ("（{}）", "({})", "({}）", "（ {} ）", "（{}）、", "{}）"),
    ("{}.", "{}、", "{}．", "{}. "),
    ("（{}）", "({})", "{})", "（{}） "),
)
WORDS = st.sampled_from(
    ["项目", "资金", "绩效", "基本", "管理", "情况", "说明", "（单位）", "“三公”经费", "2023年度", "A类"]
)
TITLES = st.lists(WORDS, min_size=2, max_size=6).map("".join)
PAGES = st.one_of(
    st.just(("", None)),
    st.tuples(
        st.sampled_from([".......{}", "……( {} )", "…{}", "\t{}", " ...... - {} -", " PAGEREF _Toc7 \\h {}"]),
        st.integers(1, 999),
    ),
)
POINTS = st.none() | st.decimals(1, 100, places=1)
CLOSINGS = st.sampled_from(
    [("", None), ("。", None), ("：", None), ("。", "单位已完成20万元的支出。"), ("：", "见附表")]
)


class TestHeadingsAreReadBack:
    """The level, the number, the title and what else stands on the line of a heading are read back."""

    @given(st.integers(0, 4), st.integers(1, 99), TITLES, st.data())
    def test_read_back(self, level: int, number: int, title: str, data: st.DataObject) -> None:
        style = data.draw(st.sampled_from(MARKS[level]))
        points, (leader, page), (closing, run_in) = data.draw(POINTS), *data.draw(st.tuples(PAGES, CLOSINGS))
        tail = "" if points is None else f"（{points}分）"
        if page is None:
            tail += closing + (run_in or "")
        else:
            run_in, tail = None, tail + leader.format(page)
        heading = parse_heading(style.format(chinese(number) if level <= 2 else number) + title + tail)
        assert heading == Heading(level=level, number=number, title=title, page=page, points=points, run_in=run_in)
