"""The parts of AWS Config: recorder, delivery channel and status."""

from __future__ import annotations

from tffix import Block

RECORDER = "aws_config_configuration_recorder"
CHANNEL = "aws_config_delivery_channel"
STATUS = "aws_config_configuration_recorder_status"


def belong_together(one: Block, other: Block) -> bool:
    """Whether two parts are of the same region: there is one recorder and one channel in each."""
    return _provider(one) == _provider(other)


def _provider(block: Block) -> str:
    provider = block.get("provider")
    return "" if provider is None else provider.source.strip()
