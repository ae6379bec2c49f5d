"""Strategies for the base data of a department: costs in three columns, posts and people, buildings."""

from collections.abc import Callable
from functools import cache
from typing import TypeAlias, TypeVar

from attrs import evolve
from hypothesis import strategies as st

from perfreport.model import (
    BaseData,
    Buildings,
    CostRow,
    NamedCost,
    Procurement,
    ProjectCosts,
    PublicCosts,
    Staffing,
    ThreePublic,
)
from perfreport.money import Presentation
from perfreport.numerals import EXACT
from perfreport.quantity import Quantity, Rate
from perfreport.testing._rows import BOOLEANS, NOTHING, STEPS, money_at, on_page
from perfreport.testing._signatures import signatures
from perfreport.testing._values import texts

__all__ = [
    "base_data",
    "buildings",
    "cost_rows",
    "named_costs",
    "procurement",
    "project_costs",
    "public_costs",
    "staffing",
    "three_public",
]

Made = TypeVar("Made")

#: 上年决算数, 本年预算数, 本年决算数 in steps.
_Cost: TypeAlias = tuple[int, int, int]

_SILENT_OR = st.none() | texts()


@cache
def staffing() -> st.SearchStrategy[Staffing]:
    """Draw posts and people, with the control rate that follows."""

    def made(actual: int, vacant: int, *, rated: bool) -> Staffing:
        drawn = Staffing(authorized=actual + vacant, actual=actual)
        return evolve(drawn, control_rate=_percent(drawn.rate())) if rated else drawn

    return st.builds(made, st.integers(0, 10_000), st.integers(0, 10_000), rated=BOOLEANS)


def cost_rows(presentation: Presentation | None = None) -> st.SearchStrategy[CostRow]:
    """Draw one row of costs."""
    return on_page(presentation, lambda draw, page: _yearly(page, _cost(draw)))


def named_costs(presentation: Presentation | None = None) -> st.SearchStrategy[NamedCost]:
    """Draw a named row of costs."""
    return st.builds(NamedCost, name=texts(), costs=cost_rows(presentation), extra=NOTHING)


def three_public(presentation: Presentation | None = None) -> st.SearchStrategy[ThreePublic]:
    """Draw 三公经费: the total is its three parts, and vehicles are bought and run."""

    def drawn(draw: st.DrawFn, page: Presentation) -> ThreePublic:
        purchase, running, overseas, hospitality = (_cost(draw) for _ in range(4))
        vehicles = _added(purchase, running)
        return _costs(
            ThreePublic,
            page,
            total=_added(vehicles, overseas, hospitality),
            vehicles=vehicles,
            vehicle_purchase=purchase,
            vehicle_running=running,
            overseas=overseas,
            hospitality=hospitality,
        )

    return on_page(presentation, drawn)


def project_costs(presentation: Presentation | None = None) -> st.SearchStrategy[ProjectCosts]:
    """Draw the costs of projects in their three groups, with the total over them."""

    def drawn(draw: st.DrawFn, page: Presentation) -> ProjectCosts:
        groups = [[_cost(draw) for _ in range(draw(st.integers(0, 2)))] for _ in range(3)]
        named = [tuple(NamedCost(name=draw(texts()), costs=_yearly(page, cost)) for cost in group) for group in groups]
        total = _added(*(cost for group in groups for cost in group))
        return ProjectCosts(total=_yearly(page, total), business=named[0], maintenance=named[1], special_funds=named[2])

    return on_page(presentation, drawn)


def public_costs(presentation: Presentation | None = None) -> st.SearchStrategy[PublicCosts]:
    """Draw public running costs: the total is the listed parts and more."""

    def drawn(draw: st.DrawFn, page: Presentation) -> PublicCosts:
        office, utilities, meetings, training, rest = (_cost(draw) for _ in range(5))
        both = _added(meetings, training)
        return _costs(
            PublicCosts,
            page,
            total=_added(office, utilities, both, rest),
            office=office,
            utilities_and_travel=utilities,
            meetings_and_training=both,
            meetings=meetings,
            training=training,
        )

    return on_page(presentation, drawn)


def procurement(presentation: Presentation | None = None) -> st.SearchStrategy[Procurement]:
    """Draw procurement: goods, works and services make the total, and small business has a part of it."""

    def drawn(draw: st.DrawFn, page: Presentation) -> Procurement:
        goods, works, services = (_cost(draw) for _ in range(3))
        total = _added(goods, works, services)
        return _costs(Procurement, page, total=total, goods=goods, works=works, services=services, small_business=goods)

    return on_page(presentation, drawn)


def buildings(presentation: Presentation | None = None) -> st.SearchStrategy[Buildings]:
    """Draw approved and actual buildings, with the control rates that follow."""

    def drawn(draw: st.DrawFn, page: Presentation) -> Buildings:
        made = Buildings(
            approved_area=EXACT.divide(draw(STEPS), 100),
            actual_area=EXACT.divide(draw(STEPS), 100),
            approved_investment=money_at(page, draw(STEPS)),
            actual_investment=money_at(page, draw(STEPS)),
        )
        area, investment = _percent(made.area_rate()), _percent(made.investment_rate())
        return evolve(made, area_control_rate=area, investment_control_rate=investment)

    return on_page(presentation, drawn)


def base_data(presentation: Presentation | None = None, *, year: int = 2022) -> st.SearchStrategy[BaseData]:
    """Draw the base data of a department."""

    def drawn(draw: st.DrawFn, page: Presentation) -> BaseData:
        def some(strategy: st.SearchStrategy[Made]) -> Made | None:
            return draw(strategy) if draw(BOOLEANS) else None

        return BaseData(
            year=year,
            department=draw(_SILENT_OR),
            presentation=page if draw(BOOLEANS) else None,
            staffing=some(staffing()),
            three_public=some(three_public(page)),
            projects=some(project_costs(page)),
            public_costs=some(public_costs(page)),
            procurement=some(procurement(page)),
            basic_adjustment=some(cost_rows(page)),
            buildings=some(buildings(page)),
            thrift=draw(_SILENT_OR),
            signature=some(signatures()),
        )

    return on_page(presentation, drawn)


def _percent(rate: Rate | None) -> Quantity | None:
    percent = None if rate is None else rate.percent()
    return None if percent is None else Quantity(percent, "%")


def _cost(draw: st.DrawFn) -> _Cost:
    return draw(STEPS), draw(STEPS), draw(STEPS)


def _added(*costs: _Cost) -> _Cost:
    previous, budget, final = (sum(column) for column in zip((0, 0, 0), *costs, strict=True))
    return previous, budget, final


def _yearly(page: Presentation, cost: _Cost) -> CostRow:
    previous, budget, final = (money_at(page, steps) for steps in cost)
    return CostRow(previous=previous, budget=budget, final_account=final)


def _costs(kind: Callable[..., Made], page: Presentation, **rows: _Cost) -> Made:
    return kind(**{name: _yearly(page, cost) for name, cost in rows.items()})
