"""The results table, always on screen."""
