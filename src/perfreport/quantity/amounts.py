"""Counted and measured quantities: one number with its unit."""

import re
from decimal import Decimal
from typing import Annotated, final

from attrs import Attribute, field, frozen

from perfreport._checks import IsA, OrNone
from perfreport.errors import InvalidNumber, InvalidQuantity, shown
from perfreport.findings import because
from perfreport.names import Term
from perfreport.numerals import EXACT, Numeral, exact, plain, tidy
from perfreport.quantity.comparisons import AFTER, BEFORE, PREFIX, Operator

__all__ = ["Quantity", "resolved", "split_unit"]


_ABOUT = "约"
_WRITTEN = {operator: word for word, operator in reversed(BEFORE.items())}
_SUFFIX = re.compile("(以上|以内|以下|左右)$")
_SCALE = re.compile("([十百千]?(?:万亿|万|亿))?(.*)")
_SCALE_WORDS = {1: "十", 2: "百", 3: "千", 4: "万", 5: "十万", 6: "百万", 7: "千万", 8: "亿", 9: "十亿", 10: "百亿",
                11: "千亿", 12: "万亿", 13: "十万亿", 14: "百万亿", 15: "千万亿"}  # fmt: skip
_POWERS = {word: power for power, word in _SCALE_WORDS.items()}
# What a unit may not look like, so that the text of a quantity has one reading.
_UNIT = re.compile(
    r"(?![余多点])[^\s0-9０-９,.，．;；。:：()（）\[\]〔〕【】<>=＞＜＝≥≤≧≦+＋－-]{1,20}(?<!以上|以内|以下|左右)"
)


def _number(value: str | int | Decimal) -> Decimal:
    try:
        return exact(value)
    except InvalidNumber as error:
        raise InvalidQuantity(error.given, error.reason) from None


def _unit(_: object, __: "Attribute[str]", unit: str) -> None:
    if not isinstance(unit, str) or (unit and not _UNIT.fullmatch(unit)):
        raise InvalidQuantity(shown(unit), because("expected a unit of at most 20 characters, such as 人次 or %"))


@final
@frozen(eq=False)
class Quantity:
    """
    A number with its unit and the comparison that was said with it: 超100%, 1万人次, 51名.

    The digits stay as printed and a scale word stays with the unit; `value` and `base_unit` resolve it. Equality and
    hash go by these, by the comparison and by `about`.

    >>> Quantity.parse("1万人次").value
    Decimal('10000')
    """

    amount: Annotated[Decimal, Term("数值", "Number", "GB/T 15835")] = field(converter=_number)
    #: The unit as printed, '' where none was.
    unit: Annotated[str, Term("计量单位", "Unit", "项目支出绩效自评表 (财预〔2020〕10号), 年度指标值")] = field(
        default="", validator=_unit
    )
    operator: Annotated[
        Operator | None, Term("比较词", "Comparison", "项目支出绩效自评表 (财预〔2020〕10号), 年度指标值")
    ] = field(default=None, validator=OrNone(IsA(Operator)))
    #: 约, 近, 左右: the number is approximate.
    about: Annotated[bool, Term("约数", "Approximate", "GB/T 15835")] = field(default=False, validator=IsA(bool))

    @classmethod
    def parse(cls, text: str) -> "Quantity":
        """
        Return the quantity that all of *text* prints.

        Raises:
            InvalidQuantity: if *text* is not one number with a unit.

        >>> Quantity.parse("超100%")
        Quantity(amount=Decimal('100'), unit='%', operator=<Operator.ABOVE: '>'>, about=False)
        """
        try:
            rest = tidy(text)
            about = rest[:1] in ("约", "近")
            rest = rest[about:].lstrip(" ")
            operator = None
            if (before := PREFIX.match(rest)) is not None:
                operator, rest = BEFORE[before.group()], rest[before.end() :]
            if (after := _SUFFIX.search(rest)) is not None:
                operator, about = AFTER.get(after.group(), operator), about or after.group() == "左右"
                rest = rest[: after.start()].rstrip(" ")
            number, unit = Numeral.lead(rest)
        except InvalidNumber as error:
            raise InvalidQuantity(shown(text), error.reason) from None
        if unit[:1] in ("余", "多"):
            operator, unit = Operator.ABOVE, unit[1:]
        return cls(number.digits, _SCALE_WORDS.get(number.power, "") + unit, operator, about)

    @property
    def value(self) -> Decimal:
        """The number with its scale word resolved: 10000 for 1万人次."""
        return resolved(self.amount, self.unit)

    @property
    def base_unit(self) -> str:
        """The unit without its scale word: 人次 for 1万人次."""
        return split_unit(self.unit)[1]

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Quantity) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __str__(self) -> str:
        word = "" if self.operator is None else _WRITTEN[self.operator]
        return f"{_ABOUT if self.about else ''}{word}{self.amount:f}{self.unit}"

    def _key(self) -> tuple[object, ...]:
        return self.value, self.base_unit, self.operator, self.about


def split_unit(unit: str) -> tuple[str, str]:
    """Return the scale word at the start of *unit* and the unit without it: 万 and 人次 of 万人次."""
    found = _SCALE.fullmatch(unit)
    return (found.group(1) or "", found.group(2)) if found else ("", unit)


def resolved(amount: Decimal, unit: str) -> Decimal:
    """Return *amount* with the scale word of *unit* worked in: 10000 for 1 and 万人次."""
    return plain(EXACT.scaleb(amount, _POWERS.get(split_unit(unit)[0], 0)))
