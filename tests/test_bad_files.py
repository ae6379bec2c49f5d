"""Files that cannot be read or written: one error each, and nothing half written."""

import os
import stat
from functools import partial
from pathlib import Path

import pytest
from attrs import evolve

from perfreport import Narrative, dump, dumps, load
from perfreport.errors import InvalidDocument, InvalidValue, LoadError, UnreadableFile, UnsupportedSchema
from perfreport.model import Passage
from tests.cases.documents import REPORT


class TestFiles:
    """An error names the file that it speaks of, and is of one family."""

    @pytest.mark.parametrize("name", ["report", "report.txt", "report.json.bak", ".json", "json", "report.toml", ""])
    def test_another_suffix(self, name: str, tmp_path: Path) -> None:
        for act in (load, partial(dump, REPORT)):
            with pytest.raises(UnreadableFile, match=r"\.json, \.yaml, \.yml"):
                act(tmp_path / name)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("name", ["a.JSON", "a.Yaml", "a.YML"])
    def test_a_suffix_in_capitals(self, name: str, tmp_path: Path) -> None:
        dump(REPORT, tmp_path / name)
        assert load(tmp_path / name) == REPORT

    def test_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableFile, match=r"none\.json: cannot be read: no such file") as caught:
            load(tmp_path / "none.json")
        assert caught.value.path == str(tmp_path / "none.json")
        assert isinstance(caught.value.__cause__, OSError)

    def test_a_missing_folder(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableFile, match=r"a\.json: cannot be written: no such file"):
            dump(REPORT, tmp_path / "none" / "a.json")

    def test_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").mkdir()
        with pytest.raises(UnreadableFile, match=r"a\.json: cannot be read: is a directory"):
            load(tmp_path / "a.json")
        with pytest.raises(UnreadableFile, match=r"a\.json: cannot be written: is a directory"):
            dump(REPORT, tmp_path / "a.json")
        assert [path.name for path in tmp_path.iterdir()] == ["a.json"]

    def test_a_path_under_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(UnreadableFile, match="cannot be read: not a directory"):
            load(tmp_path / "file" / "a.json")
        with pytest.raises(UnreadableFile, match="cannot be written: not a directory"):
            dump(REPORT, tmp_path / "file" / "a.json")

    def test_no_permission(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        # The superuser may read everything, so the system's answer is played.
        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("pathlib.Path.open", refuse)
        with pytest.raises(UnreadableFile, match=r"a\.json: cannot be read: permission denied"):
            load(tmp_path / "a.json")

    @pytest.mark.parametrize("name", ["a\0.json", "\0.yaml"])
    def test_a_name_that_no_file_has(self, name: str, tmp_path: Path) -> None:
        for act in (load, partial(dump, REPORT)):
            with pytest.raises(UnreadableFile):
                act(tmp_path / name)

    def test_a_name_as_long_as_names_may_be(self, tmp_path: Path) -> None:
        # 255 bytes: a Chinese title gets there with 83 characters.
        path = tmp_path / ("绩" * 83 + "a.json")
        dump(REPORT, path)
        assert load(path) == REPORT
        with pytest.raises(UnreadableFile, match="too long"):
            dump(REPORT, tmp_path / ("绩" * 84 + "a.json"))

    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (b"", InvalidDocument),
            (b"[", InvalidDocument),
            (b"\xff\xfe", InvalidDocument),
            (b"{}", InvalidDocument),
            (b'{"schema": 3}', UnsupportedSchema),
        ],
    )
    @pytest.mark.parametrize("suffix", ["json", "yaml", "yml"])
    def test_the_message_names_the_file(self, data: bytes, kind: type[LoadError], suffix: str, tmp_path: Path) -> None:
        path = tmp_path / f"某局.{suffix}"
        path.write_bytes(data)
        for spelled in (path, str(path)):
            with pytest.raises(LoadError) as caught:
                load(spelled)
            assert type(caught.value) is kind
            assert str(caught.value).startswith(f"{path}: ")
            assert getattr(caught.value, "source") == str(path)  # noqa: B009 - only two of the three have it

    def test_a_path_may_be_anything_with_a_path(self, tmp_path: Path) -> None:
        class Place(os.PathLike[str]):
            def __fspath__(self) -> str:
                return str(tmp_path / "a.yaml")

        dump(REPORT, Place())
        assert load(Place()) == REPORT


class TestWriting:
    """On any error the old file stays byte for byte, and no other file is left."""

    OLD = b"what stood here before"

    @pytest.fixture
    def old(self, tmp_path: Path) -> Path:
        path = tmp_path / "a.json"
        path.write_bytes(self.OLD)
        return path

    @pytest.mark.parametrize(
        "error", [OSError(28, "No space left on device"), PermissionError(13, "Permission denied")]
    )
    @pytest.mark.parametrize("call", ["os.replace", "os.chmod"])
    def test_a_failure_of_the_system(
        self, call: str, error: OSError, old: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr(call, fail)
        with pytest.raises(UnreadableFile, match=r"a\.json: cannot be written: ") as caught:
            dump(REPORT, old)
        assert caught.value.__cause__ is error
        assert old.read_bytes() == self.OLD
        assert list(old.parent.iterdir()) == [old]

    @pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, SystemExit])
    def test_an_interruption(self, error: type[BaseException], old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr("os.replace", fail)
        with pytest.raises(error):
            dump(REPORT, old)
        assert old.read_bytes() == self.OLD
        assert list(old.parent.iterdir()) == [old]

    def test_a_report_that_cannot_be_written(self, old: Path) -> None:
        passage = Passage(text="甲")
        for _ in range(80):
            passage = Passage(points=(passage,))
        with pytest.raises(InvalidValue):
            dump(evolve(REPORT, narrative=Narrative(problems=(passage,))), old)
        assert old.read_bytes() == self.OLD
        assert list(old.parent.iterdir()) == [old]

    def test_a_new_file_that_cannot_be_written(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.replace", fail)
        with pytest.raises(UnreadableFile):
            dump(REPORT, tmp_path / "a.json")
        assert list(tmp_path.iterdir()) == []

    def test_writing_over_a_file(self, old: Path) -> None:
        dump(REPORT, old)
        assert old.read_bytes() == dumps(REPORT, "json")
        assert list(old.parent.iterdir()) == [old]

    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o666, 0o400])
    def test_an_old_file_keeps_its_permissions(self, mode: int, old: Path) -> None:
        old.chmod(mode)
        dump(REPORT, old)
        assert stat.S_IMODE(old.stat().st_mode) == mode
        assert load(old) == REPORT

    @pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
    def test_a_new_file_gets_the_permissions_that_new_files_get(self, mask: int, mode: int, tmp_path: Path) -> None:
        before = os.umask(mask)
        try:
            dump(REPORT, tmp_path / "a.json")
            assert os.umask(mask) == mask
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == mode

    def test_a_link_stays_a_link(self, old: Path, tmp_path: Path) -> None:
        (tmp_path / "other").mkdir()
        link = tmp_path / "other" / "link.json"
        link.symlink_to(old)
        dump(REPORT, link)
        assert link.is_symlink()
        assert old.read_bytes() == dumps(REPORT, "json")
        assert [path.name for path in link.parent.iterdir()] == ["link.json"]

    def test_a_link_to_nothing_yet(self, tmp_path: Path) -> None:
        link = tmp_path / "link.json"
        link.symlink_to(tmp_path / "new.json")
        dump(REPORT, link)
        assert link.is_symlink()
        assert load(tmp_path / "new.json") == REPORT

    def test_the_suffix_of_the_link_tells_the_format(self, tmp_path: Path) -> None:
        link = tmp_path / "link.yaml"
        link.symlink_to(tmp_path / "data.bin")
        dump(REPORT, link)
        assert load(link) == REPORT
        assert (tmp_path / "data.bin").read_bytes() == dumps(REPORT, "yaml")
