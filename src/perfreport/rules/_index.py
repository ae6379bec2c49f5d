"""What rules ask of a document, gathered once for all of them."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, TypeAlias, TypeVar, final

from attrs import fields_dict, frozen

from perfreport.classification import IndicatorKind
from perfreport.model import Document, Indicator, IndicatorLevel, IndicatorTree, PerformanceReport, is_document, walk
from perfreport.money import Presentation
from perfreport.places import Place, Way
from perfreport.reconciliation.equations import Family, Identity, Relation, equations
from perfreport.scoring import Score, ScoringPolicy, score

__all__ = ["Found", "Index", "Tree"]

Kind = TypeVar("Kind")
#: A value with the way to it and the page that it is printed on.
Found: TypeAlias = tuple[Way, Kind, Presentation | None]


@final
@frozen(kw_only=True)
class Tree:
    """The indicators of one form that is scored."""

    #: The way to the tree.
    way: Way
    form: Any
    #: Every indicator, with the way that leads to it from the tree.
    indicators: tuple[tuple[Way, Indicator], ...]

    @property
    def levels(self) -> IndicatorTree:
        """The tree itself."""
        found: IndicatorTree = self.form.indicators
        return found


@final
class Index:
    """One document, a report or a form that stands alone, and what stands in it by kind."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._equations: dict[str, tuple[Identity | Relation, ...]] = {}
        self._earned: dict[ScoringPolicy, tuple[tuple[Way, Indicator, Score], ...]] = {}
        self._found: dict[type, tuple[Found[Any], ...]] = {}
        # Rules ask for many kinds: the objects are gone through once for all of them.
        self._objects: dict[type, list[Found[Any]]] = {}
        for found in walk.objects(document):
            self._objects.setdefault(type(found[1]), []).append(found)

    @property
    def year(self) -> int:
        """The fiscal year of the document."""
        return self.document.year

    @property
    def report(self) -> PerformanceReport | None:
        """The document, if it is a report; `None` for a form that stands alone."""
        return self.document if isinstance(self.document, PerformanceReport) else None

    def each(self, kind: type[Kind]) -> tuple[Found[Kind], ...]:
        """Return every value of *kind*, wherever it can stand, with its way and its page (see `model.walk.each`)."""
        if kind not in self._found:
            sought: Any = kind
            is_object = walk.is_object(sought)
            self._found[kind] = tuple(self._objects.get(kind, ()) if is_object else walk.each(self.document, kind))
        return self._found[kind]

    @cached_property
    def forms(self) -> tuple[Found[Any], ...]:
        """The forms of the document: those that are attached to a report, or the one that it is itself."""
        kinds: list[Any] = [kind for kind in walk.kinds(type(self.document)) if is_document(kind)]
        return tuple(found for kind in kinds if kind is not PerformanceReport for found in self.each(kind))

    @cached_property
    def scored(self) -> tuple[Found[Any], ...]:
        """The forms that come to a result: self-evaluations and evaluations."""
        return tuple(form for form in self.forms if {"indicators", "result"} <= fields_dict(type(form[1])).keys())

    @cached_property
    def trees(self) -> tuple[Tree, ...]:
        """The indicators of every scored form that has some."""
        return tuple(
            Tree(way=(*way, "indicators"), form=form, indicators=found)
            for way, form, _ in self.scored
            if form.indicators is not None and (found := tuple(form.indicators.each()))
        )

    def earned(self, policy: ScoringPolicy) -> tuple[tuple[Way, Indicator, Score], ...]:
        """Return what the values of every indicator of `trees` earn under *policy*, with the way to the indicator."""
        if policy not in self._earned:
            self._earned[policy] = tuple(
                ((*tree.way, *place), indicator, score(indicator, policy, kind=_kind(tree.levels, place, indicator)))
                for tree in self.trees
                for place, indicator in tree.indicators
            )
        return self._earned[policy]

    def page_of(self, way: Way) -> Way:
        """Return the way to the nearest form around *way* that declares how it prints money; the report's is ()."""
        declaring = [
            place for place, form, _ in self.forms if form.presentation is not None and way[: len(place)] == place
        ]
        return max(declaring, key=len, default=())

    def relations(self, family: Family) -> tuple[Identity | Relation, ...]:
        """Return the equations of *family*, those of which some figure is silent too."""
        if family.code not in self._equations:
            self._equations[family.code] = tuple(equations(family, self.each))
        return self._equations[family.code]

    def identities(self, family: Family) -> Iterator[Identity]:
        """Yield the equations of *family* between stated figures."""
        return (found for found in self.relations(family) if isinstance(found, Identity))

    def place(self, way: Way) -> Place:
        """Return *way* as a place, with the names along it."""
        return walk.place(self.document, way)

    def at(self, way: Way) -> object:
        """Return what stands at *way*; `None` where nothing does."""
        return walk.get(self.document, way)


def _kind(levels: IndicatorTree, way: Way, indicator: Indicator) -> IndicatorKind | None:
    """Return the kind of *indicator*: its own, or that of the nearest level above it that has one."""
    kind: IndicatorKind | None = None
    level: IndicatorTree | IndicatorLevel = levels
    for number in (step for step in way[:-2] if isinstance(step, int)):
        level = level.levels[number]
        kind = level.kind or kind
    return indicator.kind or kind
