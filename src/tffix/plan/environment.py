"""The environment of a Terraform that must not reach anything: no credentials, no settings, no network."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

_KEPT: Final = frozenset(("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT", "WINDIR", "COMSPEC"))
_OURS: Final = ("TF_", "CHECKPOINT_")
_NOWHERE: Final = "http://127.0.0.1:9"
_PROXIES: Final = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


def sealed(environ: Mapping[str, str], folder: Path) -> dict[str, str]:
    """What is left of an environment of `validate`: the program's own settings, and what a process needs."""
    kept = {key: value for key, value in environ.items() if key in _KEPT or key.startswith(_OURS)}
    home = folder / "home"
    home.mkdir(exist_ok=True)
    places = dict.fromkeys(("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP"), str(home))
    proxies = {name: _NOWHERE for one in _PROXIES for name in (one, one.lower())}
    return kept | places | proxies | {"NO_PROXY": "", "no_proxy": "", "AWS_EC2_METADATA_DISABLED": "true"}
