"""SARIF: what a log says of findings, rules and files, and that programs which read SARIF can rely on it."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from jsonschema.exceptions import ValidationError

import perfreport
from perfreport import (
    Budget,
    BudgetLine,
    Budgets,
    Department,
    Expenditure,
    Money,
    PerformanceReport,
    Presentation,
    Unit,
    messages,
)
from perfreport.errors import InvalidValue
from perfreport.findings import Finding, Severity
from perfreport.frozenmap import FrozenMap
from perfreport.messages import sarif
from perfreport.messages.sarif import Checked
from perfreport.reconciliation import reconcile
from perfreport.rules import STANDARD, Case, Rule
from perfreport.testing._breaking import BREAKERS, breaking
from tests.cases.laws import SEVERAL
from tests.cases.tables import together

LUSONG = Path(__file__).parent.parent / "examples" / "lusong-2022.yaml"
FOUND = perfreport.check(perfreport.load(LUSONG, perfreport.PerformanceReport))
#: The schema of SARIF 2.1.0 itself.
OFFICIAL = Path(__file__).parent / "data" / "sarif" / "sarif-2.1.0-rtm.5.json"


def _object(required: tuple[str, ...], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "additionalProperties": False, "properties": properties}


def _list(items: dict[str, Any], *, unique: bool = False) -> dict[str, Any]:
    return {"type": "array", "items": items, "uniqueItems": unique}


TEXT = {"type": "string", "minLength": 1}
INDEX = {"type": "integer", "minimum": 0}
LEVEL = {"enum": ["note", "warning", "error"]}
LANGUAGE = {"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"}
MESSAGE = _object(("text",), text=TEXT)
PLACE = _object(("uri",), uri={"type": "string", "pattern": "^[A-Za-z0-9%._~:/-]+$"}, index=INDEX)
LOGICAL = _object(
    ("fullyQualifiedName",), name={"type": "string"}, decoratedName=TEXT, fullyQualifiedName=TEXT, kind=TEXT
)
LOCATION = _object(
    ("physicalLocation",),
    physicalLocation=_object(("artifactLocation",), artifactLocation=PLACE),
    logicalLocations=_list(LOGICAL, unique=True),
    message=MESSAGE,
)
RULE = _object(
    ("id", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"),
    id=TEXT,
    name={"type": "string", "pattern": "^[A-Z][A-Za-z0-9]*$"},
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=_object(("text", "markdown"), text=TEXT, markdown=TEXT),
    defaultConfiguration=_object(("level",), level=LEVEL),
    properties=_object(("tags", "cites"), tags=_list(TEXT, unique=True), cites=_list(TEXT)),
)
RESULT = _object(
    ("ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"),
    ruleId=TEXT,
    ruleIndex=INDEX,
    level=LEVEL,
    message=MESSAGE,
    locations=_list(LOCATION) | {"minItems": 1, "maxItems": 1},
    relatedLocations=_list(LOCATION, unique=True),
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string", "pattern": "^[0-9a-f]{32}$"}},
)
NOTIFICATION = _object(("level", "message", "locations"), level=LEVEL, message=MESSAGE, locations=_list(LOCATION))
RUN = _object(
    ("tool", "language", "invocations", "artifacts", "results"),
    tool=_object(
        ("driver",),
        driver=_object(("name", "rules"), name=TEXT, version=TEXT, language=LANGUAGE, rules=_list(RULE, unique=True)),
    ),
    language=LANGUAGE,
    invocations=_list(
        _object(
            ("executionSuccessful",),
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications=_list(NOTIFICATION),
        )
    ),
    artifacts=_list(_object(("location",), location=PLACE), unique=True),
    results=_list(RESULT),
)
#: What a log of ours may hold: of SARIF 2.1.0 the parts that are used, each as strict as there or stricter.
USED: dict[str, Any] = _object(
    ("$schema", "version", "runs"),
    **{"$schema": TEXT, "version": {"enum": ["2.1.0"]}, "runs": _list(RUN) | {"minItems": 1, "maxItems": 1}},
)


def _log(*results: Checked, locale: str = "zh_Hans_CN", version: str | None = "1.2.3") -> dict[str, Any]:
    log = sarif.log(results, STANDARD, locale, version=version)
    Draft4Validator(USED).validate(log)
    return log


def _run(*results: Checked, locale: str = "zh_Hans_CN") -> dict[str, Any]:
    run: dict[str, Any] = _log(*results, locale=locale)["runs"][0]
    return run


def _spent(**amounts: str) -> PerformanceReport:
    lines: dict[str, Any] = {name: BudgetLine(executed=Money.wan(amount)) for name, amount in amounts.items()}
    budgets = Budgets(general_public=Budget(expenditure=Expenditure(**lines)))
    page = Presentation(Unit.WAN, 2)
    return PerformanceReport(year=2022, department=Department(name="某局"), presentation=page, budgets=budgets)


#: Each of its two sums may be rounding, and both together are not.
APART = _spent(total="40.46", basic="30.33", project="10.12", personnel="24.62", public="5.70")
TOGETHER = reconcile(APART).conflicts
LUSONG_RUN = _run(Checked(file="examples/lusong-2022.yaml", findings=FOUND))


class TestLog:
    """A log is SARIF 2.1.0, whatever was found."""

    @pytest.mark.parametrize("locale", ["zh_Hans_CN", "en"])
    def test_every_rule_in_every_case_makes_a_log_that_the_schema_accepts(self, locale: str) -> None:
        findings = tuple(
            Finding(rule.code, case.severity, f"/budgets/{at}", FrozenMap({**_facts(case), "case": name}))
            for at, rule in enumerate(STANDARD)
            for name, case in rule.cases.items()
        )
        log = _log(Checked(file="甲/a b.yaml", findings=findings), Checked(file="no.json", error="why"), locale=locale)
        assert len(log["runs"][0]["results"]) == len(findings) >= len(STANDARD)
        assert json.loads(json.dumps(log)) == log

    @SEVERAL
    @given(st.data(), st.sampled_from(sorted({code for code, _ in BREAKERS})), st.text())
    def test_drawn_reports_and_file_names_make_one_too(self, data: st.DataObject, code: str, file: str) -> None:
        findings = perfreport.check(data.draw(breaking(code)))
        log = _log(Checked(file=f"a{file}", findings=findings))
        assert code in {result["ruleId"] for result in log["runs"][0]["results"]}

    @pytest.mark.parametrize(
        "results",
        [
            (),
            (Checked(file="a.yaml", findings=FOUND), Checked(file="b", error="x")),
            (Checked(file="a.yaml", conflicts=TOGETHER),),
        ],
        ids=["nothing", "two files", "a contradiction"],
    )
    def test_the_schema_of_oasis_accepts_it(self, results: tuple[Checked, ...]) -> None:
        Draft4Validator(json.loads(OFFICIAL.read_text("utf-8"))).validate(_log(*results))

    def test_the_schema_of_this_test_refuses_what_is_not_of_it(self) -> None:
        log = _log()
        log["runs"][0]["results"].append({"ruleId": "SUM001"})
        with pytest.raises(ValidationError, match="'ruleIndex' is a required property"):
            Draft4Validator(USED).validate(log)

    def test_no_file_is_an_empty_log(self) -> None:
        run = _run()
        assert (run["results"], run["artifacts"]) == ([], [])
        assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]

    def test_the_same_results_make_the_same_log(self) -> None:
        result = Checked(file="a.yaml", findings=FOUND)
        assert json.dumps(_log(result)) == json.dumps(_log(result))

    def test_it_names_the_tool_its_version_and_its_language(self) -> None:
        driver = _log(locale="en")["runs"][0]["tool"]["driver"]
        assert (driver["name"], driver["version"], driver["language"]) == ("perfreport", "1.2.3", "en-US")
        assert LUSONG_RUN["language"] == "zh-CN"
        assert "version" not in _log(version=None)["runs"][0]["tool"]["driver"]

    def test_a_finding_of_a_rule_that_was_not_applied_is_a_mistake(self) -> None:
        with pytest.raises(KeyError, match="SUM001"):
            sarif.log([Checked(file="a", findings=(Finding("SUM001", Severity.NOTE, ""),))], rules=())


def _facts(case: Case) -> dict[str, object]:
    """Return a fact for every name that a case mentions."""

    class Named(dict[str, object]):
        def __missing__(self, name: str) -> object:
            self[name] = name
            return name

    named = Named()
    case.zh.format_map(named)
    case.en.format_map(named)
    return dict(named)


class TestResults:
    """Each finding is a result with its rule, its level, its message and its place."""

    def test_it_says_what_the_finding_says(self) -> None:
        assert len(LUSONG_RUN["results"]) == len(FOUND)
        for result, finding in zip(LUSONG_RUN["results"], FOUND, strict=True):
            assert (result["ruleId"], result["level"]) == (finding.code, finding.severity.value)
            assert result["message"]["text"] == messages.render(finding)
            assert LUSONG_RUN["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == finding.code
            (location,) = result["locations"]
            assert location["logicalLocations"][0]["fullyQualifiedName"] == finding.pointer
            assert location["message"]["text"] == messages.place(finding)
            assert location["logicalLocations"][0]["decoratedName"] == messages.place(finding)
            assert location["physicalLocation"] == {
                "artifactLocation": {"uri": "examples/lusong-2022.yaml", "index": 0}
            }

    def test_no_line_is_guessed(self) -> None:
        assert "region" not in json.dumps(LUSONG_RUN)

    def test_its_name_is_the_last_step_of_the_place(self) -> None:
        finding = evolve(FOUND[0], pointer="/extra/a~1b~0c")
        (result,) = _run(Checked(file="a", findings=(finding,)))["results"]
        assert result["locations"][0]["logicalLocations"][0]["name"] == "a/b~c"

    def test_the_whole_document_has_no_logical_location(self) -> None:
        (result,) = _run(Checked(file="a", findings=(evolve(FOUND[0], pointer=""),)))["results"]
        (location,) = result["locations"]
        assert "logicalLocations" not in location
        assert location["message"] == {"text": "整份文件"}

    def test_a_file_that_is_given_twice_is_one_artifact(self) -> None:
        run = _run(*(Checked(file=file, findings=FOUND[:1]) for file in ("a", "b", "a")))
        assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["a", "b"]
        places = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in run["results"]]
        assert [place["index"] for place in places] == [0, 1, 0]

    def test_a_file_that_could_not_be_checked_is_a_notification(self) -> None:
        run = _run(Checked(file="a.yaml", findings=FOUND), Checked(file="b c.json", error="b c.json: not JSON"))
        (invocation,) = run["invocations"]
        assert invocation["executionSuccessful"] is False
        assert invocation["toolExecutionNotifications"] == [
            {
                "level": "error",
                "message": {"text": "b c.json: not JSON"},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": "b%20c.json"}}}],
            }
        ]


class TestContradictions:
    """What only all sums together say is a result of its own."""

    def test_it_names_all_the_figures_and_what_was_likely_meant(self) -> None:
        (said,) = _run(Checked(file="a.yaml", conflicts=TOGETHER), locale="en")["results"]
        assert (said["ruleId"], said["level"]) == ("SUM001", "error")
        places = [*said["locations"], *said["relatedLocations"]]
        steps = [place["logicalLocations"][0]["fullyQualifiedName"].split("/")[-2] for place in places]
        assert steps == ["total", "project", "personnel", "public"]
        assert said["message"]["text"].startswith("These figures cannot all be right: General public budget")
        for amount in ("CN¥404,600; ", "CN¥101,200; ", "CN¥246,200; ", "CN¥57,000. ", "meant to be CN¥404,500"):
            assert amount in said["message"]["text"]

    def test_findings_that_are_no_errors_do_not_tell_it(self) -> None:
        findings = tuple(found for found in perfreport.check(APART) if found.code.startswith("SUM"))
        results = _run(Checked(file="a.yaml", findings=findings, conflicts=TOGETHER))["results"]
        assert [result["level"] for result in results] == ["note", "note", "error"]

    def test_an_error_that_tells_it_already_is_not_told_twice(self) -> None:
        wrong = _spent(total="99.99", basic="30.33", project="10.12")
        findings = tuple(found for found in perfreport.check(wrong) if found.code == "SUM001")
        conflicts = reconcile(wrong).conflicts
        assert len(conflicts) == len(findings) == 1
        assert len(_run(Checked(file="a.yaml", findings=findings, conflicts=conflicts))["results"]) == 1

    def test_its_fingerprint_outlives_the_figures(self) -> None:
        later = _spent(total="40.56", basic="30.43", project="10.12", personnel="24.62", public="5.80")
        runs = [_run(Checked(file="a.yaml", conflicts=found)) for found in (TOGETHER, reconcile(later).conflicts)]
        one, other = (run["results"][0] for run in runs)
        assert one["partialFingerprints"] == other["partialFingerprints"]
        assert one["message"] != other["message"]


class TestFingerprints:
    """A finding keeps its fingerprint while its figures change, and no other of its file has the same."""

    @staticmethod
    def _of(*findings: Finding) -> list[str]:
        results = _run(Checked(file="a", findings=findings))["results"]
        return ["".join(result["partialFingerprints"].values()) for result in results]

    def test_figures_and_files_do_not_change_it(self) -> None:
        finding = next(found for found in FOUND if found.code == "SUM001")
        gap = FrozenMap({**finding.facts, "gap": perfreport.Money.wan("3.00")})
        assert self._of(finding) == self._of(evolve(finding, facts=gap))
        other = _run(Checked(file="b", findings=(finding,)))["results"][0]
        assert list(other["partialFingerprints"].values()) == self._of(finding)

    def test_rule_place_case_and_repetition_do(self) -> None:
        first = next(found for found in FOUND if found.code == "SUM001")
        case = evolve(first, facts=FrozenMap({**first.facts, "case": "mismatch"}))
        second = evolve(first, code="SUM002")
        assert len(set(self._of(first, case, second, evolve(first, pointer="/budgets"), first))) == 5


class TestRules:
    """Every rule that was applied is described, as its manual page does."""

    @pytest.mark.parametrize("locale", ["zh_Hans_CN", "en"])
    def test_each_has_its_code_title_level_sources_and_help(self, locale: str) -> None:
        described = _run(locale=locale)["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in described] == [rule.code for rule in STANDARD]
        for shown, rule in zip(described, STANDARD, strict=True):
            title, remedy = (rule.title_en, rule.remedy_en) if locale == "en" else (rule.title_zh, rule.remedy_zh)
            manual = rule.manual if locale == "en" else rule.manual_zh
            assert shown["shortDescription"]["text"] == title
            assert shown["defaultConfiguration"]["level"] == rule.severity.value
            assert shown["properties"] == {"tags": [rule.family], "cites": list(rule.cites)}
            for part in (title, remedy, manual, *(messages.source(cited, locale) for cited in rule.cites)):
                assert part in shown["help"]["text"]
                assert part in shown["help"]["markdown"]
            assert " ".join(manual.split()).startswith(shown["fullDescription"]["text"])

    def test_its_name_is_that_in_code(self) -> None:
        assert _run()["tool"]["driver"]["rules"][0]["name"] == "TotalIsSumOfCategories"

    def test_a_rule_without_a_good_name_has_none(self) -> None:
        rule: Rule = evolve(STANDARD[0], name="<lambda>")
        (shown,) = sarif.log([], [rule])["runs"][0]["tool"]["driver"]["rules"]
        assert "name" not in shown


class TestUri:
    """A path becomes a URI that says no more than the path."""

    @together(
        ("path", "expected"),
        [
            ("a.yaml", "a.yaml"),
            ("../b/a-b_c~d.yaml", "../b/a-b_c~d.yaml"),
            ("报告.json", "%E6%8A%A5%E5%91%8A.json"),
            ("a b#c?d%e.json", "a%20b%23c%3Fd%25e.json"),
            ("a:b.json", "a%3Ab.json"),
            ("/srv/a b.json", "file:///srv/a%20b.json"),
            ("C:/a b.json", "file:///C:/a%20b.json"),
            ("\udcff.json", "%FF.json"),
            ("\ud800.json", "%ED%A0%80.json"),
        ],
    )  # fmt: skip
    def test_it_is_escaped_as_the_standard_says(self, path: str, expected: str) -> None:
        assert sarif.uri(path) == expected

    @given(st.text(st.characters(codec="utf-8"), min_size=1))
    @example("%41")
    def test_two_paths_are_never_one_uri(self, path: str) -> None:
        shown = sarif.uri(f"x{path}")
        assert shown.isascii()
        assert unquote(shown) == f"x{path}"


class TestChecked:
    """A result refuses what is none."""

    @pytest.mark.parametrize("given", [{"file": 1}, {"file": "a", "findings": [1]}, {"file": "a", "error": 1}])
    def test_other_types_are_refused(self, given: dict[str, Any]) -> None:
        with pytest.raises(InvalidValue):
            Checked(**given)
