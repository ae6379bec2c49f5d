"""The worst documents take memory by their size, and keep a bounded number of problems."""

import runpy
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from perfreport import loads
from perfreport.errors import InvalidDocument
from perfreport.serialization import Format
from tests.cases.documents import BOTH, document

INPUTS: dict[str, Callable[[int], str]] = runpy.run_path(
    str(Path(__file__).parent.parent / "benchmarks" / "loading.py")
)["INPUTS"]


def _peak(text: str, kind: Format) -> tuple[int, InvalidDocument | None]:
    """Return the most memory that reading *text* takes, and the error that it ends in."""
    tracemalloc.start()
    error = None
    try:
        loads(text, kind)
    except InvalidDocument as refused:
        error = refused
    finally:
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return peak, error


@BOTH
@pytest.mark.parametrize("name", INPUTS)
def test_memory_grows_with_the_size_and_no_faster(name: str, kind: Format) -> None:
    small, large = INPUTS[name](4_000), INPUTS[name](16_000)
    with suppress(InvalidDocument):
        # What is made once, such as readers of classes, is no matter of size.
        loads(small, kind)
    before, _ = _peak(small, kind)
    after, error = _peak(large, kind)
    # A kilobyte for each problem that is kept, and the tree.
    assert after < 200 * len(large) + 100_000
    assert after < before * len(large) / len(small) * 1.5 + 100_000
    if error is not None:
        assert len(error.problems) <= 100


@pytest.mark.parametrize("count", [1, 99, 100, 101, 5_000])
def test_every_problem_is_counted(count: int) -> None:
    with pytest.raises(InvalidDocument) as caught:
        loads(str(document(goals={"overall": [{}] * count})).replace("'", '"'), "json")
    error = caught.value
    assert len(error.problems) + error.more == count
    assert [problem.pointer for problem in error.problems] == [
        f"/goals/overall/{index}/text" for index in range(min(count, 100))
    ]


def test_problems_at_all_depths_are_counted_once() -> None:
    tree = document(
        department={"name": 1, "duties": [1] * 90},
        goals={"overall": [{"text": ""}, {}] * 30},
        narrative={"problems": [{"points": [{"text": 1}] * 40, "figures": [{}]}]},
    )
    with pytest.raises(InvalidDocument) as caught:
        loads(str(tree).replace("'", '"'), "json")
    assert len(caught.value.problems) == 100
    assert caught.value.more == 1 + 90 + 60 + 40 + 2 - 100
