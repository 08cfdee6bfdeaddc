"""The tables of what AWS and others ask for: that their types and arguments exist."""

import pytest
from tffix_transforms.aws._password_forms import FORMS as PASSWORDS
from tffix_transforms.schema._forms import FORMS
from tffix_transforms.terraform._hidden_order import Order
from tffix_transforms.terraform._hidden_orders import ORDERS

from tffix.facts import schemas

AWS = "hashicorp/aws"


def exists(type_: str, path: str = "") -> bool:
    return bool(schemas.existed_in(AWS, "resource", type_, path))


@pytest.mark.parametrize("order", ORDERS, ids=lambda one: f"{one.later[0]}-{one.sooner[0]}")
def test_an_order_names_what_exists(order: Order) -> None:
    assert order.source and order.why
    if not order.later[0].startswith("aws_"):
        pytest.skip("no facts about this provider")
    for type_ in (*order.later, *order.sooner):
        assert exists(type_), type_
    for tie in order.ties:
        for types, paths in ((order.later, tie.later), (order.sooner, tie.sooner)):
            firsts = [path.partition(">")[0] for path in paths]
            assert all(any(exists(type_, path) for type_ in types) for path in firsts), paths
            assert all(any(exists(type_, path) for path in firsts) for type_ in types), types


@pytest.mark.parametrize(("type_", "path"), FORMS)
def test_a_form_is_that_of_an_argument(type_: str, path: str) -> None:
    assert exists(type_, path)


@pytest.mark.parametrize("type_", PASSWORDS)
def test_a_password_is_an_argument(type_: str) -> None:
    assert exists(type_, PASSWORDS[type_].argument)
