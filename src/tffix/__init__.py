"""tffix: automatic repair and codemods for Terraform.

`parse` reads HCL without losing a byte; `Transform` is the base of every rule. Transforms import what they
need from here and nowhere else: api.py lists it. It is loaded when it is first asked for, so that
`tffix --help` need not wait for it.
"""

from importlib import import_module

TYPE_CHECKING = False  # typing's own would be looked for in the working directory by `python -m tffix`
__version__ = "0.1.0"

if TYPE_CHECKING:
    from .api import *  # noqa: F403
else:  # unknown to type checkers, which then know a misspelt name

    def __getattr__(name: str) -> object:
        api = import_module(".api", __name__)
        if name not in api.__all__:
            raise AttributeError(f"module 'tffix' has no attribute '{name}'")
        return getattr(api, name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *import_module(".api", __name__).__all__})
