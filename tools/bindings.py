"""Reads Terraform schemas out of generated provider bindings (CDK for Terraform, CDK Terrain).

A binding is a wheel with an npm archive inside, and in each JavaScript file of that lies, as its source map,
the TypeScript that was generated from the provider's schema. That says of every attribute its Terraform name,
whether it is required, optional or computed, its type, and whether it is a block; this module reads it back.

It does not say: what is deprecated, sensitive or write-only; how many blocks are allowed beyond "one" or "any
number"; what is inside the few blocks that the generator found too deep (`any`: such a block is incomplete).
Blocks that hold nothing but computed attributes are told by their having none of the three flags themselves.
"""

import base64
import io
import json
import re
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

Json = Any  # nested lists and dictionaries, as json.dumps takes them

KINDS = {
    "TerraformResource": "resource",
    "TerraformDataSource": "data",
    "TerraformEphemeralResource": "ephemeral",
    "TerraformProvider": "provider",
}
LIBRARY_MAPS = {"StringMap": "string", "NumberMap": "number", "BooleanMap": "bool", "AnyMap": "dynamic"}

_MAP_MARK = b"//# sourceMappingURL=data:application/json;base64,"
_CLASS = re.compile(r"^export class (\w+) extends cdkt[fn]\.(\w+) \{\n(.*?)^\}", re.M | re.S)
_INTERFACE = re.compile(r"^export interface (\w+)[^\n]*\{\n(.*?)^\}", re.M | re.S)
_PROPERTY = re.compile(
    r"^  /\*\*\n  \* ([^\n]*)\n((?:  \*[^\n/]*(?:/[^\n]*)?\n)*?)  \*/\n  readonly (\w+)(\??): (.*);", re.M
)
_ANCHOR = re.compile(r"\{@link \S+#(\S+) ")
_MEMBER = re.compile(
    r"^  // (\S+) - computed: (true|false), optional: (true|false), required: (true|false)\n"
    r"(?:  private _\w+(?:\?: (?P<type>.*?)| = new (?P<new>.*?))?; *\n)?"
    r"  public get (?P<property>\w+)\(\) \{\n    return (?P<getter>.*?);\n",
    re.M,
)
_NEW = re.compile(r'(?:cdkt[fn]\.)?(\w+)\(this, "[^"]*"(?:, (true|false))?\)')
_ITEM = re.compile(r"return new (\w+)\(this\b")
_HCL = re.compile(
    r"^ {4,6}(\w+): \{\n +value: [^\n]*\n +isBlock: \w+,\n +type: \"(\w+)\",\n +storageClassType: ", re.M
)
_HCL_FUNCTION = re.compile(
    r"^export function \w+ToHclTerraform\(struct\?: (\w+)[^\n]*\n(.*?)^\}", re.M | re.S
)
_CONFIG = re.compile(r"^  public constructor\(.*?\bconfig\??: (\w+)", re.M)
_TYPE_NAME = re.compile(r'static readonly tfResourceType = "(\w+)"')
_PROVIDER = re.compile(r"/providers/([^/\s]+/[^/\s]+)/([^/\s]+)/docs")


@dataclass(frozen=True, slots=True)
class TypeSchema:
    kind: str  # resource, data, ephemeral or provider
    name: str  # aws_vpc; for a provider its own name
    provider: str  # hashicorp/aws
    version: str
    block: Json  # in the form that facts/schemas.py reads


@dataclass(frozen=True, slots=True)
class Property:
    """What an interface, the type of somebody's configuration, says of one argument."""

    terraform_name: str
    is_block: bool
    required: bool
    type: str


@dataclass(slots=True)
class Folder:
    """The generated declarations of one resource type, which may be spread over several files."""

    classes: dict[str, tuple[str, str]] = field(default_factory=dict)  # name -> base class, body
    interfaces: dict[str, dict[str, Property]] = field(default_factory=dict)
    collections: dict[str, dict[str, str]] = field(
        default_factory=dict
    )  # interface -> attribute -> list, set…

    def add(self, source: str) -> None:
        for name, base, body in _CLASS.findall(source):
            self.classes[name] = (base, body)
        for name, body in _INTERFACE.findall(source):
            self.interfaces[name] = dict(map(_property, _PROPERTY.findall(body)))
        for name, body in _HCL_FUNCTION.findall(source):
            self.collections[name] = dict(_HCL.findall(body))


def read_wheel(wheel: Path) -> Iterator[TypeSchema]:
    """All schemas in a binding."""
    for folder in _folders(wheel):
        for name, (base, body) in folder.classes.items():
            type_name = _TYPE_NAME.search(body)
            if base in KINDS and type_name:
                provider = _PROVIDER.search(body)
                if provider is None:
                    raise ValueError(f"{wheel.name}: {name} does not tell its provider's version")
                block = _Reader(folder).top_block(name, base)
                yield TypeSchema(KINDS[base], type_name[1], provider[1], provider[2], block)


def _folders(wheel: Path) -> Iterator[Folder]:
    folders: dict[str, Folder] = {}
    with zipfile.ZipFile(wheel) as outer:
        archive = next(name for name in outer.namelist() if name.endswith(".jsii.tgz"))
        with tarfile.open(fileobj=io.BytesIO(outer.read(archive))) as inner:
            for member in inner:
                parts = PurePosixPath(member.name).parts
                if len(parts) < 4 or parts[1] != "lib" or not member.name.endswith(".js"):
                    continue
                file = inner.extractfile(member)
                assert file is not None
                folders.setdefault(parts[2], Folder()).add(_typescript(file.read(), member.name))
    # A folder's files may be anywhere in the archive, so none is whole before all are read.
    yield from folders.values()


def _typescript(javascript: bytes, name: str) -> str:
    start = javascript.rfind(_MAP_MARK)
    if start < 0:
        raise ValueError(f"{name} has no source map")
    source_map = json.loads(base64.b64decode(javascript[start + len(_MAP_MARK) :]))
    return "\n".join(source_map["sourcesContent"])


class _Reader:
    """Turns the classes of one folder into schema blocks."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.done: dict[str, Json] = {}

    def top_block(self, class_name: str, base: str) -> Json:
        _, body = self.folder.classes[class_name]
        kinds = dict(_HCL.findall(body.partition("synthesizeHclAttributes")[2]))
        config = _CONFIG.search(body)
        block = self._block(body, config[1] if config else "", kinds)
        if base == "TerraformProvider":
            block["a"].pop("alias", None)  # not the provider's but Terraform's
        return block

    def _struct(self, class_name: str) -> Json:
        if class_name not in self.done:
            # Statements within statements: the generator folds what a provider unrolls to some depth.
            self.done[class_name] = {"?": 1}
            interface = class_name.removesuffix("OutputReference")
            body = self.folder.classes[class_name][1]
            kinds = self.folder.collections.get(interface, {})
            self.done[class_name] = self._block(body, interface, kinds)
        return self.done[class_name]

    def _block(self, body: str, interface: str, kinds: dict[str, str]) -> Json:
        attributes: dict[str, Json] = {}
        blocks: dict[str, Json] = {}
        properties = self.folder.interfaces.get(interface, {})
        for match in _MEMBER.finditer(body):
            name, computed, optional, required = match.group(1, 2, 3, 4)
            argument = properties.get(match["property"])
            kind = kinds.get(name)
            known = (("r", required), ("o", optional), ("c", computed))
            flags = "".join(flag for flag, is_set in known if is_set == "true")
            # What is neither required nor optional nor computed is a block with nothing to set.
            if not flags:
                blocks[name] = self._nested_block(name, match, "struct")
            elif argument is not None and argument.is_block:
                blocks[name] = self._nested_block(name, match, kind)
            else:
                attributes[name] = self._attribute(match, kind, flags)
        _add_write_only(attributes)
        return {key: value for key, value in (("a", attributes), ("b", blocks)) if value}

    def _nested_block(self, name: str, match: re.Match[str], kind: str | None) -> Json:
        required = int(match[4] == "true")
        if match["new"] is None:
            return self._declared_block(match["type"], required, kind)
        class_name, is_set = self._constructed(match)
        base, body = self.folder.classes[class_name]
        if base == "ComplexList":
            item = _item(body)
            return ["set" if is_set else "list", required, None, self._struct(item)]
        if base == "ComplexMap":
            return ["map", required, None, self._struct(_item(body))]
        if kind == "struct" or (kind is None and name == "timeouts"):
            # Required here means that something inside is; Terraform lets the block itself be left out.
            return ["single", 0, None, self._struct(class_name)]
        # Before the generator wrote the kind down, one block at most meant a list in nearly all schemas.
        return [kind or "list", required, 1, self._struct(class_name)]

    def _declared_block(self, type_: str, required: int, kind: str | None) -> Json:
        """A block of which only the configuration's type is declared: those of providers, and `any`."""
        interface = _bare_type(type_).removesuffix("[]")
        if interface not in self.folder.interfaces:
            return ["list", required, None, {"?": 1}]
        kinds = self.folder.collections.get(interface, {})
        block: Json = {"a": {}, "b": {}}
        for argument in self.folder.interfaces[interface].values():
            kind_inside = kinds.get(argument.terraform_name)
            if argument.is_block:
                inside = self._declared_block(argument.type, int(argument.required), kind_inside)
                block["b"][argument.terraform_name] = inside
            else:
                type_inside = _type_of(argument.type, kind_inside == "set")
                block["a"][argument.terraform_name] = [type_inside, "r" if argument.required else "o"]
        is_list = _bare_type(type_).endswith("[]")
        return [kind or "list", required, None if is_list or kind == "struct" else 1, block]

    def _attribute(self, match: re.Match[str], kind: str | None, flags: str) -> Json:
        is_set = "Fn.tolist(" in match["getter"] or kind == "set"
        if match["new"] is not None:
            class_name, wraps_set = self._constructed(match)
            type_, members = self._constructed_type(class_name, wraps_set)
            # A member of an attribute that is an object has that attribute's flags; other flags are its own.
            if members and any(member[1] != flags for member in members.get("a", {}).values()):
                return [type_, flags, members]
            return [type_, flags]
        if match["type"] is not None:
            return [_type_of(match["type"], is_set), flags]
        return [_type_of_getter(match["getter"], is_set), flags]

    def _constructed(self, match: re.Match[str]) -> tuple[str, bool]:
        new = _NEW.fullmatch(match["new"])
        if new is None:
            raise ValueError(f"not understood: {match['new']}")
        return new[1], new[2] == "true"

    def _constructed_type(self, class_name: str, is_set: bool) -> tuple[Json, Json]:
        collection = "set" if is_set else "list"
        if class_name in LIBRARY_MAPS:
            return ["map", LIBRARY_MAPS[class_name]], None
        if class_name.endswith("MapList") and class_name not in self.folder.classes:
            return [collection, ["map", LIBRARY_MAPS[class_name.removesuffix("List")]]], None
        base, body = self.folder.classes[class_name]
        if base == "ComplexObject":
            members = self._struct(class_name)
            return _object_type(members), members
        inner, members = self._constructed_type(_item(body), False)
        return ["map" if base == "ComplexMap" else collection, inner], members


def _add_write_only(attributes: dict[str, Json]) -> None:
    """Newer generators leave write-only arguments out; most have an older argument and a version beside."""
    for name in list(attributes):
        older, is_version, _ = name.rpartition("_wo_version")
        if is_version and older in attributes:
            attributes.setdefault(f"{older}_wo", ["string", "o"])


def _property(found: tuple[str, ...]) -> tuple[str, Property]:
    first, rest, name, optional, type_ = found
    anchor = _ANCHOR.search(first + rest)
    terraform_name = anchor[1] if anchor else name
    return name, Property(terraform_name, first == f"{terraform_name} block", not optional, type_)


def _item(body: str) -> str:
    match = _ITEM.search(body)
    if match is None:
        raise ValueError("a collection without an item class")
    return match[1]


def _object_type(members: Json) -> Json:
    return ["object", {name: attribute[0] for name, attribute in members.get("a", {}).items()}]


def _type_of(typescript: str, is_set: bool) -> Json:
    """A Terraform type from a TypeScript type that names no generated class."""
    text = _bare_type(typescript)
    if text.startswith("(") and text.endswith(")"):
        return _type_of(text[1:-1], is_set)
    if text.endswith("[]"):
        return ["set" if is_set else "list", _type_of(text[:-2], False)]
    if text.startswith("{ [key: string]: ") and text.endswith(" }"):
        return ["map", _type_of(text[len("{ [key: string]: ") : -2], False)]
    return {"string": "string", "number": "number", "boolean": "bool"}.get(text, "dynamic")


def _bare_type(typescript: str) -> str:
    return re.sub(r" \| cdkt[fn]\.IResolvable$", "", typescript.strip())


def _type_of_getter(getter: str, is_set: bool) -> Json:
    """A Terraform type from the body of a getter, for what can only be read."""
    collection = "set" if is_set else "list"
    for mark, type_ in (
        ("getStringMapAttribute(", ["map", "string"]),
        ("getNumberMapAttribute(", ["map", "number"]),
        ("getBooleanMapAttribute(", ["map", "bool"]),
        ("getAnyMapAttribute(", ["map", "dynamic"]),
        ("getNumberListAttribute(", [collection, "number"]),
        ("getListAttribute(", [collection, "string"]),
        ("getStringAttribute(", "string"),
        ("getNumberAttribute(", "number"),
        ("getBooleanAttribute(", "bool"),
    ):
        if mark in getter:
            return type_
    return "dynamic"
