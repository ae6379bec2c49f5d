"""The commands: each reads files, and decides by what it found how the process exits."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, NoReturn, TypeAlias, TypeVar

import click
from attrs import evolve

import perfreport as library
from perfreport.cli import _findings, _joint, _manual, _page
from perfreport.cli._checking import MOST_JOBS, Choice, every, findings_of, followed
from perfreport.cli._output import complain, emit, is_utf8, put, said
from perfreport.errors import InvalidPlugin, InvalidValue, LoadError, MissingExtra, UnknownRule
from perfreport.findings import Finding, Severity, escaped
from perfreport.messages import localize, sarif, say
from perfreport.messages.sarif import Checked
from perfreport.model import Document
from perfreport.rules import Rule
from perfreport.rules.profiles import PROFILES
from perfreport.serialization import FORMS, SCHEMA, converter

__all__ = ["perfreport"]

_FOUND, _UNUSABLE, _INTERRUPTED = 1, 2, 130

Layout: TypeAlias = Literal["text", "json", "sarif"]
Command = TypeVar("Command", bound=Callable[..., Any])


def _locale(_: click.Context, __: click.Parameter, value: str) -> str:
    try:
        return str(localize.locale_of(value))
    except InvalidValue as error:
        raise click.BadParameter(error.reason) from None


def _words(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for value in values for part in value.split(",") if (word := part.strip().upper()))


def _options(*layouts: str) -> Callable[[Command], Command]:
    layout = click.option(
        "--format",
        "layout",
        type=click.Choice(layouts),
        default="text",
        help="For people or for programs.",
        show_default=True,
    )
    locale = click.option(
        "--locale",
        default="zh_Hans_CN",
        callback=_locale,
        help=f"The reader's language: {', '.join(localize.LOCALES)}.",
        show_default=True,
    )
    return lambda command: layout(locale(command))


def _chosen(option: str, help_text: str) -> Callable[[Command], Command]:
    return click.option(option, multiple=True, callback=_words, metavar="RULES", help=help_text)


class _Interruptible(click.Group):
    """A group that Ctrl-C ends with the code that shells know it by: click's own would say that errors were found."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)


@click.group(cls=_Interruptible, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(library.__version__, prog_name="perfreport")
def perfreport() -> None:
    """Check and show Chinese budget performance reports."""


@perfreport.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
@click.option(
    "--profile",
    type=click.Choice(list(PROFILES)),
    default=_manual.NATIONAL,
    help="Whose forms, weights and grades to judge by.",
    show_default=True,
)
@_chosen("--select", "Apply only these rules: codes or families, such as SUM,RATE002. May be repeated.")
@_chosen("--ignore", "Leave these rules out, even selected ones. May be repeated.")
@click.option("--previous", type=click.Path(), metavar="FILE", help="The report on the year before, for one FILE.")
@click.option(
    "--jobs",
    type=click.IntRange(1, MOST_JOBS),
    default=1,
    help="How many processes check files at the same time.",
    show_default=True,
)
@_options("text", "json", "sarif")
def check(  # noqa: PLR0913 - an argument for every option
    *,
    files: tuple[str, ...],
    profile: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    previous: str | None,
    jobs: int,
    layout: Layout,
    locale: str,
) -> NoReturn:
    """
    Say what in each FILE cannot be true, is doubtful, or is missing.

    Exit code: 0 when no finding is an error, 1 when one is or figures contradict each other, 2 when a file cannot
    be read.
    """
    if previous is not None and len(files) > 1:
        raise click.UsageError("--previous is the report on the year before of one FILE, not of several")
    choice = Choice(profile=profile, select=select, ignore=ignore)
    rules = _rules(choice)
    before = None if previous is None else _read(previous)
    if isinstance(before, str):
        sys.exit(_UNUSABLE)
    results = followed(every(files, choice, rules, jobs, before), len(files), locale)
    if layout == "text":
        sys.exit(_tell(results, rules, locale, several=len(files) > 1))
    done = list(results)
    for result in done:
        if result.error is not None:
            complain(result.error)
    if layout == "json":
        _put_json([_as_data(result, profile, rules, locale) for result in done])
    else:
        named = (evolve(result, file=Path(result.file).as_posix()) for result in done)
        _put_json(sarif.log(named, rules, locale, version=library.__version__))
    sys.exit(max(map(_code, done)))


@perfreport.command()
@click.argument("file", type=click.Path())
@_options("text", "json")
def show(file: str, layout: Layout, locale: str) -> NoReturn:
    """
    Show the report or form in FILE as a page, with every value that it states, and the findings.

    Exit code: 0 when no finding is an error, 1 when one is, 2 when the file cannot be read.
    """
    report = _read(file)
    if isinstance(report, str):
        sys.exit(_UNUSABLE)
    choice = Choice(profile=_manual.NATIONAL)
    rules = _rules(choice)
    findings = findings_of(report, rules, choice.setting())
    if isinstance(findings, str):
        complain(f"{escaped(file)}: {findings}")
        sys.exit(_UNUSABLE)
    if layout == "json":
        # What dumps writes, but without its limit: YAML that can be read may be too large as JSON.
        form = next(({"form": word} for word, kind in FORMS.items() if kind is type(report)), {})
        tree = {"schema": SCHEMA, **form, **converter("json").unstructure(report)}
        _put_json({"report": tree, "findings": [_findings.as_data(finding, locale, rules) for finding in findings]})
    else:
        emit(*_page.page(report, findings, locale, rules))
    sys.exit(_FOUND if _has_error(findings) else 0)


@perfreport.command("rules")
@click.argument("names", nargs=-1, metavar="[RULE]...")
@_options("text", "json")
def list_rules(names: tuple[str, ...], layout: Layout, locale: str) -> NoReturn:
    """
    List the rules, those of a family such as SUM, or print the manual page of a RULE such as SUM001.

    Exit code: 0, or 2 when no rule and no family has such a name.
    """
    wanted = tuple(name.upper() for name in names)
    rules = _rules(Choice(profile=_manual.NATIONAL, select=wanted))
    if layout == "json":
        _put_json([_manual.as_data(rule, locale) for rule in rules])
    elif wanted and set(wanted) <= {rule.code for rule in rules}:
        for index, rule in enumerate(rules):
            emit(*([said()] if index else []), *_manual.page(rule, locale))
    else:
        emit(_manual.listed(rules, locale))
    sys.exit(0)


def _rules(choice: Choice) -> tuple[Rule, ...]:
    """Return the rules that are chosen; a word that names none is wrong usage, and a broken plug-in ends it all."""
    try:
        return choice.rules()
    except UnknownRule as error:
        raise click.UsageError(str(error)) from None
    except InvalidPlugin as error:
        complain(str(error))
        sys.exit(_UNUSABLE)


def _tell(results: Iterable[Checked], rules: Sequence[Rule], locale: str, *, several: bool) -> int:
    """Print what was found in each file as it comes, and say how much that was; return the exit code."""
    done: list[Checked] = []
    shown = False
    for result in results:
        done.append(result)
        if result.error is not None:
            complain(result.error)
            continue
        apart = [said()] if shown else []
        shown = True
        heading = said(result.file, style="bold underline")
        emit(*apart, heading, *_findings.as_text(result.findings, locale, rules, result.conflicts, result.document))
    if several:
        unread = sum(result.error is not None for result in done)
        found = [finding for result in done for finding in result.findings]
        counts = _findings.counted(found, sum(len(result.conflicts) for result in done), locale)
        rest = say("unread", locale, number=unread) if unread else ""
        summary = say("summary", locale, files=len(done), counts=counts, rest=rest)
        emit(*([said()] if shown else []), said(summary, style="bold"))
    return max(map(_code, done))


def _as_data(result: Checked, profile: str, rules: Sequence[Rule], locale: str) -> dict[str, object]:
    found = [_findings.as_data(finding, locale, rules) for finding in result.findings]
    together = [_joint.as_data(conflict, locale, result.document) for conflict in result.conflicts]
    data: dict[str, object] = {"file": result.file, "profile": profile, "findings": found, "contradictions": together}
    return data if result.error is None else data | {"error": result.error}


def _read(path: str) -> Document | str:
    """Return the report in the file at *path*, or why there is none, which standard error says too."""
    try:
        return library.load(path)
    except (LoadError, MissingExtra) as error:
        complain(str(error))
        return str(error)


def _code(result: Checked) -> int:
    if result.error is not None:
        return _UNUSABLE
    return _FOUND if result.conflicts or _has_error(result.findings) else 0


def _has_error(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _put_json(tree: object) -> None:
    # Programs read what another console printed: outside of UTF-8, JSON has escapes for every character.
    put(json.dumps(tree, ensure_ascii=not is_utf8(), indent=2) + "\n")
