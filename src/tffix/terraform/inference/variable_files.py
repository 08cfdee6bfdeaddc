"""What files of variable values give to the variables of a root module.

Facts: Terraform language documentation, "Variable Definitions (.tfvars) Files" and "Variable Definition
Precedence".
"""

from __future__ import annotations

from ...hcl.errors import SyntaxFault
from ..conversions import LimitError
from ..module import Module, UnreadableFileError
from .abstract import ANYTHING, Abstract
from .table import literal_value


def values_in_files(name: str, module: Module) -> list[Abstract]:
    """The values that a variable may have by the files beside a module, by those that Terraform reads without
    being asked if they set it; nothing if none does. Where Terragrunt runs the module, anything."""
    from ..generated import units_of  # late: files of Terragrunt have values too

    if units_of(module):
        return [ANYTHING]
    found = module.recall(_values).get(name, {})
    automatic = [value for file, value in found.items() if _is_automatic(file)]
    if automatic:
        return automatic[-1:]
    return [*found.values(), ANYTHING] if found else []


def _is_automatic(file: str) -> bool:
    return file in ("terraform.tfvars", "terraform.tfvars.json") or file.endswith(
        (".auto.tfvars", ".auto.tfvars.json")
    )


def _values(module: Module) -> dict[str, dict[str, Abstract]]:
    """What is set, by variable and file, in the order in which Terraform reads the files."""
    found: dict[str, dict[str, Abstract]] = {}
    for file in sorted(module.opaque, key=lambda one: (not one.startswith("terraform.tfvars"), one)):
        if file.endswith(".tfvars"):
            for name, value in _in_file(file, module):
                found.setdefault(name, {})[file] = value
        elif file.endswith(".tfvars.json"):
            for block in module.blocks("variable"):
                if block.labels and f'"{block.labels[0]}"' in module.opaque[file]:
                    found.setdefault(block.labels[0], {})[file] = ANYTHING
    return found


def _in_file(file: str, module: Module) -> list[tuple[str, Abstract]]:
    try:
        document = module.document(file)
        return [(one.name, literal_value(one.expression)) for one in document.body.attributes]
    except (UnreadableFileError, SyntaxFault, LimitError, RecursionError):
        return [(block.labels[0], ANYTHING) for block in module.blocks("variable") if block.labels]
