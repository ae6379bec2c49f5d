"""What holds for every form that is built from parts, and for a report with all forms attached."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import cycle, islice
from typing import Any

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import perfreport
from perfreport.classification import BudgetStage
from perfreport.model import (
    NIL,
    Attachments,
    Budget,
    BudgetLine,
    Budgets,
    CostRow,
    DepartmentDeclaration,
    DepartmentSelfEvaluation,
    EvaluationReport,
    FinalAccounts,
    Funding,
    IndicatorTree,
    PerformanceReport,
    Procurement,
    Project,
    ProjectCosts,
    Projects,
    ProjectSelfEvaluation,
    PublicCosts,
    Result,
    ThreePublic,
)
from perfreport.money import Money, total
from perfreport.scoring import grade, score
from perfreport.testing import (
    assert_same,
    base_data,
    department_declarations,
    department_self_evaluations,
    evaluation_reports,
    project_declarations,
    project_monitoring,
    project_self_evaluations,
    reports,
)
from tests.cases.laws import FULL, WHOLE


class TestAFormBuiltFromPartsAddsUp:
    """The total of a form is the sum of its parts, stage by stage and column by column."""

    @given(st.from_type(Funding))
    def test_the_total_of_the_funds_is_that_of_their_sources(self, funds: Funding) -> None:
        assert funds.total is not None
        for stage, stated in funds.total.stated():
            assert _sum(line.amounts.at(stage) for line in funds.sources) == stated

    @WHOLE
    @given(st.from_type(DepartmentSelfEvaluation))
    def test_and_that_of_basic_and_project_expenditure(self, form: DepartmentSelfEvaluation) -> None:
        funds = form.funding
        assert funds is not None
        assert funds.total is not None
        # A form may also split its funds by their sources alone.
        assume(funds.expenditure is not None)
        assert funds.expenditure is not None
        for stage, stated in funds.total.stated():
            rows = (funds.expenditure.basic, funds.expenditure.project)
            assert _sum(row.at(stage) for row in rows if row is not None) == stated

    @WHOLE
    @given(st.from_type(DepartmentDeclaration))
    def test_the_total_of_the_tasks_is_their_sum(self, form: DepartmentDeclaration) -> None:
        assert form.tasks_total is not None
        assert form.tasks_total.total is not None
        tasks = [task.funding.total for task in form.tasks if task.funding is not None]
        stated = form.tasks_total.total.original
        assert _sum(line.original for line in tasks if line is not None) == stated

    @given(st.from_type(ThreePublic))
    def test_vehicles_travel_and_hospitality(self, costs: ThreePublic) -> None:
        _adds_up(costs.total, costs.vehicles, costs.overseas, costs.hospitality)
        _adds_up(costs.vehicles, costs.vehicle_purchase, costs.vehicle_running)

    @given(st.from_type(Procurement))
    def test_goods_works_and_services(self, costs: Procurement) -> None:
        _adds_up(costs.total, costs.goods, costs.works, costs.services)

    @given(st.from_type(PublicCosts))
    def test_listed_running_costs_are_within_their_total(self, costs: PublicCosts) -> None:
        _adds_up(costs.meetings_and_training, costs.meetings, costs.training)
        listed = [_cost(row) for row in (costs.office, costs.utilities_and_travel, costs.meetings_and_training)]
        assert all(total(column) <= whole for whole, *column in zip(_cost(costs.total), *listed, strict=True))

    @given(st.from_type(ProjectCosts))
    def test_projects_of_the_three_groups(self, costs: ProjectCosts) -> None:
        listed = [each.costs for each in (*costs.business, *costs.maintenance, *costs.special_funds)]
        if listed:
            _adds_up(costs.total, *listed)

    @WHOLE
    @given(st.from_type(FinalAccounts))
    def test_both_sides_of_the_final_accounts(self, accounts: FinalAccounts) -> None:
        assert accounts.opening_balance is not None
        assert accounts.closing_balance is not None
        assert accounts.expenditure is not None
        revenue = [line.amounts for line in accounts.revenue]
        _rows(accounts.revenue_total, *revenue)
        _rows(accounts.inflow_total, accounts.revenue_total, accounts.reserves_used, accounts.opening_balance.total)
        _rows(
            accounts.outflow_total,
            accounts.expenditure.total,
            accounts.surplus_distributed,
            accounts.closing_balance.total,
        )
        _rows(accounts.closing_balance.total, accounts.closing_balance.carry_over, accounts.closing_balance.surplus)
        assert accounts.inflow_total == accounts.outflow_total

    @WHOLE
    @given(st.from_type(Budget))
    def test_balances_are_carry_over_and_surplus(self, account: Budget) -> None:
        if account.closing_balance is not None and account.carry_over is not None and account.surplus is not None:
            assert account.carry_over + account.surplus == account.closing_balance

    @given(st.from_type(BudgetLine))
    def test_an_adjustment_leads_from_one_budget_to_the_other(self, line: BudgetLine) -> None:
        if None not in (line.original, line.adjustment, line.adjusted):
            assert _sum([line.original, line.adjustment]) == line.adjusted

    @WHOLE
    @given(
        st.from_type(ProjectSelfEvaluation) | st.from_type(DepartmentSelfEvaluation) | st.from_type(EvaluationReport)
    )
    def test_weights_make_a_hundred_and_scores_the_total(
        self, form: ProjectSelfEvaluation | DepartmentSelfEvaluation | EvaluationReport
    ) -> None:
        assert form.indicators is not None
        assert form.result is not None
        execution = form.funding if isinstance(form, ProjectSelfEvaluation | DepartmentSelfEvaluation) else None
        weights = [indicator.weight for _, indicator in form.indicators.each()]
        execution_weight = execution.weight if execution and execution.weight is not None else Decimal(0)
        assert sum((each for each in weights if each is not None), execution_weight) == 100
        scores = [indicator.score for _, indicator in form.indicators.each()]
        if form.result.score is not None:
            execution_points = execution.score if execution and execution.score is not None else Decimal(0)
            assert sum((each for each in scores if each is not None), execution_points) == form.result.score
            assert form.result.grade is grade(form.result.score)

    @WHOLE
    @given(st.from_type(IndicatorTree))
    def test_scores_are_those_that_the_values_earn(self, found: IndicatorTree) -> None:
        for _, indicator in found.each():
            assert indicator.score is not None
            assert score(indicator).allows(indicator.score)

    @given(st.from_type(Result))
    def test_the_grade_is_that_of_the_score(self, result: Result) -> None:
        assert result.score is not None
        assert result.grade is grade(result.score)


def _sum(amounts: Any) -> Money:
    return total(amount for amount in amounts if amount is not None)


def _cost(row: CostRow | None) -> tuple[Money, ...]:
    assert row is not None
    columns = (row.previous, row.budget, row.final_account)
    return tuple(column for column in columns if column is not None)


def _adds_up(whole: CostRow | None, *parts: CostRow | None) -> None:
    for stated, *column in zip(_cost(whole), *map(_cost, parts), strict=True):
        assert total(column) == stated


def _rows(whole: BudgetLine | None, *parts: BudgetLine | None) -> None:
    assert whole is not None
    for stage, stated in whole.stated():
        assert _sum(part.at(stage) for part in parts if part is not None) == stated


FORTY, FIVE = 40, 5


@st.composite
def full_reports(draw: st.DrawFn) -> PerformanceReport:
    """Draw a report with 40 projects, a form of five indicators for each, and every other form."""
    drawn = draw(reports(max_forms=0))
    year = drawn.year
    some = [draw(project_self_evaluations(year=year, min_indicators=FIVE, max_indicators=FIVE)) for _ in range(2)]
    evaluated = tuple(evolve(form, name=f"{form.name}{index}") for index, form in enumerate(islice(cycle(some), FORTY)))
    attached = Attachments(
        base_data=draw(base_data(year=year)),
        department_self_evaluation=draw(department_self_evaluations(year=year)),
        project_self_evaluations=evaluated,
        department_declaration=draw(department_declarations(year=year)),
        project_declarations=(draw(project_declarations(year=year)),),
        monitoring=(draw(project_monitoring(year=year)),),
        evaluations=(draw(evaluation_reports(year=year)),),
    )
    spent = tuple(Project(name=form.name, amounts=form.funding.total if form.funding else None) for form in evaluated)
    listed = Projects(items=spent, total=_total([project.amounts for project in spent]))
    budgets = Budgets(
        general_public=Budget(projects=listed), government_fund=NIL, state_capital=NIL, social_insurance=NIL
    )
    # The projects are printed as on their forms, each of which has a page of its own.
    return evolve(drawn, presentation=None, budgets=budgets, attachments=attached)


def _total(lines: list[BudgetLine | None]) -> BudgetLine:
    known = [line for line in lines if line is not None]
    stages: dict[BudgetStage, Money | None] = {
        stage: _sum(line.at(stage) for line in known) for stage, _ in known[0].stated()
    }
    return BudgetLine.from_stages(stages)


def _indicators(report: PerformanceReport) -> Iterator[object]:
    for form in report.attachments.project_self_evaluations if report.attachments else ():
        yield from form.indicators.each() if form.indicators else ()


class TestAFullReport:
    """A report with forty projects, two hundred indicators and every form is written, read and checked."""

    @FULL
    @given(full_reports(), st.sampled_from(["json", "yaml"]))
    def test_it_goes_out_and_comes_back_and_satisfies_every_rule(self, report: PerformanceReport, kind: Any) -> None:
        assert len(list(_indicators(report))) == FORTY * FIVE
        assert_same(perfreport.loads(perfreport.dumps(report, kind), kind), report)
        assert perfreport.check(report) == ()
