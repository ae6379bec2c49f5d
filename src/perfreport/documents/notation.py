"""How figures and headings stand in running text: `find_amounts` and `parse_heading`."""

from perfreport.documents._amounts import FoundAmount, find_amounts
from perfreport.documents._headings import Heading, parse_heading

__all__ = ["FoundAmount", "Heading", "find_amounts", "parse_heading"]
