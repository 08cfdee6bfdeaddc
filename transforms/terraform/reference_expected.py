"""Arguments that take nothing but references, as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Transform, language, nodes

from ._free_names import free_traversals, is_static
from ._language import PROVIDER_NAME, own_blocks

_LENGTHS = {"data": 3, "ephemeral": 3, "resource": 3, "action": 3, "module": 3}
_KEYWORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "provisioner": {"when": ("create", "destroy"), "on_failure": ("continue", "fail")},
    "terraform": {"language": ("TF2021",)},
}
_WITH_PROVIDER = ("resource", "data", "ephemeral", "import", "action")
_RESOURCE = re.compile(r"[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*|\[\d+\])*")
_ALIAS = re.compile(r"[a-z0-9-]+\.[A-Za-z_][\w-]*")


class ReferenceExpected(Transform):
    """An argument that takes only references has something else in it.

    What:
        Checks `depends_on`, `ignore_changes`, `replace_triggered_by`, `provider`, `providers`,
        `configuration_aliases`, the `iterator` of `dynamic` blocks, and the keywords `when`, `on_failure` and
        `language`. `["*"]` becomes `all`, and an iterator loses its quotes. A reference without a list around
        it gets one, and a reference to an attribute in `depends_on` becomes one to the whole resource, as
        Terraform's message advises.

    Why:
        Terraform stops with "A static list expression is required" or "Invalid depends_on reference".

    Example:
        resource "aws_instance" "web" {
          ami           = var.ami
          instance_type = "t3.micro"
          depends_on    = [aws_iam_role_policy.web.id]
        }

    Becomes:
        resource "aws_instance" "web" {
          ami           = var.ami
          instance_type = "t3.micro"
          depends_on    = [aws_iam_role_policy.web]
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Only reported: calls, conditionals and all else that is computed. References in quotes are checked by
        another rule. OpenTofu accepts a key after the provider's alias: silent about it in modules that are
        made for OpenTofu.

    Source:
        Terraform language documentation: "The depends_on Meta-Argument", "The lifecycle Meta-Argument",
        "The provider Meta-Argument", "Providers Within Modules", "Provisioners".
    """

    name = "terraform-reference-expected"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for own in own_blocks(module):
            block = own.block
            if own.kind is None:
                continue
            if "depends_on" in own.kind.arguments:
                yield from _list(block.get("depends_on"), _dependency)
            if block.type == "lifecycle":
                yield from _list(block.get("ignore_changes"), _ignored, "all")
                yield from _list(block.get("replace_triggered_by"), _trigger)
            yield from _keywords(block)
            if block.type == "dynamic":
                yield from _iterator(block.get("iterator"))
            if block.type == "required_providers":
                yield from _aliases(block)
            if own.around is None:
                yield from (one for one in _providers(block) if not language.is_tofu(module))


def _list(
    attribute: Attribute | None,
    judge: Callable[[Attribute, nodes.Expression], Iterator[Finding]],
    *words: str,
) -> Iterator[Finding]:
    """The findings at a list of references and at its elements."""
    if attribute is None:
        return
    expression = attribute.expression
    if isinstance(expression, nodes.Tuple):
        for item in expression.items:
            yield from judge(attribute, item)
    elif not (isinstance(expression, nodes.Traversal) and expression.text in words):
        fix = partial(_wrap, attribute) if is_static(expression) else None
        yield Finding(attribute, f"'{attribute.name}' must be a list of references", fix)


def _wrap(attribute: Attribute) -> None:
    if not isinstance(attribute.expression, nodes.Tuple):
        attribute.set(f"[{attribute.source}]")


def _computed(attribute: Attribute, item: nodes.Expression) -> Finding | None:
    """The finding at an element that is no reference. Parentheses and plain strings are left to others."""
    if is_static(item) or isinstance(item, nodes.Parentheses):
        return None
    if isinstance(item, nodes.Template) and item.literal is not None:
        return None
    message = f"'{attribute.name}' takes only references, and {_shown(item)} is not one"
    return Finding(attribute, message, within=item)


def _shown(node: nodes.Expression) -> str:
    return node.text if len(node.text) < 50 and "\n" not in node.text else "this"


def _dependency(attribute: Attribute, item: nodes.Expression) -> Iterator[Finding]:
    if (finding := _computed(attribute, item)) is not None:
        yield finding
    elif isinstance(item, nodes.Traversal):
        length = _LENGTHS.get(item.root, 2)
        names = len(item.names)
        steps = item.steps[length - 1 :] if names >= length else item.steps[names - 1 :]
        key = steps[:1] if steps and isinstance(steps[0], nodes.Index | nodes.LegacyIndex) else ()
        rest = steps[len(key) :]
        if item.root == "module" and key and rest:  # module.x[0].output
            rest = rest[1:]
        if not rest or (names < length and item.root != "module"):
            return
        whole = item.head(2 if item.root == "module" else length)
        message = f"'depends_on' takes whole objects, and {item.text} is a part of {whole}"
        yield Finding(attribute, message, partial(_replace, attribute, item.text, whole), within=item)


def _replace(attribute: Attribute, old: str, new: str) -> None:
    items = attribute.expression.items if isinstance(attribute.expression, nodes.Tuple) else ()
    kept = {item.text for item in items} - {old}
    if new in kept:  # it is in the list already
        texts = list(dict.fromkeys(new if item.text == old else item.text for item in items))
        attribute.set(f"[{', '.join(texts)}]")
    else:
        attribute.replace({item: new for item in items if item.text == old})


def _ignored(attribute: Attribute, item: nodes.Expression) -> Iterator[Finding]:
    if isinstance(item, nodes.Template) and item.literal == "*":
        message = 'ignore_changes = ["*"] is written all today'
        fix = partial(_ignore_all, attribute) if _is_star(attribute) else None
        yield Finding(attribute, message, fix, "write all alone, or the names without '*'", within=item)
    elif (finding := _computed(attribute, item)) is not None:
        yield finding


def _is_star(attribute: Attribute) -> bool:
    items = attribute.expression.items if isinstance(attribute.expression, nodes.Tuple) else ()
    return len(items) == 1 and isinstance(items[0], nodes.Template) and items[0].literal == "*"


def _ignore_all(attribute: Attribute) -> None:
    if _is_star(attribute):
        attribute.set("all")


def _trigger(attribute: Attribute, item: nodes.Expression) -> Iterator[Finding]:
    roots = [node for node in free_traversals(attribute.source) if item.start <= node.start < item.end]
    text = item.literal if isinstance(item, nodes.Template) else None
    if text is not None:
        fix = partial(_unquote, attribute, item.text, text) if _RESOURCE.fullmatch(text) else None
        message = f"'replace_triggered_by' takes only references, and {item.text} is in quotes"
        yield Finding(attribute, message, fix, within=item)
        return
    strange = next((node for node in roots if not _may_trigger(node)), None)
    resources = [node for node in roots if node.root not in ("each", "count") and _may_trigger(node)]
    if strange is not None:
        message = f"'replace_triggered_by' takes only resources, and {strange.text} is not one"
        yield Finding(attribute, message, within=strange)
    elif len(resources) != 1:
        number = "no resource" if not resources else "several resources"
        yield Finding(attribute, f"an element of 'replace_triggered_by' names {number}", within=item)


def _may_trigger(node: nodes.Traversal) -> bool:
    if node.root in ("each", "count"):
        return node.names == ("each", "key") or node.names == ("count", "index")
    return node.root not in ("var", "local", "module", "path", "terraform", "self")


def _keywords(block: Block) -> Iterator[Finding]:
    for name, words in _KEYWORDS.get(block.type, {}).items():
        attribute = block.get(name)
        word = attribute.source if attribute is not None else ""
        if block.type == "provisioner":
            word = word.strip('"')  # as before Terraform 0.12
        if attribute is not None and word not in words:
            yield Finding(attribute, f"'{name}' must be {' or '.join(words)}")


def _iterator(attribute: Attribute | None) -> Iterator[Finding]:
    """The finding at the iterator of a dynamic block that is no name."""
    node = attribute.expression if attribute is not None else None
    if attribute is None or (isinstance(node, nodes.Traversal) and not node.steps):
        return
    text = attribute.string
    fix = partial(attribute.set, text) if text is not None and language.is_name(text) else None
    yield Finding(attribute, "'iterator' must be a name, without quotes", fix)


def _aliases(block: Block) -> Iterator[Finding]:
    for attribute in block.body.attributes:
        expression = attribute.expression
        item = expression.get("configuration_aliases") if isinstance(expression, nodes.Object) else None
        if item is None:
            continue
        if not isinstance(item.value, nodes.Tuple):
            yield Finding(attribute, "'configuration_aliases' must be a list of references", within=item)
            continue
        for alias in item.value.items:
            text = alias.literal if isinstance(alias, nodes.Template) else None
            if text is not None and _ALIAS.fullmatch(text):
                message = f"{alias.text} is in quotes, and must be a reference"
                yield Finding(
                    attribute, message, partial(_unquote, attribute, alias.text, text), within=alias
                )
            elif not is_static(alias):
                message = f"'configuration_aliases' takes only references, and {_shown(alias)} is not one"
                yield Finding(attribute, message, within=alias)
            elif isinstance(alias, nodes.Traversal) and alias.root != attribute.name:
                message = f"{alias.text} is not an alias of provider '{attribute.name}'"
                yield Finding(attribute, message, within=alias)


def _unquote(attribute: Attribute, old: str, new: str) -> None:
    found = attribute.expression.find(nodes.Template, lambda node: node.text == old)
    attribute.replace(dict.fromkeys(found, new))


def _providers(block: Block) -> Iterator[Finding]:
    """The findings at what names provider configurations."""
    attribute = block.get("provider") if block.type in _WITH_PROVIDER else None
    if attribute is not None and not _is_configuration(attribute.expression):
        message = f"'provider' must name a provider or its alias, and {_shown(attribute.expression)} does not"
        yield Finding(attribute, message)
    elif attribute is not None and (name := _misnamed(attribute.expression)):
        yield Finding(attribute, f"'{name}' cannot be the name of a provider")
    attribute = block.get("providers") if block.type == "module" else None
    if attribute is None:
        return
    if not isinstance(attribute.expression, nodes.Object):
        yield Finding(attribute, "'providers' must be an object of provider configurations")
        return
    for item in attribute.expression.items:
        for node in (item.key, item.value):
            if not _is_configuration(node):
                message = f"'providers' takes only provider configurations, and {_shown(node)} is not one"
                yield Finding(attribute, message, within=item)
            elif name := _misnamed(node):
                yield Finding(attribute, f"'{name}' cannot be the name of a provider", within=item)


def _misnamed(node: nodes.Expression) -> str:
    """The provider that a reference names, if it is no name for one."""
    name = node.root if isinstance(node, nodes.Traversal) else ""
    return name if name and not PROVIDER_NAME.fullmatch(name) else ""


def _is_configuration(node: nodes.Expression) -> bool:
    if isinstance(node, nodes.Template):
        return node.literal is not None
    if isinstance(node, nodes.Parentheses) or node.text == "null":  # which is a provider's name, too
        return True
    return isinstance(node, nodes.Traversal) and len(node.names) == len(node.steps) + 1 <= 2
