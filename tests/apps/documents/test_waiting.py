"""Long scans behind the request: page by page, once, also when the reader dies in the middle."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from quantriet.apps.clock.moment import now
from quantriet.apps.documents import queries, storage, waiting
from quantriet.apps.documents.models import Document, PendingFile, PendingPage, PendingState
from quantriet.apps.ledger.models import Act
from quantriet.apps.notices.models import Notice
from quantriet.engines.kernel.problem import Problem
from quantriet.engines.reading import sources
from quantriet.engines.reading.sources import ocr
from tests.apps.documents.samples import LETTER
from tests.apps.documents.test_actions import receive
from tests.apps.documents.test_views import post, signed_in
from tests.support.agency import Agency

PAGES = 7
Calls = list[tuple[int, ...]]


def _scan(pages: int = PAGES) -> bytes:
    """A PDF of pictures, told apart by their shade."""
    frames = [Image.new("L", (200, 280), 250 - at) for at in range(pages)]
    buffer = io.BytesIO()
    day = time.gmtime(0)  # else the file differs from second to second
    frames[0].save(buffer, "PDF", save_all=True, append_images=frames[1:], creationDate=day, modDate=day)
    return buffer.getvalue()


def _text_of(number: int) -> str:
    return LETTER if number == 1 else f"Trang {number} của phụ lục giao việc cho các phòng."


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """The recogniser by the side of a machine without Tesseract: which pages were asked of it, two at a time."""
    asked: Calls = []

    def recognise(scan: ocr.Scan) -> Mapping[int, str]:
        asked.append(scan.numbers)
        return {number: _text_of(number) for number in scan.numbers}

    monkeypatch.setattr(ocr, "is_available", lambda: True)
    monkeypatch.setattr(sources, "recognise", recognise)
    monkeypatch.setattr(sources, "workers", lambda: 2)
    return asked


def _sent(agency: Agency, pages: int = PAGES) -> PendingFile:
    answer = post(signed_in(agency, "dung"), file=SimpleUploadedFile("quét.pdf", _scan(pages)))
    pending = PendingFile.objects.get()
    assert answer["Location"] == reverse("documents:waiting", args=[pending.pk])
    return pending


def _page(agency: Agency, pending: PendingFile, **headers: str) -> Any:
    return signed_in(agency, "dung").get(reverse("documents:waiting", args=[pending.pk]), headers=headers)


def test_a_short_scan_is_read_at_once(agency: Agency, calls: Calls) -> None:
    answer = post(signed_in(agency, "dung"), file=SimpleUploadedFile("quét.pdf", _scan(2)))
    assert answer["Location"] == reverse("obligations:review", args=[Document.objects.get().pk])
    assert calls == [(1, 2)]


def test_a_long_scan_waits_for_the_worker_and_is_entered(agency: Agency, calls: Calls) -> None:
    pending = _sent(agency)
    assert (pending.page_count, Document.objects.count(), calls) == (PAGES, 0, [])
    assert "sắp đọc" in _page(agency, pending).content.decode()
    assert waiting.read_next() is True
    assert calls == [(1, 2), (3, 4), (5, 6), (7,)]
    document = Document.objects.get()
    assert document.number == "45/STP-VP"
    assert all(_text_of(number) in document.text for number in range(2, PAGES + 1))
    assert document.received_by == agency.users["dung"]
    assert storage.read_file(document.original) == _scan()
    assert _page(agency, pending)["Location"] == reverse("obligations:review", args=[document.pk])
    assert _page(agency, pending, hx_request="true")["HX-Redirect"]
    assert PendingPage.objects.count() == 0
    assert waiting.read_next() is False
    notice = Notice.objects.get()
    assert (notice.person, notice.path) == (
        agency.users["dung"].person,
        reverse("documents:waiting", args=[pending.pk]),
    )
    assert document.register_label in notice.title
    assert set(Act.objects.values_list("verb", flat=True)) >= {"pending_file.received", "document.received"}


def test_the_page_tells_how_far_it_has_come(agency: Agency, calls: Calls) -> None:
    pending = _sent(agency)
    waiting.read_next(only=pending.pk, pages=2)
    assert calls == [(1, 2)]
    assert "Đã đọc 2 trên 7 trang" in _page(agency, pending, hx_request="true").content.decode()
    book = signed_in(agency, "dung").get(reverse("documents:list")).content.decode()
    assert "đã đọc 2/7 trang" in book


def test_a_reader_that_dies_leaves_its_pages_to_the_next(
    agency: Agency, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    _sent(agency)

    def die(scan: ocr.Scan) -> Mapping[int, str]:
        if scan.numbers[0] > 3:
            raise KeyboardInterrupt  # as sudden as a signal: nothing below is run
        return {number: _text_of(number) for number in scan.numbers}

    with monkeypatch.context() as patched:
        patched.setattr(sources, "recognise", die)
        with pytest.raises(KeyboardInterrupt):
            waiting.read_next()
    assert PendingPage.objects.count() == 4
    PendingFile.objects.update(reader=f"{waiting.socket.gethostname()}:{_gone()}")
    waiting.read_next()
    assert calls == [(5, 6), (7,)]
    assert Document.objects.count() == 1


def _gone() -> int:
    """The id of a process that has ended."""
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)
    return child


def test_another_reader_at_work_is_left_alone(agency: Agency, calls: Calls) -> None:
    pending = _sent(agency)
    PendingFile.objects.update(reader="another-machine:1", leased_at=now() + timedelta(seconds=60))
    assert waiting.read_next() is False
    PendingFile.objects.update(leased_at=now() - timedelta(seconds=1))
    assert waiting.read_next() is True
    pending.refresh_from_db()
    assert pending.state == PendingState.DONE


def test_one_retry_then_a_sentence(agency: Agency, calls: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    pending = _sent(agency)

    def fail(scan: ocr.Scan) -> Mapping[int, str]:
        calls.append(scan.numbers)
        raise RuntimeError("broken")

    with monkeypatch.context() as patched:
        patched.setattr(sources, "recognise", fail)
        assert [waiting.read_next() for _ in range(3)] == [True, True, False]
    assert calls == [(1, 2), (1, 2)]
    page = _page(agency, pending).content.decode()
    assert "dừng giữa chừng hai lần" in page
    assert Notice.objects.get().is_urgent
    client = signed_in(agency, "dung")
    client.post(reverse("documents:waiting_resume", args=[pending.pk]))
    waiting.read_next()
    assert Document.objects.count() == 1


def test_a_scan_without_words_gets_its_sentence(agency: Agency, calls: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    pending = _sent(agency)
    monkeypatch.setattr(sources, "recognise", lambda scan: dict.fromkeys(scan.numbers, ""))
    waiting.read_next()
    assert "không thấy chữ nào đọc được" in _page(agency, pending).content.decode()
    assert Document.objects.count() == 0


def test_a_twin_is_shown_and_entered_when_accepted(agency: Agency, calls: Calls) -> None:
    twin = receive(agency)
    pending = _sent(agency)
    waiting.read_next()
    assert queries.twins_of_pending(PendingFile.objects.get()) == [twin]
    page = _page(agency, pending).content.decode()
    assert "Vẫn vào sổ" in page
    asked = len(calls)
    signed_in(agency, "dung").post(reverse("documents:waiting_resume", args=[pending.pk]), {"accept_twin": "1"})
    waiting.read_next()
    assert Document.objects.count() == 2
    assert len(calls) == asked  # nothing is recognised twice


def test_a_file_that_is_dropped_is_entered_no_more(agency: Agency, calls: Calls) -> None:
    pending = _sent(agency)
    client = signed_in(agency, "dung")
    assert client.post(reverse("documents:waiting_drop", args=[pending.pk])).status_code == 302
    assert waiting.read_next() is False
    assert "không còn chờ đọc" in _page(agency, pending).content.decode()
    with pytest.raises(Problem):
        waiting.drop_file(pending=pending, by=agency.actor("dung"), at=now())


def test_dropping_stops_a_reader_at_its_next_page(
    agency: Agency, monkeypatch: pytest.MonkeyPatch, calls: Calls
) -> None:
    pending = _sent(agency)

    def drop(scan: ocr.Scan) -> Mapping[int, str]:
        calls.append(scan.numbers)
        PendingFile.objects.update(state=PendingState.DROPPED)
        return {number: _text_of(number) for number in scan.numbers}

    monkeypatch.setattr(sources, "recognise", drop)
    waiting.read_next()
    assert calls == [(1, 2)]
    pending.refresh_from_db()
    assert (pending.state, Document.objects.count()) == (PendingState.DROPPED, 0)


def test_without_a_worker_the_page_reads_a_few_at_a_time(agency: Agency, calls: Calls) -> None:
    pending = _sent(agency)
    client = signed_in(agency, "dung")
    step = reverse("documents:waiting_step", args=[pending.pk])
    assert client.post(step).status_code == 302
    assert calls == []  # a worker may still come
    PendingFile.objects.update(received_at=now() - timedelta(seconds=30))
    assert "Bộ phận nền chưa chạy" in _page(agency, pending).content.decode()
    for _ in range(4):
        answer = client.post(step)
    assert calls == [(1, 2), (3, 4), (5, 6), (7,)]
    assert answer["Location"] == reverse("obligations:review", args=[Document.objects.get().pk])


def test_the_programs_are_told_where_to_look(agency: Agency, calls: Calls) -> None:
    client = signed_in(agency, "dung")
    answer = client.post("/api/v1/documents", {"file": SimpleUploadedFile("quét.pdf", _scan())})
    assert answer.status_code == 202
    assert answer.json()["page_count"] == PAGES
    assert client.get(answer.json()["page"]).status_code == 200
