"""The tables of upgrades that come with tffix, a file for each provider and major."""
