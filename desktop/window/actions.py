"""Everything a person can do from menus and keys: one table, from which menus, tool buttons and help are made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence

from core.comparison.file.limits import MOST_ALTERNATIVES
from core.record import record
from core.wording.text import Text
from desktop.session import Session

Key = QKeySequence.StandardKey
Enabled = Callable[[Session], bool]


@record
class Action:
    """One entry. `handler` names what is called, as owner.method; `submenu` names what fills a submenu instead.

    `label` may hold {step}: what undo or redo is about. `tool`: also a button at the top right.
    """

    id: str
    menu: str
    label: Text
    handler: str = ""
    submenu: str = ""
    shortcut: QKeySequence.StandardKey | str | None = None
    icon: str = ""
    enabled: Enabled | None = None
    tool: bool = False
    separated: bool = False  # a line above it


MENUS: dict[str, Text] = {
    "file": Text("&File", "文件(&F)"),
    "edit": Text("&Edit", "编辑(&E)"),
    "models": Text("&Business models", "商业模式(&B)"),
    "scenarios": Text("S&cenarios", "情景(&C)"),
    "view": Text("&View", "视图(&V)"),
    "share": Text("&Share", "分享(&S)"),
    "help": Text("&Help", "帮助(&H)"),
}


def _several(session: Session) -> bool:
    return len(session.comparison.alternatives) > 1


def _in_scenario(session: Session) -> bool:
    return session.scenario is not None


def _has_scenarios(session: Session) -> bool:
    return bool(session.document.scenarios)


def _has_checkpoints(session: Session) -> bool:
    return bool(session.document.checkpoints)


def _room(session: Session) -> bool:
    return len(session.comparison.alternatives) < MOST_ALTERNATIVES


ACTIONS: tuple[Action, ...] = (
    Action("new", "file", Text("&New comparison…", "新建对比(&N)…"), "files.new", shortcut=Key.New, icon="new"),
    Action("open", "file", Text("&Open…", "打开(&O)…"), "files.open", shortcut=Key.Open, icon="open"),
    Action("recent", "file", Text("Open &recent", "最近打开(&R)"), submenu="recent"),
    Action("example", "file", Text("Open &example", "打开示例(&E)"), submenu="examples"),
    Action(
        "save", "file", Text("&Save", "保存(&S)"), "files.save", shortcut=Key.Save, icon="save",
        tool=True, separated=True,
    ),
    Action("save_as", "file", Text("Save &as…", "另存为(&A)…"), "files.save_as", shortcut=Key.SaveAs),
    Action(
        "versions", "file", Text("Earlier &versions", "较早的版本(&V)"), submenu="versions",
        enabled=lambda session: session.path is not None,
    ),
    Action(
        "close", "file", Text("&Close comparison", "关闭对比(&C)"), "files.close", shortcut=Key.Close, separated=True
    ),
    Action("quit", "file", Text("&Quit", "退出(&Q)"), "window.close", shortcut="Ctrl+Q"),
    Action(
        "undo", "edit", Text("&Undo {step}", "撤销(&U) {step}"), "session.undo", shortcut=Key.Undo, icon="undo",
        enabled=lambda session: session.can_undo, tool=True,
    ),
    Action(
        "redo", "edit", Text("&Redo {step}", "重做(&R) {step}"), "session.redo", shortcut=Key.Redo, icon="redo",
        enabled=lambda session: session.can_redo, tool=True,
    ),
    Action(
        "copy_verdict", "edit", Text("Copy &verdict", "复制结论(&V)"), "verdict.copy", shortcut="Ctrl+Shift+C",
        icon="copy", separated=True,
    ),
    Action("copy_table", "edit", Text("Copy results &table", "复制结果表格(&T)"), "results.copy", icon="table"),
    Action("add", "models", Text("&Add", "添加(&A)"), submenu="add", icon="plus", enabled=_room),
    Action(
        "duplicate", "models", Text("&Duplicate", "复制一份(&D)"), submenu="duplicate", icon="copy", enabled=_room,
        separated=True,
    ),
    Action("presets", "models", Text("&Presets", "预设(&P)"), submenu="presets", separated=True),
    Action("actual", "models", Text("Enter an a&ctual figure…", "录入实际数(&C)…"), "actuals.ask"),
    Action("rename", "models", Text("Re&name", "重命名(&N)"), submenu="rename", icon="pencil"),
    Action("move_left", "models", Text("Move &left", "左移(&L)"), submenu="move_left", icon="left", enabled=_several),
    Action(
        "move_right", "models", Text("Move &right", "右移(&R)"), submenu="move_right", icon="right", enabled=_several
    ),
    Action(
        "remove", "models", Text("Re&move", "移除(&M)"), submenu="remove", icon="trash", enabled=_several,
        separated=True,
    ),
    Action("scenario", "scenarios", Text("&Look at", "查看(&L)"), submenu="scenario"),
    Action("new_scenario", "scenarios", Text("&New scenario…", "新建情景(&N)…"), "scenarios.add", icon="plus"),
    Action(
        "rename_scenario", "scenarios", Text("Re&name scenario…", "重命名情景(&R)…"), "scenarios.rename", icon="pencil",
        enabled=_in_scenario,
    ),
    Action(
        "remove_scenario", "scenarios", Text("&Delete scenario", "删除情景(&D)"), "scenarios.remove", icon="trash",
        enabled=_in_scenario,
    ),
    Action(
        "compare_base", "scenarios", Text("Compare with the &base", "与基准对比(&B)"), "scenarios.compare_with_base",
        enabled=_in_scenario,
    ),
    Action(
        "scenario_table", "scenarios", Text("&All side by side…", "并排对比所有情景(&A)…"), "scenarios.show_table",
        icon="table", enabled=_has_scenarios,
    ),
    Action(
        "remember", "scenarios", Text("Re&member this moment…", "记住此刻(&M)…"), "checkpoints.remember",
        shortcut="Ctrl+M", separated=True,
    ),
    Action(
        "compare_moment", "scenarios", Text("&Compare now with", "与当前对比(&C)"), submenu="compare_moment",
        enabled=_has_checkpoints,
    ),
    Action(
        "go_back", "scenarios", Text("&Go back to", "回到(&G)"), submenu="go_back", enabled=_has_checkpoints
    ),
    Action(
        "forget", "scenarios", Text("&Forget", "删除存档点(&F)"), submenu="forget", enabled=_has_checkpoints
    ),
    Action(
        "language", "view", Text("&Language / 语言", "语言(&L) / Language"), submenu="language", icon="language",
        tool=True,
    ),
    Action(
        "chart_table", "view", Text("Chart as a &table", "以表格显示图表(&T)"), "window.show_chart_table",
        shortcut="Ctrl+T", icon="table",
    ),
    Action("period", "view", Text("A&mounts by", "金额按(&M)"), submenu="period", separated=True),
    Action("currency", "view", Text("&Currency", "币种(&C)"), submenu="currency"),
    Action("theme", "view", Text("&Appearance", "外观(&A)"), submenu="theme", icon="sun", tool=True),
    Action(
        "prices", "view", Text("Price &book…", "价目簿(&B)…"), "prices.open", shortcut="Ctrl+B", icon="table",
        separated=True,
    ),
    Action(
        "fold", "view", Text("&Assumptions panel", "假设面板(&P)"), "window.fold_inputs", shortcut="F9", icon="panel",
        separated=True,
    ),
    Action(
        "workings", "view", Text("&How did this number come about?", "这个数字是怎么来的(&H)？"),
        "window.show_workings", shortcut="Ctrl+I", icon="info",
    ),
    Action(
        "copy_chart", "share", Text("&Copy chart for slides", "复制图表到幻灯片(&C)"), "charts.copy",
        shortcut="Ctrl+Shift+P", icon="chart",
    ),
    Action("save_chart", "share", Text("&Save chart as…", "图表另存为(&S)…"), "charts.save", icon="save"),
    Action("contents", "help", Text("&Contents", "目录(&C)"), "help.contents"),
    Action(
        "help_here", "help", Text("Help on &this", "此处的帮助(&T)"), "help.here", shortcut=Key.HelpContents,
    ),
    Action("keyboard", "help", Text("&Keyboard", "键盘(&K)"), "help.keyboard"),
    Action(
        "about", "help", Text("&About Evenkeel", "关于 Evenkeel(&A)"), "window.about", icon="info", separated=True
    ),
)  # fmt: skip
