"""
Identifiers that stand in reports: of bodies, regions, units, projects and documents.

Each class has one contract: `parse` returns the canonical value or raises an `InvalidCode` that says what was expected,
`is_valid` says whether it would and never raises, `str` is the canonical text, and parsing that gives the same value.
"""

from perfreport.identifiers._budget import ProjectCode, SupervisionIndex, UnitCode
from perfreport.identifiers._credit import REGISTRARS, CreditCode
from perfreport.identifiers._documents import DocumentNumber
from perfreport.identifiers._regions import FiscalRegionCode, RegionCode, RegionLevel

__all__ = [
    "REGISTRARS",
    "CreditCode",
    "DocumentNumber",
    "FiscalRegionCode",
    "ProjectCode",
    "RegionCode",
    "RegionLevel",
    "SupervisionIndex",
    "UnitCode",
]
