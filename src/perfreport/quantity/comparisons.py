"""The signs and words that compare: what may stand before and after a number."""

import re
from enum import StrEnum
from typing import final

__all__ = ["AFTER", "BEFORE", "PREFIX", "Operator"]


@final
class Operator(StrEnum):
    """How a stated number bounds what it speaks of; the value is the sign itself."""

    #: 超, 超过, 高于, 大于, 余, 多
    ABOVE = ">"
    #: 不低于, 不少于, 以上 (which in Chinese law includes the number)
    AT_LEAST = ">="
    #: 等于
    EXACTLY = "="
    #: 不超过, 不高于, 以内, 以下 (which include the number)
    AT_MOST = "<="
    #: 低于, 小于, 不足
    BELOW = "<"


#: The words in front of a number; the first of each sign is the one that is written.
BEFORE: dict[str, Operator] = {
    "超": Operator.ABOVE, "超过": Operator.ABOVE, "高于": Operator.ABOVE, "大于": Operator.ABOVE,
    "多于": Operator.ABOVE, ">": Operator.ABOVE, "＞": Operator.ABOVE, "﹥": Operator.ABOVE,
    "不低于": Operator.AT_LEAST, "不少于": Operator.AT_LEAST, "不小于": Operator.AT_LEAST, "至少": Operator.AT_LEAST,
    "不得低于": Operator.AT_LEAST, "不得少于": Operator.AT_LEAST, "不能低于": Operator.AT_LEAST,
    "不能少于": Operator.AT_LEAST, "大于等于": Operator.AT_LEAST, "大于或等于": Operator.AT_LEAST,
    "≥": Operator.AT_LEAST, "≧": Operator.AT_LEAST, "⩾": Operator.AT_LEAST, "≮": Operator.AT_LEAST,
    ">=": Operator.AT_LEAST, "＞=": Operator.AT_LEAST, ">＝": Operator.AT_LEAST, "＞＝": Operator.AT_LEAST,
    "=": Operator.EXACTLY, "＝": Operator.EXACTLY, "═": Operator.EXACTLY, "﹦": Operator.EXACTLY,
    "等于": Operator.EXACTLY,
    "不超过": Operator.AT_MOST, "不高于": Operator.AT_MOST, "不大于": Operator.AT_MOST, "不多于": Operator.AT_MOST,
    "不得超过": Operator.AT_MOST, "不得高于": Operator.AT_MOST, "不能超过": Operator.AT_MOST,
    "不能高于": Operator.AT_MOST, "至多": Operator.AT_MOST,
    "小于等于": Operator.AT_MOST, "小于或等于": Operator.AT_MOST,
    "≤": Operator.AT_MOST, "≦": Operator.AT_MOST, "⩽": Operator.AT_MOST, "≯": Operator.AT_MOST,
    "<=": Operator.AT_MOST, "＜=": Operator.AT_MOST, "<＝": Operator.AT_MOST, "＜＝": Operator.AT_MOST,
    "低于": Operator.BELOW, "小于": Operator.BELOW, "少于": Operator.BELOW, "不足": Operator.BELOW,
    "<": Operator.BELOW, "＜": Operator.BELOW, "﹤": Operator.BELOW,
}  # fmt: skip
#: The words behind a number; in law they include it.
AFTER = {"以上": Operator.AT_LEAST, "以内": Operator.AT_MOST, "以下": Operator.AT_MOST}
#: One word of `BEFORE`, the longest that fits.
PREFIX = re.compile("|".join(sorted(map(re.escape, BEFORE), key=len, reverse=True)))
