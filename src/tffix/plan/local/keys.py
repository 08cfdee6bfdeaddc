"""Keys and certificates in the form of real ones; none of them opens anything. Source: the documentation of
the provider tls."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from tffix.plan.local.asked import Asked, base64_of
from tffix.plan.local.times import moment, text_of
from tffix.plan.protocol import Object

_KEYS: Final = {
    "RSA": ("RSA PRIVATE KEY", "ssh-rsa"),
    "ECDSA": ("EC PRIVATE KEY", "ecdsa-sha2-nistp256"),
    "ED25519": ("PRIVATE KEY", "ssh-ed25519"),
}
"""What the PEM of a private key of an algorithm is called, and its public key for OpenSSH."""


def private_key(asked: Asked) -> Object:
    algorithm = str(asked.config.get("algorithm") or "RSA")
    kind, _ = _KEYS.get(algorithm, _KEYS["RSA"])
    maker = asked.maker
    return {
        **_public(asked, algorithm),
        "private_key_pem": maker.pem(("private_key_pem",), kind),
        "private_key_pem_pkcs8": maker.pem(("private_key_pem_pkcs8",), "PRIVATE KEY"),
        "private_key_openssh": maker.pem(("private_key_openssh",), "OPENSSH PRIVATE KEY"),
        "rsa_bits": asked.number("rsa_bits", 2048),
        "ecdsa_curve": asked.config.get("ecdsa_curve") or "P224",
    }


def public_key(asked: Asked) -> Object:
    """`tls_public_key`, which says of which algorithm the key is that it is given."""
    text = str(asked.config.get("private_key_pem") or asked.config.get("private_key_openssh") or "")
    algorithm = "ECDSA" if " EC " in text else "RSA"
    return {"algorithm": algorithm, **_public(asked, algorithm)}


def _public(asked: Asked, algorithm: str) -> Object:
    digest = asked.bytes(48)
    word = _KEYS.get(algorithm, _KEYS["RSA"])[1]
    sha1 = digest[:20].hex()
    return {
        "id": sha1,
        "public_key_pem": asked.maker.pem(("public_key_pem",), "PUBLIC KEY"),
        "public_key_openssh": f"{word} {base64_of(asked.bytes(96))}\n",
        "public_key_fingerprint_md5": digest[:16].hex(":"),
        "public_key_fingerprint_sha256": f"SHA256:{base64_of(digest[:32]).rstrip('=')}",
    }


def certificate(asked: Asked) -> Object:
    """`tls_self_signed_cert` and `tls_locally_signed_cert`."""
    start = moment(None)
    end = start + timedelta(hours=min(asked.number("validity_period_hours", 0), 24 * 365 * 1000))
    return {
        "cert_pem": asked.maker.pem(("cert_pem",), "CERTIFICATE"),
        "validity_start_time": text_of(start),
        "validity_end_time": text_of(end),
        "ready_for_renewal": False,
        "early_renewal_hours": asked.number("early_renewal_hours", 0),
        "key_algorithm": "RSA",
        "ca_key_algorithm": "RSA",
    }
