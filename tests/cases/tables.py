"""Tables of cases that prove one thing: one test runs them all, and tells all that fail."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

Test = Callable[..., None]


def together(names: str | tuple[str, ...], rows: Iterable[Any]) -> Callable[[Test], Test]:
    """
    Run a test for every row of a table, as ``pytest.mark.parametrize`` does, in one test.

    A case costs more to be counted, named and reported than a small table costs to be read.
    """
    listed = list(rows)
    assert listed, "a table without rows proves nothing"

    def decorate(test: Test) -> Test:
        def run(*owner: object, **given: object) -> None:
            failed = []
            for row in listed:
                case = {names: row} if isinstance(names, str) else dict(zip(names, row, strict=True))
                try:
                    test(*owner, **given, **case)
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - every way to fail is told
                    error.add_note(f"case: {case!r:.2000}")
                    failed.append(error)
            if failed:
                raise BaseExceptionGroup(f"{len(failed)} of {len(listed)} cases fail", failed)

        # Not functools.wraps: pytest would look through it and ask for the names of the columns.
        run.__name__, run.__qualname__ = test.__name__, test.__qualname__
        run.__module__, run.__doc__ = test.__module__, test.__doc__
        return run

    return decorate
