"""Opens a workbook with openpyxl and prints what a reader could find in it, as JSON."""

import json
import sys

import openpyxl

shown = openpyxl.load_workbook(sys.argv[1], data_only=True)
written = openpyxl.load_workbook(sys.argv[1])
about = shown.properties


def cells(sheet):
    found = {}
    for row in sheet.iter_rows():
        for cell in row:
            value = cell.value
            if isinstance(value, bool) or value is None:
                continue
            if isinstance(value, (int, float)):
                found[cell.coordinate] = repr(float(value))
    return found


def formulas(sheet):
    return [
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=")
    ]


def hidden(sheet):
    rows = [str(at) for at, row in sheet.row_dimensions.items() if row.hidden]
    columns = [at for at, column in sheet.column_dimensions.items() if column.hidden]
    return rows + columns


print(
    json.dumps(
        {
            "people": [about.creator, about.lastModifiedBy, about.manager]
            if hasattr(about, "manager")
            else [about.creator, about.lastModifiedBy],
            "names": sorted(shown.defined_names.keys()),
            "sheets": [
                {
                    "name": sheet.title,
                    "state": sheet.sheet_state,
                    "hidden": hidden(sheet),
                    "cells": cells(sheet),
                    "formulas": formulas(written[sheet.title]),
                    "pivots": len(sheet._pivots),
                }
                for sheet in shown.worksheets
            ],
        }
    )
)
