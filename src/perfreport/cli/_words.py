"""The few words that only the command line says, in both languages."""

from perfreport.messages.localize import language_of

__all__ = ["say"]

_WORDS = {
    "against": ("，{basis} {budget}，执行率 {rate}", ", {rate} of {budget} ({basis})"),
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
    "expenditure": ("支出 {amount}", "Spent {amount}"),
    "figure": ("{about}  {quantity}", "{about}  {quantity}"),
    "figure-of": ("{about}  {quantity}（{year}年）", "{about}  {quantity} ({year})"),
    "findings": ("检查结果", "Findings"),
    "found": ("反例的检查结果", "What is found in it"),
    "goal-of": ("（项目：{project}）", " (project: {project})"),
    "item": ("项目", "Item"),
    "manual": ("说明", "What and why"),
    "nil": ("无", "none (「无」)"),
    "no-figures": ("没有数字", "no figures"),
    "no-heading": ("（无标题）", "(no heading)"),
    "no-text": ("没有内容", "nothing stands here"),
    "not-stated": ("未说明", "not stated"),
    "places": ("（{number}处）", " ({number} places)"),
    "printed-rate": ("所列执行率", "Printed rate"),
    "rate": ("执行率", "Rate"),
    "remedy": ("整改：{remedy}", "To put it right: {remedy}"),
    "says": ("可能的结论", "What it can say"),
    "semicolon": ("；", "; "),
    "share-of-projects": ("占项目支出", "Share"),
    "share-of-total": ("占支出合计", "Share"),
    "share-at": ("{share}（{stage}）", "{share} ({stage})"),
    "source": ("依据：{cites}。", "Source: {cites}."),
    "space": ("", " "),
    "summary": ("{files} 个文件：{counts}{rest}", "{files} files: {counts}{rest}"),
    "title": ("{name}  {year}年度部门整体支出绩效自评报告", "{name}: performance self-evaluation report, {year}"),
    "to-do": ("如何整改", "How to put it right"),
    "total": ("合计", "Total"),
    "unit": ("单位：{unit}", "Unit: {unit}"),
    "unread": ("；{number} 个文件未能检查", "; {number} could not be checked"),
}  # fmt: skip


def say(key: str, locale: str, **facts: object) -> str:
    """Return the words *key* for a reader of *locale*, filled with *facts*."""
    return _WORDS[key][language_of(locale) == "en"].format(**facts)
