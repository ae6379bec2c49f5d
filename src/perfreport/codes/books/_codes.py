"""The shapes of codes: which codes stand above a code, and the notations in which documents print one."""

import re
from collections.abc import Iterator

__all__ = ["normal_code", "upwards"]

#: Texts longer than this are no printed code.
_LONGEST = 200
_FOLDED = str.maketrans("０１２３４５６７８９（）\u3000\u00a0\u2002\u2003\u2009\u202f", "0123456789()      ")
_JOINED = re.compile(r"[0-9]{3}(?:[0-9]{2}){0,2}")
_COLUMNS = re.compile(r"([0-9]{3})\s+([0-9]{2})(?:\s+([0-9]{2}))?")
_MARKED = re.compile(r"\( ?([0-9]*) ?([类款项]) ?\)")
_DIGITS = re.compile(r"[0-9]{3}(?:[0-9]{2})*")
#: What marks the parts of a code among names, and how many digits each has.
_PARTS = (("类", 3), ("款", 2), ("项", 2))


def upwards(code: str) -> Iterator[str]:
    """Yield *code* and the codes above it, from the longest; nothing if it is not 3 digits and then pairs of digits."""
    if len(code) <= _LONGEST and code.isascii() and _DIGITS.fullmatch(code):
        for length in range(len(code), 2, -2):
            yield code[:length]


def normal_code(text: str) -> str | None:
    """
    Return the code that all of *text* prints, joined; `None` for whatever is not clearly one code.

    It may stand in one piece, in the two or three columns of a printed table, or among the names of its parts. Nothing
    is padded or cut: a broken cell such as ``301 2`` is no code. Whether a book has the code is another question.

    >>> normal_code("201 13 01")
    '2011301'
    >>> normal_code("公共安全支出（204类）司法（06款）行政运行（01项）")
    '2040601'
    >>> normal_code("301 2")
    """
    if not isinstance(text, str) or len(text) > _LONGEST:
        return None
    folded = text.translate(_FOLDED).strip()
    if _JOINED.fullmatch(folded):
        return folded
    if (found := _COLUMNS.fullmatch(folded)) is not None:
        return "".join(part for part in found.groups() if part is not None)
    return _among_names(folded)


def _among_names(text: str) -> str | None:
    marks = _MARKED.findall(text)
    rest = _MARKED.sub("", text)
    shape = tuple((word, len(digits)) for digits, word in marks)
    # Digits outside the marks are something else's: an amount, a year, a second code.
    if not marks or shape != _PARTS[: len(shape)] or any(character.isdecimal() for character in rest):
        return None
    return "".join(digits for digits, _ in marks)
