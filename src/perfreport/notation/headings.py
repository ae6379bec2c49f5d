"""Headings of published reports: their level, number and title, and what else stands on their line."""

import re
from decimal import Decimal
from typing import final

from attrs import field, frozen

from perfreport._checks import IsA, OrNone, Within
from perfreport.errors import InvalidNumber, InvalidValue, shown
from perfreport.findings import because
from perfreport.notation._context import BREAKS, IDEOGRAPH
from perfreport.notation.amounts import find_amounts
from perfreport.numerals import chinese_integer, exact

__all__ = ["Heading", "parse_heading"]

_DEEPEST = 4
_LARGEST = 9999
#: The deepest level whose mark stands alone on a line.
_BARE = 2
#: The longest title, and the longest that 。 or a text on the same line closes; what is longer is a sentence.
_TITLE = 60
_CLOSED_TITLE = 40
#: No title with all its blanks and leader dots starts later or is longer.
_WINDOW = 240

_ZERO_WIDTH = str.maketrans("", "", "\u200b\u2060\ufeff\x13\x14\x15")
_CODES = re.compile(
    r"(?:\[bookmark:[^\[\]]{0,40}\]\s{0,4}"
    r'|TOC(?: \\[a-z](?: "[^"]{0,20}")?){1,6}\s{0,4}|HYPERLINK \\l "[^"]{0,40}"\s{0,4}){1,3}'
)
_PAGE_CODE = re.compile(
    r"\s*\{?\s{0,4}PAGEREF\s{1,4}\w{1,40}(?:\s{1,4}\\[a-z*]){0,4}\s{0,4}\}?\s{0,4}([0-9]{1,4})?\s{0,4}\}?$"
)
#: Leader dots and the blanks among them.
_LED = ".．·•․‥…⋯_ \t\u3000"
_LEADER = re.compile(r"\s*(?:[.．·•․_]\s?){3}|\s*[‥…⋯]")
_BRACKETED_PAGE = r"[(（]\s{0,4}([0-9]{1,4})\s{0,4}[)）]"
_DASHED_PAGE = r"[-—–]\s{0,4}([0-9]{1,4})\s{0,4}[-—–]"
_LED_PAGE = re.compile(rf"(?:{_BRACKETED_PAGE}|{_DASHED_PAGE}|第?\s{{0,2}}([0-9]{{1,4}})\s{{0,2}}页?)")
_TAIL_PAGE = re.compile(rf"(?:\t\s{{0,20}}([0-9]{{1,4}})|\s{{0,20}}{_DASHED_PAGE}|\s{{1,20}}(?P<bare>[0-9]{{1,3}}))$")
_NO_PAGE_AFTER = re.compile(r"(?:附[件表录]|(?:^|\s)[图表]|目标|指标|项目|第|标段|期|-|—|–|[0-9])$")

_CN = "〇零一二三四五六七八九十百壹贰貳叁叄參肆伍陆陸柒捌玖拾佰"
_COMMA = "、﹑､"
_MARKS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (0, re.compile(rf"第\s{{0,4}}(?P<number>[{_CN}]{{1,3}}|[0-9]{{1,2}})?\s{{0,4}}部\s{{0,4}}分[{_COMMA}：:.．\s]*")),
    (0, re.compile(rf"第(?P<number>[{_CN}]{{1,3}})部(?:[{_COMMA}：:\s]+|$)")),
    (1, re.compile(rf"(?P<number>[{_CN}]{{1,4}})\s{{0,4}}[{_COMMA}.．]")),
    (1, re.compile(rf"(?P<number>)[{_COMMA}](?=\s{{0,4}}[{IDEOGRAPH}])")),
    (1, re.compile(rf"(?P<number>[{_CN}]{{1,3}})\s{{1,4}}(?=[{IDEOGRAPH}])")),
    (2, re.compile(rf"[(（]?\s{{0,4}}(?P<number>[{_CN}]{{1,4}})\s{{0,4}}[)）][{_COMMA}.．]?")),
    (2, re.compile(rf"[(（](?P<number>)\s{{0,4}}[)）][{_COMMA}.．]?")),
    (3, re.compile(rf"(?P<number>[0-9]{{1,2}})\s{{0,4}}[{_COMMA}](?=\s*\S)")),
    (3, re.compile(r"(?P<number>[0-9]{1,2})\s{0,4}[.．](?=\s{0,4}(?:19|20)[0-9]{2}\s?年|\s{0,8}[^0-9\s.．])")),
    (3, re.compile(rf"(?P<number>)[.．](?=[{IDEOGRAPH}])")),
    (4, re.compile(rf"[(（]?\s{{0,4}}(?P<number>[0-9]{{1,2}})\s{{0,4}}[)）][{_COMMA}.．]?")),
)
_ENCLOSED = {
    chr(first + offset): f"{opening}{number}{closing}"
    for first, opening, closing, numbers in (
        (0x3220, "（", "）", "一二三四五六七八九十"),
        (0x2474, "(", ")", tuple(map(str, range(1, 21)))),
        (0x2488, "", ".", tuple(map(str, range(1, 21)))),
    )
    for offset, number in enumerate(numbers)
}
_FOLDED = str.maketrans("０１２３４５６７８９", "0123456789")

_POINTS = re.compile(
    r"\s*[(（\[【]\s{0,2}(?:满分|分值|权重)?[：:]?\s{0,2}"
    r"([0-9０-９]{1,3}(?:[.．][0-9０-９]{1,2})?)\s{0,2}分\s{0,2}[)）\]】]"
)
_ENDS = "。：:" + BREAKS
_OPEN, _CLOSE = "(（[【〔《〈“「『", ")）]】〕》〉”」』"
_SPACED_OUT = re.compile(r"\S(?:\s+\S)+")
_WORD = re.compile(f"[{IDEOGRAPH}A-Za-zＡ-Ｚａ-ｚ×]")
# The marks inside a line: those of another heading, and those of the next item of a sentence.
_TENS = "一二三四五六七八九十"
_BRACKETED = rf"[（(](?:[{_TENS}]{{1,3}}|[0-9]{{1,2}})[）)]"
_POINTED = rf"[0-9]{{1,2}}[{_COMMA}.．](?![0-9])"
_ENTRY = re.compile(rf"第.{{1,4}}部分|[{_TENS}]{{1,3}}[{_COMMA}]|{_BRACKETED}|{_POINTED}")
_NEXT_ITEM = re.compile(rf"[；;，,]\s*(?:{_POINTED}|{_BRACKETED})")
_NESTED = re.compile(
    rf"(?<=[{IDEOGRAPH}）)])\s*(?=[（(][{_TENS}]{{1,3}}[）)]\s*[{IDEOGRAPH}])"
    rf"|(?<=\S)\s+(?=(?:[{_TENS}]{{1,3}}[{_COMMA}]|{_POINTED}|[（(][0-9]{{1,2}}[）)])\s*[{IDEOGRAPH}])"
)
# 一、二级指标, 1、2月份: the mark joins two numbers.
_JOINED = re.compile(
    rf"(?P<next>[{_CN}]{{1,3}}|[0-9]{{1,2}})"
    rf"(?:[{_COMMA}]|至|级|类|季度|期|等|线|年级|班|组|楼|批|次|者|[个项人户家件名位所]|(?P<day>[月号日]))"
)
_COUNTED = re.compile("[个项次人户家件名位例场处座所台套辆部份篇条期批年月日天元万亿%％余多号级岁时分]")
_SENTENCE = re.compile(
    "主要(?:介绍|是|包括|为)|是(?!否)|为(?=.{0,40}，)|和第|至[0-9（(第年]|、|[一二三四五六七八九十百千万]、"
)
_DATE = re.compile("(?:(?:19|20)[0-9]{2}年)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}[日号])?")
#: What 一 begins when a slip of layout parts it from its word: 一 般公共预算.
_PARTED = "般是定些切致级共旦方体线次批同直样公农保"


@final
@frozen(kw_only=True)
class Heading:
    """A line that opens a part of a report."""

    #: 0 for 第一部分, 1 for 一、, 2 for （一）, 3 for 1. and 1、, 4 for （1） and 1).
    level: int = field(validator=Within(0, _DEEPEST))
    #: `None` where a mark stands and its number is lost.
    number: int | None = field(default=None, validator=OrNone(Within(1, _LARGEST)))
    #: Without marks, points, leader dots and page; '' where it must stand on the next line.
    title: str = field(validator=IsA(str))
    #: The page that a table of contents gives.
    page: int | None = field(default=None, validator=OrNone(Within(0, _LARGEST)))
    #: The points in brackets: 10 of （10分）.
    points: Decimal | None = field(default=None, validator=OrNone(IsA(Decimal)))
    #: The text that follows the title on the same line, or the next heading there.
    run_in: str | None = field(default=None, validator=OrNone(IsA(str)))


def parse_heading(line: str) -> Heading | None:
    """
    Return the heading that *line* is, or `None` if it is none, or not surely one.

    A heading has a mark, with its number or without (、项目概况). ① and 目标1： are marks of items, 第一条 is one of a
    statute, and 1.1 may be a decimal: these are none. The notation alone gives the level: a （2） that stands where
    （二） belongs is of level 4. Of several headings on one line the first is returned; the rest is its run-in text.

    Raises:
        InvalidValue: if *line* is no text.

    >>> parse_heading("（二）项目绩效（10分）......3")
    Heading(level=2, number=2, title='项目绩效', page=3, points=Decimal('10'), run_in=None)
    """
    if not isinstance(line, str):
        raise InvalidValue("parse_heading", "line", because("expected text, not {given}", given=shown(line)))
    text = line.translate(_ZERO_WIDTH).strip()
    coded = _CODES.match(text)
    text = text[coded.end() :] if coded else text
    text = _ENCLOSED.get(text[:1], text[:1]) + text[1:]
    head = text[:_WINDOW].translate(_FOLDED)
    for level, mark in _MARKS:
        found = mark.match(head)
        if found is not None:
            number = _number(found["number"])
            heading = None if number == 0 else _titled(level, number, text[found.end() :], found.group())
            if heading is not None:
                return heading
    return None


def _number(text: str | None) -> int | None:
    """Return the number of a mark, 0 for what is none, and `None` where it is lost."""
    if not text:
        return None
    if text.isascii():
        return int(text)
    try:
        number = chinese_integer(text)
    except InvalidNumber:
        return 0
    return number if len(text) == 1 or any(place in text for place in "十百拾佰") else 0


def _titled(level: int, number: int | None, body: str, mark: str) -> Heading | None:
    body = body.lstrip()
    if number is not None and level in (1, 3) and _joins(number, body[:8].translate(_FOLDED)):
        return None
    if number is not None and level <= _BARE and _ENTRY.match(body):
        return Heading(level=level, number=number, title="", run_in=body)
    title, page, run_in = _led(body) or _split(body)
    if len(title) > _WINDOW:
        return None
    points = None
    if len(scored := _POINTS.findall(title)) == 1:
        points = exact(scored[0])
        title = _POINTS.sub("", title)
    closing = title.rstrip()[-1:] if run_in is None else "。"
    title = _tidied(title)
    if not title:
        # Number and title stand on two lines now and then; a lone 1. is anything.
        is_heading = level <= _BARE and number is not None and run_in is None
    else:
        is_heading = _is_title(title, closing) and not (level and mark[-1].isspace() and _is_doubtful(title))
    if is_heading:
        return Heading(level=level, number=number, title=title, page=page, points=points, run_in=run_in)
    return None


def _joins(number: int, body: str) -> bool:
    """Tell whether the mark is that of a list inside a sentence: 二、三级, 1、2月份."""
    joined = _JOINED.match(body)
    following = (_number(joined["next"]) or 0) if joined else 0
    return following == number + 1 or (following > number and bool(joined and joined["day"]))


def _led(body: str) -> tuple[str, int | None, str | None] | None:
    """Return the title in front of leader dots or a page code, the page, and the next entry if one follows."""
    window = body[:_WINDOW]
    if (code := _PAGE_CODE.search(body[-_WINDOW:])) is not None:
        front = body[: max(0, len(body) - _WINDOW) + code.start()]
        return front.rstrip(_LED), _first(code), None
    leader = _LEADER.search(window)
    if leader is None:
        return None
    front, rest = window[: leader.start()].rstrip(), body[leader.start() :].lstrip(_LED)
    page = _LED_PAGE.match(rest[:40].translate(_FOLDED))
    if (rest and page is None) or any(mark in front[:-1] for mark in _ENDS):
        return None
    left = rest[page.end() :].strip() if page else ""
    if left and not _ENTRY.match(left):
        return None
    return front, _first(page), left or None


def _first(found: re.Match[str] | None) -> int | None:
    """Return the number that one of the groups holds."""
    return next((int(group) for group in found.groups() if group), None) if found else None


def _tail_page(title: str) -> tuple[str, int | None]:
    """Return a title without the page behind it that no leader dots lead to: a tab or a blank, and a number."""
    found = _TAIL_PAGE.search(title) if len(title) <= _WINDOW else None
    if found is None or (found["bare"] and _NO_PAGE_AFTER.search(title[: found.start()])):
        return title, None
    return title[: found.start()], _first(found)


def _split(body: str) -> tuple[str, int | None, str | None]:
    """Return the title, its page, and the text behind its closing mark or the next heading on the same line."""
    depth = 0
    for at, character in enumerate(body[:_WINDOW]):
        depth += (character in _OPEN) - (character in _CLOSE and depth > 0)
        if character not in _ENDS or (depth and not character.isspace()):
            continue
        if character == ":" and body[at - 1 : at].isdecimal() and body[at + 1 : at + 2].isdecimal():
            continue
        if _NESTED.search(body, 0, at) is None:
            rest = body[at + 1 :].strip()
            return body[: at + 1], None, rest or None
        break
    if (nested := _NESTED.search(body, 0, _WINDOW)) is not None:
        return body[: nested.start()], None, body[nested.end() :].strip()
    return *_tail_page(body), None


def _tidied(title: str) -> str:
    title = title.strip().rstrip("。：:.．").strip()
    if len(title) <= _WINDOW and _SPACED_OUT.fullmatch(title):
        return re.sub(r"\s+", "", title)
    return re.sub(r"\s+", " ", title) if len(title) <= _WINDOW else title


def _is_title(title: str, closing: str) -> bool:
    """Tell whether what stands behind a mark is a title, and no sentence, amount, date or count."""
    if len(title) > (_CLOSED_TITLE if closing == "。" else _TITLE) or not _WORD.search(title):
        return False
    if len(title) == 1 and title not in "无略":
        return False
    if title[-1] in "，,、；;" or _NEXT_ITEM.search(title) or _SENTENCE.match(title) or _DATE.fullmatch(title):
        return False
    amounts = find_amounts(title)
    return not amounts or not (closing in tuple("。：:") or "，" in title or amounts[-1].span[1] == len(title))


def _is_doubtful(title: str) -> bool:
    """Tell whether a title behind a number without its mark may be the rest of a word or of a count."""
    return title[0] in _PARTED or bool(_COUNTED.match(title) or re.search(r"[0-9，,]", title))
