"""What the library raises: one root, facts as attributes, and messages that are short whatever was given."""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfreport import errors
from perfreport.errors import (
    InvalidDocument,
    InvalidMoney,
    InvalidNumber,
    InvalidQuantity,
    InvalidValue,
    LoadError,
    MissingExtra,
    Noncompliant,
    PerfReportError,
    UnreadableFile,
    UnsupportedSchema,
    shown,
)
from perfreport.findings import Finding, Problem, ProblemKind, Severity, because
from tests.cases.tables import together


class _Loud:
    """A value whose own text must not be asked for."""

    def __repr__(self) -> str:
        raise RuntimeError

    __str__ = __repr__


class _Word(StrEnum):
    SOME = "some"


#: The longest text that `shown` makes of anything: 60 characters, each escaped at its longest, and the count.
LONGEST = 60 * len("\\U0001f600") + 40


class TestShown:
    """`shown` makes a short line of any value."""

    @together(
        ("value", "text"),
        [
            (None, "None"),
            (True, "True"),
            (2022, "2022"),
            (-1, "-1"),
            (38.26, "38.26"),
            (float("nan"), "nan"),
            (float("-inf"), "-inf"),
            (Decimal("38.260"), "Decimal('38.260')"),
            (Decimal("sNaN"), "Decimal('sNaN')"),
            (Decimal("1E+999999999"), "Decimal('1E+999999999')"),
            ("", "''"),
            ("38.26万元", "'38.26万元'"),
            ("it's", '"it\'s"'),
            ("a\nb\tc", r"'a\nb\tc'"),
            ("\x1b[2J\x00", r"'\x1b[2J\x00'"),
            # Marks that turn the line around, or that nobody sees.
            ("\u202eabc\u200b", r"'\u202eabc\u200b'"),
            ("\ud800", r"'\ud800'"),
            ("x" * 60, repr("x" * 60)),
            ("x" * 61, repr("x" * 60) + "… (61 characters)"),
            ("\n" * 5000, repr("\n" * 60) + "… (5,000 characters)"),
            (_Word.SOME, "'some'"),
            (10**60, str(10**60)),
            (10**61, "an integer of 203 bits"),
            (-(10**61), "an integer of 203 bits"),
            (10**4000, "an integer of 13,288 bits"),
            (Decimal("1" * 1000), "a value of type Decimal"),
            (b"38.26", "a value of type bytes"),
            ([[[]]], "a value of type list"),
            ({"a": 1}, "a value of type dict"),
            (Fraction(1, 3), "a value of type Fraction"),
            (1 + 2j, "a value of type complex"),
            (int, "a value of type type"),
            (_Loud(), "a value of type _Loud"),
        ],
    )
    def test_table(self, value: object, text: str) -> None:
        assert shown(value) == text

    def test_an_integer_that_python_itself_does_not_print(self) -> None:
        assert shown(10**100_000) == "an integer of 332,193 bits"

    def test_a_list_that_holds_itself(self) -> None:
        endless: list[object] = []
        endless.append(endless)
        assert shown(endless) == "a value of type list"

    @given(st.one_of(st.text(), st.text(st.characters()), st.integers(), st.decimals(), st.floats(), st.binary()))
    def test_the_line_is_short_and_can_be_printed(self, value: object) -> None:
        line = shown(value)
        assert len(line) <= LONGEST
        assert line.isprintable()
        assert line.encode("utf-8")

    @given(st.text(st.sampled_from("\ud800\udfff\U0001f600\u202e\n'\"\\"), max_size=200))
    def test_text_of_the_worst_characters_is_shown_in_printable_ones(self, value: str) -> None:
        line = shown(value)
        assert len(line) <= LONGEST
        assert line.isprintable()


BAD = because("bad")
PROBLEM = Problem("/year", ProblemKind.MISSING, because("missing"))
FINDING = Finding("SUM001", Severity.ERROR, "/budgets/general_public/expenditure/total/executed")


class TestMessages:
    """`str` of an exception is one English sentence for a developer."""

    @together(
        ("error", "text"),
        [
            (InvalidNumber("'x'", because("expected digits")), "'x' is not a number: expected digits"),
            (InvalidMoney("'x'", because("no unit")), "'x' is not an amount of money: no unit"),
            (InvalidQuantity("'x'", because("no number")), "'x' is not a quantity: no number"),
            (InvalidValue("Goal", "text", because("expected text, not 1")), "Goal.text: expected text, not 1"),
            (InvalidValue("Goal", "", because("contradicts itself")), "Goal: contradicts itself"),
            (UnreadableFile("a.json", because("cannot be read")), "a.json: cannot be read"),
            (
                UnsupportedSchema("2", (1,)),
                "/schema: schema 2 is not known to this release (known: 1); a newer perfreport-cn may read it",
            ),
            (
                UnsupportedSchema("4", (1, 2), "a"),
                "a: /schema: schema 4 is not known to this release (known: 1, 2); a newer perfreport-cn may read it",
            ),
            (InvalidDocument((PROBLEM,)), "not a report, 1 problem(s):\n  - /year: missing"),
            (
                InvalidDocument((PROBLEM, Problem("", ProblemKind.SYNTAX, because("not JSON"))), "a.json"),
                "a.json: not a report, 2 problem(s):\n  - /year: missing\n  - (whole document): not JSON",
            ),
            (
                Noncompliant((FINDING,)),
                "1 finding(s):\n  - SUM001 error at /budgets/general_public/expenditure/total/executed",
            ),
            (
                MissingExtra("yaml", because("reading and writing YAML")),
                "reading and writing YAML needs an extra: pip install 'perfreport-cn[yaml]'",
            ),
        ],
    )
    def test_table(self, error: PerfReportError, text: str) -> None:
        assert str(error) == text

    @pytest.mark.parametrize(("count", "lines"), [(1, 2), (19, 20), (20, 21), (21, 22), (2000, 22)])
    def test_at_most_twenty_problems_are_listed_and_the_rest_is_counted(self, count: int, lines: int) -> None:
        error = InvalidDocument(tuple(Problem(f"/{index}", ProblemKind.VALUE, BAD) for index in range(count)))
        text = str(error).splitlines()
        assert text[0] == f"not a report, {count} problem(s):"
        assert len(text) == lines
        assert (text[-1] == f"  … and {count - 20} more") is (count > 20)
        assert len(error.problems) == count

    def test_what_is_not_kept_is_counted(self) -> None:
        text = str(InvalidDocument((PROBLEM,), "a.json", 4)).splitlines()
        assert text == ["a.json: not a report, 5 problem(s):", "  - /year: missing", "  … and 4 more"]

    def test_at_most_twenty_findings_are_listed(self) -> None:
        error = Noncompliant((FINDING,) * 21)
        assert str(error).splitlines()[-1] == "  … and 1 more"
        assert len(error.findings) == 21

    @pytest.mark.parametrize("place", ["/a\nb", "/\x1b[2J", "/\u202eabc", "/\x00"])
    def test_a_place_cannot_break_the_line_or_drive_the_terminal(self, place: str) -> None:
        assert str(Problem(place, ProblemKind.VALUE, BAD)).isprintable()
        listed = str(Noncompliant((Finding("SUM001", Severity.ERROR, place),))).splitlines()
        assert len(listed) == 2
        assert all(line.isprintable() for line in listed)

    def test_a_long_place_is_cut(self) -> None:
        assert len(str(Problem("/" + "k" * 1_000_000, ProblemKind.VALUE, BAD))) < 1000

    @pytest.mark.parametrize("path", ["a\udcff.json", "a\nb.json"])
    def test_a_file_with_an_odd_name_can_be_named_on_any_console(self, path: str) -> None:
        for error in (
            UnreadableFile(path, because("cannot be read")),
            InvalidDocument((PROBLEM,), path),
            UnsupportedSchema("2", (1,), path),
        ):
            assert str(error).encode("utf-8")


class TestTree:
    """Every error has one root, and the second parent that people expect."""

    @together("name", [name for name in errors.__all__ if name not in ("Shown", "shown")])
    def test_one_root(self, name: str) -> None:
        kind = getattr(errors, name)
        assert issubclass(kind, PerfReportError)
        others = {parent for parent in kind.__mro__ if issubclass(parent, Exception)} - {Exception}
        assert {parent for parent in others if not issubclass(parent, PerfReportError)} <= {ValueError, ImportError}

    @pytest.mark.parametrize("kind", [InvalidNumber, InvalidMoney, InvalidQuantity, InvalidValue, InvalidDocument])
    def test_a_wrong_value_is_a_value_error(self, kind: type) -> None:
        assert issubclass(kind, ValueError)

    @pytest.mark.parametrize("kind", [UnreadableFile, UnsupportedSchema, InvalidDocument])
    def test_what_cannot_be_loaded_is_a_load_error(self, kind: type) -> None:
        assert issubclass(kind, LoadError)

    def test_a_missing_extra_is_an_import_error(self) -> None:
        assert issubclass(MissingExtra, ImportError)

    def test_noncompliant_is_no_value_error(self) -> None:
        # The report is a good value; only what it says does not hold.
        assert not issubclass(Noncompliant, ValueError)

    def test_the_root_is_an_exception_and_no_base_exception_alone(self) -> None:
        assert PerfReportError.__bases__ == (Exception,)
