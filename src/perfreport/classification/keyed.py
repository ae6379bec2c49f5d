"""Words that also name a field."""

from enum import StrEnum
from functools import cached_property

__all__ = ["Keyed"]


class Keyed(StrEnum):
    """A word of a closed list that also names a field of a value."""

    @cached_property
    def key(self) -> str:
        """The name of the field that holds what belongs to this word: ``final_account`` for ``final-account``."""
        return self.value.replace("-", "_")
