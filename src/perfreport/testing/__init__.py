"""
For people who test what they build on this library: Hypothesis strategies, and a comparison that forgives nothing.

Needs the extra ``testing``. The strategies of the public types are also registered with Hypothesis, so
``st.from_type(PerformanceReport)`` works as soon as this library is installed.
"""

from perfreport.errors import MissingExtra
from perfreport.findings import because
from perfreport.testing._same import assert_same

try:
    from perfreport.testing._base_data import (
        base_data,
        buildings,
        cost_rows,
        named_costs,
        procurement,
        project_costs,
        public_costs,
        staffing,
        three_public,
    )
    from perfreport.testing._breaking import breaking, breaking_profiles, breaking_years
    from perfreport.testing._budgets import (
        balances,
        budget_lines,
        budgets,
        expenditures,
        final_accounts,
        funding_lines,
        projects,
        single_budgets,
        single_projects,
    )
    from perfreport.testing._coded import economic_lines, functional_lines
    from perfreport.testing._forms import (
        attachments,
        department_declarations,
        department_self_evaluations,
        evaluation_outlines,
        evaluation_reports,
        funding,
        goal_plans,
        project_declarations,
        project_monitoring,
        project_self_evaluations,
        spending_items,
        tasks,
    )
    from perfreport.testing._indicators import (
        actuals,
        deadlines,
        indicator_levels,
        indicator_trees,
        progresses,
        single_indicators,
        targets,
    )
    from perfreport.testing._narratives import figures, goals, narratives, passages, single_goals
    from perfreport.testing._reports import covers, departments, reports
    from perfreport.testing._scoring import consolidations, grade_schemes, parts, scores, scoring_policies, totals
    from perfreport.testing._signatures import goal_outcomes, results, signatures
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
    raise MissingExtra("testing", because("perfreport.testing")) from None

__all__ = [
    "actuals",
    "assert_same",
    "attachments",
    "balances",
    "base_data",
    "breaking",
    "breaking_profiles",
    "breaking_years",
    "budget_lines",
    "budgets",
    "buildings",
    "consolidations",
    "cost_rows",
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
    "functional_lines",
    "funding",
    "funding_lines",
    "goal_outcomes",
    "goal_plans",
    "goals",
    "grade_schemes",
    "indicator_levels",
    "indicator_trees",
    "intervals",
    "money",
    "named_costs",
    "narratives",
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
    "single_budgets",
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
]
