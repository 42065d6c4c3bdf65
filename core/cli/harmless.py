"""Texts of a file as a terminal may show them: what would steer the terminal, or turn the order of the letters round,
is replaced, so that a title cannot clear the screen or pretend to be another line of the answer."""

from __future__ import annotations

import re

# Control characters, the separators that count as line ends, the marks that reverse a piece of text, and halves of
# characters, which no stream takes.
_KINDS = "\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
STEERING = re.compile(f"[\x00-\x1f{_KINDS}]+")
_LEFT_BY_JSON = re.compile(f"[{_KINDS}]")  # it escapes the others itself
UNSHOWN = "\ufffd"


def harmless(text: str) -> str:
    """The text in one line: line ends and tabs are spaces, other control characters a mark for each run of them."""
    return text if STEERING.search(text) is None else STEERING.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    return " " if found[0].isspace() else UNSHOWN


def escaped_json(text: str) -> str:
    """JSON that says the same with those characters written as escapes."""
    return text if text.isascii() and "\x7f" not in text else _LEFT_BY_JSON.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
