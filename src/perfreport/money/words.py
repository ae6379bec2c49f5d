"""
Amounts in words (大写金额): 人民币肆拾万肆仟肆佰元整.

The rules are those of the central bank for bills (正确填写票据和结算凭证的基本规定) and of article 52 of the accounting
standards (会计基础工作规范). Where they leave a choice, writing takes one by `Wording` and reading takes every one.
"""

import re
from decimal import Decimal
from typing import Literal, final

from attrs import field, frozen

from perfreport._checks import IsA, OneOf
from perfreport.errors import InvalidNumber, InvalidValue, shown
from perfreport.findings import because
from perfreport.numerals import EXACT, Zero, chinese_integer, spell, tidy

__all__ = ["Wording", "from_words", "in_words"]

#: Amounts of 元 from here on have no agreed form in words.
LIMIT = 10**16

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_VARIANTS = str.maketrans("貳陸參叄圆圓正負", "贰陆叁叁元元整负")
_PARTS = re.compile(
    r"(人民币)?(负)?(?:([^元角分负]+)元)?(?:零?([壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖])分)?整?"
)


@final
@frozen(kw_only=True)
class Wording:
    """The choices that the rules for amounts in words leave to the writer; the defaults satisfy both rules."""

    #: Write 人民币 in front.
    currency: bool = field(default=True, validator=IsA(bool))
    #: 元 or 圆.
    yuan: Literal["元", "圆"] = field(default="元", validator=OneOf(("元", "圆")))
    #: 整 or 正, after 元 and (see `ending_after_jiao`) after 角.
    ending: Literal["整", "正"] = field(default="整", validator=OneOf(("整", "正")))
    #: Write the ending after 角 too: the accounting standards ask for it, the bank's rules allow both.
    ending_after_jiao: bool = field(default=True, validator=IsA(bool))
    #: Write 零 where only the place of 万 (or 亿) is zero: 肆拾万零肆仟.
    zero_at_wan: bool = field(default=False, validator=IsA(bool))
    #: Write 零 where the place of 元 is zero and that of 角 is not: 捌拾元零叁角.
    zero_at_yuan: bool = field(default=True, validator=IsA(bool))


def in_words(yuan: Decimal, wording: Wording) -> str:
    """
    Return an amount of 元 in words.

    Raises:
        InvalidValue: if the amount has a fraction of a 分, or is 10¹⁶ or more.
    """
    chosen = {Zero.ALWAYS: True, Zero.USUAL: True, Zero.OPTIONAL: wording.zero_at_wan}
    text = []
    for part in _parts(yuan):
        match part:
            case Zero():
                text.append("零" if chosen[part] else "")
            case "元?零":
                text.append("零" if wording.zero_at_yuan else "")
            case "整?":
                text.append("整" if wording.ending_after_jiao else "")
            case _:
                text.append(part)
    words = ("人民币" if wording.currency else "") + "".join(text)
    return words.replace("元", wording.yuan).replace("整", wording.ending)


def from_words(text: str) -> Decimal:
    """
    Return the amount of 元 that *text* spells, in any of the allowed forms; blanks inside are skipped.

    Raises:
        InvalidNumber: if *text* is not an amount in words, or departs from the rules (the message gives a right form).
    """
    words = tidy(text).replace(" ", "").translate(_VARIANTS)
    found = _PARTS.fullmatch(words)
    if found is None or not any(found.group(3, 4, 5)):
        raise InvalidNumber(shown(text), because("expected words such as 人民币肆拾万肆仟肆佰元整"))
    _, negative, whole, jiao, fen = found.groups()
    number = chinese_integer(whole) if whole else 0
    if number >= LIMIT:
        raise InvalidNumber(shown(text), because("amounts of 10^16 元 and more have no form in words"))
    amount = Decimal(number)
    amount = EXACT.add(amount, Decimal(f"0.{_DIGITS.index(jiao or '零')}{_DIGITS.index(fen or '零')}"))
    amount = amount.copy_negate() if negative and amount else amount
    optional = {"元?零": "零?", "整?": "整?", Zero.ALWAYS: "零", Zero.USUAL: "零?", Zero.OPTIONAL: "零?"}
    pattern = "(?:人民币)?" + "".join(optional.get(part, str(part)) for part in _parts(amount))
    if not re.fullmatch(pattern, words):
        spelled = in_words(amount, Wording())
        raise InvalidNumber(shown(text), because("the rules spell this amount {spelled}", spelled=spelled))
    return amount


def _parts(yuan: Decimal) -> list[str | Zero]:
    """Return the words of an amount; '元?零' stands for a 零 that may follow 元, '整?' for an ending that may."""
    fen = EXACT.scaleb(yuan.copy_abs(), 2)
    if fen != EXACT.to_integral_value(fen):
        reason = because("{amount} 元 is not a whole number of 分, so it has no form in words", amount=f"{yuan:f}")
        raise InvalidValue("Money", "amount", reason)
    if fen >= LIMIT * 100:
        raise InvalidValue("Money", "amount", because("amounts of 10^16 元 and more have no form in words"))
    whole, cents = divmod(int(fen), 100)
    jiao, last = divmod(cents, 10)
    parts: list[str | Zero] = ["负"] if yuan < 0 else []
    if whole or not cents:
        parts += [*spell(whole, formal=True), "元"]
    if whole and not jiao and last:
        parts.append("零")
    elif whole and whole % 10 == 0 and jiao:
        parts.append("元?零")
    if jiao:
        parts += [_DIGITS[jiao], "角"]
    if last:
        parts += [_DIGITS[last], "分"]
    elif jiao:
        parts.append("整?")
    else:
        parts.append("整")
    return parts
