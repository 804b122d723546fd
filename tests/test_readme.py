"""What README shows in Python, run."""

from __future__ import annotations


def test_the_python_of_the_readme_runs() -> None:
    # README begins
    import offerlab

    offers, problems = offerlab.read_offers(["templates/offers/contoso.yaml"])
    assumptions = offerlab.read_assumptions(settings=["share_growth_rate=5%"])
    ledger = offerlab.build_ledger(offers[0], assumptions)
    totals = offerlab.summarize(ledger)

    print(totals.headlines.four_year)
    print(ledger.to_frame().groupby("component")["amount"].sum())
    # README ends
    assert problems == []
    assert totals.headlines.four_year > 0
