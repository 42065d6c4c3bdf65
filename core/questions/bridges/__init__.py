"""How a difference is taken apart: driver by driver within one business model, line by line between two."""
