"""Amounts of money in running text: where they stand, and what they say."""

import re
from typing import final

from attrs import Attribute, field, frozen
from attrs.validators import and_

from perfreport._checks import IsA, OrNone
from perfreport.errors import InvalidMoney, InvalidValue, shown
from perfreport.findings import because
from perfreport.money import Money, Unit
from perfreport.notation._context import (
    BLANK,
    BREAKS,
    GAP,
    counts_before,
    counts_money,
    divisor_after,
    divisor_before,
    is_about,
)
from perfreport.notation._figures import LONGEST, MINUS, Figure, figures

__all__ = ["FoundAmount", "find_amounts"]

_LOOK_BACK = 30
_CURRENCY = re.compile(rf"(?:CN[¥￥]|[¥￥]|(?<![A-Za-z])(?:RMB|CNY)|人民币){GAP}(?P<sign>[{MINUS}]?)$", re.IGNORECASE)
_FOREIGN = re.compile(rf"(?:[$€£＄￡₩]|美元|美金|欧元|港元|港币|日元|英镑|USD|EUR|HKD|JPY|GBP)[{BLANK}]?$")
_SIGN = re.compile(rf"(?P<sign>[{MINUS}]+)(?P<blank>[{BLANK}]*)$")
_IDENTIFIER = re.compile(rf"[A-Za-z][0-9]{{0,20}}[{MINUS}]$")
_OPENING = "(（[【〔「“\"'：:，,；;。=＝≈>＜<＞≥≤、|为是由"
_CIRCLED = re.compile("[\u2460-\u24ff\u2776-\u2793\u3220-\u3250\u3280-\u32bf]")
_BLANK = re.compile(f"[{BLANK}{BREAKS}]")
_NUMERALS = "〇零一二三四五六七八九十百千万亿萬億两"
#: Letters of the scripts below this one spell identifiers, not words around a figure.
_CJK = "\u2e80"
_VAGUE = "几数上好若多"
_SINGLE = "统单唯同专逐任某其每第"
_MORE_COINS = re.compile(rf"{GAP}[0-9０-９一二三四五六七八九]{{1,2}}{GAP}[角毛分](?![钟项数])")
_MORE = str.maketrans("", "", "余多")
_RANGE = re.compile(rf"{GAP}(?:[{MINUS}—―─~～〜∼/／]{{1,2}}|至|到){GAP}")
_LIST = re.compile(rf"{GAP}[、，,和与或及]?{GAP}")


def _stands(found: "FoundAmount", _: "Attribute[str]", raw: str) -> None:
    match found.span:
        case (int(start), int(end)) if 0 <= start < end and end - start == len(raw):
            return
    reason = because("expected where a text of {length} characters stands", length=len(raw))
    raise InvalidValue("FoundAmount", "span", reason)


@final
@frozen(kw_only=True)
class FoundAmount:
    """An amount that stands in a text."""

    #: Where it starts and ends in the text; a divisor behind it (元/人·月) belongs to it.
    span: tuple[int, int] = field(validator=IsA(tuple))
    #: The text itself.
    raw: str = field(validator=and_(IsA(str), _stands))
    #: As stated: the digits and the unit.
    money: Money = field(validator=IsA(Money))
    #: What it is divided by, in one notation (亩, 人·月, 平方米); `None` for an amount that is no price.
    per: str | None = field(default=None, validator=OrNone(IsA(str)))
    #: 余, 多, 约, 近, 左右 or 上下: the amount is approximate.
    about: bool = field(default=False, validator=IsA(bool))

    @property
    def unit(self) -> Unit:
        """The unit in which it is stated."""
        return self.money.unit


def find_amounts(text: str) -> list[FoundAmount]:
    """
    Return the amounts of money that stand in *text*, in their order.

    An amount has 元 or a currency sign, or is a number of 万 or 亿 that counts nothing else (350万用于, not 1万人次).
    A bound of a range without a unit of its own is none (10 of 10-20万元), nor a price that lost its 元 (300/人).
    Where digits could be two numbers, a part of one, or an identifier, there is no amount; a hyphen behind a word could
    be a minus, and there is none either. Whether an amount is a threshold or was spent is not said here.

    Raises:
        InvalidValue: if *text* is no text.

    >>> [str(found.money) for found in find_amounts("预算38.26万元，服务1万人次")]
    ['38.26万元']
    """
    if not isinstance(text, str):
        raise InvalidValue("find_amounts", "text", because("expected text, not {given}", given=shown(text)))
    found: list[FoundAmount] = []
    later: Figure | None = None
    later_is_money = False
    # From the end: 1万至2万人次 is decided by its last figure.
    for figure in reversed(list(figures(text))):
        amount = None
        if figure.end - figure.start <= LONGEST and (start := _start(text, figure)) is not None:
            amount = _amount(text, figure, start, decided=_decided(text, figure, later, money=later_is_money))
        later, later_is_money = figure, amount is not None
        if amount is not None:
            found.append(amount)
    return found[::-1]


def _amount(text: str, figure: Figure, start: int, *, decided: bool | None) -> FoundAmount | None:
    end = figure.end
    if figure.yuan:
        if _MORE_COINS.match(text, end):
            return None
    elif not figure.chinese and text[start : figure.start].strip(MINUS + "负負"):
        # A currency sign stands for 元.
        if not figure.whole or not (divisor_after(text, end) or counts_money(text, end)):
            return None
    elif (
        not figure.scaled
        or decided is False
        or (decided is None and (counts_before(text, start) or not counts_money(text, end)))
    ):
        return None
    try:
        money = Money.parse(text[start:end].translate(_MORE))
    except InvalidMoney:
        return None
    about = figure.about or is_about(text, start, end)
    per = divisor_before(text, start)
    if (divisor := divisor_after(text, end)) is not None:
        per, end = divisor
    return FoundAmount(span=(start, end), raw=text[start:end], money=money, per=per, about=about)


def _decided(text: str, figure: Figure, later: Figure | None, *, money: bool) -> bool | None:
    """Return what the next figure decides about a bare 万, if it does: 1万至2万人次, 3万、5万亩."""
    if later is None:
        return None
    connector = _RANGE.match(text, figure.end)
    if connector is not None and connector.end() == later.start:
        return money
    connector = _LIST.match(text, figure.end)
    if later.scaled and not later.yuan and connector is not None and connector.end() == later.start:
        return money
    return None


def _start(text: str, figure: Figure) -> int | None:
    """Return where the amount starts, its sign and currency included; `None` where it is a part of something else."""
    before = text[max(0, figure.start - _LOOK_BACK) : figure.start]
    currency = _CURRENCY.search(before)
    if currency is not None:
        before = before[: currency.start()]
    start = figure.start - (len(currency.group()) if currency else 0)
    if (sign := _SIGN.search(before)) is not None:
        return _signed(before, sign, start)
    last = before[-1:]
    if last in ("负", "負"):
        bearer = before[-2:-1]
        return None if bearer in tuple("正胜辜") else start if bearer in tuple("担自肩背抱欠") else start - 1
    if currency is None and (_FOREIGN.search(before) or _is_glued(before, figure, text)):
        return None
    return start


def _signed(before: str, sign: re.Match[str], start: int) -> int | None:
    """
    Return where an amount behind a hyphen starts.

    Behind a figure the hyphen is that of a range. At the beginning of a cell, behind a blank or an opening mark it is a
    sign. Behind a word it may be either, and nothing is read.
    """
    ahead = before[: sign.start()]
    whole = ahead.rstrip(BLANK + BREAKS)
    spaced = whole != ahead or not ahead
    figure_ends = whole[-1:].isdecimal() or whole[-1:] in tuple("元万亿千萬億%％")
    if len(sign["sign"]) > 1:
        return None
    if figure_ends and (sign["blank"] or not spaced):
        return None if _IDENTIFIER.search(before) else start
    if figure_ends or sign["blank"] or not (spaced or whole[-1] in _OPENING):
        return None
    return start - len(sign.group())


def _is_glued(before: str, figure: Figure, text: str) -> bool:
    """Tell whether what stands directly in front makes the figure a part of something else: A300元, 89+82万元."""
    last, ahead = before[-1:], before[-2:-1]
    if not last:
        return False
    whole = before.rstrip(BLANK + BREAKS)
    if whole != before and whole[-1:] in tuple(".．,") and whole[-2:-1].isdecimal():
        return True
    if figure.chinese:
        first = text[figure.start]
        return (
            last.isdecimal()
            or (last.isascii() and last.isalpha())
            or last in "第之"
            or (first in "十拾百佰千仟万亿" and last in _VAGUE)
            or (first in "一壹" and last in _SINGLE)
        )
    if last in _NUMERALS or last in "第#＃_.．△▲±√":
        return True
    if last in "表图件":
        # 表1 万元 is the head of a table.
        return _BLANK.search(text, figure.start, figure.end) is not None
    if last in "/／∕:+＋×*＊·•・。'’,，":
        return ahead.isdecimal() or ahead in tuple("×*＊xX")
    if last.isalpha():
        return last < _CJK or "\uff21" <= last <= "\uff5a"
    return last.isnumeric() and last < _CJK and not _CIRCLED.match(last)
