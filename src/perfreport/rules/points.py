"""SCORE: what values and rates earn, and what their levels come to."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from perfreport.findings import Severity
from perfreport.model import Funding, IndicatorLevel
from perfreport.numerals import exponent_of, summed
from perfreport.rules._core import Case, Rule, Seen, Setting, collected, rule
from perfreport.rules._index import Index
from perfreport.rules.scores import SCORE_AGAIN
from perfreport.scoring import Flag, execution_score

__all__ = ["RULES"]


@rule(
    "SCORE007",
    cites=["财预〔2020〕10号"],
    title=("指标得分与完成值相符", "An indicator's score is what its values earn"),
    manual_zh=(
        "指标的得分，等于其指标值与完成值按所选评分办法应得的分数。指标值和完成值不足以确定得分的、已说明得分原"
        "因的，不作判断。默认采用财预〔2020〕10号的评分办法；得分有的列一位小数，有的列两位，按所列的位数比较。"
    ),
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
def scores_follow_from_the_values(index: Index, setting: Setting) -> Iterator[Seen]:
    """
    The stated score of an indicator is what its target and its actual value earn under the policy of the setting.

    What the values do not decide is not judged, and neither is an indicator that gives a reason for its score. The
    policy is by default that of 财预〔2020〕10号; points are stated with one decimal as often as with two, so they are
    compared with the decimals that are printed.
    """
    for way, each, earned in index.earned(setting.policy):
        if each.score is None or each.reason is not None:
            continue
        if earned.why.undecided or earned.allows(each.score) or _agrees(each.score, earned.points):
            continue
        facts: dict[str, object] = {"weight": each.weight, "stated": each.score}
        if earned.points is None:
            yield Seen((*way, "score"), {**facts, "least": earned.least, "most": earned.most}, "band")
        else:
            cells = {"target": each.target and each.target.raw, "actual": each.actual and each.actual.raw}
            facts |= {**cells, "earned": earned.points, "policy": setting.policy.citation}
            yield Seen((*way, "score"), facts, "points")


def _agrees(stated: Decimal, earned: Decimal | None) -> bool:
    """Tell whether *stated*, with fewer decimals, is *earned* rounded to them."""
    return earned is not None and abs(Fraction(stated) - Fraction(earned)) * 2 <= Fraction(10) ** exponent_of(stated)


@rule(
    "SCORE008",
    cites=["财预〔2020〕10号"],
    title=("预算执行率得分与执行率相符", "The score of the execution rate is what the rate earns"),
    manual_zh=(
        "预算执行率的得分，等于按所列金额计算的执行率应得的分数，即分值乘以执行率，最高为分值。已说明原因的、预"
        "算数为零的，不作判断。"
    ),
    remedy=SCORE_AGAIN,
    cases={
        "": Case(
            Severity.WARNING,
            "执行率{rate}，分值{weight}，按{policy}应得{earned}，所列得分是{stated}。",
            "A rate of {rate} earns {earned} of {weight} points by {policy}; stated are {stated}.",
        )
    },
)
def execution_is_scored_by_its_rate(index: Index, setting: Setting) -> Iterator[Seen]:
    """
    The stated score of the execution rate is what the rate of the printed amounts earns.

    It is the weight times the rate, at most the weight. A form that gives a reason is not judged, and neither is a rate
    over nothing.
    """
    for way, funds, _ in index.each(Funding):
        rate = funds.total.rate() if funds.total else None
        if rate is None or funds.weight is None or funds.score is None or funds.reason is not None:
            continue
        earned = execution_score(rate, funds.weight, setting.policy).points
        if earned is not None and earned != funds.score and not _agrees(funds.score, earned):
            facts = {"rate": rate, "weight": funds.weight, "earned": earned, "stated": funds.score}
            yield Seen((*way, "score"), {**facts, "policy": setting.policy.citation})


@rule(
    "SCORE009",
    cites=["财预〔2020〕10号"],
    title=("未达到或大幅超过指标值的，说明原因", "A target that was missed or far exceeded has its reason"),
    manual_zh=(
        "未达到指标值、大幅超过指标值的指标，应说明原因。超过多少为大幅，由评分办法确定：指标值的1.3倍或1.2倍。"
        "指标值和完成值不足以判断是否达到的，不作判断。"
    ),
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
def deviations_have_a_reason(index: Index, setting: Setting) -> Iterator[Seen]:
    """
    An indicator whose target was missed, or exceeded by far, says why.

    How far is far is a matter of the policy: 1.3 times the target, or 1.2. Where the values do not decide whether the
    target was met, nothing is judged.
    """
    for way, each, earned in index.earned(setting.policy):
        if each.reason is not None or each.target is None or each.actual is None:
            continue
        facts = {"target": each.target.raw, "actual": each.actual.raw}
        if Flag.OVER_ACHIEVED in earned.flags:
            yield Seen(way, facts, "exceeded")
        elif earned.points is not None and each.weight is not None and earned.points < each.weight:
            yield Seen(way, facts, "missed")


@rule(
    "SCORE010",
    cites=["财预〔2020〕10号"],
    title=("上级指标得分等于下级之和", "The score of a level is the sum of the scores below it"),
    manual_zh="上级指标所列的得分，等于其下各项得分之和。其下有得分没有填列的，不作判断。",
    remedy=("核对各级得分。", "Compare the scores of the levels."),
    cases={
        "": Case(
            Severity.ERROR,
            "“{level}”得分{stated}，其下各项合计{sum}。",
            "The level {level} scores {stated}, what stands below it {sum}.",
        )
    },
)
def levels_score_what_stands_below(index: Index) -> Iterator[Seen]:
    """
    A score that is printed for a level equals the sum of the scores below it.

    Where a score below is silent, nothing is judged.
    """
    for way, level, _ in index.each(IndicatorLevel):
        below = [*(each.score for each in level.levels), *(each.score for each in level.indicators)]
        known = [points for points in below if points is not None]
        together = summed(known)
        if level.score is not None and known and len(known) == len(below) and together != level.score:
            yield Seen((*way, "score"), {"level": level.name or level.kind, "stated": level.score, "sum": together})


RULES: tuple[Rule, ...] = collected(globals())
