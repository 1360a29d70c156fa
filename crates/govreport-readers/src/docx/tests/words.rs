//! What counts as words of the document, and what does not.

use super::written::{SPACES, Written};
use super::{blocks, body, p, read, remarks};

#[test]
fn signs_inside_paragraphs() {
    let document = body(
        "<w:p><w:r><w:t xml:space='preserve'>甲 &amp;&#x4E00;</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/>\
         <w:t>丙</w:t><w:br/><w:t>丁</w:t><w:cr/><w:sym w:font='Symbol' w:char='F035'/><w:sym w:font='Wingdings' w:char='F0FE'/></w:r></w:p>\
         <w:p/><w:p><w:r><w:br w:type='page'/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>戊</w:t></w:r>\
         <m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>",
    );
    insta::assert_snapshot!(blocks(&document), @"
    P 甲 &一	乙-丙
    P 丁
    P 5•

    P 戊x
    ");
}

#[test]
fn revisions_are_accepted() {
    let document = body(
        "<w:p><w:r><w:t>收到</w:t></w:r><w:del><w:r><w:delText>11</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins>\
         <w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>件</w:t></w:r></w:moveTo>\
         <w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>。</w:t></w:r></w:p>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>办结1</w:t></w:r></w:p><w:p><w:r><w:t>2件</w:t></w:r></w:p>",
    );
    insta::assert_snapshot!(blocks(&document), @"
    P 收到12件。
    P 办结12件
    ");
}

#[test]
fn hidden_words_and_prompts_are_left_out() {
    let document = read(
        &Written::with_body(
            "<w:p><w:r><w:t>共5</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>6</w:t></w:r>\
             <w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>件</w:t></w:r><w:r><w:rPr><w:rStyle w:val='h'/></w:rPr><w:t>7</w:t></w:r></w:p>\
             <w:p><w:pPr><w:pStyle w:val='hp'/></w:pPr><w:r><w:t>隐藏</w:t></w:r></w:p>\
             <w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val='ph'/></w:rPr>\
             <w:t>单击此处</w:t></w:r><w:r><w:t>8</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        )
        .words(
            "word/styles.xml",
            "styles",
            "<w:style w:styleId='h'><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId='hp'><w:rPr><w:vanish/></w:rPr></w:style>\
             <w:style w:styleId='ph'><w:name w:val='Placeholder Text'/></w:style>",
        ),
    );
    insta::assert_snapshot!(blocks(&document), @"
    P 共5件

    P 8
    ");
}

#[test]
fn fields_show_their_results() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let document = body(&format!(
        "<w:p>{}<w:r><w:instrText>IF 1=1</w:instrText></w:r>{}<w:r><w:t>内</w:t></w:r>{}{}<w:r><w:t>果</w:t></w:r>{}\
         <w:fldSimple w:instr='PAGE'><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p><w:p>{}</w:p>{}",
        field("begin"),
        field("begin"),
        field("end"),
        field("separate"),
        field("end"),
        field("begin"),
        p("没有结尾的域之后"),
    ));
    insta::assert_snapshot!(blocks(&document), @"
    P 果3

    P 没有结尾的域之后
    ");
}

#[test]
fn text_boxes_come_once_behind_their_paragraph() {
    let choice = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></mc:Choice>\
        <mc:Fallback><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        p("框中"),
        p("框中")
    );
    let empty = "<w:r><mc:AlternateContent><mc:Choice Requires='x'><wps:other/></mc:Choice><mc:Fallback><w:pict><v:imagedata/></w:pict>\
        </mc:Fallback></mc:AlternateContent></w:r>";
    let document = body(&format!(
        "<w:p><w:r><w:t>前</w:t></w:r>{choice}<w:r><w:t>后</w:t></w:r></w:p><w:p>{empty}</w:p>\
         <w:p><w:r><w:pict><v:shape><v:textpath string='艺术字'/></v:shape></w:pict></w:r></w:p>"
    ));
    insta::assert_snapshot!(blocks(&document), @"
    P 前后
    P 框中

    picture

    P 艺术字
    ");
}

#[test]
fn the_mark_of_a_note_does_not_touch_the_number() {
    let reference = "<w:r><w:footnoteReference w:id='2' w:customMarkFollows='1'/><w:t>1</w:t></w:r>";
    let raised = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>";
    let cell =
        |words: &str, more: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r>{more}</w:p></w:tc>");
    let table = format!(
        "<w:tbl><w:tr>{}{}{}</w:tr></w:tbl>",
        cell("16", reference),
        cell("16", raised),
        cell("m", raised)
    );
    let notes = format!(
        "<w:footnote w:type='separator' w:id='0'>{}</w:footnote><w:footnote w:id='1'>{}</w:footnote>\
        <w:footnote w:id='2'><w:p><w:r><w:footnoteRef/><w:t>含上年。</w:t></w:r></w:p></w:footnote>",
        p("线"),
        p("无人提及")
    );
    let document =
        read(&Written::with_body(&(table + &p("正文"))).words("word/footnotes.xml", "footnotes", &notes));
    insta::assert_snapshot!(blocks(&document), @"
    R0.0 0[16] 1[16¹] 2[m¹]
    P 正文

    P 含上年。
    ");
}

#[test]
fn links_pictures_and_what_is_not_read() {
    let document = read(
        &Written::with_body(
            "<w:p><w:r><w:t>见</w:t></w:r><w:hyperlink r:id='rId5'><w:r><w:t> 附件 </w:t></w:r></w:hyperlink></w:p>\
             <w:p><w:r><w:drawing><a:blip r:embed='rId6'/></w:drawing></w:r></w:p>\
             <w:p><w:r><w:object><v:imagedata/><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r></w:p>\
             <w:p><w:r><w:object><v:imagedata/><o:OLEObject ProgID='Equation.3'/></w:object></w:r></w:p><w:altChunk r:id='rId7'/>",
        )
        .relations("word/_rels/document.xml.rels", &[("rId5", "hyperlink", "http://example.com/a.pdf")])
        .part("docProps/core.xml", "<x xmlns:dc='y'><dc:title> 年度报告 </dc:title><dc:creator>甲&amp;乙</dc:creator><dc:subject/></x>")
        .part("docProps/app.xml", "<Properties><Company>青禾区</Company><Pages>3</Pages></Properties>"),
    );
    let links: Vec<_> =
        document.links().iter().map(|link| (document.slice(link.span), &link.target)).collect();
    let properties: Vec<_> = document.properties().iter().map(|one| (&one.name, &one.value)).collect();
    insta::assert_snapshot!(format!("{}\n{}\n{links:?}\n{properties:?}", blocks(&document), remarks(&document)), @r#"
    P 见 附件

    picture

    picture

    picture
    PartUnread: an object of another program (Excel.Sheet.12) is embedded here; what is in it was not read
    PartUnread: another file is put in here, which was not read
    [("附件", "http://example.com/a.pdf")]
    [("title", "年度报告"), ("creator", "甲&乙"), ("Company", "青禾区")]
    "#);
}

#[test]
fn a_document_of_pictures_is_a_scan() {
    let document = body("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>");
    insta::assert_snapshot!(remarks(&document), @"ScannedPages: the document holds pictures and no text: it is a scan");
}

#[test]
fn strict_files_other_prefixes_other_encodings_other_places() {
    let strict = "<?xml version='1.0' encoding='UTF-16'?><document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main' \
        xmlns:z='http://purl.oclc.org/ooxml/wordprocessingml/main' xmlns:w='urn:other'><body><p><z:r><t>严格</t><w:t>别的</w:t></z:r></p></body></document>";
    let utf16: Vec<u8> =
        std::iter::once(0xFEFF).chain(strict.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let by_relation = Written::default()
        .relations("_rels/.rels", &[("a", "officeDocument", "/Inhalt\\Haupt.xml")])
        .raw("inhalt/haupt.xml", &utf16);
    assert_eq!(read(&by_relation).text(), "严格\n");
    let by_type = Written::default()
        .part("[Content_Types].xml", "<Types><Override PartName='/a/b.xml' ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/></Types>")
        .part("a/b.xml", &format!("<w:document {SPACES}><w:body>{}</w:body></w:document>", p("宏")));
    assert_eq!(read(&by_type).text(), "宏\n");
}
