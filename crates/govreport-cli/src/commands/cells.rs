//! `govreport cells`: one cell a line.

use std::io::Write;

use govreport::Options;
use govreport::document::Area;
use govreport::form::{ColumnKey, RowKey, TableKind};
use govreport::model::{Status, TableCell};
use serde::Serialize;

use super::output::{json_line, number, output};
use crate::args::{Cells, TableFormat};
use crate::outcome::{Failure, Outcome};
use crate::sources::read_each;

/// The fields, in the order of every output.
const HEADING: &str = "source,table,row,column,value,status,raw,start,end,page,\
                       box_left,box_top,box_right,box_bottom,grid_table,grid_row,grid_column\r\n";

#[derive(Serialize)]
struct Record<'a> {
    source: &'a str,
    table: TableKind,
    row: RowKey,
    column: ColumnKey,
    value: Option<serde_json::Number>,
    status: Status,
    raw: Option<&'a str>,
    start: Option<usize>,
    end: Option<usize>,
    page: Option<u32>,
    #[serde(rename = "box")]
    area: Option<Area>,
    grid: Option<[u32; 3]>,
}

impl<'a> Record<'a> {
    fn new(source: &'a str, cell: &'a TableCell) -> Self {
        Self {
            source,
            table: cell.table(),
            row: cell.row,
            column: cell.column,
            value: cell.value.as_ref().and_then(number),
            status: cell.status,
            raw: cell.raw.as_deref(),
            start: cell.span.map(|span| span.start),
            end: cell.span.map(|span| span.end),
            page: cell.page,
            area: cell.area,
            grid: cell.grid.map(|place| [place.table, place.row, place.column]),
        }
    }

    fn write_csv(&self, out: &mut impl Write) -> std::io::Result<()> {
        fn field<T: ToString>(value: Option<T>) -> String {
            value.map(|value| value.to_string()).unwrap_or_default()
        }
        quoted(out, self.source)?;
        write!(
            out,
            ",{},{},{},{},{},",
            self.table,
            self.row,
            self.column,
            field(self.value.as_ref()),
            self.status
        )?;
        quoted(out, self.raw.unwrap_or_default())?;
        write!(out, ",{},{},{}", field(self.start), field(self.end), field(self.page))?;
        let area = self.area.map(|area| [area.left, area.top, area.right, area.bottom]);
        for edge in 0..4 {
            write!(out, ",{}", field(area.map(|area| area[edge])))?;
        }
        for place in 0..3 {
            write!(out, ",{}", field(self.grid.map(|grid| grid[place])))?;
        }
        out.write_all(b"\r\n")
    }
}

/// A field of CSV as in RFC 4180: in quotation marks where it needs them.
fn quoted(out: &mut impl Write, text: &str) -> std::io::Result<()> {
    if text.contains(['"', ',', '\n', '\r']) {
        write!(out, "\"{}\"", text.replace('"', "\"\""))
    } else {
        out.write_all(text.as_bytes())
    }
}

pub(super) fn run(args: &Cells, options: &Options) -> Result<Outcome, Failure> {
    let mut out = output();
    if args.format == TableFormat::Csv {
        out.write_all(HEADING.as_bytes())?;
    }
    let tally = read_each(&args.sources.paths, options, |source, reading| {
        for cell in reading.report.cells() {
            let record = Record::new(source, cell);
            match args.format {
                TableFormat::Jsonl => json_line(&mut out, &record)?,
                TableFormat::Csv => record.write_csv(&mut out)?,
            }
        }
        Ok(())
    })?;
    out.flush()?;
    Ok(tally.outcome())
}

#[cfg(test)]
mod tests {
    use govreport::Span;
    use govreport::document::GridPlace;

    use super::*;

    fn lines(cell: &TableCell, source: &str) -> (String, String) {
        let (mut json, mut csv) = (Vec::new(), Vec::new());
        let record = Record::new(source, cell);
        json_line(&mut json, &record).expect("writing to memory does not fail");
        record.write_csv(&mut csv).expect("writing to memory does not fail");
        (String::from_utf8_lossy(&json).into_owned(), String::from_utf8_lossy(&csv).into_owned())
    }

    #[test]
    fn every_field_is_there_where_nothing_is_known() {
        let cell = TableCell::absent(RowKey::Granted, ColumnKey::Total);
        let (json, csv) = lines(&cell, "a.txt");
        assert_eq!(
            json,
            "{\"source\":\"a.txt\",\"table\":\"requests\",\"row\":\"granted\",\"column\":\"total\",\"value\":null,\
             \"status\":\"absent\",\"raw\":null,\"start\":null,\"end\":null,\"page\":null,\"box\":null,\"grid\":null}\n"
        );
        assert_eq!(csv, "a.txt,requests,granted,total,,absent,,,,,,,,,,,\r\n");
        assert_eq!(HEADING.matches(',').count(), csv.matches(',').count());
    }

    #[test]
    fn amounts_keep_all_their_digits_and_text_is_quoted() {
        let cell = TableCell {
            value: "25.1000".parse().ok(),
            status: Status::Read,
            raw: Some("\"251,000\"元".into()),
            span: Some(Span::new(3, 20)),
            page: Some(2),
            area: Some(Area::new(72.0, 100.5, 90.25, 112.0)),
            grid: Some(GridPlace { table: 0, row: 8, column: 1 }),
            ..TableCell::absent(RowKey::Fees, ColumnKey::Amount)
        };
        let (json, csv) = lines(&cell, "甲,乙.txt");
        assert!(json.contains("\"value\":25.1000,"), "{json}");
        assert_eq!(
            csv,
            "\"甲,乙.txt\",proactive,fees,amount,25.1000,read,\"\"\"251,000\"\"元\",3,20,2,72,100.5,90.25,112,0,8,1\r\n"
        );
        assert!(json.ends_with("\"page\":2,\"box\":[72.0,100.5,90.25,112.0],\"grid\":[0,8,1]}\n"), "{json}");
    }
}
