"""What is true of providers and clouds: schemas by version, managed policies, regions, zones and API enums.

The facts come from registry packages (see `tools/build_facts.py`) and lie in one SQLite file beside this
module. Importing anything here opens nothing; the first question does.
"""

from . import aws, iam, managed_policies, relations, schemas, versions

__all__ = ["aws", "iam", "managed_policies", "relations", "schemas", "versions"]
