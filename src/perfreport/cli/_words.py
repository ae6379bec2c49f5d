"""The few words that only the command line says, in both languages."""

from perfreport.localize import language_of

__all__ = ["say"]

_WORDS = {
    "all-well": ("未发现问题", "nothing found"),
    "count": (
        "共 {errors} 个错误、{warnings} 个警告、{notes} 个提示",
        "{errors} error(s), {warnings} warning(s), {notes} note(s)",
    ),
    "expenditure": ("支出 {executed}", "Spent {executed}"),
    "against": ("，{basis} {budget}，执行率 {rate}", " of {budget} ({basis}), {rate}"),
    "findings": ("检查结果", "Findings"),
    "goals": ("绩效目标", "Performance goals"),
    "item": ("项目", "Item"),
    "nil": ("无", "none (「无」)"),
    "not-stated": ("未说明", "not stated"),
    "of-expenditure": ("占支出", "Share"),
    "of-projects": ("占比", "Share"),
    "rate": ("执行率", "Rate"),
    "report": ("{year}年度部门整体支出绩效自评报告", "performance self-evaluation report, {year}"),
    "titled": ("{name}  {report}", "{name}: {report}"),
    "total": ("合计", "Total"),
    "unit": ("单位：{unit}", "Unit: {unit}"),
    "no-heading": ("（无标题）", "(no heading)"),
}  # fmt: skip


def say(key: str, locale: str, **facts: object) -> str:
    """Return the words *key* for a reader of *locale*, filled with *facts*."""
    return _WORDS[key][language_of(locale) == "en"].format(**facts)
