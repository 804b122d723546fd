"""What each job offer is worth, whether it is fair, which is better, what to write.

The public names load what they need when they are first used, so that importing
offerlab is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from offerlab import ocf
    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer
    from offerlab.core.problem import Problem
    from offerlab.core.schedule import (
        VestingSchedule,
        even_schedule,
        yearly_schedule,
    )
    from offerlab.core.terms import VestingTerms
    from offerlab.core.timetable import Tranche
    from offerlab.core.vesting import tranches
    from offerlab.errors import OfferlabError
    from offerlab.ingest.assumptions import read_assumptions
    from offerlab.ingest.benchmarks import read_benchmark
    from offerlab.ingest.catalogue import Catalogue
    from offerlab.ingest.comps import read_comps
    from offerlab.ingest.offers import read_offers
    from offerlab.market.evidence import market_evidence
    from offerlab.model.comparison import compare
    from offerlab.model.explanation import explain
    from offerlab.model.ledger import Ledger, Line
    from offerlab.model.offer_ledger import build_ledger
    from offerlab.model.question import questions
    from offerlab.model.totals import present_value, summarize
    from offerlab.model.verdict import assess
    from offerlab.model.vesting_table import VestingTable, vesting_table
    from offerlab.model.walkaway import Walkaway, walkaway
    from offerlab.plots.cumulative import plot_cumulative
    from offerlab.plots.market import plot_market
    from offerlab.plots.total import plot_total
    from offerlab.plots.vesting import plot_vesting
    from offerlab.plots.walkaway import plot_walkaway

__version__ = "0.1.0"

__all__ = [
    "Assumptions",
    "Catalogue",
    "Ledger",
    "Line",
    "Offer",
    "OfferlabError",
    "Problem",
    "Tranche",
    "VestingSchedule",
    "VestingTable",
    "VestingTerms",
    "Walkaway",
    "__version__",
    "assess",
    "build_ledger",
    "compare",
    "even_schedule",
    "explain",
    "market_evidence",
    "ocf",
    "plot_cumulative",
    "plot_market",
    "plot_total",
    "plot_vesting",
    "plot_walkaway",
    "present_value",
    "questions",
    "read_assumptions",
    "read_benchmark",
    "read_comps",
    "read_offers",
    "summarize",
    "tranches",
    "vesting_table",
    "walkaway",
    "yearly_schedule",
]

_HOMES = {
    "Assumptions": "core.assumption",
    "Catalogue": "ingest.catalogue",
    "Ledger": "model.ledger",
    "Line": "model.ledger",
    "Offer": "core.offer",
    "OfferlabError": "errors",
    "Problem": "core.problem",
    "VestingSchedule": "core.schedule",
    "Tranche": "core.timetable",
    "VestingTable": "model.vesting_table",
    "VestingTerms": "core.terms",
    "Walkaway": "model.walkaway",
    "assess": "model.verdict",
    "build_ledger": "model.offer_ledger",
    "compare": "model.comparison",
    "even_schedule": "core.schedule",
    "explain": "model.explanation",
    "market_evidence": "market.evidence",
    "plot_cumulative": "plots.cumulative",
    "plot_market": "plots.market",
    "plot_total": "plots.total",
    "plot_vesting": "plots.vesting",
    "plot_walkaway": "plots.walkaway",
    "present_value": "model.totals",
    "questions": "model.question",
    "read_assumptions": "ingest.assumptions",
    "read_benchmark": "ingest.benchmarks",
    "read_comps": "ingest.comps",
    "read_offers": "ingest.offers",
    "summarize": "model.totals",
    "tranches": "core.vesting",
    "vesting_table": "model.vesting_table",
    "walkaway": "model.walkaway",
    "yearly_schedule": "core.schedule",
}


_MODULES = ("ocf",)


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"offerlab.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module 'offerlab' has no attribute '{name}'")
    return getattr(import_module(f"offerlab.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
