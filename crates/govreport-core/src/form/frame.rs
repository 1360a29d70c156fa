//! The wordings around the tables: title, labels of the page, contact block, reporting period, names of public bodies.

use std::sync::LazyLock;

use super::OverviewPart;
use super::load::lines;

const TITLE: &str = include_str!("../../form/title.tsv");
const PAGE_LABELS: &str = include_str!("../../form/page_labels.tsv");
const CONTACT: &str = include_str!("../../form/contact.tsv");
const PERIOD: &str = include_str!("../../form/period.tsv");
const BODIES: &str = include_str!("../../form/bodies.tsv");
const FILE_PROPERTIES: &str = include_str!("../../form/file_properties.tsv");
const CHROME: &str = include_str!("../../form/chrome.tsv");
const ATTACHMENTS: &str = include_str!("../../form/attachments.tsv");
const TOPICS: &str = include_str!("../../form/overview_topics.tsv");

/// The part a wording plays in a title (标题).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TitleWord {
    /// 政府信息公开: what is reported on.
    Subject,
    /// 工作、年度: between subject and end.
    Between,
    /// 报告: the last word.
    End,
    /// 关于: joins the issuer to what follows.
    Before,
    /// 的通知: behind the title where a letter only passes the report on.
    Outer,
}

/// What a labelled line of a web page, or a property of a file, tells (页面信息).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PageLabel {
    /// 名称: the title once more.
    Name,
    /// 索引号
    IndexNumber,
    /// 发布机构: the body that publishes.
    Publisher,
    /// 来源
    Source,
    /// 文号
    DocumentNumber,
    /// 分类
    Category,
    /// 生成日期、成文日期
    Created,
    /// 发布时间: a day of publication.
    Published,
    /// 网址
    Url,
    /// 内容概述: the beginning of the report once more.
    Summary,
    /// 当前位置: where the page stands on its site.
    Trail,
    /// Anything else.
    Other,
}

/// The part a wording plays around the report on a web page (网页上的导航、按钮、页脚).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChromeWord {
    /// 打印: stands alone, or with others.
    Button,
    /// 上一篇: heads a list of other pages.
    HeadsList,
    /// 主办单位: begins a line of the footer.
    Footer,
    /// ICP备: stands in a line of the footer.
    FootSign,
}

/// What tells a file that a page links (附件).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AttachmentWord {
    /// pdf: how its address ends.
    Extension,
    /// 年度报告: stands in the words of the link.
    Word,
    /// 附件: begins a line that names it.
    Heads,
}

/// A field of the contact block (联系方式).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ContactField {
    /// 地址
    Address,
    /// 邮编
    Postcode,
    /// 电话
    Telephone,
    /// 传真
    Fax,
    /// 电话（传真）: one number for both.
    TelephoneAndFax,
    /// 电子邮箱
    Email,
}

/// The part a wording plays in finding the name of a public body (机关名称).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodyWord {
    /// 局、人民政府: the end of a name.
    Suffix,
    /// 我、本: points at a body without naming it.
    NotAName,
    /// 严格、认真: comes right after a name.
    Follows,
    /// 现将、请与: comes right before the name of the body that reports.
    Names,
    /// 由: comes right before the name of the body that wrote …
    Author,
    /// … where one of these, 编制 or 综合, comes right after it.
    Authored,
    /// 馆: the end of a name that is believed in a title only.
    InTitle,
    /// 网站: what no name of a body holds.
    Never,
}

/// The wordings around the tables, each with its part, in the order of the data.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) title: Vec<(TitleWord, &'static str)>,
    pub(crate) page_labels: Vec<(PageLabel, &'static str)>,
    pub(crate) file_properties: Vec<(PageLabel, &'static str)>,
    pub(crate) chrome: Vec<(ChromeWord, &'static str)>,
    pub(crate) attachments: Vec<(AttachmentWord, &'static str)>,
    pub(crate) contact: Vec<(ContactField, &'static str)>,
    pub(crate) period: Vec<&'static str>,
    pub(crate) bodies: Vec<(BodyWord, &'static str)>,
    pub(crate) topics: Vec<(OverviewPart, &'static str)>,
}

/// The wordings around the tables. Read from the compiled-in data on first use.
pub(crate) fn frame() -> &'static Frame {
    static FRAME: LazyLock<Frame> = LazyLock::new(load);
    &FRAME
}

impl Frame {
    /// All wordings that are compared after folding.
    pub(crate) fn folded_wordings(&self) -> impl Iterator<Item = &'static str> {
        let title = self.title.iter().map(|(_, wording)| *wording);
        let page_labels = self.page_labels.iter().map(|(_, wording)| *wording);
        let contact = self.contact.iter().map(|(_, wording)| *wording);
        let topics = self.topics.iter().map(|(_, wording)| *wording);
        let chrome = self.chrome.iter().filter(|(part, _)| *part != ChromeWord::FootSign);
        let heads = self.attachments(AttachmentWord::Heads);
        title
            .chain(page_labels)
            .chain(contact)
            .chain(topics)
            .chain(chrome.map(|(_, wording)| *wording))
            .chain(heads)
    }

    /// The wordings that play this part in a title.
    pub(crate) fn title(&self, part: TitleWord) -> impl Iterator<Item = &'static str> {
        self.title.iter().filter(move |(of, _)| *of == part).map(|(_, wording)| *wording)
    }

    /// The wordings that play this part around the report.
    pub(crate) fn chrome(&self, part: ChromeWord) -> impl Iterator<Item = &'static str> {
        self.chrome.iter().filter(move |(of, _)| *of == part).map(|(_, wording)| *wording)
    }

    /// The words that tell a linked file in this way.
    pub(crate) fn attachments(&self, part: AttachmentWord) -> impl Iterator<Item = &'static str> {
        self.attachments.iter().filter(move |(of, _)| *of == part).map(|(_, wording)| *wording)
    }

    /// The words that play this part in finding the name of a body.
    pub(crate) fn bodies(&self, part: BodyWord) -> impl Iterator<Item = &'static str> {
        self.bodies.iter().filter(move |(of, _)| *of == part).map(|(_, wording)| *wording)
    }
}

fn load() -> Frame {
    Frame {
        title: lines(TITLE).map(|[role, wording]| (title_word(role), wording)).collect(),
        page_labels: lines(PAGE_LABELS).map(|[role, wording]| (page_label(role), wording)).collect(),
        file_properties: lines(FILE_PROPERTIES).map(|[role, name]| (page_label(role), name)).collect(),
        chrome: lines(CHROME).map(|[role, wording]| (chrome_word(role), wording)).collect(),
        attachments: lines(ATTACHMENTS).map(|[role, wording]| (attachment_word(role), wording)).collect(),
        contact: lines(CONTACT).map(|[field, wording]| (contact_field(field), wording)).collect(),
        period: lines(PERIOD).map(|[wording]| wording).collect(),
        bodies: lines(BODIES).map(|[role, wording]| (body_word(role), wording)).collect(),
        topics: lines(TOPICS).map(|[key, wording]| (topic(key), wording)).collect(),
    }
}

fn title_word(role: &str) -> TitleWord {
    match role {
        "subject" => TitleWord::Subject,
        "between" => TitleWord::Between,
        "end" => TitleWord::End,
        "before" => TitleWord::Before,
        "outer" => TitleWord::Outer,
        other => panic!("form data: title.tsv has no role {other:?}"),
    }
}

fn page_label(role: &str) -> PageLabel {
    match role {
        "name" => PageLabel::Name,
        "index_number" => PageLabel::IndexNumber,
        "publisher" => PageLabel::Publisher,
        "source" => PageLabel::Source,
        "document_number" => PageLabel::DocumentNumber,
        "category" => PageLabel::Category,
        "created" => PageLabel::Created,
        "published" => PageLabel::Published,
        "url" => PageLabel::Url,
        "summary" => PageLabel::Summary,
        "trail" => PageLabel::Trail,
        "other" => PageLabel::Other,
        other => panic!("form data: page_labels.tsv or file_properties.tsv has a field {other:?}"),
    }
}

fn chrome_word(role: &str) -> ChromeWord {
    match role {
        "button" => ChromeWord::Button,
        "heads_list" => ChromeWord::HeadsList,
        "footer" => ChromeWord::Footer,
        "foot_sign" => ChromeWord::FootSign,
        other => panic!("form data: chrome.tsv has no role {other:?}"),
    }
}

fn attachment_word(role: &str) -> AttachmentWord {
    match role {
        "extension" => AttachmentWord::Extension,
        "word" => AttachmentWord::Word,
        "heads" => AttachmentWord::Heads,
        other => panic!("form data: attachments.tsv has no role {other:?}"),
    }
}

fn contact_field(field: &str) -> ContactField {
    match field {
        "address" => ContactField::Address,
        "postcode" => ContactField::Postcode,
        "telephone" => ContactField::Telephone,
        "fax" => ContactField::Fax,
        "telephone+fax" => ContactField::TelephoneAndFax,
        "email" => ContactField::Email,
        other => panic!("form data: contact.tsv has no field {other:?}"),
    }
}

fn body_word(role: &str) -> BodyWord {
    match role {
        "suffix" => BodyWord::Suffix,
        "not_a_name" => BodyWord::NotAName,
        "follows" => BodyWord::Follows,
        "names" => BodyWord::Names,
        "author" => BodyWord::Author,
        "authored" => BodyWord::Authored,
        "in_title" => BodyWord::InTitle,
        "never" => BodyWord::Never,
        other => panic!("form data: bodies.tsv has no role {other:?}"),
    }
}

fn topic(key: &str) -> OverviewPart {
    OverviewPart::from_key(key).unwrap_or_else(|| panic!("form data: overview_topics.tsv has no key {key:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_can_be_read() {
        let frame = frame();
        for part in
            [TitleWord::Subject, TitleWord::Between, TitleWord::End, TitleWord::Before, TitleWord::Outer]
        {
            assert!(frame.title(part).next().is_some(), "title.tsv: {part:?}");
        }
        for part in [
            BodyWord::Suffix,
            BodyWord::NotAName,
            BodyWord::Follows,
            BodyWord::Names,
            BodyWord::Author,
            BodyWord::Authored,
            BodyWord::InTitle,
            BodyWord::Never,
        ] {
            assert!(frame.bodies(part).next().is_some(), "bodies.tsv: {part:?}");
        }
        for part in [ChromeWord::Button, ChromeWord::HeadsList, ChromeWord::Footer, ChromeWord::FootSign] {
            assert!(frame.chrome(part).next().is_some(), "chrome.tsv: {part:?}");
        }
        for part in [AttachmentWord::Extension, AttachmentWord::Word, AttachmentWord::Heads] {
            assert!(frame.attachments(part).next().is_some(), "attachments.tsv: {part:?}");
        }
        for part in OverviewPart::ALL {
            assert!(frame.topics.iter().any(|(key, _)| key == part), "overview_topics.tsv: {part}");
        }
    }
}
