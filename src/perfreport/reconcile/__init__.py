"""Printed figures judged against each other: what rounding explains, and what it does not."""

from perfreport.reconcile._judge import Verdict, bounds, judge, judge_rate

__all__ = ["Verdict", "bounds", "judge", "judge_rate"]
