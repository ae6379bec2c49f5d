"""The commands: each reads files, and decides by what it found how the process exits."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, NoReturn, TypeAlias, TypeVar

import click
from rich.text import Text

import perfreport as library
from perfreport import localize
from perfreport.cli import _findings, _page
from perfreport.cli._output import complain, emit
from perfreport.errors import LoadError, MissingExtra
from perfreport.findings import Finding, Severity
from perfreport.model import PerformanceReport

__all__ = ["perfreport"]

_FOUND, _UNUSABLE = 1, 2

Layout: TypeAlias = Literal["text", "json"]
Command = TypeVar("Command", bound=Callable[..., Any])


def _locale(_: click.Context, __: click.Parameter, value: str) -> str:
    try:
        return str(localize.locale_of(value))
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _options(command: Command) -> Command:
    layout = click.option(
        "--format", "layout", type=click.Choice(["text", "json"]), default="text", help="For people or for programs."
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
    """Check and show Chinese budget performance reports (预算绩效)."""


@perfreport.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@_options
def check(files: tuple[Path, ...], layout: Layout, locale: str) -> NoReturn:
    """
    Say what in each FILE cannot be true, is doubtful, or is missing.

    Exit code: 0 when no finding is an error, 1 when one is, 2 when a file cannot be read.
    """
    results: list[dict[str, object]] = []
    codes = [0]
    for path in files:
        report = _read(path)
        if isinstance(report, str):
            codes.append(_UNUSABLE)
            results.append({"file": str(path), "error": report, "findings": []})
            complain(report)
            continue
        findings = library.check(report)
        codes.append(_code(findings))
        results.append({"file": str(path), "findings": [_findings.as_data(finding, locale) for finding in findings]})
        if layout == "text":
            emit(Text(str(path), style="bold underline"), *_findings.as_text(findings, locale), "")
    if layout == "json":
        _print_json(results)
    sys.exit(max(codes))


@perfreport.command()
@click.argument("file", type=click.Path(path_type=Path))
@_options
def show(file: Path, layout: Layout, locale: str) -> NoReturn:
    """
    Show the report in FILE as a page: budgets, projects, goals, achievements and findings.

    Exit code: 0 when no finding is an error, 1 when one is, 2 when the file cannot be read.
    """
    report = _read(file)
    if isinstance(report, str):
        complain(report)
        sys.exit(_UNUSABLE)
    findings = library.check(report)
    if layout == "json":
        tree = json.loads(library.dumps(report, "json"))
        _print_json({"report": tree, "findings": [_findings.as_data(finding, locale) for finding in findings]})
    else:
        emit(*_page.page(report, findings, locale))
    sys.exit(_code(findings))


def _read(path: Path) -> PerformanceReport | str:
    """Return the report in the file at *path*, or why there is none."""
    try:
        return library.load(path)
    except (LoadError, MissingExtra) as error:
        return str(error)


def _code(findings: tuple[Finding, ...]) -> int:
    return _FOUND if any(finding.severity is Severity.ERROR for finding in findings) else 0


def _print_json(tree: object) -> None:
    # Programs read what another console printed: outside of UTF-8, JSON has escapes for every character.
    in_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    sys.stdout.write(json.dumps(tree, ensure_ascii=not in_utf8, indent=2) + "\n")
