"""What things are called: a term in both languages, and the form or law that it comes from."""

from typing import Literal, TypeAlias, final

from attrs import frozen

__all__ = ["Language", "Term"]

Language: TypeAlias = Literal["zh", "en"]


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

    def label(self, language: Language) -> str:
        """Return the label in *language*."""
        return self.zh if language == "zh" else self.en

    @property
    def printed(self) -> str:
        """What the form prints over the field."""
        return self.heading or self.zh
