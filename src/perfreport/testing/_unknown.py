"""Keys that no field has, planted in a document wherever there is an object."""

from typing import Any, TypeVar

from hypothesis import strategies as st

from perfreport.frozenmap import FrozenMap
from perfreport.model import CLASSES
from perfreport.model._fields import hints
from perfreport.model.walk import at, each, put
from perfreport.money import Money, Presentation
from perfreport.places import Way
from perfreport.quantity import Actual, Target
from perfreport.testing._values import unknown

__all__ = ["planted"]

Document = TypeVar("Document")

#: Objects of a file without unknown keys of their own: they are kept beside the value, under its name.
_LEAVES = (Money, Presentation, Target, Actual)


def planted(draw: st.DrawFn, document: Document) -> Document:
    """Return *document* with unknown keys in objects of up to three classes, and in the leaves that stand in these."""
    ways: dict[type, list[Way]] = {kind: [way for way, _, _ in each(document, kind)] for kind in CLASSES}
    # The class is chosen first: most objects of a report are rows of tables.
    there = st.sampled_from([kind for kind, found in ways.items() if found])
    for kind in draw(st.lists(there, unique=True, max_size=3)):
        way = draw(st.sampled_from(ways[kind]))
        document = put(document, (*way, "extra"), _keys(draw, at(document, way)))
    return document


def _keys(draw: st.DrawFn, found: Any) -> FrozenMap[str, object]:
    kind: Any = type(found)
    leaves = [name for name in hints(kind) if type(getattr(found, name)) in _LEAVES]
    inside = {name: keys for name in leaves if draw(st.booleans()) and (keys := draw(unknown()))}
    # In the order of a document that was read: a round trip keeps also that.
    return FrozenMap({**draw(unknown()), **inside})
