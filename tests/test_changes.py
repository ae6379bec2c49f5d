"""What the text says of the change from the year before."""

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from perfreport import Department, Money, Narrative, PerformanceReport, Presentation, Quantity, Unit, check
from perfreport.classification import Grade
from perfreport.model import Attachments, BaseData, CostRow, Figure, Passage, Procurement, Result
from perfreport.numerals import round_half_up
from perfreport.rules import STANDARD
from tests.cases.tables import together

RULES = [known for known in STANDARD if known.code in ("TEXT004", "RATE007")]


def saying(text: str, *figures: Figure) -> PerformanceReport:
    """Return a report that says *text*."""
    return PerformanceReport(
        year=2022,
        department=Department(name="某局"),
        narrative=Narrative(achievements=(Passage(text=text, figures=figures),)),
        result=Result(score=Decimal(95), grade=Grade.EXCELLENT),
    )


def cases(text: str) -> list[object]:
    """Return the cases of what is found in *text*."""
    return [finding.facts["case"] for finding in check(saying(text), RULES)]


class TestChanges:
    @pytest.mark.parametrize(
        "text",
        [
            "支出40.44万元，比上年增加2.18万元，增长5.70%。",
            "支出40.44万元，比上年增加2.18万元，增长5.69%。",
            "支出40.44万元，与2021年决算数相比，减少2.18万元，下降5.11%。",
            "支出40.44万元，较上年减少2.18万元（下降5%）。",
            "支出40.44万元，同比增加2.18万元，同比增长5.7％。",
        ],
    )
    def test_a_change_that_is_right_is_left_alone(self, text: str) -> None:
        assert cases(text) == []

    @together(
        "text",
        [
            "支出40.44万元，比上年增加2.18万元。",
            "比上年增加2.18万元，增长57.0%。",
            "支出约40.44万元，比上年增加2.18万元，增长57.0%。",
            "单价40.44万元/个，比上年增加2.18万元，增长57.0%。",
            "支出40.44万元，其中项目比上年增加2.18万元，增长57.0%。",
            "支出40.44万元，比上年增加2.18万元，占57.0%。",
            "支出40.44万元，项目支出10.12万元，增长57.0%。",
            "支出2.18万元，比上年增加2.18万元，增长100%。",
            "支出0.00万元，比上年减少2.18万元，下降57.0%。",
            "支出40.44万元，比上年增加0.00万元，下降0%。",
        ],
    )
    def test_what_is_not_plainly_said_is_left_alone(self, text: str) -> None:
        assert cases(text) == []

    @pytest.mark.parametrize(
        ("text", "case"),
        [
            ("支出40.44万元，比上年增加2.18万元，增长57.0%。", "mismatch"),
            ("支出40.44万元，比上年增加2.18万元，增长5.39%。", "mismatch"),
            ("支出404400元，同比减少2.18万元，降低9.12%。", "mismatch"),
            ("支出40.44万元，比上年增加2.18万元，下降5.70%。", "direction"),
            ("较上年减少2.18万元，同比增长5.12%。", "direction"),
        ],
    )
    def test_a_change_that_cannot_be_is_found(self, text: str, case: str) -> None:
        assert cases(text) == [case]

    @given(
        st.integers(10**6, 10**12),
        st.integers(10**6, 10**12),
        st.builds(Presentation, st.sampled_from([Unit.YUAN, Unit.WAN]), st.integers(0, 2)),
        st.integers(0, 3),
        st.booleans(),
    )
    def test_rounding_and_cutting_off_are_never_found(
        self, now: int, then: int, page: Presentation, decimals: int, cut: bool
    ) -> None:
        share = Fraction(abs(now - then), then) * 100
        rate = Decimal(int(share * 10**decimals)).scaleb(-decimals) if cut else round_half_up(share, decimals)
        current, change = (page.round(Money.yuan(Decimal(each) / 100)) for each in (now, abs(now - then)))
        ways = ("增加", "增长") if now > then else ("减少", "下降")
        assert cases(f"支出{current}，比上年{ways[0]}{change}，{ways[1]}{rate:f}%。") == []


class TestProcurement:
    @pytest.mark.parametrize(("printed", "found"), [("94.72%", 0), ("94.73%", 0), ("94.8%", 1), ("≥90%", 0)])
    def test_the_rate_is_that_of_the_figures(self, printed: str, found: int) -> None:
        bought = Procurement(total=CostRow(budget=Money.wan("38.26"), final_account=Money.wan("36.24")))
        figure = Figure(about="政府采购执行率", quantity=Quantity.parse(printed))
        report = evolve(
            saying("如下", figure), attachments=Attachments(base_data=BaseData(year=2022, procurement=bought))
        )
        assert len(check(report, RULES)) == found

    def test_without_figures_nothing_is_judged(self) -> None:
        figure = Figure(about="政府采购执行率", quantity=Quantity.parse("94.8%"))
        assert check(saying("如下", figure), RULES) == ()
