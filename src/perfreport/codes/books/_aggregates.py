"""Sums that documents name and define by economic codes."""

from typing import final

from attrs import evolve, field, frozen

from perfreport._checks import SAID, Each, IsA
from perfreport.codes.books._codes import upwards
from perfreport.codes.books._entries import UnitKind
from perfreport.errors import InvalidValue, shown
from perfreport.findings import because
from perfreport.frozenmap import FrozenMap

__all__ = ["AGGREGATES", "Aggregate"]


@final
@frozen(kw_only=True)
class Aggregate:
    """A sum with a name of its own, made up of codes of the department economic classification."""

    name_zh: str = field(validator=SAID)
    name_en: str = field(validator=SAID)
    #: The codes that belong to it, each with all that stands below it.
    codes: tuple[str, ...] = field(validator=Each(SAID))
    #: Codes that some tables add, and others do not.
    extras: tuple[str, ...] = field(default=(), validator=Each(SAID))
    #: Whether only basic expenditure (基本支出) counts.
    basic_only: bool = field(default=False, validator=IsA(bool))
    #: The kinds of units that have it.
    unit_kinds: tuple[UnitKind, ...] = field(default=tuple(UnitKind), validator=Each(IsA(UnitKind)))
    source: str = field(validator=SAID)

    def holds(self, code: str) -> bool:
        """Tell whether *code* is one of the codes or stands below one."""
        return any(above in self.codes for above in upwards(code))

    def widened(self, *extras: str) -> "Aggregate":
        """
        Return the aggregate with these of its extras counted in; with all of them if none is named.

        Raises:
            InvalidValue: for a code that is no extra.
        """
        for code in extras:
            if code not in self.extras:
                reason = because("expected one of {values}, not {given}", values=self.extras, given=shown(code))
                raise InvalidValue("Aggregate", "extras", reason)
        added = extras or self.extras
        return evolve(
            self, codes=(*self.codes, *added), extras=tuple(code for code in self.extras if code not in added)
        )


_TRAVEL, _BOUGHT, _RUN, _HOSPITALITY = ("30212",), ("31013", "30913"), ("30231",), ("30217",)
_ITEMS = "部门预算支出经济分类"
_THREE = "部门决算, 财政拨款“三公”经费支出决算表"
_BASIC = "部门决算, 一般公共预算财政拨款基本支出决算表"

#: The aggregates, by a word of ours.
AGGREGATES: FrozenMap[str, Aggregate] = FrozenMap(
    {
        "three-public": Aggregate(
            name_zh="“三公”经费",
            name_en="Overseas travel, vehicles, hospitality",
            codes=(*_TRAVEL, *_BOUGHT, *_RUN, *_HOSPITALITY),
            source=_THREE,
        ),
        "overseas-travel": Aggregate(
            name_zh="因公出国（境）费", name_en="Official overseas travel", codes=_TRAVEL, source=_THREE
        ),
        "vehicles": Aggregate(
            name_zh="公务用车购置及运行维护费", name_en="Official vehicles", codes=(*_BOUGHT, *_RUN), source=_THREE
        ),
        "vehicle-purchase": Aggregate(
            name_zh="公务用车购置费", name_en="Purchase of official vehicles", codes=_BOUGHT, source=_THREE
        ),
        "vehicle-running": Aggregate(
            name_zh="公务用车运行维护费", name_en="Running of official vehicles", codes=_RUN, source=_THREE
        ),
        "hospitality": Aggregate(
            name_zh="公务接待费", name_en="Official hospitality", codes=_HOSPITALITY, source=_THREE
        ),
        "meetings": Aggregate(name_zh="会议费", name_en="Meetings", codes=("30215",), source=_ITEMS),
        "training": Aggregate(name_zh="培训费", name_en="Training", codes=("30216",), source=_ITEMS),
        "personnel": Aggregate(
            name_zh="人员经费", name_en="Personnel expenditure", codes=("301", "303"), basic_only=True, source=_BASIC
        ),
        "public": Aggregate(
            name_zh="公用经费",
            name_en="Public running costs",
            codes=("302", "310"),
            extras=("307", "309", "399"),
            basic_only=True,
            source=_BASIC,
        ),
        "office-running": Aggregate(
            name_zh="机关运行经费",
            name_en="Running costs of administrative bodies",
            codes=("302", "310"),
            basic_only=True,
            unit_kinds=(UnitKind.ADMINISTRATIVE,),
            source="预算法 art. 14",
        ),
    }
)
