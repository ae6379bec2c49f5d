"""The plug-in is found where it is installed, and its rules find what they are for."""

from decimal import Decimal

from perfreport_example_rules import RULES

from perfreport import Department, PerformanceReport, check, messages
from perfreport.model import Result
from perfreport.rules import STANDARD, plugins


def test_the_rules_are_found_once_the_package_is_installed() -> None:
    assert plugins.rules() == RULES


def test_they_are_applied_beside_the_standard_ones() -> None:
    report = PerformanceReport(
        year=2022, department=Department(name="某局"), result=Result(weight=Decimal(100), score=Decimal(100))
    )
    findings = [finding for finding in check(report, (*STANDARD, *RULES)) if finding.code.startswith("LOCAL")]
    assert [(finding.code, finding.pointer) for finding in findings] == [
        ("LOCAL001", "/department"),
        ("LOCAL002", "/result/score"),
    ]
    assert messages.render(findings[1], "zh", RULES) == "自评100分，没有说明。"
