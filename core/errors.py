"""The one kind of error a person may meet: what happened, why, and what to do, in both languages."""

from __future__ import annotations

from core.wording.text import Text, Words

# Words with which a reason begins and that are written small inside a sentence; anything else may be a name.
_SMALL_INSIDE = (
    *("A", "All", "An", "At", "Each", "Every", "It", "Its"),
    *("Perhaps", "Sellers", "The", "There", "These", "They", "This"),
)


class EvenkeelError(Exception):
    """An error whose words are meant for the person at the screen.

    `title` says what is wrong, `reason` why, `remedy` what to do next; each is one plain sentence or empty.
    """

    exit_status = 3  # the file or a value is not valid; subclasses for wrong usage say 2

    def __init__(self, title: Words, reason: Words = "", remedy: Words = "") -> None:
        self.title = title
        self.reason = reason
        self.remedy = remedy
        super().__init__(str(self))

    def text(self) -> Text:
        """Title, reason and remedy as running text."""
        parts = [p if isinstance(p, Text) else Text(p, p) for p in (self.title, self.reason, self.remedy) if p]
        return Text(" ".join(p.en for p in parts), "".join(p.zh for p in parts))

    def cause(self) -> Text:
        """What is wrong and why, in one sentence."""
        title, reason = (p if isinstance(p, Text) else Text(p, p) for p in (self.title, self.reason))
        if not (title.en and reason.en):
            return title if title.en else reason
        joint = "; " if ": " in title.en + reason.en else ": "
        english = f"{title.en.removesuffix('.')}{joint}{inside_a_sentence(reason.en)}"
        return Text(english, f"{title.zh.removesuffix('。')}：{reason.zh}")

    def brief(self) -> Text:
        """All of it in at most two sentences, as the command line says it."""
        if not (self.title and self.reason and self.remedy):
            return self.text()
        return EvenkeelError(self.cause(), remedy=self.remedy).text()

    def __str__(self) -> str:
        return self.text().en


class UsageError(EvenkeelError):
    """Asked for something that does not exist, such as an unknown driver."""

    exit_status = 2


def inside_a_sentence(sentence: str) -> str:
    """An English sentence as it stands after a colon."""
    first, space, rest = sentence.partition(" ")
    return f"{first.lower() if first in _SMALL_INSIDE else first}{space}{rest}"
