"""Programs are projected and put back without a loss, and edits of the view show up in the program's view."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tffix import parse, quote
from tffix.hcl.layout import formatted
from tffix.hcl.tree import Attribute
from tffix.projection import Refused
from tffix.projection.python import project
from tffix.projection.python.projecting import PythonProjection

from .random_python import programs


def projected(data: bytes) -> PythonProjection:
    found = project(data, "main.py")
    assert found is not None
    return found


@settings(max_examples=60, deadline=None)
@given(programs())
def test_an_unchanged_view_gives_the_same_bytes(data: bytes) -> None:
    program = projected(data)
    assert program.put_back(program.hcl).data == data


@settings(max_examples=60, deadline=None)
@given(programs(), st.data())
def test_what_is_changed_in_the_view_is_changed_in_the_program(data: bytes, choice: st.DataObject) -> None:
    program = projected(data)
    file = parse(program.hcl.encode(), "main.py")
    shown = [body for block in file.blocks("resource", "aws_security_group") for body in block.body.walk()]
    attributes = [one for body in shown for one in body.attributes if one.name not in UNTOUCHED]
    bodies = [body for body in shown if body.owner is not None and body.owner.type != "lifecycle"]
    if not bodies:
        return
    action = choice.draw(st.sampled_from(("set", "remove", "add", "rename")))
    if action == "add" or not attributes:
        added = Attribute.new(f"new_{choice.draw(st.integers(0, 9))}", choice.draw(SOURCES))
        choice.draw(st.sampled_from(bodies)).set(added.name, added.source)
    else:
        attribute = choice.draw(st.sampled_from(attributes))
        if action == "set":
            attribute.set(choice.draw(SOURCES))
        elif action == "rename":
            attribute.rename("renamed")
        else:
            attribute.remove()
    wanted = formatted(file.text)
    try:
        changed = program.put_back(wanted)
    except Refused as refused:
        assert "dictionary" in str(refused)
        return
    compile(changed.data, "main.py", "exec", dont_inherit=True)
    assert in_order(changed.hcl) == in_order(wanted)


UNTOUCHED = ("depends_on", "provider", "create_before_destroy")
SOURCES = st.sampled_from(
    (
        quote("new"),
        quote("it's"),
        quote('say "hi"\n'),
        '"a-${aws_vpc.vpc.id}"',
        "aws_vpc.vpc.arn",
        "[1, aws_vpc.vpc.id]",
        '{ "a" = true }',
        "null",
        "-3",
    )
)


def in_order(hcl: str) -> list[tuple[str, list[str]]]:
    """The attributes of all bodies; their order in a body does not matter."""
    file = parse(hcl.encode(), "main.py")
    bodies = ((body.owner, body.attributes) for body in file.body.walk())
    return [(owner.type if owner else "", sorted(map(in_short, found))) for owner, found in bodies]


def in_short(attribute: Attribute) -> str:
    return f"{attribute.name}={''.join(attribute.source.split())}"
