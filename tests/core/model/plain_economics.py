"""The built-in business models a second time, as straightforward sums over plain numbers: what the definitions are held
against.

Written from the description of the economics, not from the formulas in the definitions. None means not defined.
"""

from __future__ import annotations

import math
from collections.abc import Callable

Numbers = dict[str, float]
Figures = dict[str, float | None]

SECONDS_A_MONTH = 730 * 60 * 60


def ratio(above: float | None, below: float | None) -> float | None:
    if above is None or below is None or below == 0:
        return None
    result = above / below
    return result if math.isfinite(result) else None


def round_up(x: float, step: float) -> float:
    return x if step == 0 else math.ceil(x / step) * step


def share_above(x: float | None, mean: float, spread: float) -> float | None:
    """P(X > x) for a lognormal X of that mean and coefficient of variation."""
    if x is None:
        return None
    if spread == 0:
        return 1.0 if mean > x else 0.0
    if mean == 0:
        return 1.0 if x < 0 else 0.0
    if x <= 0:
        return 1.0
    sigma = math.sqrt(math.log(1 + spread**2))
    median = mean / math.sqrt(1 + spread**2)
    return math.erfc(math.log(x / median) / sigma / math.sqrt(2)) / 2


def value(d: Numbers, tokens: Numbers, prices: tuple[float, float, float]) -> float:
    """What the tokens are worth at the prices of cached input, new input and output."""
    cached = tokens["input_tokens"] * d["cache_hit_share"]
    new = tokens["input_tokens"] - cached
    return cached * prices[0] + new * prices[1] + tokens["output_tokens"] * prices[2]


def traffic(d: Numbers, users: float) -> Numbers:
    return {
        "input_tokens": users * d["input_tokens_per_user"],
        "output_tokens": users * d["output_tokens_per_user"],
    }


def nodes_before_steps(d: Numbers, tokens: Numbers) -> tuple[float, float]:
    """Nodes needed for reading and for writing at the utilisation reached, by the fraction."""
    reading = tokens["input_tokens"] * 1e6 / SECONDS_A_MONTH / d["prefill_throughput"] / d["throughput_efficiency"]
    writing = tokens["output_tokens"] * 1e6 / SECONDS_A_MONTH / d["decode_throughput"] / d["throughput_efficiency"]
    return reading / d["utilisation"], writing / d["utilisation"]


def serving(d: Numbers, tokens: Numbers) -> Numbers:
    reading, writing = nodes_before_steps(d, tokens)
    if d["separate_pools"]:
        needed = round_up(reading, d["prefill_unit_nodes"]) + round_up(writing, d["decode_unit_nodes"])
    else:
        needed = round_up(reading + writing, d["pool_unit_nodes"])
    paid = max(d["minimum_nodes"], needed)
    hours = paid * d["gpus_per_node"] * 730
    return {
        "prefill_nodes": reading * d["utilisation"],
        "decode_nodes": writing * d["utilisation"],
        "busy_nodes": (reading + writing) * d["utilisation"],
        "paid_nodes": paid,
        "gpu_hours": hours,
        "gpu_cost": hours * d["gpu_hour_price"],
    }


def statement(users: float, revenue: float, direct: float, operating: float, funding: float = 0) -> Figures:
    gross, profit = revenue - direct, revenue - direct - operating
    return {
        "revenue": revenue,
        "direct_cost": direct,
        "gross_profit": gross,
        "gross_margin": ratio(gross, revenue),
        "operating_cost": operating,
        "operating_profit": profit,
        "operating_margin": ratio(profit, revenue),
        "markup": ratio(gross, direct),
        "cash_flow": profit + funding,
        "revenue_per_user": ratio(revenue, users),
        "direct_cost_per_user": ratio(direct, users),
        "contribution_per_user": ratio(gross, users),
    }


def open_weights_api(d: Numbers) -> Figures:
    tokens = traffic(d, d["users"])
    machines = serving(d, tokens)
    premium = value(d, tokens, (d["premium_cache_hit_price"], d["premium_cache_miss_price"], d["premium_output_price"]))
    standard = value(
        d, tokens, (d["standard_cache_hit_price"], d["standard_cache_miss_price"], d["standard_output_price"])
    )
    at_premium, at_standard = d["premium_share"] * premium, (1 - d["premium_share"]) * standard
    mixed = at_premium + at_standard
    night_premium = d["paid_share"] * at_premium * d["off_peak_share"] * d["premium_off_peak_discount"]
    night_standard = d["paid_share"] * at_standard * d["off_peak_share"] * d["standard_off_peak_discount"]
    api_revenue = d["paid_share"] * mixed - night_premium - night_standard
    fees = api_revenue * d["payment_fee_share"]
    training = d["training_cost"] / d["training_life_months"]
    return {
        **tokens,
        **machines,
        "theoretical_revenue": premium,
        "cheaper_model_haircut": premium - mixed,
        "free_service_haircut": mixed - d["paid_share"] * mixed,
        "off_peak_haircut": night_premium + night_standard,
        "api_revenue": api_revenue,
        "payment_fees": fees,
        "training_amortisation": training,
        **statement(
            d["users"],
            api_revenue + d["enterprise_revenue"],
            machines["gpu_cost"] + fees,
            d["staff_cost"] + d["other_fixed_cost"] + training,
            d["parent_funding"],
        ),
    }


def subscription(d: Numbers) -> Figures:
    plus, pro = d["users"] * d["plus_share"], d["users"] * d["pro_share"]
    free = d["users"] - plus - pro
    typical = (
        free * d["free_usage_multiple"] + plus * d["plus_usage_multiple"] + pro * d["pro_usage_multiple"]
    )  # users, each counted by how much it uses
    tokens = traffic(d, typical)
    machines = serving(d, tokens)
    fee = d["store_share"] * d["store_cut"] + (1 - d["store_share"]) * d["payment_fee_share"]
    plans = plus * d["plus_price"] + pro * d["pro_price"]
    support = (plus + pro) * d["support_cost_per_subscriber"]
    winning = (plus + pro) * d["monthly_churn"] * d["acquisition_cost_per_subscriber"]
    training = d["training_cost"] / d["training_life_months"]
    return {
        **tokens,
        **machines,
        "plus_subscribers": plus,
        "pro_subscribers": pro,
        "free_users": free,
        "plus_revenue": plus * d["plus_price"],
        "pro_revenue": pro * d["pro_price"],
        "payment_fees": plans * fee,
        "support_cost": support,
        "acquisition_cost": winning,
        "training_amortisation": training,
        **_subscribers(d, plus, pro, fee, ratio(machines["gpu_cost"], typical)),
        **statement(
            d["users"],
            plans + d["api_revenue"],
            machines["gpu_cost"] + plans * fee + support,
            winning + d["staff_cost"] + d["other_fixed_cost"] + training,
        ),
    }


def _subscribers(d: Numbers, plus: float, pro: float, fee: float, serving_one: float | None) -> Figures:
    """What one subscriber leaves, pays back and is worth, given the cost of serving a typical user."""
    names = ("lifetime_value_plus", "lifetime_value_pro", "acquisition_payback_months", "pro_break_even_usage")
    if serving_one is None:
        nothing: Figures = dict.fromkeys((*names, "serving_cost_per_typical_user", "pro_unprofitable_share"))
        return nothing
    net_plus = d["plus_price"] * (1 - fee) - d["support_cost_per_subscriber"]
    net_pro = d["pro_price"] * (1 - fee) - d["support_cost_per_subscriber"]
    leaves_plus = net_plus - d["plus_usage_multiple"] * serving_one
    leaves_pro = net_pro - d["pro_usage_multiple"] * serving_one
    blended = ratio(plus * leaves_plus + pro * leaves_pro, plus + pro)
    usage = ratio(net_pro, serving_one)
    pays_back = blended is not None and blended > 0
    return {
        "serving_cost_per_typical_user": serving_one,
        "pro_break_even_usage": usage,
        "pro_unprofitable_share": share_above(usage, d["pro_usage_multiple"], d["usage_spread"]),
        "lifetime_value_plus": ratio(leaves_plus, d["monthly_churn"]),
        "lifetime_value_pro": ratio(leaves_pro, d["monthly_churn"]),
        "acquisition_payback_months": ratio(d["acquisition_cost_per_subscriber"], blended) if pays_back else None,
    }


def maas_resale(d: Numbers) -> Figures:
    tokens = traffic(d, d["users"])
    machines = serving(d, tokens)
    official = value(
        d, tokens, (d["official_cache_hit_price"], d["official_cache_miss_price"], d["official_output_price"])
    )
    sold = official * (1 - d["price_discount"])
    api_revenue = sold - d["free_credit_share"] * sold
    marketplace, payment = d["marketplace_fee_share"] * api_revenue, d["payment_fee_share"] * api_revenue
    kept = api_revenue * (1 - d["marketplace_fee_share"] - d["payment_fee_share"])
    always_busy = machines["busy_nodes"] * d["gpus_per_node"] * 730 * d["gpu_hour_price"]
    return {
        **tokens,
        **machines,
        "official_value": official,
        "api_revenue": api_revenue,
        "marketplace_fees": marketplace,
        "payment_fees": payment,
        "break_even_utilisation": always_busy / kept if kept > 0 else None,
        **statement(
            d["users"],
            api_revenue,
            machines["gpu_cost"] + marketplace + payment,
            d["staff_cost"] + d["other_fixed_cost"],
        ),
    }


def closed_api(d: Numbers) -> Figures:
    tokens = traffic(d, d["users"])
    listed = value(d, tokens, (d["cache_hit_price"], d["cache_miss_price"], d["output_price"]))
    api_revenue = listed - listed * d["batch_share"] * d["batch_discount"]
    fees = api_revenue * d["payment_fee_share"]
    training = d["training_cost"] / d["training_life_months"]
    return {
        **tokens,
        "list_value": listed,
        "api_revenue": api_revenue,
        "serving_cost": listed * d["serving_cost_share"],
        "payment_fees": fees,
        "training_amortisation": training,
        **statement(
            d["users"],
            api_revenue,
            listed * d["serving_cost_share"] + fees,
            d["staff_cost"] + d["other_fixed_cost"] + training,
        ),
    }


def capped_plan(d: Numbers) -> Figures:
    revenue = d["users"] * d["price"]
    fee = d["store_share"] * d["store_cut"] + (1 - d["store_share"]) * d["payment_fee_share"]
    at_the_cap = d["api_value_at_cap"] * d["serving_cost_share"]
    serving_cost = d["users"] * at_the_cap * d["cap_utilisation"]
    break_even = ratio(d["price"] - d["price"] * fee, at_the_cap)
    return {
        "plan_revenue": revenue,
        "serving_cost": serving_cost,
        "payment_fees": revenue * fee,
        "break_even_cap_utilisation": break_even,
        "unprofitable_share": share_above(break_even, d["cap_utilisation"], d["usage_spread"]),
        **statement(d["users"], revenue, serving_cost + revenue * fee, d["staff_cost"] + d["other_fixed_cost"]),
    }


ECONOMICS: dict[str, Callable[[Numbers], Figures]] = {
    "open-weights-api": open_weights_api,
    "subscription": subscription,
    "maas-resale": maas_resale,
    "closed-api": closed_api,
    "capped-plan": capped_plan,
}
