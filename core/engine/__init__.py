"""The engine: a business model compiled once to a tape of operations, evaluated over single numbers and arrays."""
