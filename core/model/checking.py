"""Checks a business model before anything is computed from it: names, references, loops and units. Built-in models
and models inside a person's file go through the same check."""

from __future__ import annotations

from collections.abc import Mapping

from core.errors import EvenkeelError
from core.formula.constants import CONSTANTS
from core.formula.dimensions import unit_of
from core.formula.errors import FormulaError
from core.formula.functions import FUNCTIONS
from core.formula.grammar import KEYWORDS, parse
from core.formula.tree import Node, names_in
from core.formula.units import Unit, parse_unit
from core.model.definition import GROUPS, BusinessModel, Driver, FlatPlan, Line, Role
from core.model.statement import STATEMENT
from core.wording.suggestions import did_you_mean
from core.wording.text import Text, Words

MONEY_ROLES = (Role.REVENUE, Role.DIRECT_COST, Role.OPERATING_COST, Role.FUNDING)


class ModelError(EvenkeelError):
    """A business model that cannot be computed; says which one and where."""


def check(model: BusinessModel) -> None:
    """Raises `ModelError` with the first thing that is wrong with the definition."""
    _check_names(model)
    for driver in model.drivers:
        _check_driver(model, driver)
    formulas = {line.id: _parsed(model, line) for line in model.lines}
    units = {item.id: _unit(model, item) for item in model.quantities}
    for id, formula in formulas.items():
        _check_references(model, id, formula, units)
    calculation_order(model, formulas)
    for line in model.lines:
        _check_line_unit(model, line, formulas[line.id], units)
    for plan in model.flat_plans:
        _check_flat_plan(model, plan, units)


def calculation_order(model: BusinessModel, formulas: Mapping[str, Node]) -> list[str]:
    """Ids of the formulas, each after everything it reads. Raises `ModelError` naming a loop."""
    done: dict[str, bool] = {}
    order: list[str] = []
    for start in formulas:
        path = [(start, iter(sorted(names_in(formulas[start]))))] if start not in done else []
        if path:
            done[start] = False
        while path:
            id, parts = path[-1]
            following = next((name for name in parts if name in formulas and done.get(name) is not True), None)
            if following is None:
                done[id] = True
                order.append(id)
                path.pop()
            elif following in done:
                raise _loop(model, [step for step, _ in path], following)
            else:
                done[following] = False
                path.append((following, iter(sorted(names_in(formulas[following])))))
    return order


def _loop(model: BusinessModel, path: list[str], start: str) -> ModelError:
    loop = " -> ".join([*path[path.index(start) :], start])
    return _error(
        model,
        Text("Some lines depend on each other in a circle", "有些行项目循环引用"),
        Text(loop, loop),
        Text(
            "Break the circle: a line can only use lines that do not use it.",
            "请打破循环：行项目不能使用依赖它自己的行。",
        ),
    )


def _check_names(model: BusinessModel) -> None:
    taken = set(CONSTANTS) | set(STATEMENT) | set(KEYWORDS) | set(FUNCTIONS)
    for item in model.quantities:
        if item.id in taken:
            raise _error(
                model,
                Text(f'The name "{item.id}" is used twice or reserved', f"名称“{item.id}”重复或为保留名称"),
                remedy=Text("Give it another name.", "请换一个名称。"),
            )
        taken.add(item.id)
    if "users" not in {driver.id for driver in model.drivers}:
        raise _error(
            model,
            Text('There is no driver "users"', "缺少假设“users”"),
            Text("Every break-even is counted in users.", "所有盈亏平衡点都按用户数计算。"),
            Text('Add a driver "users" with the unit "user".', "请添加单位为“user”的假设“users”。"),
        )


def _check_driver(model: BusinessModel, driver: Driver) -> None:
    low = driver.minimum if driver.minimum is not None else driver.range.low
    high = driver.maximum if driver.maximum is not None else driver.range.high
    if driver.group not in GROUPS:
        problem = Text(f'There is no group "{driver.group}"', f"没有分组“{driver.group}”")
    elif not driver.range.low <= driver.range.high:
        problem = Text("The range ends below its start", "范围的上限低于下限")
    elif driver.range.low < low or driver.range.high > high or not low <= driver.default <= high:
        problem = Text(
            "Its value or plausible range goes beyond what makes sense at all", "取值或合理范围超出了有意义的界限"
        )
    elif driver.role in MONEY_ROLES and driver.unit != "USD/month":
        problem = Text("A money line of the statement must be in USD/month", "损益表中的金额项单位必须是 USD/month")
    else:
        return
    raise _error(model, problem, Text(f"See driver {driver.id}.", f"见假设 {driver.id}。"))


def _unit(model: BusinessModel, item: Driver | Line) -> Unit:
    try:
        return parse_unit(item.unit)
    except FormulaError as error:
        problem = Text(f"The unit of {item.id} is not known", f"{item.id} 的单位无法识别")
        raise _error(model, problem, error.cause(), error.remedy) from error


def _parsed(model: BusinessModel, line: Line) -> Node:
    try:
        return parse(line.formula)
    except FormulaError as error:
        raise _in_line(model, line, error) from error


def _check_references(model: BusinessModel, id: str, formula: Node, known: Mapping[str, Unit]) -> None:
    for name in sorted(names_in(formula)):
        if name in known or name in CONSTANTS:
            continue
        raise _error(
            model,
            Text(f'Line {id} uses "{name}", which does not exist', f"行项目 {id} 使用了不存在的“{name}”"),
            remedy=did_you_mean(name, [*known, *CONSTANTS])
            or Text("Add it as a driver or a line.", "请把它添加为假设或行项目。"),
        )


def _check_line_unit(model: BusinessModel, line: Line, formula: Node, units: Mapping[str, Unit]) -> None:
    try:
        found = unit_of(formula, units)
    except FormulaError as error:
        raise _in_line(model, line, error) from error
    declared = units[line.id]
    if found is not None and found != declared:
        raise _error(
            model,
            Text(f"The unit of line {line.id} does not fit its formula", f"行项目 {line.id} 的单位与公式不符"),
            Text(
                f"It says [{declared}], but {line.formula} gives [{found}].",
                f"标注为 [{declared}]，而 {line.formula} 得出 [{found}]。",
            ),
        )
    if line.role in MONEY_ROLES and str(declared) != "USD/month":
        raise _error(
            model,
            Text(f"Line {line.id} is money of the statement", f"行项目 {line.id} 是损益表中的金额项"),
            Text(f"It must be in [USD/month], not [{declared}].", f"单位必须是 [USD/month]，而不是 [{declared}]。"),
        )


def _check_flat_plan(model: BusinessModel, plan: FlatPlan, units: Mapping[str, Unit]) -> None:
    for part in ("fee", "kept", "cost", "spread"):
        unit = "1" if part == "spread" else "USD/user/month"
        item = Line(
            id=f"{plan.id}_{part}", label=plan.label, help=plan.label, unit=unit, role=Role.METRIC,
            formula=getattr(plan, part),
        )  # fmt: skip
        formula = _parsed(model, item)
        _check_references(model, item.id, formula, units)
        _check_line_unit(model, item, formula, {**units, item.id: parse_unit(unit)})


def _in_line(model: BusinessModel, line: Line, error: FormulaError) -> ModelError:
    problem = Text(f"The formula of {line.id} cannot be used", f"{line.id} 的公式无法使用")
    return _error(model, problem, error.cause(), error.remedy)


def _error(model: BusinessModel, problem: Text, reason: Words = "", remedy: Words = "") -> ModelError:
    return ModelError(
        Text("{problem} (business model {id}).", "{problem}（商业模式 {id}）。").filled(problem=problem, id=model.id),
        reason,
        remedy,
    )
