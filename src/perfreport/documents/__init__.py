"""
Documents as pages: `compose` makes blocks of a report or a form, and every format writes blocks.

A block knows the way of each value that it shows, so that what is found in a document can be put beside its figures.
"""

from perfreport.documents.blocks import Block, Cell, CellKind, Heading, Listing, Note, Paragraph, Table, cells
from perfreport.documents.compose import compose

__all__ = ["Block", "Cell", "CellKind", "Heading", "Listing", "Note", "Paragraph", "Table", "cells", "compose"]
