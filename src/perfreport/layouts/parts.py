"""What a layout is made of: parts that say where a field stands, which words lead to it, and nothing that it says."""

from typing import TypeAlias, final

from attrs import frozen

from perfreport.names import Term

__all__ = [
    "Attached",
    "Cells",
    "Column",
    "Computed",
    "Grid",
    "Items",
    "Layout",
    "Line",
    "Lines",
    "Part",
    "Passages",
    "Section",
    "Share",
    "Slot",
    "Summary",
    "Tree",
]


@final
@frozen
class Slot:
    """
    Where one value stands: beside its label, or in its column.

    A path has the names of fields with dots between them: ``result.score``. It begins at what the part around it
    speaks of.
    """

    path: str
    #: What is printed where that is not what the field is called on its own line (`Term.printed`).
    heading: Term | None = None
    #: Other words that forms in use print for it.
    aliases: tuple[str, ...] = ()
    #: The field that a column belongs to where several belong together: 基本支出 over its stages.
    group: str | None = None


@final
@frozen
class Computed:
    """A value that no document states: what a method of the row, or of the object at a path, computes."""

    method: str
    term: Term
    path: str = ""


Column: TypeAlias = Slot | Computed


@final
@frozen
class Share:
    """A computed column: each row as a share of a whole, the first of these rows of the table that is stated."""

    term: Term
    whole: tuple[str, ...]


@final
@frozen
class Line:
    """One row of a table that is always the same: the value at its path, under the label of that field."""

    path: str
    depth: int = 0
    heading: Term | None = None
    aliases: tuple[str, ...] = ()
    #: Whether the row also has the columns of what the table speaks of: weight and score, beside the total.
    beside: bool = False
    #: Whether it is shown as a share of the whole.
    shared: bool = True


@final
@frozen
class Lines:
    """A row for each item of the list at a path; an item is called by the first of its labels that is stated."""

    path: str
    label: tuple[str, ...]
    #: The field of an item that holds its amounts, where it does not hold them itself.
    amounts: tuple[str, ...] = ("amounts",)
    depth: int = 0
    shared: bool = True
    #: The rows that stand under each item.
    below: "tuple[Line | Lines, ...]" = ()


@final
@frozen
class Cells:
    """Labels with their values beside them, row by row."""

    rows: tuple[tuple[Column, ...], ...]


@final
@frozen
class Grid:
    """A table with a row for each line: its rows begin at the path, its columns at each row."""

    path: str
    rows: tuple[Line | Lines, ...]
    columns: tuple[Column, ...]
    share: Share | None = None
    #: What stands over the labels where it is not what the field at the path is called.
    head: Term | None = None


@final
@frozen
class Tree:
    """Indicators: a row for each level and for each indicator, the columns of both begin at the row."""

    path: str
    columns: tuple[Column, ...]


@final
@frozen
class Items:
    """A list of texts, numbered."""

    path: str


@final
@frozen
class Passages:
    """A chapter in words: texts, or goals, under their own headings."""

    path: str
    heading: Term | None = None
    aliases: tuple[str, ...] = ()
    number: int = 0
    #: Whether the heading stands there even when nothing is said under it.
    demanded: bool = False


@final
@frozen
class Summary:
    """The line that everybody looks for: what was spent, of which budget, and the rate; all of it computed."""

    path: str


@final
@frozen
class Attached:
    """Documents inside a document, each as its own layout has it."""

    path: str


@final
@frozen
class Section:
    """Parts under one heading; their paths begin at its path."""

    path: str
    parts: "tuple[Part, ...]"
    heading: Term | None = None
    aliases: tuple[str, ...] = ()
    number: int = 0
    #: Whether the heading stands there even when nothing is said under it.
    demanded: bool = False
    #: The field that is a remark beside the heading.
    remark: str = ""


Part: TypeAlias = Attached | Cells | Grid | Items | Passages | Section | Summary | Tree


@final
@frozen(kw_only=True)
class Layout:
    """Where the fields of one kind of document stand: one layout for each form and edition."""

    kind: type
    #: The title, with paths in braces: {year}年度项目支出绩效自评表.
    title: Term
    parts: tuple[Part, ...]
