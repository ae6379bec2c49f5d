"""Strategies for what the forms have in common: goals met, results, and who signed."""

from datetime import date
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from perfreport.model import GoalOutcome, Result, Signature
from perfreport.numerals import EXACT
from perfreport.scoring import grade
from perfreport.testing._rows import NOTHING
from perfreport.testing._values import texts

__all__ = ["goal_outcomes", "results", "signatures"]

_SILENT_OR = st.none() | texts()
_FULL = Decimal(100)


@cache
def goal_outcomes() -> st.SearchStrategy[GoalOutcome]:
    """Draw goals as set and as met."""
    return st.builds(GoalOutcome, expected=_SILENT_OR, actual=_SILENT_OR, extra=NOTHING)


@cache
def signatures() -> st.SearchStrategy[Signature]:
    """Draw the feet of forms."""
    days = st.none() | st.dates(date(2010, 1, 1), date(2030, 12, 31))
    return st.builds(
        Signature,
        preparer=_SILENT_OR,
        phone=st.sampled_from([None, "0000-0000000"]),
        date=days,
        head=_SILENT_OR,
        extra=NOTHING,
    )


@cache
def results() -> st.SearchStrategy[Result]:
    """Draw results whose grade is that of the score."""
    scores = st.integers(0, 10_000).map(lambda cents: EXACT.divide(cents, 100))
    opinions = st.fixed_dictionaries(dict.fromkeys(("opinion", "deviation", "suggested_use"), _SILENT_OR))
    return st.builds(
        lambda score, said: Result(weight=_FULL, score=score, grade=grade(score), **said), scores, opinions
    )
