"""Today, search, what a phone needs to keep the site at hand, and the error pages."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.contrib.staticfiles import finders
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from quantriet.apps.accounts.http import OfficeRequest
from quantriet.web.search import search_of
from quantriet.web.today import today_of


@login_required
def today(request: OfficeRequest) -> HttpResponse:
    """The home of everybody, by role (Hôm nay)."""
    return render(request, "web/today.html", {"today": today_of(request.actor, request.now)})


@login_required
def search(request: OfficeRequest) -> HttpResponse:
    """Documents, work and units that hold the words, as far as this person may see them."""
    words = request.GET.get("q", "").strip()[:100]
    return render(request, "web/search.html", {"words": words, "found": search_of(request.actor, words)})


@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """The service worker at the root of the site, so that it covers every page."""
    path = finders.find("quantriet/sw.js")
    assert isinstance(path, str)
    with open(path, "rb") as file:
        return HttpResponse(file.read(), content_type="text/javascript; charset=utf-8")


def offline(request: HttpRequest) -> HttpResponse:
    return render(request, "offline.html")


@cache_control(max_age=3600)
def manifest(request: HttpRequest) -> HttpResponse:
    return render(request, "web/manifest.webmanifest", content_type="application/manifest+json")


def health(request: HttpRequest) -> JsonResponse:
    """For a monitor: the process answers and its database does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)
