"""What a report and a form that stands alone have in common."""

from functools import cache
from typing import Protocol

from attrs import has

from perfreport.frozenmap import FrozenMap
from perfreport.model._fields import DocumentExtra, hints

__all__ = ["Document", "is_document"]


class Document(Protocol):
    """A report, or a form that stands alone: what a file holds, and what rules look at."""

    @property
    def year(self) -> int:
        """The fiscal year that it is on."""
        ...

    @property
    def extra(self) -> FrozenMap[str, object]:
        """What it says beyond the fields that are known."""
        ...


@cache
def is_document(kind: type) -> bool:
    """Tell whether values of *kind* stand alone: whether their unknown keys are those of a whole document."""
    return has(kind) and hints(kind).get("extra") == DocumentExtra
