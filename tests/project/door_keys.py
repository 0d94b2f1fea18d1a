"""What stands in the URL of each door, and what is sent to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from tests.support.world import World

KEYS: dict[str, Callable[[World], list[Any]]] = {
    "obligations:assignment": lambda w: [w.open_due.assignment_id],
    "obligations:acknowledge": lambda w: [w.open_due.assignment_id],
    "obligations:occasion": lambda w: [w.standing.assignments.get().pk],
    "obligations:done": lambda w: [w.open_due.pk],
    "obligations:more_evidence": lambda w: [w.open_due.pk],
    "obligations:accept": lambda w: [w.shown_due.pk],
    "obligations:return": lambda w: [w.shown_due.pk],
    "obligations:ask_extension": lambda w: [w.open_due.pk],
    "obligations:answer_extension": lambda w: [w.open_due.pk],
    "obligations:explain": lambda w: [w.open_due.pk],
    "obligations:evidence_file": lambda w: [w.evidence.pk],
    "account_person": lambda w: [w.agency.users["lan"].person_id],
    "account_reset": lambda w: [w.agency.users["lan"].person_id],
    "account_active": lambda w: [w.agency.users["lan"].person_id],
    "account_give_role": lambda w: [w.agency.users["lan"].person_id],
    "account_end_role": lambda w: [w.agency.users["dung"].person_id, w.role.pk],
    "demo_sign_in": lambda w: ["chi"],
    "organization:unit": lambda w: [w.agency.civil.pk],
    "organization:unit_open": lambda w: [w.agency.civil.pk],
    "organization:unit_close": lambda w: [w.agency.civil.pk],
    "organization:staff": lambda w: [w.agency.civil.pk],
    "organization:relieve": lambda w: [w.agency.users["lan"].person.holdings.get().pk],
    "organization:unit_edit": lambda w: [w.agency.civil.pk],
    "notices:open": lambda w: [w.notice.pk],
    "api:mark_read": lambda w: [w.notice.pk],
    "documents:original": lambda w: [w.received.pk],
    "documents:set_aside": lambda w: [w.received.pk],
    "documents:take_up": lambda w: [w.received.pk],
    "obligations:review": lambda w: [w.received.pk],
    "obligations:review_autosave": lambda w: [w.received.pk],
    "reports:fill": lambda w: [w.report_due.pk],
    "reports:nil": lambda w: [w.report_due.pk],
    "reports:draft": lambda w: [w.report_due.pk],
    "reports:correct": lambda w: [w.submission.due_id],
    "reports:explain": lambda w: [w.centre_due.pk],
    "reports:submission": lambda w: [w.submission.pk],
    "reports:regime": lambda w: [w.regime.pk],
    "reports:ad_hoc": lambda w: [w.regime.pk],
    "reports:mine": lambda w: [w.period.pk],
    "reports:period": lambda w: [w.period.pk],
    "reports:figure": lambda w: [w.period.pk, "f1_total"],
    "reports:approve": lambda w: [w.period.pk],
    "reports:remind": lambda w: [w.period.pk],
    "reports:export_xlsx": lambda w: [w.period.pk],
    "reports:export_docx": lambda w: [w.period.pk],
    "api:form": lambda w: [w.report_due.pk],
    "api:submit": lambda w: [w.report_due.pk],
    "insight:document": lambda w: [w.adopted.pk],
    "insight:obligation": lambda w: [w.task.pk],
}

SENT: dict[str, Callable[[World], dict[str, Any]]] = {
    "set_language": lambda w: {"language": "en", "next": "/"},
    "obligations:occasion": lambda w: {"reason": "Một người sốt"},
    "obligations:done": lambda w: {"note": "Đã rà soát"},
    "obligations:more_evidence": lambda w: {"note": "Thêm ảnh"},
    "obligations:return": lambda w: {"reason": "Thiếu danh sách"},
    "obligations:ask_extension": lambda w: {"reason": "Chờ", "wanted_due_at": "2021-08-10T17:00"},
    "obligations:answer_extension": lambda w: {"grant": "on"},
    "obligations:explain": lambda w: {"reason": "Chờ số liệu"},
    "reports:explain": lambda w: {"reason": "Chờ số liệu"},
    "reports:nil": lambda w: {"key": str(uuid4())},
    "account_give_role": lambda w: {"role": "reporter", "unit": w.agency.civil.pk},
    "api:receive": lambda w: {"text": "Số: 9/UBND-NC\n1. Đề nghị Sở Tư pháp báo cáo trước ngày 30/7/2021."},
    "api:read_text": lambda w: {"text": "Số: 9/UBND-NC\n1. Đề nghị Sở Tư pháp báo cáo trước ngày 30/7/2021."},
    "api:submit": lambda w: {"key": str(uuid4()), "is_nil": True},
}
