"""
What every field and every word of a list is called, in both languages, and where it comes from.

The names of fields stand on the fields themselves and are gathered here; those of words stand in `WORDS`.
"""

from perfreport import model
from perfreport.frozenmap import FrozenMap
from perfreport.model._fields import terms
from perfreport.money import Money, Presentation
from perfreport.names import Language, Term
from perfreport.quantity import Actual, Deadline, Quantity, Rate, Target
from perfreport.vocabulary._words import CLOSED_LISTS, Table

__all__ = ["FIELDS", "WORDS", "Language", "Term"]

_LEAVES: tuple[type, ...] = (Money, Presentation, Quantity, Rate, Target, Actual, Deadline)

#: The fields of every class, by the name of the class and the English key.
FIELDS: FrozenMap[str, Table] = FrozenMap({kind.__name__: terms(kind) for kind in (*model.CLASSES, *_LEAVES)})

#: The words of every closed list, by the name of the list and the word.
WORDS: FrozenMap[str, Table] = FrozenMap(CLOSED_LISTS)
