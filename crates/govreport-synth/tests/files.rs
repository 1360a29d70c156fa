//! What strikes files must be seen in the file that is written, and the truth must say what the page then says.

use govreport_core::model::Status;
use govreport_synth::{DamageKind, Docx, Html, Layout, Markup, Print, Spec, Written, write, write_file};

const PAGE: Layout = Layout::Html(Html { markup: Markup::Plain, charset: "utf-8" });
const WORD: Layout = Layout::Docx(Docx::PLAIN);
const PDF: Layout = Layout::Pdf(Print::RULED);

/// The reports of sixty seeds in which a damage struck, each with its specification.
fn reports(layout: Layout, kind: DamageKind) -> Vec<(Spec, Written)> {
    assert!(kind.fits(layout), "{kind:?} {layout:?}");
    let specs = (0..60).map(|seed| Spec::damaged(layout, &[kind], seed));
    let reports: Vec<_> = specs.map(|spec| (spec.clone(), write(&spec))).collect();
    reports.into_iter().filter(|(_, written)| !written.said.is_empty()).collect()
}

/// Each of these pieces of source stands in a report, and in none that is not damaged.
fn shows(layout: Layout, kind: DamageKind, pieces: &[&str]) {
    let reports = reports(layout, kind);
    assert!(reports.len() > 40, "{kind:?} struck {} of 60 reports of {layout:?}", reports.len());
    for piece in pieces {
        assert!(
            reports.iter().any(|(_, written)| written.text.contains(piece)),
            "{kind:?} {layout:?}: no {piece}"
        );
        let undamaged = |spec: &Spec| write(&Spec { damage: Vec::new(), ..spec.clone() }).text;
        let (spec, _) = &reports[0];
        assert!(!undamaged(spec).contains(piece), "{kind:?} {layout:?}: {piece} before the damage");
    }
}

#[test]
fn figures_that_do_not_hold_are_in_the_file() {
    shows(PAGE, DamageKind::OwnStruck, &["<s>", "<del>", "<strike>", "line-through"]);
    shows(WORD, DamageKind::OwnStruck, &["<w:strike/>", "<w:dstrike/>", "<w:del ", "<w:moveFrom "]);
    shows(Layout::Xlsx, DamageKind::OwnStruck, &[" s=\"1\">"]);
    shows(Layout::Markdown, DamageKind::OwnStruck, &["~~"]);
    shows(PDF, DamageKind::OwnStruck, &[" l S", " 0.6 re f", "1 0 0 RG"]);
    shows(PAGE, DamageKind::OwnHidden, &["display:none", "opacity:0", " hidden>", "<template>", "-9999px"]);
    shows(WORD, DamageKind::OwnHidden, &["<w:vanish/>", "FFFFFF", "<w:sz w:val=\"2\"/>"]);
    shows(Layout::Xlsx, DamageKind::OwnHidden, &[" s=\"2\"", " s=\"3\""]);
    shows(PDF, DamageKind::OwnHidden, &["1 g\n", "q 3 Tr\n", "q 0 0 1 1 re W n\n", "q 1 0 0 1 -900 0 cm\n"]);
    shows(PDF, DamageKind::Covered, &["0 g ", "1 g ", "0.8 g ", "0.95 g "]);
}

#[test]
fn what_is_drawn_over_the_text_is_in_the_file() {
    let kinds = ["FreeText", "Widget", "Text/F", "Highlight", "Square", "Redact", "StrikeOut", "Stamp"];
    let kinds = kinds.map(|kind| format!("/Subtype/{kind}"));
    let pieces: Vec<&str> = kinds.iter().map(String::as_str).chain(["/Annots ", "/AP<</N "]).collect();
    shows(PDF, DamageKind::Annotations, &pieces);
    shows(PDF, DamageKind::WatermarkDrawn, &[" 0.866 0.5 -0.5 0.866 "]);
    shows(PAGE, DamageKind::WatermarkDrawn, &["rotate(-30deg)"]);
    shows(PAGE, DamageKind::TextsOverlaid, &["position:absolute;left:0", "margin-right:-1em", "left:-0.8em"]);
    for kind in [DamageKind::DrawnTwice, DamageKind::TextsOverlaid] {
        for (spec, written) in reports(PDF, kind) {
            let undamaged = write(&Spec { damage: Vec::new(), ..spec });
            let drawn = |text: &str| text.matches(" Tj").count();
            assert!(drawn(&written.text) > drawn(&undamaged.text), "{kind:?} {:?}", written.said);
        }
    }
}

#[test]
fn parts_that_show_less_than_they_hold_are_in_the_file() {
    let fields = ["<select>", "<select disabled>", "<input type=text", "<textarea", "<datalist", "label="];
    shows(PAGE, DamageKind::FormFields, &fields);
    shows(WORD, DamageKind::FormFields, &["<w:dropDownList>", "FORMTEXT", "FORMDROPDOWN", "<w:fldSimple"]);
    shows(PAGE, DamageKind::Folded, &["<details><summary>"]);
    shows(PAGE, DamageKind::FallbackText, &["<progress", "<meter", "<canvas", "<iframe"]);
    shows(PAGE, DamageKind::Reversed, &["<bdo dir=\"rtl\">", "bidi-override", "<span dir=rtl>"]);
    shows(WORD, DamageKind::Reversed, &["<w:bdo w:val=\"rtl\">"]);
    shows(WORD, DamageKind::Alternatives, &["<mc:Choice ", "<mc:Fallback>", "<wps:txbx>", "<v:textbox>"]);
    shows(PAGE, DamageKind::Formulas, &["<math>", "<mfrac>", "<msqrt>", "<annotation "]);
    shows(WORD, DamageKind::Formulas, &["<m:oMath ", "<m:oMathPara ", "<m:f>", "<m:rad>"]);
}

#[test]
fn what_a_workbook_shows_otherwise_is_in_the_file() {
    shows(Layout::Xlsx, DamageKind::FormulaUnstored, &["</f></c>", "<v></v>"]);
    for (_, written) in reports(Layout::Xlsx, DamageKind::NumberFormat) {
        assert!(written.text.contains(" s=\""), "{:?}", written.said);
    }
    let unseen = ["<row r=\"", " hidden=\"1\">", " ht=\"0\" "];
    shows(Layout::Xlsx, DamageKind::UnseenCells, &unseen[1..]);
    shows(PAGE, DamageKind::UnseenCells, &["<tr hidden>", "<tr style=", "<td style=display:none>"]);
    shows(WORD, DamageKind::UnseenCells, &["<w:trPr><w:hidden/>", "<w:trPr><w:del "]);
}

#[test]
fn a_formula_without_a_result_is_no_number_and_no_blank() {
    for (spec, written) in reports(Layout::Xlsx, DamageKind::FormulaUnstored) {
        let formulas = written.text.matches("<f>").count();
        let untold = written.truth.iter().filter(|cell| cell.value.is_none());
        assert!(untold.clone().all(|cell| !cell.statuses.contains(&Status::Blank)), "{:?}", written.said);
        assert!(untold.count() >= formulas && formulas > 0, "{:?} {spec:?}", written.said);
    }
}

#[test]
fn a_number_is_what_its_format_shows() {
    let mut scaled = 0;
    for (spec, written) in reports(Layout::Xlsx, DamageKind::NumberFormat) {
        for cell in written.truth.iter().filter(|cell| cell.value.is_some()) {
            assert_eq!(cell.value, spec.figures.get(cell.row, cell.column), "{:?}", written.said);
        }
        scaled += usize::from(written.said[0].contains(" 0,"));
    }
    assert!(scaled > 5, "{scaled} reports with numbers in thousands");
}

#[test]
fn a_report_of_an_unknown_year_names_it_in_one_table_only() {
    for layout in [Layout::Markdown, Layout::Paragraphs, PAGE, WORD] {
        let mut untold = 0;
        for (spec, written) in reports(layout, DamageKind::YearUnknown) {
            let year = spec.prose.year.to_string();
            assert!(written.text.contains(&year), "{:?}", written.said);
            assert!(
                !written.text.contains(&format!("{year}年政府信息公开")),
                "{layout:?} {:?}",
                written.said
            );
            assert!(!written.text.contains(&format!("{year}年度")), "{layout:?} {:?}", written.said);
            assert!(!written.text.contains(&format!("{year}年1月")), "{layout:?} {:?}", written.said);
            untold += usize::from(written.truth.iter().any(|cell| cell.value.is_none()));
        }
        // Elsewhere both years have the same numbers.
        assert!(untold > 30, "{layout:?}: {untold} reports leave a cell in doubt");
    }
}

#[test]
fn a_workbook_is_packed_with_its_sheet() {
    let file = write_file(&Spec::random(Layout::Xlsx, 3));
    assert!(file.bytes.starts_with(b"PK"));
    assert!(file.written.text.contains("<mergeCell ref=\""));
    assert!(file.written.truth.iter().all(|cell| cell.place.is_some()));
}
