"""Objects of providers that compute on the machine: archives, files, random values, times and keys."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tffix.plan import Plan, Planner, Tree
from tffix.plan.local import ANSWERS, Asked
from tffix.plan.setting import Setting
from tffix.plan.values import Maker

from .conftest import needs_terraform

PlanOf = Callable[..., Plan]


def answer(type_name: str, config: dict[str, Any], directory: Path = Path(), number: int = 0) -> Any:
    maker = Maker(type_name, config, Setting(), number)
    return ANSWERS[type_name](Asked(config, maker, directory))


# -- files -----------------------------------------------------------------------------------------------


def test_an_archive_is_another_one_if_something_in_it_is(tmp_path: Path) -> None:
    (tmp_path / "code" / "deep").mkdir(parents=True)
    (tmp_path / "code" / "deep" / "main.py").write_text("one")
    first = answer("archive_file", {"source_dir": "code"}, tmp_path)
    assert answer("archive_file", {"source_dir": "code", "output_path": "x.zip"}, tmp_path) == first
    (tmp_path / "code" / "deep" / "main.py").write_text("two")
    second = answer("archive_file", {"source_dir": "code"}, tmp_path)
    assert second["output_base64sha256"] != first["output_base64sha256"]
    (tmp_path / "code" / "deep" / "main.py").rename(tmp_path / "code" / "main.py")
    assert answer("archive_file", {"source_dir": "code"}, tmp_path)["output_md5"] != second["output_md5"]


def test_hashes_of_an_archive_have_their_form() -> None:
    found = answer("archive_file", {"source": [{"filename": "a.py", "content": "x"}]})
    assert re.fullmatch("[0-9a-f]{32}", found["output_md5"])
    assert re.fullmatch("[0-9a-f]{40}", found["output_sha"])
    assert re.fullmatch("[0-9a-f]{64}", found["output_sha256"])
    assert base64.b64decode(found["output_base64sha256"]).hex() == found["output_sha256"]
    assert base64.b64decode(found["output_base64sha512"]).hex() == found["output_sha512"]
    assert found["output_size"] > 0
    other = answer("archive_file", {"source": [{"filename": "a.py", "content": "y"}]})
    assert other["output_sha256"] != found["output_sha256"]


def test_a_folder_that_leads_into_itself_and_a_pipe_end(tmp_path: Path) -> None:
    import os

    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "again").symlink_to(".")
    os.mkfifo(tmp_path / "pipe")
    assert answer("archive_file", {"source_dir": "."}, tmp_path)["output_size"] > 0


def test_a_file_has_the_hashes_of_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    for config in ({"content": "text"}, {"content_base64": "dGV4dA=="}, {"filename": "a.txt"}):
        found = answer("local_file", config, tmp_path)
        assert found["content"] == "text"
        assert found["content_sha256"] == hashlib.sha256(b"text").hexdigest()
    assert answer("local_file", {"filename": "none.txt"}, tmp_path) == {}


# -- random values ---------------------------------------------------------------------------------------


def test_random_values_are_as_they_are_asked_for() -> None:
    found = answer("random_id", {"byte_length": 4, "prefix": "p-"})
    data = bytes.fromhex(found["hex"].removeprefix("p-"))
    assert len(data) == 4
    assert int(found["dec"].removeprefix("p-")) == int.from_bytes(data, "big")
    assert base64.b64decode(found["b64_std"].removeprefix("p-")) == data
    assert 3 <= answer("random_integer", {"min": 3, "max": 5})["result"] <= 5
    assert len(answer("random_password", {"length": 40})["result"]) == 40
    assert answer("random_shuffle", {"input": ["a", "b"], "result_count": 3})["result"] == ["a", "b", "a"]
    assert re.fullmatch(r"x_\w{5}_\w{5}", answer("random_pet", {"prefix": "x", "separator": "_"})["id"])
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", answer("random_uuid", {})["result"])


def test_the_old_name_of_an_argument_means_the_same() -> None:
    for name in ("number", "numeric"):
        found = answer("random_password", {"length": 8, name: False})
        assert (found["number"], found["numeric"], found["upper"]) == (False, False, True)


def test_two_equal_random_values_differ() -> None:
    one, two = (answer("random_id", {"byte_length": 8}, number=number) for number in (0, 1))
    assert one["hex"] != two["hex"]
    assert answer("random_id", {"byte_length": 8}) == one


# -- times -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({"offset_days": 7}, "2024-02-07T10:00:00Z"),
        ({"offset_months": 1}, "2024-02-29T10:00:00Z"),
        ({"offset_years": -1, "offset_months": -1}, "2022-12-31T10:00:00Z"),
        ({"offset_hours": 3, "offset_minutes": 5, "offset_seconds": 1}, "2024-01-31T13:05:01Z"),
        ({"offset_years": 100_000}, "2024-01-31T10:00:00Z"),
    ],
)
def test_an_offset_is_worked_out(config: dict[str, Any], expected: str) -> None:
    found = answer("time_offset", {"base_rfc3339": "2024-01-31T11:00:00+01:00", **config})
    assert (found["base_rfc3339"], found["rfc3339"]) == ("2024-01-31T10:00:00Z", expected)


def test_a_time_has_its_parts() -> None:
    found = answer("time_static", {"rfc3339": "2030-05-06T07:08:09Z"})
    parts = ("year", "month", "day", "hour", "minute", "second", "unix")
    assert [found[name] for name in parts] == [2030, 5, 6, 7, 8, 9, 1904281689]
    rotating = answer("time_rotating", {"rfc3339": "2030-05-06T07:08:09Z", "rotation_days": 30})
    assert (rotating["day"], rotating["rotation_rfc3339"]) == (6, "2030-06-05T07:08:09Z")


# -- keys ------------------------------------------------------------------------------------------------


def test_keys_have_the_form_of_their_algorithm() -> None:
    rsa, curve = (answer("tls_private_key", {"algorithm": name}) for name in ("RSA", "ED25519"))
    assert rsa["private_key_pem"].startswith("-----BEGIN RSA PRIVATE KEY-----\n")
    assert rsa["public_key_pem"].startswith("-----BEGIN PUBLIC KEY-----\n")
    assert all(len(line) <= 64 for line in rsa["private_key_pem"].splitlines())
    assert rsa["public_key_openssh"].startswith("ssh-rsa ")
    assert curve["public_key_openssh"].startswith("ssh-ed25519 ")
    assert re.fullmatch(r"([0-9a-f]{2}:){15}[0-9a-f]{2}", rsa["public_key_fingerprint_md5"])
    assert answer("tls_public_key", {"private_key_pem": rsa["private_key_pem"]})["algorithm"] == "RSA"


def test_a_certificate_ends_after_its_hours() -> None:
    found = answer("tls_self_signed_cert", {"validity_period_hours": 24})
    assert found["cert_pem"].startswith("-----BEGIN CERTIFICATE-----\n")
    assert (found["validity_start_time"], found["validity_end_time"]) == (
        "2024-01-01T00:00:00Z",
        "2024-01-02T00:00:00Z",
    )


# -- in a plan -------------------------------------------------------------------------------------------

MODULE = """
resource "time_offset" "end" {
  offset_years = 1
}
resource "time_rotating" "key" {
  rotation_days = 30
}
resource "tls_private_key" "key" {
  algorithm = "RSA"
}
resource "tls_self_signed_cert" "ca" {
  private_key_pem       = tls_private_key.key.private_key_pem
  validity_period_hours = 8760
  allowed_uses          = ["cert_signing"]
}
data "tls_certificate" "oidc" {
  url = "https://example.com"
}
data "archive_file" "code" {
  type        = "zip"
  source_file = "${path.module}/main.py"
  output_path = "code.zip"
}
data "http" "page" {
  url = "https://example.com"
  lifecycle {
    postcondition {
      condition     = contains([200, 204], self.status_code)
      error_message = "The page is not there."
    }
  }
}
resource "random_shuffle" "zones" {
  input        = ["a", "b", "c"]
  result_count = 2
}
resource "aws_lambda_function" "f" {
  function_name    = "f"
  role             = "arn:aws:iam::123456789012:role/f"
  filename         = data.archive_file.code.output_path
  source_code_hash = data.archive_file.code.output_base64sha256
}
resource "aws_ssm_parameter" "times" {
  name = "times"
  type = "String"
  value = join(" ", [
    formatdate("YYYY", timeadd(time_offset.end.rfc3339, "24h")),
    formatdate("YYYY", timeadd(time_rotating.key.rotation_rfc3339, "-1h")),
    formatdate("YYYY", tls_self_signed_cert.ca.validity_end_time),
    split(" ", tls_private_key.key.public_key_openssh)[1],
    lookup({ a = 1, b = 2, c = 3 }, random_shuffle.zones.result[1]),
    timecmp(data.tls_certificate.oidc.certificates[0].not_after, "2024-01-02T00:00:00Z"),
  ])
}
"""


@needs_terraform
def test_modules_compute_with_what_these_providers_give(planner: Planner, write: Callable[..., Path]) -> None:
    module = write({"main.tf": MODULE, "main.py": "one"})
    with planner.deployed(Tree(module)) as deployment:
        assert deployment.plan(Tree(module)).is_empty
        (module / "main.py").write_text("two")
        plan = deployment.plan(Tree(module))
    assert [str(one) for one in plan.actions] == ["update aws_lambda_function.f (source_code_hash)"]
