"""How far the price book trusts each list, and since when, against the sheet of facts the lists were carried over from.

The sheet grades by letters: P the company's own document, S press or somebody else's page, E worked out. Where it gives
no day, a figure of the past and a page without a date count as looked at when the sheet was made, 23 November 2026.
"""

from __future__ import annotations

from datetime import date

import pytest

from core.model.definition import Confidence
from core.prices.book import PriceBook
from core.prices.lists import PriceList

GRADES = {"P": Confidence.PRIMARY, "S": Confidence.SECONDARY, "E": Confidence.ESTIMATE}
V4 = "deepseek-v4-flash.{0} deepseek-v4-pro.{0}"

# Section, grade, day, words of the source, and the lists that rest on it (item, currency, first day).
SHEET = (
    ("B", "S", "2026-11-23", "llm-prices, launch offer until 8 February 2025", "deepseek-v3.usd.2024-12-26"),
    ("B", "S", "2026-11-23", "lobe-chat, which notes the rise of 9 February",
     "deepseek-v3.cny.2024-12-26 deepseek-v3.cny.2025-02-08 deepseek-r1.cny.2025-01-20"),
    ("B", "P", "2025-08-31", "price page as stored in August 2025",
     "deepseek-v3.usd.2025-02-08 deepseek-v3.usd.2025-02-26 deepseek-r1.usd.2025-01-20 deepseek-r1.usd.2025-02-26"),
    ("B", "S", "2026-11-23", "night prices from press, 26–27 February 2025",
     "deepseek-v3.cny.2025-02-26 deepseek-r1.cny.2025-02-26"),
    ("B", "P", "2025-09-05", "price page as stored while this list held", "deepseek-v3-1.usd.2025-09-05"),
    ("B", "E", "2026-11-23", "Not confirmed: the yuan list of September 2025", "deepseek-v3-1.cny.2025-09-05"),
    ("B", "S", "2026-04-13", "benchlm, 13 April 2026; flowith, 6 March 2026", "deepseek-v3-2.usd.2025-09-29"),
    ("B", "S", "2026-11-23", "lobe-chat; the day of the copy", "deepseek-v3-2.cny.2025-09-29"),
    ("B", "S", "2026-04-24", "llm-prices, 23 April 2026, and press (aibase)",
     f"{V4.format('usd.2026-04-24')} {V4.format('cny.2026-04-24')}"),
    ("B", "S", "2026-06-29", "opencode issue 29008; memedata and kucoin, 29 June 2026",
     "deepseek-v4-flash.usd.2026-04-26 deepseek-v4-flash.cny.2026-04-26"),
    ("B", "S", "2026-06-03", "permanent on 22 May 2026 (apidog; catalogue genai-prices, 3 June 2026)",
     "deepseek-v4-pro.usd.2026-04-26 deepseek-v4-pro.cny.2026-04-26"),
    ("B", "S", "2026-08-31", "Copies of DeepSeek's notice of August 2026 (models.dev, apiyi)",
     "deepseek-v4-flash.usd.2026-08-16 deepseek-v4-flash.cny.2026-08-16"),
    ("B", "P", "2026-08-31", "as stored, with its notice of August 2026",
     "deepseek-v4-pro.usd.2026-08-16 deepseek-v4-pro.cny.2026-08-16"),
    ("B", "P", "2026-10-27", "price page, seen on 27 October 2026",
     ("deepseek-v4-pro.usd.2026-09-09 deepseek-v4-pro.cny.2026-09-09 "
     "deepseek-flash.usd.2026-09-09 deepseek-flash.cny.2026-09-09")),
    ("C.1", "P", "2026-11-23", "help page on ChatGPT Plus", "chatgpt-plus.usd.2023-02-28"),
    ("C.1", "S", "2026-11-23", "Press, January 2025", "chatgpt-pro.usd.2025-01-31"),
    ("C.1", "S", "2026-11-23", "(faithfulbiz)", "chatgpt-go.usd.2026-01-31 chatgpt-pro-100.usd.2026-11-23"),
    ("C.1", "P", "2026-11-23", "help page on ChatGPT Business",
     ("chatgpt-business.usd.2026-04-01 chatgpt-business.usd.2026-04-02 "
     "chatgpt-business-year.usd.2026-04-01 chatgpt-business-year.usd.2026-04-02")),
    ("C.1", "S", "2026-11-23", "One blog of 2026 (misar)", "chatgpt-enterprise.usd.2026-11-23"),
    ("C.4", "S", "2025-02-27", "llm-prices", "gpt-4o.usd.2025-02-27 gpt-4-5.usd.2025-02-27"),
    # The day is that of the page that announces their end, which is not from the sheet.
    ("C.4", "S", "2026-10-15", "llm-prices and genai-prices",
     "o1.usd.2025-02-27 o1-pro.usd.2025-08-31 o3-mini.usd.2025-01-31"),
    ("C.4", "S", "2025-06-10", "cut of 10 June 2025 by 80%", "o3.usd.2025-04-16 o3.usd.2025-06-10"),
    ("C.4", "S", "2026-07-30", "llm-prices and genai-prices, with the changes up to 30 July 2026",
     ("gpt-5.usd.2025-08-31 gpt-5-2.usd.2025-12-11 gpt-5-4.usd.2026-03-31 gpt-5-5.usd.2026-04-23 "
     "gpt-5-6-sol.usd.2026-06-26 gpt-5-6-terra.usd.2026-06-26 gpt-5-6-terra.usd.2026-07-30 "
     "gpt-5-6-luna.usd.2026-06-26 gpt-5-6-luna.usd.2026-07-30")),
    ("C.4", "S", "2026-09-22", "PromptFuel and codexometer",
     "gpt-6-astra.usd.2026-09-03 gpt-6-sol.usd.2026-09-22 gpt-6-luna.usd.2026-09-22"),
    ("C.4", "S", "2026-10-01", "SubSwitch, compared with OpenAI's page on 1 October 2026",
     "gpt-6-1-sol.usd.2026-09-30"),
    ("C.4", "S", "2026-10-26", "PromptFuel and press (apidog)", "gpt-6-1-terra.usd.2026-10-26"),
    ("D.3", "S", "2026-08-31", "genai-prices, copy of August 2026 at the latest",
     " ".join(f"{host}.usd.2026-08-31" for host in (
         "together-r1", "together-v3", "bedrock-r1", "nebius-r1", "nebius-v3", "novita-r1", "novita-v3",
         "hyperbolic-r1", "hyperbolic-r1-0528", "hyperbolic-v3", "sambanova-r1", "sambanova-v3", "openrouter-r1",
         "openrouter-v3"))),
    ("D.3", "S", "2025-07-13", "genai-prices, checked on 13 July 2025",
     "fireworks-r1.usd.2025-07-13 fireworks-v3.usd.2025-07-13"),
    ("D.3", "S", "2026-06-24", "genai-prices, 24 June 2026", "fireworks-v4-pro.usd.2026-06-24"),
    ("D.3", "S", "2026-11-23", "LiteLLM, undated", "azure-r1.usd.2026-11-23 azure-v3.usd.2026-11-23"),
    ("D.3", "S", "2026-02-28", "InferenceX v2, February 2026",
     "crusoe-r1.usd.2026-02-28 nebius-fast-r1.usd.2026-02-28"),
    ("D.3", "S", "2025-06-30", "lobe-chat, June 2025", "siliconflow-r1.cny.2025-06-30 siliconflow-v3.cny.2025-06-30"),
    ("D.5", "S", "2026-11-23", "SemiAnalysis, through neighborhoodsf and compux",
     " ".join(f"h100-on-demand.usd.{day}" for day in ("2023-01-01", "2024-01-01", "2024-10-01", "2025-01-01"))),
    ("D.5", "S", "2026-05-31", "AIMultiple GPU index, median, May 2026", "h100-on-demand.usd.2026-05-31"),
    ("D.5", "S", "2026-11-23", "chris-gpu-rental, 2026 without a month",
     "h100-index.usd.2026-11-23 b200-index.usd.2026-11-23"),
    ("D.5", "S", "2026-03-31", "One-year contracts, SemiAnalysis",
     "h100-one-year.usd.2025-10-01 h100-one-year.usd.2026-03-01"),
    ("D.5", "S", "2026-05-31", "mercatus-ai",
     " ".join(f"{gpu}-{tier}.usd.2026-05-31" for gpu in ("h100", "h200", "a100")
              for tier in ("hyperscaler", "specialist", "long-tail"))),
    ("D.5", "P", "2026-04-03", "constants of its cost model (August 2025 survey)",
     " ".join(f"{gpu}-three-years.usd.2025-08-31" for gpu in ("h100", "h200", "b200", "gb200", "mi300x", "mi355x"))),
    ("D.5", "S", "2026-11-23", "MIT Technology Review through haywaa",
     "h100-china.cny.2024-01-01 h100-china.cny.2024-10-01"),
    ("D.5", "S", "2025-03-31", "cnbeta, March 2025", "h100-china.cny.2025-03-01"),
    ("D.5", "S", "2026-11-23", "packet.ai and GMI Cloud", "h200-cheapest.usd.2026-11-23 b200-cheapest.usd.2026-11-23"),
    ("D.5", "P", "2026-11-23", "an assumption, not a bill", "h800.usd.2025-02-27"),
    ("D.5", "E", "2024-06-30", "FutureSearch estimate", "a100-openai.usd.2024-06-30"),
    ("D.5", "S", "2024-09-30", "Financial Times, September 2024", "a100-us.usd.2024-09-30 a100-china.usd.2024-09-30"),
)  # fmt: skip


def lists(book: PriceBook) -> dict[str, PriceList]:
    return {row.id: row.price_list for row in book.rows if row.band is None}


@pytest.mark.parametrize(("section", "grade", "day", "told", "ids"), SHEET, ids=lambda part: str(part)[:40])
def test_source_trust_and_day(book: PriceBook, section: str, grade: str, day: str, told: str, ids: str) -> None:
    for id in ids.split():
        source = lists(book)[id].source
        where = f"section {section}: {id}"
        assert source.confidence is GRADES[grade], where
        assert source.checked == date.fromisoformat(day), where
        assert told in source.text.en, where


def test_every_list_is_on_the_sheet_once(book: PriceBook) -> None:
    named = [id for *_, ids in SHEET for id in ids.split()]
    assert sorted(named) == sorted(lists(book))


def test_a_day_a_list_was_only_seen_on_is_not_its_first(book: PriceBook) -> None:
    """Sections C.1, C.4, D.3 and D.5: no first day is given for these."""
    known = {id for id, price_list in lists(book).items() if price_list.start_known}
    hosts = {id for section, *_, ids in SHEET for id in ids.split() if section == "D.3"}
    assert not known & hosts
    assert not known & {"chatgpt-pro.usd.2025-01-31", "chatgpt-plus.usd.2023-02-28", "gpt-4o.usd.2025-02-27"}
    assert "h100-on-demand.usd.2026-05-31" not in known
    assert {"gpt-4-5.usd.2025-02-27", "deepseek-r1.usd.2025-01-20", "chatgpt-business.usd.2026-04-02"} <= known
