"""Pages that are written from the code: the catalogue of rules, and the vocabulary."""

from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from perfreport.rules import STANDARD, Rule
from perfreport.vocabulary import FIELDS, WORDS

__all__ = ["RuleCatalogue", "Vocabulary", "setup"]


class FromCode(SphinxDirective):
    """A directive whose content is Markdown that the code wrote."""

    def run(self) -> list[nodes.Node]:
        """Return the parsed content."""
        return self.parse_text_to_nodes("\n".join(self.lines()), allow_section_headings=True)

    def lines(self) -> Iterator[str]:
        """Yield the lines of the content."""
        raise NotImplementedError


class RuleCatalogue(FromCode):
    """Every rule: what it says, why, by which document, and how to put it right."""

    def lines(self) -> Iterator[str]:
        """Yield one section a rule."""
        for rule in STANDARD:
            yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"## {rule.code}: {rule.title_en}"
    yield ""
    yield f"*{rule.title_zh}*"
    yield ""
    yield rule.manual
    yield ""
    yield rule.manual_zh
    yield ""
    yield "| case | severity | message |"
    yield "|---|---|---|"
    for name, case in rule.cases.items():
        yield f"| {name or '—'} | {case.severity} | {case.en}<br>{case.zh} |"
    yield ""
    yield f"Suggested fix: {rule.remedy_en} {rule.remedy_zh}"
    yield ""
    yield f"Source: {'; '.join(rule.cites)}."
    yield ""


class Vocabulary(FromCode):
    """Every name in both languages, with the form or law that it comes from."""

    def lines(self) -> Iterator[str]:
        """Yield one section a class, then one a list of words."""
        for table in (FIELDS, WORDS):
            for owner, terms in table.items():
                yield f"## {owner}"
                yield ""
                yield "| key | 中文 | English | source |"
                yield "|---|---|---|---|"
                for key, term in terms.items():
                    yield f"| `{key}` | {term.zh} | {term.en} | {term.source} |"
                yield ""


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives."""
    app.add_directive("rule-catalogue", RuleCatalogue)
    app.add_directive("vocabulary", Vocabulary)
    return {"parallel_read_safe": True}
