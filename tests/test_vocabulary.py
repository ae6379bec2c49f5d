"""One table names every field and every word, and names nothing else."""

import importlib
import pkgutil
from enum import StrEnum

import attrs
import pytest

import perfreport
from perfreport import Money, Presentation, Quantity, Rate, model
from perfreport.messages.catalogues import EN, ZH
from perfreport.quantity import Actual, Deadline, Target
from perfreport.vocabulary import FIELDS, WORDS, Term

#: The classes whose fields a reader meets.
KINDS = {
    kind.__name__: kind
    for kind in (
        *(getattr(model, name) for name in model.__all__),
        Money,
        Presentation,
        Quantity,
        Rate,
        Target,
        Actual,
        Deadline,
    )
    if isinstance(kind, type) and attrs.has(kind)
}


def _closed_lists() -> dict[str, type[StrEnum]]:
    """Return every closed list that a module of the library offers."""
    found: dict[str, type[StrEnum]] = {}
    rooms = [info.name for info in pkgutil.iter_modules(perfreport.__path__, "perfreport.")]
    for name in (*rooms, "perfreport.codes.books", "perfreport.codes.identifiers"):
        if name.rpartition(".")[2] not in ("cli", "testing"):
            module = importlib.import_module(name)
            offered = [getattr(module, name) for name in module.__all__]
            found |= {held.__name__: held for held in offered if isinstance(held, type) and issubclass(held, StrEnum)}
    return found


LISTS = _closed_lists()
TERMS = {
    **{f"{kind}.{key}": term for kind, terms in FIELDS.items() for key, term in terms.items()},
    **{f"{kind}.{word}": term for kind, terms in WORDS.items() for word, term in terms.items()},
}


class TestCompleteness:
    """Every name has a term, and every term a name."""

    def test_the_classes_are_those_of_the_model_and_the_leaves(self) -> None:
        assert set(FIELDS) == set(KINDS)

    @pytest.mark.parametrize("name", sorted(KINDS))
    def test_every_field_has_a_term_in_the_order_of_the_fields(self, name: str) -> None:
        assert list(FIELDS[name]) == [
            field.name for field in attrs.fields(KINDS[name]) if field.init and field.name != "extra"
        ]

    def test_every_closed_list_is_there(self) -> None:
        assert set(WORDS) == set(LISTS)

    @pytest.mark.parametrize("name", sorted(LISTS))
    def test_every_word_of_a_list_has_a_term_in_the_order_of_the_list(self, name: str) -> None:
        assert list(WORDS[name]) == [word.value for word in LISTS[name]]


class TestNames:
    """A name says something, and one thing."""

    @pytest.mark.parametrize("term", TERMS.values(), ids=list(TERMS))
    def test_a_term_is_complete(self, term: Term) -> None:
        for text in (term.zh, term.en, term.source):
            assert text
            assert text == text.strip()
        assert term.label(ZH) == term.zh
        assert term.label(EN) == term.en
        assert not any("\u4e00" <= mark <= "\u9fff" for mark in term.en.replace("「无」", ""))
        assert any("\u4e00" <= mark <= "\u9fff" for mark in term.zh)

    @pytest.mark.parametrize("name", sorted(KINDS))
    def test_the_labels_of_a_class_are_told_apart(self, name: str) -> None:
        terms = FIELDS[name].values()
        assert len({term.zh for term in terms}) == len(FIELDS[name])
        assert len({term.en for term in terms}) == len(FIELDS[name])

    @pytest.mark.parametrize("name", sorted(LISTS))
    def test_the_labels_of_a_list_are_told_apart(self, name: str) -> None:
        terms = WORDS[name].values()
        assert len({term.zh for term in terms}) == len(WORDS[name])
        assert len({term.en for term in terms}) == len(WORDS[name])

    @pytest.mark.parametrize("name", sorted(LISTS))
    def test_words_are_stable_kebab_case_or_signs(self, name: str) -> None:
        for word in LISTS[name]:
            is_notation = name in ("Operator", "Unit")
            assert is_notation or all(part.isalpha() and part.islower() for part in word.value.split("-"))
            assert word.name.isupper()
