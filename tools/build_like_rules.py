"""Writes which rules of tflint, Checkov, tfsec and Trivy are like which of tffix's: whoever suppresses one of
them means the other too. WANTED says which; ids, names and sources come from the tools themselves.

python tools/build_like_rules.py --repositories FOLDER, with checkouts of the repositories below in it
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from wheels import fetch

CHECKOV = "checkov==3.3.30"
TFLINT = ("terraform-linters/tflint-ruleset-terraform", "terraform-linters/tflint-ruleset-aws")
TRIVY = "aquasecurity/trivy-checks"
TARGET = Path(__file__).parents[1] / "src/tffix/engine/like_rules.json"
Entry: TypeAlias = dict[str, object]

# Rules of tflint; ids of Checkov; checks of Trivy by service and name, which tfsec's ids are made of.
WANTED: dict[str, tuple[str, str, str]] = {
    "aws-cloudtrail-incomplete": (
        "",
        "CKV_AWS_36 CKV_AWS_67",
        "cloudtrail/enable_log_validation cloudtrail/enable_all_regions",
    ),
    "aws-config-recorder-incomplete": ("", "CKV2_AWS_45 CKV2_AWS_48", ""),
    "aws-db-single-zone": ("", "CKV_AWS_157", ""),
    "aws-db-without-backup": ("", "CKV_AWS_133", "rds/specify_backup_retention"),
    "aws-deletion-protection-missing": (
        "",
        "CKV_AWS_139 CKV_AWS_150 CKV_AWS_293 CKV2_AWS_58",
        "rds/enable_deletion_protection rds/enable_cluster_deletion_protection",
    ),
    "aws-eks-endpoint-open-to-world": (
        "",
        "CKV_AWS_38 CKV_AWS_39",
        "eks/no_public_cluster_access eks/no_public_cluster_access_to_cidr",
    ),
    "aws-iam-administrator-attached": ("", "CKV_AWS_274 CKV2_AWS_56", ""),
    "aws-iam-policy-allows-everything": (
        "",
        "CKV_AWS_1 CKV_AWS_62 CKV_AWS_63 CKV2_AWS_40",
        "iam/no_policy_wildcards",
    ),
    "aws-iam-policy-resource-wildcard": (
        "",
        "CKV_AWS_355 CKV_AWS_356",
        "iam/no_policy_wildcards",
    ),
    "aws-iam-trust-open": ("", "CKV_AWS_60 CKV_AWS_61", ""),
    "aws-instance-metadata-v1": (
        "",
        "CKV_AWS_79",
        "ec2/enforce_http_token_imds ec2/as_enforce_http_token_imds",
    ),
    "aws-lambda-runtime-retired": ("aws_lambda_function_deprecated_runtime", "CKV_AWS_363", ""),
    "aws-lb-without-access-log": ("", "CKV_AWS_91 CKV_AWS_92", ""),
    "aws-log-group-without-retention": ("", "CKV_AWS_66", ""),
    "aws-logging-off": (
        "",
        "CKV_AWS_18 CKV_AWS_37 CKV_AWS_76 CKV_AWS_129 CKV_AWS_324 CKV2_AWS_31",
        "s3/enable_logging apigateway/enable_access_logging eks/enable_control_plane_logging",
    ),
    "aws-network-acl-open-to-world": ("", "CKV_AWS_231 CKV_AWS_232", "ec2/no_public_ingress_acl"),
    "aws-password-hard-coded": (
        "",
        "CKV_AWS_41 CKV_AWS_45 CKV_AWS_46",
        "ec2/no_secrets_in_user_data ec2/as_no_secrets_in_user_data ec2/no_sensitive_info",
    ),
    "aws-publicly-accessible": (
        "",
        "CKV_AWS_17 CKV_AWS_69 CKV_AWS_87 CKV_AWS_89",
        "rds/disable_public_access",
    ),
    "aws-s3-plain-http-allowed": ("", "CKV_AWS_379", ""),
    "aws-s3-public-access-not-blocked": (
        "",
        "CKV_AWS_53 CKV_AWS_54 CKV_AWS_55 CKV_AWS_56 CKV2_AWS_6",
        "s3/block_public_acls s3/block_public_policy s3/ignore_public_acls s3/no_public_buckets "
        "s3/specify_public_access_block",
    ),
    "aws-security-group-open-to-world": (
        "",
        "CKV_AWS_24 CKV_AWS_25 CKV_AWS_260 CKV_AWS_277",
        "ec2/no_public_ingress_sgr",
    ),
    "aws-security-group-rules-mixed": ("aws_security_group_inline_rules", "", ""),
    "aws-security-group-without-description": (
        "",
        "CKV_AWS_23",
        "ec2/add_description_to_security_group ec2/add_description_to_security_group_rule",
    ),
    "aws-ssm-secret-not-encrypted": ("", "CKV2_AWS_34", ""),
    "aws-storage-not-encrypted": (
        "",
        "CKV_AWS_3 CKV_AWS_8 CKV_AWS_16 CKV_AWS_26 CKV_AWS_27 CKV_AWS_29 CKV_AWS_42 CKV_AWS_44 CKV_AWS_47 "
        "CKV_AWS_64 CKV_AWS_74 CKV_AWS_96",
        "ec2/enable_volume_encryption ec2/enable_at_rest_encryption ec2/as_enable_at_rest_encryption "
        "efs/enable_at_rest_encryption elasticache/enable_at_rest_encryption "
        "rds/encrypt_cluster_storage_data rds/encrypt_instance_storage_data "
        "sns/enable_topic_encryption sqs/enable_queue_encryption",
    ),
    "aws-subnet-private-maps-public-addresses": ("", "CKV_AWS_130", "ec2/no_public_ip_subnet"),
    "aws-tags-missing": ("aws_resource_missing_tags aws_provider_missing_default_tags", "", ""),
    "aws-transport-not-encrypted": (
        "",
        "CKV_AWS_2 CKV_AWS_103 CKV_AWS_378 CKV2_AWS_20 CKV2_AWS_69 CKV2_AWS_74",
        "elb/http_not_used elb/use_secure_tls_policy",
    ),
    "aws-vpc-without-flow-log": ("", "CKV2_AWS_11", "ec2/require_vpc_flow_logs_for_all_vpcs"),
    "terraform-comment-slashes": ("terraform_comment_syntax", "", ""),
    "terraform-declaration-misplaced": ("terraform_standard_module_structure", "", ""),
    "terraform-declaration-unused": ("terraform_unused_declarations", "", ""),
    "terraform-index-legacy": ("terraform_deprecated_index", "", ""),
    "terraform-interpolation-only": ("terraform_deprecated_interpolation", "", ""),
    "terraform-json-root-array": ("terraform_json_syntax", "", ""),
    "terraform-label-convention-mixed": ("terraform_naming_convention", "", ""),
    "terraform-lookup-without-default": ("terraform_deprecated_lookup", "", ""),
    "terraform-module-clone-deep": ("terraform_module_shallow_clone", "", ""),
    "terraform-module-source-unpinned": ("terraform_module_pinned_source", "CKV_TF_1 CKV_TF_2", ""),
    "terraform-module-version-missing": ("terraform_module_version", "CKV_TF_1 CKV_TF_2", ""),
    "terraform-output-without-description": ("terraform_documented_outputs", "", ""),
    "terraform-provider-alias-unused": ("terraform_unused_declarations", "", ""),
    "terraform-provider-not-required": ("terraform_required_providers", "", ""),
    "terraform-provider-source-missing": ("terraform_required_providers", "", ""),
    "terraform-required-provider-unused": ("terraform_unused_required_providers", "", ""),
    "terraform-variable-without-description": ("terraform_documented_variables", "", ""),
    "terraform-variable-without-type": ("terraform_typed_variables", "", ""),
    "terraform-version-unconstrained": ("terraform_required_version terraform_required_providers", "", ""),
    "terraform-workspace-remote": ("terraform_workspace_remote", "", ""),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repositories", type=Path, required=True)
    folder: Path = parser.parse_args().repositories
    with tempfile.TemporaryDirectory() as downloads:
        checkov = _checkov(fetch(CHECKOV, Path(downloads)))
    tflint = {id_: entry for name in TFLINT for id_, entry in _tflint(folder / name, name).items()}
    trivy = _trivy(folder / TRIVY, TRIVY)
    found = {
        rule: [
            *(tflint[id_] for id_ in of_tflint.split()),
            *(checkov[id_] for id_ in of_checkov.split()),
            *(trivy[id_] for id_ in of_trivy.split()),
        ]
        for rule, (of_tflint, of_checkov, of_trivy) in sorted(WANTED.items())
    }
    for entry in (one for entries in found.values() for one in entries if not one["name"]):
        entry.pop("name", None)  # it is put together when the check runs
    TARGET.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


def _checkov(wheel: Path) -> dict[str, Entry]:
    """The checks of Checkov by their ids: classes, and conditions on the graph in JSON."""
    found: dict[str, Entry] = {}
    with zipfile.ZipFile(wheel) as archive:
        for path in archive.namelist():
            if not path.startswith("checkov/terraform/checks/"):
                continue
            text = archive.read(path).decode("utf-8")
            for id_, name in _classes(text) if path.endswith(".py") else _conditions(text, path):
                found[id_] = {"tool": "checkov", "ids": [id_], "name": name, "source": f"{CHECKOV} {path}"}
    return found


def _classes(text: str) -> Iterator[tuple[str, str]]:
    """The id and name of a check that is a class: variables of its constructor, or arguments to it."""
    values: dict[str, str] = {}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            pairs = [(node.targets[0].id, node.value)]
        elif isinstance(node, ast.Call):
            pairs = [(one.arg.removeprefix("check_"), one.value) for one in node.keywords if one.arg]
        else:
            continue
        for name, value in pairs:
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                values.setdefault(name, value.value)
    if "id" in values:
        yield values["id"], values.get("name", "")


def _conditions(text: str, path: str) -> Iterator[tuple[str, str]]:
    metadata = json.loads(text)["metadata"] if path.endswith(".json") else None
    if metadata is not None:
        yield metadata["id"], metadata["name"]


def _tflint(checkout: Path, repository: str) -> dict[str, Entry]:
    """The rules of a ruleset of tflint by their names, from their pages."""
    found: dict[str, Entry] = {}
    for path, text in _files(checkout, "docs/rules", ".md").items():
        name = Path(path).stem
        lines = [line for line in text.splitlines() if line and not line.startswith(("#", ">", "<", "|"))]
        source = f"{repository}@{_commit(checkout)} {path}"
        found[name] = {"tool": "tflint", "ids": [name], "name": lines[0] if lines else "", "source": source}
    return found


def _trivy(checkout: Path, repository: str) -> dict[str, Entry]:
    """The checks of Trivy by service and name. Their long ids are those of tfsec, which became Trivy."""
    found: dict[str, Entry] = {}
    for path, text in _files(checkout, "checks/cloud/aws", ".rego").items():
        title, id_, long_id = (
            re.search(rf"^#\s+{key}: (.+)$", text, re.M) for key in ("title", "id", "long_id")
        )
        if title and id_ and long_id:
            aliases = re.findall(r"^#\s+- ((?:AVD-|aws-)[\w-]+)$", text, re.M)
            found["/".join(Path(path).with_suffix("").parts[-2:])] = {
                "tool": "trivy",
                "ids": list(dict.fromkeys((id_[1], *aliases, long_id[1]))),
                "name": title[1],
                "source": f"{repository}@{_commit(checkout)} {path}",
            }
    return found


def _files(checkout: Path, folder: str, suffix: str) -> Mapping[str, str]:
    """The files below a folder of a checkout, with or without a work tree."""
    paths = _git(checkout, "ls-tree", "-r", "--name-only", "HEAD", folder).splitlines()
    wanted = [path for path in paths if path.endswith(suffix) and "_test" not in path]
    return {path: _git(checkout, "show", f"HEAD:{path}") for path in wanted}


def _commit(checkout: Path) -> str:
    return _git(checkout, "rev-parse", "--short=12", "HEAD").strip()


def _git(checkout: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(checkout), *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout


if __name__ == "__main__":
    main()
