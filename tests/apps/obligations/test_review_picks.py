"""Doubt first: what is doubtful leads, says why, offers what it might be instead, and one press answers it."""

from __future__ import annotations

import doctest
from typing import Any

import pytest
from django.urls import reverse

from quantriet.apps.documents.models import Document
from quantriet.apps.obligations import review, review_candidates
from quantriet.apps.obligations.review_picks import who_field
from tests.apps.documents.test_actions import receive
from tests.apps.documents.test_views import signed_in
from tests.apps.obligations.doubtful import DOUBTFUL_NOTICE, concern, long_notice, page_of, press
from tests.apps.obligations.test_review import form_of, item_of, send
from tests.support.agency import TODAY, Agency

UNKNOWN = who_field("Phòng Tài chính")


@pytest.fixture
def document(agency: Agency) -> Document:
    return receive(agency, DOUBTFUL_NOTICE)


def judged(document: Document) -> dict[str, Any]:
    document.refresh_from_db()
    return dict(document.review["judged"])


def test_examples_hold() -> None:
    assert doctest.testmod(review_candidates).failed == 0


def test_the_most_doubtful_leads_and_each_says_why(agency: Agency, document: Document) -> None:
    answer = page_of(signed_in(agency, "dung"), document)
    concerns = answer.context["page"].concerns
    order = [(not one.is_blocking, -one.level) for one in concerns]
    assert order == sorted(order)
    assert concerns[0].key == UNKNOWN
    assert all(one.why and one.what for one in concerns)
    assert {"deadline", "head.issued_on"} <= {one.key for one in concerns}
    assert f"còn {len(concerns)} chỗ" in answer.content.decode()


def test_every_button_stands_in_the_form(agency: Agency, document: Document) -> None:
    answer = page_of(signed_in(agency, "dung"), document)
    page = answer.content.decode()
    for one in answer.context["page"].concerns:
        assert len({pick.do for pick in one.picks}) == len(one.picks)
        for pick in one.picks:
            assert f'name="do" value="{pick.do}"' in page
            assert not pick.span_id or f'data-span="{pick.span_id}"' in page


def test_another_deadline_is_taken_with_one_press(agency: Agency, document: Document) -> None:
    client = signed_in(agency, "dung")
    doubt = concern(client, document, "deadline", "không ghi năm")
    assert doubt.quote is not None
    assert doubt.quote.words == "trước ngày 05/8"
    assert [pick.words for pick in doubt.picks] == [
        "Đúng: trước ngày 5/8/2021",
        "trước ngày 20/8/2021",
        "Không có thời hạn",
    ]
    place = next(at for at, one in enumerate(page_of(client, document).context["page"].concerns, 1) if one == doubt)
    answer = press(client, document, doubt, "20/8/2021")
    assert answer["Location"].endswith(f"#concern-{place}")
    when = item_of(document, "rà soát")["when"]
    assert (when["kind"], when["on"], when["bound"]) == ("once", "2021-08-20", "before")
    page = page_of(client, document).context["page"]
    assert not [one for one in page.concerns if one.key == "deadline" and "không ghi năm" in one.why]
    assert [(one.what, one.words) for one in page.doubts.settled] == [("Việc 1 · Thời hạn", "trước ngày 20/8/2021")]


def test_an_item_tells_how_each_value_was_come_by(agency: Agency, document: Document) -> None:
    client = signed_in(agency, "dung")
    press(client, document, concern(client, document, "deadline", "không ghi năm"), "20/8/2021")
    rows = page_of(client, document).context["page"].rows
    reasons = dict(next(row.reasons for row in rows if row.item["id"] == item_of(document, "rà soát")["id"]))
    assert reasons["trước ngày 5/8/2021"] == "không ghi năm, lấy năm của văn bản", "as read, not as chosen"
    assert set(reasons) == {"«Phòng Tài chính»", "trước ngày 5/8/2021", "Nhiệm vụ"}
    assert all(value and reason for row in rows for value, reason in row.reasons)


def test_what_stands_is_kept_with_one_press(agency: Agency, document: Document) -> None:
    client = signed_in(agency, "dung")
    before = item_of(document, "rà soát")["when"]
    press(client, document, concern(client, document, "deadline", "không ghi năm"), "Đúng")
    item = item_of(document, "rà soát")
    assert item["when"] == before
    assert judged(document)[f"{item['id']}.deadline"]["code"] == "keep"
    keys = [(one.key, one.why) for one in page_of(client, document).context["page"].concerns]
    assert not [why for key, why in keys if key == "deadline" and "không ghi năm" in why]


def test_one_press_names_a_unit_everywhere_it_is_asked_for(agency: Agency, document: Document) -> None:
    client = signed_in(agency, "dung")
    press(client, document, concern(client, document, UNKNOWN), "Phòng Phổ biến, giáo dục pháp luật")
    first = item_of(document, "rà soát")
    assert [(given["unit"], given["part"]) for given in first["assignments"]] == [(agency.legal.pk, "lead")]
    third = concern(client, document, who_field("Phòng Tài chính, Phòng Hành chính tư pháp"))
    assert not third.is_blocking, "a unit is there already"
    press(client, document, third, "1 đơn vị đã chọn là đủ")
    third = item_of(document, "chuẩn bị tài liệu")
    assert [given["unit"] for given in third["assignments"]] == [agency.civil.pk]
    assert not [one for one in page_of(client, document).context["page"].concerns if one.key.startswith("who")]
    assert send(signed_in(agency, "binh"), document, form_of(document), "adopt").status_code == 302


def test_a_day_of_the_text_or_of_the_register_is_offered(agency: Agency, document: Document) -> None:
    client = signed_in(agency, "dung")
    doubt = concern(client, document, "head.issued_on")
    assert [(pick.words, pick.note) for pick in doubt.picks[1:]] == [
        ("20/7/2021", "ngày ghi ở đầu văn bản"),
        ("22/7/2021", "ngày vào sổ"),
    ]
    press(client, document, doubt, "20/7/2021")
    document.refresh_from_db()
    assert document.review["letterhead"]["issued_on"] == "2021-07-20"


def test_a_report_is_told_by_its_title(agency: Agency) -> None:
    document = receive(agency, DOUBTFUL_NOTICE.replace("THÔNG BÁO", "BÁO CÁO").replace("46/TB-", "46/BC-"))
    client = signed_in(agency, "dung")
    press(client, document, concern(client, document, "head.kind"), "Báo cáo")
    document.refresh_from_db()
    assert document.review["letterhead"]["kind"] == "bao_cao"


def test_a_ban_read_as_a_task_may_be_said_to_be_one(agency: Agency) -> None:
    text = DOUBTFUL_NOTICE.replace("Giao Văn phòng Sở lập", "Văn phòng Sở không để quên lập")
    document = receive(agency, text.replace("2. Văn", "2. Yêu cầu Văn"))
    client = signed_in(agency, "dung")
    found = [one for one in page_of(client, document).context["page"].concerns if one.key == "type"]
    for one in found:  # none where the reading tells the ban by itself
        press(client, document, one, "Điều cấm")
    item = item_of(document, "lập danh sách")
    assert item["type"] == "prohibition"


def test_what_was_said_can_be_looked_at_again(agency: Agency, document: Document) -> None:
    client = signed_in(agency, "dung")
    send(client, document, form_of(document), "save")
    document.refresh_from_db()
    before = document.review["items"]
    for key, words in (("deadline", "20/8/2021"), (UNKNOWN, "Phòng Phổ biến"), ("head.issued_on", "20/7/2021")):
        press(client, document, concern(client, document, key), words)
    keys = list(judged(document))
    assert len(keys) >= 3
    for key in keys:
        send(client, document, form_of(document), f"reopen:{key}")
    document.refresh_from_db()
    assert document.review["judged"] == {}
    assert document.review["letterhead"]["issued_on"] == ""
    assert document.review["items"] == before


def test_a_value_changed_by_hand_is_no_doubt_any_more(agency: Agency, document: Document) -> None:
    client = signed_in(agency, "dung")
    item = item_of(document, "rà soát")
    data = form_of(document)
    data[f"{item['id']}-on"] = "2021-08-09"
    send(client, document, data, "save")
    found = page_of(client, document).context["page"].concerns
    assert not [one for one in found if one.key == "deadline" and item["id"] in one.item.split(",")]


def test_selects_that_a_browser_fills_in_settle_nothing(agency: Agency, document: Document) -> None:
    """A select without a choice sends its first one; that is nobody's word on the deadline."""
    client = signed_in(agency, "dung")
    before = [one.key for one in page_of(client, document).context["page"].concerns]
    data = form_of(document)
    for item in review.working_copy(document, TODAY)["items"]:
        for field, first in (("bound", "by"), ("unit", "d")):
            data[f"{item['id']}-{field}"] = data[f"{item['id']}-{field}"] or first
    send(client, document, data, "save")
    assert [one.key for one in page_of(client, document).context["page"].concerns] == before


@pytest.mark.parametrize(
    "do",
    [
        "pick:", "pick:1:", "pick:x:o1.deadline.keep.more", "pick:1:o99.deadline.keep", "pick:1:o1.nobody.keep",
        "pick:1:head.nothing.keep", "pick:1:head.issued_on.00000000", f"pick:1:o2.{UNKNOWN}.u1", "pick:1:text.zz.00",
        "pick:1:o1.deadline.ff", "pick:1:o1.type.monarchy", "reopen:", "reopen:o1.deadline", "reopen:head.number",
    ],
)  # fmt: skip
def test_odd_presses_change_nothing(agency: Agency, document: Document, do: str) -> None:
    client = signed_in(agency, "dung")
    send(client, document, form_of(document), "save")
    document.refresh_from_db()
    before = {key: document.review[key] for key in ("items", "letterhead")}
    assert send(client, document, form_of(document), do).status_code == 302
    document.refresh_from_db()
    assert {key: document.review[key] for key in before} == before


def test_a_remark_on_the_text_can_be_put_away(agency: Agency, document: Document) -> None:
    document.reading["findings"] = [{"code": "x", "message": "Trang 2 mờ.", "severity": "warning", "span": None}]
    document.save(update_fields=["reading"])
    client = signed_in(agency, "dung")
    remark = next(one for one in page_of(client, document).context["page"].concerns if one.why == "Trang 2 mờ.")
    press(client, document, remark, "Đã xem")
    assert not [one for one in page_of(client, document).context["page"].concerns if one.why == "Trang 2 mờ."]


def test_only_who_may_edit_sees_buttons(agency: Agency, document: Document) -> None:
    page = page_of(signed_in(agency, "an"), document).content.decode()
    assert "Cần xem trước" in page
    assert "data-pick" not in page
    answer = send(signed_in(agency, "an"), document, form_of(document), "pick:1:head.issued_on.keep")
    assert answer.status_code == 403


def test_a_document_of_a_hundred_doubts_asks_no_more_queries(
    agency: Agency, django_assert_max_num_queries: Any
) -> None:
    document = receive(agency, long_notice(60))
    client = signed_in(agency, "dung")
    url = reverse("obligations:review", args=[document.pk])
    client.get(url)
    with django_assert_max_num_queries(36):
        found = client.get(url).context["page"].concerns
    assert len(found) > 50
    data = form_of(document)
    data["do"] = found[0].picks[0].do
    with django_assert_max_num_queries(48):
        client.post(url, data.urlencode(), content_type="application/x-www-form-urlencoded")
