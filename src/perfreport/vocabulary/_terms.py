"""What a name is: a term in both languages, and where it comes from."""

from typing import Literal, TypeAlias, final

from attrs import frozen

from perfreport.frozenmap import FrozenMap

__all__ = ["Language", "Table", "Term", "table"]

Language: TypeAlias = Literal["zh", "en"]


@final
@frozen
class Term:
    """The names of one field or word, and the form or law that it comes from."""

    #: The Chinese key, which is also the Chinese label.
    zh: str
    en: str
    source: str

    def label(self, language: Language) -> str:
        """Return the label in *language*."""
        return self.zh if language == "zh" else self.en


#: Terms by their keys.
Table: TypeAlias = FrozenMap[str, Term]


def table(**rows: tuple[str, str, str]) -> Table:
    """Return a table of terms: key, Chinese, English, source."""
    return FrozenMap({key: Term(*names) for key, names in rows.items()})
