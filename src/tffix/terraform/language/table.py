"""The blocks of Terraform's own language: what each may contain, what it must contain, and since when.

Facts: Terraform language documentation, the reference page of each block (`terraform`, `provider`,
`variable`, `output`, `locals`, `module`, `resource`, `data`, `ephemeral`, `action`, `moved`, `removed`,
`import`, `check`) and "Provisioners"; Terraform's changelogs, for the versions; what `terraform validate`
1.11 answers; OpenTofu's changelogs, for what only OpenTofu has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Since: TypeAlias = tuple[int, int]
ALWAYS: Since = (0, 12)
"""Since Terraform's language has its present form."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument: the version that introduced it, whether a block needs it."""

    since: Since = ALWAYS
    required: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of block may contain. ``labels`` are what its labels name, ``is_open`` says that what it
    contains is not Terraform's to decide, ``blocks_open`` the same of nested blocks. ``reserved`` are nested
    blocks and ``reserved_arguments`` arguments that Terraform keeps for later. ``once``: only one may be in
    the block around it."""

    labels: tuple[str, ...] = ()
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    blocks: Mapping[str, Kind] = field(default_factory=dict)
    is_open: bool = False
    blocks_open: bool = False
    reserved: frozenset[str] = frozenset()
    reserved_arguments: frozenset[str] = frozenset()
    needed_blocks: frozenset[str] = frozenset()
    since: Since = ALWAYS
    once: bool = False


def _arguments(text: str, **versions: Since) -> dict[str, Argument]:
    """Arguments by name; ``!`` follows those that are required."""
    names = ((name.rstrip("!"), name.endswith("!")) for name in text.split())
    return {name: Argument(versions.get(name, ALWAYS), required) for name, required in names}


_CONDITION = Kind(arguments=_arguments("condition! error_message!"))
_SINCE_1_2 = Kind(arguments=_CONDITION.arguments, since=(1, 2))
_CONDITIONS = {"precondition": _SINCE_1_2, "postcondition": _SINCE_1_2}
_ESCAPE = Kind(is_open=True, blocks_open=True, once=True)

_CONTENT = Kind(is_open=True, blocks_open=True, once=True)
DYNAMIC = Kind(
    ("type",),
    arguments=_arguments("for_each! iterator"),
    blocks={"content": _CONTENT},
    needed_blocks=frozenset(("content",)),
)
CONNECTION = Kind(
    arguments=_arguments(
        "host! type user password port timeout script_path target_platform private_key certificate host_key "
        "agent agent_identity proxy_scheme proxy_host proxy_port proxy_user_name proxy_user_password "
        "bastion_host bastion_host_key bastion_port bastion_user bastion_password bastion_private_key "
        "bastion_certificate https insecure cacert use_ntlm"
    ),
    once=True,
)
IDLE_CONNECTION = Kind(is_open=True, blocks_open=True, once=True)
"""Of a resource without provisioners: Terraform does not look at it."""
OTHER_CONNECTION = Kind(arguments={**CONNECTION.arguments, "host": Argument()}, once=True)
"""Of a provisioner in a resource that has a connection, which fills it up."""
_PROVISIONER = Kind(
    ("type",),
    arguments=_arguments("when on_failure"),
    blocks={"connection": CONNECTION, "_": _ESCAPE},
    is_open=True,
    reserved=frozenset(("lifecycle",)),
)
PROVISIONERS: Mapping[str, Mapping[str, Argument]] = {
    "local-exec": _arguments("command! interpreter working_dir environment quiet"),
    "remote-exec": _arguments("inline script scripts"),
    "file": _arguments("source content destination!"),
}
"""The arguments of Terraform's provisioners by their types."""

_META = _arguments("count for_each provider depends_on")
_LIFECYCLE = Kind(
    arguments=_arguments(
        "create_before_destroy prevent_destroy ignore_changes replace_triggered_by destroy",
        replace_triggered_by=(1, 2),
        destroy=(1, 16),
    ),
    blocks={
        **_CONDITIONS,
        "action_trigger": Kind(is_open=True, blocks_open=True, since=(1, 14)),
    },
    once=True,
)
_LIFECYCLE_OF_DATA = Kind(blocks=_CONDITIONS, once=True)
_RESERVED = frozenset(("locals",))
_DATA = Kind(
    ("type", "name"),
    _META,
    {"lifecycle": _LIFECYCLE_OF_DATA, "_": _ESCAPE},
    is_open=True,
    blocks_open=True,
    reserved=_RESERVED,
)
_WORKSPACES = Kind(arguments=_arguments("name tags project", project=(1, 6)), once=True)
_CLOUD = Kind(
    arguments=_arguments("organization hostname token"), blocks={"workspaces": _WORKSPACES}, since=(1, 1)
)

TOP: Mapping[str, Kind] = {
    "terraform": Kind(
        arguments=_arguments("required_version experiments language"),
        blocks={
            "backend": Kind(("type",), is_open=True, blocks_open=True),
            "cloud": _CLOUD,
            "required_providers": Kind(is_open=True),
            "provider_meta": Kind(("provider",), is_open=True),
        },
    ),
    "provider": Kind(
        ("name",),
        _arguments("alias version"),
        {"_": _ESCAPE},
        is_open=True,
        blocks_open=True,
        reserved=frozenset(("lifecycle", "locals")),
        reserved_arguments=frozenset(("count", "depends_on", "for_each", "source")),
    ),
    "variable": Kind(
        ("name",),
        _arguments(
            "description default type sensitive ephemeral nullable deprecated const",
            sensitive=(0, 14),
            nullable=(1, 1),
            ephemeral=(1, 10),
            deprecated=(1, 15),
            const=(1, 15),
        ),
        {"validation": Kind(arguments=_CONDITION.arguments, since=(0, 13))},
    ),
    "locals": Kind(is_open=True),
    "output": Kind(
        ("name",),
        _arguments(
            "description value! depends_on sensitive ephemeral deprecated type",
            ephemeral=(1, 10),
            deprecated=(1, 15),
            type=(1, 15),
        ),
        {"precondition": _SINCE_1_2},
    ),
    "module": Kind(
        ("name",),
        _arguments(
            "source! version count for_each depends_on providers ignore_nested_deprecations",
            count=(0, 13),
            for_each=(0, 13),
            depends_on=(0, 13),
            ignore_nested_deprecations=(1, 15),
        ),
        {"_": _ESCAPE},
        is_open=True,
        reserved=frozenset(("lifecycle", "locals", "provider")),
    ),
    "resource": Kind(
        ("type", "name"),
        _META,
        {"lifecycle": _LIFECYCLE, "connection": CONNECTION, "provisioner": _PROVISIONER, "_": _ESCAPE},
        is_open=True,
        blocks_open=True,
        reserved=_RESERVED,
    ),
    "data": _DATA,
    "ephemeral": Kind(
        _DATA.labels, _META, _DATA.blocks, is_open=True, blocks_open=True, reserved=_RESERVED, since=(1, 10)
    ),
    "action": Kind(
        ("type", "name"),
        _arguments("count for_each provider"),
        {"config": Kind(is_open=True, blocks_open=True)},
        since=(1, 14),
    ),
    "moved": Kind(arguments=_arguments("from! to!"), since=(1, 1)),
    "removed": Kind(
        arguments=_arguments("from!"),
        blocks={
            "lifecycle": Kind(arguments=_arguments("destroy")),
            "connection": CONNECTION,
            "provisioner": _PROVISIONER,
        },
        since=(1, 7),
    ),
    "import": Kind(
        arguments=_arguments("to! id identity provider for_each", for_each=(1, 7), identity=(1, 12)),
        since=(1, 5),
    ),
    "check": Kind(
        ("name",),
        blocks={
            "data": Kind(
                _DATA.labels, _arguments("provider depends_on"), is_open=True, blocks_open=True, once=True
            ),
            "assert": _CONDITION,
        },
        needed_blocks=frozenset(("assert",)),
        since=(1, 5),
    ),
}
"""The blocks at the top of a file."""

ELSEWHERE = frozenset(
    (
        ("terraform", "state_store"),  # alpha releases of Terraform
        ("terraform", "encryption"),  # OpenTofu 1.7
        ("provider", "for_each"),  # OpenTofu 1.9
        ("resource", "enabled"),  # OpenTofu 1.11, in a lifecycle block
        ("data", "enabled"),
        ("ephemeral", "enabled"),
        ("module", "lifecycle"),
    )
)
"""What only OpenTofu or alpha releases have: the top-level block, and the argument or block in it."""

FUNCTIONS: Mapping[str, Since] = {
    "alltrue": (0, 14),
    "anytrue": (0, 14),
    "convert": (1, 15),
    "endswith": (1, 3),
    "ephemeralasnull": (1, 10),
    "issensitive": (1, 8),
    "nonsensitive": (0, 15),
    "one": (0, 15),
    "plantimestamp": (1, 5),
    "sensitive": (0, 15),
    "startswith": (1, 3),
    "strcontains": (1, 5),
    "templatestring": (1, 9),
    "textdecodebase64": (0, 14),
    "textencodebase64": (0, 14),
    "timecmp": (1, 3),
}
"""The versions that introduced functions which are younger than the language's present form."""

TOFU: Mapping[str, Since] = {
    "removed": (1, 7),
    "import.for_each": (1, 7),
    "function ::": (1, 7),
    "ephemeral": (1, 11),
}
"""The versions of OpenTofu in which it got what Terraform got in another one, as far as tffix knows."""
