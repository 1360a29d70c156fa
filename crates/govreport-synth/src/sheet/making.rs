//! How a file makes the text of a cell, where it does more than to hold it: what a page shows is not always what is stored.

/// How a file makes a cell (制作方式). The text of the [`Slot`](super::Slot) is what would be shown if the file only held it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Making {
    /// By what means.
    pub(crate) means: Means,
    /// Programs write the same thing in many ways: a number that decides which.
    pub(crate) way: usize,
    /// The other text of the cell, which nobody means by its number, or which nobody sees.
    pub(crate) other: String,
}

/// By what means a file makes a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Means {
    /// 划去: the text is struck out, and nothing stands beside it.
    Struck,
    /// 隐藏: the text is in the file and not on the page.
    Hidden,
    /// 遮盖: something lies over the text.
    Covered,
    /// 覆盖改写: something lies over the other text, and the text stands on it.
    PastedOver,
    /// 重叠: the text and the other one lie on one place.
    Overlaid,
    /// 重影: the text is drawn more than once, a little apart.
    Repeated,
    /// 水印: the other text lies aslant over the page, large and pale.
    Watermark,
    /// 注释: an annotation of the page.
    Annotation(Annotation),
    /// 公式: the text is a formula of itself.
    Formula,
    /// 分式: the text and the other one are a fraction, a root, a sum.
    Fraction,
    /// 表单: a form field shows the text, and holds the other one as well.
    Control,
    /// 折叠: the text is the summary of the other one, which is not unfolded.
    Folded,
    /// 折叠在内: the text is not unfolded, and the summary is the other one.
    FoldedAway,
    /// 后备文字: the other text stands for a bar, a film or a frame in programs that show none.
    Fallback,
    /// 仅后备文字: the text stands for a bar.
    FallbackAlone,
    /// 反向: the file has the text from its end to its beginning, and says that it is written from right to left.
    Reversed,
    /// 多种内容: the file has several contents for several programs.
    Alternative,
    /// 文本框: the text stands in a box of its own.
    TextBox,
    /// 公式无值: a formula whose result is not stored.
    Unstored,
    /// 数字格式: the other text is stored, and this format makes the text of it.
    Format(&'static str),
    /// 不显示的格: the cell is not shown, nor its place.
    Unseen,
    /// 合并格之下: numbers that are not shown are stored under a merged cell.
    UnderMerge,
}

/// An annotation of a PDF (PDF 注释).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Annotation {
    /// A text box with a ground, over the other text.
    BoxOver,
    /// A text box where nothing else stands.
    BoxAlone,
    /// The same, and its drawing is not in the file.
    BoxUndrawn,
    /// A form field.
    Field,
    /// A text box that is not shown, over the text.
    BoxHidden,
    /// The sign of a note, which holds the other text, beside the text.
    Note,
    /// A marker over the text.
    Highlight,
    /// A filled square over the text.
    Square,
    /// A redaction that was painted over the text.
    Redaction,
    /// A line through the text.
    Strike,
    /// The same, and its drawing is not in the file.
    StrikeUndrawn,
    /// A line through the other text, which stands beside the text.
    StrikeBeside,
    /// A stamp beside the text.
    Stamp,
}
