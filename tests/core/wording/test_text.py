"""A text is a pair, and filling it in fills both."""

from __future__ import annotations

from core.wording.text import Text


def test_filled_in_both_languages() -> None:
    text = Text("{name} makes {amount}", "{name}盈利{amount}").filled(name=Text("Resale", "转售"), amount=5)
    assert (text("en"), text("zh")) == ("Resale makes 5", "转售盈利 5")


def test_filled_chinese_is_spaced_as_printed() -> None:
    text = Text("{name} from {count} users", "{count} 用户时，{name}最赚钱")
    assert text.filled(name="API", count="600 万").zh == "600 万用户时，API 最赚钱"
    assert text.filled(name="转售", count="5,409").zh == "5,409 用户时，转售最赚钱"
