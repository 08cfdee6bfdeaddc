"""Measures how the time of every rule grows with the size of what it looks at.

    python benchmarks/scaling.py [--size 2500] [--steps 3] [--shape NAME...] [--rule NAME...] [--apply]

Makes modules of each shape with N, 2N, 4N… blocks, in one file and in many, and runs every rule of every
profile on them, one at a time: its check or, with --apply, its fixes. What all rules share (references and
the like) is worked out before, and timed by itself. Prints what took longest at the largest size and how
its time grew with each doubling; whatever grows faster than n log n is marked, and the exit code is then 1.
Times are of the processor; what takes less than --floor seconds at the end is not judged.
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from tffix import Transform
from tffix.engine.policy import Policy
from tffix.engine.runner import check, repair
from tffix.rules.registry import transforms
from tffix.terraform.project import Project, read_project

LIMIT = 2.6
"""How much longer twice as much may take: n log n is a little above 2, the square is 4."""

HEAD = """terraform {
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

# Blocks that are repeated, `@n` standing for the number of the repetition, `@before` for the one before it,
# `@ring` for the same with the last before the first, `@far` for some other. `--- folder` begins a module.
SHAPES = {
    "chain": """
resource "aws_sns_topic" "t@n" {
  name         = "t@n"
  display_name = aws_sns_topic.t@before.arn
}
""",
    "circles": """
resource "aws_sns_topic" "t@n" {
  name         = "t@n"
  display_name = aws_sns_topic.t@ring.arn
}

resource "aws_sqs_queue" "q@n" {
  name       = "q@n"
  depends_on = [aws_sqs_queue.r@n]
}

resource "aws_sqs_queue" "r@n" {
  name   = "r@n"
  policy = aws_sqs_queue.q@n.arn
}
""",
    "names": """
resource "aws_iam_role" "r@n" {
  name = "role-@n"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } }]
  })
}

resource "aws_iam_instance_profile" "p@n" {
  name = "profile-@n"
  role = "role-@far"
}
""",
    "policies": """
resource "aws_iam_role" "r@n" {
  name_prefix        = "role-@n"
  assume_role_policy = file("trust.json")
}

data "aws_iam_policy_document" "d@n" {
  statement {
    actions   = ["s3:GetObject", "s3:ListBukket"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "p@n" {
  policy = data.aws_iam_policy_document.d@n.json
}

resource "aws_iam_role_policy_attachment" "a@n" {
  role       = aws_iam_role.r@n.name
  policy_arn = aws_iam_policy.p@n.arn
}
""",
    "groups": """
resource "aws_security_group" "g@n" {
  name   = "g@n"
  vpc_id = "vpc-1"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group_rule" "r@n" {
  type                     = "ingress"
  from_port                = 443
  to_port                  = 443
  protocol                 = "tcp"
  security_group_id        = aws_security_group.g@n.id
  source_security_group_id = aws_security_group.g@far.id
}
""",
    "buckets": """
resource "aws_s3_bucket" "b@n" {
  bucket = "bucket-@n"
  acl    = "private"

  versioning {
    enabled = true
  }

  replication_configuration {
    role = "arn:aws:iam::123456789012:role/r"

    rules {
      status = "Enabled"

      destination {
        bucket = aws_s3_bucket.b@far.arn
      }
    }
  }
}

resource "aws_s3_bucket_policy" "b@n" {
  bucket = aws_s3_bucket.b@n.id
  policy = file("policy.json")
}
""",
    "networks": """
resource "aws_vpc" "v@n" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "s@n" {
  vpc_id                  = aws_vpc.v@n.id
  cidr_block              = "10.1.1.0/24"
  availability_zone       = "us-east-1a"
  map_public_ip_on_launch = true
}

resource "aws_nat_gateway" "n@n" {
  subnet_id     = aws_subnet.s@n.id
  allocation_id = "eipalloc-1"
}

resource "aws_instance" "i@n" {
  ami           = "ami-0abc1234"
  instance_type = "t2.nano"
  subnet_id     = aws_subnet.s@n.id
}

resource "aws_lb" "l@n" {
  name    = "l@n"
  subnets = [aws_subnet.s@n.id]
}

resource "aws_lb_listener" "l@n" {
  load_balancer_arn = aws_lb.l@n.arn
  port              = 443
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.t@n.arn
  }
}

resource "aws_lb_target_group" "t@n" {
  name     = "t@n"
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.v@n.id
}
""",
    "services": """
resource "aws_lambda_function" "f@n" {
  function_name = "f@n"
  runtime       = "python3.7"
  handler       = "main.handler"
  filename      = "f@n.zip"
  role          = "arn:aws:iam::123456789012:role/r@n"
}

resource "aws_cloudwatch_log_group" "g@n" {
  name = "/aws/lambda/f@far"
}

resource "aws_db_instance" "d@n" {
  identifier     = "d@n"
  engine         = "mysql"
  instance_class = "db.t3.micro"
  username       = "admin"
  password       = "hunter2-@n"
}

resource "aws_cloudtrail" "c@n" {
  name           = "c@n"
  s3_bucket_name = aws_s3_bucket.b@n.id
}

resource "aws_s3_bucket" "b@n" {
}

resource "aws_ssm_parameter" "p@n" {
  name  = "/p@n"
  type  = "String"
  value = "secret-@n"
}

resource "aws_launch_configuration" "l@n" {
  image_id      = "ami-0abc1234"
  instance_type = "t3.micro"
}

resource "aws_autoscaling_group" "a@n" {
  launch_configuration = aws_launch_configuration.l@n.name
  min_size             = 1
  max_size             = 1
}
""",
    "declarations": """
variable "v@n" {
  default = "a@n"
}

locals {
  l@n = "${var.v@n}"
}

output "o@n" {
  value = local.l@n
}
""",
    "locals": """
locals {
  l@n = "${local.l@before}-@n"
}
""",
    "modules": """
module "m@n" {
  source = "./m@n"
  name   = "name-@n"
}

--- m@n
variable "name" {
  type = string
}

resource "aws_iam_user" "one" {
  name = var.name
}

output "arn" {
  value = aws_iam_user.one.arn
}
""",
    "calls": """
module "m@n" {
  source = "./one"
  name   = "name-@n"
}
""",
    "others": """
resource "helm_release" "h@n" {
  name  = "h@n"
  chart = "nginx"

  set {
    name  = "a"
    value = "b"
  }
}

resource "kubernetes_namespace" "n@n" {
  metadata {
    name = "n@n"
  }
}

resource "google_storage_bucket" "g@n" {
  name = "g@n"
}
""",
}  # fmt: skip

CALLED = """variable "name" {
}

resource "aws_iam_user" "one" {
  name = var.name
}
"""


def modules_of(shape: str, size: int) -> dict[str, list[str]]:
    """The texts of the modules of a shape, by folder, in pieces: about ``size`` blocks in all."""
    text = SHAPES[shape]
    count = max(1, size // len(re.findall(r"^\w.*\{$", text, re.M)))
    found: dict[str, list[str]] = {"": [HEAD], "one": [CALLED]}
    for n in range(count):
        numbers = {"n": n, "before": n - 1, "ring": (n - 1) % count, "far": n * 7 % count}
        piece = re.sub(r"@(n|before|ring|far)\b", lambda name: str(numbers[name[1]]), text)  # noqa: B023
        folder = ""
        for number, part in enumerate(piece.split("--- ")):
            if number:
                folder, _, part = part.partition("\n")
            found.setdefault(folder, []).append(part)
    return found


def write(folder: Path, shape: str, size: int, in_many: bool) -> None:
    """The modules of a shape below a folder: one file for each, or one for every ten pieces."""
    for module, pieces in modules_of(shape, size).items():
        (folder / module).mkdir(exist_ok=True)
        step = 10 if in_many else len(pieces)
        for number in range(0, len(pieces), step):
            (folder / module / f"main{number}.tf").write_text("\n".join(pieces[number : number + step]))


def seconds(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


def warm(project: Project) -> None:
    """Works out what rules share."""
    for module in project.modules.values():
        module.references_to("var.none")
        module.blocks("resource")


def measure(folder: Path, rules: Sequence[Transform], apply: bool) -> dict[str, float]:
    """How long each rule takes on the module in a folder, and what comes before them."""
    times: dict[str, float] = {}
    project = Project()

    def read() -> None:
        nonlocal project
        project = read_project([str(folder)], alone=True)

    times["(read)"] = seconds(read)
    assert not project.errors, project.errors[0]
    times["(references)"] = seconds(lambda: warm(project))
    for rule in rules:
        result = check(project, [rule], Policy(allow_replace=True))  # what it remembers is warm then
        if result.defects:
            print(f"{rule.name}: {result.defects[0].message}", file=sys.stderr)
        if not apply:
            for module in project.modules.values():
                module.files = dict(module.files)  # forgets what is worked out of it
            times[rule.name] = seconds(lambda: check(project, [rule], Policy(allow_replace=True)))  # noqa: B023
        elif any(found.fixable for found in result.found):
            times[rule.name] = seconds(lambda: repair(project, [rule], Policy(allow_replace=True)))  # noqa: B023
            read()
            warm(project)
    return times


def report(name: str, sizes: Sequence[int], series: Sequence[dict[str, float]], floor: float) -> int:
    """Prints what took long; returns how many grew too fast."""
    faults = 0
    for rule in sorted(series[-1], key=lambda one: -series[-1][one]):
        times = [one.get(rule, 0.0) for one in series]
        if times[-1] < floor:
            break
        ratios = [after / before if before else 0 for before, after in pairwise(times)]
        is_fault = ratios[-1] > LIMIT
        faults += is_fault
        shown = "  ".join(f"{ratio:4.1f}" for ratio in ratios)
        print(f"  {'!' if is_fault else ' '} {rule:44} {times[-1]:7.2f} s   x {shown}")
    print(
        f"{name}: {sizes[-1]} blocks, {sum(series[-1].values()):.2f} s, {faults} too fast growing", flush=True
    )
    return faults


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--size", type=int, default=2500, help="the smallest")
    arguments.add_argument("--steps", type=int, default=3, help="how many sizes, each twice the one before")
    arguments.add_argument("--shape", action="append", choices=[*SHAPES])
    arguments.add_argument("--rule", action="append")
    arguments.add_argument("--apply", action="store_true", help="make the fixes")
    arguments.add_argument("--floor", type=float, default=0.2, help="seconds that are not judged")
    arguments.add_argument("--files", choices=("one", "many"), action="append")
    given = arguments.parse_args()
    gc.disable()  # what it costs comes at any time, and not to what makes the garbage
    sizes = [given.size * 2**step for step in range(given.steps)]
    rules = [one() for name, one in transforms().items() if not given.rule or name in given.rule]
    faults = 0
    for name in given.shape or SHAPES:
        for files in given.files or ("one", "many"):
            series = []
            for size in sizes:
                gc.collect()
                with tempfile.TemporaryDirectory() as folder:
                    write(Path(folder), name, size, files == "many")
                    series.append(measure(Path(folder), rules, given.apply))
            faults += report(f"{name}, {files}", sizes, series, given.floor)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
