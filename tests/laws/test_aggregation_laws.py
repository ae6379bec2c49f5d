"""What holds when rows are added up by their codes and across categories."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfreport.classification import BudgetStage, ExpenditureCategory
from perfreport.consolidation.sums import (
    Blank,
    cross_table,
    leaves,
    sum_by_level,
    sum_of_amounts,
    sum_of_lines,
    sum_of_tables,
)
from perfreport.errors import InvalidValue
from perfreport.model import Budget, BudgetLine, EconomicLine, Expenditure, FinalAccounts, FunctionalLine
from perfreport.money import Money, total
from perfreport.testing import final_accounts, money, single_budgets

AMOUNTS = st.lists(st.none() | money(places=2))
CODES = st.sampled_from(["201", "20129", "2012901", "2012902", "2012999", "208", "20805", "2080505", "2"])
LINES = st.builds(EconomicLine, code=CODES, amounts=st.builds(BudgetLine, executed=money(places=2)))
ROWS = st.lists(LINES, max_size=8)


class TestSilenceIsNotZero:
    """A sum is known exactly where every part is, unless blanks are said to mean zero."""

    @given(AMOUNTS)
    def test_of_amounts(self, stated: list[Money | None]) -> None:
        known = [amount for amount in stated if amount is not None]
        assert sum_of_amounts(stated) == (total(known) if len(known) == len(stated) else None)
        assert sum_of_amounts(stated, Blank.ZERO) == (total(known) if known or not stated else None)

    def test_a_row_that_one_table_lacks_is_kept(self) -> None:
        row = BudgetLine(executed=Money.wan(1))
        assert sum_of_lines([row, None]) == BudgetLine()
        assert sum_of_lines([row, None], Blank.ZERO) == row
        assert sum_of_lines([None, None]) is None
        assert sum_of_tables(Expenditure, [None]) is None
        assert sum_of_tables(Expenditure, [Expenditure(basic=row), None]) == Expenditure(basic=BudgetLine())


class TestLevelsAddUp:
    """Whatever the level, all rows together come to the same; subtotals are never counted twice."""

    @given(ROWS)
    def test_every_level_has_one_total(self, rows: list[EconomicLine]) -> None:
        sums = {
            total(row.amounts.executed for row in sum_by_level(rows, digits) if row.amounts.executed is not None)
            for digits in (1, 3, 5, 7)
        }
        assert len(sums) == 1
        assert sums == {total(row.amounts.executed for row in leaves(rows) if row.amounts.executed is not None)}

    @given(ROWS)
    def test_levels_may_be_climbed_one_by_one(self, rows: list[EconomicLine]) -> None:
        climbed = sum_by_level(sum_by_level(rows, 5), 3)
        assert [(row.code, row.amounts) for row in climbed] == [
            (row.code, row.amounts) for row in sum_by_level(rows, 3)
        ]

    @given(single_budgets())
    def test_functions_come_to_the_expenditure_of_the_account(self, account: Budget) -> None:
        assert account.expenditure is not None
        _same_as(account.functions, account.expenditure)

    @given(final_accounts())
    def test_functions_come_to_that_of_the_final_accounts(self, accounts: FinalAccounts) -> None:
        assert accounts.expenditure is not None
        _same_as(accounts.functions, accounts.expenditure)

    @given(single_budgets())
    def test_printed_subtotals_are_what_is_summed(self, account: Budget) -> None:
        printed = {row.code: row for row in account.functions}
        for digits in (3, 5):
            for row in sum_by_level(account.functions, digits):
                if row.code in printed:
                    for category in ExpenditureCategory:
                        one, other = row.expenditure.line(category), printed[row.code].expenditure.line(category)
                        assert list(one.stated() if one else ()) == list(other.stated() if other else ())
                        assert row.name == printed[row.code].name

    @given(single_budgets())
    def test_economic_items_come_to_basic_expenditure(self, account: Budget) -> None:
        assert account.expenditure is not None
        assert account.expenditure.basic is not None
        if account.economic:
            summed = sum_of_lines([row.amounts for row in leaves(account.economic)])
            assert summed is not None
            assert list(summed.stated()) == list(account.expenditure.basic.stated())


def _same_as(functions: tuple[FunctionalLine, ...], expenditure: Expenditure) -> None:
    for digits in (3, 5, 7) if functions else ():
        for stage in BudgetStage:
            table = cross_table(functions, stage, digits=digits)
            for category in table.columns:
                line = expenditure.line(category)
                assert table.column_sum(category) == (line.at(stage) if line else None)
            for row in table.rows:
                if ExpenditureCategory.TOTAL in table.columns:
                    assert table.row_sum(row.code) == table.cell(row.code, ExpenditureCategory.TOTAL)


class TestACrossTable:
    def test_has_the_columns_that_occur(self) -> None:
        def row(code: str, **figures: str) -> FunctionalLine:
            lines = {name: BudgetLine(final_account=Money.wan(amount)) for name, amount in figures.items()}
            return FunctionalLine(code=code, expenditure=Expenditure(**lines))  # type: ignore[arg-type]

        rows = (row("201", total="12", basic="8", project="4"), row("2012901", total="8", basic="8"),
                row("2012902", total="4", project="4"))  # fmt: skip
        table = cross_table(rows)
        assert table.columns == (ExpenditureCategory.TOTAL, ExpenditureCategory.BASIC, ExpenditureCategory.PROJECT)
        assert table.cell("2012901", ExpenditureCategory.BASIC) == Money.wan(8)
        assert table.cell("2012901", ExpenditureCategory.PROJECT) is None
        assert table.cell("999", ExpenditureCategory.BASIC) is None
        # A blank is not zero, unless the table says so.
        assert table.column_sum(ExpenditureCategory.PROJECT) is None
        filled = cross_table(rows, blank=Blank.ZERO)
        assert filled.column_sum(ExpenditureCategory.PROJECT) == Money.wan(4)
        assert filled.row_sum("2012901") == filled.cell("2012901", ExpenditureCategory.TOTAL) == Money.wan(8)
        assert cross_table(rows, digits=3).rows[0].name is None

    def test_a_level_has_digits(self) -> None:
        with pytest.raises(InvalidValue, match=r"sum_by_level\.digits: expected a positive number"):
            sum_by_level([], 0)

    def test_the_name_is_that_of_the_first_row_with_the_code(self) -> None:
        rows = [EconomicLine(code="301", name="甲"), EconomicLine(code="301", name="乙"), EconomicLine(code="30101")]
        assert [(row.code, row.name) for row in sum_by_level(rows, 3)] == [("301", "甲")]
        assert sum_by_level([], 3) == ()
        assert Decimal(0) == total([]).amount
