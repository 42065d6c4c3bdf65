"""What answers over many trials are made of: uncertain drivers, trials cut into blocks, and the figures of those."""
