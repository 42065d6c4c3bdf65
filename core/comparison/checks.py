"""How the parts of a comparison must fit together: checked once when one is built or read, kept by the edits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.comparison.correlated import check_correlations
from core.comparison.parts import EVERYWHERE, SHARED, Alternative, Comment, ReferenceCheck, Scenario, Setting, State
from core.comparison.placed import IN_ALTERNATIVE, IN_SHARED, FitError, placed
from core.comparison.prospects import check_prospects
from core.comparison.values import checked_range, checked_value
from core.errors import EvenkeelError
from core.formula.constants import CONSTANTS
from core.formula.grammar import parse
from core.formula.tree import names_in
from core.formula.units import parse_unit
from core.model.definition import BusinessModel, Driver
from core.model.statement import STATEMENT
from core.wording.suggestions import closest
from core.wording.text import Text, Words

Drivers = Mapping[str, Driver]

IN_SCENARIO = Text('Scenario "{name}", {where}', "情景“{name}”，{where}")

def check_state(state: State, models: Mapping[str, BusinessModel]) -> None:
    """Raises `EvenkeelError` with the first thing that does not fit."""
    for id, model in models.items():
        if model.id != id:
            raise _misfit("Business model {id} is filed under another id.", "商业模式 {id} 的键与其 id 不一致。", id=id)
    drivers: dict[str, Drivers] = {}
    for alternative in state.alternatives:
        _refuse_taken(alternative, [other for other in state.alternatives if other.id in drivers])
        drivers[alternative.id] = _check_alternative(alternative, state, models)
    _check_shared(state, drivers)
    check_correlations(state.correlations, {SHARED: state.shared, **{a.id: a.own for a in state.alternatives}})
    _refuse_same_names(scenario.name for scenario in state.scenarios)
    for scenario in state.scenarios:
        _check_scenario(scenario, state, drivers)
    quantities = {a.id: {item.id for item in models[a.model].quantities} for a in state.alternatives}
    for check in state.reference_checks:
        _check_reference(check, quantities)
    for comment in state.comments:
        _check_comment(comment, state, quantities)
    check_prospects(state.outlook, state.days, drivers)


def _refuse_taken(alternative: Alternative, earlier: Iterable[Alternative]) -> None:
    rename = Text("Give it another id.", "请换一个 id。")
    if alternative.id == SHARED:
        title = Text('The alternative "{name}" cannot have the id "{id}".', "方案“{name}”不能使用 id“{id}”。")
        raise FitError(title.filled(name=alternative.name, id=SHARED), remedy=rename)
    for other in earlier:
        if other.id == alternative.id:
            title = Text(
                'The alternatives "{one}" and "{other}" have the same id "{id}".',
                "方案“{one}”与“{other}”的 id 相同，都是“{id}”。",
            ).filled(one=other.name, other=alternative.name, id=other.id)
            raise FitError(title, remedy=Text("Give one of them another.", "请为其中一个换一个 id。"))


def _check_alternative(alternative: Alternative, state: State, models: Mapping[str, BusinessModel]) -> Drivers:
    model = models.get(alternative.model)
    if model is None:
        raise _misfit(
            'Alternative {id} needs the business model "{model}", which is missing.',
            "方案 {id} 需要商业模式“{model}”，但文件中没有。",
            id=alternative.id,
            model=alternative.model,
        )
    drivers = {driver.id: driver for driver in model.drivers}
    for id, setting in alternative.own.items():
        if id not in drivers:
            raise _no_such_driver(id, alternative.id, drivers)
        with placed(IN_ALTERNATIVE.filled(name=alternative.name)):
            _check_setting(drivers[id], setting)
    missing = next((id for id in drivers if id not in alternative.own and id not in state.shared), None)
    if missing is not None:
        raise _misfit(
            'Alternative {id} has no value for "{driver}".',
            "方案 {id} 缺少“{driver}”的值。",
            id=alternative.id,
            driver=missing,
        )
    return drivers


def _check_setting(driver: Driver, setting: Setting) -> None:
    checked_value(driver, setting.value)
    if setting.range is not None:
        checked_range(driver, setting.range)


def _check_shared(state: State, drivers: Mapping[str, Drivers]) -> None:
    for id, setting in state.shared.items():
        holders = {a.id: drivers[a.id][id] for a in state.alternatives if id in drivers[a.id]}
        if not holders:
            raise _no_such_driver(
                id, SHARED, {id: driver for known in drivers.values() for id, driver in known.items()}
            )
        linked = {a.id: holders[a.id] for a in state.alternatives if a.id in holders and id not in a.own}
        units = {str(parse_unit(driver.unit)) for driver in linked.values()}
        if len(units) > 1:
            raise unlike_units(id, units)
        for driver in (linked or holders).values():
            with placed(IN_SHARED):
                _check_setting(driver, setting)


def unlike_units(driver: str, units: Iterable[str]) -> EvenkeelError:
    """Alternatives cannot share a driver that is counted in another unit in each."""
    listed = ", ".join(f"[{unit}]" for unit in sorted(units))
    return _misfit(
        '"{driver}" cannot be shared: it is counted in {units}.',
        "“{driver}”不能共用：单位分别为 {units}。",
        driver=driver,
        units=listed,
    )


def _refuse_same_names(names: Iterable[Words]) -> None:
    taken: list[Words] = []
    for name in names:
        if name in taken:
            title = Text('Two scenarios are called "{name}".', "有两个情景都叫“{name}”。").filled(name=name)
            raise FitError(title, remedy=Text("Rename one of them.", "请将其中一个改名。"))
        taken.append(name)


def _check_scenario(scenario: Scenario, state: State, drivers: Mapping[str, Drivers]) -> None:
    for where, changes in scenario.changes.items():
        if where != SHARED and where not in drivers:
            raise _misfit(
                'Scenario "{name}" changes "{where}", which is no alternative.',
                "情景“{name}”修改了不存在的方案“{where}”。",
                name=scenario.name,
                where=where,
            )
        for id, value in changes.items():
            known = drivers[where] if where != SHARED else _shared_drivers(state, drivers)
            if id not in known:
                raise _no_such_driver(id, where, known)
            with placed(IN_SCENARIO.filled(name=scenario.name, where=where)):
                checked_value(known[id], value)


def _shared_drivers(state: State, drivers: Mapping[str, Drivers]) -> Drivers:
    return {id: next(known[id] for known in drivers.values() if id in known) for id in state.shared}


def _check_reference(check: ReferenceCheck, quantities: Mapping[str, set[str]]) -> None:
    if check.alternative not in quantities:
        raise _misfit(
            'The reference check "{name}" is about "{id}", which is no alternative.',
            "参照核对“{name}”所指的方案“{id}”不存在。",
            name=check.name,
            id=check.alternative,
        )
    known = {*quantities[check.alternative], *STATEMENT, *CONSTANTS}
    unknown = sorted(names_in(parse(check.figure)) - known)
    if unknown:
        raise FitError(
            Text(
                'The reference check "{name}" uses "{figure}", which does not exist.',
                "参照核对“{name}”使用了不存在的“{figure}”。",
            ).filled(name=check.name, figure=unknown[0]),
            remedy=closest(unknown[0], sorted(known)),
        )


def _check_comment(comment: Comment, state: State, quantities: Mapping[str, set[str]]) -> None:
    if comment.where == EVERYWHERE:
        known: set[str] = set()
    elif comment.where == SHARED:
        known = set(state.shared)
    elif comment.where in quantities:
        known = quantities[comment.where] | set(STATEMENT)
    else:
        raise _misfit(
            'A comment is about "{where}", which is no alternative.',
            "有一条批注所指的方案“{where}”不存在。",
            where=comment.where,
        )
    if comment.about and comment.about not in known:
        raise _misfit(
            'A comment is about "{about}", which does not exist.',
            "有一条批注所指的“{about}”不存在。",
            about=comment.about,
        )


def _no_such_driver(id: str, where: str, known: Drivers) -> EvenkeelError:
    title = Text('There is no assumption "{id}" in {where}.', "{where} 中没有假设“{id}”。").filled(id=id, where=where)
    return FitError(title, remedy=closest(id, list(known)))


def _misfit(en: str, zh: str, **values: Words) -> FitError:
    return FitError(Text(en, zh).filled(**values))
