//! Writes one report in every format that this crate can write, its true cells, and what `LibreOffice` makes the others of:
//!
//! ```text
//! cargo run -p govreport-synth --example write_formats -- examples/formats target/formats
//! ```
//!
//! The second folder takes the `OpenDocument` files; `examples/formats/make.sh` does the rest.

mod report;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use encoding_rs::{Encoding, GBK, UTF_8};
use govreport_core::form::TableKind;
use govreport_synth::{Html, Layout, Markup, Merged, Print, Spec, write};
use serde_json::{Number, Value, json};

/// The files that are ready as they are written.
const READY: &[(&str, Layout, &Encoding)] = &[
    ("tabs.txt", Layout::Tabs(Merged::Empty), UTF_8),
    ("markdown.md", Layout::Markdown, UTF_8),
    ("plain.html", Layout::Html(Html { markup: Markup::Plain, charset: "utf-8" }), UTF_8),
    ("word.html", Layout::Html(Html { markup: Markup::Word, charset: "utf-8" }), UTF_8),
    ("unclosed.html", Layout::Html(Html { markup: Markup::Unclosed, charset: "utf-8" }), UTF_8),
    ("site.html", Layout::Html(Html { markup: Markup::Site, charset: "utf-8" }), UTF_8),
    // What is declared as gb2312 holds characters that only GBK has.
    ("gbk.html", Layout::Html(Html { markup: Markup::Word, charset: "gb2312" }), GBK),
];

/// The files that `LibreOffice` makes others of.
const SOURCES: &[(&str, Layout)] = &[
    ("ruled.fodt", Layout::OpenText(Print::RULED)),
    ("unruled.fodt", Layout::OpenText(Print { ruled: false, ..Print::RULED })),
    ("pages.fodt", Layout::OpenText(Print { small_pages: true, ..Print::RULED })),
    ("pages_heads.fodt", Layout::OpenText(Print { small_pages: true, repeated_heads: true, ..Print::RULED })),
    ("sheets.fods", Layout::OpenSheets),
];

fn main() -> io::Result<()> {
    let mut folders = env::args().skip(1).map(PathBuf::from);
    let ready = folders.next().unwrap_or_else(|| "examples/formats".into());
    let sources = folders.next().unwrap_or_else(|| "target/formats".into());
    fs::create_dir_all(&ready)?;
    fs::create_dir_all(&sources)?;
    for (file, layout, encoding) in READY {
        let text = write(&report::spec(*layout)).text;
        fs::write(ready.join(file), encoding.encode(&text).0)?;
    }
    for (file, layout) in SOURCES {
        fs::write(sources.join(file), write(&report::spec(*layout)).text)?;
    }
    truth(&report::spec(Layout::Tabs(Merged::Empty)), &ready)
}

/// The true cells, one a line, and what the report says of itself.
fn truth(spec: &Spec, folder: &Path) -> io::Result<()> {
    let written = write(spec);
    let edition = |table| spec.figures.editions().of(table).key();
    let report = json!({
        "title": written.title,
        "issuer": written.issuer,
        "year": written.year,
        "period": written.period.map(|(first, last)| [first.to_string(), last.to_string()]),
        "edition": {"proactive": edition(TableKind::Proactive), "requests": edition(TableKind::Requests)},
        "sections": written.sections.iter().map(|key| key.key()).collect::<Vec<_>>(),
    });
    let cells: Vec<String> = written
        .truth
        .iter()
        .map(|cell| {
            let number = |value: govreport_synth::Decimal| {
                Value::Number(Number::from_string_unchecked(value.to_string()))
            };
            let raw = cell.place.clone().and_then(|place| written.text.get(place));
            let status = cell.statuses.first().map(|status| status.key());
            json!({
                "table": cell.table().key(),
                "row": cell.row.key(),
                "column": cell.column.key(),
                "value": cell.value.map_or(Value::Null, number),
                "status": status,
                "raw": raw,
            })
            .to_string()
        })
        .collect();
    fs::write(
        folder.join("cells.json"),
        format!("{{\"report\": {report},\n \"cells\": [\n  {}\n ]}}\n", cells.join(",\n  ")),
    )
}
