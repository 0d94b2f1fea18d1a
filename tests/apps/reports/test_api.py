"""The API holds to the same rules as the page and answers refusals in the Problem shape."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from quantriet.apps.reports.models import Regime, Submission
from tests.apps.reports.regimes import VALUES, due_of, make_regime
from tests.support.agency import Agency, at


@pytest.fixture
def regime(agency: Agency) -> Regime:
    return make_regime(agency)


def client(agency: Agency, name: str) -> Client:
    one = Client()
    one.force_login(agency.users[name], backend="allauth.account.auth_backends.AuthenticationBackend")
    return one


def call(one: Client, method: str, where: str, told: object = None) -> tuple[int, Any]:
    with time_machine.travel(at(14, 30), tick=False):
        if method == "get":
            answer = one.get(f"/api/v1/reports{where}")
        else:
            answer = one.post(f"/api/v1/reports{where}", json.dumps(told), content_type="application/json")
    return answer.status_code, answer.json() if answer.content else None


def test_my_dues_and_the_form(agency: Agency, regime: Regime):
    status, dues = call(client(agency, "chi"), "get", "/dues")
    assert status == 200
    assert [due["id"] for due in dues] == [due_of(regime, agency.civil).pk]
    status, form = call(client(agency, "chi"), "get", f"/dues/{dues[0]['id']}/form")
    assert status == 200
    assert (form["code"], form["version"]) == ("daily_epidemic", "2021-03-08")
    assert {"code", "label", "required", "initial"} <= set(form["fields"][0])


def test_the_same_sending_is_the_same_receipt(agency: Agency, regime: Regime):
    where = f"/dues/{due_of(regime, agency.civil).pk}/submissions"
    told = {"key": str(uuid4()), "values": VALUES, "claimed_at": "2021-07-22T14:20:00+07:00"}
    first, again = (call(client(agency, "chi"), "post", where, told) for _ in range(2))
    assert first == again
    assert first[0] == 201
    assert first[1]["receipt"].startswith("BC-")
    assert first[1]["is_late"] is False
    assert call(client(agency, "chi"), "post", where, told | {"is_nil": True})[0] == 409


def test_a_correction_needs_its_reason(agency: Agency, regime: Regime):
    where = f"/dues/{due_of(regime, agency.civil).pk}/submissions"
    chi = client(agency, "chi")
    call(chi, "post", where, {"key": str(uuid4()), "is_nil": True})
    told = {"key": str(uuid4()), "values": VALUES, "reason": "Có phát sinh"}
    assert call(chi, "post", where, told)[1]["version"] == 2
    assert call(chi, "post", where, told | {"key": str(uuid4()), "reason": ""})[0] == 422


def test_refusals_name_their_fields(agency: Agency, regime: Regime):
    where = f"/dues/{due_of(regime, agency.civil).pk}/submissions"
    told = {"key": str(uuid4()), "values": VALUES | {"present": "1.000", "nonsense": 1}}
    status, refusal = call(client(agency, "chi"), "post", where, told)
    assert (status, refusal["code"]) == (422, "reports.values_refused")
    assert {item["field"] for item in refusal["items"]} == {"present", "nonsense"}
    assert not Submission.objects.exists()


def test_who_may(agency: Agency, regime: Regime):
    pk = due_of(regime, agency.civil).pk
    told = {"key": str(uuid4()), "is_nil": True}
    answers = {
        who: call(client(agency, who), "post", f"/dues/{pk}/submissions", told)[0]
        for who in ("lan", "an", "ha", "giang")
    }
    assert answers == {"lan": 403, "an": 403, "ha": 404, "giang": 404}
    assert call(Client(), "get", "/dues")[0] == 401
