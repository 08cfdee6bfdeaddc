"""What of a program the rules get to see."""

from pathlib import Path

import pytest

from tffix import HclSyntaxError, parse
from tffix.hcl.tree import File
from tffix.projection import Refused
from tffix.projection.python import names, project
from tffix.projection.python.projecting import PythonProjection

HEAD = """\
from cdktf import Fn, TerraformOutput, TerraformStack, TerraformVariable
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.security_group import SecurityGroup, SecurityGroupIngress


class Web(TerraformStack):
    def __init__(self, scope, id, options):
        super().__init__(scope, id)
"""


def projected(body: str, head: str = HEAD, path: str = "main.py") -> PythonProjection:
    lines = "".join(f"        {line}\n" if line else "\n" for line in body.splitlines())
    found = project((head + lines).encode(), path)
    assert found is not None
    return found


def view(body: str, head: str = HEAD) -> File:
    return parse(projected(body, head).hcl.encode(), "main.py")


def value(body: str, name: str = "name") -> str:
    """The value of an argument of the only role."""
    (role,) = view(body).blocks("resource", "aws_iam_role")
    found = role.get(name)
    assert found is not None
    return found.source


@pytest.mark.parametrize(
    ("imports", "call"),
    [
        ("from cdktf_cdktf_provider_aws.iam_role import IamRole", "IamRole"),
        ("from cdktf_cdktf_provider_aws.iam_role import IamRole as Role", "Role"),
        ("from cdktf_cdktf_provider_aws import iam_role", "iam_role.IamRole"),
        ("import cdktf_cdktf_provider_aws.iam_role as r", "r.IamRole"),
        ("import cdktf_cdktf_provider_aws.iam_role", "cdktf_cdktf_provider_aws.iam_role.IamRole"),
        ("from cdktf_cdktf_provider_aws import iam", "iam.IamRole"),
        ("from cdktn_provider_aws.iam_role import IamRole", "IamRole"),
        ("from imports.aws.iam_role import IamRole", "IamRole"),
        ("from imports.aws.iam import IamRole", "IamRole"),
        ("from imports.aws import IamRole", "IamRole"),
        ("from .imports.aws import iam_role as r", "r.IamRole"),
        ("from infra.imports.aws import *", "IamRole"),
    ],
)
def test_classes_are_known_by_any_way_to_import_them(imports: str, call: str) -> None:
    found = project(f'{imports}\n{call}(scope, "a", name="b")\n'.encode(), "main.py")
    assert found is not None
    assert [block.labels for block in parse(found.hcl.encode(), "x").blocks("resource")] == [
        ("aws_iam_role", "a")
    ]


@pytest.mark.parametrize(
    "text",
    [
        'from aws_cdk.aws_iam import Role\nRole(self, "cdktf")\n',
        'from pulumi_aws.imports.x import IamRole\nIamRole("a")\n',
        'from cdktf_cdktf_provider_aws.iam_role import IamRole\ndef IamRole(*a): ...\nIamRole(1, "a")\n',
        'from cdktf_cdktf_provider_aws.iam_role import NoSuchThing\nNoSuchThing(1, "a")\n',
        "import os  # no cdktf here\n",
    ],
)
def test_other_programs_have_no_view(text: str) -> None:
    assert project(text.encode(), "main.py") is None


@pytest.mark.parametrize(
    ("python", "hcl"),
    [
        ('"plain"', '"plain"'),
        ("'say \"hi\"'", '"say \\"hi\\""'),
        ('f"{id}-x"', '"${python("id")}-x"'),
        ('"${var.x}"', 'python("\\"$${var.x}\\"")'),
        ("None", "null"),
        ("0x10", "16"),
        ('["a", True]', '["a", true]'),
        (
            "Fn.join('-', [other.arn, id])",
            "python(\"Fn.join('-', [⟨1⟩, id])\", aws_security_group.other.arn)",
        ),
        ("other.name", "aws_security_group.other.name"),
        ("other.no_such_attribute", 'python("other.no_such_attribute")'),
        ("unknown.name", 'python("unknown.name")'),
    ],
)
def test_values(python: str, hcl: str) -> None:
    assert value(f'other = SecurityGroup(self, "other")\nIamRole(self, "a", name={python})') == hcl


@pytest.mark.parametrize(
    "body",
    [
        'IamRole(self, "a", **options)',
        'IamRole(*options, name="b")',
        'role = IamRole(self, "a")\nrole.add_override("name", "b")',
        'self.role = IamRole(self, "a")\nself.role.name = "b"',
        'SecurityGroup(self, "b", ingress=[SecurityGroupIngress(**options)])',
        'SecurityGroup(self, "b", ingress=[{**options}])',
        'SecurityGroup(self, "b", ingress=[{"no name": 1}])',
    ],
)
def test_constructs_that_are_not_written_out_are_left_out(body: str) -> None:
    assert not list(view(body + "\nTerraformOutput(self, 'x', value=1)").blocks("resource"))


def test_a_class_of_the_program_is_none_that_a_star_imports() -> None:
    head = f"from imports.aws import *\n\n\nclass IamRole:\n    pass\n\n\n{HEAD}"
    head = head.replace("from cdktf_cdktf_provider_aws.iam_role import IamRole\n", "")
    text = projected('IamRole(self, "a", name="a")\nIamUser(self, "b", name="b")', head).hcl
    assert "aws_iam_user" in text
    assert "aws_iam_role" not in text


def test_a_name_with_several_meanings_is_no_reference() -> None:
    body = 'other = SecurityGroup(self, "a")\nother = SecurityGroup(self, "b")\n'
    body += 'IamRole(self, "c", name=other.name)'
    assert value(body) == 'python("other.name")'


def test_nested_blocks_and_names_that_python_has_taken() -> None:
    rules = 'SecurityGroupIngress(from_port=1, self_attribute=True), {"fromPort": 2}'
    (group,) = view(f'SecurityGroup(self, "a", ingress=[{rules}])').blocks("resource")
    assert [[a.name for a in block.body.attributes] for block in group.blocks("ingress")] == [
        ["from_port", "self"],
        ["from_port"],
    ]


def test_labels_are_unique_and_fit_for_references() -> None:
    found = view('IamRole(self, "a b")\nIamRole(self, "a.b")\nIamRole(self, f"{id}-c")\nIamRole(self, "1")')
    assert [block.labels[1] for block in found.blocks("resource")] == ["a_b", "a_b_2", "iam_role", "_1"]


def test_provider_aliases() -> None:
    found = view('west = AwsProvider(self, "w", alias="west")\nIamRole(self, "a", provider=west)\n')
    (role,) = found.blocks("resource")
    provider = role.get("provider")
    assert provider is not None and provider.source == "aws.west"


def test_positions_are_those_of_the_program() -> None:
    program = projected('\nIamRole(\n    self, "a",\n    description="x", name="y")')
    role = next(parse(program.hcl.encode(), "main.py").blocks("resource"))
    name = role.get("name")
    assert role.offset is not None and name is not None and name.value_offset is not None
    assert program.position(role.offset) == (11, 9)
    assert program.position(name.value_offset) == (13, 35)


def test_what_is_not_python_is_an_error_with_its_place() -> None:
    with pytest.raises(HclSyntaxError, match=r"main\.py:2:\d+: this is not Python"):
        project(b"import cdktf\nclass\n", "main.py")
    with pytest.raises(HclSyntaxError, match=r"main\.py:2:6: not UTF-8"):
        project(b"import cdktf\n# caf\xe9\n", "main.py")


@pytest.mark.parametrize(
    ("files", "constraint"),
    [
        ({"requirements.txt": "cdktf-cdktf-provider-aws==19.1.0\n"}, "~> 5.0"),
        ({"Pipfile": '[packages]\ncdktf-cdktf-provider-aws = "~=17.0.8"\n'}, "> 4.67.0, < 5.99.1"),
        ({"pyproject.toml": 'dependencies = ["cdktf_cdktf_provider_aws>=15"]\n'}, "~> 4.0"),
    ],
)
def test_the_provider_is_that_of_the_package(files: dict[str, str], constraint: str, tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    program = projected('IamRole(self, "a")', path=str(tmp_path / "main.py"))
    assert f'version = "{constraint}"' in program.hcl


def test_names_follow_rules_but_for_exceptions() -> None:
    assert names.type_of("aws", "S3BucketVersioningA") == ("resource", "aws_s3_bucket_versioning")
    assert names.type_of("aws", "DataAwsAvailabilityZones") == ("data", "aws_availability_zones")
    assert names.type_of("random", "StringResource") == ("resource", "random_string")
    assert (
        names.module_of("aws", "Route53RecoveryreadinessCell", "resource") == "route53_recoveryreadiness_cell"
    )
    assert names.struct_of("aws", "LbTargetGroup", ("health_check",)) == "LbTargetGroupHealthCheck"
    assert names.keyword_of("lambda") == "lambda_"


@pytest.mark.parametrize(
    ("body", "old", "new", "why"),
    [
        ('IamRole(self, "a", name=id)', 'python("id")', "upper(var.x)", "no counterpart"),
        ('IamRole(self, "a")', "resource", "moved {}\nresource", "'moved' block"),
        (
            'if options:\n    a = SecurityGroup(self, "a")\nIamRole(self, "b", name="c")',
            '"c"',
            "aws_security_group.a.id",
            "not known where",
        ),
        (
            'IamRole(self, "b", name="c")\na = SecurityGroup(self, "a")',
            '"c"',
            "aws_security_group.a.id",
            "not known where",
        ),
        (
            'a = IamRole(self, "a")\nprint(a)',
            'resource "aws_iam_role" "a" {\n}\n',
            "",
            "still used",
        ),
        (
            'a = b = IamRole(self, "a")\nprint(b)',
            'resource "aws_iam_role" "a" {\n}\n',
            "",
            "midst of other code",
        ),
        ('IamRole(self, "a"); print(id)', 'resource "aws_iam_role" "a" {\n}\n', "", "midst of other code"),
        (
            'self.a = IamRole(self, "a")\nprint(other.a)',
            'resource "aws_iam_role" "a" {\n}\n',
            "",
            "still used",
        ),
    ],
)
def test_what_has_no_place_in_the_program_is_refused(body: str, old: str, new: str, why: str) -> None:
    program = projected(f'AwsProvider(self, "aws")\n{body}')
    assert old in program.hcl
    with pytest.raises(Refused, match=why):
        program.put_back(program.hcl.replace(old, new, 1))


def test_new_code_has_what_is_imported_in_a_try() -> None:
    head = (
        "try:\n    from cdktf import TerraformOutput, TerraformStack\n"
        "    from cdktf_cdktf_provider_aws.iam_role import IamRole\n"
        "except ImportError:\n    raise SystemExit(1)\n\n\n"
        "class Roles(TerraformStack):\n    def __init__(self, scope, id):\n"
        "        super().__init__(scope, id)\n"
    )
    program = projected('a = IamRole(self, "a")', head)
    changed = program.put_back(program.hcl + '\noutput "role" {\n  value = aws_iam_role.a.arn\n}\n')
    assert changed.data.decode().endswith('        TerraformOutput(self, "role", value=a.arn)\n')


def test_an_import_goes_behind_a_last_line_without_newline() -> None:
    data = (
        b"from base import TerraformStack\nfrom cdktf_cdktf_provider_aws.sns_topic import SnsTopic\n\n\n"
        b"class Roles(TerraformStack):\n"
        b"    def __init__(self, scope, id):\n        super().__init__(scope, id)\n"
        b'        a = IamRole(self, "a")\n\n\nfrom cdktf_cdktf_provider_aws.iam_role import IamRole'
    )
    program = project(data, "main.py")
    assert program is not None
    changed = program.put_back(program.hcl + '\noutput "role" {\n  value = aws_iam_role.a.arn\n}\n')
    assert changed.data.decode().endswith("import IamRole\nfrom cdktf import TerraformOutput")


def test_a_scope_that_is_handed_in_may_have_other_providers() -> None:
    body = 'AwsProvider(self, "aws")\n\ndef made(stack):\n    return IamRole(stack, "a", name="b")'
    program = projected(body)
    added = 'resource "random_id" "x" {\n  byte_length = 4\n}\n'
    edited = program.hcl.replace('"b"', '"b-${random_id.x.hex}"') + added
    with pytest.raises(Refused, match="it needs the provider random"):
        program.put_back(edited)
    own = projected(body.replace("stack", "self"))
    changed = own.put_back(own.hcl.replace('"b"', '"b-${random_id.x.hex}"') + added)
    assert 'RandomProvider(self, "random")' in changed.data.decode()
