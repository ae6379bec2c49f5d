"""The unified social credit code of a body (统一社会信用代码, GB 32100-2015)."""

import re
from typing import Any, final

from attrs import Attribute, field, frozen

from perfreport.codes.identifiers._regions import RegionCode
from perfreport.codes.identifiers._shape import folded, is_readable, refused, shaped
from perfreport.findings import because
from perfreport.frozenmap import FrozenMap

__all__ = ["REGISTRARS", "CreditCode"]

#: The characters in the order of their values; I, O, S, V and Z look like digits or letters and are not used.
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_MODULUS = 31
#: 3 to the power of 0, 1, …, 16, modulo 31.
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_ORGANIZATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_SHAPE = re.compile(f"[{_ALPHABET}]{{2}}[0-9]{{6}}[{_ALPHABET}]{{10}}")
_EXPECTED = because("18 characters: two of 0-9 and A-Y without I, O, S, V, Z, six digits, ten more of the former")

#: The registrars (登记管理部门) and what they register (机构类别), by the first two characters.
REGISTRARS: FrozenMap[str, tuple[str, FrozenMap[str, str]]] = FrozenMap(
    {
        registrar: (name, FrozenMap(kinds))
        for registrar, name, kinds in (
            ("1", "机构编制", {"1": "机关", "2": "事业单位", "3": "中央编办直接管理机构编制的群众团体", "9": "其他"}),
            ("2", "外交", {"1": "外国常驻新闻机构", "9": "其他"}),
            (
                "3",
                "司法行政",
                {
                    "1": "律师执业机构",
                    "2": "公证处",
                    "3": "基层法律服务所",
                    "4": "司法鉴定机构",
                    "5": "仲裁委员会",
                    "9": "其他",
                },
            ),
            ("4", "文化", {"1": "外国在华文化中心", "9": "其他"}),
            ("5", "民政", {"1": "社会团体", "2": "民办非企业单位", "3": "基金会", "9": "其他"}),
            (
                "6",
                "旅游",
                {"1": "外国旅游部门常驻代表机构", "2": "港澳台地区旅游部门常驻内地（大陆）代表机构", "9": "其他"},
            ),
            ("7", "宗教", {"1": "宗教活动场所", "2": "宗教院校", "9": "其他"}),
            ("8", "工会", {"1": "基层工会", "9": "其他"}),
            ("9", "工商", {"1": "企业", "2": "个体工商户", "3": "农民专业合作社"}),
            ("A", "中央军委改革和编制办公室", {"1": "军队事业单位", "9": "其他"}),
            (
                "N",
                "农业",
                {"1": "组级集体经济组织", "2": "村级集体经济组织", "3": "乡镇级集体经济组织", "9": "其他"},
            ),
            ("Y", "其他", {"1": "其他"}),
        )
    }
)


def _check_character(code: str) -> str:
    total = sum(_ALPHABET.index(character) * weight for character, weight in zip(code, _WEIGHTS, strict=False))
    return _ALPHABET[-total % _MODULUS]


def _checked(code: object, given: object) -> str:
    text = shaped(_SHAPE, code, given, _EXPECTED)
    if text[-1] != _check_character(text):
        # What the right character would be is no help: any of the eighteen may be the wrong one.
        raise refused(given, because("its check character does not go with the others (GB 32100-2015)"))
    return text


def _valid(_: object, __: "Attribute[Any]", value: str) -> None:
    _checked(value, value)


@final
@frozen
class CreditCode:
    """
    The code of a body that some authority registers: authority, kind, region, organization and a check character.

    GB 32100-2015. The check character finds every single wrong character and every exchange of two neighbours. Which
    authorities, kinds and regions there are changes over time; one that is not known here is no fault of the code.

    >>> CreditCode.parse("1143 0203 mb0a 1234 29").kind
    '机关'
    """

    text: str = field(validator=_valid)

    @classmethod
    def parse(cls, text: str) -> "CreditCode":
        """
        Return the code that *text* writes; blanks, hyphens, small letters and full-width characters are folded.

        Raises:
            InvalidCode: if it is none, or its check character does not hold.
        """
        return cls(_checked(folded(text, _EXPECTED, without="-"), text))

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Tell whether `parse` takes *text*."""
        return is_readable(cls.parse, text)

    @property
    def registrar(self) -> str:
        """The first character: the authority that registers (登记管理部门代码)."""
        return self.text[0]

    @property
    def registrar_name(self) -> str | None:
        """The name of that authority; `None` if it is not among `REGISTRARS`."""
        found = REGISTRARS.get(self.registrar)
        return None if found is None else found[0]

    @property
    def category(self) -> str:
        """The second character: what kind of body it is to this authority (机构类别代码)."""
        return self.text[1]

    @property
    def kind(self) -> str | None:
        """The name of that kind; `None` if it is not among `REGISTRARS`."""
        found = REGISTRARS.get(self.registrar)
        return None if found is None else found[1].get(self.category)

    @property
    def region(self) -> RegionCode:
        """The region of the authority (登记管理机关行政区划码), as it was when the code was given."""
        return RegionCode(self.text[2:8])

    @property
    def organization(self) -> str:
        """The nine characters of the body itself (主体标识码, GB 11714)."""
        return self.text[8:17]

    @property
    def organization_check_holds(self) -> bool:
        """Whether the last character of `organization` goes with the eight before it (GB 11714)."""
        total = sum(
            int(character, 36) * weight
            for character, weight in zip(self.organization, _ORGANIZATION_WEIGHTS, strict=False)
        )
        return self.organization[-1] == "0123456789X"[-total % 11]

    def __str__(self) -> str:
        return self.text
