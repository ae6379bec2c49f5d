"""A language is one catalogue: what it has is said in it, and what it lacks in English."""

from pathlib import Path
from string import Formatter

import pytest

import perfreport
from perfreport import Money, Quantity, Severity, check, messages
from perfreport.cli import _findings, _manual
from perfreport.errors import InvalidValue
from perfreport.findings import Finding
from perfreport.frozenmap import FrozenMap
from perfreport.messages import Language, localize, sarif
from perfreport.messages.catalogues import EN, LANGUAGES, ZH, language_of, say
from perfreport.model import walk
from perfreport.places import way_of
from perfreport.reconciliation import reconcile
from perfreport.rules import STANDARD
from tests.cases.console import TWICE_WRONG, terminal

#: A language that nobody has made yet: some words and a few texts, and whatever else is English.
PIG = Language(
    locale="en",
    tag="en-x-pig",
    words=FrozenMap({
        "counted-error.one": "{number} errorway",
        "counted-error.other": "{number} errorsway",
        "item-of": "{label} umbernay {number}",
        "quoted": "<{text}>",
        "remedy-of-error": "Ixfay: {remedy}",
        "together": "Esethay annotcay allway ebay ightray: {figures}. {meant}",
        "whole-document": "ethay olewhay ocumentday",
    }),
    texts=FrozenMap({
        "Achievements": "Achievementsway",
        "Duties": "Utiesday",
        "Department": "Epartmentday",
        "Executed": "Executedway",
        "General public budget": "Eneralgay ublicpay udgetbay",
        "at least": "atway eastlay",
        "error": "errorway",
        "Total expenditure": "Otaltay expenditureway",
        "Total expenditure is the sum of its categories": "Otaltay isway ethay umsay",
        "The parts {parts} = {sum} differ from the stated {total} by {gap}, more than rounding explains.": (
            "{parts} = {sum} isway otnay {total}."
        ),
    }),
    cite=lambda cited: f"eesay {cited}",
)  # fmt: skip
SOURCE = Path(perfreport.__file__).parent
BY_CODE = {known.code: known for known in STANDARD}
ERROR = next(found for found in check(TWICE_WRONG) if found.severity is Severity.ERROR and found.code == "SUM001")


def _asked(language: Language) -> dict[str, set[frozenset[str]]]:
    """Return the facts that the words of a language ask for, whatever the number, by their keys."""
    found: dict[str, set[frozenset[str]]] = {}
    for key, words in language.words.items():
        asked = frozenset(name for _, name, _, _ in Formatter().parse(words) if name is not None)
        found.setdefault(key.partition(".")[0], set()).add(asked)
    return found


class TestCatalogues:
    """The languages that come with the library say the same things."""

    @pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.locale)
    def test_a_catalogue_has_all_the_words_and_no_others_and_they_ask_for_the_same_facts(
        self, language: Language
    ) -> None:
        here, there = _asked(language), _asked(EN)
        assert here.keys() == there.keys()
        # How a day and a chapter are numbered is the language's own.
        assert {key for key in here if here[key] != there[key]} <= {"chapter", "date"}
        assert list(language.words) == sorted(language.words)

    @pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.locale)
    def test_every_plural_form_that_its_numbers_take_is_there(self, language: Language) -> None:
        forms = localize.locale_of(language).plural_form.tags | {"other"}
        plural = {key.partition(".")[0] for key in language.words if "." in key}
        assert {f"{key}.{form}" for key in plural for form in forms} == {key for key in language.words if "." in key}

    @pytest.mark.parametrize("key", sorted({key.partition(".")[0] for key in EN.words}))
    def test_no_word_is_left_that_nobody_says(self, key: str) -> None:
        rooms = [*SOURCE.glob("cli/*.py"), *SOURCE.glob("messages/*.py"), *SOURCE.glob("documents/*.py")]
        said = [path.read_text("utf-8") for path in rooms]
        name = 'f"counted-{severity}"' if key in {f"counted-{severity}" for severity in Severity} else f'"{key}"'
        assert any(name in text for text in said)

    def test_one_and_many_are_counted(self) -> None:
        assert [say("counted-note", "en", number=number) for number in (0, 1, 2)] == ["0 notes", "1 note", "2 notes"]
        assert say("counted-note", "zh", number=1) == "1 个提示"

    def test_words_that_no_language_has_are_refused(self) -> None:
        with pytest.raises(KeyError, match="no-such-words"):
            say("no-such-words", ZH)


class TestAnotherLanguage:
    """A language of one's own is a value that is handed over; nothing has to know it."""

    def test_it_says_the_text_that_it_has_and_else_the_english_one(self) -> None:
        assert PIG.pick("错误", "error") == "errorway"
        assert PIG.pick("提示", "note") == "note"
        assert ZH.pick("提示", "note") == "提示"
        # A manual page may be missing in Chinese.
        assert ZH.pick("", "note") == "note"

    def test_a_finding_is_rendered_in_it(self) -> None:
        assert messages.title(ERROR, PIG) == "Otaltay isway ethay umsay"
        assert messages.render(ERROR, PIG) == "CN¥500,000 + CN¥70,000 = CN¥570,000 isway otnay CN¥1,000,000."
        assert messages.source("预算法 art. 13", PIG) == "eesay 预算法 art. 13"
        assert messages.remedy(BY_CODE["SUM001"], PIG) == BY_CODE["SUM001"].remedy_en

    def test_a_contradiction_is_rendered_in_it(self) -> None:
        conflict = reconcile(TWICE_WRONG).conflicts[0]
        said = messages.contradiction(conflict, PIG, TWICE_WRONG)
        assert said.startswith("Esethay annotcay allway ebay ightray: Eneralgay ublicpay udgetbay › ")
        assert "Otaltay expenditureway › Executedway CN¥1,000,000" in said

    def test_a_place_is_named_in_it(self) -> None:
        assert messages.place("/department/duties/3", PIG) == "Epartmentday › Utiesday umbernay 4"
        assert messages.place("", PIG) == "ethay olewhay ocumentday"
        assert messages.place("/narrative/achievements/0", PIG, TWICE_WRONG) == "Achievementsway › <甲>"

    def test_figures_are_written_as_its_readers_write_them(self) -> None:
        assert messages.fact(Quantity.parse("不低于1234.5人"), PIG) == "atway eastlay 1,234.5人"
        assert localize.money(Money.wan("1.5"), PIG) == "CN¥15,000"

    def test_the_check_is_printed_in_it(self) -> None:
        place = walk.place(TWICE_WRONG, way_of(ERROR.pointer))
        shown = Finding(ERROR.code, ERROR.severity, ERROR.pointer, ERROR.facts, place.steps)
        conflicts = reconcile(TWICE_WRONG).conflicts[:1]
        lines = terminal(lambda: _findings.as_text([shown], PIG, conflicts=conflicts), 120).splitlines()
        assert lines[:3] == [
            "errorway SUM001 Otaltay isway ethay umsay",
            "    Eneralgay ublicpay udgetbay › Otaltay expenditureway › Executedway",
            "    CN¥500,000 + CN¥70,000 = CN¥570,000 isway otnay CN¥1,000,000.",
        ]
        assert lines[3].startswith("    Ixfay: Compare each figure")
        # It has no word for this.
        assert any(line.startswith("Contradiction SUM001 These figures") for line in lines)
        assert lines[-1] == "1 errorway, 0 warnings, 0 notes, 1 contradiction"

    def test_so_are_data_manual_pages_and_logs(self) -> None:
        assert _findings.as_data(ERROR, PIG)["place"] == (
            "Eneralgay ublicpay udgetbay › Otaltay expenditureway › Executedway"
        )
        assert _manual.as_data(BY_CODE["SUM001"], PIG)["title"] == "Otaltay isway ethay umsay"
        (run,) = sarif.log([sarif.Checked(file="a", findings=(ERROR,))], STANDARD, PIG)["runs"]
        assert run["language"] == "en-x-pig"
        assert run["results"][0]["message"]["text"] == messages.render(ERROR, PIG)


class TestLocales:
    """A language is found by whatever spelling of its locale, and Chinese is never taken for English."""

    @pytest.mark.parametrize(
        ("names", "locale"),
        [
            ("zh zh-CN zh_CN ZH_cn zh-hans zh-Hans-CN zh_CN.UTF-8 zh_CN@pinyin zh.GBK zh_SG zh_Hans_HK", "zh_Hans_CN"),
            # The script is said, so the territory says nothing.
            ("zh_Hans_TW", "zh_Hans_CN"),
            ("en EN en-US en_GB.UTF-8 en-Latn-US en_US@euro", "en"),
        ],
    )
    def test_spellings(self, names: str, locale: str) -> None:
        assert {name: str(localize.locale_of(name)) for name in names.split()} == dict.fromkeys(names.split(), locale)
        assert {language_of(name).locale for name in names.split()} == {locale}

    @pytest.mark.parametrize("locale", localize.LOCALES)
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
        with pytest.raises(InvalidValue, match="expected one of zh_Hans_CN, en, not '") as caught:
            localize.locale_of(name)
        assert len(str(caught.value)) < 200
        with pytest.raises(InvalidValue, match="expected one of zh_Hans_CN"):
            localize.money(Money.wan(1), name)

    @pytest.mark.parametrize(
        "name",
        "zh-TW zh_TW zh-HK zh_MO zh-Hant zh_HANT_tw zh-Hant-HK zh_TW.Big5 zh_Hant_CN zh-Hant-SG".split(),  # noqa: SIM905 - names as they are typed
    )
    def test_traditional_characters_are_refused_and_told_what_there_is(self, name: str) -> None:
        # Simplified words with 萬 among them would be neither.
        with pytest.raises(InvalidValue, match=r"expected one of zh_Hans_CN, en, not .* \(traditional characters"):
            localize.locale_of(name)

    def test_zh_cn_gets_chinese(self) -> None:
        # Negotiation by the usual rules finds no zh-CN among zh_Hans_CN and en, and falls back to English.
        assert messages.render(ERROR, "zh-CN") == messages.render(ERROR, "zh_Hans_CN") == messages.render(ERROR, ZH)
        assert localize.money(Money.wan("38.26"), "zh-CN") == "38.26万元"
