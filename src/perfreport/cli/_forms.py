"""The forms that are attached to a report: each with its money, its indicators and its result."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from rich.console import RenderableType
from rich.table import Table

from perfreport.classification import Horizon
from perfreport.cli._output import rules, said, width
from perfreport.cli._tables import figure_text, funds_tables
from perfreport.messages import localize, say
from perfreport.messages.localize import language_of
from perfreport.model import (
    Attachments,
    BaseData,
    CostRow,
    DepartmentDeclaration,
    DepartmentSelfEvaluation,
    EvaluationReport,
    Funding,
    IndicatorLevel,
    IndicatorTree,
    NamedCost,
    ProjectDeclaration,
    ProjectMonitoring,
    ProjectSelfEvaluation,
    Result,
    walk,
)
from perfreport.money import Presentation
from perfreport.names import Language
from perfreport.vocabulary import FIELDS, WORDS

__all__ = ["forms"]

#: The widest that a text column of a table is, as a share of the page in per cent.
_NAME_SHARE, _CELL_SHARE = 40, 22
_GAP = 3


def forms(
    attached: Attachments, presentation: Presentation | None, locale: str
) -> Iterator[tuple[str, list[RenderableType]]]:
    """Yield the title of each form, and what stands under it, for a reader of *locale*."""
    language = language_of(locale)
    for name, term in FIELDS["Attachments"].items():
        held = getattr(attached, name)
        for form in held if isinstance(held, tuple) else filter(None, (held,)):
            title = term.label(language)
            subject = getattr(form, "name", None)
            yield (title if subject is None else f"{title}  {subject}"), list(_form(form, presentation, locale))


def _form(form: object, presentation: Presentation | None, locale: str) -> Iterator[RenderableType]:
    match form:
        case BaseData():
            yield from _base_data(form, form.presentation or presentation, locale)
        case ProjectDeclaration() | DepartmentDeclaration():
            for horizon in Horizon:
                if (objectives := form.of(horizon)) is not None:
                    yield said(WORDS["Horizon"][horizon].label(language_of(locale)))
                    page = form.presentation or presentation
                    yield from _block(objectives.funding, objectives.indicators, page, locale)
        case ProjectSelfEvaluation() | DepartmentSelfEvaluation() | EvaluationReport() | ProjectMonitoring():
            yield from _block(form.funding, form.indicators, form.presentation or presentation, locale)
            if not isinstance(form, ProjectMonitoring) and form.result is not None:
                yield said(_result(form.result, locale))


def _block(
    funds: Funding | None, indicators: IndicatorTree | None, presentation: Presentation | None, locale: str
) -> Iterator[RenderableType]:
    if funds is not None:
        yield from funds_tables(funds, presentation, locale)
    if indicators is not None and any(indicators.each()):
        yield from (said(), _indicators(indicators, locale))


def _indicators(found: IndicatorTree, locale: str) -> Table:
    language = language_of(locale)
    rows: list[tuple[str, ...]] = []
    for way, group, _ in walk.each(found, IndicatorLevel):
        label = group.name or (WORDS["IndicatorKind"][group.kind].label(language) if group.kind else "")
        depth = "  " * (len(way) // 2 - 1)
        rows.append((depth + label, "", "", _number(group.weight), _number(group.score)))
        for each in group.indicators:
            actual = each.progress.actual if each.progress else each.actual
            name = f"{depth}  {'★' * (each.stars or 0)}{each.name}"
            target, reached = each.target.raw if each.target else "", actual.raw if actual else ""
            rows.append((name, target, reached, _number(each.weight), _number(each.score)))
    terms = FIELDS["Indicator"]
    heads = tuple(terms[name].label(language) for name in ("name", "target", "actual", "weight", "score"))
    return _table(heads, rows, texts=3)


def _base_data(form: BaseData, presentation: Presentation | None, locale: str) -> Iterator[RenderableType]:
    """Yield how many people there are, and every row of costs."""
    language = language_of(locale)
    staffing = form.staffing
    if staffing is not None and (rate := staffing.rate()) is not None:
        terms = FIELDS["Staffing"]
        counts = [f"{terms[name].label(language)} {getattr(staffing, name)}" for name in ("authorized", "actual")]
        counts.append(f"{terms['control_rate'].label(language)} {localize.rate(rate, locale)}")
        yield said(say("and", locale).join(counts))
    rows: list[tuple[str, ...]] = []
    for name, term in FIELDS["BaseData"].items():
        block = getattr(form, name)
        costs = [(term.label(language), block)] if isinstance(block, CostRow) else list(_costs(block, language))
        rows += [(term.label(language), "", "", "")] if costs and not isinstance(block, CostRow) else []
        indent = "" if isinstance(block, CostRow) else "  "
        for label, cost in costs:
            figures = (cost.previous, cost.budget, cost.final_account)
            rows.append((indent + label, *(figure_text(figure, presentation, locale) for figure in figures)))
    heads = ("", *(term.label(language) for term in FIELDS["CostRow"].values()))
    if rows:
        yield from (said(), _table(heads, rows, texts=1))


def _costs(block: object, language: Language) -> Iterator[tuple[str, CostRow]]:
    for name, term in FIELDS.get(type(block).__name__, {}).items():
        held = getattr(block, name)
        if isinstance(held, CostRow):
            yield term.label(language), held
        elif isinstance(held, tuple):
            yield from ((each.name, each.costs) for each in held if isinstance(each, NamedCost))


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, texts: int) -> Table:
    """Return a table whose first *texts* columns may be broken; the others are figures."""
    table = Table(box=rules(), pad_edge=False, show_edge=False)
    for index, (head, *cells) in enumerate(zip(heads, *rows, strict=True)):
        needed = max(said(cell).cells for cell in (head, *cells))
        most = needed if index >= texts else width() * (_NAME_SHARE if index == 0 else _CELL_SHARE) // 100 - _GAP
        justify: Literal["left", "right"] = "right" if index >= texts else "left"
        table.add_column(said(head), width=min(needed, most), justify=justify, overflow="fold")
    for row in rows:
        table.add_row(*map(said, row))
    return table


def _number(points: Decimal | None) -> str:
    return "" if points is None else f"{points:f}"


def _result(result: Result, locale: str) -> str:
    language = language_of(locale)
    terms = FIELDS["Result"]
    grade = result.grade_text or (WORDS["Grade"][result.grade].label(language) if result.grade else "")
    stated = {"score": _number(result.score), "grade": grade, "reviewed_score": _number(result.reviewed_score)}
    shown = [f"{terms[name].label(language)} {value}" for name, value in stated.items() if value]
    return say("and", locale).join(shown) or say("not-stated", locale)
