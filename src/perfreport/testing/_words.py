"""What a report says in words: goals, passages and the figures that stand in them."""

from attrs import evolve
from hypothesis import strategies as st

from perfreport.classification import GoalKind
from perfreport.model import Figure, Goals, Passage
from perfreport.testing._derived import Drawing, by_type, text

__all__ = ["figure", "goals", "passage"]

_KINDS = st.sets(st.sampled_from(GoalKind))
_WHOLE = 100


def goals(at: Drawing) -> Goals:
    """Draw the goals of a report: whatever kind is announced is there, or said to be none."""
    found, announced = by_type(at, Goals, announced=()), at.draw(_KINDS)
    return evolve(found, announced=tuple(kind for kind in GoalKind if kind in announced and found.of(kind)))


def figure(at: Drawing) -> Figure:
    """Draw a figure that stands in a text; a share is within its whole, whatever it is a share of."""
    found = by_type(at, Figure)
    quantity = found.quantity
    share = quantity.unit == "%" and quantity.amount >= _WHOLE
    return evolve(found, quantity=evolve(quantity, amount=quantity.amount % _WHOLE)) if share else found


def passage(at: Drawing) -> Passage:
    """Draw a passage; something stands under its heading."""
    found = by_type(at, Passage)
    bare = found.title is not None and not (found.text or found.figures or found.points)
    return evolve(found, text=text(at)) if bare else found
