"""What every test of the command line starts from."""

from collections.abc import Callable
from pathlib import Path

import pytest

import perfreport
from perfreport import PerformanceReport
from perfreport.rules import plugins


@pytest.fixture(autouse=True)
def _no_plug_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    # What else is installed beside the library is not judged here.
    monkeypatch.setattr(plugins, "rules", lambda: ())


@pytest.fixture
def saved(tmp_path: Path) -> Callable[..., str]:
    def save(report: PerformanceReport, name: str = "a.json") -> str:
        perfreport.dump(report, tmp_path / name)
        return str(tmp_path / name)

    return save
