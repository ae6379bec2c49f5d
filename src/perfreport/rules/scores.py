"""SCORE: weights, scores, totals and grades of the forms that are scored."""

from collections.abc import Iterator
from decimal import Decimal

from perfreport.classification import IndicatorKind
from perfreport.findings import Severity
from perfreport.model import EvaluationReport, Indicators, PerformanceReport
from perfreport.model.lines import Way
from perfreport.rules._core import Case, Rule, Seen, Setting, rule
from perfreport.rules._forms import Scored, kind_above, scored, with_indicators
from perfreport.scoring import Flag, execution_score, grade, score

__all__ = ["RULES"]

_FULL = Decimal(100)
_WEIGHTS = ("核对各指标分值，使之合计为总分。", "Correct the weights so that they come to the total.")
_SCORES = ("按评分办法重新计算得分。", "Compute the score again by the rule that is used.")


def _execution(form: Scored) -> tuple[Decimal, Decimal | None]:
    """Return the weight and the score of the execution rate; evaluations have none of their own."""
    if isinstance(form, EvaluationReport) or form.funds is None:
        return Decimal(0), Decimal(0)
    return form.funds.weight or Decimal(0), form.funds.score if form.funds.weight else Decimal(0)


@rule(
    "SCORE001",
    cites=["财预〔2020〕10号", "E17"],
    title=("分值合计等于总分", "The weights come to the total"),
    remedy=_WEIGHTS,
    cases={
        "": Case(
            Severity.ERROR,
            "各指标分值合计{indicators}，加预算执行率{execution}，为{sum}，总分是{total}。",
            "Indicators of {indicators} and an execution rate of {execution} make {sum}; the total is {total}.",
        )
    },
)
def weights_come_to_the_total(report: PerformanceReport) -> Iterator[Seen]:
    """
    The weights of all indicators and that of the execution rate come to the total, which is 100 unless the form says.

    Judged where every indicator states its weight. Weights are exact: they are set, and not rounded.
    """
    for way, form, found in with_indicators(report):
        weights = found.weight
        total = (form.result.weight if form.result else None) or _FULL
        execution, _ = _execution(form)
        if weights is not None and weights + execution != total:
            facts = {"indicators": weights, "execution": execution, "sum": weights + execution, "total": total}
            yield Seen(way, facts)


@rule(
    "SCORE002",
    cites=["财预〔2020〕10号", "E17"],
    title=("上级指标分值等于下级之和", "The weight of a level is the sum of the weights below it"),
    remedy=_WEIGHTS,
    cases={
        "": Case(
            Severity.ERROR,
            "“{level}”的分值是{stated}，其下各项合计{sum}。",
            "The level {level} weighs {stated}, what stands below it {sum}.",
        )
    },
)
def levels_weigh_what_stands_below(report: PerformanceReport) -> Iterator[Seen]:
    """
    A weight that is printed for a level equals the sum of the weights below it.

    Older forms count a second level on a scale of its own; there, and where a weight below is silent, nothing is
    judged.
    """
    for way, _, found in with_indicators(report):
        for place, group in found.walk():
            below = [*(each.weight for each in group.groups), *(each.weight for each in group.indicators)]
            stated = [weight for weight in below if weight is not None]
            if group.weight is None or not below or len(stated) < len(below):
                continue
            summed = sum(stated, Decimal(0))
            if summed not in (group.weight, _FULL):
                level: object = group.name or group.kind
                yield Seen((*way, *place, "weight"), {"level": level, "stated": group.weight, "sum": summed})


@rule(
    "SCORE003",
    cites=["财预〔2020〕10号", "E18"],
    title=("得分在零与分值之间", "A score lies between nothing and its weight"),
    remedy=_SCORES,
    cases={
        "above": Case(
            Severity.ERROR, "得分{score}高于分值{weight}。", "A score of {score} is above its weight of {weight}."
        ),
        "below": Case(Severity.ERROR, "得分{score}低于零。", "The score of {score} is below nothing."),
    },
)
def scores_lie_within_their_weights(report: PerformanceReport) -> Iterator[Seen]:
    """
    A score is neither below 0 nor above its weight.

    Judged for indicators, for levels that print a score, and for the execution rate.
    """
    for way, form in scored(report):
        rows: list[tuple[Way, Decimal | None, Decimal | None]] = []
        if not isinstance(form, EvaluationReport) and form.funds is not None:
            rows.append(((*way, "funds", "score"), form.funds.score, form.funds.weight))
        for place, group in form.indicators.walk() if form.indicators else ():
            rows.append(((*way, "indicators", *place, "score"), group.score, group.weight))
            rows += [
                ((*way, "indicators", *place, "indicators", at, "score"), each.score, each.weight)
                for at, each in enumerate(group.indicators)
            ]
        for place, points, weight in rows:
            if points is not None and points < 0:
                yield Seen(place, {"score": points}, "below")
            elif points is not None and weight is not None and points > weight:
                yield Seen(place, {"score": points, "weight": weight}, "above")


@rule(
    "SCORE004",
    cites=["财预〔2020〕10号", "E19"],
    title=("总分等于各项得分之和", "The total is the sum of the scores"),
    remedy=("核对各项得分与总分。", "Compare the scores with the total."),
    cases={
        "": Case(
            Severity.ERROR,
            "总分{total}，各项得分合计{sum}，相差{gap}。",
            "The total is {total}, but the scores come to {sum}: {gap} apart.",
        )
    },
)
def total_is_the_sum_of_the_scores(report: PerformanceReport) -> Iterator[Seen]:
    """
    The total score equals the sum of the scores of all indicators and of the execution rate.

    Judged where each of them is stated. Scores are added as they are printed, so there is nothing to round.
    """
    for way, form, found in with_indicators(report):
        stated = form.result.score if form.result else None
        _, execution = _execution(form)
        scores = [execution, *(each.score for _, each in found.each())]
        known = [points for points in scores if points is not None]
        if stated is not None and len(known) == len(scores) and sum(known, Decimal(0)) != stated:
            summed = sum(known, Decimal(0))
            yield Seen((*way[:-1], "result", "score"), {"total": stated, "sum": summed, "gap": abs(summed - stated)})


@rule(
    "SCORE005",
    cites=["财预〔2020〕10号", "E20"],
    title=("等级与总分相符", "The grade is that of the total"),
    remedy=("按等级标准改正等级，或核对总分。", "Correct the grade by the bands that are used, or the total."),
    cases={
        "": Case(
            Severity.ERROR,
            "总分{total}，按{scheme}应为“{expected}”，所列等级是“{stated}”。",
            "The total of {total} is “{expected}” by the bands of {scheme}; the form says “{stated}”.",
        )
    },
)
def grade_is_that_of_the_total(report: PerformanceReport, setting: Setting) -> Iterator[Seen]:
    """
    A stated grade is the one that the stated total earns.

    Bands differ from place to place; those of the setting are used, by default the national ones (90, 80, 60). A grade
    that these bands do not know is not judged.
    """
    places = [(("result",), report.result), *(((*way, "result"), form.result) for way, form in scored(report))]
    known = {label for _, label in setting.grades.bands}
    for way, result in places:
        if result is None or result.score is None or result.grade not in known:
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
    remedy=("如非特殊情况，按通行分值设置；确需调整的，说明理由。", "Use the usual weights, or say why they differ."),
    cases={
        "": Case(
            Severity.NOTE,
            "一级指标分值为{weights}，成本、产出、效益、满意度的通行设置为{usual}。",
            "The first levels weigh {weights}; cost, output, outcome and satisfaction usually have {usual}.",
        )
    },
)
def first_levels_weigh_what_is_usual(report: PerformanceReport, setting: Setting) -> Iterator[Seen]:
    """
    The first levels of a self-evaluation have the weights that the notices name in principle.

    With 10 for the execution rate: 50, 30 and 10 for output, outcome and satisfaction, or 20, 40, 20 and 10 with cost;
    without satisfaction its 10 go to outcome. Special cases may differ, so this is a note. Judged where the official
    first levels are used and print their weights.
    """
    usual = [{kind: weight for kind, weight in zip(_FIRST, each, strict=True) if weight} for each in setting.weights]
    for way, form, found in with_indicators(report) if usual else ():
        weights = {group.kind: group.weight for group in found.groups if group.kind and group.weight is not None}
        printed = len(weights) == len(found.groups) and weights.keys() <= set(_FIRST)
        # A form that has only some of the levels has its own reasons.
        if isinstance(form, EvaluationReport) or not printed or IndicatorKind.OUTCOME not in weights:
            continue
        if IndicatorKind.OUTPUT in weights and weights not in usual:
            shown = tuple(f"{weight:f}" for weight in weights.values())
            named = tuple("/".join(map(str, each)) for each in setting.weights)
            yield Seen(way, {"weights": shown, "usual": named})


_FIRST = (IndicatorKind.COST, IndicatorKind.OUTPUT, IndicatorKind.OUTCOME, IndicatorKind.SATISFACTION)


@rule(
    "SCORE007",
    cites=["财预〔2020〕10号"],
    title=("指标得分与完成值相符", "An indicator's score is what its values earn"),
    remedy=(
        "按评分办法重新计算；另有扣分原因的，在偏差原因栏说明。",
        "Compute it again; where points were taken off for another reason, say so beside it.",
    ),
    cases={
        "points": Case(
            Severity.WARNING,
            "指标值{target}，完成值{actual}，分值{weight}，按{policy}应得{earned}，所列得分是{stated}。",
            "Target {target}, actual {actual}, weight {weight}: by {policy} it earns {earned}; stated are {stated}.",
        ),
        "band": Case(
            Severity.WARNING,
            "按评判结果，{weight}分中应得{least}至{most}，所列得分是{stated}。",
            "Judged as it is, {least} to {most} of {weight} points are earned; stated are {stated}.",
        ),
    },
)
def scores_follow_from_the_values(report: PerformanceReport, setting: Setting) -> Iterator[Seen]:
    """
    The stated score of an indicator is what its target and its actual value earn under the policy of the setting.

    What the values do not decide is not judged, and neither is an indicator that gives a reason for its score. The
    policy is by default that of 财预〔2020〕10号; points are stated with one decimal as often as with two, so they are
    compared with the decimals that are printed.
    """
    for way, _, found in with_indicators(report):
        for place, each in found.each():
            if each.score is None or each.reason is not None:
                continue
            earned = score(each, setting.policy, kind=kind_above(found, place, each))
            if earned.why.undecided or earned.allows(each.score) or _agrees(each.score, earned.points):
                continue
            facts: dict[str, object] = {"weight": each.weight, "stated": each.score}
            if earned.points is None:
                yield Seen((*way, *place, "score"), {**facts, "least": earned.least, "most": earned.most}, "band")
            else:
                cells = {"target": each.target and each.target.raw, "actual": each.actual and each.actual.raw}
                facts |= {**cells, "earned": earned.points, "policy": setting.policy.citation}
                yield Seen((*way, *place, "score"), facts, "points")


def _agrees(stated: Decimal, earned: Decimal | None) -> bool:
    """Tell whether *stated*, with fewer decimals, is *earned* rounded to them."""
    return earned is not None and abs(stated - earned) * 2 <= Decimal(1).scaleb(stated.as_tuple().exponent)  # type: ignore[arg-type]


@rule(
    "SCORE008",
    cites=["财预〔2020〕10号", "E16"],
    title=("预算执行率得分与执行率相符", "The score of the execution rate is what the rate earns"),
    remedy=_SCORES,
    cases={
        "": Case(
            Severity.WARNING,
            "执行率{rate}，分值{weight}，按{policy}应得{earned}，所列得分是{stated}。",
            "A rate of {rate} earns {earned} of {weight} points by {policy}; stated are {stated}.",
        )
    },
)
def execution_is_scored_by_its_rate(report: PerformanceReport, setting: Setting) -> Iterator[Seen]:
    """
    The stated score of the execution rate is what the rate of the printed amounts earns.

    It is the weight times the rate, at most the weight. A form that gives a reason is not judged, and neither is a rate
    over nothing.
    """
    for way, form in scored(report):
        funds = form.funds
        rate = funds.total.rate() if funds and funds.total else None
        if funds is None or rate is None or funds.weight is None or funds.score is None or funds.reason is not None:
            continue
        earned = execution_score(rate, funds.weight, setting.policy).points
        if earned is not None and earned != funds.score and not _agrees(funds.score, earned):
            facts = {"rate": rate, "weight": funds.weight, "earned": earned, "stated": funds.score}
            yield Seen((*way, "funds", "score"), {**facts, "policy": setting.policy.citation})


@rule(
    "SCORE009",
    cites=["财预〔2020〕10号"],
    title=("未达到或大幅超过指标值的，说明原因", "A target that was missed or far exceeded has its reason"),
    remedy=("在偏差原因分析及改进措施栏说明原因。", "Give the reason in the column for deviations."),
    cases={
        "missed": Case(
            Severity.WARNING,
            "指标值{target}，完成值{actual}，未达到指标值，没有说明原因。",
            "The target {target} was missed with {actual}, and no reason is given.",
        ),
        "exceeded": Case(
            Severity.NOTE,
            "指标值{target}，完成值{actual}，大幅超过指标值，没有说明原因。",
            "The target {target} was far exceeded with {actual}, and no reason is given.",
        ),
    },
)
def deviations_have_a_reason(report: PerformanceReport, setting: Setting) -> Iterator[Seen]:
    """
    An indicator whose target was missed, or exceeded by far, says why.

    How far is far is a matter of the policy: 1.3 times the target, or 1.2. Where the values do not decide whether the
    target was met, nothing is judged.
    """
    for way, _, found in with_indicators(report):
        for place, each in found.each():
            if each.reason is not None or each.target is None or each.actual is None:
                continue
            earned = score(each, setting.policy, kind=kind_above(found, place, each))
            facts = {"target": each.target.raw, "actual": each.actual.raw}
            if Flag.OVER_ACHIEVED in earned.flags:
                yield Seen((*way, *place), facts, "exceeded")
            elif earned.points is not None and each.weight is not None and earned.points < each.weight:
                yield Seen((*way, *place), facts, "missed")


def _levels(found: Indicators) -> Iterator[tuple[Way, Decimal, list[Decimal | None], str | IndicatorKind | None]]:
    for place, group in found.walk():
        below = [*(each.score for each in group.groups), *(each.score for each in group.indicators)]
        if group.score is not None and below:
            yield place, group.score, below, group.name or group.kind


@rule(
    "SCORE010",
    cites=["财预〔2020〕10号", "E19"],
    title=("上级指标得分等于下级之和", "The score of a level is the sum of the scores below it"),
    remedy=("核对各级得分。", "Compare the scores of the levels."),
    cases={
        "": Case(
            Severity.ERROR,
            "“{level}”得分{stated}，其下各项合计{sum}。",
            "The level {level} scores {stated}, what stands below it {sum}.",
        )
    },
)
def levels_score_what_stands_below(report: PerformanceReport) -> Iterator[Seen]:
    """
    A score that is printed for a level equals the sum of the scores below it.

    Where a score below is silent, nothing is judged.
    """
    for way, _, found in with_indicators(report):
        for place, stated, below, level in _levels(found):
            known = [points for points in below if points is not None]
            if len(known) == len(below) and sum(known, Decimal(0)) != stated:
                facts = {"level": level, "stated": stated, "sum": sum(known, Decimal(0))}
                yield Seen((*way, *place, "score"), facts)


RULES: tuple[Rule, ...] = (
    weights_come_to_the_total,
    levels_weigh_what_stands_below,
    scores_lie_within_their_weights,
    total_is_the_sum_of_the_scores,
    grade_is_that_of_the_total,
    first_levels_weigh_what_is_usual,
    scores_follow_from_the_values,
    execution_is_scored_by_its_rate,
    deviations_have_a_reason,
    levels_score_what_stands_below,
)
