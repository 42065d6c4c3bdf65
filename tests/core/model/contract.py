"""What other programs, saved files and workbooks rely on: the ids, roles and units of the built-in business models."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.definition import Role

MONEY = "USD/month"
PRICE = "USD/Mtoken"

BLOCKS: dict[str, dict[str, str]] = {
    "users": {"users": "user"},
    "workload": {
        "input_tokens_per_user": "Mtoken/user/month",
        "output_tokens_per_user": "Mtoken/user/month",
        "cache_hit_share": "1",
    },
    "serving": {
        "prefill_throughput": "token/s/node",
        "decode_throughput": "token/s/node",
        "throughput_efficiency": "1",
        "utilisation": "1",
        "separate_pools": "yes/no",
        "prefill_unit_nodes": "node",
        "decode_unit_nodes": "node",
        "pool_unit_nodes": "node",
        "minimum_nodes": "node",
        "gpus_per_node": "GPU/node",
        "gpu_hour_price": "USD/GPU/hour",
    },
    "people": {"staff_cost": MONEY, "other_fixed_cost": MONEY},
    "training": {"training_cost": "USD", "training_life_months": "month"},
    "payment": {"payment_fee_share": "1"},
    "app-stores": {"store_share": "1", "store_cut": "1"},
    "usage-spread": {"usage_spread": "1"},
}

MONEY_DRIVERS = {
    "staff_cost": Role.OPERATING_COST,
    "other_fixed_cost": Role.OPERATING_COST,
    "enterprise_revenue": Role.REVENUE,
    "api_revenue": Role.REVENUE,
    "parent_funding": Role.FUNDING,
}


@dataclass(frozen=True)
class Drivers:
    """The drivers of one business model: those of its blocks, its own with their units, and which are money lines."""

    blocks: tuple[str, ...]
    own: dict[str, str]
    money: tuple[str, ...] = ("staff_cost", "other_fixed_cost")


DRIVERS = {
    "open-weights-api": Drivers(
        ("users", "workload", "serving", "people", "training", "payment"),
        {
            **dict.fromkeys(("premium_cache_hit_price", "premium_cache_miss_price", "premium_output_price"), PRICE),
            **dict.fromkeys(("standard_cache_hit_price", "standard_cache_miss_price", "standard_output_price"), PRICE),
            **dict.fromkeys(("premium_share", "paid_share", "off_peak_share"), "1"),
            **dict.fromkeys(("premium_off_peak_discount", "standard_off_peak_discount"), "1"),
            **dict.fromkeys(("enterprise_revenue", "parent_funding"), MONEY),
        },
        ("staff_cost", "other_fixed_cost", "enterprise_revenue", "parent_funding"),
    ),
    "subscription": Drivers(
        ("users", "workload", "serving", "people", "training", "payment", "app-stores", "usage-spread"),
        {
            **dict.fromkeys(("plus_share", "pro_share"), "1"),
            **dict.fromkeys(("plus_price", "pro_price", "support_cost_per_subscriber"), "USD/user/month"),
            **dict.fromkeys(("free_usage_multiple", "plus_usage_multiple", "pro_usage_multiple"), "times"),
            "monthly_churn": "1/month",
            "acquisition_cost_per_subscriber": "USD/user",
            "api_revenue": MONEY,
        },
        ("staff_cost", "other_fixed_cost", "api_revenue"),
    ),
    "maas-resale": Drivers(
        ("users", "workload", "serving", "people", "payment"),
        {
            **dict.fromkeys(("official_cache_hit_price", "official_cache_miss_price", "official_output_price"), PRICE),
            **dict.fromkeys(("price_discount", "free_credit_share", "marketplace_fee_share"), "1"),
        },
    ),
    "closed-api": Drivers(
        ("users", "workload", "people", "training", "payment"),
        {
            **dict.fromkeys(("cache_hit_price", "cache_miss_price", "output_price"), PRICE),
            **dict.fromkeys(("batch_share", "batch_discount", "serving_cost_share"), "1"),
        },
    ),
    "capped-plan": Drivers(
        ("users", "people", "payment", "app-stores", "usage-spread"),
        {
            **dict.fromkeys(("price", "api_value_at_cap"), "USD/user/month"),
            **dict.fromkeys(("cap_utilisation", "serving_cost_share"), "1"),
        },
    ),
}

Lines = dict[str, tuple[Role, str]]

TRAFFIC: Lines = {"input_tokens": (Role.VOLUME, "Mtoken/month"), "output_tokens": (Role.VOLUME, "Mtoken/month")}
SERVING: Lines = {
    **dict.fromkeys(("prefill_nodes", "decode_nodes", "busy_nodes", "paid_nodes"), (Role.VOLUME, "node")),
    "gpu_hours": (Role.VOLUME, "GPU*hour/month"),
    "gpu_cost": (Role.DIRECT_COST, MONEY),
}

LINES: dict[str, Lines] = {
    "open-weights-api": {
        **TRAFFIC,
        **SERVING,
        **dict.fromkeys(("theoretical_revenue", "cheaper_model_haircut", "free_service_haircut"), (Role.METRIC, MONEY)),
        "off_peak_haircut": (Role.METRIC, MONEY),
        "api_revenue": (Role.REVENUE, MONEY),
        "payment_fees": (Role.DIRECT_COST, MONEY),
        "training_amortisation": (Role.OPERATING_COST, MONEY),
    },
    "subscription": {
        **TRAFFIC,
        **SERVING,
        **dict.fromkeys(("plus_subscribers", "pro_subscribers", "free_users"), (Role.VOLUME, "user")),
        **dict.fromkeys(("plus_revenue", "pro_revenue"), (Role.REVENUE, MONEY)),
        **dict.fromkeys(("payment_fees", "support_cost"), (Role.DIRECT_COST, MONEY)),
        **dict.fromkeys(("acquisition_cost", "training_amortisation"), (Role.OPERATING_COST, MONEY)),
        "serving_cost_per_typical_user": (Role.METRIC, "USD/user/month"),
        "pro_break_even_usage": (Role.METRIC, "times"),
        "pro_unprofitable_share": (Role.METRIC, "1"),
        **dict.fromkeys(("lifetime_value_plus", "lifetime_value_pro"), (Role.METRIC, "USD/user")),
        "acquisition_payback_months": (Role.METRIC, "month"),
    },
    "maas-resale": {
        **TRAFFIC,
        **SERVING,
        "official_value": (Role.METRIC, MONEY),
        "api_revenue": (Role.REVENUE, MONEY),
        **dict.fromkeys(("marketplace_fees", "payment_fees"), (Role.DIRECT_COST, MONEY)),
        "break_even_utilisation": (Role.METRIC, "1"),
    },
    "closed-api": {
        **TRAFFIC,
        "list_value": (Role.METRIC, MONEY),
        "api_revenue": (Role.REVENUE, MONEY),
        **dict.fromkeys(("serving_cost", "payment_fees"), (Role.DIRECT_COST, MONEY)),
        "training_amortisation": (Role.OPERATING_COST, MONEY),
    },
    "capped-plan": {
        "plan_revenue": (Role.REVENUE, MONEY),
        **dict.fromkeys(("serving_cost", "payment_fees"), (Role.DIRECT_COST, MONEY)),
        **dict.fromkeys(("break_even_cap_utilisation", "unprofitable_share"), (Role.METRIC, "1")),
    },
}
