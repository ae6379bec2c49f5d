"""Findings and figures become sentences for a reader of Simplified or Traditional Chinese or of English."""

import re
from collections.abc import Iterator
from string import Formatter

import pytest
from attrs import evolve

from perfreport import (
    BudgetKind,
    BudgetStage,
    Finding,
    FundingSource,
    GoalKind,
    Money,
    Operator,
    PerformanceReport,
    Quantity,
    Rate,
    Severity,
    Unit,
    Verdict,
    check,
    loads,
    messages,
)
from perfreport.messages import localize
from perfreport.rules import STANDARD, Case, Seen, rule
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
          funding: [{source: government-fund-appropriation, amounts: {executed: 1.00万元}}]
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
                "zh_Hant",
                "各项之和30.33萬元 + 10.12萬元 = 40.45萬元，与所列40.44萬元相差0.01萬元，在四舍五入的尾差范围内。",
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
        def mine(report: PerformanceReport) -> Iterator[Seen]:
            """The name is short."""
            yield Seen(("department", "name"), {"name": report.department.name}, "long")

        (finding,) = check(loads(WORST[2], "yaml"), [mine])
        assert messages.render(finding, "zh-CN", [mine]) == "某局太长。"
        assert messages.render(finding, "en", (*STANDARD, mine)) == "某局 is too long."
        assert messages.title(finding, "en", [mine]) == "A short name"
        with pytest.raises(KeyError, match="OURS001"):
            messages.render(finding)


class TestManuals:
    """The manual page of a rule is in the reader's language where the rule has it so."""

    def test_each_language_has_its_page(self) -> None:
        known = BY_CODE["SUM002"]
        assert messages.manual(known, "en") == known.manual
        assert messages.manual(known) == messages.manual(known, "zh_Hant") == known.manual_zh
        assert messages.manual(evolve(known, manual_zh="")) == known.manual

    @pytest.mark.parametrize(
        ("cited", "zh"),
        [
            ("预算法 art. 14", "预算法第14条"),
            ("预算法实施条例 art. 5, 40", "预算法实施条例第5、40条"),
            ("财预〔2020〕10号", "财预〔2020〕10号"),
            ("the part. 5 of it", "the part. 5 of it"),
        ],
    )
    def test_articles_are_cited_as_each_language_does(self, cited: str, zh: str) -> None:
        assert [messages.source(cited, locale) for locale in LOCALES] == [zh, zh, cited]


class TestPlaces:
    """A place is named as the forms name it."""

    @pytest.mark.parametrize(
        ("pointer", "zh", "en"),
        [
            ("/year", "年度", "Fiscal year"),
            ("/presentation/unit", "金额列示 › 金额单位", "Presentation of money › Unit"),
            ("/cover/date", "封面 › 日期", "Cover › Date"),
            ("/department/duties/3", "部门 › 主要职责第4项", "Department › Duties 4"),
            (
                "/budgets/general_public/expenditure/total/executed",
                "预算 › 一般公共预算 › 支出情况 › 支出合计 › 全年执行数",
                "Budgets › General public budget › Expenditure › Total expenditure › Executed",
            ),
            (
                "/budgets/total/opening_balance/amount",
                "预算 › 财政拨款合计 › 年初结转和结余 › 金额",
                "Budgets › Government appropriations, total › Opening balance › Amount",
            ),
            (
                "/budgets/total/projects/items/0/sources/11/amounts",
                "预算 › 财政拨款合计 › 项目支出情况 › 项目明细第1项 › 资金来源第12项 › 资金",
                "Budgets › Government appropriations, total › Projects › Projects 1 › Funding 12 › Amounts",
            ),
            (
                "/narrative/problems/0/points/1/figures/0/quantity/amount",
                "文字说明 › 存在的问题及原因分析第1项 › 分项第2项 › 文中数据第1项 › 数量 › 数值",
                "Narrative › Problems and their causes 1 › Points 2 › Figures 1 › Quantity › Number",
            ),
            # What is not known keeps its key.
            ("/more/a~1b/~01", "more › a/b › ~1", "more › a/b › ~1"),
            ("/department/more/0", "部门 › more第1项", "Department › more 1"),
        ],
    )  # fmt: skip
    def test_table(self, pointer: str, zh: str, en: str) -> None:
        assert messages.place(pointer) == zh
        assert messages.place(pointer, "zh_Hant") == zh
        assert messages.place(pointer, "en") == en

    @pytest.mark.parametrize("pointer", ["", "/", "//", "/0", "/year/0/1", "/\n", "/budgets/²", "/budgets/００"])
    def test_any_pointer_has_a_name(self, pointer: str) -> None:
        assert isinstance(messages.place(pointer), str)


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
            ("一是", "一是", "一是"),
            ((), "", ""),
        ],
    )
    def test_table(self, value: object, zh: str, en: str) -> None:
        assert messages.fact(value) == zh
        assert messages.fact(value, "en") == en


class TestLocales:
    """A locale is found by whatever spelling, and Chinese is never taken for English."""

    @pytest.mark.parametrize(
        ("names", "locale"),
        [
            ("zh zh-CN zh_CN ZH_cn zh-hans zh-Hans-CN zh_CN.UTF-8 zh_CN@pinyin zh.GBK zh_SG zh_Hans_HK", "zh_Hans_CN"),
            ("zh-TW zh_TW zh-HK zh_MO zh-Hant zh_HANT_tw zh-Hant-HK zh_TW.Big5", "zh_Hant"),
            # The script is said, so the territory says nothing.
            ("zh_Hant_CN zh-Hant-SG", "zh_Hant"),
            ("zh_Hans_TW", "zh_Hans_CN"),
            ("en EN en-US en_GB.UTF-8 en-Latn-US en_US@euro", "en"),
        ],
    )
    def test_spellings(self, names: str, locale: str) -> None:
        assert {name: str(localize.locale_of(name)) for name in names.split()} == dict.fromkeys(names.split(), locale)

    @pytest.mark.parametrize("locale", LOCALES)
    def test_a_locale_is_spelled_as_it_is_listed(self, locale: str) -> None:
        assert str(localize.locale_of(locale)) == locale

    @pytest.mark.parametrize(
        "name",
        [
            "", " ", "C", "POSIX", "root", "ja", "ko_KR", "yue", "chinese", "简体中文", "zh__CN", "zh_", "_", "x-zh",
            "zh\0", "../zh", "en/../zh", "z" * 10_000,
        ],
    )  # fmt: skip
    def test_what_is_no_locale_of_ours(self, name: str) -> None:
        with pytest.raises(ValueError, match="expected one of zh_Hans_CN, zh_Hant, en, not '") as caught:
            localize.locale_of(name)
        assert len(str(caught.value)) < 200
        with pytest.raises(ValueError, match="expected one of zh_Hans_CN"):
            localize.money(Money.wan(1), name)

    @pytest.mark.parametrize(
        ("name", "language"), [("zh-CN", "zh"), ("zh-TW", "zh"), ("zh_Hant", "zh"), ("en", "en"), ("en-US", "en")]
    )
    def test_messages_are_written_in_two_languages(self, name: str, language: str) -> None:
        assert localize.language_of(name) == language

    def test_zh_cn_gets_chinese(self) -> None:
        # Negotiation by the usual rules finds no zh-CN among zh_Hans_CN, zh_Hant and en, and falls back to English.
        (finding,) = [finding for finding in FOUND if finding.pointer == "/cover/year"]
        assert messages.render(finding, "zh-CN") == messages.render(finding, "zh_Hans_CN")
        assert localize.money(Money.wan("38.26"), "zh-CN") == "38.26万元"
