"""Where numbers stand in a text, and which of them have a unit; what they mean is decided in `_amounts`."""

import re
from collections.abc import Iterator
from typing import final

from attrs import frozen

from perfreport.notation._context import BLANK, BREAK, GAP, IDEOGRAPH, in_running_text

__all__ = ["LONGEST", "MINUS", "Figure", "figures"]

#: Longer texts are no printed figure.
LONGEST = 80
MINUS = "-−－﹣–"

ZERO_WIDTH = "\u200b\u2060\ufeff"
_DIGIT = "0-9０-９"
_FORMAL = "零壹贰貳叁叄參肆伍陆陸柒捌玖拾佰仟万萬亿億"
_CHINESE = f"{_FORMAL}〇○一二三四五六七八九十百千两兩"
_SCALE = "[十百千]?(?:[万萬][亿億]|[万亿萬億])|[千百]"
_COIN = "零?[壹贰貳叁叄參肆伍陆陸柒捌玖]"

# One or two blanks inside a number are a slip of layout, more are the gap between two columns.
_SPLIT = rf"(?:[ \u3000\u00a0\u2009\u202f]{{1,2}}|[{BLANK}]{{0,4}}{BREAK}[{BLANK}]{{0,16}})"
_RUN = rf"[{_DIGIT}](?:[{_DIGIT}.,．，{ZERO_WIDTH}]++|{_SPLIT}(?=[{_DIGIT}.．,]))*+"
_WORDS = rf"[{_CHINESE}](?:[{_CHINESE}]++|[点點](?=[{_CHINESE}])|{BREAK}(?=[{_FORMAL}]))*+"
_NUMBER = re.compile(rf"(?P<run>{_RUN})|(?P<words>{_WORDS})")
_NEXT_RUN = re.compile(rf"(?P<gap>{GAP})(?P<run>{_RUN})")
_TAIL = re.compile(
    rf"(?:{GAP}(?P<more>[余多]))?(?:{GAP}(?P<scale>{_SCALE}))?(?P<beyond>[余多])?(?P<gap>{GAP})(?P<yuan>元)?"
)
_WORDS_TAIL = re.compile(
    rf"(?P<more>[余多])?(?P<scale>{_SCALE})?(?P<beyond>[余多])?{GAP}(?P<yuan>[元圆圓])"
    rf"(?P<coins>(?:{_COIN}角)?(?:{_COIN}分)?)"
)
_WHOLE = re.compile(rf"[整正](?![{IDEOGRAPH}])")
_SPLITS = re.compile(_SPLIT)
_BREAKS = re.compile(BREAK)
_SHORT_GROUP = re.compile(r"[,，][0-9０-９]{1,2}$")
_DECIMALS = re.compile(r"[.．][0-9０-９]{1,2}$")
_LEADING_ZERO = re.compile(r"[0０][0-9０-９,，]")

# 元 that begins another word. After 万 it does so only where a gap stands between the two.
_OTHER_WORD = re.compile(
    "元(?:旦|月|宵|素(?![材质描])|件|器件|宇宙|数据|宝(?!山)|谋县|阳县|江县|氏县|店(?![铺面租])|年(?![度初末终底均费租薪])"
    "|化(?![肥工学验妆粪]))"
)


@final
@frozen(kw_only=True)
class Figure:
    """A number in a text, with its unit if it has one."""

    #: Where the number starts, and where its unit ends.
    start: int
    end: int
    #: It is surely one whole number; without this, it has neither scale nor 元.
    whole: bool = False
    #: A scale word ends it: 350万.
    scaled: bool = False
    #: 元 ends it.
    yuan: bool = False
    #: 余 or 多 stands in it.
    about: bool = False
    #: It is written in Chinese numerals.
    chinese: bool = False


def figures(text: str) -> Iterator[Figure]:
    """Yield every number in *text*, in order."""
    at = 0
    while (number := _NUMBER.search(text, at)) is not None:
        figure = _arabic(text, number) if number["run"] else _chinese(text, number)
        yield figure
        at = figure.end


def _arabic(text: str, number: re.Match[str]) -> Figure:
    """Return the number in digits that starts here, with all its parts: 12亿3456万元."""
    one = _is_one(text, number)
    end, tail = number.end(), _tail(text, number.end())
    while tail["scale"] and not (tail["yuan"] or tail["more"] or tail["beyond"]):
        following = _NEXT_RUN.match(text, tail.end("scale"))
        if following is None:
            break
        after = _tail(text, following.end())
        # 3亿 5000万 is one number, 350万 300万 are two, and so are 350万 and the year behind it.
        if following["gap"] and not (_rank(after) < _rank(tail) and (after["scale"] or after["yuan"])):
            break
        one = one and _is_one(text, following) and not _BREAKS.search(following["gap"])
        end, tail = following.end(), after
    scaled = tail["scale"] is not None
    yuan = tail["yuan"] is not None and not (
        (not scaled or tail["gap"]) and _OTHER_WORD.match(text, tail.start("yuan"))
    )
    if yuan:
        whole = _WHOLE.match(text, tail.end("yuan"))
        end = whole.end() if whole else tail.end("yuan")
    elif scaled:
        end = max(tail.end("beyond"), tail.end("scale"))
    return Figure(
        start=number.start(),
        end=end,
        whole=one,
        scaled=one and scaled,
        yuan=one and yuan,
        about=bool(tail["more"] or tail["beyond"]),
    )


def _chinese(text: str, number: re.Match[str]) -> Figure:
    """Return the number in Chinese numerals that starts here; without 元 it counts anything."""
    words, tail = number["words"], _WORDS_TAIL.match(text, number.end())
    nothing = Figure(start=number.start(), end=number.end(), chinese=True)
    if tail is None or len(words) > LONGEST or _OTHER_WORD.match(text, tail.start("yuan")):
        return nothing
    formal = all(character in _FORMAL for character in _BREAKS.sub("", words))
    # 二元 and 二〇二二元 are no amounts; 圆, 角 and 分 belong to formal numerals.
    plain = tail["yuan"] == "元" and not tail["coins"] and not _BREAKS.search(words)
    spelled = (len(words) > 1 or tail["scale"]) and any(
        word in "十百千万亿萬億" for word in words + (tail["scale"] or "")
    )
    if not formal and not (plain and spelled):
        return nothing
    whole = _WHOLE.match(text, tail.end())
    about = bool(tail["more"] or tail["beyond"])
    end = whole.end() if whole else tail.end()
    return Figure(start=number.start(), end=end, whole=True, yuan=True, about=about, chinese=True)


def _tail(text: str, at: int) -> re.Match[str]:
    tail = _TAIL.match(text, at)
    assert tail is not None  # noqa: S101 - every part of it is optional
    return tail


def _rank(tail: re.Match[str]) -> int:
    scale = tail["scale"] or ""
    return 2 if scale.endswith(("亿", "億")) else int(scale.endswith(("万", "萬")))


def _is_one(text: str, number: re.Match[str]) -> bool:
    """
    Tell whether the digits that start here are one number.

    A line break inside is that of a page when one of the two halves is no number (1,7 and 20), or when both stand in
    running text; otherwise they may be two cells. A blank inside may stand between two cells, too.
    """
    run, start = number["run"].rstrip(ZERO_WIDTH), number.start("run")
    if len(run) > LONGEST or not run[-1].isdecimal() or _LEADING_ZERO.match(run):
        return False
    # 98，200万元 may be two numbers of a sentence; 1，720.00 and 1，234，567 are one.
    if run.count("，") == 1 and not _DECIMALS.search(run):
        return False
    for split in _SPLITS.finditer(run):
        left, right = run[: split.start()], run[split.end() :]
        if not _BREAKS.search(split.group()):
            if not (set(split.group()) <= {"\u2009", "\u202f"} or "." in left or "．" in left):
                return False
        elif left[-1] in ".．":
            # 1. on a line of its own is the mark of an item.
            if start == 0 or _BREAKS.match(text[start - 1]):
                return False
        elif not (left[-1] == "," or right[0] in ".．," or _SHORT_GROUP.search(left)):
            glued = start > 0 and re.match(f"[{IDEOGRAPH}：:（(￥¥]", text[start - 1]) is not None
            if left[-1] == "，" or not glued or not in_running_text(text, start + split.start()):
                return False
    return True
