//! The command line.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};
use govreport::model::Severity;
use govreport::{Limits, Options};

/// Reads China's annual reports on government-information disclosure (政府信息公开工作年度报告) into typed, checked, traceable
/// data.
///
/// Every number in the output stands in the source at the place given, or carries a status that says how it came to be.
/// Where the source leaves two readings, the number is null and the status `ambiguous`. Results go to standard output,
/// everything about the run to standard error.
#[derive(Debug, Parser)]
#[command(
    name = "govreport",
    version,
    arg_required_else_help = true,
    after_long_help = "\
Exit codes: 0 done; 1 findings at or above --fail-on (check); 2 wrong usage, or nothing could be read.

Examples:
  govreport read report.pdf                            look at a report
  govreport text report.pdf                            what did the reader see?
  govreport cells reports/ > cells.jsonl               every cell of a folder, one a line
  govreport cells --format csv reports/ > cells.csv    the same for a spreadsheet
  govreport check --fail-on inconsistency reports/     do the sums hold?
  govreport explain applicant-sum                      what does that finding mean?
  govreport demo samples                               no reports at hand? write some

`govreport help COMMAND` says more about each command."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) limits: LimitOptions,
}

/// How much is taken on. A file that asks for more is an error that names the limit.
#[derive(Debug, Args)]
#[command(next_help_heading = "Limits")]
#[expect(clippy::struct_field_names, reason = "they are the names of the options")]
pub(crate) struct LimitOptions {
    /// Largest file, in bytes.
    #[arg(long, global = true, value_name = "BYTES", default_value_t = Limits::DEFAULT_MAX_BYTES)]
    max_bytes: u64,
    /// The most bytes that a packed file (DOCX, XLSX, PDF) may unpack to.
    #[arg(long, global = true, value_name = "BYTES", default_value_t = Limits::default().max_unpacked_bytes)]
    max_unpacked_bytes: u64,
    /// The most pages of a PDF.
    #[arg(long, global = true, value_name = "PAGES", default_value_t = Limits::default().max_pages)]
    max_pages: u32,
    /// The most cells of all tables of a file.
    #[arg(long, global = true, value_name = "CELLS", default_value_t = Limits::default().max_cells)]
    max_cells: u64,
    /// How deep elements may be nested in each other.
    #[arg(long, global = true, value_name = "LEVELS", default_value_t = Limits::default().max_nesting)]
    max_nesting: u32,
    /// The longest a file may take to read.
    #[arg(long, global = true, value_name = "SECONDS", default_value_t = Limits::default().max_time.as_secs())]
    max_time: u64,
}

impl LimitOptions {
    /// The options of reading.
    pub(crate) fn options(&self) -> Options {
        let limits = Limits::default()
            .with_max_bytes(self.max_bytes)
            .with_max_unpacked_bytes(self.max_unpacked_bytes)
            .with_max_pages(self.max_pages)
            .with_max_cells(self.max_cells)
            .with_max_nesting(self.max_nesting)
            .with_max_time(Duration::from_secs(self.max_time));
        Options::default().with_limits(limits)
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Read(Read),
    Text(Text),
    Cells(Cells),
    Check(Check),
    Json(Json),
    /// Prints the JSON Schema of what `govreport json` prints.
    Schema,
    Rules(Rules),
    Explain(Explain),
    Demo(Demo),
}

/// Shows reports to a person: who, which year, the three tables as printed, and what is wrong, under its source line.
///
/// Numbers that were not simply read carry a sign, and a legend below the tables says what the signs used mean. Where many
/// findings are of one kind, the first is shown in its place and the others are listed.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Colour is used on a terminal only; NO_COLOR=1 turns it off, CLICOLOR_FORCE=1 on.

Examples:
  govreport read report.txt
  CLICOLOR_FORCE=1 govreport read report.txt | less -R")]
pub(crate) struct Read {
    /// Reports: HTML, DOCX, DOC, XLSX, XLS, PDF, text or Markdown files, told by their content.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Width of the page in columns; a Chinese character takes two.
    #[arg(long, value_name = "COLUMNS", default_value_t = 110)]
    pub(crate) width: usize,
}

/// Prints what the reader of a file saw: its text, with marks of blocks and tables.
///
/// This answers the first question where a number is missing: was it there to be read? A line for each block: the offset of
/// its first byte (as `start` in `govreport cells`), the page where the format has pages, what it is (`#` a heading, `T0 R3`
/// row 3 of table 0, `page` a page number or running head, `picture`), and its text. Cells are parted by bars; `→2` and `↓3`
/// say how many columns and rows a merged cell covers, `⏎` is a line end within a cell. Remarks of the reader and the format
/// go to standard error.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  govreport text report.pdf | less
  govreport text report.docx | grep -n 自然人")]
pub(crate) struct Text {
    /// The file: HTML, DOCX, DOC, XLSX, XLS, PDF, text or Markdown, told by its content.
    pub(crate) file: PathBuf,
}

/// Prints every cell of the three tables, one a line.
///
/// Absent cells are printed too, so that all reports of one edition have the same rows. Fields, always all of them and in
/// this order: source, table, row, column, value, status, raw, unit, reason, start, end, page, box, grid. `unit` is that of an
/// amount; `reason` says why a number is withheld where the status is `ambiguous`; `start` and `end` are byte offsets into the
/// extracted text; `box` is [left, top, right, bottom] in points from the upper left corner of the page; `grid` is [table, row,
/// column] in the tables of the source, each from 0. What is unknown is null (in CSV empty, and `box` and `grid` are a column
/// for each number). A file that cannot be read is reported on standard error and does not stop the run.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Status: read, realigned, inferred (a number); blank, not_applicable, text, ambiguous, absent (none).
Reason: figure_unclear, label_doubtful, torn_from_label, foreign_heading, columns_unordered, two_doubts, no_sum,
several_readings, no_reading, numbers_unplaced. Unit: yuan, ten_thousand_yuan.

Examples:
  govreport cells report.txt
  govreport cells --why report.txt | jq -c 'select(.status == \"ambiguous\")'
  govreport cells --format csv reports/ > cells.csv
  govreport cells reports/ | jq -c 'select(.row == \"granted\" and .column == \"total\")'")]
pub(crate) struct Cells {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// jsonl: one JSON object a line; csv: with a heading line.
    #[arg(long, value_enum, default_value_t = TableFormat::Jsonl)]
    pub(crate) format: TableFormat,
    /// Adds what warrants each number: figure, label, tie, heading, sums.
    ///
    /// These are the answers to the four questions from which it is decided whether a number is given: is it one number
    /// (figure), whose row is it (label and tie), which heading names its column (heading), what do the sums say (sums).
    /// They are null where the cell could get no number.
    #[arg(long)]
    pub(crate) why: bool,
}

/// Prints what reading and checking found, one finding a line.
///
/// Findings of the reading (sections missing, cells realigned …) and of the checks (sums that fail) are printed together.
/// What was checked, what could not be and why goes to standard error. Checking changes no number.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Rules are named by code or name, or several at once by the beginning of a code: GR3 is all arithmetic.
`govreport rules` lists them.

Examples:
  govreport check report.txt
  govreport check --select GR3 --fail-on inconsistency reports/
  govreport check --ignore title-missing,GR104 --format jsonl reports/ > findings.jsonl")]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// human: one line for a person; jsonl: one JSON object a line.
    #[arg(long, value_enum, default_value_t = FindingFormat::Human)]
    pub(crate) format: FindingFormat,
    /// Ends with exit code 1 if a finding is at least this grave.
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Never)]
    pub(crate) fail_on: FailOn,
    /// Only these rules.
    #[arg(long, value_name = "RULE,…", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Without these rules.
    #[arg(long, value_name = "RULE,…", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
}

/// Prints the whole report as JSON; `govreport schema` describes it.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Numbers are printed with all their digits: read amounts as decimals, not as binary floats.

Examples:
  govreport json report.txt > report.json
  govreport json --pretty report.txt | less")]
pub(crate) struct Json {
    /// The report: a file in any of the formats.
    pub(crate) file: PathBuf,
    /// With line ends and indentation.
    #[arg(long)]
    pub(crate) pretty: bool,
}

/// Lists all rules.
#[derive(Debug, Args)]
pub(crate) struct Rules {
    /// human: a table; jsonl: one JSON object a line; markdown: the page docs/rules.md.
    #[arg(long, value_enum, default_value_t = RulesFormat::Human)]
    pub(crate) format: RulesFormat,
}

/// Explains a rule: what its findings say and what to do about them.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  govreport explain GR301
  govreport explain applicant-sum")]
pub(crate) struct Explain {
    /// Code or name of the rule.
    #[arg(value_name = "CODE|NAME")]
    pub(crate) rule: String,
}

/// Writes a folder of invented reports to try the other commands on.
///
/// They come in every layout and file format that can be written, on both editions of the form, of several bodies and years;
/// some are damaged or hold a wrong total, and the name of the file says so. The same seed always writes the same files.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  govreport demo samples
  govreport demo --reports 1000 --seed 7 corpus")]
pub(crate) struct Demo {
    /// The folder to write to; it is made where it is not there, and must be empty.
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// How many reports.
    #[arg(long, value_name = "N", default_value_t = 56, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) reports: u32,
    /// Another seed writes other reports.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Writes into a folder that is not empty; files of the same name are written over.
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Sources {
    /// Reports, or folders with reports: all files in them and in folders below, sorted; hidden ones are passed over.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    Jsonl,
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FindingFormat {
    Human,
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesFormat {
    Human,
    Jsonl,
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Inconsistency,
    Warning,
    Info,
    Never,
}

impl FailOn {
    /// Whether a finding of this severity makes the run fail.
    pub(crate) fn reached_by(self, severity: Severity) -> bool {
        let least = match self {
            Self::Error => Severity::Error,
            Self::Inconsistency => Severity::Inconsistency,
            Self::Warning => Severity::Warning,
            Self::Info => Severity::Info,
            Self::Never => return false,
        };
        severity >= least
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn fail_on_reaches_from_its_severity_up() {
        assert!(FailOn::Warning.reached_by(Severity::Inconsistency));
        assert!(FailOn::Error.reached_by(Severity::Error));
        assert!(!FailOn::Inconsistency.reached_by(Severity::Warning));
        assert!(!FailOn::Never.reached_by(Severity::Error));
    }
}
