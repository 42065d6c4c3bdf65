"""A day hour by hour."""
