"""What differs from place to place, as data: grades, usual weights, and the sections that an outline asks for."""

from typing import final

from attrs import field, frozen

from perfreport._checks import SAID, Each, IsA
from perfreport.frozenmap import FrozenMap
from perfreport.places import Way
from perfreport.rules._core import Setting
from perfreport.scoring import SHANGHAI

__all__ = ["PROFILES", "Profile"]


@final
@frozen(kw_only=True)
class Profile:
    """The setting of a place, by which its reports are judged."""

    #: The name that files and commands use.
    key: str = field(validator=SAID)
    name_zh: str = field(validator=SAID)
    name_en: str = field(validator=SAID)
    setting: Setting = field(validator=IsA(Setting))
    #: What the setting rests on; a published form or account, and where it is only known, that it is to be confirmed.
    sources: tuple[str, ...] = field(validator=Each(SAID))


def _narrative(*sections: str) -> tuple[Way, ...]:
    return tuple(("narrative", section) for section in sections)


_ALL = (
    Profile(
        key="national",
        name_zh="全国",
        name_en="National",
        setting=Setting(),
        sources=("财预〔2020〕10号", "财预〔2021〕101号"),
    ),
    Profile(
        key="hunan",
        name_zh="湖南",
        name_en="Hunan",
        setting=Setting(
            required=(("budgets",), *_narrative("achievements", "problems", "measures", "disclosure")),
            outline="湖南部门整体支出绩效自评报告提纲",
        ),
        sources=("湖南部门整体支出绩效自评报告提纲 (2022)", "grades as national, to be confirmed"),
    ),
    Profile(
        key="yunnan",
        name_zh="云南",
        name_en="Yunnan",
        setting=Setting(
            required=(
                ("narrative", "achievements"),
                ("attachments", "department_self_evaluation"),
                ("attachments", "project_self_evaluations"),
            ),
            outline="云南部门决算公开提纲",
        ),
        sources=(
            "云南部门决算公开提纲, 部门整体支出绩效自评表, 项目支出绩效自评表",
            "grades as national, to be confirmed",
        ),
    ),
    Profile(
        key="sichuan",
        name_zh="四川",
        name_en="Sichuan",
        # Published forms weigh 10 and 90, or 10, 60 and 30: nothing is usual enough to be held against a form.
        setting=Setting(
            weights=(), required=(("attachments", "project_self_evaluations"),), outline="四川部门决算公开附件"
        ),
        sources=("四川项目支出绩效自评表 (2023)", "grades as national, to be confirmed"),
    ),
    Profile(
        key="shanghai",
        name_zh="上海",
        name_en="Shanghai",
        setting=Setting(grades=SHANGHAI),
        sources=("上海市部门决算公开 (评价等级)", "bands of the grades to be confirmed"),
    ),
)

#: The profiles by key: national, hunan, yunnan, sichuan, shanghai.
PROFILES: FrozenMap[str, Profile] = FrozenMap((profile.key, profile) for profile in _ALL)
