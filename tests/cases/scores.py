"""Indicators as their cells say them, and policies with other freedoms."""

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from perfreport.model import Indicator
from perfreport.money import Money
from perfreport.quantity import Actual, Rate, Target
from perfreport.scoring import (
    DEPLOYED,
    MOF_2020,
    POLICIES,
    OverAchievement,
    Score,
    ScoringPolicy,
    score,
)

EVERY_POLICY = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
RATIO_POLICIES = pytest.mark.parametrize("policy", [MOF_2020, DEPLOYED], ids=["mof-2020", "deployed"])
STRICT = evolve(MOF_2020, met_at_equality=False)
REDUCE = evolve(MOF_2020, over_achievement=OverAchievement.REDUCE)
LIFTED = evolve(MOF_2020, capped=False)


def indicator(weight: str | None, target: str | None, actual: str | None, **said: Any) -> Indicator:
    return Indicator(
        **{"name": "指标", **said},
        weight=None if weight is None else Decimal(weight),
        target=None if target is None else Target.parse(target),
        actual=None if actual is None else Actual.parse(actual),
    )


def rate(executed: str, budget: str) -> Rate:
    """Return what was executed of a budget, both in 万元."""
    return Rate.of(Money.wan(executed), Money.wan(budget))


def scored(weight: str, target: str | None, actual: str | None, policy: ScoringPolicy = MOF_2020, **said: Any) -> Score:
    return score(indicator(weight, target, actual, **said), policy)
