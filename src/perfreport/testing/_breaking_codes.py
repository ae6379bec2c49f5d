"""Strategies of reports that break one rule of codes, and nothing else."""

from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st

from perfreport.codes.books import department_economic, functional
from perfreport.model import EconomicLine, FinalAccounts, FunctionalLine, PerformanceReport
from perfreport.testing._breaking_sums import Breaker
from perfreport.testing._plain import account, plain_report, wan

__all__ = ["CODE_BREAKERS"]

#: A year of which both books speak.
_YEAR = 2024
#: A figure, so that the chapter is not empty.
_LEFT = wan(Decimal(1))


def _coded(draw: st.DrawFn, *rows: tuple[str, str | None], functions: bool | None = None) -> PerformanceReport:
    """Return a report with one table of these codes and names, by function or by economic item."""
    if functions is None:
        functions = draw(st.booleans())
    if functions:
        lines = tuple(FunctionalLine(code=code, name=name) for code, name in rows)
        if draw(st.booleans()):
            return evolve(plain_report(final_accounts=FinalAccounts(functions=lines)), year=_YEAR)
        return evolve(account(functions=lines, closing_balance=_LEFT), year=_YEAR)
    items = tuple(EconomicLine(code=code, name=name) for code, name in rows)
    return evolve(account(economic=items, closing_balance=_LEFT), year=_YEAR)


def _misnamed(draw: st.DrawFn) -> PerformanceReport:
    functions = draw(st.booleans())
    book = functional() if functions else department_economic()
    known = [entry for entry in book if entry.source.confirmed and entry.in_force(_YEAR)]
    return _coded(draw, (draw(st.sampled_from(known)).code, "另一科目"), functions=functions)


def _unknown(draw: st.DrawFn) -> PerformanceReport:
    return _coded(draw, *[(code, None) for code in draw(st.sampled_from([("99901",), ("99901", "99902"), ("888",)]))])


def _misshapen(draw: st.DrawFn) -> PerformanceReport:
    if draw(st.booleans()):
        return _coded(draw, ("2012901", None), functions=False)
    return _coded(draw, (draw(st.sampled_from(["301 2", "30", "办公费", "3020", "302011"])), None))


#: What breaks each rule, by its code and the name of the case.
CODE_BREAKERS: dict[tuple[str, str], Breaker] = {
    ("CODE001", ""): _misnamed,
    ("CODE002", ""): _unknown,
    ("CODE003", ""): _misshapen,
    ("CODE004", ""): lambda draw: _coded(draw, ("301", None), ("301", None), functions=False),
}
