"""Draws of uncertain drivers: the same numbers for the same seed on every machine, whatever the number of threads."""
