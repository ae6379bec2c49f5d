"""What contradicts what in small tables, and what was likely meant."""

from typing import Any

from perfreport import (
    Budget,
    BudgetLine,
    Budgets,
    Department,
    Expenditure,
    Money,
    PerformanceReport,
    Presentation,
    Unit,
)
from perfreport.reconciliation import Conflict, SlipKind, reconcile, reconcile_identities
from perfreport.reconciliation.equations import Identity, Relation
from tests.cases.tables import together

PAGE = Presentation(Unit.WAN, 2)


def adds_up(whole: str, total: str, page: Presentation | None = PAGE, /, **parts: str) -> tuple[str, Identity]:
    """Return an equation between figures in 万元; a part whose name starts with ``less_`` is taken off."""
    ways = {name: (name.removeprefix("less_"),) for name in parts}
    taken_off = frozenset(way for name, way in ways.items() if name.startswith("less_"))
    stated = tuple(
        (ways[name], -Money.wan(amount) if ways[name] in taken_off else Money.wan(amount))
        for name, amount in parts.items()
    )
    return "SUM", Identity((whole,), Money.wan(total), stated, page, taken_off)


def only(*listed: tuple[str, Identity]) -> Conflict:
    (conflict,) = reconcile_identities(listed).conflicts
    return conflict


def names(conflict: Conflict) -> list[str]:
    return [figure.pointer for figure in conflict.figures]


def first(conflict: Conflict) -> tuple[str, str, str]:
    told = conflict.suggestions[0]
    return told.pointer, str(told.value), told.kinds[0]


class TestConflicts:
    def test_figures_that_agree_have_none(self) -> None:
        judged = reconcile_identities([adds_up("t", "40.44", a="30.33", b="10.12"), adds_up("a", "30.33", c="30.33")])
        assert (judged.feasible, judged.judged_jointly, judged.figures, judged.equations) == (True, True, 4, 2)

    def test_each_sum_may_be_rounding_and_both_together_not(self) -> None:
        above, below = adds_up("t", "10.01", a="5.00", b="5.00"), adds_up("a", "5.00", c="2.00", d="2.99")
        assert reconcile_identities([above]).feasible
        assert reconcile_identities([below]).feasible
        # One sum needs 5.00 to be more than that, the other one to be less.
        assert names(only(above, below)) == ["/t", "/b", "/c", "/d"]

    def test_a_figure_that_is_printed_twice_and_differently(self) -> None:
        conflict = only(adds_up("t", "40.44", again="40.45"))
        assert (conflict.codes, conflict.wholes, names(conflict)) == (("SUM",), ("/t",), ["/t", "/again"])
        assert [str(figure.low) for figure in conflict.figures] == ["40.45万元", "40.44万元"]
        both = reconcile_identities([adds_up("t", "40.44", again="40.45"), adds_up("t", "40.44", a="30.32", b="10.12")])
        assert [names(one) for one in both.conflicts] == [["/t", "/again"]]

    def test_two_slips_are_two_conflicts_the_larger_first(self) -> None:
        judged = reconcile_identities(
            [
                adds_up("t", "40.44", a="30.32", b="10.12"),
                adds_up("a", "30.32", c="24.62", d="7.50"),
                adds_up("b", "10.12", e="5.00", f="9.12"),
            ]
        )
        assert [names(one) for one in judged.conflicts] == [["/b", "/e", "/f"], ["/a", "/c", "/d"]]

    def test_what_is_taken_off_counts_against(self) -> None:
        assert reconcile_identities([adds_up("left", "1.00", opened="0.50", got="40.94", less_spent="40.44")]).feasible
        conflict = only(adds_up("left", "1.00", opened="0.50", got="40.94", less_spent="44.04"))
        assert first(conflict) == ("/spent", "40.44万元", SlipKind.SWAPPED)

    @staticmethod
    def _crossed(a: str = "6.00", d: str = "2.00") -> list[tuple[str, Identity]]:
        """Return two rows and two columns with their sums, and their cells a, b, c and d."""
        return [
            adds_up("t", "10.00", a=a, b="4.00"),
            adds_up("u", "5.00", c="3.00", d=d),
            adds_up("s", "15.00", t="10.00", u="5.00"),
            adds_up("x", "9.00", a=a, c="3.00"),
            adds_up("y", "6.00", b="4.00", d=d),
            adds_up("s", "15.00", x="9.00", y="6.00"),
        ]

    def test_rows_and_columns_are_judged_and_say_that_they_have_circles(self) -> None:
        judged = reconcile_identities(self._crossed())
        assert (judged.feasible, judged.judged_jointly) == (True, False)
        (conflict,) = reconcile_identities(self._crossed(a="60.00")).conflicts
        assert not conflict.judged_jointly
        assert first(conflict) == ("/a", "6.00万元", SlipKind.POINT)

    def test_two_slips_in_rows_and_columns_are_told_apart(self) -> None:
        found = reconcile_identities(self._crossed(a="60.00", d="20.00")).conflicts
        assert [names(one) for one in found] == [["/t", "/a", "/b"], ["/u", "/c", "/d"]]
        assert not any(figure.settles for one in found for figure in one.figures)

    def test_a_figure_that_stands_twice_in_an_equation_is_judged_by_it_alone(self) -> None:
        same = adds_up("a", "5.00", b="5.00")
        judged = reconcile_identities([adds_up("t", "10.00", a="5.00", b="5.00"), same])
        assert (judged.feasible, judged.judged_jointly) == (True, False)
        conflict = only(adds_up("t", "99.00", a="5.00", b="5.00"), same)
        assert names(conflict) == ["/t", "/a"]
        # t is c and a is b: what is left says that two of a are nothing, or that two of t are three of a.
        alike = [same, adds_up("t", "5.00", c="5.00")]
        assert names(only(adds_up("t", "5.00", a="5.00", b="5.00", c="5.00"), *alike)) == ["/a"]
        odd = adds_up("t", "5.00", a="1.00", b="1.00", d="1.00", less_c="5.00")
        thrice = [adds_up("a", "1.00", b="1.00"), adds_up("a", "1.00", d="1.00"), adds_up("t", "5.00", c="5.00")]
        judged = reconcile_identities([odd, *thrice])
        assert (judged.feasible, judged.judged_jointly) == (True, False)

    def test_not_every_figure_of_a_long_list_is_searched_for_slips(self) -> None:
        conflict = only(adds_up("t", "1.00", **{f"a{at}": "1.00" for at in range(300)}))
        assert len(conflict.figures) == 301
        assert len({one.pointer for one in conflict.suggestions}) == 200

    def test_a_doubled_figure_beside_another_slip(self) -> None:
        listed = [
            adds_up("t", "40.44", again="41.45"),
            adds_up("t", "40.44", a="30.32", b="90.12"),
            adds_up("a", "30.32", c="24.62", d="7.70"),
        ]
        found = reconcile_identities(listed).conflicts
        assert [names(one) for one in found] == [["/t", "/again"], ["/a", "/c", "/d"]]

    def test_an_equation_over_nothing_says_zero(self) -> None:
        conflict = only(("SUM", Identity(("t",), Money.wan("1.00"), (), PAGE)))
        assert (names(conflict), str(conflict.figures[0].high)) == (["/t"], "0.00万元")

    def test_equations_that_say_the_same_count_once(self) -> None:
        one, other = adds_up("t", "1.00", a="0.50", b="0.50"), adds_up("t", "1.00", b="0.50", a="0.50")
        judged = reconcile_identities([one, other])
        assert judged.equations == 1

    def test_there_is_an_end_to_what_is_told(self) -> None:
        listed = [adds_up("t", "1.00", **{f"a{at}": "1.00" for at in range(60)})]
        listed += [adds_up(f"a{at}", "1.00", **{f"b{at}": "1.00", f"c{at}": "5.00"}) for at in range(60)]
        assert len(reconcile_identities(listed).conflicts) == 50


class TestSilence:
    """A figure that is not stated may be anything; two sums that it stands in are one sum without it."""

    @staticmethod
    def _silent(whole: str, total: str | None, **parts: str | None) -> tuple[str, Relation]:
        stated = tuple(((name,), None if amount is None else Money.wan(amount)) for name, amount in parts.items())
        return "SUM", Relation((whole,), None if total is None else Money.wan(total), stated, PAGE)

    def test_it_links_the_sums_that_it_stands_in(self) -> None:
        above = self._silent("t", "44.04", a=None, b="10.12")
        below = self._silent("a", None, c="24.62", d="5.70")
        assert reconcile_identities([above]).feasible
        assert reconcile_identities([below]).feasible
        (conflict,) = reconcile_identities([above, below]).conflicts
        assert names(conflict) == ["/t", "/b", "/c", "/d"]
        assert first(conflict) == ("/t", "40.44万元", SlipKind.SWAPPED)

    def test_it_is_never_zero(self) -> None:
        judged = reconcile_identities([self._silent("t", "40.44", a="30.32", b=None)])
        assert (judged.feasible, judged.figures, judged.equations) == (True, 0, 0)
        chain = [self._silent("t", "40.44", a=None, b="10.12"), self._silent("a", None, c="1.00", d=None)]
        assert reconcile_identities(chain).feasible

    def test_what_is_said_to_be_the_same_takes_its_amount(self) -> None:
        listed = [self._silent("t", None, u="40.44"), self._silent("t", None, a="30.32", b="90.12")]
        (conflict,) = reconcile_identities(listed).conflicts
        assert names(conflict) == ["/u", "/a", "/b"]


class TestSlips:
    @together(
        ("wrong", "kind"),
        [
            ("44.04", SlipKind.SWAPPED), ("404400.00", SlipKind.UNIT), ("0.004044", SlipKind.UNIT),
            ("404.40", SlipKind.POINT), ("0.4044", SlipKind.POINT), ("4.044", SlipKind.POINT),
            ("-40.44", SlipKind.SIGN), ("440.44", SlipKind.DOUBLED), ("0.44", SlipKind.DROPPED),
            ("40.94", SlipKind.MISTYPED),
        ],
    )  # fmt: skip
    def test_each_kind(self, wrong: str, kind: SlipKind) -> None:
        conflict = only(
            adds_up("t", wrong, a="30.32", b="10.12"),
            adds_up("s", "140.44", t=wrong, e="100.00"),
            adds_up("a", "30.32", c="24.62", d="5.70"),
        )
        assert first(conflict) == ("/t", "40.44万元", kind)

    def test_a_part_that_is_listed_twice(self) -> None:
        conflict = only(adds_up("t", "10.12", a="5.70", b="0.98", c="1.50", d="1.94", e="5.70"))
        told = {(one.pointer, str(one.value)): one.kinds for one in conflict.suggestions}
        assert SlipKind.LISTED_TWICE in told["/a", "0.00万元"]
        assert SlipKind.LISTED_TWICE in told["/e", "0.00万元"]

    def test_the_figure_of_another_row(self) -> None:
        conflict = only(adds_up("t", "40.44", a="30.32", b="30.32"), adds_up("a", "30.32", c="24.62", d="5.70"))
        told = {(one.pointer, str(one.value)): one.kinds for one in conflict.suggestions}
        assert told["/b", "10.12万元"] == (SlipKind.WRONG_ROW,)

    def test_what_no_slip_explains_is_what_the_others_add_up_to(self) -> None:
        conflict = only(adds_up("t", "77.77", a="30.32", b="10.12"))
        told = {one.pointer: (str(one.value), one.kinds) for one in reversed(conflict.suggestions)}
        assert told["/t"] == ("40.44万元", ())

    def test_nothing_finer_is_meant_than_the_page_prints(self) -> None:
        conflict = only(adds_up("t", "40.47", a="30.33", b="10.12"))
        assert {one.value.amount.as_tuple().exponent for one in conflict.suggestions} == {-2}
        assert first(conflict) == ("/t", "40.45万元", SlipKind.MISTYPED)

    def test_a_very_long_figure_is_not_searched(self) -> None:
        conflict = only(adds_up("t", f"{'1' * 14}.{'1' * 12}", a="30.32", b="10.12"))
        assert [one.kinds for one in conflict.suggestions if one.pointer == "/t"] == [()]

    def test_without_a_page_the_finest_figure_says_how_exact_they_are(self) -> None:
        assert reconcile_identities([adds_up("t", "40.5", None, a="30.33", b="10.12")]).conflicts != ()
        assert reconcile_identities([adds_up("t", "40", None, a="30", b="11")]).feasible


class TestReports:
    def test_a_report_is_judged_by_its_own_equations(self) -> None:
        def spent(amount: str) -> BudgetLine:
            return BudgetLine(executed=Money.wan(amount))

        rows = {"total": "40.44", "basic": "33.03", "project": "10.12", "personnel": "24.62", "public": "5.70"}
        lines: dict[str, Any] = {name: spent(amount) for name, amount in rows.items()}
        expenditure = Expenditure(**lines)
        report = PerformanceReport(
            year=2022,
            department=Department(name="某局"),
            presentation=PAGE,
            budgets=Budgets(general_public=Budget(expenditure=expenditure)),
        )
        judged = reconcile(report)
        assert (judged.figures, judged.equations) == (5, 2)
        (conflict,) = judged.conflicts
        assert conflict.codes == ("SUM002",)
        assert first(conflict) == (
            "/budgets/general_public/expenditure/basic/executed", "30.33万元", SlipKind.SWAPPED,
        )  # fmt: skip
