"""Entry points are read from their files, and are those that importlib.metadata finds."""

from importlib import metadata
from pathlib import Path

import pytest

from tffix.rules import registry


def by_metadata() -> set[str]:
    return {point.value for point in metadata.entry_points(group=registry.GROUP)}


def test_the_installed_entry_points_are_those_of_importlib_metadata() -> None:
    found = registry._entry_points()
    assert found["tffix_transforms"] == "tffix"
    assert set(found) == by_metadata()


@pytest.mark.parametrize(
    "text",
    [
        "[tffix.transforms]\nown = other_rules\n",
        "[console_scripts]\nx = y:z\n\n[tffix.transforms]\na = other_rules\nb = more.rules\n\n[x]\nc = d\n",
        "[tffix.transforms]\r\na = other_rules\r\n",
        "[tffix.transforms]\na=other_rules\n# b = c\n\n  d  =  more_rules  \n",
        "[ console_scripts ]\nx = y:z\n",
        "",
    ],
)
@pytest.mark.parametrize("kind", ["dist-info", "egg-info"])
def test_entry_points_of_another_package_are_those_of_importlib_metadata(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, kind: str
) -> None:
    folder = tmp_path / f"other_rules-1.0.{kind}"
    folder.mkdir()
    (folder / "entry_points.txt").write_text(text, newline="")
    name = "METADATA" if kind == "dist-info" else "PKG-INFO"
    (folder / name).write_text("Metadata-Version: 2.1\nName: other_rules\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert set(registry._entry_points()) == by_metadata()
