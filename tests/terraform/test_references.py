"""References: who refers to what, over all files of a module, and how they are rewritten."""

from __future__ import annotations

from tffix import Module, Reference

from .modules import module


def where(m: Module, address: str) -> list[str]:
    """Where an address is referred to: file, attribute and what follows the address."""
    return [f"{r.file.path}:{r.attribute.name}{r.rest}" for r in m.references_to(address)]


def test_references_across_files() -> None:
    m = module(
        main='resource "aws_vpc" "main" {}\nresource "aws_subnet" "a" {\n  vpc_id = aws_vpc.main.id\n}\n',
        outputs='output "id" {\n  value = "x-${aws_vpc.main.arn}"\n}\n',
    )
    assert where(m, "aws_vpc.main") == ["main.tf:vpc_id.id", "outputs.tf:value.arn"]
    assert where(m, "aws_subnet.a") == []
    (first, _) = m.references_to("aws_vpc.main")
    assert isinstance(first, Reference) and first.block.labels == ("aws_subnet", "a")


def test_references_in_every_place() -> None:
    m = module(
        main="""
resource "a" "r" {
  for_each   = toset(var.x)
  text       = <<-EOT
    ${var.x[0]} %{ if var.x != null }yes%{ endif }
  EOT
  depends_on = [a.other, module.m, data.d.d]

  nested {
    deeper {
      value = var.x
    }
  }

  lifecycle {
    replace_triggered_by = [a.other.id]
    ignore_changes       = [a.other, tags]

    precondition {
      condition     = var.x != ""
      error_message = "no ${var.x}"
    }
  }
}

moved {
  from = a.old
  to   = a.other
}

import {
  to = a.other
  id = var.x
}

removed {
  from = a.gone
}

check "c" {
  assert {
    condition     = var.x == "y"
    error_message = "z"
  }
}
"""
    )
    assert len(m.references_to("var.x")) == 8
    assert where(m, "a.other") == [
        "main.tf:depends_on",
        "main.tf:replace_triggered_by.id",
        "main.tf:to",
        "main.tf:to",
    ]
    assert where(m, "a.old") == ["main.tf:from"]
    assert where(m, "a.gone") == ["main.tf:from"]
    assert where(m, "module.m") == ["main.tf:depends_on"]
    assert where(m, "data.d.d") == ["main.tf:depends_on"]


def test_providers_and_types_are_no_references() -> None:
    m = module(
        main="""
terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.west]
    }
  }
}

variable "v" {
  type = object({ a = optional(string, "x") })
}

resource "aws_vpc" "v" {
  provider = aws.west
}

module "m" {
  source    = "./m"
  providers = { aws = aws.west }
  provided  = aws.west
}
"""
    )
    assert [str(reference.address) for reference in m.references] == ["aws.west"]
    assert where(m, "aws.west") == ["main.tf:provided"]


def test_names_bound_by_for_and_dynamic_are_no_references() -> None:
    m = module(
        main="""
resource "a" "r" {
  list = [for ingress in var.rules : ingress.port]

  dynamic "ingress" {
    for_each = var.rules

    content {
      port = ingress.value.port
      cidr = [for i in ingress.value.cidrs : i.x]

      dynamic "inner" {
        for_each = ingress.value.all
        iterator = it

        content {
          a = it.value.a
          b = inner.value.b
          c = ingress.key.c
        }
      }
    }
  }

  ingress = ingress.real.id
}
"""
    )
    found = [str(reference.address) for reference in m.references]
    assert found == ["var.rules", "ingress.real", "var.rules", "inner.value"]


def test_redirect_rewrites_every_reference() -> None:
    m = module(
        main='r "x" {\n  a = f(aws_vpc.old.id, "${aws_vpc.old.id}-${aws_vpc.old.b}", [aws_vpc.old[0]])\n}\n',
        other='r "y" {\n  b = aws_vpc.old\n  c = aws_vpc.older.id\n}\n',
    )
    m.redirect(m.references_to("aws_vpc.old"), lambda reference: f"aws_vpc.new{reference.rest}")
    assert m.files["main.tf"].text == (
        'r "x" {\n  a = f(aws_vpc.new.id, "${aws_vpc.new.id}-${aws_vpc.new.b}", [aws_vpc.new[0]])\n}\n'
    )
    assert m.files["other.tf"].text == 'r "y" {\n  b = aws_vpc.new\n  c = aws_vpc.older.id\n}\n'
    assert m.references_to("aws_vpc.old") == []
    assert len(m.references_to("aws_vpc.new")) == 5


def test_redirect_of_references_inside_references() -> None:
    text = "locals {\n  a = f(local.m[local.m.k].x[local.m[local.m[0]].y], local.m)\n}\n"
    m = module(main=text)
    m.redirect(m.references_to("local.m"), lambda reference: f"local.longer{reference.rest}")
    assert m.files["main.tf"].text == text.replace("local.m", "local.longer")


def test_changes_are_seen_at_once() -> None:
    m = module(main='resource "a" "b" {\n  x = var.y\n}\n')
    assert len(m.references) == 1
    m.resources("a")[0].remove()
    assert m.references == [] and m.resources() == [] and m.resource("a", "b") is None


def test_blocks_by_type_and_labels() -> None:
    m = module(
        main='resource "a" "x" {}\nresource "b" "y" {}\ndata "a" "x" {}\n',
        other='resource "a" "z" {}\nlocals {}\n',
    )
    assert [block.labels[1] for block in m.resources("a")] == ["x", "z"]
    assert [block.labels[1] for block in m.resources("b", "a")] == ["y", "x", "z"]
    assert len(m.resources()) == 3
    assert len(m.blocks("data", "a", "x")) == 1 and m.blocks("data", "b") == []
    resource = m.resource("a", "z")
    assert resource is not None and m.file_of(resource) is m.files["other.tf"]


def test_place_of_an_item() -> None:
    m = module(main='\nresource "a" "b" {\n  # c\n  x = 1\n}\n')
    block = m.resources()[0]
    attribute = block.get("x")
    assert attribute is not None
    assert m.place(block) == ("main.tf", 2, 1)
    assert m.place(attribute) == ("main.tf", 4, 3)


def test_text_that_is_read_for_evidence_only() -> None:
    m = module(main="")
    m.opaque = {"x.tf.json": '{"a": "aws_vpc.main"}', "b.tfvars": "name = 1"}
    assert m.mentioned_elsewhere("aws_vpc.main") == "x.tf.json"
    assert m.mentioned_elsewhere("aws_vpc.other") is None


def test_references_in_the_quotes_of_an_old_depends_on() -> None:
    m = module(
        main="""
resource "a" "r" {
  name       = "a.other"
  depends_on = ["a.other", b.c, "module.m", "data.d.d[0]", "no reference", "${a.other}"]
}
"""
    )
    assert where(m, "a.other") == ["main.tf:depends_on", "main.tf:depends_on"]
    assert where(m, "module.m") == ["main.tf:depends_on"]
    assert where(m, "data.d.d") == ["main.tf:depends_on[0]"]

    m.redirect(m.references_to("a.other"), lambda reference: f"a.renamed{reference.rest}")
    m.redirect(m.references_to("data.d.d"), lambda reference: f"data.d.e{reference.rest}")
    assert (
        '["a.renamed", b.c, "module.m", "data.d.e[0]", "no reference", "${a.renamed}"]'
        in m.files["main.tf"].text
    )
    assert 'name       = "a.other"' in m.files["main.tf"].text
