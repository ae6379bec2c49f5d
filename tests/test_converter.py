"""The converter is for other people's classes too."""

import pytest
from attrs import frozen

from perfreport import Money, PerfReportError, Quantity
from perfreport.serialization import converter


class Word:
    """A leaf that this library does not know."""

    def __init__(self, text: str) -> None:
        self.text = text


@frozen
class Grant:
    """A class that holds values of this library, and one of its own."""

    amount: Money
    persons: Quantity | None = None
    words: tuple[Word, ...] = ()


def test_a_copy_reads_and_writes_classes_that_hold_our_values() -> None:
    mine = converter("yaml").copy()
    mine.register_structure_hook(Word, lambda given, _: Word(given.upper()))
    mine.register_unstructure_hook(Word, lambda word: word.text)
    grant = mine.structure({"amount": "38.26万元", "persons": "51名", "words": ["a"]}, Grant)
    assert (grant.amount, grant.persons) == (Money.wan("38.26"), Quantity(51, "名"))
    assert mine.unstructure(grant) == {"amount": "38.26万元", "persons": "51名", "words": ["A"]}


def test_what_a_copy_learns_the_original_does_not() -> None:
    mine = converter("json").copy()
    mine.register_structure_hook(Money, lambda _given, _: Money.yuan(1))
    assert mine.structure({"amount": "x"}, Grant).amount == Money.yuan(1)
    with pytest.raises(PerfReportError):
        converter("json").structure({"amount": "x"}, Grant)
