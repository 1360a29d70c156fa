//! A report of 2021's form, written without any markup.

/// A cell of a table of the form.
pub(crate) struct Cell {
    pub(crate) words: String,
    pub(crate) columns: usize,
    pub(crate) rows: usize,
}

impl Cell {
    /// The attributes `colspan` and `rowspan`, as far as they are needed.
    pub(crate) fn spans(&self, quote: &str) -> String {
        let attribute = |name: &str, value: usize| {
            if value > 1 { format!(" {name}={quote}{value}{quote}") } else { String::new() }
        };
        attribute("colspan", self.columns) + &attribute("rowspan", self.rows)
    }
}

/// A piece of the report.
pub(crate) enum Piece {
    Heading(&'static str),
    Paragraph(&'static str),
    Table(Vec<Vec<Cell>>),
}

/// A report, and the values of its cells in the order of the form.
pub(crate) struct Page {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) values: Vec<String>,
}

fn cell(words: impl Into<String>) -> Cell {
    wide(words, 1, 1)
}

fn wide(words: impl Into<String>, columns: usize, rows: usize) -> Cell {
    Cell { words: words.into(), columns, rows }
}

fn cells(words: &[&str]) -> Vec<Cell> {
    words.iter().map(|words| cell(*words)).collect()
}

impl Page {
    pub(crate) fn new() -> Self {
        let (requests, mut of_requests) = requests();
        let mut values: Vec<String> =
            ["3", "1", "12", "40", "2", "136", "518", "77", "-", "96.160"].map(str::to_owned).into();
        values.append(&mut of_requests);
        values.extend(
            ["2", "1", "0", "0", "3", "1", "0", "0", "1", "2", "0", "0", "0", "0", "0"].map(str::to_owned),
        );
        let pieces = vec![
            Piece::Heading("柳浦镇2023年政府信息公开工作年度报告"),
            Piece::Heading("一、总体情况"),
            Piece::Paragraph("柳浦镇按照条例要求，及时、准确公开各类政府信息。"),
            Piece::Heading("二、主动公开政府信息情况"),
            Piece::Table(proactive()),
            Piece::Heading("三、收到和处理政府信息公开申请情况"),
            Piece::Table(requests),
            Piece::Heading("四、政府信息公开行政复议、行政诉讼情况"),
            Piece::Table(review()),
            Piece::Heading("五、存在的主要问题及改进情况"),
            Piece::Paragraph("公开的内容还不够丰富，下一步将加强学习。"),
            Piece::Heading("六、其他需要报告的事项"),
            Piece::Paragraph("无。"),
        ];
        Self { pieces, values }
    }
}

fn proactive() -> Vec<Vec<Cell>> {
    let article = |words: &str| vec![wide(words, 4, 1)];
    let narrow = |label: &str, words: &str| vec![cell(label), wide(words, 3, 1)];
    vec![
        article("第二十条第（一）项"),
        cells(&["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]),
        cells(&["规章", "3", "1", "12"]),
        cells(&["行政规范性文件", "40", "2", "136"]),
        article("第二十条第（五）项"),
        narrow("信息内容", "本年处理决定数量"),
        narrow("行政许可", "518"),
        article("第二十条第（六）项"),
        narrow("信息内容", "本年处理决定数量"),
        narrow("行政处罚", "77"),
        narrow("行政强制", ""),
        article("第二十条第（八）项"),
        narrow("信息内容", "本年收费金额（单位：万元）"),
        narrow("行政事业性收费", "96.160"),
    ]
}

/// Groups of outcomes and their labels.
const OUTCOMES: [(&str, &[&str]); 6] = [
    ("（一）予以公开", &[]),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", &[]),
    (
        "（三）不予公开",
        &[
            "1.属于国家秘密",
            "2.其他法律行政法规禁止公开",
            "3.危及“三安全一稳定”",
            "4.保护第三方合法权益",
            "5.属于三类内部事务信息",
            "6.属于四类过程性信息",
            "7.属于行政执法案卷",
            "8.属于行政查询事项",
        ],
    ),
    (
        "（四）无法提供",
        &["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"],
    ),
    (
        "（五）不予处理",
        &[
            "1.信访举报投诉类申请",
            "2.重复申请",
            "3.要求提供公开出版物",
            "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息",
        ],
    ),
    (
        "（六）其他处理",
        &[
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "3.其他",
        ],
    ),
];

fn requests() -> (Vec<Vec<Cell>>, Vec<String>) {
    let mut rows = vec![
        vec![
            wide("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
            wide("申请人情况", 7, 1),
        ],
        vec![wide("自然人", 1, 2), wide("法人或其他组织", 5, 1), wide("总计", 1, 2)],
        cells(&["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]),
    ];
    let mut values = Vec::new();
    let mut concluded = [0; 7];
    let mut fill = |row: &mut Vec<Cell>, numbers: [u32; 7]| {
        row.extend(numbers.iter().map(|number| cell(number.to_string())));
        values.extend(numbers.iter().map(u32::to_string));
    };
    // What is asked is told from what is answered.
    let mut outcomes = Vec::new();
    for (number, (group, labels)) in OUTCOMES.iter().enumerate() {
        for line in 0..labels.len().max(1) {
            let mut numbers = [0; 7];
            for column in 0..6 {
                // Many zeros and few great numbers, as in print.
                let value = u32::try_from((number * 31 + line * 7 + column * 13) % 11).unwrap_or_default();
                numbers[column] = value.saturating_sub(7);
                numbers[6] += numbers[column];
            }
            concluded.iter_mut().zip(numbers).for_each(|(sum, number)| *sum += number);
            outcomes.push((*group, *labels, line, numbers));
        }
    }
    let carried_in = [1, 0, 0, 0, 0, 0, 1];
    let carried_forward = [2, 1, 0, 0, 0, 0, 3];
    let received: Vec<u32> = (0..7).map(|at| concluded[at] + carried_forward[at] - carried_in[at]).collect();
    let mut row = vec![wide("一、本年新收政府信息公开申请数量", 3, 1)];
    fill(&mut row, received.try_into().unwrap_or_default());
    rows.push(row);
    let mut row = vec![wide("二、上年结转政府信息公开申请数量", 3, 1)];
    fill(&mut row, carried_in);
    rows.push(row);
    for (at, (group, labels, line, numbers)) in outcomes.iter().enumerate() {
        let mut row = Vec::new();
        if at == 0 {
            row.push(wide("三、本年度办理结果", 1, outcomes.len() + 1));
        }
        match labels.get(*line) {
            None => row.push(wide(*group, 2, 1)),
            Some(label) => {
                if *line == 0 {
                    row.push(wide(*group, 1, labels.len()));
                }
                row.push(cell(*label));
            }
        }
        fill(&mut row, *numbers);
        rows.push(row);
    }
    let mut row = vec![wide("（七）总计", 2, 1)];
    fill(&mut row, concluded);
    rows.push(row);
    let mut row = vec![wide("四、结转下年度继续办理", 3, 1)];
    fill(&mut row, carried_forward);
    rows.push(row);
    (rows, values)
}

fn review() -> Vec<Vec<Cell>> {
    const RESULTS: [&str; 5] = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    let tall = RESULTS.iter().map(|words| wide(*words, 1, 2));
    vec![
        vec![wide("行政复议", 5, 1), wide("行政诉讼", 10, 1)],
        tall.chain([wide("未经复议直接起诉", 5, 1), wide("复议后起诉", 5, 1)]).collect(),
        cells(&[RESULTS, RESULTS].concat()),
        cells(&["2", "1", "0", "0", "3", "1", "0", "0", "1", "2", "0", "0", "0", "0", "0"]),
    ]
}
