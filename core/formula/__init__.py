"""The formula language: text to a small immutable tree that is walked to compute, to check units, to explain,
to write spreadsheet formulas and to bound over ranges. Nothing in a formula is ever executed as code."""
