"""Test a tool of your own with our strategies; run it with ``python`` or with ``pytest``."""

from hypothesis import given, settings

from perfreport import Money, PerformanceReport, Project
from perfreport.model import walk
from perfreport.money import total
from perfreport.testing import reports


def spent_on_projects(report: PerformanceReport) -> Money:
    """Stand in for the tool: what all listed projects of a report spent together."""
    listed = [project for way, project, _ in walk.each(report.budgets, Project) if way[0] != "total"]
    return total(project.amounts.executed for project in listed if project.amounts and project.amounts.executed)


@settings(max_examples=25, database=None)
@given(reports())
def test_never_negative(report: PerformanceReport) -> None:
    """The sum of what was spent is an amount of 0 or more."""
    assert spent_on_projects(report) >= Money.yuan(0)


if __name__ == "__main__":
    test_never_negative()
    print("holds")
