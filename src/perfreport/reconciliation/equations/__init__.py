"""
The equations that the figures of a document have to satisfy (勾稽关系): a whole and its parts, each with its place.

They are rows of one table, `FAMILIES`. Silence is never zero: every figure of an `Identity` is stated, and a `Relation`
is an equation of which some are silent. Each family has the code of the rule that judges it.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from perfreport.model import Document, walk
from perfreport.reconciliation.equations._core import Family, Identity, Levels, Relation, Sum
from perfreport.reconciliation.equations._engine import equations
from perfreport.reconciliation.equations._table import FAMILIES

__all__ = ["FAMILIES", "Family", "Identity", "Levels", "Relation", "Sum", "equations", "identities", "relations"]


def relations(document: Document, families: Iterable[Family] = FAMILIES) -> Iterator[tuple[str, Identity | Relation]]:
    """Yield every equation of *document*, also those of which some figure is silent, with the code of its family."""
    for family in families:
        for found in equations(family, partial(walk.each, document)):
            yield family.code, found


def identities(document: Document, families: Iterable[Family] = FAMILIES) -> Iterator[tuple[str, Identity]]:
    """Yield every equation between stated figures of *document*, with the code of its family."""
    for code, found in relations(document, families):
        if isinstance(found, Identity):
            yield code, found
