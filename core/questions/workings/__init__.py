"""How did this number come about? Workings that can be read aloud, for every figure and for break-even counts."""

from core.questions.workings.break_even import BreakEvenWorkings, break_even_workings
from core.questions.workings.chain import as_text
from core.questions.workings.origin import Origin
from core.questions.workings.working import Input, Working, Workings, workings

__all__ = [
    "BreakEvenWorkings",
    "Input",
    "Origin",
    "Working",
    "Workings",
    "as_text",
    "break_even_workings",
    "workings",
]
