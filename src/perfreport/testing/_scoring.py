"""Strategies for what is computed from reports: policies, scores, totals, grade schemes, consolidations."""

from functools import cache
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from perfreport.consolidation import Consolidation, Part, consolidate
from perfreport.model import NIL
from perfreport.numerals import EXACT
from perfreport.quantity import Operator
from perfreport.scoring import (
    POLICIES,
    SCHEMES,
    GradeScheme,
    NoRatio,
    OverAchievement,
    Score,
    ScoringPolicy,
    Total,
    score,
    total_score,
)
from perfreport.testing._indicators import single_indicators
from perfreport.testing._reports import departments, reports
from perfreport.testing._values import money

__all__ = ["consolidations", "grade_schemes", "parts", "scores", "scoring_policies", "totals"]


def _changed(policy: ScoringPolicy, **given: Any) -> ScoringPolicy:
    return evolve(policy, **given)


@cache
def scoring_policies() -> st.SearchStrategy[ScoringPolicy]:
    """Draw policies: the official ones, and local ones that use the freedoms of the rules."""
    local: st.SearchStrategy[ScoringPolicy] = st.builds(
        _changed,
        st.sampled_from(list(POLICIES.values())),
        name=st.just("local"),
        pass_line=st.none() | st.integers(0, 9).map(lambda tenths: EXACT.divide(tenths, 10)),
        met_at_equality=st.booleans(),
        over_achievement=st.sampled_from(OverAchievement),
        over_threshold=st.integers(11, 30).map(lambda tenths: EXACT.divide(tenths, 10)),
        zero_target=st.sampled_from(NoRatio),
        unsigned=st.none() | st.sampled_from(Operator),
        places=st.integers(0, 4),
    )
    return st.sampled_from(list(POLICIES.values())) | local


@cache
def grade_schemes() -> st.SearchStrategy[GradeScheme]:
    """Draw grade schemes, grading what is printed or what was computed."""
    schemes = st.sampled_from(list(SCHEMES.values()))
    return st.builds(lambda scheme, rounded: evolve(scheme, rounded=rounded), schemes, st.booleans())


@cache
def scores() -> st.SearchStrategy[Score]:
    """Draw the scores of indicators, decided, bounded by a band, and undecided."""
    return st.builds(score, single_indicators(), scoring_policies())


@cache
def totals() -> st.SearchStrategy[Total]:
    """Draw the totals of a few scores."""
    return st.lists(scores(), max_size=4).map(total_score)


@cache
def parts() -> st.SearchStrategy[Part]:
    """Draw what one unit says of a figure."""
    return st.builds(Part, departments(), st.none() | st.just(NIL) | money())


@cache
def consolidations() -> st.SearchStrategy[Consolidation]:
    """Draw departments made of one to three units that report on one year."""
    units = st.lists(reports(max_projects=2, max_forms=0), min_size=1, max_size=3)
    return st.builds(
        lambda found, department: consolidate([evolve(unit, year=found[0].year) for unit in found], department),
        units,
        departments(),
    )
