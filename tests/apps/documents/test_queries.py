"""Who may see which documents, and what the book finds."""

from __future__ import annotations

import pytest

from quantriet.apps.documents import actions, queries
from tests.apps.documents.samples import LETTER
from tests.apps.documents.test_actions import receive
from tests.support.agency import Agency, at


@pytest.mark.parametrize(
    ("name", "waiting", "adopted"),
    [
        ("an", True, True),
        ("binh", True, True),
        ("dung", True, True),
        ("chi", False, True),
        ("lan", False, True),
        ("khang", False, True),
        ("minh", False, True),
        ("giang", False, False),
    ],
)
def test_visible(agency: Agency, name: str, waiting: bool, adopted: bool) -> None:
    document = receive(agency)
    assert queries.visible_to(agency.actor(name)).exists() is waiting
    actions.adopt_text(document=document, letterhead={}, by=agency.actor("binh"), at=at(10))
    assert queries.visible_to(agency.actor(name)).exists() is adopted
    assert (queries.find_document(agency.actor(name), document.pk) is not None) is adopted


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("phòng cháy", 1),
        ("phong chay", 1),
        ("CHÁY phòng", 1),
        ("45/STP-VP", 1),
        ("45 stp", 1),
        ("sở tư pháp", 1),
        ("bão lụt", 0),
        ("%", 1),
        ("", 1),
    ],
)
def test_search(agency: Agency, words: str, found: int) -> None:
    receive(agency)
    assert queries.register(agency.actor("binh"), words=words).count() == found


def test_counts_and_waiting(agency: Agency) -> None:
    first = receive(agency)
    second = receive(agency, LETTER.replace("45/", "46/"))
    actions.set_aside(document=first, by=agency.actor("binh"), at=at(10))
    assert queries.count_by_state(agency.actor("binh")) == {"set_aside": 1, "received": 1}
    assert list(queries.waiting_for_review(agency.actor("binh"))) == [second]
    assert not queries.waiting_for_review(agency.actor("dung")).exists()
