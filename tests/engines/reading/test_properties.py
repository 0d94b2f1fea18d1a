"""What holds of any input whatever: a reading comes back, and its places are places in the text."""

from __future__ import annotations

import json
import time
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quantriet.engines.kernel import Span
from quantriet.engines.reading import Reading, read
from tests.engines.reading import documents

# Pieces of the genre in any order come closer to its edges than random letters do.
PIECES = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/SMH-VP", "Số: /SMH-VP", "V/v họp",
    "Hải An, ngày 5 tháng 9 năm 2024", "ngày tháng năm", "Kính gửi: Các phòng;", "QUYẾT ĐỊNH", "THÔNG BÁO", "Điều 1.",
    "Căn cứ Luật Thú y;", "Giao Sở A", "yêu cầu các phòng", "thực hiện", "chủ trì, phối hợp với", "trước ngày 1/2/2021",
    "hằng ngày", "trước 15h00", "Trường hợp có dịch,", "phải", "báo cáo", "1.", "1.1.", "a)", "I.", "- ", ";", ".",
    ":", ",",
    "như sau:", "và", "đồng thời", "Sở Y tế", "các sở: Y tế, Tài chính", "Nơi nhận:", "- Như trên;", "- Lưu: VT.",
    "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Mẫu", "\n", "\n\n", "    ", "|", "(", ")", "“", "”", "...", "./.",
    "12/2019/NĐ-CP", "11-CT/TU", "Đối với UBND xã", "Thứ nhất,", "có trách nhiệm:", "chịu trách nhiệm thi hành",
]  # fmt: skip
genre = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


def spans_of(reading: Reading) -> list[Span]:
    values = [
        reading.kind, reading.number, reading.number_partial, reading.date, reading.date_partial, reading.issuer,
        reading.parent_agency, reading.abstract, *reading.addressees, *reading.recipients,
        reading.signer.authority, reading.signer.title, reading.signer.name,
    ]  # fmt: skip
    spans = [value.span for value in values]
    spans += [citation.span for citation in reading.citations]
    spans += [span for root in reading.clauses for clause in root.walk() for span in (clause.span, clause.body)]
    for item in reading.obligations:
        spans += [item.span, *(unit.span for unit in (*item.assignees, *item.cooperating))]
        spans.append(item.deadline.span if item.deadline else None)
    spans += [finding.span for finding in reading.findings]
    return [span for span in spans if span is not None]


def check(reading: Reading) -> None:
    size = len(reading.text)
    assert all(span.end <= size for span in spans_of(reading))
    json.dumps(reading.to_dict())
    label = reading.to_label()
    flat = " ".join(reading.text.split())
    for item in label["obligations"]:
        assert item["text"] == flat[item["start"] : item["start"] + 120]
    for item in reading.obligations:
        assert len(item.title) <= 90
        assert len(item.span) > 0


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    check(read(text))


@settings(max_examples=150, deadline=None)
@given(st.binary())
def test_any_bytes_are_read(data: bytes) -> None:
    check(read(data))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(genre)
def test_any_pieces_of_the_genre_are_read(text: str) -> None:
    reading = read(text)
    check(reading)
    assert read(text) == reading


@settings(max_examples=100, deadline=None)
@given(genre)
def test_names_stand_in_the_text_as_written(text: str) -> None:
    reading = read(text)
    flat = " ".join(reading.text.split())
    for item in reading.obligations:
        for unit in (*item.assignees, *item.cooperating):
            assert unit.value in flat


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aăâeêoôơuưyýàảãáạ\u0300\u0301\u0323\r\n .-"))
def test_spans_lead_back_to_the_given_text(text: str) -> None:
    for form in (text, unicodedata.normalize("NFD", text)):
        reading = read(form)
        whole = reading.original_span(Span(0, len(reading.text)))
        given_text = form.replace("\r\n", "\n").replace("\r", "\n")
        assert unicodedata.normalize("NFC", given_text) == reading.text or whole.end <= len(form)
        assert whole.end <= len(form)


def test_time_grows_with_the_text_and_not_faster() -> None:
    """Eight times the text may take twelve times as long, never sixty: no pattern backtracks over a document."""
    for piece in (
        documents.NEWS,
        "Sở A; ",
        "- Giao phòng A thực hiện việc B;\n",
        "." * 40 + "\n",
        "(",
        "1. A\n",
        "Nơi nhận:\n- a;\n",
    ):
        small, large = (piece * 20_000)[:15_000], (piece * 20_000)[:120_000]
        read(small)
        assert _seconds(large) < 24 * _seconds(small) + 0.2


def _seconds(text: str) -> float:
    started = time.process_time()
    read(text)
    return time.process_time() - started
