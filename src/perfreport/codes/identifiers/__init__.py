"""
Identifiers that stand in reports: of bodies, regions, units, projects and documents.

Each class has one contract: `parse` returns the canonical value or raises an `InvalidCode` that says what was expected,
`is_valid` says whether it would and never raises, `str` is the canonical text, and parsing that gives the same value.
"""

from perfreport.codes.identifiers._budget import ProjectCode, SupervisionIndex, UnitCode
from perfreport.codes.identifiers._credit import REGISTRARS, CreditCode
from perfreport.codes.identifiers._documents import DocumentNumber
from perfreport.codes.identifiers._regions import FiscalRegionCode, RegionCode, RegionLevel

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
