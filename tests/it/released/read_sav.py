"""Opens a system file as an analyst would and prints what is in it, as JSON."""

import json
import math
import sys

import pyreadstat

frame, about = pyreadstat.read_sav(sys.argv[1])


def plain(value):
    # In full and as text: not every reader of JSON keeps the last digit.
    if isinstance(value, float):
        return None if math.isnan(value) else repr(value)
    return value


print(
    json.dumps(
        {
            "names": about.column_names,
            "labels": about.column_labels,
            "levels": about.variable_measure,
            "values": {
                name: {str(int(code)): label for code, label in labels.items()}
                for name, labels in about.variable_value_labels.items()
            },
            "encoding": about.file_encoding,
            "label": about.file_label,
            "created": str(about.creation_time),
            "rows": [[plain(cell) for cell in row] for row in frame.values.tolist()],
        }
    )
)
