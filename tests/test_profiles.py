"""What differs from place to place, which rules are applied, and rules from other packages."""

from collections.abc import Callable
from importlib.metadata import EntryPoint
from typing import Any

import pytest
from attrs import evolve

from perfreport import Department, Narrative, PerformanceReport, Severity, check
from perfreport.classification import Grade, IndicatorKind
from perfreport.errors import InvalidPlugin, UnknownRule
from perfreport.model import Attachments, Indicator, IndicatorLevel, IndicatorTree, ProjectSelfEvaluation, Result
from perfreport.rules import STANDARD, Case, Rule, Seen, plugins, rule
from perfreport.rules.profiles import PROFILES
from perfreport.rules.selection import selected


def made(code: str) -> Rule:
    """Return a rule that finds nothing."""

    def look(report: PerformanceReport) -> Any:
        """Nothing is wrong."""
        del report
        return iter([Seen(())][:0])

    return rule(code, cites=[], title=("甲", "a"), remedy=("乙", "b"), cases={"": Case(Severity.NOTE, "丙", "c")})(look)


OURS = made("OURS001")


def codes(report: PerformanceReport, profile: str) -> list[tuple[str, str]]:
    """Return what the standard rules find in *report*, judged by a profile."""
    rules = selected(STANDARD, ignore=["FORM001"])
    return [(finding.code, finding.pointer) for finding in check(report, rules, setting=PROFILES[profile].setting)]


class TestProfiles:
    def test_each_has_names_and_sources(self) -> None:
        assert list(PROFILES) == ["national", "hunan", "yunnan", "sichuan", "shanghai"]
        for key, profile in PROFILES.items():
            assert profile.key == key
            assert profile.sources
            assert bool(profile.setting.required) == (profile.setting.outline is not None)

    def test_the_same_total_has_another_grade_in_another_place(self) -> None:
        report = PerformanceReport(
            year=2022,
            department=Department(name="某局"),
            result=Result(score="76", grade=Grade.GOOD),
        )
        assert codes(report, "national") == [("SCORE005", "/result/grade")]
        assert codes(report, "shanghai") == []
        assert codes(evolve(report, result=Result(score="76", grade=Grade.PASS)), "shanghai") == [
            ("SCORE005", "/result/grade")
        ]

    def test_an_outline_asks_for_its_sections(self) -> None:
        report = PerformanceReport(
            year=2022,
            department=Department(name="某局"),
            narrative=Narrative(achievements=()),
            result=Result(score="95", grade=Grade.EXCELLENT),
        )
        missing = [pointer for code, pointer in codes(report, "hunan") if code == "FORM009"]
        assert missing == [
            "/budgets", "/narrative/achievements",
            "/narrative/problems", "/narrative/measures", "/narrative/disclosure",
        ]  # fmt: skip
        assert [pointer for code, pointer in codes(report, "yunnan") if code == "FORM009"] == [
            "/narrative/achievements",
            "/attachments/department_self_evaluation",
            "/attachments/project_self_evaluations",
        ]  # fmt: skip
        assert codes(report, "national") == []

    def test_unusual_weights_are_noted_where_some_are_usual(self) -> None:
        weights = {IndicatorKind.OUTPUT: "60", IndicatorKind.OUTCOME: "30"}
        groups = tuple(
            IndicatorLevel(kind=kind, weight=weight, indicators=(Indicator(name="甲", weight=weight),))
            for kind, weight in weights.items()
        )
        form = ProjectSelfEvaluation(year=2022, name="甲", indicators=IndicatorTree(levels=groups))
        report = PerformanceReport(
            year=2022, department=Department(name="某局"), attachments=Attachments(project_self_evaluations=(form,))
        )
        (finding,) = [finding for finding in check(report) if finding.code == "SCORE006"]
        assert finding.facts["usual"] == ("0/50/30/10", "20/40/20/10", "0/50/40/0", "20/40/30/0")
        assert "SCORE006" not in {code for code, _ in codes(report, "sichuan")}


class TestSelection:
    def test_nothing_selected_is_everything(self) -> None:
        assert selected(STANDARD) == STANDARD

    def test_codes_and_families_in_any_case_keep_the_order(self) -> None:
        found = selected((*STANDARD, OURS), select=["text001", "Ours", "RATE"], ignore=["RATE002"])
        assert [known.code for known in found] == [
            "RATE001", "RATE003", "RATE004", "RATE005", "RATE006", "RATE007", "TEXT001", "OURS001",
        ]  # fmt: skip

    def test_ignoring_wins(self) -> None:
        assert selected(STANDARD, select=["SUM001"], ignore=["SUM"]) == ()

    def test_everything_unknown_is_named_at_once_with_what_is_near(self) -> None:
        with pytest.raises(UnknownRule) as caught:
            selected(STANDARD, select=["SUM01", "nothing"], ignore=["RAT"])
        assert [name for name, _ in caught.value.unknown] == ["SUM01", "nothing", "RAT"]
        assert "'SUM01': did you mean SUM0" in str(caught.value)
        assert "'nothing': expected a code such as SUM001 or a family such as SUM" in str(caught.value)
        assert "did you mean RATE" in str(caught.value)


class TestPlugins:
    @pytest.fixture
    def install(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, object]], None]:
        """Let packages offer these values, by the name of the entry point."""

        def pretend(offered: dict[str, object]) -> None:
            points = [EntryPoint(name, f"package:{name}", plugins.GROUP) for name in offered]
            monkeypatch.setattr(plugins, "entry_points", lambda group: points if group == plugins.GROUP else [])

            def load(point: EntryPoint) -> object:
                held = offered[point.name]
                if isinstance(held, Exception):
                    raise held
                return held

            monkeypatch.setattr(EntryPoint, "load", load)

        return pretend

    def test_a_rule_an_iterable_and_a_function_are_taken(self, install: Callable[[dict[str, object]], None]) -> None:
        other, third = made("OURS002"), made("OURS003")
        install({"b": OURS, "a": [other], "c": lambda: (third,)})
        assert plugins.rules() == (other, OURS, third)

    @pytest.mark.parametrize(
        ("offered", "reason"),
        [
            ({"a": ImportError("no module")}, "plug-in a of package:a: it could not be loaded: ImportError: no module"),
            ({"a": ["text"]}, "plug-in a of package:a: expected rules, not 'text'"),
            ({"a": 1}, "expected rules, not 1"),
            ({"a": STANDARD[0]}, "the code SUM001 belongs to perfreport"),
            ({"a": OURS, "b": OURS}, "plug-in b of package:b: the code OURS001 belongs to a of package:a"),
        ],
    )
    def test_what_cannot_be_used_is_named(
        self, install: Callable[[dict[str, object]], None], offered: dict[str, object], reason: str
    ) -> None:
        install(offered)
        with pytest.raises(InvalidPlugin) as caught:
            plugins.rules()
        assert reason in str(caught.value)
