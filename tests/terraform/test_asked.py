"""What expressions ask values for by name."""

from __future__ import annotations

from tffix.hcl import parse_leniently
from tffix.terraform.address import Address
from tffix.terraform.asked import names_after, names_asked, names_asked_of, provider_functions
from tffix.terraform.module import Module


def module(text: str) -> Module:
    return Module(".", {"main.tf": parse_leniently(text.encode(), "main.tf")})


def test_names_are_asked_behind_dots_and_in_brackets() -> None:
    found = module('locals {\n  a = x.y[0].b["c"].d\n  e = f(x).g\n  h = "${i.j}"\n}\n')
    assert names_asked(found) == {"y", "b", "c", "d", "g", "j"}
    assert names_after(found) == {"x": {"y"}, "y": {"b"}, "b": {"c"}, "c": {"d"}, "i": {"j"}}


def test_orders_comments_and_what_cannot_be_parsed_ask_nothing() -> None:
    found = module("locals {\n  # a.b\n  depends_on = [c.d]\n  ignore_changes = [e.f]\n  g = h.i +\n}\n")
    assert names_asked(found) == set()


def test_what_is_asked_of_a_call_is_followed() -> None:
    call = 'module "net" {\n  source = "./net"\n  count = 2\n}\n'
    uses = (
        "locals {\n  a = module.net[0].x\n  b = module.net[*].y\n  c = [for one in module.net : one.z]\n}\n"
    )
    address = Address(("module", "net"))
    assert names_asked_of(address, module(call + uses)) == {"x", "y", "z"}
    assert (
        names_asked_of(address, module(call + uses + "locals {\n  d = jsonencode(module.net)\n}\n")) is None
    )
    assert names_asked_of(address, module(call + 'output "o" {\n  depends_on = [module.net]\n}\n')) == set()


def test_functions_of_providers_are_found() -> None:
    found = module('locals {\n  a = provider::demo::shout("x")\n  b = upper("provider::no::such(")\n}\n')
    assert provider_functions(found) == {("demo", "shout")}
