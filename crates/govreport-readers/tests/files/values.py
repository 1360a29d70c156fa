"""A workbook of all kinds of values, of merged cells, empty rows and hidden sheets."""

from report import spreadsheet

STYLES = """<office:automatic-styles>
<number:percentage-style style:name="N1"><number:number number:decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:date-style style:name="N2"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<number:number-style style:name="N3"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<number:boolean-style style:name="N4"><number:boolean/></number:boolean-style>
<style:style style:name="truth" style:family="table-cell" style:data-style-name="N4"/>
<style:style style:name="percent" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="date" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="grouped" style:family="table-cell" style:data-style-name="N3"/>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>"""


def _cell(kind: str, value: str = "", extra: str = "", text: str = "") -> str:
    name = {"date": "date-value", "boolean": "boolean-value"}.get(kind, "value")
    attribute = f' office:{name}="{value}"' if value else ""
    content = f"<text:p>{text}</text:p>" if text else ""
    return f'<table:table-cell office:value-type="{kind}"{attribute}{extra}>{content}</table:table-cell>'


def _text(text: str, extra: str = "") -> str:
    return _cell("string", extra=extra, text=text)


EMPTY = "<table:table-cell/>"
TRUTH = ' table:style-name="truth"'
COVERED = "<table:covered-table-cell/>"


def _row(*cells: str, extra: str = "") -> str:
    return f"<table:table-row{extra}>{''.join(cells)}</table:table-row>"


def _sheet(name: str, *rows: str, extra: str = "") -> str:
    return f'<table:table table:name="{name}"{extra}>{"".join(rows)}</table:table>'


def workbook() -> str:
    first = _sheet(
        "数据",
        _row(EMPTY),
        _row(EMPTY, _text("各种数值", ' table:number-columns-spanned="3"'), COVERED, COVERED),
        _row(EMPTY, _text("整数"), _cell("float", "1234567"), _text("甲")),
        _row(EMPTY, _text("小数"), _cell("float", "7730.28"), EMPTY),
        _row(EMPTY, _text("百分比"), _cell("percentage", "0.1234", ' table:style-name="percent"'), EMPTY),
        _row(EMPTY, _text("日期"), _cell("date", "2024-01-17", ' table:style-name="date"'), EMPTY),
        _row(EMPTY, _text("真假"), _cell("boolean", "true", TRUTH), _cell("boolean", "false", TRUTH)),
        _row(EMPTY, _text("公式"), _cell("float", "8", ' table:formula="of:=3+5"'),
             _cell("string", extra=' table:formula="of:=&quot;文&quot;&amp;&quot;字&quot;"', text="文字")),
        _row(EMPTY, _text("错误"), _cell("float", "0", ' table:formula="of:=1/0"'), EMPTY),
        _row(EMPTY, _text("千分位"), _cell("float", "12345.5", ' table:style-name="grouped"'), EMPTY),
        _row(EMPTY, _text("并行", ' table:number-rows-spanned="2"'), _cell("float", "1"), _cell("float", "-2")),
        _row(EMPTY, COVERED, _cell("float", "0.1"), _text("前\u3000后")),
        _row(EMPTY, _text("藏行"), _cell("float", "9"), EMPTY, extra=' table:visibility="collapse"'),
        _row(EMPTY),
        _row(EMPTY, _text("第二表"), _text("a")),
        _row(EMPTY, EMPTY, _text("b<text:span>c</text:span>")),
    )  # fmt: skip
    hidden = _sheet("藏", _row(_text("不见")), extra=' table:style-name="hidden"')
    empty = _sheet("空", _row(EMPTY))
    last = _sheet("说明", _row(_text("只有一段话。")))
    return spreadsheet(
        f"{STYLES}<office:body><office:spreadsheet>{first}{hidden}{empty}{last}</office:spreadsheet></office:body>"
    )
