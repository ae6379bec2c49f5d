"""Codes of budget units, of projects, and of published accounts."""

import re
from typing import Any, final

from attrs import Attribute, field, frozen

from perfreport.codes.identifiers._regions import RegionCode
from perfreport.codes.identifiers._shape import code_after, folded, is_readable, shaped
from perfreport.findings import because

__all__ = ["ProjectCode", "SupervisionIndex", "UnitCode"]

_UNIT = re.compile("(?:[0-9]{3}){1,7}")
_UNIT_EXPECTED = because("3, 6, 9, … or 21 digits: 3 of the department and 3 of each unit below")
#: What makes a number of the digits before it: 120人, 100万元, 201年.
_COUNTED = tuple("年月日号个家户人次名万亿元%％.．,，、/第")
_PROJECT = re.compile("[0-9A-Z]{1,21}")
_PROJECT_EXPECTED = because("1 to 21 digits and letters")
_EVIDENT = re.compile("([0-9]{6})([0-9]{2})([A-Z])[0-9A-Z]{12}")
_SUPERVISION = re.compile("[0-9]{17}")
_SUPERVISION_EXPECTED = because("17 digits")


def _valid_unit(_: object, __: "Attribute[Any]", value: str) -> None:
    shaped(_UNIT, value, value, _UNIT_EXPECTED)


@final
@frozen
class UnitCode:
    """
    The code of a budget unit (预算单位编码): three digits of the department, and three more for each level below.

    Data standards of the integrated budget system (预算管理一体化), field agency_code.

    >>> UnitCode.split("219001-某某局本级")
    (UnitCode(text='219001'), '某某局本级')
    """

    text: str = field(validator=_valid_unit)

    @classmethod
    def parse(cls, text: str) -> "UnitCode":
        """
        Return the code that *text* writes; blanks and full-width digits are folded.

        Raises:
            InvalidCode: if its digits are not in threes, or more than 21.
        """
        return cls(shaped(_UNIT, folded(text, _UNIT_EXPECTED), text, _UNIT_EXPECTED))

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Tell whether `parse` takes *text*."""
        return is_readable(cls.parse, text)

    @classmethod
    def split(cls, text: str) -> "tuple[UnitCode | None, str]":
        """
        Return the code and the name of a cell that holds both, or no code and the text: 219001-…, [155]…, 169某局.

        Only for cells that are to hold a code: a body may be called 120急救中心. Digits that count something are left
        alone.
        """
        found = code_after(text)
        if found is None or not cls.is_valid(found[0]) or not (found[1] or not found[2].startswith(_COUNTED)):
            return None, text
        return cls.parse(found[0]), found[2]

    @property
    def department(self) -> "UnitCode":
        """The department that the unit belongs to; itself if it is one."""
        return UnitCode(self.text[:3])

    @property
    def parent(self) -> "UnitCode | None":
        """The unit one level above; `None` for a department."""
        return UnitCode(self.text[:-3]) if len(self.text) > len("219") else None

    def __str__(self) -> str:
        return self.text


def _valid_project(_: object, __: "Attribute[Any]", value: str) -> None:
    shaped(_PROJECT, value, value, _PROJECT_EXPECTED)


@final
@frozen
class ProjectCode:
    """
    The code of a project (项目编码), which is opaque.

    Data standards of the integrated budget system (预算管理一体化), field pro_code. Many codes of 21 characters seem to
    start with a region, a year and a letter; `region`, `year` and `letter` say so, as hints and no more.

    >>> ProjectCode("51092324T000010263357").year
    2024
    """

    text: str = field(validator=_valid_project)

    @classmethod
    def parse(cls, text: str) -> "ProjectCode":
        """
        Return the code that *text* writes; blanks, small letters and full-width characters are folded.

        Raises:
            InvalidCode: if it is not 1 to 21 digits and letters.
        """
        return cls(shaped(_PROJECT, folded(text, _PROJECT_EXPECTED), text, _PROJECT_EXPECTED))

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Tell whether `parse` takes *text*."""
        return is_readable(cls.parse, text)

    @classmethod
    def split(cls, text: str) -> "tuple[ProjectCode | None, str]":
        """Return the code and the name of a cell that holds both, parted by a mark, or no code and the text."""
        found = code_after(text)
        if found is None or not (found[1] or not found[2]) or not cls.is_valid(found[0]):
            return None, text
        return cls.parse(found[0]), found[2]

    @property
    def region(self) -> RegionCode | None:
        """The region that the code seems to start with."""
        found = _EVIDENT.fullmatch(self.text)
        return None if found is None else RegionCode(found[1])

    @property
    def year(self) -> int | None:
        """The year that seems to follow the region."""
        found = _EVIDENT.fullmatch(self.text)
        return None if found is None else 2000 + int(found[2])

    @property
    def letter(self) -> str | None:
        """The letter that seems to follow the year; what it stands for is not known."""
        found = _EVIDENT.fullmatch(self.text)
        return None if found is None else found[3]

    def __str__(self) -> str:
        return self.text


def _valid_supervision(_: object, __: "Attribute[Any]", value: str) -> None:
    shaped(_SUPERVISION, value, value, _SUPERVISION_EXPECTED)


@final
@frozen
class SupervisionIndex:
    """
    The number that marks the published accounts of a unit in Yunnan (监督索引号): 17 digits.

    Index numbers of other kinds, with slashes, dashes or letters, are refused.
    """

    text: str = field(validator=_valid_supervision)

    @classmethod
    def parse(cls, text: str) -> "SupervisionIndex":
        """
        Return the number that *text* writes, with or without 监督索引号 in front.

        Blanks and full-width digits are folded.

        Raises:
            InvalidCode: if it is not 17 digits.
        """
        plain = folded(text, _SUPERVISION_EXPECTED).removeprefix("监督索引号").removeprefix(":")
        return cls(shaped(_SUPERVISION, plain, text, _SUPERVISION_EXPECTED))

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Tell whether `parse` takes *text*."""
        return is_readable(cls.parse, text)

    @property
    def region(self) -> RegionCode:
        """The region that its first six digits are."""
        return RegionCode(self.text[:6])

    def __str__(self) -> str:
        return self.text
