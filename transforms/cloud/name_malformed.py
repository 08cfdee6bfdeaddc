"""Names of Azure and Google Cloud that are refused for what they look like."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Finding, Impact, Module, Transform, nodes, resources

from ._known_texts import text, whence
from ._world_names import NAMES, WorldName


class CloudNameMalformed(Transform):
    """The name of an Azure or Google Cloud resource is too long, too short or has forbidden characters.

    What:
        Looks at the names of storage accounts, key vaults, container registries, web apps, databases,
        buckets, projects and the like, also where local values or defaults of variables say them. Where only
        a part of a name is known, its characters are judged.

    Why:
        The plan or the apply fails: "name can only consist of lowercase letters and numbers, and must be
        between 3 and 24 characters long".

    Example:
        resource "azurerm_storage_account" "logs" {
          name                     = "my-app-logs"
          resource_group_name      = "logs"
          location                 = "westeurope"
          account_tier             = "Standard"
          account_replication_type = "LRS"
        }

    Impact:
        None: this is only reported. Which name is right is not for a tool to guess.

    Limits:
        Silent about what functions make of a name that is not known.

    Source:
        Microsoft, "Naming rules and restrictions for Azure resources"; Google, "Bucket names" and "Creating
        and managing projects".
    """

    name = "cloud-name-malformed"
    impact = Impact.NONE
    watches = resources(*NAMES)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        kind = NAMES[block.labels[0]]
        attribute = block.get(kind.argument)
        if attribute is None:
            return
        known = text(attribute, block, module)
        if known:
            if fault := kind.faults(known):
                yield Finding(attribute, f"the {kind.spoken} name '{known}' {fault}{whence(attribute)}")
        elif part := _wrong_part(attribute, kind):
            yield Finding(attribute, f"'{part}' in the name of a {kind.spoken}: it may have {kind.told} only")


def _wrong_part(attribute: Attribute, kind: WorldName) -> str:
    """The characters of a name of which a part is known that it must not have."""
    node = attribute.expression
    parts = node.parts if isinstance(node, nodes.Template) else ()
    texts = [part.value for part in parts if isinstance(part, nodes.TemplateLiteral)]
    return "".join(dict.fromkeys(kind.wrong_characters("".join(texts))))
