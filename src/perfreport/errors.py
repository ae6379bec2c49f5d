"""Every exception of the library, under one root."""

from decimal import Context, Decimal

import attrs

from perfreport.findings import Finding, Problem, escaped, printable

__all__ = [
    "InvalidCode",
    "InvalidDocument",
    "InvalidMoney",
    "InvalidNumber",
    "InvalidPlugin",
    "InvalidQuantity",
    "InvalidValue",
    "LoadError",
    "MissingExtra",
    "Noncompliant",
    "PerfReportError",
    "UnknownRule",
    "UnreadableFile",
    "UnsupportedSchema",
    "shown",
]

#: How many problems or findings a message lists before it only counts the rest.
LISTED = 20
_SHOWN_CHARACTERS = 60
_SHOWN_BITS = 200
# Whether an exponent is written with E or e is a matter of the context too.
_PRINTED = Context(capitals=1)


def shown(value: object) -> str:
    """
    Return *value* as an error message may show it: short, on one line, whatever its size.

    >>> shown("x" * 1000)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'… (1,000 characters)"
    """
    if isinstance(value, str):
        text = ascii_safe(value[:_SHOWN_CHARACTERS])
        return text if len(value) <= _SHOWN_CHARACTERS else f"{text}… ({len(value):,} characters)"
    if isinstance(value, int) and value.bit_length() > _SHOWN_BITS:
        return f"an integer of {value.bit_length():,} bits"
    if value is None or isinstance(value, bool | int | float):
        return repr(value)
    if isinstance(value, Decimal) and value.__sizeof__() <= _SHOWN_BITS:
        return f"Decimal('{_PRINTED.to_sci_string(value)}')"
    return f"a value of type {type(value).__name__}"


def ascii_safe(text: str) -> str:
    """Return the quoted *text* with lone surrogates escaped, so that any console can be handed it."""
    return repr(text).encode("utf-8", "backslashreplace").decode("utf-8")


class PerfReportError(Exception):
    """The root of every exception that this library raises on purpose."""


@attrs.define
class InvalidNumber(PerfReportError, ValueError):
    """A value is not a number of the kind that people print."""

    #: What was given, as `shown`.
    given: str
    reason: str

    def __str__(self) -> str:
        return f"{self.given} is not a number: {self.reason}"


@attrs.define
class InvalidMoney(PerfReportError, ValueError):
    """A value is not an exact amount of money."""

    given: str
    reason: str

    def __str__(self) -> str:
        return f"{self.given} is not an amount of money: {self.reason}"


@attrs.define
class InvalidQuantity(PerfReportError, ValueError):
    """A text is not a counted or measured quantity."""

    given: str
    reason: str

    def __str__(self) -> str:
        return f"{self.given} is not a quantity: {self.reason}"


@attrs.define
class InvalidCode(PerfReportError, ValueError):
    """A text is not a code or an identifier of the kind that was asked for."""

    #: What was given, as `shown`.
    given: str
    #: What such a code looks like, or what is wrong with this one.
    expected: str

    def __str__(self) -> str:
        return f"{self.given} is not a valid code: {self.expected}"


@attrs.define
class InvalidValue(PerfReportError, ValueError):
    """One object would contradict itself."""

    #: The class that refused, and the field that it refused ('' when several fields together).
    owner: str
    field: str
    reason: str

    def __str__(self) -> str:
        return f"{'.'.join(filter(None, (self.owner, self.field)))}: {self.reason}"


class LoadError(PerfReportError):
    """An input cannot be read as a report."""


@attrs.define
class UnreadableFile(LoadError):
    """A file cannot be opened, read or written."""

    #: The path as it was given.
    path: str
    reason: str

    def __str__(self) -> str:
        return f"{escaped(self.path)}: {self.reason}"


@attrs.define
class UnsupportedSchema(LoadError):
    """A document declares a schema version that this release does not know."""

    declared: str
    supported: tuple[int, ...]
    #: The file that was read, '' when there was none.
    source: str = ""

    def __str__(self) -> str:
        known = ", ".join(map(str, self.supported))
        reason = (
            f"schema {self.declared} is not known to this release (known: {known}); a newer perfreport-cn may read it"
        )
        return ": ".join(filter(None, (escaped(self.source), "/schema", reason)))


@attrs.define
class InvalidDocument(LoadError, ValueError):
    """A document is not a report; every problem that was found is listed with its place."""

    problems: tuple[Problem, ...]
    #: The file that was read, '' when there was none.
    source: str = ""

    def __str__(self) -> str:
        title = ": ".join(filter(None, (escaped(self.source), f"not a report, {len(self.problems)} problem(s)")))
        return _listing(title, [str(problem) for problem in self.problems])


@attrs.define
class Noncompliant(PerfReportError):
    """A report has findings of level error; raised by `perfreport.require` only."""

    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        lines = [f"{finding.code} {finding.severity} at {printable(finding.pointer)}" for finding in self.findings]
        return _listing(f"{len(self.findings)} finding(s)", lines)


@attrs.define
class UnknownRule(PerfReportError, ValueError):
    """A code or family of rules was named that none has."""

    #: What was named, each with the codes that look like it.
    unknown: tuple[tuple[str, tuple[str, ...]], ...]

    def __str__(self) -> str:
        lines = [
            f"{shown(name)}: "
            + (
                f"did you mean {' or '.join(near)}?"
                if near
                else "expected a code such as SUM001 or a family such as SUM"
            )
            for name, near in self.unknown
        ]
        return _listing(f"{len(self.unknown)} unknown rule(s)", lines)


@attrs.define
class InvalidPlugin(PerfReportError):
    """A package that offers rules could not be used."""

    #: The entry point and its distribution.
    name: str
    reason: str

    def __str__(self) -> str:
        return f"plug-in {self.name}: {self.reason}"


@attrs.define
class MissingExtra(PerfReportError, ImportError):
    """A feature needs a package that is not installed."""

    #: The extra of the distribution that brings the package, such as ``yaml``.
    extra: str
    needed_for: str

    def __str__(self) -> str:
        return f"{self.needed_for} needs an extra: pip install 'perfreport-cn[{self.extra}]'"


def _listing(title: str, lines: list[str]) -> str:
    rest = len(lines) - LISTED
    more = [f"  … and {rest} more"] if rest > 0 else []
    return "\n".join([f"{title}:", *(f"  - {line}" for line in lines[:LISTED]), *more])
