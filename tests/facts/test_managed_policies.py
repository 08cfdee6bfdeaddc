"""Managed policies: which exist, what they say, and which one a wrong ARN means."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import tffix.facts
from tffix.facts import database, managed_policies
from tffix.facts.managed_policies import (
    PREFIX,
    document,
    exists,
    names,
    nearest,
    successor,
    was_withdrawn,
)


def test_a_policy_exists_only_under_its_whole_arn() -> None:
    assert exists("arn:aws:iam::aws:policy/service-role/AWS_ConfigRole")
    assert not exists("arn:aws:iam::aws:policy/AWS_ConfigRole")
    assert not exists("arn:aws:iam::aws:policy/service-role/aws_configrole")
    assert not exists("AWS_ConfigRole")
    assert not exists("")


def test_policies_of_other_partitions_are_not_known() -> None:
    assert exists("arn:aws:iam::aws:policy/AdministratorAccess")
    assert not exists("arn:aws-us-gov:iam::aws:policy/AdministratorAccess")
    assert nearest("arn:aws-us-gov:iam::aws:policy/AdministratorAcces") is None


def test_names_are_without_paths() -> None:
    assert {"AdministratorAccess", "AWS_ConfigRole", "AWSLambdaBasicExecutionRole"} <= names()
    assert len(names()) > 1500
    assert not any("/" in name for name in names())


def test_a_document_is_the_policys_json() -> None:
    administrator = document("arn:aws:iam::aws:policy/AdministratorAccess")
    assert administrator is not None
    assert administrator["Version"] == "2012-10-17"
    assert administrator["Statement"] == [{"Action": "*", "Effect": "Allow", "Resource": "*"}]
    assert document("arn:aws:iam::aws:policy/NoSuchPolicy") is None


def test_every_document_can_be_read() -> None:
    for arn in managed_policies._arns().values():
        policy = document(arn)
        assert policy is not None
        assert policy["Statement"]


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("service-role/ConfigRole", "service-role/AWS_ConfigRole"),
        ("service-role/AWSConfigRole", "service-role/AWS_ConfigRole"),
        ("AWSLambdaBasicExecutionRole", "service-role/AWSLambdaBasicExecutionRole"),
        ("service-role/AmazonSSMManagedInstanceCore", "AmazonSSMManagedInstanceCore"),
        ("AWSLambdaFullAccess", "AWSLambda_FullAccess"),
        ("ReadonlyAccess", "ReadOnlyAccess"),
        ("AWSEKSClusterPolicy", "AmazonEKSClusterPolicy"),
        ("AmazonEKSClustrePolicy", "AmazonEKSClusterPolicy"),
        ("AmazonSNSFullAcess", "AmazonSNSFullAccess"),
        ("AdministratorAccess", "AdministratorAccess"),
    ],
)
def test_the_evident_policy_is_found(wrong: str, meant: str) -> None:
    assert nearest(PREFIX + wrong) == PREFIX + meant


@pytest.mark.parametrize(
    "unknown",
    [
        "AmazonXQSFullAccess",  # one letter from SNS, SQS and SES
        "AmazonInspector3FullAccess",  # a version is never guessed
        "AWSOpsWorksFullAccess",  # withdrawn, and nothing took its name
        "AmazonSNS",
        "",
    ],
)
def test_nothing_is_guessed_that_is_not_evident(unknown: str) -> None:
    assert nearest(PREFIX + unknown) is None


def test_a_customers_own_policy_means_itself() -> None:
    assert nearest("arn:aws:iam::123456789012:policy/AdministratorAcces") is None


def test_names_that_exist_are_not_taken_for_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    known = dict(managed_policies._arns())
    confused = set()
    for name, arn in known.items():
        rest = {other: path for other, path in known.items() if other != name}
        monkeypatch.setattr(managed_policies, "_arns", lambda rest=rest: rest)
        if nearest(arn) is not None:
            confused.add(name)
    # These two differ in the vendor word alone.
    assert confused == {"AWSSecurityAgentWebAppPolicy", "SecurityAgentWebAppPolicy"}


def test_the_facts_name_their_sources() -> None:
    sources = database.sources()
    assert ("moto", "AWS managed policies") in {(source.package, source.holds) for source in sources}
    assert all(source.version[0].isdigit() for source in sources)


def test_importing_the_facts_opens_nothing() -> None:
    program = (
        "import pkgutil, importlib, tffix.facts as facts\n"
        "for module in pkgutil.iter_modules(facts.__path__, 'tffix.facts.'):\n"
        "    importlib.import_module(module.name)\n"
        "from tffix.facts import database; assert not database._open"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": _source_root()})


def test_a_forked_child_opens_its_own_connection() -> None:
    program = (
        "import os; from tffix.facts import database, managed_policies, schemas\n"
        "parent = database.connection(); version = schemas.versions('hashicorp/aws')[0]\n"
        "schemas.schema('hashicorp/aws', version, 'resource', 'aws_vpc')\n"
        "kept = set(map(id, schemas._find('hashicorp/aws', version))); pid = os.fork()\n"
        "if pid == 0:\n"
        "    own = database.connection() is not parent and id(parent) not in kept\n"
        "    known = managed_policies.exists('arn:aws:iam::aws:policy/AdministratorAccess')\n"
        "    known = known and schemas.schema('hashicorp/aws', version, 'resource', 'aws_subnet')\n"
        "    os._exit(0 if own and known else 1)\n"
        "assert os.waitpid(pid, 0)[1] == 0"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": _source_root()})


def test_the_facts_are_read_from_a_zip_archive_too(tmp_path: Path) -> None:
    archive = tmp_path / "tffix.zip"
    folder = Path(tffix.facts.__path__[0])
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr("tffix/__init__.py", "")
        for file in folder.iterdir():
            if file.is_file():
                zipped.write(file, f"tffix/facts/{file.name}")
    program = (
        "from tffix.facts import managed_policies as m\n"
        "assert '.zip' in m.__file__ and m.exists(m.PREFIX + 'AdministratorAccess')"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": str(archive)})


def _source_root() -> str:
    return str(Path(tffix.facts.__path__[0]).parent.parent)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("service-role/AWSConfigRole", "service-role/AWS_ConfigRole"),
        ("AWS_ConfigRole", "service-role/AWS_ConfigRole"),
        ("AWSEKSClusterPolicy", "AmazonEKSClusterPolicy"),
        ("AmazonEKSClustrePolicy", "AmazonEKSClusterPolicy"),
        ("service-role/ConfigRole", None),  # no policy had this name
        ("Amazon_EKSClusterPolicy", None),  # AWS names newer policies so
        ("service-role/AmazonEC2SpotFleetRole", None),  # withdrawn, and its successor is not alike
    ],
)
def test_a_successor_is_beyond_doubt(wrong: str, meant: str | None) -> None:
    assert successor(PREFIX + wrong) == (PREFIX + meant if meant else None)


def test_withdrawn_policies_are_not_there_any_more() -> None:
    assert was_withdrawn(f"{PREFIX}service-role/AWSConfigRole")
    assert not was_withdrawn(f"{PREFIX}service-role/ConfigRole")
    assert not was_withdrawn(f"{PREFIX}service-role/AWS_ConfigRole")
    assert managed_policies._withdrawn().isdisjoint(names())
