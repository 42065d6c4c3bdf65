"""Cash gathered month by month."""
