"""How far a figure can be trusted, in words."""

from __future__ import annotations

from core.model.definition import Confidence
from core.wording.text import Text

CONFIDENCE: dict[Confidence, Text] = {
    Confidence.PRIMARY: Text("first-hand: the company's own document", "一手资料：公司自己的文件"),
    Confidence.SECONDARY: Text("second-hand: press or a third party's page", "二手资料：媒体或第三方页面"),
    Confidence.ESTIMATE: Text("worked out from other figures", "由其他数字推算"),
    Confidence.ASSUMPTION: Text("an assumption: nobody publishes it", "假设：无公开数据"),
}
