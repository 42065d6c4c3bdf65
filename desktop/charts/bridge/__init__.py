"""What explains the difference, step by step."""
