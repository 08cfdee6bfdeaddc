"""What the documentation site adds to docs/, as hooks of MkDocs: see mkdocs.yml, scripts/docs."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

_LINK = re.compile(r"(?<=\]\()(\.\./[^)\s#]+)")


def on_config(config: Any) -> Any:
    """Puts a page for each rule into the navigation."""
    pages = sorted(path.name for path in Path(config["docs_dir"], "rules").glob("*.md"))
    rules = next(entry for entry in config["nav"] if "Rules" in entry)
    rules["Rules"] = ["rules/README.md", *(f"rules/{name}" for name in pages if name != "README.md")]
    return config


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Leads links to files outside of docs/ to the repository. A file that is not there is an error."""
    root = Path(config["docs_dir"]).parent
    folder = posixpath.join("docs", posixpath.dirname(page.file.src_uri))

    def linked(match: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(folder, match[1]))
        if path.startswith("docs/"):
            return match[1]
        if not (root / path).exists():
            raise FileNotFoundError(f"{page.file.src_uri} links to {path}, which does not exist")
        return f"{config['repo_url']}/{'tree' if (root / path).is_dir() else 'blob'}/main/{path}"

    return _LINK.sub(linked, markdown)
