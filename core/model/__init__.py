"""Business models as data: what a driver and a line item are, reading and checking them, the statement."""
