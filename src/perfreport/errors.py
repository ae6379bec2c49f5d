"""Every exception of the library, under one root."""

from decimal import Context, Decimal

import attrs

from perfreport.findings import Finding, Problem, Reason, because, escaped, printable

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
    "Shown",
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


class Shown(str):
    """A value as a message may show it: quoted text, a number, or what kind of value it is."""

    __slots__ = ()


def shown(value: object) -> Shown:
    """
    Return *value* as an error message may show it: short, on one line, whatever its size.

    >>> shown("x" * 1000)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'… (1,000 characters)"
    """
    return Shown(_shown(value))


def _shown(value: object) -> str:
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

    @property
    def sentence(self) -> Reason:
        """What it says, as facts; `perfreport.messages.problems` says it in the reader's language."""
        return because("{words}", words=" ".join(map(str, self.args)))

    @property
    def lines(self) -> tuple[Reason, ...]:
        """Its sentence, and a line for each thing that it lists."""
        return (self.sentence,)

    def __str__(self) -> str:
        return "\n".join(map(str, self.lines))


@attrs.define
class InvalidNumber(PerfReportError, ValueError):
    """A value is not a number of the kind that people print."""

    #: What was given, as `shown`.
    given: str
    reason: Reason

    @property
    def sentence(self) -> Reason:
        """What it says, as facts."""
        return because("{given} is not a number: {why}", given=self.given, why=self.reason)


@attrs.define
class InvalidMoney(PerfReportError, ValueError):
    """A value is not an exact amount of money."""

    given: str
    reason: Reason

    @property
    def sentence(self) -> Reason:
        """What it says, as facts."""
        return because("{given} is not an amount of money: {why}", given=self.given, why=self.reason)


@attrs.define
class InvalidQuantity(PerfReportError, ValueError):
    """A text is not a counted or measured quantity."""

    given: str
    reason: Reason

    @property
    def sentence(self) -> Reason:
        """What it says, as facts."""
        return because("{given} is not a quantity: {why}", given=self.given, why=self.reason)


@attrs.define
class InvalidCode(PerfReportError, ValueError):
    """A text is not a code or an identifier of the kind that was asked for."""

    #: What was given, as `shown`.
    given: str
    #: What such a code looks like, or what is wrong with this one.
    reason: Reason

    @property
    def sentence(self) -> Reason:
        """What it says, as facts."""
        return because("{given} is not a valid code: {why}", given=self.given, why=self.reason)


@attrs.define
class InvalidValue(PerfReportError, ValueError):
    """One object would contradict itself."""

    #: The class that refused, and the field that it refused ('' when several fields together).
    owner: str
    field: str
    reason: Reason

    @property
    def sentence(self) -> Reason:
        """What it says, as facts."""
        return because("{place}: {why}", place=".".join(filter(None, (self.owner, self.field))), why=self.reason)


class LoadError(PerfReportError):
    """An input cannot be read as a report."""


@attrs.define
class UnreadableFile(LoadError):
    """A file cannot be opened, read or written."""

    #: The path as it was given.
    path: str
    reason: Reason

    @property
    def sentence(self) -> Reason:
        """What it says, as facts."""
        return because("{place}: {why}", place=escaped(self.path), why=self.reason)


@attrs.define
class UnsupportedSchema(LoadError):
    """A document declares a schema version that this release does not know."""

    declared: str
    supported: tuple[int, ...]
    #: The file that was read, '' when there was none.
    source: str = ""

    @property
    def reason(self) -> Reason:
        """Which schema is not known, and which are."""
        return because(
            "schema {given} is not known to this release (known: {known}); a newer perfreport-cn may read it",
            given=self.declared,
            known=self.supported,
        )

    @property
    def sentence(self) -> Reason:
        """What it says, as facts."""
        place = ": ".join(filter(None, (escaped(self.source), "/schema")))
        return because("{place}: {why}", place=place, why=self.reason)


@attrs.define
class InvalidDocument(LoadError, ValueError):
    """A document is not a report; every problem that was found is listed with its place."""

    #: The first ones, in the order in which they were found.
    problems: tuple[Problem, ...]
    #: The file that was read, '' when there was none.
    source: str = ""
    #: How many more there are: what is wrong at a hundred thousand places is not kept a hundred thousand times.
    more: int = 0

    @property
    def sentence(self) -> Reason:
        """How many problems there are."""
        title = because("not a report, {count} problem(s)", count=len(self.problems) + self.more)
        return because("{place}: {why}", place=escaped(self.source), why=title) if self.source else title

    @property
    def lines(self) -> tuple[Reason, ...]:
        """Its sentence, and a line for each of the first problems."""
        return _listing(self.sentence, [problem.sentence for problem in self.problems], self.more)


@attrs.define
class Noncompliant(PerfReportError):
    """A report has findings of level error; raised by `perfreport.require` only."""

    findings: tuple[Finding, ...]

    @property
    def sentence(self) -> Reason:
        """How many findings there are."""
        return because("{count} finding(s)", count=len(self.findings))

    @property
    def lines(self) -> tuple[Reason, ...]:
        """Its sentence, and a line for each of the first findings."""
        return _listing(
            self.sentence,
            [
                because(
                    "{code} {severity} at {place}",
                    code=each.code,
                    severity=each.severity,
                    place=printable(each.pointer),
                )
                for each in self.findings[:LISTED]
            ],
            max(0, len(self.findings) - LISTED),
        )


@attrs.define
class UnknownRule(PerfReportError, ValueError):
    """A code or family of rules was named that none has."""

    #: What was named, each with the codes that look like it.
    unknown: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def sentence(self) -> Reason:
        """How many names are of no rule."""
        return because("{count} unknown rule(s)", count=len(self.unknown))

    @property
    def lines(self) -> tuple[Reason, ...]:
        """Its sentence, and a line for each name."""
        advice = because("expected a code such as SUM001 or a family such as SUM")
        return _listing(
            self.sentence,
            [
                because(
                    "{given}: {why}",
                    given=shown(name),
                    why=because("did you mean {near}?", near=near) if near else advice,
                )
                for name, near in self.unknown
            ],
        )


@attrs.define
class InvalidPlugin(PerfReportError):
    """A package that offers rules could not be used."""

    #: The entry point and its distribution.
    name: str
    reason: Reason

    @property
    def sentence(self) -> Reason:
        """What it says, as facts."""
        return because("plug-in {name}: {why}", name=self.name, why=self.reason)


@attrs.define
class MissingExtra(PerfReportError, ImportError):
    """A feature needs a package that is not installed."""

    #: The extra of the distribution that brings the package, such as ``yaml``.
    extra: str
    needed_for: Reason

    @property
    def sentence(self) -> Reason:
        """What it says, as facts."""
        return because(
            "{why} needs an extra: pip install 'perfreport-cn[{extra}]'", why=self.needed_for, extra=self.extra
        )


def _listing(title: Reason, listed: list[Reason], more: int = 0) -> tuple[Reason, ...]:
    rest = max(0, len(listed) - LISTED) + more
    return (
        because("{title}:", title=title),
        *(because("  - {line}", line=line) for line in listed[:LISTED]),
        *([because("  … and {rest} more", rest=rest)] if rest else []),
    )
