"""Every door answers every actor as the table says, and every door is in the table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.project.door_keys import KEYS, SENT
from tests.project.doors import TABLE
from tests.support.agency import at
from tests.support.world import World, build_world

HEAD, *ROWS = [line.lstrip("# ").split() for line in TABLE.strip().splitlines()]
ACTORS = HEAD[2:]
ANSWERS = {
    200: "ok",
    201: "ok",
    204: "ok",
    302: "ok",
    303: "ok",
    422: "ok",
    403: "no",
    404: "unseen",
    405: "bad",
    409: "conflict",
}


def _names(resolver: URLResolver, space: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name}"
        else:
            yield from _names(entry, f"{space}{entry.namespace}:" if entry.namespace else space)


def test_every_url_is_in_the_table() -> None:
    assert sorted(set(_names(get_resolver()))) == sorted({row[0] for row in ROWS})


def _answer(client: Client, method: str, path: str, data: dict[str, Any], signed_in: bool) -> str:
    kind = "application/json" if path.endswith("/submissions") else None  # the other doors take forms
    extra = {"content_type": kind} if kind else {}
    response = client.generic("GET", path) if method == "GET" else client.post(path, data, **extra)
    if response.status_code == 401 or response.headers.get("Location", "").startswith("/accounts/login/"):
        return "in" if not signed_in or "next=" in response.headers.get("Location", "") else "ok"
    return ANSWERS.get(response.status_code, str(response.status_code))


@pytest.mark.django_db
@pytest.mark.slow
def test_every_door_answers_every_actor_as_the_table_says(settings: Any) -> None:
    settings.DEMO = False
    world = build_world()
    wrong = []
    with time_machine.travel(at(14, 30), tick=False):
        for name, method, *expected in ROWS:
            path = reverse(name, args=KEYS[name](world) if name in KEYS else [])
            for actor, answer in zip(ACTORS, expected, strict=True):
                found = _try(world, actor, name, method, path)
                if found != answer:
                    wrong.append(f"{name} {method} {actor}: {found}, the table says {answer}")
    assert not wrong, "\n" + "\n".join(wrong)


def _try(world: World, actor: str, name: str, method: str, path: str) -> str:
    """One actor at one door; what the act changed is rolled back."""
    with transaction.atomic():
        client = Client(raise_request_exception=True)
        if actor != "nobody":
            client.force_login(world.agency.users[actor], backend="allauth.account.auth_backends.AuthenticationBackend")
        answer = _answer(client, method, path, SENT.get(name, lambda world: {})(world), actor != "nobody")
        transaction.set_rollback(True)
        return answer


@pytest.mark.django_db
def test_no_post_is_taken_without_the_token() -> None:
    world = build_world()
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.agency.users["binh"], backend="allauth.account.auth_backends.AuthenticationBackend")
    for name, method, *_ in ROWS:
        if method == "POST":
            path = reverse(name, args=KEYS[name](world) if name in KEYS else [])
            assert client.post(path).status_code == 403, name
