//! Code pages by the numbers that Windows gives them.

use encoding_rs::Encoding;

/// Numbers of code pages and the encodings they are.
const CODE_PAGES: &[(u16, &Encoding)] = &[
    (874, encoding_rs::WINDOWS_874),
    (932, encoding_rs::SHIFT_JIS),
    (936, encoding_rs::GBK),
    (949, encoding_rs::EUC_KR),
    (950, encoding_rs::BIG5),
    (1250, encoding_rs::WINDOWS_1250),
    (1251, encoding_rs::WINDOWS_1251),
    (1252, encoding_rs::WINDOWS_1252),
    (1253, encoding_rs::WINDOWS_1253),
    (1254, encoding_rs::WINDOWS_1254),
    (1255, encoding_rs::WINDOWS_1255),
    (1256, encoding_rs::WINDOWS_1256),
    (1257, encoding_rs::WINDOWS_1257),
    (1258, encoding_rs::WINDOWS_1258),
    (10002, encoding_rs::BIG5),
    (10008, encoding_rs::GBK),
    (20936, encoding_rs::GBK),
    (51936, encoding_rs::GBK),
    (52936, encoding_rs::GBK),
    (54936, encoding_rs::GB18030),
    (65001, encoding_rs::UTF_8),
];

/// Text in the code page of this number. One that is not known is taken for the Chinese one: these files are Chinese.
pub(crate) fn decode(bytes: &[u8], code_page: u16) -> String {
    if code_page == 1200 {
        return super::bytes::utf16(bytes);
    }
    let known = CODE_PAGES.iter().find(|(number, _)| *number == code_page);
    let encoding = known.map_or(encoding_rs::GB18030, |(_, encoding)| encoding);
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}
