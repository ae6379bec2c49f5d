"""Figures that cannot all be right, and what was likely meant, for people and for machines."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from perfreport import messages
from perfreport.cli._data import plain
from perfreport.cli._output import indented, said
from perfreport.messages import Reader, say
from perfreport.reconciliation import Conflict

__all__ = ["as_data", "as_text"]

_INDENT = 4
#: So many suggestions are told.
_TOLD = 3


def as_text(conflicts: Sequence[Conflict], locale: Reader, document: object = None) -> Iterator[RenderableType]:
    """
    Yield what contradicts what for a reader of *locale*: the figures, and for some of them what was likely meant.

    Places are named by what stands in the *document*, if it is given.
    """
    for conflict in conflicts:
        yield said((say("contradiction", locale, codes=say("and", locale).join(conflict.codes)), "bold red"))
        places = [messages.place(figure.pointer, locale, document) for figure in conflict.figures]
        amounts = [messages.fact(figure.money, locale) for figure in conflict.figures]
        left, right = (max(said(text).cells for text in column) for column in (places, amounts))
        for place, amount in zip(places, amounts, strict=True):
            blank = " " * (left - said(place).cells + 2 + right - said(amount).cells)
            yield indented(said((place, "dim"), blank, amount), _INDENT)
        # The likeliest amount of each figure.
        best = {suggestion.pointer: suggestion for suggestion in reversed(conflict.suggestions)}
        for suggestion in [one for one in conflict.suggestions if best[one.pointer] is one][:_TOLD]:
            yield indented(said(messages.meant(suggestion, locale, document)), _INDENT)


def as_data(conflict: Conflict, locale: Reader, document: object = None) -> dict[str, object]:
    """Return *conflict* as plain data, with its places in words for a reader of *locale*."""
    return {
        "codes": list(conflict.codes),
        "wholes": list(conflict.wholes),
        "judged_jointly": conflict.judged_jointly,
        "figures": [
            {
                "pointer": figure.pointer,
                "place": messages.place(figure.pointer, locale, document),
                "printed": plain(figure.money),
                "low": plain(figure.low),
                "high": plain(figure.high),
                "settles": figure.settles,
            }
            for figure in conflict.figures
        ],
        "suggestions": [
            {
                "pointer": suggestion.pointer,
                "place": messages.place(suggestion.pointer, locale, document),
                "printed": plain(suggestion.printed),
                "value": plain(suggestion.value),
                "slips": [kind.value for kind in suggestion.kinds],
                "settles": suggestion.settles,
            }
            for suggestion in conflict.suggestions[:_TOLD]
        ],
    }
