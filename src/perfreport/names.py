"""What things are called: a term in both languages, and the form or law that it comes from."""

from typing import Protocol, final

from attrs import frozen

__all__ = ["Language", "Term"]


class Language(Protocol):
    """What says a text that is written in Chinese and in English in the words of its own readers."""

    def pick(self, zh: str, en: str) -> str:
        """Return what is said in this language for a text that is *zh* in Chinese and *en* in English."""
        ...


@final
@frozen
class Term:
    """
    The names of one field or word.

    It stands on the line of the field, in its type: ``name: Annotated[str, Term("项目名称", "Project")]``.
    """

    #: The Chinese key, which is also the Chinese label; no two fields of a class share one.
    zh: str
    en: str
    #: The form or law that it comes from; '' where the class says it for all of its fields (``SOURCE``).
    source: str = ""
    #: What the form prints where that is another word; headings may repeat within a form.
    heading: str | None = None
    #: Whether a place leaves it out when more follows: 支出情况 › 基本支出 is 基本支出.
    silent: bool = False

    def label(self, language: Language) -> str:
        """Return the label in *language*."""
        return language.pick(self.zh, self.en)

    @property
    def printed(self) -> str:
        """What the form prints over the field."""
        return self.heading or self.zh
