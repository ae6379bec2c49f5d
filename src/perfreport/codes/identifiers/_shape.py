"""What all identifiers share: folding of the characters that people and forms vary, and refusal in the same words."""

import re
from collections.abc import Callable

from perfreport.errors import InvalidCode, shown
from perfreport.findings import Reason, because

__all__ = ["code_after", "folded", "is_readable", "refused", "shaped"]

#: Texts longer than this are not looked at.
MAX_CHARACTERS = 120
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_CAPITALS = {small: small - 32 for small in range(ord("a"), ord("z") + 1)}
_WIDE_CAPITALS = {small + 0xFEE0: small - 32 for small in _CAPITALS}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_BLANKS = dict.fromkeys(map(ord, " \t\r\n\u00a0\u2002\u2003\u2009\u202f\u3000\u200b\u2060\ufeff"))
_FOLDED = {**_WIDE, **_CAPITALS, **_WIDE_CAPITALS, **_DASHES, **_BLANKS}


def refused(given: object, reason: Reason) -> InvalidCode:
    """Return the error that says why *given* is not such a code."""
    return InvalidCode(shown(given), reason)


def folded(text: str, expected: Reason, *, without: str = "") -> str:
    """
    Return *text* without blanks and without the characters *without*, with full-width forms and small letters folded.

    Raises:
        InvalidCode: if *text* is no text, or too long to be a code.
    """
    if not isinstance(text, str):
        raise refused(text, because("expected text: {what}", what=expected))
    if len(text) > MAX_CHARACTERS:
        raise refused(
            text, because("it is longer than {most} characters; expected {what}", most=MAX_CHARACTERS, what=expected)
        )
    plain = text.translate(_FOLDED)
    return plain.translate(dict.fromkeys(map(ord, without))) if without else plain


def shaped(pattern: re.Pattern[str], text: object, given: object, expected: Reason) -> str:
    """
    Return *text* if all of it has this shape.

    Raises:
        InvalidCode: if it has not; the message shows *given*.
    """
    if not isinstance(text, str) or len(text) > MAX_CHARACTERS or not pattern.fullmatch(text):
        raise refused(given, because("expected {what}", what=expected))
    return text


def is_readable(parse: Callable[[str], object], text: str) -> bool:
    """Tell whether *parse* takes *text*."""
    try:
        parse(text)
    except InvalidCode:
        return False
    return True


_BRACKETED = re.compile(r"[\[【〔(（［]([^\[\]【】〔〕()（）［］]*)[\]】〕)）］](.*)", re.DOTALL)
_LEADING = re.compile(r"([0-9A-Za-z０-９]+)\s*([-－—–:：]?)(.*)", re.DOTALL)


def code_after(text: str) -> tuple[str, bool, str] | None:
    """Return the code that *text* may start with, whether a mark parts it from the rest, and the rest."""
    stripped = text.strip()
    if (found := _BRACKETED.fullmatch(stripped)) is not None:
        return found[1], True, found[2].strip()
    if (found := _LEADING.fullmatch(stripped)) is not None:
        return found[1], bool(found[2]), found[3].strip()
    return None
