"""How much a comparison file may hold. Beyond these a file is refused with a sentence; the limits of a business model
stand beside its definition, that of a formula in its grammar."""

from __future__ import annotations

MOST_BYTES = 20_000_000
MOST_ALTERNATIVES = 12
DEEPEST_NESTING = 64
MOST_OUTCOMES = 1_000  # of a discrete distribution
MOST_CORRELATIONS = 200
