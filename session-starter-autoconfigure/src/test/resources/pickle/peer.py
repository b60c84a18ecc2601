"""Pickles values, or compares pickles with values, one line each.

"dump": a line is an expression; six lines answer it, the pickles of {"v": value} in protocols 0 to 5, in hex.
"load": a line is a pickle in hex, a tab, and an expression; the answer is "equal", or what is wrong.
"""

import datetime
import pickle
import sys
import uuid
from collections import OrderedDict
from decimal import Decimal

from markupsafe import Markup

NAMES = {name: globals()[name] for name in ("datetime", "uuid", "OrderedDict", "Decimal", "Markup")}


def same(loaded, expected):
    if type(loaded) is not type(expected):
        return False
    if isinstance(expected, float):
        return repr(loaded) == repr(expected)
    if isinstance(expected, (list, tuple)):
        return len(loaded) == len(expected) and all(map(same, loaded, expected))
    if isinstance(expected, dict):
        return list(loaded) == list(expected) and all(same(loaded[key], expected[key]) for key in expected)
    return loaded == expected


for line in sys.stdin:
    if sys.argv[1] == "dump":
        value = eval(line, NAMES)
        for protocol in range(6):
            print(pickle.dumps({"v": value}, protocol).hex())
    else:
        data, expression = line.split("\t", 1)
        try:
            loaded, expected = pickle.loads(bytes.fromhex(data)), {"v": eval(expression, NAMES)}
            print("equal" if same(loaded, expected) else ascii((loaded, expected)))
        except Exception as error:
            print(ascii((error, expression)))
