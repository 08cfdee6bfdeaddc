"""Upgrades to new majors of providers, by tables of what their official guides ask for."""
