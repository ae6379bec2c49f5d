"""
The official frameworks of indicators for evaluations, without weights and targets.

`PROJECT` is that for projects (财预〔2020〕10号, 项目支出绩效评价指标体系框架), `DEPARTMENT` that for departments
(财预〔2013〕53号, 部门整体支出绩效评价共性指标体系框架). They are for 部门评价 and 财政评价; a self-evaluation has the
levels of its own form. Where an indicator is a ratio, its explanation is the formula.
"""

from collections.abc import Mapping

from perfreport.classification import IndicatorKind
from perfreport.model.indicators import Indicator, IndicatorLevel, IndicatorTree

__all__ = ["DEPARTMENT", "PROJECT"]


def _framework(levels: Mapping[IndicatorKind, Mapping[IndicatorKind, Mapping[str, str | None]]]) -> IndicatorTree:
    return IndicatorTree(
        levels=tuple(
            IndicatorLevel(kind=first, levels=tuple(_group(second, listed) for second, listed in groups.items()))
            for first, groups in levels.items()
        )
    )


def _group(kind: IndicatorKind, listed: Mapping[str, str | None]) -> IndicatorLevel:
    indicators = (Indicator(name=name, kind=kind, explanation=formula) for name, formula in listed.items())
    return IndicatorLevel(kind=kind, indicators=tuple(indicators))


#: 项目支出绩效评价指标体系框架: decision, process, output and outcome.
PROJECT = _framework(
    {
        IndicatorKind.DECISION: {
            IndicatorKind.PROJECT_APPROVAL: {
                "立项依据充分性": None,
                "立项程序规范性": None,
            },
            IndicatorKind.PERFORMANCE_GOALS: {
                "绩效目标合理性": None,
                "绩效指标明确性": None,
            },
            IndicatorKind.FUNDING_INPUT: {
                "预算编制科学性": None,
                "资金分配合理性": None,
            },
        },
        IndicatorKind.PROCESS: {
            IndicatorKind.FUND_MANAGEMENT: {
                "资金到位率": "实际到位资金 / 预算资金",
                "预算执行率": "实际支出资金 / 实际到位资金",
                "资金使用合规性": None,
            },
            IndicatorKind.IMPLEMENTATION: {
                "管理制度健全性": None,
                "制度执行有效性": None,
            },
        },
        IndicatorKind.OUTPUT: {
            IndicatorKind.QUANTITY: {
                "实际完成率": "实际产出数 / 计划产出数",
            },
            IndicatorKind.QUALITY: {
                "质量达标率": "质量达标产出数 / 实际产出数",
            },
            IndicatorKind.TIMELINESS: {
                "完成及时性": None,
            },
            IndicatorKind.OUTPUT_COST: {
                "成本节约率": "(计划成本 - 实际成本) / 计划成本",
            },
        },
        IndicatorKind.OUTCOME: {
            IndicatorKind.PROJECT_BENEFIT: {
                "实施效益": None,
                "满意度": None,
            },
        },
    }
)

#: 部门整体支出绩效评价共性指标体系框架: input, process, output and effect.
DEPARTMENT = _framework(
    {
        IndicatorKind.INPUT: {
            IndicatorKind.GOAL_SETTING: {
                "绩效目标合理性": None,
                "绩效指标明确性": None,
            },
            IndicatorKind.BUDGET_ALLOCATION: {
                "在职人员控制率": "在职人员数 / 编制数",
                "“三公经费”变动率": "(本年度三公经费总额 - 上年度三公经费总额) / 上年度三公经费总额",
                "重点支出安排率": "重点项目支出 / 项目总支出",
            },
        },
        IndicatorKind.PROCESS: {
            IndicatorKind.BUDGET_EXECUTION: {
                "预算完成率": "预算完成数 / 预算数",
                "预算调整率": "预算调整数 / 预算数",
                "支付进度率": "实际支付进度 / 既定支付进度",
                "结转结余率": "结转结余总额 / 支出预算数",
                "结转结余变动率": "(本年度累计结转结余总额 - 上年度累计结转结余总额) / 上年度累计结转结余总额",
                "公用经费控制率": "实际支出公用经费总额 / 预算安排公用经费总额",
                "“三公经费”控制率": "三公经费实际支出数 / 三公经费预算安排数",
                "政府采购执行率": "实际政府采购金额 / 政府采购预算数",
            },
            IndicatorKind.BUDGET_MANAGEMENT: {
                "管理制度健全性": None,
                "资金使用合规性": None,
                "预决算信息公开性": None,
                "基础信息完善性": None,
            },
            IndicatorKind.ASSET_MANAGEMENT: {
                "管理制度健全性": None,
                "资产管理安全性": None,
                "固定资产利用率": "实际在用固定资产总额 / 所有固定资产总额",
            },
        },
        IndicatorKind.OUTPUT: {
            IndicatorKind.DUTIES: {
                "实际完成率": "实际完成工作数 / 计划工作数",
                "完成及时率": "及时完成实际工作数 / 计划工作数",
                "质量达标率": "质量达标实际工作数 / 计划工作数",
                "重点工作办结率": "重点工作实际完成数 / 交办或下达数",
            },
        },
        IndicatorKind.EFFECT: {
            IndicatorKind.DUTY_BENEFIT: {
                "经济效益": None,
                "社会效益": None,
                "生态效益": None,
                "社会公众或服务对象满意度": None,
            },
        },
    }
)
