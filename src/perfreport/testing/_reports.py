"""
Reports, and what stands on their covers.

What is drawn is consistent: parts are drawn and totals computed from them, what was spent stays within what was
budgeted, and nothing is filtered. To break one rule, `attrs.evolve` a draw.
"""

from datetime import date

from hypothesis import strategies as st

from perfreport.model import Attachments, Cover, PerformanceReport
from perfreport.testing._budgets import budgets
from perfreport.testing._derived import Drawing, by_type, drawn, silent_or
from perfreport.testing._forms import result

__all__ = ["cover", "report"]

_TITLES = st.sampled_from([None, "{}年度部门整体支出绩效自评报告", "部门整体支出绩效自评报告"])
_DAYS = st.integers(1, 9)


def cover(at: Drawing) -> Cover:
    """Draw the cover of a report; its title names the year of the report or none."""
    title = at.draw(_TITLES)
    return by_type(at, Cover, title=title and title.format(at.year))


def report(at: Drawing) -> PerformanceReport:
    """Draw a report that satisfies every rule."""
    return by_type(
        at,
        PerformanceReport,
        budgets=budgets(at),
        result=result(at),
        approved=silent_or(at, lambda at: date(at.year + 1, 7, 20)),
        published=silent_or(at, lambda at: date(at.year + 1, 8, at.draw(_DAYS))),
        attachments=silent_or(at, lambda at: drawn(at, Attachments)) if at.max_forms else None,
    )
