"""Makes a name unique: a random_id beside the block that bears it, and the name with that at its end."""

from __future__ import annotations

import re

from tffix import Address, Attribute, Block, Module, Refused, nodes, parse_block, providers, whole_number

ENVIRONMENTS = frozenset(
    (
        "prod",
        "production",
        "prd",
        "dev",
        "development",
        "stage",
        "staging",
        "stg",
        "test",
        "testing",
        "qa",
        "uat",
    )
)
"""First words of labels that name an environment, which the label of a suffix does without."""

BYTES = 4
INSTANCE = "[count.index]"
"""The index of the random_id of the same instance."""
PROVIDER = '{\n  source  = "hashicorp/random"\n  version = "~> 3.0"\n}'


def add_suffix(block: Block, word: str, module: Module, once: bool = False) -> tuple[str, int]:
    """The reference to a random_id for a block's names, which is made if need be, and the length of what it
    gives. ``word`` tells what the block is, for where the plain label is taken. Where the block has a count
    the random_id has the same, unless it is to be made ``once``.

    Raises Refused if the module's provider named ``random`` is another one.
    """
    reason = obstacle(module)
    if reason:
        raise Refused(reason)
    count = "" if once else _count(block)
    labels = _labels(block.labels[1], word, module)
    label = next(label for label in labels if _is_free(label, block, count, module))
    known = module.resource("random_id", label)
    if known is None:
        assert block.parent is not None
        counted = f"  count = {count}\n" if count else ""
        source = f'resource "random_id" "{label}" {{\n{counted}  byte_length = {BYTES}\n}}\n'
        known = parse_block(source)
        block.parent.insert_after(block, known)
        require_provider(module)
    length = known.get("byte_length")
    assert length is not None
    index = INSTANCE if _count(known) else ""
    return f"random_id.{label}{index}.hex", 2 * (whole_number(length.number) or 0)


def _count(block: Block) -> str:
    """The source of a block's count, or nothing: the random_id beside a role is made as often as that."""
    attribute = block.get("count")
    return attribute.source.strip() if attribute is not None else ""


def obstacle(module: Module) -> str:
    """Why the module cannot have a random_id, or nothing."""
    for requirement in providers.required_providers(module):
        if (requirement.name == "random") != (requirement.address == "hashicorp/random"):
            return f"required_providers knows {requirement.address} as '{requirement.name}'"
    return ""


def suffix_of(name: Attribute) -> nodes.Interpolation | None:
    """The interpolation of a random resource that a name ends with."""
    parts = name.expression.parts if isinstance(name.expression, nodes.Template) else ()
    last = parts[-1] if parts else None
    if not isinstance(last, nodes.Interpolation) or not isinstance(last.expression, nodes.Traversal):
        return None
    return last if last.expression.root.startswith("random_") else None


def _labels(label: str, word: str, module: Module) -> list[str]:
    """Labels for the random_id of a block, the best first; the last ones are always free."""
    first, separator, rest = (
        re.split(r"([_-])", label, maxsplit=1) if re.search("[_-]", label) else (label, "", "")
    )
    plain = rest if separator and first.lower() in ENVIRONMENTS and re.match(r"[^\W\d]", rest) else label
    stems = [plain, label]
    if not plain.endswith(word):
        stems.append(f"{plain}_{word}")
    numbered = [f"{plain}_suffix_{number}" for number in range(2, len(module.resources("random_id")) + 3)]
    return [*dict.fromkeys(f"{stem}_suffix" for stem in stems), *numbered]


def _is_free(label: str, block: Block, count: str, module: Module) -> bool:
    """Whether nothing has the label, or a random_id that is evidently this block's."""
    known = module.resource("random_id", label)
    if known is None:
        return True
    length = known.get("byte_length")
    others = {attribute.name for attribute in known.body.attributes} - {"byte_length", "count", "keepers"}
    if others or _count(known) not in ("", count) or length is None or not length.number:
        return False
    address = Address.of(block)
    assert address is not None
    followers = {id(reference.block) for reference in module.references_to(address)}
    users = module.references_to(f"random_id.{label}")
    return all(one.block is block or id(one.block) in followers for one in users)


def require_provider(module: Module) -> None:
    """Names the random provider where the module names its providers."""
    if any(one.name == "random" for one in providers.required_providers(module)):
        return
    required = [one for block in module.blocks("terraform") for one in block.blocks("required_providers")]
    if required:
        (next((one for one in required if one.get("aws")), required[0])).body.set("random", PROVIDER)
