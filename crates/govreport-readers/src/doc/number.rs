//! Numbers of the properties that are read, as MS-DOC 2.6 lists them.

/// `sprmPFInTable`: the paragraph stands in a table.
pub(super) const IN_TABLE: u16 = 0x2416;
/// `sprmPFTtp`: the paragraph is the end of a table row.
pub(super) const ROW_END: u16 = 0x2417;
/// `sprmPItap`: how many tables the paragraph stands in.
pub(super) const TABLE_DEPTH: u16 = 0x6649;
/// `sprmPDtap`: how many more.
pub(super) const TABLE_DEPTH_MORE: u16 = 0x664A;
/// `sprmPFInnerTableCell`: the paragraph ends a cell of a table in a table.
pub(super) const INNER_CELL: u16 = 0x244B;
/// `sprmPFInnerTtp`: the paragraph is the end of a row of a table in a table.
pub(super) const INNER_ROW_END: u16 = 0x244C;
/// `sprmPIstd`: the style.
pub(super) const STYLE: u16 = 0x4600;
/// `sprmPOutLvl`: the level in the outline, from 0; 9 for text.
pub(super) const OUTLINE_LEVEL: u16 = 0x2640;
/// `sprmPHugePapx` and its older number: the properties stand in the stream `Data`.
pub(super) const HUGE: [u16; 2] = [0x6645, 0x6646];
/// `sprmPTableProps`: those of the table row do.
pub(super) const ROW_PROPERTIES: u16 = 0x646B;
/// `sprmPChgTabs`.
pub(super) const TABULATORS: u16 = 0xC615;

/// `sprmTDefTable`: the edges and merges of the cells of a row.
pub(super) const ROW_DEFINITION: u16 = 0xD608;
/// `sprmTMerge`: cells of a row that are one.
pub(super) const MERGE: u16 = 0x5624;
/// `sprmTSplit`: and that are no longer.
pub(super) const SPLIT: u16 = 0x5625;
/// `sprmTVertMerge`: a cell that is one with that above.
pub(super) const MERGE_DOWN: u16 = 0xD62B;

/// `sprmCFRMarkDel`: deleted, and the deletion not yet accepted.
pub(super) const DELETED: u16 = 0x0800;
/// `sprmCFFldVanish`: hidden by a field.
pub(super) const HIDDEN_BY_FIELD: u16 = 0x0802;
/// `sprmCFVanish`: hidden.
pub(super) const HIDDEN: u16 = 0x083C;
/// `sprmCFStrike`: struck out.
pub(super) const STRUCK: u16 = 0x0837;
/// `sprmCFDStrike`: struck out twice.
pub(super) const STRUCK_TWICE: u16 = 0x2A53;
/// `sprmCIss`: set above or below the line.
pub(super) const RAISED: u16 = 0x2A48;
/// `sprmCHpsPos`: moved above or below the line.
pub(super) const POSITION: u16 = 0x4845;
/// `sprmCHps`: the size of the font.
pub(super) const SIZE: u16 = 0x4A43;
/// `sprmCCv`: the colour.
pub(super) const COLOUR: u16 = 0x6870;
/// `sprmCIco`: the same in older versions.
pub(super) const COLOUR_BY_NUMBER: u16 = 0x2A42;
/// `sprmCHighlight`: the colour of a marker.
pub(super) const MARKER: u16 = 0x2A0C;
/// `sprmCShd`: the ground.
pub(super) const GROUND: u16 = 0xCA71;
/// `sprmCIstd`: the style of characters.
pub(super) const CHARACTER_STYLE: u16 = 0x4A30;
/// `sprmPShd`, `sprmTDefTableShd` and their like: the grounds of paragraphs, cells and tables.
pub(super) const GROUNDS: [u16; 6] = [0xC64D, 0xD612, 0xD616, 0xD60C, 0xD670, 0xD660];
/// The same in older versions, counted in twos.
pub(super) const OLD_GROUNDS: [u16; 2] = [0x442D, 0xD609];

/// `sprmCSymbol`: the character stands for one of a font.
pub(super) const SYMBOL: u16 = 0x6A09;

/// The properties that a fast save writes by a short number, and their short numbers.
pub(super) const SHORT: &[(u8, u16)] =
    &[(0x18, IN_TABLE), (0x19, ROW_END), (0x41, DELETED), (0x43, HIDDEN_BY_FIELD), (0x5C, HIDDEN)];
