"""The commands: each reads files, and decides by what it found how the process exits."""

import json
import sys
from collections.abc import Callable
from typing import Any, Literal, NoReturn, TypeAlias, TypeVar

import click

import perfreport as library
from perfreport import localize
from perfreport.cli import _findings, _page
from perfreport.cli._output import complain, emit, is_utf8, put, said
from perfreport.errors import InvalidValue, LoadError, MissingExtra
from perfreport.findings import Finding, Severity
from perfreport.model import PerformanceReport
from perfreport.serialization import SCHEMA, converter

__all__ = ["perfreport"]

_FOUND, _UNUSABLE = 1, 2

Layout: TypeAlias = Literal["text", "json"]
Command = TypeVar("Command", bound=Callable[..., Any])


def _locale(_: click.Context, __: click.Parameter, value: str) -> str:
    try:
        return str(localize.locale_of(value))
    except InvalidValue as error:
        raise click.BadParameter(error.reason) from None


def _options(command: Command) -> Command:
    layout = click.option(
        "--format",
        "layout",
        type=click.Choice(["text", "json"]),
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
    return layout(locale(command))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(library.__version__, prog_name="perfreport")
def perfreport() -> None:
    """Check and show Chinese budget performance reports."""


@perfreport.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
@_options
def check(files: tuple[str, ...], layout: Layout, locale: str) -> NoReturn:
    """
    Say what in each FILE cannot be true, is doubtful, or is missing.

    Exit code: 0 when no finding is an error, 1 when one is, 2 when a file cannot be read.
    """
    results: list[dict[str, object]] = []
    codes: list[int] = []
    for path in files:
        report = _read(path)
        if isinstance(report, str):
            codes.append(_UNUSABLE)
            results.append({"file": path, "findings": [], "error": report})
            continue
        findings = library.check(report)
        codes.append(_code(findings))
        if layout == "text":
            apart = [said()] if any(code != _UNUSABLE for code in codes[:-1]) else []
            emit(*apart, said(path, style="bold underline"), *_findings.as_text(findings, locale))
        else:
            results.append({"file": path, "findings": [_findings.as_data(finding, locale) for finding in findings]})
    if layout == "json":
        _put_json(results)
    sys.exit(max(codes))


@perfreport.command()
@click.argument("file", type=click.Path())
@_options
def show(file: str, layout: Layout, locale: str) -> NoReturn:
    """
    Show the report in FILE as a page: budgets, projects, goals, achievements and findings.

    Exit code: 0 when no finding is an error, 1 when one is, 2 when the file cannot be read.
    """
    report = _read(file)
    if isinstance(report, str):
        sys.exit(_UNUSABLE)
    findings = library.check(report)
    if layout == "json":
        # What dumps writes, but without its limit: YAML that can be read may be too large as JSON.
        tree = {"schema": SCHEMA, **converter("json").unstructure(report)}
        _put_json({"report": tree, "findings": [_findings.as_data(finding, locale) for finding in findings]})
    else:
        emit(*_page.page(report, findings, locale))
    sys.exit(_code(findings))


def _read(path: str) -> PerformanceReport | str:
    """Return the report in the file at *path*, or why there is none, which standard error says too."""
    try:
        return library.load(path)
    except (LoadError, MissingExtra) as error:
        complain(str(error))
        return str(error)


def _code(findings: tuple[Finding, ...]) -> int:
    return _FOUND if any(finding.severity is Severity.ERROR for finding in findings) else 0


def _put_json(tree: object) -> None:
    # Programs read what another console printed: outside of UTF-8, JSON has escapes for every character.
    put(json.dumps(tree, ensure_ascii=not is_utf8(), indent=2) + "\n")
