"""Whether the header of a top-level block is one that Terraform accepts.

Facts: Terraform's own configuration loader (internal/configs, the schemas of blocks) and the HCL native
syntax specification, "Identifiers".
"""

from __future__ import annotations

from functools import lru_cache

from ..hcl.scanner import IDENTIFIER, identifier_end
from ..hcl.tree import Block

_LABELS = {
    **dict.fromkeys(("resource", "data", "ephemeral"), 2),
    **dict.fromkeys(("variable", "output", "module", "provider", "check"), 1),
    **dict.fromkeys(("terraform", "locals", "moved", "import", "removed"), 0),
}
"""How many labels a block of a type has. Types that are not here are not judged."""


def is_accepted(block: Block, is_program: bool = False) -> bool:
    """Whether a block has as many labels as its type wants, each a name. Those of a program are what it
    calls its constructs, which may be any text."""
    count = _LABELS.get(block.type)
    if count is None:
        return True
    return len(block.labels) == count and (is_program or all(map(is_name, block.labels)))


@lru_cache(maxsize=100_000)
def is_name(label: str) -> bool:
    """Whether a label is a name, as references to it need."""
    return IDENTIFIER.fullmatch(label) is not None and identifier_end(label, 0, len(label)) == len(label)
