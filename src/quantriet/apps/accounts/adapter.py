"""What allauth asks the office: nobody signs up by himself; accounts are given by the office."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from quantriet.apps.accounts.models import User


class OfficeAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    # allauth has no Vietnamese catalogue: these are the messages that its forms can show here
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Tài khoản này đang bị khóa. Đề nghị Văn phòng mở lại."),
        "enter_current_password": _("Mật khẩu đang dùng chưa đúng. Gõ lại mật khẩu đang dùng."),
        "incorrect_password": _("Mật khẩu chưa đúng. Gõ lại."),
        "invalid_login": _("Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra bộ gõ, phím Caps Lock rồi thử lại."),
        "username_password_mismatch": _(
            "Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra bộ gõ, phím Caps Lock rồi thử lại."
        ),
        "same_as_current": _("Mật khẩu mới phải khác mật khẩu đang dùng."),
        "too_many_login_attempts": _("Đăng nhập sai quá nhiều lần. Chờ năm phút rồi thử lại."),
        "rate_limited": _("Gửi quá nhanh. Chờ một lát rồi thử lại."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        return render(request, "accounts/inactive.html", status=403)
