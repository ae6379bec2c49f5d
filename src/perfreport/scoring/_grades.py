"""Grades (评价等级): bands of the total as values."""

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias, final

from attrs import Attribute, evolve, field, frozen

from perfreport._checks import SAID, IsA, Within, refuse
from perfreport.classification import Grade
from perfreport.errors import InvalidValue, shown
from perfreport.findings import because
from perfreport.frozenmap import FrozenMap
from perfreport.money.pages import MAX_PLACES
from perfreport.numerals import exact, round_half_up
from perfreport.scoring._policy import decimal
from perfreport.scoring._results import Total

__all__ = ["DEPLOYED_80_70_60", "NATIONAL", "SCHEMES", "SHANGHAI", "GradeScheme", "grade", "graded_differently"]

#: Pairs of the least total of a band and its grade, from the best grade down; the last begins at 0.
Bands: TypeAlias = tuple[tuple[Decimal, Grade], ...]

_total = decimal("0", "1000000")


def _descending(scheme: "GradeScheme", attribute: "Attribute[Bands]", bands: Bands) -> None:
    def refused(given: object) -> InvalidValue:
        expected = because("pairs of a Decimal and a Grade, descending from full marks at most to 0")
        return refuse(scheme, attribute, given, "expected {what}, not {given}", what=expected)

    if not isinstance(bands, tuple) or not bands:
        raise refused(bands)
    for band in bands:
        if not isinstance(band, tuple) or len(band) != 2 or not isinstance(band[1], Grade):  # noqa: PLR2004 - a pair
            raise refused(band)
        _total(scheme, attribute, band[0])
    starts = [least for least, _ in bands]
    if starts[0] > scheme.full or starts[-1] != 0 or starts != sorted(set(starts), reverse=True):
        raise refused(bands)
    if len({label for _, label in bands}) != len(bands):
        raise InvalidValue("GradeScheme", "bands", because("a grade has one band"))


@final
@frozen(kw_only=True)
class GradeScheme:
    """
    The bands of the total that make a grade, each with its lower end.

    Raises:
        InvalidValue: if the bands do not descend to 0, or leave the scale.
    """

    #: The name that files and messages use, such as ``national``.
    name: str = field(validator=SAID)
    #: Where the bands are written.
    citation: str = field(validator=SAID)
    #: Full marks of the scale on which the bands are stated.
    full: Decimal = field(default=Decimal(100), validator=decimal("0", "1000000", open_low=True))
    #: The least total of each band with its grade, from the best one down to 0.
    bands: Bands = field(validator=_descending)
    #: Whether the total is graded as it is printed, and not before rounding.
    rounded: bool = field(default=True, validator=IsA(bool))
    #: The decimals of a printed total.
    places: int = field(default=2, validator=Within(0, MAX_PLACES))


def _bands(*starts: int, labels: tuple[Grade, ...]) -> Bands:
    return tuple(zip(map(Decimal, (*starts, 0)), labels, strict=True))


_WORDS = (Grade.EXCELLENT, Grade.GOOD, Grade.FAIR, Grade.POOR)

#: 优 from 90, 良 from 80, 中 from 60, 差 below.
NATIONAL = GradeScheme(name="national", citation="财预〔2020〕10号", bands=_bands(90, 80, 60, labels=_WORDS))

#: 优 from 80, 良 from 70, 中 from 60, 差 below, as some deployed systems have it.
DEPLOYED_80_70_60 = GradeScheme(
    name="deployed-80-70-60", citation="预算管理一体化系统 绩效管理模块", bands=_bands(80, 70, 60, labels=_WORDS)
)

#: 优 from 90, 良 from 75, 合格 from 60, 不合格 below. The words are as published accounts print them; the bands are not
#: printed there, and still to be confirmed.
SHANGHAI = GradeScheme(
    name="shanghai",
    citation="上海市部门决算公开 (评价等级)",
    bands=_bands(90, 75, 60, labels=(Grade.EXCELLENT, Grade.GOOD, Grade.PASS, Grade.FAIL)),
)

#: The schemes by name.
SCHEMES: FrozenMap[str, GradeScheme] = FrozenMap(
    (scheme.name, scheme) for scheme in (NATIONAL, DEPLOYED_80_70_60, SHANGHAI)
)


def grade(
    total: Decimal | Fraction | Total, scheme: GradeScheme = NATIONAL, *, full: Decimal | None = None
) -> Grade | None:
    """
    Return the grade of *total*; `None` where it is outside the scale, or undecided between two bands.

    Every band holds its lower end, so that 90.00 is 优; a deployed system that asks for more than 90 there, and gives
    90.00 no grade at all, is not followed. The total is graded as printed, unless the scheme says otherwise. Where
    full marks are not those of the scheme, *full* says what they are, and the bands go with them.

    Raises:
        InvalidValue: if *total* is none, or *full* is not above 0.
        InvalidNumber: if a Decimal is not a number that people print.

    >>> grade(Decimal("93.72"))
    <Grade.EXCELLENT: 'excellent'>
    >>> grade(Decimal("93.72"), full=Decimal(120))
    <Grade.FAIR: 'fair'>
    """
    scale = Fraction(exact(scheme.full if full is None else full))
    if scale <= 0:
        raise InvalidValue("grade", "full", because("expected full marks above 0, not {given}", given=shown(full)))
    if not isinstance(total, Total):
        if not isinstance(total, Decimal | Fraction):
            reason = because("expected a Decimal, a Fraction or a Total, not {given}", given=shown(total))
            raise InvalidValue("grade", "total", reason)
        number = Fraction(exact(total)) if isinstance(total, Decimal) else total
        return _grade(Fraction(round_half_up(number, scheme.places)) if scheme.rounded else number, scheme, scale)
    if total.exact is not None:
        number = Fraction(total.least) if scheme.rounded else total.exact
        return grade(number, scheme, full=full)
    if total.most is None:
        return None
    lowest, highest = Fraction(total.least), Fraction(total.most)
    found = _grade(lowest, scheme, scale)
    return found if found is _grade(highest, scheme, scale, below=total.most_open) else None


def graded_differently(
    total: Decimal | Fraction | Total, scheme: GradeScheme = NATIONAL, *, full: Decimal | None = None
) -> bool:
    """
    Tell whether rounding moves *total* into another band: 89.996 prints as 90.00.

    >>> graded_differently(Decimal("89.996"))
    True
    """
    printed, unrounded = (evolve(scheme, rounded=rounded) for rounded in (True, False))
    return grade(total, printed, full=full) is not grade(total, unrounded, full=full)


def _grade(total: Fraction, scheme: GradeScheme, full: Fraction, *, below: bool = False) -> Grade | None:
    """Return the grade of *total*, or of what is just *below* it."""
    if not 0 <= total <= full:
        return None
    share = total / full * Fraction(scheme.full)
    held = (label for least, label in scheme.bands if share > least or (share == least and not below))
    return next(held, scheme.bands[-1][1])
