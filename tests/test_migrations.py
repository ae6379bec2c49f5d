"""Files of schema 1 are read, and written as schema 2."""

import json
from pathlib import Path

import pytest

from perfreport import dumps, load, loads
from perfreport.errors import InvalidDocument
from perfreport.frozenmap import FrozenMap
from perfreport.serialization import SCHEMA, Format
from perfreport.testing import assert_same
from tests.cases.documents import BOTH, places

ROOT = Path(__file__).parent.parent
OLD = ROOT / "tests" / "data" / "v1"


@pytest.mark.parametrize("name", sorted(path.name for path in OLD.iterdir()))
def test_an_old_example_is_the_same_document(name: str) -> None:
    old, new = load(OLD / name), load(ROOT / "examples" / name)
    assert b"schema: 1" in (OLD / name).read_bytes()
    assert_same(old, new)
    assert json.loads(dumps(old, "json"))["schema"] == SCHEMA


@BOTH
def test_a_problem_is_told_by_the_keys_of_the_file(kind: Format) -> None:
    text = json.dumps({
        "schema": 1, "form": "project-self-evaluation", "year": 2022, "name": "项目",
        "funds": {"weight": "x"}, "indicators": {"groups": [{"kind": "output", "groups": [{"kind": "?"}]}]},
    })  # fmt: skip
    assert places(text, kind) == [
        ("/funds/weight", "value"), ("/indicators/groups/0/groups/0/kind", "value"),
    ]  # fmt: skip


def test_a_key_that_schema_1_did_not_know_is_not_taken_for_one_of_schema_2() -> None:
    tree = {"schema": 1, "year": 2022, "department": {"name": "甲"}, "attachments": {}, "forms": {}}
    with pytest.raises(InvalidDocument, match=r"/attachments: schema 1 has no such key.*what forms said; give it"):
        loads(json.dumps(tree), "json")


def test_new_names_are_unknown_keys_where_they_meant_nothing() -> None:
    tree = {"schema": 1, "year": 2022, "department": {"name": "甲", "levels": [{"groups": 1}]}, "funds": {"groups": 1}}
    report = loads(json.dumps(tree), "json")
    assert report.extra == {"funds": FrozenMap({"groups": 1})}
    assert json.loads(dumps(report, "json")) == tree | {"schema": 2}


def test_a_form_that_schema_1_did_not_have_is_refused_as_today() -> None:
    assert places('{"schema": 1, "form": "other", "year": 2022}') == [("/form", "value")]
