"""Simplified Chinese, as finance offices of the mainland write it."""

import re

from perfreport.frozenmap import FrozenMap
from perfreport.messages.languages import Language
from perfreport.numerals import Zero, spell

__all__ = ["ZH"]

_ARTICLES = re.compile(r"(?P<law>\S+) art\. (?P<numbers>[0-9]{1,4}(?:, [0-9]{1,4})*)")
_CHAPTER = "[一二三四五六七八九十]+(?:至[一二三四五六七八九十]+)?"
_OUTLINE = re.compile(rf"(?P<name>[^ ,]+)提纲,? (?:(?P<chapter>{_CHAPTER})(?P<part>（.+）)?|(?P<page>.+))")
# A form or a table is no law: what it shows is how things are done.
_PAGE = re.compile("(?P<name>[^ ,]+表)(?:, (?P<part>.+))?")

_ZEROS = FrozenMap({Zero.ALWAYS: "零", Zero.USUAL: "零", Zero.OPTIONAL: ""})


def _cite(cited: str) -> str:
    """Return a source as jurists cite it: 《预算法》第十三条; what is no law is referred to (参照)."""
    if found := _ARTICLES.fullmatch(cited):
        articles = (f"第{_numeral(int(number))}条" for number in found["numbers"].split(", "))
        return f"《{found['law']}》{'、'.join(articles)}"
    if found := _OUTLINE.fullmatch(cited):
        chapter = found["page"] or f"第{found['chapter']}部分{found['part'] or ''}"
        return f"参照《{found['name']}》提纲{chapter}"
    if found := _PAGE.fullmatch(cited):
        return f"参照“{found['name']}”" + ("" if found["part"] is None else f"（{found['part']}）")
    # What the page itself says over its figures.
    return "参照本表表头" if cited.startswith("表头") else cited


def _numeral(number: int) -> str:
    words = "".join(part if isinstance(part, str) else _ZEROS[part] for part in spell(number))
    # 十三, and not 一十三.
    return words.removeprefix("一") if words.startswith("一十") else words


ZH = Language(
    locale="zh_Hans_CN",
    tag="zh-CN",
    reads_chinese=True,
    as_printed=True,
    cite=_cite,
    words=FrozenMap({
        "about": "约{quantity}",
        "against": "，{basis} {budget}，执行率 {rate}",
        "all-well": "未发现问题",
        "and": "、",
        "bracketed": "{text}（{by}）",
        "by-profile": "（--profile {profile}）",
        "chapter": "{numeral}、{label}",
        "checking": "检查",
        "cites": "依据",
        "computed": "仅就所列各数推算，{place}应为{value}（所列{printed}）{settled}",
        "contradiction": "勾稽矛盾 {codes} 以下数字不能同时成立",
        "counted-contradiction": "{number} 处勾稽矛盾",
        "counted-error": "{number} 个错误",
        "counted-note": "{number} 个提示",
        "counted-warning": "{number} 个警告",
        "counts": "共 {counts}",
        "date": "{year}年{month}月{day}日",
        "example": "反例",
        "expenditure": "支出 {amount}",
        "findings": "检查结果",
        "found": "反例的检查结果",
        "full-stop": "。",
        "goal-of": "（项目：{project}）",
        "item-of": "{label}第{number}项",
        "manual": "说明",
        "meant": "{place}{printed}疑为{value}（{slip}）{settled}",
        "nil": "无",
        "no-figures": "没有数字",
        "no-heading": "（无标题）",
        "no-text": "没有内容",
        "not-stated": "未说明",
        "other": "其他",
        "places": "（{number}处）",
        "quoted": "“{text}”",
        "remedy": "处理建议：{remedy}",
        "remedy-of-error": "整改建议：{remedy}",
        "says": "可能的结论",
        "semicolon": "；",
        "settled": "，改后各式均相符",
        "source": "依据：{cites}。",
        "space": "",
        "summary": "{files} 个文件：{counts}{rest}",
        "to-do": "处理建议",
        "together": "以下数字不能同时成立：{figures}。{meant}",
        "unknown-keys": "未识别的内容",
        "unread": "；{number} 个文件未能检查",
        "whole-document": "整份文件",
        "year-of": "（{year}年）",
        "yes": "是",
    }),
)  # fmt: skip
