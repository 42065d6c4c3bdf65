"""The engine of Evenkeel: business models, comparisons and the questions asked of them. No Qt, no printing."""

__version__ = "0.1.0"
