"""
What stands in running text: amounts, and the headings that divide it.

Nothing is guessed: what could be read in two ways is not read, so that no figure is ever a wrong one.
"""

from perfreport.notation.amounts import FoundAmount, find_amounts
from perfreport.notation.headings import Heading, parse_heading

__all__ = ["FoundAmount", "Heading", "find_amounts", "parse_heading"]
