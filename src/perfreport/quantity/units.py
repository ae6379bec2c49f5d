"""How units of measure are written in one way: 百分比 is %, and 人*月 is 人·月."""

import re

__all__ = ["UNITS", "is_unit", "normal_unit"]

#: Longer texts are no units.
MAX_UNIT = 20

_PERCENT = re.compile(r"%[(（]百分[比数率][)）]|百分[比数率]|[％﹪]")
_JOINTS = re.compile(r"(?<=\S)[*＊×、•・∙](?=\S)")
_EACH = re.compile(r"/?每(?=.)")
# 人(次) is 人次; any other bracket behind a unit explains it.
_TIMES = re.compile(r"(?<=\S)[(（]次[)）]$")
_BRACKETED = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_BLANKS = re.compile(r"\s+")

# What things are counted and measured in, apart from letters.
_WORDS = """
% ‰ 个百分点 百分点 倍 成 分 级 星 岁 周岁 周年 届 度 码 等 档 类 种 个 项 次 人 户 家 件 名 位 例 场 处 座 间 栋 幢 所
台 套 辆 部 本 册 份 篇 条 期 批 班 门 课 款 宗 笔 张 幅 棵 株 粒 根 面 块 盏 片 段 道 组 队 对 双 箱 瓶 盒 包 袋 车
航 趟 轮 遍 版 集 首 头 只 羽 匹 尾 口 页 字 帧 颗 枚 艘 架 列 节 亩 公顷 顷 吨 公斤 千克 斤 克 升 毫升 米 公里 千米
厘米 毫米 里 平方米 平方公里 立方米 平米 立方 千瓦 千瓦时 度电 兆瓦 元 千元 万元 亿元 角 美元 年 月 季度 季 周 天 日
小时 时 分钟 秒 工作日 个工作日 自然日 个自然日 个月 个小时 工日 工时 学时 课时 学分 学年 学期 人次 批次 场次
班次 户次 家次 件次 台次 个次 处次 车次 航次 趟次 例次 只次 头次 亩次 天次 班级 人天 人日 人月 人年 人份 村 镇 乡 县 区
市 社区 街道 单位 企业 学校 机构 部门 站 点 点位 标段 起 宗地 路 线 盘 桌 床 床位 车位 席 名次 分贝 摄氏度
m2 m3 M2 M3 km2
"""
#: Each as it is written here, the longest first.
UNITS = tuple(sorted(_WORDS.split(), key=len, reverse=True))
# Letters are units, save those of names and placeholders: 5G, 3A, 1XX.
_LETTERS = r"(?![ADGK](?![A-Za-z])|[xX])[A-Za-zμ℃°㎡㎥³²Ω]{1,8}"
_ATOM = "(?:" + "|".join((*map(re.escape, UNITS), _LETTERS)) + ")"
_SCALE = "(?:[十百千]?(?:万|亿)|[百千])?"
_UNIT = re.compile(rf"{_SCALE}(?:{_ATOM}起?)?(?:[/·每]{_SCALE}{_ATOM}){{0,4}}")
# A measure word with what it counts, short enough to be no sentence: 个项目, 家企业; not 项完成, 件逾期.
_NO_THING = "[未不无没非超逾全均已仍待共]|基本|部分|完成|合格|达标|通过|失败"
_COUNTED = re.compile(rf"{_SCALE}[个项次家件名场处座所台套份篇条期批](?!数|{_NO_THING})[\u4e00-\u9fff]{{1,2}}")


def normal_unit(text: str) -> str:
    """
    Return *text* as a unit is written here: no blanks, no brackets, ``%`` for 百分比, ``·`` between factors.

    >>> normal_unit("元/人*月"), normal_unit("%(百分比)"), normal_unit("（人 次）"), normal_unit("次每年")
    ('元/人·月', '%', '人次', '次/年')
    """
    if text in _NORMAL:
        return text
    return _normal(text)


def _normal(text: str) -> str:
    unit = _TIMES.sub("次", _PERCENT.sub("%", _BLANKS.sub("", text.translate(_FOLDED))))
    while (bracketed := _BRACKETED.fullmatch(unit)) is not None:
        unit = bracketed.group(1)
    return _EACH.sub("/", _JOINTS.sub("·", unit)).rstrip("。.;；")


_FOLDED = str.maketrans("萬億", "万亿")
# The words, and the silence: nearly all that is asked for, and nothing to work out.
_NORMAL = frozenset(("", *UNITS))


def is_unit(unit: str) -> bool:
    """Tell whether a normal *unit* is one that figures are counted or measured in, as far as is known here."""
    if unit in _NORMAL:
        return bool(unit)
    return len(unit) <= MAX_UNIT and bool(_UNIT.fullmatch(unit) or _COUNTED.fullmatch(unit))
