"""Codes that stand in reports: the books of functions and economic items, and identifiers of bodies and documents."""

from perfreport.codes import books, identifiers

__all__ = ["books", "identifiers"]
