"""Renders components and whole pages without a database: a made-up actor, a made-up instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpRequest
from django.template import RequestContext, Template
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler

NOW = datetime(2021, 7, 22, 14, 36, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
HERE = Path(__file__).parent


@dataclass
class Clerk:
    """An actor as the shell sees one."""

    name: str = "Nguyễn Thị Mẫu"
    title: str = "Chánh Văn phòng"
    unit_name: str = "Văn phòng Sở"
    agency_name: str = "Sở Tư pháp (mẫu)"

    def may(self, permission: str) -> bool:
        return permission == "allowed"


def make_request(path: str = "/", actor: object | None = None, **cookies: str) -> HttpRequest:
    request = RequestFactory().get(path)
    request.COOKIES.update(cookies)
    request.user = AnonymousUser()
    request.session = SessionStore()
    request.actor = actor
    request.now = NOW
    return request


def render(source: str, request: HttpRequest | None = None, **context: object) -> str:
    """Template text with `<c-…>` components to HTML."""
    template = Template("{% load i18n web %}" * ("{% extends" not in source) + CottonCompiler().process(source))
    return template.render(RequestContext(request or make_request(actor=Clerk()), context))
