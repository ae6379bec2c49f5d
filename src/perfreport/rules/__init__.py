"""
What a report should satisfy: rules as values, and the two verbs that apply them.

`check` returns what it finds, whatever it is; only `require` raises, and only for findings of level error.
"""

from collections.abc import Iterable

from perfreport.errors import Noncompliant
from perfreport.findings import Finding, Severity
from perfreport.model import PerformanceReport
from perfreport.rules import forms, rates, sums, sums_accounts, sums_forms, texts
from perfreport.rules._core import Case, Rule, Seen, rule

__all__ = ["STANDARD", "Case", "Rule", "Seen", "check", "require", "rule"]

#: The rules that hold everywhere, by code.
STANDARD: tuple[Rule, ...] = (
    *sums.RULES,
    *sums_accounts.RULES,
    *sums_forms.RULES,
    *rates.RULES,
    *forms.RULES,
    *texts.RULES,
)


def check(report: PerformanceReport, rules: Iterable[Rule] = STANDARD) -> tuple[Finding, ...]:
    """Return what *rules* find in *report*, in the order of the rules; nothing is raised for what is found."""
    return tuple(finding for applied in rules for finding in applied.check(report))


def require(report: PerformanceReport, rules: Iterable[Rule] = STANDARD) -> None:
    """
    Do nothing if *report* has no finding of level error.

    Raises:
        Noncompliant: with the findings of level error.
    """
    errors = tuple(finding for finding in check(report, rules) if finding.severity is Severity.ERROR)
    if errors:
        raise Noncompliant(errors)
