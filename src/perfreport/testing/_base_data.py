"""The base data of a department: costs in three columns whose rows add up, and the control rates that follow."""

from attrs import evolve
from hypothesis import strategies as st

from perfreport.model import (
    Buildings,
    CostRow,
    NamedCost,
    Procurement,
    ProjectCosts,
    PublicCosts,
    Staffing,
    ThreePublic,
)
from perfreport.quantity import Quantity, Rate
from perfreport.testing._derived import BOOLEANS, STEPS, Drawing, by_type, money_at
from perfreport.testing._rows import percent

__all__ = ["buildings", "procurement", "project_costs", "public_costs", "staffing", "three_public"]

#: 上年决算数, 本年预算数, 本年决算数 in steps.
_Cost = tuple[int, int, int]

_PEOPLE, _SIZES = st.integers(0, 10_000), st.integers(0, 2)


def staffing(at: Drawing) -> Staffing:
    """Draw posts and people, and the control rate that follows where both are stated."""
    found = by_type(at, Staffing, authorized=at.draw(_PEOPLE), control_rate=None)
    if found.actual is None or found.authorized is None:
        return found
    # People have posts: those that are drawn are vacant.
    found = evolve(found, actual=found.authorized, authorized=found.authorized + at.draw(_PEOPLE))
    return evolve(found, control_rate=_printed(at, found.rate()))


def buildings(at: Drawing) -> Buildings:
    """Draw approved and actual buildings, and the control rates that follow."""
    found = by_type(at, Buildings, area_control_rate=None, investment_control_rate=None)
    area, investment = _printed(at, found.area_rate()), _printed(at, found.investment_rate())
    return evolve(found, area_control_rate=area, investment_control_rate=investment)


def three_public(at: Drawing) -> ThreePublic:
    """Draw 三公经费: the total is its three parts, and vehicles are bought and run."""
    purchase, running, overseas, hospitality = (_cost(at) for _ in range(4))
    vehicles = _added(purchase, running)
    return by_type(
        at,
        ThreePublic,
        total=_row(at, _added(vehicles, overseas, hospitality)),
        vehicles=_row(at, vehicles),
        vehicle_purchase=_row(at, purchase),
        vehicle_running=_row(at, running),
        overseas=_row(at, overseas),
        hospitality=_row(at, hospitality),
    )


def project_costs(at: Drawing) -> ProjectCosts:
    """Draw the costs of projects in their three groups, with the total over them."""
    groups = [[_cost(at) for _ in range(at.draw(_SIZES))] for _ in range(3)]
    named = [tuple(by_type(at, NamedCost, costs=_row(at, cost)) for cost in group) for group in groups]
    total = _row(at, _added(*(cost for group in groups for cost in group)))
    return by_type(at, ProjectCosts, total=total, business=named[0], maintenance=named[1], special_funds=named[2])


def public_costs(at: Drawing) -> PublicCosts:
    """Draw public running costs: the total is the listed parts and more."""
    office, utilities, meetings, training, rest = (_cost(at) for _ in range(5))
    both = _added(meetings, training)
    return by_type(
        at,
        PublicCosts,
        total=_row(at, _added(office, utilities, both, rest)),
        office=_row(at, office),
        utilities_and_travel=_row(at, utilities),
        meetings_and_training=_row(at, both),
        meetings=_row(at, meetings),
        training=_row(at, training),
    )


def procurement(at: Drawing) -> Procurement:
    """Draw procurement: goods, works and services make the total, and small business has a part of it."""
    goods, works, services = (_cost(at) for _ in range(3))
    rows = {"goods": goods, "works": works, "services": services, "small_business": goods}
    lines = {name: _row(at, cost) for name, cost in rows.items()}
    return by_type(at, Procurement, total=_row(at, _added(goods, works, services)), **lines)


def _printed(at: Drawing, rate: Rate | None) -> Quantity | None:
    return percent(rate) if at.draw(BOOLEANS) else None


def _cost(at: Drawing) -> _Cost:
    return at.draw(STEPS), at.draw(STEPS), at.draw(STEPS)


def _added(*costs: _Cost) -> _Cost:
    previous, budget, final = (sum(column) for column in zip((0, 0, 0), *costs, strict=True))
    return previous, budget, final


def _row(at: Drawing, cost: _Cost) -> CostRow:
    previous, budget, final = (money_at(at.page, steps) for steps in cost)
    return by_type(at, CostRow, previous=previous, budget=budget, final_account=final)
