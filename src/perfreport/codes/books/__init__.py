"""
Code books: what the codes of budgets and accounts are called, what they add up to, and what they are elsewhere.

Codes are opaque text. Each row says where it was seen and when it is in force, and a code that a book lacks is unknown,
not wrong. The books are read from the package when they are first asked for.
"""

from perfreport.codes.books._aggregates import AGGREGATES, Aggregate
from perfreport.codes.books._book import Book, CodeOutcome, CodeVerdict, judge_code
from perfreport.codes.books._codes import normal_code
from perfreport.codes.books._entries import Confidence, Entry, Level, Source, UnitKind
from perfreport.codes.books._files import book
from perfreport.codes.books._mappings import (
    CofogMatch,
    Correspondence,
    cofog_mapping,
    cofog_match,
    cofog_of,
    economic_mapping,
    government_code,
)

__all__ = [
    "AGGREGATES",
    "Aggregate",
    "Book",
    "CodeOutcome",
    "CodeVerdict",
    "CofogMatch",
    "Confidence",
    "Correspondence",
    "Entry",
    "Level",
    "Source",
    "UnitKind",
    "cofog",
    "cofog_mapping",
    "cofog_match",
    "cofog_of",
    "department_economic",
    "economic_mapping",
    "functional",
    "government_code",
    "government_economic",
    "judge_code",
    "normal_code",
]


def functional() -> Book:
    """Return the functional classification of expenditure (支出功能分类科目): 类, 款, 项."""
    return book("functional")


def department_economic() -> Book:
    """Return the economic classification of department budgets (部门预算支出经济分类科目), since 2018: 类, 款."""
    return book("department-economic")


def government_economic() -> Book:
    """Return the economic classification of government budgets (政府预算支出经济分类科目), since 2018: 类, 款."""
    return book("government-economic")


def cofog() -> Book:
    """Return the Classification of the Functions of Government (United Nations, 1999): division, group, class."""
    return book("cofog")
