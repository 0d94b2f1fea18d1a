"""The API of notices: one's own, and marking one read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Router, Schema
from ninja.security import django_auth

from quantriet.apps.notices import actions, queries
from quantriet.apps.notices.models import Notice

router = Router(auth=django_auth, tags=["notices"])
_LIMIT = 100


class NoticeOut(Schema):
    """One message (thông báo) to whoever asks."""

    id: int
    title: str
    body: str
    path: str
    is_urgent: bool
    sent_at: datetime
    read_at: datetime | None


@router.get("", response=list[NoticeOut], summary="Thông báo của tôi, mới nhất trước")
def list_notices(request: HttpRequest, unread: bool = False) -> Any:
    notices = queries.visible_to(request.actor)  # type: ignore[attr-defined]  # put there by the middleware
    return list((notices.filter(read_at=None) if unread else notices)[:_LIMIT])


@router.post("/{notice_id}/read", response=NoticeOut, summary="Đánh dấu đã đọc")
def mark_read(request: HttpRequest, notice_id: int) -> Notice:
    try:
        actions.mark_read(notice_id, by=request.actor, at=request.now)  # type: ignore[attr-defined]  # put there by the middleware
    except Notice.DoesNotExist:
        raise Http404 from None
    return Notice.objects.get(pk=notice_id)
