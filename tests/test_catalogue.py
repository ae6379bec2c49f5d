"""The catalogue of rules: permanent codes, and words in both languages."""

import re

import pytest

from perfreport import Severity
from perfreport.rules import STANDARD, Rule
from tests.cases.tables import together

BY_CODE = {known.code: known for known in STANDARD}
#: Every code that was ever published, in the order of publication.
PUBLISHED = (
    "SUM001", "SUM002", "SUM003", "SUM004", "SUM005", "SUM006",
    "SUM007", "SUM008", "SUM009", "SUM010", "SUM011", "SUM012", "SUM013", "SUM014", "SUM015", "SUM016",
    "SUM017", "SUM018", "SUM019", "SUM020", "SUM021", "SUM022", "SUM023",
    "RATE001", "RATE002", "RATE003", "RATE004", "RATE005", "RATE006", "RATE007",
    "SCORE001", "SCORE002", "SCORE003", "SCORE004", "SCORE005",
    "SCORE006", "SCORE007", "SCORE008", "SCORE009", "SCORE010",
    "FORM001", "FORM002", "FORM003", "FORM004", "FORM005", "FORM006", "FORM007", "FORM008", "FORM009",
    "CODE001", "CODE002", "CODE003", "CODE004",
    "TEXT001", "TEXT002", "TEXT003", "TEXT004",
    "PAGE001", "PAGE002", "PAGE003",
    "YEAR001", "YEAR002", "YEAR003",
)  # fmt: skip
#: Codes that no rule has any more; none of them is ever given to another rule.
RETIRED: tuple[str, ...] = ()


class TestCatalogue:
    """A rule is a value: its code is permanent, and it says what it is in both languages."""

    def test_a_code_is_used_once_and_never_again(self) -> None:
        assert len({*PUBLISHED, *RETIRED}) == len(PUBLISHED) + len(RETIRED) - len({*PUBLISHED} & {*RETIRED})
        assert set(RETIRED) <= set(PUBLISHED)
        assert sorted(known.code for known in STANDARD) == sorted(set(PUBLISHED) - set(RETIRED))

    @together("known", STANDARD)
    def test_a_rule_is_complete(self, known: Rule) -> None:
        texts = [known.title_zh, known.title_en, known.remedy_zh, known.remedy_en, known.manual, known.manual_zh]
        texts += known.cites
        texts += [text for case in known.cases.values() for text in (case.zh, case.en)]
        assert known.cites
        assert known.cases
        assert all(text and text == text.strip() for text in texts)

    @together("known", STANDARD)
    def test_sentences_end_and_titles_do_not(self, known: Rule) -> None:
        assert not known.title_zh.endswith("。")
        assert not known.title_en.endswith(".")
        assert known.remedy_zh.endswith("。")
        assert known.remedy_en.endswith(".")
        assert known.manual.split("\n\n")[0].endswith(".")
        assert known.manual_zh.endswith("。")
        for case in known.cases.values():
            assert case.zh.endswith("。")
            assert case.en.endswith((".", "”."))

    @together("known", STANDARD)
    def test_each_language_is_written_in_its_script(self, known: Rule) -> None:
        assert not any(
            "\u4e00" <= mark <= "\u9fff" for mark in (known.title_en + known.remedy_en).replace("「无」", "")
        )
        assert any("\u4e00" <= mark <= "\u9fff" for mark in known.title_zh)
        assert any("\u4e00" <= mark <= "\u9fff" for mark in known.remedy_zh)
        assert set(re.findall("[A-Za-z]+[0-9]*", known.manual_zh)) <= {*BY_CODE, "xx"}

    @pytest.mark.parametrize(
        ("code", "severity"),
        [
            ("SUM001", Severity.ERROR),
            ("RATE002", Severity.WARNING),
            ("FORM002", Severity.ERROR),
            ("TEXT001", Severity.WARNING),
        ],
    )
    def test_a_rule_is_as_grave_as_its_gravest_case(self, code: str, severity: Severity) -> None:
        assert BY_CODE[code].severity is severity

    def test_severities_are_ordered(self) -> None:
        assert [severity.rank for severity in (Severity.NOTE, Severity.WARNING, Severity.ERROR)] == [0, 1, 2]

    @together("known", STANDARD)
    def test_the_text_of_a_rule_shows_no_function(self, known: Rule) -> None:
        assert "0x" not in repr(known)
