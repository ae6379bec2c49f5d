"""Which rows of a list of codes add up to the row above the list."""

from collections.abc import Sequence

from perfreport.model import EconomicLine, FunctionalLine

__all__ = ["highest", "personnel"]


def highest(rows: Sequence[FunctionalLine | EconomicLine]) -> list[int]:
    """Return where the codes stand that no other code contains; nothing if a code stands twice."""
    codes = [row.code for row in rows]
    known = set(codes)
    if len(known) < len(codes):
        return []
    return [at for at, code in enumerate(codes) if not any(code[:digits] in known for digits in range(1, len(code)))]


def personnel(rows: Sequence[EconomicLine]) -> list[int]:
    """Return the highest rows of 301 and 303, which personnel expenditure consists of."""
    return [at for at in highest(rows) if rows[at].code[:3] in ("301", "303")]
