"""What matters most."""
