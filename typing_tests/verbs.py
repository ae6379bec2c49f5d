"""What type checkers see of the verbs, of rules, findings and messages: checked, never run."""

from collections.abc import Callable, Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import Literal, assert_type

import perfreport
from perfreport import Finding, PerformanceReport, Severity, check, dump, dumps, load, loads, require
from perfreport.errors import InvalidDocument, Noncompliant, UnsupportedSchema
from perfreport.findings import Problem
from perfreport.frozenmap import FrozenMap
from perfreport.messages import fact, place, render, title
from perfreport.messages.localize import locale_of
from perfreport.model import Document, Nil
from perfreport.rules import STANDARD, Case, Rule, Seen, rule
from perfreport.vocabulary import FIELDS, Term


def reading(path: Path, data: bytes, anything: PathLike[str]) -> None:
    assert_type(load("report.json"), Document)
    assert_type(load(path), Document)
    assert_type(load(anything), Document)
    assert_type(loads(data, "json"), Document)
    assert_type(loads("", "yaml"), Document)
    assert_type(load(path, PerformanceReport), PerformanceReport)
    assert_type(loads(data, "json", kind=PerformanceReport), PerformanceReport)
    loads(data, "toml")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    loads(data)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]


def writing(report: PerformanceReport, path: Path) -> None:
    assert_type(dumps(report, "json"), bytes)
    assert_type(dump(report, path), None)
    dumps(report, "xml")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    dump(path, report)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def checking(report: PerformanceReport, rules: Iterable[Rule]) -> None:
    assert_type(check(report), tuple[Finding, ...])
    assert_type(check(report, rules), tuple[Finding, ...])
    assert_type(check(report, (*STANDARD, mine)), tuple[Finding, ...])
    assert_type(require(report), None)
    assert_type(STANDARD, tuple[Rule, ...])


@rule("OURS001", cites=["ours"], title=("甲", "A"), remedy=("乙", "B"), cases={"": Case(Severity.NOTE, "丙", "C")})
def mine(report: PerformanceReport) -> Iterator[Seen]:
    """Something of ours holds."""
    yield Seen(("year",), {"year": report.year})


assert_type(mine, Rule)


def ruling(report: PerformanceReport, look: Callable[..., Iterator[Seen]]) -> None:
    assert_type(mine.severity, Severity)
    assert_type(mine.cases, FrozenMap[str, Case])
    assert_type(mine.check(report), Iterator[Finding])
    assert_type(mine.look, Callable[..., Iterator[Seen]])
    rule("OURS002", cites=["ours"], title=("甲", "A"), remedy=("乙", "B"), cases={})(look)


def telling(finding: Finding) -> None:
    assert_type(finding.code, str)
    assert_type(finding.severity, Severity)
    assert_type(finding.pointer, str)
    assert_type(finding.facts, FrozenMap[str, object])
    assert_type(finding.facts["total"], object)
    assert_type(render(finding), str)
    assert_type(render(finding, "en", (mine,)), str)
    assert_type(title(finding, "en"), str)
    assert_type(place(finding.pointer), str)
    assert_type(fact(finding.facts["total"]), str)
    assert_type(str(locale_of("zh-CN")), str)
    assert_type(FIELDS["Money"]["amount"], Term)


def failing(document: InvalidDocument, schema: UnsupportedSchema, report: Noncompliant) -> None:
    assert_type(document.problems, tuple[Problem, ...])
    assert_type(document.source, str)
    assert_type(schema.supported, tuple[int, ...])
    assert_type(report.findings, tuple[Finding, ...])
    try:
        perfreport.load("report.json")
    except perfreport.PerfReportError as error:
        assert_type(error, perfreport.PerfReportError)


def lazily() -> None:
    # Names of the surface are the things themselves, not `object`.
    assert_type(perfreport.Money.wan(1), perfreport.Money)
    assert_type(perfreport.loads("", "json", PerformanceReport).department, perfreport.Department)
    assert_type(perfreport.NIL, Literal[Nil.NIL])
    assert_type(perfreport.Unit.WAN.power, int)
    assert_type(perfreport.Severity.ERROR.rank, int)
    assert_type(perfreport.__version__, str)
