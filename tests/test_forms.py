"""The forms as departments fill them in: every layout fits, stands alone and inside a report, and refuses nonsense."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import perfreport
from perfreport.classification import DeviationCause, FundingSource, Horizon, IndicatorKind, Likelihood
from perfreport.errors import InvalidDocument, InvalidNumber, InvalidValue
from perfreport.frozenmap import FrozenMap
from perfreport.model import (
    Attachments,
    BaseData,
    BudgetLine,
    Buildings,
    CostRow,
    Department,
    DepartmentDeclaration,
    Expenditure,
    Funding,
    FundingLine,
    GoalPlan,
    Indicator,
    IndicatorLevel,
    IndicatorTree,
    PerformanceReport,
    Progress,
    ProjectDeclaration,
    ProjectMonitoring,
    ProjectSelfEvaluation,
    SpendingItem,
    Staffing,
    frameworks,
    walk,
)
from perfreport.money import Money
from perfreport.quantity import Actual, Quantity, Target
from perfreport.serialization import FORMS
from perfreport.testing import assert_same
from tests.cases.laws import WHOLE
from tests.cases.tables import together


def _line(**figures: str) -> BudgetLine:
    return BudgetLine(**{stage: Money.wan(amount) for stage, amount in figures.items()})  # type: ignore[arg-type]


def _row(source: FundingSource, label: str | None = None, **figures: str) -> FundingLine:
    return FundingLine(source=source, label=label, amounts=_line(**figures))


PERCENT = Quantity.parse
SOURCE = FundingSource

#: One money block in each of the layouts that departments publish.
LAYOUTS = {
    "national: original, adjusted, executed, weight, rate, score by source": Funding(
        total=BudgetLine(
            original=Money.wan("38.26"), adjusted=Money.wan("40.44"), executed=Money.wan("40.44"),
            execution_rate=PERCENT("100%"),
        ),
        sources=(
            _row(SOURCE.CURRENT_APPROPRIATION, original="38.26", adjusted="40.44", executed="40.44"),
            _row(SOURCE.CARRY_OVER, original="0", adjusted="0", executed="0"),
            _row(SOURCE.OTHER),
        ),
        weight=Decimal(10), score=Decimal(10),
    ),
    "transfer payment: budget (A), executed (B), rate (B/A) by level of government": Funding(
        total=BudgetLine(
            adjusted=Money.wan("985"), executed=Money.wan("861.46"), execution_rate=PERCENT("87.46%"),
        ),
        sources=(
            _row(SOURCE.CENTRAL, adjusted="500", executed="500"),
            _row(SOURCE.PROVINCIAL, adjusted="300", executed="200"),
            _row(SOURCE.LOCAL, "地方资金（市县）", adjusted="185", executed="161.46"),
        ),
    ),
    "with the reason and four kinds of funds": Funding(
        total=BudgetLine(
            original=Money.wan("0"), adjusted=Money.wan("0"), executed=Money.wan("0"), execution_rate=PERCENT("0.00%")
        ),
        sources=(
            _row(SOURCE.APPROPRIATION, "财政资金", original="0", adjusted="0", executed="0"),
            _row(SOURCE.SPECIAL_ACCOUNT), _row(SOURCE.UNIT_FUNDS), _row(SOURCE.OTHER),
        ),
        weight=Decimal(10), score=Decimal(0), reason="项目未启动",
    ),
    "pairs of budget and executed, no score": Funding(
        total=_line(unspecified="12.5", executed="12.5"),
        sources=(
            _row(SOURCE.APPROPRIATION, unspecified="12.5", executed="12.5"), _row(SOURCE.OTHER, "其它资金"),
        ),
    ),
    "one row, the rate scored with 20 points": Funding(
        total=BudgetLine(unspecified=Money.wan("100"), executed=Money.wan("95"), execution_rate=Quantity("95")),
        weight=Decimal(20), score=Decimal(19),
    ),
    "grants, payments and what is left, item by item": Funding(
        total=_line(original="100", received="90", executed="80", unspent="10"),
        sources=(_row(SOURCE.CARRY_OVER, "当年使用上年结余", unspecified="5"),),
        items=(
            SpendingItem(name="印刷费", amounts=_line(received="40", executed="40", unspent="0"), vouchers="3号"),
            SpendingItem(name="会议费", amounts=_line(received="50", executed="40", unspent="10"), remark="跨年支付"),
        ),
    ),
    "department: by nature of revenue and of expenditure, with shares": Funding(
        total=_line(original="38.26", adjustment="2.18", adjusted="40.44", executed="40.44"),
        sources=(
            FundingLine(
                source=SOURCE.GENERAL_PUBLIC_APPROPRIATION,
                amounts=BudgetLine(adjusted=Money.wan("40.44"), share=PERCENT("100%")),
            ),
            _row(SOURCE.SPECIAL_ACCOUNT, "纳入专户管理的非税收入拨款"),
        ),
        expenditure=Expenditure(basic=_line(executed="30.33"), project=_line(executed="10.11")),
        weight=Decimal(10), score=Decimal("9.50"),
    ),
    "objectives: the year's funds and where they come from": Funding(
        total=_line(original="60"),
        sources=(
            _row(SOURCE.GENERAL_PUBLIC_APPROPRIATION, original="40"),
            _row(SOURCE.GOVERNMENT_FUND_APPROPRIATION, original="10"),
            _row(SOURCE.STATE_CAPITAL_APPROPRIATION, original="0"),
            _row(SOURCE.INSTITUTION_INCOME, original="5"), _row(SOURCE.BUSINESS_INCOME, original="5"),
        ),
    ),
    "monitoring: so far and expected": Funding(total=_line(original="100", executed="46.31", expected="98")),
}  # fmt: skip


class TestEveryMoneyBlockFits:
    """What a layout prints is held as it was printed: digits, units, labels, blanks."""

    @together("kind", ["json", "yaml"])
    @together("layout", LAYOUTS.values())
    def test_nothing_is_lost_on_the_way_out_and_in(self, layout: Funding, kind: Any) -> None:
        form = ProjectSelfEvaluation(year=2022, name="项目", funding=layout)
        assert_same(perfreport.loads(perfreport.dumps(form, kind), kind, ProjectSelfEvaluation), form)

    def test_both_horizons_stand_side_by_side(self) -> None:
        national, objectives = (LAYOUTS[name] for name in LAYOUTS if name.startswith(("national", "objectives")))
        later = GoalPlan(first_year=2022, last_year=2024, funding=national, goal="三年建成")
        now = GoalPlan(funding=objectives, goal="当年完成一期")
        for form in (
            ProjectDeclaration(year=2022, name="项目", medium_term=later, annual=now),
            DepartmentDeclaration(year=2022, department="某局", medium_term=later, annual=now),
        ):
            assert form.of(Horizon.MEDIUM_TERM) is later
            assert form.of(Horizon.ANNUAL) is now


def _indicator(**given: Any) -> IndicatorTree:
    group = IndicatorLevel(kind=IndicatorKind.QUANTITY, indicators=(Indicator(name="参训人数", **given),))
    return IndicatorTree(levels=(IndicatorLevel(kind=IndicatorKind.OUTPUT, weight="50", levels=(group,)),))


#: One indicator in each of the layouts of the indicator block.
INDICATORS = {
    "target, actual, weight, score, reason": _indicator(
        target=Target("≥300人"), actual=Actual("280人"), weight="10", score="9.33", reason="两期培训延至次年"
    ),
    "sign, value and unit in columns": _indicator(
        target=Target("300", nature="≥", measure="人"), actual=Actual("280", measure="人"), weight="10", score="9"
    ),
    "a word on a scale": _indicator(target=Target("优", nature="定性", measure="优良中低差"), weight="5"),
    "own score, reviewed score, standard": _indicator(
        weight="10", score="9.5", reviewed_score="8", standard="每少一人扣0.1分", deduction="0.5"
    ),
    "explained and starred": _indicator(stars=3, explanation="全年参加培训的人数", remark="核心指标"),
    "sign alone, the value left blank": _indicator(target=Target("", nature="≥", measure="人")),
    "in the course of the year": _indicator(
        target=Target("≥300人"),
        progress=Progress(
            actual=Actual("150人"), expected=Actual("300人"), causes=(DeviationCause.STAFF,),
            likelihood=Likelihood.POSSIBLE,
        ),
    ),
}  # fmt: skip


class TestEveryIndicatorBlockFits:
    @together("kind", ["json", "yaml"])
    @together("layout", INDICATORS.values())
    def test_nothing_is_lost_on_the_way_out_and_in(self, layout: IndicatorTree, kind: Any) -> None:
        form = ProjectSelfEvaluation(year=2022, name="项目", indicators=layout)
        assert_same(perfreport.loads(perfreport.dumps(form, kind), kind, ProjectSelfEvaluation), form)

    def test_local_levels_have_a_name_of_their_own(self) -> None:
        group = IndicatorLevel(name="项目完成指标", indicators=(Indicator(name="完成率"),))
        assert [way for way, _ in IndicatorTree(levels=(group,)).each()] == [("levels", 0, "indicators", 0)]

    def test_the_tree_is_walked_in_the_order_of_the_form(self) -> None:
        names = [indicator.name for _, indicator in frameworks.PROJECT.each()]
        assert (names[0], names[-1], len(names)) == ("立项依据充分性", "满意度", 17)
        assert [level.kind for _, level, _ in walk.each(frameworks.PROJECT, IndicatorLevel)][:2] == [
            IndicatorKind.DECISION, IndicatorKind.PROJECT_APPROVAL,
        ]  # fmt: skip
        assert len(list(frameworks.DEPARTMENT.each())) == 28

    def test_a_framework_holds_the_formula_of_its_ratios(self) -> None:
        formulas = {each.name: each.explanation for _, each in frameworks.PROJECT.each() if each.explanation}
        # The same name has another denominator on a self-evaluation form.
        assert formulas["预算执行率"] == "实际支出资金 / 实际到位资金"

    def test_weights_are_summed_where_all_are_stated(self) -> None:
        two = (Indicator(name="甲", weight="3.33"), Indicator(name="乙", weight="6.67"))
        assert IndicatorTree(levels=(IndicatorLevel(name="产出", indicators=two),)).weight == 10
        silent = (*two, Indicator(name="丙"))
        assert IndicatorTree(levels=(IndicatorLevel(name="产出", indicators=silent),)).weight is None
        assert IndicatorTree().weight is None


class TestKindsOfIndicators:
    @together("kind", IndicatorKind)
    def test_every_kind_has_a_first_level(self, kind: IndicatorKind) -> None:
        assert kind.first.level == 1
        assert (kind.level == 1) == (kind.first is kind)
        assert kind.level == 1 or kind in kind.first.parts

    def test_every_first_level_has_parts(self) -> None:
        assert all(kind.parts for kind in IndicatorKind if kind.level == 1)
        assert IndicatorKind.OUTPUT.parts[:4] == (
            IndicatorKind.QUANTITY, IndicatorKind.QUALITY, IndicatorKind.TIMELINESS, IndicatorKind.OUTPUT_COST,
        )  # fmt: skip


ALONE = {
    "base-data": BaseData(year=2022, staffing=Staffing(authorized=12, actual=11, control_rate=PERCENT("91.67%"))),
    "department-declaration": DepartmentDeclaration(year=2022, department="某局"),
    "project-declaration": ProjectDeclaration(year=2022, name="项目"),
    "project-monitoring": ProjectMonitoring(year=2022, name="项目", month=7),
    "project-self-evaluation": ProjectSelfEvaluation(year=2022, name="项目"),
}


class TestFormsStandAlone:
    @pytest.mark.parametrize("word", FORMS)
    @WHOLE
    @given(data=st.data())
    def test_every_form_is_written_and_read_by_itself(self, word: str, data: st.DataObject) -> None:
        form: Any = data.draw(st.from_type(FORMS[word]))
        written = perfreport.dumps(form, "json")
        assert f'"form": "{word}"' in written.decode()
        assert_same(perfreport.loads(written, "json", FORMS[word]), form)

    @pytest.mark.parametrize("word", ALONE)
    def test_a_file_keeps_its_form(self, word: str, tmp_path: Path) -> None:
        form: Any = ALONE[word]
        perfreport.dump(form, tmp_path / "form.yaml")
        assert_same(perfreport.load(tmp_path / "form.yaml", type(form)), form)

    def test_a_form_is_not_read_as_a_report(self) -> None:
        data = perfreport.dumps(ALONE["base-data"], "json")  # type: ignore[arg-type]
        with pytest.raises(InvalidDocument, match=r"/form: .*load it with kind=BaseData"):
            perfreport.loads(data, "json", PerformanceReport)

    def test_without_a_kind_a_file_is_what_it_says(self) -> None:
        form: Any
        for form in ALONE.values():
            assert type(perfreport.loads(perfreport.dumps(form, "json"), "json")) is type(form)

    @pytest.mark.parametrize("form", ['"other"', "1", "null", '{"a": 1}'])
    def test_an_unknown_form_names_the_known(self, form: str) -> None:
        text = f'{{"schema": 2, "form": {form}, "year": 2022, "department": {{"name": "甲"}}}}'
        if form == "null":
            assert perfreport.loads(text, "json").year == 2022
        else:
            with pytest.raises(InvalidDocument, match=r"the forms are base-data"):
                perfreport.loads(text, "json")

    def test_a_report_is_not_read_as_a_form(self) -> None:
        data = '{"schema": 2, "year": 2022, "department": {"name": "甲"}}'
        with pytest.raises(InvalidDocument, match=r"/form: missing; expected form: base-data"):
            perfreport.loads(data, "json", BaseData)

    def test_one_form_is_not_read_as_another(self) -> None:
        data = perfreport.dumps(ALONE["project-declaration"], "json")  # type: ignore[arg-type]
        with pytest.raises(InvalidDocument, match=r"expected form: base-data, not 'project-declaration'"):
            perfreport.loads(data, "json", BaseData)

    def test_what_is_neither_report_nor_form_is_refused(self) -> None:
        with pytest.raises(InvalidValue, match=r"serialization\.kind: expected one of PerformanceReport, BaseData"):
            perfreport.loads("{}", "json", Funding)

    @together("key", ["schema", "form"])
    @together("kind", [PerformanceReport, *FORMS.values()])
    def test_the_heading_of_a_document_is_no_unknown_key(self, kind: Any, key: str) -> None:
        given = {"year": 2022, "extra": FrozenMap({key: "x"})}
        names = {"name": "项目", "department": Department(name="某局") if kind is PerformanceReport else "某局"}
        fields = {field.name for field in attrs.fields(kind)}
        with pytest.raises(InvalidValue, match=rf"{kind.__name__}\.extra"):
            kind(**given, **{name: value for name, value in names.items() if name in fields})


class TestRatiosOfTheBaseData:
    """The worked numbers of the framework for departments."""

    def test_control_rate_of_staff(self) -> None:
        assert str(Staffing(authorized=12, actual=11).rate()) == "91.67%"
        assert str(Staffing(authorized=12, actual=13).rate()) == "108.33%"
        assert Staffing(authorized=12).rate() is None
        over_nothing = Staffing(authorized=0, actual=1).rate()
        assert over_nothing is not None
        assert over_nothing.value is None

    def test_change_and_control_of_costs(self) -> None:
        row = CostRow(previous=Money.wan("4.00"), budget=Money.wan("10.00"), final_account=Money.wan("3.20"))
        assert (str(row.change_rate()), str(row.control_rate())) == ("-20.00%", "32.00%")
        assert CostRow(budget=Money.wan(1)).change_rate() is None
        assert CostRow(previous=Money.wan(1)).control_rate() is None

    def test_buildings(self) -> None:
        built = Buildings(
            approved_area="1000", actual_area="1100", approved_investment=Money.wan(50), actual_investment=Money.wan(48)
        )
        assert (str(built.area_rate()), str(built.investment_rate())) == ("110.00%", "96.00%")
        assert (Buildings().area_rate(), Buildings().investment_rate()) == (None, None)


class TestConstructorsRefuseContradictions:
    @together(
        ("made", "message"),
        [
            (lambda: Indicator(name="甲", weight="-1"), r"Indicator\.weight: expected a number that is not negative"),
            (lambda: Indicator(name="甲", stars=0), r"Indicator\.stars"),
            (lambda: Indicator(name="甲", target="≥95%"), r"Indicator\.target: expected a value of type Target"),  # type: ignore[arg-type]
            (lambda: Indicator(name="甲", target=Actual("95%")), r"Indicator\.target: expected a value of type Target"),  # type: ignore[arg-type]
            (lambda: Indicator(name="甲", target=Target(" ")), r"Indicator\.target: expected text that is not blank"),
            (lambda: Indicator(name="甲", target=Target("a\x00")), r"Indicator\.target: .*control characters"),
            (lambda: Indicator(name="甲", target=Target("", measure=" ")), r"Indicator\.target: .*not blank"),
            (IndicatorLevel, r"IndicatorLevel\.name: a level has a kind or a name"),
            (lambda: IndicatorLevel(name="甲", levels=("x",)), r"IndicatorLevel\.levels"),  # type: ignore[arg-type]
            (
                lambda: GoalPlan(first_year=2024, last_year=2022),
                r"GoalPlan\.last_year: .*before first_year",
            ),
            (lambda: Staffing(authorized=-1), r"Staffing\.authorized: expected a whole number"),
            (lambda: Buildings(actual_area="-3"), r"Buildings\.actual_area: expected a number that is not negative"),
            (lambda: ProjectMonitoring(year=2022, name="甲", month=13), r"ProjectMonitoring\.month"),
            (lambda: Attachments(monitoring=[]), r"Attachments\.monitoring: expected a tuple"),  # type: ignore[arg-type]
        ],
    )
    def test_and_say_which(self, made: Any, message: str) -> None:
        with pytest.raises(InvalidValue, match=message):
            made()

    def test_floats_are_no_points(self) -> None:
        with pytest.raises(InvalidNumber, match=r"9\.5.*not exact"):
            Indicator(name="甲", score=9.5)  # type: ignore[arg-type]


class TestFilesOfForms:
    """What a file gets wrong inside a form is said with its place."""

    @together(
        ("cell", "place", "reason"),
        [
            ('"target": 95', "target", "expected text"),
            ('"target": " "', "target", "not blank"),
            ('"target": {}', "target/raw", "missing"),
            ('"target": {"raw": 1, "nature": 2}', "target/raw", "expected text"),
            ('"weight": 9.5', "weight", "as text"),
            ('"weight": true', "weight", "as text"),
            ('"weight": "ten"', "weight", "is not a number"),
            ('"weight": "-1"', "weight", "not negative"),
            ('"kind": "nope"', "kind", "expected one of output"),
            ('"stars": 9', "stars", "from 1 to 5"),
        ],
    )
    def test_each_problem_has_its_pointer(self, cell: str, place: str, reason: str) -> None:
        text = (
            '{"schema": 2, "form": "project-self-evaluation", "year": 2022, "name": "项目", "indicators": {"levels": ['
            f'{{"kind": "output", "indicators": [{{"name": "甲", {cell}}}]}}]}}}}'
        )
        with pytest.raises(InvalidDocument) as refused:
            perfreport.loads(text, "json", ProjectSelfEvaluation)
        places = {problem.pointer: str(problem.reason) for problem in refused.value.problems}
        assert reason in places[f"/indicators/levels/0/indicators/0/{place}"]

    def test_whole_numbers_are_taken_as_they_are(self) -> None:
        text = '{"schema": 2, "form": "base-data", "year": 2022, "buildings": {"approved_area": 1000}}'
        read = perfreport.loads(text, "json", BaseData)
        assert read.buildings is not None
        assert read.buildings.approved_area == 1000

    def test_unknown_keys_of_a_cell_survive(self) -> None:
        text = (
            '{"schema": 2, "form": "project-self-evaluation", "year": 2022, "name": "项目", "indicators":'
            ' {"levels": [{"kind": "output", "indicators": [{"name": "甲", "target": {"raw": "95%", "note": "x"},'
            ' "actual": {"raw": "95%", "reading": "y"}}]}]}}'
        )
        read = perfreport.loads(text, "json", ProjectSelfEvaluation)
        written = perfreport.dumps(read, "json").decode()
        assert '"note": "x"' in written
        assert '"reading": "y"' in written
        assert_same(perfreport.loads(written, "json", ProjectSelfEvaluation), read)
