"""Targets and actual values: the cell as it is printed, and what it says."""

from decimal import Decimal
from typing import Annotated, final

from attrs import field, frozen

from perfreport._checks import IsA, OrNone
from perfreport.names import Term
from perfreport.quantity._reading import Reading, read
from perfreport.quantity.amounts import resolved, split_unit
from perfreport.quantity.comparisons import Operator
from perfreport.quantity.measures import Deadline, Direction, MeasureKind

__all__ = ["Actual", "Target"]


class Stated:
    """What targets and actual values have in common: everything that was read from the cell."""

    __slots__ = ()

    reading: Reading

    @property
    def kind(self) -> MeasureKind:
        """What stands in the cell."""
        return self.reading.kind

    @property
    def operator(self) -> Operator | None:
        """The comparison that is printed; `None` where none is."""
        return self.reading.operator

    @property
    def value(self) -> Decimal | None:
        """The number as printed, never scaled: 7 for 7万起; `None` where there is not exactly one."""
        return self.reading.value

    @property
    def unit(self) -> str:
        """The unit in its normal form, '' where none is printed; for a word, the scale that it stands on."""
        return self.reading.unit

    @property
    def amount(self) -> Decimal | None:
        """The number with the scale word of its unit worked in: 10000 for 1万人次."""
        return None if self.value is None else resolved(self.value, self.unit)

    @property
    def base_unit(self) -> str:
        """The unit without its scale word: 人次 for 1万人次."""
        return split_unit(self.unit)[1]

    @property
    def low(self) -> Decimal | None:
        """The lower end of an interval."""
        return self.reading.low

    @property
    def high(self) -> Decimal | None:
        """The upper end of an interval."""
        return self.reading.high

    @property
    def since(self) -> Deadline | None:
        """The beginning of a period."""
        return self.reading.since

    @property
    def deadline(self) -> Deadline | None:
        """The date that is said, or the end of the period."""
        return self.reading.deadline

    @property
    def about(self) -> bool:
        """Whether the number is said to be approximate: 约, 左右."""
        return self.reading.about

    @property
    def level(self) -> str | None:
        """The word that is judged: 显著提升."""
        return self.reading.level

    @property
    def direction(self) -> Direction | None:
        """Which way the value gets better, by the column 指标性质 or by the sign; `None` where neither says."""
        if self.operator in (Operator.ABOVE, Operator.AT_LEAST):
            return Direction.POSITIVE
        if self.operator in (Operator.BELOW, Operator.AT_MOST):
            return Direction.REVERSE
        return self.reading.direction


@final
@frozen
class Target(Stated):
    """
    A target value (年度指标值) as it is printed, and what it says.

    The printed text is the value; what was read from it is derived and can never contradict it. Where a form has the
    sign and the unit in columns of their own (指标性质, 度量单位), these are kept as `nature` and `measure`.

    >>> target = Target.parse("≥95%")
    >>> target.operator, target.value, target.unit
    (<Operator.AT_LEAST: '>='>, Decimal('95'), '%')
    """

    #: The text of the cell; '' where it is blank.
    raw: Annotated[str, Term("指标值", "Cell as printed", "项目支出绩效自评表 (财预〔2020〕10号), 年度指标值")] = field(
        validator=IsA(str)
    )
    #: The column 指标性质 or 符号 as printed: ≥, 正向, 定性.
    nature: Annotated[str | None, Term("指标性质", "Nature", "预算管理一体化规范 computesign")] = field(
        default=None, kw_only=True, validator=OrNone(IsA(str))
    )
    #: The column 度量单位 as printed: %, 人次, 优良中低差.
    measure: Annotated[str | None, Term("度量单位", "Unit of measure", "预算管理一体化规范 meterunit")] = field(
        default=None, kw_only=True, validator=OrNone(IsA(str))
    )
    #: What was read; its parts are also properties of the target.
    reading: Reading = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "reading", read(self.raw, self.nature, self.measure))

    @classmethod
    def parse(cls, text: str, *, nature: str | None = None, measure: str | None = None) -> "Target":
        """Return the target that *text* prints; what is not understood is text, and nothing is ever refused."""
        return cls(text, nature=nature, measure=measure)

    def __str__(self) -> str:
        return self.raw


@final
@frozen
class Actual(Stated):
    """
    An actual value (实际完成值) as it is printed, and what it says; it is read like a `Target`.

    >>> Actual.parse("7.07万起").value, Actual.parse("7.07万起").unit
    (Decimal('7.07'), '万起')
    """

    #: The text of the cell; '' where it is blank.
    raw: Annotated[str, Term("完成值", "Cell as printed", "项目支出绩效自评表 (财预〔2020〕10号), 实际完成值")] = field(
        validator=IsA(str)
    )
    #: The column 指标性质 or 符号 as printed: ≥, 正向, 定性.
    nature: Annotated[str | None, Term("指标性质", "Nature", "预算管理一体化规范 computesign")] = field(
        default=None, kw_only=True, validator=OrNone(IsA(str))
    )
    #: The column 度量单位 as printed: %, 人次, 优良中低差.
    measure: Annotated[str | None, Term("度量单位", "Unit of measure", "预算管理一体化规范 meterunit")] = field(
        default=None, kw_only=True, validator=OrNone(IsA(str))
    )
    #: What was read; its parts are also properties of the actual value.
    reading: Reading = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "reading", read(self.raw, self.nature, self.measure))

    @classmethod
    def parse(cls, text: str, *, nature: str | None = None, measure: str | None = None) -> "Actual":
        """Return the actual value that *text* prints; what is not understood is text, and nothing is ever refused."""
        return cls(text, nature=nature, measure=measure)

    def __str__(self) -> str:
        return self.raw
