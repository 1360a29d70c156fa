rules! {
    Reading {
        /// Some bytes are no character of the file's encoding.
        ///
        /// Each such byte became the replacement character U+FFFD (�). The text around it is kept; a number in which one stands
        /// is not read as a number.
        ///
        /// # What to do
        ///
        /// Look at the place. If much of the text is damaged, the file was probably converted from another encoding before; get
        /// it from its source again.
        InvalidBytes = "GR001", "invalid-bytes", Warning;
        /// The encoding was guessed from the bytes.
        ///
        /// The file is not UTF-8 and declares nothing. The guess is right for nearly all Chinese text of more than a line.
        ///
        /// # What to do
        ///
        /// Nothing, if the title and the labels read well.
        EncodingGuessed = "GR002", "encoding-guessed", Info;
        /// Control characters stand in the text.
        ///
        /// NUL and other characters that print nothing. They are kept in the text, so that places stay true, and count for
        /// nothing.
        ///
        /// # What to do
        ///
        /// Nothing, if the text reads well; otherwise see how the file was made.
        ControlCharacters = "GR003", "control-characters", Info;
        /// A table is far longer than the form allows, and only its beginning was read.
        ///
        /// The longest table of the form has 25 rows. Reading stops at a fixed number of lines, so that a broken or hostile file
        /// costs bounded time and memory.
        ///
        /// # What to do
        ///
        /// See whether the file holds many reports glued together; split it.
        TableTooLong = "GR004", "table-too-long", Error;
        /// The text has far more lines and cells than any report, and only its beginning was read.
        ///
        /// Reading stops at a million lines and cells, so that a broken or hostile file costs bounded memory.
        ///
        /// # What to do
        ///
        /// See whether the file holds many reports glued together; split it.
        DocumentTruncated = "GR005", "document-truncated", Error;
        /// The name of the file says another format than its content has.
        ///
        /// A web page saved as `.doc`, a Word file named `.wps`: common on sites. The content was believed.
        ///
        /// # What to do
        ///
        /// Nothing, if the text reads well.
        ExtensionMisleads = "GR006", "extension-misleads", Info;
        /// Pages of the file are pictures without text.
        ///
        /// A scan, or a page drawn as a picture: there is no text to read. What stands on such pages is in no cell.
        ///
        /// # What to do
        ///
        /// Run text recognition (OCR) over the pages and hand its words with their places over (`Document` from positioned
        /// words), or get the report as text.
        ScannedPages = "GR007", "scanned-pages", Error;
        /// Part of the file is damaged and was left out.
        ///
        /// # What to do
        ///
        /// Get the file from its source again.
        PartDamaged = "GR008", "part-damaged", Error;
        /// Something in the file was not read: a kind of content that is not known.
        ///
        /// # What to do
        ///
        /// Look at the file whether a table or a text of the report is in that part.
        PartUnread = "GR009", "part-unread", Warning;
    }
    Structure {
        /// A section of the form is not in the source.
        ///
        /// The form has six sections (一、总体情况 … 六、其他需要报告的事项). Headings are found by their words first, then by their
        /// number; renamed ones are known. A section whose heading was lost but whose table is there is reported too.
        ///
        /// # What to do
        ///
        /// Look whether the page was cut, or the section stands in an attachment. If the heading has other words, add them to
        /// `form/sections.tsv`.
        SectionMissing = "GR101", "section-missing", Error;
        /// The heading of a section stands in the source more than once.
        ///
        /// A table of contents, sub-headings with the words of a section, or a page that holds its text twice. The copy that is
        /// followed by its table, or by the most text, was taken.
        ///
        /// # What to do
        ///
        /// Look whether the right one was taken.
        SectionRepeated = "GR102", "section-repeated", Info;
        /// The sections stand in another order than the form's.
        ///
        /// # What to do
        ///
        /// Nothing; the sections are read where they stand.
        SectionOrder = "GR103", "section-order", Info;
        /// A heading was taken for a section by its number; its words are not known.
        ///
        /// # What to do
        ///
        /// Look at the heading. If its words are a wording of the section, add them to `form/sections.tsv`.
        SectionByNumber = "GR104", "section-by-number", Info;
        /// The source holds several reports, of other bodies or on other years, and one of them was read.
        ///
        /// Titles that are each followed by sections and tables of their own. The first report that is complete was taken; where
        /// none is, the one of which most is there. Nothing of the others is in any cell. The same report printed twice is not
        /// meant: see `section-repeated`.
        ///
        /// # What to do
        ///
        /// Split the source and read each report by itself.
        SeveralReports = "GR105", "several-reports", Error;
        /// The report, or its tables, are not on the page: it links a file that may hold them.
        ///
        /// The message lists the links. Where the page holds neither a section nor a table, this finding stands for all that is
        /// missing.
        ///
        /// # What to do
        ///
        /// Get the file and read it.
        ReportInAttachment = "GR106", "report-in-attachment", Error;
        /// No title was found.
        ///
        /// About a third of all copies begin with the introduction or with section one. Issuer and year are then taken from
        /// elsewhere, and say from where.
        ///
        /// # What to do
        ///
        /// Look whether the issuer and the year are right.
        TitleMissing = "GR110", "title-missing", Info;
        /// No issuer was found.
        ///
        /// # What to do
        ///
        /// Take it from where the file came from (its address, its folder).
        IssuerMissing = "GR111", "issuer-missing", Warning;
        /// The source names its issuer in two ways that do not agree.
        ///
        /// The title's is kept. Short and full names of one body (县应急局, 县应急管理局) are taken for the same.
        ///
        /// # What to do
        ///
        /// Look at both places: a text copied from another body, or a slip of the pen.
        IssuerInDoubt = "GR112", "issuer-in-doubt", Warning;
        /// No year was found.
        ///
        /// # What to do
        ///
        /// Take it from where the file came from; a date of publication is no year of report.
        YearMissing = "GR113", "year-missing", Error;
        /// The source names two different years as the one reported on.
        ///
        /// Title, reporting period and text are compared. The title's year is kept, then the period's.
        ///
        /// # What to do
        ///
        /// Look at both places: often a text carried over from last year.
        YearInDoubt = "GR114", "year-in-doubt", Warning;
        /// The reporting period is not the calendar year.
        ///
        /// The form counts from 1 January to 31 December.
        ///
        /// # What to do
        ///
        /// Look at the sentence: a slip of the pen, or numbers of a shorter time.
        PeriodIrregular = "GR115", "period-irregular", Warning;
    }
    Cells {
        /// No row of a table of the form was found.
        ///
        /// No picture stands in its place (`table-as-picture`). Often it is in an attachment (`report-in-attachment`). The message says
        /// that it is not in the source only where all of the source was read and nothing stands in its place. Otherwise it says
        /// that headings or rows of something else stand there, or that part of the source was not read.
        ///
        /// # What to do
        ///
        /// Look at the page itself.
        TableMissing = "GR201", "table-missing", Error;
        /// A table breaks off.
        ///
        /// All rows after the place given are not in the source. Their cells are `absent`, never zero.
        ///
        /// # What to do
        ///
        /// Get the page again, or read the attachment.
        TableCutOff = "GR202", "table-cut-off", Error;
        /// A row of the form is not in the source.
        ///
        /// Its neighbours are. Its cells are `absent`, never zero.
        ///
        /// # What to do
        ///
        /// Look between the neighbours: the row was left out, or its label has words that are not known (add them to
        /// `form/labels.tsv`).
        RowAbsent = "GR203", "row-absent", Error;
        /// A row stands in the source more than once, with different numbers.
        ///
        /// Which is meant cannot be told: the cells that differ are `ambiguous`.
        ///
        /// # What to do
        ///
        /// Look whether two reports, or two scopes (本级 and 全市), stand in one file.
        RowRepeated = "GR204", "row-repeated", Warning;
        /// A row of numbers has no label of the form.
        ///
        /// Local additions to the form, or a label that is damaged beyond recognition. Its numbers are in no cell.
        ///
        /// # What to do
        ///
        /// Look at the row. If it is one of the form's, add its wording to `form/labels.tsv`.
        RowUnknown = "GR205", "row-unknown", Info;
        /// A table mixes the two editions of the form.
        ///
        /// The edition is decided block by block, from the headings of the columns.
        ///
        /// # What to do
        ///
        /// Mind that the columns of the editions mean different things.
        EditionMixed = "GR206", "edition-mixed", Info;
        /// A table follows an edition of the form that was not in force for its year.
        ///
        /// The trial form of 2019 was replaced for reports on 2021 and later.
        ///
        /// # What to do
        ///
        /// Mind the edition when comparing years and bodies.
        EditionSuperseded = "GR207", "edition-superseded", Warning;
        /// The page shows a picture where a table of the form should be.
        ///
        /// Stands in place of `table-missing`: the heading of the section is there, and behind it a picture; or the whole report is
        /// pictures (图解, 图片版). The cells are `absent`, never zero.
        ///
        /// # What to do
        ///
        /// Look for another copy with text. Otherwise run text recognition (OCR) over the picture, or type the numbers.
        TableAsPicture = "GR208", "table-as-picture", Error;
        /// A label was recognised although some of its characters differ.
        ///
        /// Lost or misprinted characters; the order of the form and the labels still missing leave only this row.
        ///
        /// # What to do
        ///
        /// Look at the label. If the wording is common, add it to `form/labels.tsv`.
        LabelByDistance = "GR210", "label-by-distance", Info;
        /// A row without label was recognised by its place between its neighbours.
        ///
        /// # What to do
        ///
        /// Look at the row.
        LabelByOrder = "GR211", "label-by-order", Warning;
        /// Numbers stand under another column than the one they belong to.
        ///
        /// Cells of the row were lost or shifted. The identities of the form leave only this arrangement, also where any single one
        /// of them is left out, so the numbers were taken into their columns (`realigned`), and cells that must have been lost were
        /// filled in (`inferred`).
        ///
        /// # What to do
        ///
        /// Compare with the source's own picture of the table, if there is one.
        CellsRealigned = "GR220", "cells-realigned", Warning;
        /// Numbers are printed, but the page does not show which cell they belong to, or whether they are this table's at all.
        ///
        /// Cells were lost, shifted or glued together, the label came apart from its numbers, or the heading names other columns, and
        /// the identities of the form do not leave exactly one reading. The cells are `ambiguous` and empty; their `reason` says which
        /// of these it is, and `candidates` lists the readings that were left.
        ///
        /// # What to do
        ///
        /// Look at the source. `govreport cells --why` prints what the page shows of each cell and what it does not.
        CellsAmbiguous = "GR221", "cells-ambiguous", Error;
        /// All cells of a table are empty.
        ///
        /// Empty is not zero.
        ///
        /// # What to do
        ///
        /// Look whether the text of the report says that there was nothing to count.
        TableBlank = "GR222", "table-blank", Warning;
        /// Words stand where the form wants a number.
        ///
        /// # What to do
        ///
        /// Read the words.
        TextInNumberCell = "GR223", "text-in-number-cell", Warning;
        /// An amount was converted into the unit of the form.
        ///
        /// The form counts fees in 万元; the source prints 元, 千元 or another unit, with the number, in the heading, in the label of the
        /// row or in a caption. The value is exact, the text as printed is in `raw`.
        ///
        /// # What to do
        ///
        /// Look whether the unit is meant.
        UnitConverted = "GR224", "unit-converted", Info;
        /// Numbers were printed without anything between them, and only one way to part them is left.
        ///
        /// # What to do
        ///
        /// Compare with the source's own picture of the table, if there is one.
        CellsParted = "GR225", "cells-parted", Warning;
        /// Numbers stand in a table and belong to no cell.
        ///
        /// # What to do
        ///
        /// Look at the place: a page number, a note, a local addition, or a table read in the wrong order.
        NumbersUnplaced = "GR226", "numbers-unplaced", Warning;
    }
    Arithmetic {
        /// The six kinds of applicants of a row do not add up to its total.
        ///
        /// 自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 总计, in every row of table two.
        ///
        /// # What to do
        ///
        /// The numbers are kept as printed. Ask the body which of them is meant.
        ApplicantSum = "GR301", "applicant-sum", Inconsistency;
        /// The outcomes of a column do not add up to the total of outcomes.
        ///
        /// （一）予以公开 … （六）其他处理 add up to （七）总计, in every column of table two.
        ///
        /// # What to do
        ///
        /// The numbers are kept as printed. Ask the body which of them is meant.
        OutcomeSum = "GR302", "outcome-sum", Inconsistency;
        /// What came in and what went out do not balance.
        ///
        /// 第一项加第二项之和，等于第三项加第四项之和: new requests and those carried in are those concluded and those carried
        /// forward, in every column of table two.
        ///
        /// # What to do
        ///
        /// The numbers are kept as printed. Ask the body which of them is meant.
        CaseBalance = "GR303", "case-balance", Inconsistency;
        /// The results of a row of table three do not add up to its total.
        ///
        /// 结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计, for reconsideration and for both kinds of litigation.
        ///
        /// # What to do
        ///
        /// The numbers are kept as printed. Ask the body which of them is meant.
        ResultSum = "GR304", "result-sum", Inconsistency;
    }
}
