"""Hypothesis strategies for programs: constructs in all layouts, with values of all kinds."""

from hypothesis import strategies as st

STRINGS = (
    '"plain"',
    "'single'",
    '"it\'s"',
    "'say \"hi\"'",
    '"""three\nlines\n"""',
    'r"raw\\d"',
    '"a" "b"',
    '"tab\\tbed"',
    '"${aws_vpc.x.id}"',
    '"ümlaut ⟨1⟩"',
    'f"x-{env}"',
    "f'{env}-{index:03}'",
    'f"{{literal}} {other.id}"',
    "f\"{env['name']}\"",
)
PLAIN = (
    "1",
    "-2",
    "0x10",
    "1_000",
    "1.5",
    "True",
    "None",
    "env",
    "other.id",
    "other.arn.upper()",
    "env['a']",
)
CODE = (
    "Fn.element(other.id, 0)",
    "[name for name in env]",
    "lambda x: x",
    "env if env else other.id",
    "(\n    'in'\n    'brackets'\n)",
    'json.dumps({"a": other.id, "b": [1, True]}, indent=2)',
    "{**env, 'a': 1}",
    "b'bytes'",
    "(1, 2)",
    "[*env]",
)
NAMES = ("name", "description", "vpc_id", "tags", "bogus", "depends_on", "lifecycle", "provider")

scalars = st.sampled_from(STRINGS + PLAIN + CODE)


@st.composite
def collections(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    items = draw(st.lists(inner, max_size=3))
    broken, comma = draw(st.booleans()), draw(st.booleans())
    if draw(st.booleans()):
        items = [f'"key{number}": {item}' for number, item in enumerate(items)]
        opening, closing = "{", "}"
    else:
        opening, closing = "[", "]"
    return opening + joined(items, broken, comma) + closing


def joined(items: list[str], broken: bool, comma: bool, comment: str = "") -> str:
    """Elements between brackets, on one line or on lines of their own."""
    if not items:
        return ""
    end = "," if comma else ""
    if broken:
        lines = f",{comment}\n            ".join(items)
        return f"\n            {lines}{end}\n        "
    return ", ".join(items) + end


values = st.recursive(scalars, collections, max_leaves=6)


@st.composite
def rules(draw: st.DrawFn) -> str:
    """The ingress of a security group."""
    names = draw(st.lists(st.sampled_from(("from_port", "to_port", "protocol", "cidr_blocks")), unique=True))
    arguments = [(name, draw(values)) for name in names]
    if draw(st.booleans()):
        return f"SecurityGroupIngress({', '.join(f'{name}={value}' for name, value in arguments)})"
    return f"{{{', '.join(f'{name!r}: {value}' for name, value in arguments)}}}"


@st.composite
def constructs(draw: st.DrawFn, number: int) -> str:
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=4))
    arguments = [f"{name}={draw(values)}" for name in names]
    if draw(st.booleans()):
        arguments.append(f"ingress=[{', '.join(draw(st.lists(rules(), max_size=3)))}]")
    if draw(st.integers(0, 9)) == 0:
        arguments.append("**env")
    items = ["self", f'"group{number}"', *arguments]
    comment = draw(st.sampled_from(("", "  # why", "  # tffix: ignore[x]")))
    call = f"SecurityGroup({joined(items, draw(st.booleans()), draw(st.booleans()), comment)})"
    target = draw(st.sampled_from(("", f"group{number} = ", f"self.group{number} = ", "return ")))
    note = draw(st.sampled_from(("", "# Note\n        ", "\n        ")))
    if draw(st.integers(0, 5)) == 0:
        return f"        {note}for index in env:\n            {target}{call}\n"
    return f"        {note}{target}{call}\n"


@st.composite
def programs(draw: st.DrawFn) -> bytes:
    body = "".join(draw(constructs(number)) for number in range(draw(st.integers(1, 4))))
    text = (
        "import json\n"
        "from cdktf import Fn, TerraformStack\n"
        "from cdktf_cdktf_provider_aws.security_group import SecurityGroup, SecurityGroupIngress\n"
        "from cdktf_cdktf_provider_aws.vpc import Vpc\n\n\n"
        "class Stack(TerraformStack):\n"
        "    def __init__(self, scope, id, env):\n"
        "        super().__init__(scope, id)\n"
        "        other = Vpc(self, 'vpc')\n"
        f"{body}"
    )
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    if draw(st.booleans()):
        text = text.removesuffix("\n").removesuffix("\r")
    return (b"\xef\xbb\xbf" if draw(st.booleans()) else b"") + text.encode("utf-8")
