"""Makes up what only a provider knows: values that look right where modules compute with them.

An ARN has six parts, a CIDR block can be divided, a zone is one of the region. A value depends on nothing but
the type and the configuration of its object (and how many equal ones came before, as two objects are two) and
on its path: Terraform does not say an object's address to its provider.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from tffix.plan.protocol import Object, Path
from tffix.plan.setting import ACCOUNT, Setting
from tffix.validate.wire import Unknown

MANY: Final = 3
"""How many items a list has: as many as the zones that lists of subnets go with."""
TIME: Final = "2024-01-01T00:00:00Z"
LATER: Final = "2034-01-01T00:00:00Z"
POLICY: Final = '{"Version":"2012-10-17","Statement":[]}'
_PEM: Final = "-----BEGIN {0}-----\n{1}\n-----END {0}-----\n"
_IN_PEM: Final = {
    "public_key": "PUBLIC KEY",
    "key": "PRIVATE KEY",
    "request": "CERTIFICATE REQUEST",
}
"""What is in a PEM, by a word of its attribute's name."""
_OWN_NAMES: Final = (
    "name",
    "bucket",
    "identifier",
    "cluster_identifier",
    "function_name",
    "family",
    "domain",
)
# Identifiers of these begin so; those of other types are names.
_PREFIXES: Final = {
    "vpc": "vpc",
    "subnet": "subnet",
    "security_group": "sg",
    "instance": "i",
    "internet_gateway": "igw",
    "nat_gateway": "nat",
    "route_table": "rtb",
    "eip": "eipalloc",
    "network_interface": "eni",
    "network_acl": "acl",
    "launch_template": "lt",
    "ami": "ami",
    "ebs_volume": "vol",
    "vpc_endpoint": "vpce",
    "vpc_peering_connection": "pcx",
    "efs_file_system": "fs",
}
_IDS: Final = {  # what an attribute is the identifier of
    "vpc_id": "vpc",
    "subnet_id": "subnet",
    "security_group_id": "sg",
    "instance_id": "i",
    "image_id": "ami",
    "ami_id": "ami",
    "zone_id": "Z",
    "hosted_zone_id": "Z",
    "route_table_id": "rtb",
    "network_interface_id": "eni",
    "allocation_id": "eipalloc",
    "transit_gateway_id": "tgw",
}
_ACCOUNTS: Final = ("accounts", "non_master_accounts")
_IN_EC2: Final = frozenset(
    (
        *("vpc", "subnet", "security", "route", "internet", "nat", "eip", "network"),
        *("instance", "ami", "ebs", "launch", "key", "placement"),
    )
)
_OTHER_SERVICES: Final = {
    "db": "rds",
    "lb": "elasticloadbalancing",
    "alb": "elasticloadbalancing",
    "elb": "elasticloadbalancing",
    "cloudwatch": "logs",
    "sfn": "states",
    "efs": "elasticfilesystem",
    "api": "apigateway",
    "apigatewayv2": "apigateway",
    "kinesis": "kinesis",
    "secretsmanager": "secretsmanager",
    "msk": "kafka",
}
_GLOBAL: Final = frozenset(("iam", "route53", "cloudfront", "organizations"))


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes up values of one object: of a type, with a configuration, the `number`-th of such."""

    type: str
    config: Object
    setting: Setting
    number: int = 0
    truth: bool = False
    """What a `bool` is: false, as providers leave it, or true, for a variable that nobody sets."""

    def text(self, path: Path) -> str:
        name = _name(path)
        number = next((step for step in reversed(path) if isinstance(step, int)), 0)
        known = _BY_NAME.get(name) or next(
            (make for end, make in _BY_END.items() if name.endswith(end)), None
        )
        return known(self, path, number) if known else self.named(path)

    @property
    def noun(self) -> str:
        return self.type.partition("_")[2] or self.type

    @property
    def own_name(self) -> str:
        """What the configuration calls the object, or a name that is made up."""
        names = (self.config.get(name) for name in _OWN_NAMES)
        given = next((one for one in names if isinstance(one, str) and one), "")
        prefix = self.config.get("name_prefix") or self.config.get("bucket_prefix")
        if not given and isinstance(prefix, str):
            return prefix + self.digest(("name",))[:12]
        return given or f"{self.noun.replace('_', '-')[:20]}-{self.digest(('name',))[:8]}"

    def digest(self, path: Path) -> str:
        """64 digits of hexadecimal that are this path's own."""
        config = json.dumps(self.config, sort_keys=True, default=_plain)
        steps = "/".join(map(str, path))
        return hashlib.sha256(f"{self.type}\0{config}\0{self.number}\0{steps}".encode()).hexdigest()

    def named(self, path: Path) -> str:
        """A text that says what it stands for."""
        return f"{_name(path).replace('_', '-')}-{self.digest(path)[:8]}"

    def identifier(self, path: Path) -> str:
        if path[0] in _ACCOUNTS and len(path) > 1:
            number = next((step for step in reversed(path) if isinstance(step, int)), 0)
            return str(int(ACCOUNT) + number)
        if len(path) > 1 or path[0] != "id":
            prefix = next((prefix for end, prefix in _IDS.items() if _name(path).endswith(end)), "")
        else:
            prefix = _PREFIXES.get(self.noun, "")
            if not prefix and self.type.startswith("aws_"):
                return self.own_name
        digits = self.digest(path)
        return f"Z{digits[:12].upper()}" if prefix == "Z" else f"{prefix or 'id'}-{digits[:17]}"

    def arn(self, path: Path) -> str:
        name, noun = _name(path), self.noun
        of = noun.split("_")[0] if name == "arn" else name.removesuffix("_arn").split("_")[0]
        if of in ("role", "policy"):
            of = "iam"
        service = "ec2" if of in _IN_EC2 else _OTHER_SERVICES.get(of, of)
        kind = noun.split("_")[-1] if name == "arn" else name.removesuffix("_arn").split("_")[-1]
        thing = self.own_name if name == "arn" else f"{kind}-{self.digest(path)[:8]}"
        resource = thing if service in ("s3", "sns", "sqs") else f"{kind}/{thing}"
        return self.setting.arn(service, resource, service in _GLOBAL)

    def network(self, path: Path) -> str:
        return f"10.{int(self.digest(path)[:4], 16) % 256}.0.0/16"

    def network6(self, path: Path) -> str:
        return f"2600:1f18:{self.digest(path)[:4]}:{self.digest(path)[4:6]}00::/56"

    def ip(self, path: Path) -> str:
        digits = self.digest(path)
        return "10." + ".".join(str(int(digits[at : at + 2], 16)) for at in (0, 2, 4))

    def host(self, path: Path) -> str:
        return f"{_name(path).split('_')[0]}-{self.digest(path)[:8]}.example.com"

    def pem(self, path: Path, kind: str = "") -> str:
        """A text in the form of a key or certificate, with lines of 64 characters."""
        name = _name(path)
        kind = kind or next((one for word, one in _IN_PEM.items() if word in name), "CERTIFICATE")
        data = hashlib.shake_256(self.digest(path).encode()).digest(192)
        body = base64.b64encode(data).decode()
        return _PEM.format(kind, "\n".join(body[at : at + 64] for at in range(0, len(body), 64)))

    def base64(self, path: Path) -> str:
        return base64.b64encode(self.named(path).encode()).decode()

    def uuid(self, path: Path) -> str:
        digits = self.digest(path)
        return "-".join(digits[at:end] for at, end in ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32)))

    def number_at(self, path: Path) -> int:
        name = _name(path)
        if name.endswith("port"):
            return 443
        return 1 + int(self.digest(path)[:2], 16) % 9 if not name.endswith("count") else MANY


def _name(path: Path) -> str:
    """The name that a value goes by: of an item, that of its list."""
    return next((step.lower() for step in reversed(path) if isinstance(step, str)), "")


def is_plural(name: str) -> bool:
    return name.endswith("s") and not name.endswith(("ss", "dns", "address", "status", "tags_as", "https"))


def type_of(value: object) -> Any:
    """The type of a plain value, in Terraform's JSON form."""
    match value:
        case bool():
            return "bool"
        case int() | float():
            return "number"
        case list():
            return ["tuple", [type_of(one) for one in value]]
        case dict():
            return ["object", {key: type_of(inner) for key, inner in value.items()}]
    return "string"


def _plain(value: object) -> str:
    return "" if isinstance(value, Unknown) else repr(value)


Make = Callable[[Maker, Path, int], str]

_BY_NAME: Final[dict[str, Make]] = {
    "region": lambda maker, path, n: maker.setting.region,
    "name": lambda maker, path, n: maker.own_name + (f"-{n}" if n else ""),
    "bucket": lambda maker, path, n: maker.own_name,
    "account_id": lambda maker, path, n: ACCOUNT,
    "owner_id": lambda maker, path, n: ACCOUNT,
    "registry_id": lambda maker, path, n: ACCOUNT,
    "partition": lambda maker, path, n: maker.setting.partition,
    "availability_zone": lambda maker, path, n: maker.setting.zones[0],
    "availability_zones": lambda maker, path, n: maker.setting.zones[n % len(maker.setting.zones)],
    "zones": lambda maker, path, n: maker.setting.zones[n % len(maker.setting.zones)],
    "policy": lambda maker, path, n: POLICY,
    "json": lambda maker, path, n: POLICY,
    "status": lambda maker, path, n: "ACTIVE",
    "state": lambda maker, path, n: "available",
    "data": lambda maker, path, n: maker.base64(path),
    "version": lambda maker, path, n: str(n + 1),
    "latest_version": lambda maker, path, n: "1",
    "creation_date": lambda maker, path, n: TIME,
    "not_before": lambda maker, path, n: TIME,
    "not_after": lambda maker, path, n: LATER,
    "serial_number": lambda maker, path, n: str(int(maker.digest(path)[:16], 16)),
    "rfc3339": lambda maker, path, n: TIME,
    "uuid": lambda maker, path, n: maker.uuid(path),
    "issuer": lambda maker, path, n: f"https://{maker.host(path)}/id/{maker.digest(path)[:32].upper()}",
}
"""Texts by the whole name of an attribute, before those by its end."""

_BY_END: Final[dict[str, Make]] = {
    "ipv6_cidr_block": lambda maker, path, n: maker.network6(path),
    "ipv6_cidr_blocks": lambda maker, path, n: maker.network6(path),
    "cidr": lambda maker, path, n: maker.network(path),
    "cidrs": lambda maker, path, n: maker.network(path),
    "cidr_block": lambda maker, path, n: maker.network(path),
    "cidr_blocks": lambda maker, path, n: maker.network(path),
    "arn": lambda maker, path, n: maker.arn(path),
    "arns": lambda maker, path, n: maker.arn(path),
    "id": lambda maker, path, n: maker.identifier(path),
    "ids": lambda maker, path, n: maker.identifier((*path[:-1], _name(path).removesuffix("s"), n)),
    "ip": lambda maker, path, n: maker.ip(path),
    "ips": lambda maker, path, n: maker.ip(path),
    "ip_address": lambda maker, path, n: maker.ip(path),
    "ip_addresses": lambda maker, path, n: maker.ip(path),
    "dns_name": lambda maker, path, n: maker.host(path),
    "domain_name": lambda maker, path, n: maker.host(path),
    "domain": lambda maker, path, n: maker.host(path),
    "fqdn": lambda maker, path, n: maker.host(path),
    "endpoint": lambda maker, path, n: maker.host(path),
    "address": lambda maker, path, n: maker.host(path),
    "hostname": lambda maker, path, n: maker.host(path),
    "url": lambda maker, path, n: f"https://{maker.host(path)}",
    "uri": lambda maker, path, n: f"https://{maker.host(path)}",
    "_pem": lambda maker, path, n: maker.pem(path),
    "base64": lambda maker, path, n: maker.base64(path),
    "b64_std": lambda maker, path, n: maker.base64(path),
    "_at": lambda maker, path, n: TIME,
    "_date": lambda maker, path, n: TIME,
    "_time": lambda maker, path, n: TIME,
    "_json": lambda maker, path, n: POLICY,
    "_policy": lambda maker, path, n: POLICY,
    "fingerprint": lambda maker, path, n: maker.digest(path)[:40],
    "thumbprint": lambda maker, path, n: maker.digest(path)[:40].upper(),
    "sha256": lambda maker, path, n: maker.digest(path),
    "md5": lambda maker, path, n: maker.digest(path)[:32],
    "port": lambda maker, path, n: "443",
}
"""Texts by the end of an attribute's name; the first that fits."""
