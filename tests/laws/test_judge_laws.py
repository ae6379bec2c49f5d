"""What holds for every verdict on printed figures."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from perfreport.errors import InvalidMoney
from perfreport.model import Department, Narrative, Passage, PerformanceReport
from perfreport.money import Money, Presentation, Unit, total
from perfreport.numerals import EXACT, round_half_up
from perfreport.quantity import Rate
from perfreport.reconciliation import Verdict, judge, judge_rate, reconcile_identities
from perfreport.reconciliation.equations import Identity
from perfreport.rules import STANDARD, check
from perfreport.testing import money, presentations
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


@st.composite
def figures(draw: st.DrawFn, page: Presentation) -> Money:
    """Draw a figure of a page: on its grid, with more digits than it has, or in another unit."""
    stated = draw(st.one_of(money().map(page.round), money(unit=page.unit), money()))
    return draw(st.sampled_from([stated, page.step * draw(st.integers(-20, 20))]))


@st.composite
def beside(draw: st.DrawFn, figure: Money, page: Presentation) -> Money:
    """Draw an amount in and around the interval of a figure, stated exactly: in 元, to the 分 at least."""
    step = page.step_of(figure).to(Unit.YUAN)
    halves = EXACT.multiply(EXACT.multiply(step, Decimal("0.5")), draw(st.integers(-3, 3)))
    nudge = EXACT.scaleb(Decimal(draw(st.integers(-3, 3))), -draw(st.integers(2, 6)))
    amount = EXACT.add(EXACT.add(figure.to(Unit.YUAN), halves), nudge)
    try:
        return Money.yuan(EXACT.add(amount, Decimal("0.00")))
    except InvalidMoney:
        return Money.yuan("0.00")


TABLES = presentations().flatmap(lambda page: st.tuples(st.just(page), st.lists(figures(page), min_size=2, max_size=6)))
PAGED = presentations().flatmap(lambda page: st.tuples(st.just(page), figures(page)))


class TestThereIsOneAnswerToWhatAFigureMayBe:
    """The interval, the verdict on one part, the joint judgement and the rule of growth rates know the same amounts."""

    @given(PAGED.flatmap(lambda drawn: st.tuples(*map(st.just, drawn), beside(drawn[1], drawn[0]))))
    @example((Presentation(Unit.YUAN, 2), Money.yuan("40.44"), Money.yuan("40.444")))
    @example((WAN2, Money.wan("40.44"), Money.yuan("404449.99")))
    @example((WAN2, Money.wan("40.44"), Money.yuan("404449.9999")))
    @example((WAN2, Money.wan("40.44"), Money.yuan("404450.00")))
    @example((WAN2, Money.wan("0.00"), Money.yuan("-49.999")))
    @example((WAN2, Money.wan("-40.44"), Money.yuan("-404449.999")))
    def test_an_amount_is_in_the_interval_exactly_when_the_verdict_is_no_mismatch(
        self, drawn: tuple[Presentation, Money, Money]
    ) -> None:
        page, figure, amount = drawn
        inside = amount in page.interval(figure)
        assert inside == (judge(figure, [amount], page) is not Verdict.MISMATCH)
        assert inside == (judge(amount, [figure], page) is not Verdict.MISMATCH)

    @given(
        presentations().flatmap(lambda page: st.tuples(st.just(page), st.lists(figures(page), min_size=2, max_size=6)))
    )
    def test_one_equation_is_judged_alike_alone_and_jointly(self, drawn: tuple[Presentation, list[Money]]) -> None:
        page, (*parts, shift) = drawn
        for whole in (total(parts), page.round(total(parts)), total(parts) + page.step, total([*parts, shift])):
            identity = Identity(("whole",), whole, tuple(((str(at),), part) for at, part in enumerate(parts)), page)
            verdict = judge(whole, parts, page)
            assert reconcile_identities([("SUM", identity)]).feasible == (verdict is not Verdict.MISMATCH)

    @given(st.lists(st.integers(-9, 9), max_size=9), st.integers(-12, 12), presentations())
    def test_no_gap_above_the_tolerance_is_called_rounding(
        self, steps: list[int], gap: int, page: Presentation
    ) -> None:
        parts = [page.step * count for count in steps]
        if judge(page.step * (sum(steps) + gap), parts, page) in GRADES:
            assert abs(page.step * gap) <= page.tolerance(len(parts))

    @given(st.integers(0, 40), presentations())
    def test_a_gap_of_the_tolerance_is_called_rounding(self, count: int, page: Presentation) -> None:
        parts = [page.step * 2] * count
        expected = Verdict.ROUNDING if page.tolerance(count).amount else Verdict.EXACT
        assert judge(total(parts) - page.tolerance(count), parts, page) is expected

    @given(st.integers(20, 400), st.integers(1, 300), st.integers(-30, 30), st.integers(0, 2), st.booleans())
    @example(100, 1, 0, 2, True)
    def test_the_growth_rule_takes_the_amounts_of_the_intervals(
        self, current: int, change: int, off: int, places: int, rises: bool
    ) -> None:
        page = Presentation(Unit.YUAN, 1)
        stated = [page.step * tenths for tenths in (current, change)]
        now, more = (_amounts(page, figure) for figure in stated)
        before = [(d, c - d if rises else c + d) for c in (now[0], now[-1]) for d in (more[0], more[-1])]
        assume(all(was > 0 for _, was in before))
        rates = [Fraction(100 * part, was) for part, was in before]
        printed = round_half_up(max(Fraction(0), sum(rates, Fraction(off, 3)) / len(rates)), places)
        digit = Fraction(1, 10**places)
        allowed = min(rates) <= Fraction(printed) + digit and Fraction(printed) - digit / 2 <= max(rates)
        way, rate = ("增加", "增长") if rises else ("减少", "下降")
        text = f"支出{stated[0]}，比上年{way}{stated[1]}，{rate}{printed}%。"
        passage = Narrative(achievements=(Passage(text=text),))
        report = PerformanceReport(year=2022, department=Department(name="某局"), narrative=passage)
        assert (not check(report, [known for known in STANDARD if known.code == "TEXT004"])) == allowed

    @given(st.integers(10, 400), st.integers(10, 300), st.integers(-30, 30), st.integers(0, 2))
    def test_a_rate_takes_the_amounts_of_the_intervals(self, above: int, below: int, off: int, places: int) -> None:
        page = Presentation(Unit.YUAN, 1)
        part, whole = page.step * above, page.step * below
        parts, wholes = _amounts(page, part), _amounts(page, whole)
        rates = [Fraction(100 * one, other) for one in (parts[0], parts[-1]) for other in (wholes[0], wholes[-1])]
        printed = round_half_up(max(Fraction(0), Fraction(100 * above, below) + Fraction(off, 3)), places)
        half = Fraction(1, 2 * 10**places)
        low, high = Fraction(printed) - half, Fraction(printed) + half
        met = (low <= max(rates) if printed else low < max(rates)) and min(rates) < high
        assert (judge_rate(printed, part, whole, page) in GRADES) == met


def _amounts(page: Presentation, figure: Money) -> list[int]:
    """Return the whole 分 in the interval of a figure with one decimal of a 元, by trying all around it."""
    fen = int(figure.to(Unit.YUAN) * 100)
    return [near for near in range(fen - 12, fen + 13) if Money.yuan(Decimal(near).scaleb(-2)) in page.interval(figure)]


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
