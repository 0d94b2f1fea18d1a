"""Who infected whom: the Korean MERS outbreak of 2015 as published, and a slow oracle on invented outbreaks."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantriet.engines.tracing.transmissions import TransmissionError, outbreak

KNOWN = Path(__file__).resolve().parents[3].parent / "shared" / "data"


@pytest.mark.corpus
@pytest.mark.skipif(not KNOWN.exists(), reason="the known outbreaks are not beside the checkout")
def test_the_korean_outbreak() -> None:
    with (KNOWN / "mers_korea_2015_linelist.csv").open(encoding="utf-8") as file:
        cases = [row["id"] for row in csv.DictReader(file)]
    with (KNOWN / "mers_korea_2015_contacts.csv").open(encoding="utf-8") as file:
        pairs = [(row["from"], row["to"]) for row in csv.DictReader(file)]
    assert (len(cases), len(pairs)) == (162, 98)
    found = outbreak(cases, pairs)
    assert found.infected[:3] == (("SK_14", 38), ("SK_1", 26), ("SK_16", 21))
    assert found.generations == _by_definition(cases, pairs)
    assert found.generations["SK_1"] == 0
    assert found.generations["SK_14"] == found.generations["SK_16"] == 1  # both from the traveller
    assert sum(number for _, number in found.infected) == 98
    assert sum(map(len, found.clusters)) == 162
    assert "SK_1" in found.clusters[0]
    assert {"SK_14", "SK_16"} <= found.clusters[0]


def _by_definition(cases: list[str], pairs: list[tuple[str, str]]) -> dict[str, int]:
    """A generation at a time: whoever has a source among those known so far."""
    targets = {target for _, target in pairs}
    known = {case: 0 for case in cases if case not in targets}
    generation = 0
    while True:
        generation += 1
        fresh = {target for source, target in pairs if source in known and target not in known}
        if not fresh:
            return known
        known |= dict.fromkeys(fresh, generation)


FORWARD = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]), max_size=20
)


@given(FORWARD)
def test_invented_outbreaks_are_as_defined(numbers: list[tuple[int, int]]) -> None:
    cases, pairs = [str(case) for case in range(12)], [(str(source), str(target)) for source, target in numbers]
    found = outbreak(cases, pairs)
    assert found.generations == _by_definition(cases, pairs)
    assert dict(found.infected) == Counter(source for source, _ in set(pairs))
    assert sorted(case for cluster in found.clusters for case in cluster) == sorted(cases)
    cluster_of = {case: cluster for cluster in found.clusters for case in cluster}
    assert all(cluster_of[source] is cluster_of[target] for source, target in pairs)
    assert len(found.clusters) == _components(cases, pairs)


def _components(cases: list[str], pairs: list[tuple[str, str]]) -> int:
    """Give both sides of each pair the smaller name until nothing changes."""
    name = {case: case for case in cases}
    for _ in cases:
        for one, other in pairs:
            name[one] = name[other] = min(name[one], name[other])
    return len(set(name.values()))


@pytest.mark.parametrize(
    ("pairs", "sentence"),
    [
        ([("a", "a")], "Ca a được ghi là lây cho chính mình"),
        ([("a", "z")], "Ca z có trong cặp lây nhiễm nhưng không có trong danh sách"),
        ([("a", "b"), ("b", "a")], "Các ca a, b được ghi là lây vòng"),
    ],
)
def test_pairs_that_contradict_themselves_are_refused(pairs: list[tuple[str, str]], sentence: str) -> None:
    with pytest.raises(TransmissionError, match=sentence):
        outbreak("abc", pairs)
