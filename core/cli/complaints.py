"""What argparse finds wrong with a call, said in the words of this program."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.wording.suggestions import nearest
from core.wording.text import Text

_KNOWN: tuple[tuple[str, Text], ...] = (
    (r"argument (?P<what>\S+).*: expected .*", Text("{what} needs a value after it.", "{what} 后面需要一个值。")),
    (r"argument (?P<what>\S+).*: ignored explicit argument .*", Text("{what} takes no value.", "{what} 不需要值。")),
    (
        r"ambiguous option: (?P<what>\S+) could match (?P<others>.+)",
        Text('"{what}" could be any of {others}.', "“{what}”可能是 {others} 中的任何一个。"),
    ),
)
_REQUIRED = "the following arguments are required: "
_ANYTHING_ELSE = Text("This call cannot be understood.", "无法理解这条命令。")


def complaint(message: str) -> Text:
    """The sentence for one of argparse's own messages."""
    if message.startswith(_REQUIRED):
        return _missing(message.removeprefix(_REQUIRED).split(", "))
    for pattern, sentence in _KNOWN:
        found = re.fullmatch(pattern, message)
        if found is not None:
            return sentence.filled(**found.groupdict())
    return _ANYTHING_ELSE


def _missing(names: Sequence[str]) -> Text:
    *others, last = names
    listed = f"{', '.join(others)} and {last}" if others else last
    return Text(f"{listed} {'are' if others else 'is'} missing.", f"缺少 {'、'.join(names)}。")


def unwanted(words: Sequence[str], program: str, options: Sequence[str]) -> tuple[Text, Text]:
    """What is wrong with words a subcommand knows nothing of, and what to do."""
    word = next((word for word in words if word.startswith("-")), words[0])
    name = word.partition("=")[0]
    see = Text(f"See {program} --help.", f"请运行 {program} --help。")
    if not word.startswith("-"):
        return Text(f'"{word}" is one word too many.', f"多了一个词“{word}”。"), see
    near = nearest(name, options)
    meant = Text(f"Did you mean {near}?", f"您是指 {near} 吗？") if near else see
    return Text(f'{program} has no option "{name}".', f"{program} 没有选项“{name}”。"), meant
