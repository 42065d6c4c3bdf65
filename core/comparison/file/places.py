"""Where in a file something is wrong, and what, in words: pydantic's findings made into one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.comparison.file.naming import place_of
from core.comparison.file.refusals import FileError
from core.plain.reading import UnfitError
from core.wording.text import Text

UNKNOWN_KEYS = ("extra_forbidden", "unexpected_keyword_argument")

WRONG_NUMBER = Text("{place} must be a number.", "{place} 必须是数字。")
WRONG_TEXT = Text("{place} must be a text.", "{place} 必须是文本。")
WRONG_OBJECT = Text("{place} must be an object in braces.", "{place} 必须是花括号中的对象。")
WRONG_LIST = Text("{place} must be a list in square brackets.", "{place} 必须是方括号中的列表。")
WRONG_DATE = Text("{place} must be a date such as 2026-11-23.", "{place} 必须是日期，例如 2026-11-23。")
WRONG_CHOICE = Text("{place} is not one of the known choices.", "{place} 不是可选项之一。")
WRONG_SIZE = Text("{place} is outside what is allowed.", "{place} 超出允许范围。")
WRONG_ID = Text(
    "{place} is no valid id: small letters, digits and _ or -, at most 64.",
    "{place} 不是有效的 id：只能用小写字母、数字和 _ 或 -，最多 64 个字符。",
)
UNKNOWN = Text("{place} is not known to this version.", "{place} 不是此版本的已知内容。")
ANYTHING_ELSE = Text("{place} is not valid.", "{place} 无效。")

WRONG_WORDS = Text(
    'Here a text in both languages is needed ("en" and "zh"): {place}.',
    "此处需要两种语言的文本（“en”和“zh”）：{place}。",
)

SENTENCES: Mapping[str, Text] = {
    "missing": Text("{place} is missing.", "缺少 {place}。"),
    "missing_argument": Text("{place} is missing.", "缺少 {place}。"),
    "extra_forbidden": UNKNOWN,
    "unexpected_keyword_argument": UNKNOWN,
    "too_long": Text(
        "{place} holds {actual_length}; at most {max_length} are allowed.",
        "{place} 有 {actual_length} 项，最多允许 {max_length} 项。",
    ),
    "too_short": Text("{place} needs at least {min_length}.", "{place} 至少需要 {min_length} 项。"),
    "finite_number": Text("{place} must be a number that is not infinite.", "{place} 必须是有限的数值。"),
    "float_type": WRONG_NUMBER,
    "int_type": Text("{place} must be a whole number.", "{place} 必须是整数。"),
    "int_from_float": Text("{place} must be a whole number.", "{place} 必须是整数。"),
    "bool_type": Text("{place} must be true or false.", "{place} 必须是 true 或 false。"),
    "string_type": WRONG_TEXT,
    "string_too_short": Text("{place} must not be empty.", "{place} 不能为空。"),
    "string_pattern_mismatch": WRONG_ID,
    "dict_type": WRONG_OBJECT,
    "dataclass_type": WRONG_OBJECT,
    "tuple_type": WRONG_LIST,
    "date_type": WRONG_DATE,
    "date_parsing": WRONG_DATE,
    "date_from_datetime_parsing": WRONG_DATE,
    "date_from_datetime_inexact": WRONG_DATE,
    "value_error": Text(
        "{place} is no moment such as 2026-11-23T10:42:00+08:00.", "{place} 不是时刻，例如 2026-11-23T10:42:00+08:00。"
    ),
    "enum": WRONG_CHOICE,
    "literal_error": WRONG_CHOICE,
    "union_tag_invalid": WRONG_CHOICE,
    "union_tag_not_found": Text('{place} has no "kind".', "{place} 缺少“kind”。"),
    "greater_than_equal": WRONG_SIZE,
    "less_than_equal": WRONG_SIZE,
}


def first_problem(error: UnfitError, content: Any) -> FileError:
    """The first finding as a sentence that names its place in the file."""
    finding = error.findings[0]
    context = {key: str(value) for key, value in finding.get("ctx", {}).items()}
    sentence = WRONG_WORDS if context.get("class_name") == "Text" else SENTENCES.get(finding["type"], ANYTHING_ELSE)
    remedy = Text("Remove it, or open the file with the newest version.", "请删除它，或用最新版本打开。")
    return FileError(
        Text("This comparison cannot be opened.", "无法打开这份对比。"),
        sentence.filled(**{**context, "place": place_of(finding["loc"], content)}),
        remedy if sentence is UNKNOWN else "",
    )
