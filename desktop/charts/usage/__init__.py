"""Subscribers sorted by what they cost."""
