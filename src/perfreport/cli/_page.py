"""A report as a page that a finance officer would like to read."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from perfreport import localize
from perfreport.classification import BudgetKind, BudgetStage, ExpenditureCategory, GoalKind
from perfreport.cli._findings import as_text
from perfreport.cli._output import box
from perfreport.cli._words import say
from perfreport.findings import Finding
from perfreport.localize import language_of
from perfreport.model import NIL, BudgetAccount, BudgetLine, Budgets, Goals, Narrative, PerformanceReport, Projects
from perfreport.model.narrative import SECTIONS
from perfreport.money import Money, Presentation
from perfreport.quantity import Rate
from perfreport.vocabulary import FIELDS, WORDS

__all__ = ["page"]

#: The columns from left to right: budgets before what became of them.
_STAGES = sorted(BudgetStage, key=lambda stage: stage is not BudgetStage.UNSPECIFIED)


def page(report: PerformanceReport, findings: Sequence[Finding], locale: str) -> Iterator[RenderableType]:
    """Yield the page of *report* from top to bottom for a reader of *locale*."""
    language = language_of(locale)
    title = say("report", locale, year=report.year)
    yield Text(say("titled", locale, name=report.department.name, report=title), style="bold")
    unit = report.presentation.unit if report.presentation else None
    about = [report.department.region, say("unit", locale, unit=WORDS["Unit"][unit].label(language)) if unit else None]
    yield Text("  ".join(filter(None, about)), style="dim")
    budgets = report.budgets or Budgets()
    for kind in BudgetKind:
        yield from _budget(kind, budgets.of(kind), report.presentation, locale)
    if budgets.total is not None:
        yield _heading(FIELDS["Budgets"]["total"].label(language))
        yield _table_of(budgets.total, report.presentation, locale)
    yield _heading(say("goals", locale))
    yield from _goals(report.goals or Goals(), locale)
    yield from _narrative(report.narrative or Narrative(), locale)
    yield _heading(say("findings", locale))
    yield from as_text(findings, locale)


def _heading(text: str) -> RenderableType:
    return Padding(Text(text, style="bold underline"), (1, 0, 0, 0))


def _budget(
    kind: BudgetKind, account: object, presentation: Presentation | None, locale: str
) -> Iterator[RenderableType]:
    label = WORDS["BudgetKind"][kind].label(language_of(locale))
    if not isinstance(account, BudgetAccount):
        yield _heading_with(label, say("nil" if account is NIL else "not-stated", locale))
        return
    yield _heading(label)
    summary = _summary(account, locale)
    if summary:
        yield Text(summary)
    yield _table_of(account, presentation, locale)
    if isinstance(account.projects, Projects):
        yield _projects(account.projects, presentation, locale)


def _heading_with(label: str, word: str) -> RenderableType:
    return Padding(Text.assemble((label, "bold underline"), "  ", word), (1, 0, 0, 0))


def _summary(account: BudgetAccount, locale: str) -> str | None:
    """Return the one sentence that everybody looks for: what was spent, of which budget, and the rate."""
    line = account.expenditure.total if account.expenditure else None
    if line is None or line.executed is None:
        return None
    words = say("expenditure", locale, executed=localize.money(line.executed, locale))
    rate = line.rate()
    if rate is None or line.budget_stage is None:
        return words
    basis = WORDS["BudgetStage"][line.budget_stage].label(language_of(locale))
    budget = line.at(line.budget_stage)
    shown = "" if budget is None else localize.money(budget, locale)
    return words + say("against", locale, budget=shown, basis=basis, rate=localize.rate(rate, locale))


def _table_of(account: BudgetAccount, presentation: Presentation | None, locale: str) -> RenderableType:
    """Return the account as a tree of rows with a column for each stage that occurs."""
    language = language_of(locale)
    own = FIELDS["BudgetAccount"]
    rows: list[tuple[str, BudgetLine | None]] = []
    if account.opening_balance is not None:
        rows.append((own["opening_balance"].label(language), BudgetLine(executed=account.opening_balance)))
    rows.append((own["revenue"].label(language), account.revenue))
    for category in _tree(ExpenditureCategory.TOTAL) if account.expenditure else ():
        indent = "  " * _depth(category)
        label = WORDS["ExpenditureCategory"][category].label(language)
        rows.append((indent + label, account.expenditure.line(category) if account.expenditure else None))
    if account.closing_balance is not None:
        rows.append((own["closing_balance"].label(language), BudgetLine(executed=account.closing_balance)))
    total = account.expenditure.total if account.expenditure else None
    shared = [
        (label, line, _share(line, total) if label.startswith(" ") or line is total else None) for label, line in rows
    ]
    return _lines(shared, (say("item", locale), say("of-expenditure", locale)), presentation, locale)


def _projects(projects: Projects, presentation: Presentation | None, locale: str) -> RenderableType:
    rows = [(f"{index}  {project.name}", project.amounts) for index, project in enumerate(projects.items, 1)]
    rows.append((say("total", locale), projects.total))
    shared = [(label, line, _share(line, projects.total)) for label, line in rows]
    title = FIELDS["BudgetAccount"]["projects"].label(language_of(locale))
    return _lines(shared, (title, say("of-projects", locale)), presentation, locale)


def _lines(
    rows: Sequence[tuple[str, BudgetLine | None, Rate | None]],
    heads: tuple[str, str],
    presentation: Presentation | None,
    locale: str,
) -> RenderableType:
    """Return a table of the rows that are there, with a column for each stage that occurs."""
    stated = [(label, line, share) for label, line, share in rows if line is not None]
    stages = [stage for stage in _STAGES if any(line.at(stage) is not None for _, line, _ in stated)]
    rated = any(line.rate() is not None for _, line, _ in stated)
    table = Table(box=box(), pad_edge=False)
    table.add_column(heads[0], overflow="fold")
    for stage in stages:
        table.add_column(WORDS["BudgetStage"][stage].label(language_of(locale)), justify="right", overflow="fold")
    table.add_column(heads[1], justify="right")
    if rated:
        table.add_column(say("rate", locale), justify="right")
    for label, line, share in stated:
        figures = [_figure(line.at(stage), presentation) for stage in stages]
        rates = [_rate(line.rate(), locale)] if rated else []
        # Text, not str: what a report says is never markup.
        table.add_row(*map(Text, [label, *figures, _rate(share, locale), *rates]))
    return table


def _tree(category: ExpenditureCategory) -> Iterator[ExpenditureCategory]:
    yield category
    for part in category.parts:
        yield from _tree(part)


def _depth(category: ExpenditureCategory) -> int:
    return 0 if category.parent is None else 1 + _depth(category.parent)


def _share(line: BudgetLine | None, total: BudgetLine | None) -> Rate | None:
    executed = None if line is None else line.executed
    whole = None if total is None else total.executed
    return None if executed is None or whole is None else Rate.of(executed, whole)


def _rate(rate: Rate | None, locale: str) -> str:
    return "" if rate is None else localize.rate(rate, locale)


def _figure(money: Money | None, presentation: Presentation | None) -> str:
    """Return a figure in the unit of the page; one that does not stand on the page's grid shows all that was stated."""
    if money is None:
        return ""
    if presentation is None or presentation.round(money) != money:
        return str(money)
    return presentation.figure(money)


def _goals(goals: Goals, locale: str) -> Iterator[RenderableType]:
    for kind in GoalKind:
        held = goals.of(kind)
        label = WORDS["GoalKind"][kind].label(language_of(locale))
        if isinstance(held, tuple):
            yield Text(label)
            for index, goal in enumerate(held, 1):
                yield Padding(Text(f"{index}  {goal.text}"), (0, 0, 0, 2))
        else:
            yield Text.assemble(label, "  ", (say("nil" if held is NIL else "not-stated", locale), "dim"))


def _narrative(narrative: Narrative, locale: str) -> Iterator[RenderableType]:
    """Yield each section with its headings and figures; the texts themselves stay in the document."""
    passages = list(narrative.passages())
    for section in SECTIONS:
        label = FIELDS["Narrative"][section].label(language_of(locale))
        held = getattr(narrative, section)
        if not isinstance(held, tuple):
            yield _heading_with(label, say("nil" if held is NIL else "not-stated", locale))
            continue
        yield _heading(label)
        for way, passage in passages:
            if way[0] != section:
                continue
            # A way is section, index, and "points", index for every level further down.
            indent = len(way) - 2
            yield Padding(Text(passage.title or passage.text or say("no-heading", locale)), (0, 0, 0, indent))
            for figure in passage.figures:
                quantity = localize.quantity(figure.quantity, locale)
                yield Padding(Text(f"{figure.about}  {quantity}", style="cyan"), (0, 0, 0, indent + 4))
