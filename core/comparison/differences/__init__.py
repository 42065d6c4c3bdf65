"""How two comparisons differ, in words."""
