"""Ünïcode before what changes."""
from setuptools import setup

LIBRARIES = ["cdktf>=0.21,<0.22", "constructs>=10.4"]
setup(
    name="cdktf-estate",
    keywords=["cdktf"],
    description="Infrastructure with cdktf",
    install_requires=LIBRARIES + ['cdktf-cdktf-provider-aws~=21.0'],
    extras_require={"random": ["cdktf-cdktf-provider-random"]},
)
