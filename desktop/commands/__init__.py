"""What menu entries do, each kind of deed in a file."""
