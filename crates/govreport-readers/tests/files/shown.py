"""Writes `shown.xls`: what a sheet shows and what is stored behind it. `python3 shown.py`; it needs the package xlwt.

One row a case: what a person sees, and the cell. All texts and numbers are invented.
"""

from pathlib import Path

import xlwt


def font(**what) -> xlwt.Font:
    font = xlwt.Font()
    for name, value in what.items():
        setattr(font, name, value)
    return font


def style(code: str = "General", fill: int | None = None, **of_font) -> xlwt.XFStyle:
    style = xlwt.XFStyle()
    style.num_format_str = code
    style.font = font(**of_font)
    if fill is not None:
        style.pattern.pattern = xlwt.Pattern.SOLID_PATTERN
        style.pattern.pattern_fore_colour = fill
    return style


WHITE, DARK = 1, 18
RAISED, STRUCK = font(escapement=1), font(struck_out=True)

book = xlwt.Workbook(encoding="utf-8")
sheet = book.add_sheet("甲")
cases = [
    ("351", 351, style()),
    ("约351", 351, style('"约"0')),
    ("12.35", 12.3456, style("0.00")),
    ("351", 351000, style("0,")),
    ("12.3400", 123400, style("0!.0000")),
    ("-", 0, style('_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ')),
    ("无", 0, style('0;-0;"无"')),
    ("", 351, style(";;;")),
    ("¬", -5, style("0;[Red]0")),
    ("-5", -5, style("0;[Red]-0")),
    ("", 351, style(struck_out=True)),
    ("", 351, style(colour_index=WHITE)),
    ("351", 351, style(colour_index=WHITE, fill=DARK)),
    ("", 351, style(colour_index=DARK, fill=DARK)),
    ("¬", xlwt.Formula("1+2"), style()),
]
for row, (seen, value, look) in enumerate(cases):
    sheet.write(row, 0, "见" + seen)
    sheet.write(row, 1, value, look)
runs = [
    ("351¹", [("351", font()), ("1", RAISED)]),
    ("36", [("35", STRUCK), ("36", font())]),
    ("3 6", [("3", font()), ("5", STRUCK), ("6", font())]),
    ("351", [("351", font()), ("9", font(colour_index=WHITE))]),
]
for row, (seen, texts) in enumerate(runs, len(cases)):
    sheet.write(row, 0, "见" + seen)
    sheet.write_rich_text(row, 1, texts)
end = len(cases) + len(runs)
sheet.write(end, 0, "藏行")
sheet.row(end).hidden = True
sheet.write(end + 1, 0, "平行")
sheet.row(end + 1).height_mismatch = True
sheet.row(end + 1).height = 0
sheet.write(0, 2, "藏列")
sheet.col(2).width = 0
without_zeros = book.add_sheet("乙")
without_zeros.show_zero_values = 0
without_zeros.write(0, 0, "见")
without_zeros.write(0, 1, 0)
without_zeros.write(0, 2, 7)
book.save(str(Path(__file__).parent / "shown.xls"))
