"""
What stands in published documents: amounts in running text, and the headings that divide it.

Nothing is guessed: what could be read in two ways is not read, so that no figure is ever a wrong one.
"""

from perfreport.documents.notation import FoundAmount, Heading, find_amounts, parse_heading

__all__ = ["FoundAmount", "Heading", "find_amounts", "parse_heading"]
