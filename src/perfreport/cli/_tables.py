"""Budgets and projects as tables: a row for each item, a column for each stage that occurs."""

from collections.abc import Iterator, Sequence
from typing import final

from attrs import frozen
from rich.table import Table

from perfreport.classification import BudgetStage, ExpenditureCategory
from perfreport.cli._output import Line, rules, said, width
from perfreport.messages import localize, say
from perfreport.messages.localize import language_of
from perfreport.model import Budget, BudgetLine, Funding, Projects
from perfreport.money import Money, Presentation
from perfreport.quantity import Rate
from perfreport.vocabulary import FIELDS, WORDS

__all__ = ["account_tables", "figure_text", "funds_tables", "projects_tables"]

#: The columns from left to right: budgets before what became of them.
_STAGES = sorted(BudgetStage, key=lambda stage: stage is not BudgetStage.UNSPECIFIED)
#: The stages whose shares are shown, the first that the total states.
_SHARED = (
    BudgetStage.EXECUTED, BudgetStage.FINAL_ACCOUNT, BudgetStage.ADJUSTED, BudgetStage.UNSPECIFIED,
    BudgetStage.RECEIVED, BudgetStage.ORIGINAL, BudgetStage.PROPOSED, BudgetStage.EXPECTED,
)  # fmt: skip
_BY_NATURE = [(category, WORDS["ExpenditureCategory"][category]) for category in ExpenditureCategory]
#: How wide the first column may be even on a narrow page, if a figure fits beside it, and if it does not.
_LABEL_WIDTH, _LEAST_LABEL = 28, 12
#: How much room lies between two columns.
_GAP = 3


@final
@frozen(kw_only=True)
class _Row:
    label: str
    line: BudgetLine
    #: Whether it is shown as a share of the whole.
    shared: bool = True


@final
@frozen(kw_only=True)
class _Column:
    head: Line
    cells: tuple[Line, ...]
    #: How wide it is with its head on one line, and how wide it has to be, its head on two.
    full: int
    least: int

    @classmethod
    def of(cls, head: str, cells: Sequence[str]) -> "_Column":
        lines = tuple(map(said, cells))
        title = said(head)
        needed = max(line.cells for line in lines)
        return cls(head=title, cells=lines, full=max(title.cells, needed), least=max(title.cells // 2 + 2, needed))


def account_tables(account: Budget, presentation: Presentation | None, locale: str) -> Iterator[Table]:
    """Yield revenue, and expenditure as a tree, with the share of each row in the total."""
    language = language_of(locale)
    rows: list[_Row] = []
    if account.revenue is not None:
        label = FIELDS["Budget"]["revenue"].label(language)
        rows.append(_Row(label=label, line=account.revenue, shared=False))
    spent = account.expenditure
    for depth, category in _tree(ExpenditureCategory.TOTAL):
        if spent is not None and (line := spent.line(category)) is not None:
            rows.append(_Row(label="  " * depth + WORDS["ExpenditureCategory"][category].label(language), line=line))
    heads = (say("item", locale), say("share-of-total", locale))
    if rows:
        yield from _tables(rows, spent.total if spent else None, heads, presentation, locale)


def projects_tables(
    projects: Projects, row: BudgetLine | None, presentation: Presentation | None, locale: str
) -> Iterator[Table]:
    """
    Yield the projects with their sources and their shares, and the total printed over them.

    Where none is printed, the shares are those of *row*, the project expenditure of the account.
    """
    rows: list[_Row] = []
    for index, project in enumerate(projects.items, 1):
        rows.append(_Row(label=f"{index}  {project.name}", line=project.amounts or BudgetLine()))
        for funding in project.sources:
            label = WORDS["FundingSource"][funding.source].label(language_of(locale))
            rows.append(_Row(label=f"     {label}", line=funding.amounts, shared=False))
    if projects.total is not None:
        rows.append(_Row(label=say("total", locale), line=projects.total))
    heads = (FIELDS["Budget"]["projects"].label(language_of(locale)), say("share-of-projects", locale))
    if rows:
        yield from _tables(rows, projects.total or row, heads, presentation, locale)


def funds_tables(funds: Funding, presentation: Presentation | None, locale: str) -> Iterator[Table]:
    """Yield the money block of a form: its total, its sources, and expenditure by its nature."""
    language = language_of(locale)
    rows: list[_Row] = []
    if funds.total is not None:
        rows.append(_Row(label=FIELDS["Funding"]["total"].label(language), line=funds.total))
    for source in funds.sources:
        label = source.label or WORDS["FundingSource"][source.source].label(language)
        rows.append(_Row(label=f"  {label}", line=source.amounts))
    by_nature = (
        (term, funds.expenditure.line(category) if funds.expenditure else None) for category, term in _BY_NATURE
    )
    rows += [_Row(label=f"  {term.label(language)}", line=line) for term, line in by_nature if line is not None]
    heads = (FIELDS["Funding"]["sources"].label(language), FIELDS["BudgetLine"]["share"].label(language))
    if any(any(row.line.stated()) for row in rows):
        yield from _tables(rows, funds.total, heads, presentation, locale)


def _tables(
    rows: Sequence[_Row],
    whole: BudgetLine | None,
    heads: tuple[str, str],
    presentation: Presentation | None,
    locale: str,
) -> Iterator[Table]:
    """Yield the rows as a table; or as several, each with the columns that the page has room for."""
    stage = next((stage for stage in _SHARED if whole is not None and whole.at(stage) is not None), None)
    labels = {at: WORDS["BudgetStage"][at].label(language_of(locale)) for at in _STAGES}
    columns = [(labels[at], [figure_text(row.line.at(at), presentation, locale) for row in rows]) for at in _STAGES]
    if whole is not None and stage is not None:
        executed = stage is BudgetStage.EXECUTED
        head = heads[1] if executed else say("share-at", locale, share=heads[1], stage=labels[stage])
        columns.append((head, [_share(row, whole, stage, locale) for row in rows]))
    columns.append((say("rate", locale), [_rate(row.line, locale) for row in rows]))
    columns.append((say("printed-rate", locale), [_printed_rate(row.line, locale) for row in rows]))

    first = _Column.of(heads[0], [row.label for row in rows])
    others = [_Column.of(head, cells) for head, cells in columns if any(cells)]
    label_width = min(
        first.full,
        max(_LABEL_WIDTH, width() // 3),
        max(_LEAST_LABEL, width() - _GAP - max((column.least for column in others), default=0)),
    )
    room = width() - label_width
    if sum(column.full + _GAP for column in others) > room >= sum(column.least + _GAP for column in others):
        yield _table(first, label_width, [(column, column.least) for column in others])
        return
    taken: list[tuple[_Column, int]] = []
    for column in others:
        cells = column.full if column.full + _GAP <= room else column.least
        if taken and sum(other + _GAP for _, other in taken) + cells + _GAP > room:
            yield _table(first, label_width, taken)
            taken = []
        taken.append((column, cells))
    yield _table(first, label_width, taken)


def _table(first: _Column, label_width: int, others: Sequence[tuple[_Column, int]]) -> Table:
    needed = label_width + sum(cells + _GAP for _, cells in others)
    table = Table(box=rules(), pad_edge=False, show_edge=False, min_width=needed)
    table.add_column(first.head, width=label_width, overflow="fold")
    for column, cells in others:
        table.add_column(column.head, width=cells, justify="right", overflow="fold")
    for cells_of_row in zip(first.cells, *(column.cells for column, _ in others), strict=True):
        table.add_row(*cells_of_row)
    return table


def _tree(category: ExpenditureCategory, depth: int = 0) -> Iterator[tuple[int, ExpenditureCategory]]:
    yield depth, category
    for part in category.parts:
        yield from _tree(part, depth + 1)


def _share(row: _Row, whole: BudgetLine, stage: BudgetStage, locale: str) -> str:
    part, total = row.line.at(stage), whole.at(stage)
    if not row.shared or part is None or total is None:
        return ""
    return localize.rate(Rate.of(part, total), locale)


def _rate(line: BudgetLine, locale: str) -> str:
    rate = line.rate()
    return "" if rate is None else localize.rate(rate, locale)


def _printed_rate(line: BudgetLine, locale: str) -> str:
    return "" if line.execution_rate is None else localize.quantity(line.execution_rate, locale)


def figure_text(money: Money | None, presentation: Presentation | None, locale: str) -> str:
    """Return *money* in the unit of the page; what does not stand on the page's grid shows all that was stated."""
    if money is None:
        return ""
    if presentation is not None and presentation.round(money) == money:
        return presentation.figure(money)
    if presentation is not None and money.unit is presentation.unit:
        return f"{money.amount:{',' if presentation.grouping else ''}f}"
    return localize.money(money, locale)
