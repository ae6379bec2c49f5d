"""What holds for every rule: it can be broken alone, and says so in both languages with the facts it has."""

from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfreport import PerformanceReport, check, messages
from perfreport.errors import InvalidValue
from perfreport.places import pointer
from perfreport.rules import STANDARD, Setting
from perfreport.testing import breaking, breaking_profiles, breaking_years
from perfreport.testing._breaking import BREAKERS
from tests.cases.laws import SEVERAL, WHOLE, one_in

BY_CODE = {known.code: known for known in STANDARD}
#: Rules that one report alone cannot break: one compares two years, one asks what the profile asks for.
AROUND = {("YEAR001", ""), ("YEAR003", ""), ("FORM009", "")}
CASES = sorted({(known.code, case) for known in STANDARD for case in known.cases} - AROUND)


class TestEveryRuleCanBeBrokenAlone:
    """For every case of every rule there are reports that break it and nothing else."""

    def test_no_case_is_forgotten(self) -> None:
        assert sorted(BREAKERS) == CASES

    @pytest.mark.parametrize(("code", "case"), CASES, ids=[f"{code} {case}".strip() for code, case in CASES])
    def test_and_by_that_case(self, code: str, case: str) -> None:
        @settings(one_in(20), database=None)
        @given(breaking(code, case))
        def broken(report: PerformanceReport) -> None:
            findings = check(report)
            assert {(finding.code, finding.facts.get("case", "")) for finding in findings} == {(code, case)}
            for finding in findings:
                said = BY_CODE[code].cases[case]
                for template in (said.zh, said.en):
                    asked = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
                    assert asked <= set(finding.facts) - {"case"}
                assert messages.render(finding, "zh_Hans_CN") != messages.render(finding, "en")

        broken()

    @SEVERAL
    @given(breaking_years())
    def test_two_years(self, years: tuple[PerformanceReport, PerformanceReport]) -> None:
        report, before = years
        assert check(report) == check(before) == ()
        (finding,) = check(report, previous=before)
        assert (finding.code, finding.pointer) == ("YEAR001", "/budgets/general_public/opening_balance")
        assert "年初结转和结余" in messages.render(finding)
        assert check(report, previous=report) == ()

    @SEVERAL
    @given(breaking_years("YEAR003"))
    def test_two_years_of_base_data(self, years: tuple[PerformanceReport, PerformanceReport]) -> None:
        report, before = years
        assert check(report) == check(before) == ()
        (finding,) = check(report, previous=before)
        assert finding.code == "YEAR003"
        assert finding.pointer.startswith("/attachments/base_data/procurement/")
        assert messages.render(finding, "zh_Hans_CN") != messages.render(finding, "en")

    def test_other_rules_do_not_compare_years(self) -> None:
        with pytest.raises(InvalidValue, match=r"breaking_years\.code"):
            breaking_years("SUM001")

    @SEVERAL
    @given(breaking_profiles())
    def test_a_profile(self, drawn: tuple[PerformanceReport, Setting]) -> None:
        report, setting = drawn
        assert check(report) == ()
        findings = check(report, setting=setting)
        assert {finding.code for finding in findings} == {"FORM009"}
        assert {finding.pointer for finding in findings} <= {pointer(way) for way in setting.required}
        for finding in findings:
            assert messages.render(finding, "zh_Hans_CN") != messages.render(finding, "en")

    @WHOLE
    @given(st.data())
    def test_without_a_case_any_will_do(self, data: st.DataObject) -> None:
        code = data.draw(st.sampled_from(sorted({code for code, _ in CASES})))
        assert {finding.code for finding in check(data.draw(breaking(code)))} == {code}

    @pytest.mark.parametrize(
        ("code", "case"), [("SUM999", None), ("SUM001", "nope"), ("YEAR001", None), ("FORM009", None)]
    )
    def test_an_unknown_rule_is_refused(self, code: str, case: str | None) -> None:
        with pytest.raises(InvalidValue, match=r"breaking\.code: expected the code and the case of a rule"):
            breaking(code, case)
