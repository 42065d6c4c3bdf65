"""Answers in sentences, in both languages."""
