"""
Money as a report states it, and the page that it is printed on.

An amount keeps the digits and the unit that were printed (38.26万元); it compares, adds and hashes by its value in 元.
All arithmetic is exact. A `Presentation` says how a page prints, and so how much a printed figure can hide.
"""

from perfreport.money.amounts import Money, Unit, total
from perfreport.money.pages import Interval, Presentation, allocate, bounds, decimals_of, step, steps_of
from perfreport.money.words import Wording

__all__ = [
    "Interval",
    "Money",
    "Presentation",
    "Unit",
    "Wording",
    "allocate",
    "bounds",
    "decimals_of",
    "step",
    "steps_of",
    "total",
]
