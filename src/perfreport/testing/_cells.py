"""Strategies for the cells of indicators: targets and actual values, and the dates that stand in them."""

from datetime import date
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from perfreport.numerals import EXACT
from perfreport.quantity import Actual, Deadline, Target
from perfreport.testing._values import texts

__all__ = ["actuals", "deadlines", "targets"]

_UNITS = ("%", "人", "个", "次", "万元", "元/人·月", "人次", "工作日", "")
_NUMBERS = st.builds(
    lambda steps, places: EXACT.scaleb(Decimal(steps), -places), st.integers(1, 10**6), st.integers(0, 2)
)
_WORDS = ("显著提升", "效果明显", "达成年度指标", "部分达成年度指标并具有一定效果", "优", "完成", "/", "XX人", "9月前")


@cache
def deadlines() -> st.SearchStrategy[Deadline]:
    """Draw dates, complete and incomplete."""
    complete = st.dates(date(1900, 1, 1), date(2199, 12, 31))
    return complete.map(lambda day: Deadline(day.year, day.month, day.day)) | st.sampled_from(
        [Deadline(2025), Deadline(None, 9), Deadline(2025, 12), Deadline(None, 2, 29), Deadline(None, None, 10)]
    )


@cache
def _cells() -> st.SearchStrategy[tuple[str, str | None, str | None]]:
    """Draw what a cell says, and what the columns beside it say."""
    signs = st.sampled_from(["≥", "≤", "=", ">", "<", "不低于", ""])
    numbers = _NUMBERS.map(lambda number: f"{number:f}")
    units = st.sampled_from(_UNITS)
    one = st.builds(lambda sign, number, unit: (f"{sign}{number}{unit}", None, None), signs, numbers, units)
    parted = st.builds(lambda sign, number, unit: (number, sign or None, unit or None), signs, numbers, units)
    between = st.builds(
        lambda low, high, unit: (f"{low}{unit}~{EXACT.add(low, high)}{unit}", None, None), _NUMBERS, _NUMBERS, units
    )
    words = (st.sampled_from(_WORDS) | texts()).map(lambda word: (word, None, None))
    blank = st.sampled_from([("", "≥", "%"), ("优", "定性", "优良中低差")])
    return st.one_of(one, parted, between, words, blank)


@cache
def targets() -> st.SearchStrategy[Target]:
    """Draw the cells of targets: numbers with and without sign and unit, intervals, dates, words."""
    return _cells().map(lambda cell: Target(cell[0], nature=cell[1], measure=cell[2]))


@cache
def actuals() -> st.SearchStrategy[Actual]:
    """Draw the cells of actual values."""
    return _cells().map(lambda cell: Actual(cell[0], nature=cell[1], measure=cell[2]))
