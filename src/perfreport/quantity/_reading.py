"""
How the cell of a target or an actual value is read.

Nothing is guessed: what could be read in two ways is text, and no number is read that is not printed.
"""

import re
from decimal import Decimal
from typing import final

from attrs import evolve, frozen

from perfreport.errors import InvalidNumber
from perfreport.numerals import exact, tidy
from perfreport.quantity._dates import read_period
from perfreport.quantity.comparisons import AFTER, BEFORE, PREFIX, Operator
from perfreport.quantity.measures import Deadline, Direction, MeasureKind
from perfreport.quantity.units import UNITS, is_unit, normal_unit

__all__ = ["Reading", "read"]


@final
@frozen(kw_only=True)
class Reading:
    """What a cell says, as far as it was understood."""

    kind: MeasureKind
    operator: Operator | None = None
    #: 正向 or 反向, where the form says so in a column of its own.
    direction: Direction | None = None
    #: The number as printed; `None` where there is not exactly one.
    value: Decimal | None = None
    #: The unit in its normal form; for a word, the scale that it stands on (优良中低差).
    unit: str = ""
    #: The ends of an interval.
    low: Decimal | None = None
    high: Decimal | None = None
    #: The beginning of a period, and the date that it ends on.
    since: Deadline | None = None
    deadline: Deadline | None = None
    #: 约, 左右
    about: bool = False
    #: The word that is judged: 显著提升 of 定性 显著提升.
    level: str | None = None


# A long dash joins two numbers; in front of one it is no minus.
_FOLDED = str.maketrans("％﹪～〜∼˜—―﹣（）［］／", "%%~~~~——-()[]/")
_STARS = re.compile(r"[★☆\s]+")
_NOT_GIVEN = re.compile(
    r"[-—~/\\|、.。]*|\(?无\)?[。.]?|不适用|[Nn]/?[Aa]|(?:本项目)?不适用(?:此|该|本)?指标(?:/无)?|无此项(?:指标)?"
)
_SPLIT_DIGITS = re.compile(r"[0-9０-９]\s*[\r\n\v\f\x85\u2028\u2029]\s*[0-9０-９]")
_PLACEHOLDER = re.compile(
    r"(?<![0-9])20(?:[xX×*_]{2}|_|[0-9]?[xX×*_](?=年))"
    r"|(?<![A-Za-z])[xX×]+(?![A-Za-z])|[*＊]+|_+|[●□]{2,}|…+|\(略\)|^略$|点击查看|待填|待定"
    # Folded from ○, which is a nought as well: 二〇〇五.
    r"|(?<![一二三四五六七八九十百千])〇{2,}(?![一二三四五六七八九])"
)
_IN_NAME = re.compile(r"[^()]*\((?P<inside>[^()]*)\)")
_QUALITY = re.compile(r"\(?定性(?:指标)?\)?[:：、，,;；/ ]*")
_SCALES = re.compile(
    r"[/、]?\(?(优秀?[/、]?良好?(?:[/、]?中等?)?(?:[/、]?(?:低|合格|一般))?(?:[/、]?(?:差|不合格))?"
    r"|好[/、]?坏|高[/、]?中[/、]?低|好[/、]?中[/、]?差|是[/、]?否)\)?$"
)
_ARABIC = tuple("0123456789")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|0|[1-9][0-9]*)(?:\.[0-9]+)?(?![0-9.])")
_BEHIND = re.compile(r"(?:含|及|含本数|\(含\))?(以上|以下|以内|之内|内|左右|上下)$")
_EXCLUDED = re.compile("不含(?!税)|不包[含括]")
_INCLUDED = re.compile(r"\((?:含|包含)[^()]{0,12}\)")
_YEAR_AND_MONTH = re.compile(r"(?:19|20)[0-9]{2}\.(?:0?[1-9]|1[0-2])")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_MONTH_AND_DAY = re.compile(r"(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12][0-9]|3[01])")
# The shape of most cells: ≥300人. Its units have nothing of a date, so that it says one figure and nothing else.
_COMMON = re.compile(
    rf"({PREFIX.pattern}|)((?:0|[1-9][0-9]{{0,14}})(?:\.[0-9]{{1,8}})?)"
    rf"({'|'.join(re.escape(unit) for unit in UNITS if not re.search('[年月日号季半底末内度]', unit))})"
)
_TIMES = ("天", "日", "月", "年", "小时", "分钟", "周", "时", "秒", "季度")
_PER = re.compile(r"每([\u4e00-\u9fff]{1,4}?)(?=[约近]?[0-9])")
_ABOUT = re.compile("大约|约|近")
_FILLERS = re.compile(r"达到|达|控制在|完成|[¥￥]")
_REACHES = re.compile(r"(?:达到|达|控制在) ?(?=大?[约近]?(?:[0-9]|百分之))")
_DONE = re.compile("(?<=.)(?:全部|按时|按期)?(?:完成|达标)$")
_JOINT = re.compile(r"([~至到]|——?|--?)")
_BETWEEN = re.compile(" ?之间$")
# In front of a sign, a name may stand; a name that denies makes the sign mean something else.
_NAME = re.compile(r"[^0-9<>=≥≤≧≦⩾⩽≮≯＜＞＝═﹥﹤﹦]{1,30}")
_DENIAL = re.compile("[未没无非除不难≠!！]")
# What was denied has a name of its own: 无害化处理率, 未成年人数.
_MEASURED = ("率", "数", "量", "额")
_GRADES = frozenset("优良中好差高低坏是否有")
_WORDS = re.compile(
    "优秀|良好|较高|较低|达成|达标|达到预期|完成|合格|合规|及时|按时|按期|准时|健全|完善|规范|安全|正常|稳定|稳步|明显|显著|较大|较好"
    "|有效|有力|有所|提升|提高|提供|改善|改进|增强|增加|增长|加强|降低|减少|下降|减轻|优化|促进|推动|推进|保障|保持|持续|逐步|长期|可持续|满意"
    "|基本|充分|全面|不断|得到|实现|落实|执行|公开|可控|无投诉|零事故|良性|到位|明确|合理|科学|充足|深远|中期|短期"
)
_LONGEST_WORD = 24


def read(raw: str, nature: str | None, measure: str | None) -> Reading:
    """Return what *raw* says, with the help of the columns 指标性质 and 度量单位 where the form has them."""
    if not nature and not measure and (common := _COMMON.fullmatch(raw)) is not None:
        # The grammar below reads the same, many times slower; a document may be full of cells.
        sign, digits, unit = common.groups()
        operator = BEFORE.get(sign)
        return Reading(kind=_kind(operator), operator=operator, value=Decimal(digits), unit=unit)
    return _by_grammar(raw, nature, measure)


def _by_grammar(raw: str, nature: str | None, measure: str | None) -> Reading:
    operator, direction, qualitative = _nature(nature)
    unit = normal_unit(_short(measure)) if measure else ""
    base = Reading(kind=MeasureKind.NOT_GIVEN, operator=operator, direction=direction, unit=unit)
    try:
        text = _STARS.sub(" ", tidy(raw).translate(_FOLDED)).strip()
    except InvalidNumber:
        return _words(raw, base, qualitative=qualitative)
    if _NOT_GIVEN.fullmatch(text):
        return base
    if _SPLIT_DIGITS.search(raw):
        # A line break between two digits stands inside one number or between two of them.
        return _words(raw, base, qualitative=False)
    judged = _QUALITY.match(text)
    if qualitative or judged is not None:
        return _judged(text[judged.end() :] if judged else text, base)
    return (
        _placeholder(text, base)
        or _date(text, base)
        or _figures(text, base)
        or _in_name(text, base)
        or _words(text, base, qualitative=False)
    )


def _short(text: str) -> str:
    try:
        return tidy(text)
    except InvalidNumber:
        return ""


def _nature(nature: str | None) -> tuple[Operator | None, Direction | None, bool]:
    if not nature:
        return None, None, False
    word = normal_unit(_short(nature))
    for sign in (word, word.removesuffix("指标")):
        if sign in BEFORE:
            return BEFORE[sign], None, False
    if word.startswith(("正向", "反向")):
        return None, Direction.POSITIVE if word.startswith("正") else Direction.REVERSE, False
    return None, None, word.startswith("定性")


def _judged(text: str, base: Reading) -> Reading:
    """Read a word on a scale; the scale stands in the unit column or at the end: 优 of 优良中低差."""
    base = evolve(base, operator=None)
    scale = _SCALES.search(text) if not base.unit else None
    if scale is not None:
        base, text = evolve(base, unit=normal_unit(scale.group(1))), text[: scale.start()].rstrip(" ,:，：、")
    return evolve(base, kind=MeasureKind.QUALITATIVE, level=text.strip("() ") or None)


def _placeholder(text: str, base: Reading) -> Reading | None:
    found = _PLACEHOLDER.search(text)
    if found is not None and found.group().startswith("20"):
        return evolve(base, kind=MeasureKind.PLACEHOLDER)
    if found is None or any(character.isdecimal() for character in text[: found.start()] + text[found.end() :]):
        return None
    if (named := _IN_NAME.fullmatch(text)) is not None and named.start("inside") <= found.start():
        text = named.group("inside")
    rest = _PLACEHOLDER.sub("0", text, count=1)
    numbered = _figures(rest, base)
    operator, unit = (numbered.operator, numbered.unit) if numbered else (base.operator, base.unit)
    return evolve(base, kind=MeasureKind.PLACEHOLDER, operator=operator, unit=unit)


def _date(text: str, base: Reading) -> Reading | None:
    operator, rest = base.operator, text
    if (sign := PREFIX.match(text)) is not None:
        operator, rest = _agreed([operator, BEFORE[sign.group()]]), text[sign.end() :]
        if operator is None:
            return None
    rest = rest.replace(" ", "").rstrip("。;；,，")
    if _YEAR_AND_MONTH.fullmatch(rest) and (sign is not None or base.unit):
        # Under a column of 万元, or behind a sign, 2021.6 may well be a number.
        return None if base.unit else _text(base)
    period = read_period(rest)
    if period is None:
        return None
    return evolve(base, kind=MeasureKind.DEADLINE, operator=operator, unit="", since=period[0], deadline=period[1])


def _figures(text: str, base: Reading) -> Reading | None:
    """Read one number or one interval with what stands around it; `None` where anything is left over."""
    signs = [] if base.operator is None else [base.operator]
    if _EXCLUDED.search(text):
        return None
    text = _INCLUDED.sub("", text).strip(" ").rstrip("。;；,，")
    ahead, text = _ahead(text, signs)
    if ahead is None:
        return None
    about, prefix = ahead
    number = _NUMBER.match(text)
    if number is None or (value := _value(number.group())) is None:
        return None
    rest = text[number.end() :].strip(" ")
    if (interval := _interval(number.group(), rest, prefix, base)) is not None:
        return evolve(interval, about=about) if set(signs) <= {Operator.EXACTLY} else None
    if rest[:1] in ("余", "多"):
        signs.append(Operator.ABOVE)
        rest = rest[1:]
    rest = _DONE.sub("", rest)
    if (behind := _BEHIND.search(rest)) is not None:
        word, rest = behind.group(1), rest[: behind.start()].rstrip(" ")
        about = about or word in ("左右", "上下")
        if rest == "月" or (word in ("内", "之内") and not rest.endswith(_TIMES)):
            # 6月内 is in June as well as within six months.
            return None
        bound = AFTER.get(word, Operator.AT_MOST if word in ("内", "之内") else None)
        signs += [] if bound is None else [bound]
    unit = _unit(prefix, rest, base)
    operator = _agreed(signs)
    if unit is None or (signs and operator is None):
        return None
    kind = _kind(operator)
    # What most cells are: made at once, as nothing else of the base says anything yet.
    return Reading(kind=kind, operator=operator, direction=base.direction, value=value, unit=unit, about=about)


def _kind(operator: Operator | None) -> MeasureKind:
    if operator is None:
        return MeasureKind.NUMBER
    return MeasureKind.EQUALITY if operator is Operator.EXACTLY else MeasureKind.THRESHOLD


def _ahead(text: str, signs: list[Operator]) -> tuple[tuple[bool, str] | None, str]:
    """Take off what stands in front of the number: whether it is approximate, and a unit that came before it."""
    name = _NAME.match(text)
    start = _first_sign(name.group() if name else "", text)
    before = text[:start]
    if before and not before.rstrip(" :：").endswith(_MEASURED) and _DENIAL.search(before):
        return None, text
    prefix = normal_unit(before.strip(" :：()"))
    about, found, text = _signs(text[start:], signs)
    prefix = found or (prefix if is_unit(prefix) else "")
    if not prefix and (leading := _NAME.match(text)) is not None:
        unit = normal_unit(leading.group())
        # Letters in front of digits are names: A4, PM2.5.
        if is_unit(unit) and (unit == "%" or not unit.isascii()):
            prefix, text = unit, text[leading.end() :]
    return (about, prefix), text


def _signs(text: str, signs: list[Operator]) -> tuple[bool, str, str]:
    """Take off the words and signs in front of a number, and a unit among them: 每人, 百分之."""
    about, unit = False, ""
    for _ in range(6):
        if text.startswith(_ARABIC):
            break
        if (word := _ABOUT.match(text)) is not None:
            about, text = True, text[word.end() :]
        elif (sign := PREFIX.match(text)) is not None:
            signs.append(BEFORE[sign.group()])
            text = text[sign.end() :]
        elif (filler := _FILLERS.match(text)) is not None:
            text = text[filler.end() :]
        elif (per := _PER.match(text)) is not None and is_unit(per.group(1)):
            unit, text = normal_unit(per.group()), text[per.end() :]
        elif text.startswith("百分之"):
            unit, text = "%", text[3:]
        else:
            break
        text = text.lstrip(" :：")
    return about, unit, text


def _first_sign(name: str, text: str) -> int:
    """Return where the first comparison begins behind the *name* that *text* starts with; 0 where there is none."""
    return next((at for at in range(len(name) + 1) if PREFIX.match(text, at) or _REACHES.match(text, at)), 0)


def _interval(number: str, rest: str, prefix: str, base: Reading) -> Reading | None:
    if _JOINT.search(rest) is None:
        return None
    left, mark, right = _JOINT.split(rest, maxsplit=1)
    right = _BETWEEN.sub("", right.strip(" "))
    other = _NUMBER.match(right)
    if other is None or (high := _value(other.group())) is None:
        return None
    units = [normal_unit(left), normal_unit(right[other.end() :])]
    if ("" not in units and units[0] != units[1]) or (mark == "--" and number.startswith("-")):
        return _text(base)
    unit = _unit(prefix, units[1] or units[0], base)
    low = exact(number)
    if unit is None or low > high or _are_dates(number, other.group(), mark, unit):
        return _text(base)
    return evolve(base, kind=MeasureKind.INTERVAL, operator=None, unit=unit, low=low, high=high)


def _unit(prefix: str, rest: str, base: Reading) -> str | None:
    """Return the unit that the parts before and after a number make; `None` where they make none."""
    behind = normal_unit(rest)
    if not is_unit(behind):
        behind = normal_unit(re.sub(r"\([^()0-9]*\)$", "", rest) or rest)
    if behind and not is_unit(behind):
        return None
    column = base.unit if is_unit(base.unit) else ""
    if prefix.startswith("/"):
        own = behind or column
        return own.removesuffix(prefix) + prefix if own else None
    if prefix and behind and prefix != behind:
        return None
    return behind or prefix or column


def _in_name(text: str, base: Reading) -> Reading | None:
    """Read the condition that stands in brackets behind a name: 培训人数(≥300人)."""
    named = _IN_NAME.fullmatch(text)
    if named is None or not PREFIX.match(named.group("inside")):
        return None
    return _figures(named.group("inside"), base)


def _words(text: str, base: Reading, *, qualitative: bool) -> Reading:
    base = evolve(base, operator=None)
    if qualitative:
        return evolve(base, kind=MeasureKind.QUALITATIVE, level=text.strip())
    short = text.strip("。.;； ")
    if len(short) <= _LONGEST_WORD and not any(map(str.isdigit, short)) and (short in _GRADES or _WORDS.search(short)):
        return evolve(base, kind=MeasureKind.QUALITATIVE, level=short)
    return _text(base)


def _text(base: Reading) -> Reading:
    return evolve(base, kind=MeasureKind.TEXT, operator=None, unit="")


def _agreed(signs: "list[Operator | None] | list[Operator]") -> Operator | None:
    """Return the one comparison that doubled signs make; `None` where they contradict each other."""
    found = {sign for sign in signs if sign is not None}
    if len(found) == 1:
        return found.pop()
    for strict, loose in ((Operator.ABOVE, Operator.AT_LEAST), (Operator.BELOW, Operator.AT_MOST)):
        if found and found <= {strict, loose, Operator.EXACTLY}:
            return loose if {loose, Operator.EXACTLY} & found else strict
    return None


def _are_dates(number: str, other: str, mark: str, unit: str) -> bool:
    """Tell whether two numbers may be dates: 2024-2025, 1.1-12.31, 1-3季度; between days stands no ~."""
    forms = () if unit else (_YEAR,) if mark == "~" else (_YEAR, _MONTH_AND_DAY)
    return unit in ("月", "季度") or any(form.fullmatch(number) and form.fullmatch(other) for form in forms)


def _value(digits: str) -> Decimal | None:
    try:
        return exact(digits)
    except InvalidNumber:
        return None
