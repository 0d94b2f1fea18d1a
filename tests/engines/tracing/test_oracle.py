"""The oracle's own hand-made examples: each rule of `model` once, with an answer that was worked out on paper."""

from __future__ import annotations

from quantriet.engines.tracing.model import Case, Link, Log, Rules
from quantriet.engines.tracing.oracle import trace
from tests.engines.tracing.logs import encounters_of, names, visits_of


def met(people: int, *rows: tuple[int, int, int, int, int]) -> Log:
    return Log(names("p", people), names("q", 3), encounters_of(rows))


def test_the_window_of_a_case_clips_the_first_part() -> None:
    contact = trace(met(2, (0, 1, 10, 50, 1)), [Case(0, 20, 30)], Rules())[1]
    assert (contact.level, contact.exposed_at, contact.seconds) == (1, 20, 10)
    assert contact.chain == (Link(0, 1, 20, 30, 1),)


def test_touching_is_not_meeting() -> None:
    assert not trace(met(2, (0, 1, 10, 20, -1)), [Case(0, 20, 30)], Rules())
    assert not trace(met(2, (0, 1, 30, 40, -1)), [Case(0, 20, 30)], Rules())


def test_latency_delays_passing_on_but_not_for_the_case_itself() -> None:
    log = met(3, (0, 1, 0, 5, -1), (1, 2, 3, 12, -1))
    assert trace(log, [Case(0, 0, 5)], Rules(latency=10))[2].exposed_at == 10
    assert 2 not in trace(log, [Case(0, 0, 5)], Rules(latency=12))


def test_a_person_of_a_low_level_passes_on_an_earlier_exposure_of_a_higher_one() -> None:
    """3 is F1 at 100 and, by 1 and 2, exposed at 12: only so is 4 reached at 20."""
    log = met(5, (0, 3, 100, 110, -1), (0, 1, 10, 11, -1), (1, 2, 11, 12, -1), (2, 3, 12, 13, -1), (3, 4, 20, 21, -1))
    reached = trace(log, [Case(0, 0, 200)], Rules(hops=4))
    assert (reached[3].level, reached[3].exposed_at) == (1, 100)
    assert (reached[4].level, reached[4].exposed_at) == (4, 20)
    assert [link.giver for link in reached[4].chain] == [0, 1, 2, 3]


def test_of_equal_beginnings_the_smallest_giver_then_end_then_place_is_the_proof() -> None:
    log = met(4, (2, 3, 5, 9, 0), (1, 3, 5, 9, 2), (1, 3, 5, 9, 1), (1, 3, 5, 20, 0))
    contact = trace(log, [Case(1, 5, 30), Case(2, 5, 30)], Rules())[3]
    assert contact.chain == (Link(1, 3, 5, 9, 1),)
    assert contact.seconds == 4 + 4 + 4 + 15


def test_visits_to_one_place_meet_for_as_long_as_both_last() -> None:
    visits = visits_of([(0, 2, 10, 30), (1, 2, 20, 40), (2, 2, 30, 40), (3, 1, 10, 30)])
    reached = trace(Log(names("p", 4), names("q", 3), visits=visits), [Case(0, 0, 99)], Rules(hops=2))
    assert {person: (contact.level, contact.exposed_at) for person, contact in reached.items()} == {
        1: (1, 20),
        2: (2, 30),
    }
    assert reached[2].chain == (Link(0, 1, 20, 30, 2), Link(1, 2, 30, 40, 2))


def test_an_index_case_is_not_labelled_and_does_not_pass_on_outside_its_windows() -> None:
    log = met(3, (0, 1, 10, 20, -1), (1, 2, 30, 40, -1))
    assert set(trace(log, [Case(0, 0, 50), Case(1, 0, 15)], Rules())) == set()
    assert set(trace(log, [Case(0, 0, 50), Case(1, 0, 15), Case(1, 35, 36)], Rules())) == {2}


def test_parts_shorter_than_asked_do_not_count() -> None:
    log = met(3, (0, 1, 0, 59, -1), (0, 2, 0, 60, -1), (0, 2, 100, 110, -1))
    reached = trace(log, [Case(0, 0, 200)], Rules(least_seconds=60))
    assert {person: contact.seconds for person, contact in reached.items()} == {2: 60}
