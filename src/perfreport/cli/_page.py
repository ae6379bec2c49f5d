"""A report as a page that a finance officer would like to read."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding

from perfreport.classification import BudgetKind, GoalKind
from perfreport.cli._findings import as_text
from perfreport.cli._forms import forms
from perfreport.cli._output import indented, said
from perfreport.cli._tables import account_tables, projects_tables
from perfreport.findings import Finding
from perfreport.messages import localize, say
from perfreport.messages.localize import language_of
from perfreport.model import (
    NIL,
    Attachments,
    Budget,
    Budgets,
    Figure,
    Goals,
    Narrative,
    Nil,
    Passage,
    PerformanceReport,
    Projects,
    walk,
)
from perfreport.model.narrative import SECTIONS
from perfreport.money import Presentation
from perfreport.rules import STANDARD, Rule
from perfreport.vocabulary import FIELDS, WORDS

__all__ = ["page"]

#: How far to the right a passage inside others begins at most.
_DEEPEST = 12


def page(
    report: PerformanceReport, findings: Sequence[Finding], locale: str, rules: Iterable[Rule] = STANDARD
) -> Iterator[RenderableType]:
    """Yield the page of *report* for a reader of *locale*, with the *findings* of *rules* at the end."""
    language = language_of(locale)
    department = report.department
    yield said(say("title", locale, name=department.name, year=report.year), style="bold")
    unit = report.presentation.unit if report.presentation else None
    shown_unit = say("unit", locale, unit=WORDS["Unit"][unit].label(language)) if unit else None
    about = [line for line in (department.full_name, department.region, shown_unit) if line is not None]
    if about:
        yield said("  ".join(about), style="dim")
    budgets = report.budgets or Budgets()
    for kind in BudgetKind:
        label = WORDS["BudgetKind"][kind].label(language)
        yield from _budget(label, budgets.of(kind), report.presentation, locale)
    if budgets.total is not None:
        yield from _budget(FIELDS["Budgets"]["total"].label(language), budgets.total, report.presentation, locale)
    yield _heading(FIELDS["PerformanceReport"]["goals"].label(language))
    yield from _goals(report.goals or Goals(), locale)
    yield from _narrative(report.narrative or Narrative(), locale)
    for title, parts in forms(report.attachments or Attachments(), report.presentation, locale):
        yield _heading(title)
        yield from parts
    yield _heading(say("findings", locale))
    yield from as_text(findings, locale, rules)


def _heading(label: str, remark: str = "") -> RenderableType:
    text = said((label, "bold underline"), f"  {remark}") if remark else said((label, "bold underline"))
    return Padding(text, (1, 0, 0, 0))


def _nothing(held: Nil | None, locale: str) -> str:
    return say("nil" if held is NIL else "not-stated", locale)


def _budget(
    label: str, account: Budget | Nil | None, presentation: Presentation | None, locale: str
) -> Iterator[RenderableType]:
    if not isinstance(account, Budget):
        yield _heading(label, _nothing(account, locale))
        return
    says_none = FIELDS["Budget"]["says_none"].label(language_of(locale)) if account.says_none else ""
    yield _heading(label, says_none if account.has_figures else say("no-figures", locale))
    yield from _summary(account, locale)
    for table in account_tables(account, presentation, locale):
        yield from (said(), table)
    yield from _projects(account, presentation, locale)


def _projects(account: Budget, presentation: Presentation | None, locale: str) -> Iterator[RenderableType]:
    row = account.expenditure.project if account.expenditure else None
    label = FIELDS["Budget"]["projects"].label(language_of(locale))
    if isinstance(account.projects, Projects):
        tables = list(projects_tables(account.projects, row, presentation, locale))
        for table in tables:
            yield from (said(), table)
        if not tables:
            yield from (said(), said(label, "  ", say("no-text", locale)))
    elif account.projects is NIL or row is not None:
        yield from (said(), said(label, "  ", _nothing(account.projects, locale)))


def _summary(account: Budget, locale: str) -> Iterator[RenderableType]:
    """Yield what everybody looks for: what was spent, of which budget, and the rate; then the balances."""
    language = language_of(locale)
    line = account.expenditure.total if account.expenditure else None
    spent = None if line is None else line.final_account if line.executed is None else line.executed
    if line is not None and spent is not None:
        words = say("expenditure", locale, amount=localize.money(spent, locale))
        rate, stage = line.rate(), line.budget_stage
        if rate is not None and stage is not None and (budget := line.at(stage)) is not None:
            basis = WORDS["BudgetStage"][stage].label(language)
            facts = {"budget": localize.money(budget, locale), "rate": localize.rate(rate, locale), "basis": basis}
            words += say("against", locale, **facts)
        yield said(words)
    balances = {"opening_balance": account.opening_balance, "closing_balance": account.closing_balance}
    for name, balance in balances.items():
        if balance is not None:
            yield said(f"{FIELDS['Budget'][name].label(language)} {localize.money(balance, locale)}")


def _goals(goals: Goals, locale: str) -> Iterator[RenderableType]:
    for kind in GoalKind:
        held = goals.of(kind)
        label = WORDS["GoalKind"][kind].label(language_of(locale))
        if isinstance(held, tuple):
            yield said(label) if held else said(label, "  ", say("no-text", locale))
            for index, goal in enumerate(held, 1):
                of = "" if goal.project is None else say("goal-of", locale, project=goal.project)
                yield indented(said(f"{index}  {goal.text}", (of, "dim")), 2)
        else:
            yield said(label, "  ", _nothing(held, locale))


def _narrative(narrative: Narrative, locale: str) -> Iterator[RenderableType]:
    """Yield each section: its headings, the texts that have none, and the figures."""
    passages = [(way, passage) for way, passage, _ in walk.each(narrative, Passage)]
    for section in SECTIONS:
        label = FIELDS["Narrative"][section].label(language_of(locale))
        held: tuple[Passage, ...] | Nil | None = getattr(narrative, section)
        if not isinstance(held, tuple):
            yield _heading(label, _nothing(held, locale))
            continue
        yield _heading(label, "" if held else say("no-text", locale))
        for way, passage in passages:
            if way[0] != section:
                continue
            # A way is section, index, and "points", index for every level further down.
            cells = min(len(way) - 2, _DEEPEST)
            yield indented(said(passage.title or passage.text or say("no-heading", locale)), cells)
            for figure in passage.figures:
                yield indented(said(_figure(figure, locale), style="cyan"), cells + 4)


def _figure(figure: Figure, locale: str) -> str:
    quantity = localize.quantity(figure.quantity, locale)
    if figure.year is None:
        return say("figure", locale, about=figure.about, quantity=quantity)
    return say("figure-of", locale, about=figure.about, quantity=quantity, year=figure.year)
