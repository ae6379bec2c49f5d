"""How figures and intervals are read: a set of notations written from what forms print."""

from decimal import Decimal
from pathlib import Path

from perfreport import Actual, Target
from perfreport.quantity import Direction, MeasureKind, Operator
from tests.cases.tables import together

#: Cell | kind | operator | value | unit, under one line of headings; what a column leaves empty is not said.
FIGURES = (Path(__file__).parent / "data" / "targets.txt").read_text("utf-8").partition("\n")[2]

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
90%~95%之间 | 90 | 95 | %
90%至95%之间 | 90 | 95 | %
80（含）-90分 | 80 | 90 | 分
3至5人 | 3 | 5 | 人
3到5年 | 3 | 5 | 年
10～15天 | 10 | 15 | 天
10〜15个工作日 | 10 | 15 | 个工作日
1.5-2倍 | 1.5 | 2 | 倍
100-200元/人 | 100 | 200 | 元/人
-5%~5% | -5 | 5 | %
90%——95% | 90 | 95 | %
-10%~-5% | -10 | -5 | %
每年2-3次 | 2 | 3 | 次/年
2-3次/年 | 2 | 3 | 次/年
3.5-4.5倍 | 3.5 | 4.5 | 倍
2000-2100人 | 2000 | 2100 | 人
"""


def rows(table: str) -> list[list[str]]:
    """Return the cells of *table*."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


class TestNotations:
    """Every notation of the set is read as a reader of the form understands it."""

    @together(("cell", "kind", "operator", "value", "unit"), rows(FIGURES))
    def test_a_figure(self, cell: str, kind: str, operator: str, value: str, unit: str) -> None:
        for read in (Target.parse(cell), Actual.parse(cell)):
            assert (read.kind.value, read.operator or "", str(read.value), read.unit) == (kind, operator, value, unit)
            assert (read.raw, read.low, read.high, read.deadline, read.level) == (cell, None, None, None, None)

    @together(("cell", "low", "high", "unit"), rows(INTERVALS))
    def test_an_interval(self, cell: str, low: str, high: str, unit: str) -> None:
        read = Target.parse(cell)
        assert (read.kind, str(read.low), str(read.high), read.unit) == (MeasureKind.INTERVAL, low, high, unit)
        assert (read.operator, read.value, read.deadline) == (None, None, None)


class TestColumns:
    """Forms that have the sign and the unit in columns of their own."""

    @together(
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
            ("每年2", "≥", "次", ("threshold", ">=", "2", "次/年")),
            ("每年2", "≥", "次/年", ("threshold", ">=", "2", "次/年")),
            ("20万元", "≤", "元", ("threshold", "<=", "20", "万元")),
            ("12", "≤", "月", ("threshold", "<=", "12", "月")),
            ("90-95", "≥", "%", ("text", "", "", "")),
            ("XX", "≥", "%", ("placeholder", ">=", "", "%")),
            ("95", "＞", "一个", ("threshold", ">", "95", "")),
            ("优" * 81, "定性", "优良中低差", ("qualitative", "", "", "优良中低差")),
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
        assert {Target(cell, nature="反向").direction for cell in ("3次-5人", "培训30人", "优", "90~95%")} == {
            Direction.REVERSE
        }

    def test_a_condition_may_stand_in_the_name(self) -> None:
        read = Target.parse("★培训人数(≥300人)")
        assert (read.operator, read.value, read.unit) == (Operator.AT_LEAST, Decimal(300), "人")

    def test_a_scale_word_is_kept_in_the_unit_and_worked_in_apart(self) -> None:
        read = Actual.parse("7.07万起")
        assert (read.amount, read.base_unit) == (Decimal(70700), "起")

    def test_what_is_about_is_said_to_be(self) -> None:
        cells = ("约100人", "大约100人", "近100人", "100人左右", "100人上下", "约3-5人", "100人", "3-5人", "100余人")
        assert [Target.parse(cell).about for cell in cells] == [True] * 6 + [False] * 3

    def test_columns_that_are_much_too_long_say_nothing(self) -> None:
        assert Target("95", nature="9" * 10**6, measure="9" * 10**6).reading == Target("95").reading

    def test_the_text_is_kept_as_it_was(self) -> None:
        assert str(Target.parse(" ≥ 95 ％ ")) == " ≥ 95 ％ "
        assert str(Actual.parse("95")) == "95"
