"""
The equations that the figures of a report have to satisfy (勾稽关系): a whole and its parts, each with its place.

Silence is never zero: every figure of an `Identity` is stated, and a `Relation` is an equation of which some are
silent. Each family of equations has the code of the rule that judges it.
"""

from collections.abc import Callable, Iterator
from functools import partial

from perfreport.classification import ExpenditureCategory
from perfreport.model import PerformanceReport
from perfreport.reconcile.equations import _budgets, _coded, _forms
from perfreport.reconcile.equations._core import Equations, Identity, Relation
from perfreport.reconcile.equations._forms import funds, money_lines, page_of

__all__ = ["IDENTITIES", "Identity", "Relation", "funds", "identities", "money_lines", "page_of", "relations"]

_FAMILIES: dict[str, Callable[[PerformanceReport], Equations]] = {
    "SUM001": partial(_budgets.categories, whole=ExpenditureCategory.TOTAL),
    "SUM002": partial(_budgets.categories, whole=ExpenditureCategory.BASIC),
    "SUM003": _budgets.project_sums,
    "SUM004": _budgets.balances,
    "SUM005": _budgets.columns,
    "SUM006": _budgets.repeated,
    "SUM007": _coded.functional_levels,
    "SUM008": _coded.functions_against_table,
    "SUM009": _coded.economic_levels,
    "SUM010": _coded.economic_against_table,
    "SUM011": partial(_budgets.final_accounts, whole="revenue_total"),
    "SUM012": partial(_budgets.final_accounts, whole="inflow_total"),
    "SUM013": partial(_budgets.final_accounts, whole="outflow_total"),
    "SUM014": _budgets.both_sides,
    "SUM015": _budgets.closing,
    "SUM016": _forms.adjustments,
    "SUM017": _forms.fund_sources,
    "SUM018": _forms.fund_natures,
    "SUM019": _forms.tasks,
    "SUM020": partial(_forms.costs, row=("three_public", "total"), parts=("vehicles", "overseas", "hospitality")),
    "SUM021": partial(_forms.costs, row=("three_public", "vehicles"), parts=("vehicle_purchase", "vehicle_running")),
    "SUM022": partial(_forms.costs, row=("procurement", "total"), parts=("goods", "works", "services")),
    "SUM023": partial(_forms.costs, row=("projects", "total"), parts=("business", "maintenance", "special_funds")),
}


def _stated(family: Callable[[PerformanceReport], Equations], report: PerformanceReport) -> Iterator[Identity]:
    return (found for found in family(report) if isinstance(found, Identity))


#: The families of equations between stated figures, by the code of the rule that judges them.
IDENTITIES: dict[str, Callable[[PerformanceReport], Iterator[Identity]]] = {
    code: partial(_stated, family) for code, family in _FAMILIES.items()
}


def identities(report: PerformanceReport) -> Iterator[tuple[str, Identity]]:
    """Yield every equation between stated figures of *report*, with the code of the rule that judges it."""
    for code, family in IDENTITIES.items():
        for identity in family(report):
            yield code, identity


def relations(report: PerformanceReport) -> Iterator[tuple[str, Identity | Relation]]:
    """Yield every equation of *report*, also those of which some figure is silent."""
    for code, family in _FAMILIES.items():
        for found in family(report):
            yield code, found
