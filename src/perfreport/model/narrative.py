"""What a report says in words, with the figures that stand in them."""

from collections.abc import Iterator
from typing import Any, final

from attrs import Attribute, field, frozen

from perfreport.checks import each, is_a, optional, said, within
from perfreport.frozenmap import FrozenMap
from perfreport.model.extra import Extra, unknown_keys
from perfreport.model.lines import YEARS, Way
from perfreport.model.nil import Nil, nil_or_each
from perfreport.quantity import Quantity

__all__ = ["Figure", "Narrative", "Passage"]


@final
@frozen(kw_only=True)
class Figure:
    """One number that stands in a text, with what it is about: 51名 new members."""

    about: str = field(validator=said)
    quantity: Quantity = field(validator=is_a(Quantity))
    #: The year that the number speaks of, where it is not the year of the report.
    year: int | None = field(default=None, validator=optional(within(*YEARS)))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


def _passages(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    each(is_a(Passage))(instance, attribute, value)


@final
@frozen(kw_only=True)
class Passage:
    """A piece of text under a heading or a mark such as 一是, with its figures and with the pieces inside it."""

    title: str | None = field(default=None, validator=optional(said))
    text: str | None = field(default=None, validator=optional(said))
    figures: tuple[Figure, ...] = field(default=(), validator=each(is_a(Figure)))
    points: "tuple[Passage, ...]" = field(default=(), validator=_passages)
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)


@final
@frozen(kw_only=True)
class Narrative:
    """The written sections of a report; an empty tuple is a heading under which nothing stands."""

    #: 部门整体支出绩效情况
    achievements: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 专项资金支出绩效情况
    special_funds: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 存在的问题及原因分析
    problems: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 下一步改进措施
    measures: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 绩效自评结果拟应用和公开情况
    disclosure: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    #: 其他需要说明的情况
    other: tuple[Passage, ...] | Nil | None = field(default=None, validator=nil_or_each(Passage))
    extra: Extra = field(factory=FrozenMap, validator=unknown_keys)

    def passages(self) -> Iterator[tuple[Way, Passage]]:
        """Yield every passage of every section, those inside others too, each with the way that leads to it."""
        # A stack instead of recursion: how deep a text nests is not ours to trust.
        stack: list[tuple[Way, Passage]] = []
        for section in reversed(SECTIONS):
            listed = getattr(self, section)
            stack += reversed(
                [((section, at), passage) for at, passage in enumerate(listed)] if isinstance(listed, tuple) else []
            )
        while stack:
            way, passage = stack.pop()
            yield way, passage
            stack += reversed([((*way, "points", at), point) for at, point in enumerate(passage.points)])


#: The fields of `Narrative`, in the order of the official outline.
SECTIONS = ("achievements", "special_funds", "problems", "measures", "disclosure", "other")
