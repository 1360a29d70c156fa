#!/usr/bin/env bash
# Writes the one report of this folder in every format. See README.md; `make formats` calls this.
#
# Needs LibreOffice with its converters of texts and sheets, and a Chinese font: on Debian 12
#   apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui fonts-wqy-zenhei
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sources=$work/sources made=$work/made
out=examples/formats
mkdir -p "$made"

command -v soffice > /dev/null || { echo 'make.sh: soffice (LibreOffice) is not installed' >&2; exit 2; }
[[ $(fc-list) == *'WenQuanYi Zen Hei'* ]] || { echo 'make.sh: the font WenQuanYi Zen Hei (fonts-wqy-zenhei) is not installed' >&2; exit 2; }

cargo run --locked --quiet -p govreport-synth --example write_formats -- "$out" "$sources"

# convert FILTER FILE…: converts all files in one start of LibreOffice, with a profile of its own.
convert() {
    local filter=$1
    shift
    soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "$filter" --outdir "$made" "$@" > "$work/log" 2>&1 \
        || { cat "$work/log" >&2; exit 1; }
}

pdf='"UseTaggedPDF":{"type":"boolean","value":"false"},"ExportBookmarks":{"type":"boolean","value":"false"}'
convert 'docx:MS Word 2007 XML' "$sources/ruled.fodt"
mv "$made/ruled.docx" "$out/word.docx"
convert 'doc:MS Word 97' "$sources/ruled.fodt"
mv "$made/ruled.doc" "$out/word.doc"
convert 'xlsx:Calc MS Excel 2007 XML' "$sources/sheets.fods"
convert 'xls:MS Excel 97' "$sources/sheets.fods"
mv "$made/sheets.xlsx" "$made/sheets.xls" "$out/"
convert "pdf:writer_pdf_Export:{$pdf}" "$sources"/{ruled,unruled,pages,pages_heads}.fodt
mv "$made"/{ruled,unruled,pages,pages_heads}.pdf "$out/"
# With a password to open it, for the tests of what cannot be read.
echo 'Top secret' > "$sources/encrypted.txt"
convert "pdf:writer_pdf_Export:{$pdf,\"EncryptFile\":{\"type\":\"boolean\",\"value\":\"true\"},\"DocumentOpenPassword\":{\"type\":\"string\",\"value\":\"open\"}}" \
    "$sources/encrypted.txt"
mv "$made/encrypted.pdf" crates/govreport/tests/support/
ls -l "$out"
