"""Documents of any size and depth are read in bounded time, or refused."""

import json
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from perfreport import Department, Narrative, dumps, load, loads
from perfreport.errors import InvalidDocument, InvalidValue, LoadError
from perfreport.frozenmap import FrozenMap
from perfreport.model import Passage
from perfreport.serialization import Format
from perfreport.serialization import _limits as limits
from tests.cases.documents import BOTH, FORMATS, REPORT, Tree, document, places, refused


class TestSize:
    """These inputs are read to their end or refused; none of them takes all the time or memory there is."""

    @pytest.mark.parametrize("opening", ["[", '{"a":', "[[[{", "- ", "? ", "[? ", "a: ", "{"])
    @pytest.mark.parametrize("size", [5_000_000, 10_000_000])
    @BOTH
    def test_nested_brackets(self, opening: str, size: int, kind: Format) -> None:
        error = refused(opening * (size // len(opening)), kind)
        assert len(error.problems) == 1
        assert error.problems[0].kind in ("limit", "syntax")

    @BOTH
    def test_brackets_that_close(self, kind: Format) -> None:
        assert places("[" * 60_000 + "]" * 60_000, kind)[0][1] == "limit"

    @pytest.mark.parametrize(("depth", "kind"), [(depth, kind) for depth in (65, 100, 900) for kind in FORMATS])
    def test_one_level_too_many(self, depth: int, kind: Format) -> None:
        assert [problem[1] for problem in places("[" * depth + "]" * depth, kind)] == ["limit"]

    @BOTH
    def test_the_deepest_document_is_read(self, kind: Format) -> None:
        # The document itself is the first level.
        more: object = 1
        for _ in range(limits.MAX_DEPTH - 1):
            more = {"a": more}
        report = loads(json.dumps(document(more=more)), kind)
        assert loads(dumps(report, kind), kind) == report

    @BOTH
    def test_the_deepest_passage_is_written_and_read(self, kind: Format) -> None:
        passage = Passage(text="甲")
        for _ in range((limits.MAX_DEPTH - 4) // 2):
            passage = Passage(points=(passage,))
        report = evolve(REPORT, narrative=Narrative(problems=(passage,)))
        assert loads(dumps(report, kind), kind) == report

    @pytest.mark.parametrize("depth", [70, 5000])
    @BOTH
    def test_what_could_not_be_read_again_is_not_written(self, depth: int, kind: Format) -> None:
        passage = Passage(text="甲")
        for _ in range(depth):
            passage = Passage(points=(passage,))
        with pytest.raises(InvalidValue, match="deep"):
            dumps(evolve(REPORT, narrative=Narrative(problems=(passage,))), kind)

    @BOTH
    def test_more_values_than_are_read_again_are_not_written(
        self, kind: Format, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "MAX_NODES", 1000)
        with pytest.raises(InvalidValue, match="1,000 values"):
            dumps(evolve(REPORT, department=Department(name="甲", duties=("乙",) * 1000)), kind)

    @BOTH
    def test_keys_are_no_values(self, kind: Format, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "MAX_NODES", 1000)
        report = loads(json.dumps(document(more={f"k{index}": 1 for index in range(900)})), kind)
        assert loads(dumps(report, kind), kind) == report

    @BOTH
    def test_more_bytes_than_are_read_again_are_not_written(
        self, kind: Format, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        data = dumps(REPORT, kind)
        monkeypatch.setattr(limits, "MAX_BYTES", len(data))
        assert loads(dumps(REPORT, kind), kind) == REPORT
        monkeypatch.setattr(limits, "MAX_BYTES", len(data) - 1)
        with pytest.raises(InvalidDocument, match="larger"):
            loads(data, kind)
        with pytest.raises(InvalidValue, match="larger"):
            dumps(REPORT, kind)

    @pytest.mark.parametrize("length", [300, 100_000])
    @BOTH
    def test_a_key_that_is_too_long_to_be_read_again_is_not_written(self, length: int, kind: Format) -> None:
        # Either no report has it, or no document of it is written.
        with pytest.raises(InvalidValue):
            dumps(evolve(REPORT, extra=FrozenMap({"more": FrozenMap({"k" * length: 1})})), kind)

    @given(st.integers(1, 64), st.integers(1, 120), st.booleans(), st.sampled_from(FORMATS))
    @example(depth=1, length=limits.MAX_KEY, in_lists=False, kind="json")
    @example(depth=1, length=limits.MAX_KEY, in_lists=False, kind="yaml")
    @example(depth=63, length=1, in_lists=False, kind="yaml")
    def test_what_is_written_is_read_again(self, depth: int, length: int, in_lists: bool, kind: Format) -> None:
        more: object = 1
        for _ in range(depth):
            more = FrozenMap({"k" * length: (more,) if in_lists else more})
        try:
            report = evolve(REPORT, extra=FrozenMap({"more": more}))
            data = dumps(report, kind)
        except InvalidValue:
            return
        assert loads(data, kind) == report

    def test_more_than_are_read(self, tmp_path: Path) -> None:
        assert places(b" " * (limits.MAX_BYTES + 1)) == [("", "limit")]
        path = tmp_path / "large.json"
        path.write_bytes(b" " * (limits.MAX_BYTES + 1))
        with pytest.raises(InvalidDocument, match=r"large\.json.*\n.*larger than the 8 MiB"):
            load(path)

    @BOTH
    def test_a_list_is_read_until_it_has_too_many_problems_and_that_is_said_first(self, kind: Format) -> None:
        items = ", ".join(["1"] * 30_000)
        error = refused(
            f'{{"schema": 2, "year": 2022, "department": {{"name": "甲"}}, "goals": {{"overall": [{items}]}}}}', kind
        )
        first, second, *_ = error.problems
        assert (first.pointer, first.kind) == ("/goals/overall", "limit")
        assert "of its 30,000 items those from number 10,002 on were not read" in str(first)
        assert second.pointer == "/goals/overall/0"
        assert len(error.problems) + error.more == 10_002

    @pytest.mark.parametrize("item", ["1,", "[],", "{},", '"",', '{"a": 1},'])
    @BOTH
    def test_more_values_than_are_read(self, item: str, kind: Format, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "MAX_NODES", 1000)
        assert places("[" + item * 1000 + "1]", kind) == [("", "limit")]

    @BOTH
    def test_a_file_full_of_values(self, kind: Format) -> None:
        assert places("[" + "1," * 4_000_000 + "1]", kind) == [("", "limit")]

    @BOTH
    def test_very_many_keys_of_which_one_stands_twice(self, kind: Format) -> None:
        keys = ", ".join(f'"k{index}": 0' for index in range(50_000))
        assert places(f'{{{keys}, "k7": 1}}', kind) == [("/k7", "duplicate")]

    @BOTH
    def test_one_key_very_many_times(self, kind: Format) -> None:
        keys = ", ".join('"k": 0' for _ in range(50_000))
        assert {place for place, _ in places(f"{{{keys}}}", kind)} == {"/k"}

    @pytest.mark.parametrize(("length", "depth"), [(200_000, 1), (900, 50), (190, 50), (90, 55)])
    @BOTH
    def test_long_keys_on_the_way_to_many_problems(self, length: int, depth: int, kind: Format) -> None:
        # Every problem carries its place, and half a million of them fit into a file: 5 KB each would be 2.5 GB.
        inside = ", ".join(f'"{index}": 1, "{index}": 2' for index in range(1000))
        error = refused(f'{{"{"k" * length}": ' * depth + f"{{{inside}}}" + "}" * depth, kind)
        assert max(len(problem.pointer) for problem in error.problems) < 2500

    @pytest.mark.parametrize(
        "text",
        [
            "a: &a [1,1]\nb: &b [*a,*a]\nc: &c [*b,*b]",
            "a" * 8_000_000,
            '"' + "a\n" * 4_000_000 + '"',
            "# x\n" * 2_000_000,
            "---\n" * 2_000_000,
            "!" * 8_000_000,
            "&a " * 2_500_000,
            "a: " * 2_500_000,
            "".join(f"%TAG !{index}! a\n" for index in range(20_000)) + "---\na: 1",
            "'" * 8_000_000,
            "|\n" + " a\n" * 2_500_000,
            "\n" * 8_000_000 + "a",
        ],
        ids=lambda text: text[:12].strip(),
    )
    def test_yaml_bombs(self, text: str) -> None:
        assert refused(text, "yaml").problems

    @given(st.text(st.sampled_from("{}[]:,-?&*!|>'\"#%@ \n\ta1~\ud800\x00"), max_size=60))
    def test_any_text_gives_a_report_or_one_load_error(self, text: str) -> None:
        for kind in FORMATS:
            with pytest.raises(LoadError):
                loads(text, kind)

    @given(st.binary(max_size=60))
    def test_any_bytes_give_a_report_or_one_load_error(self, data: bytes) -> None:
        for kind in FORMATS:
            with pytest.raises(LoadError):
                loads(data, kind)

    @given(
        st.dictionaries(
            st.sampled_from(["year", "department", "presentation", "cover", "goals", "budgets", "narrative", "more"]),
            st.recursive(
                st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5)
                | st.sampled_from(["无", "1万元", "1e5元", "万元", "general_public"]),
                lambda inner: st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        ["name", "unit", "amount", "year", "overall", "text", "general_public", "total", "projects",
                         "items", "revenue", "executed", "problems", "points", "figures", "quantity", "extra", "k"]
                    ),
                    inner,
                    max_size=4,
                ),
                max_leaves=12,
            ),
        )
    )  # fmt: skip
    def test_any_tree_gives_a_report_that_can_be_written_again_or_one_load_error(self, tree: Tree) -> None:
        text = json.dumps({"schema": 2, **tree})
        for kind in FORMATS:
            try:
                report = loads(text, kind)
            except InvalidDocument as error:
                str(error).encode()
            else:
                assert loads(dumps(report, kind), kind) == report
