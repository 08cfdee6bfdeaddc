"""How a `.tf.json` file looks to the rules, where things in it stand, and what Terraform would not accept."""

import pytest

from tffix import HclSyntaxError
from tffix.projection import read
from tffix.terraform.address import Address
from tffix.terraform.module import Module

VIEWS = {
    "strings are templates": (
        r'{"locals": {"a": "${var.x}", "b": "x-${var.x}", "c": "say \"hi\"\n${f(\"y\")}"}}',
        'locals {\n  a = var.x\n  b = "x-${var.x}"\n  c = "say \\"hi\\"\\n${f("y")}"\n}\n',
    ),
    "what has escapes or directives stays a template": (
        '{"locals": {"a": "$${x}", "b": "%{ if true }\\"x\\"%{ endif }"}}',
        'locals {\n  a = "$${x}"\n  b = "%{ if true }\\"x\\"%{ endif }"\n}\n',
    ),
    "line breaks outside of brackets": (
        '{"locals": {"a": "${var.x +\\n  1}", "b": "${f(\\n  1)}"}}',
        "locals {\n  a = (var.x +\n  1)\n  b = f(\n  1)\n}\n",
    ),
    "keys of objects": (
        '{"locals": {"a": {"b": 1, "c.d": 2, "${var.k}": 3, "for": 4, "//": 5}}}',
        'locals {\n  a = {\n    b = 1\n    "c.d" = 2\n    (var.k) = 3\n    "for" = 4\n    "//" = 5\n  }\n}\n',
    ),
    "a default and a description are no templates, a type is an expression": (
        '{"variable": {"a": {"type": "list(string)", "default": ["${x}"], "description": "%{x"}}}',
        'variable "a" {\n  type = list(string)\n  default = ["$${x}"]\n  description = "%%{x"\n}\n',
    ),
    "references without a template": (
        '{"resource": {"x_y": {"a": {"provider": "x.z", "depends_on": ["x_y.b"],'
        ' "lifecycle": {"ignore_changes": "all"}}}}}',
        'resource "x_y" "a" {\n  provider = x.z\n  depends_on = [x_y.b]\n\n'
        "  lifecycle {\n    ignore_changes = all\n  }\n}\n",
    ),
    "providers of a module": (
        '{"module": {"m": {"source": "./m", "providers": {"aws.a": "aws.b"}}}}',
        'module "m" {\n  source = "./m"\n  providers = {\n    aws.a = aws.b\n  }\n}\n',
    ),
    "aliases of a required provider": (
        '{"terraform": {"required_providers": {"aws": {"version": "~> 5",'
        ' "configuration_aliases": ["aws.b"]}}}}',
        "terraform {\n  required_providers {\n    aws = {\n"
        '      version = "~> 5"\n      configuration_aliases = [aws.b]\n    }\n  }\n}\n',
    ),
    "blocks by the schema": (
        '{"resource": {"aws_instance": {"a": {"root_block_device": {"volume_size": 8}, "tags": {"a": "b"},'
        ' "ebs_block_device": [{"volume_size": 1}, {"volume_size": 2}]}}}}',
        'resource "aws_instance" "a" {\n  root_block_device {\n    volume_size = 8\n  }\n'
        '  tags = {\n    a = "b"\n  }\n\n  ebs_block_device {\n    volume_size = 1\n  }\n\n'
        "  ebs_block_device {\n    volume_size = 2\n  }\n}\n",
    ),
    "lists of objects that the schema calls an argument": (
        '{"resource": {"aws_security_group": {"a": {"ingress": [{"from_port": 22}]}}}}',
        'resource "aws_security_group" "a" {\n  ingress = [\n    {\n      from_port = 22\n    },\n  ]\n}\n',
    ),
    "dynamic blocks": (
        '{"resource": {"aws_instance": {"a": {"dynamic": {"ebs_block_device": {"for_each": "${var.x}",'
        ' "iterator": "it", "content": {"volume_size": "${it.value}"}}}}}}}',
        'resource "aws_instance" "a" {\n  dynamic "ebs_block_device" {\n    for_each = var.x\n'
        "    iterator = it\n\n    content {\n      volume_size = it.value\n    }\n  }\n}\n",
    ),
    "arrays at every level": (
        '[{"resource": [{"x_y": [{"a": [{"b": 1}]}]}]}, {"output": {"o": {"value": 1}}}]',
        'resource "x_y" "a" {\n  b = 1\n}\n\noutput "o" {\n  value = 1\n}\n',
    ),
    "a property more than once": (
        '{"locals": {"a": 1}, "locals": {"b": 2}}',
        "locals {\n  a = 1\n}\n\nlocals {\n  b = 2\n}\n",
    ),
    "comments": (
        '{"//": "top", "locals": {"//": "two\\nlines", "a": 1}, "output": {"o": {"//": {"no": "text"}}}}',
        '# top\n\n# two\n# lines\nlocals {\n  a = 1\n}\n\noutput "o" {\n}\n',
    ),
    "null is no block": ('{"locals": null, "moved": [], "output": {"a": null}}', ""),
    "characters": (
        '{"locals": {"a": "\\ud83d\\ude00\\ud800\\u0007\\/"}}',
        'locals {\n  a = "😀\ufffd\\u0007/"\n}\n',
    ),
    "providers that are not known": (
        '{"resource": {"x_y": {"a": {"block": {"b": 1}}}}}',
        'resource "x_y" "a" {\n  block = {\n    b = 1\n  }\n}\n',
    ),
}


@pytest.mark.parametrize(("text", "wanted"), VIEWS.values(), ids=VIEWS)
def test_view(text: str, wanted: str) -> None:
    file = read(text.encode(), "main.tf.json")
    assert file is not None
    assert file.source == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "1:1: the file is empty, where a JSON object is expected"),
        ('{"locals": {"a": 1,}}', "1:20: a comma is not allowed before '}'"),
        (
            '{"locals": {\n  "a": 1 // one\n}}',
            '2:10: JSON has no comments; use a property named "//"',
        ),
        ('{"locals": {"a": 1}} x', "1:22: nothing may follow the JSON value"),
        ('{"locals": {"a": 01}}', "1:18: '01' is not a JSON value"),
        ("{'locals': 1}", "1:2: a property name in double quotes expected, ''' found"),
        (
            '{"locals": {"a": "x\ty"}}',
            "1:18: this JSON string is not closed, or contains characters that must be escaped",
        ),
        ('{"locals": {"a" 1}}', "1:17: ':' expected, '1' found"),
        ('{"locals": {"a": 1', "1:19: ',' or '}' expected, the end of the file found"),
        ('{"locals": {"a": 1, "a": 2}}', "1:21: 'a' is set twice"),
        ('{"locals": {"a": {"x": 1, "x": 2}}}', "1:27: 'x' is set twice"),
        ('{"locals": {"a b": 1}}', "1:13: 'a b' is not a name"),
        ('{"locals": "x"}', "1:12: a block of type 'locals' needs an object with its arguments here"),
        ('{"output": {"//": "x"}}', "1:19: a block of type 'output' needs an object with its arguments here"),
        ('{"output": "x"}', "1:12: a block of type 'output' needs an object with its label here"),
        ('["x"]', "1:1: the root must be an object or an array of objects"),
        ('{"locals": {"a": "\\u00e9 ${1 +}"}}', "1:31: an expression is expected here, not '}'"),
        ("\ufeff{}", "1:1: Terraform rejects a byte order mark in JSON: save it without"),
        ("[" * 300, "1:202: the JSON is nested too deeply"),
    ],
)
def test_what_terraform_rejects(text: str, wanted: str) -> None:
    with pytest.raises(HclSyntaxError) as caught:
        read(text.encode(), "m.tf.json")
    assert str(caught.value) == f"m.tf.json:{wanted}"


def test_a_file_that_is_not_utf_8() -> None:
    with pytest.raises(HclSyntaxError, match=r"m\.tf\.json:1:3: not UTF-8"):
        read(b'{"\xff": 1}', "m.tf.json")


def test_places_are_those_of_the_json() -> None:
    text = """{
  "resource": {
    "aws_instance": {
      "a": { "ami": "x-${var.ami}", "ebs_block_device": [
        { "volume_size": "${var.size}" },
        { "volume_size": 2 }
      ] }
    }
  }
}
"""
    file = read(text.encode(), "main.tf.json")
    assert file is not None
    module = Module(".", {"main.tf.json": file})
    (block,) = module.resources()
    assert module.place(block) == ("main.tf.json", 4, 7)
    assert [module.place(one)[1:] for one in block.blocks()] == [(5, 9), (6, 9)]
    places = {}
    for reference in module.references:
        assert reference.attribute.value_offset is not None
        places[reference.address] = file.position(reference.attribute.value_offset + reference.node.start)
    assert places == {Address.parse("var.ami"): (4, 26), Address.parse("var.size"): (5, 29)}


SYNTH = '{"//": {"metadata": {"backend": "local", "stackName": "s", "version": "0.20"}}, "locals": {"a": 1}}'


@pytest.mark.parametrize(
    ("path", "text", "is_generated"),
    [
        ("cdk.tf.json", SYNTH, True),
        ("main.tf.json", '{"//": "written by cdktn"}', True),
        ("cdktf.out/stacks/s/main.tf.json", "{}", True),
        ("cdk.tf.json", '{"//": {"metadata": {"owner": "me"}}}', False),
        ("main.tf.json", "{}", False),
        ("main.tf.json", '{"resource": {"x_y": {"a": {"//": {"metadata": {"stackName": "s"}}}}}}', False),
    ],
)
def test_what_a_synth_wrote(path: str, text: str, is_generated: bool) -> None:
    file = read(text.encode(), path)
    assert file is not None and file.projection is not None
    assert bool(file.projection.generated) is is_generated


@pytest.mark.parametrize("host", ["", "registry.terraform.io/", "registry.opentofu.org/"])
def test_a_provider_is_known_by_whatever_registry_its_source_names(host: str) -> None:
    data = (
        f'{{"terraform": {{"required_providers": {{"amazon": {{"source": "{host}hashicorp/aws"}}}}}},'
        ' "provider": {"amazon": {"assume_role": [{"role_arn": "x"}]}}}'
    )
    file = read(data.encode(), "main.tf.json")
    assert file is not None
    (provider,) = Module("", {"main.tf.json": file}).blocks("provider")
    assert [block.type for block in provider.blocks()] == ["assume_role"]
