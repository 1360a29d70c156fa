//! How alike words are to the labels of the form, where characters were lost or misprinted.

use std::sync::LazyLock;

use super::remains::Remains;
use super::sense::{adds_nothing, may_be_left_of, may_mean, may_mean_row};
use super::wording::{Places, Wording};
use crate::form::{Meaning, RowKey, TableKind, form};
use crate::text::fold::{Folded, significant};
use crate::text::lexicon::enumerator;
use crate::text::ordinal::{Ordinal, Style, ordinal};
use crate::text::qualifier::{begin_with_opposite, is_opposite, negates_alike};

/// How much of a label must be left: where one row is missing between the neighbours, and where several are.
/// Measured: with 0.75, 15 cells of the written reports are lost (`mirror-noise`, `label-wrapped`); with 0.45, 3 of the
/// real reports change.
const LEAST_ALIKE: f64 = 0.6;
/// How much nearer the best row must be than the second; or how many times fewer characters must differ, where few do.
/// Measured: with 0.1875, 3 cells of the written reports are lost (`ocr-text`).
const LEAST_LEAD: f64 = 0.15;
const TIMES_FEWER: f64 = 3.0;
const FEW: f64 = 0.1;

/// The row whose label the words are nearest to, if they are near to one only.
pub(in crate::tables) fn nearest(words: &str, rows: &[RowKey]) -> Option<RowKey> {
    nearest_of(words, rows.first()?.table(), |row| rows.contains(&row))
        .filter(|row| may_be_numbered(words, *row) && may_mean_row(words, *row) && !ends_another(words, *row))
}

/// Whether words without an item's number are the end of another row's label, as a label broken over lines leaves them: 复申请 of
/// 4.无正当理由大量反复申请 is no damaged 重复申请.
fn ends_another(words: &str, row: RowKey) -> bool {
    if ordinal(words).is_some() {
        return false;
    }
    let words = Wording::of(words);
    let others = labels(row.table()).iter().filter(|label| match label.meaning {
        Meaning::Row(other) => other != row,
        _ => false,
    });
    others.flat_map(|label| &label.wordings).any(|wording| wording.characters.ends_with(&words.characters))
}

/// The row of a table whose label the words are nearest to of those that are wanted, whatever their number or time.
fn nearest_of(words: &str, table: TableKind, wanted: impl Fn(RowKey) -> bool) -> Option<RowKey> {
    /// Measured: with 5, 72 cells of the written reports are lost (`label-characters`, `ocr-text`) and 7 of the real
    /// reports change.
    const SHORTEST: usize = 4;
    let words = Wording::of(words);
    let words = Places::of(&words);
    let of_row = |label: &Named| match label.meaning {
        Meaning::Row(row) if wanted(row) => Some((row, label.alike(&words, SHORTEST))),
        _ => None,
    };
    best(labels(table).iter().filter_map(of_row))
}

/// Whether words are the label of a row with some characters lost, printed twice or taken for others, and of no other row of its
/// table: what is left tells it, whichever rows are missing. Words with characters more than the label are another label. They are
/// known to have no other item's number, and to say no other time.
pub(in crate::tables) fn is_only(words: &str, row: RowKey) -> bool {
    /// Shorter labels differ from others in a character.
    /// Measured: with 7, no cell changes.
    const SHORTEST: usize = 6;
    /// Measured: with 0.875, 69 cells of the written reports are lost (`label-characters`, `mirror-noise`).
    const LEAST_LEFT: f64 = 0.7;
    /// Measured: with 0.9375, 262 cells of the written reports are lost (`ocr-text`, `label-characters`).
    const LEAST_ALIKE: f64 = 0.75;
    let printed = Wording::of(words).without_doubles();
    let places = Places::of(&printed);
    let label = labels(row.table()).iter().find(|label| label.meaning == Meaning::Row(row));
    label.is_some_and(|label| {
        label.wordings.iter().any(|wording| {
            let own = wording.without_doubles().characters;
            let mut left = own.iter();
            let is_left = printed.characters.iter().all(|character| left.any(|other| other == character));
            let alike = places.likeness(&own);
            printed.characters.len() <= own.len()
                && (is_left && alike >= LEAST_LEFT || own.len() >= SHORTEST && alike >= LEAST_ALIKE)
        })
    }) && nearest_of(words, row.table(), |_| true) == Some(row)
}

/// Whether words may be what is left of a heading of this table, of a column or of several: characters of it were lost, or a single
/// one was taken for another.
pub(in crate::tables) fn resembles_heading(words: &str, table: TableKind) -> bool {
    /// Measured: with 3, no cell changes.
    const SHORTEST: usize = 2;
    const HALF: f64 = 0.5;
    let printed = words;
    let words = Wording::of(words);
    let words = Places::of(&words);
    let heads =
        |label: &&Named| matches!(label.meaning, Meaning::Column(_) | Meaning::Head(_) | Meaning::Group(_));
    let near = labels(table).iter().filter(heads).filter(|label| label.alike(&words, SHORTEST) >= HALF);
    near.map(|label| label.meaning).any(|meaning| may_be_left_of(printed, meaning))
        && !says_the_opposite(printed, table, |_| true)
}

/// Whether the number of an item that words begin with can be that of a row of the form: it is the row's own, or one of the two has
/// none. 4.复申请 is not 2.重复申请, and （八） numbers nothing of the form.
pub(in crate::tables) fn may_be_numbered(words: &str, row: RowKey) -> bool {
    static OWN: LazyLock<Vec<Option<Ordinal>>> = LazyLock::new(|| {
        let own = |row: &RowKey| ordinal(form().row_of_any_edition(*row)?.label);
        RowKey::ALL.iter().map(own).collect()
    });
    let Some(printed) = ordinal(words) else { return true };
    if printed.style == Style::HanBracketed {
        // Table two alone numbers its groups so.
        static GROUPS: LazyLock<[Vec<u8>; 3]> = LazyLock::new(|| {
            let mut groups = [const { Vec::new() }; 3];
            for label in &form().labels {
                if let (Some(table), Some(own)) = (label.table, ordinal(label.wording))
                    && own.style == Style::HanBracketed
                {
                    groups[table as usize].push(own.value);
                }
            }
            groups
        });
        let groups = &GROUPS[row.table() as usize];
        return groups.is_empty() || groups.contains(&printed.value);
    }
    if printed.style != Style::Figure {
        return true;
    }
    OWN[row as usize].is_none_or(|own| own.style != Style::Figure || own.value == printed.value)
}

/// The column, or other part of the heading of a table, whose label the words are nearest to, if they are near to one only.
pub(in crate::tables) fn nearest_heading(words: &str, table: TableKind) -> Option<Meaning> {
    /// Measured: with 4, no cell changes.
    const SHORTEST: usize = 3;
    let printed = words;
    let words = Wording::of(words);
    if words.characters.len() < SHORTEST - 1 {
        return None;
    }
    let words = Places::of(&words);
    // The two amounts differ in their unit alone.
    let heads = |label: &&Named| matches!(label.meaning, Meaning::Column(_) | Meaning::Head(_));
    let alike = |label: &Named| (label.meaning, label.alike(&words, SHORTEST));
    // 本年 is nearest to 本年增, and a piece of many others.
    let is_piece_of_another = |meaning: Meaning| {
        let others = labels(table).iter().filter(heads).filter(|label| label.meaning != meaning);
        others.flat_map(|label| &label.wordings).any(|wording| wording.holds(words.wording))
    };
    best(labels(table).iter().filter(heads).map(alike))
        .filter(|meaning| may_mean(printed, *meaning) && !is_piece_of_another(*meaning))
}

/// Whether words are a piece of a heading of this table, as a heading broken over lines leaves them: 企业 of 商业企业; but not all of it
/// without its negation.
pub(in crate::tables) fn is_piece_of_heading(words: &str, table: TableKind) -> bool {
    let printed = Wording::of(words);
    // The labels of the rows of table three head columns.
    let heads = |meaning: Meaning| match meaning {
        Meaning::Column(_) | Meaning::AmountInYuan | Meaning::Head(_) => true,
        Meaning::Row(_) => table == TableKind::Review,
        Meaning::Group(_) | Meaning::Section(_) => false,
    };
    let named = labels(table).iter().filter(|label| heads(label.meaning));
    named.flat_map(|label| &label.wordings).any(|wording| wording.holds(&printed))
        && !says_the_opposite(words, table, heads)
}

/// Whether words are pieces of headings with nothing between them, as a heading torn over lines leaves them: 结果其他.
pub(in crate::tables) fn consists_of_pieces(words: &str, table: TableKind) -> bool {
    /// Measured: with 3, no cell changes.
    const SHORTEST: usize = 2;
    /// Measured: with 12, no cell changes.
    const LONGEST: usize = 24;
    let count = words.chars().count();
    // 经复议直接起诉复议后起诉: what it begins with is no piece, but the opposite of a heading.
    let begins_with_opposite = || {
        let mut of_table = form().labels.iter().filter(|label| label.table == Some(table));
        of_table.any(|label| begin_with_opposite(words, label.wording, SHORTEST_OPPOSITE))
    };
    if count > LONGEST || begins_with_opposite() {
        return false;
    }
    let ends = words.char_indices().map(|(at, _)| at).skip(SHORTEST);
    is_piece_of_heading(words, table)
        || ends.take(count.saturating_sub(2 * SHORTEST) + 1).any(|end| {
            let (piece, rest) = words.split_at(end);
            is_piece_of_heading(piece, table) && consists_of_pieces(rest, table)
        })
}

/// Whether words are a piece of the label of a group of rows, as a label that runs down beside its rows leaves them: 本年 of
/// 本年度办理结果.
pub(in crate::tables) fn is_piece_of_group(words: &str, table: TableKind) -> bool {
    /// Measured: with 3, 28 cells of the written reports are lost (`label-wrapped`, `page-break`).
    const SHORTEST: usize = 2;
    significant(words).nth(SHORTEST - 1).is_some() && stands_in_group(words, table)
}

/// The group of rows whose label words are nearest to, where they are no label of a row. Words that have no cell of their own must begin
/// with an item's sign.
pub(in crate::tables) fn nearest_group(
    words: &str,
    table: TableKind,
    has_cell: bool,
) -> Option<&'static str> {
    /// Measured: with 5, 21 cells of the written reports are lost (`ocr-text`, `label-characters`).
    const SHORTEST: usize = 4;
    /// Measured: with 45, no cell changes.
    const LONGEST: usize = 90;
    const HALF: f64 = 0.5;
    let may_be_group = match ordinal(words) {
        Some(ordinal) => ordinal.style != Style::Figure,
        None => has_cell,
    };
    if words.len() > LONGEST || !may_be_group {
        return None;
    }
    let printed = Wording::of(words);
    let printed = Places::of(&printed);
    let of_group = |label: &Named| match label.meaning {
        Meaning::Group(group) => Some((group, label.alike(&printed, SHORTEST))),
        _ => None,
    };
    let scored = labels(table).iter().filter_map(of_group).filter(|(_, alike)| *alike >= HALF);
    let (group, score) = scored.max_by(|(_, a), (_, b)| a.total_cmp(b))?;
    let is_row = |label: &&Named| matches!(label.meaning, Meaning::Row(_));
    let as_row = labels(table).iter().filter(is_row).map(|label| label.alike(&printed, SHORTEST));
    (as_row.fold(0.0, f64::max) < score).then_some(group)
}

/// The group of rows whose number words begin with, where they have half of its name, or half of what is printed is of it: （五）予以处理,
/// and （五）予以 of it. An item's number outranks likeness.
#[inline]
pub(in crate::tables) fn numbered_group(words: &str, table: TableKind) -> Option<&'static str> {
    // Nearly all labels are rows', which a figure numbers.
    if words.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let printed =
        ordinal(words).filter(|ordinal| matches!(ordinal.style, Style::Han | Style::HanBracketed))?;
    numbered_groups(table).iter().find_map(|own| {
        let is_left = |c: &&Folded| significant(&words[printed.end..]).any(|other| other == **c);
        let has_number = own.value == printed.value && own.style == printed.style;
        let left = || own.name.iter().filter(is_left).count();
        let most = || own.name.len().min(significant(&words[printed.end..]).count());
        (has_number && left() > 0 && left() * 2 >= most()).then_some(own.group)
    })
}

/// A wording of the label of a group of rows, with its number told apart.
struct NumberedGroup {
    group: &'static str,
    value: u8,
    style: Style,
    name: Vec<Folded>,
}

/// The numbered groups of a table, in the order of the form.
fn numbered_groups(table: TableKind) -> &'static [NumberedGroup] {
    static GROUPS: LazyLock<[Vec<NumberedGroup>; 3]> = LazyLock::new(|| {
        let mut groups = [const { Vec::new() }; 3];
        for label in &form().labels {
            if let (Some(table), Meaning::Group(group)) = (label.table, label.meaning)
                && let Some(Ordinal { value, style, end }) = ordinal(label.wording)
            {
                let name = significant(&label.wording[end..]).collect();
                groups[table as usize].push(NumberedGroup { group, value, style, name });
            }
        }
        groups
    });
    &GROUPS[table as usize]
}

/// Whether words near to the label of a group say something else: they add a qualifier or another time, or turn it into its opposite.
pub(in crate::tables) fn turns_group(words: &str, group: &'static str) -> bool {
    let meaning = Meaning::Group(group);
    let bare = &words[enumerator(words)..];
    let mut wordings = form().labels.iter().filter(|label| label.meaning == meaning);
    // A label that lost a character may have lost its negation.
    let is_shorter =
        |wording: &str| significant(bare).count() < significant(&wording[enumerator(wording)..]).count();
    // One of which a character was taken for another has all others in their places.
    let is_misread = |wording: &str| {
        let own = &wording[enumerator(wording)..];
        significant(bare).count() == significant(own).count()
            && significant(bare).zip(significant(own)).filter(|(printed, own)| printed != own).count() == 1
    };
    // So may several that look like its own: 元去提供.
    let remains = Remains::default().and(bare);
    let may_be_left = |wording: &str| {
        remains.as_ref().is_some_and(|remains| remains.may_be_wording(&wording[enumerator(wording)..]))
    };
    let means_it = |wording: &str| {
        negates_alike(bare, wording) || is_shorter(wording) || is_misread(wording) || may_be_left(wording)
    };
    !adds_nothing(words, meaning) || !wordings.any(|label| means_it(label.wording))
}

/// Whether words are the next piece of the label of a group of which so much was printed: 开 behind （三）不予公.
pub(in crate::tables) fn goes_on_group(
    printed: &str,
    words: &str,
    group: &'static str,
    table: TableKind,
) -> bool {
    if begin_otherwise(words, table) {
        return false;
    }
    let words = Wording::of(words);
    let of_group = |label: &&Named| label.meaning == Meaning::Group(group);
    let wordings = labels(table).iter().filter(of_group).flat_map(|label| &label.wordings);
    // Nearly all words stand in none: how much was printed need not be asked then.
    let mut holding = wordings.filter(|wording| wording.holds(&words)).peekable();
    holding.peek().is_some() && {
        let printed = Wording::of(printed).characters.len() + words.characters.len();
        holding.any(|wording| printed <= wording.characters.len())
    }
}

/// Whether words, however short, stand in the label of a group: 果.
pub(in crate::tables) fn stands_in_group(words: &str, table: TableKind) -> bool {
    if begin_otherwise(words, table) {
        return false;
    }
    let words = Wording::of(words);
    of_groups(table).any(|wording| wording.holds(&words))
}

/// The wordings of the labels of groups.
fn of_groups(table: TableKind) -> impl Iterator<Item = &'static Wording> {
    let heads = |label: &&Named| matches!(label.meaning, Meaning::Group(_));
    labels(table).iter().filter(heads).flat_map(|label| &label.wordings)
}

/// Whether one of the first two characters of words, behind the number of an item, stands in the label of no group: so it is with nearly
/// all words that are no piece of one, and then the others need not be folded.
fn begin_otherwise(words: &str, table: TableKind) -> bool {
    static BITS: LazyLock<[u64; 3]> = LazyLock::new(|| {
        [TableKind::Proactive, TableKind::Requests, TableKind::Review]
            .map(|table| of_groups(table).fold(0, |bits, wording| bits | wording.bits()))
    });
    let bits = BITS[table as usize];
    significant(&words[enumerator(words)..]).take(2).any(|character| character.bit() & bits == 0)
}

/// Whether words can be what is left of the label of a row of this table.
pub(in crate::tables) fn is_near_to_row(words: &str, table: TableKind) -> bool {
    /// Measured: with 3, no cell changes.
    const SHORTEST: usize = 2;
    let printed = Wording::of(words);
    let places = Places::of(&printed);
    let of_row = |label: &&Named| matches!(label.meaning, Meaning::Row(_));
    printed.characters.len() >= SHORTEST
        && labels(table).iter().filter(of_row).any(|label| label.alike(&places, SHORTEST) >= LEAST_ALIKE)
        && !says_the_opposite(words, table, |meaning| matches!(meaning, Meaning::Row(_)))
}

/// Fewer characters may be a piece of a label as well as all of it but its negation: 审结 of 尚未审结.
/// Measured: with 6, no cell changes.
const SHORTEST_OPPOSITE: usize = 5;

/// Whether words are all of such a label but its negation.
fn says_the_opposite(words: &str, table: TableKind, of_kind: impl Fn(Meaning) -> bool) -> bool {
    if words.chars().take(SHORTEST_OPPOSITE).count() < SHORTEST_OPPOSITE {
        return false;
    }
    let mut of_table =
        form().labels.iter().filter(|label| label.table == Some(table) && of_kind(label.meaning));
    of_table.any(|label| is_opposite(words, label.wording))
}

/// Whether words are the heading of a column, or of several, with one negation more: 非自然人.
pub(in crate::tables) fn negates_heading(words: &str, table: TableKind) -> bool {
    let mut of_table = form().labels.iter().filter(|label| label.table == Some(table));
    of_table.any(|label| {
        matches!(label.meaning, Meaning::Column(_) | Meaning::Head(_)) && is_opposite(words, label.wording)
    })
}

/// Whether words are the label of a row but for its negation, or with one more: 有现成信息 of 没有现成信息.
pub(in crate::tables) fn says_the_opposite_of(words: &str, row: RowKey) -> bool {
    let words = &words[enumerator(words)..];
    let is_of_row = |label: &&str| is_opposite(words, &label[enumerator(label)..]);
    form()
        .labels
        .iter()
        .filter(|label| label.meaning == Meaning::Row(row))
        .map(|label| label.wording)
        .any(|label| is_of_row(&label))
}

/// How much of the label of a row is left in words.
pub(in crate::tables) fn share_left(words: &str, row: RowKey) -> f64 {
    /// Measured: with 3, 14 cells of the written reports are lost (`label-characters`).
    const SHORTEST: usize = 2;
    let words = Wording::of(words);
    let label = labels(row.table()).iter().find(|label| label.meaning == Meaning::Row(row));
    label.map_or(0.0, |label| label.alike(&Places::of(&words), SHORTEST))
}

/// A label with all its wordings.
struct Named {
    meaning: Meaning,
    wordings: Vec<Wording>,
}

impl Named {
    /// How alike the words are to the nearest wording. Wordings shorter than `shortest` say too little.
    fn alike(&self, words: &Places<'_>, shortest: usize) -> f64 {
        let wordings = self.wordings.iter().filter(|wording| wording.characters.len() >= shortest);
        let near = wordings.filter(|wording| words.wording.may_be_like(wording));
        near.map(|wording| words.likeness(&wording.characters)).fold(0.0, f64::max)
    }
}

/// The labels of a table.
fn labels(table: TableKind) -> &'static [Named] {
    static LABELS: LazyLock<[Vec<Named>; 3]> = LazyLock::new(|| {
        let mut labels = [const { Vec::<Named>::new() }; 3];
        for label in &form().labels {
            let Some(table) = label.table else { continue };
            let of_table = &mut labels[table as usize];
            let wording = Wording::of(label.wording);
            match of_table.iter_mut().find(|named| named.meaning == label.meaning) {
                Some(named) => named.wordings.push(wording),
                None => of_table.push(Named { meaning: label.meaning, wordings: vec![wording] }),
            }
        }
        labels
    });
    &LABELS[table as usize]
}

/// The one that is alike enough and alone is.
fn best<T>(scored: impl Iterator<Item = (T, f64)>) -> Option<T> {
    let mut best: Option<(f64, T)> = None;
    let mut second = 0.0;
    for (candidate, alike) in scored {
        match &best {
            Some((score, _)) if alike <= *score => second = f64::max(second, alike),
            _ => {
                second = best.map_or(0.0, |(score, _)| score);
                best = Some((alike, candidate));
            }
        }
    }
    let leads = |score: f64| {
        let (errors, errors_of_second) = (1.0 - score, 1.0 - second);
        score >= second + LEAST_LEAD
            || errors <= FEW && errors_of_second >= TIMES_FEWER * errors && score > second
    };
    best.filter(|(score, _)| *score >= LEAST_ALIKE && leads(*score)).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::ColumnKey;

    #[test]
    fn lost_characters_do_not_hide_a_label() {
        let rows = [RowKey::DeniedStateSecret, RowKey::DeniedProhibitedByLaw, RowKey::DeniedEnforcementFiles];
        assert_eq!(nearest("2.其他法律行政止公开", &rows), Some(RowKey::DeniedProhibitedByLaw));
        assert_eq!(nearest("7.属于行政执案卷", &rows), Some(RowKey::DeniedEnforcementFiles));
    }

    #[test]
    fn a_label_that_is_not_asked_for_is_near_to_nothing() {
        assert_eq!(nearest("行政规性文件", &[RowKey::NormativeDocuments]), Some(RowKey::NormativeDocuments));
        assert_eq!(nearest("行政规性文件", &[RowKey::Regulations, RowKey::Licensing]), None);
    }

    #[test]
    fn a_piece_of_several_headings_is_none_of_them() {
        let nearest = |words| nearest_heading(words, TableKind::Proactive);
        assert_eq!(nearest("本年"), None);
        assert_eq!(nearest("本年增咸"), Some(Meaning::Column(ColumnKey::Change)));
    }

    #[test]
    fn the_best_must_be_good_and_lead() {
        for (scores, expected) in [
            (&[0.8, 0.5][..], Some(0)),
            (&[0.5, 0.8], Some(1)),
            (&[0.6, 0.2], Some(0)),
            (&[0.59, 0.1], None),
            (&[0.8, 0.7], None),
            (&[0.7, 0.8], None),
            (&[0.2, 0.7, 0.8], None),
            (&[0.7, 0.1, 0.8, 0.2], None),
            // Few characters differ, of the second three times as many.
            (&[0.95, 0.84], Some(0)),
            (&[0.84, 0.95], Some(1)),
            (&[0.95, 0.9], None),
            (&[0.85, 0.71], None),
            (&[1.0, 0.95], Some(0)),
            (&[1.0, 1.0], None),
            (&[], None),
        ] {
            assert_eq!(best(scores.iter().copied().enumerate()), expected, "{scores:?}");
        }
    }

    #[test]
    fn the_end_of_another_label_is_no_damaged_one() {
        let rows = [RowKey::NotProcessedDuplicate, RowKey::NotProcessedPublication];
        assert_eq!(nearest("复申请", &rows), None);
        assert_eq!(nearest("2.复申请", &rows), Some(RowKey::NotProcessedDuplicate));
    }

    #[test]
    fn other_words_are_near_to_nothing() {
        let rows = [RowKey::NormativeDocuments, RowKey::Regulations];
        assert_eq!(nearest("其他主动公开文件", &rows), None);
        assert_eq!(nearest("", &rows), None);
    }
}
