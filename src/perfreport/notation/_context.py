"""
The words around a figure: what it is divided by, and whether 万 or 亿 without 元 counts money.

The lists are closed on purpose. 350万 is money where punctuation, the end of the text, a money word (资金) or a verb
that spends (用于) follows; any other word makes it a count, for nobody can list all that is counted (万人次, 万粒).
"""

import re

__all__ = [
    "BLANK",
    "BREAK",
    "BREAKS",
    "GAP",
    "IDEOGRAPH",
    "counts_before",
    "counts_money",
    "divisor_after",
    "divisor_before",
    "in_running_text",
    "is_about",
]

BLANK = " \t\u3000\u00a0\u2009\u202f\u200b\u2060\ufeff"
BREAKS = "\r\n\v\f\x85\u2028\u2029"
#: One line break, with the page break that may follow it.
BREAK = r"(?:(?:\r\n?|[\n\v\x85\u2028\u2029])\f?|\f)"
#: What a page may put between a figure and its unit: blanks, and one line break with its indent.
GAP = rf"[{BLANK}]{{0,4}}(?:{BREAK}[{BLANK}]{{0,16}})?"
IDEOGRAPH = "\u3007\u3400-\u4dbf\u4e00-\u9fff"

#: A line as long as this is running text, which a page breaks anywhere; a shorter one may be a cell.
_LINE = 20
_LOOK_BACK = 30

# What amounts are divided by, and what is counted in 万: longer words first.
_ATOMS = """
平方公里 立方米 平方米 工作日 千瓦时 公里 千米 公顷 公斤 千克 毫升 立方 平方 平米 人次 人月 人天 人日 户次 台次 车次
班次 场次 批次 航次 台套 年度 季度 学期 学年 学分 课时 学时 工日 工时 小时 分钟 标段 点位 床位 车位 班级 学生 单位 企业
学校 机构 社区 个月 人 户 家 件 名 位 例 场 处 座 间 栋 幢 所 台 套 辆 部 本 册 份 篇 条 期 批 班 门 课 款 宗 笔 张 幅
棵 株 粒 根 面 块 盏 片 段 道 组 队 对 双 箱 瓶 盒 包 袋 车 趟 轮 遍 版 首 头 只 羽 匹 尾 口 页 字 枚 艘 架 列 节 亩 顷
吨 斤 克 升 米 里 天 日 月 年 季 周 次 项 个 晚 夜 餐 顿 桌 床 席 村 镇 乡 县 校 生 站 点 度 种 类
"""
_LATIN = r"(?:k?wh?|km|kg|m[²³23]?|ml|[gtlhd])(?![a-z])|㎡|㎥"


def _any(words: str) -> str:
    """Return a pattern for any one of these words."""
    return f"(?:{'|'.join(words.split())})"


_ATOM = f"(?:{_any(_ATOMS)}|(?i:{_LATIN}))"
_SAME = dict.fromkeys(("㎡", "m2", "m²", "平米", "平方"), "平方米") | {"年度": "年", "㎥": "立方米", "m³": "立方米"}
_TIME = "天|日|月|年|次|晚|夜|餐"

# 、 joins 人 and 天 in 元/人、天, and ends the item in 元/人、户均.
_DIVISOR = re.compile(
    rf"(?:左右|上下)?[{BLANK}]?(?:"
    rf"[/／∕][{BLANK}]?(?P<many>[0-9]{{0,5}}{_ATOM}(?:[{BLANK}]?[/／∕*＊×·•・∙每][{BLANK}]?{_ATOM}){{0,3}}"
    rf"(?:、(?:{_TIME})(?![{IDEOGRAPH}]))?)"
    rf"|[/／∕][(（](?P<group>{_ATOM}(?:[/／∕*＊×·•・∙]{_ATOM}){{0,3}})[)）]"
    rf"|(?P<each>(?:每{_ATOM}){{1,3}})"
    rf"|[(（](?P<inside>(?:每{_ATOM}){{1,3}})[)）]"
    rf"|[/／∕](?![{IDEOGRAPH}]{{0,2}}[预支收执总计额数率金])(?P<other>[{IDEOGRAPH}]{{1,3}})(?![{IDEOGRAPH}0-9０-９])"
    r")"
)
_JOINT = re.compile(rf"[{BLANK}]*[/／∕*＊×·•・∙每、][{BLANK}]*")
_GRANTED = """
补助 补贴 奖励 奖补 资助 救助 发放 给予 安排 拨付 投入 支付 收费 收取 缴纳 领取 补偿 标准 平均 大约 不超过 不低于
不少于 控制在 最高 最低 达到 需要 可获 增收 增加 减少 为 约 近 达 按 的 是 需 给
"""
_EACH = re.compile(rf"(?:(?P<each>(?:每{_ATOM}){{1,3}})|(?P<mean>[人户亩年月日生校村])均){_any(_GRANTED)}{{0,3}}{GAP}$")

# What 万 counts when a blank or a line break stands before it: measure words, people, and other money.
_PEOPLE = """
群众 居民 农户 村民 市民 农民 职工 学员 党员 老人 儿童 家庭 参保 游客 观众 志愿者 贫困 青少年 青年
美元 美金 欧元 日元 港元 港币 澳元 英镑 韩元 加元 卢布 台币 新台币 法郎
"""
_COUNTED = re.compile(f"(?:{_ATOM}|起|{_any(_PEOPLE)}|余[人户亩名家个件次])")
_BRACKETED_COUNT = re.compile(rf"[(（\[【][{BLANK}]?{_COUNTED.pattern}")
_MONEY = "资金 经费 预算 投资 拨款 支出 收入 补助 补贴 专项 贷款 奖金 费用 款项 保证金 货款 工程款 债券 元"
_SPENDING = """
用于 用作 用在 用以 投入 投向 拨付 拨给 下达 下拨 到位 支付 支持 安排 购买 购置 采购 建设 修建 新建 改造 实施 开展 作为
由 来自 已 均 全部 全额 未 尚未 其中 主要 以及 和 与 及 或 按 占 较 比 增加 减少 增长 下降 是 为 等 给予 资助 奖励 解决
偿还 归还 结转 结余 列入 纳入 并 即 则 后 进行 落实 划拨 收回 上缴 返还 完成 执行 因 但 而 的投入
"""
_CONTINUES = re.compile(
    rf"(?:的?{_any(_MONEY)}(?!者|对象|人|户|群众|单位|企业|项目)|{_any(_SPENDING)}(?!者|对象|人员|户)"
    "|人民币|[一二三四五六七八九十]{1,3}、)"
)
_LIMIT = re.compile(r"(?:[(（]含[)）])?(?:左右|上下|以上|以下|以内|之内|不等)?")
_GAP = re.compile(GAP)
_IDEOGRAPH = re.compile(f"[{IDEOGRAPH}]")
_FIRST_BREAK = re.compile(BREAK)

# In front of 1.2万 without a unit, the last of these words says what is counted.
_SUBJECTS = """
人口 人数 人次 人才 群众 居民 农户 学生 学员 职工 党员 村民 老人 儿童 会员 患者 粉丝 用户 观众 游客 客流 户数 面积 产量
数量 点击量 浏览量 阅读量 访问量 播放量 关注量 流量 里程 字数 次数 件数 储量 库容 藏书 样本 牲畜 苗木 参保 覆盖 受益
惠及 服务(?![费类业])
"""
_SUMS = "资金 经费 预算 投资 投入 拨款 支出 收入 费 款 额 补助 补贴 资助 成本 价 利润 税 债 拨付 下达 安排 到位"
_SUBJECT = re.compile(f"(?P<count>{_any(_SUBJECTS)})|(?P<money>{_any(_SUMS)})")
_CLAUSE = re.compile(r"[，,。；;：:！？\r\n]")

_ABOUT_BEFORE = re.compile(rf"(?:大约|(?<![节合签预制契违履公条特])约|将近|接近|(?<![最附邻临靠])近){GAP}$")
_ABOUT_AFTER = re.compile(rf"{GAP}(?:左右|上下)")


def divisor_after(text: str, at: int) -> tuple[str, int] | None:
    """Return what the amount that ends at *at* is divided by, and where that ends."""
    found = _DIVISOR.match(text, at)
    if found is None:
        return None
    return _joined(next(filter(None, found.groups()))), found.end()


def divisor_before(text: str, at: int) -> str | None:
    """Return what 每 or 均 in front of an amount divides it by: 人·月 for 每人每月补助."""
    found = _EACH.search(text[max(0, at - _LOOK_BACK) : at])
    return None if found is None else _joined(found["each"] or found["mean"])


def is_about(text: str, start: int, end: int) -> bool:
    """Tell whether 约, 近, 左右 or 上下 makes the amount an approximate one."""
    return bool(_ABOUT_BEFORE.search(text[max(0, start - _LOOK_BACK) : start]) or _ABOUT_AFTER.match(text, end))


def in_running_text(text: str, at: int) -> bool:
    """Tell whether the line that goes on to *at* is long enough to be broken by the width of a page."""
    return at >= _LINE and _FIRST_BREAK.search(text[at - _LINE : at]) is None


def counts_before(text: str, at: int) -> bool:
    """Tell whether the clause in front of a bare number says that people or things are counted: 受益群众."""
    clause = _CLAUSE.split(text[max(0, at - _LINE) : at])[-1]
    subjects = list(_SUBJECT.finditer(clause))
    return bool(subjects) and subjects[-1]["count"] is not None


def counts_money(text: str, at: int) -> bool:
    """Tell whether what follows 万 or 亿 lets it count money."""
    limit = _LIMIT.match(text, at)
    after = limit.end() if limit else at
    gap = _GAP.match(text, after)
    begin = gap.end() if gap else after
    if begin == len(text) or _CONTINUES.match(text, begin):
        return True
    if _COUNTED.match(text, begin) or _BRACKETED_COUNT.match(text, begin):
        return False
    following = text[begin]
    if not _IDEOGRAPH.match(following):
        # 5万kw, 5万% and 5万/年 are no money; 5万/6万 was decided by the second figure.
        return not following.isalnum() and following not in "/／∕%％‰"
    if begin == after:
        return False
    return _FIRST_BREAK.search(text, after, begin) is None or not in_running_text(text, after)


def _joined(divisor: str) -> str:
    atoms = [atom.strip(BLANK) for atom in _JOINT.split(divisor) if atom.strip(BLANK)]
    return "·".join(_SAME.get(atom.lower(), atom) for atom in atoms)
