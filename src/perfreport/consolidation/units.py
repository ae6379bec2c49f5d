"""
A department made of units: the figures of the units added up, and what each sum was made from.

What a unit does not state is not taken for zero: where one of them is silent, so is the sum. 「无」 adds nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias, TypeVar, final

from attrs import field, frozen

from perfreport._checks import Each, IsA, OrNone
from perfreport.classification import BudgetStage
from perfreport.consolidation.sums import sum_of_amounts, sum_of_lines, sum_of_tables
from perfreport.errors import InvalidValue, shown
from perfreport.findings import because
from perfreport.model import (
    NIL,
    Balance,
    Budget,
    BudgetLine,
    Budgets,
    Department,
    EconomicLine,
    Expenditure,
    FinalAccounts,
    FunctionalLine,
    FundingLine,
    Nil,
    PerformanceReport,
    Projects,
)
from perfreport.money import Money

__all__ = ["Consolidation", "Part", "consolidate"]

#: The lists whose rows are matched by their keys.
_LISTS = ("revenue", "functions", "economic")
Row = TypeVar("Row", FundingLine, FunctionalLine, EconomicLine)
#: A row of a list is known by its names or its code, and by how often these occurred before it.
Key: TypeAlias = tuple[object, ...]


@final
@frozen
class Part:
    """What one unit says of a figure."""

    unit: Department = field(validator=IsA(Department))
    #: The amount; `NIL` where the unit says 「无」, `None` where it says nothing.
    amount: Money | Nil | None = field(validator=OrNone(IsA((Money, Nil))))


@final
@frozen(kw_only=True)
class Consolidation:
    """A report whose figures are the sums of those of its units, with the reports of the units."""

    #: What the units come to together; goals, words and forms are not consolidated.
    report: PerformanceReport = field(validator=IsA(PerformanceReport))
    units: tuple[PerformanceReport, ...] = field(validator=Each(IsA(PerformanceReport)))

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
            reason = because("{given} leads to no figure of the report", given=shown(pointer))
            raise InvalidValue("Consolidation", "pointer", reason)
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
            elif (listed := self._listed(way)) is not None:
                wanted = _keys(_rows(self.report, way[:listed]))[int(way[listed])]
                keys = _keys(_rows(unit, way[:listed]))
                inside[listed] = str(keys.index(wanted)) if wanted in keys else ""
            found = _at(unit, inside)
            yield Part(unit.department, found if isinstance(found, Money | Nil) else None)

    def _listed(self, way: Sequence[str]) -> int | None:
        """Return where *way* picks a row of a list whose rows are matched by their keys."""
        places = (at for at, step in enumerate(way, 1) if step in _LISTS)
        return next((at for at in places if isinstance(_at(self.report, way[:at]), tuple)), None)


def consolidate(reports: Iterable[PerformanceReport], department: Department) -> Consolidation:
    """
    Return the report of *department* that the *reports* of its units add up to.

    Every row of the budgets and of the final accounts is summed stage by stage; the projects stand one after the
    other. A figure that one of the units does not state is `None`, so no sum is ever too small, and
    `Consolidation.parts` shows who was silent. Printed rates are left out: they do not add up, and `BudgetLine.rate`
    computes them. What one unit passes on to another (对附属单位补助支出, 附属单位上缴收入) stays in both.

    Raises:
        InvalidValue: if there is no report, or the years differ.

    >>> from perfreport.model import Budget, Budgets
    >>> def unit(name, spent):
    ...     account = Budget(expenditure=Expenditure(total=BudgetLine(executed=Money.wan(spent))))
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
        given = tuple(years) or because("none")
        raise InvalidValue("consolidate", "reports", because("expected reports on one year, not {given}", given=given))
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

    def account(name: str) -> Budget | Nil | None:
        return _account([getattr(budgets, name, None) for budgets in stated])

    whole = account("total")
    return Budgets(
        general_public=account("general_public"),
        government_fund=account("government_fund"),
        state_capital=account("state_capital"),
        social_insurance=account("social_insurance"),
        total=whole if isinstance(whole, Budget) else None,
    )


def _account(stated: Sequence[Budget | Nil | None]) -> Budget | Nil | None:
    """Add up accounts; one that says 「无」 adds nothing, one that is silent leaves the rows without figures."""
    accounts = [account for account in stated if not isinstance(account, Nil)]
    known = [account for account in accounts if account is not None]
    if not known:
        return None if accounts else NIL
    return Budget(
        year=_same([account.year for account in known]),
        opening_balance=sum_of_amounts([getattr(account, "opening_balance", None) for account in accounts]),
        revenue=sum_of_lines([getattr(account, "revenue", None) for account in accounts]),
        expenditure=sum_of_tables(Expenditure, [getattr(account, "expenditure", None) for account in accounts]),
        functions=_merged([getattr(account, "functions", None) for account in accounts], _function),
        economic=_merged([getattr(account, "economic", None) for account in accounts], _economic),
        closing_balance=sum_of_amounts([getattr(account, "closing_balance", None) for account in accounts]),
        carry_over=sum_of_amounts([getattr(account, "carry_over", None) for account in accounts]),
        surplus=sum_of_amounts([getattr(account, "surplus", None) for account in accounts]),
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
    return Projects(total=sum_of_lines([projects.total for projects in listed]), items=items)


def _final_accounts(stated: Sequence[FinalAccounts | None]) -> FinalAccounts | None:
    if all(accounts is None for accounts in stated):
        return None

    def line(name: str) -> BudgetLine | None:
        return sum_of_lines([getattr(accounts, name, None) for accounts in stated])

    return FinalAccounts(
        revenue=_merged([accounts and accounts.revenue for accounts in stated], _revenue),
        revenue_total=line("revenue_total"),
        reserves_used=line("reserves_used"),
        opening_balance=sum_of_tables(Balance, [accounts and accounts.opening_balance for accounts in stated]),
        inflow_total=line("inflow_total"),
        expenditure=sum_of_tables(Expenditure, [accounts and accounts.expenditure for accounts in stated]),
        functions=_merged([accounts and accounts.functions for accounts in stated], _function),
        economic=_merged([accounts and accounts.economic for accounts in stated], _economic),
        surplus_distributed=line("surplus_distributed"),
        closing_balance=sum_of_tables(Balance, [accounts and accounts.closing_balance for accounts in stated]),
        outflow_total=line("outflow_total"),
    )


def _merged(stated: Sequence[Sequence[Row] | None], add: Callable[[list[Row | None]], Row]) -> tuple[Row, ...]:
    """Add up the rows of lists by their keys, in the order in which they first occur."""
    tables = [dict(zip(_keys(rows or ()), rows or (), strict=True)) for rows in stated]
    keys = dict.fromkeys(key for table in tables for key in table)
    return tuple(add([table.get(key) for table in tables]) for key in keys)


def _revenue(rows: list[FundingLine | None]) -> FundingLine:
    first = next(row for row in rows if row is not None)
    amounts = sum_of_lines([row and row.amounts for row in rows]) or BudgetLine()
    return FundingLine(source=first.source, label=first.label, code=first.code, amounts=amounts)


def _function(rows: list[FunctionalLine | None]) -> FunctionalLine:
    known = [row for row in rows if row is not None]
    tables = sum_of_tables(Expenditure, [row and row.expenditure for row in rows]) or Expenditure()
    return FunctionalLine(code=known[0].code, name=_same([row.name for row in known]), expenditure=tables)


def _economic(rows: list[EconomicLine | None]) -> EconomicLine:
    known = [row for row in rows if row is not None]
    amounts = sum_of_lines([row and row.amounts for row in rows]) or BudgetLine()
    return EconomicLine(code=known[0].code, name=_same([row.name for row in known]), amounts=amounts)


def _keys(rows: Sequence[FundingLine | FunctionalLine | EconomicLine]) -> list[Key]:
    found: list[Key] = []
    seen: dict[Key, int] = {}
    for row in rows:
        names: Key = (row.source, row.label, row.code) if isinstance(row, FundingLine) else (row.code,)
        found.append((*names, seen.setdefault(names, 0)))
        seen[names] += 1
    return found


def _same(values: Sequence[Any]) -> Any:
    """Return what all *values* are; `None` where they differ."""
    return values[0] if all(value == values[0] for value in values) else None


def _rows(report: PerformanceReport, way: Sequence[str]) -> Sequence[Any]:
    rows = _at(report, way)
    return rows if isinstance(rows, tuple) else ()


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
