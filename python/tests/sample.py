"""A report written for these tests: the body does not exist. Tables are tab separated, merged cells left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import govreport as gr
from govreport._govreport import _table_layout

if TYPE_CHECKING:
    from collections.abc import Mapping

REQUEST_ROWS = {
    "new_received": ("一、本年新收政府信息公开申请数量", "5\t1\t0\t0\t0\t0\t6"),
    "carried_in": ("二、上年结转政府信息公开申请数量", "0\t0\t0\t0\t0\t0\t0"),
    "granted": ("三、本年度办理结果\t（一）予以公开", "2\t1\t0\t0\t0\t0\t3"),
    "partially_granted": ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "0\t0\t0\t0\t0\t0\t0"),
    "denied.state_secret": ("（三）不予公开\t1.属于国家秘密", "0\t0\t0\t0\t0\t0\t0"),
    "denied.prohibited_by_law": ("2.其他法律行政法规禁止公开", "0\t0\t0\t0\t0\t0\t0"),
    "denied.security_and_stability": ("3.危及“三安全一稳定”", "0\t0\t0\t0\t0\t0\t0"),
    "denied.third_party_rights": ("4.保护第三方合法权益", "0\t0\t0\t0\t0\t0\t0"),
    "denied.internal_affairs": ("5.属于三类内部事务信息", "0\t0\t0\t0\t0\t0\t0"),
    "denied.process_information": ("6.属于四类过程性信息", "0\t0\t0\t0\t0\t0\t0"),
    "denied.enforcement_files": ("7.属于行政执法案卷", "0\t0\t0\t0\t0\t0\t0"),
    "denied.administrative_inquiry": ("8.属于行政查询事项", "0\t0\t0\t0\t0\t0\t0"),
    "unavailable.not_held": ("（四）无法提供\t1.本机关不掌握相关政府信息", "2\t0\t0\t0\t0\t0\t2"),
    "unavailable.needs_creation": ("2.没有现成信息需要另行制作", "0\t0\t0\t0\t0\t0\t0"),
    "unavailable.still_unclear": ("3.补正后申请内容仍不明确", "0\t0\t0\t0\t0\t0\t0"),
    "not_processed.petition_or_complaint": ("（五）不予处理\t1.信访举报投诉类申请", "0\t0\t0\t0\t0\t0\t0"),
    "not_processed.duplicate": ("2.重复申请", "0\t0\t0\t0\t0\t0\t0"),
    "not_processed.publication": ("3.要求提供公开出版物", "0\t0\t0\t0\t0\t0\t0"),
    "not_processed.excessive": ("4.无正当理由大量反复申请", "0\t0\t0\t0\t0\t0\t0"),
    "not_processed.reconfirmation": ("5.要求行政机关确认或重新出具已获取信息", "0\t0\t0\t0\t0\t0\t0"),
    "other_handling.correction_overdue": (
        "（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "0\t0\t0\t0\t0\t0\t0",
    ),
    "other_handling.fee_overdue": (
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "0\t0\t0\t0\t0\t0\t0",
    ),
    "other_handling.other": ("3.其他", "0\t0\t0\t0\t0\t0\t0"),
    "concluded_total": ("（七）总计", "4\t1\t0\t0\t0\t0\t5"),
    "carried_forward": ("四、结转下年度继续办理", "1\t0\t0\t0\t0\t0\t1"),
}

TEXT = """青禾县人民政府2023年政府信息公开工作年度报告

发布时间：2024-01-26

本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。

一、总体情况

（一）主动公开。全年在县政府网站发布各类信息310条。

（二）依申请公开。全年收到申请6件，均按期办理。

（三）政府信息管理。修订了信息发布审核办法。

（四）政府信息公开平台建设。改版了网站的三个栏目。

（五）监督保障。举办培训2次。

二、主动公开政府信息情况

第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
行政规范性文件\t3\t1\t12
第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t1520
第二十条第（六）项
信息内容\t本年处理决定数量
行政处罚\t96
行政强制\t4
第二十条第（八）项
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t12.50

三、收到和处理政府信息公开申请情况

（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况
自然人\t法人或其他组织\t总计
商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他
REQUESTS
四、政府信息公开行政复议、行政诉讼情况

行政复议\t行政诉讼
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0

五、存在的主要问题及改进情况

部分栏目更新不够及时。下一步将每季度检查一次。

六、其他需要报告的事项

本年度未收取信息处理费。
""".replace("REQUESTS", "\n".join("\t".join(row) for row in REQUEST_ROWS.values()) + "\n")

PROACTIVE_2021 = {
    "regulations": ("issued", "repealed", "in_force"),
    "normative_documents": ("issued", "repealed", "in_force"),
    "licensing": ("decisions",),
    "penalties": ("decisions",),
    "compulsory_measures": ("decisions",),
    "fees": ("amount",),
}

Address = tuple[str, str, str]


def record(cells: Mapping[Address, Mapping[str, Any]] | None = None, **fields: object) -> dict[str, Any]:
    """Give the JSON form of a report of the 2021 form in which only these cells are not absent."""
    given = dict(cells or {})

    def table(kind: str) -> dict[str, Any]:
        layout = _table_layout(kind)
        assert layout is not None
        rows, columns = layout
        of_row = {row: [column for column, _ in columns] for row in rows if row != "other_handling"}
        addresses = [
            (kind, row, column)
            for row, in_row in (PROACTIVE_2021 if kind == "proactive" else of_row).items()
            for column in in_row
        ]
        absent = {"value": None, "status": "absent", "raw": None, "span": None, "page": None, "unit": None}
        absent |= {"box": None, "grid": None}
        return {
            "kind": kind,
            "edition": "2021",
            "presence": "partial" if any(address in (cells or {}) for address in addresses) else "absent",
            "span": None,
            "cells": [
                {
                    "row": row,
                    "column": column,
                    "edition": "2021",
                    **absent,
                    **given.pop((kind, row, column), {}),
                }
                for kind, row, column in addresses
            ],
        }

    report: dict[str, Any] = {
        "schema_version": 2,
        "format": "text",
        "title": None,
        "issuer": None,
        "year": None,
        "period": None,
        "published": None,
        "metadata": {},
        "contact": dict.fromkeys(("address", "postcode", "telephone", "fax", "email")),
        "sections": [],
        **{kind: table(kind) for kind in ("proactive", "requests", "review")},
        "findings": [],
        **fields,
    }
    assert not given, f"no such cells: {given}"
    return report


def made(
    cells: Mapping[Address, Mapping[str, Any]] | None = None, text: str | None = None, **fields: object
) -> gr.Report:
    """Make a report from `record`."""
    return gr.Report.from_json(json.dumps(record(cells, **fields)), text)


def located(value: object, origin: str = "title", start: int = 0, end: int = 3) -> dict[str, Any]:
    """Give a value with where it was found."""
    return {"value": value, "origin": origin, "span": {"start": start, "end": end}}


def read(value: float, raw: str | None = None, start: int = 0) -> dict[str, Any]:
    """Give the fields of a cell that was read."""
    raw = str(value) if raw is None else raw
    return {
        "value": value,
        "status": "read",
        "raw": raw,
        "span": {"start": start, "end": start + len(raw.encode())},
    }
