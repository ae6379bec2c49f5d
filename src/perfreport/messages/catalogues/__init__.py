"""What the library says in other languages than English, one file for each."""

from perfreport.messages.catalogues.zh_reasons import REASONS

__all__ = ["REASONS"]
