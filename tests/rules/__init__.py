"""Tests of the runner and what is around it, with rules of their own."""
