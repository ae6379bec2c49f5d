"""How dates, words, placeholders and free text are read where a form asks for a target or a result."""

import pytest

from perfreport import Target
from perfreport.errors import InvalidValue
from perfreport.quantity import Deadline, MeasureKind, Operator
from tests.cases.tables import together

#: Cell | beginning | date; a date is year-month-day, with a dot for what is not said, or year-quarter.
DATES = """
9月前 |  | .-9-.
9月底前 |  | .-9-.
9月份 |  | .-9-.
12月31日前 |  | .-12-31
12月31日之前 |  | .-12-31
2025年年底前 |  | 2025-.-.
2025年底前 |  | 2025-.-.
2025年底 |  | 2025-.-.
2025年末 |  | 2025-.-.
2025年内 |  | 2025-.-.
2025年 |  | 2025-.-.
2025年度 |  | 2025-.-.
2025年12月 |  | 2025-12-.
2025年12月底前 |  | 2025-12-.
2025年12月前完成 |  | 2025-12-.
2025年12月31日 |  | 2025-12-31
2025年12月31日前完成 |  | 2025-12-31
2025.12.31 |  | 2025-12-31
2025-12-31 |  | 2025-12-31
2025/12/31 |  | 2025-12-31
2025年3季度 |  | 2025-3q
2025年第三季度 |  | 2025-3q
第4季度 |  | .-4q
当年 |  | .-12-.
本年 |  | .-12-.
年底前 |  | .-12-.
年末 |  | .-12-.
年内 |  | .-12-.
本年底 |  | .-12-.
上半年 |  | .-6-.
下半年 |  | .-12-.
2025年上半年 |  | 2025-6-.
10日前 |  | .-.-10
截至2025年12月31日 |  | 2025-12-31
截止12月底 |  | .-12-.
于2025年6月底前完成 |  | 2025-6-.
不晚于6月30日 |  | .-6-30
早于6月30日 |  | .-6-30
1-12月 | .-1-. | .-12-.
1月-12月 | .-1-. | .-12-.
1月至12月 | .-1-. | .-12-.
2025年1月-12月 | 2025-1-. | 2025-12-.
2025年1月至2025年12月 | 2025-1-. | 2025-12-.
2025.1.1-2025.12.31 | 2025-1-1 | 2025-12-31
2025年1月1日至2025年12月31日 | 2025-1-1 | 2025-12-31
2025年1月1日—12月31日 | 2025-1-1 | 2025-12-31
≤2025年12月31日 |  | 2025-12-31
=2025年12月 |  | 2025-12-.
2025年-2026年 | 2025-.-. | 2026-.-.
2025-2026年 | 2025-.-. | 2026-.-.
2025年~2026年 | 2025-.-. | 2026-.-.
2021年1月-12月 | 2021-1-. | 2021-12-.
2021年底 |  | 2021-.-.
2021年12月底前完成 |  | 2021-12-.
2016年1月1日 |  | 2016-1-1
2023年12月31日之前完成 |  | 2023-12-31
截至2023年12月31日 |  | 2023-12-31
2023年12月31日 前 |  | 2023-12-31
2023 年 12 月 31 日前 |  | 2023-12-31
２０２３年１２月 |  | 2023-12-.
12月 |  | .-12-.
12月底 |  | .-12-.
11月底前完成 |  | .-11-.
6月30日 |  | .-6-30
6月30日前发放到位 |  | .-6-30
12月份前 |  | .-12-.
第四季度 |  | .-12-.
四季度 |  | .-12-.
第三季度前 |  | .-9-.
年底前完成 |  | .-12-.
年内完成 |  | .-12-.
当年完成 |  | .-12-.
2025年完成 |  | 2025-.-.
2025年度内 |  | 2025-.-.
2025年全年 |  | 2025-.-.
≤2025年12月底 |  | 2025-12-.
2025/6/30前 |  | 2025-6-30
2025-06-30 |  | 2025-6-30
2023.1.1—2023.12.31 | 2023-1-1 | 2023-12-31
2023年1月1日至12月31日 | 2023-1-1 | 2023-12-31
1月1日-12月31日 | .-1-1 | .-12-31
7-9月 | .-7-. | .-9-.
2025年1-12月 | 2025-1-. | 2025-12-.
2025.1-2025.12 | 2025-1-. | 2025-12-.
2024—2025年 | 2024-.-. | 2025-.-.
1—6月底前完成 | .-1-. | .-6-.
三季度 | | .-3q
2025年一季度 | | 2025-1q
2021.6 | | 2021-6-.
≥2024年12月31日 | | 2024-12-31
"""

#: Cells that hold a word to be judged.
WORDS = """
效果明显 达成预期指标 显著提升 逐步提高 有效 持续改善 稳步提高 影响可持续 完成 已完成 是 否 基本达到预期 合规
及时 健全 长期 高 低 优 良 中 差 优秀 良好 较高 明显改善 有所提升 显著 稳定 正常 规范 安全 有效提升 不断完善
基本完成 全面完成 按时完成 按期 准时 达标 合格 满意 较好 可持续 持续增强 逐步完善 有效保障 得到提升 落实到位
长期有效 无投诉 零事故 保持稳定 较上年提高 未完成 效果显著 明显 基本达成预期指标 部分达成预期指标并具有一定效果
达到预期目标 及时足额发放 “显著” 有
"""

#: Cell | level | scale
SCALED = """
定性显著提升 | 显著提升 |
定性：显著提升 | 显著提升 |
定性 显著提升 | 显著提升 |
定性指标：良好 | 良好 |
（定性）有效 | 有效 |
定性 优 优良中低差 | 优 | 优良中低差
定性优良中低差 | | 优良中低差
定性：优（优良中差） | 优 | 优良中差
定性 高中低 | | 高中低
定性:好坏 | | 好坏
定性 | |
定性:优 | 优 |
定性，达成年度指标 | 达成年度指标 |
定性3项 | 3项 |
"""

#: Cell | operator | unit
PLACEHOLDERS = """
XX人 | | 人
xx人 | | 人
××人 | | 人
○○人 | | 人
**人 | | 人
**% | | %
XX万元 | | 万元
XXX万元 | | 万元
X人/年 | | 人/年
每年**次 | | 次/年
完成**项 | | 项
≥XX% | >= | %
≥**% | >= | %
≥*% | >= | %
≥**人 | >= | 人
≥XXX人 | >= | 人
培训人数≥XX人 | >= | 人
培训人数（≥**人） | >= | 人
（≥**人） | >= | 人
★（≥**人） | >= | 人
不少于**场次 | >= | 场次
≤XX万元 | <= | 万元
≤**万元/年 | <= | 万元/年
=XX场 | = | 场
=** | = |
第**期 | |
＊＊ | |
*** | |
* | |
○○ | |
□□ | |
____ | |
…… | |
20XX年 | |
20xx年 | |
20XX年12月底前 | |
20XX年12月31日前 | |
20**年 | |
20_年 | |
20__年 | |
202X年 | |
202*年 | |
（略） | |
(略) | |
点击查看 | |
【点击查看】 | |
待填 | |
待定 | |
"""

NOTHING = [
    "", " ", "-", "—", "——", "/", "\\", "无", "不适用", "N/A", "本项目不适用此指标/无", "不适用该指标",
    "无此项", "、", "|", "--", "／", "///", "无。", "（无）", "n/a", "本项目不适用此指标",
]  # fmt: skip

#: More than one value, none, or one that can be understood in two ways.
TEXTS = [
    "完成5个项目，培训300人", "3次，每次2小时", "按照《办法》第12条执行", "2021.6.30至今", "30人/2期/5天",
    "每年3次且不少于2天", "≥95%或提升2个百分点", "A级3个，B级2个", "未超过预算的100%", "≥90%≤95%", ">5<3",
    "90%-80%", "1.2.3", "3次-5人", "12%5人", "1\n2人", "财预〔2020〕10号", "第3名", "一批", "≥一批",
    "3 至少 5", "合同约定", "详见附件", "3.5.2项", "1,23人", "增长5%或持平", "非5%以上", "二〇〇五届",
    "2月30日", "2025年13月", "2025.12.31-2025.1.1", "2023年1月1日-2月29日", "1月31日-2月30日",
    "2025年10日-2025年1月", "第5季度", "完成率100%", "控制在预算范围内", "预算范围内", "不超预算",
    "不超预算20万元", "13.113.10100.00%", "89+82", "10+20人", "1/2", "2/3以上", "三分之二", "五次", "增长5%",
    "比上年增长5%以上", "下降5%", "减少5%以上", "未达到90%", "未超过20万元", "没有完成5项", "并非≥5%",
    "≥95%，≤100%", "95%≤满意度≤100%", "90%≤X", "5≤10", "95%≥", "≥", "≤", "5、6", "5、6次", "1、完成5项",
    "1.完成5项", "（1）完成5项", "1) 5项", "①5项", "第5期", "A4纸3箱", "5G基站3个", "3D打印", "2次/3天",
    "5~3次", "±5%", "≤±5%", "≥90%~95%", "100-120%以内", "20-30人以上", "1-2-3", "400-800-1234",
    "0731-85551234", "2023-47", "2020165号", "2024.2.30", "6月30日、12月31日", "6月和12月", "甲级", "三级",
    "二级以上", "国家标准", "符合GB/T 19001标准", "Ⅱ类", "≥Ⅲ类", "单价100万元(含)以上设备", "007人", "95.%",
    "95%%", "1e3", "1_000", "0x10", "١٢٣", "²人", "五十人", "十余家", "--1", "1,2,3", "1,2345", "<>5%", "≠5%",
    "!=5%", "≥5%以内", "不低于5%以下", "95以上%", "≥百分之九十五", "预算内", "90%（不含）以上",
    "90%以上（不含90%）", "7*24小时", "7×24小时", "20×30米", "100人（其中男50人）", "100(98)", "—95%", "——95%",
    "6月内", "6月以内", "6月以上", "10.1-10.7", "1.1-12.31", "2025-2026", "1-3季度", "13-14月", "3A", "5G",
    "4K", "A4", "PM2.5", "GB19001", "K12", "1XX", "1XX人", "难以达到90%", "-5--1", "-10%--5%", "5项未完成",
    "5项合格", "3项完成2项", "5完成", "5%未达标", "2025-12月", "1-12月31日", "2025年5-3月", "每2年1次",
    "每年2-3", "不到90%", "不止90%", "8:30前", "培训30人", "满意度95%", "不满90%", "100元-200元/人", "1 800人",
    "人≥300户", "≥" * 7 + "95%", "9" * 40, "9" * 100, "≥" + "9" * 33, "1" * 34 + "~" + "2" * 34, "1~" + "2" * 34,
]  # fmt: skip


def rows(table: str) -> list[list[str]]:
    """Return the cells of *table*."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def date(text: str) -> Deadline | None:
    """Return the date that a table of ours writes; a quarter ends with its last month."""
    if not text:
        return None
    if text.endswith("q"):
        year, quarter = text.removesuffix("q").split("-")
        return Deadline(None if year == "." else int(year), 3 * int(quarter))
    return Deadline(*(None if part == "." else int(part) for part in text.split("-")))


class TestDates:
    """A date says no more than is printed."""

    @together(("cell", "since", "deadline"), rows(DATES))
    def test_a_date(self, cell: str, since: str, deadline: str) -> None:
        read = Target.parse(cell)
        assert (read.kind, read.since, read.deadline) == (MeasureKind.DEADLINE, date(since), date(deadline))
        assert (read.value, read.unit) == (None, "")

    def test_a_sign_in_front_of_a_date_is_kept(self) -> None:
        assert [Target(cell).operator for cell in ("≤2025年12月31日", "=2025年12月", "12月31日前")] == [
            Operator.AT_MOST, Operator.EXACTLY, None,
        ]  # fmt: skip

    def test_a_date_is_made_whole_for_a_year(self) -> None:
        ends = [Deadline(2024, 2), Deadline(None, 2, 29), Deadline(2025), Deadline(None, None, 10), Deadline(None, 9)]
        assert [end.on(2023) and str(end.on(2023)) for end in ends] == [
            "2024-02-29", "2023-02-28", "2025-12-31", None, "2023-09-30",
        ]  # fmt: skip

    def test_a_date_says_something_and_exists(self) -> None:
        with pytest.raises(InvalidValue, match="at least a year"):
            Deadline()
        with pytest.raises(InvalidValue, match="month 2 has no day 30"):
            Deadline(None, 2, 30)


class TestWords:
    """What is no figure is a word, a placeholder, nothing, or text."""

    @together("cell", WORDS.split())
    def test_a_word(self, cell: str) -> None:
        read = Target.parse(cell)
        assert (read.kind, read.level, read.value, read.unit) == (MeasureKind.QUALITATIVE, cell, None, "")

    def test_a_full_stop_is_no_part_of_a_word(self) -> None:
        assert Target.parse("有效。").level == "有效"

    @together(("cell", "level", "scale"), rows(SCALED))
    def test_a_word_on_a_scale(self, cell: str, level: str, scale: str) -> None:
        read = Target.parse(cell)
        assert (read.kind, read.level or "", read.unit) == (MeasureKind.QUALITATIVE, level, scale)

    @together(("cell", "operator", "unit"), rows(PLACEHOLDERS))
    def test_a_placeholder(self, cell: str, operator: str, unit: str) -> None:
        read = Target.parse(cell)
        assert (read.kind, read.operator or "", read.unit, read.value) == (
            MeasureKind.PLACEHOLDER, operator, unit, None,
        )  # fmt: skip

    @pytest.mark.parametrize("cell", NOTHING)
    def test_nothing_is_given(self, cell: str) -> None:
        read = Target.parse(cell)
        assert (read.kind, read.operator, read.value, read.level) == (MeasureKind.NOT_GIVEN, None, None, None)

    @together("cell", TEXTS)
    def test_what_is_not_one_value_is_text(self, cell: str) -> None:
        read = Target.parse(cell)
        assert (read.kind, read.value, read.low, read.high, read.operator) == (MeasureKind.TEXT, None, None, None, None)
