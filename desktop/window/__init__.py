"""The main window: menus, the workspace with its tabs, the start page, the status line."""
