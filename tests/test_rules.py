"""Every rule finds what it is for, and nothing else."""

import pickle
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from attrs import evolve

from perfreport import NIL, Department, Finding, PerformanceReport, Severity, check, require
from perfreport.errors import Noncompliant
from perfreport.rules import STANDARD, Case, Index, Rule, Seen, rule
from tests.cases import pages, sums
from tests.cases.reports import BY_CODE, account, found, report, rows, spent
from tests.cases.tables import together

BREAKING = [*sums.BREAKING, *pages.BREAKING]
NEAR = [*sums.NEAR, *pages.NEAR]


BROKEN = together(("broken", "findings"), [row[1:] for row in BREAKING])


class TestFindings:
    """Each rule finds what it is for, at its place, with the figures that it saw."""

    @BROKEN
    def test_what_breaks_a_rule_is_found_by_that_rule_alone(
        self, broken: PerformanceReport, findings: list[Finding]
    ) -> None:
        assert list(check(broken)) == findings

    @BROKEN
    def test_the_figures_are_as_printed(self, broken: PerformanceReport, findings: list[Finding]) -> None:
        # Equality of money forgives digits and units; what is shown must not.
        for seen, expected in zip(check(broken), findings, strict=True):
            assert {name: repr(fact) for name, fact in seen.facts.items()} == {
                name: repr(fact) for name, fact in expected.facts.items()
            }

    @together("near", [row[1] for row in NEAR])
    def test_what_only_comes_near_is_not_found(self, near: PerformanceReport) -> None:
        assert check(near) == ()

    def test_a_silent_budget_keeps_the_columns_from_being_judged(self) -> None:
        silent = report(account(revenue=spent("2.00")), None, NIL, total=account(revenue=spent("9.00")))
        assert [finding.code for finding in check(silent)] == ["FORM001"]

    def test_every_rule_has_a_near_miss(self) -> None:
        by_hand = {finding.code for _, _, findings in BREAKING for finding in findings}
        assert {name.split()[0].rstrip(":") for name, _ in NEAR} >= by_hand

    @BROKEN
    def test_the_place_is_there(self, broken: PerformanceReport, findings: list[Finding]) -> None:
        for finding in findings:
            held: Any = broken
            for step in finding.pointer.split("/")[1:]:
                if held is None:
                    # A chapter that is missing, in a report that has no budgets at all.
                    assert finding.code == "FORM001"
                    break
                held = held[int(step)] if isinstance(held, tuple) else getattr(held, step)

    @together("findings", [row[2] for row in BREAKING])
    def test_findings_are_hashable_and_pickle(self, findings: list[Finding]) -> None:
        assert pickle.loads(pickle.dumps(findings)) == findings  # noqa: S301 - bytes of our own
        assert len(set(findings)) == len(findings)


class TestRequire:
    """`check` returns whatever it finds; only `require` raises, and only for errors."""

    @BROKEN
    def test_only_errors_are_raised(self, broken: PerformanceReport, findings: list[Finding]) -> None:
        errors = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
        if errors:
            with pytest.raises(Noncompliant) as caught:
                require(broken)
            assert caught.value.findings == errors
        else:
            require(broken)

    def test_only_the_given_rules_are_applied(self) -> None:
        broken = report(account(expenditure=rows(total="9", basic="1", project="1")), None)
        assert [finding.code for finding in check(broken)] == ["SUM001", "FORM001"]
        assert [finding.code for finding in check(broken, [BY_CODE["FORM001"]])] == ["FORM001"]
        require(broken, [BY_CODE["FORM001"]])
        require(broken, [])

    def test_findings_come_in_the_order_of_the_rules(self) -> None:
        broken = report(account(expenditure=rows(total="9", basic="1", project="1")), None)
        assert [finding.code for finding in check(broken, reversed(STANDARD))] == ["FORM001", "SUM001"]


CASES: Mapping[str, Case] = {"": Case(Severity.ERROR, "{name}太长。", "{name} is too long.")}


def _make(code: str) -> Any:
    return rule(code, cites=["ours"], title=("短名", "A short name"), remedy=("改名。", "Rename it."), cases=CASES)


def _short_name(index: Index) -> Iterator[Seen]:
    """The name of a department has one character."""
    for way, department, _ in index.each(Department):
        if len(department.name) > 1:
            yield Seen((*way, "name"), {"name": department.name})


class TestOwnRules:
    """People write rules of their own and use them like the standard ones."""

    def test_a_rule_of_ones_own(self) -> None:
        mine = _make("OURS001")(_short_name)
        assert isinstance(mine, Rule)
        assert mine.manual == "The name of a department has one character."
        expected = found("OURS001", Severity.ERROR, "/department/name", name="某局")
        assert check(report(), (*STANDARD, mine)) == (expected,)
        with pytest.raises(Noncompliant):
            require(report(), (*STANDARD, mine))
        assert check(evolve(report(), department=Department(name="局")), (*STANDARD, mine)) == ()

    def test_the_manual_page_is_not_indented(self) -> None:
        def look(_: Index) -> Iterator[Seen]:
            """
            First line.

            More.
            """
            yield from ()

        assert _make("OURS002")(look).manual == "First line.\n\nMore."

    @together("code", ["", "SUM1", "SUM0001", "sum001", "SU001", "SUMMING001", "SUM001 ", "SUM-001", "SUM٠٠١", "001"])
    def test_another_code_is_refused(self, code: str) -> None:
        with pytest.raises(TypeError, match="a code such as SUM001"):
            _make(code)(_short_name)

    @pytest.mark.parametrize("text", [None, "", "  \n "])
    def test_a_rule_without_a_manual_page_is_refused(self, text: str | None) -> None:
        def look(_: Index) -> Iterator[Seen]:
            yield from ()

        look.__doc__ = text
        with pytest.raises(TypeError, match="a docstring, which is its manual page"):
            _make("OURS001")(look)

    def test_places_with_slashes_are_escaped(self) -> None:
        @rule("OURS003", cites=["ours"], title=("甲", "A"), remedy=("乙。", "B."), cases=CASES)
        def look(_: Index) -> Iterator[Seen]:
            """One."""
            yield Seen(("a/b", 0, "c~d"), {"name": "x"})

        assert [finding.pointer for finding in check(report(), [look])] == ["/a~1b/0/c~0d"]
