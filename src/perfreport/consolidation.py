"""
A department made of units: the figures of the units added up, and what each sum was made from.

What a unit does not state is not taken for zero: where one of them is silent, so is the sum. 「无」 adds nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias, TypeVar, final

from attrs import field, fields, frozen

from perfreport.checks import each, is_a, optional
from perfreport.classification import BudgetStage, FundingSource
from perfreport.errors import InvalidValue, shown
from perfreport.model import (
    NIL,
    Balance,
    BudgetAccount,
    BudgetLine,
    Budgets,
    Department,
    Expenditure,
    FinalAccounts,
    FundingLine,
    Nil,
    PerformanceReport,
    Projects,
)
from perfreport.money import Money, total

__all__ = ["Consolidation", "Part", "consolidate"]

Table = TypeVar("Table", Expenditure, Balance)
#: A row of revenue is known by its names, and by how often they occurred before it.
Key: TypeAlias = tuple[FundingSource, str | None, str | None, int]


@final
@frozen
class Part:
    """What one unit says of a figure."""

    unit: Department = field(validator=is_a(Department))
    #: The amount; `NIL` where the unit says 「无」, `None` where it says nothing.
    amount: Money | Nil | None = field(validator=optional(is_a(Money, Nil)))


@final
@frozen(kw_only=True)
class Consolidation:
    """A report whose figures are the sums of those of its units, with the reports of the units."""

    #: What the units come to together; goals, words and forms are not consolidated.
    report: PerformanceReport = field(validator=is_a(PerformanceReport))
    units: tuple[PerformanceReport, ...] = field(validator=each(is_a(PerformanceReport)))

    def parts(self, pointer: str) -> tuple[Part, ...]:
        """
        Return what the figure at *pointer* (a JSON Pointer into `report`) was summed from, unit by unit.

        A figure of one project has one part.

        Raises:
            InvalidValue: if *pointer* leads to no figure.
        """
        way = pointer.split("/")[1:]
        *row, stage = way or [""]
        line = _at(self.report, row)
        is_figure = isinstance(line, BudgetLine) and stage in {known.key for known in BudgetStage}
        if not is_figure and not isinstance(_at(self.report, way), Money):
            raise InvalidValue("Consolidation", "pointer", f"{shown(pointer)} leads to no figure of the report")
        return tuple(self._parts(way))

    def _parts(self, way: Sequence[str]) -> Iterator[Part]:
        before = 0
        for unit in self.units:
            inside = list(way)
            if "items" in way:
                at = way.index("items")
                items = _at(unit, way[: at + 1])
                count = len(items) if isinstance(items, tuple) else 0
                place = int(way[at + 1]) - before
                before += count
                if not 0 <= place < count:
                    continue
                inside[at + 1] = str(place)
            elif way[:2] == ["final_accounts", "revenue"]:
                wanted = _keys(self.report.final_accounts)[int(way[2])]
                keys = _keys(unit.final_accounts)
                inside[2] = str(keys.index(wanted)) if wanted in keys else ""
            found = _at(unit, inside)
            yield Part(unit.department, found if isinstance(found, Money | Nil) else None)


def consolidate(reports: Iterable[PerformanceReport], department: Department) -> Consolidation:
    """
    Return the report of *department* that the *reports* of its units add up to.

    Every row of the budgets and of the final accounts is summed stage by stage; the projects stand one after the
    other. A figure that one of the units does not state is `None`, so no sum is ever too small, and
    `Consolidation.parts` shows who was silent. Printed rates are left out: they do not add up, and `BudgetLine.rate`
    computes them. What one unit passes on to another (对附属单位补助支出, 附属单位上缴收入) stays in both.

    Raises:
        InvalidValue: if there is no report, or the years differ.

    >>> from perfreport.model import BudgetAccount, Budgets
    >>> def unit(name, spent):
    ...     account = BudgetAccount(expenditure=Expenditure(total=BudgetLine(executed=Money.wan(spent))))
    ...     return PerformanceReport(
    ...         year=2022, department=Department(name=name), budgets=Budgets(general_public=account)
    ...     )
    >>> whole = consolidate([unit("本级", "30.33"), unit("中心", "10.12")], Department(name="委员会"))
    >>> whole.report.budgets.general_public.expenditure.total.executed
    Money.wan('40.45')
    >>> [str(part.amount) for part in whole.parts("/budgets/general_public/expenditure/total/executed")]
    ['30.33万元', '10.12万元']
    """
    units = tuple(reports)
    years = sorted({unit.year for unit in units})
    if len(years) != 1:
        given = ", ".join(map(str, years)) or "none"
        raise InvalidValue("consolidate", "reports", f"expected reports on one year, not {given}")
    report = PerformanceReport(
        year=years[0],
        department=department,
        presentation=_same([unit.presentation for unit in units]),
        budgets=_budgets([unit.budgets for unit in units]),
        final_accounts=_final_accounts([unit.final_accounts for unit in units]),
    )
    return Consolidation(report=report, units=units)


def _budgets(stated: Sequence[Budgets | None]) -> Budgets | None:
    if all(budgets is None for budgets in stated):
        return None

    def account(name: str) -> BudgetAccount | Nil | None:
        return _account([getattr(budgets, name, None) for budgets in stated])

    whole = account("total")
    return Budgets(
        general_public=account("general_public"),
        government_fund=account("government_fund"),
        state_capital=account("state_capital"),
        social_insurance=account("social_insurance"),
        total=whole if isinstance(whole, BudgetAccount) else None,
    )


def _account(stated: Sequence[BudgetAccount | Nil | None]) -> BudgetAccount | Nil | None:
    """Add up accounts; one that says 「无」 adds nothing, one that is silent leaves the rows without figures."""
    accounts = [account for account in stated if not isinstance(account, Nil)]
    known = [account for account in accounts if account is not None]
    if not known:
        return None if accounts else NIL
    return BudgetAccount(
        year=_same([account.year for account in known]),
        opening_balance=_money([getattr(account, "opening_balance", None) for account in accounts]),
        revenue=_line([getattr(account, "revenue", None) for account in accounts]),
        expenditure=_table(Expenditure, [getattr(account, "expenditure", None) for account in accounts]),
        closing_balance=_money([getattr(account, "closing_balance", None) for account in accounts]),
        carry_over=_money([getattr(account, "carry_over", None) for account in accounts]),
        surplus=_money([getattr(account, "surplus", None) for account in accounts]),
        projects=_projects([getattr(account, "projects", None) for account in accounts]),
    )


def _projects(stated: Sequence[Projects | Nil | None]) -> Projects | Nil | None:
    # A list that leaves out the projects of one unit would be taken for the whole.
    if any(projects is None for projects in stated):
        return None
    listed = [projects for projects in stated if isinstance(projects, Projects)]
    if not listed:
        return NIL
    items = tuple(project for projects in listed for project in projects.items)
    return Projects(total=_line([projects.total for projects in listed]), items=items)


def _final_accounts(stated: Sequence[FinalAccounts | None]) -> FinalAccounts | None:
    if all(accounts is None for accounts in stated):
        return None

    def line(name: str) -> BudgetLine | None:
        return _line([getattr(accounts, name, None) for accounts in stated])

    return FinalAccounts(
        revenue=_revenue(stated),
        revenue_total=line("revenue_total"),
        reserves_used=line("reserves_used"),
        opening=_table(Balance, [accounts and accounts.opening for accounts in stated]),
        inflow_total=line("inflow_total"),
        expenditure=_table(Expenditure, [accounts and accounts.expenditure for accounts in stated]),
        surplus_distributed=line("surplus_distributed"),
        closing=_table(Balance, [accounts and accounts.closing for accounts in stated]),
        outflow_total=line("outflow_total"),
    )


def _revenue(stated: Sequence[FinalAccounts | None]) -> tuple[FundingLine, ...]:
    """Add up the rows of revenue by their names, in the order in which they first occur."""
    tables = [dict(zip(_keys(accounts), accounts.revenue if accounts else (), strict=True)) for accounts in stated]
    keys = dict.fromkeys(key for table in tables for key in table)
    rows = []
    for key in keys:
        source, label, code, _ = key
        amounts = _line([table[key].amounts if key in table else None for table in tables])
        rows.append(FundingLine(source=source, label=label, code=code, amounts=amounts or BudgetLine()))
    return tuple(rows)


def _keys(accounts: FinalAccounts | None) -> list[Key]:
    found: list[Key] = []
    seen: dict[tuple[FundingSource, str | None, str | None], int] = {}
    for line in accounts.revenue if accounts else ():
        names = (line.source, line.label, line.code)
        found.append((*names, seen.setdefault(names, 0)))
        seen[names] += 1
    return found


def _table(kind: type[Table], stated: Sequence[Table | None]) -> Table | None:
    """Add up tables of one *kind* row by row."""
    if all(table is None for table in stated):
        return None
    rows: dict[str, Any] = {
        row.name: _line([getattr(table, row.name, None) for table in stated])
        for row in fields(kind)
        if row.name != "extra"
    }
    return kind(**rows)


def _line(stated: Sequence[BudgetLine | None]) -> BudgetLine | None:
    """Add up one row; where a unit has no such row, the row is kept and its figures are not known."""
    if all(line is None for line in stated):
        return None
    return BudgetLine.from_stages(
        {stage: _money([line and line.at(stage) for line in stated]) for stage in BudgetStage}
    )


def _money(stated: Sequence[Money | None]) -> Money | None:
    known = [amount for amount in stated if amount is not None]
    return total(known) if len(known) == len(stated) else None


def _same(values: Sequence[Any]) -> Any:
    """Return what all *values* are; `None` where they differ."""
    return values[0] if all(value == values[0] for value in values) else None


def _at(value: object, way: Sequence[str]) -> object:
    """Follow *way* into *value*; a 「无」 on the way is what stands there."""
    for step in way:
        if value is NIL:
            return NIL
        if isinstance(value, tuple):
            value = value[int(step)] if step.isdecimal() and int(step) < len(value) else None
        else:
            value = getattr(value, step, None) if not step.startswith("_") else None
    return value
