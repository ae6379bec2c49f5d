"""SUM: figures that add up to other figures of the same document (勾稽关系), a rule for each family of equations."""

from collections.abc import Iterator
from functools import partial

from perfreport.findings import Severity
from perfreport.frozenmap import FrozenMap
from perfreport.money import Money, total
from perfreport.places import Way
from perfreport.reconciliation import Verdict, judge
from perfreport.reconciliation.equations import FAMILIES, Family, Identity
from perfreport.rules._core import Case, Rule, Seen
from perfreport.rules._index import Index

__all__ = ["RULES", "rule_of"]

#: How many steps of a way name a table: the account, the form.
_TABLE = 3

_CASES = FrozenMap(
    {
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
)
_REMEDY = (
    "核对所列数字与账表，改正有误的一项；如属尾差，可注明“因四舍五入存在尾差”。",
    "Compare each figure with the accounts and correct the wrong one; where it is rounding, a footnote may say so.",
)


def rule_of(family: Family) -> Rule:
    """Return the rule that judges the equations of *family*."""
    return Rule(
        code=family.code,
        cites=family.cites,
        title_zh=family.title[0],
        title_en=family.title[1],
        remedy_zh=_REMEDY[0],
        remedy_en=_REMEDY[1],
        cases=_CASES,
        manual=family.manual[1],
        manual_zh=family.manual[0],
        name=family.name,
        look=partial(_judged, family),
    )


def _judged(family: Family, index: Index) -> Iterator[Seen]:
    """Yield the sums of *family* that are not exact; several rounding notes of one table are one."""
    rounded: dict[Way, list[Identity]] = {}
    for identity in index.identities(family):
        verdict = judge(identity.total, [money for _, money in identity.parts], identity.presentation)
        if verdict is Verdict.MISMATCH:
            yield _seen(identity, verdict)
        elif verdict is Verdict.ROUNDING:
            rounded.setdefault(identity.way[:-1][:_TABLE], []).append(identity)
    for table, found in rounded.items():
        yield _seen(found[0], Verdict.ROUNDING) if len(found) == 1 else _listed(index, table, found)


def _seen(identity: Identity, verdict: Verdict) -> Seen:
    parts = tuple(money for _, money in identity.parts)
    summed = total(parts)
    facts = {"total": identity.total, "parts": parts, "sum": summed, "gap": summed - identity.total}
    return Seen(identity.way, facts, verdict.value)


def _listed(index: Index, table: Way, found: list[Identity]) -> Seen:
    gaps = [_gap(identity) for identity in found]
    places = tuple(index.place(identity.way) for identity in found)
    return Seen(table, {"count": len(found), "gap": max(gaps), "places": places}, "roundings")


def _gap(identity: Identity) -> Money:
    return abs(total(money for _, money in identity.parts) - identity.total)


RULES: tuple[Rule, ...] = tuple(map(rule_of, FAMILIES))
