"""Where each $100 of revenue goes."""
