"""What holds when a department is made of units."""

from collections.abc import Iterable, Iterator, Sequence

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import perfreport
from perfreport.classification import FundingSource
from perfreport.consolidation import Consolidation, consolidate
from perfreport.errors import InvalidValue
from perfreport.model import (
    NIL,
    Budget,
    BudgetLine,
    Budgets,
    Department,
    Expenditure,
    FinalAccounts,
    FundingLine,
    PerformanceReport,
    Projects,
    walk,
)
from perfreport.money import Money, total
from perfreport.places import pointer
from perfreport.testing import reports
from tests.cases.laws import SEVERAL

WHOLE = Department(name="委员会")


@st.composite
def units(draw: st.DrawFn, *, min_size: int = 1, max_size: int = 3) -> tuple[PerformanceReport, ...]:
    drawn = draw(st.lists(reports(max_projects=2, max_forms=0), min_size=min_size, max_size=max_size))
    return tuple(evolve(report, year=2022) for report in drawn)


def _whole(found: Sequence[PerformanceReport]) -> PerformanceReport:
    return consolidate(found, WHOLE).report


class TestConsolidationIsAssociative:
    """Units may be added up in groups, and the groups then, with the same figures."""

    @SEVERAL
    @given(units(min_size=3))
    def test_in_any_grouping(self, found: tuple[PerformanceReport, ...]) -> None:
        a, b, *rest = found
        left = _whole([_whole([a, b]), *rest])
        right = _whole([a, _whole([b, *rest])])
        assert left == right == _whole(found)

    @SEVERAL
    @given(units(max_size=1))
    def test_what_is_summed_is_a_sum_already(self, found: tuple[PerformanceReport, ...]) -> None:
        assert _whole([_whole(found)]) == _whole(found)


class TestASumIsThatOfItsParts:
    """Every figure of the whole is the sum of its parts, and silent exactly where one of them is silent."""

    @SEVERAL
    @given(units())
    def test_everywhere(self, found: tuple[PerformanceReport, ...]) -> None:
        whole = consolidate(found, WHOLE)
        for place, figure in _figures(whole.report):
            parts = [part.amount for part in whole.parts(place)]
            if None in [None if part is None else 0 for part in parts]:
                assert figure is None
            else:
                assert figure == total(part for part in parts if isinstance(part, Money))
            assert any(isinstance(part, Money) for part in parts) or figure is None

    @SEVERAL
    @given(units())
    def test_every_project_is_there_once(self, found: tuple[PerformanceReport, ...]) -> None:
        report = _whole(found)
        for way, account, _ in walk.each(report.budgets, Budget):
            if isinstance(account.projects, Projects):
                stated = [walk.get(unit.budgets, way) for unit in found]
                lists = [
                    unit.projects.items
                    for unit in stated
                    if isinstance(unit, Budget) and isinstance(unit.projects, Projects)
                ]
                assert account.projects.items == tuple(project for items in lists for project in items)


class TestConsolidatedReportsAreReports:
    """What consistent units come to is consistent, and can be written and read."""

    @SEVERAL
    @given(units())
    def test_sums_still_hold(self, found: tuple[PerformanceReport, ...]) -> None:
        codes = {finding.code for finding in perfreport.check(_whole(found))}
        assert not {code for code in codes if code.startswith("SUM")}

    @SEVERAL
    @given(units())
    def test_they_are_written_and_read(self, found: tuple[PerformanceReport, ...]) -> None:
        report = _whole(found)
        assert perfreport.loads(perfreport.dumps(report, "json"), "json") == report


def _figures(report: PerformanceReport) -> Iterator[tuple[str, Money | None]]:
    """Yield places of the budgets and the final accounts that can hold a figure, with the figure."""
    lines = [(("budgets", *way), line) for way, line, _ in walk.each(report.budgets, BudgetLine)]
    yield from _stages((way, line) for way, line in lines if "sources" not in way)
    for way, account, _ in walk.each(report.budgets, Budget):
        for balance in ("opening_balance", "closing_balance", "carry_over", "surplus"):
            if (amount := getattr(account, balance)) is not None:
                yield pointer(("budgets", *way, balance)), amount
    accounts = report.final_accounts
    for index, row in enumerate(accounts.revenue if accounts else ()):
        yield from _stages([(("final_accounts", "revenue", index, "amounts"), row.amounts)])
    if accounts is not None and accounts.inflow_total is not None:
        yield from _stages([(("final_accounts", "inflow_total"), accounts.inflow_total)])
    if (
        accounts is not None
        and accounts.closing_balance is not None
        and accounts.closing_balance.carry_over is not None
    ):
        yield from _stages([(("final_accounts", "closing_balance", "carry_over"), accounts.closing_balance.carry_over)])


def _stages(lines: Iterable[tuple[tuple[str | int, ...], BudgetLine]]) -> Iterator[tuple[str, Money | None]]:
    for way, line in lines:
        for stage in perfreport.BudgetStage:
            yield pointer((*way, stage.key)), line.at(stage)


def _unit(name: str, account: object, **given: object) -> PerformanceReport:
    budgets = Budgets(general_public=account)  # type: ignore[arg-type]
    return PerformanceReport(year=2022, department=Department(name=name), budgets=budgets, **given)  # type: ignore[arg-type]


def _spent(amount: str, *, business: str | None = None) -> Budget:
    row = None if business is None else BudgetLine(executed=Money.wan(business))
    return Budget(expenditure=Expenditure(total=BudgetLine(executed=Money.wan(amount)), business=row))


TOTAL = "/budgets/general_public/expenditure/total/executed"


def _consolidated(*accounts: object) -> Consolidation:
    return consolidate([_unit(f"单位{index}", account) for index, account in enumerate(accounts)], WHOLE)


class TestThreeKindsOfNothing:
    def test_nil_adds_nothing_and_stays_nil_among_the_parts(self) -> None:
        whole = _consolidated(_spent("30.33"), NIL)
        assert [part.amount for part in whole.parts(TOTAL)] == [Money.wan("30.33"), NIL]
        assert whole.report.budgets == Budgets(general_public=_spent("30.33"))

    def test_all_nil_is_nil(self) -> None:
        assert _consolidated(NIL, NIL).report.budgets == Budgets(general_public=NIL)

    def test_silence_is_not_zero(self) -> None:
        whole = _consolidated(_spent("30.33"), None)
        assert [part.amount for part in whole.parts(TOTAL)] == [Money.wan("30.33"), None]
        account = whole.report.budgets and whole.report.budgets.general_public
        assert isinstance(account, Budget)
        assert not account.has_figures

    def test_a_row_that_one_unit_has_not_is_kept_without_a_figure(self) -> None:
        # The row keeps the categories from being judged: without it, the parts would seem to be complete.
        whole = _consolidated(_spent("30.33", business="5"), _spent("10.12"))
        account = whole.report.budgets and whole.report.budgets.general_public
        assert isinstance(account, Budget)
        assert account.expenditure is not None
        assert account.expenditure.business == BudgetLine()

    def test_rows_of_revenue_are_matched_by_their_names(self) -> None:
        def accounts(*rows: tuple[FundingSource, str]) -> FinalAccounts:
            return FinalAccounts(
                revenue=tuple(
                    FundingLine(source=source, amounts=BudgetLine(final_account=Money.wan(amount)))
                    for source, amount in rows
                )
            )

        one = _unit(
            "甲", None, final_accounts=accounts((FundingSource.OTHER, "1"), (FundingSource.INSTITUTION_INCOME, "2"))
        )
        two = _unit("乙", None, final_accounts=accounts((FundingSource.INSTITUTION_INCOME, "3")))
        whole = consolidate([one, two], WHOLE)
        assert whole.report.final_accounts is not None
        other, income = whole.report.final_accounts.revenue
        assert (other.amounts.final_account, income.amounts.final_account) == (None, Money.wan("5"))
        parts = whole.parts("/final_accounts/revenue/0/amounts/final_account")
        assert [part.amount for part in parts] == [Money.wan("1"), None]


class TestWhatCannotBeConsolidated:
    def test_nothing(self) -> None:
        with pytest.raises(InvalidValue, match=r"reports on one year, not none"):
            consolidate([], WHOLE)

    def test_two_years(self) -> None:
        with pytest.raises(InvalidValue, match=r"not 2021, 2022"):
            consolidate([_unit("甲", NIL), evolve(_unit("乙", NIL), year=2021)], WHOLE)

    @pytest.mark.parametrize(
        "place", ["", "/", "/year", "/budgets", "budgets", "/budgets/general_public/x", "/__class__"]
    )
    def test_a_pointer_to_no_figure_is_refused(self, place: str) -> None:
        with pytest.raises(InvalidValue, match=r"leads to no figure"):
            _consolidated(_spent("1")).parts(place)
