"""How the cells of targets and actual values are read: a set of notations written from what forms print."""

from decimal import Decimal

import pytest

from perfreport import Actual, Target
from perfreport.errors import InvalidValue
from perfreport.quantity import Deadline, Direction, MeasureKind, Operator

#: Cell | kind | operator | value | unit; what a column leaves empty is not said.
FIGURES = """
≥95% | threshold | >= | 95 | %
≧95% | threshold | >= | 95 | %
>=95% | threshold | >= | 95 | %
＞=95% | threshold | >= | 95 | %
＞＝95% | threshold | >= | 95 | %
⩾95% | threshold | >= | 95 | %
≥95％ | threshold | >= | 95 | %
≥ 95 % | threshold | >= | 95 | %
≥９５％ | threshold | >= | 95 | %
≥95.5% | threshold | >= | 95.5 | %
≥95.50% | threshold | >= | 95.50 | %
≥0.5% | threshold | >= | 0.5 | %
≥1,200人次 | threshold | >= | 1200 | 人次
≥12000户 | threshold | >= | 12000 | 户
≥≥95% | threshold | >= | 95 | %
≥ ≥ 95% | threshold | >= | 95 | %
≥=95% | threshold | >= | 95 | %
不低于95% | threshold | >= | 95 | %
不低于 95% | threshold | >= | 95 | %
不低于≥95% | threshold | >= | 95 | %
不少于100人次 | threshold | >= | 100 | 人次
不少于4场次 | threshold | >= | 4 | 场次
不小于3个 | threshold | >= | 3 | 个
至少2次 | threshold | >= | 2 | 次
大于等于90% | threshold | >= | 90 | %
大于或等于90% | threshold | >= | 90 | %
95%以上 | threshold | >= | 95 | %
95%及以上 | threshold | >= | 95 | %
95%(含)以上 | threshold | >= | 95 | %
95以上% |text|||
达到95%以上 | threshold | >= | 95 | %
达95%以上 | threshold | >= | 95 | %
满意度≥90% | threshold | >= | 90 | %
满意度达到90%以上 | threshold | >= | 90 | %
培训人数≥300人 | threshold | >= | 300 | 人
≥百分之九十五 |text|||
≥95（%） | threshold | >= | 95 | %
≥95百分比 | threshold | >= | 95 | %
≥95%（百分比） | threshold | >= | 95 | %
≥3次/年 | threshold | >= | 3 | 次/年
≥1批次/千人 | threshold | >= | 1 | 批次/千人
≥4批次／千人 | threshold | >= | 4 | 批次/千人
≥20工作日 | threshold | >= | 20 | 工作日
≥20个工作日 | threshold | >= | 20 | 个工作日
≥50kw | threshold | >= | 50 | kw
≥7万起 | threshold | >= | 7 | 万起
≥1万人次 | threshold | >= | 1 | 万人次
≥1.5万亩 | threshold | >= | 1.5 | 万亩
≥300平方米 | threshold | >= | 300 | 平方米
≥300㎡ | threshold | >= | 300 | ㎡
≥10公里 | threshold | >= | 10 | 公里
≥2人*次 | threshold | >= | 2 | 人·次
≥2人、次 | threshold | >= | 2 | 人·次
≥2人·月 | threshold | >= | 2 | 人·月
≥3 | threshold | >= | 3 |
≥100 | threshold | >= | 100 |
>1 | threshold | > | 1 |
＞1 | threshold | > | 1 |
﹥1% | threshold | > | 1 | %
超过100人 | threshold | > | 100 | 人
超100人 | threshold | > | 100 | 人
大于5个 | threshold | > | 5 | 个
高于80% | threshold | > | 80 | %
多于3次 | threshold | > | 3 | 次
100余人 | threshold | > | 100 | 人
100多人 | threshold | > | 100 | 人
≤20万元 | threshold | <= | 20 | 万元
≦20万元 | threshold | <= | 20 | 万元
<=20万元 | threshold | <= | 20 | 万元
＜=20万元 | threshold | <= | 20 | 万元
＜＝20万元 | threshold | <= | 20 | 万元
⩽20万元 | threshold | <= | 20 | 万元
≤38.26万元 | threshold | <= | 38.26 | 万元
≤382600元 | threshold | <= | 382600 | 元
≤382,600.00元 | threshold | <= | 382600.00 | 元
≤1.2亿元 | threshold | <= | 1.2 | 亿元
≤300元/人 | threshold | <= | 300 | 元/人
≤300元／人·月 | threshold | <= | 300 | 元/人·月
≤300元/人*天 | threshold | <= | 300 | 元/人·天
≤2500元/亩 | threshold | <= | 2500 | 元/亩
≤5% | threshold | <= | 5 | %
≤≤5% | threshold | <= | 5 | %
不超过20万元 | threshold | <= | 20 | 万元
不超过≤20万元 | threshold | <= | 20 | 万元
不高于20万元 | threshold | <= | 20 | 万元
不大于5% | threshold | <= | 5 | %
不多于3次 | threshold | <= | 3 | 次
至多3次 | threshold | <= | 3 | 次
小于等于5% | threshold | <= | 5 | %
小于或等于5% | threshold | <= | 5 | %
20万元以内 | threshold | <= | 20 | 万元
控制在20万元以内 | threshold | <= | 20 | 万元
30天内 | threshold | <= | 30 | 天
30日之内 | threshold | <= | 30 | 日
5个工作日内 | threshold | <= | 5 | 个工作日
2小时以内 | threshold | <= | 2 | 小时
20%以下 | threshold | <= | 20 | %
20%及以下 | threshold | <= | 20 | %
预算内 |text|||
<5% | threshold | < | 5 | %
＜5% | threshold | < | 5 | %
小于5% | threshold | < | 5 | %
低于5% | threshold | < | 5 | %
少于3起 | threshold | < | 3 | 起
不足3起 | threshold | < | 3 | 起
=100% | equality | = | 100 | %
＝100% | equality | = | 100 | %
═100% | equality | = | 100 | %
﹦100% | equality | = | 100 | %
= 100 % | equality | = | 100 | %
等于100% | equality | = | 100 | %
=4场 | equality | = | 4 | 场
=4场次 | equality | = | 4 | 场次
=51人 | equality | = | 51 | 人
=0起 | equality | = | 0 | 起
=0 | equality | = | 0 |
=1个 | equality | = | 1 | 个
=12个月 | equality | = | 12 | 个月
=365天 | equality | = | 365 | 天
=40.44万元 | equality | = | 40.44 | 万元
==100% | equality | = | 100 | %
100% | number | | 100 | %
100％ | number | | 100 | %
100 % | number | | 100 | %
95 | number | | 95 |
0 | number | | 0 |
0.00% | number | | 0.00 | %
7.07万起 | number | | 7.07 | 万起
7万起 | number | | 7 | 万起
51人 | number | | 51 | 人
51名 | number | | 51 | 名
4场 | number | | 4 | 场
4次 | number | | 4 | 次
12期 | number | | 12 | 期
1项 | number | | 1 | 项
1套 | number | | 1 | 套
3个项目 | number | | 3 | 个项目
5家企业 | number | | 5 | 家企业
120户 | number | | 120 | 户
1,234.50元 | number | | 1234.50 | 元
1，234元 | number | | 1234 | 元
38.26万元 | number | | 38.26 | 万元
4500元 | number | | 4500 | 元
4500元/人 | number | | 4500 | 元/人
每人4500元 | number | | 4500 | 元/人
每亩300元 | number | | 300 | 元/亩
300元每人 | number | | 300 | 元每人
百分之95 | number | | 95 | %
约100人 | number | | 100 | 人
100人左右 | number | | 100 | 人
近100人 | number | | 100 | 人
100人上下 | number | | 100 | 人
+5% | number | | 5 | %
-3.2% | number | | -3.2 | %
1.50 | number | | 1.50 |
12345678901234.56元 | number | | 12345678901234.56 | 元
"""

#: Cell | low | high | unit
INTERVALS = """
90%~95% | 90 | 95 | %
90%〜95% | 90 | 95 | %
90%～95% | 90 | 95 | %
90%-95% | 90 | 95 | %
90%—95% | 90 | 95 | %
90%--95% | 90 | 95 | %
90%至95% | 90 | 95 | %
90%到95% | 90 | 95 | %
90~95% | 90 | 95 | %
90-95% | 90 | 95 | %
90-95 | 90 | 95 |
3-5次 | 3 | 5 | 次
3～5人 | 3 | 5 | 人
0.5-1万元 | 0.5 | 1 | 万元
10万元-20万元 | 10 | 20 | 万元
1,000-2,000人 | 1000 | 2000 | 人
=90%~95% | 90 | 95 | %
100-100分 | 100 | 100 | 分
80 - 90 分 | 80 | 90 | 分
"""

#: Cell | beginning | date; a date is year-month-day, with a dot for what is not said.
DATES = """
9月前 | | .-9-.
9月底前 | | .-9-.
9月份 | | .-9-.
12月31日前 | | .-12-31
12月31日之前 | | .-12-31
2025年年底前 | | 2025-.-.
2025年底前 | | 2025-.-.
2025年底 | | 2025-.-.
2025年末 | | 2025-.-.
2025年内 | | 2025-.-.
2025年 | | 2025-.-.
2025年度 | | 2025-.-.
2025年12月 | | 2025-12-.
2025年12月底前 | | 2025-12-.
2025年12月前完成 | | 2025-12-.
2025年12月31日 | | 2025-12-31
2025年12月31日前完成 | | 2025-12-31
2025.12.31 | | 2025-12-31
2025-12-31 | | 2025-12-31
2025/12/31 | | 2025-12-31
2025年3季度 | | 2025-3q
2025年第三季度 | | 2025-3q
第4季度 | | .-4q
当年 | | .-12-.
本年 | | .-12-.
年底前 | | .-12-.
年末 | | .-12-.
年内 | | .-12-.
本年底 | | .-12-.
上半年 | | .-6-.
下半年 | | .-12-.
2025年上半年 | | 2025-6-.
10日前 | | .-.-10
截至2025年12月31日 | | 2025-12-31
截止12月底 | | .-12-.
于2025年6月底前完成 | | 2025-6-.
不晚于6月30日 | | .-6-30
早于6月30日 | | .-6-30
1-12月 | .-1-. | .-12-.
1月-12月 | .-1-. | .-12-.
1月至12月 | .-1-. | .-12-.
2025年1月-12月 | 2025-1-. | 2025-12-.
2025年1月至2025年12月 | 2025-1-. | 2025-12-.
2025.1.1-2025.12.31 | 2025-1-1 | 2025-12-31
2025年1月1日至2025年12月31日 | 2025-1-1 | 2025-12-31
2025年1月1日—12月31日 | 2025-1-1 | 2025-12-31
≤2025年12月31日 | | 2025-12-31
=2025年12月 | | 2025-12-.
"""

#: Cells that hold a word to be judged.
WORDS = """
效果明显 达成预期指标 显著提升 逐步提高 有效 持续改善 稳步提高 影响可持续
完成 已完成 是 否 基本达到预期 合规 及时
健全 长期 高 低 优 良 中 差
优秀 良好 较高 明显改善 有所提升
显著 稳定 正常 规范 安全 有效提升 不断完善 基本完成 全面完成 按时完成 按期
准时 达标 合格 满意 较好 可持续
持续增强 逐步完善 有效保障 得到提升 落实到位 长期有效 无投诉 零事故 保持稳定
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
"""

PLACEHOLDERS = """
XX人 xx人 ××人 ≥XX% ≥**% ≥**人 **人 ＊＊ ○○ ____ …… 20XX年 20XX年12月底前 20**年 培训人数（≥**人） （略） 点击查看
待填 培训人数≥XX人 □□
≤XX万元 =XX场
"""

NOTHING = [
    "",
    " ",
    "-",
    "—",
    "——",
    "/",
    "\\",
    "无",
    "不适用",
    "N/A",
    "本项目不适用此指标/无",
    "不适用该指标",
    "无此项",
    "、",
    "|",
]

TEXTS = [
    "完成5个项目，培训300人", "3次，每次2小时", "按照《办法》第12条执行", "2021.6.30至今",
    "30人/2期/5天", "每年3次且不少于2天",
    "≥95%或提升2个百分点", "A级3个，B级2个", "未超过预算的100%",
    "≥90%≤95%", ">5<3", "90%-80%", "1.2.3", "3次-5人",
    "12%5人", "1\n2人",
    "财预〔2020〕10号", "第3名", "一批",
    "≥一批", "3 至少 5", "合同约定", "详见附件", "3.5.2项", "1,23人", "增长5%或持平", "非5%以上",
    "二〇〇五届",
    "2月30日", "2025年13月", "2025.12.31-2025.1.1",
    "2023年1月1日-2月29日",
    "1月31日-2月30日", "2025年10日-2025年1月", "第5季度", "9" * 100, "1" * 60 + "~" + "2" * 60,
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


COUNT = len(rows(FIGURES) + rows(INTERVALS) + rows(DATES) + rows(SCALED)) + len(
    [*WORDS.split(), *PLACEHOLDERS.split(), *NOTHING, *TEXTS]
)


class TestNotations:
    """Every notation of the set is read as a reader of the form understands it."""

    def test_the_set_is_large(self) -> None:
        assert COUNT > 300

    @pytest.mark.parametrize(("cell", "kind", "operator", "value", "unit"), rows(FIGURES))
    def test_a_figure(self, cell: str, kind: str, operator: str, value: str, unit: str) -> None:
        for read in (Target.parse(cell), Actual.parse(cell)):
            assert (read.kind.value, read.operator or "", "" if read.value is None else str(read.value)) == (
                kind, operator, value,
            )  # fmt: skip
            assert (read.unit, read.raw) == (unit, cell)

    @pytest.mark.parametrize(("cell", "low", "high", "unit"), rows(INTERVALS))
    def test_an_interval(self, cell: str, low: str, high: str, unit: str) -> None:
        read = Target.parse(cell)
        assert (read.kind, read.low, read.high, read.unit, read.operator, read.value) == (
            MeasureKind.INTERVAL, Decimal(low), Decimal(high), unit, None, None,
        )  # fmt: skip

    @pytest.mark.parametrize(("cell", "since", "deadline"), rows(DATES))
    def test_a_date(self, cell: str, since: str, deadline: str) -> None:
        read = Target.parse(cell)
        assert (read.kind, read.since, read.deadline) == (MeasureKind.DEADLINE, date(since), date(deadline))
        assert read.value is None

    @pytest.mark.parametrize("cell", WORDS.split())
    def test_a_word(self, cell: str) -> None:
        read = Target.parse(cell)
        assert (read.kind, read.level, read.value) == (MeasureKind.QUALITATIVE, cell, None)

    @pytest.mark.parametrize(("cell", "level", "scale"), rows(SCALED))
    def test_a_word_on_a_scale(self, cell: str, level: str, scale: str) -> None:
        read = Target.parse(cell)
        assert (read.kind, read.level or "", read.unit) == (MeasureKind.QUALITATIVE, level, scale)

    @pytest.mark.parametrize("cell", PLACEHOLDERS.split())
    def test_a_placeholder(self, cell: str) -> None:
        read = Target.parse(cell)
        assert (read.kind, read.value) == (MeasureKind.PLACEHOLDER, None)

    @pytest.mark.parametrize("cell", NOTHING)
    def test_nothing_is_given(self, cell: str) -> None:
        assert Target.parse(cell).kind is MeasureKind.NOT_GIVEN

    @pytest.mark.parametrize("cell", TEXTS)
    def test_what_is_not_one_value_is_text(self, cell: str) -> None:
        read = Target.parse(cell)
        assert (read.kind, read.value, read.low, read.high, read.operator) == (MeasureKind.TEXT, None, None, None, None)


class TestColumns:
    """Forms that have the sign and the unit in columns of their own."""

    @pytest.mark.parametrize(
        ("cell", "nature", "measure", "expected"),
        [
            ("95", "≥", "%", ("threshold", ">=", "95", "%")),
            ("95", "≥", "百分比", ("threshold", ">=", "95", "%")),
            ("95", "≥", "%(百分比)", ("threshold", ">=", "95", "%")),
            ("95%", "≥", "%", ("threshold", ">=", "95", "%")),
            ("≥95", "≥", "%", ("threshold", ">=", "95", "%")),
            ("4", "=", "场次", ("equality", "=", "4", "场次")),
            ("4", "＝", "人*次", ("equality", "=", "4", "人·次")),
            ("20", "≤", "万元", ("threshold", "<=", "20", "万元")),
            ("95", "正向", "%", ("number", "", "95", "%")),
            ("20", "≤", "元/人*月", ("threshold", "<=", "20", "元/人·月")),
            ("≤20", "≥", "万元", ("text", "", "", "")),
            ("优", "定性", "优良中低差", ("qualitative", "", "", "优良中低差")),
            ("显著提升", "定性指标", "", ("qualitative", "", "", "")),
            ("2021.6", "≥", "万元", ("threshold", ">=", "2021.6", "万元")),
            ("-", "≥", "%", ("not-given", ">=", "", "%")),
        ],
    )
    def test_columns_and_cell_make_one_value(
        self, cell: str, nature: str, measure: str, expected: tuple[str, str, str, str]
    ) -> None:
        read = Target(cell, nature=nature, measure=measure)
        assert (
            read.kind.value,
            read.operator or "",
            "" if read.value is None else str(read.value),
            read.unit,
        ) == expected

    def test_a_direction_is_said_by_the_column_or_by_the_sign(self) -> None:
        assert Target("95", nature="正向").direction is Direction.POSITIVE
        assert Target("95", nature="反向指标").direction is Direction.REVERSE
        assert Target("≥95").direction is Direction.POSITIVE
        assert Target("≤95").direction is Direction.REVERSE
        assert Target("=95").direction is None

    def test_a_condition_may_stand_in_the_name(self) -> None:
        read = Target.parse("★培训人数(≥300人)")
        assert (read.operator, read.value, read.unit) == (Operator.AT_LEAST, Decimal(300), "人")

    def test_a_scale_word_is_kept_in_the_unit_and_worked_in_apart(self) -> None:
        read = Actual.parse("7.07万起")
        assert (read.amount, read.base_unit) == (Decimal(70700), "起")

    def test_what_is_about_is_said_to_be(self) -> None:
        assert [Target.parse(cell).about for cell in ("约100人", "100人左右", "100人")] == [True, True, False]

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

    def test_columns_that_are_much_too_long_say_nothing(self) -> None:
        assert Target("95", nature="9" * 10**6, measure="9" * 10**6).reading == Target("95").reading

    def test_the_text_is_kept_as_it_was(self) -> None:
        assert str(Target.parse(" ≥ 95 ％ ")) == " ≥ 95 ％ "
        assert str(Actual.parse("95")) == "95"
