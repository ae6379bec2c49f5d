"""Numbers of official documents (发文字号): 财预〔2020〕10号."""

import re
from typing import Any, final

from attrs import Attribute, field, frozen

from perfreport._checks import Within
from perfreport.codes.identifiers._shape import folded, is_readable, refused, shaped
from perfreport.findings import because

__all__ = ["DocumentNumber"]

_ISSUER = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{1,20}")
_ISSUER_EXPECTED = because("1 to 20 Chinese characters")
_SERIAL = re.compile("[0-9]{1,6}(?:-[0-9]{1,4})?")
_SERIAL_EXPECTED = because("a number such as 10 or 2-1")
_NUMBER = re.compile(rf"({_ISSUER.pattern})[〔\[【(〖﹝]([0-9]{{4}})[〕\]】)〗﹞]({_SERIAL.pattern})[号號]")
_EXPECTED = because("issuer, year in brackets, number and 号, such as 财预〔2020〕10号")
_YEARS = (1949, 2199)


def _valid_issuer(_: object, __: "Attribute[Any]", value: str) -> None:
    shaped(_ISSUER, value, value, _ISSUER_EXPECTED)


def _valid_serial(_: object, __: "Attribute[Any]", value: str) -> None:
    shaped(_SERIAL, value, value, _SERIAL_EXPECTED)


@final
@frozen(kw_only=True)
class DocumentNumber:
    """
    The number of an official document: who issues it, in which year, and which one it is.

    GB/T 9704-2012 sets the year in 〔〕; every other bracket is read, and written so.

    >>> str(DocumentNumber.parse("津财基指[2022] 23 号"))
    '津财基指〔2022〕23号'
    """

    #: 发文机关代字, as printed.
    issuer: str = field(validator=_valid_issuer)
    year: int = field(validator=Within(*_YEARS))
    #: The number as printed: 10, 010, 2-1.
    serial: str = field(validator=_valid_serial)

    @classmethod
    def parse(cls, text: str) -> "DocumentNumber":
        """
        Return the number that *text* writes, in whatever brackets.

        A number that has lost its brackets is refused: where its year ends cannot be told.

        Raises:
            InvalidCode: if it is none.
        """
        found = _NUMBER.fullmatch(folded(text, _EXPECTED))
        if found is None:
            raise refused(text, because("expected {what}", what=_EXPECTED))
        issuer, year, serial = found.groups()
        if not _YEARS[0] <= int(year) <= _YEARS[1]:
            low, high = _YEARS
            raise refused(text, because("{year} is no year from {low} to {high}", year=year, low=low, high=high))
        return cls(issuer=issuer, year=int(year), serial=serial)

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Tell whether `parse` takes *text*."""
        return is_readable(cls.parse, text)

    def __str__(self) -> str:
        return f"{self.issuer}〔{self.year}〕{self.serial}号"
