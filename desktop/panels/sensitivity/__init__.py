"""What matters most: every assumption alone over its plausible range."""
