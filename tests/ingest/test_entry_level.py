from __future__ import annotations

from offerlab.ingest.entry_level import entry_grid, read_facts


def test_every_figure_has_a_source_a_date_and_a_confidence() -> None:
    facts = read_facts()
    assert len(facts) == 54
    for fact in facts:
        assert fact.source
        assert fact.as_of
        assert fact.confidence
        assert fact.note


def test_entry_level_percentiles_are_a_grid_with_a_sample_size() -> None:
    grid = entry_grid("Machine Learning Engineer")
    assert grid is not None
    assert grid.percentiles[50] == 139_875
    assert (grid.count, grid.confidence) == (276, "medium")
    assert entry_grid("Astronaut") is None


def test_startup_grants_are_percents_and_no_pay() -> None:
    grants = [fact for fact in read_facts() if fact.role == "Startup hire #5"]
    assert {fact.unit for fact in grants} == {"percent of fully diluted"}
    assert entry_grid("Startup hire #5") is None
