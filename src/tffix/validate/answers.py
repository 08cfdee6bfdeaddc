"""What the providers of a project answer Terraform: the schemas it uses, made up where none is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

from tffix.hcl.tree import Block
from tffix.terraform.address import Address
from tffix.terraform.asked import names_after, names_asked, names_asked_of, provider_functions
from tffix.terraform.module import Module
from tffix.terraform.providers import local_provider
from tffix.validate import messages
from tffix.validate.checks import check_values
from tffix.validate.choices import ANY_VERSION
from tffix.validate.configuration import Configuration
from tffix.validate.encoder import Encoder, encode, encode_empty
from tffix.validate.invent import fit_schema, invent_configuration, invent_function, invent_schema
from tffix.validate.modules import TYPED
from tffix.validate.results import ProviderVersion
from tffix.validate.schemas import Schema
from tffix.validate.server import ServedProvider

TypeName = tuple[str, str]
"""Kind and name of a type: ("resource", "aws_vpc")."""

Use = tuple[Module, Block]
"""A block of a type, and the module that it is in."""


@dataclass(slots=True)
class Relaxed:
    """What later rounds of one validation leave out of the schemas, for it was reported already."""

    invented: set[TypeName] = field(default_factory=set)
    optional: set[tuple[str, str, str]] = field(default_factory=set)


class Answers:
    """What the providers of one project answer; `relaxed` grows from round to round."""

    def __init__(
        self,
        project: Configuration,
        encoder: Encoder,
        relaxed: Relaxed,
        before: Configuration | None = None,
    ) -> None:
        """`before` is what the project was: what it used is answered for as well."""
        self.project, self.encoder, self.relaxed = project, encoder, relaxed
        self.bodies: dict[str, dict[TypeName, list[Use]]] = {}
        self.configurations: dict[str, list[Block]] = {}
        self.functions: dict[str, set[str]] = {}
        self.unknown_types: set[str] = set()
        self._made_up: dict[str, ServedProvider] = {}
        self._add(project)
        if before is not None:
            self._add(before)

    def _add(self, project: Configuration) -> None:
        for module in project.modules.values():
            for _, block in module.typed_blocks():
                types = self.bodies.setdefault(module.address_of(local_provider(block)), {})
                use = (module.module, block)
                types.setdefault((TYPED[block.type], block.labels[0]), []).append(use)
            for _, block in module.blocks("provider"):
                self.configurations.setdefault(module.address_of(block.labels[0]), []).append(block)
            for local, name in provider_functions(module.module):
                self.functions.setdefault(module.address_of(local), set()).add(name)

    def served(self, chosen: Iterable[ProviderVersion]) -> dict[str, ServedProvider]:
        """What to serve as each provider, by its address."""
        return {choice.address: self._provider(choice) for choice in chosen}

    def _provider(self, choice: ProviderVersion) -> ServedProvider:
        if choice.is_known:
            return self._known(choice.address, "" if choice.version == ANY_VERSION else choice.version)
        if choice.address not in self._made_up:
            self._made_up[choice.address] = self._invented(choice.address)
        return self._made_up[choice.address]

    def _known(self, address: str, version: str) -> ServedProvider:
        checked: dict[TypeName, Schema] = {}
        served: dict[TypeName, Schema] = {}
        entries: list[bytes] = []
        for kind in messages.KINDS:
            entries.extend(self._entries(address, version, kind, checked, served))
        entries.extend(self._function_entries(address, version))
        provider = self.encoder.schema(address, version, "provider") or {}
        checked["provider", ""] = provider
        provider = self._relax("provider", "", provider)
        return ServedProvider(
            messages.schema_response(messages.schema(provider), entries),
            lambda kind, name, values: check_values(checked.get((kind, name), {}), values),
            served,
        )

    def _entries(
        self,
        address: str,
        version: str,
        kind: str,
        checked: dict[TypeName, Schema],
        answered: dict[TypeName, Schema],
    ) -> Iterator[bytes]:
        """The types of a kind; the schemas that can be held against a configuration go into `checked`, those
        that Terraform gets for the types in use into `answered`."""
        names = self.encoder.names(address, version, kind)
        used = {name: found for (where, name), found in self.bodies.get(address, {}).items() if where == kind}
        # Nothing asks what unused types look like, but Terraform offers their names for a misspelt one.
        yield from (encode_empty(kind, name) for name in names or () if name not in used)
        for name, bodies in used.items():
            if names is not None and name not in names and (kind, name) not in self.relaxed.invented:
                continue  # There is no such type.
            schema = self.encoder.schema(address, version, kind, name) if names and name in names else None
            if schema is None:
                if names is None or name in names:
                    self.unknown_types.add(f"{kind} {name}: its schema is not known")
                answered[kind, name] = self._invented_schema(kind, name, bodies)
                yield encode(kind, name, answered[kind, name])
                continue
            checked[kind, name] = schema
            fitted = fit_schema(schema, [block for _, block in bodies])
            served = answered[kind, name] = self._relax(kind, name, fitted)
            if served is schema:
                yield self.encoder.entry(address, version, kind, name, schema)
            else:
                yield encode(kind, name, served)

    def _function_entries(self, address: str, version: str) -> Iterator[bytes]:
        names = self.encoder.names(address, version, "function")
        for name in self.functions.get(address, ()) if names is None else names:
            schema = self.encoder.schema(address, version, "function", name) if names else None
            yield encode("function", name, schema or invent_function())

    def _invented(self, address: str) -> ServedProvider:
        schemas = {
            (kind, name): self._invented_schema(kind, name, bodies)
            for (kind, name), bodies in self.bodies.get(address, {}).items()
        }
        entries = [encode(kind, name, schema) for (kind, name), schema in schemas.items()]
        entries += [encode("function", name, invent_function()) for name in self.functions.get(address, ())]
        head = invent_configuration(self.configurations.get(address, ()))
        return ServedProvider(
            messages.schema_response(messages.schema(head), entries), lambda *_: [], schemas
        )

    def _invented_schema(self, kind: str, name: str, uses: Iterable[Use]) -> Schema:
        """A schema of a type of which none is known."""
        asked: set[str] = set()
        for module, block in uses:
            parts = (name,) if kind == "resource" else (kind, name)
            found = names_asked_of(Address((*parts, block.labels[-1])), module)
            asked |= self.all_names if found is None else found
        return invent_schema([block for _, block in uses], asked, self.names_after)

    @cached_property
    def all_names(self) -> Set[str]:
        """What may be asked of a value that is passed on as a whole."""
        return {name for one in self.project.modules.values() for name in names_asked(one.module)}

    @cached_property
    def names_after(self) -> Mapping[str, Set[str]]:
        """What is asked of what has a name: see `tffix.terraform.asked`."""
        found: dict[str, set[str]] = {}
        for one in self.project.modules.values():
            for name, names in names_after(one.module).items():
                found.setdefault(name, set()).update(names)
        return found

    def _relax(self, kind: str, name: str, schema: Schema) -> Schema:
        names = {item for where, of, item in self.relaxed.optional if (where, of) == (kind, name)}
        return {**schema, "block": relaxed_block(schema.get("block", {}), names)} if names else schema


def relaxed_block(block: Schema, names: set[str]) -> Schema:
    """A block in which these arguments and blocks need not be given, however deep they are."""
    attributes = {
        name: {**spec, "required": False, "optional": True}
        if name in names and spec.get("required")
        else spec
        for name, spec in block.get("attributes", {}).items()
    }
    block_types = {
        name: {
            **spec,
            "block": relaxed_block(spec.get("block", {}), names),
            "min_items": 0 if name in names else spec.get("min_items", 0),
        }
        for name, spec in block.get("block_types", {}).items()
    }
    return {**block, "attributes": attributes, "block_types": block_types}
