"""Small parts that know nothing of comparisons."""
