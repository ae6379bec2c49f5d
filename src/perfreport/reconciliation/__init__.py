"""Printed figures judged against each other: what rounding explains, what it does not, and what was likely meant."""

from perfreport.reconciliation._joint import (
    Conflict,
    Reconciliation,
    Suggestion,
    Suspect,
    reconcile,
    reconcile_identities,
)
from perfreport.reconciliation._judge import Verdict, judge, judge_rate
from perfreport.reconciliation._slips import SlipKind

__all__ = [
    "Conflict",
    "Reconciliation",
    "SlipKind",
    "Suggestion",
    "Suspect",
    "Verdict",
    "judge",
    "judge_rate",
    "reconcile",
    "reconcile_identities",
]
