"""Writes the given cells with XlsxWriter: one full workbook, then cuts. Prints seconds and megabytes."""

import json
import pathlib
import resource
import sys
import time

import xlsxwriter

wanted = json.loads(pathlib.Path(sys.argv[1]).read_text())
folder = pathlib.Path(sys.argv[2])


def write(name, sheets):
    book = xlsxwriter.Workbook(folder / name)
    for sheet in sheets:
        page = book.add_worksheet(sheet["name"])
        for row, column, value in sheet["cells"]:
            if isinstance(value, str):
                page.write_string(row, column, value)
            else:
                page.write_number(row, column, value)
    book.close()


start = time.perf_counter()
write("peer-full.xlsx", wanted["full"])
for number in range(wanted["cuts"]):
    write(f"peer-{number}.xlsx", wanted["cut"])
seconds = time.perf_counter() - start
print(f"{seconds:.3f}", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
