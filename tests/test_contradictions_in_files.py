"""What fields say against each other is told with everything else that is wrong, where they are right by themselves."""

from typing import Any

import pytest

from tests.cases.documents import Tree, document, places

DECLARATION: Tree = {"schema": 2, "form": "project-declaration", "year": 2022, "name": "项目"}


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"annual": {"first_year": 2024, "last_year": 2022}}, [("/annual/last_year", "value")]),
        (
            {"annual": {"first_year": 2024, "last_year": 2022, "goal": ""}},
            [("/annual/goal", "value"), ("/annual/last_year", "value")],
        ),
        ({"start": "2024-01-01", "end": "2022-01-01", "year": 1}, [("/year", "value"), ("/end", "value")]),
        ({"start": "2024-01-01", "end": "2022-01-01", "name": None}, [("/name", "type"), ("/end", "value")]),
        # What one of them is cannot be known, and so neither whether they agree.
        ({"annual": {"first_year": "x", "last_year": 2022}}, [("/annual/first_year", "type")]),
        ({"annual": {"first_year": 2024, "last_year": 1}}, [("/annual/last_year", "value")]),
        ({"start": "2024-13-01", "end": "2022-01-01"}, [("/start", "value")]),
        ({"start": "2024-01-01", "end": "soon"}, [("/end", "value")]),
    ],
)
def test_dates_out_of_order(parts: Tree, found: list[tuple[str, str]]) -> None:
    assert sorted(places(DECLARATION | parts)) == sorted(found)


@pytest.mark.parametrize(
    ("account", "found"),
    [
        ({"says_none": True}, ["says_none"]),
        ({"says_none": True, "closing_balance": "1元"}, []),
        ({"says_none": True, "closing_balance": "x"}, ["closing_balance"]),
        ({"says_none": True, "functions": 1}, ["functions"]),
    ],
)
def test_figures_that_are_wrong_are_not_taken_for_none(account: dict[str, Any], found: list[str]) -> None:
    tree = document(budgets={"general_public": account}, year=1)
    expected = [f"/budgets/general_public/{name}" for name in found]
    assert [place for place, _ in places(tree)] == ["/year", *expected] or [place for place, _ in places(tree)] == [
        *expected,
        "/year",
    ]


def test_a_level_without_kind_and_name() -> None:
    form = {"schema": 2, "form": "project-self-evaluation", "year": 2022, "name": "项目"}
    assert places(form | {"indicators": {"levels": [{"score": "x"}]}}) == [
        ("/indicators/levels/0/score", "value"),
        ("/indicators/levels/0/name", "value"),
    ]
    assert places(form | {"indicators": {"levels": [{"kind": "?"}]}}) == [("/indicators/levels/0/kind", "value")]
