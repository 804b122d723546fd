"""The figures of one offer as a tree of queries, by their path in JSON.

What a command prints and what ``explain`` takes apart is one and the same leaf of this
tree: ``headlines.year_one``, ``years[0].components.equity``, ``walkaway[12].net``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from offerlab.model.expectation import expected_queries
from offerlab.model.leaving_query import leaving_queries
from offerlab.model.ledger import Certainty, Component, Ledger, Line
from offerlab.model.offer_ledger import HEADLINE_YEARS
from offerlab.model.query import Query, amounts, private_stock, shares
from offerlab.model.today import at_today

if TYPE_CHECKING:
    from offerlab.core.assumption import Assumptions
    from offerlab.core.offer import Offer

Tree = Mapping[str, Any]
"""Keys of the JSON to queries (or what makes one), to lists of trees, or to trees."""


def offer_figures(offer: Offer, assumptions: Assumptions, ledger: Ledger) -> Tree:
    """Every figure of ``show``, ``compare`` and ``walkaway`` for one offer.

    `assumptions` are the offer's own. What asks for one of them, and each month of
    leaving, is made when it is looked up: a figure uses no assumption of another.
    """
    return {
        **ledger_figures(ledger),
        "present_value": lambda: present_value_query(offer, ledger, assumptions),
        "walkaway": _Months(offer, ledger),
        "expected": _Expected(offer, ledger, assumptions),
    }


def ledger_figures(ledger: Ledger) -> Tree:
    """Figures that ``show`` prints of a ledger."""
    return {
        "years": [year_figures(ledger, k + 1) for k in range(ledger.horizon_years)],
        "total": amounts(ledger, ledger.within(), "the sum of all lines"),
        "headlines": headline_queries(ledger),
        "illiquid": illiquid_figures(ledger, ledger.within(), "of the horizon"),
        "beyond_horizon": beyond_queries(ledger),
    }


def find(tree: Tree, figure: str) -> Query | None:
    """Figure at a path such as ``years[0].total``; None if there is no such figure.

    A branch stands for its total.
    """
    node: Any = tree
    for key in split_path(figure):
        if isinstance(node, Mapping):
            node = node.get(key)
        elif isinstance(node, Query) or not isinstance(node, Sequence):
            return None
        else:
            node = node[int(key)] if key.isdecimal() and int(key) < len(node) else None
    node = node() if callable(node) else node
    if isinstance(node, Mapping):
        node = node.get("total")
    return node if isinstance(node, Query) else None


def split_path(figure: str) -> list[str]:
    """Keys of a path: ``years[0].total`` gives years, 0, total."""
    return re.sub(r"\[(\d+)\]", r".\1", figure.strip()).split(".")


def leaves(tree: Tree, path: str = "") -> Iterator[tuple[str, Query]]:
    """Paths and figures below a branch, but for the months of leaving."""
    for key, node in tree.items():
        name = f"{path}.{key}" if path else key
        if isinstance(node, Query) or callable(node):
            yield name, node() if callable(node) else node
        elif isinstance(node, Mapping):
            yield from leaves(node, name)
        elif isinstance(node, list):
            for place, each in enumerate(node):
                yield from leaves(each, f"{name}[{place}]")


class _Months(Sequence[Tree]):
    """Figures of leaving, a tree a month from 0."""

    def __init__(self, offer: Offer, ledger: Ledger) -> None:
        self._offer, self._ledger = offer, ledger

    def __len__(self) -> int:
        return 12 * self._ledger.horizon_years + 1

    def __getitem__(self, month: Any) -> Any:
        return _nested(leaving_queries(self._offer, self._ledger, month))


class _Expected(Mapping[str, Query]):
    """Expectations of somebody who may leave, made when one is looked up."""

    def __init__(self, offer: Offer, ledger: Ledger, assumptions: Assumptions) -> None:
        self._given = (offer, ledger, assumptions)

    def __getitem__(self, key: str) -> Query:
        return expected_queries(*self._given)[key]

    def __iter__(self) -> Iterator[str]:
        return iter(expected_queries(*self._given))

    def __len__(self) -> int:
        return len(expected_queries(*self._given))


def _nested(queries: Mapping[str, Query]) -> dict[str, Any]:
    """Tree of queries that are known by dotted paths."""
    tree: dict[str, Any] = {}
    for path, query in queries.items():
        name, dot, rest = path.partition(".")
        if dot:
            tree.setdefault(name, {})[rest] = query
        else:
            tree[name] = query
    return tree


def present_value_query(
    offer: Offer, ledger: Ledger, assumptions: Assumptions
) -> Query:
    """Cash that the total counts, discounted; public stock at today's price."""
    rate = assumptions.number("discount_rate")
    lines = ledger.within()
    stock = [line for line in lines if line.claim is not None and not line.is_illiquid]
    today = at_today(offer, assumptions, rate) if stock else None

    def part(line: Line) -> Any:
        if today is not None and line.claim is not None and not line.is_illiquid:
            return today.worth(line.claim)
        return discounted(line.amount, line.month, rate)

    words = "the sum of cash / (1 + discount rate)^(month / 12)"
    if today is not None:
        words += ", and of public stock at today's price, which is not discounted"
    return Query(lines, "present value", words, part, valuation=today)


def discounted(amount: float, month: int, yearly_rate: float) -> float:
    """Worth on day 0 of money at the end of a month: twelve are exactly one year.

    Examples
    --------
    >>> discounted(104, 12, 0.04)
    100.0
    """
    return float(amount / (1 + yearly_rate) ** (month / 12))


def paid_components(ledger: Ledger) -> list[Component]:
    """Components that the ledger pays, in the order of a table; base always."""
    paid = {line.component for line in ledger.within() if not line.is_illiquid}
    return [kind for kind in Component if kind in paid or kind is Component.BASE_SALARY]


def year_figures(ledger: Ledger, number: int) -> dict[str, Any]:
    """Figures of one year of employment, from 1."""
    lines, when = ledger.of_year(number), f"of year {number}"
    cash = [line for line in lines if not line.is_illiquid]
    return {
        "components": {
            kind: amounts(
                ledger,
                [line for line in cash if line.component is kind],
                f"the sum of its lines {when}",
            )
            for kind in paid_components(ledger)
        },
        "total": amounts(ledger, lines, f"the sum of all lines {when}"),
        "illiquid": illiquid_figures(ledger, lines, when),
        "benefits": _benefits(ledger, number, when),
    }


def _benefits(ledger: Ledger, number: int, when: str) -> dict[str, Query]:
    """Benefits of a year by item, those of the ledger in every year."""
    items = dict.fromkeys(str(line.item) for line in ledger.beside)
    of_year = [line for line in ledger.beside if line.year == number]
    words = f"the sum of its lines {when}; in no total"
    return {
        item: amounts(ledger, [x for x in of_year if x.item == item], words)
        for item in items
    }


def illiquid_figures(ledger: Ledger, lines: Sequence[Line], when: str) -> Tree:
    """Figures of private stock among the lines; `when` says of which time they are."""
    words = f"the sum over vests of private stock {when}; it is not cash"
    return _nested(
        {
            path: private_stock(ledger, lines, path, words)
            for path in ("notional", "intrinsic", *ledger.exits)
        }
    )


def headline_queries(ledger: Ledger) -> dict[str, Query]:
    """The headlines, by name."""
    first = ledger.of_year(1)
    guaranteed = [
        line
        for line in first
        if line.certainty is Certainty.GUARANTEED and line.recurring
    ]
    years = ledger.average_years
    lasting = [
        line
        for line in ledger.within(HEADLINE_YEARS)
        if line.component not in (Component.SIGN_ON, Component.RELOCATION)
    ]

    def summed(lines: Sequence[Line], words: str) -> Query:
        return amounts(ledger, lines, f"the sum of {words}")

    words = f"years one to four without sign-on and relocation, / {years:g}"
    return {
        "guaranteed_recurring_cash": summed(
            guaranteed, "guaranteed lines of year one that repeat every year"
        ),
        "year_one": summed(first, "all lines of year one, one-off payments too"),
        "annual_average": summed(lasting, words)._replace(
            part=lambda line: line.amount / years
        ),
        "four_year": summed(
            ledger.within(HEADLINE_YEARS),
            "all lines of years one to four, whatever the horizon",
        ),
    }


def beyond_queries(ledger: Ledger) -> dict[str, Query]:
    """Shares, market value and notional of what vests after the horizon."""
    later = ledger.after_horizon()
    stock = [line for line in later if line.component is not Component.CASH_AWARD]
    words = "the {} of vests after the horizon, of grants made within it".format
    return {
        "shares": shares(stock, words("shares"), known=ledger.complete),
        "value": amounts(ledger, later, words("value")),
        "notional": private_stock(ledger, stock, "notional", words("notional")),
        "bonus": amounts(
            ledger,
            (),
            "the bonus earned by the end of the horizon and paid after it; in no total",
            more=ledger.unpaid_bonus,
        ),
    }
