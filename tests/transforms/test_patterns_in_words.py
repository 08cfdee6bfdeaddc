"""What the patterns of AWS's API ask for, in words."""

import pytest
from tffix_transforms.schema._patterns import impossible, told


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"[\w+=,.@-]+", "letters, digits and any of +,.=@_-"),
        (r"^[a-z0-9-]+$", "lower-case letters, digits and -"),
        (r"[A-Z]*", "capital letters"),
        (r"[a-zA-Z0-9 _.-]+", "letters, digits, spaces and any of ._-"),
        (r"[\w\s]+", "letters, digits, white space and _"),
        (r"[A-Za-z0-9]{1,35}", "1 to 35 letters and digits"),
        (r"[a-zA-Z][a-zA-Z0-9_]*", "letters, digits and _, and at the beginning only letters"),
        (r"[a-f0-9]+", "what matches [a-f0-9]+"),
        (r"[^ ]+", "what matches [^ ]+"),
        (r"sg-[0-9a-z]*", "what matches sg-[0-9a-z]*"),
    ],
)
def test_a_set_of_characters_is_told_in_words_and_all_else_as_it_is(pattern: str, words: str) -> None:
    assert told(pattern) == words


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"[\w+=,.@-]+", "web server", " "),
        (r"[a-z][a-z0-9-]{1,61}[a-z0-9]", "web-Server", "S"),
        (r"[\w-]+", "größe", "ö"),
        (r"[a-z][a-z0-9-]*", "9-lives", None),
    ],
)
def test_a_character_is_impossible_where_no_place_takes_it(
    pattern: str, text: str, found: str | None
) -> None:
    match = impossible(pattern)
    assert match is not None
    first = match.search(text)
    assert (first[0] if first else None) == found


def test_nothing_is_known_of_the_characters_of_other_patterns() -> None:
    assert impossible(r"(?!-)[a-z-]+") is None
    assert impossible(r"alias/[a-z]+") is None
