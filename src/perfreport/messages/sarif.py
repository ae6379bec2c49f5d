"""
Findings as a SARIF 2.1.0 log, which code hosts, editors and dashboards read.

A log holds every rule that was applied with its manual page, every finding with its place, and every file that could
not be read. Places are JSON Pointers: lines of the source are not known, and none are guessed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import product
from typing import Any, TypeAlias, final

from attrs import field, frozen

from perfreport import messages
from perfreport._checks import Each, IsA, OrNone
from perfreport.findings import Finding, Severity
from perfreport.messages.catalogues import language_of, say
from perfreport.messages.languages import Reader
from perfreport.model import walk
from perfreport.places import Place, way_of
from perfreport.reconciliation import Conflict
from perfreport.rules import STANDARD, Rule

__all__ = ["SCHEMA_URI", "Checked", "log", "uri"]

#: Where the schema of SARIF 2.1.0 is published; a log names it.
SCHEMA_URI = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

Tree: TypeAlias = dict[str, Any]

_VERSION = "2.1.0"
#: The fingerprint says its own version: another way to compute it is another name.
_FINGERPRINT = "perfreportPlace/v1"
_DRIVE = re.compile("[A-Za-z]:/")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


@final
@frozen(kw_only=True)
class Checked:
    """One file with what was found in it, or with the reason why it could not be checked."""

    #: The path as it was given, with slashes.
    file: str = field(validator=IsA(str))
    findings: tuple[Finding, ...] = field(default=(), validator=Each(IsA(Finding)))
    #: What of its figures contradicts what; a log tells what no finding of level error says already.
    conflicts: tuple[Conflict, ...] = field(default=(), validator=Each(IsA(Conflict)))
    #: What was checked, so that the figures of its contradictions are called by name; `None` where it has none.
    document: object = field(default=None, repr=False)
    #: Why there are no findings; `None` when the file was checked.
    error: str | None = field(default=None, validator=OrNone(IsA(str)))


def log(
    results: Iterable[Checked],
    rules: Iterable[Rule] = STANDARD,
    locale: Reader = "zh_Hans_CN",
    *,
    version: str | None = None,
) -> Tree:
    """
    Return the SARIF log of *results*: plain dicts and lists, in the language of *locale*.

    *rules* are all that were applied, and *version* is that of the tool. A file keeps the path that it was given, so a
    relative path says nothing of the machine. The same results give the same log.

    Raises:
        KeyError: if a finding or a contradiction is of none of the *rules*.
    """
    checked, applied = tuple(results), tuple(rules)
    numbers = {rule.code: at for at, rule in enumerate(applied)}
    driver: Tree = {"name": "perfreport"}
    if version is not None:
        driver["version"] = version
    driver["language"] = language_of(locale).tag
    driver["rules"] = [_descriptor(rule, locale) for rule in applied]
    failed = [_notification(one.file, one.error) for one in checked if one.error is not None]
    run: Tree = {
        "tool": {"driver": driver},
        "language": language_of(locale).tag,
        "invocations": [{"executionSuccessful": not failed, "toolExecutionNotifications": failed}],
        # A file that is given twice is one artifact.
        "artifacts": [{"location": {"uri": shown}} for shown in _artifacts(checked)],
        "results": list(_results(checked, applied, numbers, locale)),
    }
    return {"$schema": SCHEMA_URI, "version": _VERSION, "runs": [run]}


def uri(path: str) -> str:
    """
    Return *path*, in which slashes divide, as a URI reference; only an absolute path becomes an absolute URI.

    >>> uri("报告/a b.yaml")
    '%E6%8A%A5%E5%91%8A/a%20b.yaml'
    >>> uri("C:/a.yaml")
    'file:///C:/a.yaml'
    """
    if _DRIVE.match(path):
        return f"file:///{path[:2]}{_escaped(path[2:])}"
    return f"file://{_escaped(path)}" if path.startswith("/") else _escaped(path)


def _escaped(path: str) -> str:
    try:
        held = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        # Half of a character, which some systems allow in a name.
        held = path.encode("utf-8", "surrogatepass")
    return "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in held)


def _artifacts(checked: Sequence[Checked]) -> dict[str, int]:
    """Return the index of every artifact by its URI."""
    return {shown: at for at, shown in enumerate(dict.fromkeys(uri(one.file) for one in checked))}


def _descriptor(rule: Rule, locale: Reader) -> Tree:
    title, remedy = messages.heading(rule, locale), messages.remedy(rule, locale)
    to_do, source = say("to-do", locale), say("cites", locale)
    cited = messages.sources(rule, locale)
    manual = messages.manual(rule, locale)
    described: Tree = {"id": rule.code}
    if name := _name(rule):
        described["name"] = name
    return described | {
        "shortDescription": {"text": title},
        "fullDescription": {"text": " ".join(manual.split("\n\n")[0].split())},
        "help": {
            "text": f"{title}\n\n{manual}\n\n{to_do}: {remedy}\n\n{source}: {cited}",
            "markdown": f"# {rule.code} {title}\n\n{manual}\n\n**{to_do}**: {remedy}\n\n**{source}**: {cited}",
        },
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [rule.family], "cites": list(rule.cites)},
    }


def _name(rule: Rule) -> str:
    """Return what the rule is called in code, in the spelling that SARIF has: TotalIsSumOfCategories."""
    return "".join(part.capitalize() for part in rule.name.split("_")) if rule.name.isidentifier() else ""


def _results(
    checked: Sequence[Checked], rules: Sequence[Rule], numbers: dict[str, int], locale: Reader
) -> Iterator[Tree]:
    artifacts = _artifacts(checked)
    for one in checked:
        seen: Counter[tuple[str, ...]] = Counter()
        for finding in one.findings:
            cause = (finding.code, finding.pointer, str(finding.facts.get("case", "")))
            seen[cause] += 1
            yield {
                "ruleId": finding.code,
                "ruleIndex": numbers[finding.code],
                "level": finding.severity.value,
                "message": {"text": messages.render(finding, locale, rules)},
                "locations": [_location(one.file, artifacts, finding.place, locale)],
                "partialFingerprints": {_FINGERPRINT: _fingerprint((*cause, str(seen[cause])))},
            }

        told = {(finding.code, finding.pointer) for finding in one.findings if finding.severity is Severity.ERROR}
        for conflict in one.conflicts:
            if told.isdisjoint(product(conflict.codes, conflict.wholes)):
                places = [_place(figure.pointer, one.document) for figure in conflict.figures]
                pointers = sorted(figure.pointer for figure in conflict.figures)
                yield {
                    "ruleId": conflict.codes[0],
                    "ruleIndex": numbers[conflict.codes[0]],
                    "level": Severity.ERROR.value,
                    "message": {"text": messages.contradiction(conflict, locale, one.document)},
                    "locations": [_location(one.file, artifacts, places[0], locale)],
                    "relatedLocations": [_location(one.file, artifacts, other, locale) for other in places[1:]],
                    "partialFingerprints": {_FINGERPRINT: _fingerprint((*conflict.codes, *pointers))},
                }


def _location(file: str, artifacts: dict[str, int], place: Place, locale: Reader) -> Tree:
    shown, called, pointer = uri(file), messages.place(place, locale), place.pointer
    location: Tree = {"physicalLocation": {"artifactLocation": {"uri": shown, "index": artifacts[shown]}}}
    if pointer:
        name = pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
        logical = {"name": name, "decoratedName": called, "fullyQualifiedName": pointer, "kind": "value"}
        location["logicalLocations"] = [logical]
    return location | {"message": {"text": called}}


def _place(pointer: str, document: object) -> Place:
    return Place(pointer) if document is None else walk.place(document, way_of(pointer))


def _fingerprint(cause: Sequence[str]) -> str:
    """Return what stays the same while the figures change: the rule, the place, the case, and which of several."""
    return sha256("\n".join(cause).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _notification(file: str, error: str) -> Tree:
    location = {"physicalLocation": {"artifactLocation": {"uri": uri(file)}}}
    return {"level": "error", "message": {"text": error}, "locations": [location]}
