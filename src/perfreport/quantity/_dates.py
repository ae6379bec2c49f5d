"""Dates and periods as indicators have them: 9月前, 2025年年底前, 2025.1.1-2025.12.31."""

import re

from perfreport.errors import InvalidValue
from perfreport.quantity.measures import Deadline

__all__ = ["by_patterns", "read_period"]

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_YEAR}年度?)?(?P<month>[0-9]{{1,2}})月(?P<day>[0-9]{{1,2}})[日号]",
        rf"{_YEAR}(?P<mark>[./-])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})日?",
        rf"(?:{_YEAR}年度?)?(?P<month>[0-9]{{1,2}})月(?:份|底|末|月底|月末|份底)?",
        rf"{_YEAR}年?第?(?P<quarter>[1-4一二三四])季度(?:末|底|内)?",
        # 4季度 may count quarters, 四季度 names one.
        r"(?:第(?=[1-4])|第?(?=[一二三四]))(?P<quarter>[1-4一二三四])季度(?:末|底|内)?",
        rf"(?:{_YEAR}年|当年|本年|全年|年)?(?P<half>[上下])半年(?:末|底|内)?",
        rf"{_YEAR}年?(?:年?[底末]|年?度?内|全年|年?度|年)",
        r"(?P<end>(?:当|本)?年(?:[底末]|度?内|度[底末])|(?:当|本)年度?)",
        rf"{_YEAR}[./-](?P<month>[0-9]{{1,2}})",
    )
)
_DAY_OF_MONTH = re.compile(r"(?P<day>[0-9]{1,2})[日号](?=以?前)")
_BEFORE = re.compile(r"(?:于|在|截至|截止到?|不[晚迟]于|早于|力争|确保)")
_AFTER = re.compile(
    r"(?:以前|之前|前|为止|止)?(?:全部|全面|基本|按时)?(?:完成|完工|竣工|验收|到位|发放|拨付|支付|实施|达成|投入使用){0,2}(?:率|完毕)?"
)
# No date is without one of these: most cells are none, and need not be tried one pattern after another.
_DATED = re.compile(r"[年月日号季半底末内度]|(?:19|20)[0-9]{2}[./-]")
_TO = re.compile(r"[~至到—-]")
_QUARTERS = "一二三四"


def read_period(text: str) -> tuple[Deadline | None, Deadline] | None:
    """Return the beginning, if one is said, and the end of the period that all of *text* says; `None` for no date."""
    return None if _DATED.search(text) is None else by_patterns(text)


def by_patterns(text: str) -> tuple[Deadline | None, Deadline] | None:
    """Do the work of `read_period`, for any text."""
    before = _BEFORE.match(text)
    rest = text[before.end() :] if before else text
    single = _lead(rest)
    if single is not None and _AFTER.fullmatch(single[1]):
        return None, single[0]
    for joint in _TO.finditer(rest):
        head = rest[: joint.start()]
        start, end = _lead(head), _lead(rest[joint.end() :])
        if start is None and end is not None and end[0].day is None and head[-1:].isdecimal():
            # 1-12月, 2025-2026年: the first number leaves its word to the second.
            start = _lead(f"{head}{'年' if end[0].month is None else '月'}")
        if start and end and not start[1] and _AFTER.fullmatch(end[1]):
            return _period(start[0], end[0])
    return None


def _period(start: Deadline, end: Deadline) -> tuple[Deadline | None, Deadline] | None:
    try:
        end = Deadline(end.year or start.year, end.month, end.day)
    except InvalidValue:
        return None
    if start.year is not None and end.year is not None:
        first, last = start.on(start.year), end.on(end.year)
        if first is None or last is None or first > last:
            return None
    return start, end


def _lead(text: str) -> tuple[Deadline, str] | None:
    """Return the date at the start of *text* and what follows it."""
    for pattern in (*_DATES, _DAY_OF_MONTH):
        found = pattern.match(text)
        if found is None or text[found.end() : found.end() + 1].isdecimal():
            continue
        parts = found.groupdict()
        month = _month(parts)
        try:
            date = Deadline(_int(parts.get("year")), month, _int(parts.get("day")))
        except InvalidValue:
            return None
        return date, text[found.end() :]
    return None


def _month(parts: dict[str, str | None]) -> int | None:
    quarter, half = parts.get("quarter"), parts.get("half")
    if quarter is not None:
        return 3 * (_QUARTERS.index(quarter) + 1 if quarter in _QUARTERS else int(quarter))
    if half is not None:
        return 6 if half == "上" else 12
    return 12 if parts.get("end") else _int(parts.get("month"))


def _int(digits: str | None) -> int | None:
    return None if digits is None else int(digits)
