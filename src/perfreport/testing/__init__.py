"""
For people who test what they build on this library: Hypothesis strategies, and a comparison that forgives nothing.

Needs the extra ``testing``. The strategies of the public types are also registered with Hypothesis, so
``st.from_type(PerformanceReport)`` works as soon as this library is installed.
"""

from perfreport.errors import MissingExtra
from perfreport.testing._same import assert_same

try:
    from perfreport.testing._reports import (
        budget_accounts,
        budget_lines,
        budgets,
        covers,
        departments,
        expenditures,
        figures,
        funding_lines,
        goals,
        narratives,
        passages,
        projects,
        reports,
        single_goals,
        single_projects,
    )
    from perfreport.testing._values import (
        findings,
        intervals,
        money,
        presentations,
        quantities,
        rates,
        texts,
        unknown,
        wordings,
    )
except ModuleNotFoundError as _error:
    if _error.name != "hypothesis":
        raise
    raise MissingExtra("testing", "perfreport.testing") from None

__all__ = [
    "assert_same",
    "budget_accounts",
    "budget_lines",
    "budgets",
    "covers",
    "departments",
    "expenditures",
    "figures",
    "findings",
    "funding_lines",
    "goals",
    "intervals",
    "money",
    "narratives",
    "passages",
    "presentations",
    "projects",
    "quantities",
    "rates",
    "reports",
    "single_goals",
    "single_projects",
    "texts",
    "unknown",
    "wordings",
]
