"""Twenty futures for each alternative."""
