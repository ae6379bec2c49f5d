"""One real report: the committee of the Youth League of a district for 2022, with all its figures."""

from decimal import Decimal
from pathlib import Path

import pytest

import perfreport
from perfreport import NIL, BudgetAccount, GoalKind, Money, Projects, Quantity, Rate, Severity, total
from perfreport.model import PerformanceReport
from perfreport.testing import assert_same

FILE = Path(__file__).resolve().parent.parent / "examples" / "lusong-2022.yaml"


@pytest.fixture(scope="module")
def report() -> PerformanceReport:
    return perfreport.load(FILE)


@pytest.fixture(scope="module")
def account(report: PerformanceReport) -> BudgetAccount:
    assert report.budgets is not None
    assert isinstance(report.budgets.general_public, BudgetAccount)
    return report.budgets.general_public


def test_every_amount_has_its_place(account: BudgetAccount) -> None:
    spent = account.expenditure
    assert spent is not None
    assert isinstance(account.projects, Projects)
    lines = [spent.total, account.revenue, spent.total, spent.project, spent.basic, spent.personnel, spent.public]
    lines += [account.projects.total, *(project.amounts for project in account.projects.items)]
    stated = [line.executed for line in lines if line is not None]
    assert spent.total is not None
    # In the order in which the report mentions them; the first is a budget that it does not qualify.
    assert [str(amount) for amount in [spent.total.unspecified, *stated[1:]]] == [
        "38.26万元", "40.44万元", "40.44万元", "10.12万元", "30.33万元", "24.62万元", "5.71万元", "10.12万元",
        "5.70万元", "0.98万元", "1.5万元", "1.94万元",
    ]  # fmt: skip
    assert [project.name for project in account.projects.items] == [
        "五四活动项目",
        "青少年保护工作经费项目",
        "“芦淞青年说”活动经费",
        "少先队工作项目经费",
    ]


def test_derived_figures(account: BudgetAccount) -> None:
    spent = account.expenditure
    assert spent is not None
    assert spent.total is not None
    assert spent.total.executed is not None
    assert spent.total.unspecified is not None
    over = spent.total.executed - spent.total.unspecified
    assert str(over) == "2.18万元"
    assert str(spent.total.rate()) == "105.70%"
    assert str(Rate.of(over, spent.total.unspecified)) == "5.70%"
    assert isinstance(account.projects, Projects)
    projects = [project.amounts.executed for project in account.projects.items if project.amounts]
    assert total(amount for amount in projects if amount) == Money.wan("10.12")
    shares = [Rate.of(amount, Money.wan("10.12")).percent() for amount in projects if amount]
    assert shares == [Decimal("56.32"), Decimal("9.68"), Decimal("14.82"), Decimal("19.17")]
    assert spent.total.executed.in_words() == "人民币肆拾万肆仟肆佰元整"


def test_structure(report: PerformanceReport) -> None:
    assert report.year == 2022
    assert len(report.department.duties) == 7
    assert report.goals is not None
    assert report.goals.announced == tuple(GoalKind)
    assert [len(goals) if isinstance(goals, tuple) else goals for goals in map(report.goals.of, GoalKind)] == [
        4,
        None,
        4,
    ]
    assert report.budgets is not None
    assert (report.budgets.government_fund, report.budgets.state_capital, report.budgets.social_insurance) == (NIL,) * 3
    told = report.narrative
    assert told is not None
    assert isinstance(told.achievements, tuple)
    assert [len(passage.points) for passage in told.achievements] == [3, 2, 2, 0]
    assert isinstance(told.special_funds, tuple)
    assert len(told.special_funds) == 4
    assert told.other is NIL
    # What the file does not contain is not 0 but unsaid.
    assert report.cover is None
    assert report.department.code is None
    assert report.department.full_name is None


def test_every_count_is_there(report: PerformanceReport) -> None:
    assert report.narrative is not None
    figures = [figure for _, passage in report.narrative.passages() for figure in passage.figures]
    assert [str(figure.quantity) for figure in figures] == [
        "超100%", "51名", "8个", "13家", "50名", "100周年", "100周年", "3年", "8届",
        "360名", "83个", "10个", "16个", "80场", "1万人次", "1个", "2个",
    ]  # fmt: skip
    assert figures[14].quantity == Quantity(10_000, "人次")
    assert [figure.year for figure in figures if figure.year] == [2021]


def test_findings(report: PerformanceReport) -> None:
    findings = perfreport.check(report)
    assert [(finding.code, finding.severity, finding.pointer) for finding in findings] == [
        ("SUM001", Severity.NOTE, "/budgets/general_public/expenditure/total/executed"),
        ("RATE002", Severity.WARNING, "/budgets/general_public/expenditure/total"),
        ("FORM003", Severity.WARNING, "/goals/special_fund"),
        ("TEXT001", Severity.WARNING, "/narrative/achievements/3"),
    ]
    rounding, rate, *_ = findings
    assert rounding.facts["gap"] == Money.wan("0.01")
    assert rounding.facts["sum"] == Money.wan("40.45")
    assert str(rate.facts["rate"]) == "105.70%"
    assert str(rate.facts["other_rate"]) == "100.00%"
    assert rate.facts["case"] == "either"
    perfreport.require(report)


@pytest.mark.parametrize("name", ["copy.yaml", "copy.yml", "copy.json"])
def test_round_trip(report: PerformanceReport, tmp_path: Path, name: str) -> None:
    perfreport.dump(report, tmp_path / name)
    assert_same(perfreport.load(tmp_path / name), report)
