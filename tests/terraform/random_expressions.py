"""Random expressions that are typed well enough to be worth a value, most of them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

STRINGS = (
    '"a"', '"b-c"', '""', '"10"', '"1.5"', '"true"', '"x y"', '"Äé"', '" p "', '"a,b,,c"',
    '"10.0.0.0/16"', '"A"',
    '"%s"', '"<&>"',
)  # fmt: skip
LISTS = (
    "[]",
    '["a", "b"]',
    "[1, 2, 3]",
    '[1, "a"]',
    '["b", "a", "b"]',
    "[true]",
    '[null, "a"]',
    'toset(["b", "a"])',
)
OBJECTS = (
    "{}",
    "{ a = 1 }",
    '{ a = "x", b = "y" }',
    '{ b = 1, a = "x" }',
    "{ a = null }",
    "tomap({ a = 1, b = 2 })",
)
NUMBERS = ("0.5", "2.25", "1e2", "3", "-1", "0", "7")

# In these, N is a number, S a string, B a bool, P a primitive value, L a list, O an object, A anything;
# s and n are literals.
FORMS = {
    "N": (
        "(N + N)", "(N - N)", "(N * N)", "(N / N)", "(N % N)", "length(A)", "-N", "max(N, N)",
        "floor(N)", "ceil(N)",
        "abs(N)", "index(L, P)", "sum(L)", "tonumber(P)", "(B ? N : N)",
    ),
    "S": (
        '"${P}"', '"x ${P} y"', '"x ${~ P ~} y"', "upper(P)", "lower(S)", "title(S)", "trimspace(S)",
        "join(s, L)",
        'format("%s-%v", A, A)', 'format("%d", P)', "replace(S, s, s)", "substr(S, n, n)", "jsonencode(A)",
        "tostring(P)", "coalesce(P, P)", "element(L, n)", "trimprefix(S, s)", "trim(S, s)", "base64encode(S)",
        "try(A, s)", '"%{ if B }a%{ else }${P}%{ endif }"', '"%{ for k, v in A ~} ${k}=${v} %{ endfor }."',
        "lookup(O, s, P)", 'replace(S, "/[a-z]+/", "<$0>")', 'regex("[a-z]", S)',
    ),
    "B": (
        "(A == A)", "(A != A)", "(N < N)", "(N >= N)", "!B", "(B && B)", "(B || B)", "contains(L, A)",
        "can(A)",
        "startswith(S, s)", "alltrue(L)", "tobool(P)",
    ),
    "L": (
        "[A, A]", "concat(L, L)", "distinct(L)", "flatten(L)", "toset(L)", "tolist(L)", "reverse(L)",
        "sort(L)",
        "split(s, S)", "keys(O)", "values(O)", "[for k, v in A : k]", "[for k, v in A : [k, v]]",
        "[for v in A : v if v != null]", "[for v in L : A if B]", "L[*]", "slice(L, 0, n)", "setunion(L, L)",
        "setsubtract(L, L)", "setintersection(L, L)", "compact(L)", "range(N)", "coalescelist(L, L)",
        "(B ? L : L)",
        "chunklist(L, 2)", 'formatlist("%s!", L)', "setproduct(L, L)", "A[*].a",
    ),
    "O": (
        "{ a = A, (S) = A }", "merge(O, O)", "zipmap(L, L)", "{ for k, v in A : k => v }",
        "{ for k, v in A : v => k... }",
        "tomap(O)", "(B ? O : O)",
    ),
    "A": ("P", "L", "O", "L[n]", "O.a", "O[s]"),
}  # fmt: skip


def expression(r: Random, depth: int, kind: str = "A") -> str:
    """An expression of a kind, as the letters above name them."""
    if kind == "P":
        kind = r.choice("NSSB0")
    literals: dict[str, Callable[[], str]] = {
        "N": lambda: r.choice(NUMBERS),
        "n": lambda: r.choice(NUMBERS),
        "S": lambda: r.choice(STRINGS),
        "s": lambda: r.choice(STRINGS),
        "B": lambda: r.choice(("true", "false")),
        "L": lambda: r.choice(LISTS),
        "O": lambda: r.choice(OBJECTS),
        "0": lambda: "null",
    }
    if kind in literals and (depth <= 0 or kind in "ns0" or r.random() < 0.3):
        return literals[kind]()
    form = r.choice(FORMS[kind])
    return "".join(
        expression(r, depth - 1, letter) if letter in "NSBPLOA" or _is_placeholder(form, at) else letter
        for at, letter in enumerate(form)
    )


def _is_placeholder(form: str, at: int) -> bool:
    """Whether the letter, s or n, stands by itself."""
    around = form[max(at - 1, 0) : at] + form[at + 1 : at + 2]
    return form[at] in "sn" and not any(character.isalnum() or character == "%" for character in around)
