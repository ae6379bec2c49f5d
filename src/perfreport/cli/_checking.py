"""Files, one after another or several at a time: each is read, and checked by the rules that were chosen."""

import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from multiprocessing import get_context
from typing import final

from attrs import evolve, frozen
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

import perfreport as library
from perfreport.errors import LoadError, MissingExtra
from perfreport.findings import Finding, Reason, because, escaped
from perfreport.messages import problems, say
from perfreport.messages.sarif import Checked
from perfreport.model import Document
from perfreport.reconciliation import reconcile_identities
from perfreport.reconciliation.equations import FAMILIES
from perfreport.rules import STANDARD, Index, Rule, Setting, plugins
from perfreport.rules.profiles import PROFILES
from perfreport.rules.selection import selected

__all__ = ["MOST_JOBS", "Choice", "checked", "every", "findings_of", "followed"]

#: What one system, Windows, can wait for at once.
MOST_JOBS = 61


@final
@frozen(kw_only=True)
class Choice:
    """What files are checked by, in the words of the command line: other processes are told no more."""

    profile: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    #: The locale of whoever reads why a file cannot be read.
    locale: str = "zh_Hans_CN"

    def rules(self) -> tuple[Rule, ...]:
        """
        Return the rules that are chosen, those of plug-ins among them.

        Raises:
            UnknownRule: if a word is neither a code nor a family.
            InvalidPlugin: if an installed plug-in is broken.
        """
        return selected((*STANDARD, *plugins.rules()), select=self.select, ignore=self.ignore)

    def setting(self, previous: Document | None = None) -> Setting:
        """Return the setting of the profile, with the report on the year before where there is one."""
        return evolve(PROFILES[self.profile].setting, previous=previous)


def checked(path: str, rules: Sequence[Rule], setting: Setting, locale: str) -> Checked:
    """Return what *rules* find in the file at *path*, or why nothing can be said of it to a reader of *locale*."""
    try:
        document = library.load(path)
    except (LoadError, MissingExtra) as error:
        return Checked(file=path, error=problems.error(error, locale))
    index = Index(document)
    found = findings_of(index, rules, setting)
    if isinstance(found, Reason):
        return Checked(
            file=path, error=problems.reason(because("{place}: {why}", place=escaped(path), why=found), locale)
        )
    codes = {rule.code for rule in rules}
    judged = reconcile_identities(
        (family.code, found) for family in FAMILIES if family.code in codes for found in index.relations(family)
    )
    # Where nothing contradicts anything, nobody asks for its names: a log holds many files.
    named = document if judged.conflicts else None
    return Checked(file=path, findings=found, conflicts=judged.conflicts, document=named)


def findings_of(document: Document | Index, rules: Iterable[Rule], setting: Setting) -> tuple[Finding, ...] | Reason:
    """Return what *rules* find in *document*, or which of them failed, and how."""
    index = document if isinstance(document, Index) else Index(document)
    findings: list[Finding] = []
    for rule in rules:
        try:
            findings += rule.check(index, setting)
        except Exception as error:  # noqa: BLE001 - a rule may be anybody's; what it raises is told and not thrown
            words = escaped(str(error))
            return because(
                "rule {code} failed: {kind}: {words}", code=rule.code, kind=type(error).__name__, words=words
            )
    return tuple(findings)


def every(
    paths: Sequence[str],
    choice: Choice,
    rules: Sequence[Rule],
    jobs: int = 1,
    previous: Document | None = None,
) -> Iterator[Checked]:
    """
    Yield what *rules*, which are those of *choice*, find in the files at *paths*, in their order.

    As many processes as *jobs* says share the work; the report on the year before keeps it in this one.
    """
    setting = choice.setting(previous)
    jobs = min(jobs, len(paths), MOST_JOBS)
    if jobs < 2 or previous is not None:  # noqa: PLR2004 - one process is this one
        yield from (checked(path, rules, setting, choice.locale) for path in paths)
        return
    # Where processes begin as copies of this one, they may begin with locks that nobody will open.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_interrupts)
    try:
        waiting = [pool.submit(_work, path, choice) for path in paths]
        for path, future in zip(paths, waiting, strict=True):
            try:
                yield future.result()
            except Exception:  # noqa: BLE001 - a process was ended, or what it found cannot be sent
                yield checked(path, rules, setting, choice.locale)
    finally:
        pool.shutdown(cancel_futures=True)


def followed(results: Iterator[Checked], total: int, locale: str) -> Iterable[Checked]:
    """Return *results*; with a bar while they are made, if there are several and standard error is a terminal."""
    if total < 2 or not sys.stderr.isatty():  # noqa: PLR2004 - for one file there is nothing to follow
        return results
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        return list(bar.track(results, total=total, description=say("checking", locale)))


def _ignore_interrupts() -> None:
    # Ctrl-C reaches every process; the first one sees to the end of the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@lru_cache(maxsize=1)
def _chosen(choice: Choice) -> tuple[tuple[Rule, ...], Setting]:
    return choice.rules(), choice.setting()


def _work(path: str, choice: Choice) -> Checked:
    """Check one file in a process of its own, which finds the rules by itself: functions cannot be sent."""
    return checked(path, *_chosen(choice), choice.locale)
