"""Findings and figures become sentences in the language of their reader."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from string import Formatter

import pytest
from attrs import evolve

from perfreport import (
    NIL,
    Budget,
    BudgetKind,
    Budgets,
    BudgetStage,
    Department,
    Finding,
    FundingSource,
    Money,
    PerformanceReport,
    Quantity,
    Rate,
    Severity,
    Unit,
    check,
    loads,
    messages,
)
from perfreport.classification import GoalKind
from perfreport.messages import localize, sarif
from perfreport.model import FunctionalLine
from perfreport.quantity import Operator
from perfreport.reconciliation import Conflict, SlipKind, Suggestion, Suspect, Verdict
from perfreport.rules import STANDARD, Case, Index, Seen, rule
from perfreport.testing._breaking import BREAKERS

LOCALES = localize.LOCALES
EACH_LOCALE = pytest.mark.parametrize("locale", LOCALES)

#: Three reports that give every rule something to say, in every way that it has.
WORST = [
    """
schema: 2
year: 2022
department: {name: 某局}
presentation: {unit: 万元}
cover: {title: 2021年度部门整体支出绩效自评报告, year: 2020}
goals: {announced: [project]}
budgets:
  general_public:
    opening_balance: 1.00万元
    revenue: {executed: 40.44万元}
    expenditure:
      total: {unspecified: 38.26万元, executed: 40.44万元, execution_rate: 95.7%}
      basic: {unspecified: 30.00万元, executed: 30.33万元}
      personnel: {executed: 24.62万元}
      public: {executed: 5.72万元}
      project: {executed: 10.12万元}
    projects:
      total: {executed: 10.11万元}
      items:
        - name: 甲
          amounts: {adjusted: 5.00万元, executed: 10.12万元}
          sources: [{source: government-fund-appropriation, amounts: {executed: 1.00万元}}]
    closing_balance: 1.01万元
  government_fund: 无
  state_capital: {year: 2022}
narrative: {problems: [{title: 一是}]}
""",
    """
schema: 2
year: 2022
department: {name: 某局}
presentation: {unit: 万元}
budgets:
  general_public:
    opening_balance: 1.00万元
    revenue: {executed: 2.00万元}
    expenditure:
      total: {executed: 9.00万元}
      basic: {executed: 1.00万元}
      personnel: {executed: 3.00万元}
      public: {executed: 4.00万元}
      project: {executed: 6.67万元}
    projects: {items: [{name: 甲, amounts: {executed: 5.70万元}}, {name: 乙, amounts: {executed: 0.98万元}}]}
    closing_balance: 5.00万元
    says_none: true
  government_fund:
    opening_balance: -2.00万元
    revenue: {executed: 1.00万元}
    expenditure: {project: {executed: 10.12万元}}
    projects: {total: {executed: 101249.99元}}
  state_capital: 无
  social_insurance: 无
  total:
    opening_balance: 7.00万元
    revenue: {executed: 3.01万元}
    says_none: true
""",
    """
schema: 2
year: 2022
department: {name: 某局}
presentation: {unit: 元}
budgets:
  general_public:
    projects: {total: {executed: 1.00元}, items: [{name: 甲, amounts: {executed: 2.00元}}]}
    expenditure: {total: {original: 0.00元, executed: 0.00元, execution_rate: 100%}}
  government_fund: 无
  state_capital: 无
  social_insurance: 无
""",
]
FOUND = [finding for text in WORST for finding in check(loads(text, "yaml"))]
EACH_FINDING = pytest.mark.parametrize(
    "finding", FOUND, ids=[f"{finding.code} {finding.facts.get('case', '')} {finding.pointer}" for finding in FOUND]
)
BY_CODE = {known.code: known for known in STANDARD}


def _is_chinese(mark: str) -> bool:
    return "\u4e00" <= mark <= "\u9fff"


class TestSentences:
    """Every case of every rule has a sentence in every language, and the facts for it."""

    def test_every_case_of_every_rule_is_among_the_findings(self) -> None:
        seen = {(finding.code, finding.facts.get("case", "")) for finding in FOUND}
        # What is not among the reports above is broken by the strategies, one by one, and rendered there.
        by_strategy = {*BREAKERS, ("YEAR001", ""), ("YEAR003", ""), ("FORM009", "")}
        assert seen | by_strategy == {(known.code, case) for known in STANDARD for case in known.cases}

    @EACH_FINDING
    def test_a_template_asks_only_for_facts_that_are_given(self, finding: Finding) -> None:
        case = BY_CODE[finding.code].cases[str(finding.facts.get("case", ""))]
        for template in (case.zh, case.en):
            asked = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
            assert asked <= set(finding.facts) - {"case"}

    @pytest.mark.parametrize("known", STANDARD, ids=lambda known: known.code)
    def test_both_languages_tell_the_same_facts(self, known: object) -> None:
        for case in BY_CODE[getattr(known, "code")].cases.values():  # noqa: B009 - parameters have no type
            zh, en = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in (case.zh, case.en))
            assert zh == en

    @EACH_LOCALE
    @EACH_FINDING
    def test_a_sentence_is_whole(self, finding: Finding, locale: str) -> None:
        sentence = messages.render(finding, locale)
        assert sentence.endswith("." if locale == "en" else "。")
        assert sentence == " ".join(sentence.split())
        assert not re.search(r"[{}<>']|None|Money|Rate|Quantity|Decimal|FrozenMap|\bNil\b", sentence)

    @EACH_FINDING
    def test_an_english_sentence_is_english(self, finding: Finding) -> None:
        sentence = messages.render(finding, "en").replace("「无」", "").replace("“一是”", "")
        assert not any(map(_is_chinese, sentence))

    @EACH_LOCALE
    @EACH_FINDING
    def test_the_title_and_the_place_are_named(self, finding: Finding, locale: str) -> None:
        known = BY_CODE[finding.code]
        assert messages.title(finding, locale) == (known.title_en if locale == "en" else known.title_zh)
        place = messages.place(finding.pointer, locale)
        # No key of a document is left, such as general_public.
        assert place
        assert "_" not in place
        assert any(map(_is_chinese, place)) is (locale != "en")

    @pytest.mark.parametrize(
        ("pointer", "locale", "sentence"),
        [
            (
                "/budgets/general_public/expenditure/total/executed",
                "zh_Hans_CN",
                "各项之和30.33万元 + 10.12万元 = 40.45万元，与所列40.44万元相差0.01万元，在四舍五入的尾差范围内。",
            ),
            (
                "/budgets/general_public/expenditure/total/executed",
                "en",
                (
                    "The parts CN¥303,300 + CN¥101,200 = CN¥404,500 differ from the stated CN¥404,400 by CN¥100, "
                    "which rounding explains."
                ),
            ),
            (
                "/budgets/general_public/closing_balance",
                "zh_Hans_CN",
                (
                    "各项之和1.00万元 + 40.44万元 + (-40.44万元) = 1.00万元，与所列1.01万元相差-0.01万元，"
                    "在四舍五入的尾差范围内。"
                ),
            ),
            (
                "/budgets/general_public/expenditure/total/execution_rate",
                "zh_Hans_CN",
                "所列执行率95.7%，而40.44万元 ÷ 38.26万元（预算数（未注明口径））= 105.70%。",
            ),
            (
                "/budgets/general_public/projects/items/0/amounts",
                "en",
                "CN¥101,200 was spent, 202.40% of the Adjusted budget of CN¥50,000: CN¥51,200 more.",
            ),
            (
                "/budgets/general_public/projects/items/0/sources/0",
                "zh_Hans_CN",
                "政府性基金预算一章写「无」，而本项目有政府性基金预算财政拨款 1.00万元。",
            ),
            ("/cover/year", "zh_Hans_CN", "此处为2020年，而报告年度是2022年。"),
            ("/narrative/problems/0", "en", "“一是” is a heading with nothing under it."),
        ],
    )
    def test_sentences(self, pointer: str, locale: str, sentence: str) -> None:
        (finding,) = [finding for finding in check(loads(WORST[0], "yaml")) if finding.pointer == pointer]
        assert messages.render(finding, locale) == sentence

    def test_a_rate_over_nothing_is_a_dash(self) -> None:
        (finding,) = [finding for finding in check(loads(WORST[2], "yaml")) if finding.code == "RATE001"]
        assert messages.render(finding) == "所列执行率100%，而0.00元 ÷ 0.00元（年初预算数）= —。"

    def test_a_rule_of_ones_own_is_rendered_by_its_own_sentence(self) -> None:
        @rule(
            "OURS001",
            cites=["ours"],
            title=("短名", "A short name"),
            remedy=("改名。", "Rename it."),
            cases={"long": Case(Severity.ERROR, "{name}太长。", "{name} is too long.")},
        )
        def mine(index: Index) -> Iterator[Seen]:
            """The name is short."""
            assert index.report is not None
            yield Seen(("department", "name"), {"name": index.report.department.name}, "long")

        (finding,) = check(loads(WORST[2], "yaml"), [mine])
        assert messages.render(finding, "zh-CN", [mine]) == "某局太长。"
        assert messages.render(finding, "en", (*STANDARD, mine)) == "某局 is too long."
        assert messages.title(finding, "en", [mine]) == "A short name"
        with pytest.raises(KeyError, match="OURS001"):
            messages.render(finding)


class TestManuals:
    """The manual page of a rule is in the reader's language where the rule has it so."""

    def test_the_sources_of_a_rule_are_one_line_without_our_own_numbers(self) -> None:
        known = evolve(BY_CODE["SUM001"], cites=("预算法 art. 14", "支出决算表", "E1"))
        assert messages.sources(known) == "《预算法》第十四条；参照“支出决算表”"
        assert messages.sources(known, "en") == "Budget Law (预算法), art. 14; 支出决算表"
        assert messages.sources(evolve(known, cites=("E1",))) == ""

    def test_each_language_has_its_page(self) -> None:
        known = BY_CODE["SUM002"]
        assert messages.manual(known, "en") == known.manual
        assert messages.manual(known) == known.manual_zh
        assert messages.manual(evolve(known, manual_zh="")) == known.manual

    @pytest.mark.parametrize(
        ("cited", "zh", "en"),
        [
            ("预算法 art. 14", "《预算法》第十四条", "Budget Law (预算法), art. 14"),
            (
                "预算法实施条例 art. 5, 40",
                "《预算法实施条例》第五条、第四十条",
                "Regulations on the Implementation of the Budget Law (预算法实施条例), arts. 5, 40",
            ),
            ("会计法 art. 110", "《会计法》第一百一十条", "会计法, art. 110"),
            ("会计法 art. 101", "《会计法》第一百零一条", "会计法, art. 101"),
            ("财预〔2020〕10号", "财预〔2020〕10号", "财预〔2020〕10号"),
            ("自评报告提纲 一（二）", "参照《自评报告》提纲第一部分（二）", "自评报告提纲 一（二）"),
            ("自评报告提纲 二至五", "参照《自评报告》提纲第二至五部分", "自评报告提纲 二至五"),
            ("自评报告提纲, 封面", "参照《自评报告》提纲封面", "自评报告提纲, 封面"),
            ("支出决算表", "参照“支出决算表”", "支出决算表"),
            ("自评表, 项目资金", "参照“自评表”（项目资金）", "自评表, 项目资金"),
            ("表头 单位：万元", "参照本表表头", "表头 单位：万元"),
            ("the part. 5 of it", "the part. 5 of it", "the part. 5 of it"),
            ("甲法 art. 99999999999999999999", "甲法 art. 99999999999999999999", "甲法, art. 99999999999999999999"),
        ],
    )
    def test_sources_are_cited_as_each_language_does(self, cited: str, zh: str, en: str) -> None:
        assert [messages.source(cited, locale) for locale in LOCALES] == [zh, en]


class TestFacts:
    """Every fact that a rule gives has a text."""

    @pytest.mark.parametrize(
        ("value", "zh", "en"),
        [
            (Money.wan("38.26"), "38.26万元", "CN¥382,600"),
            (Quantity.parse("超100%"), "超100%", "more than 100%"),
            (Rate.of(Money.wan("40.44"), Money.wan("38.26")), "105.70%", "105.70%"),
            (BudgetKind.STATE_CAPITAL, "国有资本经营预算", "State capital operations budget"),
            (BudgetStage.UNSPECIFIED, "预算数（未注明口径）", "Budget, stage not stated"),
            (FundingSource.CARRY_OVER, "上年结转资金", "Carry-over from the previous year"),
            (GoalKind.SPECIAL_FUND, "部门专项资金绩效目标", "Goals of special funds"),
            (Operator.AT_LEAST, "不低于", "at least"),
            (Unit.WAN, "万元", "ten thousand yuan"),
            (Severity.WARNING, "警告", "warning"),
            (Verdict.ROUNDING, "尾差", "rounding"),
            ((Money.wan("1"),), "1万元", "CN¥10,000"),
            ((Money.wan("1"), Money.yuan("-2")), "1万元 + (-2元)", "CN¥10,000 + (-CN¥2)"),
            ((BudgetStage.ORIGINAL, BudgetStage.EXECUTED), "年初预算数和全年执行数", "Original budget and Executed"),
            (("甲", "乙", "丙"), "甲、乙和丙", "甲, 乙, and 丙"),
            (2021, "2021", "2021"),
            (date(2023, 1, 31), "2023年1月31日", "January 31, 2023"),
            (Decimal("1E+2"), "100", "100"),
            (NIL, "无", "“无” (none)"),
            ("一是", "一是", "一是"),
            ((), "", ""),
        ],
    )
    def test_table(self, value: object, zh: str, en: str) -> None:
        assert messages.fact(value) == zh
        assert messages.fact(value, "en") == en


class TestContradictions:
    """What contradicts what is told with the figures where a person finds them."""

    ROWS = PerformanceReport(
        year=2022,
        department=Department(name="某局"),
        budgets=Budgets(
            general_public=Budget(
                functions=(FunctionalLine(code="201"), FunctionalLine(code="21201", name="城乡社区管理事务"))
            )
        ),
    )
    FIRST, SECOND = (f"/budgets/general_public/functions/{at}/expenditure/total/executed" for at in (0, 1))
    SWAPPED = Suggestion(
        pointer=SECOND,
        printed=Money.wan("33.03"),
        value=Money.wan("30.33"),
        kinds=(SlipKind.SWAPPED, SlipKind.WRONG_ROW),
        settles=True,
    )
    CONFLICT = Conflict(
        codes=("SUM007",),
        wholes=(FIRST,),
        figures=(
            Suspect(pointer=FIRST, money=Money.wan("30.33")),
            Suspect(pointer=SECOND, money=Money.wan("33.03")),
        ),
        suggestions=(SWAPPED,),
        judged_jointly=True,
    )

    def test_figures_are_named_by_what_stands_in_the_document(self) -> None:
        assert messages.contradiction(self.CONFLICT, "zh", self.ROWS) == (
            "以下数字不能同时成立：一般公共预算 › 201 › 支出合计 › 全年执行数 30.33万元；"
            "一般公共预算 › 21201 城乡社区管理事务 › 支出合计 › 全年执行数 33.03万元。"
            "一般公共预算 › 21201 城乡社区管理事务 › 支出合计 › 全年执行数33.03万元疑为30.33万元（相邻数字颠倒），"
            "改后各式均相符。"
        )
        assert "按功能分类第2项" in messages.contradiction(self.CONFLICT)

    def test_what_was_meant_is_told_in_both_languages(self) -> None:
        place = "General public budget › 21201 城乡社区管理事务 › Total expenditure › Executed"
        assert messages.meant(self.SWAPPED, "en", self.ROWS) == (
            f"{place}: CN¥330,300 was probably meant to be CN¥303,300 (neighbouring digits exchanged); "
            "everything then agrees"
        )
        computed = evolve(self.SWAPPED, kinds=(), settles=False)
        assert messages.meant(computed, "en", self.ROWS) == (
            f"By these figures alone, {place} should be CN¥303,300 (printed CN¥330,300)"
        )
        assert messages.meant(computed, "zh", self.ROWS) == (
            "仅就所列各数推算，一般公共预算 › 21201 城乡社区管理事务 › 支出合计 › 全年执行数应为30.33万元"
            "（所列33.03万元）"
        )

    def test_nothing_is_said_where_nothing_is_likely(self) -> None:
        silent = evolve(self.CONFLICT, suggestions=())
        assert messages.contradiction(silent, "en", self.ROWS).endswith("Executed CN¥330,300.")

    def test_a_log_names_them_too(self) -> None:
        checked = sarif.Checked(file="a.yaml", conflicts=(self.CONFLICT,), document=self.ROWS)
        (result,) = sarif.log([checked], locale="en")["runs"][0]["results"]
        assert result["message"]["text"] == messages.contradiction(self.CONFLICT, "en", self.ROWS)
        (other,) = result["relatedLocations"]
        name = "General public budget › 21201 城乡社区管理事务 › Total expenditure › Executed"
        assert other["logicalLocations"][0]["decoratedName"] == other["message"]["text"] == name
