"""The list of one's own notices, and opening one."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quantriet.apps.accounts.http import OfficeRequest
from quantriet.apps.notices import actions, queries
from quantriet.apps.notices.models import Notice
from quantriet.apps.notices.rules import is_local_path

_PAGE_SIZE = 30


@login_required
def notice_list(request: OfficeRequest) -> HttpResponse:
    notices = queries.visible_to(request.actor)
    is_unread_only = request.GET.get("unread") == "1"
    unread_count = queries.unread_count(request.actor)
    page = Paginator(notices.filter(read_at=None) if is_unread_only else notices, _PAGE_SIZE)
    return render(
        request,
        "notices/list.html",
        {
            "page": page.get_page(request.GET.get("page")),
            "unread_count": unread_count,
            "is_unread_only": is_unread_only,
            "tabs": [
                {"label": _("Tất cả"), "url": "?", "current": not is_unread_only},
                {"label": _("Chưa đọc"), "url": "?unread=1", "current": is_unread_only, "count": unread_count},
            ],
        },
    )


@login_required
@require_POST
def open_notice(request: OfficeRequest, notice_id: int) -> HttpResponse:
    try:
        notice = actions.mark_read(notice_id, by=request.actor, at=request.now)
    except Notice.DoesNotExist:
        raise Http404 from None
    return redirect(notice.path if is_local_path(notice.path) else "notices:list")


@login_required
@require_POST
def read_all(request: OfficeRequest) -> HttpResponse:
    count = actions.mark_all_read(by=request.actor, at=request.now)
    messages.success(request, _("Đã đánh dấu %(count)d thông báo là đã đọc.") % {"count": count})
    return redirect("notices:list")
