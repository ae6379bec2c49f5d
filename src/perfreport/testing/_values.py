"""Strategies for the values that figures and texts are made of."""

from decimal import Decimal
from functools import cache
from math import ceil, floor

from hypothesis import strategies as st

from perfreport.classification import BudgetStage
from perfreport.findings import Finding, Severity
from perfreport.frozenmap import FrozenMap, freeze
from perfreport.money import Interval, Money, Presentation, Unit, Wording
from perfreport.numerals import EXACT
from perfreport.quantity import Operator, Quantity, Rate

__all__ = [
    "findings",
    "intervals",
    "money",
    "presentations",
    "quantities",
    "rates",
    "texts",
    "unknown",
    "wordings",
]

_HEADS = "预算绩效项目资金A1“（①"
_MARKS = st.one_of(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), st.sampled_from("\n\t\r：#'\"-")
)


@cache
def texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Draw text that a field can hold: not blank, with line breaks, quotes and rare characters now and then."""
    return st.builds(str.__add__, st.sampled_from(_HEADS), st.text(_MARKS, max_size=max_size))


@cache
def presentations() -> st.SearchStrategy[Presentation]:
    """Draw ways in which a page prints money."""
    return st.builds(Presentation, st.sampled_from(Unit), st.integers(0, 8), st.booleans())


def money(
    min_value: Money | None = None,
    max_value: Money | None = None,
    *,
    unit: Unit | None = None,
    places: int | None = None,
) -> st.SearchStrategy[Money]:
    """
    Draw amounts from *min_value* to *max_value*, in *unit* and with *places* decimals where these are given.

    Without bounds, amounts stay below 10¹² of their unit on either side.
    """
    if places is None:
        return st.integers(0, 6).flatmap(lambda drawn: money(min_value, max_value, unit=unit, places=drawn))
    if unit is None:
        return st.sampled_from(Unit).flatmap(lambda drawn: money(min_value, max_value, unit=drawn, places=places))
    low, high = (None if bound is None else EXACT.scaleb(bound.to(unit), places) for bound in (min_value, max_value))
    steps = st.integers(
        -(10 ** (12 + places)) if low is None else ceil(low),
        10 ** (12 + places) if high is None else floor(high),
    )
    return steps.map(lambda count: Money(EXACT.scaleb(Decimal(count), -places), unit))


@cache
def intervals() -> st.SearchStrategy[Interval]:
    """Draw the intervals of printed figures."""
    return st.builds(lambda page, amount: page.interval(page.round(amount)), presentations(), money())


@cache
def wordings() -> st.SearchStrategy[Wording]:
    """Draw every allowed way of writing an amount in words."""
    flags = dict.fromkeys(("currency", "ending_after_jiao", "zero_at_wan", "zero_at_yuan"), st.booleans())
    return st.builds(Wording, yuan=st.sampled_from(["元", "圆"]), ending=st.sampled_from(["整", "正"]), **flags)


@cache
def quantities() -> st.SearchStrategy[Quantity]:
    """Draw counted and measured quantities, with and without comparison."""
    numbers = st.builds(
        lambda digits, places: EXACT.scaleb(Decimal(digits), -places), st.integers(-(10**9), 10**9), st.integers(0, 4)
    )
    units = st.sampled_from(["", "%", "名", "个", "人次", "万人次", "场", "元/人", "千克", "亿元", "户·次"])
    operators = st.sampled_from([None, *Operator])
    return st.builds(Quantity, numbers, units, operators, st.booleans())


@cache
def rates() -> st.SearchStrategy[Rate]:
    """Draw rates of money and of counts, undefined ones among them."""
    counts = st.builds(Quantity, st.integers(0, 10**6), st.just("名"))
    bases = st.sampled_from([None, *BudgetStage])
    return st.one_of(
        st.builds(Rate, money(), money(), bases),
        st.builds(Rate, counts, counts, bases),
    )


@cache
def unknown() -> st.SearchStrategy[FrozenMap[str, object]]:
    """Draw keys that no field has, with plain values, nested ones among them."""
    scalars: list[st.SearchStrategy[object]] = [
        st.none(),
        st.booleans(),
        st.integers(-(10**15), 10**15),
        texts(),
        # What a format might take for something else: digits, words and blanks that are text.
        st.sampled_from(["", "1.50", "010", "true", "null", "~", "无"]),
        st.sampled_from([1.5, -0.25]),
    ]
    values = st.recursive(st.one_of(scalars), _nested, max_leaves=4)
    keys = texts(4).map("x-{}".format)
    return st.dictionaries(keys, values.map(freeze), max_size=2).map(FrozenMap[str, object])


def _nested(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    lists: st.SearchStrategy[object] = st.lists(values, max_size=2)
    return lists | st.dictionaries(texts(4), values, max_size=2)


@cache
def findings() -> st.SearchStrategy[Finding]:
    """Draw findings with facts of every kind."""
    facts = st.dictionaries(st.sampled_from(["total", "sum", "rate"]), st.one_of(money(), rates(), texts()))
    codes = st.sampled_from(["SUM001", "RATE002", "FORM003"])
    return st.builds(Finding, codes, st.sampled_from(Severity), st.sampled_from(["", "/budgets"]), facts.map(FrozenMap))
