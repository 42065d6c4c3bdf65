"""The questions one can ask of a comparison, one module each. Every answer is a plain immutable value."""
