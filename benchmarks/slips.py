"""
How often the amount that was meant is among the first suggestions: ``python benchmarks/slips.py --cases 10000``.

Each case is a table of a department: 支出合计 = 基本支出 + 项目支出, 基本支出 = 人员经费 + 公用经费, and 项目支出 =
three to eight projects. Amounts are drawn in 分 and printed in 万元 with two decimals, each rounded for itself.
One slip is made in one figure, larger than twice what rounding explains.
"""

import argparse
from collections import Counter
from collections.abc import Callable
from random import Random

from perfreport.money import Money, Presentation, Unit
from perfreport.places import pointer
from perfreport.reconciliation import reconcile_identities
from perfreport.reconciliation.equations import Identity

PAGE = Presentation(Unit.WAN, 2)
WAYS = ("total", "basic", "personnel", "public", "project")
FIRST = 3


def table(chance: Random) -> dict[str, int]:
    """Return the amounts of a table in 分, by the name of the row."""
    count = chance.randint(3, 8)
    items = {f"item {at}": chance.randint(10**5, 10 ** chance.randint(7, 10)) for at in range(1, count + 1)}
    personnel, public = (chance.randint(10**6, 10**10) for _ in range(2))
    project = sum(items.values())
    basic = personnel + public
    return {
        "total": basic + project, "basic": basic, "personnel": personnel, "public": public, "project": project, **items,
    }  # fmt: skip


def identities(figures: dict[str, Money]) -> list[tuple[str, Identity]]:
    """Return the equations of a table."""
    sums = {
        "total": ("basic", "project"),
        "basic": ("personnel", "public"),
        "project": tuple(name for name in figures if name not in WAYS),
    }
    return [
        ("SUM", Identity((whole,), figures[whole], tuple(((part,), figures[part]) for part in parts), PAGE))
        for whole, parts in sums.items()
    ]


def swapped(money: Money, exact: int, chance: Random) -> Money | None:
    """Return *money* with two different digits next to each other exchanged."""
    del exact
    digits = f"{money.amount:f}"
    places = [
        (one, other)
        for one, other in zip(range(len(digits)), [*range(1, len(digits)), 0], strict=True)
        for one, other in [(one, other + (digits[other] == "."))]
        if digits[one] != "." and one < other < len(digits) and digits[one] != digits[other]
    ]
    if not places:
        return None
    one, other = chance.choice(places)
    changed = list(digits)
    changed[one], changed[other] = changed[other], changed[one]
    return None if changed[0] == "0" and changed[1] != "." else Money.wan("".join(changed))


def in_yuan(money: Money, exact: int, chance: Random) -> Money:
    """Return the figure in 元, printed under a head of 万元."""
    del money, chance
    return Money.wan(f"{exact // 100}.{exact % 100:02}")


def too_small(money: Money, exact: int, chance: Random) -> Money:
    """Return the figure divided by 10,000 once too often, with all of its digits."""
    del exact, chance
    return Money(money.amount.scaleb(-4), Unit.WAN)


SLIPS: dict[str, Callable[[Money, int, Random], Money | None]] = {
    "digits swapped": swapped,
    "元 for 万元": in_yuan,
    "万元 twice": too_small,
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = Random(given.seed)  # noqa: S311 - a trial, not a secret
    tried, first, among, contained = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    while tried.total() < given.cases:
        name = chance.choice(["digits swapped", "digits swapped", "元 for 万元", "万元 twice"])
        exact = table(chance)
        figures = {row: PAGE.round(Money.yuan(f"{amount // 100}.{amount % 100:02}")) for row, amount in exact.items()}
        row = chance.choice(sorted(figures))
        wrong = SLIPS[name](figures[row], exact[row], chance)
        # Half a step for each figure of an equation, twice.
        tolerance = Money.wan("0.01") * len(figures)
        if wrong is None or abs(wrong - figures[row]) <= tolerance:
            continue
        tried[name] += 1
        found = reconcile_identities(identities({**figures, row: wrong})).conflicts
        contained[name] += any(pointer((row,)) == figure.pointer for one in found for figure in one.figures)
        told = [(one.pointer, one.value) for conflict in found for one in conflict.suggestions[:FIRST]][:FIRST]
        meant = (pointer((row,)), figures[row])
        first[name] += told[:1] == [meant]
        among[name] += meant in told
    print(f"{'slip':18}{'cases':>8}{'in the set':>12}{'first':>10}{'first three':>13}")
    for name in (*SLIPS, None):
        totals = [counter.total() if name is None else counter[name] for counter in (tried, contained, first, among)]
        shares = [f"{100 * count / totals[0]:.2f}%" for count in totals[1:]]
        print(f"{name or 'all':18}{totals[0]:>8}{shares[0]:>12}{shares[1]:>10}{shares[2]:>13}")


if __name__ == "__main__":
    main()
