"""The converter is for other people's classes too."""

from typing import Annotated, Any

import pytest
from attrs import frozen

from perfreport import Money, PerformanceReport, PerfReportError, Quantity
from perfreport.errors import UnsupportedSchema
from perfreport.model import BaseData, Department, Document
from perfreport.names import Term
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


@frozen
class Case:
    """A class with what is annotated, and with whole documents."""

    amount: Annotated[Money | None, Term("金额", "Amount")] = None
    names: Annotated[tuple[Annotated[str, "a name"], ...], Term("名称", "Names")] = ()
    document: Document | None = None
    others: tuple[Document, ...] = ()


REPORT = PerformanceReport(year=2022, department=Department(name="某局"))
HEADED = {"schema": 2, "year": 2022, "department": {"name": "某局"}}


def test_what_is_annotated_is_read_by_its_type() -> None:
    made = converter("yaml")
    case = made.structure({"amount": "1元", "names": ["a"]}, Case)
    assert (case.amount, case.names) == (Money.yuan(1), ("a",))
    # cattrs takes any form of a type, and says that it takes classes.
    amount: Any = Annotated[Money, "an amount"]
    numbers: Any = Annotated[tuple[int, ...] | None, "numbers"]
    assert made.structure("1元", amount) == Money.yuan(1)
    assert made.structure(["1"], numbers) == (1,)


def test_whole_documents_are_read_and_written_with_their_heads() -> None:
    made = converter("json")
    anything: Any = Document
    assert made.structure(HEADED, anything) == REPORT
    assert made.unstructure(REPORT, unstructure_as=Document) == HEADED
    case = Case(document=BaseData(year=2022), others=(REPORT,))
    tree = made.unstructure(case)
    assert tree["document"] == {"schema": 2, "form": "base-data", "year": 2022}
    assert tree["others"] == [HEADED]
    assert made.structure(tree, Case) == case


def test_what_is_wrong_in_a_document_inside_is_told_with_its_place() -> None:
    made = converter("json")
    tree = {"amount": 1, "others": [HEADED, {"schema": 1, "year": 1, "forms": {"base_data": 1}}]}
    with pytest.raises(PerfReportError) as caught:
        made.structure(tree, Case)
    told = str(caught.value)
    for place in ("/amount: ", "/others/1/year: ", "/others/1/department: missing", "/others/1/forms/base_data: "):
        assert place in told
    with pytest.raises(UnsupportedSchema):
        made.structure({"document": HEADED | {"schema": 3}}, Case)
