//! Writes small PDF files, for tests.

/// A file of numbered objects, the first of which is its catalog.
pub(crate) fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        offsets.push(file.len());
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    file.extend(offsets.iter().flat_map(|offset| format!("{offset:010} 00000 n \n").into_bytes()));
    let size = objects.len() + 1;
    file.extend(format!("trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF").bytes());
    file
}

/// A stream with this dictionary.
pub(crate) fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let mut object = format!("<<{dictionary}/Length {}>>stream\n", data.len()).into_bytes();
    object.extend(data);
    object.extend(b"\nendstream");
    object
}

/// A page with this drawing (object 4) and further objects from number 5 on.
pub(crate) fn one_page(page: &str, drawing: Vec<u8>, more: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R{page}>>").into_bytes(),
        drawing,
    ];
    objects.extend(more);
    objects
}

/// The font that is object 5.
pub(crate) fn helvetica() -> Vec<Vec<u8>> {
    vec![b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec()]
}

/// The entry of a page that names that font.
pub(crate) const FONT: &str = "/Resources<</Font<</F 5 0 R>>>>";
