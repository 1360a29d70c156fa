"""A page of what the text of a Word document can hold, as flat OpenDocument."""


def _row(*cells: str) -> str:
    return "<table:table-row>" + "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells) + "</table:table-row>"


def _table(name: str, columns: int, *rows: str) -> str:
    return f'<table:table table:name="{name}"><table:table-column table:number-columns-repeated="{columns}"/>{"".join(rows)}</table:table>'


def _p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def text() -> str:
    names = {
        "office": "office", "table": "table", "text": "text", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }  # fmt: skip
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"' for name, full in names.items())
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    inner = _table("内表", 2, _row(_p("里一"), _p("里二")), _row(_p("里三"), _p("")))
    body = "".join(
        [
            '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>某人'
            "</dc:creator><dc:date>2024-01-05T10:00:00</dc:date></office:change-info><text:p>已删</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes>",
            '<text:h text:outline-level="1" text:style-name="Heading_20_1">标题一</text:h>',
            '<text:h text:outline-level="3" text:style-name="Heading_20_3">标题三</text:h>',
            _p('前<text:change text:change-id="c1"/>后'),
            _p('可见<text:span text:style-name="T1">隐藏</text:span>文字'),
            _p("上行<text:line-break/>下行"),
            _p("注释<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>"
               + _p("脚注的文字") + "</text:note-body></text:note>在此"),
            _p("见<text:a xlink:type=\"simple\" xlink:href=\"http://example.org/a.doc\">附件一</text:a>。"),
            _p("编号 No. 5 “abc”é"),
            _table("外表", 2, _row(_p("外一"), _p("外二") + inner), _row(_p("甲") + _p("乙"), _p("丙"))),
            _p('<draw:frame draw:name="f" text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm"><draw:text-box>'
               + _p("框里的文字") + "</draw:text-box></draw:frame>框外的文字"),
            _p("末段"),
        ]
    )  # fmt: skip
    styles = (
        '<office:styles><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" '
        'style:default-outline-level="1"/><style:style style:name="Heading_20_3" style:display-name="Heading 3" '
        'style:family="paragraph" style:default-outline-level="3"/></office:styles><office:automatic-styles>'
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:page-layout style:name="L"><style:header-style/></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:header>'
        + _p("页眉的文字")
        + "</style:header></style:master-page></office:master-styles>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">{styles}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )
