"""
One table of names: what every field and every word of a list is called, in both languages, and where it comes from.

Labels, documentation and everything else that shows a name take it from here.
"""

from perfreport.frozenmap import FrozenMap
from perfreport.vocabulary._forms import FORMS
from perfreport.vocabulary._report import REPORT
from perfreport.vocabulary._terms import Language, Table, Term
from perfreport.vocabulary._words import CLOSED_LISTS

__all__ = ["FIELDS", "WORDS", "Language", "Term"]

#: The fields of every class, by the name of the class and the English key.
FIELDS: FrozenMap[str, Table] = FrozenMap(REPORT | FORMS)

#: The words of every closed list, by the name of the list and the word.
WORDS: FrozenMap[str, Table] = FrozenMap(CLOSED_LISTS)
