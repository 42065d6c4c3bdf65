"""Help made from a definition: what a business model earns and spends, and what is behind each of its assumptions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.comparison.unknown import unknown_driver
from core.errors import UsageError
from core.formula.tree import names_in
from core.model.confidence_words import CONFIDENCE
from core.model.definition import GROUPS, BusinessModel, Driver, Line, Role
from core.questions.workings.formulas import formulas_of, names_in_order, quantities_of
from core.questions.workings.labels import in_labels
from core.wording.dates import full_date
from core.wording.quantities import exact_value
from core.wording.suggestions import closest
from core.wording.text import LANGUAGES, Language, Text
from core.wording.unit_words import unit_label

ROLES: dict[Role, Text] = {
    Role.REVENUE: Text("Where revenue comes from", "收入来源"),
    Role.DIRECT_COST: Text("What serving customers costs", "直接成本"),
    Role.OPERATING_COST: Text("What the firm costs besides", "运营费用"),
    Role.FUNDING: Text("Funding, which is not profit", "资金注入（不是利润）"),
    Role.VOLUME: Text("Quantities on the way", "中间数量"),
    Role.METRIC: Text("Other figures", "其他指标"),
}
ASSUMPTIONS = Text("Its assumptions", "假设")
GOES_INTO_IT = Text("What goes into it", "由以下各项得出")
WHERE_IT_COUNTS = Text("Where it counts", "用在哪里")
_STARTS_AT = Text("**Value to start from:** {value}", "**初始值**：{value}")
_COUNTED_IN = Text("**Counted in:** {unit}", "**单位**：{unit}")
_USUAL = Text("**Usual range:** {low} to {high}. {reason}", "**常见范围**：{low} 至 {high}。{reason}")
_SOURCE = Text("**Source:** {text} ({trust}; checked {date})", "**来源**：{text}（{trust}；{date}核对）")
_SHARED = Text(
    "Shared at first: all business models that have it use the same value.",
    "默认共用：所有用到它的商业模式取同一个值。",
)
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def help_for_model(model: BusinessModel, links: str = "") -> Text:
    """The page of a business model, in Markdown. `links`: what precedes the id of an assumption in a link to its page;
    without it there are no links."""
    return Text(*("\n\n".join(_model_page(model, links, language)) + "\n" for language in LANGUAGES))


def help_for_driver(model: BusinessModel, driver: str) -> Text:
    """The page of an assumption of a business model, in Markdown. Raises `UsageError` for one it does not have."""
    for candidate in model.drivers:
        if candidate.id == driver:
            return Text(*("\n\n".join(_driver_page(model, candidate, language)) + "\n" for language in LANGUAGES))
    raise unknown_driver(driver, [candidate.id for candidate in model.drivers], model.label)


def help_for_line(model: BusinessModel, line: str, links: str = "") -> Text:
    """The page of a line of a business model or of its statement, in Markdown. `links`: what precedes the id of an
    assumption in a link to its page; without it there are no links. Raises `UsageError` for one it does not have."""
    if line not in formulas_of(model):
        title = Text('"{name}" has no line "{line}".', "“{name}”没有名为“{line}”的项目。")
        raise UsageError(title.filled(name=model.label, line=line), remedy=closest(line, list(formulas_of(model))))
    return Text(*("\n\n".join(_line_page(model, line, links, language)) + "\n" for language in LANGUAGES))


def _line_page(model: BusinessModel, id: str, links: str, language: Language) -> Iterator[str]:
    quantity, drivers = quantities_of(model)[id], {driver.id: driver for driver in model.drivers}
    yield f"# {_escaped(quantity.label(language))}"
    yield _escaped(quantity.help(language))
    formula = formulas_of(model)[id]
    words = in_labels(formula, quantities_of(model))
    yield f"*{_escaped(quantity.label(language))} = {_escaped(words(language))}*"
    yield f"## {GOES_INTO_IT(language)}"
    colon = "：" if language == "zh" else ": "
    for name in names_in_order(formula):
        part = quantities_of(model)[name]
        label = _linked(drivers[name], links, language) if name in drivers else _escaped(part.label(language))
        yield f"- {label}{colon}{_escaped(part.help(language))}"


def _model_page(model: BusinessModel, links: str, language: Language) -> Iterator[str]:
    yield f"# {_escaped(model.label(language))}"
    yield _escaped(model.help(language))
    if model.caveat:
        yield f"> {_escaped(model.caveat(language))}"
    for role, title in ROLES.items():
        lines = [item for item in model.quantities if item.role == role]
        if lines:
            yield f"## {title(language)}"
            yield from (_told(model, item, language) for item in lines)
    yield f"## {ASSUMPTIONS(language)}"
    for group, name in GROUPS.items():
        drivers = [driver for driver in model.drivers if driver.group == group]
        if drivers:
            yield f"**{name(language)}**"
            yield "\n".join(f"- {_linked(driver, links, language)}" for driver in drivers)


def _told(model: BusinessModel, item: Driver | Line, language: Language) -> str:
    """A money line or another figure with what it means and, if it is computed, how."""
    told = f"**{_escaped(item.label(language))}**\n\n{_escaped(item.help(language))}"
    return f"{told}\n\n{_equation(model, item, language)}" if isinstance(item, Line) else told


def _equation(model: BusinessModel, line: Line, language: Language) -> str:
    words = in_labels(formulas_of(model)[line.id], quantities_of(model))
    return f"*{_escaped(line.label(language))} = {_escaped(words(language))}*"


def _linked(driver: Driver, links: str, language: Language) -> str:
    label = _escaped(driver.label(language))
    return f"[{label}]({links}{driver.id})" if links else label


def _driver_page(model: BusinessModel, driver: Driver, language: Language) -> Iterator[str]:
    def shown(value: float) -> str:
        return _escaped(exact_value(value, driver.unit, language))

    yield f"# {_escaped(driver.label(language))}"
    yield _escaped(driver.help(language))
    unit = unit_label(driver.unit)(language)
    facts = [_COUNTED_IN(language).format(unit=unit)] if unit else []
    facts.append(_STARTS_AT(language).format(value=shown(driver.default)))
    reason, source = _escaped(driver.range.reason(language)), driver.source
    facts.append(_USUAL(language).format(low=shown(driver.range.low), high=shown(driver.range.high), reason=reason))
    trust, date = CONFIDENCE[source.confidence](language), full_date(source.checked, language)
    facts.append(_SOURCE(language).format(text=_escaped(source.text(language)), trust=trust, date=date))
    yield "\n".join(f"- {fact}" for fact in facts)
    if driver.linked:
        yield _SHARED(language)
    formulas = formulas_of(model)
    using = [line for line in model.lines if driver.id in names_in(formulas[line.id])]
    if using:
        yield f"## {WHERE_IT_COUNTS(language)}"
        yield from (_equation(model, line, language) for line in using)


def _escaped(words: str) -> str:
    """Words as they are, with nothing in them taken for Markdown."""
    return _SPECIAL.sub(r"\\\1", words)
