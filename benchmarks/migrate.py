"""Measures `tffix migrate` over generated repositories: repositories a minute with one process, with two and
with Dask workers, and the most memory that the driver takes.

    python benchmarks/migrate.py --folder /tmp/migrate
    python benchmarks/migrate.py --folder /tmp/migrate --repositories 2000 --phases plan --workers j2
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

MAIN = """\
resource "aws_iam_role" "{name}" {{
  name               = "{name}-role" # one an account
  assume_role_policy = data.aws_iam_policy_document.{name}.json
}}

data "aws_iam_policy_document" "{name}" {{
  statement {{
    actions = ["sts:AssumeRole"]

    principals {{
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }}
  }}
}}

resource "aws_lambda_function" "{name}" {{
  function_name = "{name}"
  role          = aws_iam_role.{name}.arn
  runtime       = "python3.12"
  handler       = "main.handler"
  filename      = "${{path.module}}/{name}.zip"
}}
"""
VERSIONS = """\
terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}
"""
MODULE = """\
variable "name" {{
  type        = string
  description = "The name of the bucket."
}}

resource "aws_s3_bucket" "this" {{
  bucket = var.name
}}

output "arn" {{
  description = "Where it is."
  value       = aws_s3_bucket.this.arn
}}
"""
CALL = """\
module "{name}_store" {{
  source = "./modules/store"
  name   = "{name}-store"
}}
"""
CAMPAIGN = """\
name = "benchmark"
[repositories]
{where}
[limits]
allow-replace = true
"""

WORKERS = {"j1": ["-j1"], "j2": ["-j2"], "dask": ["-j2", "--dask"]}


def generate(folder: Path, number: int) -> Path:
    """Makes so many repositories, if they are not there from an earlier time, and gives their folder."""
    repositories = folder / f"repositories-{number}"
    identity = {
        "GIT_AUTHOR_NAME": "b",
        "GIT_AUTHOR_EMAIL": "b@b",
        "GIT_COMMITTER_NAME": "b",
        "GIT_COMMITTER_EMAIL": "b@b",
    }
    for index in range(number):
        path = repositories / f"service-{index:04}"
        if (path / ".git/refs/heads/main").exists():
            continue
        name = f"service_{index}"
        for file, text in (
            ("main.tf", MAIN.format(name=name)),
            ("versions.tf", VERSIONS),
            ("store.tf", CALL.format(name=name)),
            ("modules/store/main.tf", MODULE.format()),
            ("README.md", f"# {name}\n"),
        ):
            (path / file).parent.mkdir(parents=True, exist_ok=True)
            (path / file).write_text(text)
        for arguments in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", "Begin")):
            subprocess.run(["git", *arguments], cwd=path, check=True, env=os.environ | identity)
    return repositories


def measure(folder: Path, *arguments: str) -> tuple[float, int]:
    """Seconds that the command takes, and the most memory of its driver, in MiB."""
    command = [
        sys.executable,
        "-m",
        "tffix",
        "migrate",
        *arguments,
        "-q",
        "--scratch",
        str(folder / "scratch"),
    ]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env=environment) as process:
        most = 0
        while process.poll() is None:
            most = max(most, *_peak(process.pid))
            time.sleep(0.05)
    if process.returncode > 1:
        raise SystemExit(f"{' '.join(arguments)}: exit code {process.returncode}")
    return time.perf_counter() - started, most


def _peak(process: int) -> Iterator[int]:
    yield 0
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return
    yield from (int(number) >> 10 for number in re.findall(r"VmHWM:\s+(\d+) kB", status))


def run(folder: Path, number: int, phases: list[str], workers: list[str]) -> None:
    repositories = generate(folder, number)
    where = f'paths = ["{repositories}/*"]'
    (folder / "campaign.toml").write_text(CAMPAIGN.format(where=where))
    for kind in workers:
        for path in folder.glob("benchmark.journal*"):
            path.unlink()
        for phase in phases:
            seconds, memory = measure(folder, phase, *WORKERS[kind])
            rate = number / seconds * 60
            print(
                f"{number:5} repositories  {phase:8}  {kind:4}  {seconds:6.1f} s  {rate:6.0f}/min"
                f"  driver {memory} MiB",
                flush=True,
            )
        if "undo" not in phases and "apply" in phases:
            measure(folder, "undo", "-j", "2")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repositories", type=int, nargs="+", default=[200])
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--phases", nargs="+", default=["plan", "apply"])
    parser.add_argument("--workers", nargs="+", default=["j1", "j2", "dask"], choices=list(WORKERS))
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for number in chosen.repositories:
        run(chosen.folder.resolve(), number, chosen.phases, chosen.workers)


if __name__ == "__main__":
    main()
