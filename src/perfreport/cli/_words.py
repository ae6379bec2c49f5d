"""The few words that only the command line says, in both languages."""

from perfreport.messages.localize import language_of

__all__ = ["say"]

_WORDS = {
    "all-well": ("未发现问题", "nothing found"),
    "and": ("、", ", "),
    "by-profile": ("（--profile {profile}）", " (--profile {profile})"),
    "checking": ("检查", "checking"),
    "cites": ("依据", "Source"),
    "contradiction": ("勾稽 {codes} 以下数字不能同时成立", "Together {codes} These figures cannot all be right"),
    "conflicts": ("{number} 处勾稽矛盾", "{number} contradiction{plural}"),
    "count": ("{number} 个{word}", "{number} {word}"),
    "counts": ("共 {counts}", "{counts}"),
    "example": ("反例", "An example that fails"),
    "findings": ("检查结果", "Findings"),
    "found": ("反例的检查结果", "What is found in it"),
    "manual": ("说明", "What and why"),
    "places": ("（{number}处）", " ({number} places)"),
    "remedy": ("整改：{remedy}", "To put it right: {remedy}"),
    "says": ("可能的结论", "What it can say"),
    "semicolon": ("；", "; "),
    "source": ("依据：{cites}。", "Source: {cites}."),
    "space": ("", " "),
    "summary": ("{files} 个文件：{counts}{rest}", "{files} files: {counts}{rest}"),
    "title": ("{name}  {year}年度部门整体支出绩效自评报告", "{name}: performance self-evaluation report, {year}"),
    "to-do": ("如何整改", "How to put it right"),
    "unit": ("单位：{unit}", "Unit: {unit}"),
    "unread": ("；{number} 个文件未能检查", "; {number} could not be checked"),
}  # fmt: skip


def say(key: str, locale: str, **facts: object) -> str:
    """Return the words *key* for a reader of *locale*, filled with *facts*."""
    return _WORDS[key][language_of(locale) == "en"].format(**facts)
