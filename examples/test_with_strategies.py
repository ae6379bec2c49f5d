"""Test a tool of your own with our strategies; run it with ``python`` or with ``pytest``."""

from hypothesis import given, settings

from perfreport import Money, PerformanceReport
from perfreport.model import Project, walk
from perfreport.money import total
from perfreport.testing import reports


def spent_on_projects(report: PerformanceReport) -> Money:
    """Stand in for the tool: what all listed projects of a report spent together."""
    spent = [project.amounts.executed for _, project, _ in walk.each(report, Project) if project.amounts]
    return total(amount for amount in spent if amount is not None)


@settings(max_examples=50, database=None)
@given(reports())
def test_never_negative(report: PerformanceReport) -> None:
    """The sum of what was spent is an amount of 0 or more."""
    assert spent_on_projects(report) >= Money.yuan(0)


if __name__ == "__main__":
    test_never_negative()
    print("holds")
