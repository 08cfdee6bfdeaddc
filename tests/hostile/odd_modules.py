"""Modules of odd structure: golden cases whose blocks lose and gain labels, values, places and copies."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tffix import Attribute, Block, HclSyntaxError, parse
from tffix.hcl import File

GOLDEN = Path(__file__).parents[2] / "golden"
SEEDS = sorted({path.parent for path in GOLDEN.glob("*/*/input/**/*.tf") if path.parent.name == "input"})

_LABELS = ("a b", "", "x\\n::error::y", "1", "-", "a.b", "aws_instance", "größe", "aws", "each")
_TYPES = (
    *(
        "resource",
        "data",
        "variable",
        "output",
        "locals",
        "module",
        "provider",
        "terraform",
        "moved",
        "check",
    ),
    *("import", "removed", "ephemeral", "lifecycle", "dynamic", "provisioner", "required_providers", "odd"),
)
_VALUES = (
    *("null", "true", "0", "-1", "1e400", '""', '"x"', "[]", "{}", "[[]]", '[""]', "[null]", '{ "" = 1 }'),
    *("var.x", "local.x", "each.value", "count.index", "self", "path.module", "module.x", "data.x", "a"),
    *('"${var.x}"', '"${var.x}-y"', '"%{ if true }x%{ endif }"', "f()", "[for a in b : a]", "x[*].y"),
    *("var.x ? 1 : 2", "!var.x", "[var.x, 1]", "{ (var.x) = 1 }", '{ a = { b = ["c"] } }', "<<EOT\nx\nEOT"),
    *("jsonencode(var.x)", 'jsonencode({ Statement = "x" })', "aws_instance.x", '["${1}"]', "merge()"),
)


def odd(folder: Path, random: Random) -> dict[str, str]:
    """The files of a folder with a few of their blocks made odd, by path from it. Parses always."""
    texts = {str(path.relative_to(folder)): path.read_text("utf-8") for path in sorted(folder.rglob("*.tf"))}
    files = {}
    for name, text in texts.items():
        try:
            files[name] = parse(text.encode(), name)
        except HclSyntaxError:
            continue
    for _ in range(random.randint(1, 4)):
        _change(random.choice(list(files.values())), random)
    made = {name: file.text for name, file in files.items()}
    for name, text in made.items():
        parse(text.encode(), name)
    return made


def _change(file: File, random: Random) -> None:
    bodies = list(file.body.walk())
    blocks = [block for body in bodies for block in body.blocks()]
    attributes = [one for body in bodies for one in body.attributes]
    kinds = ["empty"] + ["labels", "labels", "type", "copy", "move"] * bool(blocks)
    kind = random.choice(kinds + ["value", "value", "value", "drop", "name"] * bool(attributes))
    if kind == "empty":
        file.body.append(_block(random))
    elif kind in ("value", "drop", "name"):
        _change_attribute(kind, random.choice(attributes), random.choice(attributes).name, random)
    else:
        _change_block(kind, random.choice(blocks), file, random)


def _change_attribute(kind: str, attribute: Attribute, other: str, random: Random) -> None:
    if kind == "value":
        attribute.set(random.choice(_VALUES))
    elif kind == "drop":
        attribute.remove()
    elif attribute.parent is not None and attribute.parent.get(other) is None:
        attribute.rename(other)


def _change_block(kind: str, block: Block, file: File, random: Random) -> None:
    if kind == "labels":
        labels = list(block.labels)
        for _ in range(random.randint(1, 2)):
            if labels and random.random() < 0.5:
                labels.pop(random.randrange(len(labels)))
            else:
                labels.insert(random.randint(0, len(labels)), random.choice(_LABELS))
        block.relabel(*labels)
    elif kind == "type":
        block.type = random.choice(_TYPES)
    elif kind == "copy":
        made = parse(f"{block.text}\n".encode())
        file.body.append(next(made.blocks()).remove())
    else:
        block.remove()
        bodies = list(file.body.walk())
        random.choice(bodies).append(block)


def _block(random: Random) -> Block:
    labels = "".join(f' "{random.choice(_LABELS)}"' for _ in range(random.randint(0, 3)))
    nested = f"{random.choice(_TYPES)} {{\n}}\n" if random.random() < 0.3 else ""
    text = f"{random.choice(_TYPES)}{labels} {{\n{nested}}}\n"
    return next(parse(text.encode()).blocks()).remove()
