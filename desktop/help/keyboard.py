"""The page of keys: those of the menus from the table of actions, those of the parts of the window from one here."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from core.wording.text import LANGUAGES, Language, Text
from desktop.window.actions import ACTIONS, MENUS
from desktop.window.menus import plain_label

TITLE = Text("Keyboard", "键盘")
MENU_KEYS = Text("In the menus", "菜单")
PART_KEYS = Text("In the parts of the window", "窗口各部分")
KEYS = Text("Keys", "按键")
WHAT = Text("What they do", "作用")
WHERE = Text("Where", "位置")
_EXPLAINED = Text(
    "Everything can be done with the keyboard. **Tab** goes to the next part, **Shift+Tab** to the one before; **Alt** "
    "with the underlined letter opens a menu.",
    "所有操作都可以用键盘完成。**Tab** 移到下一部分，**Shift+Tab** 移回上一部分；按 **Alt** 加带下划线的字母打开菜单。",
)

# Where, which keys, what they do.
PARTS: tuple[tuple[Text, str, Text], ...] = (
    (Text("Assumptions", "假设"), "← → ↑ ↓", Text("From number to number", "在数字之间移动")),
    (Text("Assumptions", "假设"), "Enter", Text("Change it, or just type the new number", "修改，也可直接输入")),
    (Text("Assumptions", "假设"), "Esc", Text("Leave the number as it is", "保留原值")),
    (Text("A slider", "滑块"), "← →", Text("A sensible step", "移动一步")),
    (Text("A slider", "滑块"), "Page Up, Page Down", Text("A large step", "移动一大步")),
    (Text("Break-even chart", "盈亏平衡图"), "← →", Text("Fewer or more users", "减少或增加用户数")),
    (Text("What matters most", "最关键的数字"), "↑ ↓, Enter", Text("Bar by bar; go to the number", "逐条；转到该假设")),
    (Text("Who wins where", "双因素"), "← → ↑ ↓", Text("Move the cross; Shift: farther", "移动十字；Shift：更快")),
    (Text("Over time", "随时间"), "← →", Text("Month by month", "逐月查看")),
    (Text("Load by hour", "分时负载"), "← →, ↑ ↓", Text("Choose an hour; change its load", "选择小时；修改其负载")),
    (Text("Results", "结果表"), "← → ↑ ↓", Text("From figure to figure", "在数字之间移动")),
    (Text("Results", "结果表"), "Enter", Text("How did this number come about?", "这个数字是怎么来的？")),
    (Text("Results", "结果表"), "Ctrl+C", Text("Copy what is selected, or all of it", "复制所选内容或整个表格")),
    (Text("Workings", "计算过程"), "↑ ↓, Enter", Text("Choose a part; look into it", "选择组成部分；进一步查看")),
    (Text("Workings", "计算过程"), "Backspace", Text("Back", "返回")),
    (Text("Workings, help", "计算过程、帮助"), "Esc", Text("Close", "关闭")),
    (Text("Help", "帮助"), "Alt+←, Alt+→", Text("Back and forward", "后退和前进")),
)  # fmt: skip


def keyboard_page() -> Text:
    """All keys, in Markdown."""
    return Text(*(_page(language) for language in LANGUAGES))


def _page(language: Language) -> str:
    parts = [f"# {TITLE(language)}", _EXPLAINED(language), f"## {MENU_KEYS(language)}"]
    for menu, label in MENUS.items():
        rows = [
            (plain_label(action.label(language).replace("{step}", "")).strip(), _native(action.shortcut))
            for action in ACTIONS
            if action.menu == menu and action.shortcut is not None
        ]
        if rows:
            parts.append(f"**{plain_label(label(language))}**")
            parts.append(_table((WHAT(language), KEYS(language)), rows))
    parts.append(f"## {PART_KEYS(language)}")
    rows3 = [(where(language), keys, what(language)) for where, keys, what in PARTS]
    parts.append(_table((WHERE(language), KEYS(language), WHAT(language)), rows3))
    return "\n\n".join(parts) + "\n"


def _native(shortcut: QKeySequence.StandardKey | str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
