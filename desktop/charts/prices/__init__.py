"""What something cost when."""
