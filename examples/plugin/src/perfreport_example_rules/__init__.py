"""Rules that a finance bureau may have besides the standard ones."""

from collections.abc import Iterator
from decimal import Decimal

from perfreport import Department, Severity
from perfreport.model import Result
from perfreport.rules import Case, Index, Rule, Seen, rule

__all__ = ["RULES"]


@rule(
    "LOCAL001",
    cites=["the notice of the bureau, art. 3"],
    title=("写明单位全称", "The full name of the department is stated"),
    manual_zh="部门写明全称，不只写简称。",
    remedy=("补写单位全称。", "Add the full name."),
    cases={"": Case(Severity.NOTE, "只有简称“{name}”。", "Only the short name “{name}” is given.")},
)
def full_name_is_stated(index: Index) -> Iterator[Seen]:
    """The department is named in full, and not only by its short name."""
    for way, department, _ in index.each(Department):
        if department.full_name is None:
            yield Seen(way, {"name": department.name})


@rule(
    "LOCAL002",
    cites=["the notice of the bureau, art. 7"],
    title=("满分需附说明", "Full marks come with an explanation"),
    manual_zh="自评为满分的，说明理由。",
    remedy=("说明满分的依据。", "Say what full marks rest on."),
    cases={"": Case(Severity.WARNING, "自评{score}分，没有说明。", "Full marks of {score}, and not a word beside.")},
)
def full_marks_are_explained(index: Index) -> Iterator[Seen]:
    """A self-evaluation that gives itself full marks says why."""
    for way, result, _ in index.each(Result):
        if result.score == (result.weight or Decimal(100)) and result.opinion is None:
            yield Seen((*way, "score"), {"score": result.score})


RULES: tuple[Rule, ...] = (full_name_is_stated, full_marks_are_explained)
