"""What speaks against an edit: hidden mentions, files that are not known, an old Terraform."""

import pytest

from tffix import Module, hidden_mention, is_tested, knows, parse, why_unsure


def module(text: str = "", opaque: dict[str, str] | None = None, name: str = "main.tf") -> Module:
    return Module(".", {name: parse(text.encode(), name)}, opaque)


def test_a_mention_is_a_whole_word() -> None:
    found = module(opaque={"x.tfvars": "name = 1\n", "tests/a.tftest.hcl": "a = aws_vpc.main.id\n"})
    assert hidden_mention("name", found) == "x.tfvars"
    assert hidden_mention("nam", found) is None
    assert hidden_mention("aws_vpc.main", found) == "tests/a.tftest.hcl"
    assert hidden_mention("main-2", found) is None
    assert is_tested("aws_vpc.main", found)
    assert not is_tested("name", found)


def test_what_makes_a_module_unsure() -> None:
    assert why_unsure(module()) == ""
    assert "override.tf" in why_unsure(module(name="override.tf"))
    broken = module()
    broken.unreadable = ["broken.tf"]
    assert why_unsure(broken) == "broken.tf cannot be read"


@pytest.mark.parametrize(
    ("required", "known"),
    [(">= 1.0", True), ("~> 1.2.0", False), (">= 1.1, < 1.3", False), ("~> 1.3", True), ("nonsense", False)],
)
def test_the_terraform_that_is_asked_for(required: str, known: bool) -> None:
    assert knows(">= 1.3", module(f'terraform {{\n  required_version = "{required}"\n}}\n')) is known
    assert knows(">= 1.3", module())
