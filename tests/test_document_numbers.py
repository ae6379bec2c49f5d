"""Numbers of documents and of supervision, however they are printed."""

from typing import Any

import pytest

from perfreport.codes.identifiers import DocumentNumber, RegionCode, SupervisionIndex
from perfreport.errors import InvalidCode, InvalidValue
from tests.cases.tables import together


class TestDocumentNumber:
    @together(
        ("text", "canonical"),
        [
            ("财预〔2020〕10号", "财预〔2020〕10号"),
            ("渌财通[2020]23号", "渌财通〔2020〕23号"),
            ("水财务【2019】157号", "水财务〔2019〕157号"),
            ("沪商规（2024）2号", "沪商规〔2024〕2号"),
            ("沪商规(2024)2号", "沪商规〔2024〕2号"),
            ("沪商规［２０２４］２号", "沪商规〔2024〕2号"),
            ("六审函〖2023〗8号", "六审函〔2023〕8号"),
            ("六审函﹝2023﹞8号", "六审函〔2023〕8号"),
            ("六审函〔2023]8号", "六审函〔2023〕8号"),
            ("津财基指 〔2022〕\n23 号", "津财基指〔2022〕23号"),
            ("某办〔2023〕2-1号", "某办〔2023〕2-1号"),
            ("某办〔2023〕2－1號", "某办〔2023〕2-1号"),
            ("某办〔2023〕010号", "某办〔2023〕010号"),
        ],
    )
    def test_every_bracket_is_read(self, text: str, canonical: str) -> None:
        assert str(DocumentNumber.parse(text)) == canonical

    def test_parts(self) -> None:
        assert DocumentNumber.parse("财预〔2020〕10号") == DocumentNumber(issuer="财预", year=2020, serial="10")

    @together(
        ("text", "reason"),
        [
            ("财预2020165号", "year in brackets"),
            ("财预2020〕165号", "year in brackets"),
            ("财预〔2020 165号", "year in brackets"),
            ("财预〔2020〕165", "year in brackets"),
            ("〔2020〕10号", "year in brackets"),
            ("财预〔20〕10号", "year in brackets"),
            ("财预〔2020年〕10号", "year in brackets"),
            ("财预〔2020〕号", "year in brackets"),
            ("财预〔2020〕1234567号", "year in brackets"),
            ("财预〔2020〕10号文", "year in brackets"),
            ("财预〔1234〕10号", "1234 is no year from 1949 to 2199"),
            ("财" * 21 + "〔2020〕10号", "year in brackets"),
        ],
    )
    def test_refused(self, text: str, reason: str) -> None:
        with pytest.raises(InvalidCode, match=reason):
            DocumentNumber.parse(text)

    @pytest.mark.parametrize(
        ("wrong", "error"),
        [
            ({"issuer": "MoF"}, InvalidCode),
            ({"issuer": ""}, InvalidCode),
            ({"serial": "10号"}, InvalidCode),
            ({"serial": 10}, InvalidCode),
            ({"year": 1900}, InvalidValue),
            ({"year": "2020"}, InvalidValue),
        ],
    )
    def test_parts_that_no_number_has(self, wrong: dict[str, Any], error: type[Exception]) -> None:
        with pytest.raises(error):
            DocumentNumber(**{"issuer": "财预", "year": 2020, "serial": "10", **wrong})


class TestSupervisionIndex:
    @pytest.mark.parametrize(
        "text",
        ["53092200631901000", "监督索引号53092200631901000", "监督索引号：53092200631901000",
            " 监督索引号 ５３０９２２００６３１９０１０００"],
    )  # fmt: skip
    def test_read(self, text: str) -> None:
        index = SupervisionIndex.parse(text)
        assert str(index) == "53092200631901000"
        assert index.region == RegionCode("530922")

    @pytest.mark.parametrize(
        "text",
        [
            "5309220063190100",
            "530922006319010001",
            "11340722348722127R/202403-00037",
            "1153302501526456X4-/2023-0308001",
            "zsjfzzx/2025-00002",
            "640324032/2023-00047",
            "索引号53092200631901000",
        ],
    )
    def test_other_index_numbers_are_refused(self, text: str) -> None:
        with pytest.raises(InvalidCode, match="expected 17 digits"):
            SupervisionIndex.parse(text)
