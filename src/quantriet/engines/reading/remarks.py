"""Stage 10: what a reviewer should look at (phát hiện).

Reads: the reading so far. Writes: findings in Vietnamese, each saying what, why, and what to do.
"""

from __future__ import annotations

from collections.abc import Iterator

from quantriet.engines.kernel import Finding, Severity, Span

from .shapes import Deadline, Reading, ReadObligation


def remarks_on(reading: Reading) -> tuple[Finding, ...]:
    """Findings on the head, then on the obligations, in the order of the text."""
    if not reading.text.strip():
        message = "Văn bản trống, không có gì để đọc. Hãy kiểm tra lại tệp hoặc dán lại nội dung."
        return (Finding("reading.empty", message, None, Severity.ERROR),)
    return (*_on_head(reading), *_on_obligations(reading))


def _on_head(reading: Reading) -> Iterator[Finding]:
    is_document = reading.kind.value != "news"
    if reading.kind.value == "other" and reading.kind.doubt > 0.5:
        yield Finding(
            "reading.kind_unknown", "Chưa rõ loại văn bản vì không thấy tên loại hay “V/v”. Hãy chọn loại.", None
        )
    if is_document and reading.number.value is None:
        reason = reading.number.reason or "không thấy dòng “Số:”"
        yield Finding(
            "reading.number_missing", f"Chưa có số văn bản: {reason}. Hãy nhập số khi vào sổ.", reading.number.span
        )
    if reading.date.value is None:
        reason = reading.date.reason or "không thấy ngày tháng ở đầu văn bản"
        yield Finding("reading.date_missing", f"Chưa có ngày ban hành: {reason}. Hãy nhập ngày.", reading.date.span)
    if reading.issuer.value is None:
        yield Finding("reading.issuer_missing", "Chưa rõ cơ quan ban hành. Hãy chọn trong danh mục.", None)


def _on_obligations(reading: Reading) -> Iterator[Finding]:
    if not reading.obligations and reading.kind.value != "news":
        message = "Không thấy nhiệm vụ nào được giao. Nếu văn bản có giao việc, hãy đánh dấu đoạn đó và thêm bằng tay."
        yield Finding("reading.no_obligations", message, None, Severity.INFO)
    for item in reading.obligations:
        if not item.assignees:
            message = "Không rõ ai phải thực hiện vì câu không nêu chủ thể. Hãy chọn đơn vị."
            yield Finding("reading.assignee_missing", message, _head_of(item))
        if item.deadline is not None and (finding := _on_deadline(item.deadline)):
            yield finding


def _head_of(item: ReadObligation) -> Span:
    return Span(item.span.start, min(item.span.end, item.span.start + 120))


def _on_deadline(deadline: Deadline) -> Finding | None:
    if deadline.date_basis == "year_missing":
        message = f"Thời hạn “{deadline.text}” không ghi năm và văn bản chưa có ngày. Hãy bổ sung năm."
        return Finding("reading.deadline_year_missing", message, deadline.span)
    if deadline.date_basis == "by_reference" and deadline.date is None:
        message = f"Thời hạn “{deadline.text}” dẫn chiếu chỗ khác trong văn bản. Hãy xem chỗ đó và đặt ngày."
        return Finding("reading.deadline_by_reference", message, deadline.span)
    if deadline.kind == "daily" and deadline.doubt:
        message = f"Thời hạn “{deadline.text}”: {deadline.reason}. Hãy đặt giờ cho từng lần."
        return Finding("reading.hours_missing", message, deadline.span, Severity.INFO)
    if deadline.date_basis == "year_inferred":
        message = f"Thời hạn “{deadline.text}” không ghi năm, tạm lấy năm của văn bản. Hãy xác nhận."
        return Finding("reading.deadline_year_inferred", message, deadline.span, Severity.INFO)
    return None
