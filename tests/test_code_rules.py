"""What is said of codes, and what is left unsaid because nobody can know."""

import pytest
from attrs import evolve

from perfreport import Budget, Budgets, Department, Finding, PerformanceReport, check
from perfreport.findings import Severity
from perfreport.model import EconomicLine, FinalAccounts, FunctionalLine
from perfreport.rules import codes


def found(year: int, *, functions: str = "", economic: str = "") -> list[Finding]:
    """Return what the rules of codes find in these rows: a code and a name each, parted by a comma."""

    def cells(text: str) -> list[tuple[str, str | None]]:
        return [(code, name or None) for code, _, name in (row.partition(",") for row in text.split(";") if row)]

    report = PerformanceReport(
        year=year,
        department=Department(name="某局"),
        budgets=Budgets(
            general_public=Budget(
                functions=tuple(FunctionalLine(code=code, name=name) for code, name in cells(functions)),
                economic=tuple(EconomicLine(code=code, name=name) for code, name in cells(economic)),
            )
        ),
    )
    return list(check(report, codes.RULES))


class TestNames:
    @pytest.mark.parametrize(
        "rows",
        ["30201,办公费", "30201, 办 公 费 ", "301,工资福利", "30212,因公出国(境)费用", "30201", "302 01,办公费"],
    )
    def test_a_name_that_is_the_same_but_for_its_typing_is_left_alone(self, rows: str) -> None:
        assert found(2022, economic=rows) == []

    def test_another_name_is_a_warning_with_both(self) -> None:
        (finding,) = found(2022, economic="30201,咨询费")
        assert (finding.code, finding.severity) == ("CODE001", Severity.WARNING)
        assert finding.pointer == "/budgets/general_public/economic/0/name"
        assert finding.facts == {"code": "30201", "known": "办公费", "printed": "咨询费"}

    def test_a_row_that_nobody_confirmed_convicts_nobody(self) -> None:
        assert found(2024, functions="2012901,另一科目") == []
        assert [finding.code for finding in found(2024, functions="2012902,另一科目")] == ["CODE001"]

    def test_years_outside_the_edition_are_not_judged(self) -> None:
        assert found(2022, functions="2012902,另一科目;9999999") == []
        assert found(2017, economic="30201,咨询费;399 99") == []


class TestCodes:
    def test_what_the_book_lacks_is_a_note_for_the_whole_table(self) -> None:
        (finding,) = found(2024, functions=";".join(f"20199{item:02}" for item in range(20, 35)))
        assert (finding.code, finding.severity, finding.facts["count"]) == ("CODE002", Severity.NOTE, 15)
        assert finding.facts["codes"] == tuple(f"20199{item:02}" for item in range(20, 30))

    @pytest.mark.parametrize("code", ["30", "3020", "301 2", "办公费", "2012901"])
    def test_a_code_of_another_length_is_found(self, code: str) -> None:
        assert [finding.code for finding in found(2022, economic=code)] == ["CODE003"]

    def test_a_code_in_the_columns_of_a_table_is_whole(self) -> None:
        assert found(2024, functions="201 29 02") == []

    def test_a_code_that_stands_twice_is_found_once(self) -> None:
        (finding,) = found(2022, economic="30201;302 01;30202;30201")
        assert (finding.code, dict(finding.facts)) == ("CODE004", {"code": "30201", "count": 3})

    def test_final_accounts_are_judged_too(self) -> None:
        report = PerformanceReport(
            year=2024,
            department=Department(name="某局"),
            final_accounts=FinalAccounts(functions=(FunctionalLine(code="2012902", name="另一科目"),)),
        )
        assert [finding.code for finding in check(report, codes.RULES)] == ["CODE001"]
        assert check(evolve(report, year=2023), codes.RULES) == ()
