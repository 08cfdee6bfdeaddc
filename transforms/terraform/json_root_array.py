"""JSON files whose root is an array."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Finding, Impact, Module, Profile, Refused, Transform, has_root_array, with_root_object


class JsonRootArray(Transform):
    """The root of a `.tf.json` file is an array of objects.

    What:
        Writes one object in its place. What several of the objects have, such as `resource`, becomes an array
        there.

    Why:
        Terraform reads such a file as if it were one object, but its documentation says that the root is an
        object, and other tools rely on that.

    Example:
        # main.tf.json
        [
          { "locals": { "name": "web" } },
          { "output": { "name": { "value": "${local.name}" } } }
        ]

    Becomes:
        # main.tf.json
        {
          "locals": { "name": "web" },
          "output": { "name": { "value": "${local.name}" } }
        }

    Impact:
        None: Terraform reads the same.

    Limits:
        Files that Terragrunt writes are only reported.

    Source:
        Terraform language documentation, "JSON Configuration Syntax", section "JSON File Structure".
    """

    name = "terraform-json-root-array"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    languages = frozenset(("json",))

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for name, file in module.files.items():
            first = next(file.blocks(), None)
            if first is not None and has_root_array(file):
                message = f"the root of {name} is an array, where an object belongs"
                yield Finding(first, message, partial(_rewrite, name, module))


def _rewrite(name: str, module: Module) -> None:
    if not has_root_array(module.files[name]):
        raise Refused("the root is an object by now")
    module.add(name, with_root_object(module.files[name]))
