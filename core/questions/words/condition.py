"""The one condition under which the verdict flips, in words."""

from __future__ import annotations

from core.comparison.document import Comparison
from core.comparison.parts import SHARED
from core.questions.flip import Flip, Flips
from core.questions.verdict import Verdict
from core.wording.text import Text
from core.wording.thresholds import amount_text, rounded_beyond
from core.wording.unit_words import SWITCH

TO_ANOTHER = Text("This would flip to {winner} if {condition}.", "如果{condition}，就会由{winner}领先。")
TO_LOSS = Text("It would turn into a loss if {condition}.", "如果{condition}，就会转为亏损。")
TO_PROFIT = Text("It would turn into a profit if {condition}.", "如果{condition}，就会转为盈利。")
NOTHING_FLIPS = Text(
    "No single assumption would change this within its plausible range.",
    "任何一项假设单独在合理范围内变动，都不会改变这一结论。",
)
CONDITIONS: dict[str, Text] = {
    "rise": Text("{whose} rose to {value} (now {now})", "{whose}升到 {value}（现为 {now}）"),
    "fall": Text("{whose} fell to {value} (now {now})", "{whose}降到 {value}（现为 {now}）"),
    "switch": Text("{whose} were “{value}” (now “{now}”)", "{whose}改为“{value}”（现为“{now}”）"),
}
LABEL = Text("“{label}”", "“{label}”")
OF_THE_NEXT = Text("its “{label}”", "“{label}”（{name}）")
OF_ANY = Text("“{label}” ({name})", "“{label}”（{name}）")


def flip_sentence(comparison: Comparison, verdict: Verdict, flips: Flips) -> Text | None:
    """Under which condition, nearest first, another would lead; failing that, profit would turn into loss or back.

    None where nobody clearly leads, so that there is nothing to flip.
    """
    if verdict.winner is None or verdict.winner != flips.winner or flips.profit is None:
        return None
    if flips.winner_flips:
        flip = flips.winner_flips[0]
        return TO_ANOTHER.filled(winner=comparison.alternative(flip.winner).name, condition=_when(comparison, flip))
    if flips.profit_flips:
        sentence = TO_LOSS if flips.profit >= 0 else TO_PROFIT
        return sentence.filled(condition=_when(comparison, flips.profit_flips[0]))
    return NOTHING_FLIPS


def _when(comparison: Comparison, flip: Flip) -> Text:
    holder = holder_of(comparison, flip.where, flip.driver)
    driver = comparison.driver_of(holder, flip.driver)
    value = rounded_beyond(flip.at, flip.now, driver.unit)
    kind = "switch" if driver.unit == SWITCH else "rise" if flip.at > flip.now else "fall"
    return CONDITIONS[kind].filled(
        whose=_whose(comparison, flip).filled(label=driver.label, name=comparison.alternative(holder).name),
        value=amount_text(value, driver.unit),
        now=amount_text(flip.now, driver.unit),
    )


def _whose(comparison: Comparison, flip: Flip) -> Text:
    if flip.where == SHARED or len(comparison.alternatives) == 1:
        return LABEL
    return OF_THE_NEXT if flip.where == flip.winner else OF_ANY


def holder_of(comparison: Comparison, where: str, driver: str) -> str:
    """An alternative that takes the driver from this place: an alternative's own, or what several share."""
    if where != SHARED:
        return where
    return next(
        a.id
        for a in comparison.alternatives
        if driver not in a.own and any(d.id == driver for d in comparison.model_of(a).drivers)
    )
