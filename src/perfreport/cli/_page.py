"""A report or a form with what is found in it, as a page that a finance officer would like to read."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType

from perfreport.cli._blocks import heading, rendered
from perfreport.cli._findings import as_text
from perfreport.documents import compose
from perfreport.findings import Finding
from perfreport.messages import say
from perfreport.model import Document
from perfreport.rules import STANDARD, Rule

__all__ = ["page"]


def page(
    document: Document, findings: Sequence[Finding], locale: str, rules: Iterable[Rule] = STANDARD
) -> Iterator[RenderableType]:
    """Yield the page of *document* for a reader of *locale*, with the *findings* of *rules* at the end."""
    yield from rendered(compose(document, locale))
    yield from heading(say("findings", locale))
    yield from as_text(findings, locale, rules)
