//! The command line.

use std::path::PathBuf;

/// How to use it.
pub(crate) const USAGE: &str = "\
usage: converters write WORK [--reports N]
       converters count WORK [--markdown FILE] [--tsv FILE] [--show N] [--strict]
       converters keep WORK FOLDER

  write           writes N reports (default 24) for converters: WORK/sources
  count           reads what they made of them: WORK/outputs
  keep            copies the outputs of two small reports, with their truth

  --markdown FILE write the table as a page
  --tsv FILE      write it with all counts
  --show N        print the first N wrong or misstated cells of each way
  --strict        exit with 1 if a cell is wrong or misstated";

/// What to do.
#[derive(Debug)]
pub(crate) enum Command {
    Write { work: PathBuf, reports: usize },
    Count(Options),
    Keep { work: PathBuf, folder: PathBuf },
}

/// What to count, and where to.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) work: PathBuf,
    pub(crate) markdown: Option<PathBuf>,
    pub(crate) tsv: Option<PathBuf>,
    pub(crate) show: usize,
    pub(crate) strict: bool,
}

impl Command {
    /// Reads the command line.
    pub(crate) fn parse(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let command = words.next().ok_or("what is to be done?")?;
        let work = words.next().map(PathBuf::from).ok_or("the folder to work in is missing")?;
        match command.as_str() {
            "write" => {
                let mut reports = 24;
                while let Some(word) = words.next() {
                    match word.as_str() {
                        "--reports" => reports = number(words.next())?,
                        _ => return Err(format!("unknown option {word}")),
                    }
                }
                Ok(Self::Write { work, reports })
            }
            "count" => {
                let mut options = Options { work, markdown: None, tsv: None, show: 0, strict: false };
                while let Some(word) = words.next() {
                    match word.as_str() {
                        "--markdown" => options.markdown = words.next().map(PathBuf::from),
                        "--tsv" => options.tsv = words.next().map(PathBuf::from),
                        "--show" => options.show = number(words.next())?,
                        "--strict" => options.strict = true,
                        _ => return Err(format!("unknown option {word}")),
                    }
                }
                Ok(Self::Count(options))
            }
            "keep" => {
                let folder =
                    words.next().map(PathBuf::from).ok_or("the folder to keep them in is missing")?;
                Ok(Self::Keep { work, folder })
            }
            _ => Err(format!("unknown command {command}")),
        }
    }
}

fn number(word: Option<String>) -> Result<usize, String> {
    let word = word.ok_or("a number is missing")?;
    word.parse().map_err(|_| format!("{word} is not a number"))
}
