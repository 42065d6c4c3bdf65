"""The document: alternatives side by side, edits that make a new one each time, its history and its file."""
