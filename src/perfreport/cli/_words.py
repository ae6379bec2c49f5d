"""The few words that only the command line says, in both languages."""

from perfreport.localize import language_of

__all__ = ["say"]

_WORDS = {
    "against": ("，{basis} {budget}，执行率 {rate}", ", {rate} of {budget} ({basis})"),
    "all-well": ("未发现问题", "nothing found"),
    "and": ("、", ", "),
    "count": ("{number} 个{word}", "{number} {word}"),
    "counts": ("共 {counts}", "{counts}"),
    "expenditure": ("支出 {amount}", "Spent {amount}"),
    "figure": ("{about}  {quantity}", "{about}  {quantity}"),
    "figure-of": ("{about}  {quantity}（{year}年）", "{about}  {quantity} ({year})"),
    "findings": ("检查结果", "Findings"),
    "goal-of": ("（项目：{project}）", " (project: {project})"),
    "item": ("项目", "Item"),
    "nil": ("无", "none (「无」)"),
    "no-figures": ("没有数字", "no figures"),
    "no-heading": ("（无标题）", "(no heading)"),
    "no-text": ("没有内容", "nothing stands here"),
    "not-stated": ("未说明", "not stated"),
    "printed-rate": ("所列执行率", "Printed rate"),
    "rate": ("执行率", "Rate"),
    "share-of-projects": ("占项目支出", "Share"),
    "share-of-total": ("占支出合计", "Share"),
    "share-at": ("{share}（{stage}）", "{share} ({stage})"),
    "title": ("{name}  {year}年度部门整体支出绩效自评报告", "{name}: performance self-evaluation report, {year}"),
    "total": ("合计", "Total"),
    "unit": ("单位：{unit}", "Unit: {unit}"),
}  # fmt: skip


def say(key: str, locale: str, **facts: object) -> str:
    """Return the words *key* for a reader of *locale*, filled with *facts*."""
    return _WORDS[key][language_of(locale) == "en"].format(**facts)
