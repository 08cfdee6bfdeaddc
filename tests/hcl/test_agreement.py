"""tffix and Terraform accept and reject the same texts, also when they are damaged."""

from __future__ import annotations

from random import Random

from tffix import HclSyntaxError, parse

from .strategies import file_text
from .terraform_fmt import needs_terraform, terraform_fmt

FRAGMENTS: tuple[str, ...] = (
    *"{}[]()\"\n,=.:?*-+/#$%<>!|&~'`;\\\r\t 0a", "${", "%{", "%{ if ", "%{ endif }", "~}", "<<EOT\n", "EOT\n",
    "...", "=>", "[*]", ".*", ".0", "/*", "*/", "for ", "in ", "if ", "true", "null", "::", "f(", "é",
    "\ufeff", "١", "”", "\\u00e9", "1e5", "1.2.3", "==", " = ", '"a"', "\n\n", "{ a = 1 }", "\u00a0",
    "\u0301", "\x00", "\x0b", "1e5123456789",
)  # fmt: skip


def damaged(r: Random, text: str) -> str:
    for _ in range(r.choice((1, 1, 1, 2))):
        at = r.randrange(len(text) + 1)
        shape = r.randrange(4)
        if shape < 2:
            text = text[:at] + r.choice(FRAGMENTS) + text[at:]
        elif shape == 2:
            text = text[:at] + text[at + r.choice((1, 1, 2, 5, 20)) :]
        else:
            start, end = sorted((at, r.randrange(len(text) + 1)))
            text = text[:start] + text[end:] if end - start < 30 else text[start:end]
    return text


def accepted(text: str) -> bool:
    try:
        file = parse(text.encode())
    except HclSyntaxError:
        return False
    assert bytes(file) == text.encode()
    return True


@needs_terraform
def test_damaged_files_are_judged_alike() -> None:
    texts = []
    for seed in range(1200):
        r = Random(seed)
        texts.append(damaged(r, file_text(r, r.randint(0, 2))))
    verdicts = terraform_fmt(texts)
    assert [
        text for text, verdict in zip(texts, verdicts, strict=True) if accepted(text) == (verdict is None)
    ] == []
    assert 300 < sum(verdict is None for verdict in verdicts) < 1100
