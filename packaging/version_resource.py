"""What Windows shows under Properties > Details of the program, and what antivirus programs expect to find there."""

from __future__ import annotations

from pathlib import Path

from product import COMMAND, NAME, PUBLISHER, SUMMARY, VERSION, version_numbers

TEMPLATE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0, OS=0x40004, fileType=1, subtype=0),
  kids=[
    StringFileInfo([StringTable("040904B0", [{strings}])]),
    VarFileInfo([VarStruct("Translation", [0x409, 1200])]),
  ],
)
"""


def version_resource() -> str:
    """The resource as the text that PyInstaller reads."""
    strings = {
        "CompanyName": PUBLISHER,
        "FileDescription": NAME,
        "FileVersion": VERSION,
        "InternalName": COMMAND,
        "LegalCopyright": f"{PUBLISHER}, MIT licence",
        "OriginalFilename": f"{COMMAND}.exe",
        "ProductName": NAME,
        "ProductVersion": VERSION,
        "Comments": SUMMARY,
    }
    listed = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    return TEMPLATE.format(numbers=version_numbers(), strings=listed)


def write_version_resource(path: Path) -> None:
    """Write it where the spec looks for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(version_resource(), "utf-8")
