"""Runs rules over modules: finds them, repairs to a fixed point, verifies, writes."""
