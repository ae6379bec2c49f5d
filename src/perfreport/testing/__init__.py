"""
For people who test what they build on this library: Hypothesis strategies, and a comparison that forgives nothing.

Needs the extra ``testing``. The strategies of the public types are also registered with Hypothesis, so
``st.from_type(PerformanceReport)`` works as soon as this library is installed.
"""

from perfreport.errors import MissingExtra
from perfreport.testing._same import assert_same

try:
    from perfreport.testing._base_data import (
        base_data,
        buildings,
        named_costs,
        procurement,
        project_costs,
        public_costs,
        staffing,
        three_public,
        yearly,
    )
    from perfreport.testing._breaking import breaking, breaking_profiles, breaking_years
    from perfreport.testing._budgets import (
        balances,
        budget_accounts,
        budget_lines,
        budgets,
        expenditures,
        final_accounts,
        funding_lines,
        projects,
        single_projects,
    )
    from perfreport.testing._coded import economic_lines, functional_lines
    from perfreport.testing._forms import (
        department_declarations,
        department_self_evaluations,
        evaluation_outlines,
        evaluation_reports,
        forms,
        funds,
        objectives,
        project_declarations,
        project_monitoring,
        project_self_evaluations,
        spending_items,
        tasks,
    )
    from perfreport.testing._indicators import (
        actuals,
        deadlines,
        indicator_groups,
        indicators,
        progresses,
        single_indicators,
        targets,
    )
    from perfreport.testing._narratives import figures, goals, narratives, passages, single_goals
    from perfreport.testing._reports import covers, departments, reports
    from perfreport.testing._scoring import consolidations, grade_schemes, parts, scores, scoring_policies, totals
    from perfreport.testing._signatures import overall_goals, results, signatures
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
    "actuals",
    "assert_same",
    "balances",
    "base_data",
    "breaking",
    "breaking_profiles",
    "breaking_years",
    "budget_accounts",
    "budget_lines",
    "budgets",
    "buildings",
    "consolidations",
    "covers",
    "deadlines",
    "department_declarations",
    "department_self_evaluations",
    "departments",
    "economic_lines",
    "evaluation_outlines",
    "evaluation_reports",
    "expenditures",
    "figures",
    "final_accounts",
    "findings",
    "forms",
    "functional_lines",
    "funding_lines",
    "funds",
    "goals",
    "grade_schemes",
    "indicator_groups",
    "indicators",
    "intervals",
    "money",
    "named_costs",
    "narratives",
    "objectives",
    "overall_goals",
    "parts",
    "passages",
    "presentations",
    "procurement",
    "progresses",
    "project_costs",
    "project_declarations",
    "project_monitoring",
    "project_self_evaluations",
    "projects",
    "public_costs",
    "quantities",
    "rates",
    "reports",
    "results",
    "scores",
    "scoring_policies",
    "signatures",
    "single_goals",
    "single_indicators",
    "single_projects",
    "spending_items",
    "staffing",
    "targets",
    "tasks",
    "texts",
    "three_public",
    "totals",
    "unknown",
    "wordings",
    "yearly",
]
