"""Writes the sheets of two finished workbooks again with XlsxWriter: the full one once, the cut many times.

Reading them (openpyxl) and preparing what to write is not timed. Written again are cells with their formats,
merged cells, widths, heights, conditions and charts with their series; left out, to the peer's advantage, are
titles and marks of charts, alt texts, links, page set-up, protection, and everything that decides what to say.
With "bare" nothing but the values is written. Prints seconds and megabytes.
"""

import pathlib
import resource
import sys
import time
import warnings

import openpyxl
import xlsxwriter
from openpyxl.utils import column_index_from_string

warnings.simplefilter("ignore")

LINES = {"thin": 1, "medium": 2, "dashed": 3, "dotted": 4, "thick": 5, "double": 6, "hair": 7}
SIDES = ("left", "right", "top", "bottom")
SIGNS = {
    "equal": "==",
    "notEqual": "!=",
    "lessThan": "<",
    "lessThanOrEqual": "<=",
    "greaterThan": ">",
    "greaterThanOrEqual": ">=",
}
CHARTS = {"BarChart": "bar", "ScatterChart": "scatter", "LineChart": "line", "AreaChart": "area"}


def colour(value):
    return f"#{value.rgb[-6:]}" if value is not None and value.type == "rgb" else None


def look(cell):
    """The properties of a format, as XlsxWriter names them."""
    font, lines, place = cell.font, cell.border, cell.alignment
    found = {
        "font_name": font.name,
        "font_size": font.sz,
        "bold": font.b,
        "italic": font.i,
        "font_color": colour(font.color),
        "num_format": cell.number_format,
        "align": place.horizontal,
        "valign": {"center": "vcenter"}.get(place.vertical, place.vertical),
        "text_wrap": place.wrap_text,
        "indent": int(place.indent or 0),
        "rotation": place.text_rotation,
        "shrink": place.shrink_to_fit,
    }
    if cell.fill.fill_type == "solid":
        found["bg_color"] = colour(cell.fill.fgColor)
    for side in SIDES:
        line = getattr(lines, side)
        if line is not None and line.style in LINES:
            found[side] = LINES[line.style]
            found[f"{side}_color"] = colour(line.color)
    return {name: value for name, value in found.items() if value}


def condition(rule):
    """A rule of a conditional format."""
    formula = [str(it) for it in rule.formula]
    if rule.type == "cellIs" and rule.operator == "between":
        return {"type": "cell", "criteria": "between", "minimum": formula[0], "maximum": formula[1]}
    if rule.type == "cellIs":
        return {"type": "cell", "criteria": SIGNS[rule.operator], "value": formula[0]}
    if rule.type == "dataBar":
        return {"type": "data_bar"}
    if rule.type == "colorScale":
        return {"type": "3_color_scale"}
    return {"type": "formula", "criteria": "=" + formula[0]}


def series(one):
    """The ranges of a series."""
    pairs = {"categories": one.cat or one.xVal, "values": one.val or one.yVal}
    found = {}
    for name, data in pairs.items():
        ref = data and (data.numRef or getattr(data, "strRef", None))
        if ref:
            found[name] = "=" + ref.f
    return found


def sheet(page):
    merged = {area.coord: area.bounds for area in page.merged_cells.ranges}
    inside = {
        (row, column)
        for left, top, right, bottom in merged.values()
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    cells, looks = [], {}
    first = {(top, left): (left, top, right, bottom) for left, top, right, bottom in merged.values()}
    for row in page.iter_rows():
        for cell in row:
            place = (cell.row, cell.column)
            if place in inside and place not in first:
                continue
            if cell.value is None and not cell.has_style:
                continue
            key = tuple(cell._style)
            if key not in looks:
                looks[key] = look(cell)
            area = first.get(place)
            value = cell.value if isinstance(cell.value, (int, float, str, type(None))) else str(cell.value)
            cells.append((cell.row - 1, cell.column - 1, value, key, area))
    charts = []
    for chart in page._charts:
        kind = CHARTS.get(type(chart).__name__, "bar")
        anchor = chart.anchor._from
        found = [it for it in map(series, chart.series) if "values" in it]
        if found:
            charts.append((anchor.row, anchor.col, kind, found))
    return {
        "name": page.title,
        "cells": cells,
        "looks": looks,
        "widths": [
            (column_index_from_string(name) - 1, column.width)
            for name, column in page.column_dimensions.items()
        ],
        "heights": [(row - 1, it.height) for row, it in page.row_dimensions.items() if it.height],
        "conditions": [
            (str(area.sqref).split()[0], condition(rule))
            for area in page.conditional_formatting
            for rule in area.rules
        ],
        "charts": charts,
    }


def put(page, row, column, value, form):
    if value is None:
        page.write_blank(row, column, None, form)
    elif isinstance(value, str) and value.startswith("="):
        page.write_formula(row, column, value, form)
    elif isinstance(value, str):
        page.write_string(row, column, value, form)
    else:
        page.write_number(row, column, value, form)


def write_bare(path, sheets):
    book = xlsxwriter.Workbook(path)
    for one in sheets:
        page = book.add_worksheet(one["name"])
        for row, column, value, _, _ in one["cells"]:
            if value is not None:
                put(page, row, column, value, None)
    book.close()


def write(path, sheets):
    book = xlsxwriter.Workbook(path)
    formats = {}
    for one in sheets:
        page = book.add_worksheet(one["name"])
        for key, props in one["looks"].items():
            if key not in formats:
                formats[key] = book.add_format(props)
        for column, width in one["widths"]:
            page.set_column(column, column, width)
        for row, height in one["heights"]:
            page.set_row(row, height)
        for row, column, value, key, area in one["cells"]:
            form = formats[key]
            if area:
                left, top, right, bottom = area
                page.merge_range(top - 1, left - 1, bottom - 1, right - 1, "", form)
            put(page, row, column, value, form)
        for area, rule in one["conditions"]:
            page.conditional_format(area, dict(rule))
        for row, column, kind, found in one["charts"]:
            chart = book.add_chart({"type": kind})
            for ranges in found:
                chart.add_series(ranges)
            page.insert_chart(row, column, chart)
    book.close()


full, cut = ([sheet(page) for page in openpyxl.load_workbook(path).worksheets] for path in sys.argv[1:3])
folder, cuts = pathlib.Path(sys.argv[3]), int(sys.argv[4])
put_out = write_bare if "bare" in sys.argv[5:] else write
start = time.perf_counter()
put_out(folder / "peer-full.xlsx", full)
for number in range(cuts):
    put_out(folder / f"peer-{number}.xlsx", cut)
seconds = time.perf_counter() - start
print(f"{seconds:.3f}", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
