"""Obligations made directly, for tests that do not go through a document's adoption."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from quantriet.apps.documents.models import Document, DocumentState, StoredFile
from quantriet.apps.obligations.fulfilment import get_way
from quantriet.apps.obligations.models import Assignment, Obligation
from quantriet.apps.organization.models import Unit
from tests.support.agency import Agency, at

TEXT = "1. Các phòng rà soát phòng làm việc. 2. Trưởng đơn vị chịu trách nhiệm."


def make_document(agency: Agency, number: int = 1, text: str = TEXT) -> Document:
    file, _ = StoredFile.objects.get_or_create(
        sha256=f"{number:064d}", defaults={"size": len(text), "media_type": "text/plain"}
    )
    return Document.objects.create(
        agency=agency.department,
        state=DocumentState.ADOPTED,
        register_year=2021,
        register_number=number,
        received_at=at(8),
        received_by=agency.users["dung"],
        kind="cong_van",
        number=f"{number}/STP-VP",
        abstract="Về việc phòng, chống dịch",
        original=file,
        original_name="van-ban.txt",
        text=text,
        reading={},
        review={},
        adopted_at=at(8, 30),
        adopted_by=agency.users["binh"],
    )


def make_obligation(
    agency: Agency,
    units: list[Unit],
    *,
    fulfilment: str = "task",
    timetable: dict[str, Any] | None = None,
    started_at: datetime | None = None,
    document: Document | None = None,
    position: int = 1,
) -> Obligation:
    """An obligation of these units, started the way its fulfilment starts it."""
    document = document or make_document(agency, Document.objects.count() + 1)
    obligation = Obligation.objects.create(
        document=document,
        agency=agency.department,
        position=position,
        type="task",
        title="Rà soát phòng làm việc",
        start=3,
        end=36,
        fulfilment=fulfilment,
        timetable=timetable,
        created_at=at(9),
    )
    for unit in units:
        Assignment.objects.create(obligation=obligation, unit=unit, part="lead", assigned_at=at(9))
    get_way(fulfilment).start(obligation, {}, by=agency.actor("binh"), at=started_at or at(9))
    return obligation
