"""The text of a test that plans a module with mocked providers.

Facts: Terraform language documentation, "Tests" and "Mocks" (Terraform 1.7 and later). In a plan, what a
mocked resource computes is unknown, so that no condition on it can be asserted; what a mocked data source
computes is known and, without a default, made up: text at random, lists that are empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tffix import Address, Block, Module, providers

from ._sample_values import sample

_ACCOUNT = '"123456789012"'
_ARN = '"arn:aws:iam::123456789012:role/example"'
_DOCUMENT = r'"{\"Version\":\"2012-10-17\",\"Statement\":[]}"'
_ZONES = '["us-east-1a", "us-east-1b", "us-east-1c"]'
_IDS = '["example-1", "example-2", "example-3"]'
_MOCKED = {
    "aws_availability_zones": {"names": _ZONES, "zone_ids": '["use1-az1", "use1-az2", "use1-az3"]'},
    "aws_caller_identity": {"account_id": _ACCOUNT},
    "aws_iam_policy_document": {"json": _DOCUMENT},
    "aws_partition": {"partition": '"aws"', "dns_suffix": '"amazonaws.com"'},
    "aws_region": {"name": '"us-east-1"', "region": '"us-east-1"', "id": '"us-east-1"'},
    "aws_subnets": {"ids": _IDS},
    "aws_vpc": {"cidr_block": '"10.0.0.0/16"'},
    "aws_subnet": {"cidr_block": '"10.0.1.0/24"', "availability_zone": '"us-east-1a"'},
}
"""What attributes of data sources have to be where any text or an empty list would not do."""
_ANY_TEXT = ("id", "name", "value", "zone_id", "dns_name", "image_id", "secret_string", "endpoint")


@dataclass(slots=True)
class TestFile:
    """The text of a test, and what keeps it from being sure to pass."""

    text: str = ""
    obstacles: list[str] = field(default_factory=list)


def written(module: Module) -> TestFile:
    """A test for a root module."""
    found = TestFile()
    used = list(_used(module, found))
    data = _data(used, found)
    configured = set(providers.configurations(module))
    required = providers.required_providers(module)
    names = {*_providers(module), *configured, *(one.name for one in required)}
    names.update(alias for one in required for alias in one.aliases)
    below = {name for one in used for name in _providers(one)} - names
    if below:
        found.obstacles.append(f"provider {min(below)} cannot be mocked unless the root module requires it")
    parts = ["# Plans the module with mocked providers: needs no credentials and makes nothing.\n"]
    parts += [_mock(name, data) for name in sorted(names | below) if name != "terraform"]
    variables = [
        _variable(one, module, found) for one in module.blocks("variable") if one.get("default") is None
    ]
    if variables:
        parts.append("variables {\n" + "".join(variables) + "}\n")
    parts.append('run "plan" {\ncommand = plan\n}\n')
    found.text = _indented("\n".join(parts))
    return found


def _used(module: Module, found: TestFile) -> Iterator[Module]:
    """A module and those that it calls, each once."""
    stack, seen = [module], {module}
    while stack:
        here, below = stack.pop(), []
        yield here
        for call in here.blocks("module"):
            child = here.children.get(call.labels[0]) if call.labels else None
            if child is None:
                found.obstacles.append(f"what module.{'.'.join(call.labels)} looks up is not known")
            elif child in seen:
                continue
            elif child.blocks("provider"):
                found.obstacles.append(f"{child.path} configures a provider itself, which a test cannot mock")
            else:
                seen.add(child)
                below.append(child)
        stack += reversed(below)


def _providers(module: Module) -> Iterator[str]:
    blocks = (*module.blocks("resource"), *module.blocks("data"))
    yield from (name for one in blocks if "." not in (name := providers.provider_of(one)))


def _data(used: list[Module], found: TestFile) -> dict[str, dict[str, str]]:
    """The attributes of data sources that the modules use and that must be mocked with a certain value, by
    type."""
    wanted: dict[str, dict[str, str]] = {}
    for module in used:
        for block in module.blocks("data"):
            address = Address.of(block)
            for reference in module.references_to(address) if address is not None else ():
                if reference.attribute.name == "depends_on":
                    continue
                attribute = _attribute(reference.rest)
                default = _default(block, attribute)
                if default is None:
                    found.obstacles.append(
                        f"{address}{reference.rest} needs a realistic value, which only you know"
                    )
                elif default:
                    wanted.setdefault(block.labels[0], {})[attribute] = default
    return wanted


def _attribute(rest: str) -> str:
    """The attribute that a reference names: the first word after an index, if there is one."""
    return rest.partition("]")[2].strip(".") if rest.startswith("[") else rest[1:].partition("[")[0]


def _default(block: Block, attribute: str) -> str | None:
    """What an attribute is mocked with; nothing if anything will do, None where that is not known."""
    if block.get(attribute) is not None or block.labels[0].startswith("archive_"):
        return ""
    known = _MOCKED.get(block.labels[0], {}).get(attribute)
    if known is None and block.labels[0].startswith("aws_"):
        return _ARN if attribute == "arn" else "" if attribute in _ANY_TEXT else None
    return known


def _mock(name: str, data: dict[str, dict[str, str]]) -> str:
    provider, _, alias = name.partition(".")
    lines = [f'alias = "{alias}"\n'] if alias else []
    for type_, defaults in sorted(data.items()):
        if type_.startswith(f"{provider}_"):
            items = "".join(f"{key} = {value}\n" for key, value in sorted(defaults.items()))
            lines.append(f'mock_data "{type_}" {{\ndefaults = {{\n{items}}}\n}}\n')
    return f'mock_provider "{provider}" {{' + ("\n" + "\n".join(lines) if lines else "") + "}\n"


def _variable(block: Block, module: Module, found: TestFile) -> str:
    value = sample(block, module)
    if value is None:
        found.obstacles.append(f"a value for var.{block.labels[0]} is for you to choose")
    return f"{block.labels[0]} = {value or 'null'}\n"


def _indented(text: str) -> str:
    depth, lines = 0, []
    for line in text.split("\n"):
        depth -= line.startswith(("}", "]"))
        lines.append("  " * depth * bool(line) + line)
        depth += line.endswith(("{", "["))
    return "\n".join(lines)
