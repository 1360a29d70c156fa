//! `GR0xx` 读取: what was met in bytes, encoding, damage and limits.

use serde::{Deserialize, Serialize};

use super::sentence::Sentence;
use super::words::{count, pages, pages_zh};
use crate::document::{
    ControlCharacters, DocumentTruncated, EncodingGuessed, ExtensionMisleads, InvalidBytes, PartDamaged,
    PartUnread, Pieces, ScannedPages,
};
use crate::form::{TableKind, form};

impl Sentence for InvalidBytes {
    fn english(&self) -> String {
        match self {
            Self::Sequences { encoding, count: 1 } => {
                format!("1 sequence of bytes is no character in {encoding}; it became U+FFFD (�)")
            }
            Self::Sequences { encoding, count } => format!(
                "{count} sequences of bytes are no character in {encoding}; each became U+FFFD (�), this is the first"
            ),
            Self::Part => "the document has bytes that are no characters; each became U+FFFD (�)".to_owned(),
            Self::Signs { count } => format!(
                "the file does not say which characters {count} of its signs are; each became U+FFFD (�)"
            ),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Sequences { encoding, count } => {
                format!("有{count}处字节不是 {encoding} 编码的字符，已代以 U+FFFD（�），此为第一处")
            }
            Self::Part => "文件中有不成字符的字节，已代以 U+FFFD（�）".to_owned(),
            Self::Signs { count } => format!("文件未说明其中{count}个符号是什么字符，已代以 U+FFFD（�）"),
        }
    }
}

impl Sentence for EncodingGuessed {
    fn english(&self) -> String {
        let Self { encoding } = self;
        format!("the bytes were read as {encoding}: they are not UTF-8, and nothing declares their encoding")
    }

    fn chinese(&self) -> String {
        format!("文件不是 UTF-8 编码，也未声明编码，按 {} 读取", self.encoding)
    }
}

impl Sentence for ControlCharacters {
    fn english(&self) -> String {
        let kinds = named(&self.characters).join(", ");
        match self.count {
            1 => format!("a control character stands in the text: {kinds}"),
            count => format!("{count} control characters stand in the text ({kinds}), this is the first"),
        }
    }

    fn chinese(&self) -> String {
        let kinds = named(&self.characters).join("、");
        format!("文本中有{}个控制字符（{kinds}），此为第一个", self.count)
    }
}

/// `U+0000`
fn named(characters: &[u32]) -> Vec<String> {
    characters.iter().map(|character| format!("U+{character:04X}")).collect()
}

/// A table has more pieces than are read (表格过长); none of it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TableTooLong {
    /// The table.
    pub table: TableKind,
}

impl Sentence for TableTooLong {
    fn english(&self) -> String {
        format!("the table of section {} is far too long", form().section_label(self.table.section()))
    }

    fn chinese(&self) -> String {
        format!("“{}”的表格过长，未读取", form().section_label(self.table.section()))
    }
}

impl Sentence for DocumentTruncated {
    fn english(&self) -> String {
        let counted = match self.counted {
            Pieces::LinesAndCells => "lines and cells",
            Pieces::Paragraphs => "paragraphs",
        };
        format!("the document has more than {} {counted}; what follows here was not read", self.most)
    }

    fn chinese(&self) -> String {
        let counted = match self.counted {
            Pieces::LinesAndCells => "行和单元格",
            Pieces::Paragraphs => "个段落",
        };
        format!("文件超过{}{counted}，此后的内容未读取", self.most)
    }
}

impl Sentence for ExtensionMisleads {
    fn english(&self) -> String {
        format!(
            "the name of the file ends in .{}, but its content is {}; it was read as that",
            self.extension,
            self.format.described()
        )
    }

    fn chinese(&self) -> String {
        format!(
            "文件扩展名为 .{}，内容却是{}，已按内容读取",
            self.extension,
            self.format.described_in_chinese()
        )
    }
}

impl Sentence for ScannedPages {
    fn english(&self) -> String {
        match self.pages.as_slice() {
            [] => "the document holds pictures and no text: it is a scan".to_owned(),
            numbers => format!(
                "{} {} no text, only pictures: a scan; recognise its text (OCR) to read it",
                pages(numbers),
                if numbers.len() == 1 { "has" } else { "have" }
            ),
        }
    }

    fn chinese(&self) -> String {
        match self.pages.as_slice() {
            [] => "文件只有图片、没有文字，是扫描件".to_owned(),
            numbers => format!("{}只有图片、没有文字，是扫描件，须先做文字识别（OCR）", pages_zh(numbers)),
        }
    }
}

impl Sentence for PartDamaged {
    fn english(&self) -> String {
        match self {
            Self::EndMissing => {
                "the end of the file is missing; what could be found in the rest was read".to_owned()
            }
            Self::PagesMissing { stated, found } => {
                format!("the file should have {}, and only {found} are found in it", count(*stated, "page"))
            }
            Self::Pages { pages: numbers } => format!(
                "{} {} damaged and not read whole",
                pages(numbers),
                if numbers.len() == 1 { "is" } else { "are" }
            ),
            Self::Sheet { name, what } => {
                format!("the sheet {name:?} is damaged: {what}; what stands before was read")
            }
            Self::Formatting => {
                "the formatting of paragraphs cannot be read; the ends of table rows were guessed".to_owned()
            }
            Self::TextOrder => {
                "the order of its text cannot be read; the text was read from where it begins".to_owned()
            }
            Self::TextMissing => "part of its text is missing".to_owned(),
            Self::Directory => "the document is damaged: the directory of the archive is missing, as when its end was cut off; \
                                the parts that were found were read"
                .to_owned(),
            Self::Part { what } => format!("the document is damaged: {what}"),
            Self::BreaksOff { what } => {
                format!("the main part of the document breaks off ({what}); what follows here was not read")
            }
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::EndMissing => "文件末尾缺失，已读取其余部分".to_owned(),
            Self::PagesMissing { stated, found } => format!("文件应有{stated}页，只找到{found}页"),
            Self::Pages { pages: numbers } => format!("{}损坏，未能完整读取", pages_zh(numbers)),
            Self::Sheet { name, what } => format!("工作表“{name}”损坏（{what}），只读取了损坏处之前的内容"),
            Self::Formatting => "段落格式无法读取，表格各行的结尾系推测".to_owned(),
            Self::TextOrder => "正文的次序无法读取，已从正文起点依次读取".to_owned(),
            Self::TextMissing => "部分正文缺失".to_owned(),
            Self::Directory => "压缩包目录缺失（末尾可能被截断），已读取找到的部分".to_owned(),
            Self::Part { what } => format!("文件损坏：{what}"),
            Self::BreaksOff { what } => format!("正文在此中断（{what}），此后的内容未读取"),
        }
    }
}

impl Sentence for PartUnread {
    fn english(&self) -> String {
        match self {
            Self::CoveredCells => "merged cells hold text that is not shown; it was left out".to_owned(),
            Self::HiddenCells => "hidden rows and columns hold text; it was left out".to_owned(),
            Self::HiddenSheet { name } => format!("the sheet {name:?} is hidden and was left out"),
            Self::Font => "text in a font that cannot be used is missing".to_owned(),
            Self::Embedded { program: Some(program) } => {
                format!(
                    "an object of another program ({program}) is embedded here; what is in it was not read"
                )
            }
            Self::Embedded { program: None } => {
                "an object of another program is embedded here; what is in it was not read".to_owned()
            }
            Self::OtherFile => "another file is put in here, which was not read".to_owned(),
            Self::BetweenRows { pages: numbers } => format!(
                "{} {} numbers half way between two rows; whose they are cannot be told, and they were not read",
                pages(numbers),
                if numbers.len() == 1 { "has" } else { "have" }
            ),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::CoveredCells => "合并单元格中有不显示的文字，未读取".to_owned(),
            Self::HiddenCells => "隐藏的行或列中有文字，未读取".to_owned(),
            Self::HiddenSheet { name } => format!("工作表“{name}”已隐藏，未读取"),
            Self::Font => "部分文字的字体无法使用，这些文字缺失".to_owned(),
            Self::Embedded { program: Some(program) } => {
                format!("此处嵌入了其他程序（{program}）的对象，其内容未读取")
            }
            Self::Embedded { program: None } => "此处嵌入了其他程序的对象，其内容未读取".to_owned(),
            Self::OtherFile => "此处插入了另一个文件，未读取".to_owned(),
            Self::BetweenRows { pages: numbers } => {
                format!("{}有数字位于两行之间，无法判断属于哪一行，未读取", pages_zh(numbers))
            }
        }
    }
}
