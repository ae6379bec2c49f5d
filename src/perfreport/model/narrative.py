"""What a report says in words, with the figures that stand in them."""

from typing import Annotated, ClassVar, final

from attrs import frozen

from perfreport.model._fields import NOTHING_MORE, Extra, Year, checked
from perfreport.model._sources import OUTLINE
from perfreport.model.nil import Nil
from perfreport.names import Term
from perfreport.quantity import Quantity

__all__ = ["Figure", "Narrative", "Passage"]


@final
@frozen(kw_only=True, field_transformer=checked)
class Figure:
    """One number that stands in a text, with what it is about: 51名 new members."""

    SOURCE: ClassVar = f"{OUTLINE} 六"

    about: Annotated[str, Term("数据内容", "About")]
    quantity: Annotated[Quantity, Term("数量", "Quantity")]
    #: The year that the number speaks of, where it is not the year of the report.
    year: Annotated[Year | None, Term("所属年度", "Year")] = None
    extra: Extra = NOTHING_MORE

    @property
    def called(self) -> str:
        """What the number is about."""
        return self.about


@final
@frozen(kw_only=True, field_transformer=checked)
class Passage:
    """A piece of text under a heading or a mark such as 一是, with its figures and with the pieces inside it."""

    SOURCE: ClassVar = f"{OUTLINE} 六"

    title: Annotated[str | None, Term("小标题", "Heading")] = None
    text: Annotated[str | None, Term("正文", "Text")] = None
    figures: Annotated[tuple[Figure, ...], Term("文中数据", "Figures", silent=True)] = ()
    points: "Annotated[tuple[Passage, ...], Term('分项', 'Points', silent=True)]" = ()
    extra: Extra = NOTHING_MORE

    @property
    def called(self) -> str | None:
        """The heading, or the text where it has none."""
        return self.title or self.text


@final
@frozen(kw_only=True, field_transformer=checked)
class Narrative:
    """The written sections of a report; an empty tuple is a heading under which nothing stands."""

    achievements: Annotated[
        tuple[Passage, ...] | Nil | None, Term("部门整体支出绩效情况", "Achievements", f"{OUTLINE} 六（一）")
    ] = None
    special_funds: Annotated[
        tuple[Passage, ...] | Nil | None,
        Term("专项资金支出绩效情况", "Performance of special funds", f"{OUTLINE} 六（二）"),
    ] = None
    problems: Annotated[
        tuple[Passage, ...] | Nil | None, Term("存在的问题及原因分析", "Problems and their causes", f"{OUTLINE} 七")
    ] = None
    measures: Annotated[
        tuple[Passage, ...] | Nil | None, Term("下一步改进措施", "Measures to improve", f"{OUTLINE} 八")
    ] = None
    disclosure: Annotated[
        tuple[Passage, ...] | Nil | None,
        Term("绩效自评结果拟应用和公开情况", "Use and disclosure of the results", f"{OUTLINE} 九"),
    ] = None
    other: Annotated[tuple[Passage, ...] | Nil | None, Term("其他需要说明的情况", "Other matters", f"{OUTLINE} 十")] = (
        None
    )
    extra: Extra = NOTHING_MORE


#: The fields of `Narrative`, in the order of the official outline.
SECTIONS = ("achievements", "special_funds", "problems", "measures", "disclosure", "other")
