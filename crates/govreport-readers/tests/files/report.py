"""An invented report, as a web page and as a workbook."""

from html import escape

Cell = tuple[str, int, int]  # text, columns, rows

TITLE = "云栖县松涧镇人民政府2023年政府信息公开工作年度报告"
FACTS = ["第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项"]


def _plain(*texts: str) -> list[Cell]:
    return [(text, 1, 1) for text in texts]


def proactive() -> list[list[Cell]]:
    return [
        [(FACTS[0], 4, 1)],
        _plain("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        _plain("规章", "0", "0", "0"),
        _plain("行政规范性文件", "3", "", "21"),
        [(FACTS[1], 4, 1)],
        [("信息内容", 1, 1), ("本年处理决定数量", 3, 1)],
        [("行政许可", 1, 1), ("64", 3, 1)],
        [(FACTS[2], 4, 1)],
        [("信息内容", 1, 1), ("本年处理决定数量", 3, 1)],
        [("行政处罚", 1, 1), ("17", 3, 1)],
        [("行政强制", 1, 1), ("", 3, 1)],
        [(FACTS[3], 4, 1)],
        [("信息内容", 1, 1), ("本年收费金额（单位：万元）", 3, 1)],
        [("行政事业性收费", 1, 1), ("7730.28", 3, 1)],
    ]


ROWS = [
    (["一、本年新收政府信息公开申请数量"], "6 2 0 0 1 0 9"),
    (["二、上年结转政府信息公开申请数量"], "1 0 0 0 0 0 1"),
    (["三、本年度办理结果", "（一）予以公开"], "4 1 0 0 0 0 5"),
    ([None, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"], "1 0 0 0 0 0 1"),
    ([None, "（三）不予公开", "1.属于国家秘密"], "0 0 0 0 0 0 0"),
    ([None, None, "2.其他法律行政法规禁止公开"], "0 0 0 0 0 0 0"),
    ([None, None, "3.危及“三安全一稳定”"], "0 0 0 0 0 0 0"),
    ([None, None, "4.保护第三方合法权益"], "1 0 0 0 0 0 1"),
    ([None, None, "5.属于三类内部事务信息"], "0 0 0 0 0 0 0"),
    ([None, None, "6.属于四类过程性信息"], "0 0 0 0 0 0 0"),
    ([None, None, "7.属于行政执法案卷"], "0 0 0 0 0 0 0"),
    ([None, None, "8.属于行政查询事项"], "0 1 0 0 0 0 1"),
    ([None, "（四）无法提供", "1.本机关不掌握相关政府信息"], "0 0 0 0 1 0 1"),
    ([None, None, "2.没有现成信息需要另行制作"], "0 0 0 0 0 0 0"),
    ([None, None, "3.补正后申请内容仍不明确"], "0 0 0 0 0 0 0"),
    ([None, "（五）不予处理", "1.信访举报投诉类申请"], "0 0 0 0 0 0 0"),
    ([None, None, "2.重复申请"], "0 0 0 0 0 0 0"),
    ([None, None, "3.要求提供公开出版物"], "0 0 0 0 0 0 0"),
    ([None, None, "4.无正当理由大量反复申请"], "0 0 0 0 0 0 0"),
    ([None, None, "5.要求行政机关确认或重新出具已获取信息"], "0 0 0 0 0 0 0"),
    ([None, "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"], "0 0 0 0 0 0 0"),
    ([None, None, "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"], "0 0 0 0 0 0 0"),
    ([None, None, "3.其他"], "0 0 0 0 0 0 0"),
    ([None, "（七）总计"], "6 2 0 0 1 0 9"),
    (["四、结转下年度继续办理"], "1 0 0 0 0 0 1"),
]


def requests() -> list[list[Cell]]:
    rows = [
        [("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), ("申请人情况", 7, 1)],
        [("自然人", 1, 2), ("法人或其他组织", 5, 1), ("总计", 1, 2)],
        _plain("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"),
    ]
    for index, (labels, numbers) in enumerate(ROWS):
        row = []
        for column, label in enumerate(labels):
            if label is None:
                continue
            below = 0
            for other, _ in ROWS[index + 1 :]:
                if len(other) > column and other[column] is None and all(
                    part is None for part in other[: column + 1]
                ):
                    below += 1
                else:
                    break
            width = 3 - column if column == len(labels) - 1 else 1
            row.append((label, width, 1 + below))
        rows.append(row + _plain(*numbers.split()))
    return rows


def review() -> list[list[Cell]]:
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    return [
        [("行政复议", 5, 1), ("行政诉讼", 10, 1)],
        [(result, 1, 2) for result in results] + [("未经复议直接起诉", 5, 1), ("复议后起诉", 5, 1)],
        _plain(*results, *results),
        _plain(*"2 0 0 1 3 0 1 0 0 1 0 0 0 0 0".split()),
    ]


PARTS = [
    ("一、总体情况", ["本镇全年在县政府网站上发布信息358条，开展培训2次。"], None),
    ("二、主动公开政府信息情况", [], proactive),
    ("三、收到和处理政府信息公开申请情况", [], requests),
    ("四、政府信息公开行政复议、行政诉讼情况", [], review),
    ("五、存在的主要问题及改进情况", ["栏目更新有快有慢，将每月自查一次。"], None),
    ("六、其他需要报告的事项", ["本年度未收取信息处理费。"], None),
]


def html() -> str:
    parts = [f"<h1>{TITLE}</h1>"]
    for heading, paragraphs, table in PARTS:
        parts.append(f"<h2>{heading}</h2>")
        parts += [f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs]
        if table:
            rows = "".join(
                "<tr>" + "".join(f"<td colspan={w} rowspan={h}>{escape(t)}</td>" for t, w, h in row) + "</tr>"
                for row in table()
            )
            parts.append(f"<table border=1>{rows}</table>")
    head = '<meta charset="utf-8"><meta name="author" content="松涧镇党政办公室">'
    return f"<html><head>{head}<title>{TITLE}</title></head><body>{''.join(parts)}</body></html>"


def spreadsheet(sheets: str) -> str:
    """A workbook (flat OpenDocument) with these sheets."""
    names = ["office", "table", "text", "style", "number"]
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    spaces = spaces.replace(":number:", ":datastyle:") + ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">{sheets}</office:document>'
    )


def workbook() -> str:
    """All parts on one sheet, as such sheets are sent; the table begins in column B of none of them."""
    rows: list[list[Cell]] = [[(TITLE, 15, 1)], []]
    for heading, paragraphs, table in PARTS:
        rows += [[(heading, 1, 1)]] + [[(paragraph, 1, 1)] for paragraph in paragraphs]
        rows += (table() if table else []) + [[]]
    written = []
    covered: dict[tuple[int, int], bool] = {}
    for number, row in enumerate(rows):
        cells, column = [], 0
        for text, width, height in row:
            while covered.get((number, column)):
                cells.append("<table:covered-table-cell/>")
                column += 1
            kind = "float" if text and text.replace(".", "").isdigit() else "string"
            value = f' office:value="{text}"' if kind == "float" else ""
            content = f"<text:p>{escape(text)}</text:p>" if text else ""
            kinds = f' office:value-type="{kind}"{value}' if text else ""
            spans = f' table:number-columns-spanned="{width}" table:number-rows-spanned="{height}"'
            cells.append(f"<table:table-cell{kinds}{spans}>{content}</table:table-cell>")
            cells += ["<table:covered-table-cell/>"] * (width - 1)
            for down in range(1, height):
                covered.update({(number + down, column + across): True for across in range(width)})
            column += width
        written.append("<table:table-row>" + ("".join(cells) or "<table:table-cell/>") + "</table:table-row>")
    table = f'<table:table table:name="年报">{"".join(written)}</table:table>'
    return spreadsheet(f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>")
