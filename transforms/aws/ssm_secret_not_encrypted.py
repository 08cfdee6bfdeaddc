"""Secrets in Parameter Store that are kept as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Transform,
    evaluate,
    inference,
    mentions,
    nodes,
    resources,
    secrets,
)

from ._arguments import is_declared_once, value

_MADE = {
    "random_password": (".result",),
    "tls_private_key": (".private_key_pem", ".private_key_openssh", ".private_key_pem_pkcs8"),
    "aws_iam_access_key": (".secret", ".ses_smtp_password_v4"),
}
"""What makes secrets, and the attributes that are these."""
_STAND_IN = re.compile(
    r"(?i)change|placeholder|dummy|example|replace|todo|fixme|xxx|tbd|^(?:null|none|empty|-)$"
)
"""Values that only hold a place."""


class SsmSecretNotEncrypted(Transform):
    """A secret is stored in Parameter Store as an unencrypted `String`.

    What:
        Looks at parameters of the type `String` (or with `insecure_value`) that hold a secret: their value is
        a generated password or key or a sensitive variable, or their name ends with a word for one
        (`/app/db/password`). The type becomes `SecureString`, which KMS encrypts. Where the secret is written
        in the configuration, that is reported too, whatever the type is.

    Why:
        A `String` can be read by everybody who may read parameters, in the console and in the output of
        commands; encryption adds the permission for the key.

    Example:
        resource "aws_ssm_parameter" "db_password" {
          name  = "/app/db/password"
          type  = "String"
          value = random_password.db.result
        }

    Becomes:
        resource "aws_ssm_parameter" "db_password" {
          name  = "/app/db/password"
          type  = "SecureString"
          value = random_password.db.result
        }

    Impact:
        The parameter is made anew, encrypted with the key `alias/aws/ssm` of the account: AWS does not
        change the type of a parameter that exists (HierarchyTypeMismatchException of PutParameter), so one
        that is deployed must be deleted first and the fix is held back there. Who reads it
        must ask for decryption (`--with-decryption`, `WithDecryption`); Terraform's data source does by
        default, and the permission for that key comes with the one for the parameter.

    Limits:
        Values that only tell where a secret is (an ARN, a name, an ID) are left alone. Only reported: a type
        that is not written out, parameters whose `data_type` is `aws:ec2:image`, and secrets in the
        configuration; stand-ins such as `changeme`, and values whose changes are ignored, are none.

    Source:
        AWS Systems Manager User Guide, "Parameter types" and "SecureString parameters".
    """

    name = "aws-ssm-secret-not-encrypted"
    impact = Impact.REPLACE
    profile = Profile.SECURITY
    watches = resources("aws_ssm_parameter")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        type_, held = block.get("type"), block.get("value") or block.get("insecure_value")
        if type_ is None or held is None:
            return
        yield from _written(held, block, module)
        if value(block, "type", module) not in ("String", "StringList"):
            return
        if not (_is_made_secret(held, module) or (_is_named_secret(block) and _may_be_secret(held, module))):
            return
        message = f"the parameter contains a secret and has the type '{type_.string or type_.source}'"
        is_plain = type_.string == "String" and value(block, "data_type", module) in (None, "text")
        is_free = is_declared_once(block, module) and not _is_read_insecurely(block, module)
        fix = partial(_encrypt, block, module) if is_plain and is_free else None
        yield Finding(type_, message, fix, 'type = "SecureString"')


def _written(held: Attribute, block: Block, module: Module) -> Iterator[Finding]:
    """The finding at a secret that is written in the configuration, encrypted or not. What is there to be
    replaced by hand, and is ignored afterwards, is none."""
    found = inference.plain(inference.infer(held, block, module))
    is_secret = value(block, "type", module) == "SecureString" or _is_named_secret(block)
    if not is_secret or not isinstance(found, str) or not found.strip() or _is_ignored(block):
        return
    if _may_be_secret(held, module) and not _STAND_IN.search(found):
        message = "the parameter's secret is written in the configuration, and in its history"
        advice = (
            "let something make it, as random_password, or set it by hand and ignore changes of the value"
        )
        yield Finding(held, message, advice=advice)


def _is_ignored(block: Block) -> bool:
    lists = (one.get("ignore_changes") for one in block.blocks("lifecycle"))
    return any(one is not None and re.search(r"\b(?:all|value)\b", one.source) for one in lists)


def _is_named_secret(block: Block) -> bool:
    name = block.get("name")
    if name is None or not isinstance(name.expression, nodes.Template):
        return False
    parts = name.expression.parts
    last = parts[-1] if parts else None
    text = last.value if isinstance(last, nodes.TemplateLiteral) else ""
    return secrets.is_secret_name(text.strip('"').rpartition("/")[2])


def _is_made_secret(held: Attribute, module: Module) -> bool:
    """Whether a value is, or has in it as it is, what makes secrets or a sensitive variable."""
    expression = held.expression
    parts = expression.parts if isinstance(expression, nodes.Template) else ()
    whole = [part.expression for part in parts if isinstance(part, nodes.Interpolation)] or [expression]
    for found in mentions(held.source):
        if found.node not in whole:
            continue
        type_, name = found.address.parts[:2]
        if type_ == "var":
            variable = module.variable(name)
            if variable is not None and value(variable, "sensitive", module) is True:
                return True
        elif found.rest.endswith(_MADE.get(type_, ())):
            return True
    return False


def _may_be_secret(held: Attribute, module: Module) -> bool:
    """Whether a value in a parameter named for a secret may be that secret, and not where it is."""
    static = evaluate(held.expression, module)
    if isinstance(static, str):
        return static != "" and not static.startswith(("arn:", "alias/", "/", "http"))
    if isinstance(held.expression, nodes.Template | nodes.Traversal):
        last = held.source.rstrip('}" ').rpartition(".")[2]
        return last not in ("arn", "id", "name", "key_id", "url", "endpoint", "address", "public_key_openssh")
    return False


def _is_read_insecurely(block: Block, module: Module) -> bool:
    """Whether something reads the attribute that a SecureString does not have."""
    references = module.references_to(".".join(block.labels))
    return any(".insecure_value" in reference.rest for reference in references)


def _encrypt(block: Block, module: Module) -> None:
    block.body.set("type", '"SecureString"')
    insecure = block.get("insecure_value")
    if insecure is not None and block.get("value") is None:
        insecure.rename("value")
