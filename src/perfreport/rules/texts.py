"""TEXT: what the written sections of a report say."""

from collections.abc import Iterator

from perfreport.findings import Severity
from perfreport.model import PerformanceReport
from perfreport.rules._core import Case, Rule, Seen, rule

__all__ = ["RULES"]


@rule(
    "TEXT001",
    cites=["部门整体支出绩效自评报告提纲 六"],
    title=("标题之下有内容", "Something stands under every heading"),
    remedy=("补充正文，或删去标题。", "Write the text, or take the heading out."),
    cases={
        "": Case(
            Severity.WARNING,
            "“{title}”只有标题，没有内容。",
            "“{title}” is a heading with nothing under it.",
        )
    },
)
def headings_have_a_body(report: PerformanceReport) -> Iterator[Seen]:
    """
    A titled passage has text, figures or points of its own.

    A bare heading is most often what is left when a text was moved to another section.
    """
    if report.narrative is None:
        return
    for way, passage in report.narrative.passages():
        if passage.title is not None and not (passage.text or passage.figures or passage.points):
            yield Seen(("narrative", *way), {"title": passage.title})


RULES: tuple[Rule, ...] = (headings_have_a_body,)
