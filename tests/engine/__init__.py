"""Tests of the engine: the runner and what is around it, with rules of their own."""
