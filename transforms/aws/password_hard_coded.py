"""Passwords and keys that are written in the configuration."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Tier,
    Transform,
    blocks,
    evaluate,
    nodes,
    object_items,
    read,
    schemas,
    secrets,
)

from ..terraform._lock_file import init_needed
from ._arguments import is_declared_once
from ._random_passwords import COPIES, obstacle, randomize, said, takes
from ._words import occurrences

_MANAGED = {
    "aws_db_instance": "manage_master_user_password",
    "aws_docdb_cluster": "manage_master_user_password",
    "aws_rds_cluster": "manage_master_user_password",
    "aws_redshift_cluster": "manage_master_password",
    "aws_redshiftserverless_namespace": "manage_admin_password",
}
"""What AWS can keep in Secrets Manager itself, and the argument for that."""

_CONTAINERS = ("variables", "container_definitions")


class PasswordHardCoded(Transform):
    """A password or key is written in the configuration, where everyone who sees the code can read it.

    What:
        Looks for literal secrets in the arguments that take them (databases, caches, brokers, search domains,
        directories, secret versions, the provider's keys), in environment variables of functions and
        containers by their names, in variables' defaults, and for the IDs of AWS access keys anywhere. The
        master password of RDS, DocumentDB and Redshift is given to AWS to make, keep in Secrets Manager
        and rotate. Where that cannot be, since the module uses the password elsewhere or the provider does
        not know the argument yet, and for the master users of OpenSearch domains, elastic clusters of
        DocumentDB and the tokens of ElastiCache, a `random_password` takes its place, wherever the module
        says the same password; the random provider joins `required_providers`.

    Why:
        Whoever reads the repository, its history or the state has the secret, and it cannot be changed
        without changing code.

    Example:
        resource "aws_db_instance" "main" {
          engine            = "postgres"
          instance_class    = "db.t4g.medium"
          allocated_storage = 20
          username          = "app"
          password          = "changeme123"
        }

    Becomes:
        resource "aws_db_instance" "main" {
          engine                      = "postgres"
          instance_class              = "db.t4g.medium"
          allocated_storage           = 20
          username                    = "app"
          manage_master_user_password = true
        }

    Impact:
        The database, cache or domain is updated in place and gets another password at once: whoever connects
        with the old one must read the new one, from the secret (`master_user_secret`) or from where the
        module puts the random one. The old one remains in the repository's history: change it wherever else
        it is used. `terraform init` is needed if the random provider is new; the random password is in the
        state, as the old one was.

    Limits:
        Secrets whose later changes are ignored, which are placeholders most often, are left alone. Only
        reported: all other secrets, as those of brokers, directories and endpoints, which belong to somebody
        else or are not changed in place; databases that are copies of others, passwords whose changes are
        ignored or whose value stands elsewhere than in arguments for secrets, and tokens where the provider
        may replace the cache. The secret itself is never part of a message, and is masked in diffs.

    Source:
        Amazon RDS User Guide, "Password management with Amazon RDS and AWS Secrets Manager"; the random
        provider's documentation, random_password; CWE-798.
    """

    name = "aws-password-hard-coded"
    impact = Impact.UPDATE
    tier = Tier.DEPLOYED
    profile = Profile.SECURITY
    watches = blocks("resource", "provider", "variable", "data")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if block.type == "variable":
            yield from _variable(block)
            return
        if not block.labels or not (block.labels[0] == "aws" or block.labels[0].startswith("aws_")):
            return
        for body in block.body.walk():
            for attribute in body.attributes:
                yield from _attribute(block, attribute, module)


def _variable(block: Block) -> Iterator[Finding]:
    default = block.get("default")
    if default is not None and secrets.is_secret(default.string) and secrets.is_secret_name(block.labels[0]):
        advice = "remove the default, set 'sensitive = true', and pass the value from a secret store"
        yield Finding(default, "the default of the variable is a secret in plain text", advice=advice)


def _attribute(block: Block, attribute: Attribute, module: Module) -> Iterator[Finding]:
    takes_secret = attribute.name in secrets.ARGUMENTS or (
        block.type == "provider" and attribute.name == "token"
    )
    if takes_secret and _is_literal(attribute, module) and not _is_stand_in(block):
        message = f"'{attribute.name}' is a secret in plain text"
        if takes(block, attribute):
            yield _own_password(block, attribute, message, module)
        elif not _is_ignored(block, attribute):
            yield Finding(attribute, message, advice=_advice(block, attribute))
    elif attribute.name in _CONTAINERS:
        for name, node in _environment(attribute, module):
            message = f"the environment variable '{name}' is a secret in plain text"
            advice = "keep it in Secrets Manager or Parameter Store, and pass its ARN"
            yield Finding(attribute, message, advice=advice, within=node)
    elif secrets.has_access_key(attribute.source):
        advice = "deactivate the key, and give a role instead"
        yield Finding(attribute, "the ID of an AWS access key is written here", advice=advice)


def _own_password(block: Block, attribute: Attribute, message: str, module: Module) -> Finding:
    """The finding at a password that a resource is to have: AWS makes one, or else Terraform does."""
    argument = _MANAGED.get(block.labels[0], "")
    reason = _unmanageable(block, attribute, argument, module) if argument else "AWS makes none"
    if not reason:
        return Finding(attribute, message, partial(_give_to_aws, attribute, argument, module))
    if _is_ignored(block, attribute):
        other = "changes of it are ignored"
    else:
        other = obstacle(block, attribute, module)
    if other:
        return Finding(attribute, message, advice=f"{_advice(block, attribute)} ({other})")
    message += init_needed("random", module)
    return Finding(attribute, message, partial(randomize, block, attribute, module))


def _is_literal(attribute: Attribute, module: Module) -> bool:
    value = evaluate(attribute.expression, module)
    return any(map(secrets.is_secret, value)) if isinstance(value, list) else secrets.is_secret(value)


def _is_stand_in(block: Block) -> bool:
    """Whether a provider's keys are for a stand-in of AWS, which takes any."""
    return block.type == "provider" and (
        block.get("skip_credentials_validation") is not None
        or next(block.blocks("endpoints"), None) is not None
    )


def _environment(attribute: Attribute, module: Module) -> Iterator[tuple[str, nodes.Expression]]:
    """The environment variables in an argument that are secrets, each with what stands for it."""
    if attribute.name == "variables":
        for name, item in object_items(attribute.expression).items():
            if secrets.is_secret_name(name) and secrets.is_secret(evaluate(item.value, module)):
                yield name, item.key
        return
    containers = read(attribute.expression)
    for container in containers if isinstance(containers, list) else ():
        variables = container.get("environment") if isinstance(container, dict) else None
        for one in variables if isinstance(variables, list) else ():
            named = one.get("name") if isinstance(one, dict) else None
            if (
                isinstance(named, str)
                and secrets.is_secret_name(named)
                and secrets.is_secret(one.get("value"))
            ):
                yield named, one.node


def _advice(block: Block, attribute: Attribute) -> str:
    if block.type == "provider":
        return "remove it: the provider takes credentials from the environment, a profile or a role"
    if attribute.name == "secret_string":
        return "set it outside of the configuration, with lifecycle { ignore_changes = [secret_string] }"
    name = block.labels[1]
    return (
        f'resource "random_password" "{name}" {{ length = 32 }} and {attribute.name} = '
        f"random_password.{name}.result, or read it from Secrets Manager"
    )


def _unmanageable(block: Block, attribute: Attribute, argument: str, module: Module) -> str:
    """Why AWS is not given the password to manage; nothing if it can be."""
    judged = schemas.judged(block, module)
    address = Address.of(block)
    if judged is None or not all(argument in schema.attributes for schema in judged.schemas):
        return f"the provider's version may not know '{argument}'"
    if attribute.parent is not block.body or address is None or not is_declared_once(block, module):
        return "it is declared in several places"
    if any(block.get(name) is not None for name in (*COPIES, argument)):
        return "the database is a copy of another, or its password is managed"
    if _is_ignored(block, attribute):
        return "changes of it are ignored"
    if any(f".{attribute.name}" in reference.rest for reference in module.references_to(address)):
        return "it is read elsewhere in the module"
    secret = attribute.string
    if not secret:
        return "the value comes from elsewhere in the module"
    if said(secret, module) > occurrences([secret], block.text)[secret]:
        return "the same value is elsewhere in the module too"
    return ""


def _is_ignored(block: Block, attribute: Attribute) -> bool:
    """Whether Terraform only makes the value, and leaves what becomes of it to others."""
    ignored = [inner.get("ignore_changes") for inner in block.blocks("lifecycle")]
    return any(attribute.name in one.source for one in ignored if one is not None)


def _give_to_aws(attribute: Attribute, argument: str, module: Module) -> None:
    """Replaces a password by the argument that has AWS make and keep one."""
    attribute.rename(argument)
    attribute.set("true")
