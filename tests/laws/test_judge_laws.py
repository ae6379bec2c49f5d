"""What holds for every verdict on printed figures."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perfreport.money import Money, Presentation, Unit, total
from perfreport.quantity import Rate
from perfreport.reconcile import Verdict, judge, judge_rate
from perfreport.testing import presentations
from tests.cases.tables import together

WAN2 = Presentation(Unit.WAN, 2)
#: Exact amounts, as the accounts hold them: whole 分.
FEN = st.integers(-(10**12), 10**12).map(lambda fen: Money.yuan(Decimal(fen).scaleb(-2)))
PARTS = st.lists(FEN, min_size=2, max_size=40)
GRADES = (Verdict.EXACT, Verdict.ROUNDING)


class TestRoundingAloneIsNeverWorseThanANote:
    @given(PARTS, presentations())
    def test_printing_parts_and_total_each_for_itself_is_explained(
        self, parts: list[Money], page: Presentation
    ) -> None:
        printed = [page.round(part) for part in parts]
        assert judge(page.round(total(parts)), printed, page) in GRADES
        assert judge(page.round(total(parts)), printed) in GRADES

    @given(PARTS, presentations())
    def test_the_gap_is_within_the_tolerance(self, parts: list[Money], page: Presentation) -> None:
        gap = abs(page.round(total(parts)) - total([page.round(part) for part in parts]))
        # Below the 分 nothing is rounded, so nothing is tolerated; what is left is a page finer than its amounts.
        assert gap <= page.tolerance(len(parts))

    @together("count", range(2, 41))
    @together("page", [WAN2, Presentation(Unit.WAN, 0), Presentation(Unit.YUAN, 0), Presentation(Unit.YI, 4)])
    def test_the_tolerance_is_tight(self, count: int, page: Presentation) -> None:
        # Every part is rounded up from a tie; the total has what it takes to be rounded down to the last step.
        tie = page.step * Decimal("0.5")
        parts = [tie] * count if count % 2 == 0 else [tie] * (count - 1) + [Money.yuan(0)]
        gap = total([page.round(part) for part in parts]) - page.round(total(parts))
        assert gap == page.tolerance(count)
        assert judge(page.round(total(parts)), [page.round(part) for part in parts], page) is Verdict.ROUNDING

    @given(PARTS, presentations())
    def test_a_gap_beyond_the_tolerance_is_a_mismatch(self, parts: list[Money], page: Presentation) -> None:
        printed = [page.round(part) for part in parts]
        wrong = total(printed).in_unit(page.unit) + page.tolerance(len(parts)) + page.step
        assert judge(wrong, printed, page) is Verdict.MISMATCH

    @given(PARTS)
    def test_whole_fen_on_a_page_of_fen_tolerate_nothing(self, parts: list[Money]) -> None:
        page = Presentation(Unit.YUAN, 2)
        assert page.tolerance(len(parts)) == Money.yuan(0)
        assert judge(total(parts), parts, page) is Verdict.EXACT
        assert judge(total(parts) + Money.yuan("0.01"), parts, page) is Verdict.MISMATCH

    @given(PARTS, presentations())
    def test_a_verdict_does_not_depend_on_the_order_or_the_sign(self, parts: list[Money], page: Presentation) -> None:
        printed = [page.round(part) for part in parts]
        whole = page.round(total(parts))
        assert judge(whole, printed, page) is judge(whole, printed[::-1], page)
        assert judge(whole, printed, page) is judge(-whole, [-part for part in printed], page)


class TestRatesMeetTheQuotientsOfTheirAmounts:
    @given(st.integers(0, 10**12), st.integers(1, 10**12), presentations(), st.integers(0, 4))
    @example(1, 1, WAN2, 2)
    def test_a_true_rate_of_rounded_amounts_is_never_a_mismatch(
        self, above: int, below: int, page: Presentation, places: int
    ) -> None:
        part, whole = Money.yuan(Decimal(above).scaleb(-2)), Money.yuan(Decimal(below).scaleb(-2))
        printed = Rate.of(part, whole).percent(places)
        assert printed is not None
        assert judge_rate(printed, page.round(part), page.round(whole), page) in GRADES

    @given(st.integers(1, 10**9), st.integers(1, 10**9))
    def test_on_exact_amounts_the_neighbouring_rate_is_a_mismatch(self, above: int, below: int) -> None:
        part, whole = Money.yuan(Decimal(above).scaleb(-2)), Money.yuan(Decimal(below).scaleb(-2))
        printed = Rate.of(part, whole).percent()
        assert printed is not None
        assert judge_rate(printed, part, whole) is Verdict.EXACT
        assert judge_rate(printed + Decimal("0.01"), part, whole) is Verdict.MISMATCH
        # One step below is what is left when a rate that rounds up is cut off.
        percent = Fraction(above, below) * 100
        cut_off = Fraction(printed) > percent
        below_it = judge_rate(printed - Decimal("0.01"), part, whole)
        assert below_it is (Verdict.TRUNCATED if cut_off else Verdict.MISMATCH)
        assert judge_rate(printed - Decimal("0.02"), part, whole) is Verdict.MISMATCH

    @together(
        ("printed", "above", "below", "verdict"),
        [
            ("105.70", "40.44", "38.26", Verdict.EXACT),
            ("105.71", "40.44", "38.26", Verdict.ROUNDING),
            ("105.73", "40.44", "38.26", Verdict.MISMATCH),
            ("106", "40.44", "38.26", Verdict.EXACT),
            ("-20.00", "-0.80", "4.00", Verdict.EXACT),
            ("-20.1", "-0.80", "4.00", Verdict.ROUNDING),
            ("-21.0", "-0.80", "4.00", Verdict.MISMATCH),
            ("0.00", "0.00", "4.00", Verdict.EXACT),
            ("100.00", "0.00", "0.00", Verdict.ROUNDING),
            ("100.00", "5.00", "0.00", Verdict.MISMATCH),
            ("100.00", "5.00", "-5.00", Verdict.MISMATCH),
        ],
    )
    def test_worked_rates(self, printed: str, above: str, below: str, verdict: Verdict) -> None:
        assert judge_rate(Decimal(printed), Money.wan(above), Money.wan(below), WAN2) is verdict


@pytest.mark.parametrize(
    ("whole", "parts", "verdict"),
    [
        ("40.44", ["30.33", "10.12"], Verdict.ROUNDING),
        ("30.33", ["24.62", "5.71"], Verdict.EXACT),
        ("10.12", ["5.70", "0.98", "1.5", "1.94"], Verdict.EXACT),
        ("10.14", ["5.70", "0.98", "1.5", "1.94"], Verdict.ROUNDING),
        ("10.15", ["5.70", "0.98", "1.5", "1.94"], Verdict.MISMATCH),
        ("40.42", ["30.33", "10.12"], Verdict.MISMATCH),
    ],
)
def test_worked_sums(whole: str, parts: list[str], verdict: Verdict) -> None:
    amounts = [Money.wan(part) for part in parts]
    assert judge(Money.wan(whole), amounts, WAN2) is verdict
    assert judge(Money.wan(whole), amounts) is verdict


def test_each_unit_has_its_own_finest_step_where_nothing_is_declared() -> None:
    assert judge(Money.wan("38.26"), [Money.yuan(382_649)]) is Verdict.ROUNDING
    assert judge(Money.wan("38.26"), [Money.yuan(382_651)]) is Verdict.MISMATCH
