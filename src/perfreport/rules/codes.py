"""CODE: the codes that stand beside functions and economic items, and the names beside the codes."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from perfreport.codes.books import (
    Book,
    CodeOutcome,
    department_economic,
    functional,
    judge_code,
    normal_code,
)
from perfreport.findings import Severity
from perfreport.model import EconomicLine, FunctionalLine
from perfreport.places import Way
from perfreport.rules._core import Case, Rule, Seen, collected, rule
from perfreport.rules._index import Index

__all__ = ["RULES"]

#: Rows of one table with the way to it, their book, and how many digits its codes may have.
_Table: TypeAlias = tuple[Way, Sequence[FunctionalLine | EconomicLine], Callable[[], Book], tuple[int, ...]]

_FUNCTIONAL, _ECONOMIC = (3, 5, 7), (3, 5)
#: Not every code is named where many are unknown.
_SHOWN = 10


def _tables(index: Index) -> Iterator[_Table]:
    """Yield every list of rows with codes, wherever it stands."""
    for found, book, lengths in (
        (index.each(FunctionalLine), functional, _FUNCTIONAL),
        (index.each(EconomicLine), department_economic, _ECONOMIC),
    ):
        tables: dict[Way, list[FunctionalLine | EconomicLine]] = {}
        for way, row, _ in found:
            tables.setdefault(way[:-1], []).append(row)
        yield from ((way, rows, book, lengths) for way, rows in tables.items())


def _code(row: FunctionalLine | EconomicLine, lengths: tuple[int, ...]) -> str | None:
    code = normal_code(row.code)
    return code if code is not None and len(code) in lengths else None


@rule(
    "CODE001",
    cites=["政府收支分类科目"],
    title=("科目名称与编码相符", "A code has the name that the list gives it"),
    manual_zh=(
        "科目编码旁所列的名称，应为当年目录中的名称。只核对有已公开的预决算或目录佐证的科目，且只在本库所涵盖的"
        "年度之内。空格、括号和末尾的“支出”二字不影响判断。"
    ),
    remedy=("核对科目编码和名称。", "Compare code and name with the list of the year."),
    cases={
        "": Case(
            Severity.WARNING,
            "{code}是“{known}”，所列名称是“{printed}”。",
            "{code} is “{known}”; the name that is printed is “{printed}”.",
        )
    },
)
def codes_have_their_names(index: Index) -> Iterator[Seen]:
    """
    The name that is printed beside a code is its name in the list of the year.

    Only codes are judged that published budgets or lists confirm, in years of which the book speaks. Blanks, brackets
    and a closing 支出 make no difference.
    """
    for way, rows, book, lengths in _tables(index):
        for at, row in enumerate(rows):
            code = _code(row, lengths)
            if code is None or row.name is None:
                continue
            verdict = judge_code(book(), code, row.name, index.year)
            if verdict.outcome is CodeOutcome.NAME_DIFFERS and verdict.confirmed and verdict.entry is not None:
                facts = {"code": code, "known": verdict.entry.name("zh"), "printed": row.name}
                yield Seen((*way, at, "name"), facts)


@rule(
    "CODE002",
    cites=["政府收支分类科目"],
    title=("科目编码在目录之内", "The codes of a table are in the list"),
    manual_zh="表内的科目编码，应在当年的科目目录之内。本库的目录并不完整，因此这里只说明哪些编码未作判断。",
    remedy=(
        "核对编码；本库目录不全，编码可能无误。",
        "Check the digits; our list is partial, and the codes may be right.",
    ),
    cases={
        "": Case(
            Severity.NOTE,
            "表内{count}个编码不在本库目录内，未作判断：{codes}。",
            "Codes of this table that are not in our list, and not judged: {count}, such as {codes}.",
        )
    },
)
def codes_are_in_the_book(index: Index) -> Iterator[Seen]:
    """
    The codes of a table are in the code book of the year.

    The books are partial, so that this says no more than what was not judged.
    """
    for way, rows, book, lengths in _tables(index):
        codes = dict.fromkeys(code for row in rows if (code := _code(row, lengths)) is not None)
        unknown = [code for code in codes if judge_code(book(), code, None, index.year).outcome is CodeOutcome.UNKNOWN]
        if unknown:
            yield Seen(way, {"count": len(unknown), "codes": tuple(unknown[:_SHOWN])})


@rule(
    "CODE003",
    cites=["政府收支分类科目"],
    title=("科目编码的位数正确", "A code has the digits of its kind"),
    manual_zh="功能分类科目编码为3、5或7位数字，经济分类科目编码为3或5位数字；写成一体或分栏填写均可。",
    remedy=(
        "补全编码：类3位，款5位，项7位。",
        "Complete the code: 3 digits for a class, 5 for a group, 7 for an item.",
    ),
    cases={
        "": Case(
            Severity.WARNING,
            "“{code}”不是科目编码，应为{digits}位数字。",
            "“{code}” is no code; it should have {digits} digits.",
        )
    },
)
def codes_have_their_digits(index: Index) -> Iterator[Seen]:
    """A functional code has 3, 5 or 7 digits, an economic code 3 or 5, in one piece or in the columns of a table."""
    for way, rows, _, lengths in _tables(index):
        for at, row in enumerate(rows):
            if _code(row, lengths) is None:
                yield Seen((*way, at, "code"), {"code": row.code, "digits": "/".join(map(str, lengths))})


@rule(
    "CODE004",
    cites=["支出决算表", "基本支出决算表"],
    title=("一个科目在表内只列一次", "A code stands once in a table"),
    manual_zh="一个科目编码在表内只列一行。重复列示的，加总时会重复计算。",
    remedy=("合并重复的行，或改正编码。", "Merge the rows, or correct a code."),
    cases={
        "": Case(
            Severity.WARNING,
            "编码{code}在表内列了{count}次。",
            "The code {code} stands in {count} rows of this table.",
        )
    },
)
def codes_stand_once(index: Index) -> Iterator[Seen]:
    """
    A code stands in one row of a table.

    A row that is listed twice is counted twice by whoever adds up the table.
    """
    for way, rows, _, lengths in _tables(index):
        counted = Counter(code for row in rows if (code := _code(row, lengths)) is not None)
        for code, count in counted.items():
            if count > 1:
                yield Seen(way, {"code": code, "count": count})


RULES: tuple[Rule, ...] = collected(globals())
