"""Figures added up: rows by the levels of their codes, tables across each other, and units to a department."""

from perfreport.consolidation.sums import (
    Blank,
    CrossTable,
    cross_table,
    leaves,
    sum_by_level,
    sum_of_amounts,
    sum_of_lines,
    sum_of_tables,
)
from perfreport.consolidation.units import Consolidation, Part, consolidate

__all__ = [
    "Blank",
    "Consolidation",
    "CrossTable",
    "Part",
    "consolidate",
    "cross_table",
    "leaves",
    "sum_by_level",
    "sum_of_amounts",
    "sum_of_lines",
    "sum_of_tables",
]
