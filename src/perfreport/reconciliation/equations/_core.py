"""What an equation is: as a row of data, and as it stands in a document."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias, final

from attrs import frozen

from perfreport.money import Money, Presentation
from perfreport.places import Way

__all__ = ["Family", "Identity", "Levels", "Picked", "Placed", "Relation", "Sum"]

#: A place and what is stated there.
Placed: TypeAlias = tuple[Way, Money | None]
#: Chooses the rows of a list that add up, by their numbers.
Picked: TypeAlias = Callable[[Sequence[Any]], Sequence[int]]


@final
@frozen(kw_only=True)
class Sum:
    """
    A whole and its parts, wherever one of the `owners` stands.

    Paths lead through the fields of the owner, ``*`` for every item of a list. They end at an amount or at a row or
    table of amounts, which is judged column by column. What says 「无」 on the way adds nothing; what is silent is not
    known, and never zero.
    """

    owners: tuple[type, ...]
    #: The whole; where it is silent in a column, the next path takes its place.
    whole: tuple[str, ...]
    parts: tuple[str, ...]
    #: Parts that are counted where they are there; no table has to list them.
    optional: tuple[str, ...] = ()
    #: Parts that are taken off.
    taken_off: tuple[str, ...] = ()
    #: Which items of the list behind ``*`` are added; all of them unless said.
    picked: Picked | None = None
    #: The columns that are judged; all of them unless said.
    columns: tuple[str, ...] | None = None


@final
@frozen(kw_only=True)
class Levels:
    """Rows with codes: a code is the sum of the codes of the next level that begin with it."""

    owners: tuple[type, ...]
    #: The list of rows, and the amounts of each.
    rows: str
    amounts: str
    #: How many digits a code has, and how many those that it is the sum of.
    digits: tuple[tuple[int, int], ...]


@final
@frozen(kw_only=True)
class Family:
    """Equations of one kind (勾稽关系): what must add up, who says so, and how it is told."""

    #: The code of the rule that judges them.
    code: str
    #: What it is called in code.
    name: str
    equations: tuple[Sum | Levels, ...]
    cites: tuple[str, ...]
    title: tuple[str, str]
    #: The manual page, in Chinese and in English.
    manual: tuple[str, str]


@final
@frozen
class Identity:
    """A stated figure that stated parts add up to, with the way to each."""

    way: Way
    total: Money
    #: A part that is taken off is negative here.
    parts: tuple[tuple[Way, Money], ...]
    #: How the page of these figures prints money; `None` where it is not declared.
    presentation: Presentation | None = None
    #: The parts that are taken off; what is printed there has the other sign.
    taken_off: frozenset[Way] = frozenset()


@final
@frozen
class Relation:
    """An `Identity` of which some figure is not stated: it may be any amount, and is never zero for that."""

    way: Way
    total: Money | None
    parts: tuple[Placed, ...]
    presentation: Presentation | None = None
    taken_off: frozenset[Way] = frozenset()
