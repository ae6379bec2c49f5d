"""What all rules of the family SUM have in common: how a sum is judged, and what is said of it."""

from collections.abc import Iterator

from perfreport.findings import Severity
from perfreport.model import PerformanceReport
from perfreport.money import Money, total
from perfreport.places import Place, pointer
from perfreport.reconcile import Verdict, judge
from perfreport.reconcile.equations import IDENTITIES, Identity
from perfreport.rules._core import Case, Seen

__all__ = ["CASES", "REMEDY", "judged"]

#: How many steps of a way name a table: the account, the form.
_TABLE = 3

CASES = {
    "rounding": Case(
        Severity.NOTE,
        "各项之和{parts} = {sum}，与所列{total}相差{gap}，在四舍五入的尾差范围内。",
        "The parts {parts} = {sum} differ from the stated {total} by {gap}, which rounding explains.",
    ),
    "roundings": Case(
        Severity.NOTE,
        "表内{count}处合计与各项之和有尾差，最大{gap}，均在四舍五入的范围内：{places}。",
        "{count} totals of this table differ from their parts by up to {gap}, which rounding explains: {places}.",
    ),
    "mismatch": Case(
        Severity.ERROR,
        "各项之和{parts} = {sum}，与所列{total}相差{gap}，四舍五入不能解释。",
        "The parts {parts} = {sum} differ from the stated {total} by {gap}, more than rounding explains.",
    ),
}
REMEDY = (
    "核对所列数字与账表，改正有误的一项；如属尾差，可注明“因四舍五入存在尾差”。",
    "Compare each figure with the accounts and correct the wrong one; where it is rounding, a footnote may say so.",
)


def judged(report: PerformanceReport, code: str) -> Iterator[Seen]:
    """Yield the sums of the family *code* that are not exact; several rounding notes of one table are one."""
    rounded: dict[tuple[str | int, ...], list[Identity]] = {}
    for identity in IDENTITIES[code](report):
        verdict = judge(identity.total, [money for _, money in identity.parts], identity.presentation)
        if verdict is Verdict.MISMATCH:
            yield _seen(identity, verdict)
        elif verdict is Verdict.ROUNDING:
            rounded.setdefault(identity.way[:-1][:_TABLE], []).append(identity)
    for table, found in rounded.items():
        yield _seen(found[0], Verdict.ROUNDING) if len(found) == 1 else _listed(table, found)


def _seen(identity: Identity, verdict: Verdict) -> Seen:
    parts = tuple(money for _, money in identity.parts)
    summed = total(parts)
    facts = {"total": identity.total, "parts": parts, "sum": summed, "gap": summed - identity.total}
    return Seen(identity.way, facts, verdict.value)


def _listed(table: tuple[str | int, ...], found: list[Identity]) -> Seen:
    gaps = [_gap(identity) for identity in found]
    places = tuple(Place(pointer(identity.way)) for identity in found)
    return Seen(table, {"count": len(found), "gap": max(gaps), "places": places}, "roundings")


def _gap(identity: Identity) -> Money:
    gap = total(money for _, money in identity.parts) - identity.total
    return -gap if gap.amount < 0 else gap
