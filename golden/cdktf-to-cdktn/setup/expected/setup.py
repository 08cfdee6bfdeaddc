"""Ünïcode before what changes."""
from setuptools import setup

LIBRARIES = ["cdktn>=0.22,<0.23", "constructs>=10.4"]
setup(
    name="cdktf-estate",
    keywords=["cdktf"],
    description="Infrastructure with cdktf",
    install_requires=LIBRARIES + ['cdktn-provider-aws~=23.0'],
    extras_require={"random": ["cdktn-provider-random"]},
)
