"""Grapheme clusters: what readers take for one character, and Terraform for one column.

Facts: Unicode Standard Annex #29, extended grapheme clusters, as of Unicode 15; the categories of characters
are those of Python's own Unicode database.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_CR, _LF, _CONTROL, _EXTEND, _JOINER, _SPACING, _PREPEND, _FLAG, _L, _V, _T, _LV, _LVT, _PICTURE, _OTHER = (
    range(15)
)


def _ranges(text: str) -> list[tuple[int, int]]:
    pairs = (part.partition("-") for part in text.split())
    return [(int(first, 16), int(last or first, 16)) for first, _, last in pairs]


_TABLE = {
    _CR: _ranges("D"),
    _LF: _ranges("A"),
    _JOINER: _ranges("200D"),
    _FLAG: _ranges("1F1E6-1F1FF"),
    _L: _ranges("1100-115F A960-A97C"),
    _V: _ranges("1160-11A7 D7B0-D7C6"),
    _T: _ranges("11A8-11FF D7CB-D7FB"),
    _PREPEND: _ranges(
        "600-605 6DD 70F 890-891 8E2 D4E 110BD 110CD 111C2-111C3 1193F 11941 11A3A 11A84-11A89 11D46 11F02"
    ),
    # Other_Grapheme_Extend and Emoji_Modifier, beyond the marks that the categories tell of.
    _EXTEND: _ranges(
        "200C 9BE 9D7 B3E B57 BBE BD7 CC2 CD5-CD6 D3E D57 DCF DDF 1B35 302E-302F FF9E-FF9F 1133E 11357 114B0"
        " 114BD 115AF 11930 1D165 1D16E-1D172 1F3FB-1F3FF E0020-E007F"
    ),
    _SPACING: _ranges("E33 EB3"),
    # Spacing marks that are set apart all the same.
    _OTHER: _ranges(
        "102B-102C 1038 1062-1064 1067-106D 1083 1087-108C 108F 109A-109C 1A61 1A63-1A64 AA7B AA7D"
        " 11720-11721"
    ),
    # Extended_Pictographic.
    _PICTURE: _ranges(
        "A9 AE 203C 2049 2122 2139 2194-2199 21A9-21AA 231A-231B 2328 2388 23CF 23E9-23F3 23F8-23FA 24C2"
        " 25AA-25AB 25B6 25C0 25FB-25FE 2600-2605 2607-2612 2614-2685 2690-2705 2708-2712 2714 2716 271D 2721"
        " 2728 2733-2734 2744 2747 274C 274E 2753-2755 2757 2763-2767 2795-2797 27A1 27B0 27BF 2934-2935"
        " 2B05-2B07 2B1B-2B1C 2B50 2B55 3030 303D 3297 3299 1F000-1F0FF 1F10D-1F10F 1F12F 1F16C-1F171"
        " 1F17E-1F17F 1F18E 1F191-1F19A 1F1AD-1F1E5 1F201-1F20F 1F21A 1F22F 1F232-1F23A 1F23C-1F23F"
        " 1F249-1F3FA 1F400-1F53D 1F546-1F64F 1F680-1F6FF 1F774-1F77F 1F7D5-1F7FF 1F80C-1F80F 1F848-1F84F"
        " 1F85A-1F85F 1F888-1F88F 1F8AE-1F8FF 1F90C-1F93A 1F93C-1F945 1F947-1FAFF 1FC00-1FFFD"
    ),
}
_BY_CATEGORY = {"Mn": _EXTEND, "Me": _EXTEND, "Mc": _SPACING}
_BY_CATEGORY |= dict.fromkeys(("Cc", "Cf", "Zl", "Zp"), _CONTROL)
_ONE_EACH = re.compile(r"[\x00-\x7f\xa1-\xa8\xaa-\xac\xaf-\u02ff\u3041-\u3096\u4e00-\u9fff]*")
"""Characters that no other one changes, a carriage return before a line feed apart."""


@cache
def _kind(character: str) -> int:
    code = ord(character)
    for kind, ranges in _TABLE.items():
        if any(first <= code <= last for first, last in ranges):
            return kind
    if 0xAC00 <= code <= 0xD7A3:
        return _LVT if (code - 0xAC00) % 28 else _LV
    if 0xE0000 <= code <= 0xE0FFF and unicodedata.category(character) == "Cn":
        return _CONTROL
    return _BY_CATEGORY.get(unicodedata.category(character), _OTHER)


def graphemes(text: str) -> list[str]:
    """The grapheme clusters of a text, in order."""
    if "\r" not in text and _ONE_EACH.fullmatch(text):
        return list(text)
    found: list[str] = []
    kinds: list[int] = []  # those of the characters of the last cluster
    for character in text:
        kind = _kind(character)
        if kinds and _joined(kinds, kind):
            found[-1] += character
            kinds.append(kind)
        else:
            found.append(character)
            kinds = [kind]
    return found


def _joined(kinds: list[int], kind: int) -> bool:
    """Whether a character of a kind goes on the cluster that has these."""
    last = kinds[-1]
    if last == _CR:
        return kind == _LF
    if last in (_LF, _CONTROL) or kind in (_CR, _LF, _CONTROL):
        return False
    if kind in (_EXTEND, _JOINER, _SPACING) or last == _PREPEND:
        return True
    if last == _L:
        return kind in (_L, _V, _LV, _LVT)
    if last in (_LV, _V):
        return kind in (_V, _T)
    if last in (_LVT, _T):
        return kind == _T
    if kind == _PICTURE and last == _JOINER:
        before = [one for one in kinds[:-1] if one != _EXTEND]
        return bool(before) and before[-1] == _PICTURE
    return kind == _FLAG and last == _FLAG and kinds.count(_FLAG) % 2 == 1
