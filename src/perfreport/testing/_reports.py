"""
Strategies for reports and what they say in words.

What they draw is consistent: parts are drawn and totals computed from them, what was spent stays within what was
budgeted, and nothing is filtered. To break one rule, `attrs.evolve` a draw.
"""

from datetime import date
from functools import cache

from attrs import evolve
from hypothesis import strategies as st

from perfreport.model import Cover, Department, PerformanceReport
from perfreport.testing._budgets import budgets, final_accounts
from perfreport.testing._forms import attachments
from perfreport.testing._narratives import goals, narratives
from perfreport.testing._rows import BOOLEANS, NOTHING, tuples
from perfreport.testing._signatures import results
from perfreport.testing._values import presentations, texts, unknown

__all__ = ["covers", "departments", "reports"]

_YEARS = st.integers(2010, 2030)


@cache
def departments() -> st.SearchStrategy[Department]:
    """Draw departments."""
    return st.builds(
        Department,
        name=texts(),
        full_name=st.none() | texts(),
        code=st.none() | st.sampled_from(["219001", "010", "906017"]),
        region=st.none() | texts(),
        duties=tuples(texts()),
        extra=NOTHING,
    )


@cache
def covers(year: int = 2022) -> st.SearchStrategy[Cover]:
    """Draw covers of a report on *year*."""
    return st.builds(
        Cover,
        title=st.none() | st.just(f"{year}年度部门整体支出绩效自评报告") | st.just("部门整体支出绩效自评报告"),
        department=st.none() | texts(),
        year=st.sampled_from([None, year]),
        date=st.none() | st.dates(date(1950, 1, 1), date(2199, 12, 31)),
        extra=NOTHING,
    )


@st.composite
def reports(
    draw: st.DrawFn, *, max_projects: int = 4, max_forms: int = 1, with_unknown: bool = False
) -> PerformanceReport:
    """
    Draw reports that satisfy every rule; *with_unknown* gives them keys that no field has.

    Up to *max_forms* of each form are attached.

    Every figure stands on the grid of the presentation, which the report may or may not declare.
    """
    year = draw(_YEARS)
    page = draw(presentations())
    report = PerformanceReport(
        year=year,
        department=draw(departments()),
        presentation=page if draw(BOOLEANS) else None,
        cover=draw(covers(year)) if draw(BOOLEANS) else None,
        goals=draw(goals()) if draw(BOOLEANS) else None,
        budgets=draw(budgets(page, year=year, max_projects=max_projects)),
        final_accounts=draw(final_accounts(page)) if draw(BOOLEANS) else None,
        narrative=draw(narratives()) if draw(BOOLEANS) else None,
        result=draw(results()),
        approved=date(year + 1, 7, 20) if draw(BOOLEANS) else None,
        published=date(year + 1, 8, draw(st.integers(1, 9))) if draw(BOOLEANS) else None,
        attachments=draw(attachments(page, year=year, max_size=max_forms)) if max_forms and draw(BOOLEANS) else None,
    )
    if not with_unknown:
        return report
    department = evolve(report.department, extra=draw(unknown()))
    return evolve(report, department=department, extra=draw(unknown()))
