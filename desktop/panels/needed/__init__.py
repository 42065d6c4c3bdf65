"""What would have to be true? Every assumption with the value that would do it."""
