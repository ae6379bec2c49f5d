"""Add a rule of your own to the standard ones, and read what it finds."""

from collections.abc import Iterator
from pathlib import Path

import perfreport
from perfreport import Quantity, Severity, messages
from perfreport.model import Figure
from perfreport.quantity import Operator
from perfreport.rules import STANDARD, Case, Index, Seen, rule

ALL = Quantity(100, "%")
MORE_THAN_ALL = Quantity(100, "%", Operator.ABOVE)


@rule(
    "OURS001",
    cites=["the notice of the finance bureau"],
    title=("“…率”不超过100%", "No share is more than all"),
    remedy=("说明分母，或改正数字。", "Say what the share is of, or correct the figure."),
    cases={"": Case(Severity.WARNING, "{about}{stated}，请说明分母。", "{about} is {stated}: a share of what?")},
)
def shares_stay_below_all(index: Index) -> Iterator[Seen]:
    """A share that stands in the text (参学率, 完成率) is 100% or less."""
    for way, figure, _ in index.each(Figure):
        share = figure.quantity
        is_share = figure.about.endswith("率") and share.base_unit == "%"
        if is_share and (share.value > ALL.value or share == MORE_THAN_ALL):
            yield Seen(way, {"about": figure.about, "stated": share})


if __name__ == "__main__":
    report = perfreport.load(Path(__file__).with_name("lusong-2022.yaml"))
    for finding in perfreport.check(report, (*STANDARD, shares_stay_below_all)):
        if finding.code == shares_stay_below_all.code:
            print(messages.place(finding.pointer))
            print(messages.render(finding, rules=[shares_stay_below_all]))
