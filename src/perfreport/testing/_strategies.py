"""The strategies by name, for people who import them; those that share a page can be given one."""

from decimal import Decimal

from hypothesis import strategies as st

from perfreport.model import (
    CLASSES,
    Attachments,
    Balance,
    BaseData,
    Budget,
    BudgetLine,
    Budgets,
    Buildings,
    CostRow,
    Cover,
    Department,
    DepartmentDeclaration,
    DepartmentSelfEvaluation,
    Document,
    EconomicLine,
    EvaluationOutline,
    EvaluationReport,
    Expenditure,
    Figure,
    FinalAccounts,
    FunctionalLine,
    Funding,
    FundingLine,
    Goal,
    GoalOutcome,
    GoalPlan,
    Goals,
    Indicator,
    IndicatorLevel,
    IndicatorTree,
    NamedCost,
    Narrative,
    Passage,
    PerformanceReport,
    Procurement,
    Progress,
    Project,
    ProjectCosts,
    ProjectDeclaration,
    ProjectMonitoring,
    Projects,
    ProjectSelfEvaluation,
    PublicCosts,
    Result,
    Signature,
    SpendingItem,
    Staffing,
    Task,
    ThreePublic,
    is_document,
)
from perfreport.money import Presentation
from perfreport.testing import _indicators
from perfreport.testing._makers import made, strategy
from perfreport.testing._unknown import planted

__all__ = [
    "attachments",
    "balances",
    "base_data",
    "budget_lines",
    "budgets",
    "buildings",
    "cost_rows",
    "covers",
    "department_declarations",
    "department_self_evaluations",
    "departments",
    "documents",
    "economic_lines",
    "evaluation_outlines",
    "evaluation_reports",
    "expenditures",
    "figures",
    "final_accounts",
    "functional_lines",
    "funding",
    "funding_lines",
    "goal_outcomes",
    "goal_plans",
    "goals",
    "indicator_levels",
    "indicator_trees",
    "named_costs",
    "narratives",
    "passages",
    "procurement",
    "progresses",
    "project_costs",
    "project_declarations",
    "project_monitoring",
    "project_self_evaluations",
    "projects",
    "public_costs",
    "reports",
    "results",
    "signatures",
    "single_budgets",
    "single_goals",
    "single_indicators",
    "single_projects",
    "spending_items",
    "staffing",
    "tasks",
    "three_public",
]


@st.composite
def reports(
    draw: st.DrawFn, *, max_projects: int = 4, max_forms: int = 1, with_unknown: bool = False
) -> PerformanceReport:
    """
    Draw reports that satisfy every rule; *with_unknown* gives some of their objects keys that no field has.

    Up to *max_forms* of each form are attached.

    Every figure stands on the grid of the presentation, which the report may or may not declare.
    """
    report = draw(strategy(PerformanceReport, max_projects=max_projects, max_forms=max_forms))
    return planted(draw, report) if with_unknown else report


def documents() -> st.SearchStrategy[Document]:
    """Draw reports, and forms that stand alone: whatever a file holds."""
    return st.one_of([strategy(kind) for kind in CLASSES if is_document(kind)])


def single_indicators(weight: Decimal | None = None) -> st.SearchStrategy[Indicator]:
    """Draw indicators of *weight* (any up to 100 unless given), with the score that follows from their values."""
    return made(lambda at: _indicators.indicator(at, weight))


def indicator_levels(weight: Decimal | None = None) -> st.SearchStrategy[IndicatorLevel]:
    """Draw second levels whose indicators add up to *weight* (any up to 100 unless given)."""
    return made(lambda at: _indicators.indicator_level(at, weight))


def indicator_trees(weight: Decimal = Decimal(90), *, max_size: int = 4) -> st.SearchStrategy[IndicatorTree]:
    """Draw the indicators of a form, up to *max_size* of them, whose weights add up to *weight*."""
    return made(lambda at: _indicators.indicator_tree(at, weight, max_size))


def attachments(
    presentation: Presentation | None = None, *, year: int = 2022, max_size: int = 1
) -> st.SearchStrategy[Attachments]:
    """Draw the forms attached to a report, up to *max_size* of each that there may be several of."""
    return strategy(Attachments, presentation, year=year, max_forms=max_size)


def balances(presentation: Presentation | None = None) -> st.SearchStrategy[Balance]:
    """Draw balances: the total is carry-over and surplus together, and the appropriation is a part of it."""
    return strategy(Balance, presentation)


def base_data(presentation: Presentation | None = None, *, year: int = 2022) -> st.SearchStrategy[BaseData]:
    """Draw the base data of a department."""
    return strategy(BaseData, presentation, year=year)


def budget_lines(presentation: Presentation | None = None) -> st.SearchStrategy[BudgetLine]:
    """Draw rows of a money table, spent within what was budgeted, on the grid of *presentation*."""
    return strategy(BudgetLine, presentation)


def budgets(
    presentation: Presentation | None = None, *, year: int = 2022, max_projects: int = 4
) -> st.SearchStrategy[Budgets]:
    """Draw the four budgets, each with figures or said to be none, and sometimes the total over them."""
    return strategy(Budgets, presentation, year=year, max_projects=max_projects)


def buildings(presentation: Presentation | None = None) -> st.SearchStrategy[Buildings]:
    """Draw approved and actual buildings, with the control rates that follow."""
    return strategy(Buildings, presentation)


def cost_rows(presentation: Presentation | None = None) -> st.SearchStrategy[CostRow]:
    """Draw rows of costs."""
    return strategy(CostRow, presentation)


def covers(year: int = 2022) -> st.SearchStrategy[Cover]:
    """Draw covers of a report on *year*."""
    return strategy(Cover, year=year)


def department_declarations(
    presentation: Presentation | None = None, *, year: int = 2022
) -> st.SearchStrategy[DepartmentDeclaration]:
    """Draw declarations of the objectives of departments; the total of the tasks is their sum."""
    return strategy(DepartmentDeclaration, presentation, year=year)


def department_self_evaluations(
    presentation: Presentation | None = None, *, year: int = 2022, min_indicators: int = 1, max_indicators: int = 4
) -> st.SearchStrategy[DepartmentSelfEvaluation]:
    """Draw self-evaluations of departments, consistent like those of projects."""
    return strategy(DepartmentSelfEvaluation, presentation, year=year, indicators=(min_indicators, max_indicators))


def departments() -> st.SearchStrategy[Department]:
    """Draw departments."""
    return strategy(Department)


def economic_lines(presentation: Presentation | None = None) -> st.SearchStrategy[EconomicLine]:
    """Draw rows of basic expenditure by economic item."""
    return strategy(EconomicLine, presentation)


def evaluation_outlines() -> st.SearchStrategy[EvaluationOutline]:
    """Draw the chapters of evaluation reports."""
    return strategy(EvaluationOutline)


def evaluation_reports(
    presentation: Presentation | None = None, *, year: int = 2022
) -> st.SearchStrategy[EvaluationReport]:
    """Draw evaluation reports: weights add up to 100, and the score is the sum of the scores."""
    return strategy(EvaluationReport, presentation, year=year)


def expenditures(presentation: Presentation | None = None) -> st.SearchStrategy[Expenditure]:
    """Draw expenditure by category, each total the sum of its parts."""
    return strategy(Expenditure, presentation)


def figures() -> st.SearchStrategy[Figure]:
    """Draw figures that stand in a text."""
    return strategy(Figure)


def final_accounts(presentation: Presentation | None = None) -> st.SearchStrategy[FinalAccounts]:
    """Draw accounts of all revenue and expenditure, both sides of which come to one grand total."""
    return strategy(FinalAccounts, presentation)


def functional_lines(presentation: Presentation | None = None) -> st.SearchStrategy[FunctionalLine]:
    """Draw rows of expenditure by function."""
    return strategy(FunctionalLine, presentation)


def funding(presentation: Presentation | None = None) -> st.SearchStrategy[Funding]:
    """Draw the money block of a form: the total is the sum of its sources, and of basic and project expenditure."""
    return strategy(Funding, presentation)


def funding_lines(presentation: Presentation | None = None) -> st.SearchStrategy[FundingLine]:
    """Draw what one source gives."""
    return strategy(FundingLine, presentation)


def goal_outcomes() -> st.SearchStrategy[GoalOutcome]:
    """Draw goals as set and as met."""
    return strategy(GoalOutcome)


def goal_plans(presentation: Presentation | None = None, *, year: int = 2022) -> st.SearchStrategy[GoalPlan]:
    """Draw what is to be reached within one span of time; nothing of it is reached or scored yet."""
    return strategy(GoalPlan, presentation, year=year)


def goals() -> st.SearchStrategy[Goals]:
    """Draw the goals of a report: whatever kind is announced is there, or said to be none."""
    return strategy(Goals)


def named_costs(presentation: Presentation | None = None) -> st.SearchStrategy[NamedCost]:
    """Draw named rows of costs."""
    return strategy(NamedCost, presentation)


def narratives() -> st.SearchStrategy[Narrative]:
    """Draw the written sections of a report."""
    return strategy(Narrative)


def passages() -> st.SearchStrategy[Passage]:
    """Draw passages with points inside them; under every heading stands something."""
    return strategy(Passage)


def procurement(presentation: Presentation | None = None) -> st.SearchStrategy[Procurement]:
    """Draw procurement: goods, works and services make the total, and small business has a part of it."""
    return strategy(Procurement, presentation)


def progresses() -> st.SearchStrategy[Progress]:
    """Draw how an indicator stands in the course of the year."""
    return strategy(Progress)


def project_costs(presentation: Presentation | None = None) -> st.SearchStrategy[ProjectCosts]:
    """Draw the costs of projects in their three groups, with the total over them."""
    return strategy(ProjectCosts, presentation)


def project_declarations(
    presentation: Presentation | None = None, *, year: int = 2022
) -> st.SearchStrategy[ProjectDeclaration]:
    """Draw declarations of the objectives of projects."""
    return strategy(ProjectDeclaration, presentation, year=year)


def project_monitoring(
    presentation: Presentation | None = None, *, year: int = 2022
) -> st.SearchStrategy[ProjectMonitoring]:
    """Draw monitoring forms: targets, and how they stand; nothing is scored yet."""
    return strategy(ProjectMonitoring, presentation, year=year)


def project_self_evaluations(
    presentation: Presentation | None = None, *, year: int = 2022, min_indicators: int = 1, max_indicators: int = 4
) -> st.SearchStrategy[ProjectSelfEvaluation]:
    """Draw self-evaluations of projects: weights add up to 100, scores follow from the values, the total from them."""
    return strategy(ProjectSelfEvaluation, presentation, year=year, indicators=(min_indicators, max_indicators))


def projects(presentation: Presentation | None = None, *, max_size: int = 4) -> st.SearchStrategy[Projects]:
    """Draw lists of one to *max_size* projects, with the total over them."""
    return strategy(Projects, presentation, max_projects=max_size)


def public_costs(presentation: Presentation | None = None) -> st.SearchStrategy[PublicCosts]:
    """Draw public running costs: the total is the listed parts and more."""
    return strategy(PublicCosts, presentation)


def results() -> st.SearchStrategy[Result]:
    """Draw results whose grade is that of the score."""
    return strategy(Result)


def signatures() -> st.SearchStrategy[Signature]:
    """Draw the feet of forms."""
    return strategy(Signature)


def single_budgets(
    presentation: Presentation | None = None, *, year: int = 2022, max_projects: int = 4
) -> st.SearchStrategy[Budget]:
    """Draw what a report says of one budget: categories, projects and balances that agree with each other."""
    return strategy(Budget, presentation, year=year, max_projects=max_projects)


def single_goals() -> st.SearchStrategy[Goal]:
    """Draw goals."""
    return strategy(Goal)


def single_projects(presentation: Presentation | None = None) -> st.SearchStrategy[Project]:
    """Draw projects whose sources add up to their amounts."""
    return strategy(Project, presentation)


def spending_items(presentation: Presentation | None = None) -> st.SearchStrategy[SpendingItem]:
    """Draw what the money of a project was spent on."""
    return strategy(SpendingItem, presentation)


def staffing() -> st.SearchStrategy[Staffing]:
    """Draw posts and people, with the control rate that follows."""
    return strategy(Staffing)


def tasks(presentation: Presentation | None = None) -> st.SearchStrategy[Task]:
    """Draw main tasks of a year."""
    return strategy(Task, presentation)


def three_public(presentation: Presentation | None = None) -> st.SearchStrategy[ThreePublic]:
    """Draw 三公经费: the total is its three parts, and vehicles are bought and run."""
    return strategy(ThreePublic, presentation)
