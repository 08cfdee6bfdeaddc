"""Helps with cdktf."""


def cdktf_version():
    return "cdktf"
