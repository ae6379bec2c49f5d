"""Judge the figures of a printed table, and share out an amount so that the printed shares add up."""

from perfreport import Money, Presentation, Unit
from perfreport.money import allocate, total
from perfreport.reconciliation import judge

page = Presentation(Unit.WAN, places=2, grouping=True)
printed = {"类": "326.71", "款一": "84.65", "款二": "160.75", "款三": "80.38", "款四": "0.94"}
figures = {name: Money.parse(text, page.unit) for name, text in printed.items()}
whole, *parts = figures.values()
print(
    f"{total(parts)} against {whole}: {judge(whole, parts, page)}, up to {page.tolerance(len(parts))} may be rounding"
)

shares = allocate(Money.wan("1000.00"), [3, 3, 1], page)
print(" + ".join(map(page.figure, shares)), "=", page.print(total(shares)))
