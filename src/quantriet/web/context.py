"""What every page needs around its content: navigation, who is signed in, the clock, the words of the scripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quantriet.web.today import waiting_count


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation (mục): left out while its URL does not exist or its right is missing."""

    url_name: str
    label: Any
    icon: str
    permission: str = ""
    covers: tuple[str, ...] = ()  # pages of other apps that belong here


@dataclass(frozen=True, slots=True)
class NavItem:
    url: str
    label: str
    icon: str
    badge: int
    current: str  # the value of aria-current: "page", "true" (a page below it) or ""


@dataclass(frozen=True, slots=True)
class NavGroup:
    label: str
    items: list[NavItem]


GROUPS: list[tuple[Any, list[Place]]] = [
    (
        "",
        [
            Place("today", gettext_lazy("Hôm nay"), "home"),
            Place("insight:board", gettext_lazy("Bảng điều hành"), "squares-2x2", "view_board"),
            Place(
                "documents:list",
                gettext_lazy("Văn bản"),
                "document-text",
                "",
                ("insight:document", "obligations:review"),
            ),
            Place("obligations:list", gettext_lazy("Nhiệm vụ"), "check", "", ("insight:obligation",)),
            Place("reports:list", gettext_lazy("Báo cáo"), "chart-bar"),
        ],
    ),
    (
        gettext_lazy("Phòng, chống dịch"),
        [
            Place("cases:list", gettext_lazy("Ca bệnh, truy vết"), "plus"),
            Place("declarations:list", gettext_lazy("Khai báo y tế"), "clipboard-document-check"),
            Place("vaccination:list", gettext_lazy("Tiêm chủng"), "eye-dropper"),
        ],
    ),
    (
        gettext_lazy("Tổ chức"),
        [
            Place("channels:list", gettext_lazy("Nhóm trao đổi"), "chat-bubble-bottom-center-text"),
            Place("inspections:list", gettext_lazy("Kiểm tra"), "shield-check"),
            Place("meetings:list", gettext_lazy("Cuộc họp"), "calendar-days"),
            Place("organization:units", gettext_lazy("Đơn vị, con người"), "user"),
            Place("notices:list", gettext_lazy("Thông báo"), "bell"),
            Place("account_list", gettext_lazy("Tài khoản"), "key", permission="manage_accounts"),
        ],
    ),
]
TABS = [
    Place("today", gettext_lazy("Hôm nay"), "home"),
    Place("obligations:list", gettext_lazy("Nhiệm vụ"), "check", "", ("insight:obligation",)),
    Place("documents:list", gettext_lazy("Văn bản"), "document-text", "", ("insight:document", "obligations:review")),
    Place("reports:list", gettext_lazy("Báo cáo"), "chart-bar"),
]
COVERED = {name for _label, places in GROUPS for place in places for name in place.covers}


class Shell:
    """The frame of one page; each part is worked out only when a template asks for it."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def actor(self) -> Any:
        """The person who acts, or None; a request refused early in the middleware carries none."""
        return getattr(self.request, "actor", None) or None

    @cached_property
    def now(self) -> datetime:
        return getattr(self.request, "now", None) or timezone.now()

    @cached_property
    def theme(self) -> str:
        """The colour scheme that the person chose; empty follows the machine."""
        chosen = self.request.COOKIES.get("theme", "")
        return chosen if chosen in {"light", "dark"} else ""

    @cached_property
    def nav(self) -> list[NavGroup]:
        groups = [NavGroup(str(label), list(self._items(places))) for label, places in GROUPS]
        return [group for group in groups if group.items]

    @cached_property
    def tabs(self) -> list[NavItem]:
        return list(self._items(TABS))

    @cached_property
    def urls(self) -> dict[str, str]:
        """Addresses that the frame links to, under short names; a missing one is left out."""
        names = {
            "home": "today",
            "search": "search",
            "login": "account_login",
            "logout": "account_logout",
            "password": "account_change_password",
            "language": "set_language",
            "notices": "notices:list",
        }
        return {key: url for key, name in names.items() if (url := url_or_none(name))}

    @cached_property
    def demo_panel(self) -> list[str]:
        """Templates tried for the sign-in panel of the demonstration, the last of them empty."""
        return ["accounts/demo_panel.html", "web/nothing.html"]

    def words(self) -> dict[str, str]:
        """The sentences that the scripts say, in the language of the page."""
        return {
            "saving": _("Đang lưu…"),
            "saved": _("Đã lưu nháp %s"),
            "unsaved": _("Chưa lưu được nháp, số liệu vẫn còn trên trang này. Máy sẽ thử lại."),
            "left": _("còn %s"),
            "overdue": _("quá hạn %s"),
            "just": _("vừa quá hạn"),
            "last": _("còn chưa đến 1 phút"),
            "days": _("%s ngày"),
            "hours": _("%s giờ"),
            "minutes": _("%s phút"),
            "queued": _("Đang mất mạng. Máy đã giữ bản này lúc %s và sẽ gửi khi có mạng."),
            "waiting": _("%s bản đang chờ gửi. Giữ trang này mở, hoặc mở lại khi có mạng."),
            "sent": _("Đã gửi bản giữ lúc %s."),
            "refused": _("Bản giữ lúc %s chưa được nhận. Mở lại biểu, xem chỗ sai rồi gửi."),
            "signin": _("Có bản đang chờ gửi. Đăng nhập lại để máy gửi tiếp."),
            "notkept": _("Đang mất mạng và máy này không giữ được bản gửi. Đừng đóng trang; gửi lại khi có mạng."),
            "open": _("Mở biểu"),
            "close": _("Đóng"),
            "less": _("Bớt một"),
            "more": _("Thêm một"),
            "failed": _("Chưa làm được: máy chủ không trả lời. Kiểm tra mạng rồi thử lại."),
        }

    @cached_property
    def _badges(self) -> dict[str, int]:
        return {"today": waiting_count(self.actor, self.now)} if self.actor else {}

    def _items(self, places: list[Place]) -> Iterator[NavItem]:
        badges = self._badges
        for place in places:
            url = url_or_none(place.url_name)
            if url and (not place.permission or (self.actor and self.actor.may(place.permission))):
                yield NavItem(url, str(place.label), place.icon, badges.get(place.url_name, 0), self._current(place))

    def _current(self, place: Place) -> str:
        match = getattr(self.request, "resolver_match", None)
        if not match:
            return ""
        if match.view_name == place.url_name:
            return "page"
        if match.view_name in COVERED:
            return "true" if match.view_name in place.covers else ""
        namespace = place.url_name.rpartition(":")[0]
        return "true" if namespace and match.namespace == namespace else ""


def url_or_none(name: str) -> str | None:
    return _url_or_none(name, get_urlconf() or settings.ROOT_URLCONF, get_script_prefix())


@lru_cache(maxsize=256)  # a frame asks for thirty addresses that never change
def _url_or_none(name: str, urlconf: str, prefix: str) -> str | None:
    try:
        return reverse(name, urlconf)
    except NoReverseMatch:
        return None


def shell(request: HttpRequest) -> dict[str, Shell]:
    """Context processor: `shell` in every template that is rendered with a request."""
    return {"shell": Shell(request)}
