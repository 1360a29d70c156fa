//! The tags that the standard treats in a way of their own, and what they are to it.

/// What a tag is to the rules of the standard, and to the page.
mod is {
    /// Ends the search for the start tag of an ordinary end tag ("special" in the standard).
    pub(super) const SPECIAL: u16 = 1;
    /// Ends the search for an element "in scope".
    pub(super) const SCOPE: u16 = 1 << 1;
    /// Ends the search for an element "in table scope".
    pub(super) const TABLE_SCOPE: u16 = 1 << 2;
    /// Is closed where another end tag implies it.
    pub(super) const IMPLIED: u16 = 1 << 3;
    /// Is closed where `</template>` implies it, beyond those.
    pub(super) const TABLE_IMPLIED: u16 = 1 << 4;
    /// Formats: may be closed in any order.
    pub(super) const FORMATTING: u16 = 1 << 5;
    /// Has no content and no end tag.
    pub(super) const VOID: u16 = 1 << 6;
    /// Text directly inside is no text of the table: it moves before it.
    pub(super) const FOSTERS: u16 = 1 << 7;
    /// Stands on lines of its own.
    pub(super) const BLOCK: u16 = 1 << 8;
    /// Leaves SVG and `MathML`.
    pub(super) const BREAKS_OUT: u16 = 1 << 9;
    /// Closes an open `p` before it.
    pub(super) const CLOSES_P: u16 = 1 << 10;
}

macro_rules! tags {
    ($($(#[$note:meta])* $tag:ident $name:literal = $($flag:ident)|*;)*) => {
        /// A tag by its name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub(super) enum Tag {
            $($tag,)*
            /// Any other: the standard has no rule of its own for it.
            Other,
        }

        /// What each tag is, in the order of the members.
        const FLAGS: &[u16] = &[$(0 $(| is::$flag)*,)* 0];

        impl Tag {
            /// The tag with this name, given as one number.
            #[expect(non_upper_case_globals, reason = "the constants are named like the members")]
            pub(super) fn packed(name: u128) -> Self {
                $(const $tag: u128 = packed($name.as_bytes());)*
                match name {
                    $($tag => Self::$tag,)*
                    _ => Self::Other,
                }
            }
        }
    };
}

tags! {
    A "a" = FORMATTING;
    Address "address" = SPECIAL | BLOCK | CLOSES_P;
    Applet "applet" = SPECIAL | SCOPE;
    Area "area" = SPECIAL | VOID;
    Article "article" = SPECIAL | BLOCK | CLOSES_P;
    Aside "aside" = SPECIAL | BLOCK | CLOSES_P;
    Audio "audio" = ;
    B "b" = FORMATTING | BREAKS_OUT;
    Base "base" = SPECIAL | VOID;
    Basefont "basefont" = SPECIAL | VOID;
    Bdo "bdo" = ;
    Bgsound "bgsound" = SPECIAL | VOID;
    Big "big" = FORMATTING | BREAKS_OUT;
    Blockquote "blockquote" = SPECIAL | BLOCK | BREAKS_OUT | CLOSES_P;
    Body "body" = SPECIAL | BREAKS_OUT;
    Br "br" = SPECIAL | VOID | BREAKS_OUT;
    Button "button" = SPECIAL;
    Canvas "canvas" = ;
    Caption "caption" = SPECIAL | SCOPE | TABLE_IMPLIED;
    Center "center" = SPECIAL | BLOCK | BREAKS_OUT | CLOSES_P;
    Code "code" = FORMATTING | BREAKS_OUT;
    Col "col" = SPECIAL | VOID;
    Colgroup "colgroup" = SPECIAL | TABLE_IMPLIED;
    Datalist "datalist" = ;
    Dd "dd" = SPECIAL | IMPLIED | BLOCK | BREAKS_OUT;
    Del "del" = ;
    Details "details" = SPECIAL | BLOCK | CLOSES_P;
    Dialog "dialog" = BLOCK | CLOSES_P;
    Dir "dir" = SPECIAL | BLOCK | CLOSES_P;
    Div "div" = SPECIAL | BLOCK | BREAKS_OUT | CLOSES_P;
    Dl "dl" = SPECIAL | BLOCK | BREAKS_OUT | CLOSES_P;
    Dt "dt" = SPECIAL | IMPLIED | BLOCK | BREAKS_OUT;
    Em "em" = FORMATTING | BREAKS_OUT;
    Embed "embed" = SPECIAL | VOID | BREAKS_OUT;
    Fieldset "fieldset" = SPECIAL | BLOCK | CLOSES_P;
    Figcaption "figcaption" = SPECIAL | BLOCK | CLOSES_P;
    Figure "figure" = SPECIAL | BLOCK | CLOSES_P;
    Font "font" = FORMATTING;
    Footer "footer" = SPECIAL | BLOCK | CLOSES_P;
    Form "form" = SPECIAL | BLOCK;
    Frame "frame" = SPECIAL | VOID;
    Frameset "frameset" = SPECIAL;
    H1 "h1" = SPECIAL | BLOCK | BREAKS_OUT;
    H2 "h2" = SPECIAL | BLOCK | BREAKS_OUT;
    H3 "h3" = SPECIAL | BLOCK | BREAKS_OUT;
    H4 "h4" = SPECIAL | BLOCK | BREAKS_OUT;
    H5 "h5" = SPECIAL | BLOCK | BREAKS_OUT;
    H6 "h6" = SPECIAL | BLOCK | BREAKS_OUT;
    Head "head" = SPECIAL | BREAKS_OUT;
    Header "header" = SPECIAL | BLOCK | CLOSES_P;
    Hgroup "hgroup" = SPECIAL | BLOCK | CLOSES_P;
    Hr "hr" = SPECIAL | VOID | BREAKS_OUT;
    Html "html" = SPECIAL | SCOPE | TABLE_SCOPE;
    I "i" = FORMATTING | BREAKS_OUT;
    Iframe "iframe" = SPECIAL;
    Image "image" = VOID;
    Img "img" = SPECIAL | VOID | BREAKS_OUT;
    Input "input" = SPECIAL | VOID;
    Keygen "keygen" = SPECIAL | VOID;
    Legend "legend" = BLOCK;
    Li "li" = SPECIAL | IMPLIED | BLOCK | BREAKS_OUT;
    Link "link" = SPECIAL | VOID;
    Listing "listing" = SPECIAL | BLOCK | BREAKS_OUT;
    Main "main" = SPECIAL | BLOCK | CLOSES_P;
    Marquee "marquee" = SPECIAL | SCOPE | BLOCK;
    Math "math" = ;
    Menu "menu" = SPECIAL | BLOCK | BREAKS_OUT | CLOSES_P;
    Meta "meta" = SPECIAL | VOID | BREAKS_OUT;
    Meter "meter" = ;
    Nav "nav" = SPECIAL | BLOCK | CLOSES_P;
    Nobr "nobr" = FORMATTING | BREAKS_OUT;
    Noembed "noembed" = SPECIAL;
    Noframes "noframes" = SPECIAL;
    Noscript "noscript" = SPECIAL;
    Object "object" = SPECIAL | SCOPE;
    Ol "ol" = SPECIAL | BLOCK | BREAKS_OUT | CLOSES_P;
    Optgroup "optgroup" = IMPLIED | BLOCK;
    Option "option" = IMPLIED | BLOCK;
    /// The paragraph mark of Word, an ordinary element: named because it is so frequent.
    OfficeParagraph "o:p" = ;
    P "p" = SPECIAL | IMPLIED | BLOCK | BREAKS_OUT | CLOSES_P;
    Param "param" = SPECIAL | VOID;
    Plaintext "plaintext" = SPECIAL | BLOCK;
    Pre "pre" = SPECIAL | BLOCK | BREAKS_OUT;
    Progress "progress" = ;
    Rb "rb" = IMPLIED;
    Rp "rp" = IMPLIED;
    Rt "rt" = IMPLIED;
    Rtc "rtc" = IMPLIED;
    Ruby "ruby" = BREAKS_OUT;
    S "s" = FORMATTING | BREAKS_OUT;
    Script "script" = SPECIAL;
    Search "search" = SPECIAL | BLOCK | CLOSES_P;
    Section "section" = SPECIAL | BLOCK | CLOSES_P;
    Select "select" = SPECIAL | SCOPE;
    Small "small" = FORMATTING | BREAKS_OUT;
    Source "source" = SPECIAL | VOID;
    Span "span" = BREAKS_OUT;
    Strike "strike" = FORMATTING | BREAKS_OUT;
    Strong "strong" = FORMATTING | BREAKS_OUT;
    Style "style" = SPECIAL;
    Sub "sub" = BREAKS_OUT;
    Summary "summary" = SPECIAL | BLOCK | CLOSES_P;
    Sup "sup" = BREAKS_OUT;
    Svg "svg" = ;
    Table "table" = SPECIAL | SCOPE | TABLE_SCOPE | FOSTERS | BREAKS_OUT;
    Tbody "tbody" = SPECIAL | TABLE_IMPLIED | FOSTERS;
    Td "td" = SPECIAL | SCOPE | TABLE_IMPLIED;
    Template "template" = SPECIAL | SCOPE | TABLE_SCOPE;
    Textarea "textarea" = SPECIAL;
    Tfoot "tfoot" = SPECIAL | TABLE_IMPLIED | FOSTERS;
    Th "th" = SPECIAL | SCOPE | TABLE_IMPLIED;
    Thead "thead" = SPECIAL | TABLE_IMPLIED | FOSTERS;
    Title "title" = SPECIAL;
    Tr "tr" = SPECIAL | TABLE_IMPLIED | FOSTERS;
    Track "track" = SPECIAL | VOID;
    Tt "tt" = FORMATTING | BREAKS_OUT;
    U "u" = FORMATTING | BREAKS_OUT;
    Ul "ul" = SPECIAL | BLOCK | BREAKS_OUT | CLOSES_P;
    Var "var" = BREAKS_OUT;
    Video "video" = ;
    Wbr "wbr" = SPECIAL | VOID;
    Xmp "xmp" = SPECIAL | BLOCK;
}

impl Tag {
    /// How many there are.
    pub(super) const COUNT: usize = FLAGS.len();

    fn has(self, flag: u16) -> bool {
        // Every member has its flags: both come from the same list.
        FLAGS.get(self as usize).is_some_and(|flags| flags & flag != 0)
    }

    pub(super) fn is_special(self) -> bool {
        self.has(is::SPECIAL)
    }

    pub(super) fn bounds_scope(self) -> bool {
        self.has(is::SCOPE)
    }

    pub(super) fn bounds_table_scope(self) -> bool {
        self.has(is::TABLE_SCOPE)
    }

    pub(super) fn is_implied(self) -> bool {
        self.has(is::IMPLIED)
    }

    pub(super) fn is_formatting(self) -> bool {
        self.has(is::FORMATTING)
    }

    pub(super) fn is_void(self) -> bool {
        self.has(is::VOID)
    }

    pub(super) fn fosters(self) -> bool {
        self.has(is::FOSTERS)
    }

    pub(super) fn is_block(self) -> bool {
        self.has(is::BLOCK)
    }

    pub(super) fn breaks_out(self) -> bool {
        self.has(is::BREAKS_OUT)
    }

    pub(super) fn closes_p(self) -> bool {
        self.has(is::CLOSES_P)
    }

    /// The depth of a heading.
    pub(super) fn heading(self) -> Option<u8> {
        match self {
            Self::H1 => Some(1),
            Self::H2 => Some(2),
            Self::H3 => Some(3),
            Self::H4 => Some(4),
            Self::H5 => Some(5),
            Self::H6 => Some(6),
            _ => None,
        }
    }
}

/// A name that is read character by character, as one number.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Packed {
    number: u128,
    length: usize,
}

impl Packed {
    pub(super) fn push(&mut self, byte: u8) {
        self.number = self.number << 8 | u128::from(byte.to_ascii_lowercase());
        self.length += 1;
    }

    /// The number that [`packed`] gives for the whole name.
    pub(super) fn number(self) -> u128 {
        if self.length > LONGEST { 0 } else { self.number }
    }
}

/// The longest name that fits into a number.
/// Measured: with 8, no cell changes.
const LONGEST: usize = 16;

/// A name of up to 16 characters as one number, in lower case; 0 for a longer one.
pub(super) const fn packed(name: &[u8]) -> u128 {
    if name.len() > LONGEST {
        return 0;
    }
    let mut number = 0;
    let mut at = 0;
    while at < name.len() {
        number = number << 8 | name[at].to_ascii_lowercase() as u128;
        at += 1;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &[u8]) -> Tag {
        let mut whole = Packed::default();
        for byte in name {
            whole.push(*byte);
        }
        assert_eq!(whole.number(), packed(name));
        Tag::packed(whole.number())
    }

    #[test]
    fn tags_are_told_by_name_in_any_case() {
        assert_eq!(named(b"TBody"), Tag::Tbody);
        assert_eq!(named(b"o:P"), Tag::OfficeParagraph);
        assert_eq!(named(b"tbodyy"), Tag::Other);
        assert_eq!(named(b"a-name-that-is-very-long"), Tag::Other);
        assert!(Tag::Td.bounds_scope() && !Tag::Td.bounds_table_scope());
        assert_eq!(Tag::H3.heading(), Some(3));
    }
}
