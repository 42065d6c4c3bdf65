"""The window of Evenkeel: shows a comparison, takes edits and paints the answers of the engine."""
