//! `govreport cells`: one cell a line.

use std::io::Write;

use govreport::Options;
use govreport::document::Area;
use govreport::form::{ColumnKey, Edition, RowKey, TableKind};
use govreport::model::{Figure, Heading, Label, Reason, Status, SumsAnswer, TableCell, Tie, Unit};
use serde::Serialize;

use super::output::{json_line, number, output};
use crate::args::{Cells, TableFormat};
use crate::outcome::{Failure, Outcome};
use crate::sources::read_each;

/// The fields, in the order of every output.
const HEADING: &str = "source,table,row,column,value,status,raw,unit,reason,start,end,page,\
                       box_left,box_top,box_right,box_bottom,grid_table,grid_row,grid_column,edition";
/// Those that `--why` adds.
const HEADING_WHY: &str = ",figure,label,tie,heading,sums";

#[derive(Serialize)]
struct Record<'a> {
    source: &'a str,
    table: TableKind,
    row: RowKey,
    column: ColumnKey,
    value: Option<serde_json::Number>,
    status: Status,
    raw: Option<&'a str>,
    unit: Option<Unit>,
    reason: Option<Reason>,
    start: Option<usize>,
    end: Option<usize>,
    page: Option<u32>,
    #[serde(rename = "box")]
    area: Option<Area>,
    grid: Option<[u32; 3]>,
    edition: Edition,
    #[serde(flatten)]
    why: Option<Why>,
}

/// The answers that warrant a number.
#[derive(Default, Serialize)]
struct Why {
    figure: Option<Figure>,
    label: Option<Label>,
    tie: Option<Tie>,
    heading: Option<Heading>,
    sums: Option<SumsAnswer>,
}

impl Why {
    fn new(cell: &TableCell) -> Self {
        cell.warrant.map_or_else(Self::default, |warrant| Self {
            figure: Some(warrant.figure),
            label: Some(warrant.label),
            tie: Some(warrant.tie),
            heading: Some(warrant.heading),
            sums: Some(warrant.sums),
        })
    }
}

impl<'a> Record<'a> {
    fn new(source: &'a str, cell: &'a TableCell, why: bool) -> Self {
        Self {
            source,
            table: cell.table(),
            row: cell.row,
            column: cell.column,
            value: cell.value.as_ref().and_then(number),
            status: cell.status,
            raw: cell.raw.as_deref(),
            unit: cell.unit,
            reason: cell.reason,
            start: cell.span.map(|span| span.start),
            end: cell.span.map(|span| span.end),
            page: cell.page,
            area: cell.area,
            grid: cell.grid.map(|place| [place.table, place.row, place.column]),
            edition: cell.edition,
            why: why.then(|| Why::new(cell)),
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
        write!(out, ",{},{}", field(self.unit), field(self.reason))?;
        write!(out, ",{},{},{}", field(self.start), field(self.end), field(self.page))?;
        let area = self.area.map(|area| [area.left, area.top, area.right, area.bottom]);
        for edge in 0..4 {
            write!(out, ",{}", field(area.map(|area| area[edge])))?;
        }
        for place in 0..3 {
            write!(out, ",{}", field(self.grid.map(|grid| grid[place])))?;
        }
        write!(out, ",{}", self.edition)?;
        if let Some(why) = &self.why {
            write!(out, ",{},{}", field(why.figure), field(why.label))?;
            write!(out, ",{},{},{}", field(why.tie), field(why.heading), field(why.sums))?;
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
        writeln!(out, "{HEADING}{}\r", if args.why { HEADING_WHY } else { "" })?;
    }
    let tally = read_each(&args.sources.paths, options, |source, reading| {
        for cell in reading.report.cells() {
            let record = Record::new(source, cell, args.why);
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
    use govreport::model::Warrant;

    use super::*;

    fn absent(row: RowKey, column: ColumnKey) -> TableCell {
        TableCell::absent(row, column, Edition::E2021)
    }

    fn lines(cell: &TableCell, source: &str, why: bool) -> (String, String) {
        let (mut json, mut csv) = (Vec::new(), Vec::new());
        let record = Record::new(source, cell, why);
        json_line(&mut json, &record).expect("writing to memory does not fail");
        record.write_csv(&mut csv).expect("writing to memory does not fail");
        (String::from_utf8_lossy(&json).into_owned(), String::from_utf8_lossy(&csv).into_owned())
    }

    #[test]
    fn every_field_is_there_where_nothing_is_known() {
        let cell = absent(RowKey::Granted, ColumnKey::Total);
        let (json, csv) = lines(&cell, "a.txt", false);
        assert_eq!(
            json,
            "{\"source\":\"a.txt\",\"table\":\"requests\",\"row\":\"granted\",\"column\":\"total\",\"value\":null,\
             \"status\":\"absent\",\"raw\":null,\"unit\":null,\"reason\":null,\
             \"start\":null,\"end\":null,\"page\":null,\"box\":null,\"grid\":null,\"edition\":\"2021\"}\n"
        );
        assert_eq!(csv, "a.txt,requests,granted,total,,absent,,,,,,,,,,,,,,2021\r\n");
        assert_eq!(HEADING.matches(',').count(), csv.matches(',').count());
    }

    #[test]
    fn amounts_keep_all_their_digits_and_text_is_quoted() {
        let mut cell = absent(RowKey::Fees, ColumnKey::Amount);
        cell.value = "25.1000".parse().ok();
        cell.status = Status::Read;
        cell.raw = Some("\"251,000\"元".into());
        cell.span = Some(Span::new(3, 20));
        cell.page = Some(2);
        cell.area = Some(Area::new(72.0, 100.5, 90.25, 112.0));
        cell.grid = Some(GridPlace { table: 0, row: 8, column: 1 });
        cell.unit = Some(Unit::TenThousandYuan);
        let (json, csv) = lines(&cell, "甲,乙.txt", false);
        assert!(json.contains("\"value\":25.1000,"), "{json}");
        assert_eq!(
            csv,
            "\"甲,乙.txt\",proactive,fees,amount,25.1000,read,\"\"\"251,000\"\"元\",ten_thousand_yuan,,3,20,2,72,100.5,90.25,112,0,8,1,2021\r\n"
        );
        assert!(
            json.ends_with(
                "\"page\":2,\"box\":[72.0,100.5,90.25,112.0],\"grid\":[0,8,1],\"edition\":\"2021\"}\n"
            ),
            "{json}"
        );
    }

    #[test]
    fn a_withheld_number_says_why_and_with_the_option_from_which_answers() {
        let mut cell = absent(RowKey::Granted, ColumnKey::Total);
        cell.status = Status::Ambiguous;
        cell.reason = Some(Reason::SeveralReadings);
        cell.warrant = Some(Warrant::new(
            Figure::One,
            Label::Whole,
            Tie::GridRow,
            Heading::Count,
            SumsAnswer::LeaveSeveral,
        ));
        let (json, csv) = lines(&cell, "a.txt", false);
        assert!(json.contains("\"unit\":null,\"reason\":\"several_readings\",\"start\""), "{json}");
        assert!(json.ends_with("\"grid\":null,\"edition\":\"2021\"}\n"), "{json}");
        assert!(csv.starts_with("a.txt,requests,granted,total,,ambiguous,,,several_readings,"), "{csv}");
        let (json, csv) = lines(&cell, "a.txt", true);
        assert!(
            json.ends_with(
                "\"grid\":null,\"edition\":\"2021\",\"figure\":\"one\",\"label\":\"whole\",\"tie\":\"grid_row\",\"heading\":\"count\",\
                 \"sums\":\"leave_several\"}\n"
            ),
            "{json}"
        );
        assert!(csv.ends_with(",one,whole,grid_row,count,leave_several\r\n"), "{csv}");
        assert_eq!(HEADING.matches(',').count() + HEADING_WHY.matches(',').count(), csv.matches(',').count());
    }

    #[test]
    fn with_the_option_a_cell_without_a_warrant_has_the_fields_too() {
        let (json, csv) = lines(&absent(RowKey::Granted, ColumnKey::Total), "a.txt", true);
        assert!(
            json.ends_with("\"figure\":null,\"label\":null,\"tie\":null,\"heading\":null,\"sums\":null}\n"),
            "{json}"
        );
        assert!(csv.ends_with(",,,,,\r\n"), "{csv}");
    }
}
