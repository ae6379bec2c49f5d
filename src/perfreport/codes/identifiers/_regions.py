"""Codes of administrative divisions (GB/T 2260) and of fiscal regions (财政区划代码)."""

import re
from enum import StrEnum
from typing import Any, final

from attrs import Attribute, field, frozen

from perfreport.codes.identifiers._shape import folded, is_readable, shaped
from perfreport.errors import MissingExtra
from perfreport.findings import because

__all__ = ["FiscalRegionCode", "RegionCode", "RegionLevel"]

_REGION = re.compile("[0-9]{6}")
_REGION_EXPECTED = because("6 digits (GB/T 2260)")
_FISCAL = re.compile("[0-9]{9}")
_FISCAL_EXPECTED = because("9 digits: the 6 of the region and 3 more")
_NATION = "100000"
#: Names of one code one after the other, each with its years if it has not always been the name.
_NAMED = re.compile(r"(?:\[([0-9]{4})?-([0-9]{4})?\])?([^\[\],]+)")


@final
class RegionLevel(StrEnum):
    """How far down a region stands, as the zeros at the end of its code say."""

    #: 国家
    NATION = "nation"
    #: 省
    PROVINCE = "province"
    #: 市, 地区, 州, 盟
    PREFECTURE = "prefecture"
    #: 县, 区, 县级市, 旗
    COUNTY = "county"
    #: 乡镇, and zones with a budget of their own
    TOWNSHIP = "township"


def _valid_region(_: object, __: "Attribute[Any]", value: str) -> None:
    shaped(_REGION, value, value, _REGION_EXPECTED)


@final
@frozen
class RegionCode:
    """
    The code of an administrative division: two digits each for province, prefecture and county.

    GB/T 2260. Codes change over time, so every code of this shape is valid; whether there is or was such a region is
    what `names` tells.

    >>> RegionCode("430203").level, str(RegionCode("430203").prefecture)
    (<RegionLevel.COUNTY: 'county'>, '430200')
    """

    text: str = field(validator=_valid_region)

    @classmethod
    def parse(cls, text: str) -> "RegionCode":
        """
        Return the code that *text* writes; blanks and full-width digits are folded.

        Raises:
            InvalidCode: if it is not 6 digits.
        """
        return cls(shaped(_REGION, folded(text, _REGION_EXPECTED), text, _REGION_EXPECTED))

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Tell whether `parse` takes *text*."""
        return is_readable(cls.parse, text)

    @property
    def level(self) -> RegionLevel:
        """How far down the region stands."""
        if self.text == _NATION:
            return RegionLevel.NATION
        if self.text.endswith("0000"):
            return RegionLevel.PROVINCE
        return RegionLevel.PREFECTURE if self.text.endswith("00") else RegionLevel.COUNTY

    @property
    def province(self) -> "RegionCode | None":
        """The province; itself if it is one, `None` for the nation and what is numbered with it."""
        return None if self.text[:2] == _NATION[:2] else RegionCode(self.text[:2] + "0000")

    @property
    def prefecture(self) -> "RegionCode | None":
        """The prefecture; itself if it is one, `None` for provinces, and for counties that name none."""
        return None if self.text[2:4] == "00" else RegionCode(self.text[:4] + "00")

    def names(self, year: int | None = None) -> tuple[str, ...]:
        """
        Return the names of province, prefecture and county in *year*; without a year, the last that each has had.

        Nothing where the region is not known, or was not there in *year*. The names are those of the list that
        python-stdnum carries.

        Raises:
            MissingExtra: if python-stdnum is not installed.
        """
        codes = [code.text for code in (self.province, self.prefecture, self) if code is not None]
        names = [_name(recorded, year) for recorded in map(_recorded, dict.fromkeys(codes))]
        return tuple(name for name in names if name is not None) if names[-1] is not None else ()

    def __str__(self) -> str:
        return self.text


def _recorded(code: str) -> str:
    """Return what the list says of one code: 北区 until 1996 and 芦淞区 since 1997, in its own notation."""
    try:
        from stdnum import numdb  # noqa: PLC0415 - an extra, and its list is large
    except ImportError:
        raise MissingExtra("codes", because("names of regions")) from None
    *_, (_, known) = numdb.get("cn/loc").info(code)
    return known.get("county", "")


def _name(recorded: str, year: int | None) -> str | None:
    found = [
        name
        for since, until, name in _NAMED.findall(recorded)
        if year is None or (int(since or 0) <= year <= int(until or 9999))
    ]
    return found[-1] if found else None


def _valid_fiscal(_: object, __: "Attribute[Any]", value: str) -> None:
    shaped(_FISCAL, value, value, _FISCAL_EXPECTED)


@final
@frozen
class FiscalRegionCode:
    """
    The code of a region that has a budget (财政区划代码): that of the division, and three digits for what is below.

    Data standards of the integrated budget system (预算管理一体化), field mof_div_code.

    >>> str(FiscalRegionCode("430203000").region)
    '430203'
    """

    text: str = field(validator=_valid_fiscal)

    @classmethod
    def parse(cls, text: str) -> "FiscalRegionCode":
        """
        Return the code that *text* writes; blanks and full-width digits are folded.

        Raises:
            InvalidCode: if it is not 9 digits.
        """
        return cls(shaped(_FISCAL, folded(text, _FISCAL_EXPECTED), text, _FISCAL_EXPECTED))

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Tell whether `parse` takes *text*."""
        return is_readable(cls.parse, text)

    @property
    def region(self) -> RegionCode:
        """The administrative division that it is or belongs to."""
        return RegionCode(self.text[:6])

    @property
    def level(self) -> RegionLevel:
        """How far down it stands."""
        return self.region.level if self.text.endswith("000") else RegionLevel.TOWNSHIP

    def __str__(self) -> str:
        return self.text
