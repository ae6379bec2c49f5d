"""SCORE: weights, scores, totals and grades of the forms that are scored."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from perfreport.classification import IndicatorKind
from perfreport.findings import Severity
from perfreport.model import EvaluationReport, Funding, Indicator, IndicatorLevel, Result
from perfreport.numerals import summed
from perfreport.places import Way
from perfreport.rules._core import Case, Rule, Seen, Setting, collected, rule
from perfreport.rules._index import Index
from perfreport.scoring import grade

__all__ = ["RULES", "SCORE_AGAIN"]

_FULL = Decimal(100)
#: What to do with a score that does not follow.
SCORE_AGAIN = ("按评分办法重新计算得分。", "Compute the score again by the rule that is used.")
_WEIGHTS = ("核对各指标分值，使之合计为总分。", "Correct the weights so that they come to the total.")


def _execution(form: Any) -> tuple[Decimal, Decimal | None]:
    """Return the weight and the score of the execution rate; a form that gives it no weight has none."""
    funding: Funding | None = getattr(form, "funding", None)
    if funding is None or not funding.weight:
        return Decimal(0), Decimal(0)
    return funding.weight, funding.score


@rule(
    "SCORE001",
    cites=["财预〔2020〕10号"],
    title=("分值合计等于总分", "The weights come to the total"),
    manual_zh=(
        "各指标分值与预算执行率分值合计等于总分；表上没有另行写明的，总分为100分。每个指标都列有分值的，才作判"
        "断。分值是设定的，不存在四舍五入。"
    ),
    remedy=_WEIGHTS,
    cases={
        "": Case(
            Severity.ERROR,
            "各指标分值合计{indicators}，加预算执行率{execution}，为{sum}，总分是{total}。",
            "Indicators of {indicators} and an execution rate of {execution} make {sum}; the total is {total}.",
        )
    },
)
def weights_come_to_the_total(index: Index) -> Iterator[Seen]:
    """
    The weights of all indicators and that of the execution rate come to the total, which is 100 unless the form says.

    Judged where every indicator states its weight. Weights are exact: they are set, and not rounded.
    """
    for tree in index.trees:
        weights = tree.levels.weight
        total = (tree.form.result.weight if tree.form.result else None) or _FULL
        execution, _ = _execution(tree.form)
        if weights is not None and (together := summed((weights, execution))) != total:
            facts = {"indicators": weights, "execution": execution, "sum": together, "total": total}
            yield Seen(tree.way, facts)


@rule(
    "SCORE002",
    cites=["财预〔2020〕10号"],
    title=("上级指标分值等于下级之和", "The weight of a level is the sum of the weights below it"),
    manual_zh=(
        "上级指标所列的分值，等于其下各项分值之和。旧表的二级指标另用一套分值的，以及其下有分值没有填列的，不作判断。"
    ),
    remedy=_WEIGHTS,
    cases={
        "": Case(
            Severity.ERROR,
            "“{level}”的分值是{stated}，其下各项合计{sum}。",
            "The level {level} weighs {stated}, what stands below it {sum}.",
        )
    },
)
def levels_weigh_what_stands_below(index: Index) -> Iterator[Seen]:
    """
    A weight that is printed for a level equals the sum of the weights below it.

    Older forms count a second level on a scale of its own; there, and where a weight below is silent, nothing is
    judged.
    """
    for way, level, _ in index.each(IndicatorLevel):
        below = [*(each.weight for each in level.levels), *(each.weight for each in level.indicators)]
        stated = [weight for weight in below if weight is not None]
        if level.weight is None or not below or len(stated) < len(below):
            continue
        together = summed(stated)
        if together not in (level.weight, _FULL):
            facts = {"level": level.name or level.kind, "stated": level.weight, "sum": together}
            yield Seen((*way, "weight"), facts)


@rule(
    "SCORE003",
    cites=["财预〔2020〕10号"],
    title=("得分在零与分值之间", "A score lies between nothing and its weight"),
    manual_zh="得分不低于零，也不高于分值。指标、列有得分的上级指标和预算执行率均在核对之列。",
    remedy=SCORE_AGAIN,
    cases={
        "above": Case(
            Severity.ERROR, "得分{score}高于分值{weight}。", "A score of {score} is above its weight of {weight}."
        ),
        "below": Case(Severity.ERROR, "得分{score}低于零。", "The score of {score} is below nothing."),
    },
)
def scores_lie_within_their_weights(index: Index) -> Iterator[Seen]:
    """
    A score is neither below 0 nor above its weight.

    Judged for indicators, for levels that print a score, and for the execution rate.
    """
    scored: list[tuple[Way, Decimal | None, Decimal | None]] = [
        (way, each.score, each.weight)
        for found in (index.each(Funding), index.each(IndicatorLevel), index.each(Indicator))
        for way, each, _ in found
    ]
    for way, points, weight in scored:
        place = (*way, "score")
        if points is not None and points < 0:
            yield Seen(place, {"score": points}, "below")
        elif points is not None and weight is not None and points > weight:
            yield Seen(place, {"score": points, "weight": weight}, "above")


@rule(
    "SCORE004",
    cites=["财预〔2020〕10号"],
    title=("总分等于各项得分之和", "The total is the sum of the scores"),
    manual_zh=(
        "总分等于各指标得分与预算执行率得分之和。各项得分均已填列的，才作判断。得分按所列数字相加，不存在四舍五入。"
    ),
    remedy=("核对各项得分与总分。", "Compare the scores with the total."),
    cases={
        "": Case(
            Severity.ERROR,
            "总分{total}，各项得分合计{sum}，相差{gap}。",
            "The total is {total}, but the scores come to {sum}: {gap} apart.",
        )
    },
)
def total_is_the_sum_of_the_scores(index: Index) -> Iterator[Seen]:
    """
    The total score equals the sum of the scores of all indicators and of the execution rate.

    Judged where each of them is stated. Scores are added as they are printed, so there is nothing to round.
    """
    for tree in index.trees:
        stated = tree.form.result.score if tree.form.result else None
        _, execution = _execution(tree.form)
        scores = [execution, *(each.score for _, each in tree.indicators)]
        known = [points for points in scores if points is not None]
        if stated is not None and len(known) == len(scores) and (together := summed(known)) != stated:
            gap = summed((together, stated.copy_negate())).copy_abs()
            yield Seen((*tree.way[:-1], "result", "score"), {"total": stated, "sum": together, "gap": gap})


@rule(
    "SCORE005",
    cites=["财预〔2020〕10号"],
    title=("等级与总分相符", "The grade is that of the total"),
    manual_zh=(
        "所列等级应为所列总分对应的等级。各地的等级划分不同，按所选设置核对，默认采用全国通行的90、80、60分；该"
        "划分中没有的等级不作判断。"
    ),
    remedy=("按等级标准改正等级，或核对总分。", "Correct the grade by the bands that are used, or the total."),
    cases={
        "": Case(
            Severity.ERROR,
            "总分{total}，按{scheme}应为“{expected}”，所列等级是“{stated}”。",
            "The total of {total} is “{expected}” by the bands of {scheme}; the form says “{stated}”.",
        )
    },
)
def grade_is_that_of_the_total(index: Index, setting: Setting) -> Iterator[Seen]:
    """
    A stated grade is the one that the stated total earns.

    Bands differ from place to place; those of the setting are used, by default the national ones (90, 80, 60). A grade
    that these bands do not know is not judged.
    """
    known = {label for _, label in setting.grades.bands}
    for way, result, _ in index.each(Result):
        if result.score is None or result.grade not in known:
            continue
        full = result.weight or None
        expected = grade(result.score, setting.grades, full=full)
        if expected is not None and expected is not result.grade:
            facts = {
                "total": result.score,
                "expected": expected,
                "stated": result.grade,
                "scheme": setting.grades.citation,
            }
            yield Seen((*way, "grade"), facts)


@rule(
    "SCORE006",
    cites=["财预〔2020〕10号", "财预〔2021〕101号"],
    title=("一级指标分值符合通行设置", "First levels weigh what is usual"),
    manual_zh=(
        "自评表一级指标的分值，符合有关通知原则上的规定。预算执行率为10分时，产出、效益、满意度一般为50、30、10"
        "分；设成本指标的，成本、产出、效益、满意度一般为20、40、20、10分；不设满意度的，其10分并入效益。特殊情"
        "况可以不同，因此只作提示。采用规定的一级指标并列有分值的，才作判断。"
    ),
    remedy=("如非特殊情况，按通行分值设置；确需调整的，说明理由。", "Use the usual weights, or say why they differ."),
    cases={
        "": Case(
            Severity.NOTE,
            "一级指标分值为{weights}，成本、产出、效益、满意度的通行设置为{usual}。",
            "The first levels weigh {weights}; cost, output, outcome and satisfaction usually have {usual}.",
        )
    },
)
def first_levels_weigh_what_is_usual(index: Index, setting: Setting) -> Iterator[Seen]:
    """
    The first levels of a self-evaluation have the weights that the notices name in principle.

    With 10 for the execution rate: 50, 30 and 10 for output, outcome and satisfaction, or 20, 40, 20 and 10 with cost;
    without satisfaction its 10 go to outcome. Special cases may differ, so this is a note. Judged where the official
    first levels are used and print their weights.
    """
    usual = [{kind: weight for kind, weight in zip(_FIRST, each, strict=True) if weight} for each in setting.weights]
    for tree in index.trees if usual else ():
        levels = tree.levels.levels
        weights = {level.kind: level.weight for level in levels if level.kind and level.weight is not None}
        printed = len(weights) == len(levels) and weights.keys() <= set(_FIRST)
        # A form that has only some of the levels has its own reasons.
        if isinstance(tree.form, EvaluationReport) or not printed or IndicatorKind.OUTCOME not in weights:
            continue
        if IndicatorKind.OUTPUT in weights and weights not in usual:
            shown = tuple(f"{weight:f}" for weight in weights.values())
            named = tuple("/".join(map(str, each)) for each in setting.weights)
            yield Seen(tree.way, {"weights": shown, "usual": named})


_FIRST = (IndicatorKind.COST, IndicatorKind.OUTPUT, IndicatorKind.OUTCOME, IndicatorKind.SATISFACTION)


RULES: tuple[Rule, ...] = collected(globals())
