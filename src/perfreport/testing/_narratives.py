"""Strategies for what a report says in words: goals, passages and the figures that stand in them."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache

from hypothesis import strategies as st

from perfreport.classification import GoalKind
from perfreport.model import NIL, Figure, Goal, Goals, Narrative, Nil, Passage
from perfreport.testing._rows import NOTHING, tuples
from perfreport.testing._values import quantities, texts

__all__ = ["figures", "goals", "narratives", "passages", "single_goals"]


@cache
def single_goals() -> st.SearchStrategy[Goal]:
    """Draw goals."""
    return st.builds(Goal, text=texts(), project=st.none() | texts(), extra=NOTHING)


@cache
def goals() -> st.SearchStrategy[Goals]:
    """Draw the goals of a report: whatever kind is announced is there, or said to be none."""
    held = st.none() | st.just(NIL) | tuples(single_goals(), min_size=1)
    return st.builds(_goals, st.fixed_dictionaries(dict.fromkeys(GoalKind, held)), st.sets(st.sampled_from(GoalKind)))


@cache
def figures() -> st.SearchStrategy[Figure]:
    """Draw figures that stand in a text."""
    years = st.none() | st.integers(1990, 2030)
    return st.builds(Figure, about=texts(), quantity=quantities(), year=years, extra=NOTHING)


@cache
def passages(depth: int = 1) -> st.SearchStrategy[Passage]:
    """Draw passages with points inside them up to *depth* deep; under every heading stands a text."""
    points: st.SearchStrategy[tuple[Passage, ...]] = tuples(passages(depth - 1)) if depth else st.just(())
    return st.builds(
        Passage,
        title=st.none() | texts(),
        text=texts(),
        figures=tuples(figures()),
        points=points,
        extra=NOTHING,
    )


@cache
def narratives() -> st.SearchStrategy[Narrative]:
    """Draw the written sections of a report."""
    section = st.none() | st.just(NIL) | tuples(passages())
    names = ("achievements", "special_funds", "problems", "measures", "disclosure", "other")
    return st.builds(Narrative, extra=NOTHING, **dict.fromkeys(names, section))


def _goals(held: Mapping[GoalKind, tuple[Goal, ...] | Nil | None], announced: AbstractSet[GoalKind]) -> Goals:
    there = tuple(kind for kind in GoalKind if kind in announced and held[kind] is not None)
    overall, special_fund, project = (held[kind] for kind in GoalKind)
    return Goals(announced=there, overall=overall, special_fund=special_fund, project=project)
