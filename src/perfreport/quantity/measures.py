"""What kinds of values an indicator may have, and the dates that some of them are."""

import calendar
from datetime import date
from enum import StrEnum
from typing import Annotated, final

from attrs import field, frozen

from perfreport._checks import OrNone, Within
from perfreport.errors import InvalidValue
from perfreport.findings import because
from perfreport.names import Term

__all__ = ["Deadline", "Direction", "MeasureKind"]

_MONTHS = 12
_DAYS = 31


@final
class MeasureKind(StrEnum):
    """What stands in the cell of a target or of an actual value (年度指标值, 实际完成值)."""

    #: A number with a bound: ≥95%, 不超过20万元
    THRESHOLD = "threshold"
    #: A number that is to be met exactly: =4场
    EQUALITY = "equality"
    #: A number, and nothing that says how it bounds: 95%
    NUMBER = "number"
    #: 90%~95%
    INTERVAL = "interval"
    #: A date, complete or not: 9月前, 2025年年底前
    DEADLINE = "deadline"
    #: A word that is judged: 显著提升, 优, 完成
    QUALITATIVE = "qualitative"
    #: Words and figures that are not one value.
    TEXT = "text"
    #: What a form is delivered with: XX人, ≥**%
    PLACEHOLDER = "placeholder"
    #: Blank, a dash, 无, 不适用
    NOT_GIVEN = "not-given"


@final
class Direction(StrEnum):
    """Which way an indicator gets better (指标性质)."""

    #: 正向: more is better
    POSITIVE = "positive"
    #: 反向: less is better
    REVERSE = "reverse"


def _some_date(deadline: "Deadline", _: object, day: int | None) -> None:
    if (deadline.year, deadline.month, day) == (None, None, None):
        raise InvalidValue("Deadline", "day", because("a date says at least a year, a month or a day"))
    if day is not None and deadline.month is not None and day > _last_day(deadline.year, deadline.month):
        raise InvalidValue("Deadline", "day", because("month {month} has no day {day}", month=deadline.month, day=day))


@final
@frozen
class Deadline:
    """
    A date as far as it is said: 2025年12月31日, 9月, 2025年底; parts that are not said are `None`.

    >>> Deadline(2025).on(2024)
    datetime.date(2025, 12, 31)
    """

    year: Annotated[int | None, Term("年", "Year", "GB/T 7408")] = field(
        default=None, validator=OrNone(Within(1900, 2199))
    )
    month: Annotated[int | None, Term("月", "Month", "GB/T 7408")] = field(
        default=None, validator=OrNone(Within(1, _MONTHS))
    )
    day: Annotated[int | None, Term("日", "Day", "GB/T 7408")] = field(
        default=None, validator=[OrNone(Within(1, _DAYS)), _some_date]
    )

    def on(self, year: int) -> date | None:
        """Return the last day that the date allows, in *year* where none is said; `None` where no month is said."""
        year = self.year or year
        if self.month is None:
            return None if self.day is not None else date(year, _MONTHS, _DAYS)
        last = _last_day(year, self.month)
        return date(year, self.month, min(self.day or last, last))


def _last_day(year: int | None, month: int) -> int:
    # A year that is not said may be a leap year.
    return calendar.monthrange(year or 2000, month)[1]
