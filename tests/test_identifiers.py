"""Identifiers as reports print them: what is read, what is refused, and what their parts say."""

import builtins
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from perfreport.codes.identifiers import (
    REGISTRARS,
    CreditCode,
    DocumentNumber,
    FiscalRegionCode,
    ProjectCode,
    RegionCode,
    RegionLevel,
    SupervisionIndex,
    UnitCode,
)
from perfreport.errors import InvalidCode, MissingExtra
from tests.cases.tables import together

KINDS = [CreditCode, DocumentNumber, FiscalRegionCode, ProjectCode, RegionCode, SupervisionIndex, UnitCode]


class TestAllOfThem:
    @together("kind", KINDS)
    @together("given", [None, 430203, 4.3, b"430203", ["430203"], True])
    def test_only_text_is_read(self, kind: Any, given: object) -> None:
        assert not kind.is_valid(given)
        with pytest.raises(InvalidCode, match="expected text"):
            kind.parse(given)

    @together("kind", KINDS)
    @together(
        "text",
        [
            "",
            " ",
            "-",
            "无",
            "\ud800",
            "1" * 10_000_000,
            "〔" * 120,
            "1-" * 60,
            "A" * 121,
            "²",
            "٣" * 6,
            "①" * 9,
            "🯰" * 6,
        ],
    )
    def test_hostile_texts_are_refused_in_few_words(self, kind: Any, text: str) -> None:
        assert not kind.is_valid(text)
        with pytest.raises(InvalidCode) as caught:
            kind.parse(text)
        assert len(str(caught.value)) < 400

    @together(
        ("kind", "text"),
        [
            (CreditCode, "11430203mb0a123429"),
            (CreditCode, 11430203),
            (CreditCode, "11430203MB0A123428"),
            (RegionCode, "430 203"),
            (RegionCode, None),
            (FiscalRegionCode, "430203"),
            (ProjectCode, "a1"),
            (UnitCode, "21"),
            (SupervisionIndex, "1" * 16),
        ],
    )
    def test_a_value_is_made_of_canonical_text_alone(self, kind: Any, text: object) -> None:
        with pytest.raises(InvalidCode):
            kind(text)


class TestCreditCode:
    @pytest.mark.parametrize(
        "text",
        [
            "11430203MB0A123429",
            "11430203mb0a123429",
            "１１４３０２０３ＭＢ０Ａ１２３４２９",
            "11430203ｍｂ0ａ123429",
            "1143 0203 MB0A 1234 29",
            "11-430203-MB0A1234-2-9",
            "11430203\u3000MB0A1\n23429",
        ],
    )
    def test_notations_of_one_code(self, text: str) -> None:
        assert CreditCode.parse(text) == CreditCode("11430203MB0A123429")

    @together(
        ("text", "reason"),
        [
            ("11430203MB0A12342", "expected 18 characters"),
            ("11430203MB0A1234299", "expected 18 characters"),
            ("11430203MB0A123428", "its check character does not go with the others"),
            ("1143020IMB0A123429", "expected 18 characters"),
            ("11430203MBOA123429", "without I, O, S, V, Z"),
            ("11A30203MB0A123429", "expected 18 characters"),
            ("11430203MB0A12342_", "expected 18 characters"),
            ("11430203MB0A12342９９", "expected 18 characters"),
            ("1153302501526456X4-/2023-0308001", "expected 18 characters"),
        ],
    )
    def test_refused(self, text: str, reason: str) -> None:
        with pytest.raises(InvalidCode, match=reason) as caught:
            CreditCode.parse(text)
        assert caught.value.given == repr(text)

    def test_parts(self) -> None:
        code = CreditCode("11430203MB0A123429")
        assert (code.registrar, code.registrar_name) == ("1", "机构编制")
        assert (code.category, code.kind) == ("1", "机关")
        assert code.region == RegionCode("430203")
        assert (code.organization, code.organization_check_holds) == ("MB0A12342", True)

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("91110000600037341L", "企业"),
            ("A1110000MB0A12342X", "军队事业单位"),
            ("N2430203MB0A12342G", "村级集体经济组织"),
            ("Y1430203MB0A12342B", "其他"),
        ],
    )
    def test_letters_stand_for_authorities_too(self, text: str, kind: str) -> None:
        assert CreditCode.parse(text).kind == kind

    def test_an_authority_that_is_not_known_is_no_fault(self) -> None:
        code = CreditCode.parse("BB430203MB0A123420")
        assert (code.registrar_name, code.kind) == (None, None)
        assert "B" not in REGISTRARS

    def test_the_check_of_the_organization_is_another_question(self) -> None:
        assert not CreditCode.parse("11430203MB0A12343C").organization_check_holds
        # The forms of that check character: a digit, X for ten, 0 for eleven.
        assert CreditCode.parse("91110000600037341L").organization_check_holds
        assert CreditCode.parse("11430203MB0A1230XQ").organization_check_holds
        assert CreditCode.parse("11430203MB0A12780X").organization_check_holds

    def test_python_stdnum_refuses_the_letters(self) -> None:
        from stdnum.cn import uscc  # noqa: PLC0415 - an extra

        assert uscc.is_valid("91110000600037341L")
        assert not uscc.is_valid("N2430203MB0A12342G")


class TestRegionCode:
    @pytest.mark.parametrize(
        ("text", "level", "province", "prefecture"),
        [
            ("100000", RegionLevel.NATION, None, None),
            ("430000", RegionLevel.PROVINCE, "430000", None),
            ("430200", RegionLevel.PREFECTURE, "430000", "430200"),
            ("430203", RegionLevel.COUNTY, "430000", "430200"),
            ("429004", RegionLevel.COUNTY, "420000", "429000"),
            ("430003", RegionLevel.COUNTY, "430000", None),
        ],
    )
    def test_levels(self, text: str, level: RegionLevel, province: str | None, prefecture: str | None) -> None:
        code = RegionCode.parse(text)
        assert code.level is level
        assert code.province == (province and RegionCode(province))
        assert code.prefecture == (prefecture and RegionCode(prefecture))

    @pytest.mark.parametrize("text", ["43020", "4302030", "43020A", "4302-03", "430203000"])
    def test_refused(self, text: str) -> None:
        with pytest.raises(InvalidCode, match="expected 6 digits"):
            RegionCode.parse(text)

    @together(
        ("text", "year", "names"),
        [
            ("430203", None, ("湖南省", "株洲市", "芦淞区")),
            ("４３０２０３", 2022, ("湖南省", "株洲市", "芦淞区")),
            ("430203", 1996, ("湖南省", "株洲市", "北区")),
            ("430203", 1997, ("湖南省", "株洲市", "芦淞区")),
            ("430200", None, ("湖南省", "株洲市")),
            ("430000", None, ("湖南省",)),
            ("430212", 2017, ()),
            ("430212", 2018, ("湖南省", "株洲市", "渌口区")),
            # What is no more has the name that it had last.
            ("430221", None, ("湖南省", "株洲市", "株洲县")),
            ("430221", 2019, ()),
            ("110101", None, ("北京市", "市辖区", "东城区")),
            ("810000", None, ("香港特别行政区",)),
            ("100000", None, ()),
            ("430299", None, ()),
            ("990101", None, ()),
        ],
    )
    def test_names(self, text: str, year: int | None, names: tuple[str, ...]) -> None:
        assert RegionCode.parse(text).names(year) == names

    def test_without_the_extra_there_are_no_names(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in [name for name in sys.modules if name.split(".", maxsplit=1)[0] == "stdnum"]:
            monkeypatch.delitem(sys.modules, name)
        real = builtins.__import__

        def without(
            name: str,
            globals_: Mapping[str, object] | None = None,
            locals_: Mapping[str, object] | None = None,
            fromlist: Sequence[str] = (),
            level: int = 0,
        ) -> object:
            if name.split(".", maxsplit=1)[0] == "stdnum":
                raise ImportError(name)
            return real(name, globals_, locals_, fromlist, level)

        monkeypatch.setattr(builtins, "__import__", without)
        assert RegionCode.is_valid("430203")
        with pytest.raises(
            MissingExtra, match=r"names of regions needs an extra: pip install 'perfreport-cn\[codes\]'"
        ):
            RegionCode("430203").names()


class TestFiscalRegionCode:
    @pytest.mark.parametrize(
        ("text", "level"),
        [
            ("430000000", RegionLevel.PROVINCE),
            ("430200000", RegionLevel.PREFECTURE),
            ("430203000", RegionLevel.COUNTY),
            ("430203101", RegionLevel.TOWNSHIP),
            ("４３０２０３ 101", RegionLevel.TOWNSHIP),
        ],
    )
    def test_levels(self, text: str, level: RegionLevel) -> None:
        code = FiscalRegionCode.parse(text)
        assert code.level is level
        assert str(code.region) == str(code)[:6]

    @pytest.mark.parametrize("text", ["430203", "4302030000", "43020300X"])
    def test_refused(self, text: str) -> None:
        with pytest.raises(InvalidCode, match="expected 9 digits"):
            FiscalRegionCode.parse(text)


class TestUnitCode:
    def test_departments_and_the_units_above(self) -> None:
        unit = UnitCode.parse("901001 033")
        assert unit.department == UnitCode("901")
        assert unit.parent == UnitCode("901001")
        assert UnitCode("901").parent is None
        assert UnitCode("901").department == UnitCode("901")

    @together("text", ["2", "21", "2190", "21900", "219-001", "21900A", "1" * 24, "[155]"])
    def test_refused(self, text: str) -> None:
        with pytest.raises(InvalidCode, match="expected 3, 6, 9"):
            UnitCode.parse(text)

    @together(
        ("text", "code", "name"),
        [
            ("219001-某某局本级", "219001", "某某局本级"),
            ("219-某某局", "219", "某某局"),
            ("314002 — 某某中心", "314002", "某某中心"),
            ("[155]某某局", "155", "某某局"),
            ("[015001] 某某局", "015001", "某某局"),
            ("【066】某某局", "066", "某某局"),
            ("（042）某某局（本级）", "042", "某某局（本级）"),
            ("169国家林业局", "169", "国家林业局"),
            ("１６９国家林业局", "169", "国家林业局"),
            ("155009001广水市某中心", "155009001", "广水市某中心"),
            ("906017", "906017", ""),
            (" 901001033 ", "901001033", ""),
        ],
    )
    def test_split(self, text: str, code: str, name: str) -> None:
        assert UnitCode.split(text) == (UnitCode(code), name)

    @together(
        "text",
        [
            "某某局", "", "-某某局", "2190-某某局", "120人", "100万元", "300.5", "201年度",
            "第155号", "A19某某局", "[15]某某局",
            "219001A-某某局", "某某局[155]", "[155某某局", "(" * 1000, "1" * 100_000, "1" * 24 + "某某局",
        ],
    )  # fmt: skip
    def test_cells_that_are_left_whole(self, text: str) -> None:
        assert UnitCode.split(text) == (None, text)


class TestProjectCode:
    @together(
        ("text", "region", "year", "letter"),
        [
            ("51092324T000010263357", "510923", 2024, "T"),
            ("51000021R000000019951", "510000", 2021, "R"),
            ("12000022p10000210006w", "120000", 2022, "P"),
            ("440000210000000091236", None, None, None),
            ("135128807798472705", None, None, None),
            ("432700", None, None, None),
            ("51092324T00001026335", None, None, None),
            ("5109232４T000010263357", "510923", 2024, "T"),
        ],
    )
    def test_hints_only_where_the_shape_is_evident(
        self, text: str, region: str | None, year: int | None, letter: str | None
    ) -> None:
        code = ProjectCode.parse(text)
        assert code.region == (region and RegionCode(region))
        assert (code.year, code.letter) == (year, letter)

    @pytest.mark.parametrize("text", ["1" * 22, "51092324T-1", "项目一", "51092324T/1"])
    def test_refused(self, text: str) -> None:
        with pytest.raises(InvalidCode, match="expected 1 to 21 digits and letters"):
            ProjectCode.parse(text)

    @pytest.mark.parametrize(
        ("text", "code", "name"),
        [
            ("51092324T000010263357-某某项目", "51092324T000010263357", "某某项目"),
            ("[432700]某某项目", "432700", "某某项目"),
            ("432700", "432700", ""),
            ("432700某某项目", None, "432700某某项目"),
            ("某某项目", None, "某某项目"),
            ("1" * 22 + "-某某项目", None, "1" * 22 + "-某某项目"),
        ],
    )
    def test_split(self, text: str, code: str | None, name: str) -> None:
        assert ProjectCode.split(text) == (code and ProjectCode(code), name)
