"""Reads a date typed into an entry: 2026-11-23, 2026/11/23, 2026.11.23, 2026 年 11 月 23 日."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from core.errors import EvenkeelError
from core.wording.text import Text

_PARTS = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def parse_date(text: str) -> date:
    """The day that was typed. Raises `EvenkeelError` where it is not one that exists, written year first."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    found = _PARTS.fullmatch(plain)
    try:
        if found:
            year, month, day = map(int, found.groups())
            return date(year, month, day)
    except ValueError:
        pass
    raise EvenkeelError(
        Text("“{text}” is not a date.", "“{text}”不是日期。").filled(text=text.strip()),
        remedy=Text("Write year, month and day, such as 2026-11-23.", "请按年、月、日填写，例如 2026-11-23。"),
    )
