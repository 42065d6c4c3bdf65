"""A text is a pair, and filling it in fills both; those of the resources are set as the program's own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import core
from core.wording.text import Text


def test_filled_in_both_languages() -> None:
    text = Text("{name} makes {amount}", "{name}盈利{amount}").filled(name=Text("Resale", "转售"), amount=5)
    assert (text("en"), text("zh")) == ("Resale makes 5", "转售盈利 5")


def test_filled_chinese_is_spaced_as_printed() -> None:
    text = Text("{name} from {count} users", "{count} 用户时，{name}最赚钱")
    assert text.filled(name="API", count="600 万").zh == "600 万用户时，API 最赚钱"
    assert text.filled(name="转售", count="5,409").zh == "5,409 用户时，转售最赚钱"


def texts_in(value: object) -> Iterator[str]:
    """Every text of a resource, in both languages."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"en", "zh"} and isinstance(inner, str):
                yield inner
            else:
                yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)


def test_texts_have_a_minus_sign_and_a_multiplication_sign() -> None:
    folder = Path(core.__file__).resolve().parent.parent / "resources"
    texts = [text for path in folder.rglob("*.toml") for text in texts_in(tomllib.loads(path.read_text("utf-8")))]
    assert len(texts) > 1000
    typed = re.compile(r"(?<![\w.–-])-\d[\d.,]* ?%|(?<= )x \$?\d")
    assert [text for text in texts if typed.search(text)] == []
