"""Profit over users, with its break-even points and the line “your users”."""
