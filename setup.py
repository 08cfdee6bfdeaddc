"""Names the packages: `transforms/` is installed as `tffix_transforms`; pyproject.toml holds the rest."""

from setuptools import find_packages, setup

SHIPPED = ["tffix_transforms", *(f"tffix_transforms.{name}" for name in find_packages("transforms"))]

setup(
    packages=[*find_packages("src"), *SHIPPED],
    package_dir={"": "src", "tffix_transforms": "transforms"},
    package_data={
        "tffix": ["py.typed", "**/*.json", "**/*.lark", "**/*.sqlite", "**/*.toml", "**/*.txt", "**/*.html"],
        "tffix_transforms": ["**/*.json", "**/*.toml", "**/*.txt"],
    },
)
