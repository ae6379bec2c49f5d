"""What holds for every place in every report."""

from hypothesis import given
from hypothesis import strategies as st

from perfreport import PerformanceReport, messages
from perfreport.messages import localize
from perfreport.model import BudgetLine, walk
from perfreport.money import Money
from perfreport.places import way_of
from perfreport.testing import reports
from tests.cases.laws import SEVERAL

LOCALES = st.sampled_from(localize.LOCALES)


class TestPlaces:
    """Every place has a name, and the document changes nothing but what its items are called."""

    @given(st.text(), LOCALES)
    def test_any_text_is_named(self, text: str, locale: str) -> None:
        assert isinstance(messages.place(text, locale), str)
        assert messages.place(f"/{text}/0", locale)

    @SEVERAL
    @given(reports(), LOCALES)
    def test_a_place_is_the_way_that_it_names(self, report: PerformanceReport, locale: str) -> None:
        for way, _, _ in walk.each(report, Money):
            place = walk.place(report, way)
            typed = walk.place_in(PerformanceReport, way)
            assert way_of(place.pointer) == way
            assert [(step.owner, step.field, step.item) for step in place.steps] == [
                (step.owner, step.field, step.item) for step in typed.steps
            ]
            assert messages.place(place, locale) == messages.place(place.pointer, locale, report)
            # No key of a document is left, such as general_public.
            assert "_" not in messages.place(place.pointer, locale)

    @SEVERAL
    @given(reports())
    def test_figures_of_different_rows_have_different_places(self, report: PerformanceReport) -> None:
        pointers = [walk.place(report, way).pointer for way, _, _ in walk.each(report, BudgetLine)]
        assert len({messages.place(pointer, "zh") for pointer in pointers}) == len(pointers)
