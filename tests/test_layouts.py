"""Layouts are data: every path leads to a field, no word to two, and a place changes words and nothing else."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, final

import pytest
from attrs import evolve, frozen, has

from perfreport import BudgetLine, Money, Presentation, Unit
from perfreport.classification import FundingSource
from perfreport.documents import Heading, Table, cells, compose
from perfreport.documents._reading import term_of
from perfreport.errors import InvalidValue
from perfreport.layouts import (
    LAYOUTS,
    Attached,
    Cells,
    Computed,
    Grid,
    Items,
    Layout,
    Line,
    Lines,
    Part,
    Passages,
    Section,
    Slot,
    Summary,
    Tree,
    layout_of,
)
from perfreport.layouts.places import SICHUAN, renamed, with_column
from perfreport.model import (
    CLASSES,
    Funding,
    FundingLine,
    Indicator,
    IndicatorLevel,
    IndicatorTree,
    Passage,
    PerformanceReport,
    ProjectSelfEvaluation,
    is_document,
    walk,
)
from perfreport.model._fields import NOTHING_MORE, DocumentExtra, checked, hints
from perfreport.names import Term
from tests.cases.planted import planted

EVERY_LAYOUT = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.kind.__name__)


def _held(kinds: tuple[type, ...], path: str) -> tuple[type, ...]:
    """Return the classes of what can stand at *path* in one of *kinds*; none where there is no such path."""
    for name in filter(None, path.split(".")):
        kinds = next((walk.held(kind)[name] for kind in kinds if has(kind) and name in hints(kind)), ())
    return kinds


def _lines(kinds: tuple[type, ...], row: Line | Lines) -> Iterator[tuple[tuple[type, ...], str]]:
    """Yield what every path of a row begins at, with the path."""
    yield kinds, row.path
    if isinstance(row, Lines):
        item = _held(kinds, row.path)
        yield from ((item, label) for label in row.label)
        for below in row.below:
            yield from _lines(item, below)


def _roots(kinds: tuple[type, ...], row: Line | Lines) -> Iterator[tuple[type, ...]]:
    """Yield what the columns of a row can begin at."""
    item = _held(kinds, row.path)
    yield item
    if isinstance(row, Line):
        yield from (kinds,) if row.beside else ()
        return
    yield from (_held(item, path) for path in row.amounts)
    for below in row.below:
        yield from _roots(item, below)


def _paths(kinds: tuple[type, ...], part: Part) -> Iterator[tuple[list[tuple[type, ...]], str]]:
    """Yield every path of a part, with all that it may begin at."""
    match part:
        case Section():
            yield [kinds], part.path
            for inner in part.parts:
                yield from _paths(_held(kinds, part.path), inner)
        case Cells():
            yield from (([kinds], slot.path) for slots in part.rows for slot in slots)
        case Grid():
            inside = _held(kinds, part.path)
            for row in part.rows:
                yield from (([begins], path) for begins, path in _lines(inside, row))
            roots = [root for row in part.rows for root in _roots(inside, row)]
            yield from ((roots, column.path) for column in part.columns)
        case Tree():
            yield [kinds], part.path
            levels: list[tuple[type, ...]] = [(Indicator,), (IndicatorLevel,)]
            yield from ((levels, column.path) for column in part.columns)
        case Passages() | Items() | Attached() | Summary():
            yield [kinds], part.path


def _tables(part: Part) -> Iterator[tuple[Slot, ...]]:
    """Yield the cells or columns that stand together."""
    match part:
        case Section():
            for inner in part.parts:
                yield from _tables(inner)
        case Cells():
            yield tuple(slot for row in part.rows for slot in row if isinstance(slot, Slot))
        case Grid() | Tree():
            yield tuple(slot for slot in part.columns if isinstance(slot, Slot))
        case _:
            pass


class TestLayouts:
    """A layout says where, and the model says what."""

    def test_there_is_one_for_every_document(self) -> None:
        assert {layout.kind for layout in LAYOUTS} == {kind for kind in CLASSES if is_document(kind)}
        assert all(layout_of(layout.kind) is layout for layout in LAYOUTS)

    @EVERY_LAYOUT
    def test_every_path_leads_to_a_field(self, layout: Layout) -> None:
        for part in layout.parts:
            for begins, path in _paths((layout.kind,), part):
                assert not path or any(_held(kinds, path) for kinds in begins), path

    @EVERY_LAYOUT
    def test_every_field_of_the_document_has_a_place_of_its_own(self, layout: Layout) -> None:
        blocks = compose(planted(layout.kind), layout=layout)
        assert "其他" not in [block.cells[0].text for block in blocks if isinstance(block, Heading)]

    @EVERY_LAYOUT
    def test_no_other_wording_leads_to_two_fields_of_one_table(self, layout: Layout) -> None:
        for part in layout.parts:
            for slots in _tables(part):
                words = [word for slot in slots for word in {*slot.aliases, *_headings(slot)}]
                assert len(words) == len(set(words))


def _headings(slot: Slot) -> set[str]:
    return set() if slot.heading is None else {slot.heading.zh}


#: A form as Sichuan prints it since 2023: a weight is 权重, and the money has words of its own.
FORM = ProjectSelfEvaluation(
    year=2023,
    name="甲项目",
    presentation=Presentation(Unit.WAN),
    funding=Funding(
        total=BudgetLine(original=Money.wan("3.50"), adjusted=Money.wan("4"), executed=Money.wan("4.0")), weight="10"
    ),
)


def _heads(layout: Layout | None) -> list[str]:
    (table,) = (block for block in compose(FORM, layout=layout) if isinstance(block, Table) and block.head)
    return [cell.text for cell in table.head]


class TestPlaces:
    """What a place prints otherwise is a change to the national layout."""

    def test_sichuan_has_words_of_its_own_over_the_money(self) -> None:
        national = ["项目资金", "年初预算数", "全年预算数", "全年执行数", "执行率（计算）", "分值"]
        assert _heads(None) == national
        own = ["项目资金", "年初预算", "调整后预算数", "预算执行数", "执行率（计算）", "权重"]
        assert _heads(SICHUAN[ProjectSelfEvaluation]) == own

    def test_the_figures_stay_where_they_are(self) -> None:
        blocks, national = compose(FORM, layout=SICHUAN[ProjectSelfEvaluation]), compose(FORM)
        stated = [(cell.way, cell.text) for cell in cells(blocks) if cell.way is not None]
        assert stated == [(cell.way, cell.text) for cell in cells(national) if cell.way is not None]

    def test_a_new_word_is_no_longer_another_wording_and_the_former_one_is(self) -> None:
        layout = renamed(layout_of(ProjectSelfEvaluation), {"result.score": Term("自评得分", "Score")})
        (slot,) = (
            slot for part in layout.parts for slots in _tables(part) for slot in slots if slot.path == "result.score"
        )
        assert slot.heading == Term("自评得分", "Score")
        assert slot.aliases == ("总分", "得分")

    def test_a_table_deep_inside_a_report_has_its_words_too(self) -> None:
        path = "budgets.general_public.executed"
        layout = renamed(layout_of(PerformanceReport), {path: Term("支出数", "Spent")})
        report = planted(PerformanceReport)
        heads = [
            [cell.text for cell in block.head]
            for block in compose(report, layout=layout)
            if isinstance(block, Table) and "支出数" in [cell.text for cell in block.head]
        ]
        assert [head[0] for head in heads] == ["项目", "按经济分类"]

    def test_a_column_is_added_beside_another(self) -> None:
        line = FundingLine(source=FundingSource.OTHER, code="111", amounts=BudgetLine(executed=Money.wan(1)))
        form = evolve(FORM, funding=Funding(sources=(line,)))
        layout = with_column(layout_of(ProjectSelfEvaluation), "funding", Computed("rate", Term("比", "Ratio")), "code")
        (grid,) = (part for part in layout.parts if isinstance(part, Grid))
        assert [column.path for column in grid.columns[:3]] == ["source", "code", ""]
        assert dict(_shown(compose(form, layout=layout))) == dict(_shown(compose(form)))

    @pytest.mark.parametrize("path", ["funding.nothing", "nothing", ""])
    def test_a_path_that_the_layout_does_not_have_is_refused(self, path: str) -> None:
        layout = layout_of(ProjectSelfEvaluation)
        with pytest.raises(InvalidValue, match="nothing in it stands at"):
            renamed(layout, {path: Term("甲", "A")})
        with pytest.raises(InvalidValue, match="nothing in it stands at"):
            with_column(layout, "funding", Slot("code"), path)


def _shown(blocks: Any) -> Iterator[tuple[Any, str]]:
    return ((cell.way, cell.text) for cell in cells(blocks) if cell.way is not None)


@final
class Mood(StrEnum):
    """Words that the library does not know."""

    CALM = "calm"


@final
@frozen(kw_only=True, field_transformer=checked)
class Minutes:
    """A document that the library does not know."""

    year: Annotated[int, Term("年度", "Year")]
    place: Annotated[str | None, Term("地点", "Place")] = None
    presentation: Annotated[Presentation | None, Term("金额列示", "Presentation")] = None
    cost: Annotated[Money | None, Term("费用", "Cost")] = None
    people: Annotated[tuple[str, ...], Term("参加人", "People")] = ()
    funding: Annotated[Funding | None, Term("资金", "Money")] = None
    rows: Annotated[tuple[FundingLine, ...], Term("来源", "Sources")] = ()
    line: Annotated[BudgetLine | None, Term("合计", "Total")] = None
    said: Annotated[tuple[Passage, ...], Term("记录", "Minutes")] = ()
    indicators: Annotated[IndicatorTree | None, Term("指标", "Indicators")] = None
    mood: Annotated[Mood | None, Term("气氛", "Mood")] = None
    secret: Annotated[bool, Term("内部", "Secret")] = False
    form: Annotated[ProjectSelfEvaluation | None, Term("附表", "Form")] = None
    extra: DocumentExtra = NOTHING_MORE


class TestDerived:
    """A document that has no layout is shown by the types of its fields."""

    def test_every_value_has_a_place_and_what_stands_side_by_side_has_one_row(self) -> None:
        minutes = planted(Minutes)
        blocks = compose(minutes)
        shown = dict(_shown(blocks))
        assert shown["year",] == str(minutes.year)
        assert shown["cost",] == f"{minutes.cost.amount}"
        assert shown["people", 1] == minutes.people[1]
        assert shown["rows", 0, "amounts", "executed"] == f"{minutes.rows[0].amounts.executed.amount}"
        assert shown["line", "executed"] == f"{minutes.line.executed.amount}"
        assert shown["said", 0, "points", 0, "text"] == minutes.said[0].points[0].text
        assert shown["indicators", "levels", 0, "name"] == minutes.indicators.levels[0].name
        assert (shown["mood",], shown["secret",]) == ("calm", "是")
        assert ("secret",) not in dict(_shown(compose(evolve(minutes, secret=False))))
        assert shown["form", "name"] == minutes.form.name
        first = next(block for block in blocks if isinstance(block, Table))
        assert [cell.text for cell in first.rows[0][::2]] == ["地点", "金额列示", "费用"]

    def test_labels_are_the_terms_of_the_class(self) -> None:
        assert term_of(Minutes, "funding.total.executed") == Term(
            "全年执行数", "Executed", "项目支出绩效自评表 (财预〔2020〕10号), 全年执行数"
        )
        assert term_of(Minutes, "nothing.there") is None
