"""Reads the neutral description of the lab's reference models (`models.txt`) into business models of our own formula
language, so that the reference programs and we compute the same lines."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.model.definition import BusinessModel, Confidence, Driver, Line, Range, Role, Source
from core.wording.text import Text

SIGNS: dict[type[ast.AST], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Gt: ">"}
NOWHERE = Source(text=Text("bench", "bench"), confidence=Confidence.ASSUMPTION, checked=date(2026, 11, 23))
ANY = Range(low=0, high=1, reason=Text("bench", "bench"))
ROLES = {"revenue": Role.REVENUE, "cogs": Role.DIRECT_COST, "opex": Role.OPERATING_COST, "tax": Role.OPERATING_COST}


@dataclass(frozen=True)
class LabModel:
    """One model: its definition, and the distributions of its uncertain drivers as (kind, parameters)."""

    definition: BusinessModel
    distributions: dict[str, tuple[str, tuple[float, ...]]]
    kept: tuple[str, ...]  # the results the lab keeps

    @property
    def values(self) -> dict[str, float]:
        return {driver.id: driver.default for driver in self.definition.drivers}


def lab_models(folder: Path, edit: int = 0) -> dict[str, LabModel]:
    """Every model of the folder; `edit` changes one constant of each first line, as somebody editing it would."""
    blocks = re.split(r"^model +", (folder / "models.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {block.split()[0]: _lab_model(block, edit) for block in blocks}


def _lab_model(block: str, edit: int) -> LabModel:
    name, *rows = (row for row in (line.split("#")[0].strip() for line in block.splitlines()) if row)
    drivers, lines, distributions, kept = [], [], {}, ()
    for row in rows:
        words = row.split()
        if words[0] in ("drv", "fix"):
            drivers.append(_driver(_own(words[1]), float(words[2])))
            if words[0] == "drv":
                kind, parameters = re.findall(r"(\w+)\((.*)\)", row)[0]
                distributions[_own(words[1])] = (kind, tuple(float(part) for part in parameters.split(",")))
        elif words[0] == "out":
            kept = tuple(_own(word) for word in words[1:])
        else:
            target, formula = (part.strip() for part in row.split("=", 1))
            if edit and not lines:
                formula = f"({formula}) * {1 + edit * 1e-9!r}"
            lines.append(_line(_own(target), _ours(ast.parse(formula, mode="eval").body), target))
    definition = BusinessModel(
        id=f"lab-{name}", label=Text(name, name), help=Text(name, name), drivers=tuple(drivers), lines=tuple(lines)
    )
    return LabModel(definition, distributions, kept)


def _own(name: str) -> str:
    """The lab's names, out of the way of the statement's (`revenue`, `gross_margin`); users stay the axis."""
    return name if name == "users" else f"lab_{name}"


def _ours(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=value):
            return repr(float(value))
        case ast.Name(id=id):
            return _own(id)
        case ast.BinOp(left=left, op=op, right=right):
            return f"({_ours(left)} {SIGNS[type(op)]} {_ours(right)})"
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return f"({_ours(left)} {SIGNS[type(op)]} {_ours(right)})"
        case ast.Call(func=ast.Name(id="where"), args=[test, yes, no]):
            return f"({_ours(yes)} if {_ours(test)} else {_ours(no)})"
        case ast.Call(func=ast.Name(id=function), args=arguments):
            return f"{function}({', '.join(_ours(part) for part in arguments)})"
    raise ValueError(ast.dump(node))


def _driver(id: str, value: float) -> Driver:
    text = Text(id, id)
    return Driver(id=id, label=text, help=text, unit="1", default=value, range=ANY, source=NOWHERE, group="usage")


def _line(id: str, formula: str, name: str) -> Line:
    role = ROLES.get(name, Role.METRIC)
    return Line(id=id, label=Text(id, id), help=Text(id, id), unit="1", role=role, formula=formula)
