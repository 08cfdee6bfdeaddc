"""What functions of Terraform take, as far as that shows what their arguments are.

Source: Terraform language documentation, "Built-in Functions".
"""

from __future__ import annotations

from typing import Final

SAME: Final = frozenset(
    (
        *("toset", "tolist", "tomap", "sort", "distinct", "compact", "reverse", "slice", "flatten"),
        *("concat", "merge", "setunion", "setproduct", "coalesce", "coalescelist", "try"),
        *("sensitive", "nonsensitive", "tobool", "tonumber", "tostring"),
    )
)
"""Functions whose result is one of their arguments in another form, or has their elements."""
OF_LISTS: Final = frozenset(
    (
        *("length", "toset", "tolist", "sort", "distinct", "compact", "reverse", "slice", "flatten"),
        *("concat", "setunion", "setproduct", "setsubtract", "setintersection", "coalescelist", "one"),
        *("element", "index", "contains", "chunklist", "sum", "zipmap"),
    )
)
OF_TEXTS: Final = frozenset(("toset", "compact"))
"""Functions whose argument is a list of texts, where it is written as a list."""
OF_MAPS: Final = frozenset(("keys", "values", "lookup", "merge", "tomap", "transpose"))
OF_BASE64: Final = frozenset(("base64decode", "textdecodebase64"))
OF_NUMBERS: Final = frozenset(
    ("max", "min", "ceil", "floor", "abs", "range", "pow", "log", "tonumber", "parseint")
)
