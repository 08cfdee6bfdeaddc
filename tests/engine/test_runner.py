"""The runner: fixes until none is left, rolls back what goes wrong, and says so."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from tffix import Finding, Impact, Module, Refused, parse, parse_block
from tffix.engine import snapshots
from tffix.engine.runner import repair
from tffix.terraform.project import Project

from .helpers import Policy, look, project, renames, rule, run, texts

MAIN = 'resource "a" "b" {\n  one = 1\n}\n'


def test_check_calls_no_fix():
    result = look({"main.tf": MAIN}, renames("r", "one", "two"))
    assert [(one.rule, one.line, one.column, one.fixable) for one in result.found] == [("r", 2, 3, True)]
    assert (result.changes, result.fixed) == ([], [])


def test_fixes_are_made_until_none_is_left_whatever_the_order_of_rules():
    rules = [renames("a", "one", "two"), renames("b", "two", "three"), renames("c", "three", "four")]
    for order in permutations(rules):
        result = run({"main.tf": MAIN}, *order)
        assert texts(result) == {"main.tf": MAIN.replace("one", "four")}
        assert (result.found, result.defects) == ([], [])
        assert [one.rule for one in result.fixed] == ["a", "b", "c"]


def test_what_was_fixed_has_its_place_in_the_file_as_it_was():
    source = "\n".join(MAIN.replace('"b"', f'"b{n}"') for n in range(3))

    def comes_first(block, module):
        if block.labels[1] == "b2" and module.files["main.tf"].source.startswith("resource"):

            def fix():
                block.parent.insert_before(next(iter(block.parent.blocks())), parse_block("locals {\n}\n"))

            yield Finding(block, "wants locals above", fix)

    result = run({"main.tf": source}, rule("first", comes_first), renames("second", "one", "two"))
    assert [(one.rule, one.line) for one in result.fixed] == [
        ("first", 9),
        ("second", 2),
        ("second", 6),
        ("second", 10),
    ]


def test_rules_that_undo_each_other_are_named_and_nothing_of_theirs_is_kept():
    rules = [renames("a", "one", "two"), renames("b", "two", "one"), renames("c", "x", "y")]
    for order in permutations(rules):
        result = run({"main.tf": MAIN + 'resource "a" "c" {\n  x = 1\n}\n'}, *order)
        assert [(one.rule, one.message) for one in result.defects] == [
            ("a, b", "these rules undo each other; none of them was made")
        ]
        assert [one.rule for one in result.fixed] == ["c"]
        assert texts(result)["main.tf"].startswith(MAIN)
        assert result.found[0].reason == "the fixes of this rule never end here"


def test_a_rule_without_end_is_stopped_and_nothing_of_it_is_kept():
    def grows(block, module):
        yield Finding(block, "too small", lambda: block.body.set("one", f"{block.get('one').source}1"))

    for decide in (None, lambda found, changes: True):
        result = run({"main.tf": MAIN}, rule("grows", grows), decide=decide)
        assert [one.message for one in result.defects] == ["its fixes never end; none of them was made"]
        assert (result.changes, result.fixed) == ([], [])


def raises():
    raise KeyError("gone")


@pytest.mark.parametrize(
    ("fix", "message"),
    [
        (raises, "KeyError: 'gone'"),
        (lambda: None, "a fix changes nothing: broken"),
    ],
)
def test_a_fix_that_fails_is_a_defect_and_the_others_are_made(fix, message):
    def broken(block, module):
        if block.labels[1] == "b":
            yield Finding(block, "broken", fix)
        elif block.get("one"):
            yield from renames("x", "one", "two").visit_module(module)

    def only_others(block, module):
        if block.labels[1] == "b":
            yield Finding(block, "broken", fix)
        elif block.get("one"):
            yield Finding(block, "fine", lambda: block.get("one").remove())

    other = MAIN.replace('"b"', '"c"')
    result = run({"main.tf": MAIN + other}, rule("r", only_others))
    assert len(result.defects) == 1
    assert message in result.defects[0].message
    assert texts(result) == {"main.tf": MAIN + other.replace("  one = 1\n", "")}
    assert [(one.message, one.fixable) for one in result.found] == [("broken", False)]


def test_a_fix_that_fails_half_way_is_rolled_back_whole():
    def half(block, module):
        def fix():
            block.body.set("two", "2")
            module.file("new.tf").body.append(parse_block("locals {\n}\n"))
            raise ValueError("half")

        yield Finding(block, "half", fix)

    result = run({"main.tf": MAIN}, rule("half", half))
    assert result.changes == []
    assert "ValueError: half" in result.defects[0].message


def test_a_fix_that_gives_what_does_not_parse_is_rolled_back():
    def breaks(block, module):
        def fix():
            block.opening = " {{\n"

        yield Finding(block, "breaks", fix)

    result = run({"main.tf": MAIN}, rule("breaks", breaks), renames("r", "one", "two"))
    assert "HclSyntaxError: main.tf:1:" in result.defects[0].message
    assert texts(result) == {"main.tf": MAIN.replace("one", "two")}


def test_a_rule_that_cannot_look_at_a_module_is_a_defect_and_the_others_go_on():
    def fails(block, module):
        raise KeyError("x")
        yield

    result = run({"main.tf": MAIN}, rule("fails", fails), renames("r", "one", "two"))
    assert [(one.rule, one.message) for one in result.defects] == [("fails", "failed: KeyError: 'x'")]
    assert len(result.changes) == 1


def test_a_finding_in_another_module_is_a_defect_not_a_crash():
    def elsewhere(block, module):
        for caller, call in module.callers:
            yield Finding(call, f"in {caller.path}")

    files = {"main.tf": 'module "c" {\n  source = "./c"\n}\n', "c/main.tf": MAIN}
    result = look(files, rule("elsewhere", elsewhere))
    assert result.defects[0].rule == "elsewhere"


def test_a_refused_fix_is_left_with_its_reason_and_no_defect():
    def refuses(block, module):
        def fix():
            block.body.set("half", "1")
            raise Refused("two things are named so")

        yield Finding(block, "bad", fix)

    result = run({"main.tf": MAIN}, rule("refuses", refuses))
    assert (result.changes, result.defects) == ([], [])
    assert [(one.fixable, one.reason) for one in result.found] == [(False, "two things are named so")]


def test_the_one_fix_among_many_that_fails_is_found_by_halves(monkeypatch):
    def fixes(block, module):
        def fix():
            if block.labels[1] == "n77":
                raise Refused("not this one")
            block.body.set("done", "true")

        if block.get("done") is None:
            yield Finding(block, f"{block.labels[1]} is not done", fix)

    made = []
    settle = snapshots.Trees.settle

    def counted(*given):
        made.append(1)
        settle(*given)

    monkeypatch.setattr(snapshots.Trees, "settle", counted)
    text = "".join(f'resource "a" "n{n}" {{\n}}\n' for n in range(128))
    result = run({"main.tf": text}, rule("fixes", fixes))
    assert texts(result)["main.tf"].count("done = true") == 127
    assert [(one.address, one.reason) for one in result.found] == [("a.n77", "not this one")]
    assert len(made) < 20


def test_a_fix_that_was_refused_is_tried_again_when_another_has_been_made():
    def needs_two(block, module):
        def fix():
            if block.get("two") is None:
                raise Refused("there is no 'two' yet")
            block.body.set("done", "true")

        if block.get("done") is None:
            yield Finding(block, "not done", fix)

    result = run({"main.tf": MAIN}, rule("a", needs_two), renames("b", "one", "two"))
    assert texts(result) == {"main.tf": 'resource "a" "b" {\n  two  = 1\n  done = true\n}\n'}
    assert result.found == []


def test_a_fix_that_makes_another_of_the_same_rule_pointless():
    def empties(block, module):
        def fix():
            for one in list(module.resources()):
                one.remove()

        yield Finding(block, "remove them all", fix)

    other = MAIN.replace('"b"', '"c"')
    result = run({"main.tf": MAIN + other}, rule("empties", empties))
    assert texts(result) == {"main.tf": ""}
    assert (result.found, result.defects) == ([], [])


def test_new_files_and_files_of_other_modules():
    def moves(block, module):
        if module.file_of(block).path.endswith("main.tf"):

            def fix():
                source = block.text
                block.remove()
                module.file("new.tf").body.append(parse_block(source))

            yield Finding(block, "moves", fix)

    result = run({"m/main.tf": MAIN}, rule("moves", moves))
    old, new = result.changes
    assert (old.path, old.old, old.new) == ("m/main.tf", MAIN.encode(), b"")
    assert (new.path, new.old, new.new) == ("m/new.tf", None, MAIN.encode())
    assert len({one.together for one in result.changes}) == 1


def test_fixes_are_laid_out():
    def sets(block, module):
        if block.get("longer_name") is None:
            yield Finding(block, "set it", lambda: block.body.set("longer_name", "[\n1]"))

    result = run({"main.tf": MAIN}, rule("sets", sets))
    assert texts(result) == {"main.tf": 'resource "a" "b" {\n  one = 1\n  longer_name = [\n  1]\n}\n'}


def test_the_user_decides_and_is_asked_once():
    asked = []

    def decide(found, changes):
        asked.append((found.message, [change.path for change in changes]))
        return found.line != 2

    source = MAIN + MAIN.replace('"b"', '"c"')
    result = run({"main.tf": source}, renames("r", "one", "two"), decide=decide)
    assert asked == [("'one' is 'two' now", ["main.tf"])] * 2
    assert texts(result) == {"main.tf": MAIN + MAIN.replace('"b"', '"c"').replace("one", "two")}
    assert result.found[0].reason == "not wanted"


def test_a_file_that_cannot_be_written_keeps_its_findings_and_the_others_are_fixed():
    policy = Policy(unwritable=lambda path: "is read-only" if path == "a.tf" else "")
    files = {"a.tf": MAIN, "b.tf": MAIN.replace('"b"', '"c"')}
    result = run(files, renames("r", "one", "two"), policy=policy)
    assert list(texts(result)) == ["b.tf"]
    assert [str(error) for error in result.errors] == ["a.tf: is read-only"]
    assert result.found[0].reason == "a.tf: is read-only"


def test_files_that_are_left_alone_are_known_but_neither_told_nor_changed():
    found = project({"a.tf": MAIN, "b.tf": MAIN.replace('"b"', '"c"')})
    found.left_alone["a.tf"] = "excluded"
    result = repair(found, [renames("r", "one", "two")], Policy())
    assert list(texts(result)) == ["b.tf"]
    assert (result.found, result.files) == ([], 1)


class TestHeldBack:
    """Fixes that would replace what is deployed."""

    files = {"main.tf": 'module "c" {\n  source = "./c"\n}\n', "c/main.tf": MAIN}  # noqa: RUF012
    replaces = renames("r", "one", "two", Impact.REPLACE)

    @pytest.mark.parametrize(
        ("deployed", "is_held"),
        [({"module.c.a.b"}, True), ({"a.b"}, False), ({"module.d.a.b"}, False), (set(), False)],
    )
    def test_by_the_address_under_the_root(self, deployed, is_held):
        result = run(self.files, self.replaces, policy=Policy(deployed=frozenset(deployed)))
        assert bool(result.found) == is_held
        if is_held:
            assert "module.c.a.b is deployed" in result.found[0].reason
            assert not result.found[0].fixable

    def test_not_if_the_user_allows_it(self):
        policy = Policy(deployed=frozenset({"module.c.a.b"}), allow_replace=True)
        assert run(self.files, self.replaces, policy=policy).found == []

    def test_not_fixes_that_replace_nothing(self):
        policy = Policy(deployed=frozenset({"module.c.a.b"}))
        assert run(self.files, renames("r", "one", "two", Impact.UPDATE), policy=policy).found == []

    def test_a_finding_has_an_impact_of_its_own(self):
        def finds(block, module):
            one = block.get("one")
            if one:
                yield Finding(one, "bad", one.remove, impact=Impact.REPLACE)

        policy = Policy(deployed=frozenset({"module.c.a.b"}))
        assert len(run(self.files, rule("r", finds), policy=policy).found) == 1

    def test_by_state_files_beside_the_root(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        resource = '{"mode": "managed", "type": "a", "name": "b", "module": "module.c"}'
        state = f'{{"version": 4, "resources": [{resource}]}}'
        other = tmp_path / "terraform.tfstate.d" / "prod"
        other.mkdir(parents=True)
        (other / "terraform.tfstate").write_text(state)
        assert len(run(self.files, self.replaces).found) == 1
        (other / "terraform.tfstate").write_text("")
        assert run(self.files, self.replaces).found == []
        (tmp_path / "terraform.tfstate").write_text("nonsense")
        assert "it is not known what is deployed" in run(self.files, self.replaces).found[0].reason


@pytest.mark.parametrize(
    ("deployed", "is_held"),
    [
        ("aws_iam_role.web", True),
        ("aws_iam_role.stack_web_0A1B2C3D", True),
        ("aws_iam_role.stack_web_0A1B2C3D[0]", True),
        ("aws_iam_role.web_0A1B2C3D", True),
        ("aws_iam_role.stack_cobweb_0A1B2C3D", False),
        ("aws_iam_role.stack_web", False),
        ("aws_iam_user.stack_web_0A1B2C3D", False),
    ],
)
def test_constructs_of_a_program_are_known_in_its_state(deployed: str, is_held: bool, tmp_path: Path) -> None:
    type_, _, name = deployed.partition(".")
    state = {"mode": "managed", "type": type_, "name": name.partition("[")[0]}
    (tmp_path / "terraform.app.tfstate").write_text(json.dumps({"version": 4, "resources": [state]}))
    path = f"{tmp_path}/main.py"
    file = parse(b'resource "aws_iam_role" "web" {\n  one = 1\n}\n', path)
    found = Project(alone=True)
    found.modules[path] = Module(path, {"main.py": file}, language="python")
    replaces = renames("r", "one", "two", Impact.REPLACE)
    type(replaces).languages = frozenset(("hcl", "python"))
    result = repair(found, [replaces], Policy())
    assert bool(result.changes) is not is_held


def test_a_fix_that_looks_again_sees_what_other_fixes_have_done():
    """Two outputs, each removed unless it is the last one: whoever forgets an edit would remove both."""

    def visit(block, module):
        for output in module.blocks("output"):

            def fix(output=output):
                if len(module.blocks("output")) > 1:
                    output.remove()

            yield Finding(output, f"too many: {output.labels[0]}", fix)

    files = {"main.tf": MAIN, "outputs.tf": 'output "a" {\n  value = 1\n}\n\noutput "b" {\n  value = 2\n}\n'}
    result = run(files, rule("r", visit))
    assert texts(result) == {"outputs.tf": 'output "b" {\n  value = 2\n}\n'}


def test_a_fix_sees_what_other_fixes_have_done_to_references_and_to_another_module():
    def visit(block, module):
        caller = module.callers[0][0]

        def fix():
            assert len(caller.references_to("local.x")) == 1
            caller.blocks("module")[0].body.set("depends_on", "[local.x]")
            assert len(caller.references_to("local.x")) == 2
            block.body.set("one", "local.y")
            assert [one.block for one in module.references_to("local.y")] == [block]

        if block.get("one").source != "local.y":
            yield Finding(block, "x", fix)

    files = {"main.tf": 'module "m" {\n  source = "./m"\n  y      = local.x\n}\n', "m/main.tf": MAIN}
    result = run(files, rule("r", visit))
    assert not result.defects and set(texts(result)) == {"main.tf", "m/main.tf"}
